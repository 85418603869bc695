use crate::{Assertion, Field, NeverCollect, Noted, Role, Says, Value};
use facts::{Fact, FieldType, Scalar, SetBy, Type, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Why an assertion does not fit the vocabulary. It is kept; the law does not read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// No fact has this name, or none has it any more.
    UnknownFact,
    /// It is never collected.
    NeverCollected,
    /// The program works this fact out itself.
    Derived,
    /// The fact has one truth for each country, or has not.
    Key,
    /// The fact holds other values.
    Value,
}

/// For whose signature an assertion still waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Awaited {
    /// A second person.
    Second,
    /// A lawyer.
    Lawyer,
}

/// The fact of which an assertion speaks.
pub(crate) fn fact_of<'v>(
    assertion: &Assertion,
    vocabulary: &'v Vocabulary,
) -> Result<&'v Fact, Misfit> {
    if is_never_collected(assertion) {
        return Err(Misfit::NeverCollected);
    }
    let fact = vocabulary.get(&assertion.fact).ok_or(Misfit::UnknownFact)?;
    if fact.derived.as_ref().is_some_and(|d| !d.recorded_first) {
        return Err(Misfit::Derived);
    }
    if fact.keyed != assertion.under.is_some() {
        return Err(Misfit::Key);
    }
    match fits(&assertion.says, &fact.of) {
        true => Ok(fact),
        false => Err(Misfit::Value),
    }
}

/// For whom the vocabulary makes it wait.
pub(crate) fn awaited(noted: &Noted, role: Role, set_by: SetBy) -> Option<Awaited> {
    match set_by {
        SetBy::One => None,
        SetBy::Two => (!noted.is_approved()).then_some(Awaited::Second),
        SetBy::Lawyer => {
            (role != Role::Lawyer && !noted.is_approved_by_lawyer()).then_some(Awaited::Lawyer)
        }
    }
}

fn is_never_collected(assertion: &Assertion) -> bool {
    let fields = match &assertion.says {
        Says::List { records, .. } => records.iter().flatten().collect(),
        Says::Value(_)
        | Says::Differing(_)
        | Says::Unknown
        | Says::RatherNotSay
        | Says::Set { .. } => Vec::new(),
    };
    let mut names = fields.into_iter().map(|field| &field.name);
    let asks = |name: &String| NeverCollect::asked_by(name).is_some();
    asks(&assertion.fact) || names.any(asks)
}

fn fits(says: &Says, of: &Type) -> bool {
    match (says, of) {
        (Says::Unknown | Says::RatherNotSay, _) => true,
        (Says::Value(value), Type::One(of)) => is_of(value, of),
        (Says::Differing(values), Type::One(of)) => values.iter().all(|value| is_of(value, of)),
        (Says::Set { shown, denied, .. }, Type::Set(of)) => {
            shown.iter().chain(denied).all(|value| is_of(value, of))
        }
        (Says::List { records, .. }, Type::List(of)) => {
            records.iter().all(|record| is_record(record, of))
        }
        (Says::Value(_) | Says::Differing(_), Type::Set(_) | Type::List(_))
        | (Says::Set { .. }, Type::One(_) | Type::List(_))
        | (Says::List { .. }, Type::One(_) | Type::Set(_)) => false,
    }
}

fn is_record(record: &BTreeSet<Field>, of: &BTreeMap<String, FieldType>) -> bool {
    let names: BTreeSet<&str> = record.iter().map(|field| field.name.as_str()).collect();
    let known = |field: &Field| {
        of.get(&field.name)
            .is_some_and(|of| is_of(&field.value, of))
    };
    names.len() == record.len() && record.iter().all(known)
}

fn is_of(value: &Value, of: &FieldType) -> bool {
    match (&value.0, of) {
        (Scalar::Bool(_), FieldType::Bool)
        | (Scalar::Number(_), FieldType::Number)
        | (Scalar::Date(_), FieldType::Date)
        | (Scalar::Country(_), FieldType::Country)
        | (Scalar::Text(_), FieldType::Text) => true,
        (Scalar::Text(word), FieldType::Enum(values)) => values.contains_key(word),
        (
            Scalar::Bool(_)
            | Scalar::Number(_)
            | Scalar::Date(_)
            | Scalar::Country(_)
            | Scalar::Text(_),
            _,
        ) => false,
    }
}
