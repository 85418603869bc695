//! An entry of the membership graph.

pub use sealed::DeviceId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Defines an id of 32 bytes that prints as its first four.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl fmt::Debug for $name {
            fmt_short!();
        }

        impl fmt::Display for $name {
            fmt_short!();
        }
    };
}

macro_rules! fmt_short {
    () => {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0[..4]
                .iter()
                .try_for_each(|byte| write!(f, "{byte:02x}"))
        }
    };
}

id! {
    /// A person, by an id that was drawn for them; it says nothing about them.
    PersonId
}
id! {
    /// An entry, by the hash of all of it. The charter's is the id of its organisation.
    EntryId
}

/// The public key to which letters to a device are sealed. Opaque here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TransitKey(pub Vec<u8>);

/// A signature as it came. Opaque here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Signature(pub Vec<u8>);

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Founds the organisation.
    Charter {
        /// How many people must vouch for a person or a device.
        threshold: u8,
        /// The first people, all of them organisers; the first named counts as admitted first.
        founders: Vec<Founder>,
    },
    /// Lets a person in. They can do nothing until a device of theirs is admitted.
    AdmitPerson {
        /// Who.
        person: PersonId,
    },
    /// Lets a device of a person in.
    AdmitDevice {
        /// Whose it is.
        person: PersonId,
        /// Which it is; it signs the entry too, so that nobody claims a key that is not theirs.
        device: DeviceId,
        /// Where letters to it go at first.
        transit: TransitKey,
    },
    /// Makes a person an organiser.
    MakeOrganiser {
        /// Who.
        person: PersonId,
    },
    /// Shuts a device out.
    RemoveDevice {
        /// Which.
        device: DeviceId,
    },
    /// Shuts a person out, with all their devices and their role.
    RemovePerson {
        /// Who.
        person: PersonId,
    },
    /// The person whose device signs goes, with all their devices.
    Leave,
    /// The device that signs has a new transit key.
    RenewTransit {
        /// The new key.
        transit: TransitKey,
    },
}

/// One of the first people.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Founder {
    /// Who.
    pub person: PersonId,
    /// On which device.
    pub device: DeviceId,
    /// Where letters to it go at first.
    pub transit: TransitKey,
}

/// An act, what those who signed it had seen, and their signatures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The latest entries that the signatories had seen: these and all before them are its past.
    pub heads: BTreeSet<EntryId>,
    /// What it does.
    pub act: Act,
    /// Who signed heads and act.
    pub signatures: BTreeMap<DeviceId, Signature>,
}

impl Entry {
    /// The devices that vouch: all that signed, except a new one that only agrees to its admission.
    pub(crate) fn vouching(&self) -> impl Iterator<Item = DeviceId> {
        let new = match &self.act {
            Act::AdmitDevice { device, .. } => Some(*device),
            _ => None,
        };
        self.signatures
            .keys()
            .copied()
            .filter(move |device| Some(*device) != new)
    }

    /// The person whom an entry would let in or raise.
    pub(crate) fn raises(&self) -> Option<PersonId> {
        match &self.act {
            Act::AdmitPerson { person }
            | Act::AdmitDevice { person, .. }
            | Act::MakeOrganiser { person } => Some(*person),
            Act::Charter { .. }
            | Act::RemoveDevice { .. }
            | Act::RemovePerson { .. }
            | Act::Leave
            | Act::RenewTransit { .. } => None,
        }
    }

    pub(crate) fn is_removal(&self) -> bool {
        matches!(
            self.act,
            Act::RemoveDevice { .. } | Act::RemovePerson { .. } | Act::Leave
        )
    }
}
