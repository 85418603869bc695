//! Key-committing encryption, private to this crate: callers seal *things*, each of which knows its
//! place, and can neither choose a nonce nor leave the place out.

use crate::labels::Label;
use crate::secret::make_bytes;
use crate::{Randomness, Secret};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

const NONCE: usize = 24;
const COMMITMENT: usize = 32;
const TAG: usize = 16;

/// What sealing adds to the length.
pub(crate) const OVERHEAD: usize = NONCE + COMMITMENT + TAG;

/// It does not open: another key, another place, or changed bytes. Which of them cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it does not open: it was changed or moved, or is sealed under another key")]
pub struct NotOpened;

/// Seals `plain` at a place.
///
/// HKDF-SHA256 (RFC 5869) of the secret, under the label and the place, gives a key and a
/// commitment; XChaCha20-Poly1305 seals under that key with a random nonce. The commitment stands in
/// front: no ciphertext opens under two secrets or at two places.
pub(crate) fn seal(
    secret: &Secret,
    label: Label,
    place: &[u8],
    plain: &[u8],
    randomness: &mut dyn Randomness,
) -> Vec<u8> {
    let (key, commitment) = derive(secret, label, place);
    let nonce: [u8; NONCE] = make_bytes(randomness);
    let payload = Payload {
        msg: plain,
        aad: place,
    };
    let ciphertext = XChaCha20Poly1305::new(&Key::from(*key))
        .encrypt(&XNonce::from(nonce), payload)
        .expect("nothing that is sealed comes near the cipher's limit of 256 GiB");
    [&nonce[..], &commitment[..], &ciphertext].concat()
}

/// Opens what was sealed under this secret at this place.
pub(crate) fn open(
    secret: &Secret,
    label: Label,
    place: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE>().ok_or(NotOpened)?;
    let (claimed, ciphertext) = rest.split_first_chunk::<COMMITMENT>().ok_or(NotOpened)?;
    let (key, commitment) = derive(secret, label, place);
    if !bool::from(commitment.ct_eq(claimed)) {
        return Err(NotOpened);
    }
    let payload = Payload {
        msg: ciphertext,
        aad: place,
    };
    XChaCha20Poly1305::new(&Key::from(*key))
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| NotOpened)
}

fn derive(secret: &Secret, label: Label, place: &[u8]) -> (Zeroizing<[u8; 32]>, [u8; COMMITMENT]) {
    let both: Zeroizing<[u8; 64]> = expand(secret.expose(), label, place);
    let mut key = Zeroizing::new([0; 32]);
    let mut commitment = [0; COMMITMENT];
    key.copy_from_slice(&both[..32]);
    commitment.copy_from_slice(&both[32..]);
    (key, commitment)
}

/// `N` bytes of HKDF-SHA256 from a secret, under a label and what it is for.
pub(crate) fn expand<const N: usize>(
    secret: &[u8],
    label: Label,
    purpose: &[u8],
) -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    Hkdf::<Sha256>::new(None, secret)
        .expand(&label.before(purpose), bytes.as_mut_slice())
        .expect("fewer bytes than HKDF gives");
    bytes
}

/// A secret derived from another.
pub(crate) fn derive_secret(secret: &[u8], label: Label, purpose: &[u8]) -> Secret {
    Secret::take(&mut expand::<32>(secret, label, purpose))
}

/// SHA-256 (FIPS 180-4) under a label.
pub(crate) fn hash(label: Label, bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(label.before(bytes)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels;
    use crate::test_randomness::Counting;
    use proptest::prelude::*;

    fn secret(byte: u8) -> Secret {
        Secret::take(&mut [byte; 32])
    }

    /// RFC 5869, appendix A.3: no salt and no info. Here the label is the info, so the vector is
    /// asked of the crate itself: what we build on does what the standard says.
    #[test]
    fn the_derivation_is_that_of_the_standard() {
        let mut okm = [0; 42];
        Hkdf::<Sha256>::new(None, &[0x0b; 22])
            .expand(&[], &mut okm)
            .expect("42 bytes");
        let expected =
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8";
        let found: String = okm.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, expected);
    }

    proptest! {
        #[test]
        fn every_changed_bit_is_noticed(plain in proptest::collection::vec(any::<u8>(), 0..40), bit in any::<prop::sample::Index>()) {
            let mut sealed = seal(&secret(1), labels::ROW, b"here", &plain, &mut Counting(9));
            let opened = open(&secret(1), labels::ROW, b"here", &sealed).expect("ours");
            prop_assert_eq!(opened.as_slice(), &plain[..]);
            let bit = bit.index(sealed.len() * 8);
            sealed[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(open(&secret(1), labels::ROW, b"here", &sealed).err(), Some(NotOpened));
        }

        #[test]
        fn nothing_opens_cut_short(plain in proptest::collection::vec(any::<u8>(), 0..40), cut in any::<prop::sample::Index>()) {
            let sealed = seal(&secret(1), labels::ROW, b"here", &plain, &mut Counting(9));
            let short = &sealed[..cut.index(sealed.len())];
            prop_assert_eq!(open(&secret(1), labels::ROW, b"here", short).err(), Some(NotOpened));
        }
    }

    #[test]
    fn neither_another_key_nor_another_place_nor_another_use_opens_it() {
        let sealed = seal(&secret(1), labels::ROW, b"here", b"it", &mut Counting(9));
        assert!(open(&secret(2), labels::ROW, b"here", &sealed).is_err());
        assert!(open(&secret(1), labels::ROW, b"there", &sealed).is_err());
        assert!(open(&secret(1), labels::CHUNK, b"here", &sealed).is_err());
    }

    /// With Poly1305 alone, one ciphertext can be made that opens under two chosen keys. Here the
    /// commitment stands for one secret only, even if all else were replaced.
    #[test]
    fn a_ciphertext_with_the_commitment_of_another_key_does_not_open() {
        let one = seal(&secret(1), labels::ROW, b"here", b"it", &mut Counting(9));
        let mut two = seal(&secret(2), labels::ROW, b"here", b"it", &mut Counting(9));
        two[NONCE..NONCE + COMMITMENT].copy_from_slice(&one[NONCE..NONCE + COMMITMENT]);
        assert!(open(&secret(1), labels::ROW, b"here", &two).is_err());
        assert!(open(&secret(2), labels::ROW, b"here", &two).is_err());
    }
}
