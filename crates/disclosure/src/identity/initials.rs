//! Initials beside a name, and initials alone.

use super::{Identified, Identity};
use crate::finding::{Finding, NameMatch};
use crate::given_names::same_initial;
use crate::lexicon::Kind;
use crate::world::Name;
use std::ops::Range;

impl Identity<'_> {
    /// Two or three initials in a row that fit a person whom the text tells more of.
    pub(super) fn initials(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        let text = &self.reading.text;
        let mut token = 0;
        while token < text.tokens().len() {
            let mut end = token;
            while end < text.tokens().len()
                && end < token + 3
                && (self.is_initial(end)
                    || end > token
                        && text.tokens()[end].capital
                        && text.word(end).chars().count() == 1)
            {
                end += 1;
            }
            if end - token >= 2 {
                self.judge_initials(token..end, found, identified);
                token = end;
            } else {
                token += 1;
            }
        }
    }

    fn judge_initials(
        &self,
        tokens: Range<usize>,
        found: &mut Vec<Finding>,
        identified: &mut Identified,
    ) {
        let letters: Vec<&str> = tokens.clone().map(|t| self.reading.text.word(t)).collect();
        let mut fitting: Vec<u32> = Vec::new();
        for (i, person) in self.world.persons.iter().enumerate() {
            if person.names.iter().any(|name| initials_fit(&letters, name)) {
                fitting.push(u32::try_from(i).unwrap_or(u32::MAX));
            }
        }
        let sentence = self.reading.text.tokens()[tokens.start].sentence;
        // `The woman whom you call …`: whoever is spoken of so is one person.
        let one = letters.len() == 2 && self.reading.says_any(sentence, &["he", "she", "guest"])
            || self.tells_of_one(sentence);
        let enough = (letters.len() == 3 || one) && fitting.len() < self.world.rules.min_group;
        for person in fitting.iter().copied() {
            let named = identified.persons.contains_key(&person);
            let more = self.said.of_person(person);
            if !named && (enough || !more.is_empty()) {
                self.add(
                    found,
                    identified,
                    person,
                    tokens.clone(),
                    NameMatch::Initials,
                );
            }
        }
    }

    fn tells_of_one(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let mut hits = self.reading.hits_in(tokens);
        hits.any(|h| h.kind == Kind::Person && !h.plural)
    }

    /// A single letter, or a digraph that stands for one, before a full stop.
    pub(super) fn is_initial(&self, token: usize) -> bool {
        let t = &self.reading.text.tokens()[token];
        let word = self.reading.text.word(token);
        let letters = word.chars().count();
        t.capital
            && t.followed_by == Some('.')
            && (letters == 1
                || letters == 2
                    && matches!(
                        word,
                        "kh" | "zh"
                            | "sh"
                            | "ch"
                            | "ts"
                            | "yu"
                            | "ya"
                            | "ye"
                            | "yo"
                            | "iu"
                            | "ia"
                            | "tc"
                            | "dj"
                            | "дж"
                    ))
    }

    pub(super) fn initial_beside(&self, person: u32, whole: &Range<usize>) -> Option<Range<usize>> {
        let count = self.reading.text.tokens().len();
        let fits = |token: usize| {
            self.is_initial(token)
                && self.world.persons[person as usize].names.iter().any(|n| {
                    [&n.given, &n.patronymic, &n.family].iter().any(|part| {
                        !part.is_empty() && same_initial(self.reading.text.word(token), part)
                    })
                })
        };
        if whole.start > 0 && fits(whole.start - 1) {
            return Some(whole.start - 1..whole.start);
        }
        (whole.end < count && fits(whole.end) && !self.reading.text.tokens()[whole.end].after_break)
            .then(|| whole.end..whole.end + 1)
    }
}

fn initials_fit(letters: &[&str], name: &Name) -> bool {
    let (g, p, f) = (
        name.given.as_str(),
        name.patronymic.as_str(),
        name.family.as_str(),
    );
    let orders: &[&[&str]] = if letters.len() == 2 {
        &[&[g, f], &[f, g], &[g, p]]
    } else {
        &[&[g, p, f], &[f, g, p]]
    };
    orders.iter().any(|order| {
        order
            .iter()
            .zip(letters)
            .all(|(part, letter)| !part.is_empty() && same_initial(letter, part))
    })
}
