//! What might be done about each kind of finding.

use super::RewriteRule;
use super::plural::{they, they_in_russian};
use crate::finding::{Category, CountryHandle, Finding, Reason};
use crate::number::number_at;
use crate::outcomes::Outcome;
use crate::text::Text;
use std::ops::Range;

/// A rule, the place that it changes, and the words that it puts there.
pub(super) type Change = (RewriteRule, Range<usize>, String);

/// What might be done about a finding, the mildest first.
pub(super) fn changes(draft: &str, finding: &Finding) -> Vec<Change> {
    let text = Text::read(draft);
    let russian = is_russian(draft);
    let say = |en: &str, ru: &str| if russian { ru } else { en }.to_owned();
    let sentence = sentence_at(&text, &finding.at);
    let at = finding.at.clone();
    let mut changes = Vec::new();
    match (&finding.category, &finding.reason) {
        (Category::Staff, Reason::StaffSex) if russian => {
            changes.extend(they_in_russian(draft, &text, &sentence));
        }
        (Category::Staff, Reason::StaffSex) => changes.extend(they(&text, &at)),
        (_, Reason::OtherOutcome { said, recorded }) => {
            changes.extend(as_recorded(draft, &at, *said, recorded));
        }
        (Category::Count, reason) => changes.extend(rounder(&text, &at, reason, &say)),
        (Category::Negotiation, _) => changes.push((
            RewriteRule::NoComment,
            sentence.clone(),
            say(
                "We do not comment on talks with any government.",
                "Мы не комментируем переговоры ни с одним правительством.",
            ),
        )),
        (category, _) => {
            let (rule, words) = in_general(*category, &say);
            let (place, words) = fitted(&text, &at, &words);
            changes.push((rule, place, words));
        }
    }
    if is_an_adjective(finding) {
        changes.push((RewriteRule::DropWords, at, String::new()));
    }
    changes.push((RewriteRule::DropSentence, sentence, String::new()));
    changes
}

/// `A Baltic state` is a sentence without it, too.
fn is_an_adjective(finding: &Finding) -> bool {
    matches!(
        finding.reason,
        Reason::Country(CountryHandle::Description { .. })
    )
}

/// Words for a place in a draft: instead of its article, and with a capital where a sentence begins.
fn fitted(text: &Text, at: &Range<usize>, words: &str) -> (Range<usize>, String) {
    let Some(first) = tokens_in(text, at).next() else {
        return (at.clone(), words.to_owned());
    };
    let before = first.checked_sub(1).filter(|t| {
        let same = text.tokens()[*t].sentence == text.tokens()[first].sentence;
        same && matches!(text.word(*t), "the" | "a" | "an" | "our")
    });
    let first = before.unwrap_or(first);
    let place = text.tokens()[first].at.start..at.end;
    let begins = text.sentence_of(first).start == first;
    (
        place,
        if begins {
            capitalised(words)
        } else {
            words.to_owned()
        },
    )
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// The most general words for what a category exposes.
fn in_general(category: Category, say: &dyn Fn(&str, &str) -> String) -> (RewriteRule, String) {
    match category {
        Category::Place => (
            RewriteRule::SomePlace,
            say("in a safe place", "в безопасном месте"),
        ),
        Category::Date => (RewriteRule::Recently, say("recently", "недавно")),
        Category::Helper => (
            RewriteRule::Helper,
            say("somebody who helps us", "человек, который нам помогает"),
        ),
        Category::Staff => (
            RewriteRule::Member,
            say("a member of staff", "сотрудник организации"),
        ),
        Category::Identity
        | Category::Attributes
        | Category::Relative
        | Category::Negotiation
        | Category::Outcome
        | Category::Count => (
            RewriteRule::Somebody,
            say("somebody in our care", "один из наших подопечных"),
        ),
    }
}

/// A refusal that was none becomes the advice that it was: `refused` and `отказала` keep their sentence.
fn as_recorded(
    draft: &str,
    at: &Range<usize>,
    said: Outcome,
    recorded: &[Outcome],
) -> Option<Change> {
    const REFUSED: &[&str] = &["refused", "rejected", "denied"];
    let word: String = draft.chars().skip(at.start).take(at.len()).collect();
    let advised = said == Outcome::Refused
        && recorded.contains(&Outcome::Discouraged)
        && !recorded.contains(&Outcome::Granted);
    let words = match word.strip_prefix("отказал") {
        Some(ending) => format!("отсоветовал{ending}"),
        None => REFUSED
            .contains(&word.as_str())
            .then(|| "discouraged".to_owned())?,
    };
    advised.then(|| (RewriteRule::AsRecorded, at.clone(), words))
}

/// A figure that tells less.
fn rounder(
    text: &Text,
    at: &Range<usize>,
    reason: &Reason,
    say: &dyn Fn(&str, &str) -> String,
) -> Option<Change> {
    let (mut place, tokens) = number_in(text, at)?;
    let next = |t: usize| {
        if t < text.tokens().len() {
            text.word(t)
        } else {
            ""
        }
    };
    // `42 человека`, but `около 40 человек`.
    let people = next(tokens.end) == "человека";
    if people {
        place.end = text.tokens()[tokens.end].at.end;
    }
    let noun = if people { " человек" } else { "" };
    let of = if matches!(next(tokens.end), "наших" | "них" | "тех") {
        " из"
    } else {
        ""
    };
    let put = |rule, words: String| {
        let (place, words) = fitted(text, &place, &words);
        Some((rule, place, words))
    };
    let more_than = |n: u32| format!("{} {}", say("more than", "более"), n);
    match reason {
        Reason::SmallCount(_) => put(RewriteRule::Some, say("some", "некоторые") + of + noun),
        Reason::Difference { now, .. } => {
            let words = more_than(now.saturating_sub(1) / 5 * 5);
            put(RewriteRule::RoundDown, words + noun)
        }
        Reason::Narrowed { before, .. } => {
            let words = format!("{} {before}{noun}", say("around", "около"));
            put(RewriteRule::RoundDown, words)
        }
        _ => None,
    }
}

/// Whether most letters of a draft are Cyrillic.
fn is_russian(draft: &str) -> bool {
    let cyrillic = |c: &char| ('\u{400}'..='\u{52F}').contains(c);
    draft.chars().filter(cyrillic).count() > draft.len() / 8
}

/// The sentence of a place with its closing mark.
fn sentence_at(text: &Text, at: &Range<usize>) -> Range<usize> {
    let Some(token) = text.tokens().iter().position(|t| t.at.end > at.start) else {
        return at.clone();
    };
    let tokens = text.sentence_of(token);
    let next = text.tokens().get(tokens.end);
    let end = next.map_or(text.points(), |t| t.at.start);
    text.tokens()[tokens.start].at.start..end
}

/// The first number of a place, and its tokens.
fn number_in(text: &Text, at: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    tokens_in(text, at).find_map(|t| {
        let tokens = t..t + number_at(text, t)?.tokens;
        Some((text.place(tokens.clone()), tokens))
    })
}

/// The tokens that lie in a place.
pub(super) fn tokens_in<'t>(
    text: &'t Text,
    at: &'t Range<usize>,
) -> impl Iterator<Item = usize> + 't {
    let inside = |t: &usize| {
        let token = &text.tokens()[*t];
        token.at.start >= at.start && token.at.end <= at.end
    };
    (0..text.tokens().len()).filter(inside)
}
