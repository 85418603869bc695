use crate::{CountryCode, PartialDate, Truth};
use std::fmt;

/// One value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scalar {
    /// Yes or no.
    Bool(bool),
    /// A whole number, in the unit of its fact.
    Number(i64),
    /// A day, month or year.
    Date(PartialDate),
    /// A country.
    Country(CountryCode),
    /// One of an enum's values, or free text.
    Text(String),
}

impl Scalar {
    /// Whether both are the same thing; unknown only between dates that are not exact.
    pub fn is_same(&self, other: &Scalar) -> Truth {
        match (self, other) {
            (Scalar::Date(a), Scalar::Date(b)) => a.is_same_day(*b),
            (a, b) => Truth::from(a == b),
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scalar::Bool(true) => f.write_str("yes"),
            Scalar::Bool(false) => f.write_str("no"),
            Scalar::Number(n) => write!(f, "{n}"),
            Scalar::Date(date) => write!(f, "{date}"),
            Scalar::Country(code) => write!(f, "{code}"),
            Scalar::Text(text) => f.write_str(text),
        }
    }
}
