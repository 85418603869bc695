use crate::labels::Label;
use crate::{Canonical, DeviceId, Malformed, Randomness, Reader, Secret, Writer};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};

/// The signature is not this device's, or what was signed has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not hold: it was changed, or somebody else wrote it")]
pub struct NotSigned;

/// A device's signing key, Ed25519 (RFC 8032). It never leaves the device's key box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceKey {
    seed: Secret,
    id: DeviceId,
}

impl DeviceKey {
    /// A new device's key.
    pub fn make(randomness: &mut dyn Randomness) -> Self {
        Self::of(Secret::make(randomness))
    }

    /// The key that grows from this seed.
    pub fn of(seed: Secret) -> Self {
        let id = DeviceId(
            SigningKey::from_bytes(seed.expose())
                .verifying_key()
                .to_bytes(),
        );
        Self { seed, id }
    }

    /// What others know the device by.
    pub fn id(&self) -> DeviceId {
        self.id
    }

    /// What the key grows from: for the key box alone.
    pub fn seed(&self) -> &Secret {
        &self.seed
    }

    pub(crate) fn sign(&self, label: Label, bytes: &[u8]) -> Signature {
        let key = SigningKey::from_bytes(self.seed.expose());
        Signature(key.sign(&label.before(bytes)).to_bytes())
    }
}

/// An Ed25519 signature, over a label and bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signature([u8; 64]);

impl Signature {
    pub fn of(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> [u8; 64] {
        self.0
    }

    /// Strict verification: no weak keys, one signature for one nonce.
    pub fn verify(&self, by: DeviceId, label: Label, bytes: &[u8]) -> Result<(), NotSigned> {
        let key = VerifyingKey::from_bytes(&by.0).map_err(|_| NotSigned)?;
        let signature = ed25519_dalek::Signature::from_bytes(&self.0);
        key.verify_strict(&label.before(bytes), &signature)
            .map_err(|_| NotSigned)
    }
}

impl Canonical for Signature {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self(from.exactly()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels;
    use crate::test_randomness::Counting;

    /// RFC 8032, section 7.1, test 1: the public key that grows from the seed.
    #[test]
    fn a_device_is_known_by_the_public_key_of_the_standard() {
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&seed[2 * at..2 * at + 2], 16).expect("digits");
        }
        let id = DeviceKey::of(Secret::take(&mut bytes)).id();
        assert!(
            id.fingerprint()
                .starts_with("d75a 9801 82b1 0ab7 d54b fed3 c964 073a")
        );
    }

    #[test]
    fn a_signature_for_one_thing_is_none_for_another() {
        let key = DeviceKey::make(&mut Counting(3));
        let signature = key.sign(labels::OPERATION, b"words");
        assert_eq!(
            signature.verify(key.id(), labels::OPERATION, b"words"),
            Ok(())
        );
        assert!(signature.verify(key.id(), labels::CARD, b"words").is_err());
        assert!(
            signature
                .verify(key.id(), labels::OPERATION, b"word")
                .is_err()
        );
        let other = DeviceKey::make(&mut Counting(99));
        assert!(
            signature
                .verify(other.id(), labels::OPERATION, b"words")
                .is_err()
        );
    }

    /// A key of small order would let one signature hold for many messages.
    #[test]
    fn a_device_of_small_order_signs_nothing() {
        let mut identity = [0; 32];
        identity[0] = 1;
        let mut signature = [0; 64];
        signature[0] = 1;
        let forged = Signature(signature);
        assert!(
            forged
                .verify(DeviceId(identity), labels::OPERATION, b"any")
                .is_err()
        );
    }
}
