use crate::attribution::as_agreed;
use crate::check::Checker;
use crate::finding::Stop;
use crate::ledger::{Consent, Reader};
use facts::Date;
use std::ops::Range;

mod plural;
mod rules;

use rules::changes;

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
    /// A place becomes "a safe place".
    SomePlace,
    /// A day becomes "recently".
    Recently,
    /// A helper becomes "somebody who helps us".
    Helper,
    /// One of us becomes "a member of staff".
    Member,
    /// One of us is spoken of as "they".
    They,
    /// A figure becomes "more than" a rounder one, or the rounded one that was said before.
    RoundDown,
    /// A small figure becomes "some".
    Some,
    /// A sentence on one government becomes "no comment on any".
    NoComment,
    /// A name or role of one of us becomes what was agreed, with its reason.
    AsAgreed,
    /// What an authority did is told as it is recorded.
    AsRecorded,
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
                    && !changed.trim().is_empty()
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
