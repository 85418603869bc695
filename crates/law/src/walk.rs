//! A person's answers as they walk from one situation to another: only what reads a changed fact is
//! asked again, and only the rules that read it are decided again.

use crate::condition::{Atom, AtomId, Condition, Test};
use crate::program::Program;
use crate::verdict::{Word, word_of};
use facts::{FactId, Facts, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// How a rule stands in a situation, as far as a walk needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// The word of the verdict.
    pub word: Word,
    /// Whether it may be asked for on the day.
    pub ask: Truth,
}

/// A program along a person's way.
///
/// In every situation it says of every rule what [`crate::word`] and [`Condition::truth`] of
/// `rule.ask` say of the facts there.
#[derive(Clone, Debug)]
pub struct Walk<'p> {
    program: &'p Program,
    start: Facts,
    truths: Vec<Truth>,
    stands: Vec<Stands>,
    /// The atoms that some rule reads, by the fact and the key that they read.
    atoms: BTreeMap<&'p FactId, BTreeMap<Option<&'p str>, Vec<AtomId>>>,
    /// The rules that read an atom.
    rules: Vec<Vec<usize>>,
}

/// A situation, by what some rule reads there otherwise than at the start, in the order of the atoms.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Differing(Vec<(AtomId, Truth)>);

impl<'p> Walk<'p> {
    /// Where the person stands at first.
    pub fn from(program: &'p Program, start: &Facts) -> Walk<'p> {
        let truths: Vec<Truth> = program.atoms.iter().map(|atom| atom.truth(start)).collect();
        let mut walk = Walk {
            program,
            start: start.clone(),
            truths,
            stands: Vec::new(),
            atoms: BTreeMap::new(),
            rules: vec![Vec::new(); program.atoms.len()],
        };
        walk.stands = (0..program.rules.len())
            .map(|rule| walk.decided(rule, &BTreeMap::new()))
            .collect();
        for (rule, own) in program.rules.iter().enumerate() {
            let read: BTreeSet<AtomId> = [&own.granted, &own.without_secret_bars, &own.ask]
                .into_iter()
                .flat_map(Condition::atoms)
                .collect();
            for atom in read {
                walk.rules[atom.0 as usize].push(rule);
            }
        }
        for (index, atom) in program.atoms.iter().enumerate() {
            let id = u32::try_from(index).ok().map(AtomId);
            let Some(id) = id.filter(|_| !walk.rules[index].is_empty()) else {
                continue;
            };
            for (fact, key) in read_by(atom) {
                let keys = walk.atoms.entry(fact).or_default();
                keys.entry(key).or_default().push(id);
            }
        }
        walk
    }

    /// How every rule stands at the start.
    pub fn at_start(&self) -> &[Stands] {
        &self.stands
    }

    /// What is answered otherwise in another situation: two situations of which this is the same
    /// read the same law.
    pub fn differing(&self, facts: &Facts) -> Differing {
        let mut answers = Vec::new();
        for fact in self.start.differing(facts) {
            for (key, atoms) in self.atoms.get(fact).into_iter().flatten() {
                let there = facts.get(fact, *key);
                if self.start.get(fact, *key) == there {
                    continue;
                }
                for id in atoms {
                    let atom = &self.program.atoms[id.0 as usize];
                    let truth = match there {
                        Some(recorded) if atom.fact == *fact => {
                            atom.test.of_recorded(recorded, facts)
                        }
                        _ => atom.truth(facts),
                    };
                    if self.truths[id.0 as usize] != truth {
                        answers.push((*id, truth));
                    }
                }
            }
        }
        answers.sort_unstable();
        answers.dedup();
        Differing(answers)
    }

    /// The rules that stand otherwise there than at the start, in their order.
    pub fn moved(&self, differing: &Differing) -> Vec<(usize, Stands)> {
        let answers: BTreeMap<AtomId, Truth> = differing.0.iter().copied().collect();
        let reading = answers.keys().flat_map(|id| &self.rules[id.0 as usize]);
        let reading: BTreeSet<usize> = reading.copied().collect();
        let decided = reading
            .into_iter()
            .map(|rule| (rule, self.decided(rule, &answers)));
        decided
            .filter(|(rule, stands)| self.stands[*rule] != *stands)
            .collect()
    }

    /// How one rule stands for other facts of the same person: only what it reads is asked.
    pub fn stands_for(&self, rule: usize, facts: &Facts) -> Stands {
        let answer = |id: AtomId| self.program.atoms[id.0 as usize].truth(facts);
        self.decided_by(rule, &answer)
    }

    /// The rules that read a fact under a key.
    pub fn readers(&self, fact: &FactId, key: Option<&str>) -> BTreeSet<usize> {
        let keys = self.atoms.get(fact);
        let atoms = keys.and_then(|keys| keys.get(&key)).into_iter().flatten();
        let rules = atoms.flat_map(|id| &self.rules[id.0 as usize]);
        rules.copied().collect()
    }

    fn decided(&self, rule: usize, answers: &BTreeMap<AtomId, Truth>) -> Stands {
        self.decided_by(rule, &|id| {
            let other = answers.get(&id).copied();
            other.unwrap_or_else(|| self.truths[id.0 as usize])
        })
    }

    fn decided_by(&self, rule: usize, answer: &impl Fn(AtomId) -> Truth) -> Stands {
        let rule = &self.program.rules[rule];
        Stands {
            word: word_of(rule.granted.truth(answer), || {
                rule.without_secret_bars.truth(answer)
            }),
            ask: rule.ask.truth(answer),
        }
    }
}

/// The facts that an atom reads: its own, and one that it is compared with.
fn read_by(atom: &Atom) -> Vec<(&FactId, Option<&str>)> {
    let other = match &atom.test {
        Test::InFact(other) | Test::SameAs(other) => Some((other, None)),
        _ => None,
    };
    let own = (&atom.fact, atom.key.as_deref());
    std::iter::once(own).chain(other).collect()
}
