//! Asking from where the person is: what may be asked at once, what closes something, and the paper
//! that a grant gives.

use super::consequences::{end_stay, moved_by};
use super::judging::JudgedThere;
use super::laying::{Key, Laying, Now};
use super::waiting::last_day;
use super::{Branch, Fate, Standing, Step, Way};
use crate::ground::Hazard;
use crate::judgement::About;
use facts::{CountryCode, Facts};
use law::Kind;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What sets papers apart, the best first: how the person stands on arrival, whether a claim can be
/// made there, whether the ground is a crime there, how dangerous it is, and whether the paper rests
/// on the word to leave again.
pub(super) type Arrival = (Reverse<Standing>, bool, bool, Hazard, bool);

impl Laying<'_> {
    /// What may be asked from here: all that closes nothing and tells nobody who hunts, at once; and
    /// each of the others.
    pub(super) fn asks(&mut self, key: &Key, now: &Now) -> Vec<Way> {
        let mut free = Vec::new();
        let mut ways = Vec::new();
        for rule in self.open(key, now, is_asked) {
            let (burns, exposes) = (self.burns(now, rule, "refused"), self.exposes(rule));
            if burns.is_empty() && !exposes {
                free.push(rule);
            } else {
                let way = self.ask(key, now, Step::Ask(rule), &[rule]);
                ways.push(Way {
                    burns,
                    exposes,
                    ..way
                });
            }
        }
        if !free.is_empty() {
            ways.insert(0, self.ask(key, now, Step::AskAll(free.clone()), &free));
        }
        ways
    }

    /// The journey on the paper of a country that has offered a place in writing: by the best of its
    /// ways that are open here.
    pub(super) fn use_offer(&mut self, key: &Key, now: &Now, offering: CountryCode) -> Option<Way> {
        let mut rules = self.open(key, now, is_asked);
        rules.retain(|rule| self.rule(*rule).destination == Some(offering));
        let best = rules
            .into_iter()
            .min_by_key(|rule| self.arrival(now, *rule))?;
        let holding = Key {
            holds: Some(best),
            ..key.clone()
        };
        self.travel_on(&holding, now, best)
    }

    /// Asks by these rules at once. The answer may come in this piece of time or in a later one; who
    /// may be found meanwhile may be found.
    fn ask(&mut self, key: &Key, now: &Now, step: Step, rules: &[usize]) -> Way {
        let within_stay = self.stay_ends(&now.facts);
        let found = self.found(now);
        let pieces = self.answers(now, rules, last_day(&now.facts));
        let at_most = pieces.len() > 1 || found.is_some();
        let mut fates = Vec::new();
        for piece in pieces {
            let answered = Key {
                refused_claim: None,
                ..self.spending(key, rules, piece)
            };
            let then = self.now(Rc::clone(&now.facts), piece);
            let mut answers = self.grants(&answered, &then, rules);
            answers.push(self.refusal(&answered, &then, rules, within_stay));
            self.judge_grants(&mut answers, within_stay, at_most);
            fates.extend(answers);
        }
        fates.extend(found);
        Way {
            within_stay,
            ..Way::new(step, fates)
        }
    }

    /// What grants lead to. Those that lead to the same are one: whichever consulate gives it.
    fn grants(&mut self, answered: &Key, now: &Now, rules: &[usize]) -> Vec<Branch> {
        let mut alike: BTreeMap<(Arrival, JudgedThere), Vec<usize>> = BTreeMap::new();
        for rule in rules {
            let arrival = self.arrival(now, *rule);
            let judged = self.judged_there(About::Paper, *rule);
            alike.entry((arrival, judged)).or_default().push(*rule);
        }
        let grant = |by: Vec<usize>| {
            let holding = Key {
                holds: Some(by[0]),
                ..answered.clone()
            };
            let to = self.node(holding, Rc::clone(&now.facts));
            Branch {
                by,
                ..Branch::new(Fate::Well, to).in_piece(now.piece)
            }
        };
        alike.into_values().map(grant).collect()
    }

    /// What it leads to that all refuse. An answer that has not come when a stay ends is as bad.
    fn refusal(&mut self, answered: &Key, now: &Now, rules: &[usize], within_stay: bool) -> Branch {
        let mut refused = Facts::clone(&now.facts);
        for rule in rules {
            refused = self.after_on(&refused, now.piece, *rule, "refused");
        }
        let mut turned_down = answered.clone();
        if within_stay {
            turned_down.stay_over = true;
            end_stay(self.clock.day(now.piece), &mut refused);
        }
        let badly = self.node(turned_down, refused);
        Branch::new(Fate::Badly, badly).in_piece(now.piece)
    }

    /// What a grant leads to, as far as it sets one paper apart from another.
    fn arrival(&mut self, now: &Now, rule: usize) -> Arrival {
        let known = (rule, now.changed);
        if let Some(arrival) = self.known.arrivals.get(&known) {
            return *arrival;
        }
        let arrival = self.arrival_anew(now, rule);
        self.known.arrivals.insert(known, arrival);
        arrival
    }

    fn arrival_anew(&mut self, now: &Now, rule: usize) -> Arrival {
        let destination = self.rule(rule).destination;
        let hazard = destination.map_or(Hazard::NotKnown, |country| self.ground.hazard(country));
        let leaves = self.speaks_of_leaving(now, rule);
        let (standing, there) = self.arrived(now, rule);
        let claimable = !leaves && self.may_claim(destination, &there, now.piece);
        let criminal = destination.is_none_or(|country| self.ground.may_be_criminal(country));
        (Reverse(standing), !claimable, criminal, hazard, leaves)
    }

    /// How the person stands in the place to which a paper leads, and what is then so.
    pub(super) fn arrived(&self, now: &Now, rule: usize) -> (Standing, Facts) {
        let destination = self.rule(rule).destination;
        let arrived = moved_by(self.program(now), self.library, &now.facts, rule);
        // Other papers may lead to a lasting right; no book says yet that they do.
        let lasting = matches!(self.book(rule).kind, Kind::Resettlement | Kind::Family);
        let standing = match self.lasting(destination, &now.facts) {
            Standing::Safe if !lasting => Standing::OutOfReach,
            standing => standing,
        };
        (standing, arrived)
    }
}

/// Whether ways of a kind are asked for from where the person is.
pub(super) fn is_asked(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Entry | Kind::Remedy | Kind::ProtectionFromReturn | Kind::Asylum
    )
}
