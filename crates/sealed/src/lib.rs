//! Wire and file formats of the vault, and the cryptography that they are made of.
//!
//! Bytes only: no storage, no clock, no network, and no idea what a case is. Every format is a CBOR
//! array with one encoding ([`Canonical`]); everything sealed is bound to its place; every signature
//! and derivation has a label of its own. Nobody outside can choose a nonce, seal without a place or
//! read what is not verified. `docs/vault-format.md` has it byte by byte. In reading order:
//!
//! * [`Secret`], [`Randomness`]: secret bytes, and the one seam where they come from.
//! * [`Canonical`]: things with one encoding; [`padded_length`]: size classes.
//! * [`DeviceKey`], [`TransitKey`], [`Card`]: what a device signs with, and how it is written to.
//! * [`membership`]: who belongs to an organisation, and how it began.
//! * [`EpochKey`], [`Operation`], [`Content`]: what is said in a compartment.
//! * [`Letter`]: an epoch's key on its way to a device.
//! * [`Manifest`], [`Chunk`]: attachments in pieces.
//! * [`KeyBoxHead`], [`KeyRing`]: the key box, and what lies in it; [`Passphrase`], [`Hardness`].
//! * [`StoreKey`], [`IndexKey`]: rows of the log, and the snapshot of the index.
//! * [`Item`], [`Bundle`]: what travels between devices by file.
//! * [`RecoverySeed`], [`RecoveryShare`], [`KeyCopy`]: backups, and who can open them.

mod aead;
mod attachment;
mod bundle;
mod canonical;
mod card;
mod content;
mod device;
mod epoch;
mod home;
mod id;
mod item;
mod key_box;
mod key_ring;
mod labels;
mod letter;
pub mod membership;
mod operation;
mod padding;
mod passphrase;
mod recovery;
mod recovery_share;
mod secret;
mod store;
mod suite;
#[cfg(test)]
mod test_randomness;
mod transit;

pub use aead::NotOpened;
pub use attachment::{Chunk, NotAsCaptured, PIECE, open_attachment, seal_attachment};
pub use bundle::{Bundle, Contents};
pub use canonical::{Canonical, Malformed, Reader, Writer};
pub use card::{Card, VerifiedCard};
pub use content::{Body, Content, EpochOpened, Manifest, Receipt};
pub use device::{DeviceKey, NotSigned};
pub use epoch::EpochKey;
pub use home::home_mark;
pub use id::{AttachmentId, CompartmentId, DeviceId, EpochId, OperationId, OrganisationId};
pub use item::{Item, Kept, Row};
pub use key_box::{KeyBoxError, KeyBoxHead, SLOTS, Stretched, open_key_box};
pub use key_ring::{Erased, HeldTransit, KeyRing, Root};
pub use letter::{Letter, LetterHead, VerifiedLetter};
pub use operation::{Next, Operation, Place, Verifications, Verified};
pub use padding::{CLASSES, padded_length};
pub use passphrase::{Hardness, OutOfBounds, Passphrase, UnfitPassphrase};
pub use recovery::{CopiedKeys, KeyCopy, RecoveryPublic, RecoverySeed, Succession};
pub use recovery_share::{RecoveryShare, ShareError};
pub use secret::{Randomness, Secret, make_bytes};
pub use store::{IndexKey, StoreKey};
pub use suite::{SUITE, Suite};
pub use transit::{TransitKey, TransitPublic};
