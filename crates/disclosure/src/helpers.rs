//! D10: helpers, by name, or by what they do and where.

use crate::finding::{Category, Finding, Reason, Severity};
use crate::given_names::{is_given_name, same_initial};
use crate::index::Index;
use crate::likeness::likeness;
use crate::names::{NameHit, Owner, Part};
use crate::places::{add_other_names, town_tokens};
use crate::reading::Reading;
use crate::table::hash;
use crate::world::World;
use std::ops::Range;

pub(crate) struct Helpers<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub hits: &'a [NameHit],
}

impl Helpers<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        let mut towns = town_tokens(&self.index.helper_towns, self.reading);
        add_other_names(&mut towns, &self.index.helpers_of_towns, self.reading);
        for (i, helper) in self.world.helpers.iter().enumerate() {
            let mut at: Vec<(Range<usize>, Severity, Reason)> = self
                .names(i)
                .into_iter()
                .map(|t| (t, Severity::High, Reason::HelperName))
                .collect();
            for sentence in 0..self.reading.sentence_count() {
                let empty = Vec::new();
                let named = towns
                    .get(&u32::try_from(i).unwrap_or(u32::MAX))
                    .unwrap_or(&empty);
                at.extend(self.role(i, sentence, named));
            }
            for (tokens, severity, reason) in at {
                found.push(Finding {
                    at: self.reading.text.place(tokens),
                    subject: helper.id.clone(),
                    category: Category::Helper,
                    severity,
                    reason,
                    already_out: false,
                });
            }
        }
    }

    /// All the words of a name, or the one that is no common noun.
    fn names(&self, i: usize) -> Vec<Range<usize>> {
        let owner = Owner::Helper(u32::try_from(i).unwrap_or(u32::MAX));
        let own: Vec<&NameHit> = self.hits.iter().filter(|h| h.owner == owner).collect();
        let text = &self.reading.text;
        let mut found = Vec::new();
        let told = |s: usize| {
            !self.reading.says(s, "title")
                || self
                    .reading
                    .says_any(s, &["own", "helperword", "guest", "they", "care", "hide"])
        };
        for hit in own
            .iter()
            .filter(|h| told(text.tokens()[h.tokens.start].sentence))
        {
            let Part::Word { of } = hit.part else {
                continue;
            };
            let beside = own
                .iter()
                .filter(|o| {
                    o.tokens.start.abs_diff(hit.tokens.start) <= 2 && o.tokens != hit.tokens
                })
                .map(|o| o.tokens.clone())
                .next();
            let cased = text.tokens()[hit.tokens.start].capital || self.reading.caseless;
            match beside {
                Some(other) if of > 1 && cased => {
                    found.push(hit.tokens.start.min(other.start)..hit.tokens.end.max(other.end))
                }
                None if cased && (of == 1 || self.counts_alone(hit)) => {
                    found.push(hit.tokens.clone())
                }
                _ => {}
            }
        }
        found
    }

    /// One word of a longer name, in a text about us, where it is no common word and no part of a stranger's name.
    fn counts_alone(&self, hit: &NameHit) -> bool {
        let r = self.reading;
        let tokens = r.text.tokens();
        let sentence = tokens[hit.tokens.start].sentence;
        let stranger = |t: usize| {
            tokens
                .get(t)
                .is_some_and(|n| n.capital && n.sentence == sentence)
                && r.is_capital_inside(t)
                && !r.is_known_name(t)
                && !self
                    .hits
                    .iter()
                    .any(|h| h.owner == hit.owner && h.tokens.contains(&t))
        };
        let after = stranger(hit.tokens.end) && !tokens[hit.tokens.end].after_break;
        let initial = |t: usize| tokens[t].at.len() == 1;
        let before =
            hit.tokens.start.checked_sub(1).is_some_and(|t| {
                stranger(t) && !initial(t) && !tokens[hit.tokens.start].after_break
            });
        let another = self.hits.iter().any(|h| {
            h.owner != hit.owner && !matches!(h.owner, Owner::Helper(_)) && h.tokens == hit.tokens
        });
        let common =
            r.hits_in(hit.tokens.clone()).next().is_some() || r.is_known_name(hit.tokens.start);
        let said = hit_owner(hit).map_or(Vec::new(), |i| {
            let tokens = r.text.sentences()[sentence].clone();
            likeness(r, tokens, &self.index.helper_roles[i])
        });
        let work = said.iter().any(|c| c.weight > 1 && c.tokens != hit.tokens);
        // `Captain Marat`: the work is part of the name.
        let titled = said
            .iter()
            .any(|c| c.person && c.weight > 2 && c.tokens.end == hit.tokens.start);
        if titled && !after && !another && !tokens[hit.tokens.start].quoted {
            return true;
        }
        let told = ["own", "guest", "helperword", "they", "he", "she"];
        let elsewhere = ["title", "generic", "public_event", "gov", "outsider"];
        let among_strangers = r.text.sentences()[sentence].clone().any(stranger);
        let hardly_another = !is_given_name(r.text.word(hit.tokens.start))
            && !among_strangers
            && r.mentions_in(r.text.sentences()[sentence].clone())
                .next()
                .is_none()
            && !r.says_any(sentence, &elsewhere);
        let ours = work
            || hardly_another
            || r.says(sentence, "helperword")
            || !r.says(sentence, "title") && r.text_says(&told);
        // The initial of another word of the name stands before it.
        let with_initial = hit.tokens.start.checked_sub(1).is_some_and(|t| {
            let names = hit_owner(hit).map(|i| &self.world.helpers[i].names);
            let mut words = names
                .into_iter()
                .flatten()
                .flat_map(|n| n.split_whitespace());
            initial(t) && words.any(|word| same_initial(r.text.word(t), word))
        });
        if with_initial {
            return true;
        }
        hit.tokens.len() == 1
            && r.text.word(hit.tokens.start).chars().count() > 3
            && ours
            && !after
            && !before
            && !another
            && !common
            && !tokens[hit.tokens.start].quoted
    }

    /// The work and one more thing: the town, its region, what is lent.
    fn role(
        &self,
        i: usize,
        sentence: usize,
        named: &[Range<usize>],
    ) -> Option<(Range<usize>, Severity, Reason)> {
        let r = self.reading;
        let tokens = r.text.sentences()[sentence].clone();
        let said = likeness(r, tokens.clone(), &self.index.helper_roles[i]);
        // `Hairdressers of the town` are none of ours.
        let several = said.iter().any(|c| c.plural && c.person && c.weight == 3);
        let weight: usize = said.iter().map(|c| c.weight).sum();
        let hides = r.says_any(sentence, &["hide", "care"])
            && r.says_any(sentence, &["people", "guest", "own", "they"]);
        let town: Vec<Range<usize>> = named
            .iter()
            .filter(|t| tokens.contains(&t.start))
            .cloned()
            .collect();
        let keys = &self.index.helper_around[i];
        let near: Vec<Range<usize>> = r
            .mentions_in(tokens.clone())
            .filter(|m| match m.handle {
                crate::gazetteer::Handle::Near(near) => keys.contains(&hash(near)),
                crate::gazetteer::Handle::Country(code) => {
                    *code != "RUS" && keys.contains(&hash(&format!("in {code}")))
                }
                _ => false,
            })
            .map(|m| m.tokens.clone())
            .collect();
        let lends = r.says_any(sentence, &["helperword", "care", "hide", "guest"])
            || r.says(sentence, "live") && r.says_any(sentence, &["they", "he", "she", "own"]);
        let placed = !town.is_empty() || !near.is_empty();
        // A work and a town side by side are one person: `the doctor in …`.
        let side_by_side = said.iter().any(|work| {
            work.person
                && town
                    .iter()
                    .any(|t| t.start >= work.tokens.end && r.is_joined(work.tokens.end..t.start))
        });
        // Few who help are beekeepers: whoever knows the place knows which.
        let elsewhere = || {
            let mut mentions = r.mentions_in(tokens.clone());
            !placed && mentions.any(|m| !matches!(m.handle, crate::gazetteer::Handle::Fits(_)))
        };
        let rare = said
            .iter()
            .any(|c| c.person && c.weight > 2 && !c.everyday && !c.plural)
            && lends
            && !elsewhere()
            && !r.says_any(sentence, &["title", "generic", "public_event"]);
        let enough = !several
            && (rare
                || side_by_side && !r.says_any(sentence, &["title", "generic"])
                || weight > 1 && placed && (lends || weight > 3)
                || weight > 3 && lends
                || weight > 2 && hides && said.iter().any(|c| c.weight > 2 && !c.everyday));
        if !enough {
            return None;
        }
        let at = said
            .iter()
            .map(|c| &c.tokens)
            .chain(&town)
            .chain(&near)
            .cloned()
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))?;
        let severity = if placed {
            Severity::High
        } else {
            Severity::Medium
        };
        Some((
            at,
            severity,
            Reason::HelperRole {
                shared: said.iter().map(|c| r.words_of(&c.tokens)).collect(),
            },
        ))
    }
}

fn hit_owner(hit: &NameHit) -> Option<usize> {
    match hit.owner {
        Owner::Helper(i) => usize::try_from(i).ok(),
        _ => None,
    }
}
