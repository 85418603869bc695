use crate::content::{About, Key, body};
use crate::{Case, Chain, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// Whether one element of a person's claim is supported. Never a mark for what they say: a
/// contradiction is for the person and a lawyer to explain.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Support {
    /// Whose claim.
    #[n(0)]
    pub person: PersonId,
    /// Which element.
    #[n(1)]
    pub element: Element,
    /// Whether it is supported.
    #[n(2)]
    pub state: Supported,
    /// By which evidence; their own account supports without any.
    #[n(3)]
    pub by: BTreeSet<ThingId>,
    /// In words.
    #[n(4)]
    pub note: Text,
}

/// An element of a claim for protection.
///
/// # Source
/// Convention relating to the Status of Refugees (1951), Article 1 A (2) and 1 F; the alternative
/// inside the country as in UNHCR's Guidelines No. 4 (2003). General knowledge, unverified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Element {
    /// Outside the country of nationality.
    #[n(0)]
    Outside,
    /// A fear that is well founded.
    #[n(1)]
    WellFoundedFear,
    /// Of persecution.
    #[n(2)]
    Persecution,
    /// For a ground of the Convention.
    #[n(3)]
    Ground,
    /// The state cannot or will not protect.
    #[n(4)]
    NoProtection,
    /// No safe part of the country.
    #[n(5)]
    NoInternalAlternative,
    /// Nothing excludes them.
    #[n(6)]
    NotExcluded,
}

/// Whether an element is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Supported {
    /// Something supports it.
    #[n(0)]
    Yes,
    /// Nothing does, and it was asked.
    #[n(1)]
    No,
    /// Nobody has asked.
    #[n(2)]
    NotYetAsked,
}

/// How an element stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ElementState {
    /// Supported.
    Supported,
    /// Supported by evidence that was taken back, doubted or altered since.
    Shaken,
    /// Asked, and not supported.
    NotSupported,
    /// Nobody has asked.
    NotYetAsked,
    /// Several say different things.
    Contested,
}

impl Element {
    /// Every element.
    pub const ALL: &[Element] = &[
        Element::Outside,
        Element::WellFoundedFear,
        Element::Persecution,
        Element::Ground,
        Element::NoProtection,
        Element::NoInternalAlternative,
        Element::NotExcluded,
    ];
}

impl Case {
    /// How each element of a person's claim stands.
    pub fn support(&self, person: PersonId) -> BTreeMap<Element, ElementState> {
        let state = |element: &Element| {
            let key = Key::Matter(person, *element as u32, None);
            let Some(standing) = self.thing::<Support>(&key) else {
                return ElementState::NotYetAsked;
            };
            match standing.settled() {
                None => ElementState::Contested,
                Some(support) => self.element_state(support),
            }
        };
        let elements = Element::ALL.iter();
        elements.map(|element| (*element, state(element))).collect()
    }

    fn element_state(&self, support: &Support) -> ElementState {
        match support.state {
            Supported::No => ElementState::NotSupported,
            Supported::NotYetAsked => ElementState::NotYetAsked,
            Supported::Yes if support.by.iter().all(|id| self.is_sound(*id)) => {
                ElementState::Supported
            }
            Supported::Yes => ElementState::Shaken,
        }
    }

    /// Whether a piece of evidence still stands, undoubted, in whole custody.
    fn is_sound(&self, evidence: ThingId) -> bool {
        let standing = self.thing::<crate::Evidence>(&Key::Thing(evidence));
        let doubted =
            standing.is_none_or(|it| it.each().iter().any(|(noted, _)| noted.is_doubted()));
        !doubted && matches!(self.custody(evidence), Chain::Whole(_))
    }
}

body!(
    Support,
    about | _ | About::Work,
    key | it | Key::Matter(it.person, it.element as u32, None),
);
