use crate::content::{About, Key, body, sealed};
use crate::{Case, Day, PersonId, Text, ThingId};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;

/// Something that costs money, and who promised it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Cost {
    /// Which.
    #[n(0)]
    pub id: ThingId,
    /// For whom.
    #[n(1)]
    pub person: PersonId,
    /// What for.
    #[n(2)]
    pub what: Text,
    /// How much, in the smallest unit of the currency.
    #[n(3)]
    pub amount: u64,
    /// The currency, by its ISO 4217 code: `EUR`.
    #[n(4)]
    pub currency: String,
    /// By which day it is needed.
    #[n(5)]
    pub due: Option<Day>,
    /// How it stands.
    #[n(6)]
    pub state: Funding,
    /// Whether who gives it wants the person to return. That cannot be promised by somebody who
    /// means to ask for protection.
    #[n(7)]
    pub must_return: bool,
    /// How paying it would expose the person.
    #[n(8)]
    pub exposes: Text,
}

/// Who pays.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum Funding {
    /// Nobody yet.
    #[n(0)]
    Needed,
    /// It is promised, and by whom.
    #[n(1)]
    Promised(#[n(0)] Text),
    /// It is paid.
    #[n(2)]
    Paid,
}

/// Sums in one currency, each in its smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sums {
    /// What nobody has promised.
    pub needed: u64,
    /// What is promised and not paid.
    pub promised: u64,
    /// What is paid.
    pub paid: u64,
}

impl Case {
    /// What a person's way costs, by currency. Where two words on a cost differ, each counts: too
    /// much money hurts less than too little.
    pub fn costs(&self, person: PersonId) -> BTreeMap<String, Sums> {
        let mut by_currency: BTreeMap<String, Sums> = BTreeMap::new();
        for cost in self.costs_of(person) {
            let sums = by_currency.entry(cost.currency.clone()).or_default();
            let sum = match cost.state {
                Funding::Needed => &mut sums.needed,
                Funding::Promised(_) => &mut sums.promised,
                Funding::Paid => &mut sums.paid,
            };
            *sum = sum.saturating_add(cost.amount);
        }
        by_currency
    }

    /// The first day on which something must be paid that nobody has promised.
    pub fn money_runs_out(&self, person: PersonId) -> Option<Date> {
        let costs = self.costs_of(person).into_iter();
        let needed = costs.filter(|cost| cost.state == Funding::Needed);
        needed.filter_map(|cost| cost.due).map(|due| due.0).min()
    }

    /// What is paid or promised by somebody who wants the person to return.
    pub fn must_return(&self, person: PersonId) -> Vec<&Cost> {
        let mut costs = self.costs_of(person);
        costs.retain(|cost| cost.must_return && cost.state != Funding::Needed);
        costs
    }

    fn costs_of(&self, person: PersonId) -> Vec<&Cost> {
        let things = self.things::<Cost>();
        let each = things.values().flat_map(|standing| standing.each());
        each.map(|(_, cost)| cost)
            .filter(|cost| cost.person == person)
            .collect()
    }
}

body!(Cost, about | _ | About::Work, key | it | Key::Thing(it.id));
sealed!(Funding);
