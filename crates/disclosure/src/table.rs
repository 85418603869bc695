//! Hash tables whose keys are hashes already.

use std::hash::{BuildHasherDefault, Hasher};

/// The hash of no bytes (FNV-1a, 64 bits).
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash with one more byte.
pub(crate) fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u64 {
    hash_after(START, word)
}

/// The hash of a word after what was hashed before it.
pub(crate) fn hash_after(start: u64, word: &str) -> u64 {
    word.bytes().fold(start, step)
}

/// Takes a 64-bit key as its own hash.
#[derive(Default, Clone, Copy)]
pub(crate) struct AsItIs(u64);

pub(crate) type Plain = BuildHasherDefault<AsItIs>;

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = step(self.0, *byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
