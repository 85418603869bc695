use crate::consent::Purpose;
use crate::content::{About, Key, body};
use crate::{Case, Consented, Country, Day, OperationId, PersonId, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// A person's case put to a partner.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Referral {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// Whose case.
    #[n(1)]
    pub person: PersonId,
    /// To which partner.
    #[n(2)]
    pub partner: ThingId,
    /// How it stands.
    #[n(3)]
    pub state: ReferralState,
    /// Whether the partner has been told who it is.
    #[n(4)]
    pub identity_told: bool,
    /// For what.
    #[n(5)]
    pub purpose: Text,
    /// What becomes of what was handed over.
    #[n(6)]
    pub afterwards: Afterwards,
    /// Who leads.
    #[n(7)]
    pub lead: Lead,
}

/// How a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum ReferralState {
    /// Asked without a name.
    #[n(0)]
    AskedWithoutName,
    /// They have a question.
    #[n(1)]
    QuestionBack,
    /// They accept.
    #[n(2)]
    Accepted,
    /// They decline; the reason stands in the purpose.
    #[n(3)]
    Declined,
    /// The case was handed over.
    #[n(4)]
    HandedOver,
    /// They lead now.
    #[n(5)]
    LeadChanged,
}

/// What becomes of papers that a partner was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Afterwards {
    /// They are returned.
    #[n(0)]
    Returned,
    /// They are destroyed.
    #[n(1)]
    Destroyed,
    /// Nobody has agreed on anything.
    #[n(2)]
    NotAgreed,
}

/// Who leads a case, or has approached somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Lead {
    /// We.
    #[n(0)]
    Us,
    /// A partner.
    #[n(1)]
    Partner(#[n(0)] ThingId),
}

/// Somebody has approached a government for a person.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Approach {
    /// For whom.
    #[n(0)]
    pub person: PersonId,
    /// Which government.
    #[n(1)]
    pub government: Country,
    /// Who.
    #[n(2)]
    pub by: Lead,
    /// When.
    #[n(3)]
    pub on: Day,
}

/// What is wrong with the referrals of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferralFault {
    /// The partner knows who it is, and has not accepted.
    IdentityBeforeAcceptance(ThingId),
    /// Handed over without the person's consent.
    WithoutConsent(ThingId),
    /// Handed over without agreeing what becomes of it.
    NothingAgreed(ThingId),
    /// Two members wrote different things of it.
    Contested(ThingId),
    /// Several lead at once.
    SeveralLeads,
    /// Several have approached one government: the entries that say so.
    ApproachedTwice(OperationId, OperationId),
}

impl Case {
    /// What is wrong with the referrals of a person on a day.
    pub fn referral_faults(&self, person: PersonId, on: Date) -> BTreeSet<ReferralFault> {
        let mut faults = BTreeSet::new();
        let mut leads = BTreeSet::new();
        for standing in self.things::<Referral>().values() {
            let each = standing.each();
            for (_, referral) in each.iter().filter(|(_, it)| it.person == person) {
                faults.extend(self.faults_of(referral, on));
                leads.extend(leading(referral));
                if standing.settled().is_none() {
                    faults.insert(ReferralFault::Contested(referral.id));
                }
            }
        }
        if leads.len() > 1 {
            faults.insert(ReferralFault::SeveralLeads);
        }
        faults.extend(self.approached_twice(person));
        faults
    }

    fn faults_of(&self, referral: &Referral, on: Date) -> Vec<ReferralFault> {
        let has_accepted = match referral.state {
            ReferralState::Accepted | ReferralState::HandedOver | ReferralState::LeadChanged => {
                true
            }
            ReferralState::AskedWithoutName
            | ReferralState::QuestionBack
            | ReferralState::Declined => false,
        };
        let is_handed_over = match referral.state {
            ReferralState::HandedOver | ReferralState::LeadChanged => true,
            ReferralState::Accepted
            | ReferralState::AskedWithoutName
            | ReferralState::QuestionBack
            | ReferralState::Declined => false,
        };
        let partner = Some(referral.partner);
        let consented = self.consents(referral.person, Purpose::HandOver, partner, on);
        let agreed = referral.afterwards != Afterwards::NotAgreed;
        let id = referral.id;
        let faults = [
            (
                referral.identity_told && !has_accepted,
                ReferralFault::IdentityBeforeAcceptance(id),
            ),
            (
                (is_handed_over || referral.identity_told) && consented != Consented::Yes,
                ReferralFault::WithoutConsent(id),
            ),
            (is_handed_over && !agreed, ReferralFault::NothingAgreed(id)),
        ];
        let found = faults.into_iter().filter(|(is_so, _)| *is_so);
        found.map(|(_, fault)| fault).collect()
    }

    /// For each government that several have approached: the first approach, and each by another.
    fn approached_twice(&self, person: PersonId) -> Vec<ReferralFault> {
        let mut first: BTreeMap<Country, (Lead, OperationId)> = BTreeMap::new();
        let mut approaches: Vec<_> = self
            .standing::<Approach>()
            .filter(|(_, it)| it.person == person)
            .collect();
        approaches.sort_by_key(|(noted, it)| (it.on, noted.id));
        let mut twice = Vec::new();
        for (noted, approach) in approaches {
            let (by, id) = *first
                .entry(approach.government)
                .or_insert((approach.by, noted.id));
            if by != approach.by {
                twice.push(ReferralFault::ApproachedTwice(id, noted.id));
            }
        }
        twice
    }
}

/// Who leads by a referral that is going on.
fn leading(referral: &Referral) -> Option<Lead> {
    match referral.state {
        ReferralState::Declined | ReferralState::AskedWithoutName => None,
        ReferralState::QuestionBack
        | ReferralState::Accepted
        | ReferralState::HandedOver
        | ReferralState::LeadChanged => Some(referral.lead),
    }
}

body!(
    Referral,
    about | it | About::Person(it.person),
    key | it | Key::Thing(it.id)
);
body!(
    Approach,
    about | it | About::Person(it.person),
    key | _ | Key::Event
);
