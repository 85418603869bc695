//! What a set of atoms asks, by fact: a person's facts are gone through once.

use crate::condition::Atom;
use facts::{FactId, Facts, Recorded, Truth};
use std::collections::{BTreeSet, HashMap};

/// The numbered atoms on one fact, by the key.
type ByKey<'a> = HashMap<Option<&'a str>, Vec<(usize, &'a Atom)>>;

/// Atoms by the fact and key that they ask about, so that a person's facts are gone through once.
pub(crate) struct Asked<'a> {
    of_fact: HashMap<&'a FactId, ByKey<'a>>,
}

/// The key that stands for every country not named.
const EVERY: &str = "*";

impl<'a> Asked<'a> {
    pub(crate) fn of(atoms: impl IntoIterator<Item = (usize, &'a Atom)>) -> Asked<'a> {
        let mut asked = Asked {
            of_fact: HashMap::new(),
        };
        for (index, atom) in atoms {
            let keys = asked.of_fact.entry(&atom.fact).or_default();
            let key = atom.key.as_deref();
            keys.entry(key).or_default().push((index, atom));
        }
        asked
    }

    /// Every answer of a person that is not *unknown*.
    pub(crate) fn answers(&self, facts: &Facts, mut answer: impl FnMut(usize, Truth)) {
        let mut answer_all = |atoms: &[(usize, &Atom)], recorded: &Recorded| {
            for (index, atom) in atoms {
                match atom.test.of_recorded(recorded, facts) {
                    Truth::Unknown => {}
                    known => answer(*index, known),
                }
            }
        };
        let mut every: Vec<(&FactId, &Recorded)> = Vec::new();
        let mut named: BTreeSet<(&FactId, &str)> = BTreeSet::new();
        for (fact, key, recorded, _) in facts.iter() {
            if key == Some(EVERY) {
                every.push((fact, recorded));
            }
            named.extend(key.map(|key| (fact, key)));
            let keys = self.of_fact.get(fact);
            if let Some(atoms) = keys.and_then(|keys| keys.get(&key)) {
                answer_all(atoms, recorded);
            }
        }
        for (fact, recorded) in every {
            for (key, atoms) in self.of_fact.get(fact).into_iter().flatten() {
                if key.is_some_and(|key| !named.contains(&(fact, key))) {
                    answer_all(atoms, recorded);
                }
            }
        }
    }
}
