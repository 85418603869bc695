use crate::content::{About, Key, body};
use crate::{Case, Country, Dated, PersonId, Text, ThingId};
use facts::{Date, PartialDate, Span, Truth};
use minicbor::{Decode, Encode};

/// A paper of a person: a passport, a visa, a birth certificate.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Paper {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// Whose.
    #[n(1)]
    pub person: PersonId,
    /// What kind, by its word in the vocabulary: `foreign_passport`.
    #[n(2)]
    pub kind: String,
    /// Which country issued it.
    #[n(3)]
    pub issuer: Country,
    /// The last day on which it is valid, as far as it is known.
    #[n(4)]
    pub valid_until: Option<Dated>,
    /// Who has it.
    #[n(5)]
    pub kept: Kept,
    /// In words.
    #[n(6)]
    pub note: Text,
}

/// Who has a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Kept {
    /// The person.
    #[n(0)]
    InOwnHands,
    /// We.
    #[n(1)]
    WithUs,
    /// Their family.
    #[n(2)]
    WithFamily,
    /// Those who hunt them.
    #[n(3)]
    WithPersecutor,
    /// An authority.
    #[n(4)]
    WithAuthority,
    /// It is lost.
    #[n(5)]
    Lost,
}

impl Case {
    /// The papers that will not be valid any more at the end of a span from a day on, and whether
    /// that is known. Those that run out first stand first; where two words on a paper differ,
    /// each counts.
    pub fn papers_ending(&self, on: Date, within: Span) -> Vec<(&Paper, Truth)> {
        let then = PartialDate::from(on).plus(within);
        let papers = self.things::<Paper>();
        let each = papers.values().flat_map(|standing| standing.each());
        let mut ending: Vec<(&Paper, Truth)> = each
            .map(|(_, paper)| (paper, paper.ends_before(then)))
            .filter(|(_, ends)| *ends != Truth::False)
            .collect();
        // What nobody knows comes after what is known.
        ending.sort_by_key(|(paper, ends)| (!ends.is_known(), paper.valid_until, paper.id));
        ending
    }
}

impl Paper {
    fn ends_before(&self, then: PartialDate) -> Truth {
        self.valid_until
            .map_or(Truth::Unknown, |until| until.0.is_before(then))
    }
}

body!(
    Paper,
    about | it | About::Person(it.person),
    key | it | Key::Thing(it.id)
);
