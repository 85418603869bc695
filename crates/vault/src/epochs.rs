//! Who may read a compartment: founding, granting, removing, renewing.

use crate::{Vault, VaultError};
use sealed::{
    Body, Card, CompartmentId, DeviceId, EpochKey, EpochOpened, HeldTransit, Item, Letter, Row,
    Succession, TransitKey,
};
use std::collections::BTreeSet;

/// A transit key is kept no longer than this after it was made, in seconds: thirty days (E6).
const TRANSIT_KEPT: i64 = 30 * 24 * 60 * 60;

/// How far back a new reader may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// From the beginning, as far as whoever grants can read.
    All,
    /// Only what is written from now on.
    FromNow,
}

impl Vault {
    /// Admits a device to the organisation, by its card, and its person if they do not belong yet. That
    /// the card is the right one was compared before, in person or over a call.
    ///
    /// A card names its person ([`Card::person`]): one who belongs already gets a further device by it,
    /// with all that they may do. Whoever admits must have been shown that, and mean it.
    ///
    /// # Errors
    /// [`VaultError::NotVouched`], if the charter wants more people to vouch: this device has signed,
    /// colleagues see it in [`Vault::unvouched`], and once [`Vault::vouch`] was enough the card is
    /// admitted again. Else [`VaultError`], if it is no card of this organisation or nothing may be
    /// written here.
    pub fn admit(&mut self, card: Card, at: i64) -> Result<DeviceId, VaultError> {
        self.may_write()?;
        let verified = card.verify(self.organisation());
        let verified = verified.map_err(|_| VaultError::NotACard)?;
        let device = verified.device();
        let card = Item::Card(verified.card().clone());
        let entries = self.admissions(&verified).into_iter().map(Item::Entry);
        let rows = std::iter::once(card).chain(entries).map(Row::Item);
        let new: Vec<Row> = rows.filter(|row| !self.held.knows(row)).collect();
        self.store_rows(new)?;
        self.grant(self.own_compartment(), device, History::All, at)?;
        Ok(device)
    }

    /// Lets a device read a compartment: a new epoch, with a letter to every reader.
    ///
    /// # Errors
    /// [`VaultError`], if the device's card is not known, nobody has vouched for it, or this device may
    /// not write there.
    pub fn grant(
        &mut self,
        compartment: CompartmentId,
        device: DeviceId,
        history: History,
        at: i64,
    ) -> Result<(), VaultError> {
        if self.held.card(&device).is_none() {
            return Err(VaultError::UnknownDevice(device));
        }
        self.may_receive(device)
            .map_err(|why| VaultError::NotVouched(device, why))?;
        let mut readers = self.readers_if_one(compartment)?;
        readers.insert(device);
        self.open_epoch(compartment, readers, history, None, at)
    }

    /// Removes a device from a compartment: a new epoch at once, of which it gets no key.
    ///
    /// # Errors
    /// [`VaultError`], if this device may not write there, or is the one to be removed.
    pub fn remove(
        &mut self,
        compartment: CompartmentId,
        device: DeviceId,
        at: i64,
    ) -> Result<(), VaultError> {
        // Whoever makes the next key knows it: a device that leaves must not be the one.
        if device == self.device() {
            return Err(VaultError::RemovesItself);
        }
        let mut readers = self.readers_if_one(compartment)?;
        readers.remove(&device);
        self.open_epoch(compartment, readers, History::All, None, at)
    }

    /// Removes a device, lost or stolen, from the organisation, by this device's signature alone, and
    /// from every compartment that both can read.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn remove_everywhere(&mut self, device: DeviceId, at: i64) -> Result<(), VaultError> {
        self.may_write()?;
        if device == self.device() {
            return Err(VaultError::RemovesItself);
        }
        self.shut_out(device)?;
        for (compartment, _) in self.compartments() {
            let readers = self.fold(compartment)?.readers.clone();
            if readers.contains(&device) && readers.contains(&self.device()) {
                self.remove(compartment, device, at)?;
            }
        }
        Ok(())
    }

    /// Opens a new epoch for the same readers: it heals after keys were copied unnoticed.
    ///
    /// # Errors
    /// [`VaultError`], if this device may not write there.
    pub fn renew(&mut self, compartment: CompartmentId, at: i64) -> Result<(), VaultError> {
        let readers = self.readers_if_one(compartment)?;
        self.open_epoch(compartment, readers, History::All, None, at)
    }

    /// Makes a new transit key, shows its card, and forgets those that are too old.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn renew_transit(&mut self, at: i64) -> Result<(), VaultError> {
        self.may_write()?;
        self.push_transit(at);
        let ring = &mut self.key_box.ring;
        let newest = ring.transit.last().map_or(0, |held| held.number);
        ring.transit
            .retain(|held| held.number == newest || at.saturating_sub(held.made) < TRANSIT_KEPT);
        self.write_keys()?;
        self.show_card()
    }

    /// Adds a new transit key to the ring.
    pub(crate) fn push_transit(&mut self, at: i64) {
        let key = TransitKey::make(self.home.randomness.as_mut());
        let ring = &mut self.key_box.ring;
        let number = ring.transit.last().map_or(0, |held| held.number) + 1;
        ring.transit.push(HeldTransit {
            number,
            made: at,
            key,
        });
    }

    /// Founds compartments of some kinds, whose only reader is this device.
    pub(crate) fn found(
        &mut self,
        new: &[(CompartmentId, u64)],
        at: i64,
    ) -> Result<(), VaultError> {
        let me = self.device();
        let keys: Vec<EpochKey> = new
            .iter()
            .map(|(id, _)| EpochKey::make(*id, 1, me, self.home.randomness.as_mut()))
            .collect();
        keys.iter().for_each(|key| self.hold(key.clone()));
        self.write_keys()?;
        let openings = keys.iter().zip(new).map(|(key, (_, kind))| {
            let opened = EpochOpened {
                kind: *kind,
                readers: vec![me],
                follows: vec![],
                links: vec![],
                succession: None,
            };
            Item::Operation(self.author(key, Body::EpochOpened(opened), at, &[]))
        });
        let openings = openings.collect();
        self.store(openings)
    }

    /// The readers, if this device is one of them.
    fn readers_if_one(&self, compartment: CompartmentId) -> Result<BTreeSet<DeviceId>, VaultError> {
        self.may_write()?;
        let readers = self.fold(compartment)?.readers.clone();
        match readers.contains(&self.device()) {
            true => Ok(readers),
            false => Err(VaultError::NotAReader(compartment)),
        }
    }

    /// Where two people changed the key at once, whoever sees both opens an epoch above them. Until
    /// it is open, nothing is written.
    pub(crate) fn settle(&mut self, compartment: CompartmentId, at: i64) -> Result<(), VaultError> {
        let readers = self.readers_if_one(compartment)?;
        match self.fold(compartment)?.tips.len() {
            1 => Ok(()),
            _ => self.open_epoch(compartment, readers, History::All, None, at),
        }
    }

    /// Opens an epoch above all tips, and writes a letter with its key to every reader that may receive
    /// it. Whoever no longer belongs to the organisation is no reader of it.
    pub(crate) fn open_epoch(
        &mut self,
        compartment: CompartmentId,
        mut readers: BTreeSet<DeviceId>,
        history: History,
        succession: Option<Succession>,
        at: i64,
    ) -> Result<(), VaultError> {
        readers.retain(|device| !self.is_gone(*device));
        let folded = self.fold(compartment)?;
        let number = folded.tips.iter().map(|tip| tip.number).max().unwrap_or(0) + 1;
        let me = self.device();
        let key = EpochKey::make(compartment, number, me, self.home.randomness.as_mut());
        let held = self.keys_of(compartment);
        // What was written under an epoch that was set aside stays readable, too.
        let before = folded.tips.iter().chain(&folded.set_aside);
        let links = before.filter_map(|epoch| held.get(epoch));
        let opened = EpochOpened {
            kind: folded.kind,
            readers: readers.iter().copied().collect(),
            follows: folded.tips.clone(),
            links: match history {
                History::All => links.cloned().collect(),
                History::FromNow => vec![],
            },
            succession,
        };
        // The key is safe on this disk before anybody can have been told of it.
        self.keep(key.clone())?;
        let operation = self.author(&key, Body::EpochOpened(opened), at, &folded.heads);
        let mut items = vec![Item::Operation(operation)];
        items.extend(self.letters(&key, &readers, &folded.heads));
        self.store(items)
    }

    fn letters(
        &mut self,
        key: &EpochKey,
        readers: &BTreeSet<DeviceId>,
        heads: &[sealed::OperationId],
    ) -> Vec<Item> {
        let others = readers.iter().filter(|device| **device != self.device());
        let others = others.filter(|device| self.may_receive(**device).is_ok());
        let others: Vec<DeviceId> = others.copied().collect();
        let ring = &self.key_box.ring;
        let cards = others.iter().filter_map(|device| self.held.card(device));
        cards
            .map(|card| {
                let randomness = self.home.randomness.as_mut();
                let heads = heads.to_vec();
                Letter::write_to(
                    card,
                    key,
                    &ring.device,
                    ring.organisation,
                    heads,
                    randomness,
                )
            })
            .map(Item::Letter)
            .collect()
    }
}
