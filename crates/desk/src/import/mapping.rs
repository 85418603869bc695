use super::heading::{fits, meaning, never_collected};
use super::sheet::{Row, Sheet};
use super::{At, Reason, Terms, Trouble};
use crate::Lang;
use facts::{CountryCode, FactId};
use std::collections::BTreeMap;

/// What a column of a sheet means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnIs {
    /// What tells rows apart: a number that the sheet's keeper gave each person.
    RowKey,
    /// The name by which colleagues speak of the person.
    CodeName(Lang),
    /// The language in which they are spoken with.
    Language,
    /// What somebody should read: it becomes a task.
    Note,
    /// A fact of the vocabulary; for facts with one truth for each country, the country.
    Fact {
        /// Which.
        id: FactId,
        /// Under which country.
        under: Option<CountryCode>,
    },
}

/// What the columns of one sheet mean. A column that is not in it is left out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mapping {
    /// By column, from one.
    pub columns: BTreeMap<u32, ColumnIs>,
}

impl Mapping {
    /// What the headings of a sheet say, and which of them say nothing that can be taken over.
    /// `number` is the sheet's place among those that were read, from one.
    pub fn proposed(number: usize, sheet: &Sheet, terms: &Terms<'_>) -> (Mapping, Vec<Trouble>) {
        let (mut mapping, mut troubles) = (Mapping::default(), Vec::new());
        let Some((headings, rows)) = sheet.split() else {
            return (mapping, troubles);
        };
        for (column, cell) in &headings.cells {
            let words = cell.as_words().unwrap_or_default();
            let found = meaning(words.as_str(), terms).and_then(|is| mapping.first(is));
            match found {
                Ok(is) => drop(mapping.columns.insert(*column, is)),
                Err(why) => troubles.push(Trouble {
                    at: place(number, headings, *column),
                    why,
                }),
            }
        }
        let mut without: BTreeMap<u32, &Row> = BTreeMap::new();
        for row in rows {
            for column in row
                .cells
                .keys()
                .filter(|column| !headings.cells.contains_key(column))
            {
                without.entry(*column).or_insert(row);
            }
        }
        troubles.extend(without.into_iter().map(|(column, row)| Trouble {
            at: place(number, row, column),
            why: Reason::NoHeading,
        }));
        (mapping, troubles)
    }

    /// The mapping without what may not be taken over, whoever drew it up, and why.
    pub(super) fn checked(
        &self,
        number: usize,
        headings: &Row,
        terms: &Terms<'_>,
    ) -> (Mapping, Vec<Trouble>) {
        let (mut kept, mut troubles) = (Mapping::default(), Vec::new());
        for (column, is) in &self.columns {
            let heading = headings.cells.get(column).and_then(|cell| cell.as_words());
            let never = heading.and_then(|words| never_collected(words.as_str()));
            let fit = match (never, is) {
                (Some(never), _) => Err(Reason::NeverCollected(never)),
                (None, ColumnIs::Fact { id, under }) => fits(id, *under, terms),
                (None, _) => Ok(()),
            };
            match fit.and_then(|()| kept.first(is.clone())) {
                Ok(is) => drop(kept.columns.insert(*column, is)),
                Err(why) => troubles.push(Trouble {
                    at: place(number, headings, *column),
                    why,
                }),
            }
        }
        (kept, troubles)
    }

    /// One column for each meaning, but for notes.
    fn first(&self, is: ColumnIs) -> Result<ColumnIs, Reason> {
        let same = self.columns.iter().find(|(_, other)| **other == is);
        match same {
            Some((column, _)) if is != ColumnIs::Note => Err(Reason::SameAs(*column)),
            _ => Ok(is),
        }
    }
}

fn place(sheet: usize, row: &Row, column: u32) -> At {
    let row = row.number;
    At { sheet, row, column }
}
