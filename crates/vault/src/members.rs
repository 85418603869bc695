//! Who belongs to the organisation: the membership graph, as the vault keeps and asks it.

use crate::membership::{
    Act, Entry, EntryId, Founder, Graph, PersonId, Reason, Refusal, Roster, TransitKey, Verified,
};
use crate::{Vault, VaultError};
use sealed::{Canonical, DeviceId, Item, VerifiedCard};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// What the entries that have come here say.
#[derive(Default)]
pub(crate) struct Members {
    pub roster: Roster,
    /// Whose each device is or was, by the admissions that stand: a removal takes nothing back that
    /// was signed before it.
    people: BTreeMap<DeviceId, PersonId>,
    /// What a new entry names as seen.
    pub heads: BTreeSet<EntryId>,
    /// How many people must sign an erasure.
    erasure: Option<u64>,
}

impl Members {
    fn of(graph: &Graph) -> Self {
        let roster = graph.roster();
        let charter = graph.entry(&graph.organisation());
        let erasure = charter.and_then(|charter| match charter.content().act {
            Act::Charter { erasure, .. } => Some(u64::from(erasure).max(1)),
            _ => None,
        });
        Self {
            people: people(graph, &roster),
            heads: graph.heads(),
            roster,
            erasure,
        }
    }

    /// Whether the charter has come: until then nothing is known of anybody.
    pub fn are_known(&self) -> bool {
        self.erasure.is_some()
    }
}

/// Whose each device was ever let in as; nobody's, if it was claimed for two.
fn people(graph: &Graph, roster: &Roster) -> BTreeMap<DeviceId, PersonId> {
    let stands = |entry: &&Verified<Entry>| {
        !roster.quarantine().contains_key(&entry.id()) && !roster.waiting().contains(&entry.id())
    };
    let mut found: BTreeMap<DeviceId, BTreeSet<PersonId>> = BTreeMap::new();
    let mut admitted: BTreeSet<PersonId> = BTreeSet::new();
    for entry in graph.entries().filter(stands) {
        match &entry.content().act {
            Act::Charter { founders, .. } => {
                for Founder { person, device, .. } in founders {
                    admitted.insert(*person);
                    found.entry(*device).or_default().insert(*person);
                }
            }
            Act::AdmitPerson { person } => drop(admitted.insert(*person)),
            Act::AdmitDevice { person, device, .. } => {
                found.entry(*device).or_default().insert(*person);
            }
            Act::MakeOrganiser { .. }
            | Act::RemoveDevice { .. }
            | Act::RemovePerson { .. }
            | Act::Leave
            | Act::RenewTransit { .. } => {}
        }
    }
    let one = |(device, people): (DeviceId, BTreeSet<PersonId>)| match people.first() {
        Some(person) if people.len() == 1 && admitted.contains(person) => Some((device, *person)),
        _ => None,
    };
    found.into_iter().filter_map(one).collect()
}

/// The entry that lets a device in, agreed to by its card and vouched for by nobody yet.
pub(crate) fn admission(heads: BTreeSet<EntryId>, card: &VerifiedCard) -> Entry {
    let (person, device) = (card.person(), card.device());
    let transit = TransitKey(card.card().to_bytes());
    let act = Act::AdmitDevice {
        person,
        device,
        transit,
    };
    let mut entry = Entry::unsigned(heads, act);
    entry.signatures.insert(device, card.agreement());
    entry
}

impl Vault {
    /// How the organisation began, and what it asks; none before the first bundle has come.
    pub fn charter(&self) -> Option<&Verified<Entry>> {
        let mut entries = self.held.entries.iter().map(|(_, entry)| entry);
        entries.find(|entry| entry.id().0 == self.organisation().0)
    }

    /// The person whose device this is: an id that was drawn for them, and says nothing about them.
    pub fn person(&self) -> PersonId {
        self.key_box.ring.person
    }

    /// Who belongs to the organisation, on which devices; and what does not stand, and why. Nobody,
    /// before the charter has come.
    pub fn roster(&self) -> Roster {
        self.members().roster.clone()
    }

    /// Entries that too few people have signed so far, with whoever did: [`Vault::vouch`] adds a
    /// signature.
    pub fn unvouched(&self) -> Vec<(EntryId, Entry)> {
        let members = self.members();
        let quarantine = members.roster.quarantine();
        let entries = self.held.entries.iter().map(|(_, entry)| entry);
        let stands = |entry: &&Verified<Entry>| !quarantine.contains_key(&entry.id());
        let says = |entry: &Entry| (entry.heads.clone(), entry.act.clone());
        // What was vouched for since is another entry, which says the same.
        let standing = entries.clone().filter(stands);
        let vouched: HashSet<_> = standing.map(|entry| says(entry.content())).collect();
        let too_few = entries.filter(|entry| {
            matches!(quarantine.get(&entry.id()), Some(Reason::TooFew { .. }))
                && !vouched.contains(&says(entry.content()))
        });
        too_few
            .map(|entry| (entry.id(), entry.content().clone()))
            .collect()
    }

    /// Signs an entry that others have signed, too. That it is right was asked before.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], if it is not here.
    pub fn vouch(&mut self, entry: EntryId) -> Result<EntryId, VaultError> {
        self.may_write()?;
        let mut entries = self.held.entries.iter();
        let found = entries.find(|(_, known)| known.id() == entry);
        let (_, found) = found.ok_or(VaultError::NoSuchEntry)?;
        let mut signed = found.content().clone();
        signed.sign(&self.key_box.ring.device);
        let id = signed.id();
        if id != entry {
            self.store(vec![Item::Entry(signed)])?;
        }
        Ok(id)
    }

    /// Removes a person with all their devices, as far as two people have signed it: this is the
    /// first signature, or the second beside a colleague's ([`Vault::vouch`]). Once it stands,
    /// [`Vault::remove_gone`] removes them from compartments.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn remove_person(&mut self, person: PersonId) -> Result<EntryId, VaultError> {
        self.may_write()?;
        let entry = self.entry(Act::RemovePerson { person });
        let id = entry.id();
        self.store(vec![Item::Entry(entry)])?;
        Ok(id)
    }

    /// Removes every device that no longer belongs to the organisation from every compartment that it
    /// and this device can read.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn remove_gone(&mut self, at: i64) -> Result<(), VaultError> {
        self.may_write()?;
        for (compartment, _) in self.compartments() {
            let readers = self.fold(compartment)?.readers.clone();
            let is_gone = |device: &DeviceId| self.is_gone(*device);
            if readers.contains(&self.device()) && readers.iter().any(is_gone) {
                // Opening an epoch leaves out whoever is gone.
                self.renew(compartment, at)?;
            }
        }
        Ok(())
    }

    /// Shuts a device out of the organisation, if it belongs to it.
    pub(crate) fn shut_out(&mut self, device: DeviceId) -> Result<(), VaultError> {
        match self.members().roster.owner(&device) {
            Some(_) => {
                let entry = self.entry(Act::RemoveDevice { device });
                self.store(vec![Item::Entry(entry)])
            }
            None => Ok(()),
        }
    }

    /// The entries that a card needs to belong: its person's, and its own.
    pub(crate) fn admissions(&self, card: &VerifiedCard) -> Vec<Entry> {
        let members = self.members();
        let (person, device) = (card.person(), card.device());
        if !members.are_known() || members.roster.owner(&device) == Some(person) {
            return vec![];
        }
        let mut entries = vec![];
        let mut heads = members.heads.clone();
        if !members.roster.people().contains_key(&person) {
            let mut entry = Entry::unsigned(heads.clone(), Act::AdmitPerson { person });
            entry.sign(&self.key_box.ring.device);
            heads = BTreeSet::from([entry.id()]);
            entries.push(entry);
        }
        let mut entry = admission(heads, card);
        entry.sign(&self.key_box.ring.device);
        entries.push(entry);
        entries
    }

    /// An entry that this device signs, having seen all that is here.
    pub(crate) fn entry(&self, act: Act) -> Entry {
        let mut entry = Entry::unsigned(self.members().heads.clone(), act);
        entry.sign(&self.key_box.ring.device);
        entry
    }

    /// What the entries that are here say.
    pub(crate) fn members(&self) -> Arc<Members> {
        let count = self.held.entries.len();
        if let Some((by, members)) = &self.folded.borrow().members
            && *by == count
        {
            return Arc::clone(members);
        }
        let charter = self.charter().cloned();
        let graph = charter.and_then(|charter| Graph::new(charter).ok());
        let members = Arc::new(graph.map_or_else(Members::default, |mut graph| {
            let entries = self.held.entries.iter();
            entries.for_each(|(_, entry)| graph.add(entry.clone()));
            Members::of(&graph)
        }));
        self.folded.borrow_mut().members = Some((count, Arc::clone(&members)));
        members
    }

    /// How many people must sign an erasure. Without the charter nobody knows: two, then.
    pub(crate) fn erasure_needs(&self) -> u64 {
        self.members().erasure.unwrap_or(2)
    }

    /// Whose a device is or was: as it was let in, or as share-holders vouched that it takes the place
    /// of one that was.
    pub fn person_of(&self, device: DeviceId) -> Option<PersonId> {
        let (members, mut device) = (self.members(), device);
        let successions = self.successions();
        // Each lost device has at most one step behind it, so that no circle is walked for ever.
        for _ in 0..=successions.len() {
            if let Some(person) = members.people.get(&device) {
                return Some(*person);
            }
            device = *successions.get(&device)?;
        }
        None
    }

    /// Whether a letter with an epoch key may go to a device.
    ///
    /// # Errors
    /// [`Refusal`], as the roster gives it.
    pub(crate) fn may_receive(&self, device: DeviceId) -> Result<(), Refusal> {
        let members = self.members();
        match members.roster.may_receive(&device) {
            // A device that was restored has its predecessor's place until its own admission stands.
            Err(Refusal::NeverAdmitted | Refusal::InQuarantine { .. })
                if self.person_of(device).is_some() =>
            {
                Ok(())
            }
            found => found.map(|_| ()),
        }
    }

    /// Whether a device belonged to the organisation and does not any more.
    pub(crate) fn is_gone(&self, device: DeviceId) -> bool {
        device != self.device() && self.may_receive(device) == Err(Refusal::Gone)
    }
}
