//! What is so of a person along a way that was really gone. Situations that the law reads alike stand
//! as one in a graph: which border turned somebody back is told only by the way that led there.

use super::consequences::{end_stay, free_inside, moved_by, not_let_out};
use super::{Branch, Fate, Leg, Preparation, Step, Way};
use crate::clock::{Clock, Piece};
use facts::Facts;
use law::{Happening, Library, facts_after};

/// The facts of a person after these steps, each with what came of it.
pub fn facts_along(
    library: &Library,
    clock: &Clock<'_>,
    start: &Facts,
    taken: &[(&Way, &Branch)],
) -> Facts {
    let mut going = Going {
        library,
        clock,
        piece: 0,
        facts: start.clone(),
        claim: None,
    };
    for (way, branch) in taken {
        going.take(way, branch);
    }
    going.facts
}

struct Going<'l> {
    library: &'l Library,
    clock: &'l Clock<'l>,
    /// The piece of time in which one is.
    piece: Piece,
    facts: Facts,
    /// The claim that was made last.
    claim: Option<usize>,
}

impl Going<'_> {
    fn take(&mut self, way: &Way, branch: &Branch) {
        self.piece = branch.piece;
        match (&way.step, branch.fate) {
            (_, Fate::Returned) | (Step::Wait(_), _) => {}
            (Step::Prepare(Preparation::MoveInside), Fate::Well) => free_inside(&mut self.facts),
            (Step::Prepare(_), _) | (Step::AskAll(_) | Step::Ask(_), Fate::Well) => {}
            (Step::AskAll(_) | Step::Ask(_), Fate::Badly) => self.refused(way),
            (Step::Enter(rules), Fate::Well) => self.event(rules[0], "granted"),
            (Step::TravelOn(rule), Fate::Well) => {
                let program = self.clock.program(self.piece);
                self.facts = moved_by(program, self.library, &self.facts, *rule);
            }
            (Step::Enter(_) | Step::TravelOn(_), Fate::Badly) => self.stopped(way, branch.leg),
            (Step::Claim(rule), fate) => {
                self.claim = Some(*rule);
                let granted = fate == Fate::Well;
                self.event(*rule, if granted { "granted" } else { "refused" });
            }
            (Step::Appeal(_), Fate::Well) => {
                if let Some(claim) = self.claim {
                    self.event(claim, "granted");
                }
            }
            (Step::Appeal(_), Fate::Badly) => {}
        }
    }

    fn refused(&mut self, way: &Way) {
        for rule in way.rules() {
            self.event(rule, "refused");
        }
        if way.within_stay {
            end_stay(self.clock.day(self.piece), &mut self.facts);
        }
    }

    fn stopped(&mut self, way: &Way, leg: Option<Leg>) {
        match leg {
            Some(Leg::Exit) => not_let_out(&mut self.facts),
            Some(Leg::Boarding) => {}
            Some(Leg::Admission) | None => self.event(way.rules()[0], "turned_back"),
        }
    }

    fn event(&mut self, rule: usize, event: &str) {
        let event = event.to_owned();
        let happening = Happening::OfRule { rule, event };
        let program = self.clock.program(self.piece);
        self.facts = facts_after(program, self.library, &self.facts, &happening);
    }
}
