//! Milder changes of a condition: one part of what it asks for struck, and the rest left as it is.
//!
//! A requirement that asks for several things together (`a && b && c`) asks for one of them less; a
//! bar that bites in several cases (`a || b`) bites in one of them less. Nothing else can be struck
//! from a condition so that what is left is sure to ask for less: without a case a requirement asks
//! for more, and without one of its things a bar bites more often.

use crate::book::Role;
use crate::condition::Condition;
use crate::expression::{Expr, parse};
use crate::load::Library;
use crate::lower::{Atoms, lower_parts};
use crate::program::{Program, Rule, RuleClause, scope_of};
use facts::Complaints;

/// What is left of a condition without each part that can be struck from it, and what the part asks.
#[derive(Clone, Debug)]
pub(crate) struct Relaxed {
    /// The condition without the part.
    pub clause: RuleClause,
    /// The part itself.
    pub part: Condition,
}

/// Reads conditions again, part by part, over the atoms of a program.
pub(crate) struct Relaxing<'l> {
    library: &'l Library,
    program: &'l Program,
    atoms: Atoms,
}

impl<'l> Relaxing<'l> {
    pub(crate) fn of(library: &'l Library, program: &'l Program) -> Relaxing<'l> {
        Relaxing {
            library,
            program,
            atoms: Atoms::over(program.atoms.clone()),
        }
    }

    /// A condition without each of its parts, in their order; nothing, where it has no parts.
    pub(crate) fn each(&mut self, rule: &Rule, own: &RuleClause) -> Vec<Relaxed> {
        let pathway = &self.library.pathways[rule.book];
        let clause = &pathway.clauses[own.index];
        let parts = match (parse(&clause.when.text), clause.role) {
            (Ok(Expr::All(parts)), Role::Requirement) | (Ok(Expr::Any(parts)), Role::Bar) => parts,
            _ => return Vec::new(),
        };
        let scope = scope_of(
            self.library,
            rule.book,
            rule.member.as_ref(),
            self.program.day,
        );
        let known = self.atoms.list.len();
        let mut complaints = Complaints::new();
        let source = &clause.source;
        let start = clause.when.start;
        let lowered = lower_parts(
            &parts,
            (source, start),
            &scope,
            &mut self.atoms,
            &mut complaints,
        );
        // They were read as one condition: no part asks anything that the program does not.
        if self.atoms.list.len() != known {
            return Vec::new();
        }
        let without = |place: usize| {
            let rest = lowered
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != place);
            let rest = rest.map(|(_, part)| part.clone());
            match clause.role {
                Role::Requirement => Condition::all(rest),
                Role::Bar => Condition::any(rest),
            }
        };
        let relaxed = |(place, part): (usize, &Condition)| Relaxed {
            clause: RuleClause {
                holds: without(place),
                ..own.clone()
            },
            part: part.clone(),
        };
        lowered.iter().enumerate().map(relaxed).collect()
    }
}
