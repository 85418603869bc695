//! What the worked examples say that a planner should find, by name; and where law reads alternatives,
//! so that more is less.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use facts::{FactId, Facts, Known, Recorded, Scalar};
use law::{Day, Library, Program, Residual, Word, word};
use routes::{Assumptions, Clock, Fate, Graph, Standing, Step, country_of, graph};
use std::collections::BTreeSet;

struct World {
    library: Library,
    program: Program,
}

fn world() -> World {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    World { library, program }
}

impl World {
    fn person(&self, name: &str) -> Facts {
        let people = shipped::people(&self.library, "books/people");
        let found = people.into_iter().find(|(other, _)| other == name);
        found.expect("a worked example").1
    }

    fn graph(&self, facts: &Facts) -> Graph {
        graph(
            &self.library,
            &Clock::of_one_day(&self.program),
            facts,
            &Assumptions::default(),
            &Default::default(),
        )
    }

    fn ids(&self, rules: &[usize]) -> BTreeSet<&str> {
        let ids = rules
            .iter()
            .map(|rule| self.program.rules[*rule].id.as_str());
        ids.collect()
    }

    fn word(&self, facts: &Facts, id: &str) -> Word {
        let rule = self.program.rule(id).expect("a shipped rule");
        word(&Residual::of(&self.program, &self.library, facts), rule)
    }
}

/// What he may ask for without leaving is asked at once, and no refusal of it takes anything away. A
/// country that lets him in without a visa and hears claims stays open meanwhile.
#[test]
fn a_man_in_moscow_asks_from_hiding_and_may_fly_to_where_he_can_claim() {
    let world = world();
    let graph = world.graph(&world.person("aslan-moscow"));
    let asks = graph.nodes[0].ways.iter().find_map(|way| match &way.step {
        Step::AskAll(rules) => Some((way, world.ids(rules))),
        _ => None,
    });
    let (asks, ids) = asks.expect("something may be asked from hiding");
    for id in ["au.201", "us.parole.humanitarian", "ca.public_policy"] {
        assert!(ids.contains(id), "{id} among {ids:?}");
    }
    assert!(
        asks.burns.is_empty(),
        "no refusal closes anything by article"
    );
    let mut flown = BTreeSet::new();
    for way in &graph.nodes[0].ways {
        let Step::Enter(rules) = &way.step else {
            continue;
        };
        let there = &graph.nodes[way.fates[0].to];
        if there
            .ways
            .iter()
            .any(|way| matches!(way.step, Step::Claim(_)))
        {
            flown.extend(world.ids(rules));
        }
    }
    for country in ["BRA", "URY"] {
        let entry = format!("any.entry.visa_free[{country}]");
        assert!(flown.contains(entry.as_str()), "{entry} among {flown:?}");
    }
    // The example names these two as well; their entry rules are for visits only, and a plan to claim
    // there would make that untrue.
    for country in ["ARG", "CHL"] {
        let entry = format!("any.entry.visa_free[{country}]");
        assert!(!flown.contains(entry.as_str()), "{entry} among {flown:?}");
        let left_out = graph.untrue.iter().map(|(entry, _)| *entry);
        assert!(
            world
                .ids(&left_out.collect::<Vec<_>>())
                .contains(entry.as_str()),
            "{entry} is said to be left out"
        );
    }
}

/// Whoever is stopped on a journey may be handed over; whoever is refused on paper is where they were.
#[test]
fn a_refusal_on_paper_and_one_at_a_border_are_never_one() {
    let world = world();
    let graph = world.graph(&world.person("aslan-moscow"));
    let ways = graph.nodes.iter();
    let ways = ways.flat_map(|node| node.ways.iter().map(move |way| (node, way)));
    for (node, way) in ways {
        let fates: Vec<Fate> = way.fates.iter().map(|branch| branch.fate).collect();
        let leads_back = way
            .fates
            .iter()
            .any(|branch| graph.nodes[branch.to].standing == Standing::Returned);
        match way.step {
            Step::Enter(_) | Step::TravelOn(_) => {
                let [Fate::Well, stopped @ .., Fate::Returned] = &fates[..] else {
                    panic!("{fates:?}");
                };
                assert!(stopped.len() >= 2 && stopped.iter().all(|it| *it == Fate::Badly));
                assert!(leads_back);
            }
            // Whoever waits for an answer in hiding may be found.
            Step::Ask(_) | Step::AskAll(_) => assert_eq!(leads_back, node.hunted),
            _ => {}
        }
    }
}

/// A claim in America needs somebody to be in America: no step from St Petersburg is one.
#[test]
fn an_american_claim_is_made_only_in_the_country_itself() {
    let world = world();
    let facts = world.person("ruslan-old-visa");
    let graph = world.graph(&facts);
    let claims = graph
        .nodes
        .iter()
        .filter(|node| node.here == country_of(&facts));
    for way in claims.flat_map(|node| &node.ways) {
        assert!(!world.ids(&way.rules()).contains("us.asylum.affirmative"));
    }
    let mut there = facts.clone();
    let usa = Scalar::Country("USA".parse().expect("a country"));
    there.set(
        FactId("here".into()),
        None,
        Recorded::One(Known::Value(usa)),
        None,
    );
    let first = world.graph(&there).nodes.swap_remove(0);
    let claims = |way: &routes::Way| world.ids(&way.rules()).contains("us.asylum.affirmative");
    assert!(
        first.ways.iter().any(claims),
        "in America it is a first step"
    );
}

/// More can be less: whoever has settled for good in a third country is shut out of American admission.
#[test]
fn a_lasting_right_in_a_third_country_shuts_american_admission() {
    let world = world();
    let mut facts = world.person("zarina-georgia");
    assert_ne!(world.word(&facts, "us.refugee.p1.outside"), Word::Closed);
    facts.set(
        FactId("firmly_resettled".into()),
        None,
        Recorded::yes_no(true),
        None,
    );
    assert_eq!(world.word(&facts, "us.refugee.p1.outside"), Word::Closed);
}

/// More can be less: a place that another country has offered shuts Canada's resettlement.
#[test]
fn a_place_offered_elsewhere_shuts_resettlement() {
    let world = world();
    let mut facts = world.person("zarina-georgia");
    assert_ne!(world.word(&facts, "ca.refugee.gar"), Word::Closed);
    facts.set(
        FactId("ca_return_or_resettlement_offered".into()),
        None,
        Recorded::yes_no(true),
        None,
    );
    assert_eq!(world.word(&facts, "ca.refugee.gar"), Word::Closed);
}
