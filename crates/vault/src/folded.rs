use crate::compartment::Compartment;
use crate::members::Members;
use sealed::{CompartmentId, RecoveryPublic};
use std::collections::HashMap;
use std::sync::Arc;

/// What was worked out of the log since the vault was opened: it can always be worked out again.
#[derive(Default)]
pub(crate) struct Folded {
    compartments: HashMap<CompartmentId, Arc<Compartment>>,
    /// What each compartment is for, by the opening of the epoch by which it was first known.
    pub kinds: HashMap<CompartmentId, u64>,
    /// The generations under which these compartments were folded, and whether they may be others by
    /// now.
    generations: Arc<[RecoveryPublic]>,
    is_current: bool,
    /// How many compartments are closed here, by so many rows, keys and erasures.
    pub closed: Option<((u64, usize, usize), usize)>,
    /// Who belongs, by so many entries.
    pub members: Option<(usize, Arc<Members>)>,
}

impl Folded {
    /// A compartment, if it has been folded.
    pub fn compartment(&self, id: CompartmentId) -> Option<Arc<Compartment>> {
        self.compartments.get(&id).cloned()
    }

    /// Keeps a compartment.
    pub fn keep(&mut self, id: CompartmentId, folded: Arc<Compartment>) {
        self.compartments.insert(id, folded);
    }

    /// Something was added to a compartment. In the organisation's own it may be a generation.
    pub fn forget(&mut self, id: CompartmentId, is_own: bool) {
        self.compartments.remove(&id);
        self.is_current &= !is_own;
    }

    /// The generations that may vouch, if nothing that came since can have changed them.
    pub fn generations(&self) -> Option<Arc<[RecoveryPublic]>> {
        self.is_current.then(|| Arc::clone(&self.generations))
    }

    /// Who may vouch now. All compartments rest on it but the organisation's own, which says so itself.
    pub fn set_generations(&mut self, now: Vec<RecoveryPublic>, own: CompartmentId) {
        self.is_current = true;
        if *self.generations != *now {
            self.generations = now.into();
            self.compartments.retain(|id, _| *id == own);
        }
    }
}
