use super::person_run::Comparing;
use super::sheet::{Row, Sheet};
use super::{At, ColumnIs, KnownPerson, Mapping, PersonRun, Reason, Terms, Trouble, folded};
use crate::Lang;
use std::collections::BTreeMap;

/// What an import would do, before it does anything.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DryRun {
    /// Whoever a row speaks of, row by row.
    pub people: Vec<PersonRun>,
    /// What cannot be taken over, and why: columns, rows, cells.
    pub troubles: Vec<Trouble>,
}

impl DryRun {
    /// Whether nothing would be recorded.
    pub fn is_nothing_new(&self) -> bool {
        self.people.iter().all(|person| person.entries.is_empty())
    }
}

/// Compares sheets with the people who are known. Nothing is written; the same sheet, once its
/// entries are recorded, proposes nothing more.
///
/// `mappings` says what each sheet's columns mean; a sheet without one is left out. What is never
/// collected is refused whatever the mapping says. `ids` makes new ids, from whoever has randomness.
pub fn dry_run(
    sheets: &[Sheet],
    mappings: &[Mapping],
    known: &[KnownPerson],
    terms: &Terms<'_>,
    ids: &mut dyn FnMut() -> [u8; 16],
) -> DryRun {
    let mut run = DryRun::default();
    let mut seen = Seen::default();
    for (number, (sheet, mapping)) in (1..).zip(sheets.iter().zip(mappings)) {
        let Some((headings, rows)) = sheet.split() else {
            continue;
        };
        let (mapping, troubles) = mapping.checked(number, headings, terms);
        run.troubles.extend(troubles);
        for row in rows {
            let named = Named::of(row, &mapping);
            let found = named.found(number, row, known, &mut seen);
            match found {
                Ok(known) => run.people.push(
                    Comparing {
                        sheet: number,
                        row,
                        mapping: &mapping,
                        known,
                        terms,
                        troubles: &mut run.troubles,
                        ids: &mut *ids,
                    }
                    .run(),
                ),
                Err(why) => run.troubles.push(Trouble {
                    at: first_cell(number, row),
                    why,
                }),
            }
        }
    }
    run
}

/// The rows that have spoken so far, by key and by code name.
#[derive(Default)]
struct Seen {
    keys: BTreeMap<String, At>,
    names: BTreeMap<String, At>,
    people: BTreeMap<casework::PersonId, At>,
}

/// By what a row names its person.
struct Named {
    key: Option<String>,
    names: Vec<String>,
}

impl Named {
    fn of(row: &Row, mapping: &Mapping) -> Named {
        let word = |is: ColumnIs| {
            let (column, _) = mapping.columns.iter().find(|(_, other)| **other == is)?;
            let words = row.cells.get(column)?.as_words()?;
            Some(folded(words.as_str()))
        };
        let names = Lang::ALL.map(|lang| word(ColumnIs::CodeName(lang)));
        Named {
            key: word(ColumnIs::RowKey),
            names: names.into_iter().flatten().collect(),
        }
    }

    /// Who is known of that name; nobody, if the row speaks of somebody new.
    fn found<'k>(
        &self,
        sheet: usize,
        row: &Row,
        known: &'k [KnownPerson],
        seen: &mut Seen,
    ) -> Result<Option<&'k KnownPerson>, Reason> {
        if self.key.is_none() && self.names.is_empty() {
            return Err(Reason::Nobody);
        }
        let at = first_cell(sheet, row);
        let key = self.key.as_ref();
        let by_key = key.and_then(|key| known.iter().find(|person| person.has_key(key)));
        let called = |person: &&KnownPerson| self.names.iter().any(|name| person.is_called(name));
        let mut by_name = known.iter().filter(called);
        let found = match (by_key, by_name.next(), by_name.next()) {
            (_, _, Some(_)) => return Err(Reason::TwoPeople),
            (Some(one), Some(other), None) if one.person != other.person => {
                return Err(Reason::TwoPeople);
            }
            // The name is theirs, and so is another key.
            (None, Some(person), None) if key.is_some() && person.row_key.is_some() => {
                return Err(Reason::TwoPeople);
            }
            (by_key, by_name, None) => by_key.or(by_name),
        };
        seen.takes(self, found, at)?;
        Ok(found)
    }
}

impl Seen {
    /// Notes the row, unless an earlier one speaks of the same person.
    fn takes(&mut self, named: &Named, found: Option<&KnownPerson>, at: At) -> Result<(), Reason> {
        let by_key = named.key.as_ref().and_then(|key| self.keys.get(key));
        let by_name = named.names.iter().find_map(|name| self.names.get(name));
        let by_person = found.and_then(|person| self.people.get(&person.person));
        if let Some(first) = by_key.or(by_name).or(by_person) {
            return Err(Reason::SameRow(*first));
        }
        self.keys.extend(named.key.clone().map(|key| (key, at)));
        self.names
            .extend(named.names.iter().map(|name| (name.clone(), at)));
        self.people.extend(found.map(|person| (person.person, at)));
        Ok(())
    }
}

fn first_cell(sheet: usize, row: &Row) -> At {
    At {
        sheet,
        row: row.number,
        column: row.cells.keys().next().copied().unwrap_or(1),
    }
}
