use super::folded;
use casework::{Assertion, Case, CodeName, Person, PersonId, Task, Text};
use facts::{Date, Facts, Vocabulary, Words};
use std::fmt;

/// A person who is known already, as far as a spreadsheet can speak of them.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// Who.
    pub person: PersonId,
    /// The key of the row that they came from, if they came from a sheet.
    pub row_key: Option<Text>,
    /// Their code name in both languages.
    pub code_name: Option<Words>,
    /// The language in which they are spoken with, by its tag.
    pub language: String,
    /// What their tasks say: notes of an earlier import are among them.
    pub notes: Vec<Text>,
    /// What is known of them today.
    pub facts: Facts,
    /// What was said of them and waits for another's signature.
    pub awaiting: Vec<Assertion>,
}

impl KnownPerson {
    /// What a case knows of a person on a day. `row_key` is what an earlier import called them by.
    pub fn of(
        case: &Case,
        person: PersonId,
        row_key: Option<Text>,
        on: Date,
        vocabulary: &Vocabulary,
    ) -> KnownPerson {
        let fold = case.fold(person, on, vocabulary);
        let name = case
            .standing::<CodeName>()
            .find(|(_, it)| it.person == person);
        let spoken = case.standing::<Person>().find(|(_, it)| it.id == person);
        let tasks = case
            .every::<Task>()
            .filter(|(_, it)| it.person == Some(person));
        let said = case.every::<Assertion>();
        let awaiting = said.filter(|(noted, _)| fold.awaiting.contains_key(&noted.id));
        KnownPerson {
            person,
            row_key,
            code_name: name.map(|(_, it)| Words {
                en: it.en.as_str().to_owned(),
                ru: it.ru.as_str().to_owned(),
            }),
            language: spoken.map_or_else(String::new, |(_, it)| it.language.clone()),
            notes: tasks.map(|(_, it)| it.what.clone()).collect(),
            awaiting: awaiting
                .filter(|(_, it)| it.person == person)
                .map(|(_, it)| it.clone())
                .collect(),
            facts: fold.facts,
        }
    }

    /// Whether the same was said already, and waits for another's signature.
    pub(super) fn awaits(&self, assertion: &Assertion) -> bool {
        let same = |it: &Assertion| {
            (&it.fact, &it.under, &it.says) == (&assertion.fact, &assertion.under, &assertion.says)
        };
        self.awaiting.iter().any(same)
    }

    pub(super) fn has_key(&self, key: &str) -> bool {
        let own = self.row_key.as_ref();
        own.is_some_and(|own| folded(own.as_str()) == folded(key))
    }

    pub(super) fn is_called(&self, name: &str) -> bool {
        let own = self.code_name.as_ref();
        own.is_some_and(|own| folded(&own.en) == folded(name) || folded(&own.ru) == folded(name))
    }
}

impl fmt::Debug for KnownPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KnownPerson([sealed])")
    }
}
