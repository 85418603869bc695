use crate::content::{About, Key, body};
use crate::{Case, PersonId, Text};
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// The name by which colleagues speak of a person: a tree, a bird.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct CodeName {
    /// Whose.
    #[n(0)]
    pub person: PersonId,
    /// In English.
    #[n(1)]
    pub en: Text,
    /// In Russian.
    #[n(2)]
    pub ru: Text,
}

impl Case {
    /// People who share a code name in one of the languages: somebody will be taken for another.
    pub fn shared_code_names(&self) -> BTreeSet<BTreeSet<PersonId>> {
        let mut by_name: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
        for (_, name) in self.standing::<CodeName>() {
            for word in [&name.en, &name.ru] {
                let word = word.as_str().trim().to_lowercase();
                by_name.entry(word).or_default().insert(name.person);
            }
        }
        by_name
            .into_iter()
            .filter(|(word, people)| !word.is_empty() && people.len() > 1)
            .map(|(_, people)| people)
            .collect()
    }
}

body!(
    CodeName,
    about | _ | About::Work,
    key | it | Key::Person(it.person)
);
