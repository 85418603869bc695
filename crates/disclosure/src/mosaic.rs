//! What two statements tell together, where neither is enough alone.

use crate::finding::{Category, Finding, Reason, Severity};
use crate::index::Index;
use crate::key::Key;
use crate::reading::Reading;
use crate::said_traits::{MOST_LOOKED_AT, Said, SaidTraits, counts};
use crate::traits::{PERSONAL, Traits};
use std::collections::HashMap;
use std::ops::Range;

/// Traits of people that an earlier statement told, by person: half of a mosaic.
pub(crate) struct SaidBefore {
    statement: String,
    by_person: HashMap<u32, Vec<Said>>,
}

impl SaidBefore {
    pub(crate) fn of(statement: &str, reading: &Reading, index: &Index) -> Option<SaidBefore> {
        let said = SaidTraits::of(reading, index);
        let personal = |s: &&Said| {
            counts(s)
                && !s.plural
                && reading.says_any(reading.text.tokens()[s.tokens.start].sentence, PERSONAL)
        };
        let mut by_person: HashMap<u32, Vec<Said>> = HashMap::new();
        for said in said.said.iter().filter(personal) {
            let holders = &index.holders[&said.key];
            // What a crowd shares is no half of a picture.
            for person in holders.iter().filter(|_| holders.len() <= MOST_LOOKED_AT) {
                by_person.entry(*person).or_default().push(said.clone());
            }
        }
        by_person.retain(|_, said| !said.is_empty());
        (!by_person.is_empty()).then(|| SaidBefore {
            statement: statement.to_owned(),
            by_person,
        })
    }
}

impl Traits<'_> {
    /// What this sentence tells, together with one earlier statement, where neither is enough alone.
    pub(crate) fn mosaic(&self, tokens: Range<usize>, sentence: usize, found: &mut Vec<Finding>) {
        if !self.reading.says_any(sentence, PERSONAL) {
            return;
        }
        for person in &self.said.best(&tokens) {
            for (before, earlier) in self
                .before
                .iter()
                .filter_map(|b| Some((b, b.by_person.get(person)?)))
            {
                let all = self.said.of_person(*person);
                let mine: Vec<&Said> = all
                    .iter()
                    .filter(|s| tokens.contains(&s.tokens.start) && counts(s) && !s.plural)
                    .collect();
                let (Some(first), true) = (
                    mine.first(),
                    mine.iter().any(|s| !earlier.iter().any(|e| e.key == s.key)),
                ) else {
                    continue;
                };
                let held = |said: &[&Said]| -> Vec<Key> {
                    said.iter()
                        .map(|s| s.key)
                        .filter(|k| self.index.holders.contains_key(k))
                        .collect()
                };
                let (now, then) = (held(&mine), held(&earlier.iter().collect::<Vec<_>>()));
                let both: Vec<Key> = now.iter().chain(&then).copied().collect();
                let few = |keys: &[Key]| {
                    !keys.is_empty()
                        && self.index.fits(keys, self.enough()) < self.world.rules.min_group
                };
                if few(&both) && !few(&now) && !few(&then) {
                    found.push(Finding {
                        at: self.reading.text.place(first.tokens.clone()),
                        subject: self.world.persons[*person as usize].id.clone(),
                        category: Category::Attributes,
                        severity: Severity::Medium,
                        reason: Reason::Mosaic {
                            statement: before.statement.clone(),
                            fits: self.index.fits(&both, self.enough()),
                        },
                        already_out: false,
                    });
                }
            }
        }
    }
}
