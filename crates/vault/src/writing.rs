//! From what is said to a row: sealed, signed, linked and stored.

use crate::{Vault, VaultError};
use sealed::{
    Body, Canonical, CompartmentId, Content, EpochKey, Item, Next, Operation, OperationId, Row,
};
use zeroize::Zeroizing;

impl Vault {
    /// Says something in a compartment, under an epoch that all of its readers can read.
    pub(crate) fn say(
        &mut self,
        compartment: CompartmentId,
        body: Body,
        at: i64,
    ) -> Result<OperationId, VaultError> {
        self.may_write()?;
        self.settle(compartment, at)?;
        let folded = self.fold(compartment)?;
        let tip = *folded
            .tips
            .first()
            .ok_or(VaultError::UnknownCompartment(compartment))?;
        let key = self.keys_of(compartment).remove(&tip);
        let key = key.ok_or(VaultError::NotAReader(compartment))?;
        let operation = self.author(&key, body, at, &folded.heads);
        let id = operation.id();
        self.store(vec![Item::Operation(operation)])?;
        Ok(id)
    }

    /// Seals and signs an operation of this device.
    pub(crate) fn author(
        &mut self,
        epoch: &EpochKey,
        body: Body,
        at: i64,
        heads: &[OperationId],
    ) -> Operation {
        let me = self.device();
        let mine = self
            .held
            .operations
            .get(&epoch.compartment())
            .into_iter()
            .flatten();
        let mine = mine.filter(|(_, (_, place))| place.author == me);
        let last = mine.max_by_key(|(_, (_, place))| place.number);
        let next = Next {
            after: last.map(|(id, (_, place))| (place.number, *id)),
            heads: heads.to_vec(),
        };
        let content = Content { claimed: at, body };
        let bytes = Zeroizing::new(content.to_bytes());
        let ring = &self.key_box.ring;
        Operation::author(
            &ring.device,
            ring.organisation,
            epoch,
            next,
            &bytes,
            self.home.randomness.as_mut(),
        )
    }

    /// Stores items of our own making.
    pub(crate) fn store(&mut self, items: Vec<Item>) -> Result<(), VaultError> {
        self.store_rows(items.into_iter().map(Row::Item).collect())
    }

    /// Stores rows, and notes what lies in them.
    pub(crate) fn store_rows(&mut self, rows: Vec<Row>) -> Result<(), VaultError> {
        let first = self.log.append(&rows, self.home.randomness.as_mut())?;
        let organisation = self.organisation();
        for (number, row) in (first..).zip(rows) {
            if let Row::Item(Item::Operation(operation)) = &row {
                self.forget(operation.place().compartment);
            }
            self.held.note(number, row, organisation);
        }
        Ok(())
    }
}
