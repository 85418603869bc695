//! Claims of protection where the person stands, and appeals against their refusal.

use super::laying::{Key, Laying, Now, Reading};
use super::{Branch, Place, Standing, Step, Way, is_reached};
use facts::{CountryCode, Facts, Truth};
use law::{Kind, Word};
use std::collections::BTreeSet;
use std::rc::Rc;

impl Laying<'_> {
    /// Claims that may be made in a place.
    pub(super) fn claimable(
        &self,
        spent: &BTreeSet<usize>,
        here: Option<CountryCode>,
        reading: &Reading,
    ) -> Vec<usize> {
        let mut open = self.open(spent, reading, |kind| kind == Kind::Asylum);
        open.retain(|rule| here.is_some() && self.program.rules[*rule].destination == here);
        // Where a country has a book of its own, the family that stands for every country is the same claim.
        let own = |rule: &usize| self.program.rules[*rule].member.is_none();
        if open.iter().any(own) {
            open.retain(own);
        }
        open
    }

    /// Whether some claim may be made in a place by somebody of whom this is so.
    pub(super) fn may_claim(&self, here: Option<CountryCode>, facts: &Facts) -> bool {
        let rules = self.program.rules.iter().enumerate();
        let there = rules.filter(|(_, rule)| here.is_some() && rule.destination == here);
        let mut claims = there.filter(|(index, _)| self.book(*index).kind == Kind::Asylum);
        claims.any(|(rule, _)| {
            let stands = self.walk.stands_for(rule, facts);
            stands.word != Word::Closed && stands.ask != Truth::False
        })
    }

    pub(super) fn claims(&mut self, key: &Key, now: &Now) -> Vec<Way> {
        let mut ways = Vec::new();
        for rule in self.claimable(&key.spent, key.here, &now.reading) {
            // Whoever came on the word to leave again cannot plan to stay.
            if let Some(came) = key.came_to_leave {
                self.graph.untrue.insert((came, rule));
                continue;
            }
            ways.push(self.claim(key, now, rule));
        }
        ways
    }

    fn claim(&mut self, key: &Key, now: &Now, rule: usize) -> Way {
        let granted = self.recognised(key, now, rule);
        let refused = self.after(now, rule, "refused");
        // Refused, nothing lawful is left of having been out of reach, as far as anybody knows.
        let turned_down = Key {
            standing: Standing::OnTheWay,
            refused_claim: Some(rule),
            ..spending(key, rule)
        };
        let badly = self.node(turned_down, refused);
        let returned = self.returned(now);
        let mut fates = Branch::three(granted, badly, returned);
        self.judge_claim(&mut fates, key.here);
        Way {
            burns: self.burns(now, rule, "refused"),
            exposes: self.exposes(rule),
            ..Way::new(Step::Claim(rule), fates)
        }
    }

    /// Where a claim that is granted leads, by the claim's own rule.
    fn recognised(&mut self, key: &Key, now: &Now, claim: usize) -> Place {
        let granted = self.after(now, claim, "granted");
        let there = match self.lasting(key.here, &now.facts) {
            Standing::Safe => Key::ended(Standing::Safe, key.here),
            standing => Key {
                standing,
                refused_claim: None,
                protected: Some(claim),
                ..spending(key, claim)
            },
        };
        self.node(there, granted)
    }

    /// Appeals that the law of the place does not close after the claim was refused there.
    pub(super) fn appeals(&mut self, key: &Key, now: &Now) -> Vec<Way> {
        let Some(claim) = key.refused_claim else {
            return Vec::new();
        };
        let mut open = self.open(&key.spent, &now.reading, |kind| kind == Kind::Remedy);
        open.retain(|rule| self.program.rules[*rule].destination == key.here);
        open.retain(|rule| self.is_against_a_refused_claim(*rule));
        open.into_iter()
            .map(|rule| self.appeal(key, now, claim, rule))
            .collect()
    }

    /// A remedy that reads that a claim was made there; others are against other decisions.
    fn is_against_a_refused_claim(&self, rule: usize) -> bool {
        let clauses = self.program.rules[rule].clauses.iter();
        let mut atoms = clauses.flat_map(|own| own.holds.atoms());
        atoms.any(|id| *self.program.atoms[id.0 as usize].fact.0 == *"claim_lodged")
    }

    fn appeal(&mut self, key: &Key, now: &Now, claim: usize, rule: usize) -> Way {
        let granted = self.recognised(key, now, claim);
        let lost = Key {
            refused_claim: None,
            ..spending(key, rule)
        };
        let lost = self.node(lost, Rc::clone(&now.facts));
        let returned = self.returned(now);
        let mut fates = Branch::three(granted, lost, returned);
        self.judge_appeal(&mut fates, rule);
        Way::new(Step::Appeal(rule), fates)
    }

    /// A lasting right in a place is safety, if nothing speaks against the place: no danger on record,
    /// no crime, and those who hunt this person do not reach there.
    pub(super) fn lasting(&self, country: Option<CountryCode>, facts: &Facts) -> Standing {
        let Some(country) = country else {
            return Standing::OutOfReach;
        };
        if is_reached(facts, country) {
            return Standing::OnTheWay;
        }
        let good = self.may_be_entered(country) && !self.ground.may_be_criminal(country);
        if good {
            Standing::Safe
        } else {
            Standing::OutOfReach
        }
    }

    /// Whether a plan may lead there at all.
    pub(super) fn may_be_entered(&self, country: CountryCode) -> bool {
        self.ground.hazard(country) < self.assumed.not_entered_from
    }
}

/// One attempt more, and the rule is spent.
pub(super) fn spending(key: &Key, rule: usize) -> Key {
    let mut on = key.clone();
    on.spent.insert(rule);
    on.attempts += 1;
    on
}
