//! What must be true of every roster, said without the fold: each sentence looks only at the entries,
//! at what each had seen, and at which of them the roster says stand.

use std::collections::BTreeSet;
use vault::membership::{Act, DeviceId, Entry, EntryId, Graph, PersonId, Reason, Role, Roster};

/// The number of an entry, in an order in which each comes after its past.
type Number = usize;

/// The entries whose past is here, and what the roster says. At most 64 of them.
pub struct Findings<'a> {
    roster: &'a Roster,
    ids: Vec<EntryId>,
    entries: Vec<&'a Entry>,
    /// What each had seen, a bit for each number.
    pasts: Vec<u64>,
    stands: Vec<bool>,
    /// The people who vouch in each.
    people: Vec<BTreeSet<PersonId>>,
    standing_removals: Vec<Number>,
    charter: Number,
}

/// Finds the first sentence that is not true.
///
/// # Errors
/// The sentence.
pub fn check(graph: &Graph, roster: &Roster) -> Result<(), String> {
    let findings = Findings::of(graph, roster);
    findings.signatures_are_enough()?;
    findings.signatories_belonged()?;
    findings.removal_beats_everything_beside_it()?;
    findings.nothing_is_quarantined_without_cause()?;
    findings.exclusion_is_mutual_and_goes_by_seniority()?;
    findings.members_are_those_admitted_and_not_removed()?;
    findings.organisers_go_only_by_two_others_or_by_leaving()
}

type Sentence = Result<(), String>;

fn holds(truth: bool, sentence: impl FnOnce() -> String) -> Sentence {
    if truth { Ok(()) } else { Err(sentence()) }
}

impl<'a> Findings<'a> {
    fn of(graph: &'a Graph, roster: &'a Roster) -> Findings<'a> {
        let mut findings = Findings {
            roster,
            ids: Vec::new(),
            entries: Vec::new(),
            pasts: Vec::new(),
            stands: Vec::new(),
            people: Vec::new(),
            standing_removals: Vec::new(),
            charter: 0,
        };
        let mut rest: Vec<_> = graph
            .entries()
            .filter(|entry| !roster.waiting().contains(&entry.id()))
            .collect();
        while !rest.is_empty() {
            rest.retain(|entry| !findings.take(entry.id(), entry.content()));
        }
        let charter = findings
            .ids
            .iter()
            .position(|id| *id == graph.organisation());
        findings.charter = charter.expect("a graph holds its charter");
        let all = 0..findings.entries.len();
        findings.people = all.clone().map(|number| findings.owners(number)).collect();
        findings.standing_removals = all
            .filter(|number| findings.stands[*number] && findings.is_removal(*number))
            .collect();
        findings
    }

    /// Takes an entry whose heads were taken.
    fn take(&mut self, id: EntryId, entry: &'a Entry) -> bool {
        let mut past = 0;
        for head in &entry.heads {
            let Some(number) = self.ids.iter().position(|id| id == head) else {
                return false;
            };
            past |= self.pasts[number] | 1 << number;
        }
        self.ids.push(id);
        self.entries.push(entry);
        self.pasts.push(past);
        self.stands
            .push(!self.roster.quarantine().contains_key(&id));
        true
    }

    fn number(&self, id: EntryId) -> Number {
        self.ids
            .iter()
            .position(|other| *other == id)
            .expect("an entry whose past is here")
    }

    /// The entries in quarantine, and why.
    fn quarantined(&self) -> impl Iterator<Item = (Number, Reason)> {
        let quarantine = self.roster.quarantine().iter();
        quarantine.map(|(id, reason)| (self.number(*id), *reason))
    }

    fn stands(&self, number: Number) -> bool {
        self.stands[number]
    }

    fn standing(&self) -> impl Iterator<Item = (Number, &'a Entry)> {
        let all = self.entries.iter().copied().enumerate();
        all.filter(|(number, _)| self.stands[*number])
    }

    fn standing_removals(&self) -> impl Iterator<Item = Number> {
        self.standing_removals.iter().copied()
    }

    /// Whether one entry had seen another.
    fn saw(&self, later: Number, earlier: Number) -> bool {
        self.pasts[later] >> earlier & 1 == 1
    }

    fn are_concurrent(&self, one: Number, other: Number) -> bool {
        one != other && !self.saw(one, other) && !self.saw(other, one)
    }

    fn founders(&self) -> Vec<(PersonId, DeviceId)> {
        match &self.entries[self.charter].act {
            Act::Charter { founders, .. } => founders
                .iter()
                .map(|founder| (founder.person, founder.device))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn threshold(&self) -> usize {
        match &self.entries[self.charter].act {
            Act::Charter { threshold, .. } => usize::from(*threshold),
            _ => usize::MAX,
        }
    }

    /// All entries that admit a device, with the person for whom.
    fn device_admissions(&self, device: DeviceId) -> Vec<(Number, PersonId)> {
        let founders = self
            .founders()
            .into_iter()
            .filter(|founder| founder.1 == device);
        let mut found: Vec<(Number, PersonId)> =
            founders.map(|(person, _)| (self.charter, person)).collect();
        for (id, entry) in self.entries.iter().enumerate() {
            match &entry.act {
                Act::AdmitDevice {
                    person,
                    device: admitted,
                    ..
                } if *admitted == device => found.push((id, *person)),
                _ => {}
            }
        }
        found
    }

    /// All entries that admit a person.
    fn person_admissions(&self, person: PersonId) -> Vec<Number> {
        let is_founder = self.founders().iter().any(|founder| founder.0 == person);
        let admits = |entry: &Entry| entry.act == Act::AdmitPerson { person };
        let admitted = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| admits(entry))
            .map(|(id, _)| id);
        is_founder
            .then_some(self.charter)
            .into_iter()
            .chain(admitted)
            .collect()
    }

    /// Whose a device was, for somebody who had seen what this entry had: nobody's, if it was claimed
    /// for two people.
    fn owner(&self, device: DeviceId, of: Number) -> Option<PersonId> {
        let mut seen = self.device_admissions(device);
        seen.retain(|(id, _)| self.saw(of, *id));
        let first = seen.first()?.1;
        seen.iter()
            .all(|(_, person)| *person == first)
            .then_some(first)
    }

    /// The devices that vouch in an entry.
    fn vouching(&self, id: Number) -> Vec<DeviceId> {
        let entry = self.entries[id];
        let signed = entry.signatures.keys().copied();
        match entry.act {
            Act::AdmitDevice { device, .. } => signed.filter(|other| *other != device).collect(),
            _ => signed.collect(),
        }
    }

    fn people(&self, id: Number) -> &BTreeSet<PersonId> {
        &self.people[id]
    }

    fn owners(&self, id: Number) -> BTreeSet<PersonId> {
        let devices = self.vouching(id);
        devices
            .into_iter()
            .filter_map(|device| self.owner(device, id))
            .collect()
    }

    /// Whether a removal takes out this device or its person.
    fn removes(&self, removal: Number, device: Option<DeviceId>, person: Option<PersonId>) -> bool {
        match &self.entries[removal].act {
            Act::RemoveDevice { device: removed } => Some(*removed) == device,
            Act::RemovePerson { person: removed } => Some(*removed) == person,
            Act::Leave => person.is_some_and(|person| self.people(removal).contains(&person)),
            _ => false,
        }
    }

    fn is_removal(&self, id: Number) -> bool {
        matches!(
            self.entries[id].act,
            Act::RemoveDevice { .. } | Act::RemovePerson { .. } | Act::Leave
        )
    }

    /// Whether a removal takes out somebody who signed an entry, or whom it would let in or raise.
    fn touches(&self, removal: Number, id: Number) -> bool {
        let entry = self.entries[id];
        let raised = match entry.act {
            Act::AdmitPerson { person }
            | Act::AdmitDevice { person, .. }
            | Act::MakeOrganiser { person } => Some(person),
            _ => None,
        };
        let signed = entry.signatures.keys();
        self.removes(removal, None, raised)
            || signed.copied().any(|device| {
                self.removes(removal, Some(device), None)
                    || self.removes(removal, None, self.owner(device, id))
            })
    }

    /// Whether enough people signed an entry that any of them could sign.
    fn has_enough(&self, id: Number) -> bool {
        let people = self.people(id);
        let alone = self.threshold() == 1 && people.contains(&self.founders()[0].0);
        let vouched = if alone { 1 } else { self.threshold().max(2) };
        match &self.entries[id].act {
            Act::Charter { .. } => id == self.charter,
            Act::AdmitPerson { .. } | Act::AdmitDevice { .. } => people.len() >= vouched,
            Act::MakeOrganiser { person } => {
                people.iter().filter(|other| *other != person).count() >= vouched
            }
            Act::RemovePerson { person } => {
                people.iter().filter(|other| *other != person).count() >= 2
            }
            Act::RemoveDevice { device } => self.vouching(id).iter().any(|other| other != device),
            Act::Leave | Act::RenewTransit { .. } => true,
        }
    }

    /// Whether a device belonged, for somebody who had seen what this entry had.
    fn belonged(&self, device: DeviceId, at: Number) -> bool {
        let person = self.owner(device, at);
        let lasts = |admission: Number, device: Option<DeviceId>| {
            let removed = |removal: Number| {
                self.saw(at, removal)
                    && !self.saw(admission, removal)
                    && self.removes(removal, device, person)
            };
            self.saw(at, admission)
                && self.stands(admission)
                && !self.standing_removals().any(removed)
        };
        let admissions = self.device_admissions(device);
        let people = person
            .map(|person| self.person_admissions(person))
            .unwrap_or_default();
        admissions
            .into_iter()
            .any(|(id, _)| lasts(id, Some(device)))
            && people.into_iter().any(|id| lasts(id, None))
    }

    fn organiser(&self, person: PersonId, at: Number) -> bool {
        let promotes = |id: Number, entry: &Entry| {
            entry.act == Act::MakeOrganiser { person }
                || (id == self.charter && self.founders().iter().any(|founder| founder.0 == person))
        };
        let seen = |id: Number| self.saw(at, id);
        self.standing().any(|(promotion, entry)| {
            seen(promotion)
                && promotes(promotion, entry)
                && !self.standing_removals().any(|removal| {
                    seen(removal)
                        && !self.saw(promotion, removal)
                        && self.removes(removal, None, Some(person))
                })
        })
    }

    /// Whether an entry was its signatories' to sign, by what they had seen and what stands of it.
    fn is_founded(&self, id: Number) -> bool {
        if id == self.charter {
            return true;
        }
        let organiser = match self.entries[id].act {
            Act::MakeOrganiser { person } => {
                let mut others = self.people(id).iter().filter(|other| **other != person);
                others.any(|other| self.organiser(*other, id))
            }
            _ => true,
        };
        organiser
            && self.has_enough(id)
            && self.is_about_somebody(id)
            && self
                .vouching(id)
                .into_iter()
                .all(|device| self.belonged(device, id))
    }

    fn is_about_somebody(&self, id: Number) -> bool {
        let is_known = |person: PersonId| {
            self.person_admissions(person)
                .into_iter()
                .any(|admission| self.saw(id, admission))
        };
        match self.entries[id].act {
            Act::AdmitDevice { person, device, .. } => {
                let mut claims = self.device_admissions(device).into_iter();
                is_known(person)
                    && claims.all(|(claim, other)| other == person || !self.saw(id, claim))
            }
            Act::MakeOrganiser { person } | Act::RemovePerson { person } => is_known(person),
            Act::RemoveDevice { device } => self
                .device_admissions(device)
                .iter()
                .any(|(claim, _)| self.saw(id, *claim)),
            _ => true,
        }
    }

    /// A threshold is never under-cut, nobody vouches twice, nobody is a judge of themselves.
    fn signatures_are_enough(&self) -> Sentence {
        for (id, entry) in self.standing() {
            holds(self.has_enough(id), || {
                format!("{id} stands with too few signatures: {entry:?}")
            })?;
        }
        Ok(())
    }

    /// No ghost vouches, and no removed device goes on.
    fn signatories_belonged(&self) -> Sentence {
        for (id, entry) in self.standing() {
            holds(self.is_founded(id), || {
                format!("{id} stands and is unfounded: {entry:?}")
            })?;
        }
        Ok(())
    }

    fn removal_beats_everything_beside_it(&self) -> Sentence {
        for removal in self.standing_removals() {
            for (id, _) in self.standing() {
                let beaten = self.are_concurrent(removal, id) && self.touches(removal, id);
                holds(!beaten, || {
                    format!("{id} stands beside the removal {removal} that beats it")
                })?;
            }
        }
        Ok(())
    }

    fn nothing_is_quarantined_without_cause(&self) -> Sentence {
        for (id, reason) in self.quarantined() {
            let beaten = self.standing().any(|(removal, _)| {
                self.is_removal(removal)
                    && self.are_concurrent(removal, id)
                    && self.touches(removal, id)
            });
            let told = match reason {
                Reason::RemovedMeanwhile { by } => {
                    let by = self.number(by);
                    self.stands(by) && self.are_concurrent(by, id) && self.touches(by, id)
                }
                Reason::Excluded { .. } => true,
                _ => !self.is_founded(id),
            };
            let excluded = matches!(reason, Reason::Excluded { .. });
            let caused = beaten || excluded || !self.is_founded(id);
            holds(told && caused, || {
                format!("{id} is quarantined without cause: {reason}")
            })?;
        }
        Ok(())
    }

    /// In tests people are numbered in the order of their admission.
    fn earliest(&self, id: Number) -> Option<PersonId> {
        self.people(id).first().copied()
    }

    fn exclusion_is_mutual_and_goes_by_seniority(&self) -> Sentence {
        for (id, reason) in self.quarantined() {
            let Reason::Excluded { by } = reason else {
                continue;
            };
            let by = self.number(by);
            let right = self.is_removal(id)
                && self.is_removal(by)
                && self.stands(by)
                && self.earliest(by) <= self.earliest(id);
            holds(right, || {
                format!("{id} is excluded by {by}, which is not by the earlier")
            })?;
            let circle = self.hangs_on(id, by) && self.hangs_on(by, id);
            holds(circle, || {
                format!("{id} and {by} do not exclude each other")
            })?;
        }
        Ok(())
    }

    /// Whether an entry can be reached from another by steps from a removal to what it touches beside
    /// it, or from an entry to one that had seen it.
    fn hangs_on(&self, id: Number, on: Number) -> bool {
        let mut reached = BTreeSet::from([on]);
        let mut next = vec![on];
        while let Some(from) = next.pop() {
            for to in 0..self.entries.len() {
                let beats = self.is_removal(from)
                    && self.are_concurrent(from, to)
                    && self.touches(from, to);
                if (beats || self.saw(to, from)) && reached.insert(to) {
                    next.push(to);
                }
            }
        }
        reached.contains(&id)
    }

    /// A removed device never comes back without a new admission; a ghost is never there; and nobody
    /// is missing whom no one removed.
    fn members_are_those_admitted_and_not_removed(&self) -> Sentence {
        let devices: BTreeSet<DeviceId> = self
            .entries
            .iter()
            .flat_map(|entry| entry.signatures.keys().copied())
            .collect();
        for device in devices {
            let admissions = self.device_admissions(device);
            let people: BTreeSet<PersonId> = admissions.iter().map(|(_, person)| *person).collect();
            let lasting = admissions.iter().any(|(admission, person)| {
                self.lasts(*admission, Some(device), *person)
                    && self
                        .person_admissions(*person)
                        .iter()
                        .any(|id| self.lasts(*id, None, *person))
            });
            let expected = lasting && people.len() == 1;
            let member = self.roster.may_receive(&device).is_ok();
            holds(expected == member, || {
                format!("device {device} is a member: {member}")
            })?;
            let listed = self
                .roster
                .recipients()
                .any(|(recipient, _)| recipient == device);
            holds(listed == member, || {
                format!("device {device} is listed: {listed}")
            })?;
        }
        Ok(())
    }

    /// Whether an admission stands and every removal that stands had been seen by it.
    fn lasts(&self, admission: Number, device: Option<DeviceId>, person: PersonId) -> bool {
        self.stands(admission)
            && self
                .standing_removals()
                .all(|id| !self.removes(id, device, Some(person)) || self.saw(admission, id))
    }

    fn organisers_go_only_by_two_others_or_by_leaving(&self) -> Sentence {
        let made = self.standing().filter_map(|(_, entry)| match entry.act {
            Act::MakeOrganiser { person } => Some(person),
            _ => None,
        });
        let founders = self.founders().into_iter().map(|(person, _)| person);
        for person in made.chain(founders) {
            let member = self.roster.people().get(&person);
            let organiser = member.is_some_and(|member| member.role == Role::Organiser);
            let sent_away = self.standing().any(|(id, entry)| match &entry.act {
                Act::RemovePerson { person: removed } => {
                    let others = self.people(id).iter().filter(|other| **other != person);
                    *removed == person && others.count() >= 2
                }
                Act::Leave => self.people(id).contains(&person),
                _ => false,
            });
            holds(organiser || sent_away, || {
                format!("organiser {person} went by nobody's right")
            })?;
        }
        Ok(())
    }
}
