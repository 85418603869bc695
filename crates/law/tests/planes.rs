//! Many people at once read as each of them alone, on every decision.

mod shipped;

use facts::{FactId, Facts, Known, Recorded, Truth};
use law::{
    Atom, AtomId, Case, Code, Condition, Day, Library, Planes, Program, Residual, Rule, Test, Word,
    word,
};
use proptest::prelude::*;
use std::sync::OnceLock;

/// The detailed people of the demonstration and the worked examples, and each of them again with
/// every third fact forgotten: unknowns of every kind.
fn people(library: &Library) -> Vec<Facts> {
    let mut found: Vec<Facts> = [shipped::TWELVE, shipped::WORKED]
        .into_iter()
        .flat_map(|folder| shipped::people(library, folder))
        .map(|(_, facts)| facts)
        .collect();
    let forgetful: Vec<Facts> = (0..60)
        .map(|round| forget(&found[round % found.len()], round))
        .collect();
    found.extend(forgetful);
    found
}

fn forget(facts: &Facts, round: usize) -> Facts {
    let mut fewer = facts.clone();
    for (index, (fact, key, _, _)) in facts.iter().enumerate() {
        if (index + round).is_multiple_of(3) {
            fewer.forget(fact, key);
        }
    }
    fewer
}

#[test]
fn the_planes_agree_with_one_person_at_a_time_on_every_decision() {
    let (library, _) = shipped::library();
    let people = people(&library);
    let mut decisions = 0;
    for day in ["2017-05-17", "2017-07-01", "2020-01-01", "2026-03-01"] {
        let program = Program::on(&library, Day::of(day.parse().expect("a day")));
        let words = Planes::of(&program, &people).decide(&Code::of(&program));
        for (person, facts) in people.iter().enumerate() {
            let residual = Residual::of(&program, &library, facts);
            for (index, rule) in program.rules.iter().enumerate() {
                assert_eq!(
                    words.of(index, person),
                    word(&residual, rule),
                    "{} for {person} on {day}",
                    rule.id
                );
                decisions += 1;
            }
        }
    }
    assert!(decisions > 100_000, "{decisions}");
}

/// The shipped books on a day, and everybody in them.
fn shipped_day() -> &'static (Library, Program, Vec<Facts>) {
    static DAY: OnceLock<(Library, Program, Vec<Facts>)> = OnceLock::new();
    DAY.get_or_init(|| {
        let (library, _) = shipped::library();
        let day = Day::of("2017-05-17".parse().expect("a day"));
        let program = Program::on(&library, day);
        let people = people(&library);
        (library, program, people)
    })
}

/// Somebody made of several people: each fact from one of them, or blurred.
fn mixed(people: &[Facts], parts: &[(usize, usize, u8)]) -> Facts {
    let mut mixed = Facts::new();
    for (person, every, blur) in parts {
        let whose = &people[person % people.len()];
        for (index, (fact, key, recorded, basis)) in whose.iter().enumerate() {
            if index % (every + 1) == 0 {
                let recorded = blurred(recorded.clone(), *blur);
                mixed.set(fact.clone(), key, recorded, basis);
            }
        }
    }
    mixed
}

/// What is recorded, less surely: only a year known, others not ruled out, not said, contested.
fn blurred(recorded: Recorded, how: u8) -> Recorded {
    match (recorded, how % 4) {
        (Recorded::One(Known::Value(facts::Scalar::Date(date))), 1) => {
            let year = format!("{:04}", date.earliest().year());
            let year = year.parse().map(facts::Scalar::Date);
            Recorded::One(year.map_or(Known::Unknown, Known::Value))
        }
        (Recorded::One(Known::Value(value)), 2) => {
            Recorded::One(Known::Contested(vec![value.clone(), value]))
        }
        (Recorded::One(_), 3) => Recorded::One(Known::RatherNotSay),
        (
            Recorded::Set {
                shown,
                denied,
                complete,
            },
            1,
        ) => Recorded::Set {
            shown: denied,
            denied: shown,
            complete,
        },
        (Recorded::Set { shown, denied, .. }, 2..) => Recorded::Set {
            shown,
            denied,
            complete: false,
        },
        (Recorded::List { records, complete }, 1..) => Recorded::List {
            records,
            complete: !complete,
        },
        (same, _) => same,
    }
}

fn check(library: &Library, program: &Program, people: &[Facts]) -> Result<(), TestCaseError> {
    let words = Planes::of(program, people).decide(&Code::of(program));
    let mut counts = vec![[0; 4]; program.rules.len()];
    for (person, facts) in people.iter().enumerate() {
        let residual = Residual::of(program, library, facts);
        for (index, rule) in program.rules.iter().enumerate() {
            let alone = word(&residual, rule);
            prop_assert_eq!(words.of(index, person), alone, "{}", &rule.id);
            counts[index][alone as usize] += 1;
        }
    }
    for (index, counted) in counts.iter().enumerate() {
        for word in [Word::Closed, Word::Undecided, Word::NoObstacle, Word::Open] {
            prop_assert_eq!(words.count(index, word), counted[word as usize]);
        }
    }
    Ok(())
}

const ATOMS: u32 = 9;

/// A condition over a few atoms, of every kind that there is.
fn any_condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        8 => (0..ATOMS).prop_map(|atom| Condition::Atom(AtomId(atom))),
        1 => prop_oneof![Just(Truth::True), Just(Truth::Unknown), Just(Truth::False)]
            .prop_map(Condition::Const),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 0..5);
        let when = prop::collection::vec((0..ATOMS, any::<bool>()), 0..3);
        let case = (when, inner.clone()).prop_map(|(when, then)| Case {
            when: when
                .into_iter()
                .map(|(id, yes)| (AtomId(id), yes))
                .collect(),
            then,
        });
        prop_oneof![
            inner
                .clone()
                .prop_map(|inner| Condition::Not(Box::new(inner))),
            several.clone().prop_map(Condition::All),
            several.prop_map(Condition::Any),
            (inner.clone(), inner).prop_map(|(a, b)| Condition::First(Box::new(a), Box::new(b))),
            prop::collection::vec(case, 0..4).prop_map(Condition::Choice),
        ]
    })
}

/// The rule of an empty book.
fn template() -> &'static Rule {
    static TEMPLATE: OnceLock<Rule> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let book = "format: safeconduct.pathway/1\nid: empty\ntitle: { en: T, ru: Т }\ndestination: USA\nkind: visa\nstarted_by: [person]\ndiscretion: none\nin_force: [{ from: 2000-01-01, cite: c, seen: { how: unverified, day: 2020-01-01 } }]\n";
        let (library, _) = Library::load([("law/empty.yaml", book)]);
        let day = "2017-05-17".parse().expect("a day");
        Program::on(&library, Day::of(day)).rules.remove(0)
    })
}

/// A rule with these conditions; all else is that of an empty book.
fn rule_of(index: usize, granted: Condition, without: Condition) -> Rule {
    let mut rule = template().clone();
    rule.id = format!("random.{index}");
    rule.granted_plain = granted.clone();
    rule.granted = granted;
    rule.without_secret_plain = without.clone();
    rule.without_secret_bars = without;
    rule.ask = Condition::TRUE;
    rule
}

fn atom(index: u32) -> Atom {
    Atom {
        fact: FactId(format!("fact_{index}").into()),
        key: None,
        test: Test::Holds,
    }
}

/// A person by the digits of a number in base three.
fn person_of(mut digits: u32) -> Facts {
    let mut facts = Facts::new();
    for index in 0..ATOMS {
        if digits % 3 < 2 {
            let id = FactId(format!("fact_{index}").into());
            facts.set(id, None, Recorded::yes_no(digits % 3 == 1), None);
        }
        digits /= 3;
    }
    facts
}

proptest! {
    #[test]
    fn random_conditions_of_every_kind_read_the_same_on_planes(
        conditions in prop::collection::vec((any_condition(), any_condition()), 1..6),
        people in prop::collection::vec(0..3u32.pow(ATOMS), 1..140),
    ) {
        let rules = conditions.into_iter().enumerate();
        let program = Program {
            day: Day::of("2017-05-17".parse().expect("a day")),
            atoms: (0..ATOMS).map(atom).collect(),
            rules: rules.map(|(index, (a, b))| rule_of(index, a, b)).collect(),
            absences: Vec::new(),
        };
        let people: Vec<Facts> = people.into_iter().map(person_of).collect();
        check(&Library::default(), &program, &people)?;
    }

    #[test]
    fn random_people_under_some_of_the_shipped_rules_read_the_same_on_planes(
        every in 1..12usize,
        first in 0..12usize,
        parts in prop::collection::vec(
            prop::collection::vec((0..100usize, 0..4usize, any::<u8>()), 0..4), 1..12),
    ) {
        let (library, program, people) = shipped_day();
        let mut some = program.clone();
        some.rules = program.rules.iter().skip(first).step_by(every).cloned().collect();
        let people: Vec<Facts> = parts.iter().map(|parts| mixed(people, parts)).collect();
        check(library, &some, &people)?;
    }
}

#[test]
fn answers_kept_from_another_day_are_the_answers_of_that_day() {
    let (library, program, people) = shipped_day();
    let planes = Planes::of(program, people);
    for day in ["2017-05-18", "2017-07-01", "2026-03-01"] {
        let program = Program::on(library, Day::of(day.parse().expect("a day")));
        let code = Code::of(&program);
        let kept = planes.on(&program, people).decide(&code);
        let anew = Planes::of(&program, people).decide(&code);
        for rule in 0..program.rules.len() {
            for person in 0..people.len() {
                assert_eq!(kept.of(rule, person), anew.of(rule, person), "{day}");
            }
        }
    }
}
