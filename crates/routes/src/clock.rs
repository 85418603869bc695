//! The clock of a plan: the law of the coming months in pieces, cut where something changes for the
//! person as far as anybody knows today. Inside a piece the law is that of its first day.

use facts::{Date, PartialDate};
use law::{Day, Program};

/// The number of a piece of time; the first begins today.
pub type Piece = usize;

/// The law of the coming months, in pieces (E4).
#[derive(Clone, Debug)]
pub struct Clock<'p> {
    programs: Vec<&'p Program>,
    left_out: usize,
}

impl<'p> Clock<'p> {
    /// The law of one day for all time: nothing is known to change.
    pub fn of_one_day(program: &'p Program) -> Clock<'p> {
        Clock {
            programs: vec![program],
            left_out: 0,
        }
    }

    /// Today's law, and that of later days on which something changes, each as known today; at most
    /// so many pieces. A day whose books hold other pathways than today's is left out: what stands
    /// under one number today would be another way then.
    pub fn of(
        today: &'p Program,
        later: impl IntoIterator<Item = &'p Program>,
        most: usize,
    ) -> Clock<'p> {
        let mut clock = Clock::of_one_day(today);
        for program in later {
            let ids = |program: &'p Program| program.rules.iter().map(|rule| &*rule.id);
            let after = clock
                .programs
                .last()
                .is_none_or(|last| last.day.on < program.day.on);
            if after && clock.programs.len() < most && ids(today).eq(ids(program)) {
                clock.programs.push(program);
            } else {
                clock.left_out += 1;
            }
        }
        clock
    }

    /// How many pieces there are.
    pub fn pieces(&self) -> usize {
        self.programs.len()
    }

    /// How many later days were left out: a limit bit.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The law of a piece.
    pub fn program(&self, piece: Piece) -> &'p Program {
        self.programs[piece]
    }

    /// Today's law.
    pub fn today(&self) -> &'p Program {
        self.programs[0]
    }

    /// The first day of a piece, and the day on which one knew.
    pub fn day(&self, piece: Piece) -> Day {
        self.programs[piece].day
    }

    /// The first day of each piece.
    pub fn days(&self) -> Vec<Date> {
        self.programs.iter().map(|program| program.day.on).collect()
    }

    /// The pieces in which something may come that is waited for from a piece on: its own, and those
    /// that begin before the last day until which one may wait. Nobody waits beyond that.
    pub(crate) fn within(&self, from: Piece, until: Option<PartialDate>) -> Vec<Piece> {
        // A last day of which only the month is known is taken at its earliest.
        let begins_before =
            |piece: &Piece| until.is_none_or(|until| self.day(*piece).on <= until.earliest());
        let later = (from + 1..self.pieces()).take_while(begins_before);
        std::iter::once(from).chain(later).collect()
    }
}
