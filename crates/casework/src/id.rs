use minicbor::{Decode, Encode};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident: $len:literal,)+) => {
        $(
            $(#[$doc])+
            #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
            #[cbor(transparent)]
            pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; $len]);

            /// One of a few, so that what is drawn speaks of each other.
            #[cfg(test)]
            impl<'a> arbitrary::Arbitrary<'a> for $name {
                fn arbitrary(
                    u: &mut arbitrary::Unstructured<'a>,
                ) -> arbitrary::Result<$name> {
                    u.int_in_range(0..=3).map(|n| $name([n; $len]))
                }
            }

            /// The first bytes, enough to tell two apart: an id says nothing of a case.
            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let [a, b, c, d, ..] = self.0;
                    write!(f, "{}({a:02x}{b:02x}{c:02x}{d:02x})", stringify!($name))
                }
            }
        )+
    };
}

ids! {
    /// A signed entry: the hash of its operation. Whoever names one has seen it.
    OperationId: 32,
    /// A member of the organisation.
    MemberId: 32,
    /// A device of a member.
    DeviceId: 32,
    /// A person of a case: drawn at random when they are first recorded.
    PersonId: 16,
    /// A task, a paper, a hide-out…: drawn at random when it is first recorded.
    ThingId: 16,
}
