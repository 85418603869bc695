use crate::content::{About, Key, body};
use crate::{Case, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};

/// What somebody is known as beside their code name: a name, a telephone, a user name.
///
/// A person has many, and they do not contradict each other. They are kept so that a case is found
/// again, and so that no statement tells one of them by chance; they never leave with a packet.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct KnownAs {
    /// Whose; or around whom the one is whose it is.
    #[n(0)]
    pub person: PersonId,
    /// Somebody around the person, if it is not the person's own.
    #[n(1)]
    pub around: Option<ThingId>,
    /// The name or number, as it is written.
    #[n(2)]
    pub name: Text,
    /// What it is.
    #[n(3)]
    pub of: NameKind,
}

/// What somebody is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum NameKind {
    /// The name in their papers, in any script.
    #[n(0)]
    Legal,
    /// What they are called at home.
    #[n(1)]
    AtHome,
    /// What friends call them.
    #[n(2)]
    Nickname,
    /// A name on a network.
    #[n(3)]
    UserName,
    /// Initials.
    #[n(4)]
    Initials,
    /// A telephone.
    #[n(5)]
    Telephone,
    /// An address of mail.
    #[n(6)]
    Mail,
    /// Anything else.
    #[n(7)]
    Other,
}

impl Case {
    /// What a person themselves is known as, in the order in which it was learnt.
    pub fn known_as(&self, person: PersonId) -> Vec<&KnownAs> {
        let all = self.standing::<KnownAs>();
        let mut own: Vec<_> = all
            .filter(|(_, it)| it.person == person && it.around.is_none())
            .collect();
        own.sort_by_key(|(noted, _)| (noted.learnt, noted.id));
        own.into_iter().map(|(_, it)| it).collect()
    }
}

body!(
    KnownAs,
    about | it | About::Person(it.person),
    key | _ | Key::Event
);
