use crate::content::{About, Key, body};
use crate::{OperationId, Text};
use minicbor::{Decode, Encode};

/// An author takes an entry of theirs back: it is shown as taken back, and counts no more.
///
/// A retraction itself cannot be taken back; what is true after all is recorded anew.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Retraction {
    /// What is taken back.
    #[n(0)]
    pub of: OperationId,
    /// Why.
    #[n(1)]
    pub why: Text,
}

body!(Retraction, about | _ | About::Work, key | _ | Key::Event);
