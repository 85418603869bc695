use crate::aead::expand;
use crate::{
    Canonical, CompartmentId, DeviceId, EpochId, Malformed, Randomness, Reader, Secret, Writer,
    labels,
};

/// The key of one epoch of a compartment, with its name. The name is derived from the key and from
/// who opened the epoch: no other reader can say of the same epoch who its readers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EpochKey {
    compartment: CompartmentId,
    opener: DeviceId,
    id: EpochId,
    key: Secret,
}

impl EpochKey {
    /// A new epoch, opened by this device.
    pub fn make(
        compartment: CompartmentId,
        number: u64,
        opener: DeviceId,
        randomness: &mut dyn Randomness,
    ) -> Self {
        Self::of(compartment, number, opener, Secret::make(randomness))
    }

    /// The epoch that this key makes, under this number and by this device.
    pub fn of(compartment: CompartmentId, number: u64, opener: DeviceId, key: Secret) -> Self {
        let mut purpose = Writer::new();
        purpose.array(3).put(&compartment);
        purpose.number(number).put(&opener);
        let mark = *expand(key.expose(), labels::EPOCH_MARK, &purpose.into_bytes());
        Self {
            compartment,
            opener,
            id: EpochId { number, mark },
            key,
        }
    }

    /// Which epoch it is.
    pub fn id(&self) -> EpochId {
        self.id
    }

    /// Of which compartment.
    pub fn compartment(&self) -> CompartmentId {
        self.compartment
    }

    /// Who opened it.
    pub fn opener(&self) -> DeviceId {
        self.opener
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.key
    }
}

impl Canonical for EpochKey {
    fn write(&self, to: &mut Writer) {
        to.array(4).put(&self.compartment).number(self.id.number);
        to.put(&self.opener).bytes(self.key.expose());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(4)?;
        let compartment = from.take()?;
        let number = from.number()?;
        let opener = from.take()?;
        let key = Secret::take(&mut from.exactly()?);
        Ok(Self::of(compartment, number, opener, key))
    }
}
