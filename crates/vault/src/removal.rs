//! Removals, and what they undo.

use crate::links::Links;
use crate::opening::{Opening, history, merged};
use sealed::{DeviceId, EpochId, OperationId};
use std::collections::{BTreeMap, BTreeSet};

/// That somebody was removed.
#[derive(Clone)]
pub(crate) struct Removal {
    by: DeviceId,
    who: DeviceId,
    epoch: EpochId,
    operation: OperationId,
    past: BTreeSet<OperationId>,
}

/// Which removals stand, and which are in their way.
#[derive(Default)]
pub(crate) struct Removals {
    standing: Vec<Removal>,
    /// Openings that removed somebody whose own removal of others stands.
    pub excluded: BTreeSet<EpochId>,
}

impl Removals {
    /// The removals in these epochs. One that no other undoes stands, and undoes others in turn.
    /// Where removals undo each other in a circle, the one by whoever was let in earliest stands, and
    /// what would undo it is set aside (E14).
    pub fn of(epochs: &BTreeMap<EpochId, Opening>, links: &Links) -> Self {
        let mut open = by_seniority(epochs, links);
        let mut found = Self::default();
        while !open.is_empty() {
            let next = next_to_stand(&open, epochs);
            let stands = open.remove(next);
            open.retain(|other| {
                let in_the_way = undoes(other, &stands, epochs);
                if in_the_way {
                    found.excluded.insert(other.epoch);
                }
                !in_the_way && !undoes(&stands, other, epochs)
            });
            found.standing.push(stands);
        }
        found
    }

    /// Whether an operation's author had been removed, by somebody who had not seen it; and was not
    /// let in again before it was written.
    pub fn undo(
        &self,
        epochs: &BTreeMap<EpochId, Opening>,
        operation: OperationId,
        author: DeviceId,
        epoch: EpochId,
    ) -> bool {
        let mut standing = self.standing.iter();
        standing.any(|removal| removal.undoes(epochs, operation, author, epoch))
    }
}

impl Removal {
    fn undoes(
        &self,
        epochs: &BTreeMap<EpochId, Opening>,
        operation: OperationId,
        author: DeviceId,
        epoch: EpochId,
    ) -> bool {
        let is_back = || {
            let opening = epochs.get(&epoch);
            opening.is_some_and(|opening| opening.readers.contains(&author))
                && history(epochs, epoch).contains(&self.epoch)
        };
        self.who == author
            && self.operation != operation
            && !self.past.contains(&operation)
            && !is_back()
    }
}

fn undoes(one: &Removal, other: &Removal, epochs: &BTreeMap<EpochId, Opening>) -> bool {
    one.undoes(epochs, other.operation, other.by, other.epoch)
}

/// All removals, those by whoever was let in earlier first.
fn by_seniority(epochs: &BTreeMap<EpochId, Opening>, links: &Links) -> Vec<Removal> {
    let let_in = |device: DeviceId| {
        let mut all = epochs.iter();
        let first = all.find(|(_, opening)| opening.readers.contains(&device));
        (first.map_or(u64::MAX, |(epoch, _)| epoch.number), device)
    };
    let mut removals = vec![];
    for (epoch, opening) in epochs {
        for who in merged(epochs, &opening.follows).difference(&opening.readers) {
            removals.push(Removal {
                by: opening.by,
                who: *who,
                epoch: *epoch,
                operation: opening.operation,
                past: links.past(opening.operation),
            });
        }
    }
    removals.sort_by_key(|removal| (let_in(removal.by), removal.operation, removal.who));
    removals
}

/// The first that no other undoes; if there is none, the first that undoes itself round a circle.
fn next_to_stand(open: &[Removal], epochs: &BTreeMap<EpochId, Opening>) -> usize {
    let undone_by = |one: &Removal| -> Vec<usize> {
        let all = open.iter().enumerate();
        let found = all.filter(|(_, other)| undoes(one, other, epochs));
        found.map(|(at, _)| at).collect()
    };
    let undone: Vec<Vec<usize>> = open.iter().map(undone_by).collect();
    let free = (0..open.len()).find(|at| undone.iter().all(|below| !below.contains(at)));
    let in_circle = || {
        (0..open.len()).find(|at| {
            let mut reached = BTreeSet::new();
            let mut next = undone[*at].clone();
            while let Some(one) = next.pop() {
                if reached.insert(one) {
                    next.extend(&undone[one]);
                }
            }
            reached.contains(at)
        })
    };
    // If each is undone by one of them, some of them form a circle.
    free.or_else(in_circle).unwrap_or(0)
}
