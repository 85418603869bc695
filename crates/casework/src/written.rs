use facts::{CountryCode, Date, PartialDate};
use minicbor::decode::{self, Decoder};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};
use std::fmt::{self, Display};
use std::str::FromStr;

/// A value that is recorded as the text a person would type: `2017-05-17`, `LTU`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Written<T>(pub T);

/// A day.
pub type Day = Written<Date>;
/// A day, a month or a year, as far as it is known.
pub type Dated = Written<PartialDate>;
/// A country.
pub type Country = Written<CountryCode>;

impl<T> From<T> for Written<T> {
    fn from(value: T) -> Written<T> {
        Written(value)
    }
}

/// Where somebody is, and when, are facts of a case.
impl<T> fmt::Debug for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

impl<C, T: Display> Encode<C> for Written<T> {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.str(&self.0.to_string())?.ok()
    }
}

impl<'b, C, T: FromStr> Decode<'b, C> for Written<T> {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Written<T>, decode::Error> {
        let unreadable = |_| decode::Error::message("a value that cannot be read");
        d.str()?.parse().map(Written).map_err(unreadable)
    }
}

#[cfg(test)]
mod drawn {
    use super::{Country, Dated, Day, Written};
    use arbitrary::{Arbitrary, Result, Unstructured};
    use facts::Date;

    impl<'a> Arbitrary<'a> for Day {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Day> {
            let (year, month) = (u.int_in_range(1900..=2100)?, u.int_in_range(1..=12)?);
            let day = u.int_in_range(1..=28)?;
            Ok(Written(Date::constant(year, month, day)))
        }
    }

    impl<'a> Arbitrary<'a> for Dated {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Dated> {
            let day = Day::arbitrary(u)?.0.to_string();
            let text = &day[..*u.choose(&[4, 7, 10])?];
            Ok(Written(text.parse().expect("a date")))
        }
    }

    impl<'a> Arbitrary<'a> for Country {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Country> {
            let code = u.choose(&["RUS", "LTU", "USA"])?;
            Ok(Written(code.parse().expect("a country")))
        }
    }
}
