//! Days in a text: absolute, relative, by weekday and by holiday.

use crate::feasts::holiday;
use crate::relative_days::{anchored, from_today, weekday};
use crate::text::Text;
use crate::within_a_month::within_a_month;
use crate::written_days::{absolute, day_of_a_month, month_alone};
use facts::{Date, Span, add_span};
use std::ops::Range;

/// A day or a month that a text speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SaidDay {
    pub first: Date,
    pub last: Date,
    pub tokens: Range<usize>,
}

impl SaidDay {
    pub(crate) fn is_one_day(&self) -> bool {
        self.first == self.last
    }
}

/// Every day and month of a text, seen from `today`.
pub(crate) fn said_days(text: &Text, today: Date) -> Vec<SaidDay> {
    let mut days = Vec::new();
    let mut token = 0;
    while token < text.tokens().len() {
        let said = within_a_month(text, token, today)
            .or_else(|| anchored(text, token, today))
            .or_else(|| day_at(text, token, today))
            .or_else(|| month_alone(text, token, today))
            .or_else(|| day_of_a_month(text, token, today));
        match said {
            Some(said) => {
                token = said.tokens.end.max(token + 1);
                days.push(said);
            }
            None => token += 1,
        }
    }
    days
}

/// A day that is told by itself: no other day of the text is needed for it.
pub(crate) fn day_at(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    absolute(text, token, today)
        .or_else(|| from_today(text, token, today))
        .or_else(|| weekday(text, token, today))
        .or_else(|| holiday(text, token, today))
}

pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

pub(crate) fn moved(date: Date, days: i32) -> Date {
    add_span(date, Span::Days(days))
}

pub(crate) fn one(date: Date, tokens: Range<usize>) -> SaidDay {
    SaidDay {
        first: date,
        last: date,
        tokens,
    }
}

pub(crate) fn word_at(text: &Text, token: usize) -> &str {
    if token < text.tokens().len() {
        text.word(token)
    } else {
        ""
    }
}

/// The year of a day that is told without one: the latest that is not far ahead.
pub(crate) fn year_for(month: i8, day_of: i8, today: Date) -> Option<Date> {
    let this = day(today.year(), month, day_of)?;
    if this > moved(today, 183) {
        day(today.year() - 1, month, day_of)
    } else {
        Some(this)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<(String, String)> {
        said_days(&Text::read(text), Date::constant(2032, 5, 20))
            .iter()
            .map(|d| (d.first.to_string(), d.last.to_string()))
            .collect()
    }

    #[test]
    fn days_are_read_in_both_languages() {
        for (text, wanted) in [
            ("on 14 March", "2032-03-14"),
            ("March 14", "2032-03-14"),
            ("тринадцатого мая", "2032-05-13"),
            ("last Sunday", "2032-05-16"),
            ("в прошлую среду", "2032-05-19"),
            ("yesterday", "2032-05-19"),
            ("five days ago", "2032-05-15"),
            ("на День Победы", "2032-05-09"),
            ("2032-02-25", "2032-02-25"),
            ("25.02.2032", "2032-02-25"),
            ("1 December", "2031-12-01"),
            ("the 3rd of May", "2032-05-03"),
            ("two days before Victory Day", "2032-05-07"),
            ("the day after Victory Day", "2032-05-10"),
            ("the eve of Victory Day", "2032-05-08"),
            ("the Saturday after Victory Day", "2032-05-15"),
            ("накануне Дня Победы", "2032-05-08"),
            ("за три дня до Дня Победы", "2032-05-06"),
            ("на следующий день после Дня Победы", "2032-05-10"),
            ("в субботу перед Днём Победы", "2032-05-08"),
            ("on Wednesday of last week", "2032-05-12"),
            ("в позапрошлую среду", "2032-05-12"),
            ("на третий день после Дня Победы", "2032-05-12"),
            ("it failed on the 14th, again", "2032-05-14"),
            ("14-го числа", "2032-05-14"),
            ("on the 25th", "2032-04-25"),
        ] {
            assert_eq!(
                days(text),
                [(wanted.to_owned(), wanted.to_owned())],
                "{text}"
            );
        }
        assert_eq!(
            days("ещё в марте"),
            [("2032-03-01".to_owned(), "2032-03-31".to_owned())]
        );
        let two = ["2032-05-03", "2032-05-07"].map(|d| (d.to_owned(), d.to_owned()));
        assert_eq!(days("from 3 to 7 May"), two);
        assert_eq!(days("с 3 по 7 мая"), two);
        let week = ("2032-05-10".to_owned(), "2032-05-16".to_owned());
        assert_eq!(days("last week"), std::slice::from_ref(&week));
        assert_eq!(days("на прошлой неделе"), [week]);
        assert!(days("You may go. We march. The first and the second came.").is_empty());
    }
}
