//! An entry as bytes: a CBOR array of the edition and the entry, with one encoding for each entry.

use crate::Entry;
use minicbor::decode::{self, Decoder};
use std::fmt;

/// The edition that this program writes. A later one may have kinds and fields that this program
/// does not know.
pub const EDITION: u32 = 1;

/// The longest entry, in bytes: what is longer is an attachment.
pub const LONGEST: usize = 64 * 1024;

/// What the bytes of an entry turned out to be. Bytes that cannot be read are kept all the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// An entry.
    Entry(Box<Entry>),
    /// Written by a newer program: kept, not read.
    Newer {
        /// The edition in which it was written.
        edition: u32,
    },
    /// Damaged, or written by no program of ours.
    Damaged(NotAnEntry),
}

/// Why bytes are no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum NotAnEntry {
    /// Longer than any entry.
    #[error("this entry is longer than any that the program writes")]
    TooLong,
    /// No CBOR array of an edition and an entry.
    #[error("this entry is damaged: it cannot be read")]
    Unreadable,
    /// Readable, but not written as this program would write it.
    #[error("this entry is not written as the program writes entries")]
    NotCanonical,
}

/// Why an entry cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritable {
    /// It would be longer than [`LONGEST`].
    #[error("this is too long to be recorded in one piece: shorten it, or attach it as a file")]
    TooLong,
    /// It holds a value that could not be read back.
    #[error("a date in this entry is no day, month or year")]
    NotReadableAgain,
}

/// The bytes of an entry.
///
/// # Errors
/// [`NotWritable`], so that nothing is signed that could not be read back.
pub fn write(entry: &Entry) -> Result<Vec<u8>, NotWritable> {
    let bytes = encoded(entry);
    if bytes.len() > LONGEST {
        return Err(NotWritable::TooLong);
    }
    match read(&bytes) {
        Read::Entry(again) if *again == *entry => Ok(bytes),
        Read::Entry(_) | Read::Newer { .. } | Read::Damaged(_) => {
            Err(NotWritable::NotReadableAgain)
        }
    }
}

/// Reads the bytes of an entry; never fails, since what cannot be read must still be shown.
pub fn read(bytes: &[u8]) -> Read {
    if bytes.len() > LONGEST {
        return Read::Damaged(NotAnEntry::TooLong);
    }
    match decoded(bytes) {
        // Whoever could write one entry in two ways could give it two ids.
        Ok(Read::Entry(entry)) if encoded(&entry) != bytes => {
            Read::Damaged(NotAnEntry::NotCanonical)
        }
        Ok(read) => read,
        Err(_) => Read::Damaged(NotAnEntry::Unreadable),
    }
}

fn encoded(entry: &Entry) -> Vec<u8> {
    minicbor::to_vec((EDITION, entry)).expect("writing to memory does not fail")
}

fn decoded(bytes: &[u8]) -> Result<Read, decode::Error> {
    let mut decoder = Decoder::new(bytes);
    if decoder.array()? != Some(2) {
        return Err(decode::Error::message("an edition and an entry"));
    }
    let edition = decoder.u32()?;
    if edition > EDITION {
        return Ok(Read::Newer { edition });
    }
    let entry = decoder.decode()?;
    if edition == 0 || decoder.position() != bytes.len() {
        return Err(decode::Error::message("one entry and nothing else"));
    }
    Ok(Read::Entry(Box::new(entry)))
}

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Read::Entry(entry) => entry.fmt(f),
            Read::Newer { edition } => write!(f, "Newer({edition})"),
            Read::Damaged(why) => write!(f, "Damaged({why:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::{a_thing, rounds};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(rounds(1_000))]

        #[test]
        fn what_is_written_reads_back(entry in a_thing::<Entry>()) {
            let bytes = write(&entry).expect("a drawn entry can be written");
            prop_assert!(read(&bytes) == Read::Entry(Box::new(entry)));
        }

        #[test]
        fn a_changed_entry_is_another_entry_or_none(
            entry in a_thing::<Entry>(), at: prop::sample::Index, flipped in 1u8..,
        ) {
            let mut bytes = write(&entry).expect("a drawn entry can be written");
            let at = at.index(bytes.len());
            bytes[at] ^= flipped;
            if let Read::Entry(other) = read(&bytes) {
                prop_assert!(*other != entry);
                prop_assert_eq!(encoded(&other), bytes);
            }
        }

        #[test]
        fn bytes_at_random_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Read::Entry(entry) = read(&bytes) {
                prop_assert_eq!(encoded(&entry), bytes);
            }
        }

        #[test]
        fn part_of_an_entry_is_no_entry(entry in a_thing::<Entry>(), end: prop::sample::Index) {
            let bytes = write(&entry).expect("a drawn entry can be written");
            let part = &bytes[..end.index(bytes.len())];
            prop_assert_eq!(read(part), Read::Damaged(NotAnEntry::Unreadable));
        }
    }

    /// A number that is given to another kind, or a field that moves, would make old cases lie.
    #[test]
    fn an_entry_is_arrays_with_fixed_places() {
        let entry = Entry::new(crate::CodeName {
            person: crate::PersonId([3; 16]),
            en: "Rowan".into(),
            ru: "Рябина".into(),
        })
        .learnt_at(crate::Moment::from_seconds(1_495_000_000).expect("a moment"))
        .in_place_of(crate::Why::Corrected, [crate::OperationId([9; 32])])
        .because("A slip.");
        let mut by_hand = minicbor::Encoder::new(Vec::new());
        (|| {
            by_hand.array(2)?.u32(1)?.array(4)?.i64(1_495_000_000)?;
            by_hand.array(1)?.array(2)?.bytes(&[9; 32])?.u8(1)?;
            by_hand.str("A slip.")?;
            by_hand.array(2)?.u8(5)?.array(1)?.array(3)?;
            by_hand.bytes(&[3; 16])?.str("Rowan")?.str("Рябина")?.ok()
        })()
        .expect("writing to memory");
        assert_eq!(write(&entry), Ok(by_hand.into_writer()));
    }

    #[test]
    fn every_kind_of_content_has_a_number_of_its_own_and_is_drawn_by_these_tests() {
        use proptest::strategy::ValueTree;
        use proptest::test_runner::TestRunner;
        use std::collections::BTreeSet;
        let numbers: BTreeSet<u32> = crate::Content::KINDS.iter().map(|(n, _)| *n).collect();
        assert_eq!(numbers.len(), crate::Content::KINDS.len());
        let mut runner = TestRunner::deterministic();
        let mut drawn = BTreeSet::new();
        for _ in 0..2_000 {
            let tree = a_thing::<Entry>().new_tree(&mut runner).expect("a tree");
            drawn.insert(tree.current().content.kind());
        }
        assert_eq!(drawn, numbers);
    }

    #[test]
    fn an_entry_of_a_newer_edition_is_kept_and_not_read() {
        let bytes = minicbor::to_vec((EDITION + 1, "something that is not known yet"));
        let newer = Read::Newer {
            edition: EDITION + 1,
        };
        assert_eq!(read(&bytes.expect("in memory")), newer);
    }

    #[test]
    fn the_same_entry_written_another_way_is_refused() {
        let bytes = write(&Entry::new(crate::Retraction {
            of: crate::OperationId([7; 32]),
            why: "A slip.".into(),
        }));
        let bytes = bytes.expect("it can be written");
        assert_eq!(bytes[..2], [0x82, 0x01]);
        // The edition in two bytes instead of one.
        let longer = [&[0x82, 0x18, 0x01], &bytes[2..]].concat();
        assert_eq!(read(&longer), Read::Damaged(NotAnEntry::NotCanonical));
        // An array that does not say how long it is.
        let endless = [&[0x9f, 0x01], &bytes[2..], &[0xff]].concat();
        assert_eq!(read(&endless), Read::Damaged(NotAnEntry::Unreadable));
        let followed = [&bytes[..], &[0x00]].concat();
        assert_eq!(read(&followed), Read::Damaged(NotAnEntry::Unreadable));
    }

    #[test]
    fn what_is_too_long_is_neither_written_nor_read() {
        let entry = Entry::new(crate::Retraction {
            of: crate::OperationId([7; 32]),
            why: "long ".repeat(LONGEST).as_str().into(),
        });
        assert_eq!(write(&entry), Err(NotWritable::TooLong));
        assert_eq!(
            read(&vec![0x82; LONGEST + 1]),
            Read::Damaged(NotAnEntry::TooLong)
        );
    }
}
