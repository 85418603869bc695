//! Traits by their hashes, so that what is built of them holds no words.

use crate::gazetteer::{Gazetteer, Handle};
use crate::lexicon::{Hit, Kind, Lexicon};
use crate::table::{Plain, hash, hash_after};
use crate::text::Text;
use std::collections::HashSet;

/// A trait by its hash, so that the index holds no words.
pub(crate) type Key = u64;

/// Some traits.
pub(crate) type Keys = HashSet<Key, Plain>;

/// The kinds by which people are recognised.
pub(crate) const TRAITS: &[Kind] = &[
    Kind::Occupation,
    Kind::Kin,
    Kind::Body,
    Kind::Faith,
    Kind::Marital,
    Kind::Event,
    Kind::Only,
    Kind::Study,
    Kind::Language,
];

/// The key of a concept.
pub(crate) fn concept_key(hit: &Hit) -> Key {
    Lexicon::shipped().key(hit.concept)
}

pub(crate) fn named_key(kind: Kind, name: &str) -> Key {
    hash(&format!("concept {kind:?} {name}"))
}

/// The key of what a place word says.
pub(crate) fn place_key(handle: &Handle) -> Option<Key> {
    match handle {
        Handle::Country(code) if *code != "RUS" => Some(hash(&format!("country {code}"))),
        Handle::Town(town) => Gazetteer::shipped()
            .town(*town)
            .keys
            .first()
            .map(|key| hash(&format!("town {key}"))),
        Handle::Near(near) => Some(hash(near)),
        _ => None,
    }
}

/// The key of an age in years.
pub(crate) fn age_key(years: i32) -> Key {
    hash(&format!("age {years}"))
}

/// The key of a word that no table knows, by its stem.
pub(crate) fn stem_key(word: &str) -> Option<Key> {
    // Most words are shorter than any stem that tells something.
    word.chars().nth(4)?;
    let stem = stem(word);
    let key = || hash_after(hash("stem "), stem);
    let tells = stem.chars().nth(4).is_some() && !is_function_word(word);
    tells.then(key)
}

/// Words of grammar tell nothing of anybody, however long, nor do those for the grade or time of a work; months are for
/// the detector of days.
pub(crate) fn is_function_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "about",
        "above",
        "after",
        "again",
        "against",
        "always",
        "among",
        "april",
        "around",
        "assistant",
        "august",
        "because",
        "before",
        "behind",
        "being",
        "below",
        "between",
        "chief",
        "childhood",
        "could",
        "december",
        "deputy",
        "district",
        "during",
        "early",
        "eldest",
        "every",
        "february",
        "final",
        "first",
        "former",
        "fourth",
        "general",
        "group",
        "having",
        "january",
        "junior",
        "large",
        "leading",
        "local",
        "march",
        "months",
        "national",
        "never",
        "november",
        "october",
        "office",
        "officer",
        "other",
        "others",
        "private",
        "public",
        "regional",
        "right",
        "second",
        "section",
        "senior",
        "september",
        "service",
        "should",
        "since",
        "small",
        "state",
        "still",
        "their",
        "there",
        "these",
        "third",
        "those",
        "through",
        "title",
        "under",
        "union",
        "until",
        "weeks",
        "where",
        "which",
        "while",
        "winner",
        "within",
        "without",
        "world",
        "would",
        "years",
        "young",
        "younger",
        "августа",
        "августе",
        "апреле",
        "апреля",
        "более",
        "всегда",
        "декабре",
        "декабря",
        "июле",
        "июля",
        "июне",
        "июня",
        "когда",
        "которая",
        "которого",
        "которой",
        "которую",
        "которые",
        "который",
        "которых",
        "марта",
        "марте",
        "мая",
        "между",
        "менее",
        "можно",
        "ноябре",
        "ноября",
        "нужно",
        "около",
        "октябре",
        "октября",
        "очень",
        "перед",
        "после",
        "потом",
        "своего",
        "своей",
        "своих",
        "сейчас",
        "сентябре",
        "сентября",
        "также",
        "теперь",
        "только",
        "феврале",
        "февраля",
        "через",
        "чтобы",
        "январе",
        "января",
    ];
    WORDS.binary_search(&word).is_ok()
}

fn stem(word: &str) -> &str {
    let endings: &[&str] = if word.is_ascii() {
        &["ies", "ing", "es", "ed", "s", "e", "y"]
    } else {
        &[
            "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ой", "ый", "ий", "ая", "ое",
            "ые", "ие", "ых", "их", "ую", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ей",
            "а", "я", "у", "ю", "е", "и", "ы", "о", "ь",
        ]
    };
    endings
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|stem| stem.chars().count() >= 4)
        })
        .unwrap_or(word)
}

/// The stem of every word that may tell something, whether a table knows it or not.
pub(crate) fn stems_of(text: &str) -> Vec<Key> {
    let text = Text::read(text);
    let tokens = 0..text.tokens().len();
    tokens.filter_map(|t| stem_key(text.word(t))).collect()
}

/// Traits that a text of the vault holds.
pub(crate) fn keys_of(text: &str, kinds: &[Kind], stems: bool) -> Keys {
    let text = Text::read(text);
    let hits = Lexicon::shipped().hits(&text);
    let mut keys: Keys = hits
        .iter()
        .filter(|hit| kinds.contains(&hit.kind) && !hit.hint)
        .map(concept_key)
        .collect();
    keys.extend(
        Gazetteer::shipped()
            .mentions(&text)
            .iter()
            .flat_map(|m| region_keys(m.handle)),
    );
    keys.extend(
        Gazetteer::shipped()
            .mentions(&text)
            .iter()
            .filter_map(|m| place_key(m.handle)),
    );
    if stems {
        let known: HashSet<usize> = hits
            .iter()
            .filter(|h| h.kind != Kind::Context && !h.hint)
            .flat_map(|hit| hit.tokens.clone())
            .collect();
        keys.extend(
            (0..text.tokens().len())
                .filter(|t| !known.contains(t))
                .filter_map(|t| stem_key(text.word(t))),
        );
    }
    keys
}

/// A home town also says its region and its country.
fn region_keys(handle: &Handle) -> Vec<Key> {
    let Handle::Town(town) = handle else {
        return Vec::new();
    };
    let town = Gazetteer::shipped().town(*town);
    town.region
        .iter()
        .chain(&town.near)
        .map(|near| hash(near))
        .chain(place_key(&Handle::Country(town.country)))
        .collect()
}

pub(crate) fn surroundings(place: &str) -> Keys {
    let mentions = Gazetteer::shipped().mentions(&Text::read(place));
    let mut keys = Keys::default();
    for mention in mentions {
        if let Handle::Town(town) = mention.handle {
            let town = Gazetteer::shipped().town(*town);
            keys.extend(town.region.iter().chain(&town.near).map(|near| hash(near)));
            keys.insert(hash(&format!("in {}", town.country)));
            if town.capital {
                keys.insert(hash(&format!("capital {}", town.country)));
            }
        }
    }
    keys
}
