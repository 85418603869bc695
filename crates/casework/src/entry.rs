use crate::content::Content;
use crate::{Moment, OperationId};
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
    /// What is recorded.
    #[n(2)]
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
    /// It was so, and has changed since. Any member may see a change.
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
            content: content.into(),
        }
    }

    /// The same entry in place of others.
    pub fn in_place_of(mut self, why: Why, ids: impl IntoIterator<Item = OperationId>) -> Entry {
        let replaced = ids.into_iter().map(|id| Replaced { id, why });
        self.replaces.extend(replaced);
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
