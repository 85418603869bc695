//! What a step changes: the facts after it, what its refusal closes, who learns of it, and whether
//! going on from it would make what was said untrue.

use super::laying::{Laying, Now};
use crate::clock::Piece;
use facts::{FactId, Facts, Known, Recorded, Scalar, Span, Truth, add_span};
use law::{Day, Happening, Library, Program, Word, facts_after, writes};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Facts of intention: a plan to claim protection makes the first false and the second true.
const INTENT: [&str; 2] = ["means_to_leave_again", "wants_protection"];

/// The facts of how a person stays where they are, and until when they may.
const STANDING: &str = "standing";
pub(super) const LAWFUL_UNTIL: &str = "lawful_until";
/// The fact that the person's own country does not let them out.
const EXIT_BARRED: &str = "exit_barred";
/// The fact that relatives hold or watch the person.
pub(super) const FAMILY_GUARDS: &str = "family_guards";

impl Laying<'_> {
    /// Whether the person's stay where they are has a last day.
    pub(super) fn stay_ends(&self, facts: &Facts) -> bool {
        let until = facts.get(LAWFUL_UNTIL, None).and_then(Recorded::value);
        until.is_some()
    }

    /// What is so after an event of a rule in a situation.
    pub(super) fn after(&self, now: &Now, rule: usize, event: &str) -> Facts {
        self.after_on(&now.facts, now.piece, rule, event)
    }

    /// What is so after an event of a rule in a piece of time.
    pub(super) fn after_on(&self, facts: &Facts, piece: Piece, rule: usize, event: &str) -> Facts {
        let event = event.to_owned();
        let happening = Happening::OfRule { rule, event };
        facts_after(self.clock.program(piece), self.library, facts, &happening)
    }

    /// Other rules that an event closes by their own text.
    pub(super) fn burns(&mut self, now: &Now, rule: usize, event: &'static str) -> Vec<usize> {
        let Some(described) = self.book(rule).events.get(event) else {
            return Vec::new();
        };
        if described.place.is_some() || described.standing.is_some() {
            return self.closed_by_moving(now, rule, event);
        }
        let readers = self.readers(now, rule, event);
        if readers.is_empty() {
            return Vec::new();
        }
        let after = self.after(now, rule, event);
        let walk = self.walk(now);
        let closed = |other: &usize| walk.stands_for(*other, &after).word == Word::Closed;
        let alive = readers
            .iter()
            .copied()
            .filter(|other| now.reading.alive[*other]);
        alive.filter(closed).collect()
    }

    /// The other rules that read what an event writes.
    fn readers(&mut self, now: &Now, rule: usize, event: &'static str) -> Rc<Vec<usize>> {
        let known = (now.piece, rule, event);
        if let Some(readers) = self.known.readers.get(&known) {
            return Rc::clone(readers);
        }
        let program = self.program(now);
        let written = match self.book(rule).events.get(event) {
            Some(described) => writes(program, self.library, &program.rules[rule], described),
            None => Vec::new(),
        };
        let walk = self.walk(now);
        let readers = written
            .iter()
            .flat_map(|(fact, key)| walk.readers(fact, key.as_deref()));
        let readers: BTreeSet<usize> = readers.filter(|other| *other != rule).collect();
        let readers = Rc::new(readers.into_iter().collect());
        self.known.readers.insert(known, Rc::clone(&readers));
        readers
    }

    fn closed_by_moving(&mut self, now: &Now, rule: usize, event: &'static str) -> Vec<usize> {
        let after = Rc::new(self.after(now, rule, event));
        let after = self.now(after, now.piece);
        let doors = now.reading.alive.iter().zip(&after.reading.alive);
        let closes = doors
            .enumerate()
            .filter(|(_, (before, after))| **before && !**after);
        let others = closes.map(|(other, _)| other);
        others.filter(|other| *other != rule).collect()
    }

    /// Whether asking by a rule tells somebody who hunts this person.
    pub(super) fn exposes(&self, rule: usize) -> bool {
        let mut exposes = self.book(rule).exposes.iter();
        exposes.any(|exposure| self.hunters.contains(exposure.to.as_str()))
    }

    /// Whether going on to claim protection would make untrue what this rule asks: with no intention
    /// to leave again, and with the wish for protection, its text closes.
    pub(super) fn speaks_of_leaving(&mut self, now: &Now, rule: usize) -> bool {
        let known = (rule, now.changed);
        if let Some(leaving) = self.known.leaving.get(&known) {
            return *leaving;
        }
        let leaving = self.speaks_of_leaving_anew(now, rule);
        self.known.leaving.insert(known, leaving);
        leaving
    }

    fn speaks_of_leaving_anew(&self, now: &Now, rule: usize) -> bool {
        let program = self.program(now);
        let own = &program.rules[rule];
        let clauses = own.clauses.iter();
        let conditions = clauses.flat_map(|clause| [&clause.applies, &clause.holds]);
        let intent: BTreeSet<&law::Atom> = conditions
            .flat_map(|condition| condition.atoms())
            .map(|id| &program.atoms[id.0 as usize])
            .filter(|atom| INTENT.contains(&&*atom.fact.0))
            .collect();
        if intent.is_empty() {
            return false;
        }
        let mut claiming = Facts::clone(&now.facts);
        for atom in intent {
            let wants = Recorded::yes_no(*atom.fact.0 == *"wants_protection");
            claiming.set(atom.fact.clone(), atom.key.as_deref(), wants, None);
        }
        self.walk(now).stands_for(rule, &claiming).word == Word::Closed
    }
}

/// The last day of a stay has passed, and the person is still there.
pub(super) fn end_stay(day: Day, facts: &mut Facts) {
    let yesterday = add_span(day.on, Span::Days(-1));
    set(facts, LAWFUL_UNTIL, Scalar::Date(yesterday.into()));
    set(facts, STANDING, Scalar::Text("irregular".into()));
}

/// The country in which the person is has not let them out: for its own citizens the law has a word
/// for that.
pub(super) fn not_let_out(facts: &mut Facts) {
    let here = super::country_of(facts).map(Scalar::Country);
    let nationality = facts.get("nationality", None);
    let own = here.zip(nationality).map(|(here, all)| all.holds(&here));
    if own == Some(Truth::True) {
        set(facts, EXIT_BARRED, Scalar::Bool(true));
    }
}

/// Out of the reach of those who held the person, into hiding in the same country.
pub(super) fn free_inside(facts: &mut Facts) {
    set(facts, FAMILY_GUARDS, Scalar::Bool(false));
    set(facts, STANDING, Scalar::Text("hidden".into()));
}

/// What is so in the place to which the paper of a rule leads.
pub(super) fn moved_by(program: &Program, library: &Library, facts: &Facts, rule: usize) -> Facts {
    let event = "granted".to_owned();
    let granted = Happening::OfRule { rule, event };
    let arrived = facts_after(program, library, facts, &granted);
    match program.rules[rule].destination {
        Some(destination) if super::country_of(&arrived) != Some(destination) => {
            facts_after(program, library, &arrived, &Happening::MovedTo(destination))
        }
        _ => arrived,
    }
}

fn set(facts: &mut Facts, fact: &str, value: Scalar) {
    let value = Recorded::One(Known::Value(value));
    facts.set(FactId(fact.into()), None, value, None);
}
