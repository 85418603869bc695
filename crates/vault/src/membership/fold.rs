//! Which entries stand.
//!
//! An entry is judged when enough is settled of what it rests on and of what would strike it. What
//! stays open then are removals that exclude each other, and what hangs on them; see `cycle.rs`.

use super::ancestry::{Ancestry, Place, Places};
use super::answer::Answer;
use super::authority::Rules;
use super::history::{History, Owner};
use super::reason::Reason;
use sealed::membership::{Act, DeviceId, Entry, EntryId, PersonId};

/// All entries, and what has been found of each.
pub(crate) struct Fold<'a> {
    pub(crate) ancestry: &'a Ancestry<'a>,
    pub(crate) history: History,
    pub(crate) rules: Rules,
    /// For each entry, the removals that would strike it.
    pub(crate) strikers: Vec<Vec<Place>>,
    /// For each entry, whether it stands, or why not; nothing as long as that is open.
    pub(crate) found: Vec<Option<Result<(), Reason>>>,
}

impl<'a> Fold<'a> {
    /// Judges all entries; nothing, if the charter is not among them.
    pub(crate) fn of(ancestry: &'a Ancestry<'a>, organisation: EntryId) -> Option<Fold<'a>> {
        let charter = (0..ancestry.len()).find(|place| ancestry.id(*place) == organisation)?;
        let history = History::of(ancestry, charter);
        let mut fold = Fold {
            rules: Rules::of(ancestry, charter)?,
            strikers: strikers(ancestry, &history),
            found: vec![None; ancestry.len()],
            ancestry,
            history,
        };
        for place in 0..ancestry.len() {
            let refusal = fold.rules.refusal(ancestry, &fold.history, place);
            fold.found[place] = refusal.map(Err);
        }
        fold.settle();
        Some(fold)
    }

    fn settle(&mut self) {
        let is_open = |fold: &Fold<'_>, place: &Place| fold.found[*place].is_none();
        let mut open: Vec<Place> = (0..self.ancestry.len()).collect();
        loop {
            open.retain(|place| is_open(self, place));
            let before = open.len();
            for place in &open {
                self.found[*place] = self.judge(*place);
            }
            open.retain(|place| is_open(self, place));
            if open.is_empty() {
                return;
            }
            if open.len() == before {
                self.break_cycle(&open);
            }
        }
    }

    /// Whether an entry stands, as far as can be said.
    fn judge(&self, place: Place) -> Option<Result<(), Reason>> {
        let past = self.ancestry.past(place);
        let entry = self.ancestry.entry(place);
        let mut all = Answer::Yes;
        for striker in &self.strikers[place] {
            if self.stands(*striker) == Answer::Yes {
                let by = self.ancestry.id(*striker);
                return Some(Err(Reason::RemovedMeanwhile { by }));
            }
            all = all.and(self.stands(*striker).not());
        }
        for device in self.signatories(place) {
            let member = self.is_member(device, past);
            if member == Answer::No {
                return Some(Err(Reason::NotAMember(device)));
            }
            all = all.and(member);
        }
        if let Act::MakeOrganiser { person } = &entry.act {
            let vouching = self.history.owners(self.ancestry, place);
            let others = vouching.iter().filter(|other| *other != person);
            let organiser = Answer::any(others.map(|other| self.is_organiser(*other, past)));
            if organiser == Answer::No {
                return Some(Err(Reason::NoOrganiser));
            }
            all = all.and(organiser);
        }
        (all == Answer::Yes).then_some(Ok(()))
    }

    /// The devices that must have been members: nobody, for the charter.
    fn signatories(&self, place: Place) -> impl Iterator<Item = DeviceId> {
        let vouching = self.ancestry.entry(place).vouching();
        vouching.filter(move |_| place != self.rules.charter)
    }

    pub(crate) fn stands(&self, place: Place) -> Answer {
        match self.found[place] {
            Some(Ok(())) => Answer::Yes,
            Some(Err(_)) => Answer::No,
            None => Answer::Open,
        }
    }

    /// Whether an admission or a promotion stands and no removal of these came after it or beside it.
    pub(crate) fn lasts<'b>(
        &self,
        admission: Place,
        removals: impl IntoIterator<Item = &'b Place>,
        within: &Places,
    ) -> Answer {
        let before = self.ancestry.past(admission);
        let later = removals
            .into_iter()
            .filter(|removal| within.contains(**removal) && !before.contains(**removal));
        let removed = Answer::any(later.map(|removal| self.stands(*removal)));
        self.stands(admission).and(removed.not())
    }

    /// Whether a person belongs to the organisation, by these entries.
    pub(crate) fn is_person(&self, person: PersonId, within: &Places) -> Answer {
        let Some(history) = self.history.people.get(&person) else {
            return Answer::No;
        };
        let seen = history
            .admissions
            .iter()
            .filter(|(place, _)| within.contains(*place));
        Answer::any(seen.map(|(place, _)| self.lasts(*place, &history.removals, within)))
    }

    /// Whether a person is an organiser, by these entries.
    pub(crate) fn is_organiser(&self, person: PersonId, within: &Places) -> Answer {
        let Some(history) = self.history.people.get(&person) else {
            return Answer::No;
        };
        let seen = history
            .promotions
            .iter()
            .filter(|place| within.contains(**place));
        let promoted = Answer::any(seen.map(|place| self.lasts(*place, &history.removals, within)));
        promoted.and(self.is_person(person, within))
    }

    /// Whether a device belongs to the organisation, by these entries.
    pub(crate) fn is_member(&self, device: DeviceId, within: &Places) -> Answer {
        let Owner::One(owner) = self.history.owner(device, within) else {
            return Answer::No;
        };
        let admissions = self.history.devices[&device].admissions.iter();
        let seen = admissions.filter(|((place, _), _)| within.contains(*place));
        let lasting = Answer::any(
            seen.map(|((place, _), _)| self.admission_lasts(device, owner, *place, within)),
        );
        lasting.and(self.is_person(owner, within))
    }

    /// Whether the admission of a device lasts: neither the device nor its owner was removed.
    pub(crate) fn admission_lasts(
        &self,
        device: DeviceId,
        owner: PersonId,
        admission: Place,
        within: &Places,
    ) -> Answer {
        let of_device = self
            .history
            .devices
            .get(&device)
            .map(|history| &history.removals);
        let of_owner = self
            .history
            .people
            .get(&owner)
            .map(|history| &history.removals);
        let removals = of_device.into_iter().chain(of_owner).flatten();
        self.lasts(admission, removals, within)
    }
}

/// For each entry, the removals that are concurrent with it and take out somebody who signed it, or
/// whom it would let in or raise.
fn strikers(ancestry: &Ancestry<'_>, history: &History) -> Vec<Vec<Place>> {
    let all = 0..ancestry.len();
    let removals: Vec<Place> = all
        .clone()
        .filter(|place| ancestry.entry(*place).is_removal())
        .collect();
    all.map(|place| {
        let entry = ancestry.entry(place);
        let mut people = history.owners(ancestry, place);
        people.extend(entry.raises());
        let strikes = |removal: &&Place| {
            ancestry.are_concurrent(place, **removal)
                && takes_out(ancestry, history, **removal, entry, &people)
        };
        removals.iter().filter(strikes).copied().collect()
    })
    .collect()
}

fn takes_out(
    ancestry: &Ancestry<'_>,
    history: &History,
    removal: Place,
    entry: &Entry,
    people: &[PersonId],
) -> bool {
    match &ancestry.entry(removal).act {
        Act::RemoveDevice { device } => entry.signatures.contains_key(device),
        Act::RemovePerson { person } => people.contains(person),
        Act::Leave => {
            let leaving = history.owners(ancestry, removal);
            leaving.iter().any(|person| people.contains(person))
        }
        Act::Charter { .. }
        | Act::AdmitPerson { .. }
        | Act::AdmitDevice { .. }
        | Act::MakeOrganiser { .. }
        | Act::RenewTransit { .. } => false,
    }
}
