//! Dates as people read them.

use crate::Speech;
use crate::speech::say;
use facts::{Date, PartialDate, Span, add_span};

/// Reads a day such as `2017-05-17` between 1900 and 2100; anything else is no day to ask about.
pub fn parse(typed: &str) -> Option<Date> {
    let date: PartialDate = typed.trim().parse().ok()?;
    let sensible = date.is_exact() && (1900..=2100).contains(&date.earliest().year());
    sensible.then(|| date.earliest())
}

/// The day so many days after 1 January 1970, if the calendar reaches it.
pub fn after_1970(days: u64) -> Option<Date> {
    let days = i32::try_from(days).ok().filter(|days| *days < 60_000)?;
    Some(add_span(Date::constant(1970, 1, 1), Span::Days(days)))
}

/// "17 May 2017", "17 мая 2017 г."
pub fn in_words(day: Date, speech: &Speech) -> String {
    let (number, year) = (day.day().to_string(), day.year().to_string());
    let month = speech.say(MONTHS_OF[month_index(day)]);
    say!(
        speech,
        "day-in-words",
        day = &number,
        month = &month,
        year = &year
    )
}

/// The same of a date that may be a month or a year only.
pub fn partial_in_words(date: PartialDate, speech: &Speech) -> String {
    let first = date.earliest();
    if date.is_exact() {
        return in_words(first, speech);
    }
    let year = first.year().to_string();
    if first.month() == date.latest().month() {
        let month = speech.say(MONTHS[month_index(first)]);
        return say!(speech, "month-in-words", month = &month, year = &year);
    }
    say!(speech, "year-in-words", year = &year)
}

/// The twelve months as they stand after a day's number.
pub fn months(speech: &Speech) -> Vec<String> {
    MONTHS_OF.iter().map(|id| speech.say(id)).collect()
}

fn month_index(day: Date) -> usize {
    usize::try_from(day.month() - 1).unwrap_or_default().min(11)
}

/// Months after a day's number: in Russian, in the genitive.
const MONTHS_OF: [&str; 12] = [
    "month-of-01",
    "month-of-02",
    "month-of-03",
    "month-of-04",
    "month-of-05",
    "month-of-06",
    "month-of-07",
    "month-of-08",
    "month-of-09",
    "month-of-10",
    "month-of-11",
    "month-of-12",
];

/// Months alone.
const MONTHS: [&str; 12] = [
    "month-01", "month-02", "month-03", "month-04", "month-05", "month-06", "month-07", "month-08",
    "month-09", "month-10", "month-11", "month-12",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn days_are_read_as_people_read_them() {
        let day = Date::constant(2017, 5, 17);
        assert_eq!(in_words(day, Speech::of(Lang::En)), "17 May 2017");
        assert_eq!(in_words(day, Speech::of(Lang::Ru)), "17 мая 2017 г.");
        let month = "2017-05".parse().expect("a month");
        assert_eq!(partial_in_words(month, Speech::of(Lang::Ru)), "май 2017 г.");
        assert_eq!(
            partial_in_words("2017".parse().expect("a year"), Speech::of(Lang::En)),
            "2017"
        );
    }

    #[test]
    fn only_days_of_our_times_can_be_asked_about() {
        assert_eq!(parse("2017-05-17"), Some(Date::constant(2017, 5, 17)));
        for wrong in [
            "2017-05",
            "2017",
            "",
            "0001-01-01",
            "9999-12-31",
            "2017-02-30",
            "17.05.2017",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
