//! How a vault begins: with an organisation, or as a guest of one.

use crate::membership::{Act, Entry, Founder, PersonId};
use crate::vault::own_compartment;
use crate::{Home, ORGANISATION, OpenError, Vault};
use sealed::{
    DeviceId, DeviceKey, Hardness, HeldTransit, IndexKey, Item, KeyRing, OrganisationId,
    Passphrase, StoreKey, TransitKey,
};
use std::collections::BTreeSet;

/// What a new device starts from, as it was compared in person or over a call.
#[derive(Clone, Copy, Debug)]
pub struct Believes {
    /// The organisation that it is to join.
    pub organisation: OrganisationId,
    /// Who introduces it there.
    pub introducer: DeviceId,
    /// The person whose device it is.
    pub person: PersonId,
}

impl Vault {
    /// Founds an organisation on this device. `threshold` people must sign an erasure. Its one founder
    /// lets people in by their own word ([`membership::Roster::vouches_alone`]).
    ///
    /// [`membership::Roster::vouches_alone`]: crate::membership::Roster::vouches_alone
    ///
    /// # Errors
    /// [`OpenError`], if there is a vault already or the disk does not write.
    pub fn create(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        threshold: u64,
        at: i64,
    ) -> Result<Self, OpenError> {
        let device = DeviceKey::make(home.randomness.as_mut());
        let person = PersonId(sealed::make_bytes(home.randomness.as_mut()));
        let founder = Believes {
            // Named by the charter, which needs the device's transit key.
            organisation: OrganisationId([0; 32]),
            introducer: device.id(),
            person,
        };
        let mut ring = new_ring(&mut home, founder, device, at)?;
        let charter = charter(&ring, threshold);
        ring.organisation = OrganisationId(charter.id().0);
        let organisation = ring.organisation;
        let mut vault = Self::begin(home, passphrase, hardness, ring)?;
        vault.store(vec![Item::Entry(charter)])?;
        vault.show_card()?;
        vault.found(&[(own_compartment(organisation), ORGANISATION)], at)?;
        vault.finish()?;
        Ok(vault)
    }

    /// Begins a vault on a device that is to join an organisation. It holds nothing until somebody
    /// there has admitted its card, and a bundle has come back.
    ///
    /// `organisation` and `introducer` are what was compared in person or over a call.
    ///
    /// # Errors
    /// [`OpenError`], if there is a vault already or the disk does not write.
    pub fn guest(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        organisation: OrganisationId,
        introducer: DeviceId,
        at: i64,
    ) -> Result<Self, OpenError> {
        let believes = Believes {
            organisation,
            introducer,
            person: PersonId(sealed::make_bytes(home.randomness.as_mut())),
        };
        Self::guest_who(home, passphrase, hardness, believes, at)
    }

    /// As [`Vault::guest`], on a further device of a person who belongs already: two devices of one
    /// person sign as one.
    ///
    /// # Errors
    /// [`OpenError`], if there is a vault already or the disk does not write.
    pub fn guest_who(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        believes: Believes,
        at: i64,
    ) -> Result<Self, OpenError> {
        let device = DeviceKey::make(home.randomness.as_mut());
        let ring = new_ring(&mut home, believes, device, at)?;
        let mut vault = Self::begin(home, passphrase, hardness, ring)?;
        vault.show_card()?;
        vault.finish()?;
        Ok(vault)
    }
}

/// The charter of an organisation whose one founder is on this device. With one founder its threshold
/// is one, whatever an erasure takes.
fn charter(ring: &KeyRing, erasure: u64) -> Entry {
    let transit = ring
        .transit
        .last()
        .expect("a device always has a transit key");
    let founder = Founder {
        person: ring.person,
        device: ring.device.id(),
        transit: transit.key.public().into(),
    };
    let act = Act::Charter {
        threshold: 1,
        erasure: u8::try_from(erasure).unwrap_or(u8::MAX),
        founders: vec![founder],
    };
    let mut charter = Entry::unsigned(BTreeSet::new(), act);
    charter.sign(&ring.device);
    charter
}

/// What a new device keeps secret.
pub(crate) fn new_ring(
    home: &mut Home,
    believes: Believes,
    device: DeviceKey,
    at: i64,
) -> Result<KeyRing, OpenError> {
    let randomness = home.randomness.as_mut();
    let transit = HeldTransit {
        number: 1,
        made: at,
        key: TransitKey::make(randomness),
    };
    Ok(KeyRing {
        organisation: believes.organisation,
        introducer: believes.introducer,
        person: believes.person,
        device,
        transit: vec![transit],
        store: StoreKey::make(randomness),
        index: IndexKey::make(randomness),
        epochs: vec![],
        roots: vec![],
        erased: vec![],
        home: home.mark()?,
        slots: vec![],
        rows: 0,
    })
}
