//! When something applies: three-valued, and never by hindsight.

use crate::book::{DatedValue, Window};
use facts::{Date, PartialDate, Truth};

/// The day asked about, and the day on which one knew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Day {
    /// The law of which day.
    pub on: Date,
    /// What was known on which day: no hindsight after it.
    pub known_on: Date,
}

impl Day {
    /// The law of a day as it was known on that day.
    pub fn of(on: Date) -> Day {
        Day { on, known_on: on }
    }
}

impl Window {
    /// Whether it covers the day; unknown where only a month or a year is known, or where nobody
    /// knows when it began and nobody had yet seen it.
    pub fn covers(&self, day: Day) -> Truth {
        let on = PartialDate::from(day.on);
        let begun = match self.from {
            Some(from) => !on.is_before(from),
            // A rule whose beginning nobody knows holds from the first day on which it was seen.
            None => match self.seen_on.first() {
                Some(first) if *first <= day.on => Truth::True,
                _ => Truth::Unknown,
            },
        };
        // A later end that had neither come nor been announced was no end, as far as anybody knew.
        let ended = match self.until {
            Some(until) if until.earliest() <= day.known_on || self.known.is_some() => {
                !on.is_before(until)
            }
            _ => Truth::False,
        };
        begun & !ended & self.is_known(day.known_on)
    }

    /// Whether one could know of it: from the day that is given, or else from its first day on.
    fn is_known(&self, known_on: Date) -> Truth {
        let known = self.known.or(self.from);
        Truth::from(known.is_none_or(|known| known.earliest() <= known_on))
    }

    /// The last day on which it was seen in force, if the day asked about is later and no end is known.
    pub fn last_seen_before(&self, day: Day) -> Option<Date> {
        let last = *self.seen_on.last()?;
        (self.until.is_none() && last < day.on).then_some(last)
    }

    /// The two sightings between which the day lies, where nobody knows when the rule began: both
    /// agree, so the earlier is taken to hold, and the page says that nobody looked in between.
    pub fn not_seen_between(&self, day: Day) -> Option<(Date, Date)> {
        if self.from.is_some() || self.seen_on.contains(&day.on) {
            return None;
        }
        let before = self.seen_on.iter().rfind(|seen| **seen < day.on)?;
        let after = self.seen_on.iter().find(|seen| **seen > day.on)?;
        Some((*before, *after))
    }
}

/// The window that covers the day, and how surely.
pub(crate) fn current(windows: &[Window], day: Day) -> Option<(usize, Truth)> {
    let covers = |truth: Truth| {
        windows
            .iter()
            .position(|window| window.covers(day) == truth)
            .map(|index| (index, truth))
    };
    covers(Truth::True).or_else(|| covers(Truth::Unknown))
}

/// The value that holds on the day, if one does for certain.
pub(crate) fn value_on(values: &[DatedValue], day: Day) -> Option<&DatedValue> {
    values
        .iter()
        .find(|value| value.window.covers(day) == Truth::True)
}
