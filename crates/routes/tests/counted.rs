//! What was counted of claims: how the publisher rounds, as far as its table shows it; and that no
//! interval is narrower than any number behind the printed ones allows.

#[path = "../../law/tests/shipped/mod.rs"]
mod shipped;

use law::Day;
use routes::{Assumptions, Chance, Odds, WHOLE};
use std::collections::BTreeSet;

const COLUMNS: [&str; 4] = [
    "recognised",
    "complementary",
    "rejected",
    "otherwise_closed",
];

/// Small numbers are rounded: to nothing, five or ten. Were one printed as it is, what is assumed of the
/// others would have to be looked at again.
#[test]
fn no_number_below_ten_is_printed_but_nothing_and_five() {
    let (library, _) = shipped::library();
    let rows = &library.tables["asylum_decisions"].rows;
    let cells = rows
        .iter()
        .flat_map(|row| COLUMNS.map(|column| row.number(column)));
    let printed: BTreeSet<i64> = cells.flatten().filter(|cell| *cell < 13).collect();
    assert_eq!(printed.into_iter().collect::<Vec<_>>(), [0, 5, 10, 11, 12]);
}

/// Counts of one country and no ageing: whatever stands behind the printed cells, by chances worked out
/// here, lies within what is said.
#[test]
fn an_interval_holds_that_of_every_number_behind_the_printed_ones() {
    let (library, _) = shipped::library();
    let assumed = Assumptions {
        half_life_months: None,
        ..Assumptions::default()
    };
    let people = shipped::people(&library, shipped::TWELVE);
    let day = Day::of("2017-05-17".parse().expect("a day"));
    let odds = Odds::of(&library, day, &people[0].1, &assumed);
    // Australia, first instance, persons: 5 and 12 in 2014, 5 and 5 in 2015; 2016 was not published yet.
    let count = odds.of_claims("AUS".parse().expect("a country"));
    let count = count.expect("it was counted");
    assert_eq!((count.granted, count.decided), (10, 27));
    for granted in 1 + 1..=9 + 9_u64 {
        for rejected in 12 + 1..=12 + 9_u64 {
            let behind = Chance::counted(granted, granted + rejected, assumed.confidence);
            assert!(count.chance.lo() <= behind.lo() && behind.hi() <= count.chance.hi());
        }
    }
    assert!(count.chance.lo() > 0 && count.chance.hi() < WHOLE);
}
