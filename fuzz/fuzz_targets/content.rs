//! `cargo +nightly fuzz run content ../crates/fuzz_targets/corpus/content`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::content(bytes));
