use facts::{CountryCode, PartialDate, Scalar};
use minicbor::decode::{self, Decoder};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};
use std::fmt;
use std::str::FromStr;

/// One value of a fact, as it is recorded: what kind of value it is, and the value.
///
/// The kind travels with it, so that an entry can be read without the vocabulary; whether it
/// fits the vocabulary is judged when facts are folded.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Value(pub Scalar);

impl From<Scalar> for Value {
    fn from(value: Scalar) -> Value {
        Value(value)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

// The numbers of the kinds stand in signed entries and are never used again for another.
const BOOL: u8 = 0;
const NUMBER: u8 = 1;
const DATE: u8 = 2;
const COUNTRY: u8 = 3;
const TEXT: u8 = 4;

impl<C> Encode<C> for Value {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        let e = e.array(2)?;
        match &self.0 {
            Scalar::Bool(yes) => e.u8(BOOL)?.bool(*yes)?,
            Scalar::Number(n) => e.u8(NUMBER)?.i64(*n)?,
            Scalar::Date(date) => e.u8(DATE)?.str(&date.to_string())?,
            Scalar::Country(code) => e.u8(COUNTRY)?.str(code.as_str())?,
            Scalar::Text(text) => e.u8(TEXT)?.str(text)?,
        };
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for Value {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Value, decode::Error> {
        if d.array()? != Some(2) {
            return Err(decode::Error::message("a value has a kind and a value"));
        }
        let value = match d.u8()? {
            BOOL => Scalar::Bool(d.bool()?),
            NUMBER => Scalar::Number(d.i64()?),
            DATE => Scalar::Date(parsed::<PartialDate>(d)?),
            COUNTRY => Scalar::Country(parsed::<CountryCode>(d)?),
            TEXT => Scalar::Text(d.str()?.to_owned()),
            _ => return Err(decode::Error::message("no such kind of value")),
        };
        Ok(Value(value))
    }
}

fn parsed<T: FromStr>(d: &mut Decoder<'_>) -> Result<T, decode::Error> {
    let unreadable = |_| decode::Error::message("a value that cannot be read");
    d.str()?.parse().map_err(unreadable)
}

#[cfg(test)]
impl<'a> arbitrary::Arbitrary<'a> for Value {
    fn arbitrary(u: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Value> {
        use crate::written::{Country, Dated};
        Ok(Value(match u.int_in_range(BOOL..=TEXT)? {
            BOOL => Scalar::Bool(u.arbitrary()?),
            NUMBER => Scalar::Number(u.arbitrary()?),
            DATE => Scalar::Date(u.arbitrary::<Dated>()?.0),
            COUNTRY => Scalar::Country(u.arbitrary::<Country>()?.0),
            _ => Scalar::Text(u.arbitrary()?),
        }))
    }
}
