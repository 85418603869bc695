//! Something to be done, how it stands, and the end of a shift.

use super::evidence::said;
use super::picking::anew;
use super::{Place, Reading, Sheet};
use crate::cabinet::make_thing;
use crate::hex::hex;
use casework::{Entry, HandOver, Key, Task, TaskState};
use std::collections::BTreeSet;

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-task", &["form-task-lead"]);
    sheet.area("what", "form-task-what", "");
    sheet.picked("owner", "form-task-owner", "", place.members());
    sheet.day("due", "form-task-due", "");
}

pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let what = reading.needed_text("what", "fault-task-what");
    let owner = reading.member("owner", &place.members());
    let due = reading.day_if_any("due");
    let task = Task {
        id: make_thing(),
        person: Some(place.person),
        what: what?,
        state: TaskState::NotStarted,
        owner,
        due: due.map(Into::into),
    };
    Some(vec![Entry::new(task)])
}

pub(crate) fn lay_out_state(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-task-state", &["form-task-state-lead"]);
    sheet.picked("task", "form-task-which", "", tasks(place));
    let states = [
        ("not_started", "task-not-started"),
        ("in_work", "task-in-work"),
        ("waiting", "task-waiting"),
        ("done", "task-done"),
        ("does_not_apply", "task-does-not-apply"),
    ];
    sheet.one_of("state", "form-task-now", "", said(place, &states));
    sheet.line("for", "form-task-for", "form-task-for-hint");
    sheet.picked(
        "owner",
        "form-task-owner",
        "form-task-same",
        place.members(),
    );
    sheet.day("due", "form-task-due-new", "");
}

/// The task as it is now; its owner and its day stay, unless others are chosen.
pub(crate) fn take_state(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let which = reading.thing("task", &tasks(place));
    let state = state(reading);
    let owner = reading.member("owner", &place.members());
    let due = reading.day_if_any("due");
    let standing = place.case.thing::<Task>(&Key::Thing(which?))?;
    let each = standing.each();
    let (_, before) = each.last()?;
    let now = Task {
        state: state?,
        owner: owner.or(before.owner),
        due: due.map(Into::into).or(before.due),
        ..(*before).clone()
    };
    Some(vec![anew(place.case, now)])
}

fn state(reading: &mut Reading<'_>) -> Option<TaskState> {
    match reading.text("state").as_str() {
        "not_started" => Some(TaskState::NotStarted),
        "in_work" => Some(TaskState::InWork),
        "waiting" => {
            let what = reading.needed_text("for", "fault-task-for")?;
            Some(TaskState::WaitingFor(what))
        }
        "done" => Some(TaskState::Done),
        "does_not_apply" => Some(TaskState::DoesNotApply),
        _ => {
            reading.fault("state", "fault-choose");
            None
        }
    }
}

/// Every task of the case, by what is to be done.
fn tasks(place: &Place<'_>) -> Vec<(String, String)> {
    let things = place.case.things::<Task>();
    let latest = things.values().filter_map(|standing| standing.each().pop());
    latest
        .map(|(_, task)| (hex(&task.id.0), task.what.as_str().to_owned()))
        .collect()
}

/// The words for how a task stands.
pub(crate) fn task_id(state: &TaskState) -> &'static str {
    match state {
        TaskState::NotStarted => "task-not-started",
        TaskState::InWork => "task-in-work",
        TaskState::WaitingFor(_) => "task-waiting",
        TaskState::Done => "task-done",
        TaskState::DoesNotApply => "task-does-not-apply",
    }
}

pub(crate) fn lay_out_hand_over(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("form-hand-over", &["form-hand-over-lead"]);
    sheet.picked("to", "form-hand-over-to", "", others(place));
    sheet.area("note", "form-hand-over-note", "form-hand-over-note-hint");
}

/// The hand-over of this case to the next shift, with everything of it that is still to be done.
pub(crate) fn take_hand_over(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let others = others(place);
    let to = reading.picked("to", &others).map(casework::MemberId);
    let note = reading.needed_text("note", "fault-hand-over-note");
    let open = place.case.open_tasks();
    let hand_over = HandOver {
        to: to?,
        note: note?,
        people: BTreeSet::from([place.person]),
        tasks: open.iter().map(|task| task.id).collect(),
    };
    Some(vec![Entry::new(hand_over)])
}

fn others(place: &Place<'_>) -> Vec<(String, String)> {
    let me = hex(&place.office.cabinet().me().0);
    let mut members = place.members();
    members.retain(|(id, _)| *id != me);
    members
}
