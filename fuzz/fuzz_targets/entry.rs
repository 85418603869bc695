//! `cargo +nightly fuzz run entry ../crates/fuzz_targets/corpus/entry`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::entry(bytes));
