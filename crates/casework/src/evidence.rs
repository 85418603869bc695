use crate::assertion::Source;
use crate::content::{About, Key, body};
use crate::{Case, MemberId, Moment, OperationId, PersonId, Text, ThingId};
use minicbor::{Decode, Encode};

/// A piece of evidence. The file itself is sealed elsewhere, and known here by its hash.
///
/// There is no kind for what is never collected: see [`NeverCollect`](crate::NeverCollect).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Evidence {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// For whom.
    #[n(1)]
    pub person: PersonId,
    /// What kind.
    #[n(2)]
    pub kind: EvidenceKind,
    /// The SHA-256 of the file.
    #[cbor(with = "minicbor::bytes")]
    #[n(3)]
    pub sha256: [u8; 32],
    /// What it shows.
    #[n(4)]
    pub what: Text,
    /// From whom it came.
    #[n(5)]
    pub from: Source,
    /// When we received it.
    #[n(6)]
    pub received: Moment,
    /// Who received it.
    #[n(7)]
    pub received_by: MemberId,
}

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum EvidenceKind {
    /// A paper of an authority.
    #[n(0)]
    Official,
    /// A letter or a message.
    #[n(1)]
    Message,
    /// A statement of a witness.
    #[n(2)]
    Witness,
    /// A picture of injuries, a place or a paper.
    #[n(3)]
    Picture,
    /// A recording.
    #[n(4)]
    Recording,
    /// A doctor's report of injuries.
    #[n(5)]
    Injuries,
    /// A report in the press.
    #[n(6)]
    Press,
    /// Another.
    #[n(7)]
    Other,
}

/// A piece of evidence changes hands.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Custody {
    /// Which piece.
    #[n(0)]
    pub evidence: ThingId,
    /// When.
    #[n(1)]
    pub at: Moment,
    /// Who had it.
    #[n(2)]
    pub from: Holder,
    /// Who has it then.
    #[n(3)]
    pub to: Holder,
    /// How.
    #[n(4)]
    pub how: Text,
    /// The SHA-256 of the file as it was handed over.
    #[cbor(with = "minicbor::bytes")]
    #[n(5)]
    pub sha256: [u8; 32],
}

/// Who has a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Holder {
    /// A member.
    #[n(0)]
    Member(#[n(0)] MemberId),
    /// A partner.
    #[n(1)]
    Partner(#[n(0)] ThingId),
    /// A person of the case.
    #[n(2)]
    Person(#[n(0)] PersonId),
    /// An authority or a court.
    #[n(3)]
    Authority,
}

/// Whether a piece of evidence can be shown to be what was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chain {
    /// From hand to hand without a gap, and unaltered; who has it.
    Whole(Holder),
    /// At this hand-over it was given by somebody who did not have it.
    Gap(OperationId),
    /// At this hand-over it was another file.
    Altered(OperationId),
    /// What was recorded of it differs.
    Contested,
    /// There is none of this id.
    None,
}

impl Case {
    /// The custody of a piece of evidence, from its receipt to whoever has it.
    pub fn custody(&self, evidence: ThingId) -> Chain {
        let Some(standing) = self.thing::<Evidence>(&Key::Thing(evidence)) else {
            return Chain::None;
        };
        let Some(piece) = standing.settled() else {
            return Chain::Contested;
        };
        let mut passed: Vec<_> = self
            .standing::<Custody>()
            .filter(|(_, custody)| custody.evidence == evidence)
            .collect();
        passed.sort_by_key(|(noted, custody)| (custody.at, noted.id));
        let mut holder = Holder::Member(piece.received_by);
        for (noted, custody) in passed {
            if custody.sha256 != piece.sha256 {
                return Chain::Altered(noted.id);
            }
            if custody.from != holder || custody.at < piece.received {
                return Chain::Gap(noted.id);
            }
            holder = custody.to;
        }
        Chain::Whole(holder)
    }
}

body!(
    Evidence,
    about | it | About::Person(it.person),
    key | it | Key::Thing(it.id)
);
body!(Custody, about | _ | About::Work, key | _ | Key::Event);
