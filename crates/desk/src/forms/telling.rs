//! What somebody was told of a place. They may be caught, and made to say it.

use super::drawer::{DrawerPlace, Taken};
use super::offered_place::places;
use super::{Reading, Sheet};
use crate::InWords;
use casework::{Entry, PlaceDetail, Telling};
use std::collections::BTreeSet;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-telling", &["form-telling-lead"]);
    sheet.picked(
        "person",
        "form-telling-person",
        "",
        place.office.people(place.speech),
    );
    sheet.picked("place", "form-place-which", "", places(place));
    let what = sheet.named::<PlaceDetail>(detail_id);
    sheet.several("what", "form-telling-what", "", what);
    sheet.day("on", "form-telling-on", &place.today().to_string());
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let person = reading.person("person", &place.office.people(place.speech));
    let which = reading.thing("place", &places(place));
    let what = reading.several("what");
    let what: BTreeSet<PlaceDetail> = what
        .iter()
        .filter_map(|word| PlaceDetail::from_word(word))
        .collect();
    if what.is_empty() {
        reading.fault("what", "fault-choose");
    }
    let on = reading.past_day("on", place.clock);
    let telling = Telling {
        person: person?,
        place: which?,
        what,
        on: on?.into(),
    };
    place.in_the_talk(vec![Entry::new(telling)])
}

/// The words for what can be told of a place.
pub(crate) fn detail_id(detail: PlaceDetail) -> &'static str {
    match detail {
        PlaceDetail::That => "told-that",
        PlaceDetail::Country => "told-country",
        PlaceDetail::When => "told-when",
        PlaceDetail::Flight => "told-flight",
    }
}
