//! D1 and D2: names of every form, initials, user names; telephones, papers, mail.

use crate::finding::{Category, Finding, NameMatch, Reason, Severity};
use crate::index::Index;
use crate::names::{NameHit, Owner, Part};
use crate::reading::Reading;
use crate::said_traits::SaidTraits;
use crate::world::World;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

mod foreign;
mod handles;
mod initials;
mod name_words;
mod named;
mod numbers;

/// A person whom the text names, and where.
#[derive(Default)]
pub(crate) struct Identified {
    pub persons: BTreeMap<u32, Range<usize>>,
    /// Tokens that name people who speak on the record.
    pub public: BTreeSet<usize>,
}

pub(crate) struct Identity<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub said: &'a SaidTraits<'a>,
    pub hits: &'a [NameHit],
}

impl Identity<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) -> Identified {
        let mut identified = Identified {
            public: self.public_tokens(),
            ..Identified::default()
        };
        self.names(found, &mut identified);
        self.initials(found, &mut identified);
        self.handles(found, &mut identified);
        self.foreign(found);
        self.digits(found, &mut identified);
        self.mail(found, &mut identified);
        identified
    }

    fn add(
        &self,
        found: &mut Vec<Finding>,
        identified: &mut Identified,
        person: u32,
        tokens: Range<usize>,
        how: NameMatch,
    ) {
        identified.persons.entry(person).or_insert(tokens.clone());
        found.push(Finding {
            at: self.reading.text.place(tokens),
            subject: self.world.persons[person as usize].id.clone(),
            category: Category::Identity,
            severity: Severity::High,
            reason: Reason::Name(how),
            already_out: false,
        });
    }

    /// Tokens of public people: given and family name together, or the family name where no one else bears it.
    fn public_tokens(&self) -> BTreeSet<usize> {
        let mut tokens = BTreeSet::new();
        for hit in self
            .hits
            .iter()
            .filter(|h| matches!(h.owner, Owner::Public(_)) && h.part == Part::Family)
        {
            let given = self.hits.iter().find(|g| {
                g.owner == hit.owner && g.part == Part::Given && g.tokens.end == hit.tokens.start
            });
            let alone = !self.hits.iter().any(|o| {
                matches!(o.owner, Owner::Person(_))
                    && o.tokens == hit.tokens
                    && o.part == Part::Family
            });
            if given.is_some() || alone {
                tokens.extend(hit.tokens.clone());
                tokens.extend(given.into_iter().flat_map(|g| g.tokens.clone()));
            }
        }
        tokens
    }
}
