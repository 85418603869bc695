//! `cargo +nightly fuzz run import_xlsx ../crates/fuzz_targets/corpus/import_xlsx`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::import_xlsx(bytes));
