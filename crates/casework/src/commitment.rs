use crate::content::{About, Key, body};
use crate::{Case, Day, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};

/// Something that was promised, and by when: "they will support us in other ways".
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Commitment {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// Who promised.
    #[n(1)]
    pub by: Text,
    /// In which talk.
    #[n(2)]
    pub talk: Option<ThingId>,
    /// What.
    #[n(3)]
    pub what: Text,
    /// By which day it is to be kept.
    #[n(4)]
    pub due: Day,
    /// How it stands.
    #[n(5)]
    pub state: Promise,
}

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Promise {
    /// It is open.
    #[n(0)]
    Open,
    /// It was kept.
    #[n(1)]
    Kept,
    /// It was broken.
    #[n(2)]
    Broken,
    /// We let them off.
    #[n(3)]
    Released,
}

impl Case {
    /// Promises that are open and due until a day, the oldest first.
    pub fn promises_due(&self, on: Date) -> Vec<&Commitment> {
        let things = self.things::<Commitment>();
        let each = things.values().flat_map(|standing| standing.each());
        let is_due = |it: &&Commitment| it.state == Promise::Open && it.due.0 <= on;
        let mut due: Vec<_> = each.map(|(_, it)| it).filter(is_due).collect();
        due.sort_by_key(|it| (it.due, it.id));
        due
    }
}

body!(
    Commitment,
    about | _ | About::Work,
    key | it | Key::Thing(it.id)
);
