//! The ask: whom a power would reach is what each person's own decision says, taken one by one.

use desk::{Case, CaseNumber, Desk, Lang, Said, What, decision_json};
use facts::Date;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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
            .flat_map(|power| &power.governments)
            .map(|government| government.country.as_str())
            .collect();
        assert_eq!(governments.len(), desk.wall(on, Lang::En).could_open.count);
        for power in &powers {
            assert!(!power.articles.is_empty(), "{} on {on}", power.id);
            assert!(!power.enough.is_empty(), "{} on {on}", power.id);
        }
    }
}

/// The rules under which a page of one person shows powers that have not answered, and those that have.
fn rules_for(desk: &Desk, case: &Case, on: Date) -> [BTreeSet<String>; 2] {
    let page = desk.person_ask(case.number, on, Lang::En);
    let powers = page.expect("the case exists").powers;
    [false, true].map(|answered| {
        powers
            .iter()
            .filter(|power| {
                power
                    .for_one
                    .as_ref()
                    .is_some_and(|one| one.answered == answered)
            })
            .flat_map(|power| &power.governments)
            .map(|government| government.rule.clone())
            .collect()
    })
}

#[test]
fn the_pages_of_single_people_add_up_to_the_page_of_everyone() {
    let desk = desk();
    for on in ["2017-05-17", "2026-11-20"] {
        let on: Date = on.parse().expect("a day");
        let mut added: BTreeMap<String, usize> = BTreeMap::new();
        for case in &desk.caseload().cases {
            for rule in &rules_for(&desk, case, on)[0] {
                *added.entry(rule.clone()).or_default() += 1;
            }
        }
        let powers = desk.ask(on, Lang::En).powers;
        let counted: BTreeMap<String, usize> = powers
            .iter()
            .flat_map(|power| {
                power
                    .governments
                    .iter()
                    .map(|it| (it.rule.clone(), power.people))
            })
            .collect();
        assert_eq!(added, counted, "{on}");
    }
}

#[test]
fn a_power_that_has_answered_this_person_stands_there_with_its_answer() {
    let desk = desk();
    let on: Date = "2017-05-17".parse().expect("a day");
    let mut checked = 0;
    for case in &desk.caseload().cases {
        let [open, answered] = rules_for(&desk, case, on);
        assert!(open.is_disjoint(&answered));
        for rule in open {
            assert!(
                !has_an_answer(case, &rule, on),
                "{rule} for {:?}",
                case.number
            );
        }
        for rule in answered {
            assert!(
                has_an_answer(case, &rule, on),
                "{rule} for {:?}",
                case.number
            );
            checked += 1;
        }
    }
    assert!(checked > 0, "somebody has had an answer");
}

#[test]
fn the_page_of_one_person_says_nothing_of_anybody_else() {
    let desk = desk();
    let on: Date = "2017-05-17".parse().expect("a day");
    for case in &desk.caseload().cases {
        let own: BTreeSet<&str> = case
            .signals
            .iter()
            .map(|signal| match &signal.said {
                Said::Words(words) | Said::Account(words) => words.en.as_str(),
            })
            .collect();
        let page = desk.person_ask(case.number, on, Lang::En);
        for power in page.expect("the case exists").powers {
            assert_eq!(power.people, 1);
            for quote in power.before.iter().flat_map(|before| &before.said) {
                let is_own = own.iter().any(|words| quote.words.contains(words));
                assert!(is_own, "{:?}: {}", case.number, quote.words);
            }
            for thing in power.enough.iter().flat_map(|enough| &enough.things) {
                assert!(!thing.contains("(for "), "{thing}");
            }
        }
    }
    assert!(desk.person_ask(CaseNumber(4711), on, Lang::En).is_none());
}
