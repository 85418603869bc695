//! What a published edition says beside the books: the same, something else, or of what they do not speak.

use crate::load::Library;
use crate::publication::{Counts, DecisionCount, EntryReport, Publication};
use crate::window::Day;
use crate::world::{Row, Table};
use facts::{CountryCode, Date, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// What a published edition says beside a table of the books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// How many rows were read.
    pub read: usize,
    /// How many of them speak of what the table speaks of.
    pub of_the_books: usize,
    /// How many of those say the same.
    pub same: usize,
    /// What is different, in the order of the countries.
    pub changes: Vec<EditionChange>,
    /// Rows whose parts do not make up their total.
    pub do_not_add_up: usize,
    /// Places of which the books' table of countries does not know.
    pub unknown_places: BTreeSet<CountryCode>,
}

/// One difference between an edition and the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionChange {
    /// Of entry for a visit.
    Entry {
        /// Whose passport.
        nationality: CountryCode,
        /// Where to.
        destination: CountryCode,
        /// What the books say of that day; nothing, if they do not speak of it.
        books: Option<SaidOfEntry>,
        /// What the edition says; nothing, if it does not speak of it.
        edition: Option<SaidOfEntry>,
    },
    /// Of decisions on claims.
    Decisions {
        /// Where the people came from.
        origin: CountryCode,
        /// Of which decisions.
        of: DecisionsOf,
        /// What the books have; nothing, if they have no such row.
        books: Option<Counts>,
        /// What the edition has.
        edition: Option<Counts>,
    },
}

impl EditionChange {
    /// Who speaks of it: both, only the books, or only the edition.
    pub fn spoken_of(&self) -> SpokenOf {
        let (books, edition) = match self {
            EditionChange::Entry { books, edition, .. } => (books.is_some(), edition.is_some()),
            EditionChange::Decisions { books, edition, .. } => (books.is_some(), edition.is_some()),
        };
        match (books, edition) {
            (true, true) => SpokenOf::ByBoth,
            (true, false) => SpokenOf::ByTheBooks,
            _ => SpokenOf::ByTheEdition,
        }
    }
}

/// Who speaks of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpokenOf {
    /// The books and the edition, differently.
    ByBoth,
    /// Only the books.
    ByTheBooks,
    /// Only the edition.
    ByTheEdition,
}

/// A rule of entry, as a table says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidOfEntry {
    /// `visa_free`, `visa_on_arrival`, `e_visa`, `visa_required`, `no_admission`.
    pub rule: String,
    /// For how many days, where that is known.
    pub days: Option<i64>,
}

/// Which decisions were counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DecisionsOf {
    /// Where the claims were made.
    pub asylum: CountryCode,
    /// In which year they were decided.
    pub year: i64,
    /// At which stage.
    pub level: String,
    /// `persons` or `cases`.
    pub unit: String,
}

/// The figures of `asylum_decisions` are those of Russian nationals: the table's title says so.
pub const ORIGIN_OF_DECISIONS: &str = "RUS";

/// Compares a publication with the books, as of a day.
pub fn compare_edition(library: &Library, publication: &Publication, as_of: Date) -> Edition {
    match publication {
        Publication::PassportIndex(rows) => entries(library, rows, as_of),
        Publication::UnhcrDecisions(rows) => decisions(library, rows),
    }
}

fn table<'l>(library: &'l Library, name: &str) -> Option<&'l Table> {
    library.tables.get(name)
}

fn unknown_places(
    library: &Library,
    named: impl Iterator<Item = CountryCode>,
) -> BTreeSet<CountryCode> {
    let rows = table(library, "countries").map(|table| table.rows.as_slice());
    let known: BTreeSet<CountryCode> = rows
        .unwrap_or_default()
        .iter()
        .filter_map(|row| row.country("iso3"))
        .collect();
    named.filter(|code| !known.contains(code)).collect()
}

fn entries(library: &Library, rows: &[EntryReport], as_of: Date) -> Edition {
    let books = entries_of_the_books(library, as_of);
    let nationalities: BTreeSet<CountryCode> =
        books.keys().map(|(nationality, _)| *nationality).collect();
    let said: BTreeMap<(CountryCode, CountryCode), SaidOfEntry> = rows
        .iter()
        .filter(|row| nationalities.contains(&row.nationality))
        .map(|row| {
            let said = SaidOfEntry {
                rule: row.rule.word().to_owned(),
                days: row.rule.days(),
            };
            ((row.nationality, row.destination), said)
        })
        .collect();
    let named = rows
        .iter()
        .flat_map(|row| [row.nationality, row.destination]);
    let change =
        |(nationality, destination), books: Option<&SaidOfEntry>, edition: Option<&SaidOfEntry>| {
            EditionChange::Entry {
                nationality,
                destination,
                books: books.cloned(),
                edition: edition.cloned(),
            }
        };
    let (same, changes) = beside(&books, &said, agree_on_entry, change);
    Edition {
        read: rows.len(),
        of_the_books: said.len(),
        same,
        changes,
        do_not_add_up: 0,
        unknown_places: unknown_places(library, named),
    }
}

/// The same rule; days count only where both know them.
fn agree_on_entry(a: &SaidOfEntry, b: &SaidOfEntry) -> bool {
    a.rule == b.rule && (a.days.is_none() || b.days.is_none() || a.days == b.days)
}

fn entries_of_the_books(
    library: &Library,
    as_of: Date,
) -> BTreeMap<(CountryCode, CountryCode), SaidOfEntry> {
    let rows = table(library, "entry_rules").map(|table| table.rows.as_slice());
    let mut said = BTreeMap::new();
    // First the rows that surely hold on the day; then those of which nobody knows since when.
    for wanted in [Truth::True, Truth::Unknown] {
        let holds = |row: &&Row| row.window().covers(Day::of(as_of)) == wanted;
        for row in rows.unwrap_or_default().iter().filter(holds) {
            if let Some((key, entry)) = entry_of_row(row) {
                said.entry(key).or_insert(entry);
            }
        }
    }
    said
}

fn entry_of_row(row: &Row) -> Option<((CountryCode, CountryCode), SaidOfEntry)> {
    let said = SaidOfEntry {
        rule: row.text("rule")?.to_owned(),
        days: row.number("days"),
    };
    Some((
        (row.country("nationality")?, row.country("destination")?),
        said,
    ))
}

fn decisions(library: &Library, rows: &[DecisionCount]) -> Edition {
    let origin: Option<CountryCode> = ORIGIN_OF_DECISIONS.parse().ok();
    let books = decisions_of_the_books(library);
    // Kinds of procedure are counted together, as in the table.
    let mut said: BTreeMap<DecisionsOf, Counts> = BTreeMap::new();
    for row in rows.iter().filter(|row| Some(row.origin) == origin) {
        let of = DecisionsOf {
            asylum: row.asylum,
            year: row.year,
            level: row.level.clone(),
            unit: row.unit.to_owned(),
        };
        let counted = said.entry(of).or_default();
        *counted = counted.plus(row.counts);
    }
    let named = rows.iter().flat_map(|row| [row.origin, row.asylum]);
    let (same, changes) = match origin {
        Some(origin) => beside(
            &books,
            &said,
            |a, b| a == b,
            |of: DecisionsOf, books, edition| EditionChange::Decisions {
                origin,
                of,
                books: books.copied(),
                edition: edition.copied(),
            },
        ),
        None => (0, Vec::new()),
    };
    Edition {
        read: rows.len(),
        of_the_books: said.len(),
        same,
        changes,
        do_not_add_up: rows.iter().filter(|row| !row.adds_up).count(),
        unknown_places: unknown_places(library, named),
    }
}

fn decisions_of_the_books(library: &Library) -> BTreeMap<DecisionsOf, Counts> {
    let rows = table(library, "asylum_decisions").map(|table| table.rows.as_slice());
    let read = |row: &Row| {
        let of = DecisionsOf {
            asylum: row.country("asylum")?,
            year: row.number("year")?,
            level: row.text("level")?.to_owned(),
            unit: row.text("unit")?.to_owned(),
        };
        let counts = Counts {
            recognised: row.number("recognised")?,
            complementary: row.number("complementary")?,
            rejected: row.number("rejected")?,
            otherwise_closed: row.number("otherwise_closed")?,
        };
        Some((of, counts))
    };
    rows.unwrap_or_default().iter().filter_map(read).collect()
}

/// Lays what two sides say beside each other: how often they agree, and each difference.
fn beside<K: Ord + Clone, V>(
    books: &BTreeMap<K, V>,
    said: &BTreeMap<K, V>,
    agree: impl Fn(&V, &V) -> bool,
    change: impl Fn(K, Option<&V>, Option<&V>) -> EditionChange,
) -> (usize, Vec<EditionChange>) {
    let keys: BTreeSet<&K> = books.keys().chain(said.keys()).collect();
    let (mut same, mut changes) = (0, Vec::new());
    for key in keys {
        match (books.get(key), said.get(key)) {
            (Some(a), Some(b)) if agree(a, b) => same += 1,
            (a, b) => changes.push(change(key.clone(), a, b)),
        }
    }
    (same, changes)
}
