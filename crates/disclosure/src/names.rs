//! Every name of the vault, by the sound of each of its forms.

use crate::eastern::speak_an_eastern_language;
use crate::entry::Entry;
use crate::finding::NameMatch;
use crate::given_names::{given_forms, is_a_small_word};
use crate::name_forms::{adjectives, eastern_keys_of, folded, keys_of};
use crate::sound::{Ear, readings};
use crate::sounds::Sounds;
use crate::table::Plain;
use crate::world::World;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use zeroize::Zeroize;

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Owner {
    Person(u32),
    /// A relative of that person.
    Relative(u32),
    Staff(u32),
    Helper(u32),
    Public(u32),
}

/// Which part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Part {
    Given,
    Patronymic,
    Family,
    /// A word of a name that is not split, or of an alias, out of so many.
    Word {
        of: u8,
    },
}

/// Every name of the vault by the sound of each of its forms.
///
/// Holds hashes only; they are wiped when the vault is locked.
pub(crate) struct Names {
    entries: Vec<Entry>,
    /// A bit for each hash, so that most words are passed over at once.
    known: Vec<u64>,
    /// Joined readings of family names and aliases, for user names and hashtags.
    inside: Vec<(String, Owner)>,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NameHit {
    pub owner: Owner,
    pub part: Part,
    pub how: NameMatch,
    pub tokens: Range<usize>,
}

const KNOWN_BITS: usize = 1 << 21;

impl Names {
    pub(crate) fn of(world: &World) -> Names {
        let mut builder = Builder {
            entries: Vec::new(),
            inside: Vec::new(),
            forms: HashMap::new(),
            ear: Ear::default(),
            eastern: false,
        };
        for (i, person) in world.persons.iter().enumerate() {
            let owner = Owner::Person(index(i));
            builder.eastern = speak_an_eastern_language(&person.languages);
            for name in &person.names {
                builder.name(&name.given, owner, Part::Given);
                builder.name(&name.patronymic, owner, Part::Patronymic);
                builder.name(&name.family, owner, Part::Family);
                // `Ройзмана-Левина`: each half has its own case ending.
                if name.family.contains('-') {
                    builder.words(&name.family.replace('-', " "), owner);
                }
                builder.inside(&name.family, owner);
            }
            builder.eastern = false;
            for alias in &person.aliases {
                builder.alias(alias, owner);
            }
            for name in person.relatives.iter().flat_map(|r| &r.names) {
                builder.words(name, Owner::Relative(index(i)));
            }
        }
        for (i, staff) in world.staff.iter().enumerate() {
            staff.names.iter().for_each(|name| {
                builder.whole(name, Owner::Staff(index(i)));
            });
        }
        for (i, helper) in world.helpers.iter().enumerate() {
            helper
                .names
                .iter()
                .for_each(|name| builder.words(name, Owner::Helper(index(i))));
        }
        for (i, name) in world.public_people.iter().enumerate() {
            builder.whole(name, Owner::Public(index(i)));
        }
        builder.finish()
    }

    /// Every name in a text, in the order of its tokens.
    pub(crate) fn hits(&self, sounds: &Sounds) -> Vec<NameHit> {
        let mut hits = Vec::new();
        let mut crowds = Vec::new();
        let mut found: Vec<&[Entry]> = Vec::new();
        for (tokens, keys) in sounds.heard() {
            found.clear();
            found.extend(keys.filter_map(|key| self.look_up(key)));
            let bearers = found.iter().map(|same| same.len()).sum::<usize>();
            if bearers > MOST_BEARERS {
                crowds.push(Crowd {
                    tokens: tokens.clone(),
                    bearers: found.clone(),
                    before: hits.len(),
                });
                continue;
            }
            let here = hits.len();
            for entry in found.iter().copied().flatten() {
                let hit = entry.hit(tokens.clone());
                if !hits[here..].contains(&hit) {
                    hits.push(hit);
                }
            }
        }
        with_crowds(hits, &crowds)
    }

    fn look_up(&self, key: u64) -> Option<&[Entry]> {
        let bit = key as usize % KNOWN_BITS;
        if self.known[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let start = self.entries.partition_point(|e| e.key < key);
        let same = self.entries[start..].iter().take_while(|e| e.key == key);
        let end = start + same.count();
        (end > start).then(|| &self.entries[start..end])
    }

    /// Whose family name or alias lies inside a user name or hashtag.
    pub(crate) fn inside(&self, handle: &str) -> Vec<Owner> {
        let said = readings(handle);
        let owners = self
            .inside
            .iter()
            .filter(|(key, _)| said.iter().any(|s| s.contains(key.as_str())));
        let mut owners: Vec<Owner> = owners.map(|(_, owner)| *owner).collect();
        owners.dedup();
        owners
    }
}

impl Names {
    /// The towns of the vault, by owner: hiding places or home towns, with their adjectives.
    pub(crate) fn of_towns<'w>(towns: impl Iterator<Item = (usize, &'w str)>) -> Names {
        let mut builder = Builder {
            entries: Vec::new(),
            inside: Vec::new(),
            forms: HashMap::new(),
            ear: Ear::default(),
            eastern: false,
        };
        for (i, town) in towns {
            let words: Vec<&str> = town.split_whitespace().collect();
            let of = u8::try_from(words.len()).unwrap_or(u8::MAX);
            for word in words {
                let part = if of == 1 {
                    Part::Family
                } else {
                    Part::Word { of }
                };
                builder.name(word, Owner::Person(index(i)), part);
                for adjective in adjectives(word) {
                    builder.name(&adjective, Owner::Person(index(i)), part);
                }
            }
        }
        builder.finish()
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        self.inside.iter_mut().for_each(|(key, _)| key.zeroize());
        self.entries.iter_mut().for_each(|e| e.key = 0);
        self.known.zeroize();
    }
}

fn index(i: usize) -> u32 {
    u32::try_from(i).expect("a vault holds fewer than four thousand million persons")
}

impl Entry {
    fn hit(self, tokens: Range<usize>) -> NameHit {
        let how = match self.how() {
            0 => NameMatch::Form,
            1 => NameMatch::Diminutive,
            _ => NameMatch::Equivalent,
        };
        NameHit {
            owner: self.owner(),
            part: self.part(),
            how,
            tokens,
        }
    }
}

/// A given name or patronymic that so many bear tells of none of them by itself.
const MOST_BEARERS: usize = 32;

/// A name that a crowd bears, and how many hits stand before it.
struct Crowd<'n> {
    tokens: Range<usize>,
    bearers: Vec<&'n [Entry]>,
    before: usize,
}

impl Crowd<'_> {
    /// Those of the crowd who are among some owners, in order.
    fn of(&self, owners: &BTreeSet<Owner>) -> Vec<NameHit> {
        let mut hits = Vec::new();
        for same in &self.bearers {
            for owner in owners {
                let start = same.partition_point(|e| e.owner() < *owner);
                let own = same[start..].iter().take_while(|e| e.owner() == *owner);
                hits.extend(own.map(|e| e.hit(self.tokens.clone())));
            }
        }
        hits
    }
}

/// Of names that a crowd bears, those whose owner another name in the text points at.
fn with_crowds(hits: Vec<NameHit>, crowds: &[Crowd]) -> Vec<NameHit> {
    let mut bearers: HashMap<usize, usize, Plain> = HashMap::default();
    for hit in &hits {
        *bearers.entry(hit.tokens.start).or_default() += 1;
    }
    for crowd in crowds {
        let count = crowd.bearers.iter().map(|same| same.len()).sum::<usize>();
        *bearers.entry(crowd.tokens.start).or_default() += count;
    }
    let is_crowd = |h: &NameHit| bearers[&h.tokens.start] > MOST_BEARERS;
    let points = |h: &&NameHit| !is_crowd(h) || h.part == Part::Family;
    let mut pointed: BTreeSet<Owner> = hits.iter().filter(points).map(|h| h.owner).collect();
    for same in crowds.iter().flat_map(|crowd| &crowd.bearers) {
        let families = same.iter().filter(|e| e.part() == Part::Family);
        pointed.extend(families.map(|e| e.owner()));
    }
    let mut all = Vec::with_capacity(hits.len());
    let mut next = crowds.iter().peekable();
    for (i, hit) in hits.into_iter().enumerate() {
        while let Some(crowd) = next.next_if(|crowd| crowd.before <= i) {
            all.extend(crowd.of(&pointed));
        }
        if !is_crowd(&hit) || pointed.contains(&hit.owner) {
            all.push(hit);
        }
    }
    next.for_each(|crowd| all.extend(crowd.of(&pointed)));
    all
}

struct Builder {
    entries: Vec<Entry>,
    inside: Vec<(String, Owner)>,
    /// The forms of a name, given or not, eastern or not.
    forms: HashMap<(String, bool, bool), Vec<(u64, u8)>>,
    ear: Ear,
    /// Whether the names that follow are of somebody who speaks an eastern language.
    eastern: bool,
}

impl Builder {
    /// One part of a name, with its case forms, short forms and equivalents.
    fn name(&mut self, name: &str, owner: Owner, part: Part) {
        if name.trim().chars().count() < 2 {
            return;
        }
        let given = matches!(part, Part::Given);
        let forms = self
            .forms
            .entry((name.to_owned(), given, self.eastern))
            .or_insert_with(|| {
                let mut keys = keys_of(&mut self.ear, name, 0);
                if self.eastern {
                    keys.extend(eastern_keys_of(name).into_iter().map(|key| (key, 0)));
                }
                if given {
                    for (other, how) in given_forms(name) {
                        keys.extend(keys_of(&mut self.ear, other, how));
                    }
                }
                keys.sort_unstable();
                keys.dedup_by_key(|(key, _)| *key);
                keys
            });
        let entries = forms
            .iter()
            .map(|(key, how)| Entry::new(*key, owner, part, *how));
        self.entries.extend(entries);
    }

    /// Given name, then the rest, of a name that is kept whole.
    fn whole(&mut self, name: &str, owner: Owner) {
        let words: Vec<&str> = name.split_whitespace().collect();
        match words.as_slice() {
            [given, middle @ .., family] => {
                self.name(given, owner, Part::Given);
                middle
                    .iter()
                    .for_each(|word| self.name(word, owner, Part::Patronymic));
                self.name(family, owner, Part::Family);
            }
            _ => self.words(name, owner),
        }
    }

    fn words(&mut self, name: &str, owner: Owner) {
        let words: Vec<&str> = name
            .split(|c: char| c.is_whitespace() || "«»\"“”".contains(c))
            .filter(|w| w.chars().count() > 1)
            .collect();
        let of = u8::try_from(words.len()).unwrap_or(u8::MAX);
        words
            .iter()
            .for_each(|word| self.name(word, owner, Part::Word { of }));
    }

    /// Of an alias what names somebody: `Захар (former name)` is Захар, `Murat the baker` is Murat and a baker.
    fn alias(&mut self, alias: &str, owner: Owner) {
        let before = alias.split('(').next().unwrap_or_default();
        let words: Vec<&str> = before.split_whitespace().collect();
        let of = u8::try_from(words.len()).unwrap_or(u8::MAX);
        for word in words.iter().filter(|word| !is_a_small_word(word)) {
            self.name(word, owner, Part::Word { of });
        }
        self.inside(before, owner);
    }

    fn inside(&mut self, name: &str, owner: Owner) {
        let folded = folded(name);
        if folded.chars().count() >= 5 {
            self.inside.extend(
                readings(&folded)
                    .into_iter()
                    .filter(|r| r.len() >= 5)
                    .map(|reading| (reading, owner)),
            );
        }
    }

    fn finish(mut self) -> Names {
        self.entries.sort_unstable();
        self.entries.dedup();
        self.entries.shrink_to_fit();
        let mut known = vec![0_u64; KNOWN_BITS / 64];
        for entry in &self.entries {
            let bit = entry.key as usize % KNOWN_BITS;
            known[bit / 64] |= 1 << (bit % 64);
        }
        self.forms
            .drain()
            .for_each(|((mut name, ..), _)| name.zeroize());
        Names {
            entries: self.entries,
            known,
            inside: self.inside,
        }
    }
}
