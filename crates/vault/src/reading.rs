//! From rows to what stands in a compartment: every signature verified, every content opened.

use crate::backup::generations_in;
use crate::compartment::{Compartment, Told};
use crate::{Vault, VaultError};
use sealed::{
    Canonical, CompartmentId, Content, DeviceId, EpochId, EpochKey, Item, OperationId, Place, Row,
    Succession,
};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Vault {
    /// The contents that stand, with their places.
    pub(crate) fn contents(
        &self,
        compartment: CompartmentId,
    ) -> Result<Vec<(OperationId, Place, Content)>, VaultError> {
        let folded = self.fold(compartment)?;
        let keys = self.keys_of(compartment);
        // Nothing may have arrived yet, or all of it may be damaged.
        let rows = self.held.operations.get(&compartment);
        let opened = folded.standing.iter().filter_map(|id| {
            let (row, place) = rows?.get(id)?;
            let content = self.open_row(*row, &keys)?.1;
            Some((*id, place.clone(), content))
        });
        Ok(opened.collect())
    }

    /// The compartment as its operations make it.
    pub(crate) fn fold(&self, compartment: CompartmentId) -> Result<Arc<Compartment>, VaultError> {
        if self.key_box.ring.erased.contains(&compartment) {
            return Err(VaultError::Erased(compartment));
        }
        let unknown = VaultError::UnknownCompartment(compartment);
        let root = self.root(compartment).ok_or(unknown)?;
        if let Some(folded) = self.folded.borrow().get(&compartment) {
            return Ok(Arc::clone(folded));
        }
        let told = self.told(compartment);
        let folded = Arc::new(self.fold_told(compartment, &told, root));
        self.folded
            .borrow_mut()
            .insert(compartment, Arc::clone(&folded));
        Ok(folded)
    }

    fn fold_told(&self, compartment: CompartmentId, told: &[Told], root: EpochId) -> Compartment {
        let organisation = self.organisation();
        let generations = if compartment == self.own_compartment() {
            // Who vouches stands in this very compartment: it is read first as if nobody did.
            let unvouched = Compartment::of(told, root, &|_| false);
            generations_in(told, &unvouched.standing)
        } else {
            self.generations()
        };
        let vouched = |succession: &Succession| {
            let mut generations = generations.iter();
            generations.any(|public| succession.verify(organisation, public).is_ok())
        };
        Compartment::of(told, root, &vouched)
    }

    fn told(&self, compartment: CompartmentId) -> Vec<Told> {
        let keys = self.keys_of(compartment);
        let rows = self.held.operations.get(&compartment).into_iter().flatten();
        rows.map(|(id, (row, place))| Told {
            id: *id,
            place: place.clone(),
            read: self.open_row(*row, &keys),
        })
        .collect()
    }

    /// Verifies and opens the operation in a row.
    fn open_row(
        &self,
        row: u64,
        keys: &BTreeMap<EpochId, EpochKey>,
    ) -> Option<(DeviceId, Content)> {
        let Ok(Row::Item(Item::Operation(operation))) = self.log.read(row) else {
            return None;
        };
        let key = keys.get(&operation.place().epoch)?;
        let verified = operation.verify(self.organisation()).ok()?;
        let content = Content::from_bytes(&verified.open(key).ok()?).ok()?;
        Some((key.opener(), content))
    }
}
