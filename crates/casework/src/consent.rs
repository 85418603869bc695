use crate::content::{About, Key, body};
use crate::{Case, Day, PersonId, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};

/// What a person has agreed to, or not: one answer for each purpose.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Consent {
    /// Who is asked.
    #[n(0)]
    pub person: PersonId,
    /// To what.
    #[n(1)]
    pub to: Purpose,
    /// For hand-overs: to which partner.
    #[n(2)]
    pub partner: Option<ThingId>,
    /// What they answered.
    #[n(3)]
    pub answer: Answer,
    /// Who answered.
    #[n(4)]
    pub by: Consenter,
    /// In which language, by its BCP 47 tag.
    #[n(5)]
    pub language: String,
    /// Through which interpreter, among the people around.
    #[n(6)]
    pub interpreter: Option<ThingId>,
    /// Whether they were alone; nothing, if nobody noted it.
    #[n(7)]
    pub alone: Option<bool>,
    /// In their words.
    #[n(8)]
    pub words: Text,
    /// The first day on which it no longer holds.
    #[n(9)]
    pub until: Option<Day>,
}

/// To what consent is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Purpose {
    /// Keeping a record at all.
    #[n(0)]
    Record,
    /// Speaking with an embassy.
    #[n(1)]
    Embassy,
    /// Handing over to a partner.
    #[n(2)]
    HandOver,
    /// Telling those who were left behind.
    #[n(3)]
    TellFamily,
    /// Being counted in public figures.
    #[n(4)]
    Counted,
    /// Being told of in public, unnamed.
    #[n(5)]
    Public,
    /// Using their statement of having left freely.
    #[n(6)]
    LeavingFreely,
    /// An examination of injuries.
    #[n(7)]
    Examination,
    /// A journey.
    #[n(8)]
    Journey,
}

/// An answer to a question for consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Answer {
    /// Yes.
    #[n(0)]
    Given,
    /// No.
    #[n(1)]
    Refused,
    /// It was yes, and is no longer.
    #[n(2)]
    Withdrawn,
}

/// Who answers for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Consenter {
    /// They themself.
    #[n(0)]
    Themself,
    /// Their guardian, among the people around.
    #[n(1)]
    Guardian(#[n(0)] ThingId),
    /// A court.
    #[n(2)]
    Court,
}

/// Whether there is consent on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consented {
    /// Yes.
    Yes,
    /// They said no, or no longer.
    No,
    /// It has run out.
    RunOut,
    /// Several answers differ: no, until they are asked again.
    Contested,
    /// Who answered may not answer for this person, or nobody knows who may.
    NotByWhoMay,
    /// Nobody has asked.
    NotAsked,
}

impl Case {
    /// Whether a person consents to something on a day. Nothing but a plain yes is a yes.
    pub fn consents(
        &self,
        person: PersonId,
        to: Purpose,
        partner: Option<ThingId>,
        on: Date,
    ) -> Consented {
        let key = Key::Matter(person, to as u32, partner);
        let Some(standing) = self.thing::<Consent>(&key) else {
            return Consented::NotAsked;
        };
        let Some(consent) = standing.settled() else {
            return Consented::Contested;
        };
        match consent.answer {
            Answer::Refused | Answer::Withdrawn => Consented::No,
            Answer::Given if consent.until.is_some_and(|until| until.0 <= on) => Consented::RunOut,
            Answer::Given if !self.may_consent(person, consent.by) => Consented::NotByWhoMay,
            Answer::Given => Consented::Yes,
        }
    }
}

body!(
    Consent,
    about | it | About::Person(it.person),
    key | it | Key::Matter(it.person, it.to as u32, it.partner),
);
