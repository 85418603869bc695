//! Which entry was seen by which: the graph with its pasts.

use super::verified::Verified;
use sealed::membership::{Entry, EntryId};
use std::collections::{BTreeMap, BTreeSet};

/// The number of an entry in the graph's order.
pub(crate) type Place = usize;

/// A set of places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Places(Vec<u64>);

impl Places {
    pub(crate) fn none(size: usize) -> Places {
        Places(vec![0; size.div_ceil(64)])
    }

    pub(crate) fn all(size: usize) -> Places {
        let mut places = Places::none(size);
        (0..size).for_each(|place| places.insert(place));
        places
    }

    pub(crate) fn insert(&mut self, place: Place) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    pub(crate) fn contains(&self, place: Place) -> bool {
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    fn join(&mut self, other: &Places) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }
}

/// All entries whose past is here, in an order in which nothing comes before its past: by how many
/// steps they are from the charter at the most, then by id. It depends on nothing but the entries.
#[derive(Debug)]
pub(crate) struct Ancestry<'a> {
    pub(crate) entries: Vec<&'a Verified<Entry>>,
    pasts: Vec<Places>,
    /// Entries that name something which has not arrived, or rest on one that does.
    pub(crate) waiting: BTreeSet<EntryId>,
}

impl<'a> Ancestry<'a> {
    pub(crate) fn of(entries: &'a BTreeMap<EntryId, Verified<Entry>>) -> Ancestry<'a> {
        let depths = depths(entries);
        let mut order: Vec<(usize, EntryId)> =
            depths.iter().map(|(id, depth)| (*depth, *id)).collect();
        order.sort_unstable();
        let mut places = BTreeMap::new();
        let mut pasts: Vec<Places> = Vec::with_capacity(order.len());
        for (place, (_, id)) in order.iter().enumerate() {
            let mut past = Places::none(order.len());
            for head in entries[id].content().heads.iter().map(|head| places[head]) {
                past.insert(head);
                past.join(&pasts[head]);
            }
            places.insert(*id, place);
            pasts.push(past);
        }
        let waits = |id: &&EntryId| !depths.contains_key(*id);
        Ancestry {
            entries: order.iter().map(|(_, id)| &entries[id]).collect(),
            pasts,
            waiting: entries.keys().filter(waits).copied().collect(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn entry(&self, place: Place) -> &'a Entry {
        self.entries[place].content()
    }

    pub(crate) fn id(&self, place: Place) -> EntryId {
        self.entries[place].id()
    }

    pub(crate) fn past(&self, place: Place) -> &Places {
        &self.pasts[place]
    }

    pub(crate) fn are_concurrent(&self, one: Place, other: Place) -> bool {
        one != other && !self.pasts[one].contains(other) && !self.pasts[other].contains(one)
    }
}

/// The longest way from a charter to each entry whose whole past is here.
fn depths(entries: &BTreeMap<EntryId, Verified<Entry>>) -> BTreeMap<EntryId, usize> {
    let mut missing: BTreeMap<EntryId, usize> = BTreeMap::new();
    let mut seen_by: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for (id, entry) in entries {
        missing.insert(*id, entry.content().heads.len());
        for head in &entry.content().heads {
            seen_by.entry(*head).or_default().push(*id);
        }
    }
    let first = missing.iter().filter(|(_, count)| **count == 0);
    let mut ready: Vec<(EntryId, usize)> = first.map(|(id, _)| (*id, 0)).collect();
    let mut lower_bounds: BTreeMap<EntryId, usize> = BTreeMap::new();
    let mut depths = BTreeMap::new();
    while let Some((id, depth)) = ready.pop() {
        depths.insert(id, depth);
        for next in seen_by.get(&id).into_iter().flatten() {
            let bound = lower_bounds.entry(*next).or_default();
            *bound = (*bound).max(depth + 1);
            let Some(count) = missing.get_mut(next) else {
                continue;
            };
            *count -= 1;
            if *count == 0 {
                ready.push((*next, *bound));
            }
        }
    }
    depths
}
