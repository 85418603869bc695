//! What was agreed, in place of what a draft says.

use super::spoken;
use crate::finding::{Finding, Reason};
use crate::text::Text;
use crate::world::World;
use std::ops::Range;

/// The descriptor with its reason in place of somebody's name or role, where the sentence stays one.
pub(crate) fn as_agreed(
    world: &World,
    draft: &str,
    found: &[Finding],
    finding: &Finding,
) -> Option<(Range<usize>, String)> {
    let is_told = |reason: &Reason| {
        matches!(
            reason,
            Reason::StaffName(_) | Reason::StaffRole | Reason::BeyondAgreed { .. }
        )
    };
    if !is_told(&finding.reason) {
        return None;
    }
    let mut of = world.staff.iter().filter(|it| it.id == finding.subject);
    let agreed = of.find_map(|it| it.agreed.as_ref())?;
    let text = Text::read(draft);
    let inside = |at: &Range<usize>, t: usize| {
        let token = &text.tokens()[t].at;
        token.start < at.end && at.start < token.end
    };
    let of_them = found
        .iter()
        .filter(|it| it.subject == finding.subject && is_told(&it.reason));
    let theirs: Vec<usize> = (0..text.tokens().len())
        .filter(|t| of_them.clone().any(|it| inside(&it.at, *t)))
        .collect();
    let first = (0..text.tokens().len()).find(|t| inside(&finding.at, *t))?;
    let tokens = joined(&text, &theirs, first);
    let russian = text.tokens()[first].cyrillic;
    let wording = agreed.wording(russian);
    if wording.descriptor.trim().is_empty() {
        return None;
    }
    let words = wording.in_full(russian);
    if russian {
        return beside_a_verb(&text, tokens, &words);
    }
    let begins = text.sentence_of(tokens.start).start == tokens.start;
    let words = if begins { capitalised(&words) } else { words };
    Some((place(&text, draft, tokens), words))
}

/// A descriptor stands in the nominative: in Russian it fits beside a verb of saying alone, and only the
/// present of the verb shows nobody's sex.
fn beside_a_verb(text: &Text, tokens: Range<usize>, words: &str) -> Option<(Range<usize>, String)> {
    let sentence = text.sentence_of(tokens.start);
    let saying = |t: usize| {
        let is_here = sentence.contains(&t) && spoken::is_saying(text.word(t));
        is_here.then(|| spoken::in_the_present(text.word(t)).unwrap_or(text.word(t)))
    };
    if let Some(says) = saying(tokens.end) {
        let begins = sentence.start == tokens.start;
        let words = if begins {
            capitalised(words)
        } else {
            words.to_owned()
        };
        let at = text.place(tokens.start..tokens.end + 1);
        return Some((at, format!("{words} {says}")));
    }
    let before = tokens.start.checked_sub(1)?;
    let says = saying(before)?;
    let at = text.place(before..tokens.end);
    let begins = sentence.start == before;
    let says = if begins {
        capitalised(says)
    } else {
        says.to_owned()
    };
    Some((at, format!("{says} {words}")))
}

/// The words of one telling: what was found of somebody in one breath or in the apposition to it, with
/// the articles before it.
fn joined(text: &Text, theirs: &[usize], first: usize) -> Range<usize> {
    let sentence = text.sentence_of(first);
    let is_theirs = |t: usize| theirs.contains(&t) && sentence.contains(&t);
    let is_article = |t: usize| sentence.contains(&t) && spoken::is_article(text.word(t));
    let (mut start, mut end) = (first, first + 1);
    loop {
        let next = (end..sentence.end).find(|t| !is_article(*t));
        match next.filter(|t| is_theirs(*t)) {
            Some(next) => end = next + 1,
            None => break,
        }
    }
    loop {
        let before = (sentence.start..start).rev().find(|t| !is_article(*t));
        match before.filter(|t| is_theirs(*t)) {
            Some(before) => start = before,
            None => break,
        }
    }
    while start > sentence.start && is_article(start - 1) && !text.tokens()[start].after_break {
        start -= 1;
    }
    start..end
}

/// The place of some words, with the comma that closes an apposition among them.
fn place(text: &Text, draft: &str, tokens: Range<usize>) -> Range<usize> {
    let at = text.place(tokens.clone());
    let has_comma = (tokens.start + 1..tokens.end).any(|t| text.tokens()[t].after_break);
    let closes = draft.chars().nth(at.end) == Some(',');
    at.start..at.end + usize::from(has_comma && closes)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
