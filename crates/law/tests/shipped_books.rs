//! The shipped books are read without a complaint, and the tests beside the law come out.

use law::{Library, run_tests};
use std::fs;
use std::path::{Path, PathBuf};

/// Every file of the shipped books, as (path within the folder, text).
fn shipped() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../books");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("the books are there")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| end == "yaml" || end == "csv")
            {
                let name = path
                    .strip_prefix(&root)
                    .expect("below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("UTF-8")));
            }
        }
    }
    files
}

fn library() -> (Library, facts::Complaints) {
    let files = shipped();
    Library::load(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )
}

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
#[ignore = "several minutes unoptimised: `safeconduct law test --mutate` runs it"]
fn the_tests_beside_the_law_notice_every_change_of_a_book() {
    let (library, _) = library();
    let wanted = std::env::var("SAFECONDUCT_PATHWAY").unwrap_or_default();
    let report = law::mutate(&library, |pathway| pathway.id.starts_with(&wanted));
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
}
