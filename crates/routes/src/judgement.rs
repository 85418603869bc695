//! What somebody judges of a chance that nobody has counted: a range, how sure they are of it, whose
//! judgement it is, of which day, and why.
//!
//! Judgements come from a user's own sealed file and nowhere else: none is in the books, and none is
//! shipped. People are surer than they are right; so each range is stretched to what they would have
//! said had they been nine tenths sure, and of several the widest ends hold for the worst case.
//!
//! # Source
//! V. Hemming and others (2018), "A practical guide to structured expert elicitation using the IDEA
//! protocol", Methods in Ecology and Evolution 9: ranges stretched in proportion to the stated
//! sureness. That the hull is taken, and what age does, is the program's own.

use crate::assumptions::Assumptions;
use crate::chance::{Chance, WHOLE};
use facts::{CountryCode, Date};
use law::Day;
use std::fmt;

/// What a judgement is about. A rule is named by its id; a family's id names all its members.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A grant by this rule; of a remedy, that an appeal is won.
    Grant(String),
    /// A claim for protection in this country, at its first decision.
    Claim(CountryCode),
    /// A journey as a visitor by this entry rule.
    Entry(String),
    /// A journey on the paper that this rule gives.
    Paper(String),
}

impl About {
    /// Whether what is judged of this is judged of that, which names one rule or country.
    fn holds(&self, one: &About) -> bool {
        let names = |known: &str, id: &str| known == id || id.split('[').next() == Some(known);
        match (self, one) {
            (About::Claim(country), About::Claim(other)) => country == other,
            (About::Grant(known), About::Grant(id))
            | (About::Entry(known), About::Entry(id))
            | (About::Paper(known), About::Paper(id)) => names(known, id),
            (About::Grant(_) | About::Claim(_) | About::Entry(_) | About::Paper(_), _) => false,
        }
    }
}

/// Of what the chance is judged: each of those who come so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// It is granted.
    Granted,
    /// The country in which they are lets them out.
    LetOut,
    /// They are boarded, and not sent back where they change planes.
    Boarded,
    /// The border lets them in.
    Admitted,
    /// They are handed to those who hunt, at any point of this step.
    HandedOver,
}

impl Event {
    /// Every event with its word in a file.
    pub const WORDS: [(&'static str, Event); 5] = [
        ("granted", Event::Granted),
        ("let_out", Event::LetOut),
        ("boarded", Event::Boarded),
        ("admitted", Event::Admitted),
        ("handed_over", Event::HandedOver),
    ];
}

/// One judgement. Its name and reason are for the page of whoever opened the file: nothing of it is
/// ever printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Judgement {
    /// What it is about.
    pub about: About,
    /// Of what.
    pub event: Event,
    /// At least so many of a hundred.
    pub at_least: u32,
    /// At most so many of a hundred; more than at least.
    pub at_most: u32,
    /// So many of a hundred such ranges hold, as whoever judges believes: at least fifty.
    pub sure: u32,
    /// Whose judgement it is.
    pub by: String,
    /// On which day.
    pub on: Date,
    /// Why, in a sentence.
    pub why: String,
}

impl fmt::Debug for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

impl Judgement {
    /// The chance that it stands for on a day: stretched to the sureness that is assumed, and once
    /// more to double its width for each shelf life that has passed since.
    pub fn taken(&self, on: Date, assumed: &Assumptions) -> Chance {
        let point = u64::from(WHOLE / 100);
        let (least, most) = (
            u64::from(self.at_least) * point,
            u64::from(self.at_most) * point,
        );
        // Whoever was surer than that is not narrowed.
        let (wanted, sure) = (u64::from(assumed.judged_sure), u64::from(self.sure.max(1)));
        let width = most.saturating_sub(least);
        let width = (width * wanted.max(sure)).div_ceil(sure);
        let lives = months_between(self.on, on) / assumed.judgement_shelf_months.max(1);
        // Seven doublings of the narrowest range are wider than everything.
        let width = width << lives.min(7);
        let more = (width - most.saturating_sub(least)).div_ceil(2);
        let end = |millionths: u64| u32::try_from(millionths).unwrap_or(WHOLE).min(WHOLE);
        let (lo, hi) = (end(least.saturating_sub(more)), end(most + more));
        Chance::between(lo, hi).unwrap_or(Chance::UNKNOWN)
    }

    /// Whether so much time has passed that it is widened.
    pub fn is_past_its_shelf_life(&self, on: Date, assumed: &Assumptions) -> bool {
        months_between(self.on, on) >= assumed.judgement_shelf_months.max(1)
    }
}

/// Whole months from one day to another; none backwards.
fn months_between(from: Date, to: Date) -> u32 {
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12
        + (i32::from(to.month()) - i32::from(from.month()))
        - i32::from(to.day() < from.day());
    u32::try_from(months).unwrap_or_default()
}

/// The judgements of a file.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Judgements {
    all: Vec<Judgement>,
}

impl fmt::Debug for Judgements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

impl Judgements {
    /// All of these.
    pub fn of(all: Vec<Judgement>) -> Judgements {
        Judgements { all }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every one, in the order of the file.
    pub fn all(&self) -> &[Judgement] {
        &self.all
    }

    /// Those that speak of an event of one rule or country on a day, in the order of the file: made by
    /// the day on which one knew; of one person about the same, those of their last day alone.
    pub fn on(&self, about: &About, event: Event, day: Day) -> Vec<&Judgement> {
        let speaks = |one: &&Judgement| {
            one.event == event && one.on <= day.known_on && one.about.holds(about)
        };
        let spoken: Vec<&Judgement> = self.all.iter().filter(speaks).collect();
        let is_last = |one: &&Judgement| {
            let later = |other: &&Judgement| {
                other.by == one.by && other.about == one.about && other.on > one.on
            };
            !spoken.iter().any(later)
        };
        spoken.iter().copied().filter(is_last).collect()
    }

    /// What is judged of an event: the hull of all that speak of it; nothing, where none does.
    pub fn chance(
        &self,
        about: &About,
        event: Event,
        day: Day,
        assumed: &Assumptions,
    ) -> Option<Chance> {
        if self.all.is_empty() || !assumed.judgements {
            return None;
        }
        let spoken = self.on(about, event, day).into_iter();
        let taken = spoken.map(|one| one.taken(day.on, assumed));
        taken.reduce(Chance::hull)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn judged(range: (u32, u32), sure: u32, by: &str, on: &str) -> Judgement {
        Judgement {
            about: About::Grant("lt.visa.humanitarian".to_owned()),
            event: Event::Granted,
            at_least: range.0,
            at_most: range.1,
            sure,
            by: by.to_owned(),
            on: day(on),
            why: "Three people were let in.".to_owned(),
        }
    }

    fn taken(judgement: &Judgement, on: &str) -> (u32, u32) {
        let chance = judgement.taken(day(on), &Assumptions::default());
        (chance.lo(), chance.hi())
    }

    /// Worked out by hand: the half of a range grows by 90 over the sureness; then doubles each year.
    #[test]
    fn a_range_is_stretched_by_its_sureness_and_widens_with_every_shelf_life() {
        let sixty = judged((40, 60), 60, "Vera", "2017-05-01");
        // 20 points become 30.
        assert_eq!(taken(&sixty, "2017-05-17"), (350_000, 650_000));
        assert_eq!(taken(&sixty, "2018-04-30"), (350_000, 650_000));
        assert_eq!(taken(&sixty, "2018-05-01"), (200_000, 800_000));
        assert_eq!(taken(&sixty, "2019-05-01"), (0, WHOLE));
        // Surer than ninety of a hundred: as it was said.
        let sure = judged((40, 60), 95, "Vera", "2017-05-01");
        assert_eq!(taken(&sure, "2017-05-17"), (400_000, 600_000));
        // At the edge only one end has room.
        let high = judged((90, 100), 50, "Vera", "2017-05-01");
        assert_eq!(taken(&high, "2017-05-17"), (860_000, WHOLE));
    }

    #[test]
    fn of_several_people_the_hull_is_taken_and_of_one_the_last_word() {
        let about = About::Grant("lt.visa.humanitarian".to_owned());
        let on = |known_on: &str| Day {
            on: day("2017-05-17"),
            known_on: day(known_on),
        };
        let all = Judgements::of(vec![
            judged((0, 90), 90, "Vera", "2017-03-01"),
            judged((40, 60), 90, "Vera", "2017-04-01"),
            judged((50, 80), 90, "Oleg", "2017-05-01"),
        ]);
        let ends = |known_on| {
            let chance = all.chance(
                &about,
                Event::Granted,
                on(known_on),
                &Assumptions::default(),
            );
            chance.map(|chance| (chance.lo() / 10_000, chance.hi() / 10_000))
        };
        assert_eq!(ends("2017-05-17"), Some((40, 80)));
        // No hindsight: Oleg had not spoken yet, then Vera had not thought again, then nobody.
        assert_eq!(ends("2017-04-30"), Some((40, 60)));
        assert_eq!(ends("2017-03-31"), Some((0, 90)));
        assert_eq!(ends("2017-02-28"), None);
        assert_eq!(
            all.chance(
                &about,
                Event::HandedOver,
                on("2017-05-17"),
                &Assumptions::default()
            ),
            None
        );
        let aside = Assumptions {
            judgements: false,
            ..Assumptions::default()
        };
        assert_eq!(
            all.chance(&about, Event::Granted, on("2017-05-17"), &aside),
            None
        );
    }

    #[test]
    fn a_family_is_judged_by_its_name_and_one_member_by_its_own() {
        let entry = |id: &str| About::Entry(id.to_owned());
        let one = entry("any.entry.visa_free[ARM]");
        assert!(entry("any.entry.visa_free").holds(&one) && one.holds(&one));
        assert!(!entry("any.entry.visa_free[GEO]").holds(&one));
        assert!(!entry("any.entry").holds(&one));
        assert!(!About::Paper("any.entry.visa_free".to_owned()).holds(&one));
    }

    #[test]
    fn nothing_of_a_judgement_is_printed_by_accident() {
        let one = judged((40, 60), 60, "Vera", "2017-05-01");
        assert_eq!(format!("{one:?}"), "[sealed]");
        assert_eq!(format!("{:?}", Judgements::of(vec![one])), "[sealed]");
    }

    proptest! {
        #[test]
        fn what_is_taken_holds_what_was_said_and_only_widens(
            a in 0..=100_u32, b in 0..=100_u32, sure in 50..=100_u32, years in 2017..2030_i16,
        ) {
            let one = judged((a.min(b), a.max(b)), sure, "Vera", "2017-05-01");
            let on = Date::constant(years, 5, 2);
            let assumed = Assumptions::default();
            let (now, later) = (one.taken(on, &assumed), one.taken(Date::constant(years + 1, 5, 2), &assumed));
            let point = WHOLE / 100;
            prop_assert!(now.lo() <= a.min(b) * point && a.max(b) * point <= now.hi());
            prop_assert!(later.lo() <= now.lo() && now.hi() <= later.hi());
        }
    }
}
