//! The corpus of every target is replayed, and mutated for some seconds with a seeded generator.

use fuzz_targets::ALL;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

/// One input may take no longer, even unoptimised on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("every target has a corpus")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read(path).expect("a file of the corpus"))
        .collect()
}

/// Calls a target; what it panics on is shown, so that it can join the corpus.
fn run(target: &str, function: fn(&[u8]), bytes: &[u8]) {
    let begun = Instant::now();
    let outcome = catch_unwind(|| function(bytes));
    assert!(
        outcome.is_ok(),
        "{target} panics on {:?}",
        String::from_utf8_lossy(bytes)
    );
    let took = begun.elapsed();
    assert!(
        took < LONGEST,
        "{target} took {took:?} on {:?}",
        String::from_utf8_lossy(bytes)
    );
}

#[test]
fn the_corpus_is_read_without_a_panic() {
    for (target, function) in ALL {
        let inputs = corpus(target);
        assert!(!inputs.is_empty());
        inputs
            .iter()
            .for_each(|bytes| run(target, *function, bytes));
    }
}

#[test]
fn a_mutated_book_is_read_or_complained_of() {
    mutate("book");
}

#[test]
fn a_mutated_condition_is_read_or_complained_of() {
    mutate("condition");
}

#[test]
fn a_mutated_person_is_read_or_complained_of() {
    mutate("person");
}

#[test]
fn a_mutated_publication_is_read_or_complained_of() {
    mutate("publication");
}

#[test]
fn a_mutated_draft_is_judged() {
    mutate("draft");
}

#[test]
fn a_mutated_entry_is_read_or_shown_as_damaged() {
    mutate("entries");
}

#[test]
fn a_mutated_labelled_set_is_read_or_complained_of() {
    mutate("labelled_set");
}

#[test]
fn a_mutated_table_is_read_or_complained_of() {
    mutate("table");
}

#[test]
fn a_mutated_bundle_opens_for_nobody() {
    mutate("bundle");
}

#[test]
fn a_mutated_content_is_refused_or_has_one_encoding() {
    mutate("content");
}

#[test]
fn a_mutated_csv_is_imported_once_or_complained_of() {
    mutate("import_csv");
}

#[test]
fn a_mutated_xlsx_is_imported_once_or_complained_of() {
    mutate("import_xlsx");
}

#[test]
fn a_mutated_form_is_taken_or_shown_again() {
    mutate("form");
}

#[test]
fn a_mutated_invitation_is_whole_or_refused() {
    mutate("invitation");
}

#[test]
fn a_mutated_query_finds_people_of_the_vault_or_nobody() {
    mutate("search");
}

#[test]
fn a_mutated_item_holds_for_nobody() {
    mutate("item");
    mutate("entry");
    mutate("share");
}

#[test]
fn a_mutated_key_box_does_not_open() {
    mutate("key_box");
}

#[test]
fn a_mutated_copy_of_keys_does_not_open() {
    mutate("key_copy");
}

#[test]
fn a_mutated_key_ring_is_refused_or_has_one_encoding() {
    mutate("key_ring");
}

#[test]
fn a_mutated_row_is_refused_or_has_one_encoding() {
    mutate("row");
}

fn mutate(target: &str) {
    let seconds = if std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1") {
        100
    } else {
        5
    };
    let function = ALL
        .iter()
        .find(|(name, _)| *name == target)
        .expect("the target exists")
        .1;
    let inputs = corpus(target);
    let mut dice = Dice(0xf022);
    let begun = Instant::now();
    let mut runs = 0;
    while begun.elapsed() < Duration::from_secs(seconds) {
        let mut bytes = inputs[dice.below(inputs.len())].clone();
        for _ in 0..1 + dice.below(4) {
            dice.change(&mut bytes, &inputs);
        }
        run(target, function, &bytes);
        runs += 1;
    }
    println!("{target}: {runs} mutated inputs in {seconds} s");
}

/// Pieces that mean something to some reader.
const PIECES: &[&str] = &[
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "\n",
    "\n  - ",
    "#",
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "---\n",
    "&&",
    "||",
    "!",
    "==",
    "!=",
    "<=",
    " in ",
    "(",
    ")",
    "on",
    "this",
    "2017-02-30",
    "2017",
    "USA",
    "QQQ",
    "\"*\"",
    "unknown",
    "rather_not_say",
    "contested",
    "shown",
    "complete: yes",
    "exists(p, ",
    "days(40000)",
    "years(9999999999)",
    "-",
    "9223372036854775808",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "é",
    "\0",
    "\t",
    "\r",
    "value.",
    "row.",
    "area.",
    "format: ",
    "yes",
    "\\x1b",
    "%",
];

/// Repeatable randomness (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % (end.max(1) as u64)).expect("it is below a usize")
    }

    fn change(&mut self, bytes: &mut Vec<u8>, inputs: &[Vec<u8>]) {
        let at = self.below(bytes.len() + 1);
        let end = (at + self.below(20)).min(bytes.len());
        match self.below(8) {
            0 => bytes.truncate(at),
            1 => {
                bytes.drain(at..end);
            }
            2 => {
                let copied = bytes[at..end].to_vec();
                let to = self.below(bytes.len() + 1);
                bytes.splice(to..to, copied);
            }
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << self.below(8);
                }
            }
            4 => {
                let other = &inputs[self.below(inputs.len())];
                let from = self.below(other.len() + 1);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            5 => {
                let piece = PIECES[self.below(PIECES.len())].repeat(1 + self.below(60));
                bytes.splice(at..at, piece.into_bytes());
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
}
