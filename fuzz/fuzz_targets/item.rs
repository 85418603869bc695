//! `cargo +nightly fuzz run item ../crates/fuzz_targets/corpus/item`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::item(bytes));
