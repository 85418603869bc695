//! A small library for tests: one vocabulary, and the books that a test writes.
#![allow(dead_code, reason = "each test file uses a part of it")]

use facts::{Complaints, Facts, SourceText, read_facts, read_tree};
use law::{Day, Library, Program, Residual, Verdict, verdicts};

/// The facts that the tests' books speak of.
pub const VOCABULARY: &str = r#"
format: safeconduct.vocabulary/1
facts:
  here: { type: country, label: { en: place, ru: место }, topic: place, leak: 3, changes: by_place, to_open: do, what_if: allowed }
  nationality: { type: set of country, label: { en: n, ru: н }, topic: place, leak: 1, to_open: not_in_hands }
  passport: { type: bool, label: { en: passport, ru: паспорт }, topic: papers, leak: 1, to_open: do, what_if: allowed }
  refused_visa: { type: bool, by: country, label: { en: refused, ru: отказ }, topic: records, changes: by_step, to_open: not_in_hands, what_if: allowed }
  lied: { type: bool, by: country, label: { en: lied, ru: ложь }, topic: bars, leak: 2, pain: 2, to_open: not_in_hands }
  means_to_leave: { type: bool, by: country, label: { en: leave, ru: уехать }, topic: talks, to_open: not_in_hands, what_if: never }
  feared: { type: bool, label: { en: fear, ru: страх }, topic: danger, leak: 3, pain: 3, to_open: find_out }
  relative: { type: bool, label: { en: relative, ru: родня }, topic: family, leak: 2, pain: 1, to_open: find_out }
  sponsor: { type: bool, label: { en: sponsor, ru: спонсор }, topic: money, leak: 1, pain: 1, to_open: do, what_if: allowed }
  resettled: { type: bool, label: { en: settled, ru: устроен }, topic: records, kind: lawyers_opinion, asked_of: lawyer }
  wanted: { type: bool, label: { en: wanted, ru: розыск }, topic: bars, asked_of: nobody }
  urgent: { type: bool, label: { en: urgent, ru: срочно }, topic: danger, leak: 2, pain: 2 }
  standing: { type: enum, values: { home: { en: h, ru: д }, hidden: { en: i, ru: с }, visitor: { en: v, ru: г } }, label: { en: standing, ru: положение }, topic: place, leak: 2, changes: by_step }
"#;

/// A pathway with the given lines after its head.
pub fn pathway(id: &str, destination: &str, lines: &str) -> String {
    format!(
        "format: safeconduct.pathway/1\nid: {id}\ntitle: {{ en: T, ru: Т }}\ndestination: {destination}\nkind: visa\nstarted_by: [person]\ndiscretion: adjudicator\nin_force: [{{ from: 2000-01-01, cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}]\n{lines}\n"
    )
}

/// One requirement or bar on a line.
pub fn clause(id: &str, when: &str, more: &str, says: &str) -> String {
    format!(
        "  - {{ id: {id}, when: '{when}', {more} cite: \"art. {id}\", seen: {{ how: unverified, day: 2020-01-01 }}, {says}: {{ en: E, ru: Р }} }}\n"
    )
}

/// A library of these books, which must be right.
pub fn library(books: &[String]) -> Library {
    let names: Vec<String> = (0..books.len())
        .map(|i| format!("law/book-{i}.yaml"))
        .collect();
    let files = names
        .iter()
        .map(String::as_str)
        .zip(books.iter().map(String::as_str));
    let (library, complaints) = Library::load(files.chain([("vocabulary/v.yaml", VOCABULARY)]));
    assert!(complaints.is_empty(), "{complaints:?}");
    library
}

/// The facts of a person, as a mapping.
pub fn person(library: &Library, text: &str) -> Facts {
    let source = SourceText::new("person.yaml", text);
    let mut complaints = Complaints::new();
    let node = read_tree(&source, &mut complaints).expect("YAML");
    let facts = read_facts(&node, &library.vocabulary, &source, &mut complaints);
    assert!(complaints.is_empty(), "{complaints:?}");
    facts
}

/// The program of a day.
pub fn program(library: &Library, day: &str) -> Program {
    Program::on(library, Day::of(day.parse().expect("a day")))
}

/// The verdicts of a person on the day of the report.
pub fn judged(library: &Library, facts: &Facts) -> (Program, Residual, Vec<Verdict>) {
    let program = program(library, "2017-05-17");
    let residual = Residual::of(&program, library, facts);
    let verdicts = verdicts(&program, library, &residual, facts);
    (program, residual, verdicts)
}
