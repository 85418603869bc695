//! What would open it: exact, cheapest first, and never a changed intention.

mod common;

use common::{clause, judged, library, pathway, person};
use law::{Means, NoOpening, openings};

/// Sets of steps.
type Opened = Vec<Vec<(Means, String, bool)>>;

/// The openings as (means, fact, wanted) triples.
fn opened(requires: &str, facts: &str) -> Result<Opened, NoOpening> {
    let library = library(&[pathway("us.visa", "USA", &format!("requires:\n{requires}"))]);
    let (program, residual, _) = judged(&library, &person(&library, facts));
    let found = openings(&program, &library, &residual, &program.rules[0], 10)?;
    let step = |step: &law::Step| {
        (
            step.by,
            program.atoms[step.atom.0 as usize].fact.to_string(),
            step.wanted,
        )
    };
    Ok(found
        .iter()
        .map(|opening| opening.steps.iter().map(step).collect())
        .collect())
}

#[test]
fn finding_out_is_cheaper_than_doing() {
    let requires = clause("either", "sponsor || relative", "", "fails");
    assert_eq!(
        opened(&requires, "{}"),
        Ok(vec![
            vec![(Means::FindOut, "relative".into(), true)],
            vec![(Means::Do, "sponsor".into(), true)]
        ])
    );
}

#[test]
fn no_set_contains_another() {
    let requires = clause("either", "sponsor || sponsor && relative", "", "fails");
    assert_eq!(
        opened(&requires, "{}"),
        Ok(vec![vec![(Means::Do, "sponsor".into(), true)]])
    );
}

#[test]
fn a_recorded_intention_is_never_varied() {
    let requires = clause("leaves", "means_to_leave[\"USA\"]", "", "fails");
    assert_eq!(
        opened(&requires, "{ means_to_leave: { USA: no } }"),
        Err(NoOpening::NothingToVary)
    );
}

#[test]
fn a_place_can_be_changed_and_a_person_is_only_in_one() {
    let requires = clause("there", "here == \"USA\"", "", "fails")
        + &clause("not_home", "!(here in nationality)", "", "fails");
    let facts = "{ here: RUS, nationality: { shown: [RUS], complete: yes } }";
    let found = opened(&requires, facts).expect("moving opens it");
    assert_eq!(found.len(), 1);
    assert!(
        found[0]
            .iter()
            .all(|(means, fact, _)| *means == Means::Do && fact == "here")
    );
}
