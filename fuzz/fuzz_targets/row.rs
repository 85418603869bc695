//! `cargo +nightly fuzz run row ../crates/fuzz_targets/corpus/row`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::row(bytes));
