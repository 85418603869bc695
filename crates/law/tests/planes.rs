//! Many people at once read as each of them alone, on every decision.

mod shipped;

use facts::{Complaints, Facts, SourceText, read_facts, read_tree};
use law::{Code, Day, Library, Planes, Program, Residual, word};
use std::fs;
use std::path::Path;

/// The detailed people of the demonstration and the worked examples, and each of them again with
/// every third fact forgotten: unknowns of every kind.
fn people(library: &Library) -> Vec<Facts> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["examples/chechnya-2017/people", "books/people"] {
        for entry in fs::read_dir(root.join(folder)).expect("people").flatten() {
            let source = SourceText::new("person", fs::read_to_string(entry.path()).expect("text"));
            let mut complaints = Complaints::new();
            let tree = read_tree(&source, &mut complaints).expect("YAML");
            let facts = read_facts(
                tree.get("facts").expect("facts"),
                &library.vocabulary,
                &source,
                &mut complaints,
            );
            found.push(facts);
        }
    }
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
