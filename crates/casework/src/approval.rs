use crate::content::{About, Key, body};
use crate::{OperationId, Text};
use minicbor::{Decode, Encode};

/// A second person has looked at an entry. Nobody approves their own.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Approval {
    /// What was looked at.
    #[n(0)]
    pub of: OperationId,
    /// What they found.
    #[n(1)]
    pub found: Found,
    /// As what they looked at it. That a member is a lawyer is for the roster of the
    /// organisation to say; here it is a signed claim.
    #[n(2)]
    pub role: Role,
    /// In words.
    #[n(3)]
    pub note: Text,
}

/// What a second person found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Found {
    /// They agree.
    #[n(0)]
    Agrees,
    /// They do not agree.
    #[n(1)]
    Opposes,
}

/// As what a member speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Role {
    /// A caseworker.
    #[n(0)]
    Caseworker,
    /// A lawyer.
    #[n(1)]
    Lawyer,
}

body!(Approval, about | _ | About::Work, key | _ | Key::Event);
