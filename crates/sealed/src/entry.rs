//! What the membership graph needs of cryptography: its entries are signed by several devices, and
//! named by a hash.

use crate::aead::hash;
use crate::device::{NotSigned, Signature};
use crate::{DeviceId, DeviceKey, labels};

impl DeviceKey {
    /// This device's signature on an entry of the membership graph: 64 bytes.
    pub fn sign_entry(&self, entry: &[u8]) -> [u8; 64] {
        self.sign(labels::ENTRY_SIGNED, entry).bytes()
    }
}

/// Whether a device signed an entry of the membership graph.
///
/// # Errors
/// [`NotSigned`].
pub fn verify_entry(by: DeviceId, entry: &[u8], signature: &[u8]) -> Result<(), NotSigned> {
    let signature = <[u8; 64]>::try_from(signature).map_err(|_| NotSigned)?;
    Signature::of(signature).verify(by, labels::ENTRY_SIGNED, entry)
}

/// What an entry is called by: the hash of its bytes, signatures included.
pub fn entry_id(entry: &[u8]) -> [u8; 32] {
    hash(labels::ENTRY_ID, entry)
}
