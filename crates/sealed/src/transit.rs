use crate::aead::NotOpened;
use crate::labels::Label;
use crate::secret::Source;
use crate::{Canonical, Malformed, Randomness, Reader, Secret, Writer};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, XWing};
use hpke::{
    Deserializable, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng,
};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

const PUBLIC: usize = 1216;
const ENCAPSULATED: usize = 1120;

/// A device's transit key, X-Wing (ML-KEM-768 with X25519): it opens letters, and is renewed often
/// (E6), so that what was sent under an old one opens for nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransitKey {
    secret: Secret,
    public: TransitPublic,
}

/// The public half of a transit key: sound, and its X25519 part of full order.
#[derive(Clone, PartialEq, Eq)]
pub struct TransitPublic(Box<[u8; PUBLIC]>);

/// What was sealed to a transit key: HPKE Base (RFC 9180), one message.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Sent {
    encapsulated: Box<[u8; ENCAPSULATED]>,
    ciphertext: Vec<u8>,
}

impl TransitKey {
    /// A new transit key.
    pub fn make(randomness: &mut dyn Randomness) -> Self {
        Self::of(Secret::make(randomness))
    }

    /// The key that these secret bytes are.
    pub fn of(secret: Secret) -> Self {
        let key = private(&secret);
        let mut public = Box::new([0; PUBLIC]);
        XWing::sk_to_pk(&key).write_exact(public.as_mut_slice());
        Self {
            secret,
            public: TransitPublic(public),
        }
    }

    /// What others seal to.
    pub fn public(&self) -> &TransitPublic {
        &self.public
    }

    /// The secret half: for the key box alone.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Opens what was sealed to this key, in this use, beside these words.
    ///
    /// A point of low order is refused before anything is tried: the X-Wing draft leaves it open,
    /// `hpke` takes it and others do not, and what only some open is a fork.
    pub(crate) fn open(
        &self,
        label: Label,
        aad: &[u8],
        sent: &Sent,
    ) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        if is_of_low_order(&sent.encapsulated[ENCAPSULATED - 32..]) {
            return Err(NotOpened);
        }
        let encapsulated = <XWing as Kem>::EncappedKey::from_bytes(sent.encapsulated.as_slice())
            .map_err(|_| NotOpened)?;
        single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &private(&self.secret),
            &encapsulated,
            &label.before(&[]),
            &sent.ciphertext,
            aad,
        )
        .map(Zeroizing::new)
        .map_err(|_| NotOpened)
    }
}

impl TransitPublic {
    /// Seals to this key.
    pub(crate) fn seal(
        &self,
        label: Label,
        aad: &[u8],
        plain: &[u8],
        randomness: &mut dyn Randomness,
    ) -> Sent {
        let key = <XWing as Kem>::PublicKey::from_bytes(self.0.as_slice())
            .expect("only a sound key becomes a `TransitPublic`");
        let (encapsulated, ciphertext) =
            single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeS::Base,
                &key,
                &label.before(&[]),
                plain,
                aad,
                &mut Source(randomness),
            )
            .expect("sealing one short message to a sound key cannot fail");
        let mut bytes = Box::new([0; ENCAPSULATED]);
        encapsulated.write_exact(bytes.as_mut_slice());
        Sent {
            encapsulated: bytes,
            ciphertext,
        }
    }
}

fn private(secret: &Secret) -> <XWing as Kem>::PrivateKey {
    <XWing as Kem>::PrivateKey::from_bytes(secret.expose()).expect("any 32 bytes are a key")
}

/// Whether an X25519 point is of low order (RFC 7748, section 6.1): every scalar, being a multiple of
/// eight, takes it to zero.
fn is_of_low_order(point: &[u8]) -> bool {
    let Ok(point) = <[u8; 32]>::try_from(point) else {
        return true;
    };
    let any = StaticSecret::from([1; 32]);
    !any.diffie_hellman(&PublicKey::from(point))
        .was_contributory()
}

impl std::fmt::Debug for TransitPublic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TransitPublic({:02x?}…)", &self.0[..4])
    }
}

impl Canonical for TransitPublic {
    fn write(&self, to: &mut Writer) {
        to.bytes(self.0.as_slice());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let bytes = Box::new(from.exactly::<PUBLIC>()?);
        let key = <XWing as Kem>::PublicKey::from_bytes(bytes.as_slice());
        if key.is_err() || is_of_low_order(&bytes[PUBLIC - 32..]) {
            return Err(Malformed);
        }
        Ok(Self(bytes))
    }
}

impl Canonical for Sent {
    fn write(&self, to: &mut Writer) {
        to.array(2)
            .bytes(self.encapsulated.as_slice())
            .bytes(&self.ciphertext);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(Self {
            encapsulated: Box::new(from.exactly()?),
            ciphertext: from.bytes()?.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels;
    use crate::test_randomness::Counting;

    fn key() -> TransitKey {
        TransitKey::make(&mut Counting(5))
    }

    #[test]
    fn what_is_sealed_to_a_key_opens_with_it_in_its_use_and_beside_its_words() {
        let sent = key()
            .public()
            .seal(labels::LETTER, b"aad", b"a key", &mut Counting(8));
        let open = |label, aad: &[u8]| key().open(label, aad, &sent).map(|plain| plain.to_vec());
        assert_eq!(open(labels::LETTER, b"aad"), Ok(b"a key".to_vec()));
        assert_eq!(open(labels::BUNDLE, b"aad"), Err(NotOpened));
        assert_eq!(open(labels::LETTER, b"other"), Err(NotOpened));
        let other = TransitKey::make(&mut Counting(77));
        assert!(other.open(labels::LETTER, b"aad", &sent).is_err());
    }

    /// One library opened this and another refused it (the X-Wing draft leaves it open): a sender
    /// could have shown a colleague a letter that nobody else can read. The shared secret of such a
    /// letter is made here as the library makes it, so that without our refusal it does open.
    #[test]
    fn a_letter_whose_last_thirty_two_bytes_are_zero_is_refused() {
        for zero_or_one in [0, 1] {
            let mut sent = key()
                .public()
                .seal(labels::LETTER, b"", b"a key", &mut Counting(8));
            sent.encapsulated[ENCAPSULATED - 32..].fill(0);
            sent.encapsulated[ENCAPSULATED - 32] = zero_or_one;
            let encapsulated =
                <XWing as Kem>::EncappedKey::from_bytes(sent.encapsulated.as_slice());
            let accepted = hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeR::Base,
                &private(key().secret()),
                &encapsulated.expect("the library reads it"),
                b"",
            );
            assert!(accepted.is_ok(), "the library by itself would take it");
            assert!(key().open(labels::LETTER, b"", &sent).is_err());
            assert!(is_of_low_order(&sent.encapsulated[ENCAPSULATED - 32..]));
        }
        assert!(!is_of_low_order(&[9; 32]));
    }

    #[test]
    fn a_public_key_with_a_part_of_low_order_is_refused() {
        let mut bytes = key().public().to_bytes();
        assert_eq!(
            TransitPublic::from_bytes(&bytes).as_ref(),
            Ok(key().public())
        );
        let end = bytes.len();
        bytes[end - 32..].fill(0);
        assert_eq!(TransitPublic::from_bytes(&bytes), Err(Malformed));
    }
}
