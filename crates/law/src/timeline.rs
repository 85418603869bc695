//! A stretch of days: the books on each of them, for many people, at once (E4).
//!
//! A rule reads the same over many days; it is lowered only where its windows, rows, overlays,
//! dated values or areas begin or end. What moves every day is a comparison with `on`: such an atom
//! is kept apart, and asked anew each day, so that a step from one day to the next costs a few
//! hundred answers and one run of the code. Where moving dates meet (a birthday limit passes a
//! fixed day, a month is shorter than thirty days), the rule is cut as well, because what is exact
//! before need not be exact after.

use crate::condition::Atom;
use crate::expression::Expr;
use crate::laying::{Laying, keys};
use crate::load::Library;
use crate::lower_moving::reading;
use crate::planes::Code;
use crate::planes_code::Lit;
use crate::program::{Member, scope_of};
use crate::window::Day;
use facts::{Date, FactId, Span, add_span};

/// On which day one knew what is asked about another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownOn {
    /// On the day itself.
    ThatDay,
    /// On one day for all.
    Day(Date),
}

impl KnownOn {
    pub(crate) fn day(self, on: Date) -> Day {
        match self {
            KnownOn::ThatDay => Day::of(on),
            KnownOn::Day(known_on) => Day { on, known_on },
        }
    }
}

/// The books on every day of a span.
///
/// On each day it says of every rule what [`crate::Program::on`] and [`crate::word`] say.
#[derive(Clone, Debug)]
pub struct Timeline<'l> {
    pub(crate) library: &'l Library,
    pub(crate) first: Date,
    /// The first day after.
    pub(crate) end: Date,
    pub(crate) known: KnownOn,
    pub(crate) rules: Vec<TimedRule>,
    pub(crate) pieces: Vec<Piece>,
    /// Days on which more than its dates changes in what some moving atom asks.
    pub(crate) redated: Vec<Date>,
    /// Atoms that stay and atoms that move, numbered together.
    pub(crate) atoms: Vec<TimedAtom>,
}

/// A rule over the span.
#[derive(Clone, Debug)]
pub(crate) struct TimedRule {
    pub(crate) id: String,
    /// In order; between them, the rule is not there.
    pub(crate) episodes: Vec<Episode>,
}

/// Days over which a rule reads the same, but for the atoms that move.
#[derive(Clone, Debug)]
pub(crate) struct Episode {
    pub(crate) from: Date,
    /// The first day after.
    pub(crate) until: Date,
    pub(crate) granted: Lit,
    pub(crate) without: Lit,
}

/// Days over which every rule reads the same.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) from: Date,
    pub(crate) code: Code,
    pub(crate) there: Vec<bool>,
}

#[derive(Clone, Debug)]
pub(crate) enum TimedAtom {
    Stays(Atom),
    Moves(MovingAtom),
}

/// One atom of a comparison that reads `on`.
#[derive(Clone, Debug)]
pub(crate) struct MovingAtom {
    pub(crate) expr: Expr,
    pub(crate) fact: FactId,
    /// Whether more of it changes than its dates: it reads a dated value or an area, or holds a
    /// comparison that names no person.
    pub(crate) dated: bool,
    /// Which of the comparison's atoms.
    pub(crate) position: usize,
    pub(crate) book: usize,
    pub(crate) member: Option<Member>,
}

impl<'l> Timeline<'l> {
    /// The books from one day to another, both included.
    pub fn of(library: &'l Library, first: Date, last: Date, known: KnownOn) -> Timeline<'l> {
        let mut laying = Laying::new(library, first, add_span(last, Span::Days(1)), known);
        let mut rules = Vec::new();
        for (book, pathway) in library.pathways.iter().enumerate() {
            for key in keys(library, pathway) {
                let rule = laying.rule(book, key);
                rules.extend(Some(rule).filter(|rule| !rule.episodes.is_empty()));
            }
        }
        let pieces = laying.pieces(&rules);
        Timeline {
            library,
            first,
            end: laying.end,
            known,
            rules,
            pieces,
            redated: laying.redated.into_iter().collect(),
            atoms: laying.atoms,
        }
    }

    /// The first day of each piece: on all others the books read as on the day before.
    pub fn cuts(&self) -> impl Iterator<Item = Date> {
        self.pieces.iter().map(|piece| piece.from)
    }

    /// The number of the piece of a day.
    pub fn piece(&self, day: Date) -> usize {
        let begun = self.pieces.partition_point(|piece| piece.from <= day);
        begun.saturating_sub(1)
    }

    /// The ids of all rules that are there on some day.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_str())
    }
}

impl TimedRule {
    pub(crate) fn on(&self, day: Date) -> Option<&Episode> {
        let begun = self.episodes.partition_point(|e| e.from <= day);
        let episode = self.episodes.get(begun.checked_sub(1)?)?;
        (day < episode.until).then_some(episode)
    }
}

impl MovingAtom {
    /// What it asks on a day.
    pub(crate) fn asks(&self, library: &Library, day: Day) -> Option<Atom> {
        let scope = scope_of(library, self.book, self.member.as_ref(), day);
        reading(&self.expr, &scope, day)
            .1
            .into_iter()
            .nth(self.position)
    }
}
