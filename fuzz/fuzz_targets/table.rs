//! `cargo +nightly fuzz run table ../crates/fuzz_targets/corpus/table`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::table(bytes));
