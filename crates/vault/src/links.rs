use sealed::{OperationId, Place};
use std::collections::{BTreeMap, BTreeSet};

/// Which operation names which: the author's previous one, and whatever else was seen.
pub(crate) struct Links(BTreeMap<OperationId, BTreeSet<OperationId>>);

impl Links {
    /// The links of these operations.
    pub fn of<'p>(operations: impl Iterator<Item = (OperationId, &'p Place)>) -> Self {
        let named = |place: &Place| {
            let heads = place.heads.iter().copied();
            heads.chain(place.previous).collect()
        };
        Self(operations.map(|(id, place)| (id, named(place))).collect())
    }

    /// What is named and has not arrived.
    pub fn missing(&self) -> impl Iterator<Item = OperationId> + use<> {
        let named: BTreeSet<OperationId> = self.0.values().flatten().copied().collect();
        let here: BTreeSet<OperationId> = self.0.keys().copied().collect();
        named.into_iter().filter(move |id| !here.contains(id))
    }

    /// Everything that an operation's author had seen.
    pub fn past(&self, operation: OperationId) -> BTreeSet<OperationId> {
        let mut past = BTreeSet::new();
        let mut open: Vec<OperationId> = vec![operation];
        while let Some(id) = open.pop() {
            for named in self.0.get(&id).into_iter().flatten() {
                if past.insert(*named) {
                    open.push(*named);
                }
            }
        }
        past
    }

    /// Each operation after those that it names, and otherwise by name: one order for everybody.
    pub fn in_order(&self) -> Vec<OperationId> {
        let mut waits: BTreeMap<OperationId, usize> = BTreeMap::new();
        let mut followers: BTreeMap<OperationId, Vec<OperationId>> = BTreeMap::new();
        for (id, named) in &self.0 {
            let here = named.iter().filter(|named| self.0.contains_key(named));
            for named in here {
                *waits.entry(*id).or_default() += 1;
                followers.entry(*named).or_default().push(*id);
            }
        }
        let all = self.0.keys().copied();
        let mut ready: BTreeSet<OperationId> = all.filter(|id| !waits.contains_key(id)).collect();
        let mut order = Vec::with_capacity(self.0.len());
        while let Some(id) = ready.pop_first() {
            order.push(id);
            for follower in followers.remove(&id).unwrap_or_default() {
                let left = waits.entry(follower).or_default();
                *left -= 1;
                if *left == 0 {
                    ready.insert(follower);
                }
            }
        }
        order
    }

    /// Those of some operations that none of them names.
    pub fn leaves(&self, of: &[OperationId]) -> Vec<OperationId> {
        let named: BTreeSet<&OperationId> = of
            .iter()
            .filter_map(|id| self.0.get(id))
            .flatten()
            .collect();
        of.iter()
            .filter(|id| !named.contains(id))
            .copied()
            .collect()
    }
}
