//! A fact closer: everybody's word on it, how it came to be, and what can be done about an entry.
//!
//! In reading order: [`EntryForm`]: what can be done; `page`: what is shown; `form`: the forms; `by_hand`:
//! a fact that no question has asked for.

pub(crate) mod by_hand;
mod form;
mod page;

use casework::{Assertion, Case, Noted, OperationId};
use facts::{Changes, Vocabulary};

/// What can be done about one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryForm {
    /// It was never so: its author says what is.
    Correct,
    /// It was so, and has changed.
    Changed,
    /// A colleague doubts it.
    Doubt,
    /// Its author takes it back.
    TakeBack,
    /// A second person agrees.
    Second,
}

impl EntryForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [EntryForm] = &[
        EntryForm::Second,
        EntryForm::Correct,
        EntryForm::Changed,
        EntryForm::Doubt,
        EntryForm::TakeBack,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            EntryForm::Correct => "correct",
            EntryForm::Changed => "changed",
            EntryForm::Doubt => "doubt",
            EntryForm::TakeBack => "take-back",
            EntryForm::Second => "second",
        }
    }

    /// The one of a word in an address.
    pub fn from_word(word: &str) -> Option<EntryForm> {
        Self::ALL.iter().copied().find(|form| form.word() == word)
    }

    /// The id of the words that offer it.
    fn offered(self) -> &'static str {
        match self {
            EntryForm::Correct => "entry-correct",
            EntryForm::Changed => "entry-changed",
            EntryForm::Doubt => "entry-doubt",
            EntryForm::TakeBack => "entry-take-back",
            EntryForm::Second => "entry-second",
        }
    }

    /// Whether whoever looks may do this: only authors correct and take back, and nobody seconds or doubts
    /// their own. What never changes is not said to have changed.
    fn may(self, noted: &Noted, assertion: &Assertion, is_own: bool, all: &Vocabulary) -> bool {
        let changes = all.get(&assertion.fact).map(|fact| fact.changes);
        match self {
            EntryForm::Correct => is_own && noted.stands() && changes.is_some(),
            EntryForm::Changed => {
                noted.stands() && changes.is_some_and(|changes| changes != Changes::Never)
            }
            EntryForm::Doubt | EntryForm::Second => !is_own && noted.stands(),
            EntryForm::TakeBack => is_own && noted.was_so(),
        }
    }
}

/// An entry's id as it stands in an address.
pub(crate) fn word_of(id: OperationId) -> String {
    id.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 32 bytes from 64 small hexadecimal digits.
pub(crate) fn bytes_of(word: &str) -> Option<[u8; 32]> {
    let digits = word.as_bytes();
    let is_plain = |digit: &u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    if digits.len() != 64 || !digits.iter().all(is_plain) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// The assertion under a word of an address.
fn found<'c>(case: &'c Case, word: &str) -> Option<(&'c Noted, &'c Assertion)> {
    let id = OperationId(bytes_of(word)?);
    let noted = case.noted(&id)?;
    let assertion = <Assertion as casework::Kind>::of(&noted.content)?;
    Some((noted, assertion))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_is_read_back_from_its_word_and_nothing_else_is(id in any::<[u8; 32]>(), word in "\\PC{0,70}") {
            prop_assert_eq!(bytes_of(&word_of(OperationId(id))), Some(id));
            if let Some(bytes) = bytes_of(&word) {
                prop_assert_eq!(word_of(OperationId(bytes)), word);
            }
        }
    }
}
