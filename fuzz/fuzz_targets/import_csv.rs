//! `cargo +nightly fuzz run import_csv ../crates/fuzz_targets/corpus/import_csv`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::import_csv(bytes));
