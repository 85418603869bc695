//! A graph of the law as an interval model, for a solver and for an independent checker.

use crate::graph::{Branch, Graph, Standing};
use crate::model::{BadModel, Laying, Mark, Model, Outcome};
use crate::{Chance, State};
use std::collections::BTreeMap;

/// The graph as an interval model, for an independent checker: what was counted of claims and what
/// was judged, and of every other chance that nothing is known. To wait is one of the actions where
/// anything can be done, or where those who hunt may find the person.
///
/// # Errors
/// Where the graph is no model; it always is one.
pub fn model_of(graph: &Graph) -> Result<Model, BadModel> {
    let mut laying = Laying::default();
    let returned = graph
        .nodes
        .iter()
        .position(|node| node.standing == Standing::Returned);
    for (place, node) in graph.nodes.iter().enumerate() {
        let mark = match node.standing {
            Standing::Safe => Mark::Safe,
            Standing::Returned => Mark::Returned,
            Standing::OnTheWay | Standing::OutOfReach => Mark::OnTheWay,
        };
        let found = returned.filter(|_| node.hunted);
        let actions: Vec<Vec<Outcome>> = std::iter::once(stay(place, found))
            .chain(node.ways.iter().map(|way| outcomes(&way.fates)))
            .filter(|_| found.is_some() || !node.ways.is_empty())
            .collect();
        laying.state(mark, actions.iter().map(Vec::as_slice));
    }
    laying.done()
}

/// To stay where one is; where those who hunt may find the person, nobody knows for how long.
fn stay(place: usize, found: Option<usize>) -> Vec<Outcome> {
    let of = |to: usize, chance: Chance| Outcome {
        to: number(to),
        chance,
    };
    match found {
        None => vec![of(place, Chance::CERTAIN)],
        Some(found) => vec![of(place, Chance::UNKNOWN), of(found, Chance::UNKNOWN)],
    }
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
