use crate::{Assertion, Field, PersonId, Role, Says, Source, Value};
use facts::{Facts, Known, Record, Recorded, Scalar};
use std::collections::BTreeSet;

/// The assertions that a person file's facts come to, one for each fact and key.
///
/// Folded, they give the same facts again, basis included, once those that need a second
/// signature or a lawyer's have it.
pub fn assertions_of(person: PersonId, facts: &Facts) -> Vec<Assertion> {
    let assertion = |(fact, under, recorded, basis): (&facts::FactId, Option<&str>, _, _)| {
        let mut assertion = Assertion::new(person, &fact.0, says(recorded));
        assertion.under = under.map(str::to_owned);
        assertion.basis = Option::<facts::Basis>::map(basis, Into::into);
        assertion.by = match basis {
            Some(facts::Basis::Said) => Source::Person(person),
            _ => Source::Member,
        };
        assertion.role = Role::Caseworker;
        assertion
    };
    facts.iter().map(assertion).collect()
}

fn says(recorded: &Recorded) -> Says {
    match recorded {
        Recorded::One(Known::Unknown) => Says::Unknown,
        Recorded::One(Known::RatherNotSay) => Says::RatherNotSay,
        Recorded::One(Known::Value(value)) => Says::Value(value.clone().into()),
        Recorded::One(Known::Contested(values)) => {
            Says::Differing(values.iter().cloned().map(Value).collect())
        }
        Recorded::Set {
            shown,
            denied,
            complete,
        } => Says::Set {
            shown: members(shown),
            denied: members(denied),
            complete: *complete,
        },
        Recorded::List { records, complete } => Says::List {
            records: records.iter().map(fields).collect(),
            complete: *complete,
        },
    }
}

fn members(values: &BTreeSet<Scalar>) -> BTreeSet<Value> {
    values.iter().cloned().map(Value).collect()
}

fn fields(record: &Record) -> BTreeSet<Field> {
    let field = |(name, value): (&String, &Scalar)| Field {
        name: name.clone(),
        value: value.clone().into(),
    };
    record.iter().map(field).collect()
}
