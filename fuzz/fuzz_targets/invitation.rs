//! `cargo +nightly fuzz run invitation ../crates/fuzz_targets/corpus/invitation`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::invitation(bytes));
