//! The sealed vault: keys, signed operations, their stores. It knows bytes and keys, and no cases.
//!
//! Whoever uses it can neither seal without a place, nor choose a nonce, nor read what was not
//! verified. Time is an argument, never a clock; randomness comes through one seam. In reading order:
//!
//! * [`Files`], [`Folder`], [`Memory`], [`Home`]: where a vault lives.
//! * [`Vault`]: founded, joined, opened; entries written and read.
//! * [`Standing`], [`Quarantined`], [`Alarm`]: who may read a compartment, and what is set aside.
//! * [`History`]: granting and removing; [`Imported`]: bundles between devices.
//! * [`Attaching`], [`Attached`]: files, sealed in pieces.
//! * [`Projection`]: an index in memory that can always be made again.
//! * [`Order`], [`Erasure`]: one compartment erased, everywhere.
//! * [`Backup`], [`Recovery`], [`RecoveryShare`]: what can be restored, as a new device, and by whom.
//! * [`Vault::travel`]: a small vault for a journey.
//! * [`membership`]: who belongs, on which devices; the vault asks it before a key is sent and when
//!   signatures are counted.
//!
//! ```
//! use vault::{Folder, Hardness, Home, Passphrase, SystemRandomness, Vault};
//!
//! # let there = std::env::temp_dir().join(format!("vault-example-{}", std::process::id()));
//! let home = || -> Result<Home, std::io::Error> {
//!     Ok(Home {
//!         files: Box::new(Folder::at(there.join("vault"))?),
//!         secrets: Box::new(Folder::at(there.join("secrets"))?),
//!         randomness: Box::new(SystemRandomness),
//!     })
//! };
//! let passphrase = Passphrase::of("nine slow herons".to_owned().into())?;
//!
//! let mut vault = Vault::create(home()?, &passphrase, Hardness::FLOOR, 1, 1_495_000_000)?;
//! let case = vault.compartment_new(1, 1_495_000_000)?;
//! vault.append(case, b"heard from him at seven", 1_495_000_060)?;
//! drop(vault);
//!
//! let vault = Vault::open(home()?, &passphrase)?;
//! assert_eq!(vault.operations(case)?[0].bytes.as_slice(), b"heard from him at seven");
//! # std::fs::remove_dir_all(&there)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod attachments;
mod backup;
mod compartment;
mod epochs;
mod erasure;
mod error;
mod exchange;
mod files;
mod folded;
mod founding;
mod held;
mod home;
mod index;
mod key_box;
mod key_places;
mod keys;
mod links;
mod log;
mod members;
pub mod membership;
mod memory;
mod opening;
mod reading;
mod removal;
mod travel;
mod vault;
mod workers;
mod writing;

pub use attachments::{Attached, Attaching};
pub use backup::{Backup, Recovery};
pub use compartment::{Alarm, Quarantine, Quarantined};
pub use epochs::History;
pub use erasure::{Erasure, Order};
pub use error::{OpenError, VaultError};
pub use exchange::Imported;
pub use files::{Files, Folder};
pub use founding::Believes;
pub use home::{Home, SystemRandomness};
pub use index::Projection;
pub use log::Damage;
pub use memory::Memory;
pub use vault::{ORGANISATION, Opened, Standing, Vault};

pub use rusqlite;
pub use sealed::{
    AttachmentId, Canonical, Card, CompartmentId, DeviceId, Hardness, KeyBoxError, NotAsCaptured,
    OperationId, OrganisationId, Passphrase, Randomness, Receipt, RecoverySeed, RecoveryShare,
    Secret, ShareError, Stretched, UnfitPassphrase, make_bytes,
};
