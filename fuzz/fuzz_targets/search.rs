//! `cargo +nightly fuzz run search ../crates/fuzz_targets/corpus/search`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::search(bytes));
