use crate::device::{NotSigned, Signature};
use crate::{
    Canonical, DeviceId, DeviceKey, Malformed, OrganisationId, Reader, Suite, TransitKey,
    TransitPublic, Writer, labels,
};

/// A device's card: where letters to it are to be sealed, signed by the device itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Whose card it is.
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
        number: u64,
        transit: &TransitKey,
        organisation: OrganisationId,
    ) -> Self {
        let public = transit.public().clone();
        let signed = signed_part(device.id(), number, &public, organisation);
        Self {
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
        let signed = signed_part(self.device, self.number, &self.transit, organisation);
        self.signature.verify(self.device, labels::CARD, &signed)?;
        Ok(VerifiedCard(self))
    }
}

impl VerifiedCard {
    /// Whose card it is.
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
    device: DeviceId,
    number: u64,
    transit: &TransitPublic,
    organisation: OrganisationId,
) -> Vec<u8> {
    let mut part = Writer::new();
    part.array(5).put(&Suite).put(&organisation).put(&device);
    part.number(number).put(transit);
    part.into_bytes()
}

impl Canonical for Card {
    fn write(&self, to: &mut Writer) {
        to.array(5).put(&Suite).put(&self.device);
        to.number(self.number)
            .put(&self.transit)
            .put(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(5)?;
        let Suite = from.take()?;
        Ok(Self {
            device: from.take()?,
            number: from.number()?,
            transit: from.take()?,
            signature: from.take()?,
        })
    }
}
