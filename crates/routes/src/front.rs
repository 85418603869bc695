//! Every plan that no other dominates, under the same nature.
//!
//! A plan says in each situation which step comes next, or that one waits. It is never random, and
//! never has one score. One plan is better than another where it is at least as good in every
//! scenario and by every criterion, and somewhere better. Inside, only that exact dominance leaves
//! a plan out; where more plans remain than can be kept, the front says that a limit bit.

use crate::graph::{Fate, Graph, Place, Standing};
use crate::scenario::{Cases, Scenarios};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A plan: what is done in a situation, and what then.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// The situation.
    pub place: Place,
    /// Which of its steps; nothing: stay and wait.
    pub way: Option<usize>,
    /// What follows each branch of the step, in their order.
    pub then: Vec<Rc<Plan>>,
    /// How it fares.
    pub worth: Worth,
}

/// How a plan fares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The scenarios in which it ends in safety.
    pub safe: Cases,
    /// The scenarios in which it ends out of reach, or in safety.
    pub out_of_reach: Cases,
    /// The scenarios in which the person is returned.
    pub returned: Cases,
    /// The most refusals that it may bring.
    pub refusals: u32,
    /// The most journeys on which it may lead.
    pub journeys: u32,
    /// Whether some step tells those who hunt.
    pub exposes: bool,
    /// How many steps it names.
    pub steps: u32,
}

impl Worth {
    /// At least as good in every scenario and by every criterion. The number of steps is none: of
    /// two equal plans the shorter is kept.
    pub fn at_least(&self, other: &Worth) -> bool {
        other.safe.within(&self.safe)
            && other.out_of_reach.within(&self.out_of_reach)
            && self.returned.within(&other.returned)
            && self.refusals <= other.refusals
            && self.journeys <= other.journeys
            && self.exposes <= other.exposes
    }
}

/// The plans that no other dominates.
#[derive(Debug)]
pub struct Front {
    /// The plans, in an order that never changes.
    pub plans: Vec<Rc<Plan>>,
    /// Whether more plans remained somewhere than can be kept.
    pub cut: bool,
}

/// So many plans are kept in a situation.
pub const MOST_PLANS: usize = 24;

/// Works the front out, for a graph without circles.
pub fn front(graph: &Graph, scenarios: &Scenarios, most: usize) -> Front {
    let mut search = Search::new(graph, scenarios, most);
    let plans = search.plans(0);
    Front {
        plans,
        cut: search.cut,
    }
}

/// For each step of a situation the plans that begin with it and that no other of these dominates;
/// and whether a limit bit.
pub fn by_first_step(
    graph: &Graph,
    scenarios: &Scenarios,
    place: Place,
    most: usize,
) -> (Vec<Vec<Rc<Plan>>>, bool) {
    let mut search = Search::new(graph, scenarios, most);
    let ways = 0..graph.nodes[place].ways.len();
    let of_way = |way| {
        let mut plans = Vec::new();
        for plan in search.by(place, way) {
            keep(&mut plans, Rc::new(plan));
        }
        plans
    };
    let found = ways.map(of_way).collect();
    (found, search.cut)
}

/// To stay and wait in a situation.
pub fn to_wait(graph: &Graph, scenarios: &Scenarios, place: Place) -> Rc<Plan> {
    Rc::new(wait(graph, scenarios, place))
}

/// How a plan fares, worked out anew: each scenario is walked from the plan's situation to its end.
/// Nothing of what was found on the way to the plan is used.
pub fn fares(graph: &Graph, scenarios: &Scenarios, plan: &Plan) -> Worth {
    let mut masks: BTreeMap<(Place, usize), Vec<Cases>> = BTreeMap::new();
    let mut ends: Vec<Standing> = Vec::with_capacity(scenarios.count());
    for case in 0..scenarios.count() {
        let mut at = plan;
        while let Some(way) = at.way {
            let masks = masks
                .entry((at.place, way))
                .or_insert_with(|| scenarios.masks(&graph.nodes[at.place].ways[way]));
            match masks.iter().position(|mask| mask.has(case)) {
                Some(taken) => at = &at.then[taken],
                None => break,
            }
        }
        ends.push(graph.nodes[at.place].standing);
    }
    let cases = |wanted: &[Standing]| {
        let so: Vec<bool> = ends.iter().map(|end| wanted.contains(end)).collect();
        Cases::of(&so)
    };
    Worth {
        safe: cases(&[Standing::Safe]),
        out_of_reach: cases(&[Standing::Safe, Standing::OutOfReach]),
        returned: cases(&[Standing::Returned]),
        ..longest(graph, plan)
    }
}

/// What a plan may bring at most, along any of its branches; without its scenarios.
fn longest(graph: &Graph, plan: &Plan) -> Worth {
    let none = || Cases::of(&[]);
    let mut most = Worth {
        safe: none(),
        out_of_reach: none(),
        returned: none(),
        refusals: 0,
        journeys: 0,
        exposes: false,
        steps: 0,
    };
    let Some(way) = plan.way.map(|way| &graph.nodes[plan.place].ways[way]) else {
        return most;
    };
    let returns = way.fates.iter().any(|branch| branch.fate == Fate::Returned);
    for (branch, then) in way.fates.iter().zip(&plan.then) {
        let follows = longest(graph, then);
        let refused = u32::from(branch.fate == Fate::Badly);
        most.refusals = most.refusals.max(follows.refusals + refused);
        most.journeys = most.journeys.max(follows.journeys);
        most.exposes |= follows.exposes;
        most.steps += follows.steps;
    }
    most.journeys += u32::from(returns);
    most.exposes |= way.exposes;
    most.steps += 1;
    most
}

struct Search<'g> {
    graph: &'g Graph,
    scenarios: &'g Scenarios,
    most: usize,
    found: BTreeMap<Place, Vec<Rc<Plan>>>,
    cut: bool,
}

impl<'g> Search<'g> {
    fn new(graph: &'g Graph, scenarios: &'g Scenarios, most: usize) -> Search<'g> {
        Search {
            graph,
            scenarios,
            most,
            found: BTreeMap::new(),
            cut: graph.cut,
        }
    }

    fn plans(&mut self, place: Place) -> Vec<Rc<Plan>> {
        if let Some(found) = self.found.get(&place) {
            return found.clone();
        }
        let mut plans = vec![Rc::new(wait(self.graph, self.scenarios, place))];
        for way in 0..self.graph.nodes[place].ways.len() {
            for plan in self.by(place, way) {
                keep(&mut plans, Rc::new(plan));
            }
        }
        self.limit(&mut plans);
        self.found.insert(place, plans.clone());
        plans
    }

    /// The plans that begin with a step: every choice of what follows each branch.
    fn by(&mut self, place: Place, way: usize) -> Vec<Plan> {
        let graph = self.graph;
        let taken = &graph.nodes[place].ways[way];
        let masks = self.scenarios.masks(taken);
        let journey = u32::from(
            !taken
                .fates
                .iter()
                .all(|branch| branch.fate != Fate::Returned),
        );
        let mut partial = vec![Plan {
            place,
            way: Some(way),
            then: Vec::new(),
            worth: Worth {
                safe: self.scenarios.none(),
                out_of_reach: self.scenarios.none(),
                returned: self.scenarios.none(),
                refusals: 0,
                journeys: 0,
                exposes: taken.exposes,
                steps: 1,
            },
        }];
        for (branch, mask) in taken.fates.iter().zip(&masks) {
            let follows = self.plans(branch.to);
            let mut longer: Vec<Rc<Plan>> = Vec::new();
            for plan in &partial {
                for next in &follows {
                    let refused = u32::from(branch.fate == Fate::Badly);
                    keep(&mut longer, Rc::new(joined(plan, next, mask, refused)));
                }
            }
            self.limit(&mut longer);
            partial = longer
                .into_iter()
                .map(|plan| Rc::try_unwrap(plan).unwrap_or_else(|plan| copied(&plan)))
                .collect();
        }
        for plan in &mut partial {
            plan.worth.journeys += journey;
        }
        partial
    }

    fn limit(&mut self, plans: &mut Vec<Rc<Plan>>) {
        if plans.len() > self.most {
            self.cut = true;
            // The widest first, then the most careful: what is dropped is said to be dropped.
            plans.sort_by_key(|plan| {
                let worth = &plan.worth;
                let wide = worth.safe.count() + worth.out_of_reach.count();
                (std::cmp::Reverse(wide), worth.returned.count(), worth.steps)
            });
            plans.truncate(self.most);
        }
    }
}

/// Stay and wait.
fn wait(graph: &Graph, scenarios: &Scenarios, place: Place) -> Plan {
    let standing = graph.nodes[place].standing;
    let cases = |so: bool| {
        if so {
            scenarios.all()
        } else {
            scenarios.none()
        }
    };
    Plan {
        place,
        way: None,
        then: Vec::new(),
        worth: Worth {
            safe: cases(standing == Standing::Safe),
            out_of_reach: cases(matches!(standing, Standing::Safe | Standing::OutOfReach)),
            returned: cases(standing == Standing::Returned),
            refusals: 0,
            journeys: 0,
            exposes: false,
            steps: 0,
        },
    }
}

fn copied(plan: &Plan) -> Plan {
    Plan {
        place: plan.place,
        way: plan.way,
        then: plan.then.clone(),
        worth: plan.worth.clone(),
    }
}

/// A plan with what follows its next branch.
fn joined(plan: &Plan, next: &Rc<Plan>, mask: &Cases, refused: u32) -> Plan {
    let mut longer = copied(plan);
    let (worth, follows) = (&mut longer.worth, &next.worth);
    worth.safe.add_within(&follows.safe, mask);
    worth.out_of_reach.add_within(&follows.out_of_reach, mask);
    worth.returned.add_within(&follows.returned, mask);
    worth.refusals = worth.refusals.max(follows.refusals + refused);
    worth.journeys = worth.journeys.max(follows.journeys);
    worth.exposes |= follows.exposes;
    worth.steps += follows.steps;
    longer.then.push(Rc::clone(next));
    longer
}

/// Adds a plan, unless one that is kept is as good; leaves out those that are not better than it.
/// Of equal ones the shorter stays, and of equally long ones the earlier.
fn keep(plans: &mut Vec<Rc<Plan>>, plan: Rc<Plan>) {
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
