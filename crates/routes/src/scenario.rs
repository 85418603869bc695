//! The same nature for every plan: what happens to each step that could be taken, fixed in turn.
//!
//! The chances of most steps are known to nobody. Each plan against its own worst case would tie at
//! nothing; so plans are compared where each number they share is the same: all goes well, all goes
//! badly, each alone goes well, each alone goes badly. A plan that keeps a fallback is then better
//! than one that burns it, and two orders of the same steps are equal.

use crate::graph::{Fate, Graph, Step, Way};
use std::collections::{BTreeMap, BTreeSet};

/// Something whose outcome nobody knows, wherever in a plan it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Whether a rule grants.
    Ask(usize),
    /// How a journey goes: by an entry rule, or on the paper of a rule.
    Journey(usize),
    /// How a claim goes.
    Claim(usize),
}

/// A set of scenarios, one bit each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cases(Vec<u64>);

impl Cases {
    fn none(count: usize) -> Cases {
        Cases(vec![0; count.div_ceil(64)])
    }

    fn all(count: usize) -> Cases {
        let mut cases = Cases::none(count);
        (0..count).for_each(|case| cases.add(case));
        cases
    }

    fn add(&mut self, case: usize) {
        self.0[case / 64] |= 1 << (case % 64);
    }

    /// The scenarios for which this says yes.
    pub fn of(so: &[bool]) -> Cases {
        let mut cases = Cases::none(so.len());
        let yes = so.iter().enumerate().filter(|(_, so)| **so);
        yes.for_each(|(case, _)| cases.add(case));
        cases
    }

    /// Whether a scenario is among them.
    pub fn has(&self, case: usize) -> bool {
        self.0[case / 64] >> (case % 64) & 1 == 1
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether all of these are among the others.
    pub fn within(&self, others: &Cases) -> bool {
        self.0.iter().zip(&others.0).all(|(a, b)| a & !b == 0)
    }

    /// These, as far as they are among the others, put to what is already there.
    pub(crate) fn add_within(&mut self, these: &Cases, mask: &Cases) {
        for ((word, these), mask) in self.0.iter_mut().zip(&these.0).zip(&mask.0) {
            *word |= these & mask;
        }
    }
}

/// The scenarios of a graph.
#[derive(Clone, Debug)]
pub struct Scenarios {
    numbers: BTreeSet<Number>,
    fates: Vec<BTreeMap<Number, Fate>>,
    seen: BTreeSet<BTreeMap<Number, Fate>>,
}

/// How each kind of step goes unless something else is said of it.
#[derive(Clone, Copy)]
struct Otherwise {
    asks: Fate,
    journeys: Fate,
    claims: Fate,
}

impl Scenarios {
    /// All well, all badly, and each number alone otherwise, with and without the others' help.
    pub fn of(graph: &Graph) -> Scenarios {
        let ways = graph.nodes.iter().flat_map(|node| &node.ways);
        let numbers: BTreeSet<Number> = ways.flat_map(numbers).collect();
        let mut scenarios = Scenarios {
            numbers,
            fates: Vec::new(),
            seen: BTreeSet::new(),
        };
        let of = |asks, journeys, claims| Otherwise {
            asks,
            journeys,
            claims,
        };
        use Fate::{Badly, Returned, Well};
        let bases = [
            of(Well, Well, Well),
            of(Badly, Well, Well),
            of(Badly, Well, Badly),
            of(Badly, Badly, Badly),
            of(Badly, Returned, Returned),
            of(Well, Badly, Well),
            of(Well, Returned, Well),
            of(Well, Well, Badly),
            of(Well, Well, Returned),
            of(Badly, Badly, Well),
            of(Badly, Returned, Well),
            of(Badly, Well, Returned),
        ];
        for base in bases {
            scenarios.add(base, None);
            for number in scenarios.numbers.clone() {
                for fate in [Well, Badly, Returned] {
                    if !(matches!(number, Number::Ask(_)) && fate == Returned) {
                        scenarios.add(base, Some((number, fate)));
                    }
                }
            }
        }
        scenarios
    }

    fn add(&mut self, base: Otherwise, alone: Option<(Number, Fate)>) {
        let fate_of = |number: &Number| match number {
            Number::Ask(_) => base.asks,
            Number::Journey(_) => base.journeys,
            Number::Claim(_) => base.claims,
        };
        let mut fates: BTreeMap<Number, Fate> = self
            .numbers
            .iter()
            .map(|number| (*number, fate_of(number)))
            .collect();
        if let Some((number, fate)) = alone {
            fates.insert(number, fate);
        }
        if self.seen.insert(fates.clone()) {
            self.fates.push(fates);
        }
    }

    /// How many scenarios there are.
    pub fn count(&self) -> usize {
        self.fates.len()
    }

    /// No scenario.
    pub(crate) fn none(&self) -> Cases {
        Cases::none(self.count())
    }

    /// Every scenario.
    pub(crate) fn all(&self) -> Cases {
        Cases::all(self.count())
    }

    /// Which branch a step takes in a scenario.
    pub fn branch(&self, case: usize, way: &Way) -> Option<usize> {
        let fates = &self.fates[case];
        let fate = |number: Number| fates.get(&number).copied().unwrap_or(Fate::Badly);
        let wanted = match &way.step {
            // The first paper that anybody grants, the better ones first.
            Step::AskAll(_) | Step::Ask(_) => {
                let granted = |rules: &[usize]| {
                    rules
                        .iter()
                        .any(|rule| fate(Number::Ask(*rule)) == Fate::Well)
                };
                let mut branches = way.fates.iter();
                return branches
                    .position(|branch| branch.fate == Fate::Well && granted(&branch.by))
                    .or_else(|| way.fates.iter().position(|b| b.fate == Fate::Badly));
            }
            Step::Enter(rules) => fate(Number::Journey(rules[0])),
            Step::TravelOn(rule) => fate(Number::Journey(*rule)),
            Step::Claim(rule) => fate(Number::Claim(*rule)),
        };
        way.fates.iter().position(|branch| branch.fate == wanted)
    }

    /// For each branch of a step, the scenarios in which it is taken.
    pub(crate) fn masks(&self, way: &Way) -> Vec<Cases> {
        let mut masks = vec![self.none(); way.fates.len()];
        for case in 0..self.count() {
            if let Some(branch) = self.branch(case, way) {
                masks[branch].add(case);
            }
        }
        masks
    }
}

/// The numbers on which a step rests.
fn numbers(way: &Way) -> Vec<Number> {
    match &way.step {
        Step::AskAll(rules) => rules.iter().map(|rule| Number::Ask(*rule)).collect(),
        Step::Ask(rule) => vec![Number::Ask(*rule)],
        Step::Enter(rules) => vec![Number::Journey(rules[0])],
        Step::TravelOn(rule) => vec![Number::Journey(*rule)],
        Step::Claim(rule) => vec![Number::Claim(*rule)],
    }
}
