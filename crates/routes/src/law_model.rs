//! A graph of the law as an interval model, for a solver and for an independent checker.

use crate::graph::{Branch, Graph, Standing};
use crate::model::{BadModel, Laying, Mark, Model, Outcome};
use crate::{Chance, State};
use std::collections::BTreeMap;

/// The graph as an interval model, for an independent checker: what was counted of claims and what
/// was judged, and of every other chance that nothing is known. To wait is one of the actions where anything can be done.
///
/// # Errors
/// Where the graph is no model; it always is one.
pub fn model_of(graph: &Graph) -> Result<Model, BadModel> {
    let mut laying = Laying::default();
    for (place, node) in graph.nodes.iter().enumerate() {
        let mark = match node.standing {
            Standing::Safe => Mark::Safe,
            Standing::Returned => Mark::Returned,
            Standing::OnTheWay | Standing::OutOfReach => Mark::OnTheWay,
        };
        let stay = vec![Outcome {
            to: number(place),
            chance: Chance::CERTAIN,
        }];
        let actions: Vec<Vec<Outcome>> = std::iter::once(stay)
            .chain(node.ways.iter().map(|way| outcomes(&way.fates)))
            .filter(|_| !node.ways.is_empty())
            .collect();
        laying.state(mark, actions.iter().map(Vec::as_slice));
    }
    laying.done()
}

/// Where fates lead, with what is known of their chances. Of two that lead to the same nothing is
/// known; what leads nowhere else is certain.
fn outcomes(fates: &[Branch]) -> Vec<Outcome> {
    let mut chances: BTreeMap<usize, Chance> = BTreeMap::new();
    for branch in fates {
        let twice = chances.contains_key(&branch.to);
        let chance = if twice {
            Chance::UNKNOWN
        } else {
            branch.chance
        };
        chances.insert(branch.to, chance);
    }
    let only = chances.len() == 1;
    let of = |(place, chance)| Outcome {
        to: number(place),
        chance: if only { Chance::CERTAIN } else { chance },
    };
    chances.into_iter().map(of).collect()
}

/// The limit of nodes keeps every number small.
fn number(place: usize) -> State {
    State::try_from(place).unwrap_or(State::MAX)
}
