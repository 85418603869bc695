//! Time: in which pieces an answer may come, when what was refused may be asked for again, and waiting
//! until more is open.

use super::laying::{Key, Laying, Now};
use super::{Branch, Fate, Place, Step, Way};
use crate::clock::Piece;
use facts::{Date, Facts, PartialDate, Scalar, Span, add_span};
use law::{Kind, Pathway};
use std::collections::BTreeSet;
use std::rc::Rc;

impl Laying<'_> {
    /// The pieces of time in which an answer to these rules may come: from the soonest to the latest
    /// that their books count; where nobody counted, in this piece and in every later one. Until when
    /// one may wait for it: whoever has claimed protection may, for as long as it takes.
    pub(super) fn answers(
        &self,
        now: &Now,
        rules: &[usize],
        until: Option<PartialDate>,
    ) -> Vec<Piece> {
        let pieces = self.clock.within(now.piece, until);
        let counted = rules.iter().map(|rule| answer_months(self.book(*rule)));
        let counted: Vec<(u32, Option<u32>)> = counted.collect();
        let soonest = counted.iter().map(|(least, _)| *least).min().unwrap_or(0);
        let latest = counted
            .iter()
            .map(|(_, most)| *most)
            .max_by_key(|most| most.unwrap_or(u32::MAX));
        let begins = |piece: Piece| self.clock.day(piece).on;
        // Asked on any day of this piece: the first day gives the soonest answer, the last the latest.
        let soonest = add_span(begins(now.piece), months(soonest));
        let latest = latest.flatten().and_then(|most| {
            let last = self.ends(now.piece)?;
            Some(add_span(last, months(most)))
        });
        let late_enough = |piece: &Piece| self.ends(*piece).is_none_or(|end| end > soonest);
        let soon_enough = |piece: &Piece| latest.is_none_or(|latest| begins(*piece) <= latest);
        let possible: Vec<Piece> = pieces
            .iter()
            .copied()
            .filter(|it| late_enough(it) && soon_enough(it))
            .collect();
        // Where a stay ends before the soonest answer, what comes of it is told in the last piece.
        match possible.is_empty() {
            true => pieces.last().copied().into_iter().collect(),
            false => possible,
        }
    }

    /// The first day after a piece; nothing for the last one.
    fn ends(&self, piece: Piece) -> Option<Date> {
        (piece + 1 < self.clock.pieces()).then(|| self.clock.day(piece + 1).on)
    }

    /// Whether a rule that was refused may be asked for in a situation: where its book says after how
    /// long, in a later piece that has not ended by then. In the same piece nothing has changed, and
    /// whoever answers would answer the same.
    pub(super) fn may_again(&self, key: &Key, now: &Now, rule: usize) -> bool {
        let Some(refused) = key.refused.get(&rule) else {
            return true;
        };
        let Some(after) = after(self.book(rule)).filter(|_| *refused < now.piece) else {
            return false;
        };
        let from = add_span(self.clock.day(*refused).on, after);
        self.ends(now.piece).is_none_or(|end| end > from)
    }

    /// One attempt more by these rules, answered in a piece of time. They are spent, unless a book says
    /// when they may be asked for again (E10); a condition for that is not read, and leaves them spent.
    pub(super) fn spending(&self, key: &Key, rules: &[usize], piece: Piece) -> Key {
        let mut on = Key {
            attempts: key.attempts + 1,
            piece,
            ..key.clone()
        };
        for rule in rules {
            if after(self.book(*rule)).is_some() {
                on.refused.insert(*rule, piece);
            } else {
                on.spent.insert(*rule);
            }
        }
        on
    }

    /// To wait until the next piece in which something is open that is not open now. Nobody plans to
    /// wait beyond the last day of a stay.
    pub(super) fn wait(&mut self, key: &Key, now: &Now) -> Option<Way> {
        if key.stay_over {
            return None;
        }
        let here: BTreeSet<usize> = self.worth_waiting_for(key, now).into_iter().collect();
        let until = last_day(&now.facts);
        let later = self.clock.within(key.piece, until).into_iter().skip(1);
        for piece in later.collect::<Vec<_>>() {
            let then = self.now(Rc::clone(&now.facts), piece);
            let waiting = Key {
                piece,
                ..key.clone()
            };
            let opens = self.worth_waiting_for(&waiting, &then);
            if opens.iter().any(|rule| !here.contains(rule)) {
                let there = self.node(waiting, Rc::clone(&now.facts));
                let mut fates = vec![Branch::new(Fate::Well, there).in_piece(piece)];
                fates.extend(self.found(now));
                let opens = opens
                    .into_iter()
                    .filter(|rule| !here.contains(rule))
                    .collect();
                let closes = here.iter().copied();
                let closes = closes.filter(|rule| !then.reading.alive[*rule]).collect();
                return Some(Way {
                    opens,
                    closes,
                    ..Way::new(Step::Wait(piece), fates)
                });
            }
        }
        None
    }

    /// What is open and could be a step: neither a shield nor a place that is not to be entered.
    fn worth_waiting_for(&self, key: &Key, now: &Now) -> Vec<usize> {
        let claims: BTreeSet<usize> = self.claimable(key, now).into_iter().collect();
        let mut open = self.open(key, now, |kind| !super::travelling::is_shield(kind));
        open.retain(|rule| match self.book(*rule).kind {
            Kind::Entry => self.may_be_entered_by(*rule),
            Kind::Asylum => claims.contains(rule),
            _ => true,
        });
        open
    }

    /// To be found while one waits, where those who hunt may find the person.
    pub(super) fn found(&mut self, now: &Now) -> Option<Branch> {
        super::is_hunted(&now.facts).then(|| {
            let returned: Place = self.returned(now);
            Branch::new(Fate::Returned, returned).in_piece(now.piece)
        })
    }
}

/// Longer than this nobody waits; and a calendar has an end.
const LONGEST: u32 = 1_200;

fn months(number: u32) -> Span {
    Span::Months(i32::try_from(number.min(LONGEST)).unwrap_or_default())
}

/// The last day of a stay, where it has one.
pub(super) fn last_day(facts: &Facts) -> Option<PartialDate> {
    match facts
        .get(super::consequences::LAWFUL_UNTIL, None)?
        .value()?
    {
        Scalar::Date(until) => Some(*until),
        _ => None,
    }
}

/// The fewest and the most months until an answer of a pathway, in whole months outwards; where nobody counted,
/// from none to no end.
pub fn answer_months(book: &Pathway) -> (u32, Option<u32>) {
    let counted = book.time.as_ref().and_then(|time| {
        let (from, to) = (&time.months.0, &time.months.1);
        let (from, to): (f64, f64) = (from.parse().ok()?, to.parse().ok()?);
        Some((from.floor() as u32, Some(to.ceil() as u32)))
    });
    counted.unwrap_or((0, None))
}

/// After how long a refused pathway may be asked for again, where its book says so and nothing else
/// has to be so.
fn after(book: &Pathway) -> Option<Span> {
    let again = book.again.as_ref().filter(|again| again.when.is_none())?;
    let (number, unit) = again.after.as_deref()?.split_once(' ')?;
    let number: u32 = number.parse().ok()?;
    let number = i32::try_from(number.min(LONGEST)).ok()?;
    match unit {
        "days" => Some(Span::Days(number)),
        "months" => Some(Span::Months(number)),
        "years" => Some(Span::Years(number)),
        _ => None,
    }
}
