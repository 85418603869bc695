use crate::content::{About, Key, body};
use crate::{Case, Day, PersonId, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// What a person was told of a place, and when. They may be caught, and made to say it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Telling {
    /// Who was told.
    #[n(0)]
    pub person: PersonId,
    /// Of which place.
    #[n(1)]
    pub place: ThingId,
    /// What.
    #[n(2)]
    pub what: BTreeSet<PlaceDetail>,
    /// When.
    #[n(3)]
    pub on: Day,
}

/// What can be told of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum PlaceDetail {
    /// That there is one.
    #[n(0)]
    That,
    /// In which country.
    #[n(1)]
    Country,
    /// When they leave.
    #[n(2)]
    When,
    /// By which flight.
    #[n(3)]
    Flight,
}

impl Case {
    /// What each person was told of a place until a day: nothing once told is ever untold.
    pub fn told_of(&self, place: ThingId, on: Date) -> BTreeMap<PersonId, BTreeSet<PlaceDetail>> {
        let mut told: BTreeMap<PersonId, BTreeSet<PlaceDetail>> = BTreeMap::new();
        let tellings = self.standing::<Telling>().map(|(_, it)| it);
        for telling in tellings.filter(|it| it.place == place && it.on.0 <= on) {
            let details = told.entry(telling.person).or_default();
            details.extend(&telling.what);
        }
        told
    }

    /// What a person could be made to say on a day: what they were told of each place.
    pub fn exposed_by(
        &self,
        person: PersonId,
        on: Date,
    ) -> BTreeMap<ThingId, BTreeSet<PlaceDetail>> {
        let mut known: BTreeMap<ThingId, BTreeSet<PlaceDetail>> = BTreeMap::new();
        let tellings = self.standing::<Telling>().map(|(_, it)| it);
        for telling in tellings.filter(|it| it.person == person && it.on.0 <= on) {
            let details = known.entry(telling.place).or_default();
            details.extend(&telling.what);
        }
        known
    }
}

body!(Telling, about | _ | About::Work, key | _ | Key::Event);
