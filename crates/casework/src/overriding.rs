use crate::content::{About, Key, body};
use crate::{Marked, OperationId, Text};
use minicbor::{Decode, Encode};

/// A member answers for one thing that a check marked in a draft. It holds for that very text, and
/// only once another member has signed it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Override {
    /// The entry of the draft's wording.
    #[n(0)]
    pub of: OperationId,
    /// What was marked.
    #[n(1)]
    pub finding: Marked,
    /// Why it may be said all the same.
    #[n(2)]
    pub because: Text,
}

body!(Override, about | _ | About::Work, key | _ | Key::Event);
