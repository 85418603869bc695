//! Finding people of the vault by whatever a caseworker types.

use spoken::{Query, words_of};
use std::collections::{BTreeMap, HashMap};
use words::{Depth, Words};
use zeroize::Zeroize;

mod duplicates;
mod numbers;
mod spoken;
mod words;

pub use duplicates::{Duplicate, SameReason};

/// What one person can be searched by. The index wipes what is given to it.
#[derive(Default, Clone)]
pub struct SearchKeys {
    /// Whole names, one for each language or script, their words in any order.
    pub names: Vec<String>,
    /// Code names, pet names, user names.
    pub code_names: Vec<String>,
    /// Telephones and numbers of papers, written in any way.
    pub numbers: Vec<String>,
}

/// How a query meets what is known of a person, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Closeness {
    /// The same word, in any script and spelling.
    Same,
    /// A case form of it.
    Form,
    /// A short or pet form of a given name.
    Diminutive,
    /// The form of another language.
    Equivalent,
    /// The word begins so.
    Begins,
    /// The word holds it somewhere.
    Holds,
    /// The same word but for one letter.
    Nearly,
}

/// Somebody whom a query may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<Id> {
    /// Whom.
    pub id: Id,
    /// How close the least close of the words is that were found.
    pub by: Closeness,
    /// Words of the query that meet nothing of this person; those who leave fewer out come alone.
    pub unmet: usize,
}

/// People by their names in any script and spelling, their code names and numbers.
///
/// In memory only, made of what the caseworker may open; all letters and digits in it are wiped when it is dropped.
/// Latin and Cyrillic spellings of one name meet; a name in any other script is found in that script.
///
/// ```
/// use disclosure::{Closeness, SameReason, SearchIndex, SearchKeys};
///
/// let keys = |name: &str, number: &str| SearchKeys {
///     names: vec![name.into()],
///     numbers: vec![number.into()],
///     ..SearchKeys::default()
/// };
/// let people = [("p1", keys("Ильяс Царнов", "+44 7700 900123")), ("p2", keys("Maryam Khubieva", ""))];
/// let mut index = SearchIndex::of(people);
/// // The passport spelling of 2010; the beginning of a German one; the end of a telephone.
/// for query in ["Tcarnov", "zarn", "900-123"] {
///     assert_eq!(index.search(query, 10)[0].id, "p1");
/// }
/// assert_eq!(index.search("хубиевой", 10)[0].by, Closeness::Form);
///
/// let new = keys("TSARNOV Ilias", "");
/// let same = index.possible_duplicates(&new);
/// assert_eq!((same[0].id, same[0].reason), ("p1", SameReason::Name(Closeness::Same)));
/// index.insert("p3", new);
/// assert_eq!(index.search("царнов", 10).len(), 2);
/// ```
pub struct SearchIndex<Id> {
    /// By place; `None` when removed.
    ids: Vec<Option<Id>>,
    places: BTreeMap<Id, u32>,
    words: Words,
    /// Who bears each word.
    bearers: Vec<Vec<u32>>,
    /// The names of each person as their words.
    names: Vec<Vec<Vec<u32>>>,
    numbers: Vec<(String, u32)>,
}

/// No query has more words; what is longer is cut.
const MOST_WORDS: usize = 12;
/// So many neighbouring words may be one that stray spaces cut.
const MOST_PIECES: usize = 4;

impl<Id: Clone + Ord> SearchIndex<Id> {
    /// An index of these people. Of two entries with one id the later stays.
    pub fn of(people: impl IntoIterator<Item = (Id, SearchKeys)>) -> SearchIndex<Id> {
        let mut index = SearchIndex {
            ids: Vec::new(),
            places: BTreeMap::new(),
            words: Words::default(),
            bearers: Vec::new(),
            names: Vec::new(),
            numbers: Vec::new(),
        };
        for (id, keys) in people {
            index.add(id, keys);
        }
        index.words.arrange();
        index
    }

    /// Adds one person, or puts new keys in the place of the old.
    pub fn insert(&mut self, id: Id, keys: SearchKeys) {
        self.add(id, keys);
        self.words.arrange();
    }

    /// Forgets a person. Letters that only they bore are wiped when the index is dropped.
    pub fn remove(&mut self, id: &Id) {
        let Some(place) = self.places.remove(id) else {
            return;
        };
        self.ids[place as usize] = None;
        self.names[place as usize].clear();
        self.numbers.retain_mut(|(number, bearer)| {
            let kept = *bearer != place;
            if !kept {
                number.zeroize();
            }
            kept
        });
    }

    fn add(&mut self, id: Id, mut keys: SearchKeys) {
        self.remove(&id);
        let place = u32::try_from(self.ids.len()).expect("fewer than four thousand million people");
        self.ids.push(Some(id.clone()));
        self.places.insert(id, place);
        let names: Vec<Vec<u32>> = keys
            .names
            .iter()
            .chain(&keys.code_names)
            .map(|name| self.name(name, place))
            .filter(|words| !words.is_empty())
            .collect();
        self.names.push(names);
        let numbers = keys.numbers.iter().chain(&keys.code_names);
        let numbers = numbers.map(|number| numbers::digits(number));
        self.numbers.extend(
            numbers
                .filter(|number| !number.is_empty())
                .map(|number| (number, place)),
        );
        keys.wipe();
    }

    /// The words of one name, hyphens taken out, each with its bearer; pieces between hyphens are borne as well.
    fn name(&mut self, name: &str, place: u32) -> Vec<u32> {
        let mut whole = Vec::new();
        for mut word in words_of(name) {
            if word.pieces.len() > 1 {
                for piece in &word.pieces {
                    self.bear(piece, place);
                }
            }
            let mut joined = word.pieces.concat();
            whole.extend(self.bear(&joined, place));
            joined.zeroize();
            word.pieces.zeroize();
        }
        whole
    }

    fn bear(&mut self, word: &str, place: u32) -> Option<u32> {
        let word = self.words.add(word)?;
        self.bearers
            .resize_with(self.bearers.len().max(word as usize + 1), Vec::new);
        let bearers = &mut self.bearers[word as usize];
        if bearers.last() != Some(&place) {
            bearers.push(place);
        }
        Some(word)
    }

    /// Those whom a query may mean, the closest first, at most so many.
    ///
    /// A query is names, parts of names, code names or digits, in any order and script. Where nobody meets every word
    /// of it, those are found who meet the most.
    pub fn search(&self, query: &str, most: usize) -> Vec<Found<Id>> {
        let query = Query::read(query, MOST_WORDS);
        let mut found = self.cover(&query, Depth::Scan);
        let fewest = |found: &[Covered]| found.iter().map(|best| best.unmet).min();
        let unmet = fewest(&found).unwrap_or(query.len());
        if unmet > 0 {
            // A space may be missing somewhere: then both halves are met.
            for cut in query.cuts() {
                let covered = self.cover(&cut, Depth::Keys).into_iter();
                found.extend(covered.filter(|best| best.unmet < unmet));
            }
        }
        let fewest = fewest(&found);
        found.retain(|best| Some(best.unmet) == fewest);
        found.sort_by_key(|best| (best.cost, best.place));
        let mut seen = Vec::new();
        found.retain(|best| {
            let new = seen.len() < most && !seen.contains(&best.place);
            if new {
                seen.push(best.place);
            }
            new
        });
        found
            .into_iter()
            .filter_map(|best| {
                Some(Found {
                    id: self.ids[best.place as usize].clone()?,
                    by: best.by,
                    unmet: best.unmet,
                })
            })
            .collect()
    }

    /// Everyone who meets some of the query, with the best way to lay their words on it.
    fn cover(&self, query: &Query, depth: Depth) -> Vec<Covered> {
        let mut met: HashMap<u32, Vec<Piece>> = HashMap::new();
        for from in 0..query.len() {
            for to in from + 1..=query.len().min(from + MOST_PIECES) {
                for (place, by) in self.meets(query, from, to, depth) {
                    let piece = Piece { from, to, by };
                    met.entry(place).or_default().push(piece);
                }
            }
        }
        let living = met
            .into_iter()
            .filter(|(place, _)| self.ids[*place as usize].is_some());
        living
            .map(|(place, pieces)| Covered::best(place, query.len(), &pieces))
            .collect()
    }

    /// Who bears some neighbouring words of a query, read as one.
    fn meets(
        &self,
        query: &Query,
        from: usize,
        to: usize,
        depth: Depth,
    ) -> HashMap<u32, Closeness> {
        let mut met: HashMap<u32, Closeness> = HashMap::new();
        let mut add = |place: u32, by: Closeness| {
            let best = met.entry(place).or_insert(by);
            *best = by.min(*best);
        };
        let depth = if to > from + 1 { Depth::Keys } else { depth };
        for (word, by) in self.words.heard(&query.joined(from, to), depth) {
            let bearers = &self.bearers[word as usize];
            bearers.iter().for_each(|place| add(*place, by));
        }
        if let Some(said) = query.digits(from, to) {
            for (number, place) in &self.numbers {
                if let Some(by) = numbers::meets(&said, number) {
                    add(*place, by);
                }
            }
        }
        met
    }
}

/// Some words of a query that meet one word of a person.
struct Piece {
    from: usize,
    to: usize,
    by: Closeness,
}

/// A person with the best way to lay their words on a query.
struct Covered {
    place: u32,
    cost: u32,
    by: Closeness,
    unmet: usize,
}

impl Covered {
    /// The cheapest row of pieces: a word that nothing meets costs more than any other way.
    fn best(place: u32, words: usize, pieces: &[Piece]) -> Covered {
        const UNMET: u32 = 1_000;
        let mut rows = vec![(0_u32, Closeness::Same, 0_usize)];
        for to in 1..=words {
            let (cost, by, unmet) = rows[to - 1];
            let mut row = (cost + UNMET, by, unmet + 1);
            for piece in pieces.iter().filter(|piece| piece.to == to) {
                let (cost, by, unmet) = rows[piece.from];
                let joined = u32::from(to > piece.from + 1);
                let cost = cost + 2 * piece.by as u32 + joined;
                if cost < row.0 {
                    row = (cost, by.max(piece.by), unmet);
                }
            }
            rows.push(row);
        }
        let (cost, by, unmet) = rows[words];
        Covered {
            place,
            cost,
            by,
            unmet,
        }
    }
}

impl SearchKeys {
    fn wipe(&mut self) {
        self.names.zeroize();
        self.code_names.zeroize();
        self.numbers.zeroize();
    }
}

impl std::fmt::Debug for SearchKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SearchKeys([sealed])")
    }
}

impl<Id> std::fmt::Debug for SearchIndex<Id> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SearchIndex([sealed])")
    }
}

impl<Id> Drop for SearchIndex<Id> {
    fn drop(&mut self) {
        for (number, _) in &mut self.numbers {
            number.zeroize();
        }
    }
}
