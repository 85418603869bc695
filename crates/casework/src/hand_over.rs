use crate::check_in::Alert;
use crate::content::{About, Key, body};
use crate::{Case, MemberId, Moment, OperationId, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// The end of a shift: what the next one must know. It is taken over when the one named agrees.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct HandOver {
    /// To whom.
    #[n(0)]
    pub to: MemberId,
    /// What they must know.
    #[n(1)]
    pub note: Text,
    /// People to look at first.
    #[n(2)]
    pub people: BTreeSet<PersonId>,
    /// Tasks to look at first.
    #[n(3)]
    pub tasks: BTreeSet<ThingId>,
}

/// How a hand-over stands at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOverState {
    /// There is none of this id, or it was taken back.
    None,
    /// These people are red, and nobody holds their check-ins: it cannot finish.
    Unheld(BTreeSet<PersonId>),
    /// The one named has not taken it over yet.
    NotTaken,
    /// It is done.
    Finished,
}

impl Case {
    /// How a hand-over stands. It cannot finish while anyone is red and nobody holds their
    /// check-ins or their journey.
    pub fn hand_over(&self, id: OperationId, now: Moment) -> HandOverState {
        let mut all = self.standing::<HandOver>();
        let Some((noted, hand_over)) = all.find(|(noted, _)| noted.id == id) else {
            return HandOverState::None;
        };
        let unheld = self.unheld(now);
        let is_taken = noted
            .agreed
            .iter()
            .any(|(member, _)| *member == hand_over.to);
        match (unheld.is_empty(), is_taken) {
            (false, _) => HandOverState::Unheld(unheld),
            (true, false) => HandOverState::NotTaken,
            (true, true) => HandOverState::Finished,
        }
    }

    /// People who are red at a moment while nobody holds their check-ins or their journey.
    pub fn unheld(&self, now: Moment) -> BTreeSet<PersonId> {
        let watches = self.watches(now).into_iter();
        let red = watches.filter(|it| it.alert == Alert::Red && it.holder.is_none());
        let travelling = self.journeys(now).into_iter();
        let travelling = travelling.filter(|it| it.alert == Alert::Red && it.holder.is_none());
        red.map(|it| it.person)
            .chain(travelling.map(|it| it.person))
            .collect()
    }
}

body!(HandOver, about | _ | About::Work, key | _ | Key::Event);
