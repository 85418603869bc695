//! What is known of how a plan ends, beside the solver's bounds on the model of that plan alone, and
//! beside every chance that may be the true one.

mod random;
#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use law::{Day, Program};
use random::Dice;
use routes::{
    Assumptions, Branch, Chance, Clock, Fate, Graph, Hazard, Laying, Mark, Model, Nature, Node,
    Outcome, Plan, Prospect, Question, Standing, Step, WHOLE, Way, Worth, graph, solve, strategies,
};
use std::rc::Rc;

/// What is asked of an end, and how its places are marked.
type End = (fn(&Prospect) -> Chance, fn(Standing) -> bool);

const ENDS: [End; 3] = [
    (|known| known.returned, |at| at == Standing::Returned),
    (
        |known| known.waiting,
        |at| matches!(at, Standing::OnTheWay | Standing::OutOfReach),
    ),
    (|known| known.safe, |at| at == Standing::Safe),
];

/// A state of a plan unfolded: what is planned there, or whether it ends as is asked.
#[derive(Clone, Copy)]
enum At<'p> {
    Plan(&'p Plan),
    End(bool),
}

/// A plan unfolded: each of its situations is a state, and where it ends as is asked is marked safe.
/// Whoever stays where they may be found is found, or is not: of that nothing is known.
fn model_of_plan(graph: &Graph, plan: &Plan, ends: fn(Standing) -> bool) -> (Model, usize) {
    let mut states = vec![(At::Plan(plan), 0)];
    let mut laying = Laying::default();
    let mut next = 0;
    while let Some((at, depth)) = states.get(next).copied() {
        next += 1;
        let follows: Vec<(At<'_>, Chance)> = match at {
            At::End(so) => {
                laying.state(if so { Mark::Safe } else { Mark::OnTheWay }, []);
                continue;
            }
            At::Plan(plan) => {
                let node = &graph.nodes[plan.place];
                match plan.way {
                    Some(way) => {
                        let fates = node.ways[way].fates.iter().zip(&plan.then);
                        fates
                            .map(|(it, then)| (At::Plan(then), it.chance))
                            .collect()
                    }
                    None if node.hunted => [Standing::Returned, node.standing]
                        .map(|standing| (At::End(ends(standing)), Chance::UNKNOWN))
                        .into(),
                    None => vec![(At::End(ends(node.standing)), Chance::CERTAIN)],
                }
            }
        };
        let mut outcomes = Vec::new();
        for (at, chance) in follows {
            let to = u32::try_from(states.len()).expect("few");
            outcomes.push(Outcome { to, chance });
            states.push((at, depth + 1));
        }
        laying.state(Mark::OnTheWay, [outcomes.as_slice()]);
    }
    let depth = states.iter().map(|(_, depth)| *depth).max();
    let model = laying.done().expect("chances of one whole");
    (model, depth.unwrap_or_default())
}

/// Each end as the solver has it, within one millionth for each step and the solver's own tolerance.
fn agrees_with_the_solver(graph: &Graph, plan: &Plan) -> Prospect {
    let known = Prospect::of(graph, plan);
    for (end, ends) in ENDS {
        let (model, depth) = model_of_plan(graph, plan, ends);
        let solved = |nature| {
            let person = Nature::Most;
            let mark = Mark::Safe;
            let question = Question {
                mark,
                person,
                nature,
            };
            solve(&model, question)
        };
        let (least, most) = end(&known).ends();
        let (at_worst, at_best) = (solved(Nature::Least), solved(Nature::Most));
        assert!(at_worst.proved && at_best.proved);
        let off = (depth + 1) as f64 * 1e-6;
        let (worst, best) = (at_worst.value(0), at_best.value(0));
        assert!(
            least <= worst + 1e-6 && worst <= least + off,
            "{least} {worst}"
        );
        assert!(best <= most + 1e-6 && most <= best + off, "{most} {best}");
    }
    known
}

/// Of the two ends whichever the dice say; half of all chances are not known.
fn chance(dice: &mut Dice) -> Chance {
    let (a, b) = (dice.below(WHOLE + 1), dice.below(WHOLE + 1));
    match dice.below(2) {
        0 => Chance::UNKNOWN,
        _ => Chance::between(a.min(b), a.max(b)).expect("two ends"),
    }
}

/// Chances of one whole, each with the true one that lies within it.
fn chances(dice: &mut Dice, count: usize) -> Vec<(Chance, f64)> {
    let mut cuts: Vec<u32> = (1..count).map(|_| dice.below(WHOLE + 1)).collect();
    cuts.extend([0, WHOLE]);
    cuts.sort_unstable();
    let parts = cuts.windows(2).map(|cut| cut[1] - cut[0]);
    parts
        .map(|part| {
            let exact = Chance::between(part, part).expect("a part of the whole");
            let known = exact.hull(chance(dice));
            (known, f64::from(part) / f64::from(WHOLE))
        })
        .collect()
}

const STANDINGS: [Standing; 4] = [
    Standing::OnTheWay,
    Standing::OutOfReach,
    Standing::Safe,
    Standing::Returned,
];

/// A plan at random with a graph for it: each situation stands once. Gives what each end truly is.
fn plan(dice: &mut Dice, graph: &mut Graph, depth: u32) -> (Rc<Plan>, [f64; 3]) {
    let place = graph.nodes.len();
    let standing = STANDINGS[dice.below(4) as usize];
    graph.nodes.push(Node {
        here: None,
        piece: 0,
        hunted: false,
        standing,
        hazard: Hazard::NotKnown,
        facts: Rc::default(),
        ways: Vec::new(),
    });
    let ended = |way, then| {
        Rc::new(Plan {
            place,
            way,
            then,
            worth: Worth::default(),
        })
    };
    if depth == 0 || dice.below(5) == 0 {
        let so = ENDS.map(|(_, ends)| f64::from(u8::from(ends(standing))));
        return (ended(None, Vec::new()), so);
    }
    let (mut fates, mut then, mut truth) = (Vec::new(), Vec::new(), [0.0; 3]);
    let count = 1 + dice.below(5) as usize;
    for (chance, exact) in chances(dice, count) {
        let (next, ends) = plan(dice, graph, depth - 1);
        fates.push(Branch {
            chance,
            ..Branch::new(Fate::Well, next.place)
        });
        then.push(next);
        truth = [0, 1, 2].map(|end| truth[end] + exact * ends[end]);
    }
    graph.nodes[place].ways = vec![Way::new(Step::Ask(0), fates)];
    (ended(Some(0), then), truth)
}

#[test]
fn a_plan_at_random_ends_as_the_solver_says_and_the_truth_lies_between() {
    let mut dice = Dice::new(0xa_51de);
    let mut narrow = 0;
    for _ in 0..300 {
        let mut graph = Graph::default();
        let (plan, truth) = plan(&mut dice, &mut graph, 4);
        let known = agrees_with_the_solver(&graph, &plan);
        for ((end, _), truth) in ENDS.iter().zip(truth) {
            let (least, most) = end(&known).ends();
            assert!(
                least <= truth + 1e-9 && truth <= most + 1e-9,
                "{least} {truth} {most}"
            );
            narrow += usize::from(most - least < 0.5);
        }
    }
    assert!(narrow > 300, "{narrow} of 900 ends are known to half");
}

#[test]
fn every_plan_that_the_twelve_are_shown_ends_as_the_solver_says() {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    let assumed = Assumptions::default();
    let (mut plans, mut safe_by_count) = (0, 0);
    for (_, facts) in shipped::people(&library, shipped::TWELVE) {
        let graph = graph(
            &library,
            &Clock::of_one_day(&program),
            &facts,
            &assumed,
            &Default::default(),
        );
        for strategy in strategies(&graph, assumed.tolerance).all {
            let known = agrees_with_the_solver(&graph, &strategy.plan);
            plans += 1;
            safe_by_count += usize::from(known.safe.lo() > 0);
            // Whoever is never on a journey, at a claim, or where they may be found is never handed over.
            let hunted = graph.nodes[strategy.plan.place].hunted;
            let never = strategy.plan.worth.dangers == 0 && !hunted;
            assert!(!never || known.returned == Chance::NEVER, "{known:?}");
        }
    }
    assert!(plans > 24, "{plans}");
    eprintln!("{plans} plans; of {safe_by_count} some safety is certain by counts alone");
}

/// A step of whose chances more was said than can be so.
#[test]
fn where_what_is_said_contradicts_itself_nothing_is_known() {
    let half_and_more = Chance::between(600_000, WHOLE).expect("two ends");
    let node = |standing, ways| Node {
        here: None,
        piece: 0,
        hunted: false,
        standing,
        hazard: Hazard::NotKnown,
        facts: Rc::default(),
        ways,
    };
    let branch = |to| Branch {
        chance: half_and_more,
        ..Branch::new(Fate::Well, to)
    };
    let way = Way::new(Step::Ask(0), vec![branch(1), branch(2)]);
    let graph = Graph {
        nodes: vec![
            node(Standing::OnTheWay, vec![way]),
            node(Standing::Safe, Vec::new()),
            node(Standing::Returned, Vec::new()),
        ],
        ..Graph::default()
    };
    let ends = |place| {
        Rc::new(Plan {
            place,
            way: None,
            then: Vec::new(),
            worth: Worth::default(),
        })
    };
    let plan = Plan {
        place: 0,
        way: Some(0),
        then: vec![ends(1), ends(2)],
        worth: Worth::default(),
    };
    let known = Prospect::of(&graph, &plan);
    assert_eq!(
        (known.safe, known.returned),
        (Chance::UNKNOWN, Chance::UNKNOWN)
    );
    assert_eq!(known.waiting, Chance::NEVER);
}
