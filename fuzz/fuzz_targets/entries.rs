//! `cargo +nightly fuzz run entries ../crates/fuzz_targets/corpus/entries`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::entries(bytes));
