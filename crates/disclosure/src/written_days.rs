//! Days and months as they are written: `14 March`, `13.05.2032`, `in March`.

use crate::calendar::{SaidDay, day, moved, one, word_at, year_for};
use crate::number::number_at;
use crate::text::Text;
use facts::{Date, Span, add_span};

const MONTHS: &[(&str, &str)] = &[
    ("january", "январ"),
    ("february", "феврал"),
    ("march", "март"),
    ("april", "апрел"),
    ("may", "ма"),
    ("june", "июн"),
    ("july", "июл"),
    ("august", "август"),
    ("september", "сентябр"),
    ("october", "октябр"),
    ("november", "ноябр"),
    ("december", "декабр"),
];

pub(crate) fn absolute(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    if let Some(said) = numeric(text, token, today) {
        return Some(said);
    }
    let (number, month, mut end) = match number_at(text, token) {
        Some(number) if (1..=31).contains(&number.value) => {
            let after = token + number.tokens;
            let of = after + usize::from(word_at(text, after) == "of");
            match month_at(text, of) {
                Some(month) => (number.value, month, of + 1),
                None => (number.value, month_of_a_range(text, after)?, after),
            }
        }
        _ => {
            let month = month_at(text, token)?;
            let at = token + 1 + usize::from(word_at(text, token + 1) == "the");
            let number = text
                .tokens()
                .get(at)
                .filter(|_| !text.tokens()[token].cyrillic)
                // `… since January. One of our guests …`: the sentence is over.
                .filter(|number| number.sentence == text.tokens()[token].sentence)
                .and_then(|_| number_at(text, at))?;
            let end = at + number.tokens;
            // `By the end of April 10 people were here`: the number counts what follows.
            let counts = text.tokens().get(end).is_some_and(|next| {
                !next.after_break && !next.number && !is_small_word(text.word(end))
            });
            ((1..=31).contains(&number.value) && !counts).then_some((number.value, month, end))?
        }
    };
    let day_of = i8::try_from(number).ok()?;
    if let Some(year) = year_at(text, end) {
        end += 1;
        return Some(one(day(year, month, day_of)?, token..end));
    }
    Some(one(year_for(month, day_of, today)?, token..end))
}

/// `from 3 to 7 April`, `с 3 по 7 апреля`: the month stands after the second day.
fn month_of_a_range(text: &Text, after: usize) -> Option<i8> {
    let joined = text.tokens().get(after)?.joined_by == Some('-');
    let to = matches!(
        word_at(text, after),
        "to" | "and" | "until" | "till" | "or" | "по" | "и" | "до" | "или"
    );
    let second = after + usize::from(to && !joined);
    let number = (joined || to).then(|| number_at(text, second))??;
    let of = second + number.tokens;
    let of = of + usize::from(word_at(text, of) == "of");
    (1..=31)
        .contains(&number.value)
        .then(|| month_at(text, of))?
}

/// `on the 14th`, `14-го числа`: the last such day, or that of the month that the sentence names.
pub(crate) fn day_of_a_month(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let number = number_at(text, token).filter(|n| n.ordinal && (1..=31).contains(&n.value))?;
    let end = token + number.tokens;
    let counted = word_at(text, end) == "числа";
    let on = word_at(text, token.wrapping_sub(1)) == "the"
        && matches!(
            word_at(text, token.wrapping_sub(2)),
            "on" | "by" | "since" | "until" | "night" | "before" | "after" | "from"
        );
    let closed = text.tokens().get(end).is_none_or(|next| {
        next.after_break
            || next.sentence != text.tokens()[token].sentence
            || is_small_word(text.word(end))
    });
    // `Улетел двадцать четвёртого`: what day it was, with no noun after it.
    let genitive = ["ого", "его"]
        .iter()
        .any(|ending| word_at(text, end - 1).ends_with(ending));
    let alone = genitive
        && text
            .tokens()
            .get(end)
            .is_none_or(|next| next.after_break || next.sentence != text.tokens()[token].sentence);
    if !(counted || on && closed || alone) {
        return None;
    }
    let day_of = i8::try_from(number.value).ok()?;
    let mut named = text.sentence_of(token).filter_map(|t| month_at(text, t));
    let date = match named.next() {
        Some(month) => year_for(month, day_of, today)?,
        None => (0..3)
            .filter_map(|back| {
                let month = add_span(day(today.year(), today.month(), 1)?, Span::Months(-back));
                day(month.year(), month.month(), day_of)
            })
            .find(|date| *date <= today)?,
    };
    Some(one(date, token..end + usize::from(counted)))
}

pub(crate) fn month_alone(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let month = month_at(text, token)?;
    let before = word_at(text, token.wrapping_sub(1));
    if !matches!(
        before,
        "in" | "last"
            | "since"
            | "of"
            | "this"
            | "late"
            | "early"
            | "mid"
            | "в"
            | "с"
            | "начале"
            | "конце"
            | "середине"
            | "прошлом"
            | "чисел"
            | "числах"
            | "начала"
            | "конца"
            | "середины"
            | "ещё"
            | "еще"
    ) {
        return None;
    }
    let year = year_at(text, token + 1);
    let first = match year {
        Some(year) => day(year, month, 1)?,
        None => year_for(month, 1, today)?,
    };
    let last = moved(add_span(first, Span::Months(1)), -1);
    let (from, to) = part_of_a_month(before).unwrap_or((1, last.day()));
    Some(SaidDay {
        first: day(first.year(), first.month(), from)?,
        last: day(first.year(), first.month(), to.min(last.day()))?,
        tokens: token..token + 1 + usize::from(year.is_some()),
    })
}

/// The days that `early`, `mid` and `late` leave of a month, with a day or two to spare.
fn part_of_a_month(word: &str) -> Option<(i8, i8)> {
    match word {
        "early" | "начале" | "начала" => Some((1, 11)),
        "mid" | "middle" | "середине" | "середины" => Some((9, 21)),
        "late" | "конце" | "конца" => Some((19, 31)),
        _ => None,
    }
}

/// `2032-05-13`, `13.05.2032`, `13/05`.
fn numeric(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let at = |i: usize| {
        text.tokens()
            .get(i)
            .filter(|t| t.number && t.at.len() <= 4)
            .and_then(|_| text.word(i).parse::<i16>().ok())
    };
    let tight = |i: usize| {
        text.tokens()
            .get(i)
            .is_some_and(|t| t.joined_by.is_some_and(|c| matches!(c, '-' | '.' | '/')))
            && text.tokens()[i].at.start == text.tokens()[i - 1].at.end + 1
    };
    let (a, b) = (at(token)?, at(token + 1).filter(|_| tight(token + 1))?);
    let small = |n: i16| i8::try_from(n).ok();
    match at(token + 2).filter(|_| tight(token + 2)) {
        Some(c) if a > 1900 => Some(one(day(a, small(b)?, small(c)?)?, token..token + 3)),
        Some(c) => {
            let year = if c < 100 { 2000 + c } else { c };
            Some(one(day(year, small(b)?, small(a)?)?, token..token + 3))
        }
        None if text.tokens()[token].followed_by != Some('-')
            && text.tokens()[token].at.len() <= 2
            && text.tokens()[token + 1].at.len() == 2 =>
        {
            Some(one(
                year_for(small(b)?, small(a)?, today)?,
                token..token + 2,
            ))
        }
        None => None,
    }
}

fn year_at(text: &Text, token: usize) -> Option<i16> {
    let said = text.tokens().get(token)?;
    (said.number && said.at.len() == 4)
        .then(|| text.word(token).parse().ok())
        .flatten()
        .filter(|year| (1900..2200).contains(year))
}

pub(crate) fn month_at(text: &Text, token: usize) -> Option<i8> {
    let found = text.tokens().get(token)?;
    month_of(text.word(token), found.capital)
}

fn month_of(word: &str, capital: bool) -> Option<i8> {
    let at = MONTHS.iter().position(|(en, ru)| {
        word == *en && (capital || !matches!(*en, "may" | "march"))
            || en.len() > 3 && word.len() == 3 && en.starts_with(word) && capital
            || word.strip_prefix(ru).is_some_and(|rest| {
                if *ru == "ма" {
                    matches!(rest, "й" | "я" | "е" | "ю" | "ем")
                } else {
                    matches!(
                        rest,
                        "" | "ь" | "я" | "е" | "ю" | "ем" | "а" | "у" | "ом" | "й"
                    )
                }
            })
    })?;
    i8::try_from(at + 1).ok()
}

/// Words that can follow a day, and not a number that counts something.
fn is_small_word(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "at"
            | "in"
            | "on"
            | "of"
            | "to"
            | "until"
            | "till"
            | "for"
            | "from"
            | "by"
            | "with"
            | "as"
            | "when"
            | "while"
            | "after"
            | "before"
            | "he"
            | "she"
            | "we"
            | "they"
            | "it"
            | "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "our"
            | "this"
            | "last"
            | "is"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "that"
    )
}
