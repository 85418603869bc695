//! Whatever is made to leave the house is read first, as a draft is, for those who will read it.
//!
//! A sheet is built from safe counts and public law. It is read all the same: what was said before may
//! make a safe count telling, and a rule that nobody thought of is caught by one that somebody did.

use super::told::{Teller, stop};
use super::{Checked, reader_of};
use crate::office::Office;
use crate::view::{BeforeLeaving, Brief, SayFinding};
use crate::{Lang, Speech};
use casework::Readers;
use disclosure::{Finding, Stop};
use facts::{CountryCode, Date};

impl Office {
    /// The brief for one power, by its rule, or for every government together, with what its readers
    /// would learn by it. The sheet for all may be read by anybody.
    pub fn brief(&self, power: &str, on: Date, lang: Lang) -> Option<(Brief, BeforeLeaving)> {
        let (brief, to) = match power {
            "" => (self.desk().brief_for_all(on, lang), Readers::Press),
            power => {
                let brief = self.desk().brief(power, on, lang)?;
                let country = self.desk().country_of_power(power)?;
                (brief, Readers::Government(country.into()))
            }
        };
        let speech = Speech::of(lang);
        let of_any_house = brief.text_of_any_house(speech);
        let read = self.read_before_leaving(brief.text(speech), &of_any_house, to, lang);
        Some((brief, read))
    }

    /// Reads a text for those who will have it. `of_any_house` is what of it tells of nobody whom this
    /// house knows, as the words of a law: what is found in those alone would be found wherever they
    /// are printed, so it is told and does not hold the text back.
    pub(crate) fn read_before_leaving(
        &self,
        text: String,
        of_any_house: &str,
        to: Readers,
        lang: Lang,
    ) -> BeforeLeaving {
        let speech = Speech::of(lang);
        let checked = self.checked();
        let read = checked.and_then(|it| self.read_apart(&it, &text, of_any_house, to, lang));
        let (found, of_any_house, stopped) = match read {
            Ok((found, any)) => (found, any, self.not_everything(speech)),
            Err(why) => (vec![], vec![], Some(speech.say(stop(&why)))),
        };
        BeforeLeaving {
            text,
            country: government(to).map(|it| it.to_string()).unwrap_or_default(),
            found,
            of_any_house,
            stopped,
        }
    }

    /// What tells of this house, and what was found in the words of any.
    fn read_apart(
        &self,
        checked: &Checked,
        text: &str,
        of_any_house: &str,
        to: Readers,
        lang: Lang,
    ) -> Result<(Vec<SayFinding>, Vec<SayFinding>), Stop> {
        let verdict = checked.check(text, reader_of(to))?;
        let alone = checked.check(of_any_house, reader_of(to))?;
        let alike = |a: &Finding, b: &Finding| {
            (a.category, &a.subject, &a.reason) == (b.category, &b.subject, &b.reason)
        };
        let found = verdict.findings().iter();
        let (any, ours): (Vec<&Finding>, Vec<&Finding>) =
            found.partition(|it| alone.findings().iter().any(|other| alike(it, other)));
        let teller = Teller {
            reading: self.desk().reading(checked.on, lang),
            protected: &checked.protected,
            draft: text,
        };
        let told = |found: Vec<&Finding>| found.into_iter().map(|it| teller.finding(it)).collect();
        Ok((told(ours), told(any)))
    }
}

fn government(to: Readers) -> Option<CountryCode> {
    match to {
        Readers::Government(country) => Some(country.0),
        Readers::Press | Readers::Journalist | Readers::Donor => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_would_tell_something_is_held_back_with_its_reasons() {
        let office = Office::demo().expect("the shipped books are whole");
        let read = |text: &str, to| office.read_before_leaving(text.to_owned(), "", to, Lang::En);
        let small = read("Three people in our care still wait.", Readers::Press);
        assert!(!small.is_open());
        assert_eq!(small.found.len(), 1);
        assert!(!small.found[0].why.is_empty());
        // The demonstration talks with Estonia: Estonia knows, and Iceland does not.
        let talks = "We thank the Estonian government for its answer to our list.";
        let to = |code: &str| {
            let country = code.parse::<CountryCode>().expect("a code");
            read(talks, Readers::Government(country.into())).is_open()
        };
        assert!(to("EST"));
        assert!(!to("ISL"));
        assert!(!read(talks, Readers::Press).is_open());
        assert!(read("People in hiding wait for an answer.", Readers::Press).is_open());
        // The same words in a law are told, and hold nothing back.
        let text = || talks.to_owned();
        let law = office.read_before_leaving(text(), talks, Readers::Press, Lang::En);
        assert!(law.is_open());
        assert_eq!(law.of_any_house.len(), 1);
    }
}
