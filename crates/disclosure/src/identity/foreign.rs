//! Names in scripts that are not read by their sound, letter by letter.

use super::Identity;
use crate::finding::{Category, Finding, NameMatch, Reason, Severity};
use crate::names::Part;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

impl Identity<'_> {
    /// A family name, or a given name beside another part of the name.
    pub(super) fn foreign(&self, found: &mut Vec<Finding>) {
        let mut said: BTreeMap<u32, (BTreeSet<Part>, Range<usize>)> = BTreeMap::new();
        for (at, word) in &self.reading.foreign {
            for (person, part) in self.index.foreign.get(word).into_iter().flatten() {
                let (parts, whole) = said
                    .entry(*person)
                    .or_insert_with(|| (BTreeSet::new(), at.clone()));
                parts.insert(*part);
                whole.end = at.end;
            }
        }
        for (person, (parts, at)) in said {
            if parts.contains(&Part::Family) || parts.len() > 1 {
                found.push(Finding {
                    at,
                    subject: self.world.persons[person as usize].id.clone(),
                    category: Category::Identity,
                    severity: Severity::High,
                    reason: Reason::Name(NameMatch::Form),
                    already_out: false,
                });
            }
        }
    }
}
