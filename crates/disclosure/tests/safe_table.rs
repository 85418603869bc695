//! Tables withstand a reader who knows the rule, keeps every table, and tries every world.

mod support;

use disclosure::{
    Breakdown, Cell, NotPrinted, Parts, PrintedTable, gives_nothing_away, safe_table,
};
use facts::Date;
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::rounds;

const DAY: Date = Date::constant(2032, 5, 20);
const LATER: Date = Date::constant(2032, 6, 20);

fn table(by: &str, on: Date, counts: &[u32]) -> Breakdown {
    let name = |(at, n): (usize, &u32)| (format!("{by} {at}"), *n);
    Breakdown {
        whom: "everyone".to_owned(),
        by: by.to_owned(),
        parts: Parts::Whole,
        on,
        counts: counts.iter().enumerate().map(name).collect(),
    }
}

/// Every way to fill so many cells with at most so many people each.
fn worlds(cells: usize, most: u32) -> Vec<Vec<u32>> {
    (0..cells).fold(vec![Vec::new()], |worlds, _| {
        worlds
            .iter()
            .flat_map(|world| (0..=most).map(|n| [world.as_slice(), &[n]].concat()))
            .collect()
    })
}

/// Every way to fill a table that prints as this one does.
fn ways(printed: &PrintedTable) -> Vec<Vec<u32>> {
    let cells = printed.cells.iter().map(|(_, cell)| match cell {
        Cell::Exact(n) => *n..=*n,
        Cell::Rounded(n) => *n..=n + printed.step - 1,
        Cell::Few => 0..=printed.step - 1,
    });
    let mut ways = cells.fold(vec![Vec::new()], |ways, cell| {
        ways.iter()
            .flat_map(|way| cell.clone().map(|n| [way.as_slice(), &[n]].concat()))
            .collect::<Vec<_>>()
    });
    ways.retain(|way| {
        printed.merged.iter().all(|row| {
            let sum: u32 = way[row.first..row.first + row.categories].iter().sum();
            sum >= row.least && row.most.is_none_or(|most| sum <= most)
        })
    });
    ways
}

/// The sum of each choice of cells.
fn sums(way: &[u32]) -> Vec<i64> {
    (1..1_usize << way.len())
        .map(|mask| {
            let chosen = (0..way.len()).filter(|at| mask >> at & 1 == 1);
            chosen.map(|at| i64::from(way[at])).sum()
        })
        .collect()
}

/// Whether something is known to be from 1 to one below the step, or the same below nothing.
fn is_known(values: impl Iterator<Item = i64> + Clone, step: i64) -> bool {
    values.clone().all(|n| (1..step).contains(&n))
        || values.clone().all(|n| (1..step).contains(&-n))
}

#[test]
fn whoever_knows_the_rule_learns_no_small_count_from_a_first_table() {
    for (cells, most) in [(1, 20), (2, 20), (3, 12), (4, 8)] {
        let mut alike: BTreeMap<PrintedTable, Vec<Vec<u32>>> = BTreeMap::new();
        for world in worlds(cells, most) {
            let printed =
                safe_table(&table("state", DAY, &world), &[], 5).expect("the first is safe");
            alike.entry(printed).or_default().push(world);
        }
        for (printed, worlds) in alike {
            let sums: Vec<Vec<i64>> = worlds.iter().map(|it| sums(it)).collect();
            for choice in 0..sums[0].len() {
                let values = sums.iter().map(|it| it[choice]);
                assert!(!is_known(values, 5), "{printed:?} tells {choice}");
            }
        }
    }
}

fn counts() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0_u32..24, 1..=3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(1_000, 100_000)))]

    #[test]
    fn no_change_between_two_tables_is_known_to_be_small(
        cells in prop::collection::vec((0_u32..24, 0_u32..24), 1..=3),
    ) {
        let (then, now): (Vec<u32>, Vec<u32>) = cells.into_iter().unzip();
        let first = safe_table(&table("state", DAY, &then), &[], 5).expect("the first is safe");
        let second = safe_table(&table("state", LATER, &now), std::slice::from_ref(&first), 5)
            .expect("people may come and go, so nothing binds the two");
        let before: Vec<Vec<i64>> = ways(&first).iter().map(|it| sums(it)).collect();
        let after: Vec<Vec<i64>> = ways(&second).iter().map(|it| sums(it)).collect();
        for choice in 0..before[0].len() {
            prop_assert!(!is_known(after.iter().map(|it| it[choice]), 5));
            let ends = |of: &[Vec<i64>]| (
                of.iter().map(|it| it[choice]).min().expect("some way"),
                of.iter().map(|it| it[choice]).max().expect("some way"),
            );
            let (old, new) = (ends(&before), ends(&after));
            // Nothing binds the two, so every difference between the ends is possible.
            prop_assert!(!is_known(new.0 - old.1..=new.1 - old.0, 5), "{first:?} {second:?}");
        }
    }

    #[test]
    fn tables_of_one_day_are_printed_exactly_when_every_world_keeps_their_secrets(
        states in counts(),
        share in prop::collection::vec(0_u32..100, 1..=2),
    ) {
        // The same people by age.
        let mut left: u32 = states.iter().sum();
        let mut ages: Vec<u32> = share.iter().map(|part| {
            let of_this_age = left * part / 100;
            left -= of_this_age;
            of_this_age
        }).collect();
        ages.push(left);
        let first = safe_table(&table("state", DAY, &states), &[], 5).expect("the first is safe");
        let asked = table("age", DAY, &ages);
        let second = safe_table(&asked, std::slice::from_ref(&first), 5);
        // What would be printed, whether or not it may be.
        let would = PrintedTable {
            by: "age".to_owned(),
            cells: asked.counts.iter().map(|(name, n)| (name.clone(), match n {
                0..5 => Cell::Few,
                n => Cell::Rounded(n / 5 * 5),
            })).collect(),
            merged: Vec::new(),
            ..first.clone()
        };
        let (by_state, by_age) = (ways(&first), ways(&would));
        let totals = |of: &[Vec<u32>]| of.iter().map(|it| it.iter().sum()).collect::<std::collections::BTreeSet<u32>>();
        let (of_states, of_ages) = (totals(&by_state), totals(&by_age));
        let is_told = |ways: &[Vec<u32>], others: &std::collections::BTreeSet<u32>| {
            let fitting = ways.iter().filter(|it| others.contains(&it.iter().sum()));
            let sums: Vec<Vec<i64>> = fitting.map(|it| sums(it)).collect();
            (0..sums[0].len()).any(|choice| is_known(sums.iter().map(|it| it[choice]), 5))
        };
        let gives_away = is_told(&by_state, &of_ages) || is_told(&by_age, &of_states);
        let wanted = if gives_away { Err(NotPrinted::GivesAway) } else { Ok(would) };
        prop_assert_eq!(second, wanted);
    }
}

#[test]
fn one_more_person_cannot_be_seen_by_subtracting() {
    let first = safe_table(&table("state", DAY, &[12, 20]), &[], 5).expect("safe");
    assert_eq!(first.cells[0].1, Cell::Exact(12));
    let naive = PrintedTable {
        on: LATER,
        cells: vec![
            ("state 0".to_owned(), Cell::Exact(13)),
            ("state 1".to_owned(), Cell::Exact(20)),
        ],
        ..first.clone()
    };
    let earlier = [first];
    assert_eq!(gives_nothing_away(&naive, &earlier), Ok(false));
    let second = safe_table(&table("state", LATER, &[13, 20]), &earlier, 5).expect("safe");
    assert_eq!(second.cells[0].1, Cell::Rounded(10));
    // The way a table is printed does not depend on what changed.
    let unchanged = safe_table(&table("state", LATER, &[12, 20]), &earlier, 5).expect("safe");
    assert_eq!(second, unchanged);
}

#[test]
fn two_breakdowns_whose_sums_meet_in_one_number_are_not_both_printed() {
    // At most 4 in each of five states, at least 20 by age: everybody would know that each holds 4.
    let states = PrintedTable {
        merged: Vec::new(),
        ..safe_table(&table("state", DAY, &[4; 5]), &[], 5).expect("safe")
    };
    let ages = table("age", DAY, &[20]);
    assert_eq!(safe_table(&ages, &[states], 5), Err(NotPrinted::GivesAway));
}

#[test]
fn a_year_of_weekly_tables_of_eight_categories_can_be_proved() {
    let mut earlier = Vec::new();
    for week in 0..52_u32 {
        let on = facts::add_span(
            DAY,
            facts::Span::Days(7 * i32::try_from(week).expect("few")),
        );
        let counts: Vec<u32> = (0..8).map(|c| (c * 7 + week * (c + 1) / 3) % 40).collect();
        let next = safe_table(&table("state", on, &counts), &earlier, 5).expect("safe");
        earlier.push(next);
    }
}
