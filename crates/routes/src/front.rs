//! Every plan that no other dominates, under the same nature.
//!
//! The recursion runs over a situation and the scenarios that are left in it: those in which
//! everything has come as it did. The branches of a step share them out, so that how a plan fares is
//! the sum of how its branches do, and the front is exact: for every plan there is one in it that is
//! at least as good by every criterion. Nothing is left out but by that, and nothing is cut.

use crate::graph::{Branch, Graph, Place};
use crate::plan::{Plan, Worth, stays, wait};
use crate::scenario::{Cases, Scenarios};
use std::collections::HashMap;
use std::rc::Rc;

/// The plans that no other dominates, from a situation, in an order that never changes; for a graph
/// without circles.
pub fn front(graph: &Graph, scenarios: &Scenarios, place: Place) -> Vec<Rc<Plan>> {
    let all = scenarios.all();
    Search::new(graph, scenarios).plans(place, &all).to_vec()
}

/// A search for fronts; what was found for a situation and the scenarios left in it is kept.
pub(crate) struct Search<'g> {
    graph: &'g Graph,
    scenarios: &'g Scenarios,
    /// For each step of a situation, in which scenarios each of its branches comes.
    masks: HashMap<(Place, usize), Rc<[Cases]>>,
    found: HashMap<(Place, Cases), Rc<[Rc<Plan>]>>,
}

impl<'g> Search<'g> {
    pub(crate) fn new(graph: &'g Graph, scenarios: &'g Scenarios) -> Search<'g> {
        Search {
            graph,
            scenarios,
            masks: HashMap::new(),
            found: HashMap::new(),
        }
    }

    /// The plans of a situation that no other dominates, in the scenarios that are left.
    pub(crate) fn plans(&mut self, place: Place, left: &Cases) -> Rc<[Rc<Plan>]> {
        let key = (place, left.clone());
        if let Some(found) = self.found.get(&key) {
            return Rc::clone(found);
        }
        let mut plans = vec![Rc::new(wait(self.graph, place, self.scenarios, left))];
        // Where no scenario comes, no step makes a difference.
        let ways = if left.is_empty() {
            0
        } else {
            self.graph.nodes[place].ways.len()
        };
        for way in 0..ways {
            for plan in self.by(place, way, left) {
                keep(&mut plans, plan);
            }
        }
        let plans: Rc<[Rc<Plan>]> = plans.into();
        self.found.insert(key, Rc::clone(&plans));
        plans
    }

    /// Of the plans that begin with a step, those that no other of them dominates: every choice of
    /// what follows each branch.
    pub(crate) fn by(&mut self, place: Place, way: usize, left: &Cases) -> Vec<Rc<Plan>> {
        let graph = self.graph;
        let taken = &graph.nodes[place].ways[way];
        let mut open = left.clone();
        let mut partial = vec![Rc::new(Plan {
            place,
            way: Some(way),
            then: Vec::new(),
            worth: Worth {
                exposes: taken.exposes,
                steps: 1,
                ..Worth::default()
            },
        })];
        for (branch, mask) in taken.fates.iter().zip(self.masks(place, way).iter()) {
            let these = left.and(mask);
            open = open.without(&these);
            let follows = self.plans(branch.to, &these);
            let mut longer = Vec::new();
            for plan in &partial {
                for next in follows.iter() {
                    keep(&mut longer, joined(plan, branch, next, these.is_empty()));
                }
            }
            partial = longer;
        }
        let rest = stays(&graph.nodes[place], self.scenarios, &open);
        let dangers = u32::from(taken.may_return());
        let whole = |plan: Rc<Plan>| Rc::new(closed(&plan, &rest, dangers));
        partial.into_iter().map(whole).collect()
    }

    /// A plan with what is best wherever no scenario of its own comes: worked out there afresh, in
    /// all scenarios, so that whatever happens the plan goes on. Nothing there tells those who hunt.
    pub(crate) fn whole(&mut self, plan: &Rc<Plan>, left: &Cases) -> Rc<Plan> {
        let Some(way) = plan.way else {
            return Rc::clone(plan);
        };
        let masks = self.masks(plan.place, way);
        let each = plan.then.iter().zip(masks.iter());
        let then = each.map(|(next, mask)| {
            let these = left.and(mask);
            if !these.is_empty() {
                return self.whole(next, &these);
            }
            let all = self.scenarios.all();
            let afresh = self.plans(next.place, &all);
            let quiet = afresh.iter().filter(|plan| !plan.worth.exposes);
            let widest = widest(quiet).map_or_else(|| Rc::clone(next), Rc::clone);
            self.whole(&widest, &all)
        });
        Rc::new(Plan {
            then: then.collect(),
            ..Plan::clone(plan)
        })
    }

    fn masks(&mut self, place: Place, way: usize) -> Rc<[Cases]> {
        let (graph, scenarios) = (self.graph, self.scenarios);
        let masks = self.masks.entry((place, way));
        let masks = masks.or_insert_with(|| scenarios.masks(&graph.nodes[place].ways[way]).into());
        Rc::clone(masks)
    }
}

/// The plan that ends well most widely; of these the one that is returned least, then the one with
/// fewer refusals, then the shorter, then the earlier.
pub(crate) fn widest<'p>(plans: impl Iterator<Item = &'p Rc<Plan>>) -> Option<&'p Rc<Plan>> {
    plans.min_by_key(|plan| {
        let worth = &plan.worth;
        let wide = std::cmp::Reverse(worth.width());
        (wide, worth.returned, worth.refusals, worth.steps)
    })
}

/// A plan with what follows its next branch; in no scenario, it makes no difference.
fn joined(plan: &Plan, branch: &Branch, next: &Rc<Plan>, in_none: bool) -> Plan {
    let mut longer = plan.clone();
    longer.then.push(Rc::clone(next));
    if !in_none {
        let (worth, follows) = (&mut longer.worth, &next.worth);
        let refused = u32::from(branch.is_refusal());
        worth.safe += follows.safe;
        worth.out_of_reach += follows.out_of_reach;
        worth.returned += follows.returned;
        worth.refusals = worth.refusals.max(follows.refusals + refused);
        worth.dangers = worth.dangers.max(follows.dangers);
        worth.exposes |= follows.exposes;
        worth.steps += follows.steps;
    }
    longer
}

/// A plan with all its branches: with the scenarios that took none of them, and its own danger.
fn closed(plan: &Plan, rest: &Worth, dangers: u32) -> Plan {
    let mut whole = plan.clone();
    whole.worth.safe += rest.safe;
    whole.worth.out_of_reach += rest.out_of_reach;
    whole.worth.returned += rest.returned;
    whole.worth.dangers += dangers;
    whole
}

/// Adds a plan, unless one that is kept is as good; leaves out those that are not better than it.
/// Of equal ones the shorter stays, and of equally long ones the earlier.
fn keep(plans: &mut Vec<Rc<Plan>>, plan: impl Into<Rc<Plan>>) {
    let plan = plan.into();
    let beaten = |kept: &Rc<Plan>| {
        kept.worth.at_least(&plan.worth)
            && (!plan.worth.at_least(&kept.worth) || kept.worth.steps <= plan.worth.steps)
    };
    if plans.iter().any(beaten) {
        return;
    }
    plans.retain(|kept| !plan.worth.at_least(&kept.worth));
    plans.push(plan);
}
