//! A spreadsheet of people, from the file that was chosen to the rows that are recorded.
//!
//! What was read is held in memory, and nowhere else, until it is put away or the vault is locked.

use crate::cabinet::{Cabinet, NotRecorded, make_thing};
use crate::case::CaseNumber;
use crate::desk::Desk;
use crate::forms::{Clock, Typed};
use crate::import::{
    At, CannotRead, ColumnIs, DryRun, KnownPerson, Mapping, PersonRun, Sheet, Terms, Trouble, Whom,
    dry_run, read_csv, read_xlsx,
};
use crate::office::Office;
use crate::{Lang, Speech};
use casework::{CodeName, Content, PersonId, Phrase};
use facts::FactId;
use std::collections::BTreeMap;

/// A spreadsheet that is being compared.
pub(crate) struct Held {
    pub sheets: Vec<Sheet>,
    pub mappings: Vec<Mapping>,
    /// What its headings say that cannot be taken over.
    pub headings: Vec<Trouble>,
    /// What was last shown.
    pub run: DryRun,
}

/// Why rows were not recorded.
#[derive(Debug)]
pub enum NotImported {
    /// The form is shown again, with a sentence.
    Says(&'static str),
    /// The vault does not take it; rows before the one that failed were recorded.
    NotRecorded(NotRecorded),
}

impl Office {
    /// Reads a spreadsheet and compares it with the people who are known. Nothing is recorded.
    ///
    /// # Errors
    /// The sentence that says why it cannot be read.
    pub fn hold_import(&mut self, file: &[u8], lang: Lang) -> Result<(), String> {
        let sheets = sheets_of(file).map_err(|why| why.sentence(Speech::of(lang)))?;
        let desk = self.desk().clone();
        let terms = Terms::of(desk.library());
        let (mut mappings, mut headings) = (Vec::new(), Vec::new());
        for (number, sheet) in (1..).zip(&sheets) {
            let (mapping, troubles) = Mapping::proposed(number, sheet, &terms);
            mappings.push(mapping);
            headings.extend(troubles);
        }
        let run = compared(&sheets, &mappings, self.cabinet(), &desk);
        self.import = Some(Held {
            sheets,
            mappings,
            headings,
            run,
        });
        Ok(())
    }

    /// Puts the spreadsheet away.
    pub fn drop_import(&mut self) {
        self.import = None;
    }

    /// Says what columns mean, and compares anew. Nothing is recorded.
    pub fn map_import(&mut self, typed: &Typed) {
        let Some(mut held) = self.import.take() else {
            return;
        };
        for (number, (sheet, mapping)) in (1..).zip(held.sheets.iter().zip(&mut held.mappings)) {
            let headed = sheet.rows.first().into_iter();
            for column in headed.flat_map(|row| row.cells.keys()) {
                match typed.get(&column_name(number, *column)) {
                    "" => {}
                    "leave-out" => drop(mapping.columns.remove(column)),
                    word => {
                        let meant = meaning_of(word);
                        meant.and_then(|is| mapping.columns.insert(*column, is));
                    }
                }
            }
        }
        held.run = compared(&held.sheets, &held.mappings, self.cabinet(), self.desk());
        self.import = Some(held);
    }

    /// Records the rows that were chosen, if they would still do what was shown.
    ///
    /// # Errors
    /// [`NotImported`].
    pub fn record_import(&mut self, typed: &Typed, clock: Clock) -> Result<(), NotImported> {
        let Some(mut held) = self.import.take() else {
            return Ok(());
        };
        let shown = std::mem::take(&mut held.run);
        held.run = compared(&held.sheets, &held.mappings, self.cabinet(), self.desk());
        let is_chosen = |run: &&PersonRun| typed.all("row").any(|row| row == row_value(run.at));
        let chosen: Vec<PersonRun> = held.run.people.iter().filter(is_chosen).cloned().collect();
        let was_shown = |run: &PersonRun| {
            let mut before = shown.people.iter();
            before.any(|it| it.at == run.at && it.differences == run.differences)
        };
        let says = match () {
            () if chosen.is_empty() => Some("import-fault-none"),
            () if !chosen.iter().all(was_shown) => Some("import-fault-changed"),
            () if !chosen.iter().all(has_name) => Some("import-fault-nameless"),
            () => None,
        };
        if let Some(says) = says {
            self.import = Some(held);
            return Err(NotImported::Says(says));
        }
        let recorded = self.change(|cabinet| {
            let mut each = chosen.iter();
            each.try_for_each(|run| record(cabinet, run, clock))
        });
        held.run = compared(&held.sheets, &held.mappings, self.cabinet(), self.desk());
        self.import = Some(held);
        recorded.map_err(NotImported::NotRecorded)
    }
}

fn record(cabinet: &mut Cabinet, run: &PersonRun, clock: Clock) -> Result<(), NotRecorded> {
    match run.whom {
        Whom::New(_) => {
            let opened = cabinet.open_case(Phrase::default(), &run.entries, clock.now);
            opened.map(drop)
        }
        Whom::Known(person) => {
            let number = case_of(cabinet, person).ok_or(NotRecorded::NoSuchCase)?;
            cabinet.record(number, &run.entries, clock.now).map(drop)
        }
    }
}

/// The case of a person.
pub(crate) fn case_of(cabinet: &Cabinet, person: PersonId) -> Option<CaseNumber> {
    let mut files = cabinet.cases();
    let found = files.find(|file| file.principal() == Some(person));
    found.map(|file| file.number)
}

/// Whether the person of a row bears a code name: the key of a row is recorded nowhere, so by the code
/// name alone the same row is known next time.
pub(crate) fn has_name(run: &PersonRun) -> bool {
    let mut entries = run.entries.iter();
    matches!(run.whom, Whom::Known(_))
        || entries.any(|entry| matches!(entry.content, Content::CodeName(CodeName { .. })))
}

fn compared(sheets: &[Sheet], mappings: &[Mapping], cabinet: &Cabinet, desk: &Desk) -> DryRun {
    let (library, on) = (desk.library(), desk.caseload().date);
    let known = cabinet.cases().filter_map(|file| {
        let person = file.principal()?;
        let vocabulary = &library.vocabulary;
        Some(KnownPerson::of(file.case, person, None, on, vocabulary))
    });
    let known: Vec<KnownPerson> = known.collect();
    let mut ids = || make_thing().0;
    dry_run(sheets, mappings, &known, &Terms::of(library), &mut ids)
}

/// XLSX by its first bytes, and CSV else.
fn sheets_of(file: &[u8]) -> Result<Vec<Sheet>, CannotRead> {
    /// An archive, or what older programs and locked files begin with.
    const PACKED: [&[u8]; 2] = [b"PK", b"\xD0\xCF\x11\xE0"];
    match PACKED.iter().any(|begins| file.starts_with(begins)) {
        true => read_xlsx(file),
        false => read_csv(file).map(|sheet| vec![sheet]),
    }
}

/// The field of a column.
pub(crate) fn column_name(sheet: usize, column: u32) -> String {
    format!("column-{sheet}-{column}")
}

/// The value of a row.
pub(crate) fn row_value(at: At) -> String {
    format!("{}-{}", at.sheet, at.row)
}

/// What a column means, as a form carries it.
pub(crate) fn word_of(is: &ColumnIs) -> String {
    match is {
        ColumnIs::RowKey => "key".to_owned(),
        ColumnIs::CodeName(lang) => format!("code-name-{}", lang.code()),
        ColumnIs::Language => "language".to_owned(),
        ColumnIs::Note => "note".to_owned(),
        ColumnIs::Fact { id, under: None } => format!("fact {id}"),
        ColumnIs::Fact {
            id,
            under: Some(country),
        } => format!("fact {id} {country}"),
    }
}

/// What a form's word means. Whether the vocabulary has the fact is for the dry run to say.
pub(crate) fn meaning_of(word: &str) -> Option<ColumnIs> {
    let plain: BTreeMap<String, ColumnIs> = plain_meanings()
        .into_iter()
        .map(|is| (word_of(&is), is))
        .collect();
    if let Some(is) = plain.get(word) {
        return Some(is.clone());
    }
    let mut parts = word.strip_prefix("fact ")?.split(' ');
    let id = FactId(parts.next()?.into());
    let under = match parts.next() {
        Some(code) => Some(code.parse().ok()?),
        None => None,
    };
    Some(ColumnIs::Fact { id, under })
}

/// What a column may mean beside facts.
pub(crate) fn plain_meanings() -> [ColumnIs; 5] {
    [
        ColumnIs::RowKey,
        ColumnIs::CodeName(Lang::En),
        ColumnIs::CodeName(Lang::Ru),
        ColumnIs::Language,
        ColumnIs::Note,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_form_carries_whatever_a_column_may_mean() {
        let under = Some("USA".parse().expect("a code"));
        let facts = [None, under].map(|under| ColumnIs::Fact {
            id: FactId("refused_visa".into()),
            under,
        });
        for is in plain_meanings().into_iter().chain(facts) {
            assert_eq!(meaning_of(&word_of(&is)), Some(is));
        }
    }

    proptest! {
        #[test]
        fn no_word_of_a_form_makes_a_panic(word in "\\PC{0,40}|fact [a-z_ A-Z]{0,20}") {
            if let Some(is) = meaning_of(&word) {
                prop_assert_eq!(meaning_of(&word_of(&is)), Some(is));
            }
        }
    }
}
