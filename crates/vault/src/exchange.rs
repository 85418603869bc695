//! Sealed bundles, by file, between devices.

use crate::membership::{Signatures, Verified};
use crate::{Vault, VaultError};
use sealed::{
    AttachmentId, Body, Bundle, Canonical, CompartmentId, DeviceId, Item, Kept, OrganisationId,
    Row, TransitKey, TransitPublic,
};
use std::collections::BTreeSet;

/// What an import brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many items were new.
    pub new: usize,
    /// How many were here already.
    pub known: usize,
    /// How many could not be taken in: they are kept, and shown.
    pub kept_aside: usize,
}

impl Vault {
    /// A bundle for some devices: everything that any of them may read.
    ///
    /// # Errors
    /// [`VaultError`], if a device's card is not known.
    pub fn export(&mut self, to: &[DeviceId]) -> Result<Vec<u8>, VaultError> {
        let readers: BTreeSet<DeviceId> = to.iter().copied().collect();
        let shared = self.shared_with(&readers);
        self.export_only(to, &shared)
    }

    /// A bundle with these compartments alone, of those that a device it is for may read.
    ///
    /// # Errors
    /// [`VaultError`], if a device's card is not known.
    pub fn export_only(
        &mut self,
        to: &[DeviceId],
        compartments: &BTreeSet<CompartmentId>,
    ) -> Result<Vec<u8>, VaultError> {
        let cards = to.iter().map(|device| {
            let card = self.held.card(device);
            card.cloned().ok_or(VaultError::UnknownDevice(*device))
        });
        let cards = cards.collect::<Result<Vec<_>, _>>()?;
        let readers: BTreeSet<DeviceId> = to.iter().copied().collect();
        let mut shared = self.shared_with(&readers);
        shared.retain(|compartment| compartments.contains(compartment));
        let items = self.items_of(&shared);
        let publics: Vec<&TransitPublic> = cards.iter().map(|card| card.transit()).collect();
        let organisation = self.organisation();
        let randomness = self.home.randomness.as_mut();
        Ok(Bundle::seal(&items, &publics, organisation, randomness).to_bytes())
    }

    /// Takes in a bundle. The same bundle may come twice, and in any order with others.
    ///
    /// # Errors
    /// [`VaultError::Bundle`], if it is not for this device or was changed: then nothing is taken in.
    pub fn import(&mut self, bytes: &[u8]) -> Result<Imported, VaultError> {
        self.may_write()?;
        let bundle = Bundle::from_bytes(bytes).map_err(|_| VaultError::Bundle)?;
        let ring = &self.key_box.ring;
        let keys: Vec<&TransitKey> = ring.transit.iter().map(|held| &held.key).collect();
        let contents = bundle.open(ring.organisation, &keys);
        self.take_in(contents.map_err(|_| VaultError::Bundle)?)
    }

    /// Takes in what was in a bundle or a backup.
    pub(crate) fn take_in(&mut self, contents: Vec<Vec<u8>>) -> Result<Imported, VaultError> {
        let mut imported = Imported::default();
        let mut rows: Vec<Row> = vec![];
        let mut seen = BTreeSet::new();
        for bytes in contents {
            let row = checked(bytes, self.organisation());
            if self.held.knows(&row) || !seen.insert(row.fingerprint()) {
                imported.known += 1;
                continue;
            }
            match row {
                Row::Item(_) => imported.new += 1,
                Row::Kept(..) => imported.kept_aside += 1,
            }
            rows.push(row);
        }
        if !rows.is_empty() {
            let operations = rows.iter().filter_map(|row| match row {
                Row::Item(Item::Operation(operation)) => Some(operation.place().compartment),
                _ => None,
            });
            let touched = operations.collect();
            self.store_rows(rows)?;
            self.take_in_keys(touched)?;
        }
        Ok(imported)
    }

    /// All items that are here.
    pub(crate) fn all_items(&self) -> Vec<Item> {
        self.items_in((1..=self.log.rows()).collect())
    }

    /// The items of some compartments, all cards and all entries of the membership graph. Letters to third devices go along: whoever meets
    /// those first brings them.
    fn items_of(&self, compartments: &BTreeSet<CompartmentId>) -> Vec<Item> {
        let (held, me) = (&self.held, self.device());
        let entries = held.entries.iter().map(|(row, _)| *row);
        let cards = held.cards.values().map(|(row, _)| *row);
        let operations = compartments.iter().filter_map(|id| held.operations.get(id));
        let operations = operations.flat_map(|operations| operations.values());
        let operations = operations.map(|(row, _)| *row);
        let letters = held
            .letters
            .iter()
            .filter(|(_, head)| compartments.contains(&head.compartment) && head.to != me);
        let letters = letters.map(|(row, _)| *row);
        let attachments = self.attachments_of(compartments);
        let chunks = attachments
            .iter()
            .flat_map(|id| held.chunks.range((*id, 0)..=(*id, u64::MAX)));
        let chunks = chunks.flat_map(|(_, rows)| rows.iter().copied());
        let rows = entries
            .chain(cards)
            .chain(operations)
            .chain(letters)
            .chain(chunks);
        self.items_in(rows.collect())
    }

    /// The items in these rows, but for those that are damaged.
    fn items_in(&self, rows: BTreeSet<u64>) -> Vec<Item> {
        let items = rows.into_iter().filter_map(|row| match self.log.read(row) {
            Ok(Row::Item(item)) => Some(item),
            Ok(Row::Kept(..)) | Err(_) => None,
        });
        items.collect()
    }

    /// The compartments that any of these devices reads.
    fn shared_with(&self, devices: &BTreeSet<DeviceId>) -> BTreeSet<CompartmentId> {
        let compartments = self.held.operations.keys().copied();
        let shared = compartments.filter(|compartment| {
            let folded = self.fold(*compartment);
            folded.is_ok_and(|folded| !folded.readers.is_disjoint(devices))
        });
        shared.collect()
    }

    fn attachments_of(&self, compartments: &BTreeSet<CompartmentId>) -> BTreeSet<AttachmentId> {
        let contents = compartments
            .iter()
            .filter_map(|compartment| self.contents(*compartment).ok());
        let attached = contents
            .flatten()
            .filter_map(|(_, _, content)| match content.body {
                Body::Attached(manifest) => Some(manifest.attachment),
                _ => None,
            });
        attached.collect()
    }
}

/// An item whose signature holds, or what it is kept as.
fn checked(bytes: Vec<u8>, organisation: OrganisationId) -> Row {
    let Ok(item) = Item::from_bytes(&bytes) else {
        return Row::Kept(Kept::NotUnderstood, bytes);
    };
    let holds = match item.clone() {
        Item::Entry(entry) => Verified::check(entry, &Signatures(organisation)).is_ok(),
        Item::Card(card) => card.verify(organisation).is_ok(),
        Item::Operation(operation) => operation.verify(organisation).is_ok(),
        Item::Letter(letter) => letter.verify(organisation).is_ok(),
        // A piece is checked when its attachment is opened: its key is nowhere else.
        Item::Chunk(_) => true,
    };
    match holds {
        true => Row::Item(item),
        false => Row::Kept(Kept::NotSigned, bytes),
    }
}
