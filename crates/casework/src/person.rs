use crate::PersonId;
use crate::content::{About, Key, body};
use minicbor::{Decode, Encode};

/// A person of the case: the principal applicant, or somebody of their family.
///
/// Each has facts, consents and secrets of their own. What one of them has told is not seen by
/// another, the principal applicant included, unless the one who told it shows it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Person {
    /// Who.
    #[n(0)]
    pub id: PersonId,
    /// Their part in the case.
    #[n(1)]
    pub part: Part,
    /// The language in which they are spoken with, by its BCP 47 tag: `ce`.
    #[n(2)]
    pub language: String,
}

/// A person's part in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Part {
    /// The one for whom routes are sought.
    #[n(0)]
    Principal,
    /// A member of their family.
    #[n(1)]
    Family(#[n(0)] Relation),
}

/// What a family member is to the principal applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Relation {
    /// Married to them.
    #[n(0)]
    Spouse,
    /// Their partner.
    #[n(1)]
    Partner,
    /// Their child, under 18.
    #[n(2)]
    ChildUnder18,
    /// Their child, grown up.
    #[n(3)]
    AdultChild,
    /// Their parent.
    #[n(4)]
    Parent,
    /// Their brother or sister.
    #[n(5)]
    Sibling,
    /// Another relative.
    #[n(6)]
    Other,
}

impl Relation {
    /// Every one.
    pub const ALL: &[Relation] = &[
        Relation::Spouse,
        Relation::Partner,
        Relation::ChildUnder18,
        Relation::AdultChild,
        Relation::Parent,
        Relation::Sibling,
        Relation::Other,
    ];

    /// Whether an application must name them. A spouse, partner or child who is left out may be
    /// shut out later.
    pub fn must_be_listed(self) -> bool {
        match self {
            Relation::Spouse
            | Relation::Partner
            | Relation::ChildUnder18
            | Relation::AdultChild => true,
            Relation::Parent | Relation::Sibling | Relation::Other => false,
        }
    }
}

body!(
    Person,
    about | it | About::Person(it.id),
    key | it | Key::Person(it.id)
);
