//! Do the tests beside the law hold it? Each condition, waiver, window edge, value and effect is
//! struck, negated, shifted or swapped in turn; some test must fail, or the change must be proved
//! to change nothing.

use crate::book::{Clause, ConditionText, Pathway, RestsOn, Role, Window};
use crate::book_test::run_pathway_test;
use crate::condition::Condition;
use crate::exact::support;
use crate::load::Library;
use crate::program::Program;
use crate::window::Day;
use facts::{PartialDate, Span};
use std::collections::BTreeSet;

/// One change to a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// The pathway.
    pub pathway: String,
    /// What was changed, in words for an author: ``requirement `passport` struck``.
    pub change: String,
}

/// How the tests fared.
#[derive(Clone, Debug, Default)]
pub struct MutationReport {
    /// How many mutants some test noticed.
    pub killed: usize,
    /// How many were proved to change no verdict at all.
    pub equivalent: usize,
    /// Those that no test noticed.
    pub survived: Vec<Mutant>,
}

/// Makes every mutant of the wanted pathways and runs their tests.
pub fn mutate(library: &Library, wanted: impl Fn(&Pathway) -> bool) -> MutationReport {
    let mut report = MutationReport::default();
    let mut changed = library.clone();
    for index in (0..library.pathways.len()).filter(|index| wanted(&library.pathways[*index])) {
        let original = library.pathways[index].clone();
        for (change, mutant) in mutants(&original) {
            changed.pathways[index] = mutant;
            let pathway = &changed.pathways[index];
            let noticed = pathway
                .tests
                .iter()
                .any(|test| run_pathway_test(&changed, pathway, test).is_some());
            if noticed {
                report.killed += 1;
            } else if is_equivalent(library, &changed, index) {
                report.equivalent += 1;
            } else {
                report.survived.push(Mutant {
                    pathway: original.id.clone(),
                    change,
                });
            }
        }
        changed.pathways[index] = original;
    }
    report
}

fn mutants(original: &Pathway) -> Vec<(String, Pathway)> {
    let mut found = Vec::new();
    let mut push = |change: String, edit: &dyn Fn(&mut Pathway)| {
        let mut mutant = original.clone();
        edit(&mut mutant);
        found.push((change, mutant));
    };
    clauses(original, &mut push);
    windows(original, &mut push);
    for (index, waiver) in original
        .waivers
        .iter()
        .enumerate()
        .filter(|(_, waiver)| waiver.when.is_some())
    {
        push(
            format!("waiver of `{}` struck", waiver.lifts.join(", ")),
            &|p| {
                p.waivers.remove(index);
            },
        );
    }
    values(original, &mut push);
    for (name, event) in &original.events {
        for index in 0..event.writes.len() {
            push(
                format!(
                    "`{}` no longer written by `{name}`",
                    event.writes[index].text
                ),
                &|p| {
                    if let Some(event) = p.events.get_mut(name) {
                        event.writes.remove(index);
                    }
                },
            );
        }
    }
    found
}

type Push<'a> = dyn FnMut(String, &dyn Fn(&mut Pathway)) + 'a;

fn clauses(original: &Pathway, push: &mut Push<'_>) {
    for (index, clause) in original.clauses.iter().enumerate() {
        let role = match clause.role {
            Role::Requirement => "requirement",
            Role::Bar => "bar",
        };
        push(format!("{role} `{}` struck", clause.id), &|p| {
            p.clauses.remove(index);
            // Tests name conditions by id, not by place; nothing else points at one.
        });
        push(format!("{role} `{}` negated", clause.id), &|p| {
            negate(&mut p.clauses[index].when)
        });
        if clause.only_if.is_some() {
            push(format!("`only_if` of `{}` struck", clause.id), &|p| {
                p.clauses[index].only_if = None
            });
        }
    }
}

fn negate(condition: &mut ConditionText) {
    condition.text = format!("!({})", condition.text);
}

fn windows(original: &Pathway, push: &mut Push<'_>) {
    for (index, window) in original.in_force.iter().enumerate() {
        edges(original, index, push);
        if window.limited {
            push(format!("window {} no longer limited", index + 1), &|p| {
                p.in_force[index].limited = false
            });
        }
    }
}

/// Moves the edges of a window. Where two windows meet, one edge alone moves only so as to leave a
/// gap: windows that overlap are no book; and both edges move together, either way.
fn edges(original: &Pathway, index: usize, push: &mut Push<'_>) {
    let window = &original.in_force[index];
    let exact = |edge: Option<PartialDate>| edge.is_some_and(PartialDate::is_exact);
    let meets = |early: usize| {
        let (a, b) = (
            original.in_force.get(early),
            original.in_force.get(early + 1),
        );
        a.zip(b)
            .is_some_and(|(a, b)| a.until.is_some() && a.until == b.from)
    };
    let (meets_before, meets_after) = (index > 0 && meets(index - 1), meets(index));
    let number = index + 1;
    for days in [-1, 1] {
        if exact(window.from) && !(meets_before && days < 0) {
            let change = format!("`from` of window {number} moved by {days} day");
            push(change, &|p| shift(&mut p.in_force[index], days, true));
        }
        if exact(window.until) && !(meets_after && days > 0) {
            let change = format!("`until` of window {number} moved by {days} day");
            push(change, &|p| shift(&mut p.in_force[index], days, false));
        }
        if exact(window.until) && meets_after {
            let change = format!("the edge after window {number} moved by {days} day");
            push(change, &|p| {
                shift(&mut p.in_force[index], days, false);
                shift(&mut p.in_force[index + 1], days, true);
            });
        }
    }
}

fn shift(window: &mut Window, days: i32, begin: bool) {
    let edge = if begin {
        &mut window.from
    } else {
        &mut window.until
    };
    *edge = edge.map(|date| date.plus(Span::Days(days)));
}

fn values(original: &Pathway, push: &mut Push<'_>) {
    for (name, dated) in &original.values {
        for (index, value) in dated.iter().enumerate() {
            for member in 0..value.is.len() {
                push(
                    format!("`{}` struck from the value `{name}`", value.is[member]),
                    &|p| {
                        if let Some(value) = p
                            .values
                            .get_mut(name)
                            .and_then(|dated| dated.get_mut(index))
                        {
                            value.is.remove(member);
                        }
                    },
                );
            }
        }
    }
}

/// Whether a mutant decides exactly as the original does, for every person, on every day that
/// a test asks about: proved by the exact evaluator, for the word, for *asked today* and for the bars
/// that nobody can check.
fn is_equivalent(library: &Library, changed: &Library, index: usize) -> bool {
    let pathway = &library.pathways[index];
    let days: BTreeSet<_> = pathway
        .tests
        .iter()
        .map(|test| (test.date, test.known_on.unwrap_or(test.date)))
        .collect();
    // Only text reaches the word; what is weighed is noticed by its reasons alone.
    weighed(pathway) == weighed(&changed.pathways[index])
        && pathway.events == changed.pathways[index].events
        && days
            .into_iter()
            .all(|(on, known_on)| same_on(library, changed, index, Day { on, known_on }))
}

/// What is weighed in a pathway, as it is written.
fn weighed(pathway: &Pathway) -> Vec<(&str, &str, Option<&str>)> {
    let weighs = |clause: &&Clause| clause.rests_on != RestsOn::Text;
    let clauses = pathway.clauses.iter().filter(weighs);
    clauses
        .map(|clause| {
            let only_if = clause.only_if.as_ref().map(|when| when.text.as_str());
            (clause.id.as_str(), clause.when.text.as_str(), only_if)
        })
        .collect()
}

fn same_on(library: &Library, changed: &Library, index: usize, day: Day) -> bool {
    let id = &library.pathways[index].id;
    let of = |library: &Library| Program::of(library, day, |pathway, _| &pathway.id == id);
    let (a, b) = (of(library), of(changed));
    a.rules.len() == b.rules.len()
        && a.rules.iter().zip(&b.rules).all(|(x, y)| {
            x.in_force == y.in_force
                && same_condition(library, &a, &x.granted_plain, &b, &y.granted_plain)
                && same_condition(
                    library,
                    &a,
                    &x.without_secret_plain,
                    &b,
                    &y.without_secret_plain,
                )
                && same_condition(library, &a, &x.ask, &b, &y.ask)
        })
}

/// Whether two conditions are equal in every completion: their difference depends on nothing and is no.
fn same_condition(
    library: &Library,
    a: &Program,
    x: &Condition,
    b: &Program,
    y: &Condition,
) -> bool {
    if x == y && a.atoms == b.atoms {
        return true;
    }
    // The second program's atoms, renumbered into one list with the first's.
    let mut atoms = a.atoms.clone();
    let place = |id: crate::condition::AtomId, atoms: &mut Vec<crate::condition::Atom>| {
        let atom = &b.atoms[id.0 as usize];
        let index = atoms
            .iter()
            .position(|other| other == atom)
            .unwrap_or_else(|| {
                atoms.push(atom.clone());
                atoms.len() - 1
            });
        crate::condition::AtomId(u32::try_from(index).unwrap_or(u32::MAX))
    };
    let renamed = rename(y, &mut |id| place(id, &mut atoms));
    if *x == renamed {
        return true;
    }
    let differ = Condition::any([
        Condition::all([x.clone(), renamed.clone().negated()]),
        Condition::all([x.clone().negated(), renamed]),
    ]);
    let never = crate::exact::expand(differ.clone(), &atoms, &library.vocabulary)
        .is_ok_and(|exact| exact == Condition::FALSE);
    never || (support(&differ, &atoms, &library.vocabulary).is_empty() && !holds_somewhere(&differ))
}

/// A condition without support is constant; whether that constant is yes.
fn holds_somewhere(condition: &Condition) -> bool {
    condition.truth(&|_| facts::Truth::True) != facts::Truth::False
}

fn rename(
    condition: &Condition,
    place: &mut impl FnMut(crate::condition::AtomId) -> crate::condition::AtomId,
) -> Condition {
    match condition {
        Condition::Const(truth) => Condition::Const(*truth),
        Condition::Atom(id) => Condition::Atom(place(*id)),
        Condition::Not(inner) => rename(inner, place).negated(),
        Condition::All(parts) => {
            Condition::All(parts.iter().map(|part| rename(part, place)).collect())
        }
        Condition::Any(parts) => {
            Condition::Any(parts.iter().map(|part| rename(part, place)).collect())
        }
        Condition::First(x, y) => {
            let (x, y) = (rename(x, place), rename(y, place));
            Condition::First(Box::new(x), Box::new(y))
        }
        Condition::Choice(cases) => Condition::Choice(
            cases
                .iter()
                .map(|case| crate::condition::Case {
                    when: case
                        .when
                        .iter()
                        .map(|(id, yes)| (place(*id), *yes))
                        .collect(),
                    then: rename(&case.then, place),
                })
                .collect(),
        ),
    }
}
