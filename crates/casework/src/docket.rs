use crate::content::{About, Key, body};
use crate::{Case, Day, Phrase};
use minicbor::{Decode, Encode};

/// That a case was opened, under which number colleagues speak of it.
///
/// Two devices that are apart may give one number twice; whoever shows cases must then tell them
/// apart.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Docket {
    /// The number.
    #[n(0)]
    pub number: u32,
    /// When the case was opened.
    #[n(1)]
    pub opened: Day,
    /// What is known, in a few sentences.
    #[n(2)]
    pub story: Phrase,
}

impl Case {
    /// The case's docket; nothing, if none stands. Of several the first that was learnt counts, so
    /// that a number stays what it was.
    pub fn docket(&self) -> Option<&Docket> {
        let all = self.standing::<Docket>();
        let first = all.min_by_key(|(noted, _)| (noted.learnt, noted.id));
        first.map(|(_, docket)| docket)
    }
}

body!(Docket, about | _ | About::Work, key | _ | Key::Event);
