use crate::Truth;
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A date as people know it: a day, a month or a year.
///
/// It stands for every day from `earliest` to `latest`, both included, and comparisons answer in
/// three values: a passport that expires "in 2017" is neither known to be valid on 17 May 2017
/// nor known not to be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    earliest: Date,
    latest: Date,
}

/// What was typed is not a date that exists.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date: write a day as `2017-05-17`, a month as `2017-05`, a year as `2017`")]
pub struct NotADate(pub String);

/// A length of time that law counts in: whole days, months and years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Span {
    /// Calendar days.
    Days(i32),
    /// Calendar months; the end of a month clamps down (31 January + 1 month = 28 February).
    Months(i32),
    /// Calendar years; 29 February + 1 year = 28 February.
    Years(i32),
}

impl PartialDate {
    /// The first day it can be.
    pub fn earliest(self) -> Date {
        self.earliest
    }

    /// The last day it can be.
    pub fn latest(self) -> Date {
        self.latest
    }

    /// Whether it is one day.
    pub fn is_exact(self) -> bool {
        self.earliest == self.latest
    }

    /// Whether this date lies before `other`.
    pub fn is_before(self, other: PartialDate) -> Truth {
        if self.latest < other.earliest {
            Truth::True
        } else if self.earliest >= other.latest {
            Truth::False
        } else {
            Truth::Unknown
        }
    }

    /// Whether both are the same day. Two partial dates are never known to be the same day.
    pub fn is_same_day(self, other: PartialDate) -> Truth {
        if self.latest < other.earliest || other.latest < self.earliest {
            Truth::False
        } else if self.is_exact() && other.is_exact() {
            Truth::True
        } else {
            Truth::Unknown
        }
    }

    /// This date moved by `span`; both ends move.
    pub fn plus(self, span: Span) -> PartialDate {
        PartialDate {
            earliest: add_span(self.earliest, span),
            latest: add_span(self.latest, span),
        }
    }
}

/// `date` moved by `span`. The end of a month clamps down; the ends of the calendar
/// (years −9999 and 9999) are not passed.
pub fn add_span(date: Date, span: Span) -> Date {
    let span = match span {
        Span::Days(n) => n.days(),
        Span::Months(n) => n.months(),
        Span::Years(n) => n.years(),
    };
    date.saturating_add(span)
}

impl Span {
    /// The same span backwards in time.
    pub fn reversed(self) -> Span {
        match self {
            Span::Days(n) => Span::Days(-n),
            Span::Months(n) => Span::Months(-n),
            Span::Years(n) => Span::Years(-n),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> PartialDate {
        PartialDate {
            earliest: day,
            latest: day,
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        parse_partial(text).ok_or_else(|| NotADate(text.to_owned()))
    }
}

fn parse_partial(text: &str) -> Option<PartialDate> {
    let digits = |part: &str, len: usize| {
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())?
    };
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() {
        return None;
    }
    let narrow = |n: i16| i8::try_from(n).ok();
    match (month, day) {
        (None, _) => Some(PartialDate {
            earliest: Date::new(year, 1, 1).ok()?,
            latest: Date::new(year, 12, 31).ok()?,
        }),
        (Some(month), None) => {
            let first = Date::new(year, narrow(month?)?, 1).ok()?;
            Some(PartialDate {
                earliest: first,
                latest: first.last_of_month(),
            })
        }
        (Some(month), Some(day)) => Date::new(year, narrow(month?)?, narrow(day?)?)
            .ok()
            .map(PartialDate::from),
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            write!(f, "{}", self.earliest)
        } else if self.earliest.month() == self.latest.month()
            && self.earliest.year() == self.latest.year()
        {
            write!(
                f,
                "{:04}-{:02}",
                self.earliest.year(),
                self.earliest.month()
            )
        } else if self.earliest.first_of_year() == self.earliest
            && self.earliest.last_of_year() == self.latest
        {
            write!(f, "{:04}", self.earliest.year())
        } else {
            write!(f, "{}..{}", self.earliest, self.latest)
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date in a test")
    }

    #[test]
    fn a_month_is_before_a_day_only_when_all_of_it_is() {
        assert_eq!(date("2017-04").is_before(date("2017-05-17")), Truth::True);
        assert_eq!(
            date("2017-05").is_before(date("2017-05-17")),
            Truth::Unknown
        );
        assert_eq!(date("2017").is_before(date("2017-01-01")), Truth::False);
    }

    #[test]
    fn the_end_of_a_month_clamps_down() {
        assert_eq!(date("2017-01-31").plus(Span::Months(1)), date("2017-02-28"));
        assert_eq!(date("2016-02-29").plus(Span::Years(1)), date("2017-02-28"));
        assert_eq!(
            date("2017-05").plus(Span::Days(1)).latest(),
            Date::constant(2017, 6, 1)
        );
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for wrong in [
            "2017-02-30",
            "2017-13",
            "17-05-2017",
            "2017-5-17",
            "yesterday",
            "",
            "2017-05-17-",
            "+017",
        ] {
            assert_eq!(
                wrong.parse::<PartialDate>(),
                Err(NotADate(wrong.to_owned())),
                "{wrong}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_parses_prints_back(text in "[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }

        #[test]
        fn before_agrees_with_every_day_it_can_be(a in 0i32..400, wa in 0i32..40, b in 0i32..400, wb in 0i32..40) {
            let day = |n: i32| add_span(Date::constant(2017, 1, 1), Span::Days(n));
            let left = PartialDate { earliest: day(a), latest: day(a + wa) };
            let right = PartialDate { earliest: day(b), latest: day(b + wb) };
            let mut seen = [false; 2];
            for x in a..=a + wa { for y in b..=b + wb { seen[usize::from(x < y)] = true; } }
            let expected = match seen { [true, false] => Truth::False, [false, true] => Truth::True, _ => Truth::Unknown };
            prop_assert_eq!(left.is_before(right), expected);
        }
    }
}
