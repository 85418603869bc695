use crate::content::{About, Key, body};
use crate::{Case, Minutes, Moment, OperationId, PersonId, Text};
use minicbor::{Decode, Encode};

/// Something that two people decide. At three in the morning one may act for safety, and a second
/// signs within some hours.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Act {
    /// What.
    #[n(0)]
    pub what: ActKind,
    /// For whom, if for one person.
    #[n(1)]
    pub person: Option<PersonId>,
    /// Whether it waits for the second signature.
    #[n(2)]
    pub haste: Haste,
    /// In words.
    #[n(3)]
    pub note: Text,
}

/// What two people decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum ActKind {
    /// Move somebody.
    #[n(0)]
    Move,
    /// Buy a ticket.
    #[n(1)]
    Ticket,
    /// Call in a lawyer.
    #[n(2)]
    Lawyer,
    /// Open a case to whoever is on shift.
    #[n(3)]
    OpenToShift,
    /// Publish a statement.
    #[n(4)]
    Statement,
    /// Let something out of the vault.
    #[n(5)]
    Export,
    /// Admit or remove a member.
    #[n(6)]
    Members,
    /// Erase a case.
    #[n(7)]
    Erasure,
}

/// Whether an act waits for the second signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Haste {
    /// It waits.
    #[n(0)]
    Waits,
    /// It is done now, and signed afterwards.
    #[n(1)]
    Now,
}

/// How an act stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActState {
    /// There is none of this id, or it was taken back.
    None,
    /// It was done without a second signature, and the time for one is over.
    Overdue(Moment),
    /// It was done; a second must sign until then.
    ActedNow(Moment),
    /// A second person opposes it.
    Opposed,
    /// Only what is done for safety may be done before a second has signed.
    NotAllowedNow,
    /// It waits for a second signature.
    AwaitsSecond,
    /// Two have signed.
    Approved,
}

impl ActKind {
    /// Whether it is done for somebody's safety, and so may be done before a second has signed:
    /// never a statement, an export, a member, an erasure.
    pub fn is_for_safety(self) -> bool {
        match self {
            ActKind::Move | ActKind::Ticket | ActKind::Lawyer | ActKind::OpenToShift => true,
            ActKind::Statement | ActKind::Export | ActKind::Members | ActKind::Erasure => false,
        }
    }
}

impl ActState {
    /// Whether it may be done, or may have been.
    pub fn may_be_done(self) -> bool {
        match self {
            ActState::Approved | ActState::ActedNow(_) => true,
            ActState::None
            | ActState::Overdue(_)
            | ActState::Opposed
            | ActState::NotAllowedNow
            | ActState::AwaitsSecond => false,
        }
    }
}

impl Case {
    /// How an act stands at a moment, when a second signature must follow within some time.
    pub fn act(&self, id: OperationId, within: Minutes, now: Moment) -> ActState {
        let mut acts = self.standing::<Act>();
        let Some((noted, act)) = acts.find(|(noted, _)| noted.id == id) else {
            return ActState::None;
        };
        let until = noted.written.plus(within);
        match act.haste {
            _ if !noted.opposed.is_empty() || !noted.disputed_by.is_empty() => ActState::Opposed,
            _ if noted.is_approved() => ActState::Approved,
            Haste::Waits => ActState::AwaitsSecond,
            Haste::Now if !act.what.is_for_safety() => ActState::NotAllowedNow,
            Haste::Now if now < until => ActState::ActedNow(until),
            Haste::Now => ActState::Overdue(until),
        }
    }

    /// Everything that was done before a second had signed, and still waits for one: to be shown
    /// loudly, the oldest first.
    pub fn to_be_reviewed(&self, within: Minutes, now: Moment) -> Vec<(OperationId, ActState)> {
        let acts = self.standing::<Act>().map(|(noted, _)| noted.id);
        let mut open: Vec<_> = acts
            .map(|id| (id, self.act(id, within, now)))
            .filter(|(_, state)| matches!(state, ActState::ActedNow(_) | ActState::Overdue(_)))
            .collect();
        open.sort_by_key(|(id, state)| (*state, *id));
        open
    }
}

body!(Act, about | _ | About::Work, key | _ | Key::Event);
