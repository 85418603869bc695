//! An entry whose signatures have been checked.

use sealed::membership::{Act, DeviceId, Entry, EntryId, Founder, Signature};
use std::collections::BTreeSet;
use thiserror::Error;

/// The cryptography that this module is given.
pub trait Verifier {
    /// The hash of the whole entry, its signatures included, under a label of its own.
    fn id(&self, entry: &Entry) -> EntryId;

    /// Whether this device signed the heads and the act of this entry.
    fn is_signed(&self, entry: &Entry, device: &DeviceId, signature: &Signature) -> bool;
}

/// Something whose signatures were checked. There is no other way to make one.
///
/// It says who signed, not that they may: that depends on what else is known, and is the fold's to
/// find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T> {
    id: EntryId,
    content: T,
}

/// Why an entry is refused whatever else is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EntryError {
    /// A signature is not by the device that it names: damage, or tampering.
    #[error("the signature of device {0} does not belong to this entry")]
    WrongSignature(DeviceId),
    /// A founder or a new device has not signed.
    #[error("device {0} has not signed the entry that lets it in")]
    NotAgreed(DeviceId),
    /// Nobody signed, or more than one where one speaks for itself.
    #[error("the entry has {found} signatures, which is too few or too many for what it does")]
    WrongCount {
        /// How many there are.
        found: usize,
    },
    /// Only a charter has nothing before it, and a charter has nothing before it.
    #[error("the entry does not say what its signatories had seen, or is a charter and does")]
    WrongHeads,
    /// The threshold is not one that these founders can state.
    #[error("a charter with {founders} founders cannot ask that {threshold} people vouch")]
    WrongThreshold {
        /// The stated threshold.
        threshold: u8,
        /// How many founders there are.
        founders: usize,
    },
    /// A person or a device stands twice among the founders.
    #[error("the charter names a founder or a device twice")]
    FounderTwice,
}

impl Verified<Entry> {
    /// Checks all signatures of an entry, and that it is whole in itself.
    ///
    /// # Errors
    /// [`EntryError`].
    pub fn check(entry: Entry, verifier: &impl Verifier) -> Result<Verified<Entry>, EntryError> {
        is_whole(&entry)?;
        for (device, signature) in &entry.signatures {
            if !verifier.is_signed(&entry, device, signature) {
                return Err(EntryError::WrongSignature(*device));
            }
        }
        Ok(Verified {
            id: verifier.id(&entry),
            content: entry,
        })
    }
}

impl<T> Verified<T> {
    /// Its hash.
    pub fn id(&self) -> EntryId {
        self.id
    }

    /// What was checked.
    pub fn content(&self) -> &T {
        &self.content
    }
}

fn is_whole(entry: &Entry) -> Result<(), EntryError> {
    let found = entry.signatures.len();
    if matches!(entry.act, Act::Charter { .. }) != entry.heads.is_empty() {
        return Err(EntryError::WrongHeads);
    }
    match &entry.act {
        Act::Charter {
            threshold,
            founders,
            ..
        } => is_charter(entry, *threshold, founders),
        Act::AdmitDevice { device, .. } if !entry.signatures.contains_key(device) => {
            Err(EntryError::NotAgreed(*device))
        }
        Act::Leave | Act::RenewTransit { .. } if found != 1 => {
            Err(EntryError::WrongCount { found })
        }
        _ if found == 0 => Err(EntryError::WrongCount { found }),
        _ => Ok(()),
    }
}

fn is_charter(entry: &Entry, threshold: u8, founders: &[Founder]) -> Result<(), EntryError> {
    let count = founders.len();
    let least = count.min(2);
    if count == 0 || !(least..=count).contains(&usize::from(threshold)) {
        return Err(EntryError::WrongThreshold {
            threshold,
            founders: count,
        });
    }
    let people: BTreeSet<_> = founders.iter().map(|founder| founder.person).collect();
    let devices: BTreeSet<_> = founders.iter().map(|founder| founder.device).collect();
    if people.len() < count || devices.len() < count {
        return Err(EntryError::FounderTwice);
    }
    match devices
        .iter()
        .find(|device| !entry.signatures.contains_key(device))
    {
        Some(device) => Err(EntryError::NotAgreed(*device)),
        None if entry.signatures.len() > count => Err(EntryError::WrongCount {
            found: entry.signatures.len(),
        }),
        None => Ok(()),
    }
}
