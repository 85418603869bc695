//! Everything that was ever said about a device or a person, whether it stands or not.

use super::ancestry::{Ancestry, Place, Places};
use sealed::membership::{Act, DeviceId, Founder, PersonId};
use std::collections::BTreeMap;

/// Where something stands in the order of admissions: the entry, and the place among founders.
pub(crate) type Rank = (Place, usize);

/// What was said about a device.
#[derive(Debug, Default)]
pub(crate) struct DeviceHistory {
    pub(crate) admissions: Vec<(Rank, PersonId)>,
    pub(crate) removals: Vec<Place>,
    pub(crate) renewals: Vec<Place>,
}

/// What was said about a person.
#[derive(Debug, Default)]
pub(crate) struct PersonHistory {
    pub(crate) admissions: Vec<Rank>,
    /// Removals by others, and leaving.
    pub(crate) removals: Vec<Place>,
    pub(crate) promotions: Vec<Place>,
}

/// Whose a device is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Nobody,
    One(PersonId),
    /// It signed admissions for two people, and so speaks for none.
    Several,
}

/// All devices and people that any entry names.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) devices: BTreeMap<DeviceId, DeviceHistory>,
    pub(crate) people: BTreeMap<PersonId, PersonHistory>,
}

impl History {
    /// Reads all entries. Charters of other organisations say nothing here.
    pub(crate) fn of(ancestry: &Ancestry<'_>, charter: Place) -> History {
        let mut history = History::default();
        for place in 0..ancestry.len() {
            match &ancestry.entry(place).act {
                Act::Charter { founders, .. } if place == charter => {
                    history.found(place, founders);
                }
                Act::Charter { .. } => {}
                _ => history.take(ancestry, place),
            }
        }
        history
    }

    fn found(&mut self, place: Place, founders: &[Founder]) {
        for (position, founder) in founders.iter().enumerate() {
            let rank = (place, position);
            let person = self.person(founder.person);
            person.admissions.push(rank);
            person.promotions.push(place);
            self.device(founder.device)
                .admissions
                .push((rank, founder.person));
        }
    }

    fn take(&mut self, ancestry: &Ancestry<'_>, place: Place) {
        let entry = ancestry.entry(place);
        match &entry.act {
            Act::Charter { .. } => {}
            Act::AdmitPerson { person } => self.person(*person).admissions.push((place, 0)),
            Act::AdmitDevice { person, device, .. } => {
                self.device(*device).admissions.push(((place, 0), *person));
            }
            Act::MakeOrganiser { person } => self.person(*person).promotions.push(place),
            Act::RemoveDevice { device } => self.device(*device).removals.push(place),
            Act::RemovePerson { person } => self.person(*person).removals.push(place),
            // The past of an entry comes before it, so its signatory's admission is known by now.
            Act::Leave => {
                for person in self.owners(ancestry, place) {
                    self.person(person).removals.push(place);
                }
            }
            Act::RenewTransit { .. } => {
                for device in entry.vouching() {
                    self.device(device).renewals.push(place);
                }
            }
        }
    }

    fn person(&mut self, person: PersonId) -> &mut PersonHistory {
        self.people.entry(person).or_default()
    }

    fn device(&mut self, device: DeviceId) -> &mut DeviceHistory {
        self.devices.entry(device).or_default()
    }

    /// Whose a device is, by all admissions within these entries.
    pub(crate) fn owner(&self, device: DeviceId, within: &Places) -> Owner {
        let Some(history) = self.devices.get(&device) else {
            return Owner::Nobody;
        };
        let seen = history
            .admissions
            .iter()
            .filter(|((place, _), _)| within.contains(*place));
        seen.fold(Owner::Nobody, |owner, (_, person)| match owner {
            Owner::Nobody => Owner::One(*person),
            Owner::One(other) if other == *person => owner,
            Owner::One(_) | Owner::Several => Owner::Several,
        })
    }

    /// The people who vouch in an entry, by what it had seen.
    pub(crate) fn owners(&self, ancestry: &Ancestry<'_>, place: Place) -> Vec<PersonId> {
        let past = ancestry.past(place);
        let owners = ancestry
            .entry(place)
            .vouching()
            .map(|device| self.owner(device, past));
        let mut people: Vec<PersonId> = owners
            .filter_map(|owner| match owner {
                Owner::One(person) => Some(person),
                Owner::Nobody | Owner::Several => None,
            })
            .collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}
