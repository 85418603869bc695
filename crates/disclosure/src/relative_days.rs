//! Days told from today, from a weekday, or from another day that the text names.

use crate::calendar::{SaidDay, day_at, moved, one, word_at};
use crate::number::number_at;
use crate::text::Text;
use facts::{Date, Span, add_span};

const WEEKDAYS: &[(&str, &str)] = &[
    ("monday", "понедельник"),
    ("tuesday", "вторник"),
    ("wednesday", "сред"),
    ("thursday", "четверг"),
    ("friday", "пятниц"),
    ("saturday", "суббот"),
    ("sunday", "воскресень"),
];

/// `yesterday`, `five days ago`, `last week`.
pub(crate) fn from_today(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    simple(text, token, today)
        .or_else(|| week(text, token, today))
        .or_else(|| ago(text, token, today))
}

fn simple(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let next = word_at(text, token + 1);
    let (days, tokens) = match text.word(token) {
        "yesterday" | "вчера" => (-1, 1),
        "today" | "сегодня" | "tonight" => (0, 1),
        "позавчера" => (-2, 1),
        "третьего" if next == "дня" => (-2, 2),
        "day" if next == "before" && word_at(text, token + 2) == "yesterday" => (-2, 3),
        "last" if next == "night" => (-1, 2),
        _ => return None,
    };
    Some(one(moved(today, days), token..token + tokens))
}

/// `last week`, `at the weekend`, `на прошлой неделе`: all its days.
fn week(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let word = text.word(token);
    let next = word_at(text, token + 1);
    let monday = moved(today, -i32::from(today.weekday().to_monday_zero_offset()));
    let of = |first: Date, days: i32, tokens: usize| SaidDay {
        first,
        last: moved(first, days - 1),
        tokens: token..token + tokens,
    };
    match (word, next) {
        ("last", "week") => Some(of(moved(monday, -7), 7, 2)),
        ("this", "week") => Some(of(monday, 7, 2)),
        ("last" | "past", "weekend") => Some(of(moved(monday, -2), 2, 2)),
        ("the" | "at", "weekend") => Some(of(moved(monday, -2), 2, 2)),
        ("выходные", _) => Some(of(moved(monday, -2), 2, 1)),
        (_, "неделе") if word.starts_with("прошл") => Some(of(moved(monday, -7), 7, 2)),
        (_, "неделе") if word.starts_with("позапрошл") => {
            Some(of(moved(monday, -14), 7, 2))
        }
        (_, "неделе") if word.starts_with("эт") => Some(of(monday, 7, 2)),
        _ => None,
    }
}

/// How long some words say: `three weeks`, `неделю`.
enum Length {
    Days(i32),
    /// A month is never told to the day.
    Months(i32),
}

fn length(text: &Text, token: usize) -> Option<(Length, usize)> {
    let (count, unit) = match number_at(text, token) {
        Some(number) if !number.ordinal => {
            (i32::try_from(number.value).ok()?, token + number.tokens)
        }
        _ if matches!(text.word(token), "a" | "one") => (1, token + 1),
        _ => (1, token),
    };
    let days = |n: i32| count.checked_mul(n).map(Length::Days);
    let said = match word_at(text, unit) {
        "day" | "days" | "день" | "дня" | "дней" | "сутки" | "суток" => {
            days(1)
        }
        "week" | "weeks" | "неделю" | "недели" | "недель" => days(7),
        "fortnight" => days(14),
        "month" | "months" | "месяц" | "месяца" | "месяцев" => {
            Some(Length::Months(count))
        }
        _ => None,
    };
    Some((said?, unit + 1))
}

fn ago(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let (length, end) = length(text, token)?;
    if !matches!(word_at(text, end), "ago" | "назад" | "earlier") {
        return None;
    }
    let tokens = token..end + 1;
    match length {
        Length::Days(days) => Some(one(moved(today, -days), tokens)),
        Length::Months(months) => {
            let about = add_span(today, Span::Months(-months));
            let (first, last) = (moved(about, -4), moved(about, 4));
            Some(SaidDay {
                first,
                last,
                tokens,
            })
        }
    }
}

/// The day of the week that a word names, from Monday.
pub(crate) fn weekday_named(word: &str) -> Option<i32> {
    let found = WEEKDAYS.iter().position(|(en, ru)| {
        word == *en
            || word.strip_prefix(ru).is_some_and(|rest| {
                matches!(rest, "" | "а" | "у" | "е" | "ы" | "и" | "ом" | "я" | "ю")
                    && (*ru != "сред" || matches!(rest, "а" | "у" | "ы"))
            })
    })?;
    i32::try_from(found).ok()
}

/// `on Monday`, `last Wednesday`, `Wednesday of last week`.
pub(crate) fn weekday(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let wanted = weekday_named(text.word(token))?;
    let now = i32::from(today.weekday().to_monday_zero_offset());
    let before = word_at(text, token.wrapping_sub(1));
    let ahead = ["следующ", "ближайш", "кажд"]
        .iter()
        .any(|stem| before.starts_with(stem))
        || matches!(
            before,
            "next" | "this" | "by" | "until" | "coming" | "до" | "every"
        );
    if ahead {
        return None;
    }
    let back = match (now - wanted).rem_euclid(7) {
        0 => 7,
        days => days,
    };
    let at = |i: usize| word_at(text, token + i);
    let of_last_week = match (at(1), at(2), at(3)) {
        ("of", "last", "week") => Some(4),
        ("last", "week", _) => Some(3),
        (word, "недели", _) if word.starts_with("прошл") => Some(3),
        _ => None,
    };
    let (back, tokens) = match of_last_week {
        Some(tokens) => (now - wanted + 7, tokens),
        None if (at(1), at(2)) == ("before", "last") => (back + 7, 3),
        None if before.starts_with("позапрошл") => (back + 7, 1),
        None => (back, 1),
    };
    Some(one(moved(today, -back), token..token + tokens))
}

/// From the other day: so many days, or the first such weekday.
enum From {
    Days(i32),
    Weekday { wanted: i32, after: bool },
}

/// `two days before Victory Day`, `the Saturday after Easter`, `накануне Пасхи`.
pub(crate) fn anchored(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let (from, mut at) = step_from(text, token)?;
    while matches!(word_at(text, at), "the" | "a" | "on" | "of" | "в" | "на") {
        at += 1;
    }
    let sentence = text.tokens().get(at)?.sentence;
    let other = (sentence == text.tokens()[token].sentence).then(|| day_at(text, at, today))??;
    let date = match from {
        From::Days(days) => moved(other.first, days),
        From::Weekday { wanted, after } => {
            let there = i32::from(other.first.weekday().to_monday_zero_offset());
            let apart = if after {
                wanted - there
            } else {
                there - wanted
            };
            let apart = match apart.rem_euclid(7) {
                0 => 7,
                days => days,
            };
            moved(other.first, if after { apart } else { -apart })
        }
    };
    other
        .is_one_day()
        .then(|| one(date, token..other.tokens.end))
}

/// How far from the day that is named next, and where its name begins.
fn step_from(text: &Text, token: usize) -> Option<(From, usize)> {
    let at = |i: usize| word_at(text, token + i);
    match (text.word(token), at(1), at(2), at(3)) {
        ("eve", "of", ..) => return Some((From::Days(-1), token + 2)),
        ("накануне", ..) => return Some((From::Days(-1), token + 1)),
        ("morrow", "of", ..) => return Some((From::Days(1), token + 2)),
        ("следующий", "день", "после", _) => {
            return Some((From::Days(1), token + 3));
        }
        ("день", "спустя", "после", _) => return Some((From::Days(1), token + 3)),
        _ => {}
    }
    if let Some(wanted) = weekday_named(text.word(token)) {
        let after = side(at(1))?;
        return Some((From::Weekday { wanted, after }, token + 2));
    }
    // `на третий день после …`: the third day after is three days on.
    let ordinal = number_at(text, token).filter(|n| n.ordinal && n.value < 60);
    if let Some(number) = ordinal {
        let day = token + number.tokens;
        let after = matches!(word_at(text, day), "день" | "day") && side(word_at(text, day + 1))?;
        let days = i32::try_from(number.value).ok()?;
        return after.then_some((From::Days(days), day + 2));
    }
    let (Length::Days(days), end) = length(text, token)? else {
        return None;
    };
    let after = side(word_at(text, end))?;
    Some((From::Days(if after { days } else { -days }), end + 1))
}

/// Whether a word says after (`true`) or before another day.
fn side(word: &str) -> Option<bool> {
    match word {
        "after" | "following" | "после" | "спустя" => Some(true),
        "before" | "preceding" | "до" | "перед" => Some(false),
        _ => None,
    }
}
