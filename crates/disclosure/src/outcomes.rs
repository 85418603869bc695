//! What an authority did, in other words than it is recorded: refused, discouraged, never asked.
//!
//! A person may be told *better not* without being refused, and be counted as refused by whoever hears
//! of it. To say one for the other is untrue, and the authority will say so.

use crate::finding::{Category, Finding, Reason, Severity};
use crate::gazetteer::{Code, Handle};
use crate::reading::Reading;
use crate::world::World;
use std::ops::Range;

/// What came of asking an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It refused, on paper or at a border.
    Refused,
    /// Somebody of it advised against asking; nothing was decided.
    Discouraged,
    /// Nobody asked in form.
    NotApplied,
    /// It granted something.
    Granted,
}

/// By which words a draft tells of an outcome.
const SAID: &[(Outcome, &[&str], &[&str])] = &[
    (
        Outcome::Refused,
        &[
            "refused",
            "refuses",
            "refusal",
            "refusals",
            "rejected",
            "rejects",
            "denied",
            "denies",
            "turned_down",
        ],
        &["отказ", "отклонил", "отверг"],
    ),
    (
        Outcome::Discouraged,
        &["discouraged", "discourages", "dissuaded", "dissuades"],
        &["отсоветова", "отговор", "отговарива"],
    ),
];

/// An application that was not made.
const APPLY: &[&str] = &["apply", "applied", "asked"];
const APPLY_RU: &[&str] = &["подава", "подал", "обраща", "обрати"];
const NOT: &[&str] = &["not", "never", "nobody", "не", "никто"];

pub(crate) struct Outcomes<'a> {
    pub world: &'a World,
    /// The country of each answer of the world.
    pub countries: &'a [Option<Code>],
    pub reading: &'a Reading,
}

impl Outcomes<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        for sentence in 0..self.reading.sentence_count() {
            let elsewhere = ["title", "generic", "public_event"];
            if self.reading.says_any(sentence, &elsewhere) {
                continue;
            }
            if let Some((said, at)) = self.said(sentence) {
                self.compare(sentence, said, at, found);
            }
        }
    }

    fn compare(&self, sentence: usize, said: Outcome, at: Range<usize>, found: &mut Vec<Finding>) {
        let tokens = self.reading.text.sentences()[sentence].clone();
        for (answer, country) in self.world.answers.iter().zip(self.countries) {
            let mut mentions = self.reading.mentions_in(tokens.clone());
            let named = mentions.any(|mention| match mention.handle {
                Handle::Country(code) | Handle::Seat(code) => *country == Some(*code),
                Handle::Town(_) | Handle::Near(_) | Handle::Fits(_) => false,
            });
            let other = !answer.outcomes.is_empty() && !answer.outcomes.contains(&said);
            if named && other {
                found.push(Finding {
                    at: self.reading.text.place(at.clone()),
                    subject: answer.id.clone(),
                    category: Category::Outcome,
                    severity: Severity::High,
                    reason: Reason::OtherOutcome {
                        said,
                        recorded: answer.outcomes.iter().copied().collect(),
                    },
                    already_out: false,
                });
            }
        }
    }

    /// The outcome that a sentence tells of, and its words; a refusal that is denied tells of none.
    fn said(&self, sentence: usize) -> Option<(Outcome, Range<usize>)> {
        let text = &self.reading.text;
        let tokens = text.sentences()[sentence].clone();
        let stands = |t: usize, words: &[&str], stems: &[&str]| {
            words.contains(&text.word(t)) || stems.iter().any(|stem| text.word(t).starts_with(stem))
        };
        let denied = |t: usize| {
            let before = tokens.start.max(t.saturating_sub(3))..t;
            before.into_iter().find(|b| NOT.contains(&text.word(*b)))
        };
        for t in tokens.clone() {
            let outcome = SAID
                .iter()
                .find(|(_, words, stems)| stands(t, words, stems));
            match (outcome, denied(t)) {
                (Some((outcome, ..)), None) => return Some((*outcome, t..t + 1)),
                (None, Some(not)) if stands(t, APPLY, APPLY_RU) => {
                    return Some((Outcome::NotApplied, not..t + 1));
                }
                _ => {}
            }
        }
        None
    }
}
