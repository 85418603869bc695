//! A word from a person, or a try that brought none.

use super::{Place, Reading, Sheet};
use crate::shift::heard_id;
use casework::{CheckIn, Entry, WordHeard};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-check-in", &["form-check-in-lead"]);
    let heard = sheet.named::<WordHeard>(heard_id);
    sheet.one_of(
        "heard",
        "form-check-in-heard",
        "form-check-in-heard-hint",
        heard,
    );
    let clock = place.office.clock(place.clock);
    let now = clock.shown(clock.now);
    sheet.moment("at", "form-check-in-at", "form-check-in-at-hint", &now);
    sheet.area("note", "form-check-in-note", "form-check-in-note-hint");
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let clock = place.office.clock(place.clock);
    let heard = reading.one_of::<WordHeard>("heard");
    let at = reading.moment("at", clock);
    // The minute that is typed may be the one that is just running.
    if at.is_some_and(|at| at > clock.now) {
        reading.fault("at", "fault-moment-ahead");
    }
    let word = CheckIn {
        person: place.person,
        at: at?,
        heard: heard?,
        note: reading.text("note"),
    };
    Some(vec![Entry::new(word)])
}
