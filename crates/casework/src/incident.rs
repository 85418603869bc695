use crate::content::{About, Key, body};
use crate::{Country, Dated, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// Something that was done to a person, in their own words.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Incident {
    /// To whom.
    #[n(0)]
    pub person: PersonId,
    /// When it began, as far as it is known.
    #[n(1)]
    pub from: Dated,
    /// When it was over, if it lasted.
    #[n(2)]
    pub to: Option<Dated>,
    /// In which country.
    #[n(3)]
    pub country: Option<Country>,
    /// By whom, among the people around.
    #[n(4)]
    pub by: BTreeSet<ThingId>,
    /// What it did.
    #[n(5)]
    pub harm: BTreeSet<Harm>,
    /// In their own words.
    #[n(6)]
    pub own_words: Text,
    /// The language of those words, by its BCP 47 tag.
    #[n(7)]
    pub language: String,
    /// Whom it was reported to, and what came of that.
    #[n(8)]
    pub reported: Text,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Harm {
    /// A threat.
    #[n(0)]
    Threat,
    /// Money was demanded.
    #[n(1)]
    Extortion,
    /// They were made known to others.
    #[n(2)]
    MadeKnown,
    /// They were hurt.
    #[n(3)]
    Hurt,
    /// They were held.
    #[n(4)]
    Held,
    /// They were tortured.
    #[n(5)]
    Tortured,
    /// Somebody close was harmed.
    #[n(6)]
    OthersHarmed,
    /// A charge was invented.
    #[n(7)]
    InventedCharge,
}

body!(
    Incident,
    about | it | About::Person(it.person),
    key | _ | Key::Event
);
