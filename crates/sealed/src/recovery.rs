use crate::aead::{NotOpened, derive_secret, open, seal};
use crate::device::{NotSigned, Signature};
use crate::membership::{Entry, PersonId};
use crate::padding::{pad, unpad};
use crate::transit::Sent;
use crate::{
    Canonical, Card, CompartmentId, DeviceId, DeviceKey, EpochKey, Malformed, OrganisationId,
    Randomness, Reader, Root, Secret, Suite, TransitKey, TransitPublic, Writer, labels,
};

const MOST_EPOCHS: usize = 1 << 20;

/// The private half of a recovery generation. It is made, split among people, and forgotten; a
/// restore puts it together again, and its end is its destruction (E7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoverySeed {
    generation: u64,
    seed: Secret,
}

/// The public half, which every device knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryPublic {
    /// The how manieth generation.
    pub generation: u64,
    /// Backups are sealed to this.
    pub transit: TransitPublic,
    /// What vouches for a restored device.
    pub signer: DeviceId,
}

/// Share-holders' word that one device takes the place of another, which is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// Of which generation the shares were.
    pub generation: u64,
    /// The device that is lost.
    pub lost: DeviceId,
    /// The device that takes its place.
    pub successor: DeviceId,
    signature: Signature,
}

/// The keys of a device as a backup holds them: epoch keys and no signing key, since what is
/// restored is a new device.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyCopy {
    sent: Sent,
    sealed: Vec<u8>,
}

/// What is in a copy of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedKeys {
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Whom the copied device believed first.
    pub introducer: DeviceId,
    /// The person whose device it is.
    pub person: PersonId,
    /// The device whose keys were copied.
    pub device: DeviceId,
    /// Its epoch keys.
    pub epochs: Vec<EpochKey>,
    /// The epoch by which each compartment was first known there.
    pub roots: Vec<Root>,
    /// What had been erased there.
    pub erased: Vec<CompartmentId>,
}

impl RecoverySeed {
    /// A new generation.
    pub fn make(generation: u64, randomness: &mut dyn Randomness) -> Self {
        Self::of(generation, Secret::make(randomness))
    }

    /// The generation that these bytes are the private half of.
    pub fn of(generation: u64, seed: Secret) -> Self {
        Self { generation, seed }
    }

    /// The how manieth generation.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The bytes to be split among people.
    pub fn secret(&self) -> &Secret {
        &self.seed
    }

    /// The public half.
    pub fn public(&self) -> RecoveryPublic {
        RecoveryPublic {
            generation: self.generation,
            transit: self.transit().public().clone(),
            signer: self.signer().id(),
        }
    }

    /// What opens backups.
    pub fn transit(&self) -> TransitKey {
        TransitKey::of(derive_secret(
            self.seed.expose(),
            labels::RECOVERY_TRANSIT,
            b"",
        ))
    }

    /// The card by which share-holders together are let in as one more device of a person: so that they
    /// can put a new device in the place of the last one that is lost.
    pub fn card(&self, person: PersonId, organisation: OrganisationId) -> Card {
        Card::make(&self.signer(), person, 1, &self.transit(), organisation)
    }

    /// Signs an entry of the membership graph, as that device.
    pub fn sign(&self, entry: &mut Entry) {
        entry.sign(&self.signer());
    }

    fn signer(&self) -> DeviceKey {
        DeviceKey::of(derive_secret(
            self.seed.expose(),
            labels::RECOVERY_SIGNING,
            b"",
        ))
    }

    /// Vouches for the device that takes a lost one's place.
    pub fn vouch(
        &self,
        organisation: OrganisationId,
        lost: DeviceId,
        successor: DeviceId,
    ) -> Succession {
        let signed = succession_part(organisation, self.generation, lost, successor);
        Succession {
            generation: self.generation,
            lost,
            successor,
            signature: self.signer().sign(labels::SUCCESSION, &signed),
        }
    }

    /// Opens a copy of keys.
    ///
    /// # Errors
    /// [`NotOpened`], if it was sealed to another generation or changed.
    pub fn open(&self, copy: &KeyCopy) -> Result<CopiedKeys, NotOpened> {
        let aad = self.generation.to_be_bytes();
        let key = self.transit().open(labels::RECOVERY, &aad, &copy.sent)?;
        let mut key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| NotOpened)?;
        let padded = open(
            &Secret::take(&mut key),
            labels::RECOVERY_BODY,
            &aad,
            &copy.sealed,
        )?;
        let body = unpad(&padded).map_err(|Malformed| NotOpened)?;
        CopiedKeys::from_bytes(&body).map_err(|Malformed| NotOpened)
    }
}

impl Succession {
    /// Whether the share-holders of this generation signed it for this organisation.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(
        &self,
        organisation: OrganisationId,
        public: &RecoveryPublic,
    ) -> Result<(), NotSigned> {
        if public.generation != self.generation {
            return Err(NotSigned);
        }
        let signed = succession_part(organisation, self.generation, self.lost, self.successor);
        self.signature
            .verify(public.signer, labels::SUCCESSION, &signed)
    }
}

impl KeyCopy {
    /// Seals a copy of keys to a generation.
    pub fn seal(
        keys: &CopiedKeys,
        public: &RecoveryPublic,
        randomness: &mut dyn Randomness,
    ) -> Self {
        let key = Secret::make(randomness);
        let aad = public.generation.to_be_bytes();
        let sent = public
            .transit
            .seal(labels::RECOVERY, &aad, key.expose(), randomness);
        let body = zeroize::Zeroizing::new(keys.to_bytes());
        let sealed = seal(&key, labels::RECOVERY_BODY, &aad, &pad(&body), randomness);
        Self { sent, sealed }
    }
}

fn succession_part(
    organisation: OrganisationId,
    generation: u64,
    lost: DeviceId,
    successor: DeviceId,
) -> Vec<u8> {
    let mut part = Writer::new();
    part.array(4).put(&organisation).number(generation);
    part.put(&lost).put(&successor);
    part.into_bytes()
}

impl Canonical for RecoveryPublic {
    fn write(&self, to: &mut Writer) {
        to.array(4).put(&Suite).number(self.generation);
        to.put(&self.transit).put(&self.signer);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(4)?;
        let Suite = from.take()?;
        Ok(Self {
            generation: from.number()?,
            transit: from.take()?,
            signer: from.take()?,
        })
    }
}

impl Canonical for Succession {
    fn write(&self, to: &mut Writer) {
        to.array(4).number(self.generation);
        to.put(&self.lost).put(&self.successor).put(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(4)?;
        Ok(Self {
            generation: from.number()?,
            lost: from.take()?,
            successor: from.take()?,
            signature: from.take()?,
        })
    }
}

impl Canonical for KeyCopy {
    fn write(&self, to: &mut Writer) {
        to.array(3).put(&Suite).put(&self.sent).bytes(&self.sealed);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(3)?;
        let Suite = from.take()?;
        Ok(Self {
            sent: from.take()?,
            sealed: from.bytes()?.to_vec(),
        })
    }
}

impl Canonical for CopiedKeys {
    fn write(&self, to: &mut Writer) {
        to.array(7).put(&self.organisation).put(&self.introducer);
        to.put(&self.person).put(&self.device);
        to.list(&self.epochs).list(&self.roots).list(&self.erased);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(7)?;
        Ok(Self {
            organisation: from.take()?,
            introducer: from.take()?,
            person: from.take()?,
            device: from.take()?,
            epochs: from.list(MOST_EPOCHS)?,
            roots: from.list(MOST_EPOCHS)?,
            erased: from.list(MOST_EPOCHS)?,
        })
    }
}
