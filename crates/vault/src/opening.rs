//! Which epochs of a compartment hold, and who may read after them.

use crate::compartment::Told;
use sealed::{Body, DeviceId, EpochId, EpochKey, OperationId, Succession};
use std::collections::{BTreeMap, BTreeSet};

/// How an epoch was opened.
#[derive(Clone)]
pub(crate) struct Opening {
    pub operation: OperationId,
    pub by: DeviceId,
    pub kind: u64,
    pub readers: BTreeSet<DeviceId>,
    pub follows: Vec<EpochId>,
    pub links: Vec<EpochKey>,
    pub succession: Option<Succession>,
}

/// The first word of each epoch's opener on who its readers are. Nobody else has one: the epoch's
/// name is derived from who opened it.
pub(crate) fn openings(told: &[Told]) -> BTreeMap<EpochId, Opening> {
    let mut found: BTreeMap<EpochId, (u64, Opening)> = BTreeMap::new();
    for one in told {
        let Some((opener, content)) = &one.read else {
            continue;
        };
        let Body::EpochOpened(opened) = &content.body else {
            continue;
        };
        let epoch = one.place.epoch;
        let is_later = opened
            .follows
            .iter()
            .all(|before| before.number < epoch.number);
        if *opener != one.place.author || !is_later {
            continue;
        }
        let earlier = found
            .get(&epoch)
            .is_some_and(|(number, _)| *number <= one.place.number);
        if !earlier {
            let opening = Opening {
                operation: one.id,
                by: *opener,
                kind: opened.kind,
                readers: opened.readers.iter().copied().collect(),
                follows: opened.follows.clone(),
                links: opened.links.clone(),
                succession: opened.succession.clone(),
            };
            found.insert(epoch, (one.place.number, opening));
        }
    }
    found
        .into_iter()
        .map(|(epoch, (_, opening))| (epoch, opening))
        .collect()
}

/// The epochs that hold: the root, what it names as before it, and whatever a reader of those opened
/// after them. A refused epoch does not hold; what follows it follows what it followed.
pub(crate) fn accepted(
    openings: &BTreeMap<EpochId, Opening>,
    root: EpochId,
    refused: &BTreeSet<EpochId>,
    vouched: &dyn Fn(&Succession) -> bool,
) -> BTreeMap<EpochId, Opening> {
    let mut epochs = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut before = vec![root];
    while let Some(epoch) = before.pop() {
        if let Some(opening) = openings.get(&epoch)
            && !seen.contains(&epoch)
        {
            before.extend(&opening.follows);
            seen.insert(epoch);
            if !refused.contains(&epoch) {
                epochs.insert(epoch, opening.clone());
            }
        }
    }
    // Ascending: what an epoch follows has a lower number.
    for (epoch, opening) in openings {
        if epochs.contains_key(epoch) || refused.contains(epoch) {
            continue;
        }
        let follows: Vec<EpochId> = ground(openings, refused, &opening.follows);
        let follows: Vec<EpochId> = follows
            .into_iter()
            .filter(|before| epochs.contains_key(before))
            .collect();
        let readers = merged(&epochs, &follows);
        let succeeds = |succession: &Succession| {
            succession.successor == opening.by
                && readers.contains(&succession.lost)
                && vouched(succession)
        };
        if readers.contains(&opening.by) || opening.succession.as_ref().is_some_and(succeeds) {
            let mut opening = opening.clone();
            let smuggled = smuggled(openings, refused, &epochs, &opening.follows);
            opening.readers.retain(|device| !smuggled.contains(device));
            opening.follows = follows;
            epochs.insert(*epoch, opening);
        }
    }
    epochs
}

/// What stands below, where some epochs do not hold.
fn ground(
    openings: &BTreeMap<EpochId, Opening>,
    refused: &BTreeSet<EpochId>,
    follows: &[EpochId],
) -> Vec<EpochId> {
    let mut found = BTreeSet::new();
    let mut below = follows.to_vec();
    while let Some(epoch) = below.pop() {
        match openings.get(&epoch) {
            Some(opening) if refused.contains(&epoch) => below.extend(&opening.follows),
            _ => {
                found.insert(epoch);
            }
        }
    }
    found.into_iter().collect()
}

/// Whom only a refused epoch let in: an honest reader who followed it must not carry them along.
fn smuggled(
    openings: &BTreeMap<EpochId, Opening>,
    refused: &BTreeSet<EpochId>,
    epochs: &BTreeMap<EpochId, Opening>,
    follows: &[EpochId],
) -> BTreeSet<DeviceId> {
    let mut found = BTreeSet::new();
    let refused_below = follows.iter().filter(|epoch| refused.contains(epoch));
    for opening in refused_below.filter_map(|epoch| openings.get(epoch)) {
        let below = ground(openings, refused, &opening.follows);
        let before = merged(epochs, &below);
        found.extend(opening.readers.difference(&before));
        found.extend(smuggled(openings, refused, epochs, &opening.follows));
    }
    found
}

/// An epoch, and all that it follows.
pub(crate) fn history(epochs: &BTreeMap<EpochId, Opening>, epoch: EpochId) -> BTreeSet<EpochId> {
    let mut found = BTreeSet::new();
    let mut before = vec![epoch];
    while let Some(epoch) = before.pop() {
        if let Some(opening) = epochs.get(&epoch)
            && found.insert(epoch)
        {
            before.extend(&opening.follows);
        }
    }
    found
}

/// The readers after several epochs at once: whoever is in any, but for those whom one of them
/// removed. Removal wins over what was done at the same time.
pub(crate) fn merged(epochs: &BTreeMap<EpochId, Opening>, tips: &[EpochId]) -> BTreeSet<DeviceId> {
    let readers = |epoch: &EpochId| epochs.get(epoch).map(|opening| &opening.readers);
    let all: BTreeSet<DeviceId> = tips.iter().filter_map(readers).flatten().copied().collect();
    let removed_by = |tip: &EpochId, device: &DeviceId| {
        let has = |epoch: &EpochId| readers(epoch).is_some_and(|found| found.contains(device));
        !has(tip) && history(epochs, *tip).iter().any(has)
    };
    all.into_iter()
        .filter(|device| !tips.iter().any(|tip| removed_by(tip, device)))
        .collect()
}

pub(crate) fn tips(epochs: &BTreeMap<EpochId, Opening>) -> Vec<EpochId> {
    let followed: BTreeSet<&EpochId> = epochs
        .values()
        .flat_map(|opening| &opening.follows)
        .collect();
    epochs
        .keys()
        .filter(|epoch| !followed.contains(epoch))
        .copied()
        .collect()
}
