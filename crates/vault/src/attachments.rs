//! Files beside the entries, sealed in pieces.

use crate::{Vault, VaultError};
use sealed::{
    AttachmentId, Body, Chunk, CompartmentId, DeviceId, Item, Manifest, Row, open_attachment,
    seal_attachment,
};
use zeroize::Zeroizing;

/// What a file is: as it was captured, or made from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attaching {
    /// As it was captured. It is never changed.
    Original,
    /// A copy to work with: converted, cropped, blackened.
    WorkingCopyOf(AttachmentId),
}

/// A file that was attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Which one.
    pub id: AttachmentId,
    /// Who attached it.
    pub by: DeviceId,
    /// When, as their clock said, in seconds since 1970.
    pub claimed: i64,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256, under a label, of what was captured.
    pub digest: [u8; 32],
    /// What it is.
    pub what: Attaching,
}

impl Vault {
    /// Attaches a file. Its hash is taken first, of the very bytes that are sealed.
    ///
    /// # Errors
    /// [`VaultError`], if this device may not write there, or the original is not there.
    pub fn attach(
        &mut self,
        compartment: CompartmentId,
        bytes: &[u8],
        what: Attaching,
        at: i64,
    ) -> Result<AttachmentId, VaultError> {
        let copy_of = match what {
            Attaching::Original => None,
            Attaching::WorkingCopyOf(original) => {
                self.manifest(compartment, original)?;
                Some(original)
            }
        };
        let organisation = self.organisation();
        let randomness = self.home.randomness.as_mut();
        let (manifest, chunks) =
            seal_attachment(organisation, compartment, bytes, copy_of, randomness);
        let id = manifest.attachment;
        // The pieces first: an entry that names them must never be there without them.
        self.may_write()?;
        self.store(chunks.into_iter().map(Item::Chunk).collect())?;
        self.say(compartment, Body::Attached(manifest), at)?;
        Ok(id)
    }

    /// All files attached in a compartment.
    ///
    /// # Errors
    /// [`VaultError`], if the compartment is not known here or was erased.
    pub fn attachments(&self, compartment: CompartmentId) -> Result<Vec<Attached>, VaultError> {
        let contents = self.contents(compartment)?.into_iter();
        let attached = contents.filter_map(|(_, place, content)| match content.body {
            Body::Attached(manifest) => Some(Attached {
                id: manifest.attachment,
                by: place.author,
                claimed: content.claimed,
                length: manifest.length,
                digest: manifest.digest,
                what: match manifest.copy_of {
                    None => Attaching::Original,
                    Some(original) => Attaching::WorkingCopyOf(original),
                },
            }),
            _ => None,
        });
        Ok(attached.collect())
    }

    /// A file's bytes, exactly as they were captured.
    ///
    /// # Errors
    /// [`VaultError`], if there is no such file, or a piece of it is missing or was changed.
    pub fn attachment(
        &self,
        compartment: CompartmentId,
        id: AttachmentId,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let manifest = self.manifest(compartment, id)?;
        let pieces = |number| self.pieces(id, number);
        Ok(open_attachment(
            self.organisation(),
            compartment,
            &manifest,
            pieces,
        )?)
    }

    fn manifest(
        &self,
        compartment: CompartmentId,
        id: AttachmentId,
    ) -> Result<Manifest, VaultError> {
        let contents = self.contents(compartment)?.into_iter();
        let mut manifests = contents.filter_map(|(_, _, content)| match content.body {
            Body::Attached(manifest) if manifest.attachment == id => Some(manifest),
            _ => None,
        });
        manifests.next().ok_or(VaultError::UnknownAttachment)
    }

    fn pieces(&self, id: AttachmentId, number: u64) -> Vec<Chunk> {
        let rows = self.held.chunks.get(&(id, number)).into_iter().flatten();
        let chunks = rows.filter_map(|row| match self.log.read(*row) {
            Ok(Row::Item(Item::Chunk(chunk))) => Some(chunk),
            _ => None,
        });
        chunks.collect()
    }
}
