use super::answer::answer;
use super::compared::compared;
use super::language::language;
use super::sheet::{Cell, Row};
use super::{At, ColumnIs, Difference, Is, KnownPerson, Mapping, Reason, Terms, Trouble, folded};
use crate::Lang;
use casework::{
    CodeName, Entry, Part, Person, PersonId, Task, TaskState, Text, ThingId, assertions_of, write,
};
use facts::{CountryCode, FactId, Facts, SetBy, Words};
use std::fmt;

/// A language that nobody has named (BCP 47).
const UNDETERMINED: &str = "und";

/// What one row of a sheet would do to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonRun {
    /// The first cell of the row.
    pub at: At,
    /// Of whom the row speaks.
    pub whom: Whom,
    /// The key of the row, to be known by next time.
    pub row_key: Option<Text>,
    /// What each cell would change, from left to right.
    pub differences: Vec<Difference>,
    /// What would be recorded: nothing, if nothing is new. None of it contradicts what is known.
    pub entries: Vec<Entry>,
}

/// Of whom a row speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Somebody of whom nothing is known yet.
    New(PersonId),
    /// Somebody who is known.
    Known(PersonId),
}

impl Whom {
    /// Who.
    pub fn person(self) -> PersonId {
        match self {
            Whom::New(person) | Whom::Known(person) => person,
        }
    }
}

/// One row, being compared with one person.
pub(super) struct Comparing<'r> {
    pub(super) sheet: usize,
    pub(super) row: &'r Row,
    pub(super) mapping: &'r Mapping,
    pub(super) known: Option<&'r KnownPerson>,
    pub(super) terms: &'r Terms<'r>,
    pub(super) troubles: &'r mut Vec<Trouble>,
    /// New ids.
    pub(super) ids: &'r mut dyn FnMut() -> [u8; 16],
}

impl Comparing<'_> {
    pub(super) fn run(mut self) -> PersonRun {
        let whom = match self.known {
            Some(known) => Whom::Known(known.person),
            None => Whom::New(PersonId((self.ids)())),
        };
        let column = self.row.cells.keys().next().copied().unwrap_or(1);
        let mut run = PersonRun {
            at: self.at(column),
            whom,
            row_key: self.words_of(&ColumnIs::RowKey),
            differences: Vec::new(),
            entries: Vec::new(),
        };
        self.person(&mut run);
        self.code_name(&mut run);
        for (column, is) in &self.mapping.columns {
            let Some(cell) = self.row.cells.get(column) else {
                continue;
            };
            let compared = match is {
                ColumnIs::Note => self.note(*column, cell, &mut run),
                ColumnIs::Fact { id, under } => self.fact(*column, cell, id, *under, &mut run),
                ColumnIs::RowKey | ColumnIs::CodeName(_) | ColumnIs::Language => Ok(()),
            };
            self.trouble(*column, compared);
        }
        run.differences.sort_by_key(|difference| difference.at);
        run
    }

    fn at(&self, column: u32) -> At {
        At {
            sheet: self.sheet,
            row: self.row.number,
            column,
        }
    }

    fn trouble(&mut self, column: u32, compared: Result<(), Reason>) {
        if let Err(why) = compared {
            let at = self.at(column);
            self.troubles.push(Trouble { at, why });
        }
    }

    /// The cell under a meaning that only one column has.
    fn cell(&self, is: &ColumnIs) -> Option<(u32, &Cell)> {
        let (column, _) = self
            .mapping
            .columns
            .iter()
            .find(|(_, other)| *other == is)?;
        Some((*column, self.row.cells.get(column)?))
    }

    fn words_of(&self, is: &ColumnIs) -> Option<Text> {
        self.cell(is)?.1.as_words()
    }

    fn differs(&self, column: u32, of: &ColumnIs, is: Is) -> Difference {
        Difference {
            at: self.at(column),
            of: of.clone(),
            is,
            says: None,
            recorded: None,
        }
    }

    fn person(&mut self, run: &mut PersonRun) {
        let said = self.cell(&ColumnIs::Language).map(|(column, cell)| {
            let tag = cell.as_words().and_then(|words| language(words.as_str()));
            (column, tag)
        });
        if let Some((column, None)) = said {
            self.trouble(column, Err(Reason::NotALanguage));
        }
        let said = said.and_then(|(column, tag)| Some((column, tag?)));
        if let Some((column, tag)) = &said {
            let is = match self.known {
                None => Is::Added(SetBy::One),
                Some(known) if known.language == *tag => Is::Same,
                Some(_) => Is::Contradicted,
            };
            run.differences
                .push(self.differs(*column, &ColumnIs::Language, is));
        }
        if let Whom::New(id) = run.whom {
            let language = said.map_or_else(|| UNDETERMINED.to_owned(), |(_, tag)| tag);
            run.entries.push(Entry::new(Person {
                id,
                part: Part::Principal,
                language,
            }));
        }
    }

    /// Whoever has a name in one language alone has it in both: colleagues read both.
    fn code_name(&mut self, run: &mut PersonRun) {
        let [en, ru] = Lang::ALL.map(|lang| self.words_of(&ColumnIs::CodeName(lang)));
        let Some(either) = en.clone().or_else(|| ru.clone()) else {
            return;
        };
        let recorded = self.known.and_then(|known| known.code_name.as_ref());
        for (lang, name) in [(Lang::En, &en), (Lang::Ru, &ru)] {
            let of = ColumnIs::CodeName(lang);
            if let (Some(name), Some((column, _))) = (name, self.cell(&of)) {
                let same = |words: &Words| folded(lang.of(words)) == folded(name.as_str());
                let is = match recorded.map(same) {
                    None => Is::Added(SetBy::One),
                    Some(true) => Is::Same,
                    Some(false) => Is::Contradicted,
                };
                run.differences.push(self.differs(column, &of, is));
            }
        }
        if recorded.is_none() {
            let [en, ru] = [en, ru].map(|name| name.unwrap_or_else(|| either.clone()));
            let person = run.whom.person();
            run.entries.push(Entry::new(CodeName { person, en, ru }));
        }
    }

    /// A note becomes a task of nobody yet: it is read before it is recorded as anything else.
    fn note(&mut self, column: u32, cell: &Cell, run: &mut PersonRun) -> Result<(), Reason> {
        let words = match cell {
            Cell::Fault(fault) => return Err(Reason::Cell(*fault)),
            cell => cell.as_words().ok_or(Reason::NotWords)?,
        };
        let known = self
            .known
            .map(|known| known.notes.as_slice())
            .unwrap_or_default();
        if known.contains(&words) {
            run.differences
                .push(self.differs(column, &ColumnIs::Note, Is::Same));
            return Ok(());
        }
        let task = Task {
            id: ThingId((self.ids)()),
            person: Some(run.whom.person()),
            what: words,
            state: TaskState::NotStarted,
            owner: None,
            due: None,
        };
        run.record(Entry::new(task))?;
        let added = self.differs(column, &ColumnIs::Note, Is::Added(SetBy::One));
        run.differences.push(added);
        Ok(())
    }

    fn fact(
        &mut self,
        column: u32,
        cell: &Cell,
        id: &FactId,
        under: Option<CountryCode>,
        run: &mut PersonRun,
    ) -> Result<(), Reason> {
        let fact = self.terms.vocabulary.get(&id.0);
        let fact = fact.ok_or(Reason::UnknownHeading(None))?;
        let Some(says) = answer(cell, &fact.of, self.terms)? else {
            return Ok(());
        };
        let under = under.map(|code| code.to_string());
        let recorded = self
            .known
            .and_then(|known| known.facts.get(id, under.as_deref()));
        let mut is = compared(recorded, &says, fact);
        if let Is::Added(_) = is {
            let mut added = Facts::new();
            added.set(id.clone(), under.as_deref(), says.clone(), None);
            for assertion in assertions_of(run.whom.person(), &added) {
                if self.known.is_some_and(|known| known.awaits(&assertion)) {
                    is = Is::Same;
                } else {
                    run.record(Entry::new(assertion))?;
                }
            }
        }
        run.differences.push(Difference {
            says: Some(says),
            recorded: recorded.cloned(),
            ..self.differs(column, &self.mapping.columns[&column], is)
        });
        Ok(())
    }
}

impl PersonRun {
    /// Takes an entry in, if it is one that can be written.
    fn record(&mut self, entry: Entry) -> Result<(), Reason> {
        write(&entry).map_err(|_| Reason::TooLong)?;
        self.entries.push(entry);
        Ok(())
    }
}

impl fmt::Debug for PersonRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonRun({}, [sealed])", self.at)
    }
}
