//! All entries that have arrived.

use super::ancestry::Ancestry;
use super::roster::Roster;
use super::verified::Verified;
use sealed::membership::{Act, Entry, EntryId};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// The entries of one organisation: a set that only grows.
///
/// Two graphs merge into one, in any order and as often as one likes. An entry whose past has not
/// arrived waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    organisation: EntryId,
    entries: BTreeMap<EntryId, Verified<Entry>>,
}

/// An organisation begins with a charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the entry is no charter")]
pub struct NotACharter;

/// Two graphs belong to different organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("these members belong to another organisation")]
pub struct AnotherOrganisation;

impl Graph {
    /// The graph of a new organisation, or of one whose charter was compared with the printed one.
    ///
    /// # Errors
    /// [`NotACharter`].
    pub fn new(charter: Verified<Entry>) -> Result<Graph, NotACharter> {
        if !matches!(charter.content().act, Act::Charter { .. }) {
            return Err(NotACharter);
        }
        Ok(Graph {
            organisation: charter.id(),
            entries: BTreeMap::from([(charter.id(), charter)]),
        })
    }

    /// The id of the organisation: that of its charter.
    pub fn organisation(&self) -> EntryId {
        self.organisation
    }

    /// Takes an entry in; it may already be there. Whether it stands is for [`Graph::roster`].
    pub fn add(&mut self, entry: Verified<Entry>) {
        self.entries.entry(entry.id()).or_insert(entry);
    }

    /// Takes in all entries of another graph.
    ///
    /// # Errors
    /// [`AnotherOrganisation`]; then nothing has changed.
    pub fn merge(&mut self, other: &Graph) -> Result<(), AnotherOrganisation> {
        if self.organisation != other.organisation {
            return Err(AnotherOrganisation);
        }
        other
            .entries
            .values()
            .for_each(|entry| self.add(entry.clone()));
        Ok(())
    }

    /// What a new entry must name as seen: the latest of all entries whose past is here.
    pub fn heads(&self) -> BTreeSet<EntryId> {
        let ancestry = Ancestry::of(&self.entries);
        let mut heads: BTreeSet<EntryId> =
            ancestry.entries.iter().map(|entry| entry.id()).collect();
        for entry in &ancestry.entries {
            for seen in &entry.content().heads {
                heads.remove(seen);
            }
        }
        heads
    }

    /// An entry that has arrived.
    pub fn entry(&self, id: &EntryId) -> Option<&Verified<Entry>> {
        self.entries.get(id)
    }

    /// All entries that have arrived, waiting ones too, by id.
    pub fn entries(&self) -> impl Iterator<Item = &Verified<Entry>> {
        self.entries.values()
    }

    /// Who belongs to the organisation, by all that has arrived.
    pub fn roster(&self) -> Roster {
        Roster::of(&Ancestry::of(&self.entries), self.organisation)
    }
}
