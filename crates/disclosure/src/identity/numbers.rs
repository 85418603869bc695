//! Telephones and papers, by their last digits, in figures and words.

use super::{Identified, Identity};
use crate::finding::{Finding, NameMatch};
use crate::number::{Number, number_at, spoken_digits};
use std::collections::BTreeSet;
use std::ops::Range;

/// So many digits tell of one telephone: what follows an `and` is another.
const WHOLE: usize = 6;

/// `9oo21o`: letters that look like the digits that they stand for, among digits.
fn with_letters_for_digits(word: &str) -> Option<String> {
    let digit = |c: char| match c {
        'o' | 'о' => Some('0'),
        'l' | 'i' => Some('1'),
        c => c.is_ascii_digit().then_some(c),
    };
    let figures = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().any(|c| !c.is_ascii_digit());
    (figures > 1 && letters).then(|| word.chars().map(digit).collect())?
}

impl Identity<'_> {
    /// Runs of digits and digit words that end a telephone or a document's number.
    pub(super) fn digits(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        let text = &self.reading.text;
        let mut token = 0;
        while token < text.tokens().len() {
            let (run, end) = self.digit_run(token, text.tokens().len());
            if end > token {
                self.judge_digits(&run, token..end, found, identified);
            }
            // A number at the head of the next sentence must not hide the one that ends here.
            let mut begun = token;
            while begun < end && text.sentence_of(begun).end < end {
                let (run, part) = self.digit_run(begun, text.sentence_of(begun).end);
                self.judge_digits(&run, begun..part, found, identified);
                begun = part.max(begun + 1);
            }
            if begun > token && begun < end {
                let (run, part) = self.digit_run(begun, end);
                self.judge_digits(&run, begun..part, found, identified);
            }
            token = end.max(token + 1);
        }
    }

    /// The digits that follow each other from a token on, and where they end.
    fn digit_run(&self, token: usize, limit: usize) -> (String, usize) {
        let text = &self.reading.text;
        let mut run = String::new();
        let mut end = token;
        while end < limit {
            if text.tokens()[end].number {
                run.push_str(text.word(end));
                end += 1;
            } else if let Some(digits) = with_letters_for_digits(text.word(end)) {
                run.push_str(&digits);
                end += 1;
            } else if text.tokens()[end].all_capitals
                && text.word(end).chars().all(|c| c.is_ascii_alphanumeric())
                && text.word(end).chars().any(|c| c.is_ascii_digit())
            {
                run.extend(text.word(end).chars().filter(char::is_ascii_digit));
                end += 1;
            } else if let Some((times, digit)) = self.repeated(end).filter(|_| end + 1 < limit) {
                (0..times).for_each(|_| run.push_str(&digit.to_string()));
                end += 2;
            } else if let Some(number) =
                number_at(text, end).filter(|n| !n.ordinal && !n.collective)
            {
                let (value, tokens) = self.hundreds_apart(end, number, limit);
                run.push_str(&value.to_string());
                end += tokens;
            } else if let Some(digit) = spoken_digits(text.word(end)) {
                run.push_str(&digit.to_string());
                end += 1;
            } else if end > token && self.joins_digits(end, limit, run.len()) {
                end += 1;
            } else {
                break;
            }
        }
        (run, end)
    }

    /// `Nine hundred four five six` is 900, 4, 5, 6, and no 904.
    fn hundreds_apart(&self, token: usize, number: Number, limit: usize) -> (u32, usize) {
        let text = &self.reading.text;
        let next = token + number.tokens;
        let single = |t: usize| t < limit && spoken_digits(text.word(t)).is_some_and(|d| d < 10);
        let hundreds = number.value >= 100 && (1..10).contains(&(number.value % 100));
        if hundreds && number.tokens > 2 && single(next - 1) && single(next) {
            return (number.value - number.value % 100, number.tokens - 1);
        }
        (number.value, number.tokens)
    }

    /// `07700, then 900`: the number goes on after the word.
    fn joins_digits(&self, token: usize, limit: usize, so_far: usize) -> bool {
        let text = &self.reading.text;
        let joins = match text.word(token) {
            "then" | "затем" | "потом" | "дальше" => true,
            "and" => so_far < WHOLE,
            _ => false,
        };
        let next = token + 1;
        joins
            && next < limit
            && (text.tokens()[next].number
                || self.repeated(next).is_some()
                || spoken_digits(text.word(next)).is_some())
    }

    /// `double-oh`, `triple seven`.
    fn repeated(&self, token: usize) -> Option<(usize, u32)> {
        let text = &self.reading.text;
        let times = match text.word(token) {
            "double" => 2,
            "triple" => 3,
            _ => return None,
        };
        let next = (token + 1 < text.tokens().len()).then(|| text.word(token + 1))?;
        spoken_digits(next)
            .filter(|digit| *digit < 10)
            .map(|digit| (times, digit))
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
        if told && run.len() == 3 && self.tells_of_an_end(sentence) {
            self.judge_last_three(run, tokens, found, identified);
            return;
        }
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

    /// `Ours ends in 311`.
    fn tells_of_an_end(&self, sentence: usize) -> bool {
        const ENDS: &[&str] = &["ends", "ending", "last"];
        const ENDS_RU: &[&str] = &["конча", "оканчива", "заканчива", "последн"];
        let mut words = self.reading.text.sentences()[sentence]
            .clone()
            .map(|t| self.reading.text.word(t));
        words.any(|w| ENDS.contains(&w) || ENDS_RU.iter().any(|stem| w.starts_with(stem)))
    }

    /// Three digits at the end of a number tell of somebody where so few numbers end so.
    fn judge_last_three(
        &self,
        run: &str,
        tokens: Range<usize>,
        found: &mut Vec<Finding>,
        identified: &mut Identified,
    ) {
        let ending = self.index.numbers.iter().filter(|(n, _)| n.ends_with(run));
        let persons: BTreeSet<u32> = ending.map(|(_, person)| *person).collect();
        if persons.len() < self.world.rules.min_group {
            for person in persons {
                self.add(
                    found,
                    identified,
                    person,
                    tokens.clone(),
                    NameMatch::Digits(3),
                );
            }
        }
    }
}
