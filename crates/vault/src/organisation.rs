//! The organisation's own compartment as a place for entries of the membership graph: the vault
//! carries, signs and names them, and leaves to the graph what they mean.

use crate::{Opened, Vault, VaultError};
use sealed::{Body, Charter, OperationId};
use zeroize::Zeroizing;

impl Vault {
    /// How the organisation began; none before the first bundle has come.
    pub fn charter(&self) -> Option<&Charter> {
        self.held.charter.as_ref().map(|(_, charter)| charter)
    }

    /// This device's signature on an entry of the membership graph.
    pub fn sign_entry(&self, entry: &[u8]) -> [u8; 64] {
        self.key_box.ring.device.sign_entry(entry)
    }

    /// Carries an entry of the membership graph to everybody in the organisation.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn enter(&mut self, entry: &[u8], at: i64) -> Result<OperationId, VaultError> {
        self.say(self.own_compartment(), Body::Membership(entry.to_vec()), at)
    }

    /// All entries of the membership graph that have come here, as they were signed.
    ///
    /// # Errors
    /// [`VaultError`], if this device has not joined the organisation yet.
    pub fn entries(&self) -> Result<Vec<Opened>, VaultError> {
        let compartment = self.own_compartment();
        let contents = self.contents(compartment)?.into_iter();
        let entries = contents.filter_map(|(id, place, content)| match content.body {
            Body::Membership(bytes) => Some(Opened {
                id,
                compartment,
                author: place.author,
                number: place.number,
                claimed: content.claimed,
                bytes: Zeroizing::new(bytes),
            }),
            _ => None,
        });
        Ok(entries.collect())
    }
}
