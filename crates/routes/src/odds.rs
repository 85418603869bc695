//! What somebody counted of claims like this one, as an interval that is wide where little is known.
//!
//! The count speaks of a class of people (whose nationality, which country, which years), never of
//! the person: of those who dared to claim there. What was counted for visitors is never used for
//! people who are hunted.

use crate::assumptions::Assumptions;
use crate::chance::Chance;
use facts::{CountryCode, Date, Facts, Recorded, Scalar, Span, add_span};
use law::{Day, Library, Row};
use std::collections::BTreeMap;

/// The nationality of whose claims the table holds counts.
const COUNTED: &str = "RUS";
/// The stage that is counted: the first instance. Different stages are never added.
const STAGE: &str = "FI";
/// The publisher rounds small numbers and does not say how. No cell of the table holds one to four or
/// six to nine, so what is printed as nothing, five or ten may be any number around it.
const ROUNDED: [(u64, u64, u64); 3] = [(0, 0, 4), (5, 1, 9), (10, 6, 10)];

/// A count of decisions in one country.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// Protected: recognised as refugees or given another protection.
    pub granted: u64,
    /// Decided: protected or rejected.
    pub decided: u64,
    /// The first and the last year.
    pub years: (i64, i64),
    /// Whether cases were counted, of which each may be a family, and not persons.
    pub cases: bool,
    /// What follows for the chance, widened by its age and by what the publisher rounded.
    pub chance: Chance,
}

/// Counts of claims by country, as known on a day.
#[derive(Clone, Debug, Default)]
pub struct Odds {
    counts: BTreeMap<CountryCode, Count>,
}

/// One year of one country.
struct Year {
    year: i64,
    granted: (u64, u64),
    rejected: (u64, u64),
    shown: (u64, u64),
}

impl Odds {
    /// For a person of the nationality that was counted; for others nothing is known.
    pub fn of(library: &Library, day: Day, facts: &Facts, assumed: &Assumptions) -> Odds {
        let mut years: BTreeMap<(CountryCode, bool), Vec<Year>> = BTreeMap::new();
        if !assumed.counts || !is_of_the_counted(facts) {
            return Odds::default();
        }
        let table = library.tables.get("asylum_decisions");
        for row in table.into_iter().flat_map(|table| &table.rows) {
            let (Some(country), Some(year)) = (row.country("asylum"), known(row, day, assumed))
            else {
                continue;
            };
            let cases = row.text("unit") == Some("cases");
            years.entry((country, cases)).or_default().push(year);
        }
        let mut counts: BTreeMap<CountryCode, Count> = BTreeMap::new();
        for ((country, cases), years) in years {
            let Some(count) = pooled(&years, cases, day.on, assumed) else {
                continue;
            };
            // Persons and cases are never added: the larger count speaks.
            let larger = counts
                .get(&country)
                .is_none_or(|other| count.decided > other.decided);
            if larger {
                counts.insert(country, count);
            }
        }
        Odds { counts }
    }

    /// What was counted of claims in a country.
    pub fn of_claims(&self, country: CountryCode) -> Option<&Count> {
        self.counts.get(&country)
    }
}

fn is_of_the_counted(facts: &Facts) -> bool {
    let nationality = facts.get("nationality", None);
    let Some(Recorded::Set { shown, .. }) = nationality else {
        return false;
    };
    shown
        .iter()
        .any(|one| matches!(one, Scalar::Country(code) if code.as_str() == COUNTED))
}

/// A year's row of the right stage, if it was published by the day on which one knew.
fn known(row: &Row, day: Day, assumed: &Assumptions) -> Option<Year> {
    if row.text("level") != Some(STAGE) {
        return None;
    }
    let year = row.number("year")?;
    let ended = Date::new(i16::try_from(year).ok()?.checked_add(1)?, 1, 1).ok()?;
    let months = i32::try_from(assumed.published_after_months).ok()?;
    if add_span(ended, Span::Months(months)) > day.known_on {
        return None;
    }
    let cell = |column| u64::try_from(row.number(column)?).ok();
    let (recognised, other) = (cell("recognised")?, cell("complementary")?);
    let rejected = cell("rejected")?;
    let (a, b) = (may_be(recognised), may_be(other));
    Some(Year {
        year,
        granted: (a.0 + b.0, a.1 + b.1),
        rejected: may_be(rejected),
        shown: (recognised + other, recognised + other + rejected),
    })
}

/// What stands behind a printed cell.
fn may_be(cell: u64) -> (u64, u64) {
    let rounded = ROUNDED.iter().find(|(shown, ..)| *shown == cell);
    rounded.map_or((cell, cell), |(_, least, most)| (*least, *most))
}

fn pooled(years: &[Year], cases: bool, on: Date, assumed: &Assumptions) -> Option<Count> {
    let (first, last) = (
        years.iter().map(|year| year.year).min()?,
        years.iter().map(|year| year.year).max()?,
    );
    let weigh = |of: fn(&Year) -> u64| -> f64 {
        let each = years
            .iter()
            .map(|year| of(year) as f64 * weight(year.year, on, assumed));
        each.sum()
    };
    let (granted_least, granted_most) = (weigh(|y| y.granted.0), weigh(|y| y.granted.1));
    let (rejected_least, rejected_most) = (weigh(|y| y.rejected.0), weigh(|y| y.rejected.1));
    // The hull of every way in which the publisher may have rounded.
    let chance = |granted: f64, rejected: f64| {
        Chance::weighed(granted, granted + rejected, assumed.confidence)
    };
    let low = chance(granted_least, rejected_most);
    let high = chance(granted_most, rejected_least);
    let shown = years.iter().map(|year| year.shown);
    let (granted, decided) = shown.fold((0, 0), |(g, d), (granted, decided)| {
        (g + granted, d + decided)
    });
    (decided > 0).then_some(Count {
        granted,
        decided,
        years: (first, last),
        cases,
        chance: low.hull(high),
    })
}

/// How much a year's count still weighs: half after each half-life, from the middle of the year.
fn weight(year: i64, on: Date, assumed: &Assumptions) -> f64 {
    let Some(half_life) = assumed.half_life_months else {
        return 1.0;
    };
    let months = (i64::from(on.year()) - year) * 12 + i64::from(on.month()) - 7;
    0.5_f64.powf(months.max(0) as f64 / f64::from(half_life.max(1)))
}
