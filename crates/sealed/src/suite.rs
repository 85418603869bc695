use crate::{Canonical, Malformed, Reader, Writer};

/// Which cryptography is meant. The number stands first in everything that is written, so that a
/// second suite can come and an unknown one is refused by name.
///
/// Suite 1: HPKE Base (RFC 9180) with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305; Ed25519 (RFC 8032,
/// strict); XChaCha20-Poly1305 with keys and commitments by HKDF-SHA256 (RFC 5869); SHA-256;
/// Argon2id (RFC 9106).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suite;

/// The number of the one suite there is.
pub const SUITE: u64 = 1;

impl Canonical for Suite {
    fn write(&self, to: &mut Writer) {
        to.number(SUITE);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        match from.number()? {
            SUITE => Ok(Self),
            _ => Err(Malformed),
        }
    }
}
