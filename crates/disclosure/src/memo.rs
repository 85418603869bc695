//! What texts of the vault say, each read once.

use crate::key::{Key, keys_of, stems_of};
use crate::lexicon::Kind;
use std::collections::HashMap;
use zeroize::Zeroize;

/// What texts of the vault say, each read once: many people share an occupation or a town.
#[derive(Default)]
pub(crate) struct Memo(HashMap<(String, Asked), Vec<Key>>);

/// What of a text is wanted.
#[derive(PartialEq, Eq, Hash)]
enum Asked {
    /// Concepts of these kinds, and stems or none.
    Kinds(Vec<Kind>, bool),
    Stems,
}

impl Memo {
    pub(crate) fn keys(&mut self, text: &str, kinds: &[Kind], stems: bool) -> Vec<Key> {
        let slot = self
            .0
            .entry((text.to_owned(), Asked::Kinds(kinds.to_vec(), stems)));
        slot.or_insert_with(|| keys_of(text, kinds, stems).into_iter().collect())
            .clone()
    }

    /// Every stem of an occupation: `skater` tells of a figure skater, whatever the tables make of both words.
    pub(crate) fn work_words(&mut self, occupation: &str) -> Vec<Key> {
        let slot = self.0.entry((occupation.to_owned(), Asked::Stems));
        slot.or_insert_with(|| stems_of(occupation)).clone()
    }
}

impl Drop for Memo {
    fn drop(&mut self) {
        self.0.drain().for_each(|((mut text, _), _)| text.zeroize());
    }
}
