//! Removals that exclude each other: the one by the earlier-admitted stands.

use super::ancestry::{Place, Places};
use super::answer::Answer;
use super::fold::Fold;
use super::history::{Owner, Rank};
use super::reason::Reason;
use sealed::membership::{Act, DeviceId};

/// When somebody was admitted: the person, then the device. Less is earlier.
type Seniority = (Rank, Rank);

/// For those whose admission is unknown: later than everybody.
const LAST: Rank = (Place::MAX, 0);

impl Fold<'_> {
    /// Settles one removal among open entries, none of which can be judged as things are.
    ///
    /// Each of them waits for another, so some wait in a circle. Of the circles that wait for nothing
    /// outside, the removal by the earliest-admitted stands, and every open removal in its way falls.
    pub(crate) fn break_cycle(&mut self, open: &[Place]) {
        let waits: Vec<Places> = open.iter().map(|place| self.waits_for(*place)).collect();
        let in_a_first_circle = |number: usize| {
            let mut others = (0..open.len()).filter(|other| waits[number].contains(open[*other]));
            others.all(|other| waits[other].contains(open[number]))
        };
        let candidates = (0..open.len())
            .filter(|number| self.ancestry.entry(open[*number]).is_removal())
            .filter(|number| in_a_first_circle(*number))
            .map(|number| open[number]);
        let first = candidates.min_by_key(|place| (self.seniorities(*place), *place));
        let first = first.expect("what is concurrent with a removal alone can close a circle");
        self.clear_the_way(first);
    }

    /// All open entries that must be settled before this one, near and far.
    fn waits_for(&self, place: Place) -> Places {
        let mut found = Places::none(self.ancestry.len());
        let mut next = vec![place];
        while let Some(place) = next.pop() {
            for before in self.open_before(place) {
                if !found.contains(before) {
                    found.insert(before);
                    next.push(before);
                }
            }
        }
        found
    }

    /// The open entries on which the judgement of this one hangs.
    fn open_before(&self, place: Place) -> Vec<Place> {
        let strikers = self.strikers[place].iter().copied();
        let mut before: Vec<Place> = strikers.chain(self.rests_on(place)).collect();
        before.retain(|place| self.stands(*place) == Answer::Open);
        before
    }

    /// What an entry's past says about its signatories.
    fn rests_on(&self, place: Place) -> Vec<Place> {
        let past = self.ancestry.past(place);
        let entry = self.ancestry.entry(place);
        let devices = entry
            .vouching()
            .filter_map(|device| self.history.devices.get(&device));
        let mut found: Vec<Place> = devices
            .flat_map(|device| {
                let admissions = device.admissions.iter().map(|((place, _), _)| *place);
                admissions.chain(device.removals.iter().copied())
            })
            .collect();
        for person in self.history.owners(self.ancestry, place) {
            let Some(person) = self.history.people.get(&person) else {
                continue;
            };
            found.extend(person.admissions.iter().map(|(place, _)| *place));
            found.extend(&person.removals);
            if matches!(entry.act, Act::MakeOrganiser { .. }) {
                found.extend(&person.promotions);
            }
        }
        found.retain(|place| past.contains(*place));
        found
    }

    /// Quarantines every open removal that would strike this one or what it rests on, or that ended the
    /// membership of its signatories: then nothing is left that could keep it from standing.
    ///
    /// Never the removal itself: it is not concurrent with its own past.
    fn clear_the_way(&mut self, first: Place) {
        let by = self.ancestry.id(first);
        let mut kept = vec![first];
        let mut seen = Places::none(self.ancestry.len());
        while let Some(place) = kept.pop() {
            for before in self.open_before(place) {
                if self.ancestry.entry(before).is_removal() {
                    self.found[before] = Some(Err(Reason::Excluded { by }));
                } else if !seen.contains(before) {
                    seen.insert(before);
                    kept.push(before);
                }
            }
        }
    }

    /// When its signatories were admitted, the earliest first.
    fn seniorities(&self, place: Place) -> Vec<Seniority> {
        let devices = self.ancestry.entry(place).vouching();
        let mut all: Vec<Seniority> = devices
            .map(|device| self.seniority(device, place))
            .collect();
        all.sort_unstable();
        all
    }

    fn seniority(&self, device: DeviceId, place: Place) -> Seniority {
        let past = self.ancestry.past(place);
        let Owner::One(owner) = self.history.owner(device, past) else {
            return (LAST, LAST);
        };
        let counts = |rank: &Rank| past.contains(rank.0) && self.stands(rank.0) != Answer::No;
        let person = self.history.people.get(&owner);
        let mut of_person = person
            .into_iter()
            .flat_map(|person| person.admissions.iter().copied());
        let device = self.history.devices.get(&device);
        let mut of_device = device
            .into_iter()
            .flat_map(|device| device.admissions.iter().map(|(rank, _)| *rank));
        (
            of_person.find(counts).unwrap_or(LAST),
            of_device.find(counts).unwrap_or(LAST),
        )
    }
}
