use crate::aead::{NotOpened, hash, open, seal};
use crate::device::{NotSigned, Signature};
use crate::{
    Canonical, CompartmentId, DeviceId, DeviceKey, EpochId, EpochKey, Malformed, OperationId,
    OrganisationId, Randomness, Reader, Suite, Writer, labels,
};
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// No operation names more heads than an organisation has devices.
const MOST_HEADS: usize = 256;

/// An operation as it travels: signed, linked to its author's previous one, sealed. **Not yet
/// verified**: only [`Operation::verify`] leads to its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    place: Place,
    ciphertext: Vec<u8>,
    signature: Signature,
}

/// Where an operation stands. All of it is authenticated with the ciphertext and signed; the
/// organisation is, too, though it is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which compartment.
    pub compartment: CompartmentId,
    /// Whose operation.
    pub author: DeviceId,
    /// The author's how manieth in this compartment, from one on.
    pub number: u64,
    /// The author's previous one in this compartment; none for the first.
    pub previous: Option<OperationId>,
    /// The last operations, of whomever, that the author had seen here; in ascending order.
    pub heads: Vec<OperationId>,
    /// Under which epoch's key it is sealed.
    pub epoch: EpochId,
}

/// An operation whose signature holds in this organisation.
#[derive(Clone, Debug)]
pub struct Verified {
    operation: Operation,
    organisation: OrganisationId,
}

/// Where a new operation of a device goes: what the device cannot say of itself.
#[derive(Clone, Debug)]
pub struct Next {
    /// The number and the link.
    pub after: Option<(u64, OperationId)>,
    /// What the author has seen.
    pub heads: Vec<OperationId>,
}

impl Operation {
    /// Seals and signs a new operation of this device, in the epoch's compartment.
    pub fn author(
        by: &DeviceKey,
        organisation: OrganisationId,
        epoch: &EpochKey,
        next: Next,
        content: &[u8],
        randomness: &mut dyn Randomness,
    ) -> Self {
        let mut heads = next.heads;
        heads.sort();
        heads.dedup();
        let place = Place {
            compartment: epoch.compartment(),
            author: by.id(),
            number: next.after.map_or(1, |(number, _)| number + 1),
            previous: next.after.map(|(_, id)| id),
            heads,
            epoch: epoch.id(),
        };
        let bound = place.bound_to(organisation);
        let ciphertext = seal(
            epoch.secret(),
            labels::OPERATION_KEY,
            &bound,
            content,
            randomness,
        );
        let signature = by.sign(labels::OPERATION, &signed_part(&bound, &ciphertext));
        Self {
            place,
            ciphertext,
            signature,
        }
    }

    /// Where it says that it stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What it is called by: the hash of its bytes.
    pub fn id(&self) -> OperationId {
        OperationId(hash(labels::OPERATION_ID, &self.to_bytes()))
    }

    /// The operation, if its author signed it in this organisation.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(self, organisation: OrganisationId) -> Result<Verified, NotSigned> {
        let bound = self.place.bound_to(organisation);
        let signed = signed_part(&bound, &self.ciphertext);
        self.signature
            .verify(self.place.author, labels::OPERATION, &signed)?;
        Ok(Verified {
            operation: self,
            organisation,
        })
    }
}

/// The operations of one organisation whose signatures were verified since this began, by their names,
/// in which every byte counts: whatever comes again unchanged need not be verified again.
pub struct Verifications {
    organisation: OrganisationId,
    hold: Mutex<HashSet<OperationId>>,
}

impl Verifications {
    /// Nothing was verified yet.
    pub fn of(organisation: OrganisationId) -> Self {
        Self {
            organisation,
            hold: Mutex::default(),
        }
    }

    /// The operation, if its author signed it in this organisation.
    ///
    /// # Errors
    /// [`NotSigned`].
    pub fn verify(&self, operation: Operation) -> Result<Verified, NotSigned> {
        let id = operation.id();
        // Whoever panicked with it had only looked or added one that holds.
        let hold = || self.hold.lock().unwrap_or_else(PoisonError::into_inner);
        if hold().contains(&id) {
            let organisation = self.organisation;
            return Ok(Verified {
                operation,
                organisation,
            });
        }
        let verified = operation.verify(self.organisation)?;
        hold().insert(id);
        Ok(verified)
    }
}

impl Verified {
    /// Where it stands.
    pub fn place(&self) -> &Place {
        &self.operation.place
    }

    /// What it is called by.
    pub fn id(&self) -> OperationId {
        self.operation.id()
    }

    /// Its content, under the key of its epoch.
    ///
    /// # Errors
    /// [`NotOpened`], under any other key.
    pub fn open(&self, epoch: &EpochKey) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        let bound = self.operation.place.bound_to(self.organisation);
        open(
            epoch.secret(),
            labels::OPERATION_KEY,
            &bound,
            &self.operation.ciphertext,
        )
    }
}

impl Place {
    /// Everything before the ciphertext, and the organisation: what the ciphertext is bound to.
    fn bound_to(&self, organisation: OrganisationId) -> Vec<u8> {
        let mut bound = Writer::new();
        bound.array(2).put(&organisation).array(7);
        self.write_seven(&mut bound);
        bound.into_bytes()
    }

    fn write_seven(&self, to: &mut Writer) {
        to.put(&Suite).put(&self.compartment).put(&self.author);
        to.number(self.number).maybe(self.previous.as_ref());
        to.list(&self.heads).put(&self.epoch);
    }

    fn is_sound(&self) -> bool {
        let links = (self.number == 1) == self.previous.is_none() && self.number >= 1;
        let ascending = self.heads.windows(2).all(|pair| pair[0] < pair[1]);
        links && ascending && self.epoch.number >= 1
    }
}

fn signed_part(bound: &[u8], ciphertext: &[u8]) -> Vec<u8> {
    let mut part = Writer::new();
    part.array(2).bytes(bound).bytes(ciphertext);
    part.into_bytes()
}

impl Canonical for Operation {
    fn write(&self, to: &mut Writer) {
        to.array(9);
        self.place.write_seven(to);
        to.bytes(&self.ciphertext).put(&self.signature);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(9)?;
        let Suite = from.take()?;
        let place = Place {
            compartment: from.take()?,
            author: from.take()?,
            number: from.number()?,
            previous: from.maybe()?,
            heads: from.list(MOST_HEADS)?,
            epoch: from.take()?,
        };
        if !place.is_sound() {
            return Err(Malformed);
        }
        Ok(Self {
            place,
            ciphertext: from.bytes()?.to_vec(),
            signature: from.take()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_randomness::Counting;

    /// What is remembered is the name of all bytes, signature included: not the author, nor the place.
    #[test]
    fn what_was_verified_before_is_verified_again_once_a_byte_differs() {
        let mut dice = Counting(5);
        let (by, organisation) = (DeviceKey::make(&mut dice), OrganisationId([3; 32]));
        let epoch = EpochKey::make(CompartmentId([7; 16]), 1, by.id(), &mut dice);
        let next = Next {
            after: None,
            heads: vec![],
        };
        let operation = Operation::author(&by, organisation, &epoch, next, b"words", &mut dice);
        let verifications = Verifications::of(organisation);
        for _ in 0..2 {
            let verified = verifications
                .verify(operation.clone())
                .expect("it is signed");
            assert_eq!(verified.open(&epoch).expect("its key").as_slice(), b"words");
        }
        let mut other = operation.clone();
        other.place.heads = vec![OperationId([1; 32])];
        assert!(verifications.verify(other).is_err());
        let elsewhere = Verifications::of(OrganisationId([4; 32]));
        assert!(elsewhere.verify(operation).is_err());
    }
}
