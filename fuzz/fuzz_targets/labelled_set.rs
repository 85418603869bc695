//! `cargo +nightly fuzz run labelled_set ../crates/fuzz_targets/corpus/labelled_set`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::labelled_set(bytes));
