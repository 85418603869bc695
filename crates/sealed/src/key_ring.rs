use crate::membership::PersonId;
use crate::{
    Canonical, CompartmentId, DeviceId, DeviceKey, EpochId, EpochKey, IndexKey, Malformed,
    OrganisationId, Reader, Secret, StoreKey, Stretched, TransitKey, Writer,
};

/// The most that is read of anything: epochs of years.
const MOST: usize = 1 << 20;

/// What lies in a key box: everything that this device must keep secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRing {
    /// The organisation that the device belongs to.
    pub organisation: OrganisationId,
    /// Whom it believed first: the founder, or who let it in.
    pub introducer: DeviceId,
    /// The person whose device it is.
    pub person: PersonId,
    /// Its signing key.
    pub device: DeviceKey,
    /// Its transit keys, newest last.
    pub transit: Vec<HeldTransit>,
    /// The key of the log's rows.
    pub store: StoreKey,
    /// The key of the index's snapshot.
    pub index: IndexKey,
    /// All epoch keys that it holds.
    pub epochs: Vec<EpochKey>,
    /// The epoch by which each compartment was first known here: all else is judged from there.
    pub roots: Vec<Root>,
    /// What was erased here, and is not taken in again.
    pub erased: Vec<Erased>,
    /// Where the vault lay when this was written: elsewhere it is a copy.
    pub home: [u8; 32],
    /// What each slot in use opens with, so that the box can be written anew.
    pub slots: Vec<(usize, Stretched)>,
    /// The log has at least so many rows.
    pub rows: u64,
}

/// A transit key with its number and the day it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldTransit {
    /// The how manieth of this device.
    pub number: u64,
    /// When it was made, in seconds since 1970.
    pub made: i64,
    /// The key.
    pub key: TransitKey,
}

impl Canonical for KeyRing {
    fn write(&self, to: &mut Writer) {
        to.array(13).put(&self.organisation).put(&self.introducer);
        to.put(&self.person);
        to.bytes(self.device.seed().expose()).list(&self.transit);
        to.put(&self.store).put(&self.index).list(&self.epochs);
        to.list(&self.roots)
            .list(&self.erased)
            .bytes(&self.home)
            .array(self.slots.len());
        for (at, stretched) in &self.slots {
            to.array(2)
                .number(*at as u64)
                .bytes(stretched.secret().expose());
        }
        to.number(self.rows);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(13)?;
        let organisation = from.take()?;
        let introducer = from.take()?;
        let person = from.take()?;
        let device = DeviceKey::of(Secret::take(&mut from.exactly()?));
        Ok(Self {
            organisation,
            introducer,
            person,
            device,
            transit: from.list(MOST)?,
            store: from.take()?,
            index: from.take()?,
            epochs: from.list(MOST)?,
            roots: from.list(MOST)?,
            erased: from.list(MOST)?,
            home: from.exactly()?,
            slots: from
                .list::<Slot>(crate::SLOTS)?
                .into_iter()
                .map(|slot| slot.0)
                .collect(),
            rows: from.number()?,
        })
    }
}

impl Canonical for HeldTransit {
    fn write(&self, to: &mut Writer) {
        to.array(3).number(self.number).signed(self.made);
        to.bytes(self.key.secret().expose());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(3)?;
        Ok(Self {
            number: from.number()?,
            made: from.signed()?,
            key: TransitKey::of(Secret::take(&mut from.exactly()?)),
        })
    }
}

/// A compartment, and the epoch by which it was first known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root {
    /// Which compartment.
    pub compartment: CompartmentId,
    /// Which epoch.
    pub epoch: EpochId,
}

impl Canonical for Root {
    fn write(&self, to: &mut Writer) {
        to.array(2).put(&self.compartment).put(&self.epoch);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(Self {
            compartment: from.take()?,
            epoch: from.take()?,
        })
    }
}

/// A compartment that was erased here. How many keys went is written in the one writing in which they
/// go: a receipt can tell it whenever it is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased {
    /// Which compartment.
    pub compartment: CompartmentId,
    /// How many of its epoch keys were destroyed.
    pub keys: u64,
}

impl Canonical for Erased {
    fn write(&self, to: &mut Writer) {
        to.array(2).put(&self.compartment).number(self.keys);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(Self {
            compartment: from.take()?,
            keys: from.number()?,
        })
    }
}

/// A slot in use.
struct Slot((usize, Stretched));

impl Canonical for Slot {
    fn write(&self, to: &mut Writer) {
        to.array(2)
            .number(self.0.0 as u64)
            .bytes(self.0.1.secret().expose());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        let at = usize::try_from(from.number()?).map_err(|_| Malformed)?;
        let stretched = Stretched::of(Secret::take(&mut from.exactly()?));
        match at < crate::SLOTS {
            true => Ok(Self((at, stretched))),
            false => Err(Malformed),
        }
    }
}
