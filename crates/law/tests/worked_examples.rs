//! The worked examples come out as their sources have them, by the table of admissible words.
//!
//! The expected words were written from the sources before the engine ran. A cell that comes out
//! otherwise is argued in its file (`argued:`, with an article), and at most one in twenty may be.

mod shipped;

use facts::{Complaints, Date, Node, SourceText, read_facts, read_tree};
use law::{Day, Library, PracticeEffect, Program, Residual, Verdict, Word, verdict};
use std::collections::BTreeMap;
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

/// The programs of the days asked about, each worked out once.
type Programs = BTreeMap<Date, Program>;

fn cells(library: &Library, programs: &mut Programs, file: &Path) -> Vec<Cell> {
    let name = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let source = SourceText::new(name.as_str(), fs::read_to_string(file).expect("text"));
    let mut complaints = Complaints::new();
    let tree = read_tree(&source, &mut complaints).expect("YAML");
    let facts = tree.get("facts").expect("facts");
    let facts = read_facts(facts, &library.vocabulary, &source, &mut complaints);
    assert!(complaints.is_empty(), "{complaints:?}");
    let mut residuals = BTreeMap::new();
    let mut found = Vec::new();
    for expected in tree.list_of("expect") {
        let on = expected.day_of("date").expect("a day");
        let program = programs
            .entry(on)
            .or_insert_with(|| Program::on(library, Day::of(on)));
        let residual = residuals
            .entry(on)
            .or_insert_with(|| Residual::of(program, library, &facts));
        let judge = |index: usize| verdict(program, library, residual, &facts, index);
        found.extend(cell(library, program, judge, &name, expected));
    }
    found
}

/// One expectation, if its book exists. A family is scored by its first member.
fn cell(
    library: &Library,
    program: &Program,
    judge: impl Fn(usize) -> Verdict,
    name: &str,
    expected: &Node,
) -> Option<Cell> {
    let pathway = expected.text_of("pathway").expect("a pathway");
    let word = expected.text_of("verdict").expect("a word");
    if word == "not_needed" {
        return None;
    }
    let family = format!("{pathway}[");
    let named = |rule: &law::Rule| rule.id == pathway || rule.id.starts_with(&family);
    let index = program.rules.iter().position(named)?;
    let (rule, verdict) = (&program.rules[index], judge(index));
    Some(Cell {
        place: format!("{name} × {}", rule.id),
        expected: word.to_owned(),
        found: verdict.word.word().to_owned(),
        argued: expected.get("argued").is_some(),
        admitted: admits(word, &verdict, library, rule.book),
    })
}

#[test]
fn the_worked_examples_come_out_as_their_sources_have_them() {
    let (library, _) = shipped::library();
    let files = shipped::below(&shipped::root().join(shipped::WORKED), &["yaml"]);
    let mut programs = Programs::new();
    let all: Vec<Cell> = files
        .iter()
        .flat_map(|file| cells(&library, &mut programs, file))
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
