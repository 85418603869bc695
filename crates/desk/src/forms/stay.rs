//! Somebody sleeps in a hide-out.

use super::drawer::{DrawerPlace, Taken};
use super::picking::anew;
use super::{Reading, Sheet};
use crate::cabinet::make_thing;
use crate::hex::hex;
use casework::{Entry, HideOut, PersonId, Stay, ThingId};
use facts::Date;
use vault::CompartmentId;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-stay", &["form-stay-lead"]);
    sheet.picked(
        "person",
        "form-stay-person",
        "",
        place.office.people(place.speech),
    );
    sheet.picked("hide_out", "form-stay-where", "", hide_outs(place));
    sheet.day("from", "form-stay-from", &place.today().to_string());
    sheet.day("until", "form-stay-until", "");
}

/// The stay; and whatever stay they had that night ends with it, for nobody sleeps in two places.
pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let person = reading.person("person", &place.office.people(place.speech));
    let hide_out = reading.thing("hide_out", &hide_outs(place));
    let from = reading.day("from");
    let until = reading.day_if_any("until");
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        reading.fault("until", "fault-until");
    }
    let (person, hide_out, from) = (person?, hide_out?, from?);
    let (drawer, _) = place.shelters().find(|(_, case)| {
        let key = casework::Key::Thing(hide_out);
        case.thing::<HideOut>(&key).is_some()
    })?;
    let stay = Stay {
        id: make_thing(),
        person,
        hide_out,
        from: from.into(),
        until: until.map(Into::into),
    };
    let mut entries = ended(place, person, from);
    entries.push((drawer, Entry::new(stay)));
    Some(Taken::In(entries))
}

/// Every stay of somebody on a night, ended on it.
fn ended(place: &DrawerPlace<'_>, person: PersonId, on: Date) -> Vec<(CompartmentId, Entry)> {
    let mut ended = Vec::new();
    for (drawer, case) in place.shelters() {
        for standing in case.things::<Stay>().values() {
            let each = standing.each();
            let theirs = each
                .iter()
                .find(|(_, it)| it.person == person && it.is_on(on));
            if let Some((_, stay)) = theirs {
                let stay = Stay {
                    until: Some(on.into()),
                    ..(*stay).clone()
                };
                ended.push((drawer, anew(case, stay)));
            }
        }
    }
    ended
}

/// Every hide-out, by where it is. Where two words on one differ, both stand.
pub(crate) fn hide_outs(place: &DrawerPlace<'_>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (_, case) in place.shelters() {
        for standing in case.things::<HideOut>().values() {
            let each = standing.each();
            let addresses: Vec<&str> = each.iter().map(|(_, it)| it.address.as_str()).collect();
            let id = each
                .first()
                .map(|(_, it)| it.id)
                .unwrap_or(ThingId([0; 16]));
            all.push((hex(&id.0), addresses.join(" / ")));
        }
    }
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}
