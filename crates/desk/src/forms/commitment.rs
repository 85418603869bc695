//! A promise, by which day it is to be kept, and whether it was.

use super::drawer::{DrawerPlace, Taken};
use super::picking::anew;
use super::talk::current;
use super::{Reading, Sheet};
use crate::cabinet::make_thing;
use crate::hex::hex;
use casework::{Commitment, Entry, Key, Promise};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, _: &DrawerPlace<'_>) {
    sheet.head("form-promise", &["form-promise-lead"]);
    sheet.line("by", "form-promise-by", "form-promise-by-hint");
    sheet.area("what", "form-promise-what", "form-promise-what-hint");
    sheet.day("due", "form-promise-due", "");
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let (_, case) = place.talk?;
    let by = reading.needed_text("by", "fault-promise-by");
    let what = reading.needed_text("what", "fault-promise-what");
    let due = reading.day("due");
    let promise = Commitment {
        id: make_thing(),
        by: by?,
        talk: current(case).map(|talk| talk.id),
        what: what?,
        due: due?.into(),
        state: Promise::Open,
    };
    place.in_the_talk(vec![Entry::new(promise)])
}

pub(crate) fn lay_out_state(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-promise-state", &[]);
    sheet.picked("promise", "form-promise-which", "", promises(place));
    let states = sheet.named::<Promise>(promise_id);
    sheet.one_of("state", "form-promise-now", "", states);
}

pub(crate) fn take_state(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let (_, case) = place.talk?;
    let which = reading.thing("promise", &promises(place));
    let state = reading.one_of::<Promise>("state");
    let standing = case.thing::<Commitment>(&Key::Thing(which?))?;
    let each = standing.each();
    let (_, before) = each.last()?;
    let now = Commitment {
        state: state?,
        ..(*before).clone()
    };
    place.in_the_talk(vec![anew(case, now)])
}

fn promises(place: &DrawerPlace<'_>) -> Vec<(String, String)> {
    let Some((_, case)) = place.talk else {
        return vec![];
    };
    let things = case.things::<Commitment>();
    let latest = things.values().filter_map(|it| it.each().pop());
    latest
        .map(|(_, it)| (hex(&it.id.0), it.what.as_str().to_owned()))
        .collect()
}

/// The words for how a promise stands.
pub(crate) fn promise_id(promise: Promise) -> &'static str {
    match promise {
        Promise::Open => "promise-open",
        Promise::Kept => "promise-kept",
        Promise::Broken => "promise-broken",
        Promise::Released => "promise-released",
    }
}
