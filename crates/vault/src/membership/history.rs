//! Everything that was ever said about a device or a person, whether it stands or not.

use super::ancestry::{Ancestry, Place, Places};
use super::entry::{Act, DeviceId, PersonId};
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
            let entry = ancestry.entry(place);
            match &entry.act {
                Act::Charter { founders, .. } if place == charter => {
                    for (position, founder) in founders.iter().enumerate() {
                        let rank = (place, position);
                        let person = history.people.entry(founder.person).or_default();
                        person.admissions.push(rank);
                        person.promotions.push(place);
                        let device = history.devices.entry(founder.device).or_default();
                        device.admissions.push((rank, founder.person));
                    }
                }
                Act::Charter { .. } => {}
                Act::AdmitPerson { person } => {
                    let person = history.people.entry(*person).or_default();
                    person.admissions.push((place, 0));
                }
                Act::AdmitDevice { person, device, .. } => {
                    let device = history.devices.entry(*device).or_default();
                    device.admissions.push(((place, 0), *person));
                }
                Act::MakeOrganiser { person } => {
                    history
                        .people
                        .entry(*person)
                        .or_default()
                        .promotions
                        .push(place);
                }
                Act::RemoveDevice { device } => {
                    history
                        .devices
                        .entry(*device)
                        .or_default()
                        .removals
                        .push(place);
                }
                Act::RemovePerson { person } => {
                    history
                        .people
                        .entry(*person)
                        .or_default()
                        .removals
                        .push(place);
                }
                // The past of an entry comes before it, so its signatory's admission is known by now.
                Act::Leave => {
                    for person in history.owners(ancestry, place) {
                        history
                            .people
                            .entry(person)
                            .or_default()
                            .removals
                            .push(place);
                    }
                }
                Act::RenewTransit { .. } => {
                    for device in entry.vouching() {
                        history
                            .devices
                            .entry(device)
                            .or_default()
                            .renewals
                            .push(place);
                    }
                }
            }
        }
        history
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
