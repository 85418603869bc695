//! Whether what an assertion says was so on a day.

use crate::{Assertion, Case, Kind, Noted, OperationId};
use facts::{Date, PartialDate, Truth};
use std::collections::BTreeSet;

impl Case {
    /// Whether what an assertion says was so on a day: from its beginning, and until its end or
    /// until the change that another assertion tells of.
    pub(crate) fn was_so(&self, noted: &Noted, assertion: &Assertion, on: Date) -> Truth {
        let on = PartialDate::from(on);
        let begun = assertion.since.map(|since| !on.is_before(since.0));
        let not_ended = assertion.until.map(|until| on.is_before(until.0));
        let changes = noted
            .changed_by
            .iter()
            .map(|id| self.before_change(id, on, &mut BTreeSet::from([noted.id])));
        Truth::all(begun.into_iter().chain(not_ended).chain(changes))
    }

    /// Whether a day lies before the change of which an assertion tells. Where that assertion has
    /// been corrected, the correction tells when the change was.
    fn before_change(
        &self,
        id: &OperationId,
        on: PartialDate,
        seen: &mut BTreeSet<OperationId>,
    ) -> Truth {
        let Some((noted, change)) = self.noted(id).and_then(assertion_of) else {
            return Truth::Unknown;
        };
        if !seen.insert(*id) {
            return Truth::Unknown;
        }
        if !noted.corrected_by.is_empty() {
            let corrections = noted.corrected_by.iter();
            return Truth::all(corrections.map(|id| self.before_change(id, on, seen)));
        }
        match change.since {
            Some(since) => on.is_before(since.0),
            // Nobody knows when it changed: on the day on which we learnt of it, at the latest.
            None => on.is_before(noted.learnt.day().into()) & Truth::Unknown,
        }
    }
}

fn assertion_of(noted: &Noted) -> Option<(&Noted, &Assertion)> {
    Assertion::of(&noted.content).map(|assertion| (noted, assertion))
}
