//! A program for one person: the answers to its atoms.
//!
//! Most answers stay as they are wherever the person goes; only those on facts that a move or a
//! step can change are asked again. The planner walks over exactly these.

use crate::condition::{AtomId, Condition};
use crate::load::Library;
use crate::program::Program;
use facts::{Changes, Facts, Truth};

/// What a program's atoms are for one person, where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residual {
    truths: Vec<Truth>,
    open: Vec<AtomId>,
}

impl Residual {
    /// The answers for a person, where they stand now.
    pub fn of(program: &Program, library: &Library, facts: &Facts) -> Residual {
        let truths = program.atoms.iter().map(|atom| atom.truth(facts)).collect();
        let changeable = |id: &str| {
            library
                .vocabulary
                .get(id)
                .is_none_or(|fact| matches!(fact.changes, Changes::ByPlace | Changes::ByStep))
        };
        let open = program
            .atoms
            .iter()
            .enumerate()
            .filter(|(_, atom)| changeable(&atom.fact.0))
            .filter_map(|(index, _)| u32::try_from(index).ok().map(AtomId))
            .collect();
        Residual { truths, open }
    }

    /// The same person somewhere else, or after a step: only what that can change is asked again.
    pub fn moved(&self, program: &Program, facts: &Facts) -> Residual {
        let mut moved = self.clone();
        for id in &self.open {
            if let (Some(slot), Some(atom)) = (
                moved.truths.get_mut(id.0 as usize),
                program.atoms.get(id.0 as usize),
            ) {
                *slot = atom.truth(facts);
            }
        }
        moved
    }

    /// The atoms whose answers a move or a step can change.
    pub fn open(&self) -> &[AtomId] {
        &self.open
    }

    /// The answer to an atom.
    pub fn truth_of(&self, id: AtomId) -> Truth {
        self.truths.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// The truth of a condition.
    pub fn truth(&self, condition: &Condition) -> Truth {
        condition.truth(&|id| self.truth_of(id))
    }

    /// What is left of a condition: only atoms that nobody knows.
    pub fn remaining(&self, condition: &Condition) -> Condition {
        condition.with(&|id| Some(self.truth_of(id)).filter(|truth| truth.is_known()))
    }
}
