//! Claims of protection where the person stands, and appeals against their refusal.

use super::laying::{Key, Laying, Now};
use super::{Branch, Fate, Standing, Step, Way, is_reached};
use crate::clock::Piece;
use facts::{CountryCode, Facts, Truth};
use law::{Kind, Word};
use std::rc::Rc;

impl Laying<'_> {
    /// Claims that may be made where the person is.
    pub(super) fn claimable(&self, key: &Key, now: &Now) -> Vec<usize> {
        let mut open = self.open(key, now, |kind| kind == Kind::Asylum);
        open.retain(|rule| key.here.is_some() && self.rule(*rule).destination == key.here);
        // Where a country has a book of its own, the family that stands for every country is the same claim.
        let own = |rule: &usize| self.rule(*rule).member.is_none();
        if open.iter().any(own) {
            open.retain(own);
        }
        open
    }

    /// Whether some claim may be made in a place by somebody of whom this is so.
    pub(super) fn may_claim(&self, here: Option<CountryCode>, facts: &Facts, piece: Piece) -> bool {
        let rules = self.clock.today().rules.iter().enumerate();
        let there = rules.filter(|(_, rule)| here.is_some() && rule.destination == here);
        let mut claims = there.filter(|(index, _)| self.book(*index).kind == Kind::Asylum);
        claims.any(|(rule, _)| {
            let stands = self.walks[piece].stands_for(rule, facts);
            stands.word != Word::Closed && stands.ask != Truth::False
        })
    }

    pub(super) fn claims(&mut self, key: &Key, now: &Now) -> Vec<Way> {
        let mut ways = Vec::new();
        for rule in self.claimable(key, now) {
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
        let mut fates = vec![self.recognised(key, now, rule)];
        for piece in self.answers(now, &[rule], None) {
            let refused = self.after_on(&now.facts, piece, rule, "refused");
            // Refused, nothing lawful is left of having been out of reach, as far as anybody knows.
            let turned_down = Key {
                standing: Standing::OnTheWay,
                refused_claim: Some(rule),
                ..self.spending(key, &[rule], piece)
            };
            let badly = self.node(turned_down, refused);
            fates.push(Branch::new(Fate::Badly, badly).in_piece(piece));
        }
        fates.push(Branch::new(Fate::Returned, self.returned(now)).in_piece(key.piece));
        self.judge_claim(&mut fates, key.here);
        Way {
            burns: self.burns(now, rule, "refused"),
            exposes: self.exposes(rule),
            ..Way::new(Step::Claim(rule), fates)
        }
    }

    /// Where a claim that is granted leads, by the claim's own rule: when that is makes no difference.
    fn recognised(&mut self, key: &Key, now: &Now, claim: usize) -> Branch {
        let granted = self.after(now, claim, "granted");
        let there = match self.lasting(key.here, &now.facts) {
            Standing::Safe => Key::ended(Standing::Safe, key.here),
            standing => Key {
                standing,
                refused_claim: None,
                protected: Some(claim),
                ..self.spending(key, &[claim], key.piece)
            },
        };
        let to = self.node(there, granted);
        Branch::new(Fate::Well, to).in_piece(key.piece)
    }

    /// Appeals that the law of the place does not close after the claim was refused there.
    pub(super) fn appeals(&mut self, key: &Key, now: &Now) -> Vec<Way> {
        let Some(claim) = key.refused_claim else {
            return Vec::new();
        };
        let mut open = self.open(key, now, |kind| kind == Kind::Remedy);
        open.retain(|rule| self.rule(*rule).destination == key.here);
        open.retain(|rule| self.is_against_a_refused_claim(now, *rule));
        open.into_iter()
            .map(|rule| self.appeal(key, now, claim, rule))
            .collect()
    }

    /// A remedy that reads that a claim was made there; others are against other decisions.
    fn is_against_a_refused_claim(&self, now: &Now, rule: usize) -> bool {
        let program = self.program(now);
        let clauses = program.rules[rule].clauses.iter();
        let mut atoms = clauses.flat_map(|own| own.holds.atoms());
        atoms.any(|id| *program.atoms[id.0 as usize].fact.0 == *"claim_lodged")
    }

    fn appeal(&mut self, key: &Key, now: &Now, claim: usize, rule: usize) -> Way {
        let mut fates = vec![self.recognised(key, now, claim)];
        for piece in self.answers(now, &[rule], None) {
            let lost = Key {
                refused_claim: None,
                ..self.spending(key, &[rule], piece)
            };
            let lost = self.node(lost, Rc::clone(&now.facts));
            fates.push(Branch::new(Fate::Badly, lost).in_piece(piece));
        }
        fates.push(Branch::new(Fate::Returned, self.returned(now)).in_piece(key.piece));
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
