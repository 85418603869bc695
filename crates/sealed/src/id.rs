use crate::{Canonical, Malformed, Reader, Writer};
use std::fmt;

/// Names of fixed length: bytes that say nothing by themselves.
macro_rules! id {
    ($(#[$about:meta])* $name:ident, $length:literal) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $length]);

        impl Canonical for $name {
            fn write(&self, to: &mut Writer) {
                to.bytes(&self.0);
            }

            fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                Ok(Self(from.exactly()?))
            }
        }

        impl fmt::Display for $name {
            /// The first eight bytes, as hexadecimal digits in groups of four: enough to tell apart.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&in_groups(&self.0[..8]))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

id!(
    /// An organisation: the hash of its charter.
    OrganisationId, 32
);
id!(
    /// A compartment: one case, one negotiation, one shelter. Random.
    CompartmentId, 16
);
id!(
    /// A device: its Ed25519 public key (RFC 8032).
    DeviceId, 32
);
id!(
    /// An operation: the hash of its bytes, signature included.
    OperationId, 32
);
id!(
    /// An attachment. Random.
    AttachmentId, 16
);

impl OrganisationId {
    /// All of it, to be compared over a call or on paper.
    pub fn fingerprint(&self) -> String {
        in_groups(&self.0)
    }
}

impl DeviceId {
    /// All of it, to be compared over a call or on paper.
    pub fn fingerprint(&self) -> String {
        in_groups(&self.0)
    }
}

/// Hexadecimal digits, in groups of four that can be read aloud.
fn in_groups(bytes: &[u8]) -> String {
    let groups = bytes.chunks(2).map(|pair| {
        let digits = pair.iter().map(|byte| format!("{byte:02x}"));
        digits.collect::<String>()
    });
    groups.collect::<Vec<_>>().join(" ")
}

/// An epoch of a compartment: its number, and a mark derived from its key. Two people who change
/// the key at once make two epochs of one number; the marks tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EpochId {
    /// From one on.
    pub number: u64,
    /// Derived from the key: a letter cannot bring another key under this name.
    pub mark: [u8; 16],
}

impl Canonical for EpochId {
    fn write(&self, to: &mut Writer) {
        to.array(2).number(self.number).bytes(&self.mark);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(Self {
            number: from.number()?,
            mark: from.exactly()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_can_be_read_aloud() {
        let mut bytes = [0; 32];
        bytes[..3].copy_from_slice(&[0xab, 0x01, 0xff]);
        let device = DeviceId(bytes);
        assert!(device.fingerprint().starts_with("ab01 ff00 0000"));
        assert_eq!(device.fingerprint().split(' ').count(), 16);
        assert_eq!(device.to_string(), "ab01 ff00 0000 0000");
    }
}
