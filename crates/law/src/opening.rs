//! What would open it: the cheapest sets of facts, split into what can be found out, what can be
//! done, and what is not in anybody's hands here.
//!
//! Exact: every way of making the condition true is written out. Intentions, beliefs, identity,
//! the past and family ties are never varied: what is known of them stays as it is.

use crate::condition::{AtomId, Condition};
use crate::exact::{Cell, GroupKey, cells, group_of};
use crate::load::Library;
use crate::program::{Program, Rule};
use crate::residual::Residual;
use facts::{OpensBy, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that would need to be so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// How it comes about.
    pub by: Means,
    /// The question it answers.
    pub atom: AtomId,
    /// The answer that is needed.
    pub wanted: bool,
}

/// How a fact would come to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Means {
    /// It may be so already: it can be found out.
    FindOut,
    /// Something can be done.
    Do,
    /// Nobody here can change it.
    NotInHands,
}

/// A smallest set of steps that together open a pathway.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opening {
    /// Cheapest first.
    pub cost: u32,
    /// What would need to be so.
    pub steps: Vec<Step>,
}

/// Why no set of steps can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOpening {
    /// It depends only on what nobody here may or can vary.
    NothingToVary,
    /// There are more ways than can be written out.
    TooMany,
}

/// More ways than this are not written out; a book near it has a complaint already.
const MOST_TERMS: usize = 4_096;

/// A conjunction: what each atom would need to be.
type Term = BTreeMap<AtomId, bool>;

/// The cheapest sets of steps that open a rule, at most `most`; none of them contains another.
///
/// Bars that nobody can check are left aside: no step removes them.
///
/// # Errors
/// [`NoOpening`], when nothing that may vary would open it.
pub fn openings(
    program: &Program,
    library: &Library,
    residual: &Residual,
    rule: &Rule,
    most: usize,
) -> Result<Vec<Opening>, NoOpening> {
    let search = Search {
        program,
        library,
        residual,
    };
    let terms = search.terms(&plain(rule), true).ok_or(NoOpening::TooMany)?;
    let mut found: Vec<Opening> = terms
        .iter()
        .filter_map(|term| search.opening(term))
        .collect();
    found.sort();
    found.dedup();
    let mut smallest: Vec<Opening> = Vec::new();
    for opening in found {
        let contains =
            |other: &Opening| other.steps.iter().all(|step| opening.steps.contains(step));
        if !smallest.iter().any(contains) {
            smallest.push(opening);
        }
    }
    smallest.truncate(most);
    if smallest.is_empty() {
        Err(NoOpening::NothingToVary)
    } else {
        Ok(smallest)
    }
}

/// The rule's condition before expansion, which is smaller and means the same.
fn plain(rule: &Rule) -> Condition {
    rule.without_secret_plain.clone()
}

struct Search<'a> {
    program: &'a Program,
    library: &'a Library,
    residual: &'a Residual,
}

impl Search<'_> {
    /// The ways in which `condition` comes out as `wanted`, as conjunctions; nothing if too many.
    fn terms(&self, condition: &Condition, wanted: bool) -> Option<Vec<Term>> {
        match condition {
            Condition::Const(truth) => Some(if *truth == Truth::from(wanted) {
                vec![Term::new()]
            } else {
                Vec::new()
            }),
            Condition::Atom(id) => Some(
                self.may_be(*id, wanted)
                    .then(|| Term::from([(*id, wanted)]))
                    .into_iter()
                    .collect(),
            ),
            Condition::Not(inner) => self.terms(inner, !wanted),
            Condition::All(parts) if wanted => self.product(parts, wanted),
            Condition::All(parts) => self.union(parts, wanted),
            Condition::Any(parts) if wanted => self.union(parts, wanted),
            Condition::Any(parts) => self.product(parts, wanted),
            // What is recorded, or else what follows from the rest: either may be found out.
            Condition::First(recorded, otherwise) => {
                if self.residual.truth(recorded).is_known() {
                    self.terms(recorded, wanted)
                } else {
                    self.union(&[(**recorded).clone(), (**otherwise).clone()], wanted)
                }
            }
            Condition::Choice(cases) => {
                let parts: Vec<Condition> = cases.iter().map(case_as_condition).collect();
                if wanted {
                    self.union(&parts, true)
                } else {
                    self.product(&parts, false)
                }
            }
        }
    }

    fn union(&self, parts: &[Condition], wanted: bool) -> Option<Vec<Term>> {
        let mut all = Vec::new();
        for part in parts {
            all.extend(self.terms(part, wanted)?);
            if all.len() > MOST_TERMS {
                return None;
            }
        }
        Some(all)
    }

    fn product(&self, parts: &[Condition], wanted: bool) -> Option<Vec<Term>> {
        let mut all = vec![Term::new()];
        for part in parts {
            let terms = self.terms(part, wanted)?;
            let mut next = BTreeSet::new();
            for (left, right) in all
                .iter()
                .flat_map(|left| terms.iter().map(move |right| (left, right)))
            {
                next.extend(self.joined(left, right));
                if next.len() > MOST_TERMS {
                    return None;
                }
            }
            all = next.into_iter().collect();
        }
        Some(all)
    }

    /// Both conjunctions at once, if some value of every fact allows it.
    fn joined(&self, left: &Term, right: &Term) -> Option<Term> {
        let mut term = left.clone();
        for (id, wanted) in right {
            if *term.entry(*id).or_insert(*wanted) != *wanted {
                return None;
            }
        }
        self.is_possible(&term).then_some(term)
    }

    fn is_possible(&self, term: &Term) -> bool {
        let mut groups: BTreeMap<GroupKey, BTreeSet<AtomId>> = BTreeMap::new();
        for id in term.keys() {
            if let Some(atom) = self.program.atoms.get(id.0 as usize) {
                groups.entry(group_of(*id, atom)).or_default().insert(*id);
            }
        }
        let agrees = |cell: &Cell| cell.iter().all(|(id, is)| term.get(id) == Some(is));
        groups.values().filter(|ids| ids.len() > 1).all(|ids| {
            cells(ids, &self.program.atoms, &self.library.vocabulary)
                .is_none_or(|cells| cells.iter().any(agrees))
        })
    }

    /// Whether an atom is so, or may come to be so.
    fn may_be(&self, id: AtomId, wanted: bool) -> bool {
        self.residual.truth_of(id) == Truth::from(wanted) || self.means(id).is_some()
    }

    /// How an atom's answer could become another; nothing where it may not be varied.
    fn means(&self, id: AtomId) -> Option<Means> {
        let atom = self.program.atoms.get(id.0 as usize)?;
        let fact = self.library.vocabulary.get(&atom.fact.0)?;
        let known = self.residual.truth_of(id).is_known();
        match fact.to_open {
            OpensBy::Do if fact.may_vary || !known => Some(Means::Do),
            OpensBy::FindOut if !known => Some(Means::FindOut),
            OpensBy::NotInHands if !known => Some(Means::NotInHands),
            OpensBy::Do | OpensBy::FindOut | OpensBy::NotInHands => None,
        }
    }

    fn opening(&self, term: &Term) -> Option<Opening> {
        let mut steps = Vec::new();
        let mut cost = 0;
        for (id, wanted) in term {
            if self.residual.truth_of(*id) == Truth::from(*wanted) {
                continue;
            }
            let by = self.means(*id)?;
            cost += match by {
                Means::FindOut => 1,
                Means::Do => 3,
                Means::NotInHands => 10,
            };
            steps.push(Step {
                by,
                atom: *id,
                wanted: *wanted,
            });
        }
        steps.sort();
        Some(Opening { cost, steps })
    }
}

fn case_as_condition(case: &crate::condition::Case) -> Condition {
    let when = case.when.iter().map(|(id, yes)| {
        let atom = Condition::Atom(*id);
        if *yes { atom } else { atom.negated() }
    });
    Condition::all(when.chain([case.then.clone()]))
}
