use crate::Secret;
use argon2::{Algorithm, Argon2, Params, Version};
use std::fmt;
use zeroize::Zeroizing;

/// A longer passphrase is refused, not stretched: length must not buy an attacker our time.
const LONGEST: usize = 1024;

/// What somebody typed to open a key box. Wiped when dropped, never shown.
pub struct Passphrase(Zeroizing<String>);

/// The passphrase cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnfitPassphrase {
    /// Nothing was typed.
    #[error("the passphrase is empty")]
    Empty,
    /// More than any person types.
    #[error("the passphrase is longer than {LONGEST} bytes")]
    TooLong,
}

impl Passphrase {
    /// What was typed.
    ///
    /// # Errors
    /// [`UnfitPassphrase`], if it is empty or longer than 1,024 bytes.
    pub fn of(typed: Zeroizing<String>) -> Result<Self, UnfitPassphrase> {
        match typed.len() {
            0 => Err(UnfitPassphrase::Empty),
            1..=LONGEST => Ok(Self(typed)),
            _ => Err(UnfitPassphrase::TooLong),
        }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

/// How much work one guess at a passphrase costs: Argon2id (RFC 9106), one lane.
///
/// It is written in the key box, and bounded here on both sides: a changed file can make guessing
/// neither cheap for a thief nor endless for its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hardness {
    memory_mib: u32,
    passes: u32,
}

/// The key box asks for too little work, or for more than this program will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key box asks for a strength of passphrase work that this program does not allow")]
pub struct OutOfBounds;

impl Hardness {
    /// 256 MiB, three passes: what every new key box gets.
    pub const USUAL: Self = Self {
        memory_mib: 256,
        passes: 3,
    };
    /// 64 MiB, three passes: compiled in, and never taken from anybody.
    pub const FLOOR: Self = Self {
        memory_mib: 64,
        passes: 3,
    };
    /// 2 GiB, ten passes: beyond this a file is an attack on its reader.
    const CEILING: Self = Self {
        memory_mib: 2048,
        passes: 10,
    };

    /// So much work.
    ///
    /// # Errors
    /// [`OutOfBounds`], below the floor or above the ceiling.
    pub fn of(memory_mib: u32, passes: u32) -> Result<Self, OutOfBounds> {
        let memory_fits = (Self::FLOOR.memory_mib..=Self::CEILING.memory_mib).contains(&memory_mib);
        let passes_fit = (Self::FLOOR.passes..=Self::CEILING.passes).contains(&passes);
        if memory_fits && passes_fit {
            Ok(Self { memory_mib, passes })
        } else {
            Err(OutOfBounds)
        }
    }

    /// Memory in MiB.
    pub fn memory_mib(&self) -> u32 {
        self.memory_mib
    }

    /// Passes over that memory.
    pub fn passes(&self) -> u32 {
        self.passes
    }

    pub(crate) fn stretch(self, passphrase: &Passphrase, salt: &[u8; 32]) -> Secret {
        let params = Params::new(self.memory_mib * 1024, self.passes, 1, Some(32))
            .expect("the bounds lie within Argon2's own");
        let mut stretched = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.0.as_bytes(), salt, stretched.as_mut_slice())
            .expect("lengths are within Argon2's bounds");
        Secret::take(&mut stretched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_neither_empty_nor_endless_nor_shown() {
        let of = |typed: &str| Passphrase::of(Zeroizing::new(typed.to_owned()));
        assert_eq!(of("").err(), Some(UnfitPassphrase::Empty));
        assert_eq!(of(&"я".repeat(513)).err(), Some(UnfitPassphrase::TooLong));
        let fit = of(&"я".repeat(512)).expect("1,024 bytes");
        assert_eq!(format!("{fit:?}"), "[sealed]");
    }

    #[test]
    fn no_file_can_make_guessing_cheap_or_opening_endless() {
        assert_eq!(Hardness::of(64, 3), Ok(Hardness::FLOOR));
        for (memory_mib, passes) in [(63, 3), (64, 2), (0, 0), (2049, 3), (64, 11), (u32::MAX, 3)] {
            assert_eq!(Hardness::of(memory_mib, passes), Err(OutOfBounds));
        }
    }
}
