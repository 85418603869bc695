//! Whatever a decoder takes it writes back byte for byte; everything else it refuses, without a panic.

mod sample;

use proptest::prelude::*;
use sample::{Sample, formats};

#[test]
fn everything_is_read_back_as_it_was_written() {
    for (name, all, reads) in formats(&Sample::new()) {
        for bytes in all {
            assert_eq!(reads(&bytes).as_ref(), Some(&bytes), "{name}");
        }
    }
}

#[test]
fn nothing_is_read_that_is_cut_short_or_goes_on() {
    for (name, all, reads) in formats(&Sample::new()) {
        for bytes in all {
            let step = 1 + bytes.len() / 300;
            for end in (0..bytes.len()).step_by(step) {
                assert_eq!(reads(&bytes[..end]), None, "{name} cut at {end}");
            }
            assert_eq!(reads(&[&bytes[..], &[0]].concat()), None, "{name} goes on");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_changed_is_refused_or_is_the_one_encoding_of_something_else(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        for (_, all, reads) in formats(&Sample::new()) {
            for mut bytes in all {
                for (at, byte) in &changes {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
                if let Some(written) = reads(&bytes) {
                    prop_assert_eq!(written, bytes);
                }
            }
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for (_, _, reads) in formats(&Sample::new()) {
            if let Some(written) = reads(&bytes) {
                prop_assert_eq!(&written, &bytes);
            }
        }
    }
}
