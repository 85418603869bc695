//! How many must sign what, and who may: all that can be said of an entry by itself and its past.

use super::ancestry::{Ancestry, Place};
use super::history::{History, Owner};
use super::reason::Reason;
use sealed::membership::{Act, Entry, PersonId};

/// What the charter says.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub(crate) charter: Place,
    threshold: usize,
    /// The one founder, who vouches alone, if the threshold is 1.
    pub(crate) alone: Option<PersonId>,
}

impl Rules {
    /// The rules of a charter; nothing, if the entry is none.
    pub(crate) fn of(ancestry: &Ancestry<'_>, charter: Place) -> Option<Rules> {
        let Act::Charter {
            threshold,
            founders,
            ..
        } = &ancestry.entry(charter).act
        else {
            return None;
        };
        let first = founders.first().map(|founder| founder.person);
        Some(Rules {
            charter,
            threshold: usize::from(*threshold),
            alone: first.filter(|_| *threshold == 1),
        })
    }

    /// Why an entry can never stand, if so: too few signed, or about nobody.
    pub(crate) fn refusal(
        &self,
        ancestry: &Ancestry<'_>,
        history: &History,
        place: Place,
    ) -> Option<Reason> {
        let entry = ancestry.entry(place);
        if matches!(entry.act, Act::Charter { .. }) {
            return (place != self.charter).then_some(Reason::AnotherCharter);
        }
        let past = ancestry.past(place);
        for device in entry.signatures.keys() {
            let vouches = entry.vouching().any(|vouching| vouching == *device);
            match (history.owner(*device, past), &entry.act) {
                (Owner::Several, _) => return Some(Reason::OfTwoPeople(*device)),
                (Owner::One(owner), Act::AdmitDevice { person, .. })
                    if !vouches && owner != *person =>
                {
                    return Some(Reason::OfTwoPeople(*device));
                }
                (Owner::Nobody, _) if vouches => return Some(Reason::NotAMember(*device)),
                (Owner::Nobody | Owner::One(_), _) => {}
            }
        }
        if !is_about_somebody(ancestry, history, place) {
            return Some(Reason::UnknownSubject);
        }
        self.enough(entry, &history.owners(ancestry, place)).err()
    }

    /// Whether those who vouch are enough: people for most things, any other device to remove one.
    fn enough(&self, entry: &Entry, people: &[PersonId]) -> Result<(), Reason> {
        let without = |person: &PersonId| people.iter().filter(|other| *other != person).count();
        let alone = self.alone.is_some_and(|founder| people.contains(&founder));
        let vouched = if alone { 1 } else { self.threshold.max(2) };
        let (needed, found) = match &entry.act {
            Act::AdmitPerson { .. } | Act::AdmitDevice { .. } => (vouched, people.len()),
            Act::MakeOrganiser { person } => (vouched, without(person)),
            Act::RemovePerson { person } => (2, without(person)),
            Act::RemoveDevice { device } => {
                (1, entry.vouching().filter(|other| other != device).count())
            }
            Act::Charter { .. } | Act::Leave | Act::RenewTransit { .. } => (1, people.len()),
        };
        if found < needed {
            return Err(Reason::TooFew { needed, found });
        }
        Ok(())
    }
}

/// Whether somebody had tried to admit whom an entry is about.
fn is_about_somebody(ancestry: &Ancestry<'_>, history: &History, place: Place) -> bool {
    let past = ancestry.past(place);
    match &ancestry.entry(place).act {
        Act::AdmitDevice { person, .. }
        | Act::MakeOrganiser { person }
        | Act::RemovePerson { person } => {
            let history = history.people.get(person);
            let mut admissions = history.into_iter().flat_map(|person| &person.admissions);
            admissions.any(|(seen, _)| past.contains(*seen))
        }
        Act::RemoveDevice { device } => history.owner(*device, past) != Owner::Nobody,
        Act::Charter { .. } | Act::AdmitPerson { .. } | Act::Leave | Act::RenewTransit { .. } => {
            true
        }
    }
}
