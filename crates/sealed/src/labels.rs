//! Every label of every signature, key derivation and hash. A label is used for one thing, for ever:
//! what was signed or sealed as one thing can then never be taken for another.

/// The domain of one use of a key or a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label(pub &'static str);

impl Label {
    /// The label, and a zero byte that occurs in none: so no label is the beginning of another.
    pub fn before(self, bytes: &[u8]) -> Vec<u8> {
        let mut all = Vec::with_capacity(self.0.len() + 1 + bytes.len());
        all.extend_from_slice(self.0.as_bytes());
        all.push(0);
        all.extend_from_slice(bytes);
        all
    }
}

/// Lists the labels once, so that the test below cannot miss one.
macro_rules! labels {
    ($($(#[$about:meta])* $name:ident = $text:literal;)*) => {
        $($(#[$about])* pub(crate) const $name: Label = Label($text);)*
        #[cfg(test)]
        const ALL: &[Label] = &[$($name),*];
    };
}

labels! {
    /// Signature: an entry of the membership graph.
    ENTRY_SIGNED = "safeconduct/1 membership entry signed";
    /// Hash: an entry of the membership graph, which names it; the first one's names the organisation.
    ENTRY_ID = "safeconduct/1 membership entry";
    /// Signature: a device's card, with its transit key.
    CARD = "safeconduct/1 card";
    /// Derivation: the key of one operation from its epoch's.
    OPERATION_KEY = "safeconduct/1 operation key";
    /// Signature: an operation.
    OPERATION = "safeconduct/1 operation";
    /// Hash: an operation, which names it.
    OPERATION_ID = "safeconduct/1 operation id";
    /// Hash: an item, by which it is known again.
    ITEM = "safeconduct/1 item";
    /// Derivation: what an epoch key is told by.
    EPOCH_MARK = "safeconduct/1 epoch mark";
    /// HPKE info: a letter.
    LETTER = "safeconduct/1 letter";
    /// Signature: a letter.
    LETTER_SIGNED = "safeconduct/1 letter signed";
    /// Derivation: what a passphrase and a device's secret open.
    SLOT = "safeconduct/1 key box slot";
    /// Derivation: the body of a key box.
    KEY_BOX = "safeconduct/1 key box body";
    /// Derivation: a row of the sealed log.
    ROW = "safeconduct/1 row";
    /// Derivation: the snapshot of the index.
    SNAPSHOT = "safeconduct/1 snapshot";
    /// Derivation: a piece of an attachment.
    CHUNK = "safeconduct/1 chunk";
    /// Hash: an attachment as it was captured.
    CAPTURE = "safeconduct/1 capture";
    /// HPKE info: the key of a bundle.
    BUNDLE = "safeconduct/1 bundle";
    /// Derivation: the body of a bundle.
    BUNDLE_BODY = "safeconduct/1 bundle body";
    /// Derivation: the decapsulation key of a recovery generation from its seed.
    RECOVERY_TRANSIT = "safeconduct/1 recovery transit";
    /// Derivation: the signing key of a recovery generation from its seed.
    RECOVERY_SIGNING = "safeconduct/1 recovery signing";
    /// HPKE info: a copy of keys for a recovery generation.
    RECOVERY = "safeconduct/1 recovery";
    /// Derivation: the body of a copy of keys.
    RECOVERY_BODY = "safeconduct/1 recovery body";
    /// Hash: the checksum of a share of a recovery generation.
    RECOVERY_SHARE = "safeconduct/1 recovery share";
    /// Signature: a recovery generation vouches for the device that takes another's place.
    SUCCESSION = "safeconduct/1 succession";
    /// Derivation: a place on a disk, by which a copied vault is known.
    HOME = "safeconduct/1 home";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_used_for_one_thing() {
        for (at, label) in ALL.iter().enumerate() {
            assert!(!label.0.contains('\0') && label.0.is_ascii());
            assert!(ALL[at + 1..].iter().all(|other| other != label));
        }
    }
}
