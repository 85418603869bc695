use crate::content::{About, Key, body};
use crate::{Case, Moment, PersonId, Text};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// How soon a person must be helped, and why: judged by two people, and again at a set time. There
/// is no criterion for how strong a case is in law.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Triage {
    /// Who.
    #[n(0)]
    pub person: PersonId,
    /// How soon.
    #[n(1)]
    pub urgency: Urgency,
    /// Why.
    #[n(2)]
    pub because: BTreeSet<Criterion>,
    /// In words.
    #[n(3)]
    pub words: Text,
    /// When it is judged again.
    #[n(4)]
    pub again: Moment,
}

/// How soon, the soonest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Urgency {
    /// Now.
    #[n(0)]
    Now,
    /// Today.
    #[n(1)]
    Today,
    /// This week.
    #[n(2)]
    ThisWeek,
    /// They are watched over.
    #[n(3)]
    Watched,
}

/// Why somebody must be helped soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Criterion {
    /// Those who hunt them know where they are.
    #[n(0)]
    FoundOut,
    /// No bed tonight.
    #[n(1)]
    NoBed,
    /// Where they are ends soon.
    #[n(2)]
    ShelterEnds,
    /// Hurt or ill.
    #[n(3)]
    Hurt,
    /// Thinks of ending their life.
    #[n(4)]
    ThinksOfDying,
    /// A child, or with one.
    #[n(5)]
    Child,
    /// Detained, or stopped on the way.
    #[n(6)]
    Detained,
    /// A return is set.
    #[n(7)]
    ReturnSet,
    /// Papers or a stay run out.
    #[n(8)]
    PapersEnd,
    /// Named in public.
    #[n(9)]
    Named,
    /// Others are in danger because of them.
    #[n(10)]
    OthersInDanger,
}

/// How a triage stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TriageState {
    /// Nobody has judged.
    NotJudged,
    /// Several judged differently: the soonest counts.
    Contested(Urgency),
    /// One has judged, and a second has not yet looked.
    AwaitsSecond(Urgency),
    /// It must be judged again.
    JudgeAgain(Urgency),
    /// Two have judged.
    Holds(Urgency),
}

impl Case {
    /// How soon a person must be helped, as judged until a moment.
    pub fn triage(&self, person: PersonId, now: Moment) -> TriageState {
        let Some(standing) = self.thing::<Triage>(&Key::Person(person)) else {
            return TriageState::NotJudged;
        };
        let each = standing.each();
        let Some(soonest) = each.iter().map(|(_, triage)| triage.urgency).min() else {
            return TriageState::NotJudged;
        };
        if standing.settled().is_none() {
            TriageState::Contested(soonest)
        } else if each.iter().any(|(_, triage)| triage.again <= now) {
            TriageState::JudgeAgain(soonest)
        } else if each.iter().any(|(noted, _)| noted.is_approved()) {
            TriageState::Holds(soonest)
        } else {
            TriageState::AwaitsSecond(soonest)
        }
    }
}

body!(
    Triage,
    about | _ | About::Work,
    key | it | Key::Person(it.person)
);
