//! User names, hashtags and addresses of mail.

use super::{Identified, Identity};
use crate::finding::{Finding, NameMatch};
use crate::names::{Owner, Part};
use crate::reading::Reading;

impl Identity<'_> {
    pub(super) fn handles(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        self.tags(found, identified);
        let text = &self.reading.text;
        let mut token = 0;
        while token < text.tokens().len() {
            let begins = matches!(text.tokens()[token].joined_by, Some('@' | '#' | '/'))
                || text.tokens()[token].followed_by == Some('_')
                || text.tokens()[token].twin.is_some()
                    && text.word(token).chars().any(|c| c.is_ascii_digit());
            if !begins {
                token += 1;
                continue;
            }
            let mut end = token + 1;
            while end < text.tokens().len()
                && matches!(text.tokens()[end].joined_by, Some('_' | '.' | '-'))
                && text.tokens()[end].at.start == text.tokens()[end - 1].at.end + 1
            {
                end += 1;
            }
            let handle: String = (token..end)
                .map(|t| text.word(t).trim_matches(|c: char| c.is_ascii_digit()))
                .collect();
            for owner in self.index.names.inside(&handle) {
                if let Owner::Person(person) = owner {
                    self.add(found, identified, person, token..end, NameMatch::Handle);
                }
            }
            token = end;
        }
    }

    /// A name among the words of a hashtag. Whoever makes one of a given name means one person.
    fn tags(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        for (token, words) in &self.reading.tags {
            for hit in self.index.names.hits(words) {
                let whole = !matches!(hit.part, Part::Patronymic | Part::Word { of: 2.. });
                if let (Owner::Person(person), true) = (hit.owner, whole) {
                    let tokens = *token..token + 1;
                    self.add(found, identified, person, tokens, NameMatch::Handle);
                }
            }
        }
    }

    /// An address of mail, however its marks are written.
    pub(super) fn mail(&self, found: &mut Vec<Finding>, identified: &mut Identified) {
        let text = &self.reading.text;
        for start in 0..text.tokens().len() {
            for (pieces, person) in self.index.mail.get(text.word(start)).into_iter().flatten() {
                if let Some(end) = spelled(pieces, self.reading, start) {
                    self.add(found, identified, *person, start..end, NameMatch::Mail);
                }
            }
        }
    }
}

/// The end of a local part that begins at `start`, with `dot` or a mark between its pieces.
fn spelled(wanted: &[String], reading: &Reading, start: usize) -> Option<usize> {
    let text = &reading.text;
    let mut token = start;
    for (i, piece) in wanted.iter().enumerate() {
        if i > 0
            && token < text.tokens().len()
            && matches!(text.word(token), "dot" | "точка" | "underscore" | "dash")
        {
            token += 1;
        }
        if token >= text.tokens().len() || text.word(token) != piece {
            return None;
        }
        token += 1;
    }
    let next = text.tokens().get(token);
    let goes_on = wanted.len() > 1
        || next.is_some_and(|n| {
            n.joined_by == Some('@') || matches!(text.word(token), "at" | "собака")
        });
    goes_on.then_some(token)
}
