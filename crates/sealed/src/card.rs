use crate::device::{NotSigned, Signature};
use crate::membership::{PersonId, Signature as EntrySignature};
use crate::{
    Canonical, DeviceId, DeviceKey, Malformed, OrganisationId, Reader, Suite, TransitKey,
    TransitPublic, Writer, labels,
};

/// A device's card: whose it is, and where letters to it are to be sealed, signed by the device itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The person whose device it is, as the device says.
    pub person: PersonId,
    /// Which device it is.
    pub device: DeviceId,
    /// The how manieth transit key of this device; a higher number replaces a lower.
    pub number: u64,
    transit: TransitPublic,
    signature: Signature,
}

/// A card whose signature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedCard(Card);

impl Card {
    /// The card of a device's newest transit key, for one organisation.
    pub fn make(
        device: &DeviceKey,
        person: PersonId,
        number: u64,
        transit: &TransitKey,
        organisation: OrganisationId,
    ) -> Self {
        let public = transit.public().clone();
        let signed = signed_part(person, device.id(), number, &public, organisation);
        Self {
            person,
            device: device.id(),
            number,
            transit: public,
            signature: device.sign(labels::CARD, &signed),
        }
    }

    /// The card, if its device signed it for this organisation.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(self, organisation: OrganisationId) -> Result<VerifiedCard, NotSigned> {
        let (person, number) = (self.person, self.number);
        let signed = signed_part(person, self.device, number, &self.transit, organisation);
        self.signature.verify(self.device, labels::CARD, &signed)?;
        Ok(VerifiedCard(self))
    }
}

impl VerifiedCard {
    /// The person whose device it is, as the device says.
    pub fn person(&self) -> PersonId {
        self.0.person
    }

    /// The device's signature, as it stands in the entry that lets the device in.
    pub fn agreement(&self) -> EntrySignature {
        EntrySignature(self.0.signature.bytes().to_vec())
    }

    /// Which device it is.
    pub fn device(&self) -> DeviceId {
        self.0.device
    }

    /// The how manieth transit key of this device.
    pub fn number(&self) -> u64 {
        self.0.number
    }

    /// The card as it travels.
    pub fn card(&self) -> &Card {
        &self.0
    }

    /// Where letters and bundles to it are sealed.
    pub fn transit(&self) -> &TransitPublic {
        &self.0.transit
    }
}

fn signed_part(
    person: PersonId,
    device: DeviceId,
    number: u64,
    transit: &TransitPublic,
    organisation: OrganisationId,
) -> Vec<u8> {
    let mut part = Writer::new();
    part.array(6).put(&Suite).put(&organisation);
    part.put(&person).put(&device);
    part.number(number).put(transit);
    part.into_bytes()
}

impl Canonical for Card {
    fn write(&self, to: &mut Writer) {
        to.array(6).put(&Suite).put(&self.person).put(&self.device);
        to.number(self.number)
            .put(&self.transit)
            .put(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(6)?;
        let Suite = from.take()?;
        Ok(Self {
            person: from.take()?,
            device: from.take()?,
            number: from.number()?,
            transit: from.take()?,
            signature: from.take()?,
        })
    }
}
