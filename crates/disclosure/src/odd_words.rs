use crate::gazetteer::Gazetteer;
use crate::key::{Key, Keys, is_function_word};
use crate::lexicon::Lexicon;
use crate::table::hash;
use crate::text::Text;
use crate::world::{Person, World};
use std::collections::{HashMap, HashSet};
use zeroize::Zeroizing;

/// Words of people's work and marks that no table knows: they are looked for like names, in every script and case form.
pub(crate) struct OddWords {
    /// Each once; its place gives its key.
    pub words: Zeroizing<Vec<String>>,
    /// By person: the keys of theirs.
    pub of_person: Vec<Keys>,
    /// Those that stand in somebody's occupation.
    pub of_work: Keys,
}

impl OddWords {
    /// Those of a vault. A text that many share is read once.
    pub(crate) fn of(world: &World) -> OddWords {
        let mut reader = Reader::default();
        let mut of_work = Keys::default();
        let mut of_person = Vec::with_capacity(world.persons.len());
        for person in &world.persons {
            let work = reader.keys(&person.occupation);
            of_work.extend(work.iter().copied());
            let mut own: Keys = work.into_iter().collect();
            marks(person).for_each(|text| own.extend(reader.keys(text)));
            of_person.push(own);
        }
        OddWords {
            words: reader.words,
            of_person,
            of_work,
        }
    }
}

/// What somebody is recognised by, beside their occupation.
fn marks(person: &Person) -> impl Iterator<Item = &String> {
    std::iter::once(&person.employer).chain(&person.attributes)
}

/// The key of a word by its place.
pub(crate) fn odd_key(place: u32) -> Key {
    hash(&format!("odd {place}"))
}

#[derive(Default)]
struct Reader<'w> {
    words: Zeroizing<Vec<String>>,
    /// By the hash of a word.
    known: HashMap<u64, Key>,
    read: HashMap<&'w str, Vec<Key>>,
}

impl<'w> Reader<'w> {
    fn keys(&mut self, text: &'w str) -> Vec<Key> {
        if let Some(keys) = self.read.get(text) {
            return keys.clone();
        }
        let keys: Vec<Key> = odd_words(text)
            .into_iter()
            .map(|word| self.key(word))
            .collect();
        self.read.insert(text, keys.clone());
        keys
    }

    fn key(&mut self, word: Zeroizing<String>) -> Key {
        let of_word = hash(&word);
        if let Some(key) = self.known.get(&of_word) {
            return *key;
        }
        let key = odd_key(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.words.push(word.to_string());
        self.known.insert(of_word, key);
        key
    }
}

/// The words of a text that no table knows, long enough to tell something.
fn odd_words(text: &str) -> Vec<Zeroizing<String>> {
    let text = Text::read(text);
    let hits = Lexicon::shipped().hits(&text);
    let places = Gazetteer::shipped().mentions(&text);
    let places = places.iter().flat_map(|place| place.tokens.clone());
    let known = hits.iter().flat_map(|hit| hit.tokens.clone());
    let known: HashSet<usize> = known.chain(places).collect();
    let odd = (0..text.tokens().len()).filter(|t| !known.contains(t));
    let words = odd.map(|t| text.word(t));
    words
        .filter(|word| word.chars().nth(4).is_some() && !is_function_word(word))
        .map(|word| Zeroizing::new(word.to_owned()))
        .collect()
}
