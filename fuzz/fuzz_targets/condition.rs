//! `cargo +nightly fuzz run condition ../crates/fuzz_targets/corpus/condition`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::condition(bytes));
