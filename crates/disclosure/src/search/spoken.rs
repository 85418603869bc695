//! The words of a name or a query, whatever was slipped between their letters.

use crate::fold::{is_invisible, is_mark, script_of};
use crate::foreign::{in_its_own_script, is_read};
use crate::name_forms::folded;
use crate::sound::{may_go_on, readings};
use crate::text::{is_apostrophe, is_hyphen, one_script};
use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroize;

/// A word with its pieces between hyphens.
pub(super) struct Word {
    pub pieces: Vec<String>,
}

/// The words of a name as it is written: hyphens join, everything else that is no letter parts.
pub(super) fn words_of(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut plain = without_disguise(name);
    for word in plain.split(|c| !is_letter(c) && !is_hyphen(c)) {
        let pieces: Vec<String> = word
            .split(is_hyphen)
            .filter(|piece| piece.chars().any(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        if !pieces.is_empty() {
            words.push(Word { pieces });
        }
    }
    plain.zeroize();
    words
}

/// What shows nothing falls away, and a letter written in two characters becomes one.
fn without_disguise(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(&visible)
        .into_owned()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || is_apostrophe(c)
}

/// The spellings in which a word is heard: folded, its twin of look-alikes, and itself where no other script reads it.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let read = word.chars().any(is_read);
    let mut all = Vec::new();
    if read || word.chars().any(|c| matches!(c, '\u{370}'..='\u{3FF}')) {
        let (plain, twin) = one_script(folded(word));
        all.push(plain);
        all.extend(twin);
    }
    if !read {
        all.push(in_its_own_script(word));
    }
    all.retain(|spelling| !spelling.is_empty());
    all
}

/// The readings of a spelling; a spelling of another script is its own.
pub(super) fn heard(spelling: &str) -> Vec<String> {
    let mut all = if is_sounded(spelling) {
        readings(spelling)
    } else {
        Vec::new()
    };
    all.retain(|reading| !reading.is_empty());
    // Digits and other scripts have no sound: they stand for themselves.
    if all.is_empty()
        && spelling
            .chars()
            .any(|c| c.is_ascii_digit() || !c.is_ascii())
    {
        all.push(spelling.to_owned());
    }
    all
}

pub(super) fn is_sounded(spelling: &str) -> bool {
    spelling.chars().all(|c| script_of(c).is_some())
}

/// What was typed, as words.
pub(super) struct Query {
    words: Vec<String>,
}

impl Query {
    pub(super) fn read(query: &str, most: usize) -> Query {
        let mut words: Vec<String> = Vec::new();
        for word in words_of(query) {
            for piece in word.pieces {
                let both = words
                    .last_mut()
                    .filter(|last| is_number(last) && is_number(&piece));
                match both {
                    Some(last) => last.push_str(&piece),
                    None => words.push(piece),
                }
            }
        }
        // What has no sound, as a lone sign, meets nothing and asks for nothing.
        words.retain(|word| {
            spellings(word)
                .iter()
                .any(|spelling| !heard(spelling).is_empty())
        });
        words.truncate(most);
        Query { words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Some neighbouring words as one, with what it may be the beginning of.
    pub(super) fn joined(&self, from: usize, to: usize) -> Spoken {
        Spoken::of(&self.words[from..to].concat())
    }

    /// The digits of a word that is a number or holds one that is long enough to tell.
    pub(super) fn digits(&self, from: usize, to: usize) -> Option<String> {
        let word = (to == from + 1).then(|| &self.words[from])?;
        let digits = super::numbers::digits(word);
        (!digits.is_empty() && is_number(word) || digits.len() >= 4).then_some(digits)
    }

    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The same query with one word cut in two, in every way.
    pub(super) fn cuts(&self) -> Vec<Query> {
        let mut cuts = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let ends = word.char_indices().map(|(end, _)| end).skip(2);
            for end in ends.take(40) {
                let mut words = self.words.clone();
                let second = words[at].split_off(end);
                if second.chars().count() > 1 {
                    words.insert(at + 1, second);
                    cuts.push(Query { words });
                }
            }
        }
        cuts.truncate(120);
        cuts
    }
}

impl Drop for Query {
    fn drop(&mut self) {
        self.words.zeroize();
    }
}

fn is_number(word: &str) -> bool {
    super::numbers::digits(word).chars().count() == word.chars().count()
}

/// A word of a query as it sounds.
pub(super) struct Spoken {
    /// Readings of the whole.
    pub whole: Vec<String>,
    /// Readings of its beginning where the last letters may be part of a group: `Tsc` of `Tschechow`.
    pub begun: Vec<String>,
}

impl Spoken {
    pub(super) fn of(word: &str) -> Spoken {
        let mut spoken = Spoken {
            whole: Vec::new(),
            begun: Vec::new(),
        };
        for spelling in spellings(word) {
            spoken.whole.extend(heard(&spelling));
            let shorter = may_go_on(&spelling);
            spoken.begun.extend(shorter.into_iter().flat_map(readings));
        }
        for readings in [&mut spoken.whole, &mut spoken.begun] {
            readings.sort_unstable();
            readings.dedup();
            readings.retain(|reading| !reading.is_empty());
        }
        spoken
    }
}

impl Drop for Spoken {
    fn drop(&mut self) {
        self.whole.zeroize();
        self.begun.zeroize();
    }
}
