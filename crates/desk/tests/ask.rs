//! The ask: whom a power would reach is what each person's own decision says, taken one by one.

use desk::{Case, Desk, Lang, What, decision_json};
use facts::Date;
use serde_json::Value;
use std::collections::BTreeSet;

fn desk() -> Desk {
    Desk::demo().expect("the shipped books and people are whole")
}

/// Whether this person already has an answer on a pathway, in form or in words.
fn has_an_answer(case: &Case, pathway: &str, on: Date) -> bool {
    let told = case
        .signals_until(on)
        .any(|signal| signal.about.iter().any(|about| about == pathway));
    let answered = case
        .steps_until(on)
        .any(|step| step.pathway == pathway && matches!(step.what, What::Refused | What::Granted));
    told || answered
}

/// Whether a decision leaves room for somebody's discretion.
fn leaves_room(decision: &Value) -> bool {
    let lifted = decision["may_be_lifted_by"].as_array();
    decision["verdict"] != "closed" || lifted.is_some_and(|lifted| !lifted.is_empty())
}

#[test]
fn a_power_reaches_those_whose_own_decision_leaves_room_and_who_have_no_answer_yet() {
    let desk = desk();
    let on: Date = "2017-05-17".parse().expect("a day");
    let powers = desk.ask(on, Lang::En).powers;
    // The members of a family have ids of their own, which the page does not show.
    let alone: BTreeSet<&str> = desk
        .library()
        .pathways
        .iter()
        .filter(|pathway| pathway.each.is_none())
        .map(|pathway| pathway.id.as_str())
        .collect();
    let mut checked = BTreeSet::new();
    for power in powers
        .iter()
        .filter(|power| alone.contains(power.id.as_str()))
    {
        let reached = desk.caseload().cases.iter().filter(|case| {
            let wanted = [power.id.clone()];
            let decided = decision_json(&desk, case.number, on, Lang::En, &wanted);
            let decided = decided.expect("the case exists");
            decided["verdicts"][0]["pathway"] == power.id.as_str()
                && leaves_room(&decided["verdicts"][0])
                && !has_an_answer(case, &power.id, on)
        });
        let reached = reached.count();
        assert_eq!(reached, power.people, "{}", power.id);
        checked.insert(power.id.clone());
    }
    for id in ["lt.visa.humanitarian", "de.visa.s22_1", "ca.public_policy"] {
        assert!(checked.contains(id), "{id} is not among {checked:?}");
    }
}

#[test]
fn every_power_names_its_article_and_only_governments_that_the_wall_counts_stand_there() {
    let desk = desk();
    for on in ["2017-05-17", "2026-11-20"] {
        let on: Date = on.parse().expect("a day");
        let powers = desk.ask(on, Lang::En).powers;
        let governments: BTreeSet<&str> = powers
            .iter()
            .flat_map(|power| power.countries.split(", "))
            .collect();
        assert_eq!(governments.len(), desk.wall(on, Lang::En).could_open.count);
        for power in &powers {
            assert!(!power.articles.is_empty(), "{} on {on}", power.id);
            assert!(!power.enough.is_empty(), "{} on {on}", power.id);
        }
    }
}
