//! A plan, and how it fares in the scenarios.
//!
//! A plan says what is done in a situation, and what then, whatever happens. It is never random, and
//! never has one score: it is told by several numbers, and one plan is better than another only
//! where none of them is worse.

use crate::assumptions::Tolerance;
use crate::graph::{Graph, Node, Place, Standing};
use crate::scenario::{Cases, Scenarios};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A plan: what is done in a situation, and what then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The situation.
    pub place: Place,
    /// Which of its steps; nothing: stay and wait.
    pub way: Option<usize>,
    /// What follows each branch of the step, in their order.
    pub then: Vec<Rc<Plan>>,
    /// How it fares in the scenarios that are left when it begins.
    pub worth: Worth,
}

/// How a plan fares in the scenarios: the same for every plan, so that a number which two plans share
/// counts alike for both. How many there are is no chance: nobody knows how likely a scenario is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// In how many scenarios it ends in safety.
    pub safe: usize,
    /// In how many it ends out of reach, or in safety.
    pub out_of_reach: usize,
    /// In how many the person is returned.
    pub returned: usize,
    /// The most refusals that any of them brings.
    pub refusals: u32,
    /// The most steps, journeys and claims, at which a person may be returned, in any of them.
    pub dangers: u32,
    /// Whether in any of them a step tells those who hunt.
    pub exposes: bool,
    /// How many steps it names for them.
    pub steps: u32,
}

impl Worth {
    /// At least as good by every criterion. The number of steps is none: of two equal plans the
    /// shorter is kept.
    pub fn at_least(&self, other: &Worth) -> bool {
        self.at_most_worse(other, 0, Tolerance::NONE)
    }

    /// At most the tolerance worse than another by every criterion, of so many scenarios. There is
    /// none for telling those who hunt.
    pub fn at_most_worse(&self, other: &Worth, scenarios: usize, tolerance: Tolerance) -> bool {
        let cases = tolerance.of(scenarios);
        self.safe + cases >= other.safe
            && self.out_of_reach + cases >= other.out_of_reach
            && self.returned <= other.returned + cases
            && self.refusals <= other.refusals + tolerance.refusals
            && self.dangers <= other.dangers + tolerance.dangers
            && self.exposes <= other.exposes
    }

    /// How widely it ends well: out of reach counts once, for good twice.
    pub fn width(&self) -> usize {
        self.safe + self.out_of_reach
    }
}

/// To stay and wait in a situation for good, in the scenarios that are left.
pub(crate) fn wait(graph: &Graph, place: Place, scenarios: &Scenarios, left: &Cases) -> Plan {
    Plan {
        place,
        way: None,
        then: Vec::new(),
        worth: stays(&graph.nodes[place], scenarios, left),
    }
}

/// What it is worth that these scenarios end in a situation. Where those who hunt may find the person,
/// they do in some of them.
pub(crate) fn stays(node: &Node, scenarios: &Scenarios, left: &Cases) -> Worth {
    let found = match node.hunted {
        true => left.and(&scenarios.found()).count(),
        false => 0,
    };
    let rest = left.count() - found;
    let if_so = |so: bool| if so { rest } else { 0 };
    let standing = node.standing;
    Worth {
        safe: if_so(standing == Standing::Safe),
        out_of_reach: if_so(matches!(standing, Standing::Safe | Standing::OutOfReach)),
        returned: if_so(standing == Standing::Returned) + found,
        ..Worth::default()
    }
}

/// How a plan fares, worked out anew: each scenario is walked from the plan's situation to its end.
/// Nothing of what was found on the way to the plan is used.
pub fn fares(graph: &Graph, scenarios: &Scenarios, plan: &Plan) -> Worth {
    let mut masks: BTreeMap<(Place, usize), Vec<Cases>> = BTreeMap::new();
    let mut worth = Worth::default();
    let mut named: BTreeSet<Vec<usize>> = BTreeSet::new();
    for case in 0..scenarios.count() {
        let mut at = plan;
        let (mut refusals, mut dangers) = (0, 0);
        let mut path = Vec::new();
        while let Some(way) = at.way {
            let taken = &graph.nodes[at.place].ways[way];
            let masks = masks
                .entry((at.place, way))
                .or_insert_with(|| scenarios.masks(taken));
            named.insert(path.clone());
            worth.exposes |= taken.exposes;
            dangers += u32::from(taken.may_return());
            let Some(fate) = masks.iter().position(|mask| mask.has(case)) else {
                break;
            };
            refusals += u32::from(taken.fates[fate].is_refusal());
            path.push(fate);
            at = &at.then[fate];
        }
        let end = stays(&graph.nodes[at.place], scenarios, &scenarios.only(case));
        worth.safe += end.safe;
        worth.out_of_reach += end.out_of_reach;
        worth.returned += end.returned;
        worth.refusals = worth.refusals.max(refusals);
        worth.dangers = worth.dangers.max(dangers);
    }
    worth.steps = u32::try_from(named.len()).unwrap_or(u32::MAX);
    worth
}
