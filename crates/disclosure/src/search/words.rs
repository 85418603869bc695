//! Words of names by their sound: whole, in any form, by their beginning, by a part, but for a letter.

use super::Closeness;
use super::spoken::{Spoken, heard, is_sounded, spellings};
use crate::given_names::given_forms;
use crate::name_forms::keys_of;
use crate::sound::Ear;
use crate::table::{Plain, hash};
use std::collections::HashMap;
use zeroize::Zeroize;

/// How far a word is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Whole words, forms and beginnings.
    Keys,
    /// Parts of words too, and words that differ in a letter.
    Scan,
}

/// One reading of a word, as a range of letters.
#[derive(Clone, Copy)]
struct Reading {
    start: u32,
    length: u32,
    word: u32,
    letters: Letters,
}

/// Which letters stand in a reading, one bit each, so that most are passed over at once.
#[derive(Clone, Copy)]
struct Letters(u32);

/// The words of an index, by their sound.
#[derive(Default)]
pub(super) struct Words {
    letters: String,
    /// In the order of their letters.
    readings: Vec<Reading>,
    /// The hash of every reading of every form, in order.
    forms: Vec<(u64, u32, Closeness)>,
    known: HashMap<u64, u32, Plain>,
    ear: Ear,
}

/// A shorter beginning would meet half the vault by chance.
const LEAST_PART: usize = 3;
/// In shorter words one letter makes another name.
const LEAST_NEARLY: usize = 5;
/// Nobody's name is longer; what is longer is cut.
const MOST_LETTERS: usize = 80;

impl Words {
    /// The place of a word; `None` when nothing in it can be heard.
    pub(super) fn add(&mut self, word: &str) -> Option<u32> {
        let mut word: String = word.chars().take(MOST_LETTERS).collect();
        let mut spelled = spellings(&word);
        let known = spelled.iter().fold(0, |all, s| all ^ hash(s));
        let next = u32::try_from(self.known.len()).expect("fewer than four thousand million words");
        let place = match self.known.get(&known) {
            Some(place) => Some(*place),
            None => self.add_new(&spelled, next).then(|| {
                self.known.insert(known, next);
                next
            }),
        };
        word.zeroize();
        spelled.zeroize();
        place
    }

    fn add_new(&mut self, spelled: &[String], word: u32) -> bool {
        let mut any = false;
        for spelling in spelled {
            for mut reading in heard(spelling) {
                any = true;
                self.forms.push((hash(&reading), word, Closeness::Same));
                let start =
                    u32::try_from(self.letters.len()).expect("less than four gigabytes of names");
                let length = u32::try_from(reading.len()).expect("no name is that long");
                self.push_letters(&reading);
                self.readings.push(Reading {
                    start,
                    length,
                    word,
                    letters: Letters::of(&reading),
                });
                reading.zeroize();
            }
            if is_sounded(spelling) && spelling.chars().count() > 1 {
                self.add_forms(spelling, word);
            }
        }
        any
    }

    fn add_forms(&mut self, spelling: &str, word: u32) {
        let mut add = |name: &str, by: Closeness| {
            let keys = keys_of(&mut self.ear, name, 0).into_iter();
            self.forms.extend(keys.map(|(key, _)| (key, word, by)));
        };
        add(spelling, Closeness::Form);
        for (other, how) in given_forms(spelling) {
            let by = match how {
                0 => Closeness::Form,
                1 => Closeness::Diminutive,
                _ => Closeness::Equivalent,
            };
            add(other, by);
        }
    }

    /// A string that grows leaves its letters where they were: the old ones are wiped.
    fn push_letters(&mut self, reading: &str) {
        if self.letters.capacity() - self.letters.len() < reading.len() {
            let mut larger = String::with_capacity(2 * self.letters.capacity() + 4_096);
            larger.push_str(&self.letters);
            self.letters.zeroize();
            self.letters = larger;
        }
        self.letters.push_str(reading);
    }

    /// Puts what was added in order.
    pub(super) fn arrange(&mut self) {
        let letters = &self.letters;
        self.readings
            .sort_by(|a, b| a.of(letters).cmp(b.of(letters)));
        self.forms.sort();
        // Of one key of one word the closest stays.
        self.forms.dedup_by_key(|(key, word, _)| (*key, *word));
    }

    /// Every word that a spoken one may mean.
    pub(super) fn heard(&self, spoken: &Spoken, depth: Depth) -> HashMap<u32, Closeness, Plain> {
        let mut met: HashMap<u32, Closeness, Plain> = HashMap::default();
        let mut add = |word: u32, by: Closeness| {
            let best = met.entry(word).or_insert(by);
            *best = by.min(*best);
        };
        for reading in &spoken.whole {
            self.with_key(hash(reading))
                .for_each(|(word, by)| add(word, by));
        }
        for reading in spoken.whole.iter().chain(&spoken.begun) {
            self.beginning(reading)
                .for_each(|word| add(word, Closeness::Begins));
        }
        if depth == Depth::Scan {
            self.scan(&spoken.whole, &mut add);
        }
        met
    }

    fn with_key(&self, key: u64) -> impl Iterator<Item = (u32, Closeness)> + '_ {
        let start = self.forms.partition_point(|(form, ..)| *form < key);
        let same = self.forms[start..]
            .iter()
            .take_while(move |(form, ..)| *form == key);
        same.map(|(_, word, by)| (*word, *by))
    }

    fn beginning<'w>(&'w self, start: &'w str) -> impl Iterator<Item = u32> + 'w {
        let first = self
            .readings
            .partition_point(|r| r.of(&self.letters) < start);
        let from = self.readings[first..].iter();
        from.take_while(move |r| r.of(&self.letters).starts_with(start))
            .map(|r| r.word)
    }

    fn scan(&self, said: &[String], add: &mut impl FnMut(u32, Closeness)) {
        let said: Vec<(Letters, &str)> =
            said.iter().map(|s| (Letters::of(s), s.as_str())).collect();
        for reading in &self.readings {
            for (letters, said) in &said {
                let (missing, more) = letters.beside(reading.letters);
                if missing > 1 {
                    continue;
                }
                let known = reading.of(&self.letters);
                if missing == 0 && said.len() >= LEAST_PART && known.contains(said) {
                    add(reading.word, Closeness::Holds);
                } else if more <= 1 && said.len() >= LEAST_NEARLY && differ_in_a_letter(said, known)
                {
                    add(reading.word, Closeness::Nearly);
                }
            }
        }
    }
}

impl Letters {
    fn of(reading: &str) -> Letters {
        Letters(reading.bytes().fold(0, |all, byte| all | 1 << (byte % 32)))
    }

    /// How many letters of this reading the other lacks, and how many it has beside them.
    fn beside(self, other: Letters) -> (u32, u32) {
        (
            (self.0 & !other.0).count_ones(),
            (other.0 & !self.0).count_ones(),
        )
    }
}

impl Reading {
    fn of(self, letters: &str) -> &str {
        let start = self.start as usize;
        &letters[start..start + self.length as usize]
    }
}

/// One letter is another, is missing, or is too many; or two neighbours have changed places.
pub(super) fn differ_in_a_letter(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short[head..]
        .iter()
        .rev()
        .zip(long[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (rest_short, rest_long) = (
        &short[head..short.len() - tail],
        &long[head..long.len() - tail],
    );
    match (rest_short, rest_long) {
        (_, [_] | []) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

impl Drop for Words {
    fn drop(&mut self) {
        self.letters.zeroize();
        self.forms.iter_mut().for_each(|form| form.0 = 0);
        self.known.clear();
    }
}
