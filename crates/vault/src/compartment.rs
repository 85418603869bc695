use crate::links::Links;
use crate::opening::{Opening, accepted, merged, openings, tips};
use crate::removal::Removals;
use sealed::{Content, DeviceId, EpochId, EpochKey, OperationId, Place, Succession};
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
    /// Keys that lead backwards, of all openings: whoever was away must hold them to judge the rest.
    pub leads: Vec<EpochKey>,
    /// Epochs that do not hold, with entries under them that do.
    pub set_aside: BTreeSet<EpochId>,
    /// What an operation written now names as seen.
    pub heads: Vec<OperationId>,
    /// How many are sealed under keys that this device does not hold.
    pub unreadable: usize,
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
    /// It removes somebody whose own removal of others stands: of a circle, the earliest let in stands.
    Excluded,
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
        let mut excluded: BTreeSet<EpochId> = BTreeSet::new();
        let mut removals;
        loop {
            let epochs = accepted(&openings, root, &refused, vouched);
            removals = Removals::of(&epochs, &links);
            let undone = epochs.iter().filter(|(epoch, opening)| {
                removals.excluded.contains(epoch)
                    || removals.undo(&epochs, opening.operation, opening.by, **epoch)
            });
            let undone: BTreeSet<EpochId> = undone.map(|(epoch, _)| *epoch).collect();
            // The earliest first: later ones may rest on them, and fall or stand with them.
            let Some(earliest) = undone.iter().map(|epoch| epoch.number).min() else {
                break;
            };
            let earliest = undone.into_iter().filter(|epoch| epoch.number == earliest);
            for epoch in earliest {
                if removals.excluded.contains(&epoch) {
                    excluded.insert(epoch);
                }
                refused.insert(epoch);
            }
        }
        let epochs = accepted(&openings, root, &refused, vouched);
        let mut whole = Self {
            kind: epochs.get(&root).map_or(0, |opening| opening.kind),
            tips: tips(&epochs),
            alarms: alarms(told, &links),
            leads: openings
                .values()
                .flat_map(|opening| opening.links.clone())
                .collect(),
            ..Self::default()
        };
        whole.readers = merged(&epochs, &whole.tips);
        whole.sort_out(told, &links, &epochs, &openings, &removals, &excluded);
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
        removals: &Removals,
        excluded: &BTreeSet<EpochId>,
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
                Some(opening) if opening.operation == id && excluded.contains(&epoch) => {
                    Some(Quarantine::Excluded)
                }
                Some(_) if removals.undo(epochs, id, author, epoch) => Some(Quarantine::Removed),
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
