//! What a person is shown: for each first step the widest plan that begins with it, the plans that
//! give up some of that for less danger or fewer refusals, and to wait.

use crate::assumptions::Tolerance;
use crate::front::{Search, widest};
use crate::graph::{Branch, Fate, Graph, Place, Step};
use crate::plan::{Plan, Worth, fares, wait};
use crate::scenario::Scenarios;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A plan to look at.
#[derive(Clone, Debug)]
pub struct Strategy {
    /// The plan.
    pub plan: Rc<Plan>,
    /// How many chances it keeps that do not hang on each other, before anything that cannot be undone.
    pub independent: usize,
    /// It is not the widest of those that begin alike, and is better by another criterion: it brings
    /// less danger or fewer refusals.
    pub variant: bool,
}

/// Plans to look at, in their order; whether a limit bit.
#[derive(Clone, Debug)]
pub struct Strategies {
    /// What asks from where one is comes first, then what leaves; what tells those who hunt stands
    /// last but for waiting, which is always there.
    pub all: Vec<Strategy>,
    /// How many were left out because, evaluated alone, they did not fare as was found.
    pub dropped: usize,
    /// In how many scenarios they were compared.
    pub scenarios: usize,
    /// How many plans there are that no other dominates; for each there is a shown one that is at
    /// most the tolerance worse in each criterion.
    pub front: usize,
    /// The graph was cut: a better plan may have been left out.
    pub cut: bool,
}

/// The strategies of a graph, from where the person stands.
pub fn strategies(graph: &Graph, tolerance: Tolerance) -> Strategies {
    strategies_from(graph, 0, tolerance)
}

/// The strategies from any of its situations: what is best once something has happened. They are
/// compared under the same scenarios as at the start.
pub fn strategies_from(graph: &Graph, place: Place, tolerance: Tolerance) -> Strategies {
    let scenarios = Scenarios::of(graph);
    let everywhere = scenarios.all();
    let mut search = Search::new(graph, &scenarios);
    let ways = 0..graph.nodes[place].ways.len();
    let widest_by = |way| widest(search.by(place, way, &everywhere).iter()).cloned();
    let mut shown: Vec<Rc<Plan>> = ways.filter_map(widest_by).collect();
    let first_steps = shown.len();
    shown.push(Rc::new(wait(graph, place, &scenarios, &everywhere)));
    let front = search.plans(place, &everywhere);
    stand_for(&front, &mut shown, scenarios.count(), tolerance);
    let waits = shown.remove(first_steps);
    let found = shown.iter().enumerate().map(|(index, plan)| Strategy {
        plan: search.whole(plan, &everywhere),
        independent: independent(graph, plan),
        variant: index >= first_steps,
    });
    // Each is evaluated alone, from scratch, before anybody sees it.
    let holds = |one: &Strategy| fares(graph, &scenarios, &one.plan) == one.plan.worth;
    let (mut all, wrong): (Vec<Strategy>, Vec<Strategy>) = found.partition(holds);
    all.sort_by_key(|strategy| order(graph, strategy));
    all.push(Strategy {
        plan: waits,
        independent: 0,
        variant: false,
    });
    Strategies {
        all,
        dropped: wrong.len(),
        scenarios: scenarios.count(),
        front: front.len(),
        cut: graph.bit.situations,
    }
}

/// Adds plans of the front until for each there is a shown one that is at most the tolerance worse:
/// always the one that stands for most others, of these the widest.
fn stand_for(
    front: &[Rc<Plan>],
    shown: &mut Vec<Rc<Plan>>,
    scenarios: usize,
    tolerance: Tolerance,
) {
    let for_it =
        |one: &Worth, plan: &Rc<Plan>| one.at_most_worse(&plan.worth, scenarios, tolerance);
    let mut missing: Vec<&Rc<Plan>> = front
        .iter()
        .filter(|plan| !shown.iter().any(|one| for_it(&one.worth, plan)))
        .collect();
    while let Some(next) = missing.iter().max_by_key(|one| {
        let others = missing.iter().filter(|plan| for_it(&one.worth, plan));
        let worth = &one.worth;
        (
            others.count(),
            worth.width(),
            Reverse(worth.returned),
            Reverse(worth.steps),
        )
    }) {
        let next = Rc::clone(next);
        missing.retain(|plan| !for_it(&next.worth, plan));
        shown.push(next);
    }
}

/// Rules that may each grant, along the way on which everything is refused, before the first journey
/// or the first step whose refusal closes another.
fn independent(graph: &Graph, plan: &Plan) -> usize {
    let mut rules = BTreeSet::new();
    let mut at = Some(plan);
    while let Some(plan) = at {
        let Some(way) = plan.way.map(|way| &graph.nodes[plan.place].ways[way]) else {
            break;
        };
        match &way.step {
            Step::AskAll(all) => rules.extend(all.iter().copied()),
            Step::Ask(rule) | Step::Claim(rule) | Step::Appeal(rule) => drop(rules.insert(*rule)),
            Step::Enter(_) | Step::TravelOn(_) => break,
            Step::Prepare(_) | Step::Wait(_) => {}
        }
        if !way.burns.is_empty() {
            break;
        }
        let goes_on = match &way.step {
            Step::Prepare(_) | Step::Wait(_) => Fate::Well,
            _ => Fate::Badly,
        };
        let refused = way
            .fates
            .iter()
            .position(|branch: &Branch| branch.fate == goes_on);
        at = refused
            .and_then(|branch| plan.then.get(branch))
            .map(Rc::as_ref);
    }
    rules.len()
}

/// Whether the first step tells those who hunt, what kind it is, how widely it ends well, in how many
/// scenarios the person is returned, how many steps it names.
type Order = (bool, u8, Reverse<usize>, usize, u32);

fn order(graph: &Graph, strategy: &Strategy) -> Order {
    let plan = &strategy.plan;
    let way = plan.way.map(|way| &graph.nodes[plan.place].ways[way]);
    let leaves = match way.map(|way| &way.step) {
        Some(Step::Prepare(_)) => 0,
        // A paper in hand is used before it runs out.
        Some(_) if way.is_some_and(|way| way.in_hand) => 1,
        Some(Step::AskAll(_) | Step::Claim(_) | Step::Appeal(_)) => 2,
        Some(Step::Ask(_)) => 3,
        _ => 4,
    };
    let worth = &plan.worth;
    (
        way.is_some_and(|way| way.exposes),
        leaves,
        Reverse(worth.width()),
        worth.returned,
        worth.steps,
    )
}
