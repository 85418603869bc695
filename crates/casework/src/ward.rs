use crate::consent::Consenter;
use crate::content::{About, Key, body};
use crate::{Around, Case, PersonId, Text, ThingId, Tie};
use facts::Truth;
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// Somebody who cannot consent alone: a child, or a grown person under their family's guard.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Ward {
    /// Who.
    #[n(0)]
    pub person: PersonId,
    /// How their age is known.
    #[n(1)]
    pub age: Age,
    /// Who may consent for them. Nobody is assumed.
    #[n(2)]
    pub may_consent: Option<Consenter>,
    /// A lawyer for the protection of children, among the people around.
    #[n(3)]
    pub lawyer: Option<ThingId>,
    /// Why what is planned is best for them.
    #[n(4)]
    pub best_interests: Option<Text>,
}

/// How an age is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Age {
    /// They said it.
    #[n(0)]
    Stated,
    /// A paper shows it.
    #[n(1)]
    Documented,
    /// It is doubted.
    #[n(2)]
    Doubted,
    /// Of age, and under guard.
    #[n(3)]
    OfAge,
}

/// What is missing before a step across a border may be planned for somebody who cannot consent
/// alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BorderGap {
    /// Nobody has asked whether they are a child.
    NotAsked,
    /// Several notes on who may consent differ.
    Contested,
    /// Their age is doubted.
    AgeDoubted,
    /// It is not recorded who may consent.
    NobodyMayConsent,
    /// The guardian is among those they fear, or nobody has asked.
    GuardianFeared,
    /// There is no lawyer for the protection of children.
    NoLawyer,
    /// Nobody has written why it is best for them.
    NoBestInterests,
}

impl Case {
    /// What is missing before a step across a border, if the person is a child (`minor` as the
    /// law reads it) or under guard. A note that says so counts before the fact.
    pub fn border_gaps(&self, person: PersonId, minor: Truth) -> BTreeSet<BorderGap> {
        let Some(standing) = self.thing::<Ward>(&Key::Person(person)) else {
            return match minor {
                Truth::False => BTreeSet::new(),
                Truth::Unknown => BTreeSet::from([BorderGap::NotAsked]),
                Truth::True => BTreeSet::from([
                    BorderGap::NobodyMayConsent,
                    BorderGap::NoLawyer,
                    BorderGap::NoBestInterests,
                ]),
            };
        };
        let contested = standing.settled().is_none().then_some(BorderGap::Contested);
        let each = standing.each();
        let gaps = each.iter().flat_map(|(_, ward)| self.gaps_of(ward));
        gaps.chain(contested).collect()
    }

    /// Whether somebody may answer for a person: they themself if no note says otherwise, and else
    /// who every note names, unless it is a guardian whom they may fear.
    pub(crate) fn may_consent(&self, person: PersonId, by: Consenter) -> bool {
        let Some(standing) = self.thing::<Ward>(&Key::Person(person)) else {
            return by == Consenter::Themself;
        };
        let named = |ward: &Ward| ward.may_consent == Some(by);
        standing.each().iter().all(|(_, ward)| named(ward)) && !self.is_feared(by)
    }

    fn gaps_of(&self, ward: &Ward) -> Vec<BorderGap> {
        let feared = ward.may_consent.is_some_and(|by| self.is_feared(by));
        let is_child = ward.age != Age::OfAge;
        let written = ward
            .best_interests
            .as_ref()
            .is_some_and(|it| !it.is_empty());
        let gaps = [
            (ward.age == Age::Doubted, BorderGap::AgeDoubted),
            (ward.may_consent.is_none(), BorderGap::NobodyMayConsent),
            (feared, BorderGap::GuardianFeared),
            (is_child && ward.lawyer.is_none(), BorderGap::NoLawyer),
            (is_child && !written, BorderGap::NoBestInterests),
        ];
        let missing = gaps.into_iter().filter(|(is_missing, _)| *is_missing);
        missing.map(|(_, gap)| gap).collect()
    }

    /// Whether a guardian is feared, or nobody has asked.
    fn is_feared(&self, by: Consenter) -> bool {
        let Consenter::Guardian(id) = by else {
            return false;
        };
        let trusted = |around: &Around| {
            matches!(
                around.tie,
                Tie::Guardian {
                    is_feared: Some(false)
                }
            )
        };
        match self.thing::<Around>(&Key::Thing(id)) {
            Some(standing) => !standing.each().iter().all(|(_, around)| trusted(around)),
            None => true,
        }
    }
}

body!(
    Ward,
    about | it | About::Person(it.person),
    key | it | Key::Person(it.person)
);
