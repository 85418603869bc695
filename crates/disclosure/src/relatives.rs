//! Relatives by name, and by kinship where the person is meant.

use crate::dates::Dates;
use crate::finding::{Category, Finding, Reason, Severity};
use crate::key::{concept_key, named_key};
use crate::lexicon::{Kind, Lexicon};
use crate::names::{NameHit, Owner};
use std::collections::BTreeSet;
use std::ops::Range;

/// The two sides of a kinship, as the table of traits names them.
const OTHER_SIDE: &[(&str, &str)] = &[
    ("husband", "wife"),
    ("father", "son"),
    ("father", "daughter"),
    ("father", "child"),
    ("mother", "son"),
    ("mother", "daughter"),
    ("mother", "child"),
    ("brother", "sister"),
    ("brother", "brother"),
    ("sister", "sister"),
    ("uncle", "niece"),
    ("aunt", "niece"),
    ("cousin", "cousin"),
    ("fiance", "fiance"),
    ("uncle", "nephew"),
    ("aunt", "nephew"),
    ("grandmother", "grandchild"),
    ("grandfather", "grandchild"),
];

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
        let near = self.kin_of_both_sides(person).into_iter().find(|t| {
            text.tokens()[t.start].sentence == token.sentence
                && t.start.abs_diff(hit.tokens.start) < 12
        });
        let theirs = hit.tokens.start.saturating_sub(3)..hit.tokens.start;
        let theirs = theirs.into_iter().any(|t| {
            let same = text.tokens()[t].sentence == token.sentence && !token.after_break;
            same && matches!(text.word(t), "his" | "her" | "их" | "ее" | "его")
        });
        let him = !self.reading.says(token.sentence, "title")
            && self.reading.says_any(token.sentence, &["he", "she"])
            && hit.tokens.start == text.sentence_of(hit.tokens.start).start;
        let theirs = theirs || him;
        let meant = theirs || self.is_meant(person, found) && !self.is_of_another(person, hit);
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
            .filter(|f| tells_of_one(f))
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

    /// The same, and the other side of each: whoever has a husband is a wife.
    fn kin_of_both_sides(&self, person: usize) -> Vec<Range<usize>> {
        let kin = &self.index.kin[person];
        let other_side = |name: &str| {
            let known = OTHER_SIDE
                .iter()
                .filter(|(one, other)| *one == name || *other == name);
            known.into_iter().any(|(one, other)| {
                let other = if *one == name { other } else { one };
                kin.contains(&named_key(Kind::Kin, other))
            })
        };
        let lexicon = Lexicon::shipped();
        let mut hits = self.kin_hits(person);
        let others = self
            .reading
            .hits
            .iter()
            .filter(|h| h.kind == Kind::Kin && other_side(lexicon.name(h.concept)));
        hits.extend(others.map(|h| h.tokens.clone()));
        hits
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

/// A name, enough traits, or a day on which something happened to few.
fn tells_of_one(finding: &Finding) -> bool {
    match finding.category {
        Category::Identity | Category::Attributes => true,
        Category::Date => finding.severity >= Severity::Medium,
        _ => false,
    }
}
