//! `cargo +nightly fuzz run key_ring ../crates/fuzz_targets/corpus/key_ring`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::key_ring(bytes));
