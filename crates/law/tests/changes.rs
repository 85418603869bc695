//! What changed between two days, in the books and for a person.

mod common;

use common::{clause, library, person, program};
use law::{Day, Difference, Library, Word, changed_rules, changed_verdicts};

fn dated() -> Library {
    let book = format!(
        "format: safeconduct.pathway/1\nid: us.visa\ntitle: {{ en: T, ru: Т }}\ndestination: USA\nkind: visa\nstarted_by: [person]\ndiscretion: none\nin_force: [{{ from: 2017-05-01, until: 2017-06-01, cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}]\nvalues: {{ listed: [{{ from: 2017-05-01, until: 2017-05-10, is: [RUS], cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}, {{ from: 2017-05-10, is: [GEO], cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}] }}\nrequires:\n{}",
        clause("from_listed", "here in value.listed", "", "fails")
    );
    library(&[book])
}

fn day(text: &str) -> Day {
    Day::of(text.parse().expect("a day"))
}

#[test]
fn a_window_that_ends_and_a_list_that_changes_are_both_named() {
    let library = dated();
    let ended = changed_rules(&library, day("2017-05-31"), day("2017-06-01"));
    assert_eq!(
        ended[0].what.iter().collect::<Vec<_>>(),
        [&Difference::Ended]
    );
    let relisted = changed_rules(&library, day("2017-05-09"), day("2017-05-10"));
    assert_eq!(
        relisted[0].what.iter().collect::<Vec<_>>(),
        [&Difference::Clause(0)]
    );
    assert_eq!(
        changed_rules(&library, day("2017-05-11"), day("2017-05-31")),
        []
    );
}

#[test]
fn a_person_sees_only_what_changed_for_them() {
    let library = dated();
    let (before, after) = (
        program(&library, "2017-05-09"),
        program(&library, "2017-05-10"),
    );
    let in_russia = person(&library, "{ here: RUS }");
    let changes = changed_verdicts(&library, &in_russia, &before, &after);
    let words: Vec<_> = changes
        .iter()
        .map(|c| {
            (
                c.before.as_ref().map(|v| v.word),
                c.after.as_ref().map(|v| v.word),
            )
        })
        .collect();
    assert_eq!(words, [(Some(Word::Open), Some(Word::Closed))]);
    let in_turkey = person(&library, "{ here: TUR }");
    assert!(changed_verdicts(&library, &in_turkey, &before, &after).is_empty());
}
