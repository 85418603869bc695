use crate::content::{About, Key, body};
use crate::{Text, ThingId};
use minicbor::{Decode, Encode};

/// How reliable a source about others is. There is none for the person's own account: a source is
/// somebody around them. Gradings never enter a packet.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Grade {
    /// The source, among the people around.
    #[n(0)]
    pub source: ThingId,
    /// How reliable it was so far.
    #[n(1)]
    pub reliability: Reliability,
    /// Why.
    #[n(2)]
    pub note: Text,
}

/// How reliable a source was so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Reliability {
    /// What it said has held.
    #[n(0)]
    Held,
    /// Some of it has.
    #[n(1)]
    Mixed,
    /// It has not.
    #[n(2)]
    DidNotHold,
    /// Nobody knows yet.
    #[n(3)]
    NotKnown,
}

body!(
    Grade,
    about | _ | About::Work,
    key | it | Key::Thing(it.source)
);
