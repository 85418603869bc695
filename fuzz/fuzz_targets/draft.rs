//! `cargo +nightly fuzz run draft ../crates/fuzz_targets/corpus/draft`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::draft(bytes));
