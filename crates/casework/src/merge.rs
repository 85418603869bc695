//! Several statements about one fact, as one: together where they agree, contested where not.

use crate::{Basis, Field, OperationId, Says, Value};
use facts::{Known, PartialDate, Record, Recorded, Scalar, Type};
use std::collections::BTreeSet;

/// What one assertion says of a fact on the day that is asked about.
pub(crate) struct Statement<'c> {
    /// Who says so.
    pub id: OperationId,
    /// What.
    pub says: &'c Says,
    /// On what basis.
    pub basis: Option<Basis>,
    /// Whether it is shown to be so on that day, and nobody doubts it. What is not firm can
    /// contest another statement, but shows nothing by itself.
    pub firm: bool,
    /// Whether somebody doubts it.
    pub doubted: bool,
}

/// What they come to.
#[derive(Default)]
pub(crate) struct Merged {
    /// What is recorded of the fact; nothing, where no statement is firm.
    pub recorded: Option<Recorded>,
    /// On what it rests, at best.
    pub basis: Option<Basis>,
    /// Whether they contradict each other, or one is doubted and no other says the same.
    pub contested: bool,
    /// Whether nothing is said but that the person would rather not.
    pub rather_not_say: bool,
}

/// What statements about a fact of this type come to.
pub(crate) fn merged(of: &Type, statements: &[Statement]) -> Merged {
    let mut merged = match of {
        Type::One(_) => merged_values(statements),
        Type::Set(_) => merged_sets(statements),
        Type::List(_) => merged_lists(statements),
    };
    let says_nothing = |says: &Says| matches!(says, Says::Unknown | Says::RatherNotSay);
    let firm = || statements.iter().filter(|statement| statement.firm);
    merged.rather_not_say = statements.iter().all(|it| says_nothing(it.says))
        && firm().any(|it| *it.says == Says::RatherNotSay);
    merged
}

/// The better of what statements rest on.
fn best_basis<'s>(statements: impl Iterator<Item = &'s Statement<'s>>) -> Option<Basis> {
    statements.filter_map(|statement| statement.basis).max()
}

/// What all of them rest on, if on the same.
fn common_basis(statements: &[Statement]) -> Option<Basis> {
    let bases: BTreeSet<_> = statements.iter().map(|it| it.basis).collect();
    let only = bases.first().copied().flatten();
    only.filter(|_| bases.len() == 1)
}

fn merged_values(statements: &[Statement]) -> Merged {
    let firm = || statements.iter().filter(|statement| statement.firm);
    let all = values_of(statements.iter());
    let shown = values_of(firm());
    let agreed = match statements {
        // The very words of the only one who says so.
        [
            Statement {
                says: Says::Differing(values),
                ..
            },
        ] => {
            return contested(values.iter().map(|it| it.0.clone()).collect(), statements);
        }
        _ if differs(statements) => None,
        _ => narrowest(&all).and_then(|_| narrowest(&shown)),
    };
    if let Some(value) = agreed {
        let says_it = |it: &&Statement| matches!(it.says, Says::Value(other) if other.0 == *value);
        return Merged {
            recorded: Some(Recorded::One(Known::Value(value.clone()))),
            basis: best_basis(firm().filter(says_it)),
            ..Merged::default()
        };
    }
    // Of a single value that is not firm, nobody says otherwise: it may be so.
    let is_open = narrowest(&all).is_some() && !statements.iter().any(|it| it.doubted);
    match (all.is_empty(), is_open) {
        (true, _) => nothing_known(statements),
        (false, true) => Merged::default(),
        (false, false) => contested(all.into_iter().cloned().collect(), statements),
    }
}

/// Every value that is said.
fn values_of<'s>(statements: impl Iterator<Item = &'s Statement<'s>>) -> BTreeSet<&'s Scalar> {
    let values = |statement: &'s Statement<'s>| match statement.says {
        Says::Value(value) => vec![&value.0],
        Says::Differing(values) => values.iter().map(|value| &value.0).collect(),
        Says::Unknown | Says::RatherNotSay | Says::Set { .. } | Says::List { .. } => Vec::new(),
    };
    statements.flat_map(values).collect()
}

fn differs(statements: &[Statement]) -> bool {
    let mut says = statements.iter().map(|statement| statement.says);
    says.any(|says| matches!(says, Says::Differing(_)))
}

/// The one value; of dates the narrowest, if it lies within every other. "In May" and "on the
/// 17th of May" do not contradict each other.
fn narrowest<'s>(values: &BTreeSet<&'s Scalar>) -> Option<&'s Scalar> {
    let within_all = |value: &&&Scalar| values.iter().all(|other| is_within(value, other));
    values.iter().find(within_all).copied()
}

fn is_within(value: &Scalar, other: &Scalar) -> bool {
    let covers =
        |a: &PartialDate, b: &PartialDate| b.earliest() <= a.earliest() && a.latest() <= b.latest();
    match (value, other) {
        (Scalar::Date(a), Scalar::Date(b)) => covers(a, b),
        (a, b) => a == b,
    }
}

fn contested(values: Vec<Scalar>, statements: &[Statement]) -> Merged {
    Merged {
        recorded: Some(Recorded::One(Known::Contested(values))),
        basis: common_basis(statements),
        contested: true,
        ..Merged::default()
    }
}

/// Nobody names a value: the person would rather not say, or nobody knows.
fn nothing_known(statements: &[Statement]) -> Merged {
    let firm: Vec<_> = statements.iter().filter(|it| it.firm).collect();
    let refused = firm.iter().any(|it| *it.says == Says::RatherNotSay);
    let known = if refused {
        Known::RatherNotSay
    } else {
        Known::Unknown
    };
    Merged {
        recorded: (!firm.is_empty()).then_some(Recorded::One(known)),
        basis: best_basis(firm.into_iter()),
        ..Merged::default()
    }
}

/// What one statement says of a set.
struct SetSaid<'s> {
    shown: &'s BTreeSet<Value>,
    denied: &'s BTreeSet<Value>,
    complete: bool,
    firm: bool,
}

impl SetSaid<'_> {
    fn shows(&self, member: &Value) -> bool {
        self.shown.contains(member)
    }

    fn denies(&self, member: &Value) -> bool {
        self.denied.contains(member) || (self.complete && !self.shown.contains(member))
    }
}

fn merged_sets(statements: &[Statement]) -> Merged {
    let said: Vec<SetSaid> = statements.iter().filter_map(set_said).collect();
    let named: BTreeSet<&Value> = said
        .iter()
        .flat_map(|it| it.shown.iter().chain(it.denied))
        .collect();
    let is_contested = |member: &&&Value| {
        said.iter().any(|it| it.shows(member)) && said.iter().any(|it| it.denies(member))
    };
    let contested: BTreeSet<&Value> = named.iter().filter(is_contested).copied().collect();
    let firm = || said.iter().filter(|it| it.firm);
    let kept = |members: &BTreeSet<Value>| -> Vec<Scalar> {
        let kept = members.iter().filter(|it| !contested.contains(it));
        kept.map(|it| it.0.clone()).collect()
    };
    let recorded = Recorded::Set {
        shown: firm().flat_map(|it| kept(it.shown)).collect(),
        denied: firm().flat_map(|it| kept(it.denied)).collect(),
        // A contested member is not shown, and must not read as denied.
        complete: contested.is_empty() && firm().any(|it| it.complete),
    };
    collected(statements, recorded, !contested.is_empty())
}

fn set_said<'s>(statement: &'s Statement<'s>) -> Option<SetSaid<'s>> {
    match statement.says {
        Says::Set {
            shown,
            denied,
            complete,
        } => Some(SetSaid {
            shown,
            denied,
            complete: *complete,
            firm: statement.firm,
        }),
        Says::Value(_)
        | Says::Differing(_)
        | Says::Unknown
        | Says::RatherNotSay
        | Says::List { .. } => None,
    }
}

/// What one statement says of a list.
struct ListSaid {
    records: Vec<Record>,
    complete: bool,
    firm: bool,
}

fn merged_lists(statements: &[Statement]) -> Merged {
    let said: Vec<ListSaid> = statements.iter().filter_map(list_said).collect();
    let is_contested = |record: &Record| {
        let leaves_out = |it: &ListSaid| {
            it.complete && !it.records.iter().any(|other| are_compatible(record, other))
        };
        said.iter().any(leaves_out)
    };
    let any_contested = said.iter().flat_map(|it| &it.records).any(is_contested);
    let mut records: Vec<(Record, bool)> = Vec::new();
    for one in said.iter().filter(|it| it.firm) {
        let before = records.len();
        for record in one.records.iter().filter(|it| !is_contested(it)) {
            add_record(&mut records, before, record, one.complete);
        }
    }
    let records = records.into_iter().map(|(record, _)| record).collect();
    let complete = said.iter().any(|it| it.firm && it.complete) && !any_contested;
    collected(
        statements,
        Recorded::List { records, complete },
        any_contested,
    )
}

/// Adds what one statement says of a record to those of the statements before it. Of two that say
/// more and less of one record, the fuller is kept; but what a complete list names stays as it
/// names it: it may be the same one as the fuller record, or another.
fn add_record(records: &mut Vec<(Record, bool)>, before: usize, record: &Record, complete: bool) {
    let earlier = &mut records[..before];
    if let Some((_, named)) = earlier.iter_mut().find(|(old, _)| old == record) {
        *named |= complete;
        return;
    }
    if !complete && earlier.iter().any(|(old, _)| is_part_of(record, old)) {
        return;
    }
    let lesser = |(old, named): &(Record, bool)| !named && is_part_of(old, record);
    match earlier.iter().position(lesser) {
        Some(at) => records[at] = (record.clone(), complete),
        None => records.push((record.clone(), complete)),
    }
}

fn list_said(statement: &Statement) -> Option<ListSaid> {
    let record = |fields: &BTreeSet<Field>| -> Record {
        let fields = fields.iter();
        fields
            .map(|field| (field.name.clone(), field.value.0.clone()))
            .collect()
    };
    match statement.says {
        Says::List { records, complete } => Some(ListSaid {
            records: records.iter().map(record).collect(),
            complete: *complete,
            firm: statement.firm,
        }),
        Says::Value(_)
        | Says::Differing(_)
        | Says::Unknown
        | Says::RatherNotSay
        | Says::Set { .. } => None,
    }
}

/// Whether both can be the same record: no field has two values.
fn are_compatible(a: &Record, b: &Record) -> bool {
    let same = |(name, value): (&String, &Scalar)| b.get(name).is_none_or(|other| other == value);
    a.iter().all(same)
}

/// Whether every field of one is in the other.
fn is_part_of(part: &Record, whole: &Record) -> bool {
    part.iter()
        .all(|(name, value)| whole.get(name) == Some(value))
}

/// A set or a list, if any statement about it is firm: one that says nothing leaves it empty and
/// open.
fn collected(statements: &[Statement], recorded: Recorded, contested: bool) -> Merged {
    let mut firm = statements.iter().filter(|it| it.firm).peekable();
    let doubted = statements.iter().any(|it| it.doubted);
    let recorded = firm.peek().is_some().then_some(recorded);
    Merged {
        contested: contested || (recorded.is_none() && doubted),
        recorded,
        basis: best_basis(firm),
        ..Merged::default()
    }
}
