//! What a person can do from where they stand, and where each step leads: a graph made of the law.
//!
//! A node is a situation: where the person is, as what, what was asked and refused, what paper is
//! in hand. Steps are pathways that the law does not close there, journeys by the entry rules or
//! on a paper, claims and appeals, moves inside a country, and waiting until the law or the person's
//! age and papers change. Each step has its own *fates*; a journey is never the same as the paper
//! that allows it. Time is the number of a piece of the [`Clock`](crate::Clock): an answer may come
//! in its own piece or in any later one.

mod along;
mod asking;
mod claiming;
mod consequences;
mod judging;
mod laying;
mod preparing;
mod travelling;
mod waiting;

pub use along::facts_along;
pub use laying::graph;
pub use waiting::answer_months;

use crate::chance::Chance;
use crate::clock::Piece;
use crate::ground::Hazard;
use crate::judgement::Judgements;
use facts::{CountryCode, Date, Facts, Recorded, Scalar, Truth};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The number of a node.
pub type Place = usize;

/// What happens to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Granted; arrived; recognised.
    Well,
    /// Refused on paper; not let out, not boarded or turned back, and able to go on.
    Badly,
    /// Handed to those who hunt, or found by them.
    Returned,
}

/// Where on a journey somebody is stopped, and is not handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leg {
    /// Not let out, by the country in which they are today.
    Exit,
    /// Not boarded, or stopped where one changes planes and sent back.
    Boarding,
    /// Turned back at the border to which they came.
    Admission,
}

/// A step that no law book holds, and that comes before all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Preparation {
    /// Somebody under eighteen is heard with a child-protection lawyer, who writes down what is best
    /// for them: before any step over a border.
    ChildProtection,
    /// A lawyer hears what the person may have done, or had to do, before an officer asks for it.
    Lawyer,
    /// Out of the reach of relatives who hold or watch the person, inside the country.
    MoveInside,
}

/// What a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What comes before every other step.
    Prepare(Preparation),
    /// Ask by all of these at once: no refusal of one closes another, and none tells the persecutor.
    AskAll(Vec<usize>),
    /// Ask by this one, whose refusal closes something, or which tells somebody who hunts.
    Ask(usize),
    /// Travel as a visitor by an entry rule, to one of these: the law leaves the person the same in each.
    Enter(Vec<usize>),
    /// Travel on the paper that this rule gave.
    TravelOn(usize),
    /// Claim protection where the person stands.
    Claim(usize),
    /// Appeal against the refusal of a claim, by this rule.
    Appeal(usize),
    /// Wait until this piece of time, in which more is open.
    Wait(Piece),
}

/// Where a fate leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The fate.
    pub fate: Fate,
    /// Where on a journey it goes badly; nothing for every other fate and step.
    pub leg: Option<Leg>,
    /// By which rules, where a grant is meant.
    pub by: Vec<usize>,
    /// To which situation.
    pub to: Place,
    /// In which piece of time it comes.
    pub piece: Piece,
    /// What is known of the chance that it comes so.
    pub chance: Chance,
}

impl Branch {
    /// A fate of which no chance is known, by no rule in particular, in the first piece of time.
    pub fn new(fate: Fate, to: Place) -> Branch {
        Branch {
            fate,
            leg: None,
            by: Vec::new(),
            to,
            piece: 0,
            chance: Chance::UNKNOWN,
        }
    }

    /// The same, in another piece of time.
    fn in_piece(self, piece: Piece) -> Branch {
        Branch { piece, ..self }
    }

    /// What may come of a journey: to arrive, to be stopped on one of its legs, to be handed over.
    fn journey(well: Place, stopped: &[(Leg, Place)], returned: Place) -> Vec<Branch> {
        let stopped = stopped.iter().map(|(leg, to)| Branch {
            leg: Some(*leg),
            ..Branch::new(Fate::Badly, *to)
        });
        let well = std::iter::once(Branch::new(Fate::Well, well));
        well.chain(stopped)
            .chain(std::iter::once(Branch::new(Fate::Returned, returned)))
            .collect()
    }

    /// Whether an authority has then said no: not where somebody was not let out or not boarded.
    pub fn is_refusal(&self) -> bool {
        self.fate == Fate::Badly && !matches!(self.leg, Some(Leg::Exit | Leg::Boarding))
    }
}

/// A step with where its fates lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is done.
    pub step: Step,
    /// Where each fate leads. Several may go well: a grant by one of these rules, and where that leads;
    /// the better ones first.
    pub fates: Vec<Branch>,
    /// Rules that a refusal closes, by their own text, beside the one that was refused.
    pub burns: Vec<usize>,
    /// It tells somebody who hunts this person.
    pub exposes: bool,
    /// It uses a paper that the person already holds: whoever waits with it may lose it.
    pub in_hand: bool,
    /// It is asked while a stay lasts that has a last day: to have no answer by then is as bad as a
    /// refusal, and the stay is then over.
    pub within_stay: bool,
    /// What going well takes away: rules that are open here and closed there.
    pub closes: Vec<usize>,
    /// What going well brings: rules that are closed here and open there.
    pub opens: Vec<usize>,
}

impl Way {
    /// The rules by which it is taken.
    pub fn rules(&self) -> Vec<usize> {
        match &self.step {
            Step::AskAll(rules) | Step::Enter(rules) => rules.clone(),
            Step::Ask(rule) | Step::TravelOn(rule) | Step::Claim(rule) | Step::Appeal(rule) => {
                vec![*rule]
            }
            Step::Prepare(_) | Step::Wait(_) => Vec::new(),
        }
    }

    /// The pieces of time in which its answer may come, in their order; no answer is waited for in a
    /// journey.
    pub fn answers(&self) -> Vec<Piece> {
        let answers = self
            .fates
            .iter()
            .filter(|branch| branch.fate != Fate::Returned);
        let mut pieces: Vec<Piece> = answers.map(|branch| branch.piece).collect();
        pieces.sort_unstable();
        pieces.dedup();
        pieces
    }

    /// Whether a person may be returned by it.
    pub fn may_return(&self) -> bool {
        self.fates
            .iter()
            .any(|branch| branch.fate == Fate::Returned)
    }

    /// A step of which nothing but its fates is to be said.
    pub fn new(step: Step, fates: Vec<Branch>) -> Way {
        Way {
            step,
            fates,
            burns: Vec::new(),
            exposes: false,
            in_hand: false,
            within_stay: false,
            closes: Vec::new(),
            opens: Vec::new(),
        }
    }
}

/// How a node stands to the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// On the way, or waiting.
    OnTheWay,
    /// Out of reach and lawful, not yet for good.
    OutOfReach,
    /// Safe: a lasting right, where the ground is no crime and no return is on record.
    Safe,
    /// In the hands of those who hunt.
    Returned,
}

/// A situation.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where the person is, if that is known.
    pub here: Option<CountryCode>,
    /// In which piece of time.
    pub piece: Piece,
    /// Those who hunt the person may find them there: to wait for anything is a danger of its own.
    pub hunted: bool,
    /// How it stands to the goal.
    pub standing: Standing,
    /// How dangerous waiting there is.
    pub hazard: Hazard,
    /// What is then so of the person: the law reads this there.
    pub facts: Rc<Facts>,
    /// What can be done.
    pub ways: Vec<Way>,
}

/// What is supposed of the world when a graph is laid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supposed {
    /// Countries to which no step leads.
    pub left_out: BTreeSet<CountryCode>,
    /// A country that has offered this person a place in writing: its paper can be used at once, by
    /// the best of its ways that the law does not close here.
    pub offered: Option<CountryCode>,
    /// What people judge of chances, as a user's own sealed file has it.
    pub judgements: Judgements,
}

/// The graph of one person, from one day on.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Every situation; the first is today's.
    pub nodes: Vec<Node>,
    /// The first day of each piece of time.
    pub days: Vec<Date>,
    /// Which limits bit.
    pub bit: Bit,
    /// Entry rules that are left out because the place is not to be entered.
    pub not_entered: Vec<usize>,
    /// Pathways left out because going on from them would make what was said untrue: the rule, and
    /// the claim that would follow.
    pub untrue: BTreeSet<(usize, usize)>,
}

/// Which of the limits of a graph left something out that the law does not close (E10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bit {
    /// The limit of situations.
    pub situations: bool,
    /// That of rounds of asking, claims and appeals.
    pub attempts: bool,
    /// That of journeys.
    pub journeys: bool,
    /// That of pieces of time, or a later day's books hold other pathways.
    pub pieces: bool,
}

/// Whether those who hunt the person may find them where they are: they reach there; or it is the
/// person's own country, somebody hunts them, and nobody has said that some part of it is safe.
pub fn is_hunted(facts: &Facts) -> bool {
    let Some(here) = country_of(facts) else {
        return false;
    };
    let hunts = match facts.get("persecutor", None) {
        Some(Recorded::Set { shown, .. }) => !shown.is_empty(),
        _ => false,
    };
    let nationality = facts.get("nationality", None);
    let own = nationality.is_some_and(|all| all.holds(&Scalar::Country(here)) == Truth::True);
    let safe_inside = facts.get("internal_safety", None) == Some(&Recorded::yes_no(true));
    hunts && (is_reached(facts, here) || (own && !safe_inside))
}

/// Whether those who hunt the person reach a country, as far as it is recorded.
pub fn is_reached(facts: &Facts, country: CountryCode) -> bool {
    let reaches = facts.get("persecutor_reaches", Some(country.as_str()));
    reaches == Some(&Recorded::yes_no(true))
}

/// Where the facts say that the person is.
pub fn country_of(facts: &Facts) -> Option<CountryCode> {
    match facts.get("here", None)?.value()? {
        Scalar::Country(code) => Some(*code),
        _ => None,
    }
}
