//! The plan that was followed until something happened, kept beside what is best from there.

use super::telling::Telling;
use super::trail::Trail;
use super::tree::Told;
use crate::speech::say;
use crate::view::PlannedView;
use routes::{Plan, Strategies, Tolerance, strategies_from};

impl Telling<'_, '_> {
    /// How the plan with the last step would have gone on, beside what now stands first; nothing, while
    /// nothing has happened. It is worked out as it was before the last event.
    pub(super) fn planned(&self, found: &Strategies, tolerance: Tolerance) -> Option<PlannedView> {
        let (before, (way, fate)) = self.trail.before_the_last()?;
        let then = strategies_from(self.graph, before.place(self.graph), tolerance);
        let mut begun = then.all.iter().filter(|one| one.plan.way == Some(way));
        let followed = &begun.find(|one| !one.variant)?.plan;
        let next = followed.then.get(fate)?;
        let now = found.all.first().map(|one| &one.plan)?;
        Some(PlannedView {
            says: self.beside(next, now),
            lines: self.plan_lines(followed, before, Told::AGAIN),
        })
    }

    /// Whether the plan goes on as it was made, in a sentence.
    fn beside(&self, planned: &Plan, now: &Plan) -> String {
        let speech = self.reading.speech;
        let title = |plan: &Plan| self.title_of_plan(plan);
        match planned.way == now.way {
            true => say!(speech, "after-as-planned", step = &title(now)),
            false => say!(
                speech,
                "after-not-as-planned",
                step = &title(planned),
                now = &title(now)
            ),
        }
    }
}

impl Trail {
    /// What had happened before the last event, and which step and fate that was.
    fn before_the_last(&self) -> Option<(Trail, (usize, usize))> {
        let mut before = self.clone();
        let last = before.take_last()?;
        Some((before, last))
    }
}
