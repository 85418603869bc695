//! Days in a text: absolute, relative, by weekday and by holiday.

use crate::feasts::holiday;
use crate::number::number_at;
use crate::text::Text;
use crate::written_days::{absolute, month_alone};
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

const WEEKDAYS: &[(&str, &str)] = &[
    ("monday", "понедельник"),
    ("tuesday", "вторник"),
    ("wednesday", "сред"),
    ("thursday", "четверг"),
    ("friday", "пятниц"),
    ("saturday", "суббот"),
    ("sunday", "воскресень"),
];

/// Every day and month of a text, seen from `today`.
pub(crate) fn said_days(text: &Text, today: Date) -> Vec<SaidDay> {
    let mut days = Vec::new();
    let mut token = 0;
    while token < text.tokens().len() {
        let said = absolute(text, token, today)
            .or_else(|| relative(text, token, today))
            .or_else(|| weekday(text, token, today))
            .or_else(|| holiday(text, token, today))
            .or_else(|| month_alone(text, token, today));
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

fn relative(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let next = word_at(text, token + 1);
    let simple = match text.word(token) {
        "yesterday" | "вчера" => Some((-1, 1)),
        "today" | "сегодня" => Some((0, 1)),
        "позавчера" => Some((-2, 1)),
        "tonight" => Some((0, 1)),
        "day" if next == "before" && word_at(text, token + 2) == "yesterday" => Some((-2, 3)),
        "last" if next == "night" => Some((-1, 2)),
        _ => None,
    };
    if let Some((days, tokens)) = simple {
        return Some(one(moved(today, days), token..token + tokens));
    }
    let (number, unit_at) = match number_at(text, token) {
        Some(number) if !number.ordinal => (number.value, token + number.tokens),
        _ if matches!(text.word(token), "a" | "неделю") => {
            (1, token + usize::from(text.word(token) == "a"))
        }
        _ => return None,
    };
    let length = match word_at(text, unit_at) {
        "day" | "days" | "день" | "дня" | "дней" => 1,
        "week" | "weeks" | "неделю" | "недели" | "недель" => 7,
        "fortnight" => 14,
        _ => return None,
    };
    let ago = matches!(word_at(text, unit_at + 1), "ago" | "назад" | "earlier");
    let days = i32::try_from(number).ok()?.checked_mul(length)?;
    ago.then(|| one(moved(today, -days), token..unit_at + 2))
}

fn weekday(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let word = text.word(token);
    let found = WEEKDAYS.iter().position(|(en, ru)| {
        word == *en
            || word.strip_prefix(ru).is_some_and(|rest| {
                matches!(
                    rest,
                    "" | "а" | "у" | "е" | "ы" | "и" | "е́" | "ом" | "ник" | "я" | "ю"
                ) && (*ru != "сред" || matches!(rest, "а" | "у" | "ы"))
            })
    })?;
    let wanted = i32::try_from(found).ok()?;
    let now = i32::from(today.weekday().to_monday_zero_offset());
    let before = word_at(text, token.wrapping_sub(1));
    let next = matches!(before, "next" | "this" | "by" | "until" | "coming")
        || before.starts_with("следующ")
        || before.starts_with("ближайш")
        || before == "до"
        || before.starts_with("кажд")
        || before == "every";
    let back = (now - wanted).rem_euclid(7);
    let back = if back == 0 { 7 } else { back };
    (!next).then(|| one(moved(today, -back), token..token + 1))
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
        assert!(days("You may go. We march.").is_empty());
    }
}
