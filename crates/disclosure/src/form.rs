use crate::endings::{is_english_ending, is_plural, is_russian_ending};
use crate::lexicon::ConceptId;
use crate::text::Text;
use crate::verb_forms::tenses;
use std::ops::Range;

/// A way to say a concept: words that stand side by side, or two such groups that stand near each other.
pub(crate) struct Form {
    pub concept: ConceptId,
    /// The form names a person, not their work or its place.
    pub person: bool,
    /// The form does not name the thing; it only leads to it: `bread` to a bakery.
    pub hint: bool,
    words: Vec<Pattern>,
    near: Option<Vec<Pattern>>,
}

struct Pattern {
    stem: String,
    any_ending: bool,
}

/// Between two groups of words of one form at most so many others may stand.
const REACH: usize = 5;

impl Form {
    /// Reads `green_cross` (side by side) or `mend*~phone*` (near each other, in any order).
    pub(crate) fn read(concept: ConceptId, person: bool, hint: bool, form: &str) -> Option<Form> {
        let mut groups = form.split('~').map(patterns);
        let words = groups.next().filter(|words| !words.is_empty())?;
        let near = groups.next().filter(|near| !near.is_empty());
        // Two words that lead to one thing name it together.
        let hint = hint && near.is_none() && words.len() == 1;
        Some(Form {
            concept,
            person,
            hint,
            words,
            near,
        })
    }

    /// The hash of the stem that the form begins with.
    pub(crate) fn first(&self) -> u64 {
        crate::table::hash(&self.words[0].stem)
    }

    /// Whether the form begins with the first `end` bytes of a word.
    pub(crate) fn begins(&self, word: &str, end: usize) -> bool {
        let stem = &self.words[0].stem;
        stem.len() == end && word.starts_with(stem.as_str())
    }

    /// Whether the form stands at `token`: in the plural or not, and which tokens it takes.
    pub(crate) fn matches(&self, text: &Text, token: usize) -> Option<(bool, Range<usize>)> {
        let plural = side_by_side(&self.words, text, token)?;
        let own = token..token + self.words.len();
        let Some(near) = &self.near else {
            return Some((plural, own));
        };
        let sentence = text.sentence_of(token);
        let from = sentence
            .start
            .max(own.start.saturating_sub(REACH + near.len()));
        let to = sentence.end.min(own.end + REACH + 1);
        let other = (from..to)
            .filter(|t| !own.contains(t))
            .find(|t| side_by_side(near, text, *t).is_some())?;
        let whole = own.start.min(other)..own.end.max(other + near.len());
        Some((false, whole))
    }
}

/// Whether some words stand there one after the other, and in the plural.
fn side_by_side(words: &[Pattern], text: &Text, token: usize) -> Option<bool> {
    if token + words.len() > text.tokens().len() {
        return None;
    }
    let mut plural = false;
    for (i, pattern) in words.iter().enumerate() {
        let word = text.word(token + i);
        let rest = word.strip_prefix(pattern.stem.as_str())?;
        let cyrillic = text.tokens()[token + i].cyrillic;
        let fits = rest.is_empty()
            || pattern.any_ending
            || if cyrillic {
                is_russian_ending(rest)
            } else {
                is_english_ending(rest)
            };
        if !fits || (i > 0 && text.tokens()[token + i].after_break) {
            return None;
        }
        plural |= !text.tokens()[token + i].possessive && is_plural(rest, cyrillic);
    }
    Some(plural)
}

/// A form of a table of hints, with every tense of its English verb.
pub(crate) fn in_every_tense(form: &str) -> Vec<String> {
    let end = form.find(['_', '~']).unwrap_or(form.len());
    let (verb, rest) = form.split_at(end);
    tenses(verb).into_iter().map(|verb| verb + rest).collect()
}

fn patterns(words: &str) -> Vec<Pattern> {
    let words = words.split(['_', '-', ' ']);
    words.filter(|w| !w.is_empty()).map(pattern).collect()
}

fn pattern(word: &str) -> Pattern {
    let any_ending = word.ends_with('*');
    let mut stem = String::new();
    let word = word.trim_end_matches('*');
    let word = word.strip_suffix("'s").unwrap_or(word);
    word.chars()
        .filter(|c| *c != '\'')
        .for_each(|c| crate::fold::fold_into(c, &mut stem));
    Pattern { stem, any_ending }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(form: &str, text: &str) -> Option<Range<usize>> {
        let text = Text::read(text);
        let form = Form::read(0, false, true, form)?;
        let mut all = (0..text.tokens().len()).filter_map(|t| form.matches(&text, t));
        all.next().map(|(_, tokens)| tokens)
    }

    #[test]
    fn two_words_meet_in_either_order_but_not_far_apart_nor_in_two_sentences() {
        let form = "mend*~phone*";
        assert_eq!(takes(form, "He mended old phones."), Some(1..4));
        assert_eq!(takes(form, "The phones that he mended worked."), Some(1..5));
        assert_eq!(takes(form, "He mended fences. Phones rang."), None);
        let far = "He mended a b c d e f g phones.";
        assert_eq!(takes(form, far), None);
    }
}
