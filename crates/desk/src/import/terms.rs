use super::folded;
use crate::Lang;
use facts::{CountryCode, FactId, Vocabulary};
use law::Library;
use std::collections::BTreeMap;

/// The words that a spreadsheet may use: facts, and countries in both languages.
pub struct Terms<'v> {
    pub(super) vocabulary: &'v Vocabulary,
    /// By their codes and their names, folded.
    countries: BTreeMap<String, CountryCode>,
    names: BTreeMap<CountryCode, [String; 2]>,
}

impl<'v> Terms<'v> {
    /// The words of a vocabulary, and countries with their names in English and in Russian.
    pub fn new(vocabulary: &'v Vocabulary, names: BTreeMap<CountryCode, [String; 2]>) -> Self {
        let mut countries = BTreeMap::new();
        for (code, [en, ru]) in &names {
            for word in [code.as_str(), en, ru] {
                countries.insert(folded(word), *code);
            }
        }
        Terms {
            vocabulary,
            countries,
            names,
        }
    }

    /// The words that the books use.
    pub fn of(library: &'v Library) -> Self {
        Terms::new(&library.vocabulary, crate::desk::country_names(library))
    }

    pub(super) fn country(&self, word: &str) -> Option<CountryCode> {
        self.countries.get(&folded(word)).copied()
    }

    /// Every country, by each of its names.
    pub(super) fn countries(&self) -> impl Iterator<Item = (&str, CountryCode)> {
        self.countries
            .iter()
            .map(|(name, code)| (name.as_str(), *code))
    }

    pub(super) fn label(&self, id: &FactId, lang: Lang) -> String {
        let fact = self.vocabulary.get(&id.0);
        fact.map_or_else(|| id.to_string(), |fact| lang.of(&fact.label).to_owned())
    }

    pub(super) fn country_name(&self, code: CountryCode, lang: Lang) -> String {
        let name = self.names.get(&code).map(|[en, ru]| match lang {
            Lang::En => en,
            Lang::Ru => ru,
        });
        name.map_or_else(|| code.to_string(), String::clone)
    }
}
