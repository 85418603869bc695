use crate::content::{About, Key, body};
use crate::{OperationId, Text};
use minicbor::{Decode, Encode};

/// Somebody doubts an entry. It is contested from then on, until the dispute is taken back or the
/// entry is corrected.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Dispute {
    /// What is doubted.
    #[n(0)]
    pub of: OperationId,
    /// Why.
    #[n(1)]
    pub why: Text,
}

body!(Dispute, about | _ | About::Work, key | _ | Key::Event);
