use crate::membership::Refusal;
use sealed::{CompartmentId, DeviceId, KeyBoxError, NotAsCaptured, ShareError};

/// Why a vault does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no key box.
    #[error("there is no vault here")]
    NoVault,
    /// A new vault would stand on an old one.
    #[error("there is a vault here already")]
    VaultExists,
    /// The key box does not open.
    #[error(transparent)]
    KeyBox(#[from] KeyBoxError),
    /// The log cannot be read at all.
    #[error("the log cannot be read, not even in part: restore it from a backup")]
    Log,
    /// A new vault would wipe a log whose key box is elsewhere or lost.
    #[error(
        "there is a log here, and no key box: put the key box back, or begin in another folder"
    )]
    NoKeys,
    /// Another process has it.
    #[error("the vault is open elsewhere on this machine")]
    InUse,
    /// The backup is another organisation's, or another generation's.
    #[error("the backup does not open with these shares, or was changed")]
    Backup,
    /// The disk.
    #[error("the disk does not read or write")]
    Disk(#[from] std::io::Error),
    /// Something could not be done while opening.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// Why something cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// No such compartment, or none that this device can read.
    #[error("compartment {0} is not known here")]
    UnknownCompartment(CompartmentId),
    /// The device is not among its readers.
    #[error("this device may not write in compartment {0}: it is not among its readers")]
    NotAReader(CompartmentId),
    /// It was erased.
    #[error("compartment {0} has been erased")]
    Erased(CompartmentId),
    /// Nobody has shown the device's card.
    #[error("the card of device {0} is not known: ask for it first")]
    UnknownDevice(DeviceId),
    /// The membership graph does not let a key be sent to the device.
    #[error("device {0} gets no key yet: {1}")]
    NotVouched(DeviceId, Refusal),
    /// No such entry of the membership graph.
    #[error("this admission or removal is not known here: ask for a newer bundle")]
    NoSuchEntry,
    /// A device would make the key that it is not to have.
    #[error("a device cannot remove itself: somebody who stays must do it")]
    RemovesItself,
    /// A copied vault may not write.
    #[error("this vault was copied or moved here: it must become a new device before it writes")]
    Copied,
    /// The vault's file is damaged.
    #[error("the log's file is damaged: what can be read is read, and nothing more is written")]
    Damaged,
    /// What came in is for somebody else, or was changed.
    #[error("the bundle does not open: it is not for this device, or was changed on the way")]
    Bundle,
    /// What was shown is no card of this organisation.
    #[error("this is no card of a device of this organisation")]
    NotACard,
    /// Too long for one operation.
    #[error("it is too long for one entry: attach it instead")]
    TooLong,
    /// An attachment is not what was captured.
    #[error(transparent)]
    Attachment(#[from] NotAsCaptured),
    /// No such attachment.
    #[error("there is no such attachment in this compartment")]
    UnknownAttachment,
    /// The order to erase has too few signatures, or there is none.
    #[error("an erasure needs an order signed by {needed}; {found} signed")]
    NotOrdered {
        /// How many must sign.
        needed: u64,
        /// How many did.
        found: u64,
    },
    /// No recovery generation is known.
    #[error("there is no recovery generation: draw one up first")]
    NoRecovery,
    /// Shares do not fit, or a recovery cannot be split so.
    #[error(transparent)]
    Shares(#[from] ShareError),
    /// The last compartment cannot go.
    #[error("the organisation's own compartment cannot be erased")]
    OwnCompartment,
    /// All slots are in use.
    #[error("all eight slots of the key box are in use")]
    NoFreeSlot,
    /// The index does not take what it was given.
    #[error("the index cannot be built")]
    Index(#[source] rusqlite::Error),
    /// The store.
    #[error("the log cannot be written")]
    Store(#[from] rusqlite::Error),
    /// The disk.
    #[error("the disk does not read or write")]
    Disk(#[from] std::io::Error),
}
