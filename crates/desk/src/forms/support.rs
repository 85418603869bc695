//! Whether one element of a person's claim is supported. Never a mark for what they say.

use super::evidence::pieces;
use super::picking::anew;
use super::{Place, Reading, Sheet};
use crate::hex::from_hex;
use casework::{Element, Entry, Support, Supported, ThingId};
use std::collections::BTreeSet;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-support", &["form-support-lead"]);
    let elements = sheet.named::<Element>(element_id);
    sheet.picked("element", "form-support-element", "", elements);
    let states = sheet.named::<Supported>(supported_id);
    sheet.one_of("state", "form-support-state", "", states);
    sheet.several(
        "by",
        "form-support-by",
        "form-support-by-hint",
        pieces(place),
    );
    sheet.area("note", "form-support-note", "form-support-note-hint");
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let element = reading.one_of::<Element>("element");
    let state = reading.one_of::<Supported>("state");
    let chosen = reading.several("by");
    let known = pieces(place);
    let is_known = |id: &&String| known.iter().any(|(value, _)| value == *id);
    let by: BTreeSet<ThingId> = chosen
        .iter()
        .filter(is_known)
        .filter_map(|id| from_hex(id).map(ThingId))
        .collect();
    let support = Support {
        person: place.person,
        element: element?,
        state: state?,
        by,
        note: reading.text("note"),
    };
    Some(vec![anew(place.case, support)])
}

/// The words for an element of a claim.
pub(crate) fn element_id(element: Element) -> &'static str {
    match element {
        Element::Outside => "element-outside",
        Element::WellFoundedFear => "element-fear",
        Element::Persecution => "element-persecution",
        Element::Ground => "element-ground",
        Element::NoProtection => "element-no-protection",
        Element::NoInternalAlternative => "element-no-alternative",
        Element::NotExcluded => "element-not-excluded",
    }
}

fn supported_id(state: Supported) -> &'static str {
    match state {
        Supported::Yes => "support-yes",
        Supported::No => "support-no",
        Supported::NotYetAsked => "support-not-asked",
    }
}
