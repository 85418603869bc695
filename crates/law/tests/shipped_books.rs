//! The shipped books are read without a complaint, and the tests beside the law come out.

mod shipped;

use law::run_tests;
use shipped::library;

#[test]
fn the_shipped_books_are_read_without_a_complaint() {
    let (library, complaints) = library();
    for complaint in complaints.iter() {
        eprintln!(
            "{complaint:?}{}",
            complaint
                .help
                .as_ref()
                .map(|h| format!("  ({h})"))
                .unwrap_or_default()
        );
    }
    assert!(complaints.is_empty(), "{} complaints", complaints.len());
    assert!(library.pathways.len() >= 15);
}

#[test]
fn the_tests_beside_the_law_come_out_as_their_authors_expected() {
    let (library, _) = library();
    let report = run_tests(&library);
    for failure in &report.failures {
        eprintln!(
            "{} “{}”: expected {}, found {}",
            failure.id, failure.test, failure.expected, failure.found
        );
    }
    assert!(
        report.failures.is_empty(),
        "{} of {} failed",
        report.failures.len(),
        report.ran
    );
    assert!(report.ran > 100);
}

#[test]
fn the_tests_beside_the_law_notice_every_change_of_a_book() {
    let (library, _) = library();
    let report = law::mutate(&library, |_| true);
    for mutant in &report.survived {
        eprintln!("{}: {}", mutant.pathway, mutant.change);
    }
    eprintln!(
        "killed {}, equivalent {}, survived {}",
        report.killed,
        report.equivalent,
        report.survived.len()
    );
    assert!(report.survived.is_empty());
    assert!(report.killed > 1000);
}
