//! The plans that the twelve are shown: for whatever else they could do in each situation, one of these
//! is at most the tolerance worse by every criterion.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;
#[path = "../../law/tests/support/mod.rs"]
mod support;

use law::{Day, Program};
use routes::{
    Assumptions, Cases, Clock, Fate, Graph, Place, Scenarios, Standing, Worth, graph, strategies,
};
use std::collections::HashMap;
use support::Dice;

/// So many plans at random for each person.
const PLANS: usize = 100;

/// A choice in each situation at random, made when a scenario first comes there; now and then to wait.
struct AtRandom<'d> {
    dice: &'d mut Dice,
    chosen: HashMap<Place, Option<usize>>,
}

/// For each step of a situation, the scenarios in which each of its branches is taken.
#[derive(Default)]
struct Taken(HashMap<(Place, usize), Vec<Cases>>);

impl Taken {
    fn branch(&mut self, graph: &Graph, all: &Scenarios, at: (Place, usize), case: usize) -> usize {
        let masks = self.0.entry(at);
        let masks = masks.or_insert_with(|| all.masks(&graph.nodes[at.0].ways[at.1]));
        let taken = masks.iter().position(|mask| mask.has(case));
        taken.expect("a step of a person ends somehow")
    }
}

impl AtRandom<'_> {
    fn choice(&mut self, graph: &Graph, place: Place) -> Option<usize> {
        let ways = graph.nodes[place].ways.len();
        let dice = &mut self.dice;
        *self
            .chosen
            .entry(place)
            .or_insert_with(|| (ways > 0 && !dice.percent(15)).then(|| dice.below(ways)))
    }

    fn worth(&mut self, graph: &Graph, scenarios: &Scenarios, taken: &mut Taken) -> Worth {
        let mut worth = Worth::default();
        for case in 0..scenarios.count() {
            let (mut place, mut refusals, mut dangers) = (0, 0, 0);
            while let Some(way) = self.choice(graph, place) {
                let fate = taken.branch(graph, scenarios, (place, way), case);
                let way = &graph.nodes[place].ways[way];
                worth.exposes |= way.exposes;
                dangers += u32::from(way.fates.iter().any(|it| it.fate == Fate::Returned));
                refusals += u32::from(way.fates[fate].is_refusal());
                place = way.fates[fate].to;
            }
            let node = &graph.nodes[place];
            let end = match node.hunted && scenarios.found().has(case) {
                true => Standing::Returned,
                false => node.standing,
            };
            worth.safe += usize::from(end == Standing::Safe);
            worth.out_of_reach += usize::from(matches!(end, Standing::Safe | Standing::OutOfReach));
            worth.returned += usize::from(end == Standing::Returned);
            worth.refusals = worth.refusals.max(refusals);
            worth.dangers = worth.dangers.max(dangers);
        }
        worth
    }
}

#[test]
fn whatever_the_twelve_could_do_a_shown_plan_is_at_most_the_tolerance_worse() {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    let assumed = Assumptions::default();
    let mut dice = Dice::new(40);
    let (mut ends_well, mut by_waiting_alone) = (0, 0);
    for (name, facts) in shipped::people(&library, shipped::TWELVE) {
        let graph = graph(
            &library,
            &Clock::of_one_day(&program),
            &facts,
            &assumed,
            &Default::default(),
        );
        let scenarios = Scenarios::of(&graph);
        let found = strategies(&graph, assumed.tolerance);
        assert_eq!((found.dropped, found.cut), (0, false), "{name}");
        for variant in found.all.iter().filter(|one| one.variant) {
            let widest = found.all.iter().find(|one| {
                let begins_alike = one.plan.way == variant.plan.way;
                begins_alike && !one.variant
            });
            let (own, other) = (variant.plan.worth, widest.expect("it is there").plan.worth);
            // It is said to go less far.
            let less = own.returned < other.returned
                || own.dangers < other.dangers
                || own.refusals < other.refusals;
            assert!(
                less && own.width() <= other.width(),
                "{name}: {own:?} {other:?}"
            );
        }
        let mut taken = Taken::default();
        for _ in 0..PLANS {
            let mut plan = AtRandom {
                dice: &mut dice,
                chosen: HashMap::new(),
            };
            let worth = plan.worth(&graph, &scenarios, &mut taken);
            let stands_for_it =
                |one: &Worth| one.at_most_worse(&worth, scenarios.count(), assumed.tolerance);
            let shown = found.all.iter().map(|one| &one.plan.worth);
            assert!(shown.clone().any(stands_for_it), "{name}: {worth:?}");
            ends_well += usize::from(worth.out_of_reach > 0);
            by_waiting_alone += usize::from(shown.clone().next_back().is_some_and(stands_for_it));
        }
    }
    // To wait alone would not stand for all of them.
    eprintln!("{ends_well} of the plans end well somewhere; to wait stands for {by_waiting_alone}");
    assert!(ends_well > 12 * PLANS / 2 && by_waiting_alone < ends_well);
}
