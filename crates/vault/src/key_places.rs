use sealed::{CompartmentId, EpochId, KeyRing};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Where in a key ring the keys of a compartment lie: so that one of ten thousand is found without
/// looking at all.
#[derive(Default)]
pub(crate) struct KeyPlaces {
    roots: HashMap<CompartmentId, EpochId>,
    epochs: HashMap<CompartmentId, BTreeMap<EpochId, usize>>,
    erased: HashSet<CompartmentId>,
    noted: (usize, usize),
}

impl KeyPlaces {
    /// The places in this ring.
    pub fn of(ring: &KeyRing) -> Self {
        let mut places = Self {
            erased: ring.erased.iter().map(|one| one.compartment).collect(),
            ..Self::default()
        };
        places.note(ring);
        places
    }

    /// Notes the keys that were added at the ring's end. After anything was taken out,
    /// [`KeyPlaces::of`] looks anew.
    pub fn note(&mut self, ring: &KeyRing) {
        let (epochs, roots) = self.noted;
        for (at, key) in ring.epochs.iter().enumerate().skip(epochs) {
            let epochs = self.epochs.entry(key.compartment()).or_default();
            epochs.insert(key.id(), at);
        }
        for root in &ring.roots[roots..] {
            self.roots.entry(root.compartment).or_insert(root.epoch);
        }
        self.noted = (ring.epochs.len(), ring.roots.len());
    }

    /// The epoch by which a compartment was first known here.
    pub fn root(&self, compartment: CompartmentId) -> Option<EpochId> {
        self.roots.get(&compartment).copied()
    }

    /// Where the key of an epoch lies.
    pub fn key(&self, compartment: CompartmentId, epoch: EpochId) -> Option<usize> {
        self.epochs.get(&compartment)?.get(&epoch).copied()
    }

    /// Where all keys of a compartment lie.
    pub fn keys(&self, compartment: CompartmentId) -> impl Iterator<Item = usize> + '_ {
        let keys = self.epochs.get(&compartment).into_iter();
        keys.flat_map(BTreeMap::values).copied()
    }

    /// Whether a compartment was erased here.
    pub fn is_erased(&self, compartment: CompartmentId) -> bool {
        self.erased.contains(&compartment)
    }
}
