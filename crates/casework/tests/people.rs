//! People of a case, each with secrets of their own, and who may answer for whom.

mod told;

use casework::{
    Age, Answer, Around, Assertion, BorderGap, CodeName, Consent, Consented, Consenter, Field,
    Part, Person, PersonId, Purpose, Relation, Rung, Says, Stop, Tie, Value, Ward, Written,
};
use facts::{Scalar, Truth, Vocabulary};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use told::{AMINA, BORIS, ROWAN, SWIFT, Told, country, day, says, thing, vocabulary};

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(vocabulary);

fn person(id: PersonId, part: Part) -> Person {
    let language = "ce".to_owned();
    Person { id, part, language }
}

fn list(person: PersonId, fact: &str, field: &str, words: &[&str]) -> Assertion {
    let record = |word: &&str| {
        BTreeSet::from([Field {
            name: field.to_owned(),
            value: Value(Scalar::Text((*word).to_owned())),
        }])
    };
    let records = words.iter().map(record).collect();
    Assertion::new(
        person,
        fact,
        Says::List {
            records,
            complete: true,
        },
    )
}

/// A husband and a wife in one case, each with what the other does not know.
fn couple() -> Told {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", person(ROWAN, Part::Principal));
    told.writes(
        AMINA,
        "2017-05-01",
        person(SWIFT, Part::Family(Relation::Spouse)),
    );
    told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    told
}

#[test]
fn a_family_members_secret_is_in_nobody_elses_facts_view_or_packet() {
    let mut told = couple();
    let secret = told.writes(AMINA, "2017-05-02", says(SWIFT, "here", country("LTU")));
    let case = told.case();
    let on = day("2017-05-17");
    let hers = case.fold(SWIFT, on, &VOCABULARY).facts;
    assert_eq!(
        hers.countries(),
        BTreeSet::from(["LTU".parse().expect("a country")])
    );
    let his = case.packet(ROWAN, on, &VOCABULARY);
    assert_eq!(
        his.fold.facts.countries(),
        BTreeSet::from(["RUS".parse().expect("a country")])
    );
    assert!(his.entries.iter().all(|it| it.id != secret));
    assert!(case.seen_by(ROWAN).iter().all(|it| it.id != secret));
    assert!(case.seen_by(SWIFT).iter().any(|it| it.id == secret));
}

#[test]
fn what_a_person_has_shown_another_is_seen_and_is_still_no_fact_of_the_other() {
    let mut told = couple();
    let mut shown = says(SWIFT, "here", country("LTU"));
    shown.shown_to.insert(ROWAN);
    let shown = told.writes(AMINA, "2017-05-02", shown);
    let case = told.case();
    assert!(case.seen_by(ROWAN).iter().any(|it| it.id == shown));
    let packet = case.packet(ROWAN, day("2017-05-17"), &VOCABULARY);
    assert!(packet.entries.iter().all(|it| it.id != shown));
    assert_eq!(packet.fold.facts.countries().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever she tells, and whoever replaces or doubts it: nothing of his changes.
    #[test]
    fn what_one_person_tells_changes_nothing_of_anothers(
        hers in prop::collection::vec(("here|nationality|minor", 0usize..3, 0usize..5), 0..6),
    ) {
        let mut told = couple();
        let on = day("2017-05-17");
        let before = told.case();
        for (fact, code, earlier) in hers {
            let code = country(["RUS", "LTU", "USA"][code]);
            let earlier = told.signed[earlier.min(told.signed.len() - 1)].id;
            told.changes(BORIS, "2017-05-03", earlier, says(SWIFT, &fact, code));
        }
        let after = told.case();
        prop_assert!(before.fold(ROWAN, on, &VOCABULARY) == after.fold(ROWAN, on, &VOCABULARY));
        prop_assert!(before.packet(ROWAN, on, &VOCABULARY) == after.packet(ROWAN, on, &VOCABULARY));
        prop_assert!(before.seen_by(ROWAN) == after.seen_by(ROWAN));
    }
}

#[test]
fn a_packet_stops_while_a_wife_or_a_child_of_the_case_is_not_listed() {
    let mut told = couple();
    let stops = |told: &Told| {
        told.case()
            .packet(ROWAN, day("2017-05-17"), &VOCABULARY)
            .stops
    };
    let nobody_asked = [Stop::FamilyNotAsked, Stop::Unlisted(Relation::Spouse)];
    assert_eq!(stops(&told), nobody_asked.into());
    let alone = told.writes(
        AMINA,
        "2017-05-02",
        list(ROWAN, "relatives", "relation", &[]),
    );
    told.writes(
        AMINA,
        "2017-05-02",
        list(ROWAN, "partner", "tie", &["spouse"]),
    );
    assert_eq!(stops(&told), BTreeSet::new());
    let child = PersonId([3; 16]);
    told.writes(
        AMINA,
        "2017-05-03",
        person(child, Part::Family(Relation::ChildUnder18)),
    );
    assert_eq!(
        stops(&told),
        [Stop::Unlisted(Relation::ChildUnder18)].into()
    );
    let with_child = list(ROWAN, "relatives", "relation", &["child_under_18"]);
    told.corrects(AMINA, "2017-05-04", alone, with_child);
    assert_eq!(stops(&told), BTreeSet::new());
}

#[test]
fn two_people_with_one_code_name_are_found() {
    let mut told = couple();
    let name = |person, en: &str, ru: &str| CodeName {
        person,
        en: en.into(),
        ru: ru.into(),
    };
    told.writes(AMINA, "2017-05-01", name(ROWAN, "Rowan", "Рябина"));
    told.writes(BORIS, "2017-05-01", name(SWIFT, "Swift", "Стриж"));
    assert_eq!(told.case().shared_code_names(), BTreeSet::new());
    told.writes(
        BORIS,
        "2017-05-02",
        name(PersonId([3; 16]), "Mountain ash", "рябина "),
    );
    let both = BTreeSet::from([ROWAN, PersonId([3; 16])]);
    assert_eq!(told.case().shared_code_names(), BTreeSet::from([both]));
}

fn consent(answer: Answer, by: Consenter) -> Consent {
    Consent {
        person: ROWAN,
        to: Purpose::Embassy,
        partner: None,
        answer,
        by,
        language: "ru".to_owned(),
        interpreter: None,
        alone: Some(true),
        words: "".into(),
        until: Some(Written(day("2017-08-01"))),
    }
}

fn consented(told: &Told, on: &str) -> Consented {
    told.case().consents(ROWAN, Purpose::Embassy, None, day(on))
}

#[test]
fn nothing_but_a_plain_yes_is_consent() {
    let mut told = couple();
    assert_eq!(consented(&told, "2017-05-17"), Consented::NotAsked);
    let yes = consent(Answer::Given, Consenter::Themself);
    let given = told.writes(AMINA, "2017-05-02", yes);
    assert_eq!(consented(&told, "2017-05-17"), Consented::Yes);
    assert_eq!(consented(&told, "2017-08-01"), Consented::RunOut);
    let mut two = told.clone();
    two.writes(
        BORIS,
        "2017-05-03",
        consent(Answer::Refused, Consenter::Themself),
    );
    assert_eq!(consented(&two, "2017-05-17"), Consented::Contested);
    let withdrawn = consent(Answer::Withdrawn, Consenter::Themself);
    told.changes(BORIS, "2017-05-03", given, withdrawn);
    assert_eq!(consented(&told, "2017-05-17"), Consented::No);
    let elsewhere = told
        .case()
        .consents(ROWAN, Purpose::HandOver, None, day("2017-05-17"));
    assert_eq!(elsewhere, Consented::NotAsked);
}

fn ward(age: Age, may_consent: Option<Consenter>) -> Ward {
    Ward {
        person: ROWAN,
        age,
        may_consent,
        lawyer: Some(thing(8)),
        best_interests: Some("An aunt abroad whom he trusts.".into()),
    }
}

fn guardian(is_feared: Option<bool>) -> Around {
    Around {
        id: thing(7),
        person: ROWAN,
        who: "His uncle.".into(),
        tie: Tie::Guardian { is_feared },
        trust: Rung::Met,
    }
}

#[test]
fn no_border_is_planned_for_a_child_until_it_is_written_who_may_consent() {
    let mut told = couple();
    let gaps = |told: &Told, minor| told.case().border_gaps(ROWAN, minor);
    assert_eq!(gaps(&told, Truth::False), BTreeSet::new());
    assert_eq!(gaps(&told, Truth::Unknown), [BorderGap::NotAsked].into());
    assert_eq!(gaps(&told, Truth::True).len(), 3);
    let first = told.writes(AMINA, "2017-05-02", ward(Age::Documented, None));
    assert_eq!(
        gaps(&told, Truth::True),
        [BorderGap::NobodyMayConsent].into()
    );
    let by_court = ward(Age::Documented, Some(Consenter::Court));
    told.changes(AMINA, "2017-05-03", first, by_court);
    assert_eq!(gaps(&told, Truth::True), BTreeSet::new());
}

#[test]
fn a_guardian_who_may_be_the_persecutor_does_not_consent() {
    let by = Consenter::Guardian(thing(7));
    for (is_feared, expected) in [
        (Some(false), Consented::Yes),
        (Some(true), Consented::NotByWhoMay),
        (None, Consented::NotByWhoMay),
    ] {
        let mut told = couple();
        told.writes(AMINA, "2017-05-02", ward(Age::Stated, Some(by)));
        told.writes(AMINA, "2017-05-02", guardian(is_feared));
        told.writes(AMINA, "2017-05-02", consent(Answer::Given, by));
        assert_eq!(consented(&told, "2017-05-17"), expected);
        let gaps = told.case().border_gaps(ROWAN, Truth::True);
        let is_gap = gaps.contains(&BorderGap::GuardianFeared);
        assert_eq!(is_gap, expected == Consented::NotByWhoMay);
    }
}

#[test]
fn a_child_does_not_consent_alone() {
    let mut told = couple();
    told.writes(
        AMINA,
        "2017-05-02",
        consent(Answer::Given, Consenter::Themself),
    );
    assert_eq!(consented(&told, "2017-05-17"), Consented::Yes);
    told.writes(AMINA, "2017-05-03", ward(Age::Stated, None));
    assert_eq!(consented(&told, "2017-05-17"), Consented::NotByWhoMay);
}
