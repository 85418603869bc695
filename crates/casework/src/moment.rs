use facts::Date;
use jiff::Timestamp;
use jiff::tz::Offset;
use minicbor::decode::{self, Decoder};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};
use std::fmt;

/// A moment, in whole seconds of UTC.
///
/// The moment at which something was written is what a device claims: nothing here trusts it for
/// the order of two entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(i64);

/// A length of time, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(transparent)]
pub struct Minutes(#[n(0)] pub u32);

impl Minutes {
    /// So many hours.
    pub const fn hours(hours: u32) -> Minutes {
        Minutes(hours.saturating_mul(60))
    }

    fn seconds(self) -> i64 {
        i64::from(self.0) * 60
    }
}

impl Moment {
    /// Seconds since the beginning of 1970; nothing outside the years −9999 to 9999.
    pub fn from_seconds(seconds: i64) -> Option<Moment> {
        Timestamp::from_second(seconds)
            .ok()
            .map(|_| Moment(seconds))
    }

    /// The first moment of a day.
    pub fn start_of(day: Date) -> Moment {
        // The calendar goes a day further than UTC's moments do, at both its ends.
        let nearest = match day.year() < 0 {
            true => Timestamp::MIN,
            false => Timestamp::MAX,
        };
        let midnight = Offset::UTC.to_timestamp(day.at(0, 0, 0, 0));
        Moment(midnight.unwrap_or(nearest).as_second())
    }

    /// Seconds since the beginning of 1970.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// The day in UTC.
    pub fn day(self) -> Date {
        let moment = Timestamp::from_second(self.0).unwrap_or(Timestamp::MAX);
        Offset::UTC.to_datetime(moment).date()
    }

    /// Later by so many minutes; the end of time is not passed.
    pub fn plus(self, minutes: Minutes) -> Moment {
        Moment((self.0 + minutes.seconds()).min(Timestamp::MAX.as_second()))
    }

    /// Whole minutes from an earlier moment to this one; none, if it is later.
    pub fn minutes_since(self, earlier: Moment) -> u64 {
        u64::try_from((self.0 - earlier.0) / 60).unwrap_or(0)
    }

    /// The first moment after `self` of those that follow `first` in a steady rhythm.
    pub(crate) fn next_after(self, first: Moment, every: Minutes) -> Moment {
        if first > self {
            return first;
        }
        let step = every.seconds().max(60);
        let passed = (self.0 - first.0) / step + 1;
        Moment((first.0 + passed * step).min(Timestamp::MAX.as_second()))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Moment({})", self.0)
    }
}

impl<C> Encode<C> for Moment {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.i64(self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Moment {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Moment, decode::Error> {
        let beyond = || decode::Error::message("no such moment");
        Moment::from_seconds(d.i64()?).ok_or_else(beyond)
    }
}

#[cfg(test)]
impl<'a> arbitrary::Arbitrary<'a> for Moment {
    fn arbitrary(u: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Moment> {
        let bounds = Timestamp::MIN.as_second()..=Timestamp::MAX.as_second();
        u.int_in_range(bounds).map(Moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_and_holds_until_the_next() {
        let day = Date::constant(2017, 5, 17);
        let start = Moment::start_of(day);
        assert_eq!(start.seconds(), 1_494_979_200);
        assert_eq!(start.plus(Minutes(24 * 60 - 1)).day(), day);
        assert_eq!(
            start.plus(Minutes::hours(24)).day(),
            Date::constant(2017, 5, 18)
        );
    }

    #[test]
    fn the_ends_of_time_are_not_passed() {
        let last = Moment::from_seconds(Timestamp::MAX.as_second()).expect("the last moment");
        assert_eq!(last.plus(Minutes(u32::MAX)), last);
        assert_eq!(Moment::from_seconds(i64::MAX), None);
        let first = Moment::from_seconds(Timestamp::MIN.as_second()).expect("the first moment");
        assert_eq!(Moment::start_of(Date::MIN), first);
    }

    #[test]
    fn a_rhythm_goes_on_from_its_first_moment() {
        let first = Moment(1_000_000);
        let day = Minutes::hours(24);
        assert_eq!(Moment(0).next_after(first, day), first);
        assert_eq!(first.next_after(first, day), first.plus(day));
        assert_eq!(
            Moment(1_000_000 + 86_399).next_after(first, day),
            first.plus(day)
        );
        assert_eq!(
            Moment(1_000_000 + 86_400).next_after(first, day),
            first.plus(Minutes::hours(48))
        );
    }
}
