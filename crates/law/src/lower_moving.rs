//! Conditions that read `on`, where the day moves: what they ask is kept apart from what stays,
//! and can be worked out again for another day.

use crate::condition::{Atom, AtomId, Condition};
use crate::expression::{Expr, Operand, OperandKind, Unit};
use crate::lower::{Atoms, Lowering, Scope};
use crate::window::Day;
use facts::{Complaints, Date, SourceText, Span};

/// What a part of a condition comes to on a day: atoms numbered from 0.
pub(crate) type Reading = (Condition, Vec<Atom>);

/// A comparison that reads `on`.
#[derive(Clone, Debug)]
pub(crate) struct MovingPart {
    pub expr: Expr,
    /// What it comes to on the day of the program, and then on each of [`TELLING`]: two that come
    /// to the same on all of these are the same.
    pub readings: Vec<Reading>,
    /// The atoms that it became.
    pub ids: Vec<AtomId>,
}

/// Days that tell lengths of time apart: 30 days from a month, 365 days from a year.
const TELLING: [Date; 6] = [
    Date::constant(2001, 1, 31),
    Date::constant(2003, 2, 28),
    Date::constant(2004, 2, 29),
    Date::constant(2004, 3, 1),
    Date::constant(2010, 12, 31),
    Date::constant(2011, 6, 15),
];

/// Whether a comparison reads `on`.
pub(crate) fn reads_day(expr: &Expr) -> bool {
    reads(
        expr,
        &|kind| matches!(kind, OperandKind::Name(name) if name == "on"),
    )
}

/// Whether a comparison reads a dated value or an area.
pub(crate) fn reads_dated(expr: &Expr) -> bool {
    let dated = |kind: &OperandKind| matches!(kind, OperandKind::Field(base, _) if base == "value" || base == "area");
    reads(expr, &dated)
}

/// Whether it looks through records by a comparison that reads `on` and nothing of the record: when
/// that turns, something else is asked of every record.
pub(crate) fn settles_inside(expr: &Expr) -> bool {
    match expr {
        Expr::Exists { name, body, .. } => settles(body, name),
        _ => false,
    }
}

fn settles(expr: &Expr, record: &str) -> bool {
    let of_record =
        |kind: &OperandKind| matches!(kind, OperandKind::Field(base, _) if base == record);
    match expr {
        Expr::Any(parts) | Expr::All(parts) => parts.iter().any(|part| settles(part, record)),
        Expr::Not(inner) => settles(inner, record),
        comparison => reads_day(comparison) && !reads(comparison, &of_record),
    }
}

fn reads(expr: &Expr, wanted: &impl Fn(&OperandKind) -> bool) -> bool {
    let mut found = false;
    each_operand(expr, &mut |operand| found |= wanted(&operand.kind));
    found
}

/// The days that a comparison names by `on`: the spans by which it is moved, in order.
pub(crate) fn moved_days(expr: &Expr) -> Vec<Vec<Span>> {
    let mut found = Vec::new();
    each_operand(expr, &mut |operand| found.extend(spans(operand)));
    found
}

fn spans(operand: &Operand) -> Option<Vec<Span>> {
    match &operand.kind {
        OperandKind::Name(name) => (name == "on").then(Vec::new),
        OperandKind::Moved { base, unit, count } => {
            let mut spans = spans(base)?;
            spans.push(span(*unit, *count));
            Some(spans)
        }
        _ => None,
    }
}

fn span(unit: Unit, count: i32) -> Span {
    match unit {
        Unit::Days => Span::Days(count),
        Unit::Months => Span::Months(count),
        Unit::Years => Span::Years(count),
    }
}

fn each_operand(expr: &Expr, see: &mut impl FnMut(&Operand)) {
    match expr {
        Expr::Any(parts) | Expr::All(parts) => {
            for part in parts {
                each_operand(part, see);
            }
        }
        Expr::Not(inner) => each_operand(inner, see),
        Expr::Holds(operand) => each_inner(operand, see),
        Expr::Compare { left, right, .. } | Expr::In { left, right } => {
            each_inner(left, see);
            each_inner(right, see);
        }
        Expr::Exists { body, .. } => each_operand(body, see),
    }
}

fn each_inner(operand: &Operand, see: &mut impl FnMut(&Operand)) {
    see(operand);
    match &operand.kind {
        OperandKind::Keyed(_, inner) | OperandKind::Moved { base: inner, .. } => {
            each_inner(inner, see);
        }
        OperandKind::List(items) => {
            for item in items {
                each_inner(item, see);
            }
        }
        OperandKind::Name(_)
        | OperandKind::Field(..)
        | OperandKind::Text(_)
        | OperandKind::Number(_)
        | OperandKind::Date(_) => {}
    }
}

impl Lowering<'_, '_> {
    /// Lowers a comparison that reads `on`: its atoms are shared with none that do not move alike.
    pub(crate) fn moving(&mut self, expr: &Expr) -> Condition {
        let days = std::iter::once(self.scope.day).chain(TELLING.map(Day::of));
        let readings: Vec<Reading> = days.map(|day| reading(expr, self.scope, day)).collect();
        let (condition, atoms) = readings[0].clone();
        let parts = self.atoms.moving.get_or_insert_default();
        // What is settled by the day alone may be settled alike today and not tomorrow: each is
        // kept, to be watched by itself.
        let alike = |part: &&MovingPart| !atoms.is_empty() && part.readings == readings;
        let ids = match parts.iter().find(alike) {
            Some(known) => known.ids.clone(),
            None => {
                let ids: Vec<AtomId> = atoms.into_iter().map(|a| self.atoms.add(a)).collect();
                let part = MovingPart {
                    expr: expr.clone(),
                    readings,
                    ids: ids.clone(),
                };
                self.atoms.moving.get_or_insert_default().push(part);
                ids
            }
        };
        renumbered(&condition, &ids)
    }
}

/// What a comparison comes to on a day.
pub(crate) fn reading(expr: &Expr, scope: &Scope<'_>, day: Day) -> Reading {
    let scope = Scope { day, ..*scope };
    let mut atoms = Atoms::default();
    let nowhere = SourceText::new("", "");
    let condition =
        Lowering::new(&nowhere, 0, &scope, &mut atoms, &mut Complaints::new()).comparison(expr);
    (condition, atoms.list)
}

fn renumbered(condition: &Condition, ids: &[AtomId]) -> Condition {
    let each = |parts: &[Condition]| parts.iter().map(|part| renumbered(part, ids)).collect();
    match condition {
        Condition::Atom(id) => Condition::Atom(ids[id.0 as usize]),
        Condition::Not(inner) => Condition::Not(Box::new(renumbered(inner, ids))),
        Condition::All(parts) => Condition::All(each(parts)),
        Condition::Any(parts) => Condition::Any(each(parts)),
        // A single comparison has neither.
        Condition::Const(_) | Condition::First(..) | Condition::Choice(_) => condition.clone(),
    }
}
