//! `cargo +nightly fuzz run book ../crates/fuzz_targets/corpus/book`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::book(bytes));
