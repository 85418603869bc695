//! `cargo +nightly fuzz run publication ../crates/fuzz_targets/corpus/publication`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::publication(bytes));
