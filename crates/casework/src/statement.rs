use crate::content::{About, Key, body};
use crate::{Country, Day, Text};
use minicbor::{Decode, Encode};

/// Something that the organisation has said, in its own words and for good: later drafts are read
/// against it, for what is said once can be subtracted from what is said next.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Statement {
    /// Its words, as they went out.
    #[n(0)]
    pub text: Text,
    /// The language they are in, by its code: `en`.
    #[n(1)]
    pub language: String,
    /// To whom.
    #[n(2)]
    pub to: Readers,
    /// The day on which it went out.
    #[n(3)]
    pub on: Day,
}

/// Who reads a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Readers {
    /// Anyone.
    #[n(0)]
    Press,
    /// One journalist, on whatever terms.
    #[n(1)]
    Journalist,
    /// Those who pay.
    #[n(2)]
    Donor,
    /// A government.
    #[n(3)]
    Government(#[n(0)] Country),
}

body!(Statement, about | _ | About::Work, key | _ | Key::Event);
