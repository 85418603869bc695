//! One of us spoken of as "they", so that nobody learns whether it is a woman or a man.

use super::RewriteRule;
use super::rules::{Change, tokens_in};
use crate::lexicon::{Kind, Lexicon};
use crate::text::Text;
use std::ops::Range;

/// Each pronoun of a place as "they".
pub(super) fn they(text: &Text, at: &Range<usize>) -> Vec<Change> {
    let pronoun = |word: &str| match word {
        "she" | "he" => Some("they"),
        "her" | "his" => Some("their"),
        "him" => Some("them"),
        _ => None,
    };
    let changed = tokens_in(text, at).filter_map(|t| {
        let they = pronoun(text.word(t))?.to_owned();
        Some((RewriteRule::They, text.tokens()[t].at.clone(), they))
    });
    changed.collect()
}

/// `Пресс-секретарь сказала, что она устала` becomes `Представители организации сказали, что они устали`:
/// in Russian the verb tells as well, so the whole sentence speaks of the organisation's people.
pub(super) fn they_in_russian(draft: &str, text: &Text, sentence: &Range<usize>) -> Option<Change> {
    let tokens: Vec<usize> = tokens_in(text, sentence).collect();
    let (role, end) = role_at(text, &tokens)?;
    let letters: Vec<char> = draft.chars().collect();
    let of = |at: Range<usize>| letters.get(at).map(|c| c.iter().collect::<String>());
    let begins = text.tokens()[role].at.start == sentence.start;
    let mut words = of(sentence.start..text.tokens()[role].at.start)?;
    words += if begins {
        "Представители"
    } else {
        "представители"
    };
    words += " организации";
    let mut last = text.tokens()[end].at.end;
    for t in tokens.into_iter().filter(|t| *t > end) {
        let at = text.tokens()[t].at.clone();
        words += &of(last..at.start)?;
        words += &plural(&of(at.clone())?, text.word(t));
        last = at.end;
    }
    words += &of(last..sentence.end)?;
    Some((RewriteRule::They, sentence.clone(), words))
}

/// The words that name one of us by their work, with `наша` before them.
fn role_at(text: &Text, tokens: &[usize]) -> Option<(usize, usize)> {
    let lexicon = Lexicon::shipped();
    let hits = lexicon.hits(text);
    let work = hits.iter().find(|h| {
        let ours = h.kind == Kind::Context && lexicon.name(h.concept) == "staffword";
        tokens.contains(&h.tokens.start) && (ours || h.kind == Kind::Occupation && h.person)
    })?;
    let before = work
        .tokens
        .start
        .checked_sub(1)
        .filter(|t| tokens.contains(t));
    let ours = before.filter(|t| text.word(*t).starts_with("наш"));
    // `Пресс-секретарь` is two tokens.
    let joined = |t: &usize| {
        text.tokens()
            .get(*t)
            .is_some_and(|n| n.joined_by == Some('-'))
    };
    let end = (work.tokens.end..).take_while(joined).last();
    Some((
        ours.unwrap_or(work.tokens.start),
        end.unwrap_or(work.tokens.end - 1),
    ))
}

/// A word of the plural, if it told of one woman or one man.
fn plural(as_written: &str, word: &str) -> String {
    let pronoun = match word {
        "она" | "он" => "они",
        "ее" | "его" => "их",
        "ей" | "ему" => "им",
        "нее" | "него" => "них",
        "ней" | "нем" => "них",
        "сама" | "сам" => "сами",
        _ => {
            let past = ["лась", "ла"].into_iter().zip(["лись", "ли"]);
            let mut ended = past.filter_map(|(one, many)| {
                let stem = as_written
                    .strip_suffix(one)
                    .filter(|s| s.chars().count() > 2)?;
                Some(format!("{stem}{many}"))
            });
            return ended.next().unwrap_or_else(|| as_written.to_owned());
        }
    };
    pronoun.to_owned()
}
