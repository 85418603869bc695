//! Days told by their place in a month: `the first Saturday of May`, `на второй неделе марта`.

use crate::calendar::{SaidDay, day, moved, one, word_at, year_for};
use crate::number::number_at;
use crate::relative_days::weekday_named;
use crate::text::Text;
use crate::written_days::month_at;
use facts::{Date, Span, add_span};

/// Which of the days, weeks or halves of a month.
enum Which {
    /// From one.
    Nth(i32),
    Last,
}

pub(crate) fn within_a_month(text: &Text, token: usize, today: Date) -> Option<SaidDay> {
    let (which, unit) = which_at(text, token)?;
    let of = unit + 1;
    let of = of + usize::from(matches!(word_at(text, of), "of" | "in" | "в"));
    let same = text.tokens().get(of)?.sentence == text.tokens()[token].sentence;
    let month = same.then(|| month_at(text, of))??;
    let first = year_for(month, 1, today)?;
    let last = moved(add_span(first, Span::Months(1)), -1);
    let tokens = token..of + 1;
    let word = word_at(text, unit);
    if let Some(wanted) = weekday_named(word) {
        return Some(one(nth_weekday(wanted, which, first, last)?, tokens));
    }
    let (first, last) = stretch(word, which, first, last)?;
    Some(SaidDay {
        first,
        last,
        tokens,
    })
}

fn which_at(text: &Text, token: usize) -> Option<(Which, usize)> {
    let word = word_at(text, token);
    if word == "last" || word.starts_with("последн") {
        return Some((Which::Last, token + 1));
    }
    let number = number_at(text, token).filter(|n| n.ordinal && (1..=5).contains(&n.value))?;
    let nth = i32::try_from(number.value).ok()?;
    Some((Which::Nth(nth), token + number.tokens))
}

fn nth_weekday(wanted: i32, which: Which, first: Date, last: Date) -> Option<Date> {
    let of = |date: Date| i32::from(date.weekday().to_monday_zero_offset());
    let found = match which {
        Which::Nth(nth) => moved(first, (wanted - of(first)).rem_euclid(7) + 7 * (nth - 1)),
        Which::Last => moved(last, -(of(last) - wanted).rem_euclid(7)),
    };
    (first <= found && found <= last).then_some(found)
}

/// A week or a half of a month.
fn stretch(unit: &str, which: Which, first: Date, last: Date) -> Option<(Date, Date)> {
    let week = unit == "week" || unit.starts_with("недел");
    let half = unit == "half" || unit.starts_with("половин");
    match which {
        Which::Nth(nth) if week => {
            let begin = moved(first, 7 * (nth - 1));
            (begin <= last).then(|| (begin, moved(begin, 6).min(last)))
        }
        Which::Last if week => Some((moved(last, -6), last)),
        Which::Nth(1) if half => Some((first, day(first.year(), first.month(), 15)?)),
        Which::Nth(2) if half => Some((day(first.year(), first.month(), 16)?, last)),
        Which::Nth(_) | Which::Last => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_known_by_its_place_in_a_month() {
        let today = Date::constant(2034, 5, 20);
        let said = |words: &str| {
            let text = Text::read(words);
            let found = within_a_month(&text, 0, today).expect("it tells a day");
            (found.first.to_string(), found.last.to_string())
        };
        let one = |day: &str| (day.to_owned(), day.to_owned());
        // 1 May 2034 is a Monday.
        assert_eq!(said("first Saturday of May"), one("2034-05-06"));
        assert_eq!(said("первую субботу мая"), one("2034-05-06"));
        assert_eq!(said("last Monday in April"), one("2034-04-24"));
        let week = ("2034-05-08".to_owned(), "2034-05-14".to_owned());
        assert_eq!(said("второй неделе мая"), week);
    }
}
