//! What a verdict says: its four words, and the axes beside them.

mod common;

use common::{clause, judged, library, pathway, person};
use facts::Truth;
use law::{Library, Reason, Verdict, WhyUnknown, Word};

fn one(requires: &str, bars: &str, more: &str) -> Library {
    let lines = format!("requires:\n{requires}bars:\n{bars}{more}");
    library(&[pathway("us.visa", "USA", &lines)])
}

fn verdict(library: &Library, facts: &str) -> Verdict {
    judged(library, &person(library, facts)).2.remove(0)
}

fn visitor() -> Library {
    let requires = clause("leaves", "means_to_leave[\"USA\"]", "", "fails")
        + &clause("paper", "passport", "needed: to_be_granted,", "fails")
        + &clause("pressing", "urgent", "rests_on: appreciation,", "fails");
    let bars = clause("untrue", "lied[\"USA\"]", "", "applies")
        + &clause("wanted", "wanted", "shown_by: cannot_be_shown,", "applies");
    one(
        &requires,
        &bars,
        "waivers:\n  - { lifts: untrue, by: minister, cite: w, seen: { how: unverified, day: 2020-01-01 } }\n",
    )
}

const ALL_WELL: &str =
    "{ means_to_leave: { USA: yes }, passport: yes, urgent: yes, lied: { USA: no }, wanted: no }";

#[test]
fn everything_shown_reads_open_and_names_what_carried_it() {
    let verdict = verdict(&visitor(), ALL_WELL);
    assert_eq!(verdict.word, Word::Open);
    assert_eq!(verdict.reasons, [0, 1, 3, 4].map(Reason::Carried));
    assert_eq!(verdict.speaks_for, [2]);
    assert_eq!(verdict.missing, []);
}

#[test]
fn a_missing_fact_is_never_read_as_no() {
    let verdict = verdict(
        &visitor(),
        "{ means_to_leave: { USA: yes }, lied: { USA: no }, wanted: no }",
    );
    assert_eq!(verdict.word, Word::Undecided);
    assert_eq!(verdict.reasons, [Reason::NotShown(1)]);
    assert_eq!(verdict.missing.len(), 1);
    assert_eq!(&*verdict.missing[0].fact.0, "passport");
}

#[test]
fn refused_to_say_and_contested_are_unknown_each_with_its_own_reason() {
    let facts = "{ means_to_leave: { USA: yes }, passport: rather_not_say, lied: { USA: { contested: [yes, no] } }, wanted: no }";
    let verdict = verdict(&visitor(), facts);
    let whys: Vec<_> = verdict
        .missing
        .iter()
        .map(|missing| (&*missing.fact.0, missing.why))
        .collect();
    assert_eq!(
        whys,
        [
            ("lied", WhyUnknown::Contested),
            ("passport", WhyUnknown::RatherNotSay)
        ]
    );
    // The bar that would close it comes first.
    assert_eq!(
        verdict.reasons,
        [Reason::NotRuledOut(3), Reason::NotShown(1)]
    );
}

#[test]
fn a_bar_that_nobody_can_check_is_named_and_never_asked() {
    let verdict = verdict(
        &visitor(),
        "{ means_to_leave: { USA: yes }, passport: yes, lied: { USA: no } }",
    );
    assert_eq!(verdict.word, Word::NoObstacle);
    assert_eq!(verdict.reasons[0], Reason::NobodyCanCheck(4));
    assert_eq!(verdict.missing, []);
}

#[test]
fn only_text_closes_and_what_somebody_weighs_stands_beside_it() {
    let verdict = verdict(&visitor(), &ALL_WELL.replace("urgent: yes", "urgent: no"));
    assert_eq!(verdict.word, Word::Open);
    assert_eq!(verdict.unlikely, [2]);
    let unknown = self::verdict(
        &visitor(),
        &ALL_WELL.replace("urgent: yes", "urgent: unknown"),
    );
    assert_eq!(unknown.to_argue, [2]);
}

#[test]
fn a_bar_with_a_waiver_at_somebodys_discretion_stays_closed_and_says_who_may_lift_it() {
    let verdict = verdict(
        &visitor(),
        &ALL_WELL.replace("lied: { USA: no }", "lied: { USA: yes }"),
    );
    assert_eq!(verdict.word, Word::Closed);
    assert_eq!(verdict.reasons, [Reason::Applies(3)]);
    assert_eq!(verdict.may_be_lifted_by, [0]);
}

#[test]
fn what_is_needed_only_for_the_grant_does_not_keep_a_person_from_asking() {
    let verdict = verdict(
        &visitor(),
        "{ means_to_leave: { USA: yes }, passport: no, lied: { USA: yes } }",
    );
    assert_eq!(
        (verdict.word, verdict.asked_today),
        (Word::Closed, Truth::True)
    );
    let dishonest = self::verdict(&visitor(), "{ means_to_leave: { USA: no } }");
    assert_eq!(dishonest.asked_today, Truth::False);
}

#[test]
fn two_conditions_that_no_fact_can_meet_together_close_it_even_when_nothing_is_known() {
    let requires = clause("at_home", "standing == \"home\"", "", "fails")
        + &clause("passes", "passport", "", "fails")
        + &clause("guest", "standing == \"visitor\"", "", "fails");
    let library = library(&[pathway("us.visa", "USA", &format!("requires:\n{requires}"))]);
    let verdict = verdict(&library, "{ passport: unknown }");
    assert_eq!(verdict.word, Word::Closed);
    assert_eq!(verdict.reasons, [Reason::CannotAllHold(vec![0, 2])]);
}

#[test]
fn a_fact_named_twice_leaves_no_needless_unknown() {
    let requires = clause("either", "passport || !passport", "", "fails");
    let library = library(&[pathway("us.visa", "USA", &format!("requires:\n{requires}"))]);
    assert_eq!(verdict(&library, "{}").word, Word::Open);
}

#[test]
fn only_the_facts_that_can_still_matter_are_missing() {
    // `a || a && b`: b never matters.
    let requires = clause("either", "passport || passport && feared", "", "fails");
    let library = library(&[pathway("us.visa", "USA", &format!("requires:\n{requires}"))]);
    let missing: Vec<_> = verdict(&library, "{}")
        .missing
        .into_iter()
        .map(|m| m.fact.to_string())
        .collect();
    assert_eq!(missing, ["passport"]);
}
