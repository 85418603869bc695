use crate::content::{About, Key, body};
use crate::{Case, Day, PersonId, Rung, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// A place to hide: how many it takes, and until when.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct HideOut {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// Where.
    #[n(1)]
    pub address: Text,
    /// Who keeps it.
    #[n(2)]
    pub hosts: Text,
    /// How many it takes.
    #[n(3)]
    pub capacity: u32,
    /// The first day on which it can be used.
    #[n(4)]
    pub from: Day,
    /// The first day on which it cannot be used any more.
    #[n(5)]
    pub until: Option<Day>,
    /// How far somebody must be trusted to know of it.
    #[n(6)]
    pub known_from: Rung,
}

/// Somebody stays in a hide-out.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Stay {
    /// Which stay.
    #[n(0)]
    pub id: ThingId,
    /// Who.
    #[n(1)]
    pub person: PersonId,
    /// Where.
    #[n(2)]
    pub hide_out: ThingId,
    /// The first night.
    #[n(3)]
    pub from: Day,
    /// The first day on which they no longer sleep there.
    #[n(4)]
    pub until: Option<Day>,
}

/// How full a hide-out is on a night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// So many beds are free.
    Free(u32),
    /// So many more people than beds.
    Over(u32),
    /// It cannot be used that night, or is not known.
    Closed,
}

impl Stay {
    /// Whether they sleep there on a night.
    pub fn is_on(&self, on: Date) -> bool {
        self.from.0 <= on && self.until.is_none_or(|until| on < until.0)
    }
}

impl HideOut {
    fn is_open_on(&self, on: Date) -> bool {
        self.from.0 <= on && self.until.is_none_or(|until| on < until.0)
    }
}

impl Case {
    /// Who sleeps in a hide-out on a night: where two words on a stay differ, both count.
    pub fn guests(&self, hide_out: ThingId, on: Date) -> BTreeSet<PersonId> {
        let stays = self.things::<Stay>();
        let each = stays.values().flat_map(|standing| standing.each());
        let here = each.filter(|(_, stay)| stay.hide_out == hide_out && stay.is_on(on));
        here.map(|(_, stay)| stay.person).collect()
    }

    /// How full a hide-out is on a night: where two words on it differ, the smaller counts.
    pub fn room(&self, hide_out: ThingId, on: Date) -> Room {
        let Some(standing) = self.thing::<HideOut>(&Key::Thing(hide_out)) else {
            return Room::Closed;
        };
        let each = standing.each();
        if !each.iter().all(|(_, it)| it.is_open_on(on)) {
            return Room::Closed;
        }
        let beds = each.iter().map(|(_, it)| it.capacity).min().unwrap_or(0);
        let guests = u32::try_from(self.guests(hide_out, on).len()).unwrap_or(u32::MAX);
        match beds.checked_sub(guests) {
            Some(free) => Room::Free(free),
            None => Room::Over(guests - beds),
        }
    }

    /// Who is to sleep on a night where there is no room, or no hide-out any more.
    pub fn without_a_bed(&self, on: Date) -> BTreeSet<PersonId> {
        let stays = self.things::<Stay>();
        let each = stays.values().flat_map(|standing| standing.each());
        let lacks_room = |stay: &&Stay| match self.room(stay.hide_out, on) {
            Room::Free(_) => false,
            Room::Over(_) | Room::Closed => true,
        };
        each.map(|(_, stay)| stay)
            .filter(|stay| stay.is_on(on))
            .filter(lacks_room)
            .map(|stay| stay.person)
            .collect()
    }
}

body!(
    HideOut,
    about | _ | About::Work,
    key | it | Key::Thing(it.id)
);
body!(Stay, about | _ | About::Work, key | it | Key::Thing(it.id));
