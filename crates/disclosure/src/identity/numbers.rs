//! Telephones and papers, by their last digits, in figures and words.

use super::{Identified, Identity};
use crate::finding::{Finding, NameMatch};
use crate::number::{number_at, spoken_digits};
use std::ops::Range;

impl Identity<'_> {
    /// Runs of digits and digit words that end a telephone or a document's number.
    pub(super) fn digits(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        let text = &self.reading.text;
        let mut token = 0;
        while token < text.tokens().len() {
            let mut run = String::new();
            let mut end = token;
            while end < text.tokens().len() {
                if text.tokens()[end].number {
                    run.push_str(text.word(end));
                    end += 1;
                } else if text.tokens()[end].all_capitals
                    && text.word(end).chars().all(|c| c.is_ascii_alphanumeric())
                    && text.word(end).chars().any(|c| c.is_ascii_digit())
                {
                    run.extend(text.word(end).chars().filter(char::is_ascii_digit));
                    end += 1;
                } else if let Some(number) = number_at(text, end).filter(|n| {
                    !n.ordinal && !n.collective && n.tokens > 1 && text.tokens()[end].cyrillic
                }) {
                    run.push_str(&number.value.to_string());
                    end += number.tokens;
                } else if let Some(digit) = spoken_digits(text.word(end)) {
                    run.push_str(&digit.to_string());
                    end += 1;
                } else {
                    break;
                }
            }
            if end > token {
                self.judge_digits(&run, token..end, found, identified);
            }
            token = end.max(token + 1);
        }
    }

    fn judge_digits(
        &self,
        run: &str,
        tokens: Range<usize>,
        found: &mut Vec<Finding>,
        identified: &mut Identified,
    ) {
        if run.len() < 3
            || self
                .index
                .public_numbers
                .iter()
                .any(|public| run.len() >= 6 && public.ends_with(&run[run.len() - 6..]))
        {
            return;
        }
        let sentence = self.reading.text.tokens()[tokens.start].sentence;
        let told = self.reading.says(sentence, "number_word");
        let least = if told { 4 } else { 6 };
        if run.len() < least {
            return;
        }
        let run_end = &run[run.len().saturating_sub(9)..];
        let fits = |number: &str| {
            let shared = number
                .bytes()
                .rev()
                .zip(run_end.bytes().rev())
                .take_while(|(a, b)| a == b)
                .count();
            shared >= least.min(number.len()) && (shared == run_end.len() || shared >= 6)
                || run.len() >= 8 && number.contains(run)
        };
        for (number, person) in &self.index.numbers {
            if fits(number) {
                self.add(
                    found,
                    identified,
                    *person,
                    tokens.clone(),
                    NameMatch::Digits(run.len().min(number.len())),
                );
            }
        }
    }
}
