use crate::links::Links;
use sealed::{Body, Content, DeviceId, EpochId, EpochKey, OperationId, Place, Succession};
use std::collections::{BTreeMap, BTreeSet};

/// An operation of a compartment, as far as this device can read it.
pub(crate) struct Told {
    pub id: OperationId,
    pub place: Place,
    /// Who opened the epoch under which it is sealed, and what it says; none without the key.
    pub read: Option<(DeviceId, Content)>,
}

/// A compartment as a pure function of the operations in it: who may read and write, under which
/// epoch, and what is set aside. The order in which operations came does not matter.
#[derive(Default)]
pub(crate) struct Compartment {
    pub kind: u64,
    /// Epochs in force or in the past, with who may read them.
    pub epochs: BTreeMap<EpochId, Opening>,
    /// The epochs that no other follows: one, unless two people changed the key at once.
    pub tips: Vec<EpochId>,
    /// Who may read what is written from now on.
    pub readers: BTreeSet<DeviceId>,
    /// Operations that stand, each after those that it names.
    pub standing: Vec<OperationId>,
    /// Operations that do not, with the reason.
    pub quarantined: Vec<Quarantined>,
    pub alarms: Vec<Alarm>,
    /// Epochs that do not hold, with entries under them that do.
    pub set_aside: BTreeSet<EpochId>,
    /// What an operation written now names as seen.
    pub heads: Vec<OperationId>,
    /// How many are sealed under keys that this device does not hold.
    pub unreadable: usize,
}

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

/// An operation that is set aside: kept, shown, and not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Which one.
    pub operation: OperationId,
    /// Whose.
    pub author: DeviceId,
    /// Why.
    pub why: Quarantine,
}

/// Why an operation is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarantine {
    /// Its author had been removed, and whoever removed them had not seen it.
    Removed,
    /// Its author is not among the readers.
    NotAReader,
    /// How its epoch began has not arrived, or was not for its author to decide.
    EpochUnknown,
    /// It is of a form that this program does not know.
    NotUnderstood,
}

/// What somebody should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alarm {
    /// Two operations of one author bear one number: a vault was copied, or somebody lies. Both are
    /// kept.
    Twice {
        /// Whose.
        author: DeviceId,
        /// Which number.
        number: u64,
    },
    /// An operation names another that has not arrived.
    Missing(OperationId),
}

impl Compartment {
    /// Folds operations. `root` is the epoch by which the compartment was first known here;
    /// `vouched` says whether share-holders signed a succession.
    pub fn of(told: &[Told], root: EpochId, vouched: &dyn Fn(&Succession) -> bool) -> Self {
        let links = Links::of(told.iter().map(|one| (one.id, &one.place)));
        let openings = openings(told);
        let mut refused = BTreeSet::new();
        let mut removals;
        loop {
            let epochs = accepted(&openings, root, &refused, vouched);
            removals = standing_removals(&epochs, &links);
            let undone = epochs.iter().filter(|(epoch, opening)| {
                is_undone(&removals, &epochs, opening.operation, opening.by, **epoch)
            });
            let undone: BTreeSet<EpochId> = undone.map(|(epoch, _)| *epoch).collect();
            if undone.is_subset(&refused) {
                break;
            }
            refused.extend(undone);
        }
        let epochs = accepted(&openings, root, &refused, vouched);
        let mut whole = Self {
            kind: epochs.get(&root).map_or(0, |opening| opening.kind),
            tips: tips(&epochs),
            alarms: alarms(told, &links),
            ..Self::default()
        };
        whole.readers = merged(&epochs, &whole.tips);
        whole.sort_out(told, &links, &epochs, &openings, &removals);
        whole.epochs = epochs;
        whole
    }

    /// Each operation stands, is set aside, or cannot be read here.
    fn sort_out(
        &mut self,
        told: &[Told],
        links: &Links,
        epochs: &BTreeMap<EpochId, Opening>,
        openings: &BTreeMap<EpochId, Opening>,
        removals: &[Removal],
    ) {
        let by_id: BTreeMap<OperationId, &Told> = told.iter().map(|one| (one.id, one)).collect();
        for id in links.in_order() {
            let one = by_id[&id];
            let (author, epoch) = (one.place.author, one.place.epoch);
            if one.read.is_none() {
                self.unreadable += 1;
                continue;
            }
            let why = match openings.get(&epoch) {
                None => Some(Quarantine::EpochUnknown),
                Some(_) if is_undone(removals, epochs, id, author, epoch) => {
                    Some(Quarantine::Removed)
                }
                Some(opening) if !opening.readers.contains(&author) => Some(Quarantine::NotAReader),
                Some(_)
                    if !epochs
                        .values()
                        .any(|opening| opening.readers.contains(&author)) =>
                {
                    Some(Quarantine::NotAReader)
                }
                Some(_) => None,
            };
            match why {
                Some(why) => self.quarantined.push(Quarantined {
                    operation: id,
                    author,
                    why,
                }),
                None => {
                    if !epochs.contains_key(&epoch) {
                        self.set_aside.insert(epoch);
                    }
                    self.standing.push(id);
                }
            }
        }
        self.heads = links.leaves(&self.standing);
    }
}

/// The first word of each epoch's opener on who its readers are. Nobody else has one: the epoch's
/// name is derived from who opened it.
fn openings(told: &[Told]) -> BTreeMap<EpochId, Opening> {
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
fn accepted(
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
fn history(epochs: &BTreeMap<EpochId, Opening>, epoch: EpochId) -> BTreeSet<EpochId> {
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

fn tips(epochs: &BTreeMap<EpochId, Opening>) -> Vec<EpochId> {
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

/// That somebody was removed.
pub(crate) struct Removal {
    who: DeviceId,
    epoch: EpochId,
    operation: OperationId,
    past: BTreeSet<OperationId>,
}

/// The removals that stand. Of two that exclude each other, the one by whoever was let in earlier
/// stands (E14).
fn standing_removals(epochs: &BTreeMap<EpochId, Opening>, links: &Links) -> Vec<Removal> {
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
fn is_undone(
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

fn alarms(told: &[Told], links: &Links) -> Vec<Alarm> {
    let mut numbers: BTreeMap<(DeviceId, u64), usize> = BTreeMap::new();
    for one in told {
        *numbers
            .entry((one.place.author, one.place.number))
            .or_default() += 1;
    }
    let twice = numbers.into_iter().filter(|(_, count)| *count > 1);
    let twice = twice.map(|((author, number), _)| Alarm::Twice { author, number });
    twice.chain(links.missing().map(Alarm::Missing)).collect()
}
