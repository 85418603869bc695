//! Every shipped person's facts, read into signed assertions, fold into the same facts again.

mod told;

use casework::{Approval, Entry, Found, Read, Role, assertions_of, read, write};
use facts::{Complaints, Facts, SourceText, Vocabulary, read_facts, read_tree};
use told::{AMINA, BORIS, ROWAN, Told, day, files_in, morning, vocabulary};

fn facts_of(source: &SourceText, vocabulary: &Vocabulary) -> Facts {
    let mut complaints = Complaints::new();
    let root = read_tree(source, &mut complaints).expect("a tree");
    let node = root.get("facts").expect("facts");
    let facts = read_facts(node, vocabulary, source, &mut complaints);
    assert!(complaints.is_empty(), "{complaints:?}");
    facts
}

#[test]
fn the_facts_of_all_shipped_people_come_back() {
    let vocabulary = vocabulary();
    let people = [
        files_in("examples/chechnya-2017/people"),
        files_in("books/people"),
    ]
    .concat();
    assert_eq!(people.len(), 25);
    for source in people {
        let facts = facts_of(&source, &vocabulary);
        assert!(facts.iter().count() > 10, "{}", source.name);
        let mut told = Told::new();
        for assertion in assertions_of(ROWAN, &facts) {
            // Through the bytes that would be signed.
            let bytes = write(&Entry::new(assertion)).expect("it can be written");
            let Read::Entry(entry) = read(&bytes) else {
                panic!("{}: it cannot be read back", source.name);
            };
            let of = told.signs(AMINA, morning("2017-05-17"), *entry);
            told.writes(
                BORIS,
                "2017-05-17",
                Approval {
                    of,
                    found: Found::Agrees,
                    role: Role::Lawyer,
                    note: "".into(),
                },
            );
        }
        let case = told.case();
        for on in ["2012-01-01", "2017-05-17", "2026-11-30"] {
            let fold = case.fold(ROWAN, day(on), &vocabulary);
            assert!(fold.facts == facts, "{} on {on}", source.name);
            assert!(fold.misfits.is_empty() && fold.awaiting.is_empty());
        }
    }
}
