//! Whatever is made to leave the house is read first, as a draft is, for those who will read it.
//!
//! A sheet is built from safe counts and public law. It is read all the same: what was said before may
//! make a safe count telling, and a rule that nobody thought of is caught by one that somebody did.

use super::told::{Teller, stop};
use super::{Checked, reader_of};
use crate::office::Office;
use crate::view::{BeforeLeaving, Brief, SayFinding, SheetPage};
use crate::{CaseNumber, Lang, Speech};
use casework::Readers;
use disclosure::{CountryHandle, Finding, Reason, Stop, Verdict};
use facts::{CountryCode, Date};

/// What of a text tells of nobody whom this house knows, so that any house could print it.
#[derive(Clone, Copy)]
pub(crate) enum AnyHouse<'t> {
    /// What these words alone would tell, as those of a law: it is found wherever they are printed.
    Words(&'t str),
    /// That a country is named: a sheet of routes names those of the law, whether we speak with them or not.
    Countries,
}

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
        let any = AnyHouse::Words(&of_any_house);
        let read = self.read_before_leaving(brief.text(speech), any, to, lang);
        Some((brief, read))
    }

    /// The sheet for one person, with what whoever finds the paper would learn by it: anybody may.
    pub fn sheet(
        &self,
        number: CaseNumber,
        on: Date,
        lang: Lang,
    ) -> Option<(SheetPage, BeforeLeaving)> {
        let sheet = self.desk().sheet(number, on, lang)?;
        let text = sheet.text(Speech::of(lang));
        let read = self.read_before_leaving(text, AnyHouse::Countries, Readers::Press, lang);
        Some((sheet, read))
    }

    /// Reads a text for those who will have it. What is found of it that any house could print is told
    /// and does not hold the text back.
    pub(crate) fn read_before_leaving(
        &self,
        text: String,
        of_any_house: AnyHouse<'_>,
        to: Readers,
        lang: Lang,
    ) -> BeforeLeaving {
        let speech = Speech::of(lang);
        let checked = self.checked();
        let read = checked.and_then(|it| self.read_apart(&it, &text, of_any_house, to, lang));
        let (found, of_any_house, stopped) = match read {
            // A sheet of routes holds nothing of other cases, also of those that this person may not read.
            Ok((found, any)) => match of_any_house {
                AnyHouse::Words(_) => (found, any, self.not_everything(speech)),
                AnyHouse::Countries => (found, any, None),
            },
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
        of_any_house: AnyHouse<'_>,
        to: Readers,
        lang: Lang,
    ) -> Result<(Vec<SayFinding>, Vec<SayFinding>), Stop> {
        let verdict = checked.check(text, reader_of(to))?;
        let alone = match of_any_house {
            AnyHouse::Words(words) => checked.check(words, reader_of(to))?,
            AnyHouse::Countries => Verdict::NothingFound,
        };
        let alike = |a: &Finding, b: &Finding| {
            (a.category, &a.subject, &a.reason) == (b.category, &b.subject, &b.reason)
        };
        let any_prints = |it: &&Finding| match of_any_house {
            AnyHouse::Words(_) => alone.findings().iter().any(|other| alike(it, other)),
            AnyHouse::Countries => it.reason == Reason::Country(CountryHandle::Name),
        };
        let found = verdict.findings().iter();
        let (any, ours): (Vec<&Finding>, Vec<&Finding>) = found.partition(any_prints);
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

    const NOTHING: AnyHouse<'static> = AnyHouse::Words("");

    #[test]
    fn a_text_that_would_tell_something_is_held_back_with_its_reasons() {
        let office = Office::demo().expect("the shipped books are whole");
        let read =
            |text: &str, to| office.read_before_leaving(text.to_owned(), NOTHING, to, Lang::En);
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
        let words = AnyHouse::Words(talks);
        let law = office.read_before_leaving(text(), words, Readers::Press, Lang::En);
        assert!(law.is_open());
        assert_eq!(law.of_any_house.len(), 1);
    }

    #[test]
    fn the_sheets_of_the_demonstration_tell_whoever_finds_one_of_nobody() {
        let office = Office::demo().expect("the shipped books are whole");
        let on = Date::constant(2017, 5, 17);
        for lang in Lang::ALL {
            for number in (1..=47).map(CaseNumber) {
                let (_, read) = office.sheet(number, on, lang).expect("a case");
                let told: Vec<&String> = read.found.iter().map(|it| &it.words).collect();
                assert!(read.is_open(), "{number:?} {lang:?}: {told:?}");
            }
        }
    }

    #[test]
    fn a_sheet_that_would_name_its_bearer_is_held_back_and_one_that_names_a_country_is_not() {
        let office = Office::demo().expect("the shipped books are whole");
        let read = |text: &str| {
            let text = text.to_owned();
            office.read_before_leaving(text, AnyHouse::Countries, Readers::Press, Lang::En)
        };
        assert!(!read("Three people in our care still wait.").is_open());
        let country = read("We wait for the answer of Estonia to our list.");
        assert!(country.is_open());
        assert_eq!(country.of_any_house.len(), 1);
    }
}
