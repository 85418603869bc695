use crate::content::{About, Key, body};
use crate::{Case, MemberId, Text};
use minicbor::{Decode, Encode};

/// How a member wants to be called among colleagues. It is about whoever signs it, and nobody can say
/// it of another.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Colleague {
    /// The name; a made-up one will do.
    #[n(0)]
    pub name: Text,
}

impl Case {
    /// How a member is called: as they said last.
    pub fn colleague(&self, member: MemberId) -> Option<&Text> {
        let own = self.standing::<Colleague>();
        let own = own.filter(|(noted, _)| noted.member == member);
        let last = own.max_by_key(|(noted, _)| (noted.learnt, noted.id));
        last.map(|(_, colleague)| &colleague.name)
    }
}

body!(Colleague, about | _ | About::Work, key | _ | Key::Event);
