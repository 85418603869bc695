//! Words of scripts whose sound is not read: Arabic, Georgian, Armenian, Hebrew, Han. They are compared letter by letter.

use crate::fold::{is_invisible, is_mark};
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::ops::Range;

/// A word with its place in the draft, in code points.
pub(crate) type ForeignWord = (Range<usize>, String);

/// Every word of such a script.
pub(crate) fn foreign_words(draft: &str) -> Vec<ForeignWord> {
    let mut words: Vec<ForeignWord> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let mut end = 0;
    for (at, c) in draft.chars().enumerate() {
        if is_foreign(c) {
            open.get_or_insert_with(|| (at, String::new())).1.push(c);
            end = at + 1;
        } else if open.is_none() || is_invisible(c) || is_mark(c) {
            continue;
        } else if let Some((start, word)) = open.take() {
            words.push((start..end, in_its_own_script(&word)));
        }
    }
    if let Some((start, word)) = open {
        words.push((start..end, in_its_own_script(&word)));
    }
    words.retain(|(_, word)| word.chars().nth(1).is_some());
    words
}

/// A letter, or a sign of one, of a script that is not read by its sound.
pub(crate) fn is_foreign(c: char) -> bool {
    c > '\u{52F}' && c.is_alphabetic() && !is_read(c) && !is_mark(c) && !is_invisible(c)
}

/// A letter or digit whose sound is known.
pub(crate) fn is_read(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}')
        || matches!(c, '\u{FF10}'..='\u{FF5A}' | '\u{1D400}'..='\u{1D7FF}' | '\u{2C60}'..='\u{2C7F}')
}

/// Small letters without marks; in Arabic and Hebrew without vowel signs and with one form of each letter.
pub(crate) fn in_its_own_script(word: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(word);
    let letters = plain.chars().filter(|c| {
        let sign =
            matches!(c, '\u{591}'..='\u{5C7}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}');
        c.is_alphanumeric() && !sign
    });
    letters
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            'ة' => 'ه',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_words_have_their_places_and_lose_their_signs() {
        let words = foreign_words("He is عَلِيّ, or Անի; ни Али.");
        let wanted = [(6..12, "علي".to_owned()), (17..20, "անի".to_owned())];
        assert_eq!(words, wanted);
    }

    #[test]
    fn a_joiner_that_shows_nothing_parts_no_word() {
        let [(_, one), (_, other)] = &foreign_words("روح\u{200C}الله روحالله")[..]
        else {
            panic!("two words");
        };
        assert_eq!(one, other);
    }
}
