//! Whoever was removed reads nothing that was written after the removal was known; whoever was let
//! in reads what was granted. Held against a model of who holds which key, over random courses of
//! up to six steps, after a beginning, by three devices, in which news travels or does not.
//!
//! In the end every device is handed every ciphertext there is, also those that it was never meant
//! to get: what it then reads is exactly what the model says.

mod world;

use std::collections::BTreeSet;
use vault::{CompartmentId, DeviceId, History, Vault};
use world::{Dice, NOON, Place, carry, join, rounds, texts};

/// What one device did, and what it had seen by then.
struct Event {
    by: usize,
    past: BTreeSet<usize>,
    what: What,
}

/// An epoch: who is let in or removed by it, and who got its key. Or words, under an epoch.
enum What {
    Epoch {
        grants: Option<usize>,
        removes: Option<usize>,
        readers: BTreeSet<usize>,
    },
    Words {
        epoch: usize,
    },
}

/// The model: causes, keys, and nothing else.
#[derive(Default)]
struct Model {
    events: Vec<Event>,
    /// What has reached each device.
    seen: Vec<BTreeSet<usize>>,
    /// The devices, in the order of their names.
    names: Vec<DeviceId>,
}

impl Model {
    fn founded_by(founder: usize, names: Vec<DeviceId>) -> Self {
        let seen = vec![BTreeSet::new(); names.len()];
        let mut model = Self {
            events: vec![],
            seen,
            names,
        };
        model.add(
            founder,
            What::Epoch {
                grants: Some(founder),
                removes: None,
                readers: [founder].into(),
            },
        );
        model
    }

    fn add(&mut self, by: usize, what: What) -> usize {
        let past = self.seen[by].clone();
        self.events.push(Event { by, past, what });
        let id = self.events.len() - 1;
        self.seen[by].insert(id);
        id
    }

    /// Who holds the key of an epoch: its readers, and the readers of whatever was opened after it.
    fn holds(&self, device: usize, epoch: usize) -> bool {
        self.events
            .iter()
            .enumerate()
            .any(|(at, event)| match &event.what {
                What::Epoch { readers, .. } => {
                    readers.contains(&device) && (at == epoch || event.past.contains(&epoch))
                }
                What::Words { .. } => false,
            })
    }

    /// What a device can open of some events.
    fn open_to(&self, device: usize, events: &BTreeSet<usize>) -> BTreeSet<usize> {
        let epoch = |event: usize| match self.events[event].what {
            What::Epoch { .. } => event,
            What::Words { epoch } => epoch,
        };
        events
            .iter()
            .copied()
            .filter(|event| self.holds(device, epoch(*event)))
            .collect()
    }

    fn view(&self, device: usize) -> BTreeSet<usize> {
        self.open_to(device, &self.seen[device])
    }

    /// How many epochs lie below an epoch, at the longest.
    fn depth(&self, epoch: usize) -> usize {
        let below = self.events[epoch]
            .past
            .iter()
            .filter(|e| matches!(self.events[**e].what, What::Epoch { .. }));
        below.map(|e| self.depth(*e) + 1).max().unwrap_or(0)
    }

    /// Removals in a view that stand: the earlier somebody was let in, the more their removal weighs.
    fn removals(&self, view: &BTreeSet<usize>) -> Vec<(usize, usize)> {
        let let_in = |device: usize| {
            let grants = view.iter().filter(|e| matches!(&self.events[**e].what, What::Epoch { readers, .. } if readers.contains(&device)));
            (grants.map(|e| self.depth(*e)).min(), self.names[device])
        };
        let mut all: Vec<(usize, usize)> = vec![];
        for event in view {
            if let What::Epoch {
                removes: Some(who), ..
            } = self.events[*event].what
            {
                all.push((*event, who));
            }
        }
        all.sort_by_key(|(event, _)| let_in(self.events[*event].by));
        let undoes = |one: (usize, usize), other: (usize, usize)| self.is_void(other.0, &[one]);
        let mut standing = vec![];
        while !all.is_empty() {
            let is_free = |at: &(usize, usize)| all.iter().all(|other| !undoes(*other, *at));
            let goes_round = |at: &(usize, usize)| {
                let mut reached: BTreeSet<(usize, usize)> = BTreeSet::new();
                let mut grown = BTreeSet::from([*at]);
                while !grown.is_subset(&reached) {
                    reached.extend(&grown);
                    grown = all
                        .iter()
                        .filter(|o| reached.iter().any(|r| undoes(*r, **o)))
                        .copied()
                        .collect();
                }
                grown.contains(at)
            };
            let stands = all
                .iter()
                .find(|at| is_free(at))
                .or_else(|| all.iter().find(|at| goes_round(at)));
            let stands = *stands.expect("what is not free goes round, or below what does");
            all.retain(|other| {
                *other != stands && !undoes(stands, *other) && !undoes(*other, stands)
            });
            standing.push(stands);
        }
        standing
    }

    /// Whether whoever did this had been removed, and neither knew of the other.
    fn is_void(&self, event: usize, removals: &[(usize, usize)]) -> bool {
        removals.iter().any(|(removal, who)| {
            *who == self.events[event].by
                && *removal != event
                && !self.events[*removal].past.contains(&event)
                && !self.events[event].past.contains(removal)
        })
    }

    fn without_void(&self, view: &BTreeSet<usize>) -> BTreeSet<usize> {
        let removals = self.removals(view);
        // A removal that does not stand is in the way of one that does.
        let stands = |event: usize| match self.events[event].what {
            What::Epoch {
                removes: Some(_), ..
            } => removals.iter().any(|(removal, _)| *removal == event),
            _ => true,
        };
        let kept = view.iter().copied();
        kept.filter(|event| stands(*event) && !self.is_void(*event, &removals))
            .collect()
    }

    /// Who may read what is written by somebody with this view: whoever was let in, unless removed
    /// after that or at the same time.
    fn readers(&self, view: &BTreeSet<usize>) -> BTreeSet<usize> {
        let stands = self.without_void(view);
        let removed = |device: usize, grant: usize| {
            stands.iter().any(|event| {
                matches!(self.events[*event].what, What::Epoch { removes, .. } if removes == Some(device))
                    && !self.events[grant].past.contains(event)
            })
        };
        let granted = stands
            .iter()
            .filter_map(|event| match self.events[*event].what {
                What::Epoch {
                    grants: Some(device),
                    ..
                } => Some((device, *event)),
                _ => None,
            });
        granted
            .filter(|(device, grant)| !removed(*device, *grant))
            .map(|(device, _)| device)
            .collect()
    }

    /// The newest epochs of a view.
    fn tips(&self, view: &BTreeSet<usize>) -> Vec<usize> {
        let stands = self.without_void(view);
        let epochs: Vec<usize> = stands
            .into_iter()
            .filter(|e| matches!(self.events[*e].what, What::Epoch { .. }))
            .collect();
        let is_below = |epoch: usize| {
            epochs
                .iter()
                .any(|other| self.events[*other].past.contains(&epoch))
        };
        epochs
            .iter()
            .copied()
            .filter(|epoch| !is_below(*epoch))
            .collect()
    }

    fn may(&self, device: usize) -> bool {
        self.readers(&self.view(device)).contains(&device)
    }

    fn opens(&mut self, by: usize, grants: Option<usize>, removes: Option<usize>) {
        let mut readers = self.readers(&self.view(by));
        readers.extend(grants);
        let removes = removes.filter(|who| readers.remove(who));
        self.add(
            by,
            What::Epoch {
                grants,
                removes,
                readers,
            },
        );
    }

    fn writes(&mut self, by: usize) -> usize {
        if self.tips(&self.view(by)).len() > 1 {
            self.opens(by, None, None);
        }
        let epoch = self.tips(&self.view(by))[0];
        self.add(by, What::Words { epoch })
    }

    fn carries(&mut self, from: usize, to: usize) {
        if self.readers(&self.view(from)).contains(&to) {
            let news = self.seen[from].clone();
            self.seen[to].extend(news);
        }
    }

    /// What a device reads once it has been handed everything.
    fn words_for(&self, device: usize) -> BTreeSet<usize> {
        let view = self.open_to(device, &(0..self.events.len()).collect());
        let stands = self.without_void(&view).into_iter();
        stands
            .filter(|event| matches!(self.events[*event].what, What::Words { .. }))
            .collect()
    }
}

const DEVICES: usize = 3;

struct World {
    vaults: Vec<Vault>,
    _places: Vec<Place>,
}

impl World {
    fn new() -> Self {
        let places: Vec<Place> = (0..DEVICES).map(|_| Place::new()).collect();
        let mut first = places[0].found(2);
        let rest: Vec<Vault> = places[1..]
            .iter()
            .map(|place| join(place, &mut first))
            .collect();
        let mut vaults: Vec<Vault> = [first].into_iter().chain(rest).collect();
        for to in 1..DEVICES {
            let (left, right) = vaults.split_at_mut(to);
            carry(&mut left[0], &mut right[0]);
        }
        Self {
            vaults,
            _places: places,
        }
    }
}

/// One course of events, in a compartment of its own.
fn course(world: &mut World, dice: &mut Dice, steps: usize) -> String {
    let vaults = &mut world.vaults;
    let names: Vec<DeviceId> = vaults.iter().map(Vault::device).collect();
    let founder = dice.below(DEVICES);
    let case = vaults[founder]
        .compartment_new(1, NOON)
        .expect("a compartment");
    let mut model = Model::founded_by(founder, names.clone());
    let mut told = format!("{founder} founds");
    // Mostly some have been let in before, and know it: removals and crossings then come early.
    for other in (0..DEVICES).filter(|other| *other != founder) {
        if dice.below(4) > 0 {
            told += &format!(", lets {other} in");
            vaults[founder]
                .grant(case, names[other], History::All, NOON)
                .expect("granted");
            model.opens(founder, Some(other), None);
        }
    }
    for other in (0..DEVICES).filter(|other| *other != founder) {
        let bundle = vaults[founder]
            .export_only(&[names[other]], &[case].into())
            .expect("a bundle");
        vaults[other].import(&bundle).expect("it opens");
        model.carries(founder, other);
    }
    for step in 0..steps {
        let (by, other) = (dice.below(DEVICES), dice.below(DEVICES));
        let mut may = model.may(by);
        let done = match dice.below(8) {
            0 => {
                told += &format!(", {by} grants {other}");
                let done = vaults[by].grant(case, names[other], History::All, NOON);
                may.then(|| model.opens(by, Some(other), None));
                done.is_ok()
            }
            1 | 2 => {
                told += &format!(", {by} removes {other}");
                // Whoever leaves must not make the key of those who stay.
                may &= by != other;
                let done = vaults[by].remove(case, names[other], NOON);
                may.then(|| model.opens(by, None, Some(other)));
                done.is_ok()
            }
            3..=5 => {
                told += &format!(", {by} writes");
                let id = may.then(|| model.writes(by));
                let words = format!("step {}", id.unwrap_or(step));
                vaults[by].append(case, words.as_bytes(), NOON).is_ok()
            }
            _ => {
                told += &format!(", {by} to {other}");
                let bundle = vaults[by]
                    .export_only(&[names[other]], &[case].into())
                    .expect("a bundle");
                vaults[other].import(&bundle).expect("it opens");
                model.carries(by, other);
                may
            }
        };
        assert_eq!(done, may, "may {by} do the last of this: {told}");
    }
    hand_everything_to_everybody(vaults, &names, case);
    for (device, vault) in vaults.iter().enumerate() {
        let found: BTreeSet<String> = texts(vault, case).into_iter().collect();
        let words = model.words_for(device);
        let expected: BTreeSet<String> = words.iter().map(|id| format!("step {id}")).collect();
        assert_eq!(found, expected, "what {device} reads after: {told}");
    }
    told
}

/// A bundle for all devices holds what any of them may read: so also whoever was removed gets it.
fn hand_everything_to_everybody(vaults: &mut [Vault], names: &[DeviceId], case: CompartmentId) {
    for _ in 0..2 {
        for from in 0..DEVICES {
            let bundle = vaults[from]
                .export_only(names, &[case].into())
                .expect("a bundle");
            for vault in vaults.iter_mut() {
                vault.import(&bundle).expect("it opens");
            }
        }
    }
}

#[test]
fn devices_read_what_the_model_says_and_no_more() {
    let mut world = World::new();
    let mut dice = Dice(17);
    for _ in 0..rounds(100, 2000) {
        let steps = 2 + dice.below(5);
        course(&mut world, &mut dice, steps);
    }
}
