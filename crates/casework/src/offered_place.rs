use crate::content::{About, Key, body};
use crate::{Case, Country, Day, MemberId, PersonId, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// A place that a government or a partner may have for somebody.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct OfferedPlace {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// Out of which talk.
    #[n(1)]
    pub talk: ThingId,
    /// In which country.
    #[n(2)]
    pub country: Country,
    /// By which pathways one would come, by their ids in the books.
    #[n(3)]
    pub pathways: Vec<String>,
    /// For how many people, if that was said.
    #[n(4)]
    pub places: Option<u32>,
    /// How firm it is.
    #[n(5)]
    pub state: PlaceState,
    /// For whom it is confirmed.
    #[n(6)]
    pub person: Option<PersonId>,
    /// The first day on which it no longer holds.
    #[n(7)]
    pub until: Option<Day>,
    /// Members who may know of it.
    #[n(8)]
    pub known_to: BTreeSet<MemberId>,
}

/// How firm a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum PlaceState {
    /// Somebody hinted at it.
    #[n(0)]
    Hinted,
    /// It was said.
    #[n(1)]
    Said,
    /// It is written.
    #[n(2)]
    Written,
    /// It is confirmed for one person.
    #[n(3)]
    Confirmed,
    /// It is withdrawn.
    #[n(4)]
    Withdrawn,
}

impl OfferedPlace {
    /// Whether it may enter a person's routes on a day: only what is written, or confirmed for
    /// this person, and has not run out.
    pub fn enters_routes(&self, person: PersonId, on: Date) -> bool {
        let firm = match self.state {
            PlaceState::Written => self.person.is_none_or(|it| it == person),
            PlaceState::Confirmed => self.person == Some(person),
            PlaceState::Hinted | PlaceState::Said | PlaceState::Withdrawn => false,
        };
        firm && self.until.is_none_or(|until| on < until.0)
    }
}

impl Case {
    /// The places that enter a person's routes, for a member who may know of them. For any other
    /// member there is nothing, not even a gap.
    pub fn places_for(&self, person: PersonId, member: MemberId, on: Date) -> Vec<&OfferedPlace> {
        let all = self.things::<OfferedPlace>();
        let of = all.values().filter_map(|standing| {
            let each = standing.each();
            let enters = |place: &OfferedPlace| {
                place.known_to.contains(&member) && place.enters_routes(person, on)
            };
            // Where two words on one place differ, it is as firm as the weaker.
            let all_enter = each.iter().all(|(_, place)| enters(place));
            all_enter
                .then(|| each.first().map(|(_, place)| *place))
                .flatten()
        });
        of.collect()
    }
}

body!(
    OfferedPlace,
    about | _ | About::Work,
    key | it | Key::Thing(it.id)
);
