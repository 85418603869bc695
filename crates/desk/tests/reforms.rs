//! Who of the demonstration gains by a change of law is what the books say of each of them when they
//! are read without the condition.

#[path = "../../law/tests/rebuilt/mod.rs"]
mod rebuilt;

use desk::{Date, Desk, Lang, Level, reforms_json};
use facts::Facts;
use law::{Day, Gain, Kind, People, Planes, Program, Reforms, Struck};
use rebuilt::{Rebuilding, found};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn desk() -> Desk {
    Desk::demo().expect("the shipped books and people are whole")
}

fn people(desk: &Desk) -> Vec<Facts> {
    let cases = desk.caseload().cases.iter();
    cases.map(|case| case.facts.clone()).collect()
}

/// On the first day no order stands in the way; on the second some suspend visas for Russian citizens.
const DAYS: [Date; 2] = [Date::constant(2017, 5, 17), Date::constant(2025, 3, 1)];

#[test]
fn striking_any_condition_for_the_47_is_reading_the_books_without_it() {
    let desk = desk();
    let people = people(&desk);
    let day = Day::of(desk.caseload().date);
    let program = Program::on(desk.library(), day);
    let reforms = Reforms::of(desk.library(), &program, |_| true);
    let all = found(&reforms.gains(&Planes::of(&program, &people)));
    let mut books = Rebuilding::of(desk.library(), day, &people);
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    for (index, rule) in program.rules.iter().enumerate() {
        // Each two conditions as well, of some ways; of all of them before a release.
        let pairs = long || index % 20 == 0;
        let mut found = all.clone();
        found.retain(|reform, _| reform.rule == index && (pairs || reform.with.is_none()));
        assert_eq!(found, books.gains(index, pairs), "{}", rule.id);
    }
}

/// The changes of a list of the JSON, of every kind.
fn reforms_of(list: &Value) -> impl Iterator<Item = &Value> {
    ["conditions", "parts", "pairs", "orders"]
        .into_iter()
        .flat_map(|kind| list[kind].as_array().expect("a list"))
}

fn ways(reform: &Value) -> &[Value] {
    reform["ways"].as_array().expect("ways")
}

fn ids(reform: &Value) -> Vec<String> {
    let struck = reform["struck"].as_array().expect("what is struck");
    struck
        .iter()
        .filter_map(|struck| {
            let id = struck["id"].as_str()?;
            let part = struck["part"]["number"].as_u64();
            Some(part.map_or(id.to_owned(), |part| format!("{id}, part {part}")))
        })
        .collect()
}

/// Each change of each way, as (the way, what is struck).
fn each(list: &Value) -> BTreeSet<(String, String)> {
    let of = |reform| {
        let struck = ids(reform).join(" + ");
        let ways = ways(reform).iter();
        ways.map(move |way| (way["pathway"].to_string(), struck.clone()))
            .collect::<Vec<_>>()
    };
    reforms_of(list).flat_map(of).collect()
}

#[test]
fn a_level_counts_only_ways_to_places_of_which_somebody_has_said_that_they_are_no_worse() {
    let desk = desk();
    let classes = ["medium_low", "medium", "medium_high"];
    for on in DAYS {
        let all = reforms_json(&desk, on, Level::Any);
        let all = each(&all["lists"][0]);
        for (most, class) in classes.iter().enumerate() {
            let level = Level::from_word(class).expect("a level");
            let value = reforms_json(&desk, on, level);
            let [counted, not_looked] = [0, 1].map(|list| &value["lists"][list]);
            let within = |list: &Value, classes: &[&str]| {
                let mut ways = reforms_of(list).flat_map(ways);
                ways.all(|way| classes.iter().any(|class| way["danger"] == *class))
            };
            assert!(within(counted, &classes[..=most]), "{class} on {on}");
            assert!(within(not_looked, &["unknown"]), "{class} on {on}");
            let both: BTreeSet<_> = each(counted).union(&each(not_looked)).cloned().collect();
            assert!(both.is_subset(&all) && both.len() < all.len());
        }
        let orders = reforms_json(&desk, on, Level::Any)["lists"][0]["orders"].clone();
        let orders = orders.as_array().expect("orders").len();
        assert_eq!(orders > 0, on == DAYS[1], "{orders} orders on {on}");
    }
}

/// Who gains by each change, by the way and the ids of what is struck.
fn gains_by_name(desk: &Desk, on: Date) -> BTreeMap<(String, Vec<String>), Gain> {
    let (library, day) = (desk.library(), Day::of(on));
    let program = Program::on(library, day);
    let reforms = Reforms::of(library, &program, |_| true);
    let gains = reforms.gains(&Planes::of(&program, &people(desk)));
    let name = |gain: &Gain| {
        let rule = &program.rules[gain.reform.rule];
        let struck = std::iter::once(gain.reform.struck).chain(gain.reform.with);
        let id = |struck| match struck {
            Struck::Clause(index) => library.pathways[rule.book].clauses[index].id.clone(),
            Struck::Overlay(index) => library.overlays[index].id.clone(),
            Struck::Part { clause, part } => {
                let id = &library.pathways[rule.book].clauses[clause].id;
                format!("{id}, part {}", part + 1)
            }
        };
        (rule.id.clone(), struck.map(id).collect())
    };
    gains.into_iter().map(|gain| (name(&gain), gain)).collect()
}

#[test]
fn what_stands_together_opens_each_way_for_as_many_and_an_order_all_its_ways_at_once() {
    let desk = desk();
    for on in DAYS {
        let gains = gains_by_name(&desk, on);
        let value = reforms_json(&desk, on, Level::Any);
        for reform in reforms_of(&value["lists"][0]) {
            let counted = ["from_closed", "from_undecided"].map(|from| reform[from].as_u64());
            let of_ways = ways(reform).iter().map(|way| {
                let id = way["pathway"].as_str().expect("an id").to_owned();
                let struck = ids(reform);
                let gain = &gains[&(id, struck)];
                [gain.from_closed.clone(), gain.from_undecided.clone()]
            });
            let of_ways: Vec<[People; 2]> = of_ways.collect();
            let is_order = reform["struck"][0]["kind"] == "order";
            assert!(is_order || of_ways.iter().all(|people| *people == of_ways[0]));
            for (index, counted) in counted.into_iter().enumerate() {
                let together: BTreeSet<usize> = of_ways
                    .iter()
                    .flat_map(|people| people[index].iter())
                    .collect();
                assert_eq!(counted, Some(together.len() as u64), "{:?}", ids(reform));
            }
        }
    }
}

#[test]
fn every_way_is_there_but_for_entries_and_remedies() {
    let desk = desk();
    for on in DAYS {
        let value = reforms_json(&desk, on, Level::Any);
        let shown: BTreeSet<String> = reforms_of(&value["lists"][0])
            .flat_map(ways)
            .map(|way| way["pathway"].as_str().expect("an id").to_owned())
            .collect();
        let leads = |id: &str| {
            let family = id.split('[').next().expect("a beginning");
            let kind = desk.library().pathway(family).expect("a book").kind;
            let apart = [Kind::Entry, Kind::Remedy, Kind::ProtectionFromReturn];
            !apart.contains(&kind)
        };
        let gains = gains_by_name(&desk, on);
        let expected = gains.keys().map(|(id, _)| id.clone());
        let expected: BTreeSet<String> = expected.filter(|id| leads(id)).collect();
        assert_eq!(shown, expected, "{on}");
    }
}

/// A part that is struck is named by what it asks, in both languages, and opens for nobody for whom the
/// whole condition does not.
#[test]
fn a_part_is_named_by_what_it_asks_and_opens_no_more_than_its_condition() {
    let desk = desk();
    for on in DAYS {
        let gains = gains_by_name(&desk, on);
        let mut milder = 0;
        for ((rule, struck), gain) in &gains {
            let Some((id, _)) = struck[0].split_once(", part ") else {
                continue;
            };
            let whole = gains.get(&(rule.clone(), vec![id.to_owned()]));
            let whole = whole.expect("whoever gains by a part gains by the whole");
            let within = |part: &People, whole: &People| whole.and(part) == *whole;
            assert!(
                within(&gain.from_closed, &whole.from_closed),
                "{rule} {struck:?}"
            );
            assert!(
                within(&gain.from_undecided, &whole.from_undecided),
                "{rule} {struck:?}"
            );
            milder += 1;
        }
        assert!(milder > 0, "{on}");
        for lang in Lang::ALL {
            let page = desk.reforms(on, Level::Any, lang);
            let parts = page.lists.iter().flat_map(|list| &list.parts);
            let told: Vec<&str> = parts
                .flat_map(|line| &line.struck)
                .map(|struck| struck.part.as_deref().expect("it is named"))
                .collect();
            assert!(!told.is_empty());
            for words in told {
                assert!(!words.contains(['{', '_']) && words.len() > 20, "{words}");
            }
        }
    }
}
