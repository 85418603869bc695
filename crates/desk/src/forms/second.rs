//! A second person looks at what a colleague recorded: evidence, support, a hand-over of the shift.

use super::evidence::kind_id;
use super::support::element_id;
use super::{Place, Reading, Sheet};
use crate::hex::hex;
use casework::{Approval, Content, Entry, Found, Noted, OperationId, Role};

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-second", &["form-second-lead"]);
    sheet.picked(
        "of",
        "form-second-of",
        "form-second-of-hint",
        waiting(place),
    );
    let found = sheet.named::<Found>(|found| match found {
        Found::Agrees => "second-agrees",
        Found::Opposes => "second-opposes",
    });
    sheet.one_of("found", "form-second-found", "", found);
    let roles = sheet.named::<Role>(|role| match role {
        Role::Caseworker => "second-caseworker",
        Role::Lawyer => "second-lawyer",
    });
    sheet.one_of("role", "form-second-role", "", roles);
    sheet.area("note", "form-second-note", "");
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let of = reading.picked("of", &waiting(place)).map(OperationId);
    let found = reading.one_of::<Found>("found");
    let role = reading.one_of::<Role>("role");
    let approval = Approval {
        of: of?,
        found: found?,
        role: role?,
        note: reading.text("note"),
    };
    Some(vec![Entry::new(approval)])
}

/// What colleagues recorded and whoever reads this has not yet looked at. Nobody approves their own.
fn waiting(place: &Place<'_>) -> Vec<(String, String)> {
    let me = place.office.cabinet().me();
    let looked = |noted: &Noted| {
        noted.opposed.contains(&me) || noted.agreed.iter().any(|(member, _)| *member == me)
    };
    let history = place.case.history().into_iter();
    let of_others = history.filter(|noted| noted.stands() && noted.member != me && !looked(noted));
    of_others
        .filter_map(|noted| Some((hex(&noted.id.0), label(&noted.content, place)?)))
        .collect()
}

fn label(content: &Content, place: &Place<'_>) -> Option<String> {
    let speech = place.speech;
    let (head, words) = match content {
        Content::Evidence(it) => (speech.say(kind_id(it.kind)), it.what.as_str()),
        Content::Support(it) => (speech.say(element_id(it.element)), it.note.as_str()),
        Content::HandOver(it) => (speech.say("hand-over"), it.note.as_str()),
        _ => return None,
    };
    Some(format!("{head}: {words}"))
}
