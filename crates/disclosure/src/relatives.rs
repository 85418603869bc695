//! Relatives by name, and by kinship where the person is meant.

use crate::dates::Dates;
use crate::finding::{Category, Finding, Reason, Severity};
use crate::key::concept_key;
use crate::lexicon::Kind;
use crate::names::{NameHit, Owner};
use std::collections::BTreeSet;
use std::ops::Range;

impl Dates<'_> {
    /// A relative by name with the word for them, or by kinship where the person is meant.
    pub(crate) fn relatives(&self, found: &mut Vec<Finding>) {
        for hit in self.hits {
            if let Owner::Relative(person) = hit.owner {
                self.relative_by_name(person as usize, hit, found);
            }
        }
        for person in self.everyone_meant(found) {
            self.relatives_by_kinship(person, found);
        }
    }

    fn relative_by_name(&self, person: usize, hit: &NameHit, found: &mut Vec<Finding>) {
        let text = &self.reading.text;
        let token = &text.tokens()[hit.tokens.start];
        if !token.capital && !self.reading.caseless || token.quoted {
            return;
        }
        let near = self.kin_hits(person).into_iter().find(|t| {
            text.tokens()[t.start].sentence == token.sentence
                && t.start.abs_diff(hit.tokens.start) < 6
        });
        let meant = self.is_meant(person, found) && !self.is_of_another(person, hit);
        if near.is_some() || meant {
            let at = near.map_or(hit.tokens.clone(), |t| {
                t.start.min(hit.tokens.start)..t.end.max(hit.tokens.end)
            });
            let reason = Reason::Relative { named: true };
            self.add(
                found,
                person,
                at,
                Category::Relative,
                Severity::High,
                reason,
            );
        }
    }

    /// A family name that is not the person's follows the given name.
    fn is_of_another(&self, person: usize, hit: &NameHit) -> bool {
        let text = &self.reading.text;
        let sentence = text.tokens()[hit.tokens.start].sentence;
        let next = hit.tokens.end;
        let capital = text
            .tokens()
            .get(next)
            .is_some_and(|n| n.capital && !n.after_break && n.sentence == sentence);
        let own = |h: &NameHit| {
            h.tokens.contains(&next) && matches!(h.owner, Owner::Person(p) if p as usize == person)
        };
        capital && !self.hits.iter().any(own) && !self.reading.is_known_name(next)
    }

    /// Whom the text names, or describes well enough.
    fn everyone_meant(&self, found: &[Finding]) -> BTreeSet<usize> {
        let named = self.identified.persons.keys();
        let described = found
            .iter()
            .filter(|f| matches!(f.category, Category::Identity | Category::Attributes))
            .filter_map(|f| self.index.by_id.get(&f.subject));
        named.chain(described).map(|p| *p as usize).collect()
    }

    fn relatives_by_kinship(&self, person: usize, found: &mut Vec<Finding>) {
        let id = &self.world.persons[person].id;
        for at in self.kin_hits(person) {
            let told = |f: &Finding| f.category == Category::Relative && f.subject == *id;
            if !found.iter().any(told) {
                let reason = Reason::Relative { named: false };
                self.add(
                    found,
                    person,
                    at,
                    Category::Relative,
                    Severity::Medium,
                    reason,
                );
            }
        }
    }

    /// Where the text says a kinship that the person has.
    fn kin_hits(&self, person: usize) -> Vec<Range<usize>> {
        let kin = &self.index.kin[person];
        self.reading
            .hits
            .iter()
            .filter(|h| h.kind == Kind::Kin && kin.contains(&concept_key(h)))
            .map(|h| h.tokens.clone())
            .collect()
    }
}
