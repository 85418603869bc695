//! The vault as detectors look things up in it.

use crate::foreign::foreign_words;
use crate::gazetteer::Gazetteer;
use crate::key::{Key, Keys, keys_of, surroundings};
use crate::lexicon::Kind;
use crate::memo::Memo;
use crate::names::{Names, Part};
use crate::odd_words::OddWords;
use crate::person_traits::{origins, traits_of};
use crate::record::Record;
use crate::role_words::Roles;
use crate::site::{Site, Street, sites, sites_of_towns, streets};
use crate::table::Plain;
use crate::text::Text;
use crate::world::{Helper, Person, World};
use facts::Date;
use std::collections::HashMap;
use zeroize::Zeroize;

/// The vault as detectors look things up in it. It lives in memory only and is wiped with its parts.
pub(crate) struct Index {
    pub names: Names,
    pub origins: Names,
    /// Words of somebody's work and marks that no table knows.
    pub odd_words: Names,
    pub towns: Names,
    pub sites_of_towns: HashMap<usize, Vec<u32>>,
    /// The words of each name of the organisation, folded.
    pub our_names: Vec<Vec<String>>,
    /// What each person is recognised by.
    pub traits: Vec<Keys>,
    /// Who has a trait.
    pub holders: HashMap<Key, Vec<u32>, Plain>,
    /// Hiding places, and which of them has a key of its buildings or surroundings.
    pub sites: Vec<Site>,
    pub sites_with: HashMap<Key, Vec<u32>, Plain>,
    pub streets: Vec<Street>,
    pub streets_by_stem: HashMap<String, Vec<usize>>,
    pub record: Record,
    /// The first piece of a mail address's local part, all its pieces, and whose it is.
    pub mail: HashMap<String, Vec<(Vec<String>, u32)>>,
    pub by_id: HashMap<String, u32>,
    /// Whose part of a name a word is that no scheme romanises, by its letters.
    pub foreign: HashMap<String, Vec<(u32, Part)>>,
    /// Words of somebody's occupation that no table knows.
    pub work_words: Keys,
    /// Kinship words of each person's relatives.
    pub kin: Vec<Keys>,
    /// Works of their relatives that are not their own: alone they tell of nobody.
    pub works_of_kin: Vec<Keys>,
    /// Concepts of each staff role and helper role.
    pub staff_roles: Vec<Keys>,
    /// The same in everyday words.
    pub roles: Vec<Roles>,
    pub helper_roles: Vec<Keys>,
    pub helper_towns: Names,
    /// Helpers by the town of the table in which they are, whatever the draft calls it.
    pub helpers_of_towns: HashMap<usize, Vec<u32>>,
    /// What lies around each helper's town.
    pub helper_around: Vec<Keys>,
    /// Digits of every telephone and document.
    pub numbers: Vec<(String, u32)>,
    pub public_numbers: Vec<String>,
    /// Countries under negotiation, as codes.
    pub talks: Vec<Option<&'static str>>,
    /// The country of each answer of the world.
    pub answers: Vec<Option<&'static str>>,
}

impl Drop for Index {
    fn drop(&mut self) {
        self.numbers
            .iter_mut()
            .for_each(|(number, _)| number.zeroize());
        for (mut first, pieces) in self.mail.drain() {
            first.zeroize();
            pieces
                .into_iter()
                .for_each(|(mut pieces, _)| pieces.zeroize());
        }
        self.foreign
            .drain()
            .for_each(|(mut word, _)| word.zeroize());
        self.streets_by_stem
            .drain()
            .for_each(|(mut stem, _)| stem.zeroize());
        for street in &mut self.streets {
            street.stems.zeroize();
            street.numbers.zeroize();
        }
        for site in &mut self.sites {
            site.towns.zeroize();
        }
    }
}

impl Index {
    pub(crate) fn of(world: &World, today: Date) -> Index {
        let mut memo = Memo::default();
        let odd = OddWords::of(world);
        let traits = traits_of(world, &odd, today, &mut memo);
        let sites = sites(world);
        let (streets, streets_by_stem) = streets(world);
        let origins = origins(world);
        let role_towns = role_towns(world);
        Index {
            names: Names::of(world),
            origins: Names::of_towns(numbered(&origins)),
            odd_words: Names::of_towns(numbered(&odd.words)),
            towns: hiding_towns(&sites),
            holders: holders(traits.iter()),
            traits,
            sites_with: holders(sites.iter().map(|s| s.details.iter().chain(&s.around))),
            sites_of_towns: sites_of_towns(&sites),
            our_names: our_names(world),
            sites,
            streets,
            streets_by_stem,
            record: Record::of(world),
            mail: mail(world),
            by_id: by_id(world),
            foreign: foreign(world),
            work_words: work_words(world, &odd, &mut memo),
            kin: kin(world, &mut memo),
            works_of_kin: works_of_kin(world, &mut memo),
            staff_roles: staff_roles(world),
            roles: world
                .staff
                .iter()
                .map(|s| Roles::of_member(&s.role))
                .collect(),
            helper_roles: helper_roles(world),
            helpers_of_towns: helpers_of_towns(&role_towns),
            helper_towns: Names::of_towns(role_towns.iter().map(|(i, t)| (*i, t.as_str()))),
            helper_around: world
                .helpers
                .iter()
                .map(|h| surroundings(&h.role))
                .collect(),
            numbers: numbers(world),
            public_numbers: world.public_phones.iter().map(|n| digits(n)).collect(),
            talks: talks(world),
            answers: world
                .answers
                .iter()
                .map(|it| country_of(it.names.iter()))
                .collect(),
        }
    }

    /// How many persons have all of these traits; `enough` when that many do.
    pub(crate) fn fits(&self, keys: &[Key], enough: usize) -> usize {
        let Some(rarest) = keys
            .iter()
            .filter_map(|key| self.holders.get(key))
            .min_by_key(|h| h.len())
        else {
            return 0;
        };
        rarest
            .iter()
            .filter(|p| {
                keys.iter()
                    .all(|key| self.traits[**p as usize].contains(key))
            })
            .take(enough)
            .count()
    }
}

fn place_of(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

fn numbered(words: &[String]) -> impl Iterator<Item = (usize, &str)> {
    words.iter().enumerate().map(|(i, word)| (i, word.as_str()))
}

/// Who, by place, has a key.
fn holders<'k, Keys>(all: impl Iterator<Item = Keys>) -> HashMap<Key, Vec<u32>, Plain>
where
    Keys: IntoIterator<Item = &'k Key>,
{
    let mut holders: HashMap<Key, Vec<u32>, Plain> = HashMap::default();
    for (i, keys) in all.enumerate() {
        for key in keys {
            holders.entry(*key).or_default().push(place_of(i));
        }
    }
    holders
}

fn hiding_towns(sites: &[Site]) -> Names {
    let sites = sites.iter().enumerate();
    Names::of_towns(sites.flat_map(|(i, s)| s.towns.iter().map(move |t| (i, t.as_str()))))
}

fn by_id(world: &World) -> HashMap<String, u32> {
    let persons = world.persons.iter().enumerate();
    persons.map(|(i, p)| (p.id.clone(), place_of(i))).collect()
}

fn foreign(world: &World) -> HashMap<String, Vec<(u32, Part)>> {
    let mut foreign: HashMap<String, Vec<(u32, Part)>> = HashMap::new();
    for (i, person) in world.persons.iter().enumerate() {
        let names = person.names.iter().flat_map(|n| {
            let parts = [(&n.given, Part::Given), (&n.patronymic, Part::Patronymic)];
            parts.into_iter().chain([(&n.family, Part::Family)])
        });
        // An alias that is written in such a script is looked for as a family name is.
        let aliases = person.aliases.iter().map(|alias| (alias, Part::Family));
        for (name, part) in names.chain(aliases) {
            for (_, word) in foreign_words(name) {
                foreign.entry(word).or_default().push((place_of(i), part));
            }
        }
    }
    foreign
}

fn work_words(world: &World, odd: &OddWords, memo: &mut Memo) -> Keys {
    let occupations = world.persons.iter().map(|p| &p.occupation);
    let known = occupations.flat_map(|o| memo.work_words(o));
    known.chain(odd.of_work.iter().copied()).collect()
}

fn kin(world: &World, memo: &mut Memo) -> Vec<Keys> {
    let mut kin_of = |relation: &str| memo.keys(relation, &[Kind::Kin], false);
    let persons = world.persons.iter();
    persons
        .map(|p| {
            p.relatives
                .iter()
                .flat_map(|r| kin_of(&r.relation))
                .collect()
        })
        .collect()
}

fn works_of_kin(world: &World, memo: &mut Memo) -> Vec<Keys> {
    let mut works = |said: &str| memo.keys(said, &[Kind::Occupation], false);
    let of = |person: &Person| {
        let own: Keys = works(&person.occupation).into_iter().collect();
        let relations = person.relatives.iter().map(|r| &r.relation);
        let theirs: Vec<Key> = relations.flat_map(|r| works(r)).collect();
        theirs
            .into_iter()
            .filter(|key| !own.contains(key))
            .collect()
    };
    world.persons.iter().map(of).collect()
}

/// The kinds of concepts that a role can say.
const ROLE: &[Kind] = &[Kind::Occupation, Kind::Building];

fn staff_roles(world: &World) -> Vec<Keys> {
    world
        .staff
        .iter()
        .map(|s| keys_of(&s.role, ROLE, true))
        .collect()
}

fn helper_roles(world: &World) -> Vec<Keys> {
    let said = |h: &Helper| [h.names.join(" "), h.role.clone()].join(" ");
    world
        .helpers
        .iter()
        .map(|h| keys_of(&said(h), ROLE, false))
        .collect()
}

fn our_names(world: &World) -> Vec<Vec<String>> {
    let words = |name: &String| {
        let text = Text::read(name);
        (0..text.tokens().len())
            .map(|t| text.word(t).to_owned())
            .collect()
    };
    world.organisation.iter().map(words).collect()
}

/// Words of helpers' roles that may be towns.
fn role_towns(world: &World) -> Vec<(usize, String)> {
    let helpers = world.helpers.iter().enumerate();
    helpers
        .flat_map(|(i, h)| {
            capital_words(&h.role)
                .into_iter()
                .map(move |word| (i, word))
        })
        .collect()
}

fn helpers_of_towns(role_towns: &[(usize, String)]) -> HashMap<usize, Vec<u32>> {
    let mut of_towns: HashMap<usize, Vec<u32>> = HashMap::new();
    for (helper, word) in role_towns {
        if let Some(town) = Gazetteer::shipped().town_at(word) {
            of_towns.entry(town).or_default().push(place_of(*helper));
        }
    }
    of_towns
}

fn numbers(world: &World) -> Vec<(String, u32)> {
    let persons = world.persons.iter().enumerate();
    persons
        .flat_map(|(i, p)| p.numbers.iter().map(move |n| (digits(n), place_of(i))))
        .filter(|(number, _)| number.len() >= 4)
        .collect()
}

fn talks(world: &World) -> Vec<Option<&'static str>> {
    let talks = world.talks.iter();
    talks
        .map(|t| country_of(t.names.iter().chain(&t.handles)))
        .collect()
}

fn country_of<'n>(mut names: impl Iterator<Item = &'n String>) -> Option<&'static str> {
    names.find_map(|name| Gazetteer::shipped().country_named(name))
}

fn capital_words(role: &str) -> Vec<String> {
    let text = Text::read(role);
    (0..text.tokens().len())
        .filter(|t| text.tokens()[*t].capital && *t > 0)
        .map(|t| {
            role.chars()
                .skip(text.tokens()[t].at.start)
                .take(text.tokens()[t].at.len())
                .collect()
        })
        .collect()
}

pub(crate) fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn mail(world: &World) -> HashMap<String, Vec<(Vec<String>, u32)>> {
    let mut mail: HashMap<String, Vec<(Vec<String>, u32)>> = HashMap::new();
    for (i, person) in world.persons.iter().enumerate() {
        for address in &person.mail {
            let local = address.split('@').next().unwrap_or_default().to_lowercase();
            let pieces: Vec<String> = local
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect();
            if pieces.iter().map(String::len).sum::<usize>() >= 4 {
                mail.entry(pieces[0].clone())
                    .or_default()
                    .push((pieces, place_of(i)));
            }
        }
    }
    mail
}
