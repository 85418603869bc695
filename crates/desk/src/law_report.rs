//! The law for those who write it: checking files over the shipped books, lists, tables, differences.

use crate::Lang;
use crate::shipped;
use facts::{Complaints, Date, SourceText};
use law::{Cell, Day, Difference, InForce, Library, Program, changed_rules};
use std::collections::BTreeMap;

/// The shipped books with these files laid over them, by path; and everything that is wrong.
///
/// A lawyer checks one file: the vocabulary, the tables and the sources are there already.
pub fn checked_library(over: &[SourceText]) -> (Library, Complaints) {
    let mut files: BTreeMap<String, SourceText> = shipped::books()
        .into_iter()
        .map(|file| (file.name.to_string(), file))
        .collect();
    for file in over {
        // A file that has the id of a shipped book takes its place, wherever it lies.
        if let Some(id) = id_of(&file.text) {
            files.retain(|_, shipped| id_of(&shipped.text) != Some(id));
        }
        files.insert(file.name.to_string(), file.clone());
    }
    Library::load(files.values().map(|file| (&*file.name, &*file.text)))
}

fn id_of(text: &str) -> Option<&str> {
    text.lines()
        .find_map(|line| line.strip_prefix("id:"))
        .map(str::trim)
}

/// One line of the list of books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookState {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it is in force on the day: `yes`, `no`, `limited`, `unknown`; of a family, how many
    /// members are.
    pub in_force: String,
}

/// Every pathway and whether it is in force on a day.
pub fn book_states(library: &Library, on: Date, lang: Lang) -> Vec<BookState> {
    let program = Program::on(library, Day::of(on));
    let state = |(index, pathway): (usize, &law::Pathway)| {
        let rules: Vec<_> = program
            .rules
            .iter()
            .filter(|rule| rule.book == index)
            .collect();
        let in_force = rules
            .iter()
            .filter(|rule| matches!(rule.in_force, InForce::Yes { .. }))
            .count();
        let word = match (&pathway.each, rules.as_slice()) {
            (Some(_), rules) => format!("{in_force}/{}", rules.len()),
            (None, [rule]) if rule.in_force.is_limited() => "limited".into(),
            (None, [rule]) => match rule.in_force {
                InForce::Yes { .. } => "yes".into(),
                InForce::NotKnown(_) => "unknown".into(),
                InForce::NotYet(_) | InForce::Ended(_) => "no".into(),
            },
            (None, _) => "no".into(),
        };
        BookState {
            id: pathway.id.clone(),
            title: lang.of(&pathway.title).to_owned(),
            in_force: word,
        }
    };
    library.pathways.iter().enumerate().map(state).collect()
}

/// A table of the world as tab-separated text; nothing, if there is none of this name.
pub fn table_text(library: &Library, name: &str) -> Option<String> {
    let table = library.tables.get(name)?;
    let columns: Vec<&String> = table.columns.keys().collect();
    let cell = |cell: Option<&Cell>| match cell {
        None => String::new(),
        Some(Cell::One(value)) => value.to_string(),
        Some(Cell::Many(values)) => values
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("|"),
    };
    let mut text = columns
        .iter()
        .map(|c| c.as_str())
        .collect::<Vec<_>>()
        .join("\t")
        + "\n";
    for row in &table.rows {
        let cells: Vec<String> = columns
            .iter()
            .map(|column| cell(row.cell(column)))
            .collect();
        text.push_str(&(cells.join("\t") + "\n"));
    }
    Some(text)
}

/// What changed in the books between two days: a rule's id and what is different.
pub fn day_differences(library: &Library, from: Date, to: Date) -> Vec<(String, Vec<String>)> {
    let word = |book: Option<&law::Pathway>, difference: &Difference| match difference {
        Difference::Appeared => "appeared".to_owned(),
        Difference::Vanished => "vanished".to_owned(),
        Difference::Began => "came into force".to_owned(),
        Difference::Ended => "went out of force".to_owned(),
        Difference::Limits => "limited to named exceptions, or no longer".to_owned(),
        Difference::Overlay(index) => format!("overlay {}", library.overlays[*index].id),
        Difference::Clause(index) => {
            let id = book
                .and_then(|book| book.clauses.get(*index))
                .map_or("", |clause| clause.id.as_str());
            format!("condition {id}")
        }
    };
    changed_rules(library, Day::of(from), Day::of(to))
        .into_iter()
        .map(|change| {
            let family = change.id.split('[').next().unwrap_or_default();
            let book = library.pathway(family);
            let what = change
                .what
                .iter()
                .map(|difference| word(book, difference))
                .collect();
            (change.id, what)
        })
        .collect()
}

/// How far the books can be trusted: how many conditions were seen how, how many rest on a lawyer's
/// opinion, and how many fields no lawyer has confirmed.
pub fn trust_text(library: &Library) -> String {
    let report = law::trust_report(library);
    let mut lines: Vec<String> = report
        .seen
        .iter()
        .rev()
        .map(|(how, count)| format!("{:<17} {count} conditions", how.word()))
        .collect();
    lines.push(format!(
        "{:<17} {} conditions",
        "lawyer's opinion",
        report.opaque.len()
    ));
    lines.push(format!(
        "{:<17} {} fields at their default, for a lawyer to confirm",
        "unconfirmed",
        report.defaulted.len()
    ));
    lines.join("\n")
}
