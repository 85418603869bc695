//! Removals, and what they undo.

use crate::links::Links;
use crate::opening::{Opening, history, merged};
use sealed::{DeviceId, EpochId, OperationId};
use std::collections::{BTreeMap, BTreeSet};

/// That somebody was removed.
pub(crate) struct Removal {
    who: DeviceId,
    epoch: EpochId,
    operation: OperationId,
    past: BTreeSet<OperationId>,
}

/// The removals that stand. Of two that exclude each other, the one by whoever was let in earlier
/// stands (E14).
pub(crate) fn standing_removals(
    epochs: &BTreeMap<EpochId, Opening>,
    links: &Links,
) -> Vec<Removal> {
    let let_in = |device: DeviceId| {
        let first = epochs
            .iter()
            .find(|(_, opening)| opening.readers.contains(&device));
        (first.map_or(u64::MAX, |(epoch, _)| epoch.number), device)
    };
    let mut removals = vec![];
    for (epoch, opening) in epochs {
        for who in merged(epochs, &opening.follows).difference(&opening.readers) {
            let removal = Removal {
                who: *who,
                epoch: *epoch,
                operation: opening.operation,
                past: links.past(opening.operation),
            };
            removals.push((let_in(opening.by), opening.by, removal));
        }
    }
    removals.sort_by_key(|(seniority, _, removal)| (*seniority, removal.operation, removal.who));
    let mut standing: Vec<Removal> = vec![];
    for (_, by, removal) in removals {
        if !is_undone(&standing, epochs, removal.operation, by, removal.epoch) {
            standing.push(removal);
        }
    }
    standing
}

/// Whether an operation's author had been removed, by somebody who had not seen it; and was not let
/// in again before it was written.
pub(crate) fn is_undone(
    removals: &[Removal],
    epochs: &BTreeMap<EpochId, Opening>,
    operation: OperationId,
    author: DeviceId,
    epoch: EpochId,
) -> bool {
    let is_back = |removal: &Removal| {
        let is_reader = epochs
            .get(&epoch)
            .is_some_and(|opening| opening.readers.contains(&author));
        is_reader && history(epochs, epoch).contains(&removal.epoch)
    };
    removals.iter().any(|removal| {
        removal.who == author
            && removal.operation != operation
            && !removal.past.contains(&operation)
            && !is_back(removal)
    })
}
