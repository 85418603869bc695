//! Who belongs to an organisation: the entries of the membership graph, as they are signed and sent.
//!
//! Bytes only. What an entry comes to, and whether those who signed it may, is for the graph to find,
//! in the crate above.

pub use crate::DeviceId;
use crate::aead::hash;
use crate::device::{NotSigned, Signature as DeviceSignature};
use crate::{Canonical, DeviceKey, Malformed, Reader, Suite, TransitPublic, Writer, labels};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// No entry names more heads, founders or signatories.
const MOST: usize = 256;
/// A transit key, or a card with one, is no longer.
const LONGEST_KEY: usize = 2048;

/// Defines an id of 32 bytes that prints as its first four.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl Canonical for $name {
            fn write(&self, to: &mut Writer) {
                to.bytes(&self.0);
            }

            fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                Ok(Self(from.exactly()?))
            }
        }

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

/// Where letters to a device are sealed at first: a founder's transit key, or the card of a device that
/// is let in. Opaque to the graph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TransitKey(pub Vec<u8>);

/// A signature as it came. Opaque to the graph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Signature(pub Vec<u8>);

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Founds the organisation.
    Charter {
        /// How many people must vouch for a person or a device.
        threshold: u8,
        /// How many people must sign an erasure; at least one.
        erasure: u8,
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
        /// Which it is; its card says whose it is and is signed by it, and that signature stands among
        /// the others: so nobody claims a key that is not theirs.
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
    /// An act after these heads, that nobody has signed yet.
    pub fn unsigned(heads: BTreeSet<EntryId>, act: Act) -> Self {
        Self {
            heads,
            act,
            signatures: BTreeMap::new(),
        }
    }

    /// Adds this device's signature.
    pub fn sign(&mut self, by: &DeviceKey) {
        let signature = by.sign(labels::ENTRY_SIGNED, &self.signed_part());
        let signature = Signature(signature.bytes().to_vec());
        self.signatures.insert(by.id(), signature);
    }

    /// Whether a device signed the heads and the act of this entry.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(&self, by: DeviceId, signature: &Signature) -> Result<(), NotSigned> {
        let signature = <[u8; 64]>::try_from(signature.0.as_slice()).map_err(|_| NotSigned)?;
        DeviceSignature::of(signature).verify(by, labels::ENTRY_SIGNED, &self.signed_part())
    }

    /// What it is called by: the hash of all of it, signatures included.
    pub fn id(&self) -> EntryId {
        EntryId(hash(labels::ENTRY_ID, &self.to_bytes()))
    }

    fn signed_part(&self) -> Vec<u8> {
        let mut part = Writer::new();
        part.array(3).put(&Suite);
        self.write_heads(&mut part);
        part.put(&self.act);
        part.into_bytes()
    }

    fn write_heads(&self, to: &mut Writer) {
        to.array(self.heads.len());
        self.heads.iter().for_each(|head| head.write(to));
    }

    /// The devices that vouch: all that signed, except a new one that only agrees to its admission.
    pub fn vouching(&self) -> impl Iterator<Item = DeviceId> {
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
    pub fn raises(&self) -> Option<PersonId> {
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

    /// Whether it shuts somebody out.
    pub fn is_removal(&self) -> bool {
        matches!(
            self.act,
            Act::RemoveDevice { .. } | Act::RemovePerson { .. } | Act::Leave
        )
    }
}

/// Ascending order, as sets and maps have it: a list in another order is written differently, and so
/// refused.
impl Canonical for Entry {
    fn write(&self, to: &mut Writer) {
        to.array(4).put(&Suite);
        self.write_heads(to);
        to.put(&self.act).array(self.signatures.len());
        for (device, signature) in &self.signatures {
            to.array(2).put(device).bytes(&signature.0);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(4)?;
        let Suite = from.take()?;
        let heads = from.list::<EntryId>(MOST)?;
        let act = from.take()?;
        let signatures = from.list::<Signed>(MOST)?;
        Ok(Self {
            heads: heads.into_iter().collect(),
            act,
            signatures: signatures.into_iter().map(|one| (one.0, one.1)).collect(),
        })
    }
}

/// A signature and whose it is, in a list.
struct Signed(DeviceId, Signature);

impl Canonical for Signed {
    fn write(&self, to: &mut Writer) {
        to.array(2).put(&self.0).bytes(&self.1.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(Self(
            from.take()?,
            Signature(from.exactly::<64>()?.to_vec()),
        ))
    }
}

impl Canonical for TransitKey {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        match from.bytes()? {
            bytes if bytes.len() <= LONGEST_KEY => Ok(Self(bytes.to_vec())),
            _ => Err(Malformed),
        }
    }
}

impl From<&TransitPublic> for TransitKey {
    fn from(key: &TransitPublic) -> Self {
        Self(key.to_bytes())
    }
}

impl Canonical for Founder {
    fn write(&self, to: &mut Writer) {
        to.array(3).put(&self.person).put(&self.device);
        to.put(&self.transit);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(3)?;
        Ok(Self {
            person: from.take()?,
            device: from.take()?,
            transit: from.take()?,
        })
    }
}

impl Canonical for Act {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Charter {
                threshold,
                erasure,
                founders,
            } => {
                to.array(4).number(0).number(u64::from(*threshold));
                to.number(u64::from(*erasure)).list(founders)
            }
            Self::AdmitPerson { person } => to.array(2).number(1).put(person),
            Self::AdmitDevice {
                person,
                device,
                transit,
            } => to.array(4).number(2).put(person).put(device).put(transit),
            Self::MakeOrganiser { person } => to.array(2).number(3).put(person),
            Self::RemoveDevice { device } => to.array(2).number(4).put(device),
            Self::RemovePerson { person } => to.array(2).number(5).put(person),
            Self::Leave => to.array(1).number(6),
            Self::RenewTransit { transit } => to.array(2).number(7).put(transit),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let places = from.length()?;
        let kind = from.number()?;
        Ok(match (kind, places) {
            (0, 4) => Self::Charter {
                threshold: small(from.number()?)?,
                erasure: small(from.number()?)?,
                founders: from.list(MOST)?,
            },
            (1, 2) => Self::AdmitPerson {
                person: from.take()?,
            },
            (2, 4) => Self::AdmitDevice {
                person: from.take()?,
                device: from.take()?,
                transit: from.take()?,
            },
            (3, 2) => Self::MakeOrganiser {
                person: from.take()?,
            },
            (4, 2) => Self::RemoveDevice {
                device: from.take()?,
            },
            (5, 2) => Self::RemovePerson {
                person: from.take()?,
            },
            (6, 1) => Self::Leave,
            (7, 2) => Self::RenewTransit {
                transit: from.take()?,
            },
            _ => return Err(Malformed),
        })
    }
}

fn small(number: u64) -> Result<u8, Malformed> {
    u8::try_from(number).map_err(|_| Malformed)
}
