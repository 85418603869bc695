//! Plans under the same nature: orders, fallbacks and burns; and every plan there is.

mod random;

use random::Dice;
use routes::{
    Branch, Fate, Graph, Hazard, Node, Plan, Scenarios, Standing, Step, Tolerance, Way, Worth,
    fares, front, strategies,
};
use std::collections::BTreeSet;
use std::rc::Rc;

fn node(standing: Standing, ways: Vec<Way>) -> Node {
    Node {
        here: None,
        piece: 0,
        hunted: false,
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

fn whole(graph: &Graph) -> (Scenarios, Vec<Rc<Plan>>) {
    let scenarios = Scenarios::of(graph);
    let front = front(graph, &scenarios, 0);
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

/// How many refusals lie behind a situation of the small graphs.
fn depth(place: usize) -> usize {
    [0, 1, 1, 2, 0][place.min(4)]
}

/// Walks every scenario from the start, by what a plan says of each situation; nothing of the crate's
/// own evaluation is used.
fn simulate(
    graph: &Graph,
    scenarios: &Scenarios,
    plan: &dyn Fn(usize, usize) -> Option<usize>,
) -> Worth {
    let mut worth = Worth::default();
    for case in 0..scenarios.count() {
        let (mut place, mut refusals, mut dangers) = (0, 0, 0);
        while let Some(way) = plan(place, case) {
            let way = &graph.nodes[place].ways[way];
            worth.exposes |= way.exposes;
            dangers += u32::from(way.fates.iter().any(|it| it.fate == Fate::Returned));
            let Some(fate) = taken(scenarios, case, way) else {
                break;
            };
            refusals += u32::from(way.fates[fate].is_refusal());
            place = way.fates[fate].to;
        }
        // Whoever stays where those who hunt may find them is found where that is so.
        if graph.nodes[place].hunted && scenarios.found().has(case) {
            worth.returned += 1;
            worth.refusals = worth.refusals.max(refusals);
            worth.dangers = worth.dangers.max(dangers);
            continue;
        }
        match graph.nodes[place].standing {
            Standing::Safe => {
                worth.safe += 1;
                worth.out_of_reach += 1;
            }
            Standing::OutOfReach => worth.out_of_reach += 1,
            Standing::Returned => worth.returned += 1,
            Standing::OnTheWay => {}
        }
        worth.refusals = worth.refusals.max(refusals);
        worth.dangers = worth.dangers.max(dangers);
    }
    worth
}

/// Which branch a step takes in a scenario.
fn taken(scenarios: &Scenarios, case: usize, way: &Way) -> Option<usize> {
    scenarios.masks(way).iter().position(|mask| mask.has(case))
}

/// In which scenarios the steps of a plan lead to safety.
fn safe_in(graph: &Graph, scenarios: &Scenarios, ways: &[usize]) -> BTreeSet<usize> {
    let ends_safe = |case: &usize| {
        let mut place = 0;
        while let Some(way) = ways.get(depth(place)) {
            let Some(way) = graph.nodes[place].ways.get(*way) else {
                break;
            };
            let fate = taken(scenarios, *case, way).expect("it is granted or not");
            place = way.fates[fate].to;
        }
        graph.nodes[place].standing == Standing::Safe
    };
    (0..scenarios.count()).filter(ends_safe).collect()
}

#[test]
fn two_orders_are_equal_and_both_beat_one_alone() {
    let graph = either_order();
    let (scenarios, front) = whole(&graph);
    let x_then_y = safe_in(&graph, &scenarios, &[0, 0]);
    let y_then_x = safe_in(&graph, &scenarios, &[1, 0]);
    let x_only = safe_in(&graph, &scenarios, &[0]);
    assert_eq!(x_then_y, y_then_x);
    assert!(x_only.is_subset(&x_then_y) && x_only != x_then_y);
    // Both orders cannot be told apart by chance: one stands for both.
    let best: Vec<&Rc<Plan>> = front
        .iter()
        .filter(|plan| plan.worth.safe == x_then_y.len())
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
    let x_burns_y = safe_in(&burning, &scenarios, &[0]);
    let free = either_order();
    let alone = safe_in(&free, &Scenarios::of(&free), &[0]);
    assert_eq!(x_burns_y, alone, "the same numbers, the same scenarios");
    // Only the plan that asks y first keeps both chances. To ask by x alone costs one refusal less,
    // and no plan that begins with x has more than that.
    let widest: Vec<Option<usize>> = front
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
        .iter()
        .find(|plan| plan.way.is_none())
        .expect("to wait");
    assert_eq!((waits.worth.safe, waits.worth.returned), (0, 0));
    let goes = front
        .iter()
        .find(|plan| plan.way == Some(0))
        .expect("to go");
    assert!(goes.worth.safe > 0 && goes.worth.returned > 0);
    assert_eq!(front.len(), 2);
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
    let count = 5 + Dice::new(seed).below(3) as usize;
    leaping(seed, count, count + 1)
}

/// The same, with so many situations; a step leads at most so far. Where it is not far, paths are long.
fn leaping(seed: u64, count: usize, farthest: usize) -> Graph {
    let mut dice = Dice::new(seed);
    let mut nodes = Vec::new();
    for place in 0..count {
        let ahead = (count + 1 - place).min(farthest);
        let later = |dice: &mut Dice| place + 1 + dice.below(ahead as u32) as usize;
        let hunted = dice.below(2) == 0;
        let found = |way: &mut Way| {
            if hunted {
                way.fates.push(branch(Fate::Returned, &[], count + 1));
            }
        };
        let ways = (0..dice.below(3))
            .map(|_| {
                let rule = dice.below(4) as usize;
                let mut way = match dice.below(5) {
                    0 | 1 => journey(rule, [later(&mut dice), later(&mut dice), count + 1]),
                    2 => Way::new(
                        Step::Wait(1),
                        vec![branch(Fate::Well, &[], later(&mut dice))],
                    ),
                    kind => {
                        let mut way = ask(rule, later(&mut dice), later(&mut dice));
                        if kind == 4 {
                            // The answer may come later, and lead elsewhere then.
                            let late = ask(rule, later(&mut dice), later(&mut dice));
                            let late = late.fates.into_iter();
                            way.fates.extend(late.map(|it| Branch { piece: 1, ..it }));
                        }
                        way
                    }
                };
                if !matches!(way.step, Step::Enter(_)) {
                    found(&mut way);
                }
                way.exposes = dice.below(4) == 0;
                way
            })
            .collect();
        let standing = if place > 0 && dice.below(5) == 0 {
            Standing::OutOfReach
        } else {
            Standing::OnTheWay
        };
        nodes.push(Node {
            hunted,
            ..node(standing, ways)
        });
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

/// How many steps the longest path has.
fn longest(graph: &Graph) -> usize {
    let mut steps = vec![0; graph.nodes.len()];
    for place in (0..graph.nodes.len()).rev() {
        let ahead = graph.nodes[place].ways.iter().flat_map(|way| &way.fates);
        steps[place] = ahead.map(|branch| 1 + steps[branch.to]).max().unwrap_or(0);
    }
    steps[0]
}

/// How each plan of a graph fares that depends only on the situation.
fn every_worth(graph: &Graph, scenarios: &Scenarios) -> Vec<Worth> {
    let plans = every_plan(graph).into_iter();
    plans
        .map(|plan| simulate(graph, scenarios, &|place, _| plan[place]))
        .collect()
}

/// Small graphs of every kind, and some whose longest path has six steps or more.
fn small_and_long() -> Vec<Graph> {
    let long = (1000..1400).map(|seed| leaping(seed, 8, 2));
    let long: Vec<Graph> = long.filter(|graph| longest(graph) >= 6).take(40).collect();
    assert_eq!(long.len(), 40);
    (0..120).map(random_graph).chain(long).collect()
}

#[test]
fn for_every_plan_there_is_a_kept_one_at_least_as_good() {
    let (mut plans, mut kept) = (0, 0);
    for graph in small_and_long() {
        let (scenarios, front) = whole(&graph);
        kept += front.len();
        for worth in every_worth(&graph, &scenarios) {
            let beaten = front.iter().any(|kept| kept.worth.at_least(&worth));
            assert!(beaten, "{worth:?} of {graph:?}");
            plans += 1;
        }
        // And none that is kept is worth less than another.
        for (index, plan) in front.iter().enumerate() {
            let others = front.iter().enumerate();
            for (_, other) in others.filter(|(other, _)| *other != index) {
                assert!(!other.worth.at_least(&plan.worth));
            }
        }
    }
    eprintln!("{plans} plans, {kept} kept");
    assert!(plans > 10_000 && kept > 200);
}

#[test]
fn for_every_plan_there_is_a_shown_one_at_most_the_tolerance_worse() {
    let tolerance = Tolerance {
        one_in: Some(10),
        refusals: 1,
        dangers: 1,
    };
    let (mut plans, mut variants) = (0, 0);
    for graph in small_and_long() {
        let scenarios = Scenarios::of(&graph);
        let found = strategies(&graph, tolerance);
        assert_eq!((found.dropped, found.cut), (0, false));
        variants += found.all.iter().filter(|one| one.variant).count();
        let cases = scenarios.count() / 10;
        for worth in every_worth(&graph, &scenarios) {
            let stands_for_it = found.all.iter().map(|one| &one.plan.worth).any(|one| {
                one.safe + cases >= worth.safe
                    && one.out_of_reach + cases >= worth.out_of_reach
                    && one.returned <= worth.returned + cases
                    && one.refusals <= worth.refusals + 1
                    && one.dangers <= worth.dangers + 1
                    && one.exposes <= worth.exposes
            });
            assert!(stands_for_it, "{worth:?} of {graph:?}");
            plans += 1;
        }
    }
    eprintln!("{plans} plans, {variants} shown beside a wider one");
    assert!(plans > 10_000 && variants > 20);
}

/// Whatever happens, a shown plan goes on: where no scenario of its own comes, it does what ends well
/// most widely from there, of all that tells nobody who hunts.
#[test]
fn where_no_scenario_comes_a_shown_plan_goes_on_as_is_best_afresh() {
    let mut afresh = 0;
    for graph in small_and_long() {
        let scenarios = Scenarios::of(&graph);
        for one in strategies(&graph, Tolerance::NONE).all {
            let reached = reached(&graph, &scenarios, &one.plan);
            for (path, plan) in first_unreached(&one.plan, &reached) {
                let kept = front(&graph, &scenarios, plan.place);
                let quiet = kept.iter().filter(|kept| !kept.worth.exposes);
                let widest = quiet.map(|kept| kept.worth.width()).max();
                let fares = fares(&graph, &scenarios, plan);
                assert_eq!(Some(fares.width()), widest, "{path:?} of {graph:?}");
                assert!(!fares.exposes);
                afresh += usize::from(plan.way.is_some());
            }
        }
    }
    assert!(afresh > 50, "{afresh} plans begun afresh");
}

/// Where a plan first comes that no scenario reaches.
fn first_unreached<'p>(
    plan: &'p Plan,
    reached: &BTreeSet<Vec<usize>>,
) -> Vec<(Vec<usize>, &'p Plan)> {
    let mut waiting = vec![(Vec::new(), plan)];
    let mut found = Vec::new();
    while let Some((path, plan)) = waiting.pop() {
        for (fate, next) in plan.then.iter().enumerate() {
            let path = [path.clone(), vec![fate]].concat();
            if reached.contains(&path) {
                waiting.push((path, next));
            } else {
                found.push((path, next.as_ref()));
            }
        }
    }
    found
}

/// The paths on which some scenario comes.
fn reached(graph: &Graph, scenarios: &Scenarios, plan: &Plan) -> BTreeSet<Vec<usize>> {
    let mut paths = BTreeSet::new();
    for case in 0..scenarios.count() {
        let (mut at, mut path) = (plan, Vec::new());
        while let Some(way) = at.way {
            let way = &graph.nodes[at.place].ways[way];
            let Some(fate) = taken(scenarios, case, way) else {
                break;
            };
            path.push(fate);
            paths.insert(path.clone());
            at = &at.then[fate];
        }
    }
    paths
}

#[test]
fn the_same_graph_has_the_same_front() {
    for seed in 0..50 {
        let graph = random_graph(seed);
        let (a, b) = (whole(&graph).1, whole(&graph).1);
        assert_eq!(a, b);
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
        let before = front(&smaller, &scenarios, 0);
        let after = front(&larger, &scenarios, 0);
        for plan in &before {
            let kept = after.iter().any(|other| other.worth.at_least(&plan.worth));
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
            let front = front(graph, &Scenarios::of(&given), 0);
            let mut worths: Vec<String> = front
                .iter()
                .map(|plan| Worth {
                    steps: 0,
                    ..plan.worth
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
        for plan in &front {
            assert_eq!(fares(&graph, &scenarios, plan), plan.worth, "seed {seed}");
            for other in front.iter().filter(|other| other.worth != plan.worth) {
                assert_ne!(fares(&graph, &scenarios, plan), other.worth);
                told_apart += 1;
            }
        }
    }
    assert!(told_apart > 100, "{told_apart}");
}
