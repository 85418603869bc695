use crate::content::{About, Key, body};
use crate::{Country, MemberId, Terms, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// A talk with a government or a partner: who with, what is asked, what is offered, and who knows
/// of it at all.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Talk {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// With whom.
    #[n(1)]
    pub with: Counterpart,
    /// How it stands.
    #[n(2)]
    pub state: TalkState,
    /// On what terms.
    #[n(3)]
    pub terms: Terms,
    /// Their people.
    #[n(4)]
    pub contacts: Text,
    /// What we ask.
    #[n(5)]
    pub asked: Text,
    /// What they offer.
    #[n(6)]
    pub offered: Text,
    /// Members who may know of it.
    #[n(7)]
    pub known_to: BTreeSet<MemberId>,
}

/// With whom a talk is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Counterpart {
    /// A government.
    #[n(0)]
    Government(#[n(0)] Country),
    /// A partner.
    #[n(1)]
    Partner(#[n(0)] ThingId),
}

/// How a talk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum TalkState {
    /// We look for somebody to talk to.
    #[n(0)]
    Sought,
    /// It goes on.
    #[n(1)]
    Open,
    /// It rests.
    #[n(2)]
    Paused,
    /// It is over.
    #[n(3)]
    Ended,
}

body!(Talk, about | _ | About::Work, key | it | Key::Thing(it.id));
