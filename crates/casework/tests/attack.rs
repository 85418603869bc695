//! Bytes from outside: whatever they are, a case is made of them, and every question is answered.

// One function for these tests and for the fuzzer, which knows all crates where this one knows few.
#[path = "../../fuzz_targets/src/entries.rs"]
mod entries;

use casework::{Content, Read, read, write};
use entries::entries;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

/// The fuzzer's corpus: entries as these tests write them, a file for each kind of content, each
/// entry behind its length in two bytes.
fn corpus() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz_targets/corpus/entries");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read(path).expect("a file of the corpus");
    paths.iter().map(read).collect()
}

fn each(mut file: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    while let Some((length, after)) = file.split_first_chunk::<2>() {
        let (entry, rest) = after.split_at(u16::from_be_bytes(*length).into());
        found.push(entry);
        file = rest;
    }
    found
}

#[test]
fn entries_of_every_kind_read_and_are_written_back() {
    let mut kinds = BTreeSet::new();
    for file in &corpus() {
        for bytes in each(file) {
            let Read::Entry(entry) = read(bytes) else {
                panic!("an entry of the corpus does not read: has its form changed?");
            };
            assert_eq!(write(&entry).as_deref(), Ok(bytes));
            kinds.insert(entry.content.kind());
        }
    }
    let every: BTreeSet<u32> = Content::KINDS.iter().map(|(number, _)| *number).collect();
    assert_eq!(kinds, every, "a kind has no entry in the corpus");
}

#[test]
fn a_case_of_every_kind_of_entry_answers() {
    corpus().iter().for_each(|file| entries(file));
    entries(&corpus().concat());
}

#[test]
fn mutated_entries_are_read_or_shown_as_damaged() {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    let lasts = Duration::from_secs(if long { 100 } else { 2 });
    let corpus = corpus();
    let (mut dice, mut runs) = (0xf022_u64, 0u64);
    let mut below = |end: usize| {
        // SplitMix64.
        dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = dice;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).expect("below a usize")
    };
    let begun = Instant::now();
    while begun.elapsed() < lasts {
        let mut bytes = corpus[below(corpus.len())].clone();
        bytes.extend_from_slice(&corpus[below(corpus.len())]);
        for _ in 0..1 + below(4) {
            let at = below(bytes.len());
            match below(4) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, u8::try_from(below(256)).expect("a byte")),
                2 => {
                    bytes.remove(at);
                }
                _ => bytes[at] ^= 1 << below(8),
            }
            bytes.push(0);
        }
        entries(&bytes);
        runs += 1;
    }
    println!("{runs} mutated sets of entries");
    assert!(runs > 100);
}
