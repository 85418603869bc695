//! What a person is shown: for each first step the widest plan that begins with it, and to wait.

use crate::front::{Plan, by_first_step, fares, to_wait};
use crate::graph::{Branch, Fate, Graph, Place, Standing, Step};
use crate::model::{BadModel, Laying, Mark, Model, Outcome};
use crate::scenario::Scenarios;
use crate::{Chance, State};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A plan to look at, among those that begin alike.
#[derive(Clone, Debug)]
pub struct Strategy {
    /// The plan.
    pub plan: Rc<Plan>,
    /// How many chances it keeps that do not hang on each other, before anything that cannot be undone.
    pub independent: usize,
    /// How many other plans with the same first step are worth no less and no more: they cannot be
    /// told apart by chance.
    pub others: usize,
}

/// Plans for each first step, in the order in which they are looked at; whether a limit bit.
#[derive(Clone, Debug)]
pub struct Strategies {
    /// What asks from where one is comes first, then what leaves; what tells those who hunt stands
    /// last but for waiting, which is always there.
    pub all: Vec<Strategy>,
    /// How many were left out because, evaluated alone, they did not fare as was found.
    pub dropped: usize,
    /// In how many scenarios they were compared.
    pub scenarios: usize,
    /// More plans remained somewhere than can be kept.
    pub cut: bool,
}

/// So many plans are kept in a situation: there is one for each first step in any case.
const KEPT: usize = 6;

/// The strategies of a graph, from where the person stands.
pub fn strategies(graph: &Graph) -> Strategies {
    strategies_from(graph, 0)
}

/// The strategies from any of its situations: what is best once something has happened. They are
/// compared under the same scenarios as at the start.
pub fn strategies_from(graph: &Graph, place: Place) -> Strategies {
    let scenarios = Scenarios::of(graph);
    let (found, cut) = by_first_step(graph, &scenarios, place, KEPT);
    let of_way = |plans: &Vec<Rc<Plan>>| widest(graph, plans);
    // Each is evaluated alone, from scratch, before anybody sees it.
    let holds = |one: &Strategy| fares(graph, &scenarios, &one.plan) == one.plan.worth;
    let (mut all, wrong): (Vec<Strategy>, Vec<Strategy>) =
        found.iter().filter_map(of_way).partition(holds);
    all.sort_by_key(|strategy| order(graph, strategy));
    all.push(Strategy {
        plan: to_wait(graph, &scenarios, place),
        independent: 0,
        others: 0,
    });
    Strategies {
        all,
        scenarios: scenarios.count(),
        dropped: wrong.len(),
        cut,
    }
}

/// The plan that ends well in most scenarios; of these the one that is returned in fewest, then the
/// shortest.
fn widest(graph: &Graph, plans: &[Rc<Plan>]) -> Option<Strategy> {
    let worth = |plan: &Rc<Plan>| {
        let worth = &plan.worth;
        let wide = worth.safe.count() + worth.out_of_reach.count();
        (
            std::cmp::Reverse(wide),
            worth.returned.count(),
            worth.refusals,
            worth.steps,
        )
    };
    let best = plans.iter().min_by_key(|plan| worth(plan))?;
    let alike = |plan: &&Rc<Plan>| worth(plan).0 == worth(best).0 && worth(plan).1 == worth(best).1;
    Some(Strategy {
        independent: independent(graph, best),
        others: plans.iter().filter(alike).count() - 1,
        plan: Rc::clone(best),
    })
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
            Step::Prepare(_) => {}
        }
        if !way.burns.is_empty() {
            break;
        }
        let goes_on = match &way.step {
            Step::Prepare(_) => Fate::Well,
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

type Order = (bool, u8, std::cmp::Reverse<usize>, usize, u32);

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
    let wide = worth.safe.count() + worth.out_of_reach.count();
    (
        way.is_some_and(|way| way.exposes),
        leaves,
        std::cmp::Reverse(wide),
        worth.returned.count(),
        worth.steps,
    )
}

/// The graph as an interval model, for an independent checker: what was counted of claims, and of
/// every other chance that nothing is known. To
/// wait is one of the actions where anything can be done.
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
