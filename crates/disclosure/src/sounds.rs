//! The words of a text as they sound.

use crate::sound::readings;
use crate::table::hash;
use crate::text::{Text, is_hyphen};
use std::collections::HashMap;
use std::ops::Range;

/// The hashes of every reading of every word of a text, and of two words that may be one name.
pub(crate) struct Sounds {
    heard: Vec<(Range<usize>, Vec<u64>)>,
}

impl Sounds {
    pub(crate) fn of(text: &Text) -> Sounds {
        let mut heard = Vec::new();
        let mut seen: HashMap<&str, Vec<u64>> = HashMap::new();
        for (token, t) in text.tokens().iter().enumerate().filter(|(_, t)| !t.number) {
            let word = text.word(token);
            let mut keys = seen.entry(word).or_insert_with(|| keys_heard(word)).clone();
            keys.extend(t.twin.iter().flat_map(|twin| keys_heard(twin)));
            if t.capital && !t.cyrillic && word.len() > 4 && word.ends_with('s') {
                keys.extend(keys_heard(&word[..word.len() - 1]));
            }
            heard.push((token..token + 1, keys));
            let next = text.tokens().get(token + 1).filter(|n| {
                let hyphen = n.joined_by.is_some_and(is_hyphen);
                !n.number && (hyphen || (n.capital && t.capital && !n.after_break))
            });
            if let Some(next) = next {
                let twin = next.twin.as_deref().filter(|_| next.cyrillic != t.cyrillic);
                let second = twin.unwrap_or(text.word(token + 1));
                heard.push((token..token + 2, keys_heard(&format!("{word}{second}"))));
            }
        }
        Sounds { heard }
    }

    pub(crate) fn heard(&self) -> &[(Range<usize>, Vec<u64>)] {
        &self.heard
    }
}

fn keys_heard(word: &str) -> Vec<u64> {
    if word.len() < 2 || word.len() > 60 {
        return Vec::new();
    }
    readings(word).iter().map(|reading| hash(reading)).collect()
}
