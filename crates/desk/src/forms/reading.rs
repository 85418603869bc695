use super::{Clock, Fault, Typed};
use crate::in_words::InWords;
use casework::{Moment, Phrase, Text};
use facts::{CountryCode, Date, PartialDate};

/// Takes what was typed, field by field, and collects what is wrong with it.
pub(crate) struct Reading<'t> {
    typed: &'t Typed,
    faults: Vec<Fault>,
}

impl<'t> Reading<'t> {
    pub fn of(typed: &'t Typed) -> Reading<'t> {
        let faults = Vec::new();
        Reading { typed, faults }
    }

    /// What was taken, if nothing was wrong.
    pub fn ended<T>(self, taken: Option<T>) -> Result<T, Vec<Fault>> {
        match taken {
            Some(taken) if self.faults.is_empty() => Ok(taken),
            _ => Err(self.faults),
        }
    }

    pub fn fault(&mut self, field: &'static str, says: &'static str) {
        self.faults.push(Fault { field, says });
    }

    /// What was typed, which may be nothing.
    pub fn text(&mut self, field: &'static str) -> Text {
        self.typed.get(field).into()
    }

    /// What was typed; a fault if it was nothing.
    pub fn needed_text(&mut self, field: &'static str, says: &'static str) -> Option<Text> {
        let text = self.text(field);
        match text.is_empty() {
            true => {
                self.fault(field, says);
                None
            }
            false => Some(text),
        }
    }

    /// What was typed, in whichever of the two languages its letters are.
    pub fn phrase(&mut self, field: &'static str) -> Phrase {
        phrase_of(self.typed.get(field))
    }

    /// As [`Reading::phrase`]; a fault if nothing was typed.
    pub fn needed_phrase(&mut self, field: &'static str, says: &'static str) -> Option<Phrase> {
        let phrase = self.phrase(field);
        match phrase.is_empty() {
            true => {
                self.fault(field, says);
                None
            }
            false => Some(phrase),
        }
    }

    /// One of a few; a fault if none was chosen.
    pub fn one_of<T: InWords>(&mut self, field: &'static str) -> Option<T> {
        let chosen = T::from_word(self.typed.get(field));
        if chosen.is_none() {
            self.fault(field, "fault-choose");
        }
        chosen
    }

    /// A country, if one was chosen.
    pub fn country(&mut self, field: &'static str) -> Option<CountryCode> {
        self.typed.get(field).parse().ok()
    }

    /// A country; a fault if none was chosen.
    pub fn needed_country(&mut self, field: &'static str) -> Option<CountryCode> {
        let country = self.country(field);
        if country.is_none() {
            self.fault(field, "fault-country");
        }
        country
    }

    /// A day that has been: what lies ahead was not said or done yet.
    pub fn past_day(&mut self, field: &'static str, clock: Clock) -> Option<Date> {
        let day = self.day(field)?;
        if day > clock.today() {
            self.fault(field, "fault-day-ahead");
            return None;
        }
        Some(day)
    }

    /// A day.
    pub fn day(&mut self, field: &'static str) -> Option<Date> {
        let day = crate::day::parse(self.typed.get(field));
        if day.is_none() {
            self.fault(field, "fault-day");
        }
        day
    }

    /// A day, a month or a year that has begun.
    pub fn past_date(&mut self, field: &'static str, clock: Clock) -> Option<PartialDate> {
        let date: Option<PartialDate> = self.typed.get(field).parse().ok();
        match date {
            None => self.fault(field, "fault-date"),
            Some(date) if date.earliest() > clock.today() => self.fault(field, "fault-day-ahead"),
            Some(_) => {}
        }
        date
    }

    /// A moment as the clock on the wall shows it: `2017-05-17T21:30`.
    pub fn moment(&mut self, field: &'static str, clock: Clock) -> Option<Moment> {
        let moment = clock.moment_of(self.typed.get(field));
        if moment.is_none() {
            self.fault(field, "fault-moment");
        }
        moment
    }

    /// Everything that was chosen.
    pub fn several(&mut self, field: &'static str) -> Vec<String> {
        self.typed.all(field).map(str::to_owned).collect()
    }
}

impl Clock {
    /// A second since 1970, seen on a clock so many minutes ahead of UTC. A second that no calendar
    /// has is taken for the first.
    pub fn at(seconds: i64, ahead_minutes: i32) -> Clock {
        let first = Moment::start_of(Date::constant(1970, 1, 1));
        Clock {
            now: Moment::from_seconds(seconds).unwrap_or(first),
            ahead_minutes,
        }
    }

    /// Today, by the clock on the wall.
    pub fn today(self) -> Date {
        let ahead = i64::from(self.ahead_minutes) * 60;
        let local = Moment::from_seconds(self.now.seconds().saturating_add(ahead));
        local.unwrap_or(self.now).day()
    }

    /// The moment that the clock on the wall shows as `2017-05-17T21:30`.
    pub fn moment_of(self, typed: &str) -> Option<Moment> {
        let (day, time) = typed.split_once(['T', ' '])?;
        let day = crate::day::parse(day)?;
        let (hours, minutes) = time.trim().split_once(':')?;
        let minutes = minutes.get(..2)?;
        let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
        if !(0..24).contains(&hours) || !(0..60).contains(&minutes) {
            return None;
        }
        let ahead = i64::from(self.ahead_minutes);
        let since = hours * 60 + minutes - ahead;
        Moment::from_seconds(Moment::start_of(day).seconds() + since * 60)
    }

    /// A moment as the clock on the wall shows it: `2017-05-17T21:30`.
    pub fn shown(self, moment: Moment) -> String {
        let ahead = i64::from(self.ahead_minutes) * 60;
        let local = Moment::from_seconds(moment.seconds().saturating_add(ahead)).unwrap_or(moment);
        let minutes = local.minutes_since(Moment::start_of(local.day()));
        format!("{}T{:02}:{:02}", local.day(), minutes / 60, minutes % 60)
    }
}

/// Words in the language of most of their letters: Cyrillic is Russian here, all else English.
pub(crate) fn phrase_of(typed: &str) -> Phrase {
    let letters = || typed.chars().filter(|it| it.is_alphabetic());
    let cyrillic = letters()
        .filter(|it| ('\u{400}'..='\u{52f}').contains(it))
        .count();
    match cyrillic * 2 > letters().count() {
        true => Phrase::russian(typed),
        false => Phrase::english(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_phrase_is_in_the_language_of_its_letters() {
        assert_eq!(
            phrase_of("Нет воли, сказал consul."),
            Phrase::russian("Нет воли, сказал consul.")
        );
        assert_eq!(
            phrase_of("He said: «нет»."),
            Phrase::english("He said: «нет».")
        );
        assert!(phrase_of("").is_empty());
    }

    #[test]
    fn the_clock_on_the_wall_is_read_as_it_shows() {
        let now = Moment::start_of(Date::constant(2017, 5, 17));
        let clock = Clock {
            now,
            ahead_minutes: 180,
        };
        let typed = clock.moment_of("2017-05-17T01:30").expect("a moment");
        assert_eq!(typed.seconds(), now.seconds() - 90 * 60);
        assert_eq!(clock.shown(typed), "2017-05-17T01:30");
        for wrong in [
            "",
            "2017-05-17",
            "2017-05-17T24:00",
            "2017-05-17T1",
            "2017-02-30T10:00",
            "T",
            "2017-05-17T10:6",
        ] {
            assert_eq!(clock.moment_of(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_as_a_moment_makes_a_panic(typed in "\\PC{0,30}|[0-9T: -]{0,20}", ahead in -900i32..900) {
            let now = Moment::start_of(Date::constant(2017, 5, 17));
            let clock = Clock { now, ahead_minutes: ahead };
            if let Some(moment) = clock.moment_of(&typed) {
                prop_assert_eq!(clock.moment_of(&clock.shown(moment)), Some(moment));
            }
        }
    }
}
