//! Who belongs to the organisation, on which devices; and what does not stand, and why.

use super::ancestry::{Ancestry, Place, Places};
use super::answer::Answer;
use super::fold::Fold;
use super::history::Owner;
use super::reason::{Reason, Refusal};
use sealed::membership::{Act, DeviceId, EntryId, PersonId, TransitKey};
use std::collections::{BTreeMap, BTreeSet};

/// What a graph comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    people: BTreeMap<PersonId, Member>,
    quarantine: BTreeMap<EntryId, Reason>,
    waiting: BTreeSet<EntryId>,
    refused: BTreeMap<DeviceId, Refusal>,
    alone: Option<PersonId>,
}

/// A person who belongs to the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What they may do.
    pub role: Role,
    /// Their devices; nobody reaches them while there is none.
    pub devices: BTreeMap<DeviceId, Device>,
}

/// What a person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// May also make organisers.
    Organiser,
    /// May vouch and remove.
    Colleague,
}

/// A device that belongs to the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Where letters to it go now.
    pub transit: TransitKey,
    /// The entry that says so.
    pub transit_since: EntryId,
}

impl Roster {
    pub(crate) fn of(ancestry: &Ancestry<'_>, organisation: EntryId) -> Roster {
        let Some(fold) = Fold::of(ancestry, organisation) else {
            // A graph always holds its charter, which waits for nothing.
            return Roster::default();
        };
        let all = Places::all(ancestry.len());
        let mut roster = Roster {
            people: people(&fold, &all),
            quarantine: BTreeMap::new(),
            waiting: ancestry.waiting.clone(),
            refused: BTreeMap::new(),
            alone: fold.rules.alone,
        };
        for (place, found) in fold.found.iter().enumerate() {
            if let Some(Err(reason)) = found {
                roster.quarantine.insert(ancestry.id(place), *reason);
            }
        }
        for device in fold.history.devices.keys() {
            match device_of(&fold, *device, &all) {
                Ok((person, found)) => {
                    if let Some(member) = roster.people.get_mut(&person) {
                        member.devices.insert(*device, found);
                    }
                }
                Err(refusal) => {
                    roster.refused.insert(*device, refusal);
                }
            }
        }
        roster
    }

    /// Everybody who belongs to the organisation.
    pub fn people(&self) -> &BTreeMap<PersonId, Member> {
        &self.people
    }

    /// Entries that do not stand, and why.
    pub fn quarantine(&self) -> &BTreeMap<EntryId, Reason> {
        &self.quarantine
    }

    /// Entries whose past has not arrived.
    pub fn waiting(&self) -> &BTreeSet<EntryId> {
        &self.waiting
    }

    /// The one founder of a charter whose threshold is 1, while they belong: they let people and devices
    /// in by their own word, and a page that shows members must say so.
    pub fn vouches_alone(&self) -> Option<PersonId> {
        self.alone
            .filter(|founder| self.people.contains_key(founder))
    }

    /// Every device to which an epoch key may be sent, and where its letters go.
    pub fn recipients(&self) -> impl Iterator<Item = (DeviceId, &TransitKey)> {
        let devices = self.people.values().flat_map(|member| &member.devices);
        devices.map(|(id, device)| (*id, &device.transit))
    }

    /// Where a letter with an epoch key to this device goes.
    ///
    /// # Errors
    /// [`Refusal`]: the device may be sent none.
    pub fn may_receive(&self, device: &DeviceId) -> Result<&TransitKey, Refusal> {
        if let Some(refusal) = self.refused.get(device) {
            return Err(*refusal);
        }
        let mut devices = self.people.values().flat_map(|member| &member.devices);
        let found = devices.find(|(id, _)| *id == device);
        found
            .map(|(_, found)| &found.transit)
            .ok_or(Refusal::NeverAdmitted)
    }

    /// Whose a device is that belongs to the organisation.
    pub fn owner(&self, device: &DeviceId) -> Option<PersonId> {
        let mut people = self.people.iter();
        people
            .find(|(_, member)| member.devices.contains_key(device))
            .map(|(person, _)| *person)
    }
}

fn people(fold: &Fold<'_>, all: &Places) -> BTreeMap<PersonId, Member> {
    let known = fold.history.people.keys().copied();
    known
        .filter(|person| fold.is_person(*person, all) == Answer::Yes)
        .map(|person| {
            let role = match fold.is_organiser(person, all) {
                Answer::Yes => Role::Organiser,
                Answer::No | Answer::Open => Role::Colleague,
            };
            let devices = BTreeMap::new();
            (person, Member { role, devices })
        })
        .collect()
}

fn device_of(fold: &Fold<'_>, id: DeviceId, all: &Places) -> Result<(PersonId, Device), Refusal> {
    let owner = match fold.history.owner(id, all) {
        Owner::One(owner) if fold.is_member(id, all) == Answer::Yes => owner,
        Owner::One(_) | Owner::Nobody | Owner::Several => return Err(refusal(fold, id, all)),
    };
    let history = &fold.history.devices[&id];
    let admissions: Vec<Place> = history
        .admissions
        .iter()
        .map(|((place, _), _)| *place)
        .filter(|place| fold.admission_lasts(id, owner, *place, all) == Answer::Yes)
        .collect();
    let since_then = |renewal: &&Place| {
        let past = fold.ancestry.past(**renewal);
        fold.stands(**renewal) == Answer::Yes
            && admissions.iter().any(|place| past.contains(*place))
    };
    let renewals = history.renewals.iter().filter(since_then);
    // The order of places is one in which nothing comes before its past.
    let latest = renewals.chain(&admissions).max().copied();
    let found = latest.and_then(|place| {
        let transit = transit(fold, place, id)?;
        let transit_since = fold.ancestry.id(place);
        Some(Device {
            transit,
            transit_since,
        })
    });
    found.map(|device| (owner, device)).ok_or(Refusal::Gone)
}

/// The transit key that an entry states for a device.
fn transit(fold: &Fold<'_>, place: Place, id: DeviceId) -> Option<TransitKey> {
    match &fold.ancestry.entry(place).act {
        Act::Charter { founders, .. } => {
            let founder = founders.iter().find(|founder| founder.device == id);
            founder.map(|founder| founder.transit.clone())
        }
        Act::AdmitDevice { transit, .. } | Act::RenewTransit { transit } => Some(transit.clone()),
        Act::AdmitPerson { .. }
        | Act::MakeOrganiser { .. }
        | Act::RemoveDevice { .. }
        | Act::RemovePerson { .. }
        | Act::Leave => None,
    }
}

/// Why a device that some entry names does not belong to the organisation.
fn refusal(fold: &Fold<'_>, id: DeviceId, all: &Places) -> Refusal {
    let admissions = fold
        .history
        .devices
        .get(&id)
        .map_or(&[][..], |device| &device.admissions);
    let Some(((last, _), _)) = admissions.last() else {
        return Refusal::NeverAdmitted;
    };
    let of_device = in_quarantine(fold, admissions.iter().map(|((place, _), _)| *place));
    let found = match fold.history.owner(id, all) {
        Owner::Several => Some((*last, Reason::OfTwoPeople(id))),
        Owner::One(owner) => of_device.or_else(|| {
            let person = fold.history.people.get(&owner)?;
            in_quarantine(fold, person.admissions.iter().map(|(place, _)| *place))
        }),
        Owner::Nobody => of_device,
    };
    match found {
        Some((place, why)) => Refusal::InQuarantine {
            entry: fold.ancestry.id(place),
            why,
        },
        None => Refusal::Gone,
    }
}

/// The last of these entries and why it does not stand, if none of them does.
fn in_quarantine(fold: &Fold<'_>, places: impl Iterator<Item = Place>) -> Option<(Place, Reason)> {
    let reasons = places.map(|place| Some((place, fold.found[place]?.err()?)));
    reasons.collect::<Option<Vec<_>>>()?.pop()
}
