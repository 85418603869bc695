//! Sentences that tell of somebody who is none of ours, or of a work of art.

use super::{PERSONAL, Traits};
use crate::given_names::is_given_name;
use crate::lexicon::Kind;

impl Traits<'_> {
    /// The sentence tells of somebody who is named and is not ours, of a work of art, or of everyone.
    pub(super) fn is_about_others(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let ours = |t: usize| {
            self.identified
                .persons
                .values()
                .any(|named| named.contains(&t))
                || self.reading.is_known_name(t)
        };
        let text = &self.reading.text;
        let public = tokens.clone().any(|t| self.identified.public.contains(&t));
        let named = tokens.clone().zip(tokens.clone().skip(1)).any(|(a, b)| {
            let name = |t: usize| {
                text.tokens()[t].capital
                    && !text.tokens()[t].number
                    && !ours(t)
                    // `Jehovah's Witness` is nobody's name.
                    && !self.reading.hits_in(t..t + 1).any(|h| h.kind == Kind::Faith)
                    && text.word(t).chars().count() > 1
                    && !self.reading.caseless
            };
            let first = name(a) && (a != tokens.start || is_given_name(text.word(a)));
            first
                && name(b)
                && !text.tokens()[b].after_break
                && (is_given_name(text.word(a))
                    || self
                        .reading
                        .hits_in(b..b + 1)
                        .all(|h| h.kind == Kind::Context))
        });
        let none_of_ours = !self.reading.says_any(sentence, &["guest", "he", "she"])
            || self.identified.persons.is_empty() && named && !self.reading.says(sentence, "guest");
        public || named && none_of_ours
    }

    /// The sentence tells of a work of art, or of the great.
    pub(super) fn is_of_a_work(&self, sentence: usize) -> bool {
        self.reading.says(sentence, "title")
            && !self.reading.says_any(sentence, PERSONAL)
            && !self.reading.says(sentence, "own")
    }

    /// `The film about …`, `роман о …`.
    pub(super) fn is_about_something(&self, sentence: usize) -> bool {
        let text = &self.reading.text;
        let tokens = text.sentences()[sentence].clone();
        let title = self.reading.context_hit(tokens.clone(), "title");
        title.is_some_and(|hit| {
            let next = hit.tokens.end;
            next < tokens.end
                && matches!(
                    text.word(next),
                    "about" | "on" | "of" | "by" | "о" | "об" | "про" | "обо"
                )
        })
    }
}
