use crate::content::{About, Key, body};
use crate::{Day, PersonId, Text};
use facts::{Date, Span, add_span};
use minicbor::{Decode, Encode};

/// How far a person has come, and since when.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Progress {
    /// Who.
    #[n(0)]
    pub person: PersonId,
    /// How far.
    #[n(1)]
    pub stage: Stage,
    /// Since when.
    #[n(2)]
    pub since: Day,
    /// In a sentence.
    #[n(3)]
    pub note: Text,
}

/// A stage on the way, or aside of it. Arrival is the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Stage {
    /// Heard of.
    #[n(0)]
    HeardOf,
    /// Safe tonight.
    #[n(1)]
    SafeTonight,
    /// Being vetted.
    #[n(2)]
    Vetting,
    /// Planning.
    #[n(3)]
    Planning,
    /// Applied.
    #[n(4)]
    Applied,
    /// Ready to leave.
    #[n(5)]
    ReadyToLeave,
    /// Travelling.
    #[n(6)]
    Travelling,
    /// Arrived.
    #[n(7)]
    Arrived,
    /// Claim lodged.
    #[n(8)]
    ClaimLodged,
    /// Protected.
    #[n(9)]
    Protected,
    /// Settled.
    #[n(10)]
    Settled,
    /// Aside: nobody has heard from them.
    #[n(11)]
    LostContact,
    /// Aside: we said no.
    #[n(12)]
    DeclinedByUs,
    /// Aside: they went no further.
    #[n(13)]
    Withdrew,
    /// Aside: back in the country of origin.
    #[n(14)]
    Returned,
    /// Aside: died.
    #[n(15)]
    Died,
}

/// Days after an arrival on which a trusted contact is agreed.
pub const CONTACTS_AFTER_ARRIVAL: [i32; 4] = [1, 7, 30, 90];

impl Stage {
    /// Whether it lies aside of the way.
    pub fn is_aside(self) -> bool {
        match self {
            Stage::LostContact
            | Stage::DeclinedByUs
            | Stage::Withdrew
            | Stage::Returned
            | Stage::Died => true,
            Stage::HeardOf
            | Stage::SafeTonight
            | Stage::Vetting
            | Stage::Planning
            | Stage::Applied
            | Stage::ReadyToLeave
            | Stage::Travelling
            | Stage::Arrived
            | Stage::ClaimLodged
            | Stage::Protected
            | Stage::Settled => false,
        }
    }
}

impl Progress {
    /// The days on which somebody who has arrived is called, from a day on.
    pub fn contacts_after_arrival(&self, from: Date) -> Vec<Date> {
        if self.stage != Stage::Arrived {
            return Vec::new();
        }
        let days = CONTACTS_AFTER_ARRIVAL.map(|n| add_span(self.since.0, Span::Days(n)));
        days.into_iter().filter(|day| *day >= from).collect()
    }
}

body!(
    Progress,
    about | it | About::Person(it.person),
    key | it | Key::Person(it.person)
);
