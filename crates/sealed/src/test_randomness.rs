//! Repeatable bytes, for this crate's own tests.

use crate::Randomness;

/// SplitMix64 from a seed: repeatable, and nothing else.
pub(crate) struct Counting(pub u64);

impl Randomness for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (z ^ (z >> 27)).to_le_bytes()[3];
        }
    }
}
