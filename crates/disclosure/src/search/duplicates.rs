//! Somebody who is entered may stand in the vault already.

use super::spoken::{Query, Spoken};
use super::words::Depth;
use super::{Closeness, MOST_WORDS, SearchIndex, SearchKeys, numbers};
use crate::table::Plain;
use std::collections::{BTreeMap, HashMap};

/// Why two entries may be one person, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SameReason {
    /// A telephone or paper has the same number.
    Number,
    /// Every word of the shorter name stands in the longer; the least close of them is so close.
    Name(Closeness),
    /// The same, where one of the words is only an initial.
    Initial,
    /// Two words of a name are shared while another differs: a family name by marriage, a patronymic left out or wrong.
    PartOfName(Closeness),
}

/// Somebody who may be the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate<Id> {
    /// Whom.
    pub id: Id,
    /// Why, by the strongest reason.
    pub reason: SameReason,
}

/// What words of the index a word of the new name may be.
type Met = HashMap<u32, Closeness, Plain>;

/// A word of the new name, as what it meets.
#[derive(Clone)]
struct NewWord {
    /// Words of the index that it may be.
    met: Met,
    /// Words of the index of which one is an initial of the other.
    initials: Met,
}

/// So many digits at the end are one number, whatever prefix stands before them.
const SAME_DIGITS: usize = 7;

impl<Id: Clone + Ord> SearchIndex<Id> {
    /// Those who may be the person whose keys these are, the strongest reason first.
    ///
    /// A name is compared whole: at least two words must agree, or the one word of which both names consist.
    pub fn possible_duplicates(&self, new: &SearchKeys) -> Vec<Duplicate<Id>> {
        let mut reasons: BTreeMap<u32, SameReason> = BTreeMap::new();
        let mut add = |place: u32, reason: SameReason| {
            let best = reasons.entry(place).or_insert(reason);
            *best = reason.min(*best);
        };
        for place in self.with_number_of(new) {
            add(place, SameReason::Number);
        }
        for name in new.names.iter().chain(&new.code_names) {
            for (place, reason) in self.with_name(name) {
                add(place, reason);
            }
        }
        let mut found: Vec<(SameReason, u32)> = reasons
            .into_iter()
            .map(|(place, reason)| (reason, place))
            .collect();
        found.sort_unstable();
        let found = found.into_iter().filter_map(|(reason, place)| {
            let id = self.ids[place as usize].clone()?;
            Some(Duplicate { id, reason })
        });
        found.collect()
    }

    fn with_number_of(&self, new: &SearchKeys) -> Vec<u32> {
        let mut places = Vec::new();
        for number in &new.numbers {
            let said = numbers::digits(number);
            let same = |known: &str| {
                let shared = known.bytes().rev().zip(said.bytes().rev());
                known == said || shared.take_while(|(a, b)| a == b).count() >= SAME_DIGITS
            };
            let known = self
                .numbers
                .iter()
                .filter(|(known, _)| said.len() >= 4 && same(known));
            places.extend(known.map(|(_, place)| *place));
        }
        places
    }

    fn with_name(&self, name: &str) -> Vec<(u32, SameReason)> {
        let query = Query::read(name, MOST_WORDS);
        let mut found = Vec::new();
        for new in self.as_written(&query) {
            let bearers = new.iter().flat_map(|word| word.met.keys());
            let mut places: Vec<u32> = bearers
                .flat_map(|word| &self.bearers[*word as usize])
                .copied()
                .collect();
            places.sort_unstable();
            places.dedup();
            for place in places {
                let names = self.names[place as usize].iter();
                let best = names.filter_map(|known| compare(&new, known)).min();
                found.extend(best.map(|reason| (place, reason)));
            }
        }
        found
    }

    /// The name as it stands, with two neighbours as one word, and with a word cut in two.
    fn as_written(&self, query: &Query) -> Vec<Vec<NewWord>> {
        let words = query.words();
        let plain: Vec<NewWord> = words
            .iter()
            .map(|word| self.new_word(word, Depth::Scan))
            .collect();
        let unmet = plain.iter().any(|word| word.met.is_empty());
        let mut names = Vec::new();
        for at in 1..plain.len() {
            let joined = self.words.heard(&query.joined(at - 1, at + 1), Depth::Keys);
            let mut name = plain.clone();
            name.remove(at);
            name[at - 1] = NewWord::meeting(joined, Met::default());
            names.extend((!name[at - 1].met.is_empty()).then_some(name));
        }
        for cut in query.cuts().iter().filter(|_| unmet && words.len() <= 4) {
            let name = cut
                .words()
                .iter()
                .map(|word| self.new_word(word, Depth::Keys));
            let name: Vec<NewWord> = name.collect();
            names.extend(name.iter().all(|word| !word.met.is_empty()).then_some(name));
        }
        names.push(plain);
        names
    }

    fn new_word(&self, word: &str, depth: Depth) -> NewWord {
        let first: String = word.chars().take(1).collect();
        let initials = self.words.heard(&Spoken::of(&first), Depth::Keys);
        if first.len() == word.len() {
            return NewWord {
                met: Met::default(),
                initials,
            };
        }
        let same = initials
            .into_iter()
            .filter(|(_, by)| *by == Closeness::Same);
        NewWord::meeting(self.words.heard(&Spoken::of(word), depth), same.collect())
    }
}

impl NewWord {
    /// A part of a word is no sign of the same person.
    fn meeting(mut met: Met, initials: Met) -> NewWord {
        met.retain(|_, by| !matches!(by, Closeness::Begins | Closeness::Holds));
        NewWord { met, initials }
    }
}

/// Lays the words of the new name on those of a known one, each on one at most, the closest first.
fn compare(new: &[NewWord], known: &[u32]) -> Option<SameReason> {
    let mut free: Vec<u32> = known.to_vec();
    let (mut worst, mut whole) = (Closeness::Same, 0);
    let mut left = Vec::new();
    for word in new {
        let met = (0..free.len()).filter_map(|at| Some((*word.met.get(&free[at])?, at)));
        match met.min() {
            Some((by, at)) => {
                free.swap_remove(at);
                worst = worst.max(by);
                whole += 1;
            }
            None => left.push(word),
        }
    }
    let mut initials = 0;
    for word in left {
        let at = free
            .iter()
            .position(|known| word.initials.contains_key(known));
        if let Some(at) = at {
            free.swap_remove(at);
            initials += 1;
        }
    }
    let all = whole + initials == new.len().min(known.len());
    match (all, whole, initials) {
        (_, 0, _) => None,
        (true, 1, 0) => (new.len() == known.len()).then_some(SameReason::Name(worst)),
        (true, _, 0) => Some(SameReason::Name(worst)),
        (true, ..) => Some(SameReason::Initial),
        (false, 2.., _) => Some(SameReason::PartOfName(worst)),
        (false, ..) => None,
    }
}
