//! From what is said to a row: sealed, signed, linked and stored.

use crate::compartment::Compartment;
use crate::{Vault, VaultError};
use sealed::{
    Body, Canonical, CompartmentId, Content, EpochKey, Item, Next, Operation, OperationId, Row,
};
use std::sync::Arc;
use zeroize::Zeroizing;

impl Vault {
    /// Says something in a compartment, under an epoch that all of its readers can read.
    pub(crate) fn say(
        &mut self,
        compartment: CompartmentId,
        body: Body,
        at: i64,
    ) -> Result<OperationId, VaultError> {
        let said = self.say_all(compartment, vec![(body, at)])?;
        Ok(said[0])
    }

    /// Says several things, one after the other, each as if the one before it had been stored: all are
    /// stored, or none.
    pub(crate) fn say_all(
        &mut self,
        compartment: CompartmentId,
        bodies: Vec<(Body, i64)>,
    ) -> Result<Vec<OperationId>, VaultError> {
        let Some((_, at)) = bodies.first() else {
            return Ok(vec![]);
        };
        self.may_write()?;
        self.settle(compartment, *at)?;
        let folded = self.fold(compartment)?;
        let tip = *folded
            .tips
            .first()
            .ok_or(VaultError::UnknownCompartment(compartment))?;
        let key = self.key_of(compartment, tip);
        let key = key.ok_or(VaultError::NotAReader(compartment))?.clone();
        let changes_who_vouches = bodies
            .iter()
            .any(|(body, _)| matches!(body, Body::RecoveryBegun(_) | Body::RecoveryEnded(_)));
        let operations = self.author_all(&key, bodies, &folded.heads);
        let ids: Vec<OperationId> = operations.iter().map(Operation::id).collect();
        self.store(operations.into_iter().map(Item::Operation).collect())?;
        if !changes_who_vouches {
            self.goes_on(compartment, folded, &ids);
        }
        Ok(ids)
    }

    /// What was just said stands after all that stood: it need not be read again to know so.
    fn goes_on(
        &mut self,
        compartment: CompartmentId,
        folded: Arc<Compartment>,
        said: &[OperationId],
    ) {
        // If somebody still holds what stood before, it is worked out anew when asked for.
        if let (Some(last), Ok(mut folded)) = (said.last(), Arc::try_unwrap(folded)) {
            folded.standing.extend(said);
            folded.heads = vec![*last];
            self.folded.get_mut().keep(compartment, Arc::new(folded));
        }
    }

    /// Seals and signs an operation of this device.
    pub(crate) fn author(
        &mut self,
        epoch: &EpochKey,
        body: Body,
        at: i64,
        heads: &[OperationId],
    ) -> Operation {
        let mut authored = self.author_all(epoch, vec![(body, at)], heads);
        authored.remove(0)
    }

    /// Seals and signs operations of this device, each naming the one before it.
    fn author_all(
        &mut self,
        epoch: &EpochKey,
        bodies: Vec<(Body, i64)>,
        heads: &[OperationId],
    ) -> Vec<Operation> {
        let ring = &self.key_box.ring;
        let mine = (epoch.compartment(), ring.device.id());
        let mut after = self.held.latest.get(&mine).copied();
        let mut heads = heads.to_vec();
        let mut authored = Vec::with_capacity(bodies.len());
        for (body, claimed) in bodies {
            let bytes = Zeroizing::new(Content { claimed, body }.to_bytes());
            let operation = Operation::author(
                &ring.device,
                ring.organisation,
                epoch,
                Next { after, heads },
                &bytes,
                self.home.randomness.as_mut(),
            );
            let id = operation.id();
            after = Some((operation.place().number, id));
            heads = vec![id];
            authored.push(operation);
        }
        authored
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
