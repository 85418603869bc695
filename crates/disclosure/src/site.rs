use crate::gazetteer::Gazetteer;
use crate::key::{Key, Keys, keys_of, named_key, surroundings};
use crate::lexicon::Kind;
use crate::text::Text;
use crate::world::{Person, World};
use std::collections::HashMap;

/// A hiding place and who is there: people who share one are looked for once.
pub(crate) struct Site {
    pub persons: Vec<u32>,
    pub towns: Vec<String>,
    /// Its buildings and what is done there.
    pub details: Keys,
    /// Region, river, country whose capital it is.
    pub around: Keys,
    /// Between which two towns it lies.
    pub between: Option<(String, String)>,
}

/// A street of the vault.
pub(crate) struct Street {
    pub stems: Vec<String>,
    pub numbers: Vec<String>,
    pub person: u32,
}

/// The hiding places of a vault.
pub(crate) fn sites(world: &World) -> Vec<Site> {
    let mut by_words: HashMap<(Vec<&str>, Vec<&str>, &str), usize> = HashMap::new();
    let mut sites: Vec<Site> = Vec::new();
    for (i, person) in world.persons.iter().enumerate() {
        for hiding in &person.hiding {
            let towns: Vec<&str> = hiding.town.iter().map(String::as_str).collect();
            let regions: Vec<&str> = hiding.region.iter().map(String::as_str).collect();
            let at = *by_words
                .entry((towns, regions, hiding.detail.as_str()))
                .or_insert_with(|| {
                    sites.push(Site {
                        persons: Vec::new(),
                        towns: hiding.town.clone(),
                        details: details_of(&hiding.detail),
                        around: hiding
                            .region
                            .iter()
                            .flat_map(|r| keys_of(r, &[], false))
                            .chain(hiding.town.iter().flat_map(|t| surroundings(t)))
                            .collect(),
                        between: hiding
                            .town
                            .iter()
                            .find_map(|t| Gazetteer::shipped().town_named(t))
                            .and_then(|t| t.between.clone()),
                    });
                    sites.len() - 1
                });
            sites[at].persons.push(u32::try_from(i).unwrap_or(u32::MAX));
        }
    }
    sites
}

/// Where a part of a house lies to the rest of it: whoever is in the basement is below it.
const LIES: &[(&[&str], &str)] = &[
    (&["attic", "loft_b"], "above"),
    (&["basement", "cellar_b"], "below"),
    (&["annex_b", "back_room_b"], "behind"),
];

/// Buildings, work and positions in the words of the vault.
fn details_of(detail: &str) -> Keys {
    let mut keys = keys_of(
        detail,
        &[Kind::Building, Kind::Occupation, Kind::Position],
        true,
    );
    let has = |part: &&str| keys.contains(&named_key(Kind::Building, part));
    let lies: Vec<Key> = LIES
        .iter()
        .filter(|(parts, _)| parts.iter().any(&has))
        .map(|(_, position)| named_key(Kind::Position, position))
        .collect();
    if keys.len() > 1 {
        keys.extend(lies);
    }
    keys
}

/// The sites in each town of the gazetteer, whatever name the vault has for it: Oskemen is Ust-Kamenogorsk.
pub(crate) fn sites_of_towns(sites: &[Site]) -> HashMap<usize, Vec<u32>> {
    let mut of_towns: HashMap<usize, Vec<u32>> = HashMap::new();
    for (i, site) in sites.iter().enumerate() {
        let mut names = site.towns.iter();
        let town = names.find_map(|name| Gazetteer::shipped().town_at(name));
        if let (Some(town), Ok(i)) = (town, u32::try_from(i)) {
            of_towns.entry(town).or_default().push(i);
        }
    }
    of_towns
}

/// The streets of a vault, by the sound of each stem.
pub(crate) fn streets(world: &World) -> (Vec<Street>, HashMap<String, Vec<usize>>) {
    let mut streets = Vec::new();
    let mut by_stem: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, person) in world.persons.iter().enumerate() {
        for street in person_streets(i, person) {
            for stem in &street.stems {
                by_stem.entry(stem.clone()).or_default().push(streets.len());
            }
            streets.push(street);
        }
    }
    (streets, by_stem)
}

fn person_streets(i: usize, person: &Person) -> Vec<Street> {
    let read = |address: &String| {
        let text = Text::read(address);
        let all = 0..text.tokens().len();
        let (numbers, words): (Vec<usize>, Vec<usize>) =
            all.partition(|t| text.tokens()[*t].number);
        let long = words
            .into_iter()
            .filter(|t| text.word(*t).chars().count() > 3);
        Street {
            stems: long.flat_map(|t| street_stems(text.word(t))).collect(),
            numbers: numbers
                .into_iter()
                .map(|t| text.word(t).to_owned())
                .collect(),
            person: u32::try_from(i).unwrap_or(u32::MAX),
        }
    };
    person
        .hiding
        .iter()
        .map(|h| read(&h.address))
        .filter(|s| !s.stems.is_empty())
        .collect()
}

/// Streets are adjectives in one script and their romanisation in the other: the sound without the ending.
pub(crate) fn street_stems(word: &str) -> Vec<String> {
    crate::sound::readings(word)
        .into_iter()
        .map(|r| {
            r.trim_end_matches(['a', 'i', 'e', 'o', 'u', 'm', 'g'])
                .to_owned()
        })
        .filter(|r| r.len() > 3)
        .collect()
}
