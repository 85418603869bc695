//! Plans under the same nature: orders, fallbacks and burns; and every plan there is.

mod random;

use random::Dice;
use routes::{
    Branch, Cases, Fate, Front, Graph, Hazard, Node, Plan, Scenarios, Standing, Step, Way, Worth,
    fares, front,
};
use std::rc::Rc;

fn node(standing: Standing, ways: Vec<Way>) -> Node {
    Node {
        here: None,
        standing,
        hazard: Hazard::NotKnown,
        facts: Default::default(),
        ways,
    }
}

fn branch(fate: Fate, by: &[usize], to: usize) -> Branch {
    Branch {
        by: by.to_vec(),
        ..Branch::new(fate, to)
    }
}

/// Asking by one rule: granted leads to one situation, refused to another.
fn ask(rule: usize, granted: usize, refused: usize) -> Way {
    let fates = vec![
        branch(Fate::Well, &[rule], granted),
        branch(Fate::Badly, &[], refused),
    ];
    Way::new(Step::Ask(rule), fates)
}

fn journey(rule: usize, to: [usize; 3]) -> Way {
    let fates = [Fate::Well, Fate::Badly, Fate::Returned];
    let fates = fates.into_iter().zip(to);
    let fates = fates.map(|(fate, to)| branch(fate, &[], to)).collect();
    Way::new(Step::Enter(vec![rule]), fates)
}

fn graph(nodes: Vec<Node>) -> Graph {
    Graph {
        nodes,
        ..Graph::default()
    }
}

const ANY: usize = usize::MAX;

fn whole(graph: &Graph) -> (Scenarios, Front) {
    let scenarios = Scenarios::of(graph);
    let front = front(graph, &scenarios, ANY);
    assert!(!front.cut);
    (scenarios, front)
}

/// *x* and *y* can be asked, in either order; nodes: start, after x refused, after y refused, both
/// refused, safe.
fn either_order() -> Graph {
    graph(vec![
        node(Standing::OnTheWay, vec![ask(0, 4, 1), ask(1, 4, 2)]),
        node(Standing::OnTheWay, vec![ask(1, 4, 3)]),
        node(Standing::OnTheWay, vec![ask(0, 4, 3)]),
        node(Standing::OnTheWay, vec![]),
        node(Standing::Safe, vec![]),
    ])
}

/// The worth of following these steps, by numbers of ways, whenever the last was refused.
fn following(graph: &Graph, scenarios: &Scenarios, ways: &[usize]) -> Worth {
    simulate(graph, scenarios, &|place, _| {
        let there = graph.nodes[place].ways.len();
        ways.get(depth(place)).copied().filter(|way| *way < there)
    })
}

/// How many refusals lie behind a situation of the small graphs.
fn depth(place: usize) -> usize {
    [0, 1, 1, 2, 0][place.min(4)]
}

/// Walks every scenario from the start, by what a plan says.
fn simulate(
    graph: &Graph,
    scenarios: &Scenarios,
    plan: &dyn Fn(usize, usize) -> Option<usize>,
) -> Worth {
    let (mut safe, mut reach, mut returned) = (Vec::new(), Vec::new(), Vec::new());
    for case in 0..scenarios.count() {
        let mut place = 0;
        while let Some(way) = plan(place, case) {
            let way = &graph.nodes[place].ways[way];
            let Some(taken) = scenarios.branch(case, way) else {
                break;
            };
            place = way.fates[taken].to;
        }
        let standing = graph.nodes[place].standing;
        safe.push(standing == Standing::Safe);
        reach.push(matches!(standing, Standing::Safe | Standing::OutOfReach));
        returned.push(standing == Standing::Returned);
    }
    Worth {
        safe: Cases::of(&safe),
        out_of_reach: Cases::of(&reach),
        returned: Cases::of(&returned),
        refusals: 0,
        journeys: 0,
        exposes: false,
        steps: 0,
    }
}

#[test]
fn two_orders_are_equal_and_both_beat_one_alone() {
    let graph = either_order();
    let (scenarios, front) = whole(&graph);
    let x_then_y = following(&graph, &scenarios, &[0, 0]);
    let y_then_x = following(&graph, &scenarios, &[1, 0]);
    let x_only = following(&graph, &scenarios, &[0]);
    assert_eq!(x_then_y.safe, y_then_x.safe);
    assert!(x_only.safe.within(&x_then_y.safe) && x_only.safe != x_then_y.safe);
    // Both orders cannot be told apart by chance: one stands for both.
    let best: Vec<&Rc<Plan>> = front
        .plans
        .iter()
        .filter(|plan| plan.worth.safe == x_then_y.safe)
        .collect();
    assert_eq!(best.len(), 1);
}

#[test]
fn a_step_that_burns_the_next_is_worth_no_more_than_alone() {
    // After x is refused, y is closed.
    let burning = graph(vec![
        node(Standing::OnTheWay, vec![ask(0, 4, 3), ask(1, 4, 2)]),
        node(Standing::OnTheWay, vec![]),
        node(Standing::OnTheWay, vec![ask(0, 4, 3)]),
        node(Standing::OnTheWay, vec![]),
        node(Standing::Safe, vec![]),
    ]);
    let (scenarios, front) = whole(&burning);
    let x_burns_y = following(&burning, &scenarios, &[0]);
    let free = either_order();
    let alone = following(&free, &Scenarios::of(&free), &[0]);
    assert_eq!(
        x_burns_y.safe, alone.safe,
        "the same numbers, the same scenarios"
    );
    // Only the plan that asks y first keeps both chances. To ask by x alone costs one refusal less,
    // and no plan that begins with x has more than that.
    let widest: Vec<Option<usize>> = front
        .plans
        .iter()
        .filter(|plan| plan.worth.refusals == 2)
        .map(|plan| plan.way)
        .collect();
    assert_eq!(widest, [Some(1)]);
}

#[test]
fn to_wait_is_always_among_the_plans_and_a_risky_journey_beside_it() {
    let graph = graph(vec![
        node(
            Standing::OnTheWay,
            vec![journey(7, [1, 0, 2]).with_badly(3)],
        ),
        node(Standing::Safe, vec![]),
        node(Standing::Returned, vec![]),
        node(Standing::OnTheWay, vec![]),
    ]);
    let (_, front) = whole(&graph);
    let waits = front
        .plans
        .iter()
        .find(|plan| plan.way.is_none())
        .expect("to wait");
    assert_eq!(
        (waits.worth.safe.count(), waits.worth.returned.count()),
        (0, 0)
    );
    let goes = front
        .plans
        .iter()
        .find(|plan| plan.way == Some(0))
        .expect("to go");
    assert!(goes.worth.safe.count() > 0 && goes.worth.returned.count() > 0);
    assert_eq!(front.plans.len(), 2);
}

trait WithBadly {
    fn with_badly(self, to: usize) -> Self;
}

impl WithBadly for Way {
    fn with_badly(mut self, to: usize) -> Way {
        self.fates[1].to = to;
        self
    }
}

/// A random graph without circles: every step leads to later situations.
fn random_graph(seed: u64) -> Graph {
    let mut dice = Dice::new(seed);
    let count = 5 + dice.below(3) as usize;
    let mut nodes = Vec::new();
    for place in 0..count {
        let later = |dice: &mut Dice| place + 1 + dice.below((count + 1 - place) as u32) as usize;
        let ways = (0..dice.below(3))
            .map(|_| {
                let rule = dice.below(4) as usize;
                let mut way = if dice.below(2) == 0 {
                    ask(rule, later(&mut dice), later(&mut dice))
                } else {
                    journey(rule, [later(&mut dice), later(&mut dice), count + 1])
                };
                way.exposes = dice.below(4) == 0;
                way
            })
            .collect();
        let standing = if place > 0 && dice.below(5) == 0 {
            Standing::OutOfReach
        } else {
            Standing::OnTheWay
        };
        nodes.push(node(standing, ways));
    }
    nodes.push(node(Standing::Safe, vec![]));
    nodes.push(node(Standing::Returned, vec![]));
    graph(nodes)
}

/// Every plan that depends only on the situation: one choice in each, waiting among them.
fn every_plan(graph: &Graph) -> Vec<Vec<Option<usize>>> {
    graph.nodes.iter().fold(vec![vec![]], |all, node| {
        let choices: Vec<Option<usize>> = std::iter::once(None)
            .chain((0..node.ways.len()).map(Some))
            .collect();
        all.iter()
            .flat_map(|plan| {
                choices
                    .iter()
                    .map(|choice| [plan.clone(), vec![*choice]].concat())
            })
            .collect()
    })
}

/// The criteria that no scenario decides, along every branch of a plan.
fn along(graph: &Graph, plan: &[Option<usize>], place: usize) -> (u32, u32, bool) {
    let Some(way) = plan[place] else {
        return (0, 0, false);
    };
    let way = &graph.nodes[place].ways[way];
    let travels = way.fates.iter().any(|branch| branch.fate == Fate::Returned);
    let (mut refusals, mut journeys, mut exposes) = (0, 0, way.exposes);
    for branch in &way.fates {
        let (r, j, e) = along(graph, plan, branch.to);
        refusals = refusals.max(r + u32::from(branch.fate == Fate::Badly));
        journeys = journeys.max(j);
        exposes |= e;
    }
    (refusals, journeys + u32::from(travels), exposes)
}

#[test]
fn for_every_plan_there_is_a_kept_one_at_least_as_good() {
    let (mut plans, mut kept) = (0, 0);
    for seed in 0..120 {
        let graph = random_graph(seed);
        let (scenarios, front) = whole(&graph);
        kept += front.plans.len();
        for plan in every_plan(&graph) {
            let mut worth = simulate(&graph, &scenarios, &|place, _| plan[place]);
            (worth.refusals, worth.journeys, worth.exposes) = along(&graph, &plan, 0);
            assert!(
                front.plans.iter().any(|kept| kept.worth.at_least(&worth)),
                "{seed}: {plan:?}: {worth:?}"
            );
            plans += 1;
        }
        // And none that is kept is worth less than another.
        for (index, plan) in front.plans.iter().enumerate() {
            let others = front
                .plans
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index);
            for (_, other) in others {
                assert!(!other.worth.at_least(&plan.worth), "{seed}");
            }
        }
    }
    eprintln!("{plans} plans, {kept} kept");
    assert!(plans > 10_000 && kept > 200);
}

#[test]
fn a_kept_plan_fares_as_it_says_when_it_is_walked() {
    for seed in 0..200 {
        let graph = random_graph(seed);
        let (scenarios, front) = whole(&graph);
        for plan in &front.plans {
            for case in 0..scenarios.count() {
                let mut at = plan;
                while let Some(way) = at.way {
                    let way = &graph.nodes[at.place].ways[way];
                    let Some(taken) = scenarios.branch(case, way) else {
                        break;
                    };
                    assert_eq!(at.then[taken].place, way.fates[taken].to);
                    at = &at.then[taken];
                }
                let standing = graph.nodes[at.place].standing;
                assert_eq!(
                    plan.worth.safe.has(case),
                    standing == Standing::Safe,
                    "{seed}"
                );
                assert_eq!(
                    plan.worth.returned.has(case),
                    standing == Standing::Returned,
                    "{seed}"
                );
            }
        }
    }
}

#[test]
fn the_same_graph_has_the_same_front() {
    for seed in 0..50 {
        let graph = random_graph(seed);
        let (a, b) = (whole(&graph).1, whole(&graph).1);
        assert_eq!(a.plans, b.plans);
    }
}

/// One more lawful step never takes anything away, where no law reads that it is there.
#[test]
fn one_more_step_never_takes_a_plan_away() {
    let mut longer = 0;
    for seed in 0..150 {
        let larger = random_graph(seed);
        let mut smaller = larger.clone();
        let place = smaller.nodes.iter().position(|node| node.ways.len() > 1);
        let Some(place) = place else { continue };
        smaller.nodes[place].ways.pop();
        // The same nature for both.
        let scenarios = Scenarios::of(&larger);
        let before = front(&smaller, &scenarios, ANY);
        let after = front(&larger, &scenarios, ANY);
        for plan in &before.plans {
            let kept = after
                .plans
                .iter()
                .any(|other| other.worth.at_least(&plan.worth));
            assert!(kept, "seed {seed}: a plan is lost by one more step");
        }
        longer += 1;
    }
    assert!(longer > 50, "{longer} graphs had a step to take away");
}

/// The order in which steps and situations are named makes no difference to what a plan is worth.
#[test]
fn the_front_does_not_depend_on_the_order_of_steps() {
    for seed in 0..150 {
        let given = random_graph(seed);
        let mut turned = given.clone();
        turned.nodes.iter_mut().for_each(|node| node.ways.reverse());
        let worths = |graph: &Graph| {
            let front = front(graph, &Scenarios::of(&given), ANY);
            let mut worths: Vec<String> = front
                .plans
                .iter()
                .map(|plan| Worth {
                    steps: 0,
                    ..plan.worth.clone()
                })
                .map(|worth| format!("{worth:?}"))
                .collect();
            worths.sort();
            worths
        };
        assert_eq!(worths(&given), worths(&turned), "seed {seed}");
    }
}

/// Evaluated alone, from scratch, every kept plan fares as was found; and a plan that claims more does not.
#[test]
fn every_kept_plan_is_proved_alone() {
    let mut told_apart = 0;
    for seed in 0..200 {
        let graph = random_graph(seed);
        let (scenarios, front) = whole(&graph);
        for plan in &front.plans {
            assert_eq!(fares(&graph, &scenarios, plan), plan.worth, "seed {seed}");
            for other in front.plans.iter().filter(|other| other.worth != plan.worth) {
                assert_ne!(fares(&graph, &scenarios, plan), other.worth);
                told_apart += 1;
            }
        }
    }
    assert!(told_apart > 100, "{told_apart}");
}
