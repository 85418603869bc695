//! The worked examples come out as their sources have them, by the table of admissible words.
//!
//! The expected words were written from the sources before the engine ran. A cell that comes out
//! otherwise is argued in its file (`argued:`, with an article), and at most one in twenty may be.

mod shipped;

use facts::{Complaints, Node, SourceText, read_facts, read_tree};
use law::{Day, Library, PracticeEffect, Program, Residual, Verdict, Word, verdict};
use std::fs;
use std::path::Path;

/// Whether a verdict is admissible for a word of the sources.
fn admits(word: &str, verdict: &Verdict, library: &Library, book: usize) -> bool {
    let practice = || {
        let entries = &library.pathways[book].practice;
        verdict
            .practice
            .iter()
            .any(|index| entries[*index].effect != PracticeEffect::Note)
    };
    match word {
        "open" => matches!(verdict.word, Word::Open | Word::NoObstacle),
        "closed" | "closed_now" => verdict.word == Word::Closed,
        // Open where the only doubt is somebody's discretion, what they weigh, or the way there.
        "unknown" => {
            let weighed = !verdict.unlikely.is_empty() || !verdict.to_argue.is_empty();
            let doubt = verdict.discretion >= law::Discretion::Minister
                || weighed
                || verdict.getting_there.is_some();
            matches!(verdict.word, Word::Undecided | Word::NoObstacle)
                || (verdict.word == Word::Open && doubt)
        }
        "open_law_unknown_practice" => {
            matches!(verdict.word, Word::Open | Word::NoObstacle) && practice()
        }
        "closed_practice" => verdict.not_operated,
        "open_or_unknown" => verdict.word != Word::Closed,
        other => panic!("`{other}` is no word of the table"),
    }
}

struct Cell {
    place: String,
    expected: String,
    found: String,
    argued: bool,
    admitted: bool,
}

fn cells(library: &Library, file: &Path) -> Vec<Cell> {
    let name = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let source = SourceText::new(name.as_str(), fs::read_to_string(file).expect("text"));
    let mut complaints = Complaints::new();
    let tree = read_tree(&source, &mut complaints).expect("YAML");
    let facts = read_facts(
        tree.get("facts").expect("facts"),
        &library.vocabulary,
        &source,
        &mut complaints,
    );
    assert!(complaints.is_empty(), "{complaints:?}");
    let mut residuals = BTreeMap::new();
    tree.list_of("expect")
        .iter()
        .filter_map(|expected| cell(library, &facts, &name, expected))
        .collect()
}

/// One expectation, if its book exists.
fn cell(library: &Library, facts: &facts::Facts, name: &str, expected: &Node) -> Option<Cell> {
    let pathway = expected.text_of("pathway").expect("a pathway");
    let word = expected.text_of("verdict").expect("a word");
    if word == "not_needed" {
        return None;
    }
    let program = Program::on(library, Day::of(expected.day_of("date").expect("a day")));
    let family = format!("{pathway}[");
    let index = program
        .rules
        .iter()
        .position(|rule| rule.id == pathway || rule.id.starts_with(&family))?;
    let residual = residuals
        .entry(on)
        .or_insert_with(|| Residual::of(program, library, facts));
    let verdict = verdict(program, library, residual, facts, index);
    Some(Cell {
        place: format!("{name} × {}", program.rules[index].id),
        expected: word.to_owned(),
        found: verdict.word.word().to_owned(),
        argued: expected.get("argued").is_some(),
        admitted: admits(word, &verdict, library, program.rules[index].book),
    })
}

#[test]
fn the_worked_examples_come_out_as_their_sources_have_them() {
    let (library, _) = shipped::library();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../books/people");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("people")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let all: Vec<Cell> = files
        .iter()
        .flat_map(|file| cells(&library, file))
        .collect();
    let missed: Vec<&Cell> = all.iter().filter(|cell| !cell.admitted).collect();
    for cell in &missed {
        let argued = if cell.argued {
            " (argued in the file)"
        } else {
            ""
        };
        eprintln!(
            "{}: expected {}, found {}{argued}",
            cell.place, cell.expected, cell.found
        );
    }
    eprintln!(
        "{} of {} scored cells agree",
        all.len() - missed.len(),
        all.len()
    );
    assert!(all.len() > 80, "{} cells have a book", all.len());
    assert!(
        missed.iter().all(|cell| cell.argued),
        "a difference that nobody argued"
    );
    assert!(
        missed.len() * 20 <= all.len(),
        "{} of {} differ",
        missed.len(),
        all.len()
    );
}
