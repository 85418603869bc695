//! What changed between two days: in the books, or for one person.

use crate::condition::{Atom, Condition};
use crate::load::Library;
use crate::program::{Program, Rule, touches};
use crate::residual::Residual;
use crate::verdict::{Verdict, verdict};
use crate::window::Day;
use facts::{Date, Facts, PartialDate, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// What changed in one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// Its id.
    pub id: String,
    /// What is different.
    pub what: BTreeSet<Difference>,
}

/// One kind of difference between a rule on two days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It was not there before: a row of the world began.
    Appeared,
    /// It is no longer there.
    Vanished,
    /// It came into force.
    Began,
    /// It went out of force.
    Ended,
    /// It was limited to named exceptions, or is no longer.
    Limits,
    /// An overlay began or ceased to touch it: its index.
    Overlay(usize),
    /// A condition reads differently: its index in the book.
    Clause(usize),
}

/// What changed in the books between two days.
pub fn changed_rules(library: &Library, before: Day, after: Day) -> Vec<RuleChange> {
    let (old, new) = (Program::on(library, before), Program::on(library, after));
    let index = |program: &Program| -> BTreeMap<String, usize> {
        program
            .rules
            .iter()
            .enumerate()
            .map(|(index, rule)| (rule.id.clone(), index))
            .collect()
    };
    let (olds, news) = (index(&old), index(&new));
    let ids: BTreeSet<&String> = olds.keys().chain(news.keys()).collect();
    ids.into_iter()
        .filter_map(|id| {
            let what = match (olds.get(id), news.get(id)) {
                (None, Some(_)) => BTreeSet::from([Difference::Appeared]),
                (Some(_), None) => BTreeSet::from([Difference::Vanished]),
                (Some(a), Some(b)) => differences(&old, &old.rules[*a], &new, &new.rules[*b]),
                (None, None) => BTreeSet::new(),
            };
            (!what.is_empty()).then(|| RuleChange {
                id: id.clone(),
                what,
            })
        })
        .collect()
}

fn differences(old: &Program, a: &Rule, new: &Program, b: &Rule) -> BTreeSet<Difference> {
    let mut what = BTreeSet::new();
    match (a.in_force.truth(), b.in_force.truth()) {
        (x, y) if x == y => {}
        (_, Truth::True) => drop(what.insert(Difference::Began)),
        _ => drop(what.insert(Difference::Ended)),
    }
    if a.in_force.is_limited() != b.in_force.is_limited() {
        what.insert(Difference::Limits);
    }
    let touching = |rule: &Rule| {
        rule.overlays
            .iter()
            .map(|overlay| overlay.index)
            .collect::<BTreeSet<_>>()
    };
    what.extend(
        touching(a)
            .symmetric_difference(&touching(b))
            .map(|index| Difference::Overlay(*index)),
    );
    for (old_clause, new_clause) in a.clauses.iter().zip(&b.clauses) {
        let same = |x: &Condition, y: &Condition| spelled(x, &old.atoms) == spelled(y, &new.atoms);
        if !same(&old_clause.holds, &new_clause.holds)
            || !same(&old_clause.applies, &new_clause.applies)
        {
            what.insert(Difference::Clause(new_clause.index));
        }
    }
    what
}

/// A condition with its atoms written out: numbers differ between programs.
fn spelled(condition: &Condition, atoms: &[Atom]) -> (Vec<Atom>, Condition) {
    let ids = condition.atoms();
    let named = ids
        .iter()
        .filter_map(|id| atoms.get(id.0 as usize).cloned())
        .collect();
    // The shape alone, each atom replaced by its place of first use.
    let mut places = BTreeMap::new();
    for id in ids {
        let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
        places.entry(id).or_insert(crate::condition::AtomId(next));
    }
    (named, renamed(condition, &places))
}

fn renamed(
    condition: &Condition,
    places: &BTreeMap<crate::condition::AtomId, crate::condition::AtomId>,
) -> Condition {
    let each = |parts: &[Condition]| parts.iter().map(|part| renamed(part, places)).collect();
    match condition {
        Condition::Const(truth) => Condition::Const(*truth),
        Condition::Atom(id) => Condition::Atom(places.get(id).copied().unwrap_or(*id)),
        Condition::Not(inner) => Condition::Not(Box::new(renamed(inner, places))),
        Condition::All(parts) => Condition::All(each(parts)),
        Condition::Any(parts) => Condition::Any(each(parts)),
        Condition::First(a, b) => {
            Condition::First(Box::new(renamed(a, places)), Box::new(renamed(b, places)))
        }
        // Clauses are compared before expansion.
        Condition::Choice(cases) => Condition::Choice(cases.clone()),
    }
}

/// Something in the books that begins or ends for a rule on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turning {
    /// A window of its book: its index, and whether it begins.
    Window(usize, bool),
    /// An overlay that may touch it: its index, and what happens to it.
    Overlay(usize, OverlayTurn),
}

/// What happens to an overlay on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverlayTurn {
    /// It comes into force.
    Begins,
    /// It goes out of force.
    Ends,
    /// A court keeps it from working.
    HeldBack,
    /// No court keeps it from working any longer.
    LetWork,
}

/// The windows and overlays that begin or end on a day for a pathway. Dates in conditions, dated
/// values and a person's own dates may turn a verdict too; these are not among them.
pub fn turnings(library: &Library, id: &str, day: Date) -> Vec<Turning> {
    let at = |edge: Option<PartialDate>| edge.is_some_and(|edge| edge.earliest() == day);
    let mut found = Vec::new();
    for window in library
        .pathway(id)
        .iter()
        .flat_map(|pathway| pathway.in_force.iter().enumerate())
    {
        let (index, window) = window;
        found.extend(at(window.from).then_some(Turning::Window(index, true)));
        found.extend(at(window.until).then_some(Turning::Window(index, false)));
    }
    for (index, overlay) in library.overlays.iter().enumerate() {
        if !overlay
            .applies_to
            .iter()
            .any(|pattern| touches(pattern, id, id))
        {
            continue;
        }
        let turns = [
            (
                overlay.in_force.iter().any(|w| at(w.from)),
                OverlayTurn::Begins,
            ),
            (
                overlay.in_force.iter().any(|w| at(w.until)),
                OverlayTurn::Ends,
            ),
            (
                overlay.enjoined.iter().any(|w| at(w.from)),
                OverlayTurn::HeldBack,
            ),
            (
                overlay.enjoined.iter().any(|w| at(w.until)),
                OverlayTurn::LetWork,
            ),
        ];
        let turned = turns.into_iter().filter(|(turned, _)| *turned);
        found.extend(turned.map(|(_, turn)| Turning::Overlay(index, turn)));
    }
    found
}

/// A rule whose word changed for a person: its verdict before and after, and their programs.
#[derive(Clone, Debug)]
pub struct ChangedVerdict {
    /// The rule's id.
    pub id: String,
    /// Before; nothing where the rule was not there.
    pub before: Option<Verdict>,
    /// After; nothing where it no longer is.
    pub after: Option<Verdict>,
}

/// What changed for a person between two days: every rule whose word, or whose answer to *may it
/// be asked today*, is another.
pub fn changed_verdicts(
    library: &Library,
    facts: &Facts,
    before: &Program,
    after: &Program,
) -> Vec<ChangedVerdict> {
    let all = |program: &Program| -> BTreeMap<String, Verdict> {
        let residual = Residual::of(program, library, facts);
        let judged = |index: usize| verdict(program, library, &residual, facts, index);
        program
            .rules
            .iter()
            .enumerate()
            .map(|(index, rule)| (rule.id.clone(), judged(index)))
            .collect()
    };
    let (mut olds, mut news) = (all(before), all(after));
    let ids: BTreeSet<String> = olds.keys().chain(news.keys()).cloned().collect();
    ids.into_iter()
        .filter_map(|id| {
            let (before, after) = (olds.remove(&id), news.remove(&id));
            let same = match (&before, &after) {
                (Some(a), Some(b)) => {
                    (a.word, a.asked_today, a.limited) == (b.word, b.asked_today, b.limited)
                }
                _ => false,
            };
            (!same).then_some(ChangedVerdict { id, before, after })
        })
        .collect()
}
