use crate::finding::Stop;
use crate::solver::{Figure, Figures, Group};

/// A table of counts that may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeTable {
    /// For each category its count, or `None` where it is withheld.
    pub cells: Vec<Option<u32>>,
    /// All together: exact, or at least so many.
    pub total: Total,
}

/// The sum of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// As counted.
    Exact(u32),
    /// Rounded down to a multiple of five: at least this, at most four more.
    Rounded(u32),
    /// Not told.
    Withheld,
}

/// Withholds as few cells as are needed that nobody can derive a count from 1 to `min_count` - 1:
/// of a category, of some categories that are withheld, or of what was added since an earlier table.
///
/// `earlier` are tables of the same categories as they were published, oldest first; counts only grow.
/// The result is proved: the solver that attacks statements finds nothing in it.
///
/// # Errors
/// [`Stop::TooManyGroups`] with more than 32 categories times tables, [`Stop::Contradiction`] when a
/// count shrank.
pub fn safe_table(
    counts: &[u32],
    earlier: &[SafeTable],
    min_count: u32,
) -> Result<SafeTable, Stop> {
    let total: u32 = counts.iter().fold(0, |sum, n| sum.saturating_add(*n));
    let mut cells: Vec<Option<u32>> = counts
        .iter()
        .map(|n| (*n == 0 || *n >= min_count).then_some(*n))
        .collect();
    loop {
        for total in [
            Total::Exact(total),
            Total::Rounded(total / 5 * 5),
            Total::Withheld,
        ] {
            let table = SafeTable {
                cells: cells.clone(),
                total,
            };
            if gives_nothing_away(&table, earlier, min_count)? {
                return Ok(table);
            }
        }
        // Of what is still told, the smallest count is the least loss.
        let smallest = (0..cells.len())
            .filter(|i| cells[*i].is_some())
            .min_by_key(|i| (counts[*i] == 0, counts[*i]));
        match smallest {
            Some(cell) => cells[cell] = None,
            // Nothing is told at all, and earlier tables give themselves away: that cannot be mended.
            None => {
                return Ok(SafeTable {
                    cells,
                    total: Total::Withheld,
                });
            }
        }
    }
}

/// Whether no small count follows from a table and those before it.
///
/// # Errors
/// As for [`safe_table`].
pub fn gives_nothing_away(
    table: &SafeTable,
    earlier: &[SafeTable],
    min_count: u32,
) -> Result<bool, Stop> {
    let categories = table.cells.len();
    let tables: Vec<&SafeTable> = earlier.iter().chain([table]).collect();
    if categories * tables.len() > 32 {
        return Err(Stop::TooManyGroups);
    }
    let figures = published(&tables, categories);
    let before = published(&tables[..tables.len() - 1], categories);
    for group in targets(&tables, categories) {
        if !figures.gives_away(group, min_count)? {
            continue;
        }
        // What was out before this table is not its fault.
        let latest_only = group >> (categories * (tables.len() - 1)) != 0;
        if latest_only || !before.gives_away(group, min_count)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// An atom is what a category gained from one table to the next.
fn atom(categories: usize, table: usize, category: usize) -> Group {
    1 << (table * categories + category)
}

/// A category as a table counts it: all that was gained up to then.
fn cell(categories: usize, table: usize, category: usize) -> Group {
    (0..=table).map(|t| atom(categories, t, category)).sum()
}

fn published(tables: &[&SafeTable], categories: usize) -> Figures {
    let mut figures = Figures::over(32);
    for (t, table) in tables.iter().enumerate() {
        for (c, count) in table.cells.iter().enumerate() {
            if let Some(n) = count {
                figures.publish(Figure {
                    group: cell(categories, t, c),
                    least: *n,
                    most: *n,
                });
            }
        }
        let all: Group = (0..categories).map(|c| cell(categories, t, c)).sum();
        match table.total {
            Total::Exact(n) => figures.publish(Figure {
                group: all,
                least: n,
                most: n,
            }),
            Total::Rounded(n) => figures.publish(Figure {
                group: all,
                least: n,
                most: n + 4,
            }),
            Total::Withheld => {}
        }
    }
    figures
}

/// What an attacker would ask: each cell, all that is withheld of a table, each gain, and every gain in sum.
fn targets(tables: &[&SafeTable], categories: usize) -> Vec<Group> {
    let mut targets = Vec::new();
    for (t, table) in tables.iter().enumerate() {
        targets.extend((0..categories).map(|c| cell(categories, t, c)));
        let withheld: Group = (0..categories)
            .filter(|c| table.cells[*c].is_none())
            .map(|c| cell(categories, t, c))
            .sum();
        targets.push(withheld);
        for since in 1..=t {
            targets.extend(
                (0..categories).map(|c| (since..=t).map(|x| atom(categories, x, c)).sum::<Group>()),
            );
            targets.push(
                (0..categories)
                    .flat_map(|c| (since..=t).map(move |x| atom(categories, x, c)))
                    .sum(),
            );
        }
    }
    targets.retain(|group| *group != 0);
    targets.sort_unstable();
    targets.dedup();
    targets
}
