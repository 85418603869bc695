use crate::{
    AttachmentId, Canonical, CompartmentId, DeviceId, EpochKey, Malformed, OperationId, Reader,
    RecoveryPublic, Secret, Succession, Writer,
};
use zeroize::Zeroizing;

/// No compartment has more readers, and no epoch more predecessors.
const MOST_READERS: usize = 256;

/// What an operation says, once it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// When its author's clock said that it was written, in seconds since 1970: a claim, no order.
    pub claimed: i64,
    /// What it does.
    pub body: Body,
}

/// What an operation does.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// Bytes of the crates above: the vault does not read them.
    Bytes(Zeroizing<Vec<u8>>),
    /// A new epoch of this compartment began, under whose key this is sealed.
    EpochOpened(EpochOpened),
    /// A file was attached.
    Attached(Manifest),
    /// Somebody orders that a compartment be erased.
    ErasureOrdered(CompartmentId),
    /// Somebody else signs that order, too.
    ErasureSeconded(OperationId),
    /// A device has erased a compartment.
    Erased(Receipt),
    /// A recovery generation began.
    RecoveryBegun(RecoveryPublic),
    /// The shares of a recovery generation were collected and destroyed.
    RecoveryEnded(u64),
}

/// Who may read a compartment from an epoch on, and the keys that lead backwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EpochOpened {
    /// What the compartment is for: the crates above give it a meaning.
    pub kind: u64,
    /// Who gets a letter, in ascending order.
    pub readers: Vec<DeviceId>,
    /// The epochs that this one follows, by name.
    pub follows: Vec<crate::EpochId>,
    /// Their keys, and those of epochs that were set aside; none beyond a barrier.
    pub links: Vec<EpochKey>,
    /// Why a restored device may write in the place of a lost one.
    pub succession: Option<Succession>,
}

/// What is needed to read an attachment, and to know that it is what was captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Which attachment.
    pub attachment: AttachmentId,
    /// The key of its pieces: random, and nowhere else.
    pub key: Secret,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256, under a label, of the whole as it was captured.
    pub digest: [u8; 32],
    /// The original that this is a working copy of; none for an original.
    pub copy_of: Option<AttachmentId>,
}

/// A device's word that it has erased a compartment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What was erased.
    pub compartment: CompartmentId,
    /// By which order.
    pub order: OperationId,
    /// How many epoch keys were destroyed on this device.
    pub keys: u64,
    /// Until when share-holders of a recovery generation with an old copy could still open it, in
    /// seconds since 1970; none if no generation ever held it.
    pub recoverable_until: Option<i64>,
}

impl std::fmt::Debug for Body {
    /// Never the content.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[sealed]")
    }
}

impl Canonical for Content {
    fn write(&self, to: &mut Writer) {
        to.array(3).signed(self.claimed);
        match &self.body {
            Body::Bytes(bytes) => to.number(0).bytes(bytes),
            Body::EpochOpened(opened) => to.number(1).put(opened),
            Body::Attached(manifest) => to.number(2).put(manifest),
            Body::ErasureOrdered(compartment) => to.number(3).put(compartment),
            Body::ErasureSeconded(order) => to.number(4).put(order),
            Body::Erased(receipt) => to.number(5).put(receipt),
            Body::RecoveryBegun(public) => to.number(7).put(public),
            Body::RecoveryEnded(generation) => to.number(8).number(*generation),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(3)?;
        let claimed = from.signed()?;
        let body = match from.number()? {
            0 => Body::Bytes(Zeroizing::new(from.bytes()?.to_vec())),
            1 => Body::EpochOpened(from.take()?),
            2 => Body::Attached(from.take()?),
            3 => Body::ErasureOrdered(from.take()?),
            4 => Body::ErasureSeconded(from.take()?),
            5 => Body::Erased(from.take()?),
            7 => Body::RecoveryBegun(from.take()?),
            8 => Body::RecoveryEnded(from.number()?),
            _ => return Err(Malformed),
        };
        Ok(Self { claimed, body })
    }
}

impl Canonical for EpochOpened {
    fn write(&self, to: &mut Writer) {
        to.array(5).number(self.kind).list(&self.readers);
        to.list(&self.follows)
            .list(&self.links)
            .maybe(self.succession.as_ref());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(5)?;
        let opened = Self {
            kind: from.number()?,
            readers: from.list(MOST_READERS)?,
            follows: from.list(MOST_READERS)?,
            links: from.list(MOST_READERS)?,
            succession: from.maybe()?,
        };
        let ascending = opened.readers.windows(2).all(|pair| pair[0] < pair[1]);
        if !ascending {
            return Err(Malformed);
        }
        Ok(opened)
    }
}

impl Canonical for Manifest {
    fn write(&self, to: &mut Writer) {
        to.array(5).put(&self.attachment).bytes(self.key.expose());
        to.number(self.length)
            .bytes(&self.digest)
            .maybe(self.copy_of.as_ref());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(5)?;
        Ok(Self {
            attachment: from.take()?,
            key: Secret::take(&mut from.exactly()?),
            length: from.number()?,
            digest: from.exactly()?,
            copy_of: from.maybe()?,
        })
    }
}

impl Canonical for Receipt {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .put(&self.compartment)
            .put(&self.order)
            .number(self.keys);
        to.array(usize::from(self.recoverable_until.is_some()));
        if let Some(until) = self.recoverable_until {
            to.signed(until);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(4)?;
        Ok(Self {
            compartment: from.take()?,
            order: from.take()?,
            keys: from.number()?,
            recoverable_until: from.maybe::<Moment>()?.map(|moment| moment.0),
        })
    }
}

/// Seconds since 1970, in a list of one or none.
struct Moment(i64);

impl Canonical for Moment {
    fn write(&self, to: &mut Writer) {
        to.signed(self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self(from.signed()?))
    }
}
