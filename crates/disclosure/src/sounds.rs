//! The words of a text as they sound.

use crate::eastern::eastern_readings;
use crate::name_forms::eastern_key;
use crate::sound::Ear;
use crate::table::{Plain, hash};
use crate::text::{Text, is_hyphen};
use std::collections::HashMap;
use std::ops::Range;

/// The hashes of every reading of every word of a text, and of two words that may be one name.
#[derive(Default)]
pub(crate) struct Sounds {
    keys: Vec<u64>,
    heard: Vec<Heard>,
}

/// Some tokens, and where the hashes of their readings stand.
struct Heard {
    tokens: Range<usize>,
    keys: Range<usize>,
    /// Readings of a twin, or of the word without its last letter.
    more: Range<usize>,
}

/// Fewer letters are initials.
const LEAST_SPELLED: usize = 4;

/// A hyphen, or where hyphens do not join the letters a single space, stands before the token.
fn is_joined(text: &Text, token: usize, by_hyphens: bool) -> bool {
    let t = &text.tokens()[token];
    let near = t.at.start <= text.tokens()[token - 1].at.end + 1;
    near && if by_hyphens {
        t.joined_by.is_some_and(is_hyphen)
    } else {
        t.joined_by.is_none() && !t.after_break
    }
}

impl Sounds {
    pub(crate) fn of(text: &Text) -> Sounds {
        let mut sounds = Sounds::default();
        let mut ear = Ear::default();
        let mut seen: HashMap<u64, Range<usize>, Plain> = HashMap::default();
        let mut pair = String::new();
        for (token, t) in text.tokens().iter().enumerate().filter(|(_, t)| !t.number) {
            let word = text.word(token);
            let keys = seen
                .entry(hash(word))
                .or_insert_with(|| sounds.hear(&mut ear, word))
                .clone();
            let begun = sounds.keys.len();
            if let Some(twin) = &t.twin {
                sounds.hear(&mut ear, twin);
            }
            if t.capital && !t.cyrillic && word.len() > 4 && word.ends_with('s') {
                sounds.hear(&mut ear, &word[..word.len() - 1]);
            }
            if t.capital {
                let readings = eastern_readings(word);
                sounds
                    .keys
                    .extend(readings.iter().map(|it| eastern_key(it)));
            }
            let more = begun..sounds.keys.len();
            sounds.push(token..token + 1, keys, more);
            let next = text.tokens().get(token + 1).filter(|n| {
                let hyphen = n.joined_by.is_some_and(is_hyphen);
                !n.number && (hyphen || (n.capital && t.capital && !n.after_break))
            });
            if let Some(next) = next {
                let twin = next.twin.as_deref().filter(|_| next.cyrillic != t.cyrillic);
                pair.clear();
                pair.push_str(word);
                pair.push_str(twin.unwrap_or(text.word(token + 1)));
                let keys = sounds.hear(&mut ear, &pair);
                sounds.push(token..token + 2, keys, 0..0);
            }
        }
        sounds.spelled_out(text, &mut ear);
        sounds
    }

    /// `G-e-l-a-t-i`: a name letter by letter.
    fn spelled_out(&mut self, text: &Text, ear: &mut Ear) {
        let is_letter = |t: usize| {
            let token = &text.tokens()[t];
            token.at.len() == 1 && !token.number
        };
        let mut token = 0;
        while token < text.tokens().len() {
            let mut end = token;
            let mut word = String::new();
            let next = text.tokens().get(token + 1);
            let by_hyphens = next.is_some_and(|n| n.joined_by.is_some_and(is_hyphen));
            while end < text.tokens().len()
                && is_letter(end)
                && (end == token || is_joined(text, end, by_hyphens))
            {
                word.push_str(text.word(end));
                end += 1;
            }
            if end >= token + LEAST_SPELLED {
                let keys = self.hear(ear, &word);
                self.push(token..end, keys, 0..0);
            }
            token = end.max(token + 1);
        }
    }

    fn hear(&mut self, ear: &mut Ear, word: &str) -> Range<usize> {
        let begun = self.keys.len();
        if (2..=60).contains(&word.len()) {
            self.keys
                .extend(ear.hear(word).iter().map(|reading| hash(reading)));
        }
        begun..self.keys.len()
    }

    fn push(&mut self, tokens: Range<usize>, keys: Range<usize>, more: Range<usize>) {
        self.heard.push(Heard { tokens, keys, more });
    }

    /// Some tokens with the hashes of their readings, in the order of the text.
    pub(crate) fn heard(&self) -> impl Iterator<Item = (&Range<usize>, impl Iterator<Item = u64>)> {
        self.heard.iter().map(|heard| {
            let keys = self.keys[heard.keys.clone()].iter();
            let more = self.keys[heard.more.clone()].iter();
            (&heard.tokens, keys.chain(more).copied())
        })
    }
}
