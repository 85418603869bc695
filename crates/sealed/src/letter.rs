use crate::aead::NotOpened;
use crate::device::{NotSigned, Signature};
use crate::transit::Sent;
use crate::{
    Canonical, CompartmentId, DeviceId, DeviceKey, EpochId, EpochKey, Malformed, OperationId,
    OrganisationId, Randomness, Reader, Suite, TransitKey, VerifiedCard, Writer, labels,
};
use zeroize::Zeroizing;

/// No letter names more heads than an organisation has devices.
const MOST_HEADS: usize = 256;

/// An epoch's key on its way to one device: HPKE Base to the device's transit key, and, since X-Wing
/// has no mode that authenticates the sender, a signature over it.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    head: LetterHead,
    sent: Sent,
    signature: Signature,
}

/// What stands on the envelope. The key inside is bound to all of it, and to the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterHead {
    /// Of which compartment.
    pub compartment: CompartmentId,
    /// Of which epoch.
    pub epoch: EpochId,
    /// Who sent it.
    pub from: DeviceId,
    /// To whom.
    pub to: DeviceId,
    /// To the how manieth transit key.
    pub transit: u64,
    /// What the sender had seen in the compartment; in ascending order.
    pub heads: Vec<OperationId>,
}

/// A letter whose sender signed it.
pub struct VerifiedLetter {
    letter: Letter,
    organisation: OrganisationId,
}

impl Letter {
    /// A letter with an epoch's key, to the device whose card it is.
    pub fn write_to(
        card: &VerifiedCard,
        epoch: &EpochKey,
        from: &DeviceKey,
        organisation: OrganisationId,
        mut heads: Vec<OperationId>,
        randomness: &mut dyn Randomness,
    ) -> Self {
        heads.sort();
        heads.dedup();
        let head = LetterHead {
            compartment: epoch.compartment(),
            epoch: epoch.id(),
            from: from.id(),
            to: card.device(),
            transit: card.number(),
            heads,
        };
        let bound = head.bound_to(organisation);
        let key = Zeroizing::new(epoch.to_bytes());
        let sent = card
            .transit()
            .seal(labels::LETTER, &bound, &key, randomness);
        let signature = from.sign(labels::LETTER_SIGNED, &signed_part(&bound, &sent));
        Self {
            head,
            sent,
            signature,
        }
    }

    /// What stands on the envelope.
    pub fn head(&self) -> &LetterHead {
        &self.head
    }

    /// The letter, if its sender signed it in this organisation.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(self, organisation: OrganisationId) -> Result<VerifiedLetter, NotSigned> {
        let signed = signed_part(&self.head.bound_to(organisation), &self.sent);
        self.signature
            .verify(self.head.from, labels::LETTER_SIGNED, &signed)?;
        Ok(VerifiedLetter {
            letter: self,
            organisation,
        })
    }
}

impl VerifiedLetter {
    /// What stands on the envelope.
    pub fn head(&self) -> &LetterHead {
        &self.letter.head
    }

    /// The key inside, which must be that of the epoch on the envelope.
    ///
    /// # Errors
    /// [`NotOpened`], if it was sealed to another key, or another epoch's key lies inside.
    pub fn open(&self, transit: &TransitKey) -> Result<EpochKey, NotOpened> {
        let head = &self.letter.head;
        let bound = head.bound_to(self.organisation);
        let plain = transit.open(labels::LETTER, &bound, &self.letter.sent)?;
        let epoch = EpochKey::from_bytes(&plain).map_err(|Malformed| NotOpened)?;
        if (epoch.compartment(), epoch.id()) != (head.compartment, head.epoch) {
            return Err(NotOpened);
        }
        Ok(epoch)
    }
}

impl LetterHead {
    fn bound_to(&self, organisation: OrganisationId) -> Vec<u8> {
        let mut bound = Writer::new();
        bound.array(2).put(&organisation).array(7);
        self.write_seven(&mut bound);
        bound.into_bytes()
    }

    fn write_seven(&self, to: &mut Writer) {
        to.put(&Suite).put(&self.compartment).put(&self.epoch);
        to.put(&self.from)
            .put(&self.to)
            .number(self.transit)
            .list(&self.heads);
    }
}

fn signed_part(bound: &[u8], sent: &Sent) -> Vec<u8> {
    let mut part = Writer::new();
    part.array(2).bytes(bound).put(sent);
    part.into_bytes()
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({:?}, [sealed])", self.head)
    }
}

impl Canonical for Letter {
    fn write(&self, to: &mut Writer) {
        to.array(9);
        self.head.write_seven(to);
        to.put(&self.sent).put(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(9)?;
        let Suite = from.take()?;
        let head = LetterHead {
            compartment: from.take()?,
            epoch: from.take()?,
            from: from.take()?,
            to: from.take()?,
            transit: from.number()?,
            heads: from.list(MOST_HEADS)?,
        };
        if !head.heads.windows(2).all(|pair| pair[0] < pair[1]) {
            return Err(Malformed);
        }
        Ok(Self {
            head,
            sent: from.take()?,
            signature: from.take()?,
        })
    }
}
