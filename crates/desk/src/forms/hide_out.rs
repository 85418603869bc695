//! A place to hide.

use super::drawer::{DrawerPlace, Taken};
use super::{Reading, Sheet};
use crate::cabinet::{Drawer, make_thing};
use casework::{Entry, HideOut, Rung};

/// No hide-out takes more.
const MOST_BEDS: u32 = 500;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &DrawerPlace<'_>) {
    sheet.head("form-hide-out", &["form-hide-out-lead"]);
    sheet.line(
        "address",
        "form-hide-out-address",
        "form-hide-out-address-hint",
    );
    sheet.line("hosts", "form-hide-out-hosts", "form-hide-out-hosts-hint");
    sheet.number("capacity", "form-hide-out-capacity", "", "");
    sheet.day("from", "form-hide-out-from", &place.today().to_string());
    sheet.day("until", "form-hide-out-until", "");
    let rungs = sheet.named::<Rung>(rung_id);
    sheet.one_of("known_from", "form-hide-out-known", "", rungs);
}

/// The hide-out, in the drawer that is there, or in a new one.
pub(crate) fn take(reading: &mut Reading<'_>, place: &DrawerPlace<'_>) -> Option<Taken> {
    let address = reading.needed_text("address", "fault-hide-out-address");
    let capacity = reading.number("capacity", 1..=MOST_BEDS);
    let from = reading.day("from");
    let until = reading.day_if_any("until");
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        reading.fault("until", "fault-until");
    }
    let hide_out = HideOut {
        id: make_thing(),
        address: address?,
        hosts: reading.text("hosts"),
        capacity: capacity?,
        from: from?.into(),
        until: until.map(Into::into),
        known_from: reading.one_of::<Rung>("known_from")?,
    };
    let entry = Entry::new(hide_out);
    Some(match place.shelters().next() {
        Some((drawer, _)) => Taken::In(vec![(drawer, entry)]),
        None => Taken::New(Drawer::Shelter, vec![entry], vec![]),
    })
}

/// The words for how far somebody is trusted.
pub(crate) fn rung_id(rung: Rung) -> &'static str {
    match rung {
        Rung::ContactOnly => "rung-contact-only",
        Rung::Met => "rung-met",
        Rung::Vetted => "rung-vetted",
        Rung::MayKnowShelter => "rung-may-know-shelter",
    }
}
