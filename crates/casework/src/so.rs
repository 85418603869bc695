//! Whether what an assertion says was so on a day.

use crate::{Assertion, Case, Kind, Noted, OperationId};
use facts::{Changes, Date, PartialDate, Truth};
use std::collections::BTreeSet;

impl Case {
    /// Whether what an assertion says was so on a day: from its beginning, and until its end or
    /// until the change that another assertion tells of.
    pub(crate) fn was_so(
        &self,
        noted: &Noted,
        assertion: &Assertion,
        changes: Changes,
        on: Date,
    ) -> Truth {
        let on = PartialDate::from(on);
        let begun = assertion.since.map(|since| !on.is_before(since.0));
        let not_ended = assertion.until.map(|until| on.is_before(until.0));
        // Another member cannot end what never changes: what they say contradicts it.
        let ends = |id: &&OperationId| {
            let is_own = || self.noted(id).is_some_and(|it| it.member == noted.member);
            changes != Changes::Never || is_own()
        };
        let changes = noted.changed_by.iter().filter(ends);
        let not_changed = changes.map(|id| self.before_change(*id, on));
        Truth::all(begun.into_iter().chain(not_ended).chain(not_changed))
    }

    /// Whether a day lies before the change of which an assertion tells. Where that assertion has
    /// been corrected, its corrections tell when the change was.
    fn before_change(&self, id: OperationId, on: PartialDate) -> Truth {
        let (mut told, mut open, mut seen) = (Vec::new(), vec![id], BTreeSet::new());
        while let Some(id) = open.pop() {
            let Some(noted) = self.noted(&id).filter(|_| seen.insert(id)) else {
                continue;
            };
            match Assertion::of(&noted.content) {
                Some(change) if noted.corrected_by.is_empty() => {
                    told.push(before(on, change, noted));
                }
                Some(_) | None => open.extend(&noted.corrected_by),
            }
        }
        match told.is_empty() {
            true => Truth::Unknown,
            false => Truth::all(told),
        }
    }
}

fn before(on: PartialDate, change: &Assertion, noted: &Noted) -> Truth {
    match change.since {
        Some(since) => on.is_before(since.0),
        // Nobody knows when it changed: on the day on which we learnt of it, at the latest.
        None => on.is_before(noted.learnt.day().into()) & Truth::Unknown,
    }
}
