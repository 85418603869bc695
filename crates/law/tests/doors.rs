//! Doors: what an event closes and opens is computed from who reads what it changed.

mod common;

use common::{clause, library, pathway, person, program};
use facts::{FactId, Facts, Known, Recorded, Scalar, Truth};
use law::{Happening, Library, Side, Swing, doors, facts_after};

fn three_books() -> Library {
    let at_home = clause("at_home", "here in nationality", "", "fails");
    let abroad = clause("abroad", "!(here in nationality)", "", "fails");
    let visa = clause("leaves", "means_to_leave[\"USA\"]", "", "fails")
        + &clause(
            "not_refused",
            "!refused_visa[\"USA\"]",
            "rests_on: appreciation,",
            "fails",
        );
    library(&[
        pathway("a.from_hiding", "CAN", &format!("requires:\n{at_home}")),
        pathway("b.from_abroad", "USA", &format!("requires:\n{abroad}")),
        pathway(
            "c.visa",
            "USA",
            &format!("requires:\n{visa}refused: {{ writes: ['refused_visa[\"USA\"]'] }}\n"),
        ),
    ])
}

const IN_RUSSIA: &str = "{ here: RUS, standing: hidden, nationality: { shown: [RUS], complete: yes }, means_to_leave: { USA: yes }, refused_visa: { USA: no } }";

#[test]
fn leaving_closes_one_door_and_opens_another_each_by_its_own_article() {
    let library = three_books();
    let program = program(&library, "2017-05-17");
    let facts = person(&library, IN_RUSSIA);
    let found = doors(
        &program,
        &library,
        &facts,
        &Happening::MovedTo("GEO".parse().expect("a country")),
    );
    let swings: Vec<_> = found
        .iter()
        .map(|door| (door.after.rule, door.swing(), door.turned.len()))
        .collect();
    assert_eq!(swings, [(0, Swing::Closes, 1), (1, Swing::Opens, 1)]);
}

#[test]
fn a_paper_refusal_closes_nothing_by_article_and_is_only_weighed() {
    let library = three_books();
    let program = program(&library, "2017-05-17");
    let facts = person(&library, IN_RUSSIA);
    let refused = Happening::OfRule {
        rule: 2,
        event: "refused".into(),
    };
    let found = doors(&program, &library, &facts, &refused);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].swing(), Swing::WeighedOnly);
    assert_eq!(
        (found[0].weighed[0].before, found[0].weighed[0].after),
        (Truth::True, Truth::False)
    );
    assert!(found[0].turned.is_empty());
}

/// What is recorded of a fact once this person is stopped at the border of Poland.
fn when_stopped(before: &Facts, side: Side, fact: &str, key: Option<&str>) -> Option<Recorded> {
    let library = library(&[]);
    let program = program(&library, "2017-05-17");
    let poland = "POL".parse().expect("a country");
    let after = facts_after(
        &program,
        &library,
        before,
        &Happening::StoppedAt(poland, side),
    );
    after.get(&FactId(fact.into()), key).cloned()
}

fn in_belarus() -> Facts {
    let mut facts = Facts::new();
    let mut set = |fact: &str, key, recorded| {
        facts.set(FactId(fact.into()), key, recorded, None);
    };
    let country = Scalar::Country("BLR".parse().expect("a country"));
    set("here", None, Recorded::One(Known::Value(country)));
    set("at_border_of", Some("*"), Recorded::yes_no(false));
    set("refused_entry", Some("*"), Recorded::yes_no(false));
    set("asked_for_protection_aloud", None, Recorded::yes_no(false));
    facts
}

#[test]
fn somebody_stopped_at_a_border_is_at_it_and_what_was_not_so_earlier_may_now_be() {
    let facts = in_belarus();
    for side in [Side::Before, Side::OnItsSoil] {
        let after = |fact: &str, key| when_stopped(&facts, side, fact, key);
        let unknown = Some(Recorded::One(Known::Unknown));
        assert_eq!(
            after("at_border_of", Some("POL")),
            Some(Recorded::yes_no(true))
        );
        assert_eq!(after("refused_entry", Some("POL")), unknown);
        assert_eq!(after("decision_notified_on", Some("POL")), unknown);
        assert_eq!(after("asked_for_protection_aloud", None), unknown);
        // Other borders are as they were.
        assert_eq!(
            after("at_border_of", Some("LTU")),
            Some(Recorded::yes_no(false))
        );
        assert_eq!(
            after("refused_entry", Some("LTU")),
            Some(Recorded::yes_no(false))
        );
    }
}

#[test]
fn the_side_of_the_border_is_the_country_in_which_the_person_stands() {
    let facts = in_belarus();
    let stands = |side| match when_stopped(&facts, side, "here", None) {
        Some(Recorded::One(Known::Value(Scalar::Country(code)))) => code.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(stands(Side::Before), "BLR");
    assert_eq!(stands(Side::OnItsSoil), "POL");
}

#[test]
fn to_have_been_turned_back_once_stays_true_at_the_next_attempt() {
    let mut facts = in_belarus();
    let turned_back = FactId("refused_entry".into());
    facts.set(turned_back, Some("POL"), Recorded::yes_no(true), None);
    let after = when_stopped(&facts, Side::Before, "refused_entry", Some("POL"));
    assert_eq!(after, Some(Recorded::yes_no(true)));
}

#[test]
fn somebody_who_is_inside_the_country_already_stays_as_they_were() {
    let mut facts = in_belarus();
    let poland = Scalar::Country("POL".parse().expect("a country"));
    let here = Recorded::One(Known::Value(poland));
    facts.set(FactId("here".into()), None, here, None);
    for side in [Side::Before, Side::OnItsSoil] {
        let after = |fact: &str, key| when_stopped(&facts, side, fact, key);
        assert_eq!(
            after("at_border_of", Some("POL")),
            Some(Recorded::yes_no(false))
        );
        assert_eq!(
            after("refused_entry", Some("POL")),
            Some(Recorded::yes_no(false))
        );
        assert_eq!(after("standing", None), None);
    }
}
