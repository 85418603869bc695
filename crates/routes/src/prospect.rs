//! What is known of how a plan ends: handed over, still waiting or safe, each between two ends.
//!
//! Each end has a nature of its own, which makes that end as small or as large as what is known of
//! the chances allows. So the ends bound the truth whatever it is; but all three may never be reached
//! together. Nothing is known of what happens to somebody who waits where they may be found.

use crate::chance::{Chance, WHOLE};
use crate::graph::{Graph, Node, Standing};
use crate::nature::Nature;
use crate::plan::Plan;
use std::collections::HashMap;

/// What is known of how a plan ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Handed over on one of its journeys or at one of its claims, or found where they wait.
    pub returned: Chance,
    /// Neither handed over nor safe for good: still waiting, or out of reach for a time.
    pub waiting: Chance,
    /// Safe. What it is at most is shown, and never decides between plans.
    pub safe: Chance,
}

impl Prospect {
    /// Of a plan, in the graph for which it was made.
    pub fn of(graph: &Graph, plan: &Plan) -> Prospect {
        Looking {
            graph,
            known: HashMap::new(),
        }
        .ahead(plan)
    }

    /// Of a plan that ends in a situation. Where those who hunt may find the person, nobody knows.
    fn ended(node: &Node) -> Prospect {
        if node.hunted {
            return Prospect {
                returned: Chance::UNKNOWN,
                waiting: Chance::UNKNOWN,
                safe: Chance::NEVER,
            };
        }
        let standing = node.standing;
        let if_so = |so: bool| if so { Chance::CERTAIN } else { Chance::NEVER };
        Prospect {
            returned: if_so(standing == Standing::Returned),
            waiting: if_so(matches!(
                standing,
                Standing::OnTheWay | Standing::OutOfReach
            )),
            safe: if_so(standing == Standing::Safe),
        }
    }
}

struct Looking<'g> {
    graph: &'g Graph,
    /// Parts of plans are shared: what was found for one is kept.
    known: HashMap<*const Plan, Prospect>,
}

impl Looking<'_> {
    fn ahead(&mut self, plan: &Plan) -> Prospect {
        let node = &self.graph.nodes[plan.place];
        let Some(way) = plan.way else {
            return Prospect::ended(node);
        };
        if let Some(known) = self.known.get(&std::ptr::from_ref(plan)) {
            return *known;
        }
        let chances: Vec<Chance> = node.ways[way].fates.iter().map(|it| it.chance).collect();
        let chances = possible(chances);
        let then: Vec<Prospect> = plan.then.iter().map(|next| self.ahead(next)).collect();
        let of = |end: fn(&Prospect) -> Chance| {
            let ends: Vec<Chance> = then.iter().map(end).collect();
            joined(&chances, &ends)
        };
        let found = Prospect {
            returned: of(|next| next.returned),
            waiting: of(|next| next.waiting),
            safe: of(|next| next.safe),
        };
        self.known.insert(std::ptr::from_ref(plan), found);
        found
    }
}

/// Chances that can make up one whole; where they cannot, what was said of them contradicts itself,
/// and nothing is known.
fn possible(chances: Vec<Chance>) -> Vec<Chance> {
    let sum = |end: fn(Chance) -> u32| chances.iter().map(|one| u64::from(end(*one))).sum::<u64>();
    let whole = u64::from(WHOLE);
    if sum(Chance::lo) <= whole && whole <= sum(Chance::hi) {
        return chances;
    }
    vec![Chance::UNKNOWN; chances.len()]
}

/// The chance of an end after a step, from the chances of its fates and of that end after each.
fn joined(chances: &[Chance], ends: &[Chance]) -> Chance {
    let least = weighed(chances, ends, Nature::Least);
    let most = weighed(chances, ends, Nature::Most);
    let whole = u64::from(WHOLE);
    // Rounded outwards, so that what is shown bounds what is known.
    let (lo, hi) = (least / whole, most.div_ceil(whole));
    let millionths = |end: u64| u32::try_from(end).unwrap_or(WHOLE).min(WHOLE);
    Chance::between(millionths(lo), millionths(hi)).unwrap_or(Chance::UNKNOWN)
}

/// Each fate gets its lower end, and what is left goes to those that nature likes best, each up to its
/// upper end: in millionths of millionths.
fn weighed(chances: &[Chance], ends: &[Chance], nature: Nature) -> u64 {
    let mut fates: Vec<(Chance, u32)> = match nature {
        Nature::Least => chances
            .iter()
            .copied()
            .zip(ends.iter().map(|end| end.lo()))
            .collect(),
        Nature::Most => chances
            .iter()
            .copied()
            .zip(ends.iter().map(|end| end.hi()))
            .collect(),
    };
    match nature {
        Nature::Least => fates.sort_by_key(|(_, end)| *end),
        Nature::Most => fates.sort_by_key(|(_, end)| std::cmp::Reverse(*end)),
    }
    let mut free = WHOLE - chances.iter().map(|one| one.lo()).sum::<u32>().min(WHOLE);
    let mut sum = 0;
    for (chance, end) in fates {
        let more = free.min(chance.hi() - chance.lo());
        sum += u64::from(chance.lo() + more) * u64::from(end);
        free -= more;
    }
    sum
}
