//! `cargo +nightly fuzz run judgements ../crates/fuzz_targets/corpus/judgements`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::judgements(bytes));
