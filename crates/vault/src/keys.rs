//! Epoch keys that come in: by letter, and by links that lead backwards.

use crate::{Vault, VaultError};
use sealed::{CompartmentId, DeviceId, EpochId, EpochKey, Item, LetterHead, Root, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Keys by what they open.
type Found = BTreeMap<(CompartmentId, EpochId), EpochKey>;

impl Vault {
    /// Keeps an epoch's key, and by which epoch its compartment was first known.
    pub(crate) fn keep(&mut self, key: EpochKey) -> Result<(), VaultError> {
        self.hold(key);
        self.write_keys()
    }

    /// Holds a key; the key box is not written yet.
    pub(crate) fn hold(&mut self, key: EpochKey) {
        let (compartment, epoch) = (key.compartment(), key.id());
        if self.root(compartment).is_none() {
            self.key_box.ring.roots.push(Root { compartment, epoch });
        }
        self.key_box.ring.epochs.push(key);
        self.key_places.note(&self.key_box.ring);
        self.forget(compartment);
    }

    /// Opens letters to this device, and follows links backwards from the compartments where
    /// something came, until nothing new is found.
    pub(crate) fn take_in_keys(
        &mut self,
        mut touched: BTreeSet<CompartmentId>,
    ) -> Result<(), VaultError> {
        let mut has_new = false;
        loop {
            let mut found = self.keys_in_letters();
            found.extend(self.keys_in_links(&touched));
            if found.is_empty() {
                break;
            }
            touched = found.keys().map(|(compartment, _)| *compartment).collect();
            found.into_values().for_each(|key| self.hold(key));
            has_new = true;
        }
        if has_new {
            self.write_keys()?;
        }
        Ok(())
    }

    /// The keys in letters that are believed by what is known so far; they may tell whom to believe
    /// next.
    fn keys_in_letters(&self) -> Found {
        let letters =
            self.held.letters.iter().filter(|(_, head)| {
                self.is_for_us(head) && !self.holds(head.compartment, head.epoch)
            });
        let keys = letters.filter_map(|(row, head)| self.key_in(*row, head));
        keys.map(|key| ((key.compartment(), key.id()), key))
            .collect()
    }

    fn key_in(&self, row: u64, head: &LetterHead) -> Option<EpochKey> {
        let ring = &self.key_box.ring;
        let transit = ring
            .transit
            .iter()
            .find(|held| held.number == head.transit)?;
        let Ok(Row::Item(Item::Letter(letter))) = self.log.read(row) else {
            return None;
        };
        letter
            .verify(ring.organisation)
            .ok()?
            .open(&transit.key)
            .ok()
    }

    /// Whether a letter is to be opened: it is to this device, and whoever sent it may tell us of the
    /// compartment. Of one that we do not know, devices of the organisation may; of the organisation
    /// itself, whoever introduced us. In one that we know, a key opens nothing that its readers did
    /// not begin: it may come from anybody.
    fn is_for_us(&self, head: &LetterHead) -> bool {
        let ring = &self.key_box.ring;
        head.to == ring.device.id()
            && !self.key_places.is_erased(head.compartment)
            && (self.root(head.compartment).is_some() || self.is_believed(head.from))
    }

    fn is_believed(&self, from: DeviceId) -> bool {
        let own = self.fold(self.own_compartment());
        from == self.key_box.ring.introducer || own.is_ok_and(|own| own.readers.contains(&from))
    }

    fn keys_in_links(&self, touched: &BTreeSet<CompartmentId>) -> Found {
        let mut found = Found::new();
        for compartment in touched {
            let Ok(folded) = self.fold(*compartment) else {
                continue;
            };
            for key in folded
                .leads
                .iter()
                .filter(|key| key.compartment() == *compartment)
            {
                if !self.holds(*compartment, key.id()) {
                    found.insert((*compartment, key.id()), key.clone());
                }
            }
        }
        found
    }

    fn holds(&self, compartment: CompartmentId, epoch: EpochId) -> bool {
        self.key_places.key(compartment, epoch).is_some()
    }

    /// The key of an epoch, if this device holds it.
    pub(crate) fn key_of(&self, compartment: CompartmentId, epoch: EpochId) -> Option<&EpochKey> {
        let at = self.key_places.key(compartment, epoch)?;
        self.key_box.ring.epochs.get(at)
    }

    /// The epoch keys of a compartment that this device holds.
    pub(crate) fn keys_of(&self, compartment: CompartmentId) -> BTreeMap<EpochId, EpochKey> {
        let keys = self.key_places.keys(compartment);
        let keys = keys.filter_map(|at| self.key_box.ring.epochs.get(at));
        keys.map(|key| (key.id(), key.clone())).collect()
    }

    /// The epoch by which a compartment was first known here.
    pub(crate) fn root(&self, compartment: CompartmentId) -> Option<EpochId> {
        self.key_places.root(compartment)
    }
}
