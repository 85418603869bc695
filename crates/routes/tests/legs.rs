//! The legs of a journey, and what is so of a person along a way that was really gone.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;
#[path = "../../law/tests/support/mod.rs"]
mod support;

use facts::{Facts, Recorded};
use law::{Day, Library, Program, Residual, Word, word};
use routes::{
    Assumptions, Branch, Clock, Fate, Graph, Leg, Standing, Step, Way, country_of, facts_along,
    graph,
};
use support::Dice;

struct World {
    library: Library,
    program: Program,
}

impl World {
    fn new() -> World {
        let (library, _) = shipped::library();
        let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
        World { library, program }
    }

    fn people(&self) -> Vec<(String, Facts, Graph)> {
        let people = shipped::people(&self.library, shipped::TWELVE).into_iter();
        let assumed = Assumptions::default();
        let of = |(name, facts): (String, Facts)| {
            let graph = graph(
                &self.library,
                &Clock::of_one_day(&self.program),
                &facts,
                &assumed,
                &Default::default(),
            );
            (name, facts, graph)
        };
        people.map(of).collect()
    }

    fn alive(&self, facts: &Facts) -> Vec<bool> {
        let residual = Residual::of(&self.program, &self.library, facts);
        let rules = self.program.rules.iter();
        rules
            .map(|rule| word(&residual, rule) != Word::Closed)
            .collect()
    }
}

fn is_journey(way: &Way) -> bool {
    matches!(way.step, Step::Enter(_) | Step::TravelOn(_))
}

#[test]
fn every_journey_can_fail_on_each_of_its_legs_and_no_place_is_reached_without_one() {
    let world = World::new();
    let mut journeys = 0;
    for (name, facts, graph) in world.people() {
        let start = country_of(&facts);
        for node in &graph.nodes {
            for way in &node.ways {
                for branch in &way.fates {
                    let moves = graph.nodes[branch.to].here != node.here;
                    let handed_over = branch.fate == Fate::Returned;
                    let arrives = is_journey(way) && branch.fate == Fate::Well;
                    assert!(!moves || handed_over || arrives, "{name}: {:?}", way.step);
                }
                let legs: Vec<Leg> = way.fates.iter().filter_map(|it| it.leg).collect();
                if !is_journey(way) {
                    assert_eq!(legs, [], "{name}: {:?}", way.step);
                } else if node.here == start {
                    assert_eq!(legs, [Leg::Exit, Leg::Boarding, Leg::Admission]);
                } else {
                    assert_eq!(legs, [Leg::Boarding, Leg::Admission]);
                }
                journeys += usize::from(is_journey(way));
            }
        }
    }
    assert!(journeys > 500, "{journeys}");
}

#[test]
fn whoever_is_not_let_out_plans_no_other_journey() {
    let world = World::new();
    let mut kept_in = 0;
    for (name, _, graph) in world.people() {
        for way in graph.nodes.iter().flat_map(|node| &node.ways) {
            let exit = way.fates.iter().find(|it| it.leg == Some(Leg::Exit));
            let Some(exit) = exit else { continue };
            let node = &graph.nodes[exit.to];
            let claims = |way: &Way| matches!(way.step, Step::Claim(_) | Step::Appeal(_));
            assert!(node.ways.iter().all(claims), "{name}");
            let home = node.here.map(|here| here.to_string()) == Some("RUS".to_owned());
            let barred = node.facts.get("exit_barred", None) == Some(&Recorded::yes_no(true));
            assert!(
                !home || barred,
                "{name}: Russia did not let its citizen out"
            );
            kept_in += 1;
        }
    }
    assert!(kept_in > 100, "{kept_in}");
}

/// Along random ways, what is so as the graph has it is what is so as it happened. Only which border
/// turned somebody back is not told apart in the graph, and there the law leaves the same alive.
#[test]
fn along_every_way_the_same_is_so_as_in_the_graph() {
    let world = World::new();
    let mut dice = Dice::new(17);
    let (mut same, mut alike) = (0, 0);
    for (name, facts, graph) in world.people() {
        for _ in 0..60 {
            let mut taken: Vec<(&Way, &Branch)> = Vec::new();
            let mut place = 0;
            while !graph.nodes[place].ways.is_empty() && taken.len() < 6 {
                let ways = &graph.nodes[place].ways;
                let way = &ways[dice.below(ways.len())];
                let branch = &way.fates[dice.below(way.fates.len())];
                taken.push((way, branch));
                place = branch.to;
                if branch.fate == Fate::Returned {
                    break;
                }
                let along = facts_along(
                    &world.library,
                    &Clock::of_one_day(&world.program),
                    &facts,
                    &taken,
                );
                let node = &graph.nodes[place];
                // How somebody came to be safe makes no difference to any plan.
                if node.standing == Standing::Safe {
                    break;
                }
                if along == *node.facts {
                    same += 1;
                    continue;
                }
                let turned_back = taken
                    .iter()
                    .any(|(way, it)| is_journey(way) && it.fate != Fate::Returned);
                let as_alive = world.alive(&along) == world.alive(&node.facts);
                let steps: Vec<&Step> = taken.iter().map(|(way, _)| &way.step).collect();
                assert!(as_alive && turned_back, "{name}: {steps:?}");
                alike += 1;
            }
        }
    }
    eprintln!("{same} situations the same, {alike} alike");
    assert!(same > 500 && alike > 0);
}
