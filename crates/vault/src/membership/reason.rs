//! Why an entry does not stand, and why a device gets no letter.

use sealed::membership::{DeviceId, EntryId};
use thiserror::Error;

/// Why an entry is in quarantine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// It founds another organisation.
    #[error("it is the charter of another organisation")]
    AnotherCharter,
    /// A signatory did not belong to the organisation in what they had seen, or only by an entry that
    /// is in quarantine itself.
    #[error("device {0} signed it and did not belong to the organisation")]
    NotAMember(DeviceId),
    /// A device was claimed for two people.
    #[error("device {0} was claimed for two people")]
    OfTwoPeople(DeviceId),
    /// Not enough people signed.
    #[error("its signatures count as those of {found} where {needed} are needed")]
    TooFew {
        /// So many must.
        needed: usize,
        /// So many did.
        found: usize,
    },
    /// No organiser signed.
    #[error("no organiser signed it")]
    NoOrganiser,
    /// It is about a person or a device that nobody had admitted, in what its signatories had seen.
    #[error("it is about somebody whom nobody had admitted")]
    UnknownSubject,
    /// Somebody who signed it, or whom it is about, was removed by others who had not seen it.
    #[error("somebody who signed it, or whom it is about, was removed meanwhile by entry {by}")]
    RemovedMeanwhile {
        /// The removal.
        by: EntryId,
    },
    /// It and another removal exclude each other, and the other is by the earlier-admitted.
    #[error("it and removal {by} exclude each other; the other is by whoever was admitted earlier")]
    Excluded {
        /// The removal that stands.
        by: EntryId,
    },
}

/// Why a device may be sent no epoch key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Nobody ever let it in.
    #[error("nobody has admitted this device")]
    NeverAdmitted,
    /// Its admission is in quarantine.
    #[error("its admission {entry} is in quarantine: {why}")]
    InQuarantine {
        /// The admission.
        entry: EntryId,
        /// Why it does not stand.
        why: Reason,
    },
    /// The device or its person was removed, or left.
    #[error("the device, or whose it is, no longer belongs to the organisation")]
    Gone,
}
