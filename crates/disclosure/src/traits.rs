//! D4: combinations of traits that fit too few.

use crate::finding::{Category, Finding, Reason, Severity};
use crate::identity::Identified;
use crate::index::Index;
use crate::key::Key;
use crate::lexicon::Kind;
use crate::mosaic::SaidBefore;
use crate::reading::Reading;
use crate::said_traits::{Said, SaidTraits, counts, weight};
use crate::world::World;
use std::collections::BTreeSet;
use std::ops::Range;

mod enough;
mod others;

/// What a sentence says when it tells of one of ours.
pub(crate) const PERSONAL: &[&str] = &[
    "guest", "hide", "arrive", "leave", "detain", "release", "fire", "live", "care", "he", "she",
];

pub(crate) struct Traits<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub said: &'a SaidTraits<'a>,
    pub identified: &'a Identified,
    pub before: &'a [SaidBefore],
}

impl Traits<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        let mut marked: BTreeSet<(u32, usize)> = BTreeSet::new();
        for sentence in 0..self.reading.sentence_count() {
            if self.is_about_others(sentence) {
                continue;
            }
            let of_a_work = self.is_of_a_work(sentence);
            let tokens = self.reading.text.sentences()[sentence].clone();
            self.judge(tokens.clone(), sentence, of_a_work, found, &mut marked);
            if !of_a_work {
                self.mosaic(tokens.clone(), sentence, found);
            }
            // What one sentence begins, a pronoun in the next may complete.
            if sentence + 1 < self.reading.sentence_count()
                && self.reading.says_any(sentence + 1, &["he", "she"])
                && !self.is_about_others(sentence + 1)
            {
                let both = tokens.start..self.reading.text.sentences()[sentence + 1].end;
                self.judge(both, sentence, of_a_work, found, &mut marked);
            }
        }
    }

    /// The persons whom the traits of some tokens fit best, if they are too few.
    fn judge(
        &self,
        tokens: Range<usize>,
        sentence: usize,
        of_a_work: bool,
        found: &mut Vec<Finding>,
        marked: &mut BTreeSet<(u32, usize)>,
    ) {
        for (weight, person, mine) in self.best_fitting(&tokens) {
            // `The son of a colonel danced at the opera`: so much tells of one of ours, whatever else is named.
            if of_a_work && (weight < 4 || self.is_about_something(sentence)) {
                continue;
            }
            if !self.tells_more_of_one_named(weight, person, &mine)
                && (self.is_of_kin_alone(person, &mine) || !self.is_enough(weight, &mine, sentence))
            {
                continue;
            }
            let held = mine.iter().map(|s| s.key);
            let keys: Vec<Key> = held
                .filter(|key| self.index.holders.contains_key(key))
                .collect();
            let fits = self.index.fits(&keys, self.enough());
            let few = fits < self.enough() && fits > 0;
            if few && marked.insert((person, sentence)) {
                found.push(self.finding(person, &mine, fits, &tokens));
            }
        }
    }

    /// Weight, person, and what the tokens say of them, for those whom most fits.
    fn best_fitting(&self, tokens: &Range<usize>) -> Vec<(usize, u32, Vec<Said>)> {
        let mut best: Vec<(usize, u32, Vec<Said>)> = Vec::new();
        for person in self.said.best(tokens) {
            let mut mine = self.said.of_person(person);
            mine.retain(|s| tokens.contains(&s.tokens.start));
            if !mine.is_empty() {
                best.push((weight(&mine), person, mine));
            }
        }
        let most = best.iter().map(|(weight, ..)| *weight).max().unwrap_or(0);
        best.retain(|(weight, ..)| *weight == most);
        best.sort_by_key(|(_, person, _)| *person);
        best
    }

    /// `The colonel denied everything`: the work of somebody's father, and no word of a father.
    fn is_of_kin_alone(&self, person: u32, mine: &[Said]) -> bool {
        let works = &self.index.works_of_kin[person as usize];
        let mut telling = mine.iter().filter(|s| counts(s));
        !mine.iter().any(|s| s.kind == Some(Kind::Kin)) && telling.all(|s| works.contains(&s.key))
    }

    fn tells_more_of_one_named(&self, weight: usize, person: u32, mine: &[Said]) -> bool {
        let personal = |s: &Said| {
            matches!(
                s.kind,
                Some(Kind::Occupation | Kind::Body | Kind::Study | Kind::Event | Kind::Faith)
            )
        };
        weight > 1 && self.identified.persons.contains_key(&person) && mine.iter().any(personal)
    }

    fn finding(&self, person: u32, mine: &[Said], fits: usize, tokens: &Range<usize>) -> Finding {
        let at = mine
            .iter()
            .filter(|s| counts(s))
            .map(|s| s.tokens.clone())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
            .unwrap_or(tokens.clone());
        Finding {
            at: self.reading.text.place(at),
            subject: self.world.persons[person as usize].id.clone(),
            category: Category::Attributes,
            severity: Severity::High,
            reason: Reason::Traits {
                traits: mine.iter().map(|s| s.label.to_owned()).collect(),
                words: self.words(mine),
                fits,
            },
            already_out: false,
        }
    }

    /// The draft's words for some traits: each place once, the longest where they overlap.
    fn words(&self, mine: &[Said]) -> Vec<String> {
        let mut places: Vec<Range<usize>> = mine.iter().map(|s| s.tokens.clone()).collect();
        places.sort_by_key(|t| (t.start, std::cmp::Reverse(t.end)));
        let mut end = 0;
        places.retain(|t| {
            let fresh = t.end > end;
            end = end.max(t.end);
            fresh
        });
        places.iter().map(|t| self.reading.words_of(t)).collect()
    }

    /// A set that so many fit exposes nobody.
    pub(crate) fn enough(&self) -> usize {
        self.world.rules.min_group.max(1)
    }
}
