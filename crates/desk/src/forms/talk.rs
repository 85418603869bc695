//! A talk: with whom, what is asked and offered, and who knows of it at all.

use super::drawer::{DrawerPlace, Taken};
use super::picking::anew;
use super::signal::terms_id;
use super::{Reading, Sheet, Typed};
use crate::InWords;
use crate::cabinet::{Drawer, make_thing};
use crate::hex::hex;
use casework::{Case, Counterpart, Entry, MemberId, Talk, TalkState, Terms};
use std::collections::BTreeSet;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    match place.talk {
        None => sheet.head("form-talk", &["form-talk-lead"]),
        Some(_) => sheet.head("form-talk-change", &["form-talk-change-lead"]),
    }
    sheet.picked(
        "country",
        "form-talk-country",
        "form-talk-country-hint",
        place.countries(),
    );
    let states = sheet.named::<TalkState>(talk_state_id);
    sheet.one_of("state", "form-talk-state", "", states);
    let terms = sheet.named::<Terms>(terms_id);
    sheet.one_of("terms", "form-talk-terms", "form-talk-terms-hint", terms);
    sheet.area("contacts", "form-talk-contacts", "form-talk-contacts-hint");
    sheet.area("asked", "form-talk-asked", "");
    sheet.area("offered", "form-talk-offered", "form-talk-offered-hint");
    sheet.several(
        "known_to",
        "form-talk-known",
        "form-talk-known-hint",
        others(place),
    );
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let present = place.talk.and_then(|(_, case)| current(case));
    let with = match (reading.country("country"), &present) {
        (Some(country), _) => Counterpart::Government(country.into()),
        (
            None,
            Some(Talk {
                with: partner @ Counterpart::Partner(_),
                ..
            }),
        ) => *partner,
        (None, _) => Counterpart::Partner(make_thing()),
    };
    let state = reading.one_of::<TalkState>("state");
    let terms = reading.one_of::<Terms>("terms");
    let contacts = reading.text("contacts");
    if contacts.is_empty() && matches!(with, Counterpart::Partner(_)) {
        reading.fault("contacts", "fault-talk-contacts");
    }
    let chosen = known_to(reading, place);
    let talk = Talk {
        id: present.map_or_else(make_thing, |talk| talk.id),
        with,
        state: state?,
        terms: terms?,
        contacts,
        asked: reading.text("asked"),
        offered: reading.text("offered"),
        known_to: chosen.clone(),
    };
    let me = place.office.cabinet().me();
    Some(match place.talk {
        Some((drawer, case)) => Taken::In(vec![(drawer, anew(case, talk))]),
        None => {
            let readers = chosen.into_iter().filter(|it| *it != me).collect();
            Taken::New(Drawer::Talk, vec![Entry::new(talk)], readers)
        }
    })
}

/// The talk of a drawer; of two words on it the later.
pub(crate) fn current(case: &Case) -> Option<Talk> {
    let talks = case.things::<Talk>();
    let each = talks.values().flat_map(|standing| standing.each());
    each.max_by_key(|(noted, _)| (noted.learnt, noted.id))
        .map(|(_, talk)| talk.clone())
}

/// A talk as it would be typed.
pub(crate) fn present(case: &Case) -> Typed {
    let Some(talk) = current(case) else {
        return Typed::default();
    };
    let country = match talk.with {
        Counterpart::Government(country) => country.0.to_string(),
        Counterpart::Partner(_) => String::new(),
    };
    let known = talk.known_to.iter().map(|it| ("known_to", hex(&it.0)));
    let fields = [
        ("country", country),
        ("state", talk.state.word().to_owned()),
        ("terms", talk.terms.word().to_owned()),
        ("contacts", talk.contacts.as_str().to_owned()),
        ("asked", talk.asked.as_str().to_owned()),
        ("offered", talk.offered.as_str().to_owned()),
    ];
    let fields = fields.into_iter().chain(known);
    Typed::of(fields.map(|(name, value)| (name.to_owned(), value)))
}

/// The members who may know of it: whoever records it, and those chosen among the others.
pub(crate) fn known_to(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> BTreeSet<MemberId> {
    let me = place.office.cabinet().me();
    let chosen = reading.several("known_to");
    let members = place.office.cabinet().members().into_iter();
    members
        .filter(|member| *member == me || chosen.contains(&hex(&member.0)))
        .collect()
}

/// Every member but whoever records.
pub(crate) fn others(place: &DrawerPlace<'_>) -> Vec<(String, String)> {
    let me = hex(&place.office.cabinet().me().0);
    let mut members = place.office.members(place.speech);
    members.retain(|(id, _)| *id != me);
    members
}

/// The words for how a talk stands.
pub(crate) fn talk_state_id(state: TalkState) -> &'static str {
    match state {
        TalkState::Sought => "talk-sought",
        TalkState::Open => "talk-open",
        TalkState::Paused => "talk-paused",
        TalkState::Ended => "talk-ended",
    }
}
