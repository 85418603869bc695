//! A place that is offered in a talk, and how firm it is.

use super::drawer::{DrawerPlace, Taken};
use super::picking::anew;
use super::talk::{current, known_to, others};
use super::{Reading, Sheet};
use crate::cabinet::make_thing;
use crate::hex::hex;
use casework::{Case, Counterpart, Entry, Key, OfferedPlace, PersonId, PlaceState};

/// No government offers more at once.
const MOST_PLACES: u32 = 100_000;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-place", &["form-place-lead"]);
    sheet.picked(
        "country",
        "form-place-country",
        "form-place-country-hint",
        place.countries(),
    );
    sheet.number("places", "form-place-places", "form-place-places-hint", "");
    firmness(sheet, place);
    sheet.several(
        "known_to",
        "form-place-known",
        "form-place-known-hint",
        others(place),
    );
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let (_, case) = place.talk?;
    let talk = current(case)?;
    let country = match (reading.country("country"), &talk.with) {
        (Some(country), _) => Some(country),
        (None, Counterpart::Government(country)) => Some(country.0),
        (None, Counterpart::Partner(_)) => reading.needed_country("country"),
    };
    let places = match reading.text("places").is_empty() {
        true => None,
        false => reading.number("places", 1..=MOST_PLACES),
    };
    let state = state(reading);
    let person = person(reading, place, state);
    let until = reading.day_if_any("until");
    let offered = OfferedPlace {
        id: make_thing(),
        talk: talk.id,
        country: country?.into(),
        pathways: Vec::new(),
        places,
        state: state?,
        person,
        until: until.map(Into::into),
        known_to: known_to(reading, place),
    };
    place.in_the_talk(vec![Entry::new(offered)])
}

pub(crate) fn lay_out_state(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-place-state", &["form-place-lead"]);
    sheet.picked("place", "form-place-which", "", places(place));
    firmness(sheet, place);
}

pub(crate) fn take_state(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let (_, case) = place.talk?;
    let which = reading.thing("place", &places(place));
    let state = state(reading);
    let person = person(reading, place, state);
    let until = reading.day_if_any("until");
    let standing = case.thing::<OfferedPlace>(&Key::Thing(which?))?;
    let each = standing.each();
    let (_, before) = each.last()?;
    let now = OfferedPlace {
        state: state?,
        person,
        until: until.map_or(before.until, |until| Some(until.into())),
        ..(*before).clone()
    };
    place.in_the_talk(vec![anew(case, now)])
}

fn firmness(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    let states = sheet.named::<PlaceState>(place_state_id);
    sheet.one_of("state", "form-place-firm", "form-place-firm-hint", states);
    let people = place.office.people(place.speech);
    sheet.picked(
        "person",
        "form-place-person",
        "form-place-person-hint",
        people,
    );
    sheet.day("until", "form-place-until", "");
}

fn state(reading: &mut Reading<'_>) -> Option<PlaceState> {
    reading.one_of::<PlaceState>("state")
}

/// For whom it is; what is confirmed is confirmed for somebody.
fn person(
    reading: &mut Reading<'_>,
    place: &DrawerPlace<'_>,
    state: Option<PlaceState>,
) -> Option<PersonId> {
    let is_named = !reading.text("person").is_empty();
    match is_named || state == Some(PlaceState::Confirmed) {
        true => reading.person("person", &place.office.people(place.speech)),
        false => None,
    }
}

/// Every place of the talk, by its country and how firm it is.
pub(crate) fn places(place: &DrawerPlace<'_>) -> Vec<(String, String)> {
    let Some((_, case)) = place.talk else {
        return vec![];
    };
    places_of(case)
        .iter()
        .map(|it| {
            let country = place.office.desk().country(it.country.0, place.lang);
            let state = place.speech.say(place_state_id(it.state));
            (hex(&it.id.0), format!("{country}: {state}"))
        })
        .collect()
}

/// Every place of a talk as it is now: of two words on one the less firm.
pub(crate) fn places_of(case: &Case) -> Vec<&OfferedPlace> {
    let things = case.things::<OfferedPlace>();
    let weakest = things.values().filter_map(|standing| {
        let each = standing.each().into_iter();
        each.map(|(_, it)| it).min_by_key(|it| firm(it.state))
    });
    weakest.collect()
}

/// How firm a state is: withdrawn is the least of all.
fn firm(state: PlaceState) -> u8 {
    match state {
        PlaceState::Withdrawn => 0,
        PlaceState::Hinted => 1,
        PlaceState::Said => 2,
        PlaceState::Written => 3,
        PlaceState::Confirmed => 4,
    }
}

/// The words for how firm a place is.
pub(crate) fn place_state_id(state: PlaceState) -> &'static str {
    match state {
        PlaceState::Hinted => "place-hinted",
        PlaceState::Said => "place-said",
        PlaceState::Written => "place-written",
        PlaceState::Confirmed => "place-confirmed",
        PlaceState::Withdrawn => "place-withdrawn",
    }
}
