use crate::Malformed;
use zeroize::Zeroizing;

/// Small things are padded to one of these sizes, in bytes, so that their length says little.
pub const CLASSES: [usize; 5] = [1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10];

/// The length before the padding: four bytes, largest first.
const HEAD: usize = 4;

/// The padded length of something of `length` bytes: a size class, and above the largest class the
/// next multiple of a sixteenth of the highest power of two within it, which adds at most a sixteenth.
pub fn padded_length(length: usize) -> usize {
    let needed = length + HEAD;
    match CLASSES.iter().find(|class| needed <= **class) {
        Some(class) => *class,
        None => needed.next_multiple_of((1 << needed.ilog2()) / 16),
    }
}

/// The bytes, with their length before and zeros behind. It grows once, so that no copy is left.
pub(crate) fn pad(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let whole = padded_length(bytes.len());
    let length = u32::try_from(bytes.len()).expect("what is padded is far below 4 GiB");
    let mut padded = Zeroizing::new(Vec::with_capacity(whole));
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(bytes);
    padded.resize(whole, 0);
    padded
}

/// The bytes without their padding.
pub(crate) fn unpad(padded: &[u8]) -> Result<Zeroizing<Vec<u8>>, Malformed> {
    let (head, rest) = padded.split_first_chunk::<HEAD>().ok_or(Malformed)?;
    let length = usize::try_from(u32::from_be_bytes(*head)).map_err(|_| Malformed)?;
    if length > rest.len() || padded_length(length) != padded.len() {
        return Err(Malformed);
    }
    let (bytes, zeros) = rest.split_at(length);
    if zeros.iter().any(|byte| *byte != 0) {
        return Err(Malformed);
    }
    Ok(Zeroizing::new(bytes.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_things_have_five_sizes_and_large_ones_grow_by_a_sixteenth_at_most() {
        for length in [0, 1, 1020] {
            assert_eq!(padded_length(length), 1024);
        }
        assert_eq!(padded_length(1021), 4096);
        for length in (CLASSES[4]..40_000_000).step_by(7919) {
            let more = padded_length(length) - length;
            assert!(more <= length / 16 + 4, "{length} grows by {more}");
        }
    }

    proptest! {
        #[test]
        fn what_was_padded_is_found_again(bytes in proptest::collection::vec(any::<u8>(), 0..5000)) {
            let padded = pad(&bytes);
            prop_assert_eq!(padded.len(), padded_length(bytes.len()));
            let found = unpad(&padded).expect("ours");
            prop_assert_eq!(found.as_slice(), &bytes[..]);
        }

        #[test]
        fn padding_that_carries_something_is_refused(at in 8usize..1024, byte in 1u8..) {
            let mut padded = pad(b"four");
            padded[at] = byte;
            prop_assert_eq!(unpad(&padded).err(), Some(Malformed));
        }
    }
}
