//! A plan never makes untrue what was said on its way: whoever had to say that they would leave again
//! never claims protection there. Held on random people, with the law read afresh.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;
#[path = "../../law/tests/support/mod.rs"]
mod support;

use facts::{FactId, Facts, Recorded, Truth};
use law::{AtomId, Day, Library, Program};
use routes::{Assumptions, Clock, Fate, Graph, Place, Step, graph};
use std::collections::BTreeSet;
use support::Dice;

/// Random people in a quick run; a thousand times as many in a long one.
const PEOPLE: usize = 100;
const THREADS: usize = 2;

/// Facts of intention, and how a plan to claim protection makes them.
const INTENTIONS: [(&str, bool); 2] = [("means_to_leave_again", false), ("wants_protection", true)];
/// Where a random person may be.
const PLACES: [&str; 12] = [
    "RUS", "GEO", "TUR", "UKR", "BLR", "ARM", "KAZ", "LTU", "DEU", "SRB", "ARG", "USA",
];

/// Each fact as one of the twelve has it, or forgotten; somewhere; and whatever they intend.
fn random_person(people: &[(String, Facts)], dice: &mut Dice) -> Facts {
    let mut facts = Facts::new();
    let names: BTreeSet<&FactId> = people
        .iter()
        .flat_map(|(_, person)| person.iter().map(|(id, ..)| id))
        .collect();
    for name in names {
        let from = &people[dice.below(people.len())].1;
        let recorded = from.iter().filter(|(id, ..)| *id == name);
        for (id, key, recorded, basis) in recorded {
            if !dice.percent(10) {
                facts.set(id.clone(), key, recorded.clone(), basis);
            }
        }
    }
    let place = PLACES[dice.below(PLACES.len())].parse().expect("a country");
    let here = Recorded::One(facts::Known::Value(facts::Scalar::Country(place)));
    facts.set(FactId("here".into()), None, here, None);
    for (intention, _) in INTENTIONS {
        match dice.below(3) {
            0 => facts.set(
                FactId(intention.into()),
                Some("*"),
                Recorded::yes_no(true),
                None,
            ),
            1 => facts.set(
                FactId(intention.into()),
                Some("*"),
                Recorded::yes_no(false),
                None,
            ),
            _ => {}
        }
    }
    facts
}

/// Whether a claim follows before the next journey.
fn claims_there(graph: &Graph, arrived: Place) -> bool {
    let mut waiting = vec![arrived];
    let mut seen = BTreeSet::new();
    while let Some(place) = waiting.pop() {
        if !seen.insert(place) {
            continue;
        }
        for way in &graph.nodes[place].ways {
            match way.step {
                Step::Claim(_) => return true,
                Step::Enter(_) | Step::TravelOn(_) => {}
                _ => waiting.extend(way.fates.iter().map(|branch| branch.to)),
            }
        }
    }
    false
}

/// Whether a rule's text is closed to somebody who intends to claim protection where it leads.
fn would_be_untrue(program: &Program, facts: &Facts, rule: usize) -> bool {
    let own = &program.rules[rule];
    let mut claiming = facts.clone();
    let clauses = own.clauses.iter();
    let atoms = clauses.flat_map(|clause| [clause.applies.atoms(), clause.holds.atoms()].concat());
    for id in atoms {
        let atom = &program.atoms[id.0 as usize];
        let intended = INTENTIONS.iter().find(|(name, _)| *name == &*atom.fact.0);
        if let Some((_, intended)) = intended {
            let intended = Recorded::yes_no(*intended);
            claiming.set(atom.fact.clone(), atom.key.as_deref(), intended, None);
        }
    }
    let read = |id: AtomId| program.atoms[id.0 as usize].truth(&claiming);
    own.granted.truth(&read) == Truth::False
}

/// Journeys after which a claim is planned; how many were held to be true.
fn held(program: &Program, graph: &Graph) -> usize {
    let mut held = 0;
    for node in &graph.nodes {
        for way in &node.ways {
            let rules = match &way.step {
                Step::Enter(rules) => rules.clone(),
                Step::TravelOn(rule) => vec![*rule],
                _ => continue,
            };
            let mut arrivals = way.fates.iter().filter(|branch| branch.fate == Fate::Well);
            if !arrivals.any(|branch| claims_there(graph, branch.to)) {
                continue;
            }
            for rule in rules {
                let untrue = would_be_untrue(program, &node.facts, rule);
                assert!(!untrue, "{} and then a claim", program.rules[rule].id);
                held += 1;
            }
        }
    }
    held
}

/// Who hunts a person, as books say who learns of a step.
fn hunters(facts: &Facts) -> BTreeSet<&'static str> {
    let persecutor = facts.get("persecutor", None);
    let is = |word: &str| {
        let member = facts::Scalar::Text(word.into());
        persecutor.is_some_and(|set| set.holds(&member) == Truth::True)
    };
    let mut hunters = BTreeSet::new();
    if is("state") || is("local_authority") {
        hunters.insert("authority_home");
    }
    if is("family") {
        hunters.insert("family");
    }
    hunters
}

/// No step is closed by law where it is taken, and none tells those who hunt without saying so: in the
/// first situations, and in some of all the others.
fn lawful_and_said(library: &Library, program: &Program, graph: &Graph) {
    let some = graph.nodes.iter().enumerate();
    for (_, node) in some.filter(|(place, _)| *place < 3 || place % 41 == 0) {
        let hunters = hunters(&node.facts);
        for way in &node.ways {
            let tells = way.rules().iter().any(|rule| {
                let book = &library.pathways[program.rules[*rule].book];
                book.exposes
                    .iter()
                    .any(|to| hunters.contains(to.to.as_str()))
            });
            let asks = matches!(way.step, Step::AskAll(_) | Step::Ask(_) | Step::Claim(_));
            assert!(
                !asks || tells == way.exposes,
                "a step tells who hunts, and does not say so"
            );
            // A paper in hand was granted before the situation in which it is used.
            if matches!(way.step, Step::TravelOn(_) | Step::Prepare(_)) {
                continue;
            }
            for rule in way.rules() {
                let own = &program.rules[rule];
                let read = |id: AtomId| program.atoms[id.0 as usize].truth(&node.facts);
                assert_ne!(
                    own.granted.truth(&read),
                    Truth::False,
                    "{} is closed",
                    own.id
                );
            }
        }
    }
}

#[test]
fn plans_of_random_people_are_lawful_true_and_say_whom_they_tell() {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    let people = shipped::people(&library, shipped::TWELVE);
    let assumed = Assumptions {
        attempts: 2,
        journeys: 1,
        ..Assumptions::default()
    };
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    let count = if long { PEOPLE * 1000 } else { PEOPLE };
    // As many threads as a small computer has; each has its own people, always the same.
    let of_thread = &|seed: u64| {
        let mut dice = Dice::new(seed);
        let mut found = (0, 0);
        for _ in 0..count / THREADS {
            let facts = random_person(&people, &mut dice);
            let graph = graph(
                &library,
                &Clock::of_one_day(&program),
                &facts,
                &assumed,
                &Default::default(),
            );
            lawful_and_said(&library, &program, &graph);
            found.0 += held(&program, &graph);
            found.1 += graph.untrue.len();
        }
        found
    };
    let seeds = (0..THREADS as u64).map(|thread| 20170517 + thread);
    let found: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let threads: Vec<_> = seeds
            .map(|seed| scope.spawn(move || of_thread(seed)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("it held"))
            .collect()
    });
    let checked: usize = found.iter().map(|(checked, _)| checked).sum();
    let left_out: usize = found.iter().map(|(_, left_out)| left_out).sum();
    eprintln!(
        "{count} random people: {checked} journeys with a claim after them, {left_out} claims left out"
    );
    assert!(checked > count && left_out > count / 10);
}
