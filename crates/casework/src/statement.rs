use crate::content::{About, Key, body, sealed};
use crate::{Country, Day, OperationId, Text};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

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
    /// Whence it came; nothing where one member remembered that it went out.
    #[n(4)]
    pub origin: Option<Origin>,
    /// The entry of the statement that it corrects.
    #[n(5)]
    pub corrects: Option<OperationId>,
}

/// Whence a statement came into the ledger.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Origin {
    /// Two members let a draft go out.
    #[n(0)]
    Draft {
        /// The entry of the wording that went out.
        #[n(0)]
        of: OperationId,
        /// Its figures, as a member has confirmed them.
        #[n(1)]
        figures: BTreeSet<Figure>,
    },
    /// Others said it of us: it is out all the same.
    #[n(1)]
    Others {
        /// Where it stood: a paper, a site.
        #[n(0)]
        source: Text,
    },
}

/// A figure of a statement, and what a member says that it counts.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Figure {
    /// As it stands in the text: `around 40`.
    #[n(0)]
    pub words: Text,
    /// What it counts.
    #[n(1)]
    pub counts: Text,
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
sealed!(Origin);
sealed!(Figure);
