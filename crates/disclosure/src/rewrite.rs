use crate::attribution::as_agreed;
use crate::check::Checker;
use crate::finding::{Category, Finding, Reason, Stop};
use crate::ledger::{Consent, Reader};
use crate::text::Text;
use facts::Date;
use std::ops::Range;

/// Another wording, checked again: it exposes less than the draft and nothing new.
#[derive(Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// What was done.
    pub rule: RewriteRule,
    /// Where in the draft, in code points.
    pub at: Range<usize>,
    /// The draft with the change.
    pub draft: String,
    /// Findings that are left in it.
    pub left: usize,
}

/// How a rewrite changes a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RewriteRule {
    /// The words are left out.
    DropWords,
    /// The sentence is left out.
    DropSentence,
    /// A person becomes "somebody in our care".
    Somebody,
    /// A pronoun becomes "they".
    They,
    /// A figure becomes "more than" a rounder one.
    RoundDown,
    /// A small figure becomes "some".
    Some,
    /// A sentence on one government becomes "no comment on any".
    NoComment,
    /// A name or role of one of us becomes what was agreed, with its reason.
    AsAgreed,
}

impl Checker {
    /// Wordings that expose less, each found by rule and checked again at once, the best first.
    ///
    /// What a finding does not cover stays as it was, its figures and claims included.
    ///
    /// # Errors
    /// [`Stop`] as for [`Checker::check_for`].
    pub fn rewrites(
        &self,
        draft: &str,
        day: Date,
        reader: Reader,
        consents: &[Consent],
    ) -> Result<Vec<Rewrite>, Stop> {
        let verdict = self.check_for(draft, day, reader, consents)?;
        let before = verdict.findings();
        let mut offered: Vec<Rewrite> = Vec::new();
        for finding in before {
            let agreed = as_agreed(self.world(), draft, before, finding);
            let agreed = agreed.map(|(at, words)| (RewriteRule::AsAgreed, at, words));
            for (rule, at, words) in agreed.into_iter().chain(changes(draft, finding)) {
                let changed = replaced(draft, &at, &words);
                let again = self.check_for(&changed, day, reader, consents)?;
                let after = again.findings();
                let nothing_new = after.iter().all(|f| {
                    before
                        .iter()
                        .any(|b| b.subject == f.subject && b.category == f.category)
                });
                if after.len() < before.len()
                    && nothing_new
                    && !offered.iter().any(|o| o.draft == changed)
                {
                    offered.push(Rewrite {
                        rule,
                        at,
                        draft: changed,
                        left: after.len(),
                    });
                }
            }
        }
        offered.sort_by_key(|o| {
            let (drops, agreed) = (RewriteRule::DropSentence, RewriteRule::AsAgreed);
            (o.left, o.rule == drops, o.rule != agreed, o.at.len())
        });
        Ok(offered)
    }
}

/// What might be done about a finding, the mildest first.
fn changes(draft: &str, finding: &Finding) -> Vec<(RewriteRule, Range<usize>, String)> {
    let russian = draft
        .chars()
        .filter(|c| ('\u{400}'..='\u{52F}').contains(c))
        .count()
        > draft.len() / 8;
    let say = |en: &str, ru: &str| {
        if russian {
            ru.to_owned()
        } else {
            en.to_owned()
        }
    };
    let sentence = sentence_at(draft, &finding.at);
    let at = finding.at.clone();
    let mut changes = Vec::new();
    match (&finding.category, &finding.reason) {
        (Category::Identity, _) => changes.push((
            RewriteRule::Somebody,
            at.clone(),
            say("somebody in our care", "один из наших подопечных"),
        )),
        (Category::Staff, Reason::StaffSex) if !russian => changes.extend(they(draft, &at)),
        (Category::Count, Reason::SmallCount(_)) => changes.extend(
            number_in(draft, &at)
                .map(|(place, _)| (RewriteRule::Some, place, say("some", "некоторые"))),
        ),
        (Category::Count, Reason::Difference { now, .. }) => {
            changes.extend(number_in(draft, &at).map(|(place, _)| {
                (
                    RewriteRule::RoundDown,
                    place,
                    format!(
                        "{} {}",
                        say("more than", "более"),
                        now.saturating_sub(1) / 5 * 5
                    ),
                )
            }))
        }
        (Category::Negotiation, _) => changes.push((
            RewriteRule::NoComment,
            sentence.clone(),
            say(
                "We do not comment on talks with any government.",
                "Мы не комментируем переговоры ни с одним правительством.",
            ),
        )),
        _ => {}
    }
    changes.push((RewriteRule::DropWords, at, String::new()));
    changes.push((RewriteRule::DropSentence, sentence, String::new()));
    changes
}

/// The sentence of a place with its closing mark.
fn sentence_at(draft: &str, at: &Range<usize>) -> Range<usize> {
    let text = Text::read(draft);
    let Some(token) = text.tokens().iter().position(|t| t.at.end > at.start) else {
        return at.clone();
    };
    let tokens = text.sentence_of(token);
    let next = text
        .tokens()
        .get(tokens.end)
        .map_or(text.points(), |t| t.at.start);
    text.tokens()[tokens.start].at.start..next
}

fn they(draft: &str, at: &Range<usize>) -> Vec<(RewriteRule, Range<usize>, String)> {
    let text = Text::read(draft);
    let pronoun = |word: &str| match word {
        "she" | "he" => Some("they"),
        "her" | "his" => Some("their"),
        "him" => Some("them"),
        _ => None,
    };
    (0..text.tokens().len())
        .filter(|t| text.tokens()[*t].at.start >= at.start && text.tokens()[*t].at.end <= at.end)
        .filter_map(|t| {
            pronoun(text.word(t)).map(|they| {
                (
                    RewriteRule::They,
                    text.tokens()[t].at.clone(),
                    they.to_owned(),
                )
            })
        })
        .collect()
}

fn number_in(draft: &str, at: &Range<usize>) -> Option<(Range<usize>, u32)> {
    let text = Text::read(draft);
    (0..text.tokens().len())
        .filter(|t| text.tokens()[*t].at.start >= at.start && text.tokens()[*t].at.end <= at.end)
        .find_map(|t| {
            let number = crate::number::number_at(&text, t)?;
            Some((text.place(t..t + number.tokens), number.value))
        })
}

/// The draft with other words at a place, and no doubled space left behind.
fn replaced(draft: &str, at: &Range<usize>, words: &str) -> String {
    let head: String = draft.chars().take(at.start).collect();
    let tail: String = draft.chars().skip(at.end).collect();
    let gap = if !words.is_empty() && words.ends_with('.') && !tail.is_empty() {
        " "
    } else {
        ""
    };
    let tail = if words.is_empty() && (head.is_empty() || head.ends_with(' ')) {
        tail.trim_start().to_owned()
    } else {
        tail
    };
    format!("{head}{words}{gap}{tail}")
}
