//! What some words of a text and a place or role of the vault have in common.

use crate::key::{Key, Keys, concept_key};
use crate::lexicon::{Hit, Kind, Lexicon};
use crate::reading::Reading;
use std::collections::BTreeSet;
use std::ops::Range;

/// One thing that both say.
#[derive(Clone, Debug)]
pub(crate) struct Common {
    pub tokens: Range<usize>,
    /// How much it tells: 3 the thing itself, 2 a word that leads to it, 1 what nearly every place is or has.
    pub weight: usize,
    /// More than one is spoken of.
    pub plural: bool,
    /// A person is named by their work.
    pub person: bool,
    /// The work is one that those who help people usually do: a doctor, a driver, and no beekeeper.
    pub everyday: bool,
}

/// What those who help people usually are: such a work tells little by itself.
const EVERYDAY_TRADES: &[&str] = &[
    "activist",
    "bus_driver",
    "caretaker",
    "carer",
    "cleaner",
    "cook",
    "doctor",
    "driver",
    "farmer",
    "guard",
    "housewife",
    "journalist",
    "lawyer",
    "manager",
    "nurse",
    "official",
    "organisation_head",
    "pensioner",
    "police_officer",
    "psychologist",
    "secretary",
    "shopkeeper",
    "social_worker",
    "soldier",
    "specialist_doctor",
    "student",
    "teacher",
    "translator",
    "unemployed",
];

/// What nearly every place of hiding is.
const PLAIN: &[&str] = &["house", "flat", "room", "private"];

/// What the tokens say of a place or role with these keys: each thing once, and each word for one thing.
pub(crate) fn likeness(reading: &Reading, tokens: Range<usize>, keys: &Keys) -> Vec<Common> {
    let mut found: Vec<Common> = Vec::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut seen: BTreeSet<Key> = BTreeSet::new();
    let mut add = |key: Key, common: Common| {
        let tokens = common.tokens.clone();
        if keys.contains(&key) && !tokens.clone().any(|t| taken.contains(&t)) && seen.insert(key) {
            taken.extend(tokens);
            found.push(common);
        }
    };
    let kinds = [Kind::Building, Kind::Occupation, Kind::Position];
    let mut hits: Vec<&Hit> = reading
        .hits_in(tokens.clone())
        .filter(|h| kinds.contains(&h.kind))
        .collect();
    // The thing itself counts before what leads to it.
    hits.sort_by_key(|hit| (hit.hint, hit.kind == Kind::Position));
    for hit in hits {
        add(concept_key(hit), said_by(hit));
    }
    for token in tokens {
        if let Some(key) = reading.stem(token) {
            add(key, word_alone(token));
        }
    }
    found.sort_by_key(|common| common.tokens.start);
    found
}

/// What a form of the tables says.
fn said_by(hit: &Hit) -> Common {
    let person = hit.person && hit.kind == Kind::Occupation;
    let trade = Lexicon::shipped().name(hit.concept);
    Common {
        tokens: hit.tokens.clone(),
        weight: weight(hit),
        plural: hit.plural,
        person,
        everyday: hit.kind == Kind::Occupation && EVERYDAY_TRADES.contains(&trade),
    }
}

/// A word that no table knows and both have.
fn word_alone(token: usize) -> Common {
    Common {
        tokens: token..token + 1,
        weight: 2,
        plural: false,
        person: false,
        everyday: false,
    }
}

fn weight(hit: &Hit) -> usize {
    let label = Lexicon::shipped().name(hit.concept);
    match hit.kind {
        Kind::Position => 1,
        _ if PLAIN.contains(&label) => 1,
        _ if hit.hint => 2,
        _ => 3,
    }
}
