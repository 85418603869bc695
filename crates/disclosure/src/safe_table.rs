//! Tables of counts that may leave the house.
//!
//! How a table is printed is decided by what is public already, never by its counts: whoever knows the
//! rule and sees which way was taken learns nothing from it. The first table of some people gives each
//! count that is not small; every later one rounds down to a [`step`]. So many numbers in a row hold a
//! multiple of the step, so the difference of a rounded count from any other is never known to be small.
//! Small counts, nobody included, are all printed alike. What tables of the same people give away
//! together is tried by a solver, and a table that does not withstand it is not printed at all: outside,
//! that looks like a table for which nobody asked.

use crate::attack::{Attack, Terms, value};
use crate::finding::Stop;
use facts::Date;
use std::collections::BTreeSet;

/// More people than any organisation of this kind looks after.
const MOST_PEOPLE: u32 = 1_000_000;
/// Of a table with more categories not every choice of some is tried, only one, two, and all but these.
const EVERY_CHOICE: usize = 6;
/// With more cells than this, earlier tables counted in, nobody waits for the proof.
const MOST_CELLS: usize = 2_000;

/// Some people by some categories, as counted and not to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// Who is counted: tables of the same people can be subtracted.
    pub whom: String,
    /// By what they are told apart.
    pub by: String,
    /// Whether each of them stands in one category.
    pub parts: Parts,
    /// The day.
    pub on: Date,
    /// Each category with its count; neighbours may be put together.
    pub counts: Vec<(String, u32)>,
}

/// How categories share the people out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Everybody stands in one of them.
    Whole,
    /// Somebody may stand in several, or in none.
    Overlapping,
}

/// A table as it was printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PrintedTable {
    /// Who is counted.
    pub whom: String,
    /// By what they are told apart.
    pub by: String,
    /// Whether the cells add up to all of them.
    pub adds_up: bool,
    /// The day.
    pub on: Date,
    /// Counts below this are small, and rounding is to multiples of it.
    pub step: u32,
    /// Each category as printed.
    pub cells: Vec<(String, Cell)>,
    /// Neighbours that are small each, with what is told of them together.
    pub merged: Vec<Merged>,
}

/// What a table prints of one category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// As counted.
    Exact(u32),
    /// Rounded down: so many, and fewer than one step more.
    Rounded(u32),
    /// Fewer than a step, or nobody.
    Few,
}

/// Neighbouring categories that are small each, put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    /// The first of them.
    pub first: usize,
    /// How many there are.
    pub categories: usize,
    /// Together at least so many.
    pub least: u32,
    /// Together at most so many, unless that would tell too much.
    pub most: Option<u32>,
}

/// Why a table may not be printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPrinted {
    /// With what was printed before, a small count could be worked out.
    #[error("together with what was published before, a small count could be worked out")]
    GivesAway,
    /// It could not be proved that nothing is given away.
    #[error("it could not be proved that the table gives nothing away: {0}")]
    NotProved(Stop),
}

/// The least count that is not small, as tables print it: a multiple of five, never below `min_count`.
pub fn step(min_count: u32) -> u32 {
    min_count.max(1).div_ceil(5) * 5
}

impl Cell {
    fn of(count: u32, step: u32, is_first: bool) -> Cell {
        match count {
            small if small < step => Cell::Few,
            large if is_first => Cell::Exact(large),
            large => Cell::Rounded(large - large % step),
        }
    }

    /// The least and the greatest count that is printed so.
    pub fn bounds(self, step: u32) -> (u32, u32) {
        match self {
            Cell::Exact(count) => (count, count),
            Cell::Rounded(least) => (least, least.saturating_add(step.saturating_sub(1))),
            Cell::Few => (0, step.saturating_sub(1)),
        }
    }
}

/// Prints a table so that nobody can work out a count from 1 to one below the step: of a category or
/// some of them, or of what changed since an earlier table of the same people.
///
/// # Errors
/// [`NotPrinted`], when that cannot be had.
pub fn safe_table(
    asked: &Breakdown,
    earlier: &[PrintedTable],
    min_count: u32,
) -> Result<PrintedTable, NotPrinted> {
    let is_first = earlier.iter().all(|table| table.whom != asked.whom);
    let step = step(min_count);
    let cells: Vec<(String, Cell)> = asked
        .counts
        .iter()
        .map(|(name, n)| (name.clone(), Cell::of(*n, step, is_first)))
        .collect();
    // Of people who were counted before, neighbours are not told together: it could be subtracted.
    let merged = if is_first {
        put_together(&cells, &asked.counts, step)
    } else {
        Vec::new()
    };
    let table = PrintedTable {
        whom: asked.whom.clone(),
        by: asked.by.clone(),
        adds_up: asked.parts == Parts::Whole,
        on: asked.on,
        step,
        cells,
        merged,
    };
    match gives_nothing_away(&table, earlier) {
        Ok(true) => Ok(table),
        Ok(false) => Err(NotPrinted::GivesAway),
        Err(stop) => Err(NotPrinted::NotProved(stop)),
    }
}

/// Each row of small neighbours with what may be told of their sum. A row of two tells nothing: that
/// two small counts come to five says that neither is nobody. Of longer rows the sum is told only up to
/// where one of them could still be nobody.
fn put_together(cells: &[(String, Cell)], counts: &[(String, u32)], step: u32) -> Vec<Merged> {
    let mut merged = Vec::new();
    let mut first = 0;
    for row in cells.chunk_by(|a, b| (a.1 == Cell::Few) == (b.1 == Cell::Few)) {
        let categories = row.len();
        let last = u32::try_from(categories).unwrap_or(MOST_PEOPLE);
        let told = (step - 1).saturating_mul(last - 1) / step * step;
        if row[0].1 == Cell::Few && told > 0 {
            let sum: u32 = counts[first..first + categories]
                .iter()
                .map(|it| it.1)
                .sum();
            let least = (sum - sum % step).min(told);
            merged.push(Merged {
                first,
                categories,
                least,
                most: (least < told).then_some(least + step - 1),
            });
        }
        first += categories;
    }
    merged
}

/// Whether no small count follows from a table and those before it.
///
/// # Errors
/// [`Stop::Contradiction`] when the tables cannot all be true, [`Stop::TooManyGroups`] when the proof
/// would take too long.
pub fn gives_nothing_away(table: &PrintedTable, earlier: &[PrintedTable]) -> Result<bool, Stop> {
    let tables: Vec<&PrintedTable> = earlier
        .iter()
        .filter(|it| it.whom == table.whom && *it != table)
        .chain([table])
        .collect();
    if tables.iter().map(|it| it.cells.len()).sum::<usize>() > MOST_CELLS {
        return Err(Stop::TooManyGroups);
    }
    let mut attack = Attack::default();
    let places: Vec<Vec<usize>> = tables.iter().map(|it| read_off(it, &mut attack)).collect();
    for (latter, places_of_latter) in tables.iter().zip(&places) {
        for (former, places_of_former) in tables.iter().zip(&places) {
            // Tables of one day that add up have the same sum; one is enough for each pair.
            let alike = latter.adds_up && former.adds_up && latter.on == former.on;
            if alike && places_of_former.first() < places_of_latter.first() {
                attack.know(less(places_of_latter, places_of_former), 0, 0);
            }
        }
    }
    let one_way = attack.settle()?;
    for (terms, small) in targets(&tables, &places) {
        let seen = value(&terms, &one_way);
        if (1..small).contains(&seen)
            && !attack.could_be(&terms, i64::MIN / 4, 0)?
            && !attack.could_be(&terms, small, i64::MAX / 4)?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a reader knows from one table. Gives the places of its cells.
fn read_off(table: &PrintedTable, attack: &mut Attack) -> Vec<usize> {
    let bounds = table.cells.iter().map(|(_, cell)| cell.bounds(table.step));
    let places: Vec<usize> = bounds
        .map(|(least, most)| attack.count(least, most))
        .collect();
    for row in &table.merged {
        let of_row = places.iter().skip(row.first).take(row.categories);
        attack.know(
            of_row.map(|place| (*place, 1)).collect(),
            i64::from(row.least),
            i64::from(row.most.unwrap_or(MOST_PEOPLE)),
        );
    }
    places
}

fn less(latter: &[usize], former: &[usize]) -> Terms {
    let added = latter.iter().map(|place| (*place, 1));
    added
        .chain(former.iter().map(|place| (*place, -1)))
        .collect()
}

/// What an attacker would ask, each with the least number that is not small: some categories of a
/// table, all of them, and what came to a category, or went from it, between two tables.
fn targets(tables: &[&PrintedTable], places: &[Vec<usize>]) -> BTreeSet<(Terms, i64)> {
    let mut targets = BTreeSet::new();
    for (t, table) in tables.iter().enumerate() {
        let some = choices(&places[t], table.adds_up);
        targets.extend(some.into_iter().map(|it| (it, i64::from(table.step))));
        for (e, other) in tables.iter().enumerate().take(t) {
            let small = i64::from(table.step.min(other.step));
            let mut both = |latter: &[usize], former: &[usize]| {
                targets.insert((less(latter, former), small));
                targets.insert((less(former, latter), small));
            };
            if table.adds_up && other.adds_up {
                both(&places[t], &places[e]);
            }
            for (c, (name, _)) in table.cells.iter().enumerate() {
                let before = other.cells.iter().position(|(it, _)| it == name);
                if let Some(before) = before.filter(|_| table.by == other.by) {
                    both(&places[t][c..=c], &places[e][before..=before]);
                }
            }
        }
    }
    targets
}

/// Some categories of a table. Where somebody may stand in several, a sum counts nobody in particular.
fn choices(places: &[usize], adds_up: bool) -> Vec<Terms> {
    let terms = |chosen: &dyn Fn(usize) -> bool| -> Terms {
        let of = places.iter().enumerate().filter(|(at, _)| chosen(*at));
        of.map(|(_, place)| (*place, 1)).collect()
    };
    let all = places.len();
    if !adds_up {
        return (0..all).map(|one| terms(&|at| at == one)).collect();
    }
    if all <= EVERY_CHOICE {
        return (1..1_usize << all)
            .map(|mask| terms(&|at| mask >> at & 1 == 1))
            .collect();
    }
    let pairs = (0..all).flat_map(|a| (a..all).map(move |b| (a, b)));
    pairs
        .flat_map(|(a, b)| {
            [
                terms(&|at| at == a || at == b),
                terms(&|at| at != a && at != b),
            ]
        })
        .chain([terms(&|_| true)])
        .collect()
}
