use crate::desk::Desk;
use crate::import::{At, ColumnIs, Is, PersonRun, Sheet, Terms, Whom};
use crate::import::{Cell, Mapping};
use crate::importing::{Held, case_of, column_name, plain_meanings, row_value, word_of};
use crate::office::Office;
use crate::speech::say;
use crate::view::{Choice, ImportColumn, ImportPage, ImportRow};
use crate::{Lang, Speech};
use casework::{Content, Entry};
use facts::{CountryCode, FactId, Type};

/// So many rows are shown and recorded at once.
const ROWS: usize = 200;

impl Office {
    /// What the spreadsheet that is held would change, column by column and row by row.
    pub fn import_page(&self, lang: Lang) -> ImportPage {
        let Some(held) = &self.import else {
            return ImportPage::default();
        };
        let desk = self.desk();
        let laying = Laying {
            office: self,
            held,
            terms: Terms::of(desk.library()),
            facts: facts_of(desk, lang),
            speech: Speech::of(lang),
        };
        laying.page()
    }
}

/// The facts that a column may mean, by their labels.
fn facts_of(desk: &Desk, lang: Lang) -> Vec<(ColumnIs, String)> {
    let all = desk.library().vocabulary.iter();
    let fit = all.filter(|fact| {
        let derived = fact.derived.as_ref();
        let worked_out = derived.is_some_and(|derived| !derived.recorded_first);
        !worked_out && !fact.keyed && !matches!(fact.of, Type::List(_))
    });
    let named = fit.map(|fact| {
        (
            fact_column(fact.id.clone(), None),
            lang.of(&fact.label).to_owned(),
        )
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by(|a, b| a.1.cmp(&b.1));
    named
}

fn fact_column(id: FactId, under: Option<CountryCode>) -> ColumnIs {
    ColumnIs::Fact { id, under }
}

/// What the person of a row would be called from now on.
fn called(entry: &Entry) -> Option<String> {
    let Content::CodeName(name) = &entry.content else {
        return None;
    };
    let (en, ru) = (name.en.as_str(), name.ru.as_str());
    Some(match en == ru {
        true => format!(" · {en}"),
        false => format!(" · {en} · {ru}"),
    })
}

/// The words of a note that would be recorded.
fn noted(entry: &Entry) -> Option<String> {
    let Content::Task(task) = &entry.content else {
        return None;
    };
    Some(format!("> {}", task.what.as_str()))
}

struct Laying<'o> {
    office: &'o Office,
    held: &'o Held,
    terms: Terms<'o>,
    facts: Vec<(ColumnIs, String)>,
    speech: &'static Speech,
}

impl Laying<'_> {
    fn page(&self) -> ImportPage {
        let held = self.held;
        let sheets = (1..).zip(held.sheets.iter().zip(&held.mappings));
        let columns =
            sheets.flat_map(|(number, (sheet, mapping))| self.columns(number, sheet, mapping));
        let is_same = |run: &&PersonRun| {
            let mut differences = run.differences.iter();
            run.entries.is_empty() && differences.all(|it| it.is == Is::Same)
        };
        let told: Vec<&PersonRun> = held.run.people.iter().filter(|run| !is_same(run)).collect();
        ImportPage {
            is_held: true,
            columns: columns.collect(),
            troubles: self.troubles(),
            rows: told.iter().take(ROWS).map(|run| self.row(run)).collect(),
            more: told.len().saturating_sub(ROWS),
            same: held.run.people.len() - told.len(),
        }
    }

    fn columns(&self, number: usize, sheet: &Sheet, mapping: &Mapping) -> Vec<ImportColumn> {
        let headings = sheet.rows.first().into_iter().flat_map(|row| &row.cells);
        let column = |(column, cell): (&u32, &Cell)| {
            let words = match cell {
                Cell::Words(words) => words.as_str().to_owned(),
                Cell::Whole(_) | Cell::YesNo(_) | Cell::Day(_) | Cell::Fault(_) => String::new(),
            };
            let letters = At::letters(*column);
            ImportColumn {
                name: column_name(number, *column),
                heading: format!("{} {letters} · {words}", sheet.name.as_str())
                    .trim()
                    .to_owned(),
                choices: self.choices(mapping.columns.get(column)),
            }
        };
        headings.map(column).collect()
    }

    /// What a column may mean; a fact under a country only where its heading names the country.
    fn choices(&self, now: Option<&ColumnIs>) -> Vec<Choice> {
        let plain = plain_meanings().map(|is| {
            let name = is.name(&self.terms, self.speech);
            (is, name)
        });
        let listed = plain.iter().chain(&self.facts);
        let known = |is: &ColumnIs| plain.iter().chain(&self.facts).any(|(it, _)| it == is);
        let own = now.filter(|is| !known(is));
        let own = own.map(|is| (is.clone(), is.name(&self.terms, self.speech)));
        let choice = |(is, label): &(ColumnIs, String)| Choice {
            value: word_of(is),
            label: label.clone(),
            chosen: now == Some(is),
        };
        let left_out = Choice {
            value: "leave-out".to_owned(),
            label: self.speech.say("import-leave-out"),
            chosen: now.is_none(),
        };
        let all = own.iter().chain(listed).map(choice);
        std::iter::once(left_out).chain(all).collect()
    }

    /// What headings cannot say is no trouble any more once somebody has said what the column means.
    fn troubles(&self) -> Vec<String> {
        let is_mapped = |at: At| {
            let mapping = self.held.mappings.get(at.sheet - 1);
            mapping.is_some_and(|mapping| mapping.columns.contains_key(&at.column))
        };
        let headings = self.held.headings.iter().filter(|it| !is_mapped(it.at));
        let all = headings.chain(&self.held.run.troubles);
        all.map(|trouble| trouble.sentence(&self.terms, self.speech))
            .collect()
    }

    fn row(&self, run: &PersonRun) -> ImportRow {
        let row = run.at.row.to_string();
        let head = match run.whom {
            Whom::New(_) => say!(self.speech, "import-row-new", row = &row),
            Whom::Known(person) => {
                let number = case_of(self.office.cabinet(), person);
                let number = number.map_or_else(String::new, |number| number.0.to_string());
                say!(
                    self.speech,
                    "import-row-known",
                    row = &row,
                    number = &number
                )
            }
        };
        let told = run.differences.iter().filter(|it| it.is != Is::Same);
        let says = told.map(|it| it.sentence(&self.terms, self.speech));
        let says = says.chain(run.entries.iter().filter_map(noted));
        ImportRow {
            value: row_value(run.at),
            head: head + &run.entries.iter().filter_map(called).collect::<String>(),
            says: says.collect(),
            is_new: !run.entries.is_empty(),
        }
    }
}
