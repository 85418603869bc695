//! `cargo +nightly fuzz run key_copy ../crates/fuzz_targets/corpus/key_copy`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::key_copy(bytes));
