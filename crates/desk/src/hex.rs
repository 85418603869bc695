//! Ids as a form carries them: bytes as small hexadecimal letters.

/// Bytes as two letters each.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// So many bytes, if that is what the letters say; large letters are none of ours.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let is_ours = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 2 * N || !text.bytes().all(is_ours) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, two) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_is_read_as_it_was_written(id in any::<[u8; 16]>()) {
            prop_assert_eq!(from_hex::<16>(&hex(&id)), Some(id));
        }

        #[test]
        fn what_is_read_as_an_id_is_written_the_same(typed in "\\PC{0,40}|[0-9a-fA-F]{0,40}") {
            if let Some(id) = from_hex::<16>(&typed) {
                prop_assert_eq!(hex(&id), typed);
            }
        }
    }
}
