//! What a text says of people, and whom of the vault it fits.

use crate::index::Index;
use crate::key::{Key, TRAITS, age_key, concept_key, place_key};
use crate::lexicon::{Hit, Kind, Lexicon};
use crate::names::Owner;
use crate::number::number_at;
use crate::odd_words::odd_key;
use crate::reading::Reading;
use crate::table::{Plain, hash};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Some tokens and the trait that they say.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub key: Key,
    pub label: &'static str,
    pub tokens: Range<usize>,
    pub kind: Option<Kind>,
    pub person: bool,
    /// It only leads to the trait.
    pub hint: bool,
    pub plural: bool,
}

/// What a text says of people, and whom of the vault it fits.
pub(crate) struct SaidTraits<'i> {
    /// In the order of the text; only what somebody holds.
    pub said: Vec<Said>,
    index: &'i Index,
}

impl<'i> SaidTraits<'i> {
    pub(crate) fn of(reading: &Reading, index: &'i Index) -> SaidTraits<'i> {
        let mut said = said(reading);
        for hit in index.origins.hits(&reading.sounds) {
            let Owner::Person(origin) = hit.owner else {
                continue;
            };
            if reading.text.tokens()[hit.tokens.start].capital {
                said.push(plain(origin_key(origin), "origin", hit.tokens));
            }
        }
        for hit in index.odd_words.hits(&reading.sounds) {
            if let Owner::Person(word) = hit.owner {
                said.push(plain(odd_key(word), "word", hit.tokens));
            }
        }
        said.retain(|s| index.holders.contains_key(&s.key));
        for s in said
            .iter_mut()
            .filter(|s| index.work_words.contains(&s.key))
        {
            s.label = "work";
        }
        said.sort_by_key(|s| (s.tokens.start, s.tokens.end));
        SaidTraits { said, index }
    }

    pub(crate) fn of_person(&self, person: u32) -> Vec<Said> {
        let traits = &self.index.traits[person as usize];
        self.said
            .iter()
            .filter(|s| traits.contains(&s.key))
            .cloned()
            .collect()
    }

    /// Those whom most of what some tokens say fits, and how strongly; nobody when it fits a crowd.
    pub(crate) fn best(&self, tokens: &Range<usize>) -> Vec<u32> {
        let mut weights: HashMap<u32, u32, Plain> = HashMap::default();
        let here = self
            .said
            .iter()
            .filter(|s| tokens.contains(&s.tokens.start));
        for said in here {
            let holders = self.index.holders.get(&said.key);
            // What a crowd holds singles nobody out, and the crowd need not be counted.
            for person in holders.filter(|h| h.len() <= CROWD).into_iter().flatten() {
                *weights.entry(*person).or_default() += if counts(said) { 2 } else { 1 };
            }
        }
        let most = weights.values().max().copied().unwrap_or(0);
        let mut best: Vec<u32> = weights
            .iter()
            .filter(|(_, w)| **w + 2 >= most)
            .map(|(p, _)| *p)
            .collect();
        best.sort_unstable();
        if best.len() > MOST_LOOKED_AT {
            best.retain(|p| weights.get(p) == Some(&most));
            best.truncate(MOST_LOOKED_AT);
        }
        best
    }
}

/// Where so many persons fit equally, the traits tell of a crowd.
pub(crate) const MOST_LOOKED_AT: usize = 64;

/// So many persons who hold a trait are a crowd in which nobody is looked for.
const CROWD: usize = 512;

/// A home town that no table knows has a key of its own.
pub(crate) fn origin_key(origin: u32) -> Key {
    hash(&format!("origin {origin}"))
}

fn said(reading: &Reading) -> Vec<Said> {
    let mut said: Vec<Said> = reading
        .hits
        .iter()
        .filter(|h| TRAITS.contains(&h.kind) || matches!(h.kind, Kind::Superlative | Kind::Person))
        .map(of_concept)
        .collect();
    said.extend(reading.mentions.iter().filter_map(|mention| {
        let key = place_key(mention.handle)?;
        Some(plain(key, "origin", mention.tokens.clone()))
    }));
    let text = &reading.text;
    let known: BTreeSet<usize> = said.iter().flat_map(|s| s.tokens.clone()).collect();
    for token in (0..text.tokens().len()).filter(|t| !known.contains(t)) {
        let word = reading
            .stem(token)
            .map(|key| plain(key, "word", token..token + 1));
        let ages = ages_at(reading, token);
        let ages = ages.map(|age| plain(age_key(age), "age", token..token + 1));
        said.extend(word.into_iter().chain(ages));
    }
    said
}

fn of_concept(hit: &Hit) -> Said {
    Said {
        key: concept_key(hit),
        label: Lexicon::shipped().name(hit.concept),
        tokens: hit.tokens.clone(),
        kind: Some(hit.kind),
        person: hit.person,
        hint: hit.hint,
        plural: hit.plural,
    }
}

/// What no table of traits holds: a place, an age, a word of the vault.
fn plain(key: Key, label: &'static str, tokens: Range<usize>) -> Said {
    Said {
        key,
        label,
        tokens,
        kind: None,
        person: false,
        hint: false,
        plural: false,
    }
}

/// The ages that a number leaves open: itself, or the years below it after `not yet`.
fn ages_at(reading: &Reading, token: usize) -> std::ops::Range<i32> {
    let Some(age) = age_at(reading, token) else {
        return 0..0;
    };
    let word = |n: usize| token.checked_sub(n).map_or("", |t| reading.text.word(t));
    let not_yet = matches!(
        (word(2), word(1)),
        ("not", "yet") | ("еще", "нет") | ("еще", "не") | ("не", "исполнилось")
    ) || matches!(word(1), "under" | "моложе" | "младше" | "нет");
    if not_yet { age - 3..age } else { age..age + 1 }
}

/// `28`, `28-year-old`, `28 лет`, standing as an age.
fn age_at(reading: &Reading, token: usize) -> Option<i32> {
    let text = &reading.text;
    let number = number_at(text, token).filter(|n| !n.ordinal && (10..100).contains(&n.value))?;
    let after = token + number.tokens;
    let word = |t: usize| {
        if t < text.tokens().len() {
            text.word(t)
        } else {
            ""
        }
    };
    let before = if token > 0 { text.word(token - 1) } else { "" };
    let between_commas =
        text.tokens()[token].after_break && text.tokens()[token].followed_by == Some(',');
    let year = matches!(
        word(after),
        "year" | "years" | "лет" | "год" | "года" | "летний" | "летняя" | "летнего" | "летней"
    ) || matches!(
        before,
        "aged" | "age" | "возраст" | "turned" | "turns" | "turning"
    ) || before.starts_with("исполнил")
        || before.starts_with("стукнул");
    let youth = token.checked_sub(2).map_or("", |t| text.word(t));
    // `A boy of nineteen`, `парень девятнадцати`.
    let of_a_youth = before == "of"
        && matches!(
            youth,
            "boy" | "girl" | "youth" | "lad" | "man" | "woman" | "student" | "child" | "kid"
        );
    (year || between_commas || of_a_youth)
        .then(|| i32::try_from(number.value).ok())
        .flatten()
}

/// A trait that tells of a person by itself.
pub(crate) fn counts(said: &Said) -> bool {
    let weak = matches!(said.kind, Some(Kind::Person | Kind::Only));
    !weak && !said.hint && said.label != "word"
}

/// Strength of some traits: two for each that stands at a place of its own, one for a word that only the vault knows.
pub(crate) fn weight(mine: &[Said]) -> usize {
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut keys: BTreeSet<Key> = BTreeSet::new();
    let (mut weight, mut kin) = (0, false);
    let mut strongest_first: Vec<&Said> = mine.iter().collect();
    strongest_first.sort_by_key(|said| !counts(said));
    for said in strongest_first {
        if said.tokens.clone().any(|t| taken.contains(&t)) || !keys.insert(said.key) {
            continue;
        }
        taken.extend(said.tokens.clone());
        // A brother has a sister: both words tell one thing.
        let again = said.kind == Some(Kind::Kin) && kin;
        kin |= said.kind == Some(Kind::Kin);
        weight += if counts(said) && !again { 2 } else { 1 };
    }
    weight
}
