//! `cargo +nightly fuzz run person ../crates/fuzz_targets/corpus/person`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::person(bytes));
