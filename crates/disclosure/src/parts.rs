//! Parts of a whole that everyone knows, and what is added to it.

use crate::after_number::is_verb_of_people;
use crate::counts::Counts;
use crate::finding::{Finding, Reason, Severity};
use crate::number::{Number, number_at};
use std::ops::Range;

impl Counts<'_> {
    /// `Twelve of the thirteen`: where thirteen is a figure that was published, no noun need say of whom.
    pub(crate) fn parts_of_known_wholes(&self, found: &mut Vec<Finding>) {
        for (token, part) in &self.reading.numbers {
            let whole = self.whole_after(*token, part);
            let whole = whole.or_else(|| self.whole_before(*token, part));
            let Some((tokens, whole)) = whole else {
                continue;
            };
            let rest = whole.saturating_sub(part.value);
            if !part.ordinal && rest > 0 && (self.is_small(part.value) || self.is_small(rest)) {
                let reason = Reason::Remainder {
                    whole,
                    part: part.value,
                    rest,
                };
                self.add(found, tokens, Severity::Medium, reason, false);
            }
        }
    }

    /// The published whole of which a number tells a part.
    fn whole_after(&self, token: usize, part: &Number) -> Option<(Range<usize>, u32)> {
        let text = &self.reading.text;
        let end = text.sentence_of(token).end;
        let word = |t: usize| if t < end { text.word(t) } else { "" };
        let mut at = token + part.tokens;
        if !matches!(word(at), "of" | "in" | "out" | "из") {
            return None;
        }
        at += 1;
        while matches!(
            word(at),
            "of" | "the" | "these" | "those" | "our" | "all" | "этих" | "тех" | "наших"
        ) {
            at += 1;
        }
        let whole = (at < end)
            .then(|| number_at(text, at))?
            .filter(|n| !n.ordinal)?;
        let next = at + whole.tokens;
        let told = self.may_be_of_people(next, end);
        (self.is_known_whole(whole.value) && told).then_some((token..next, whole.value))
    }

    /// `Of the 61, three came from outside`: the published whole stands first.
    fn whole_before(&self, token: usize, part: &Number) -> Option<(Range<usize>, u32)> {
        let text = &self.reading.text;
        let sentence = text.sentence_of(token);
        if !matches!(text.word(sentence.start), "of" | "out" | "из" | "among") {
            return None;
        }
        let mut numbers = self.reading.numbers.iter();
        let (at, whole) = numbers.find(|(t, n)| {
            (sentence.start..token).contains(t) && *t < sentence.start + 4 && !n.ordinal
        })?;
        let next = token + part.tokens;
        let verb = next < sentence.end && is_verb_of_people(text.word(next));
        let parts = self.is_known_whole(whole.value) && whole.value > part.value && verb;
        parts.then_some((*at..next, whole.value))
    }

    /// No noun for something else follows: `three of the five printing bills`.
    fn may_be_of_people(&self, next: usize, end: usize) -> bool {
        const SMALL: &[&str] = &[
            "in",
            "on",
            "at",
            "with",
            "from",
            "since",
            "whom",
            "which",
            "that",
            "we",
            "you",
            "can",
            "need",
            "said",
            "say",
            "told",
            "found",
            "went",
            "и",
            "в",
            "на",
            "с",
            "у",
            "из",
            "за",
            "теперь",
            "сейчас",
            "все",
        ];
        let r = self.reading;
        if next >= end || r.text.tokens()[next].after_break {
            return true;
        }
        let word = r.text.word(next);
        let told = [
            "people", "guest", "leave", "arrive", "live", "hide", "care", "visa", "detain",
        ];
        is_verb_of_people(word)
            || SMALL.contains(&word)
            || word.ends_with("ed")
            || told
                .iter()
                .any(|what| r.context_hit(next..(next + 2).min(end), what).is_some())
    }

    /// The figure that a sentence names, outside of some tokens, and that was published as a whole.
    pub(crate) fn known_whole_in(&self, sentence: usize, but: &Range<usize>) -> Option<u32> {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let mut numbers = self.reading.numbers.iter();
        numbers
            .find(|(t, n)| {
                tokens.contains(t) && !but.contains(t) && !n.ordinal && self.is_known_whole(n.value)
            })
            .map(|(_, n)| n.value)
    }

    fn is_known_whole(&self, value: u32) -> bool {
        let mut published = self.before.published.iter();
        published.any(|p| !p.count.part && p.count.exact && p.count.value == value)
    }

    /// `One more was taken in`, `two fewer than in May`: what is told is the difference itself.
    pub(crate) fn told_differences(&self, found: &mut Vec<Finding>) {
        let r = self.reading;
        for (token, number) in r
            .numbers
            .iter()
            .filter(|(_, n)| !n.ordinal && self.is_small(n.value))
        {
            let sentence = r.text.sentence_of(*token);
            let index = r.text.tokens()[*token].sentence;
            let word = |t: usize| {
                if sentence.contains(&t) {
                    r.text.word(t)
                } else {
                    ""
                }
            };
            let (before, after) = (word(token.wrapping_sub(1)), token + number.tokens);
            let compared = matches!(word(after), "more" | "fewer" | "less" | "больше" | "меньше")
                && (matches!(word(after + 1), "than" | "чем") || before == "на");
            let verb = |t: usize| {
                let word = word(t);
                word == "added"
                    || ["добав", "прибав", "прибыл"]
                        .iter()
                        .any(|stem| word.starts_with(stem))
            };
            let more = matches!(word(after), "more" | "others" | "еще")
                || matches!(before, "еще" | "another");
            let taken_in = r.says_any(index, &["arrive", "care", "protect_total", "helperword"]);
            let added = more && taken_in || verb(token.wrapping_sub(1));
            let ours = r.says(index, "own") || r.text_says(&["own"]) && r.sentence_count() < 5;
            let end = after + usize::from(more || compared);
            if ours
                && (compared
                    || added && self.stands_for_people(end.min(sentence.end), sentence.end))
            {
                let reason = Reason::SmallCount(number.value);
                self.add(
                    found,
                    *token..end.min(sentence.end),
                    Severity::Medium,
                    reason,
                    false,
                );
            }
        }
    }

    /// The clause ends here, or people follow.
    fn stands_for_people(&self, token: usize, end: usize) -> bool {
        token >= end
            || self.reading.text.tokens()[token].after_break
            || self
                .reading
                .context_hit(token..token + 1, "people")
                .is_some()
            || self
                .reading
                .context_hit(token..token + 1, "guest")
                .is_some()
    }
}
