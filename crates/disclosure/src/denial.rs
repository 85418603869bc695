//! D9: a denial that says more than it denies.

use crate::reading::Reading;
use std::ops::Range;

/// Nobody, or not at all.
const NONE: &[&str] = &[
    "nothing",
    "none",
    "nobody",
    "never",
    "no",
    "not",
    "neither",
    "никто",
    "ничего",
    "ничем",
    "ни",
    "не",
    "нет",
    "никогда",
    "никем",
];

/// How a refusal was not made: what is left is that something was asked.
const MANNER: &[&str] = &[
    "formally",
    "officially",
    "outright",
    "finally",
    "definitively",
    "explicitly",
    "technically",
    "writing",
    "formal",
    "official",
    "формально",
    "официально",
    "прямо",
    "окончательно",
    "письменно",
    "формального",
    "официального",
    "окончательного",
];

/// A refusal.
const REFUSED: &[&str] = &[
    "denied",
    "deny",
    "denial",
    "refused",
    "refuse",
    "refusal",
    "refusals",
    "rejected",
    "rejection",
    "declined",
];

const REFUSED_RU: &[&str] = &["отказ", "отклон", "отверг"];

/// What a rule says.
const MUST: &[&str] = &[
    "may",
    "must",
    "shall",
    "should",
    "can",
    "cannot",
    "может",
    "могут",
    "должен",
    "должны",
    "должно",
    "нельзя",
];

/// `Nothing has been formally denied`: whoever was not refused was asked. The words that say so.
pub(crate) fn nothing_refused(reading: &Reading, sentence: usize) -> Option<Range<usize>> {
    let text = &reading.text;
    let tokens = text.sentences()[sentence].clone();
    let refused = |t: &usize| {
        let word = text.word(*t);
        REFUSED.contains(&word) || REFUSED_RU.iter().any(|stem| word.starts_with(stem))
    };
    let none = tokens.clone().find(|t| NONE.contains(&text.word(*t)))?;
    let manner = tokens.clone().find(|t| MANNER.contains(&text.word(*t)))?;
    let refusal = tokens.clone().find(refused)?;
    // The claim of one person is another matter; and rules speak of everybody.
    let rule = tokens.clone().any(|t| MUST.contains(&text.word(t)));
    if rule || reading.says_any(sentence, &["he", "she"]) && !reading.says(sentence, "own") {
        return None;
    }
    let places = [none, manner, refusal];
    let start = places.iter().min().copied()?;
    let end = places.iter().max().copied()? + 1;
    (end - start < 10).then_some(start..end)
}
