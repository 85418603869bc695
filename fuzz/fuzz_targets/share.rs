//! `cargo +nightly fuzz run share ../crates/fuzz_targets/corpus/share`
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz_targets::share(bytes));
