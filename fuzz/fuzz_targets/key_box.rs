//! `cargo +nightly fuzz run key_box ../crates/fuzz_targets/corpus/key_box`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::key_box(bytes));
