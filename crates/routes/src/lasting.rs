//! How long a plan lasts until somebody is out of reach, as far as books count the months of an answer.

use crate::graph::{Graph, Standing, Step, answer_months};
use crate::plan::Plan;
use law::{Library, Program};

/// How long a plan may last, along the ways on which it ends out of reach or in safety.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lasting {
    /// The most answers, one after another, that are waited for.
    pub answers: u32,
    /// The fewest months in which they may have come.
    pub least_months: u32,
    /// The most; nothing, where nobody counted one of them.
    pub most_months: Option<u32>,
}

/// How long a plan lasts; nothing, where no way of it ends out of reach. Journeys take days, and
/// are not counted; nor is waiting for a day, which is told with its day.
pub fn lasting(
    library: &Library,
    program: &Program,
    graph: &Graph,
    plan: &Plan,
) -> Option<Lasting> {
    let node = &graph.nodes[plan.place];
    let Some(way) = plan.way.map(|way| &node.ways[way]) else {
        let arrived = matches!(node.standing, Standing::Safe | Standing::OutOfReach);
        return arrived.then_some(Lasting {
            most_months: Some(0),
            ..Lasting::default()
        });
    };
    let waits = !matches!(
        way.step,
        Step::Enter(_) | Step::TravelOn(_) | Step::Prepare(_) | Step::Wait(_)
    );
    let mut all: Option<Lasting> = None;
    for (branch, then) in way.fates.iter().zip(&plan.then) {
        let Some(mut rest) = lasting(library, program, graph, then) else {
            continue;
        };
        if waits {
            // A grant comes from its own rules; that all refuse is known when the last of them has.
            let by = if branch.by.is_empty() {
                way.rules()
            } else {
                branch.by.clone()
            };
            let months = by
                .iter()
                .map(|rule| answer_months(&library.pathways[program.rules[*rule].book]));
            rest = rest.after(months);
        }
        all = Some(all.map_or(rest, |all| all.or(rest)));
    }
    all
}

impl Lasting {
    /// The same, behind one answer more, which takes as long as any of these.
    fn after(self, months: impl Iterator<Item = (u32, Option<u32>)> + Clone) -> Lasting {
        let least = months.clone().map(|(least, _)| least).min().unwrap_or(0);
        let most = months
            .map(|(_, most)| most)
            .try_fold(0, |all, most| Some(most?.max(all)));
        Lasting {
            answers: self.answers + 1,
            least_months: self.least_months.saturating_add(least),
            most_months: self.most_months.zip(most).map(|(a, b)| a.saturating_add(b)),
        }
    }

    /// Either of two.
    fn or(self, other: Lasting) -> Lasting {
        let most = self.most_months.zip(other.most_months);
        Lasting {
            answers: self.answers.max(other.answers),
            least_months: self.least_months.min(other.least_months),
            most_months: most.map(|(a, b)| a.max(b)),
        }
    }
}
