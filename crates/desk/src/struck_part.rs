//! The part of a condition that is struck, in words: what is no longer asked, from the labels of the
//! facts that it names.

use crate::desk::Reading;
use crate::speech::say;
use facts::FactId;
use law::{AtomId, Gain, Reforms, Role};
use std::collections::BTreeSet;

/// A fact that a part asks, and of which country.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Asks {
    pub(crate) fact: FactId,
    pub(crate) of: OfWhich,
}

/// Of which country a fact is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum OfWhich {
    /// Of none.
    None,
    /// Of that to which the way leads, whichever it is.
    Destination,
    /// Of this country or area.
    Of(String),
}

impl Reading<'_> {
    /// What a part asks that is struck.
    pub(crate) fn asks_of_part(&self, gain: &Gain, reforms: &Reforms<'_>) -> BTreeSet<Asks> {
        let member = self.program.rules[gain.reform.rule].member.as_ref();
        let asks = |id: AtomId| {
            let atom = self.program.atoms.get(id.0 as usize)?;
            let of = match &atom.key {
                None => OfWhich::None,
                Some(key) if member.is_some_and(|member| member.key == *key) => {
                    OfWhich::Destination
                }
                Some(key) => OfWhich::Of(key.clone()),
            };
            let fact = atom.fact.clone();
            Some(Asks { fact, of })
        };
        let atoms = reforms.asked(&gain.reform).map(|asked| asked.atoms());
        atoms.into_iter().flatten().filter_map(asks).collect()
    }

    /// That a condition no longer asks for a part, or no longer bites in a case, in words.
    pub(crate) fn part_in_words(&self, asked: &BTreeSet<Asks>, role: Role) -> String {
        let label = |asks: &Asks| {
            let key = match &asks.of {
                OfWhich::None => None,
                OfWhich::Destination => Some(self.speech.say("reforms-that-country")),
                OfWhich::Of(key) => Some(self.place(key)),
            };
            let known = self.desk.library().vocabulary.get(&asks.fact.0);
            let label = known.map_or(asks.fact.0.as_ref(), |known| self.lang.of(&known.label));
            label.replace("{country}", &key.unwrap_or_default())
        };
        let labels: Vec<String> = asked.iter().map(label).collect();
        let what = match labels.is_empty() {
            true => self.speech.say("reforms-part-of-the-table"),
            false => labels.join("; "),
        };
        match role {
            Role::Requirement => say!(self.speech, "reforms-asks-no-longer", what = &what),
            Role::Bar => say!(self.speech, "reforms-bites-no-longer", what = &what),
        }
    }
}
