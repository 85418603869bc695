use crate::content::{About, Key, body};
use crate::{Case, Journey, OfferedPlace, PersonId, Stay, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// Two people who must not meet, and where not. Neither is told of it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct KeepApart {
    /// One.
    #[n(0)]
    pub one: PersonId,
    /// The other.
    #[n(1)]
    pub other: PersonId,
    /// Where not.
    #[n(2)]
    pub spheres: BTreeSet<Sphere>,
    /// Why.
    #[n(3)]
    pub why: Text,
}

/// Where two people could meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum Sphere {
    /// In a hide-out.
    #[n(0)]
    HideOut,
    /// On a leg of a journey.
    #[n(1)]
    Journey,
    /// In the country of a place.
    #[n(2)]
    Place,
}

impl Case {
    /// People who are to be kept apart and would meet on a day, and where.
    pub fn too_close(&self, on: Date) -> BTreeSet<(PersonId, PersonId, Sphere)> {
        let mut found = BTreeSet::new();
        let lists = self.things::<KeepApart>();
        for (_, apart) in lists.values().flat_map(|standing| standing.each()) {
            let pair = ordered(apart.one, apart.other);
            for sphere in &apart.spheres {
                if self.would_meet(apart.one, apart.other, *sphere, on) {
                    found.insert((pair.0, pair.1, *sphere));
                }
            }
        }
        found
    }

    fn would_meet(&self, one: PersonId, other: PersonId, sphere: Sphere, on: Date) -> bool {
        match sphere {
            Sphere::HideOut => {
                let of_one = self.hide_outs_of(one, on);
                !of_one.is_disjoint(&self.hide_outs_of(other, on))
            }
            Sphere::Journey => {
                let of_one = self.legs_on(one, on);
                !of_one.is_disjoint(&self.legs_on(other, on))
            }
            Sphere::Place => {
                let of_one = self.countries_of(one, on);
                !of_one.is_disjoint(&self.countries_of(other, on))
            }
        }
    }

    fn hide_outs_of(&self, person: PersonId, on: Date) -> BTreeSet<ThingId> {
        let stays = self.things::<Stay>();
        let each = stays.values().flat_map(|standing| standing.each());
        each.filter(|(_, stay)| stay.person == person && stay.is_on(on))
            .map(|(_, stay)| stay.hide_out)
            .collect()
    }

    /// The flights, trains and buses that somebody takes on a day.
    fn legs_on(&self, person: PersonId, on: Date) -> BTreeSet<String> {
        let journeys = self.things::<Journey>();
        let each = journeys.values().flat_map(|standing| standing.each());
        let legs = each
            .filter(|(_, journey)| journey.person == person)
            .flat_map(|(_, journey)| &journey.legs)
            .filter(|leg| leg.leaves.day() <= on && on <= leg.arrives.day());
        let numbers = legs.map(|leg| plain(leg.number.as_str()));
        numbers.filter(|number| !number.is_empty()).collect()
    }

    /// The countries in which a place is confirmed for somebody on a day.
    fn countries_of(&self, person: PersonId, on: Date) -> BTreeSet<crate::Country> {
        let places = self.things::<OfferedPlace>();
        let each = places.values().flat_map(|standing| standing.each());
        each.filter(|(_, place)| place.person == Some(person) && place.enters_routes(person, on))
            .map(|(_, place)| place.country)
            .collect()
    }
}

/// A number as every member would write it: `SU 2106` is `su2106`.
fn plain(number: &str) -> String {
    let letters = number.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn ordered(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    (one.min(other), one.max(other))
}

body!(
    KeepApart,
    about | _ | About::Work,
    key | it | {
        let (one, other) = ordered(it.one, it.other);
        Key::Pair(one, other)
    },
);
