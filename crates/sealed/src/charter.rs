use crate::aead::hash;
use crate::device::{NotSigned, Signature};
use crate::secret::make_bytes;
use crate::{
    Canonical, DeviceId, DeviceKey, Malformed, OrganisationId, Randomness, Reader, Suite, Writer,
    labels,
};

/// How an organisation began: who founded it, and how many people a weighty act takes. Its hash
/// names the organisation; the fingerprint is printed on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    /// The first device.
    pub founder: DeviceId,
    /// How many must sign an erasure: one while there is one person, else two.
    pub threshold: u64,
    salt: [u8; 16],
    signature: Signature,
}

impl Charter {
    /// A new organisation's charter, signed by its founder.
    pub fn make(founder: &DeviceKey, threshold: u64, randomness: &mut dyn Randomness) -> Self {
        let salt = make_bytes(randomness);
        let signed = signed_part(founder.id(), threshold, &salt);
        Self {
            founder: founder.id(),
            threshold,
            salt,
            signature: founder.sign(labels::CHARTER_SIGNED, &signed),
        }
    }

    /// What the organisation is called by.
    pub fn organisation(&self) -> OrganisationId {
        OrganisationId(hash(labels::CHARTER, &self.to_bytes()))
    }

    /// Whether the founder signed it.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(&self) -> Result<(), NotSigned> {
        let signed = signed_part(self.founder, self.threshold, &self.salt);
        self.signature
            .verify(self.founder, labels::CHARTER_SIGNED, &signed)
    }
}

fn signed_part(founder: DeviceId, threshold: u64, salt: &[u8; 16]) -> Vec<u8> {
    let mut part = Writer::new();
    part.array(4).put(&Suite).put(&founder);
    part.number(threshold).bytes(salt);
    part.into_bytes()
}

impl Canonical for Charter {
    fn write(&self, to: &mut Writer) {
        to.array(5).put(&Suite).put(&self.founder);
        to.number(self.threshold)
            .bytes(&self.salt)
            .put(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(5)?;
        let Suite = from.take()?;
        Ok(Self {
            founder: from.take()?,
            threshold: from.number()?,
            salt: from.exactly()?,
            signature: from.take()?,
        })
    }
}
