//! What each person of the vault is recognised by.

use crate::key::{Key, Keys, TRAITS, age_key, named_key};
use crate::lexicon::Kind;
use crate::memo::Memo;
use crate::odd_words::OddWords;
use crate::said_traits::origin_key;
use crate::table::hash;
use crate::world::{Person, Sex, World};
use facts::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) fn traits_of(world: &World, odd: &OddWords, today: Date, memo: &mut Memo) -> Vec<Keys> {
    let superlatives = superlatives(world);
    let origin_keys: HashMap<String, Key> = origins(world)
        .into_iter()
        .enumerate()
        .map(|(i, o)| (o, origin_key(u32::try_from(i).unwrap_or(u32::MAX))))
        .collect();
    let mut all = Vec::with_capacity(world.persons.len());
    for (i, person) in world.persons.iter().enumerate() {
        let mut keys = person_traits(person, memo);
        keys.extend(&odd.of_person[i]);
        keys.extend(person.origin.iter().filter_map(|o| origin_keys.get(o)));
        keys.extend(
            superlatives
                .get(&i)
                .into_iter()
                .flatten()
                .map(|s| named_key(Kind::Superlative, s)),
        );
        if let Some(born) = person.born {
            let age = years_between(born, today);
            keys.insert(age_key(age));
            if age < 20 {
                let name = if person.sex == Some(Sex::Female) {
                    "girl"
                } else {
                    "boy"
                };
                keys.insert(named_key(Kind::Person, name));
            }
        }
        all.push(keys);
    }
    all
}

fn person_traits(person: &Person, memo: &mut Memo) -> Keys {
    let mut keys: Keys = memo
        .keys(&person.occupation, TRAITS, true)
        .into_iter()
        .collect();
    keys.extend(memo.work_words(&person.occupation));
    keys.extend(memo.keys(&person.employer, TRAITS, true));

    person
        .attributes
        .iter()
        .for_each(|a| keys.extend(memo.keys(a, TRAITS, true)));
    person
        .relatives
        .iter()
        .for_each(|r| keys.extend(memo.keys(&r.relation, TRAITS, false)));
    keys.extend(other_sides(&keys, person.sex));
    if keys.contains(&named_key(Kind::Kin, "son"))
        || keys.contains(&named_key(Kind::Kin, "daughter"))
    {
        keys.insert(named_key(Kind::Kin, "child"));
    }
    person
        .languages
        .iter()
        .for_each(|l| keys.extend(memo.keys(l, &[Kind::Language], false)));
    person
        .origin
        .iter()
        .for_each(|o| keys.extend(memo.keys(&format!("origin {o}"), &[], false)));
    // Almost everyone in our care speaks it.
    keys.remove(&hash("country RUS"));
    keys
}

/// Whoever has a father is a son or a daughter.
fn other_sides(keys: &Keys, sex: Option<Sex>) -> Vec<Key> {
    let has = |kin: &str| keys.contains(&named_key(Kind::Kin, kin));
    let (child, sibling, spouse, young) = match sex {
        Some(Sex::Male) => ("son", "brother", "husband", "nephew"),
        Some(Sex::Female) => ("daughter", "sister", "wife", "nephew"),
        None => return Vec::new(),
    };
    let sides = [
        (has("father") || has("mother"), child),
        (has("brother") || has("sister"), sibling),
        (has("husband") || has("wife"), spouse),
        (has("uncle") || has("aunt"), young),
        (has("grandmother") || has("grandfather"), "grandchild"),
    ];
    let held = sides.into_iter().filter(|(held, _)| *held);
    held.map(|(_, kin)| named_key(Kind::Kin, kin)).collect()
}

/// Superlatives: the one person each fits.
fn superlatives(world: &World) -> BTreeMap<usize, Vec<&'static str>> {
    let mut found: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
    let born = |(i, p): (usize, &Person)| p.born.map(|b| (b, i));
    let all = || world.persons.iter().enumerate();
    if let Some((_, i)) = all().filter_map(born).max() {
        found.entry(i).or_default().push("youngest");
    }
    if let Some((_, i)) = all().filter_map(born).min() {
        found.entry(i).or_default().push("oldest");
    }
    let came = |(i, p): (usize, &Person)| p.days.iter().map(|(_, day)| (*day, i)).max();
    if let Some((_, i)) = all().filter_map(came).max() {
        found.entry(i).or_default().push("newest");
    }
    found
}

/// The home towns of a vault, each once.
pub(crate) fn origins(world: &World) -> Vec<String> {
    let all: BTreeSet<&String> = world.persons.iter().flat_map(|p| &p.origin).collect();
    all.into_iter().cloned().collect()
}

/// Whole years.
pub(crate) fn years_between(born: Date, today: Date) -> i32 {
    let had = (today.month(), today.day()) >= (born.month(), born.day());
    i32::from(today.year()) - i32::from(born.year()) - i32::from(!had)
}
