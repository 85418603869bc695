//! What was asked in one sitting: kept in memory only, and gone when the vault is closed.

use crate::case::CaseNumber;
use casework::OperationId;
use facts::{FactId, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// One sitting with one person.
#[derive(Clone, Default)]
pub(crate) struct Sitting {
    /// Topics in the order in which they were begun; the last is the one of now.
    pub topics: Vec<Topic>,
    /// Facts that were asked, each with its key if it has keys.
    pub asked: BTreeSet<(FactId, Option<String>)>,
    /// What was signed.
    pub recorded: Vec<OperationId>,
    /// Whether somebody has said that it is enough for today.
    pub ended: bool,
}

impl Sitting {
    /// Notes that a question was put.
    pub fn ask(&mut self, fact: &FactId, keys: &[String]) {
        let keyed = keys.iter().map(|key| (fact.clone(), Some(key.clone())));
        self.asked.extend(keyed);
        if keys.is_empty() {
            self.asked.insert((fact.clone(), None));
        }
    }

    /// Whether a question was put.
    pub fn has_asked(&self, fact: &FactId, key: Option<&str>) -> bool {
        let place = (fact.clone(), key.map(str::to_owned));
        self.asked.contains(&place)
    }
}

/// The sittings of every case since the vault was opened.
#[derive(Default)]
pub(crate) struct Sittings(BTreeMap<CaseNumber, Sitting>);

impl Sittings {
    /// Begins a new one.
    pub fn begin(&mut self, number: CaseNumber) {
        self.0.insert(number, Sitting::default());
    }

    /// The sitting of a case, which begins if there is none.
    pub fn of(&mut self, number: CaseNumber) -> &mut Sitting {
        self.0.entry(number).or_default()
    }

    /// The sitting of a case, if one was begun.
    pub fn get(&self, number: CaseNumber) -> Option<&Sitting> {
        self.0.get(&number)
    }
}
