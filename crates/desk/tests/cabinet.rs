//! What is sealed in the vault comes back as it was recorded.

use desk::{Desk, Office};

/// Everybody of the demonstration goes through the vault: sealed, signed by one colleague, by a second
/// where two are needed, opened, verified and folded.
#[test]
fn the_invented_people_come_out_of_the_vault_as_they_went_in() {
    let desk = Desk::demo().expect("the shipped books and people are whole");
    let written = desk.caseload().cases.clone();
    let office = Office::throwing_away(desk).expect("a vault in memory");
    let sealed = &office.desk().caseload().cases;
    assert_eq!(sealed.len(), 47);
    for (before, after) in written.iter().zip(sealed) {
        assert_eq!(
            before.facts, after.facts,
            "the facts of case {}",
            before.number.0
        );
        assert_eq!(before, after, "case {}", before.number.0);
    }
}
