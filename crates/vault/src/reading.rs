//! From rows to what stands in a compartment: every signature verified, every content opened.

use crate::backup::generations_in;
use crate::compartment::{Compartment, Told};
use crate::log::SealedRow;
use crate::workers::side_by_side;
use crate::{Vault, VaultError};
use sealed::{
    Body, Canonical, CompartmentId, Content, DeviceId, EpochKey, Item, OperationId, Place,
    RecoveryPublic, Row, StoreKey, Succession, Verifications,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many rows are read before they are opened, on all cores.
const AT_ONCE: usize = 1 << 13;

/// A row that holds an operation, and the key that opens it.
struct Unread<'k> {
    row: SealedRow,
    key: &'k EpochKey,
}

/// What an operation says, and who opened the epoch under which it is sealed.
type Said = (DeviceId, Content);

impl Vault {
    /// The contents that stand, with their places.
    pub(crate) fn contents(
        &self,
        compartment: CompartmentId,
    ) -> Result<Vec<(OperationId, Place, Content)>, VaultError> {
        let folded = self.fold(compartment)?;
        // Nothing may have arrived yet, or all of it may be damaged.
        let rows = self.held.operations.get(&compartment);
        let standing = folded.standing.iter().filter_map(|id| {
            let (row, place) = rows?.get(id)?;
            Some((*id, *row, place))
        });
        let standing: Vec<_> = standing.collect();
        let said = self.read_all(&standing);
        let opened = standing.into_iter().zip(said).filter_map(|(known, said)| {
            let (id, _, place) = known;
            Some((id, place.clone(), said?.1))
        });
        Ok(opened.collect())
    }

    /// The compartment as its operations make it.
    pub(crate) fn fold(&self, compartment: CompartmentId) -> Result<Arc<Compartment>, VaultError> {
        if self.key_places.is_erased(compartment) {
            return Err(VaultError::Erased(compartment));
        }
        if self.root(compartment).is_none() {
            return Err(VaultError::UnknownCompartment(compartment));
        }
        self.fold_all(&[compartment]);
        let folded = self.folded.borrow().compartment(compartment);
        folded.ok_or(VaultError::UnknownCompartment(compartment))
    }

    /// How many compartments this vault holds something of and cannot read to the end: rows that are
    /// sealed under keys which never came here, or letters about a compartment to other devices only.
    /// What was erased here is not counted.
    ///
    /// A number above nought is certain: there is more than this device opens. Nought says nothing. A
    /// bundle for one device has only what that device reads, so whoever was never let in may hold no
    /// trace of it, and nobody can tell from here what has never arrived.
    pub fn closed_compartments(&self) -> usize {
        let ring = &self.key_box.ring;
        let by = (self.log.rows(), ring.epochs.len(), ring.erased.len());
        let counted = self.folded.borrow().closed;
        match counted {
            Some((then, closed)) if then == by => closed,
            _ => {
                let closed = self.count_closed();
                self.folded.borrow_mut().closed = Some((by, closed));
                closed
            }
        }
    }

    fn count_closed(&self) -> usize {
        let operations = self.held.operations.iter();
        let sealed = operations.filter(|(compartment, all)| {
            let mut places = all.values().map(|(_, place)| place);
            places.any(|place| self.key_of(**compartment, place.epoch).is_none())
        });
        let heads = self.held.letters.iter().map(|(_, head)| head.compartment);
        let told_of = heads.filter(|compartment| self.root(*compartment).is_none());
        let mut closed: BTreeSet<CompartmentId> = sealed.map(|(id, _)| *id).collect();
        closed.extend(told_of);
        closed.retain(|compartment| !self.key_places.is_erased(*compartment));
        closed.len()
    }

    /// Folds those of some compartments that were not folded since something was added.
    pub(crate) fn fold_all(&self, compartments: &[CompartmentId]) {
        let own = self.own_compartment();
        let generations = match compartments {
            // Who vouches stands in this very compartment.
            [only] if *only == own => Arc::default(),
            _ => self.current_generations(),
        };
        let mut told = vec![];
        for compartment in compartments {
            let is_folded = self.folded.borrow().compartment(*compartment).is_some();
            if !is_folded && !self.key_places.is_erased(*compartment) {
                told.push(*compartment);
            }
            let rows = told.iter().filter_map(|id| self.held.operations.get(id));
            if rows.map(|rows| rows.len()).sum::<usize>() >= AT_ONCE {
                self.fold_these(&std::mem::take(&mut told), &generations);
            }
        }
        self.fold_these(&told, &generations);
    }

    /// Reads what compartments are for, where that is not known yet: by the opening of the epoch by
    /// which each was first known here. Where that has not arrived, nothing can be read.
    pub(crate) fn find_kinds(&self, compartments: &[CompartmentId]) {
        let unknown: Vec<_> = {
            let kinds = &self.folded.borrow().kinds;
            let unknown = compartments.iter().filter(|id| !kinds.contains_key(id));
            unknown.filter_map(|id| self.opening_of(*id)).collect()
        };
        let said = self.read_all(&unknown);
        for ((_, _, place), said) in unknown.iter().zip(said) {
            let kind = match said.map(|(_, content)| content.body) {
                Some(Body::EpochOpened(opened)) => Some(opened.kind),
                // Its opener has said something else first: a vault that was copied, or a lie.
                _ => self.kind_by_fold(place.compartment),
            };
            if let Some(kind) = kind {
                let mut folded = self.folded.borrow_mut();
                folded.kinds.insert(place.compartment, kind);
            }
        }
    }

    fn kind_by_fold(&self, compartment: CompartmentId) -> Option<u64> {
        let folded = self.fold(compartment).ok()?;
        (!folded.standing.is_empty()).then_some(folded.kind)
    }

    /// The first operation of whoever opened the epoch by which a compartment was first known.
    fn opening_of(&self, compartment: CompartmentId) -> Option<(OperationId, u64, &Place)> {
        let root = self.root(compartment)?;
        let opener = self.key_of(compartment, root)?.opener();
        let all = self.held.operations.get(&compartment)?.iter();
        let theirs = all.filter(|(_, (_, place))| place.epoch == root && place.author == opener);
        let first = theirs.min_by_key(|(_, (_, place))| place.number);
        first.map(|(id, (row, place))| (*id, *row, place))
    }

    fn fold_these(&self, compartments: &[CompartmentId], generations: &[RecoveryPublic]) {
        let known = compartments
            .iter()
            .filter_map(|id| self.held.operations.get(id));
        let known: Vec<_> = known
            .flatten()
            .map(|(id, (row, place))| (*id, *row, place))
            .collect();
        let said = self.read_all(&known);
        let mut told = known.into_iter().zip(said).map(|((id, _, place), read)| {
            let place = place.clone();
            Told { id, place, read }
        });
        for compartment in compartments {
            let count = self
                .held
                .operations
                .get(compartment)
                .map_or(0, |all| all.len());
            let told: Vec<Told> = told.by_ref().take(count).collect();
            if let Some(root) = self.root(*compartment) {
                let folded = self.fold_told(*compartment, &told, root, generations);
                self.folded
                    .borrow_mut()
                    .keep(*compartment, Arc::new(folded));
            }
        }
    }

    fn fold_told(
        &self,
        compartment: CompartmentId,
        told: &[Told],
        root: sealed::EpochId,
        generations: &[RecoveryPublic],
    ) -> Compartment {
        let organisation = self.organisation();
        let own_generations;
        let generations = if compartment == self.own_compartment() {
            // Who vouches stands in this very compartment: it is read first as if nobody did.
            let unvouched = Compartment::of(told, root, &|_| false);
            own_generations = generations_in(told, &unvouched.standing);
            own_generations.as_slice()
        } else {
            generations
        };
        let vouched = |succession: &Succession| {
            let mut generations = generations.iter();
            generations.any(|public| succession.verify(organisation, public).is_ok())
        };
        Compartment::of(told, root, &vouched)
    }

    /// The generations that may vouch for a device.
    fn current_generations(&self) -> Arc<[RecoveryPublic]> {
        let current = self.folded.borrow().generations();
        current.unwrap_or_else(|| {
            let now = self.generations();
            let mut folded = self.folded.borrow_mut();
            folded.set_generations(now, self.own_compartment());
            folded.generations().unwrap_or_default()
        })
    }

    /// Verifies and opens operations, on all cores; nothing of those without a key.
    fn read_all(&self, operations: &[(OperationId, u64, &Place)]) -> Vec<Option<Said>> {
        let (store, verifications) = (self.log.key(), &self.verifications);
        let mut all = Vec::with_capacity(operations.len());
        for some in operations.chunks(AT_ONCE) {
            let unread = some.iter().map(|(_, row, place)| {
                let key = self.key_of(place.compartment, place.epoch)?;
                let row = self.log.row(*row);
                Some(Unread { row, key })
            });
            let unread: Vec<Option<Unread<'_>>> = unread.collect();
            let read = |unread: &Option<Unread<'_>>| unread.as_ref()?.read(store, verifications);
            all.extend(side_by_side(&unread, read));
        }
        all
    }
}

impl Unread<'_> {
    /// Verifies and opens the operation in the row.
    fn read(&self, store: &StoreKey, verifications: &Verifications) -> Option<Said> {
        let Ok(Row::Item(Item::Operation(operation))) = self.row.open(store) else {
            return None;
        };
        let operation = verifications.verify(operation).ok()?;
        let content = Content::from_bytes(&operation.open(self.key).ok()?).ok()?;
        Some((self.key.opener(), content))
    }
}
