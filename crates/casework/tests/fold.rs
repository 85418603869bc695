//! Assertions, and what they come to: facts for the law, on a day, as known on a day.

mod told;

use casework::{
    Approval, Assertion, Awaited, Basis, Case, Dispute, Entry, Field, Found, Misfit, OperationId,
    Reason, Retraction, Role, Says, Unapplied, Value, Why,
};
use facts::{FactId, Known, Recorded, Scalar, Truth, Vocabulary};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use told::{AMINA, BORIS, ROWAN, SWIFT, Told, VERA, country, day, morning, says, vocabulary};

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(vocabulary);

fn recorded(case: &Case, fact: &str, key: Option<&str>, on: &str) -> Option<Recorded> {
    let fold = case.fold(ROWAN, day(on), &VOCABULARY);
    fold.facts.get(fact, key).cloned()
}

fn here(case: &Case, on: &str) -> Option<Recorded> {
    recorded(case, "here", None, on)
}

fn value(value: impl Into<Scalar>) -> Option<Recorded> {
    Some(Recorded::One(Known::Value(value.into())))
}

fn contested(values: &[&str]) -> Option<Recorded> {
    let values = values.iter().map(|code| country(code)).collect();
    Some(Recorded::One(Known::Contested(values)))
}

fn place(fact: &str) -> (FactId, Option<String>) {
    (FactId(fact.into()), None)
}

fn date(text: &str) -> Scalar {
    Scalar::Date(text.parse().expect("a date in a test"))
}

fn set(shown: &[&str], denied: &[&str], complete: bool) -> Says {
    let members = |codes: &[&str]| codes.iter().map(|code| Value(country(code))).collect();
    Says::Set {
        shown: members(shown),
        denied: members(denied),
        complete,
    }
}

fn relative(fields: &[(&str, &str)]) -> BTreeSet<Field> {
    let field = |(name, value): &(&str, &str)| Field {
        name: (*name).to_owned(),
        value: Value(match *name {
            "country" => country(value),
            _ => Scalar::Text((*value).to_owned()),
        }),
    };
    fields.iter().map(field).collect()
}

fn agrees(of: OperationId, role: Role) -> Approval {
    Approval {
        of,
        found: Found::Agrees,
        role,
        note: "".into(),
    }
}

fn refused(case: &Case) -> Vec<Reason> {
    case.unapplied
        .iter()
        .map(|it: &Unapplied| it.reason)
        .collect()
}

/// Two witnesses gave different countries, and the later one must not win in silence.
#[test]
fn what_two_say_differently_is_contested_and_unknown_to_the_law() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let second = told.writes(BORIS, "2017-05-02", says(ROWAN, "here", country("LTU")));
    let case = told.case();
    assert_eq!(here(&case, "2017-05-17"), contested(&["LTU", "RUS"]));
    let fold = case.fold(ROWAN, day("2017-05-17"), &VOCABULARY);
    assert_eq!(fold.contested[&place("here")], [first, second].into());
}

#[test]
fn an_author_corrects_their_own_and_another_can_only_contradict() {
    let mut told = Told::new();
    let slip = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let mut corrected = told.clone();
    corrected.corrects(
        AMINA,
        "2017-05-02",
        slip,
        says(ROWAN, "here", country("LTU")),
    );
    assert_eq!(here(&corrected.case(), "2017-05-17"), value(country("LTU")));
    told.corrects(
        BORIS,
        "2017-05-02",
        slip,
        says(ROWAN, "here", country("LTU")),
    );
    assert_eq!(here(&told.case(), "2017-05-17"), contested(&["LTU", "RUS"]));
    assert_eq!(refused(&told.case()), [Reason::NotTheirs]);
}

#[test]
fn a_correction_says_why() {
    let mut told = Told::new();
    let slip = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let entry = Entry::new(says(ROWAN, "here", country("LTU")));
    let entry = entry.in_place_of(Why::Corrected, [slip]);
    told.signs(AMINA, morning("2017-05-02"), entry);
    assert_eq!(refused(&told.case()), [Reason::NoReason]);
    assert_eq!(here(&told.case(), "2017-05-17"), contested(&["LTU", "RUS"]));
}

/// "It has changed" must be no way to turn another's word round about what never changes.
#[test]
fn another_member_contradicts_what_can_never_change_and_does_not_end_it() {
    let changes = VOCABULARY.get("born").map(|fact| fact.changes);
    assert_eq!(changes, Some(facts::Changes::Never));
    let born = |text: &str| says(ROWAN, "born", date(text));
    let known = |told: &Told| recorded(&told.case(), "born", None, "2017-05-17");
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", born("1990-04-07"));
    let mut own = told.clone();
    own.changes(AMINA, "2017-05-02", first, born("1990-04-08"));
    assert_eq!(known(&own), value(date("1990-04-08")));
    told.changes(BORIS, "2017-05-02", first, born("1990-04-08"));
    let both = vec![date("1990-04-07"), date("1990-04-08")];
    assert_eq!(known(&told), Some(Recorded::One(Known::Contested(both))));
}

#[test]
fn what_is_taken_back_counts_no_more_and_is_still_shown() {
    let mut told = Told::new();
    let of = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let why = "The wrong person.".into();
    let by = told.writes(AMINA, "2017-05-02", Retraction { of, why });
    let case = told.case();
    assert_eq!(here(&case, "2017-05-17"), None);
    assert_eq!(case.noted(&of).and_then(|it| it.taken_back), Some(by));
    assert_eq!(case.history().len(), 2);
}

#[test]
fn nobody_takes_back_what_another_wrote_nor_a_retraction() {
    let mut told = Told::new();
    let of = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let by_boris = Retraction { of, why: "".into() };
    told.writes(BORIS, "2017-05-02", by_boris);
    assert_eq!(refused(&told.case()), [Reason::NotTheirs]);
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("RUS")));
    let own = Retraction { of, why: "".into() };
    let of = told.writes(AMINA, "2017-05-03", own);
    told.writes(AMINA, "2017-05-04", Retraction { of, why: "".into() });
    assert_eq!(refused(&told.case()), [Reason::NotTheirs, Reason::Final]);
    assert_eq!(here(&told.case(), "2017-05-17"), None);
}

#[test]
fn a_change_leaves_what_was_so_before() {
    let mut told = Told::new();
    let russia = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let mut moved = says(ROWAN, "here", country("LTU"));
    moved.since = Some("2017-06-10".parse().map(casework::Written).expect("a date"));
    told.changes(BORIS, "2017-06-12", russia, moved);
    let case = told.case();
    assert_eq!(here(&case, "2017-06-09"), value(country("RUS")));
    assert_eq!(here(&case, "2017-06-10"), value(country("LTU")));
    let before_we_knew = told.case_known_on("2017-06-11");
    assert_eq!(here(&before_we_knew, "2017-06-11"), value(country("RUS")));
}

/// In the month of the move nobody can say where he was on a day.
#[test]
fn a_change_in_a_month_leaves_its_days_contested() {
    let mut told = Told::new();
    let russia = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let mut moved = says(ROWAN, "here", country("LTU"));
    moved.since = Some("2017-06".parse().map(casework::Written).expect("a date"));
    told.changes(BORIS, "2017-07-02", russia, moved);
    let case = told.case();
    assert_eq!(here(&case, "2017-05-31"), value(country("RUS")));
    assert_eq!(here(&case, "2017-06-15"), contested(&["LTU", "RUS"]));
    assert_eq!(here(&case, "2017-06-30"), value(country("LTU")));
}

#[test]
fn a_change_whose_day_nobody_knows_was_at_the_latest_when_we_learnt_it() {
    let mut told = Told::new();
    let russia = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let lithuania = says(ROWAN, "here", country("LTU"));
    told.changes(BORIS, "2017-06-12", russia, lithuania);
    assert_eq!(here(&told.case(), "2017-06-12"), value(country("LTU")));
    assert_eq!(here(&told.case(), "2017-06-01"), contested(&["LTU", "RUS"]));
}

/// The day of a move was mistyped and corrected: what the move ended must not come back.
#[test]
fn a_corrected_change_still_ends_what_it_changed() {
    let mut told = Told::new();
    let russia = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let moved = |on: &str| {
        let mut moved = says(ROWAN, "here", country("LTU"));
        moved.since = Some(on.parse().map(casework::Written).expect("a date"));
        moved
    };
    let slip = told.changes(BORIS, "2017-06-12", russia, moved("2017-06-01"));
    let right = told.corrects(BORIS, "2017-06-13", slip, moved("2017-06-10"));
    assert_eq!(here(&told.case(), "2017-06-05"), value(country("RUS")));
    assert_eq!(here(&told.case(), "2017-06-10"), value(country("LTU")));
    let of = right;
    told.writes(BORIS, "2017-06-14", Retraction { of, why: "".into() });
    let of = slip;
    told.writes(BORIS, "2017-06-14", Retraction { of, why: "".into() });
    assert_eq!(here(&told.case(), "2017-06-20"), value(country("RUS")));
}

#[test]
fn what_was_known_on_a_day_is_what_was_learnt_by_then_not_what_was_written() {
    let mut told = Told::new();
    let entry = Entry::new(says(ROWAN, "here", country("RUS")));
    told.signs(
        AMINA,
        morning("2017-05-10"),
        entry.learnt_at(morning("2017-05-03")),
    );
    assert_eq!(here(&told.case_known_on("2017-05-02"), "2017-05-17"), None);
    let known = told.case_known_on("2017-05-03");
    assert_eq!(here(&known, "2017-05-17"), value(country("RUS")));
}

#[test]
fn a_dispute_contests_a_fact_until_it_is_taken_back() {
    let mut told = Told::new();
    let of = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let why = "Seen elsewhere.".into();
    let dispute = told.writes(BORIS, "2017-05-02", Dispute { of, why });
    assert_eq!(here(&told.case(), "2017-05-17"), contested(&["RUS"]));
    let of = dispute;
    told.writes(BORIS, "2017-05-03", Retraction { of, why: "".into() });
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("RUS")));
}

#[test]
fn what_is_assumed_gives_way_to_what_somebody_says() {
    let mut told = Told::new();
    let mut assumed = says(ROWAN, "here", country("RUS"));
    assumed.basis = Some(Basis::Assumed);
    told.writes(AMINA, "2017-05-01", assumed);
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("RUS")));
    told.writes(BORIS, "2017-05-02", says(ROWAN, "here", country("LTU")));
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("LTU")));
}

#[test]
fn a_narrower_date_does_not_contradict_a_wider_one() {
    let mut told = Told::new();
    let born = |text: &str| says(ROWAN, "born", date(text));
    told.writes(AMINA, "2017-05-01", born("1990"));
    told.writes(BORIS, "2017-05-02", born("1990-04-07"));
    let known = |told: &Told| recorded(&told.case(), "born", None, "2017-05-17");
    assert_eq!(known(&told), value(date("1990-04-07")));
    told.writes(VERA, "2017-05-03", born("1991"));
    let all = vec![date("1990"), date("1990-04-07"), date("1991")];
    assert_eq!(known(&told), Some(Recorded::One(Known::Contested(all))));
}

#[test]
fn the_better_basis_is_told() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    let mut shown = says(ROWAN, "here", country("RUS"));
    shown.basis = Some(Basis::Document);
    told.writes(BORIS, "2017-05-02", shown);
    let fold = told.case().fold(ROWAN, day("2017-05-17"), &VOCABULARY);
    let basis = fold.facts.basis(&FactId("here".into()), None);
    assert_eq!(basis, Some(facts::Basis::Document));
}

#[test]
fn a_refusal_to_say_is_kept_apart_and_gives_way_to_an_answer() {
    let mut told = Told::new();
    told.writes(
        AMINA,
        "2017-05-01",
        Assertion::new(ROWAN, "here", Says::RatherNotSay),
    );
    let refused = Some(Recorded::One(Known::RatherNotSay));
    assert_eq!(here(&told.case(), "2017-05-17"), refused);
    let set = Assertion::new(ROWAN, "nationality", Says::RatherNotSay);
    told.writes(AMINA, "2017-05-01", set);
    let fold = told.case().fold(ROWAN, day("2017-05-17"), &VOCABULARY);
    assert_eq!(
        fold.rather_not_say,
        [place("here"), place("nationality")].into()
    );
    told.writes(AMINA, "2017-05-02", says(ROWAN, "here", country("RUS")));
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("RUS")));
}

/// One says he has no other nationality, another has seen a second passport. If the set stayed
/// complete without the second, the law would read that he has it not.
#[test]
fn a_contested_member_of_a_set_is_neither_in_it_nor_out_of_it() {
    let mut told = Told::new();
    let nationality = |says| Assertion::new(ROWAN, "nationality", says);
    told.writes(AMINA, "2017-05-01", nationality(set(&["RUS"], &[], true)));
    let set_of =
        |told: &Told| recorded(&told.case(), "nationality", None, "2017-05-17").expect("a set");
    assert_eq!(set_of(&told).holds(&country("UKR")), Truth::False);
    told.writes(
        BORIS,
        "2017-05-02",
        nationality(set(&["RUS", "UKR"], &[], false)),
    );
    assert_eq!(set_of(&told).holds(&country("UKR")), Truth::Unknown);
    assert_eq!(set_of(&told).holds(&country("RUS")), Truth::True);
    let fold = told.case().fold(ROWAN, day("2017-05-17"), &VOCABULARY);
    assert!(fold.contested.contains_key(&place("nationality")));
}

#[test]
fn what_two_know_of_a_set_comes_together() {
    let mut told = Told::new();
    let nationality = |says| Assertion::new(ROWAN, "nationality", says);
    told.writes(AMINA, "2017-05-01", nationality(set(&["RUS"], &[], false)));
    told.writes(
        BORIS,
        "2017-05-02",
        nationality(set(&["UKR"], &["USA"], false)),
    );
    let together = Recorded::Set {
        shown: [country("RUS"), country("UKR")].into(),
        denied: [country("USA")].into(),
        complete: false,
    };
    let known = recorded(&told.case(), "nationality", None, "2017-05-17");
    assert_eq!(known, Some(together));
}

#[test]
fn a_relative_whom_a_complete_list_leaves_out_is_contested() {
    let mut told = Told::new();
    let relatives =
        |records, complete| Assertion::new(ROWAN, "relatives", Says::List { records, complete });
    let sister = relative(&[("relation", "sibling")]);
    let sister_abroad = relative(&[("relation", "sibling"), ("country", "USA")]);
    let mother = relative(&[("relation", "parent")]);
    told.writes(AMINA, "2017-05-01", relatives(vec![sister], true));
    told.writes(BORIS, "2017-05-02", relatives(vec![sister_abroad], false));
    let known = |told: &Told| match recorded(&told.case(), "relatives", None, "2017-05-17") {
        Some(Recorded::List { records, complete }) => (records.len(), records, complete),
        other => panic!("{other:?}"),
    };
    // The second may speak of the same sister. If only she were kept, a complete list would deny a
    // sister anywhere else, of whom the first said nothing.
    let (count, records, complete) = known(&told);
    assert!(count == 2 && complete);
    assert_eq!(records[0].get("country"), None);
    assert_eq!(records[1].get("country"), Some(&country("USA")));
    told.writes(VERA, "2017-05-03", relatives(vec![mother], false));
    let (count, _, complete) = known(&told);
    assert!(count == 2 && !complete);
}

#[test]
fn what_two_must_set_waits_for_the_second() {
    let mut told = Told::new();
    let of = told.writes(
        AMINA,
        "2017-05-01",
        says(ROWAN, "persecuted_others", Scalar::Bool(true)),
    );
    let on = "2017-05-17";
    let known = |told: &Told| recorded(&told.case(), "persecuted_others", None, on);
    told.writes(AMINA, "2017-05-01", agrees(of, Role::Caseworker));
    assert_eq!(refused(&told.case()), [Reason::Own]);
    assert_eq!(known(&told), None);
    let fold = told.case().fold(ROWAN, day(on), &VOCABULARY);
    assert_eq!(fold.awaiting, [(of, Awaited::Second)].into());
    told.writes(BORIS, "2017-05-02", agrees(of, Role::Caseworker));
    assert_eq!(known(&told), value(Scalar::Bool(true)));
    let opposed = Approval {
        found: Found::Opposes,
        ..agrees(of, Role::Caseworker)
    };
    told.writes(VERA, "2017-05-03", opposed);
    assert_eq!(known(&told), None);
}

#[test]
fn what_a_lawyer_must_set_waits_for_one() {
    let of_lawyers = VOCABULARY.iter().find(|fact| {
        fact.set_by == facts::SetBy::Lawyer
            && fact.of == facts::Type::One(facts::FieldType::Bool)
            && !fact.keyed
            && fact.derived.is_none()
    });
    let fact = &*of_lawyers.expect("the vocabulary has one").id.0;
    let mut told = Told::new();
    let of = told.writes(AMINA, "2017-05-01", says(ROWAN, fact, Scalar::Bool(true)));
    told.writes(BORIS, "2017-05-02", agrees(of, Role::Caseworker));
    assert_eq!(recorded(&told.case(), fact, None, "2017-05-17"), None);
    told.writes(VERA, "2017-05-02", agrees(of, Role::Lawyer));
    let known = recorded(&told.case(), fact, None, "2017-05-17");
    assert_eq!(known, value(Scalar::Bool(true)));
}

/// "Refused nowhere", and then a refusal by one country: the country goes first.
#[test]
fn what_is_said_of_one_country_goes_before_what_is_said_of_all() {
    let mut told = Told::new();
    let refused = |key: &str, value| {
        let mut it = says(ROWAN, "refused_visa", Scalar::Bool(value));
        it.under = Some(key.to_owned());
        it
    };
    told.writes(AMINA, "2017-05-01", refused("*", false));
    told.writes(BORIS, "2017-05-02", refused("USA", true));
    let on = "2017-05-17";
    let of = |key| recorded(&told.case(), "refused_visa", Some(key), on);
    assert_eq!(of("USA"), value(Scalar::Bool(true)));
    assert_eq!(of("LTU"), value(Scalar::Bool(false)));
}

#[test]
fn what_does_not_fit_the_vocabulary_is_kept_and_not_read() {
    let mut told = Told::new();
    let wrong = [
        (
            says(ROWAN, "no_such_fact", Scalar::Bool(true)),
            Misfit::UnknownFact,
        ),
        (says(ROWAN, "here", Scalar::Bool(true)), Misfit::Value),
        (says(ROWAN, "refused_visa", Scalar::Bool(true)), Misfit::Key),
        (
            Assertion::new(ROWAN, "here", set(&["RUS"], &[], true)),
            Misfit::Value,
        ),
    ];
    let mut expected = Vec::new();
    for (assertion, misfit) in wrong {
        expected.push((told.writes(AMINA, "2017-05-01", assertion), misfit));
    }
    let fold = told.case().fold(ROWAN, day("2017-05-17"), &VOCABULARY);
    assert_eq!(fold.misfits.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(fold.facts, facts::Facts::new());
}

#[test]
fn what_another_person_told_stays_theirs_until_they_show_it() {
    let mut told = Told::new();
    let mut secret = says(SWIFT, "here", country("LTU"));
    let id = told.writes(AMINA, "2017-05-01", secret.clone());
    let mut copy = says(ROWAN, "here", country("LTU"));
    copy.copied_from = Some(id);
    told.writes(AMINA, "2017-05-02", copy.clone());
    assert_eq!(here(&told.case(), "2017-05-17"), None);
    assert_eq!(refused(&told.case()), [Reason::NotShown]);
    secret.shown_to.insert(ROWAN);
    let shown = told.changes(AMINA, "2017-05-03", id, secret);
    copy.copied_from = Some(shown);
    told.writes(AMINA, "2017-05-03", copy);
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("LTU")));
}

#[test]
fn an_entry_replaces_only_what_is_about_the_same() {
    let mut told = Told::new();
    let russia = told.writes(AMINA, "2017-05-01", says(ROWAN, "here", country("RUS")));
    told.changes(
        AMINA,
        "2017-05-02",
        russia,
        says(SWIFT, "here", country("LTU")),
    );
    let nowhere = Entry::new(says(SWIFT, "minor", Scalar::Bool(true)))
        .in_place_of(Why::Changed, [OperationId([99; 32])]);
    told.signs(AMINA, morning("2017-05-02"), nowhere);
    assert_eq!(
        refused(&told.case()),
        [Reason::AnotherThing, Reason::Missing]
    );
    assert_eq!(here(&told.case(), "2017-05-17"), value(country("RUS")));
}
