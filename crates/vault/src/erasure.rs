//! Erasing one compartment, everywhere: an order, signatures, receipts.

use crate::membership::PersonId;
use crate::{Vault, VaultError};
use sealed::{Body, CompartmentId, DeviceId, Erased, IndexKey, OperationId, Receipt};
use std::collections::BTreeSet;

/// A recovery generation ends at the latest so long after it began, in seconds: ninety days (E7).
const GENERATION: i64 = 90 * 24 * 60 * 60;

/// An order to erase a compartment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which order.
    pub id: OperationId,
    /// What is to be erased.
    pub compartment: CompartmentId,
    /// The devices whose signatures it bears.
    pub signers: BTreeSet<DeviceId>,
    /// The people whose devices those are: two devices of one person are one signature.
    pub people: BTreeSet<PersonId>,
    /// How many people must sign, by the charter.
    pub needed: u64,
}

/// How far an erasure has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The devices that erased, with their receipts.
    pub receipts: Vec<(DeviceId, Receipt)>,
    /// The devices of the organisation that have not answered.
    pub unanswered: BTreeSet<DeviceId>,
}

impl Order {
    /// Whether enough people have signed.
    pub fn stands(&self) -> bool {
        self.people.len() as u64 >= self.needed
    }
}

impl Vault {
    /// Orders that a compartment be erased. That no proceeding is pending was asked before.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn order_erasure(
        &mut self,
        compartment: CompartmentId,
        at: i64,
    ) -> Result<OperationId, VaultError> {
        if compartment == self.own_compartment() {
            return Err(VaultError::OwnCompartment);
        }
        self.say(
            self.own_compartment(),
            Body::ErasureOrdered(compartment),
            at,
        )
    }

    /// Signs an order of somebody else.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn second_erasure(&mut self, order: OperationId, at: i64) -> Result<(), VaultError> {
        self.say(self.own_compartment(), Body::ErasureSeconded(order), at)?;
        Ok(())
    }

    /// All orders, with their signatures so far.
    ///
    /// # Errors
    /// [`VaultError`], if this device has not joined the organisation yet.
    pub fn orders(&self) -> Result<Vec<Order>, VaultError> {
        let needed = self.erasure_needs();
        let mut orders: Vec<Order> = vec![];
        for (id, place, content) in self.contents(self.own_compartment())? {
            match content.body {
                Body::ErasureOrdered(compartment) => orders.push(Order {
                    id,
                    compartment,
                    signers: [place.author].into(),
                    people: self.person_of(place.author).into_iter().collect(),
                    needed,
                }),
                Body::ErasureSeconded(order) => {
                    let ordered = orders.iter_mut().find(|known| known.id == order);
                    ordered.into_iter().for_each(|order| {
                        order.signers.insert(place.author);
                        order.people.extend(self.person_of(place.author));
                    });
                }
                _ => {}
            }
        }
        Ok(orders)
    }

    /// Erases a compartment on this device, by an order that enough have signed: its epoch keys and
    /// all transit keys but a new one are destroyed, the index key is renewed, the key box is written
    /// anew under a new key, and a receipt is signed.
    ///
    /// Repeated after a power cut it does what was left to do. Its receipt counts all keys that were
    /// destroyed here, also those that went before the power did: their number is written with what
    /// takes them away.
    ///
    /// # Errors
    /// [`VaultError::NotOrdered`], if signatures are missing.
    pub fn erase(&mut self, order: OperationId, at: i64) -> Result<Receipt, VaultError> {
        self.may_write()?;
        let orders = self.orders()?;
        let order = orders.into_iter().find(|known| known.id == order);
        let order = order.ok_or(VaultError::NotOrdered {
            needed: 1,
            found: 0,
        })?;
        if !order.stands() {
            return Err(VaultError::NotOrdered {
                needed: order.needed,
                found: order.people.len() as u64,
            });
        }
        if order.compartment == self.own_compartment() {
            return Err(VaultError::OwnCompartment);
        }
        let keys = self.destroy(order.compartment, at)?;
        let receipt = Receipt {
            compartment: order.compartment,
            order: order.id,
            keys,
            recoverable_until: self.recoverable_until(),
        };
        self.say(self.own_compartment(), Body::Erased(receipt.clone()), at)?;
        Ok(receipt)
    }

    /// Destroys everything here that could open a compartment. Gives the number of its keys that were
    /// destroyed, now or before.
    fn destroy(&mut self, compartment: CompartmentId, at: i64) -> Result<u64, VaultError> {
        self.push_transit(at);
        let index = IndexKey::make(self.home.randomness.as_mut());
        let ring = &mut self.key_box.ring;
        let before = ring.epochs.len();
        ring.epochs.retain(|key| key.compartment() != compartment);
        let destroyed = (before - ring.epochs.len()) as u64;
        ring.roots.retain(|root| root.compartment != compartment);
        let known = ring
            .erased
            .iter()
            .position(|one| one.compartment == compartment);
        let at = known.unwrap_or_else(|| {
            let keys = 0;
            ring.erased.push(Erased { compartment, keys });
            ring.erased.len() - 1
        });
        ring.erased[at].keys += destroyed;
        let destroyed = ring.erased[at].keys;
        // Letters that are still on their way to an older key are lost, and asked for again.
        ring.transit.drain(..ring.transit.len() - 1);
        ring.index = index;
        self.forget_all();
        self.write_keys()?;
        self.drop_snapshot()?;
        self.show_card()?;
        Ok(destroyed)
    }

    /// Until when share-holders with an old copy could still open what is erased now.
    fn recoverable_until(&self) -> Option<i64> {
        self.begun_generations()
            .into_iter()
            .map(|(began, _)| began.saturating_add(GENERATION))
            .max()
    }

    /// How far the erasure of a compartment has come.
    ///
    /// # Errors
    /// [`VaultError`], if this device has not joined the organisation yet.
    pub fn erasure(&self, compartment: CompartmentId) -> Result<Erasure, VaultError> {
        let contents = self.contents(self.own_compartment())?.into_iter();
        let receipts: Vec<(DeviceId, Receipt)> = contents
            .filter_map(|(_, place, content)| match content.body {
                Body::Erased(receipt) if receipt.compartment == compartment => {
                    Some((place.author, receipt))
                }
                _ => None,
            })
            .collect();
        let mut unanswered = self.fold(self.own_compartment())?.readers.clone();
        unanswered.retain(|device| receipts.iter().all(|(by, _)| by != device));
        Ok(Erasure {
            receipts,
            unanswered,
        })
    }
}
