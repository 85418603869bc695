use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// Thirty-two secret bytes: wiped when dropped, compared in constant time, never shown.
///
/// They lie on the heap, so that moving one leaves no copy behind.
#[derive(Clone)]
pub struct Secret(Box<[u8; 32]>);

impl Secret {
    /// Secret bytes as they were read from a sealed place. The caller's copy is wiped.
    pub fn take(bytes: &mut [u8; 32]) -> Self {
        let secret = Self(Box::new(*bytes));
        bytes.zeroize();
        secret
    }

    /// New secret bytes.
    pub fn make(randomness: &mut dyn Randomness) -> Self {
        let mut secret = Self(Box::new([0; 32]));
        randomness.fill(secret.0.as_mut_slice());
        secret
    }

    /// The bytes themselves: for what seals them again, and for a recovery sheet.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(other.0.as_ref()).into()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

/// Where random bytes come from: the one seam, so that a test can repeat what happened.
pub trait Randomness {
    /// Fills all of `bytes` with unpredictable ones.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// `N` random bytes that are no secret: names and salts.
pub fn make_bytes<const N: usize>(randomness: &mut dyn Randomness) -> [u8; N] {
    let mut bytes = [0; N];
    randomness.fill(&mut bytes);
    bytes
}

/// Our randomness as `rand_core` knows it.
pub(crate) struct Source<'r>(pub &'r mut dyn Randomness);

impl hpke::rand_core::TryRng for Source<'_> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(u32::from_le_bytes(make_bytes(self.0)))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(u64::from_le_bytes(make_bytes(self.0)))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Source<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::take(&mut [7; 32]);
        assert_eq!(format!("{secret:?}"), "[sealed]");
    }

    #[test]
    fn taking_a_secret_wipes_where_it_was() {
        let mut bytes = [7; 32];
        let secret = Secret::take(&mut bytes);
        assert_eq!((bytes, secret.expose()), ([0; 32], &[7; 32]));
    }
}
