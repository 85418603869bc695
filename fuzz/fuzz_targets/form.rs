//! `cargo +nightly fuzz run form ../crates/fuzz_targets/corpus/form`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::form(bytes));
