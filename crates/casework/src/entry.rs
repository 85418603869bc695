use crate::content::Content;
use crate::{Moment, OperationId, Text};
use minicbor::{Decode, Encode};
use std::fmt;

/// What one signature stands under: something that is recorded, since when it was known, and what
/// it takes the place of.
///
/// Nothing is overwritten. An entry that replaces others leaves them where they are, and they show
/// what was thought before.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Entry {
    /// When we learnt it; if nothing is said, when it was written.
    #[n(0)]
    pub learnt: Option<Moment>,
    /// The entries in whose place it stands.
    #[n(1)]
    pub replaces: Vec<Replaced>,
    /// Why it stands there, in words. A correction without a reason is not applied.
    #[n(2)]
    pub reason: Option<Text>,
    /// What is recorded.
    #[n(3)]
    pub content: Content,
}

/// An earlier entry, and why another now stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Replaced {
    /// The earlier entry.
    #[n(0)]
    pub id: OperationId,
    /// Why.
    #[n(1)]
    pub why: Why,
}

/// Why an entry stands in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Why {
    /// It was so, and has changed since. Any member may see a change; what the vocabulary says can
    /// never change is contradicted by another member's change, and not ended.
    #[n(0)]
    Changed,
    /// It was never so. Only who wrote it may say this of it; another member disputes it.
    #[n(1)]
    Corrected,
}

impl Entry {
    /// Something new, in place of nothing.
    pub fn new(content: impl Into<Content>) -> Entry {
        Entry {
            learnt: None,
            replaces: Vec::new(),
            reason: None,
            content: content.into(),
        }
    }

    /// The same entry in place of others.
    pub fn in_place_of(mut self, why: Why, ids: impl IntoIterator<Item = OperationId>) -> Entry {
        let replaced = ids.into_iter().map(|id| Replaced { id, why });
        self.replaces.extend(replaced);
        self
    }

    /// The same entry, with the reason for which it stands in place of others.
    pub fn because(mut self, reason: &str) -> Entry {
        self.reason = Some(reason.into());
        self
    }

    /// The same entry, learnt before it was written.
    pub fn learnt_at(mut self, moment: Moment) -> Entry {
        self.learnt = Some(moment);
        self
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entry([sealed])")
    }
}
