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
    let begins = text.sentence_of(tokens.start).start == tokens.start;
    let mut words = wording.in_full(russian);
    if begins {
        words = capitalised(&words);
    }
    let verb = (tokens.end < text.tokens().len()).then(|| text.word(tokens.end));
    match (russian, verb) {
        (false, _) => Some((text.place(tokens), words)),
        // A descriptor stands in the nominative: it fits before a verb alone, and only the present
        // shows nobody's sex.
        (true, Some(verb)) if spoken::is_saying(verb) => {
            let says = spoken::in_the_present(verb).unwrap_or(verb);
            Some((
                text.place(tokens.start..tokens.end + 1),
                format!("{words} {says}"),
            ))
        }
        (true, _) => None,
    }
}

/// The words of one telling: what was found of somebody in one breath, with the articles before it.
fn joined(text: &Text, theirs: &[usize], first: usize) -> Range<usize> {
    let tokens = text.tokens();
    let sentence = text.sentence_of(first);
    let is_theirs = |t: usize| theirs.contains(&t) && sentence.contains(&t);
    let (mut start, mut end) = (first, first + 1);
    while is_theirs(end) && !tokens[end].after_break {
        end += 1;
    }
    while start > sentence.start && is_theirs(start - 1) && !tokens[start].after_break {
        start -= 1;
    }
    let article = |t: usize| spoken::is_article(text.word(t)) && !tokens[t + 1].after_break;
    while start > sentence.start && article(start - 1) {
        start -= 1;
    }
    start..end
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
