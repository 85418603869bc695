//! `cargo +nightly fuzz run bundle ../crates/fuzz_targets/corpus/bundle`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::bundle(bytes));
