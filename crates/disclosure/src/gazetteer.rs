use crate::lexicon::{Hit, Kind, Lexicon, rows};
use crate::place_stems::{proper, russian_stems};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

/// Countries, regions and towns by every handle that a text may use.
pub(crate) struct Gazetteer {
    lexicon: Lexicon,
    /// What each concept of the lexicon stands for.
    handles: Vec<Handle>,
    borders: BTreeMap<&'static str, Vec<&'static str>>,
    towns: Vec<Town>,
}

/// An ISO 3166-1 alpha-3 code of the table.
pub(crate) type Code = &'static str;

/// What a word of a place says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Handle {
    /// The name, adjective or people of one country.
    Country(Code),
    /// Its capital or a seat of government.
    Seat(Code),
    /// Something that fits several countries.
    Fits(BTreeSet<Code>),
    /// A town of the table.
    Town(usize),
    /// A region of a country, or what lies near, by its key.
    Near(String),
}

pub(crate) struct Town {
    pub keys: BTreeSet<String>,
    pub country: Code,
    pub region: BTreeSet<String>,
    pub near: BTreeSet<String>,
    pub between: Option<(String, String)>,
    pub capital: bool,
}

/// A handle in a text.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub handle: &'static Handle,
    pub tokens: Range<usize>,
}

impl Gazetteer {
    pub(crate) fn shipped() -> &'static Gazetteer {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| {
            let mut gazetteer = Gazetteer {
                lexicon: Lexicon::empty(),
                handles: Vec::new(),
                borders: BTreeMap::new(),
                towns: Vec::new(),
            };
            gazetteer.read_countries();
            gazetteer.read_regions();
            gazetteer.read_towns();
            gazetteer
        })
    }

    /// Every handle in a text. Names of places are read only where they begin with a capital letter.
    pub(crate) fn mentions(&'static self, text: &Text) -> Vec<Mention> {
        let proper = |hit: &Hit| match hit.kind {
            Kind::ProperPlace => text.tokens()[hit.tokens.start].capital,
            _ => true,
        };
        let found = self.lexicon.hits(text).into_iter().filter(proper);
        found
            .map(|hit| Mention {
                handle: &self.handles[usize::from(hit.concept)],
                tokens: hit.tokens,
            })
            .collect()
    }

    /// The country of a name, adjective or capital.
    pub(crate) fn country_named(&'static self, name: &str) -> Option<Code> {
        let mentions = self.mentions(&Text::read(name));
        mentions
            .into_iter()
            .find_map(|mention| match mention.handle {
                Handle::Country(code) => Some(*code),
                _ => None,
            })
    }

    /// Where a town of that name, any of its names, stands in the table.
    pub(crate) fn town_at(&'static self, name: &str) -> Option<usize> {
        let mentions = self.mentions(&Text::read(name));
        mentions
            .into_iter()
            .find_map(|mention| match mention.handle {
                Handle::Town(town) => Some(*town),
                _ => None,
            })
    }

    pub(crate) fn town_named(&'static self, name: &str) -> Option<&'static Town> {
        self.town_at(name).map(|at| self.town(at))
    }

    pub(crate) fn town(&self, town: usize) -> &Town {
        &self.towns[town]
    }

    /// The town from which a region is governed: the first of it in the table.
    pub(crate) fn seat_of(&self, region: &str) -> Option<usize> {
        self.towns
            .iter()
            .position(|town| town.region.contains(region))
    }

    pub(crate) fn neighbours(&self, code: Code) -> BTreeSet<Code> {
        self.borders
            .get(code)
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    fn add(&mut self, kind: Kind, handle: Handle, forms: &str) {
        if forms.trim().is_empty() {
            return;
        }
        let id = self.handles.len().to_string();
        self.handles.push(handle);
        self.lexicon.add_forms(kind, &id, forms);
    }

    fn read_countries(&mut self) {
        let mut by_flag: BTreeMap<&'static str, BTreeSet<Code>> = BTreeMap::new();
        let mut by_currency: BTreeMap<&'static str, (String, BTreeSet<Code>)> = BTreeMap::new();
        for row in rows(include_str!("../data/countries.txt")) {
            let [
                code,
                en,
                ru,
                also,
                adjectives,
                stems,
                capital,
                capital_ru,
                seats,
                currency,
                ..,
            ] = row[..]
            else {
                continue;
            };
            let [_, flags, borders, ..] = row[10..] else {
                continue;
            };
            self.add_country(code, [en, ru, also, adjectives, stems]);
            self.add_seat(code, capital, capital_ru);
            for (en, ru) in pairs(seats) {
                self.add_seat(code, en, ru);
            }
            for (en, ru) in pairs(currency) {
                let entry = by_currency.entry(en).or_default();
                entry.0 = format!("{en},{ru}");
                entry.1.insert(code);
            }
            for flag in flags.split_whitespace() {
                by_flag.entry(flag).or_default().insert(code);
            }
            self.borders
                .insert(code, borders.split_whitespace().collect());
        }
        for (_, (forms, codes)) in by_currency {
            self.add(Kind::Place, Handle::Fits(codes), &forms);
        }
        for row in rows(include_str!("../data/descriptions.txt")) {
            let codes = by_flag.get(row[0]).cloned().unwrap_or_default();
            self.add(Kind::Place, Handle::Fits(codes), &row[1..].join(","));
        }
    }

    fn add_country(&mut self, code: Code, [en, ru, also, adjectives, stems]: [&str; 5]) {
        let (also_en, also_ru) = also.split_once(':').unwrap_or((also, ""));
        let names = [
            proper(en),
            proper(also_en),
            proper(adjectives),
            russian_stems(ru),
            russian_stems(also_ru),
        ];
        self.add(Kind::ProperPlace, Handle::Country(code), &names.join(","));
        self.add(Kind::Place, Handle::Country(code), stems);
    }

    fn add_seat(&mut self, code: Code, en: &str, ru: &str) {
        let names = [proper(en), russian_stems(ru)].join(",");
        self.add(Kind::ProperPlace, Handle::Seat(code), &names);
    }

    fn read_regions(&mut self) {
        for row in rows(include_str!("../data/regions.txt")) {
            let [en, ru, members] = row[..] else { continue };
            let codes: BTreeSet<Code> = members.split_whitespace().collect();
            // A short word of everyday Russian would be read everywhere: `ес`.
            let (upper, lower): (Vec<&str>, Vec<&str>) =
                ru.split(',').partition(|form| form.chars().count() <= 3);
            let begins_small = |form: &&str| form.trim().starts_with(char::is_lowercase);
            let (phrases, names): (Vec<&str>, Vec<&str>) = en.split(',').partition(begins_small);
            let proper = [names, upper].concat().join(",").replace(' ', "_");
            let common = [phrases, lower].concat().join(",");
            self.add(Kind::ProperPlace, Handle::Fits(codes.clone()), &proper);
            self.add(Kind::Place, Handle::Fits(codes), &common);
        }
    }

    fn read_towns(&mut self) {
        for row in rows(include_str!("../data/towns.txt")) {
            let [en, ru, country, region, region_ru, near, marks] = row[..] else {
                continue;
            };
            let (between, marked) = read_marks(marks);
            let mut near_keys = self.add_surroundings(near);
            near_keys.extend(marked);
            let town = Town {
                keys: en.split(',').map(town_key).collect(),
                country,
                region: self.add_region(region, region_ru),
                near: near_keys,
                between,
                capital: marks.contains("capital"),
            };
            let names = [en.to_owned(), russian_stems(ru)].join(",");
            self.add(Kind::ProperPlace, Handle::Town(self.towns.len()), &names);
            self.towns.push(town);
        }
        self.add_marks();
    }

    fn add_region(&mut self, en: &str, ru: &str) -> BTreeSet<String> {
        if en.is_empty() {
            return BTreeSet::new();
        }
        let name = format!(
            "region {}",
            town_key(en.split(',').next().unwrap_or_default())
        );
        let stems: Vec<String> = ru
            .split(',')
            .filter(|stem| !stem.is_empty())
            .map(|stem| format!("{stem}*"))
            .collect();
        self.add(Kind::ProperPlace, Handle::Near(name.clone()), en);
        self.add(Kind::Place, Handle::Near(name.clone()), &stems.join(","));
        [name].into()
    }

    fn add_surroundings(&mut self, near: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (en, ru) in pairs(near) {
            let name = format!("near {}", town_key(en));
            let forms = format!("{en},{ru}");
            self.add(Kind::ProperPlace, Handle::Near(name.clone()), &forms);
            keys.insert(name);
        }
        keys
    }

    fn add_marks(&mut self) {
        for (mark, forms) in [
            ("siberia", "Siberia,Siberian,сибир*"),
            ("ural", "Urals,Ural,урал*"),
            ("far_east", "Far_East,дальн*_восток*"),
            ("golden_ring", "Golden_Ring,золот*_кольц*"),
            ("caucasus", "North_Caucasus,Caucasus,Caucasian,кавказ*"),
            ("north", "Russian_North,Far_North,северо-запад*"),
            ("exclave", "exclave,анклав*,эксклав*"),
            (
                "steppe",
                "steppe,степь,степи,степью,степей,степям,степях,степной,степная,степного",
            ),
        ] {
            self.add(Kind::Place, Handle::Near(format!("mark {mark}")), forms);
        }
    }
}

/// `en:ru` between commas.
fn pairs(column: &str) -> impl Iterator<Item = (&str, &str)> {
    column
        .split(',')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once(':').unwrap_or((pair, "")))
}

fn town_key(form: &str) -> String {
    form.replace('_', " ").to_lowercase()
}

/// The two towns that a town lies between, and its other marks.
fn read_marks(marks: &str) -> (Option<(String, String)>, Vec<String>) {
    let (mut between, mut others) = (None, Vec::new());
    for mark in marks.split_whitespace() {
        match mark
            .strip_prefix("between:")
            .and_then(|pair| pair.split_once(','))
        {
            Some((one, other)) => between = Some((town_key(one), town_key(other))),
            None => others.push(format!("mark {mark}")),
        }
    }
    (between, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handles(text: &str) -> Vec<Handle> {
        Gazetteer::shipped()
            .mentions(&Text::read(text))
            .into_iter()
            .map(|m| m.handle.clone())
            .collect()
    }

    #[test]
    fn a_country_is_known_by_name_adjective_people_capital_and_seat_in_both_languages() {
        for text in ["Denmark", "Danish", "в Дании", "датские", "the Danes"] {
            assert!(
                handles(text).contains(&Handle::Country("DNK")),
                "{text}: {:?}",
                handles(text)
            );
        }
        for text in ["Copenhagen", "Копенгагену", "Christiansborg"] {
            assert!(handles(text).contains(&Handle::Seat("DNK")), "{text}");
        }
        assert!(handles("новозеландская сторона").contains(&Handle::Country("NZL")));
        assert!(handles("в Новой Зеландии").contains(&Handle::Country("NZL")));
    }

    #[test]
    fn every_country_of_the_table_is_found_by_its_own_names() {
        for row in rows(include_str!("../data/countries.txt")) {
            for name in [row[1], row[2]] {
                let found = Gazetteer::shipped().mentions(&Text::read(name));
                assert!(
                    found.iter().any(|m| *m.handle == Handle::Country(row[0])),
                    "{} by {name}",
                    row[0]
                );
            }
        }
    }
}
