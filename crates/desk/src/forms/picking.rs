//! What several forms take: numbers, and people, members and things picked from a list.

use super::{Place, Reading};
use crate::hex::{from_hex, hex};
use crate::office::Office;
use casework::{Body, Case, Content, Entry, Kind, MemberId, Minutes, PersonId, ThingId, Why};
use facts::Date;
use std::ops::RangeInclusive;

impl Reading<'_> {
    /// A whole number; a fault if it is none, or none of these.
    pub fn number(&mut self, field: &'static str, of: RangeInclusive<u32>) -> Option<u32> {
        let number = self.text(field).as_str().parse().ok();
        let number = number.filter(|it| of.contains(it));
        if number.is_none() {
            self.fault(field, "fault-number");
        }
        number
    }

    /// So many hours.
    pub fn hours(&mut self, field: &'static str, of: RangeInclusive<u32>) -> Option<Minutes> {
        self.number(field, of).map(Minutes::hours)
    }

    /// A day, if one was typed.
    pub fn day_if_any(&mut self, field: &'static str) -> Option<Date> {
        match self.text(field).is_empty() {
            true => None,
            false => self.day(field),
        }
    }

    /// Somebody on a list; a fault if nobody was picked.
    pub fn person(&mut self, field: &'static str, of: &[(String, String)]) -> Option<PersonId> {
        self.picked(field, of).map(PersonId)
    }

    /// A thing on a list; a fault if none was picked.
    pub fn thing(&mut self, field: &'static str, of: &[(String, String)]) -> Option<ThingId> {
        self.picked(field, of).map(ThingId)
    }

    /// A member on a list, if one was picked.
    pub fn member(&mut self, field: &'static str, of: &[(String, String)]) -> Option<MemberId> {
        match self.text(field).is_empty() {
            true => None,
            false => self.picked(field, of).map(MemberId),
        }
    }

    /// An id that stands on a list.
    pub fn picked<const N: usize>(
        &mut self,
        field: &'static str,
        of: &[(String, String)],
    ) -> Option<[u8; N]> {
        let typed = self.text(field);
        let is_listed = of.iter().any(|(value, _)| value == typed.as_str());
        let id = from_hex(typed.as_str()).filter(|_| is_listed);
        if id.is_none() {
            self.fault(field, "fault-choose");
        }
        id
    }
}

impl Office {
    /// Every member that is known here, by how they are called; whoever reads the list first.
    pub(crate) fn members(&self, speech: &'static crate::Speech) -> Vec<(String, String)> {
        let reading = self
            .desk()
            .reading(self.desk().caseload().date, speech.lang());
        let known = self.cabinet().members();
        let named = known.into_iter().map(|member| {
            let name = self.member(member, &reading);
            (hex(&member.0), name)
        });
        named.collect()
    }

    /// Everybody for whom routes are sought, by their name and number.
    pub(crate) fn people(&self, speech: &'static crate::Speech) -> Vec<(String, String)> {
        let known = self.known_people(speech.lang());
        let named = known.iter().map(|it| (hex(&it.person.0), it.label(speech)));
        named.collect()
    }
}

impl Place<'_> {
    /// Every member, as a choice.
    pub fn members(&self) -> Vec<(String, String)> {
        self.office.members(self.speech)
    }
}

/// A thing as it is now, in place of whatever stood of it: it has changed.
pub(crate) fn anew<T: Kind + Body + Into<Content>>(case: &Case, now: T) -> Entry {
    let standing = case.thing::<T>(&now.key());
    let before = standing.map(|standing| standing.each()).unwrap_or_default();
    let before: Vec<_> = before.iter().map(|(noted, _)| noted.id).collect();
    Entry::new(now).in_place_of(Why::Changed, before)
}
