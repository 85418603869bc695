//! Whatever can be recorded, drawn for tests.

use arbitrary::{Arbitrary, Unstructured};
use proptest::prelude::*;

/// Any value that can be drawn from bytes.
pub(crate) fn a_thing<T>() -> impl Strategy<Value = T>
where
    T: for<'a> Arbitrary<'a> + std::fmt::Debug,
{
    prop::collection::vec(any::<u8>(), 0..600).prop_filter_map("too few bytes", |bytes| {
        T::arbitrary(&mut Unstructured::new(&bytes)).ok()
    })
}

/// So many cases, and a hundred times as many in the long tests. The crate asks nothing of the machine
/// it runs on, not even here: which tests are meant is known when they are compiled.
pub(crate) fn rounds(short: u32) -> ProptestConfig {
    let long = option_env!("SAFECONDUCT_LONG") == Some("1");
    ProptestConfig::with_cases(if long { short * 100 } else { short })
}
