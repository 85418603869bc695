//! open | no obstacle found | undecided | closed, and why.

use crate::book::{Discretion, How, OverlayEffect, PracticeEffect, RestsOn, Role, ShownBy};
use crate::condition::{Condition, Test};
use crate::exact::{GroupKey, support};
use crate::load::Library;
use crate::program::{InForce, Program, Rule, RuleClause, satisfied};
use crate::residual::Residual;
use crate::world::Row;
use facts::{Date, FactId, Facts, Known, Recorded, Scalar, Truth};
use std::collections::BTreeSet;

/// The words of a verdict are four. Everything else is an axis beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Word {
    /// The law says no.
    Closed,
    /// Facts are missing that still matter.
    Undecided,
    /// Everything that can be shown is shown; named bars can be checked by nobody.
    NoObstacle,
    /// Every requirement shown, every bar shown false or lifted.
    Open,
}

impl Word {
    /// Its word in tests and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Word::Closed => "closed",
            Word::Undecided => "undecided",
            Word::NoObstacle => "no_obstacle",
            Word::Open => "open",
        }
    }
}

/// Why a verdict is what it is. Indices point into the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not in force on that day.
    NotInForce(InForce),
    /// Only by named exception.
    OnlyByException,
    /// An overlay closes or suspends it.
    Overlay(usize),
    /// Nobody knows whether an overlay touches the person.
    OverlayPerhaps(usize),
    /// A requirement fails.
    Fails(usize),
    /// A bar applies.
    Applies(usize),
    /// These conditions cannot all be met, whatever the facts.
    CannotAllHold(Vec<usize>),
    /// A requirement that nobody has shown.
    NotShown(usize),
    /// A bar that nobody has ruled out.
    NotRuledOut(usize),
    /// A bar that nobody can check.
    NobodyCanCheck(usize),
    /// A requirement that carried the verdict, or a bar shown not to apply.
    Carried(usize),
}

/// A fact that still matters, and why it is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The fact.
    pub fact: FactId,
    /// Its key.
    pub key: Option<String>,
    /// Why it is not known.
    pub why: WhyUnknown,
}

/// Why a fact is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnknown {
    /// Nobody has said.
    NotAsked,
    /// "I would rather not say."
    RatherNotSay,
    /// Several say different things.
    Contested,
    /// Something is recorded, and it does not settle the question.
    NotEnough,
}

/// Beside an entry: what is known of the way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GettingThere {
    /// Whether the person may leave.
    pub exit: Truth,
    /// Whether a carrier takes them.
    pub boarding: Truth,
    /// Whether they may change planes on the way.
    pub transit: Truth,
}

/// What the law says of one pathway, for one person, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule's index in the program.
    pub rule: usize,
    /// Its word.
    pub word: Word,
    /// Why, the most telling first.
    pub reasons: Vec<Reason>,
    /// The facts that still matter: exactly those that some completion of the others turns on.
    pub missing: Vec<Missing>,
    /// Whether it may be asked for on that day.
    pub asked_today: Truth,
    /// How much the one who decides may weigh.
    pub discretion: Discretion,
    /// Only by named exception.
    pub limited: bool,
    /// Appreciations that fail, or bars that somebody weighs and that apply: "unlikely, because …".
    pub unlikely: Vec<usize>,
    /// Appreciations that nobody has shown: "to be argued".
    pub to_argue: Vec<usize>,
    /// Appreciations and practice that speak for the person.
    pub speaks_for: Vec<usize>,
    /// Practices of that day, as indices.
    pub practice: Vec<usize>,
    /// The law has it and nobody operates it.
    pub not_operated: bool,
    /// Waivers at somebody's discretion that could lift the bars that close it.
    pub may_be_lifted_by: Vec<usize>,
    /// The law is given as last seen on this day, which lies before the day asked about.
    pub as_last_seen: Option<Date>,
    /// Nobody looked at the rule between these two days, on which it read the same.
    pub not_seen_between: Option<(Date, Date)>,
    /// The weakest sighting among the conditions that carried the word.
    pub trust: How,
    /// A ceiling or quota whose state nobody knows.
    pub room_unknown: bool,
    /// Conditions that only time brings, not yet met.
    pub waits: Vec<usize>,
    /// For an entry.
    pub getting_there: Option<GettingThere>,
}

/// The verdict on one rule.
pub fn verdict(
    program: &Program,
    library: &Library,
    residual: &Residual,
    facts: &Facts,
    rule: usize,
) -> Verdict {
    Judging {
        program,
        library,
        residual,
        facts,
        index: rule,
        rule: &program.rules[rule],
    }
    .verdict()
}

/// The verdicts on every rule, in the order of the program.
pub fn verdicts(
    program: &Program,
    library: &Library,
    residual: &Residual,
    facts: &Facts,
) -> Vec<Verdict> {
    (0..program.rules.len())
        .map(|rule| verdict(program, library, residual, facts, rule))
        .collect()
}

/// Only the word.
pub fn word(residual: &Residual, rule: &Rule) -> Word {
    word_of(residual.truth(&rule.granted), || {
        residual.truth(&rule.without_secret_bars)
    })
}

/// The word, from whether the rule is granted, and, where nobody knows, whether it would be without
/// the bars that nobody can check.
pub(crate) fn word_of(granted: Truth, without_secret_bars: impl Fn() -> Truth) -> Word {
    match granted {
        Truth::True => Word::Open,
        Truth::False => Word::Closed,
        Truth::Unknown if without_secret_bars() == Truth::True => Word::NoObstacle,
        Truth::Unknown => Word::Undecided,
    }
}

struct Judging<'a> {
    program: &'a Program,
    library: &'a Library,
    residual: &'a Residual,
    facts: &'a Facts,
    index: usize,
    rule: &'a Rule,
}

impl Judging<'_> {
    fn verdict(&self) -> Verdict {
        let word = word(self.residual, self.rule);
        let reasons = self.reasons(word);
        let pathway = &self.library.pathways[self.rule.book];
        let practice = self.practice();
        Verdict {
            rule: self.index,
            word,
            missing: self.missing(word),
            asked_today: self.residual.truth(&self.rule.ask),
            discretion: pathway.discretion,
            limited: self.is_limited(),
            unlikely: self.weighed(|role, holds| match role {
                Role::Requirement => holds == Truth::False,
                Role::Bar => holds == Truth::True,
            }),
            to_argue: self
                .weighed(|role, holds| role == Role::Requirement && holds == Truth::Unknown),
            speaks_for: self
                .weighed(|role, holds| role == Role::Requirement && holds == Truth::True),
            not_operated: practice
                .iter()
                .any(|index| pathway.practice[*index].effect == PracticeEffect::NotOperated),
            practice,
            may_be_lifted_by: self.may_be_lifted_by(&reasons),
            as_last_seen: match &self.rule.in_force {
                InForce::Yes { last_seen, .. } => *last_seen,
                InForce::NotYet(_) | InForce::Ended(_) | InForce::NotKnown(_) => None,
            },
            not_seen_between: self
                .rule
                .row(self.library)
                .and_then(|row| row.window().not_seen_between(self.program.day)),
            trust: self.trust(&reasons),
            room_unknown: self.room_unknown(),
            waits: self.waits(),
            getting_there: (pathway.kind == crate::book::Kind::Entry).then(|| self.getting_there()),
            reasons,
        }
    }

    /// Only named exceptions pass: by its own window, or by an overlay that limits it.
    fn is_limited(&self) -> bool {
        let limits = |overlay: &crate::program::RuleOverlay| {
            overlay.effect == OverlayEffect::Limits
                && self.residual.truth(&overlay.spared) == Truth::False
        };
        self.rule.in_force.is_limited() || self.rule.overlays.iter().any(limits)
    }

    fn clause(&self, rule_clause: &RuleClause) -> &crate::book::Clause {
        &self.library.pathways[self.rule.book].clauses[rule_clause.index]
    }

    /// Whether a text clause is satisfied, waivers counted.
    fn satisfied(&self, rule_clause: &RuleClause) -> Truth {
        let clause = self.clause(rule_clause);
        let applies = self.residual.truth(&rule_clause.applies);
        let holds = self.residual.truth(&rule_clause.holds);
        match clause.role {
            Role::Requirement => !applies | holds,
            Role::Bar => {
                let waivers = &self.library.pathways[self.rule.book].waivers;
                let lifting = self
                    .rule
                    .waivers
                    .iter()
                    .filter(|(index, _)| waivers[*index].lifts.contains(&clause.id));
                let lifted = Truth::any(lifting.map(|(_, test)| self.residual.truth(test)));
                !(applies & holds) | lifted
            }
        }
    }

    fn text_clauses(&self) -> impl Iterator<Item = &RuleClause> {
        self.rule
            .clauses
            .iter()
            .filter(|rule_clause| self.clause(rule_clause).rests_on == RestsOn::Text)
    }

    fn reasons(&self, word: Word) -> Vec<Reason> {
        match word {
            Word::Closed => self.why_closed(),
            Word::Undecided => self.why_undecided(),
            Word::NoObstacle => self.secret_bars().chain(self.carried()).collect(),
            Word::Open => self.carried().collect(),
        }
    }

    /// The shortest why-not: each of these alone closes it. Where none does alone, the smallest
    /// set of conditions that cannot all hold.
    fn why_closed(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if self.rule.in_force.truth() == Truth::False {
            reasons.push(Reason::NotInForce(self.rule.in_force.clone()));
        }
        if self.is_limited() {
            reasons.push(Reason::OnlyByException);
        }
        for overlay in &self.rule.overlays {
            if self.residual.truth(&overlay.spared) == Truth::False {
                reasons.push(Reason::Overlay(overlay.index));
            }
        }
        for rule_clause in self
            .text_clauses()
            .filter(|c| self.satisfied(c) == Truth::False)
        {
            reasons.push(match self.clause(rule_clause).role {
                Role::Requirement => Reason::Fails(rule_clause.index),
                Role::Bar => Reason::Applies(rule_clause.index),
            });
        }
        if reasons.is_empty() {
            reasons = self.contradiction();
        }
        reasons
    }

    /// A smallest set of unknown conditions that cannot all hold: each that is left out in turn
    /// stays out if the rest still cannot. Overlays are left out first.
    fn contradiction(&self) -> Vec<Reason> {
        let overlays = self.rule.overlays.iter().map(|overlay| {
            let index = overlay.index;
            (Reason::OverlayPerhaps(index), overlay.spared.clone())
        });
        let clauses = self.text_clauses().map(|rule_clause| {
            let pathway = &self.library.pathways[self.rule.book];
            let satisfied = satisfied(pathway, &self.rule.waivers, rule_clause);
            (Reason::CannotAllHold(vec![rule_clause.index]), satisfied)
        });
        let unknown =
            |(_, condition): &(Reason, Condition)| self.residual.truth(condition) == Truth::Unknown;
        let mut kept: Vec<(Reason, Condition)> = overlays.chain(clauses).filter(unknown).collect();
        let impossible = |kept: &[(Reason, Condition)]| {
            let all = Condition::all(kept.iter().map(|(_, condition)| condition.clone()));
            let remaining = self.residual.remaining(&all);
            let exact =
                crate::exact::expand(remaining, &self.program.atoms, &self.library.vocabulary);
            exact.is_ok_and(|exact| self.residual.truth(&exact) == Truth::False)
        };
        let mut index = 0;
        while index < kept.len() {
            let mut without = kept.clone();
            without.remove(index);
            if impossible(&without) {
                kept = without
            } else {
                index += 1
            }
        }
        let mut reasons = Vec::new();
        let mut clauses = Vec::new();
        for (reason, _) in kept {
            match reason {
                Reason::CannotAllHold(indices) => clauses.extend(indices),
                overlay => reasons.push(overlay),
            }
        }
        reasons.insert(0, Reason::CannotAllHold(clauses));
        reasons
    }

    fn why_undecided(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if self.rule.in_force.truth() == Truth::Unknown {
            reasons.push(Reason::NotInForce(self.rule.in_force.clone()));
        }
        for overlay in &self.rule.overlays {
            if self.residual.truth(&overlay.spared) == Truth::Unknown {
                reasons.push(Reason::OverlayPerhaps(overlay.index));
            }
        }
        // A bar that would close it is shown first.
        for role in [Role::Bar, Role::Requirement] {
            for rule_clause in self.text_clauses().filter(|c| self.clause(c).role == role) {
                let clause = self.clause(rule_clause);
                if self.satisfied(rule_clause) == Truth::Unknown
                    && clause.shown_by != ShownBy::CannotBeShown
                {
                    reasons.push(match role {
                        Role::Bar => Reason::NotRuledOut(rule_clause.index),
                        Role::Requirement => Reason::NotShown(rule_clause.index),
                    });
                }
            }
        }
        reasons.extend(self.secret_bars());
        reasons
    }

    fn secret_bars(&self) -> impl Iterator<Item = Reason> {
        self.text_clauses()
            .filter(|c| {
                let clause = self.clause(c);
                clause.role == Role::Bar
                    && clause.shown_by == ShownBy::CannotBeShown
                    && self.satisfied(c) == Truth::Unknown
            })
            .map(|rule_clause| Reason::NobodyCanCheck(rule_clause.index))
    }

    fn carried(&self) -> impl Iterator<Item = Reason> {
        self.text_clauses()
            .filter(|c| {
                self.satisfied(c) == Truth::True && self.residual.truth(&c.applies) != Truth::False
            })
            .map(|rule_clause| Reason::Carried(rule_clause.index))
    }

    fn missing(&self, word: Word) -> Vec<Missing> {
        if word != Word::Undecided {
            return Vec::new();
        }
        // Bars that nobody can check are never asked.
        let remaining = self.residual.remaining(&self.rule.granted_plain);
        support(&remaining, &self.program.atoms, &self.library.vocabulary)
            .difference(&self.rule.secret_groups)
            .flat_map(|group| self.missing_facts(group))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    /// The facts whose being unknown leaves this group open.
    fn missing_facts(&self, group: &GroupKey) -> Vec<Missing> {
        let asked = match group {
            GroupKey::Fact(fact, key) => vec![(fact.clone(), key.clone())],
            GroupKey::Atom(id) => match self.program.atoms.get(id.0 as usize) {
                None => Vec::new(),
                Some(atom) => {
                    let left = (atom.fact.clone(), atom.key.clone());
                    match &atom.test {
                        // Two facts at once: only what is not known of them is asked.
                        Test::InFact(other) | Test::SameAs(other) => [left, (other.clone(), None)]
                            .into_iter()
                            .filter(|(fact, key)| !self.is_known_wholly(fact, key.as_deref()))
                            .collect(),
                        _ => vec![left],
                    }
                }
            },
        };
        asked
            .into_iter()
            .map(|(fact, key)| self.missing_fact(fact, key))
            .collect()
    }

    fn is_known_wholly(&self, fact: &FactId, key: Option<&str>) -> bool {
        match self.facts.get(fact, key) {
            Some(Recorded::One(Known::Value(Scalar::Date(date)))) => date.is_exact(),
            Some(Recorded::One(known)) => matches!(known, Known::Value(_)),
            Some(Recorded::Set { complete, .. } | Recorded::List { complete, .. }) => *complete,
            None => false,
        }
    }

    fn missing_fact(&self, fact: FactId, key: Option<String>) -> Missing {
        let why = match self.facts.get(&fact, key.as_deref()) {
            None | Some(Recorded::One(Known::Unknown)) => WhyUnknown::NotAsked,
            Some(Recorded::One(Known::RatherNotSay)) => WhyUnknown::RatherNotSay,
            Some(Recorded::One(Known::Contested(_))) => WhyUnknown::Contested,
            Some(_) => WhyUnknown::NotEnough,
        };
        Missing { fact, key, why }
    }

    /// Clauses that somebody weighs, or that are only done so, for which `wanted` says yes.
    fn weighed(&self, wanted: impl Fn(Role, Truth) -> bool) -> Vec<usize> {
        self.rule
            .clauses
            .iter()
            .filter(|rule_clause| {
                let clause = self.clause(rule_clause);
                let applies = self.residual.truth(&rule_clause.applies);
                clause.rests_on != RestsOn::Text
                    && applies != Truth::False
                    && wanted(clause.role, self.residual.truth(&rule_clause.holds))
            })
            .map(|rule_clause| rule_clause.index)
            .collect()
    }

    fn practice(&self) -> Vec<usize> {
        let practice = &self.library.pathways[self.rule.book].practice;
        let of_today = |(index, entry): (usize, &crate::book::Practice)| {
            (entry.window.covers(self.program.day) == Truth::True).then_some(index)
        };
        practice.iter().enumerate().filter_map(of_today).collect()
    }

    fn may_be_lifted_by(&self, reasons: &[Reason]) -> Vec<usize> {
        let pathway = &self.library.pathways[self.rule.book];
        let applying: Vec<&str> = reasons
            .iter()
            .filter_map(|reason| match reason {
                Reason::Applies(index) => Some(pathway.clauses[*index].id.as_str()),
                _ => None,
            })
            .collect();
        let lifts = |waiver: &crate::book::Waiver| {
            waiver.when.is_none()
                && waiver
                    .lifts
                    .iter()
                    .any(|bar| applying.contains(&bar.as_str()))
        };
        pathway
            .waivers
            .iter()
            .enumerate()
            .filter(|(_, waiver)| lifts(waiver))
            .map(|(index, _)| index)
            .collect()
    }

    /// The chain is as strong as its weakest link: the window and the conditions that are reasons.
    fn trust(&self, reasons: &[Reason]) -> How {
        let pathway = &self.library.pathways[self.rule.book];
        let row = self.rule.row(self.library);
        let how = |citation: &crate::book::Citation| {
            let own = citation.seen.as_ref().map(|seen| seen.how);
            own.or_else(|| row.and_then(Row::seen).map(|seen| seen.how))
                .unwrap_or(How::Unverified)
        };
        let window = match &self.rule.in_force {
            InForce::Yes {
                window: Some(window),
                ..
            } => pathway
                .in_force
                .get(*window)
                .map(|window| how(&window.citation)),
            _ => None,
        };
        let mut links: Vec<How> = window.into_iter().collect();
        for reason in reasons {
            match reason {
                Reason::Fails(index)
                | Reason::Applies(index)
                | Reason::NotShown(index)
                | Reason::NotRuledOut(index)
                | Reason::NobodyCanCheck(index)
                | Reason::Carried(index) => links.push(how(&pathway.clauses[*index].citation)),
                Reason::CannotAllHold(indices) => {
                    links.extend(
                        indices
                            .iter()
                            .map(|index| how(&pathway.clauses[*index].citation)),
                    );
                }
                Reason::NotInForce(_)
                | Reason::OnlyByException
                | Reason::Overlay(_)
                | Reason::OverlayPerhaps(_) => {}
            }
        }
        // One condition that is shown to fail closes alone: the best seen of them carries the word.
        let closed_alone = reasons
            .iter()
            .any(|r| matches!(r, Reason::Fails(_) | Reason::Applies(_)));
        if closed_alone {
            return links.into_iter().max().unwrap_or(How::Unverified);
        }
        links.into_iter().min().unwrap_or(How::Unverified)
    }

    fn room_unknown(&self) -> bool {
        let room = self.library.pathways[self.rule.book].room.as_ref();
        room.is_some_and(|room| {
            let on = self.program.day.on;
            room.from.is_none_or(|from| from.earliest() <= on)
                && room.until.is_none_or(|until| on < until.earliest())
        })
    }

    fn waits(&self) -> Vec<usize> {
        let waits =
            |c: &&RuleClause| self.clause(c).opens_by_wait && self.satisfied(c) != Truth::True;
        self.rule
            .clauses
            .iter()
            .filter(waits)
            .map(|c| c.index)
            .collect()
    }

    fn getting_there(&self) -> GettingThere {
        let yes = |id: &str, key: Option<&str>| {
            let recorded = self.facts.get(id, key);
            match recorded.and_then(Recorded::value) {
                Some(facts::Scalar::Bool(yes)) => Truth::from(*yes),
                _ => Truth::Unknown,
            }
        };
        let destination = self.rule.destination.map(|code| code.as_str().to_owned());
        GettingThere {
            exit: !yes("exit_barred", None),
            boarding: yes("boarding_possible", destination.as_deref()),
            transit: yes("transit_possible", destination.as_deref()),
        }
    }
}
