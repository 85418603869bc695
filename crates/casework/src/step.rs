use crate::content::{About, Key, body};
use crate::{Case, Country, Dated, Means, PersonId, Phrase, Signal};
use facts::Date;
use minicbor::{Decode, Encode};

/// Something that was done for a person, or that came of it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Step {
    /// For whom.
    #[n(0)]
    pub person: PersonId,
    /// When, as far as it is known.
    #[n(1)]
    pub on: Dated,
    /// By which pathway, by its id in the books; nothing, for what belongs to none.
    #[n(2)]
    pub pathway: Option<String>,
    /// What.
    #[n(3)]
    pub what: What,
    /// At or towards which country.
    #[n(4)]
    pub country: Option<Country>,
    /// In a sentence.
    #[n(5)]
    pub note: Phrase,
}

/// What a step was, or what came of one.
///
/// Refused on paper and refused at a border are never one number; discouraged is no refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum What {
    /// Asked whether one may apply.
    #[n(0)]
    Asked,
    /// Applied in form.
    #[n(1)]
    Applied,
    /// An authority refused, on paper.
    #[n(2)]
    Refused,
    /// An authority granted: a paper, not an arrival.
    #[n(3)]
    Granted,
    /// Somebody advised against it.
    #[n(4)]
    Discouraged,
    /// Decided not to apply, or not yet.
    #[n(5)]
    NotApplied,
    /// Took an application back.
    #[n(6)]
    Withdrawn,
    /// Left a country.
    #[n(7)]
    Left,
    /// Not let out.
    #[n(8)]
    NotLetOut,
    /// Not taken on board.
    #[n(9)]
    NotBoarded,
    /// Stopped on the way, and nothing more is known yet.
    #[n(10)]
    Stopped,
    /// Refused at the border and sent back to where they came from.
    #[n(11)]
    SentBack,
    /// Detained.
    #[n(12)]
    Detained,
    /// Arrived in a country.
    #[n(13)]
    Arrived,
    /// Returned to the country of origin, freely or not.
    #[n(14)]
    Returned,
    /// Lodged a claim for protection.
    #[n(15)]
    ClaimLodged,
    /// The claim was refused.
    #[n(16)]
    ClaimRefused,
    /// Protected.
    #[n(17)]
    Protected,
}

/// What an outcome counts as in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// As a refusal on paper.
    RefusedOnPaper,
    /// As a refusal on the way: at exit, on boarding, at a border.
    RefusedOnTheWay,
    /// As a grant.
    Granted,
    /// As an arrival.
    Arrived,
    /// As nothing: nobody decided.
    Nothing,
}

/// What was asked of an authority by one pathway, and what came of it. Four things stand apart: a
/// person may be discouraged and not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Asked {
    /// An application was made.
    pub applied: bool,
    /// It was refused on paper.
    pub refused: bool,
    /// It was granted.
    pub granted: bool,
    /// An official, or a step, discouraged it.
    pub discouraged: bool,
}

impl What {
    /// What it counts as.
    pub fn counts(self) -> Counts {
        match self {
            What::Refused | What::ClaimRefused => Counts::RefusedOnPaper,
            What::NotLetOut | What::NotBoarded | What::SentBack => Counts::RefusedOnTheWay,
            What::Granted | What::Protected => Counts::Granted,
            What::Arrived => Counts::Arrived,
            What::Asked
            | What::Applied
            | What::Discouraged
            | What::NotApplied
            | What::Withdrawn
            | What::Left
            | What::Stopped
            | What::Detained
            | What::Returned
            | What::ClaimLodged => Counts::Nothing,
        }
    }
}

impl Case {
    /// What was done for a person until a day, the earliest first.
    pub fn steps_until(&self, person: PersonId, on: Date) -> Vec<&Step> {
        let steps = self.standing::<Step>().map(|(_, step)| step);
        let mut steps: Vec<_> = steps
            .filter(|step| step.person == person && step.on.0.latest() <= on)
            .collect();
        steps.sort_by_key(|step| (step.on, step.what));
        steps
    }

    /// What was asked by one pathway until a day, and what came of it.
    pub fn asked(&self, person: PersonId, pathway: &str, on: Date) -> Asked {
        let mut asked = Asked::default();
        for step in self.steps_until(person, on) {
            if step.pathway.as_deref() != Some(pathway) {
                continue;
            }
            asked.applied |= step.what == What::Applied;
            asked.refused |= step.what == What::Refused;
            asked.granted |= step.what == What::Granted;
            asked.discouraged |= step.what == What::Discouraged;
        }
        let discourages = |signal: &Signal| {
            signal.means == Means::Discouraged
                && signal.on.0 <= on
                && signal.pathways.iter().any(|it| it == pathway)
                && signal.person.is_none_or(|it| it == person)
        };
        asked.discouraged |= self.standing::<Signal>().any(|(_, it)| discourages(it));
        asked
    }
}

body!(
    Step,
    about | it | About::Person(it.person),
    key | _ | Key::Event
);
