use crate::{Scalar, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// On what a recorded fact rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The person said so.
    Said,
    /// A document shows it.
    Document,
    /// A caseworker established it.
    Caseworker,
    /// Assumed in an invented example.
    Assumed,
}

/// What is known of a single value.
///
/// The law treats everything but `Value` as unknown; the reasons are kept apart, since they ask
/// for different next steps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Known {
    /// Nobody has said.
    #[default]
    Unknown,
    /// "I would rather not say."
    RatherNotSay,
    /// Several say different things.
    Contested(Vec<Scalar>),
    /// It is recorded.
    Value(Scalar),
}

/// One record of a list fact: its fields by name. A field that is missing is unknown.
pub type Record = BTreeMap<String, Scalar>;

/// What is recorded of one fact (or of one fact under one key).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recorded {
    /// One value.
    One(Known),
    /// A set: what is shown to be in it, what is shown not to be, and whether there is nothing else.
    Set {
        /// Members shown.
        shown: BTreeSet<Scalar>,
        /// Members denied.
        denied: BTreeSet<Scalar>,
        /// "And no others?": yes.
        complete: bool,
    },
    /// A list of records, and whether there are no others.
    List {
        /// The records.
        records: Vec<Record>,
        /// "And no others?": yes.
        complete: bool,
    },
}

impl Recorded {
    /// A yes or no that is known.
    pub fn yes_no(value: bool) -> Recorded {
        Recorded::One(Known::Value(Scalar::Bool(value)))
    }

    /// The single value, if it is known.
    pub fn value(&self) -> Option<&Scalar> {
        match self {
            Recorded::One(Known::Value(value)) => Some(value),
            Recorded::One(_) | Recorded::Set { .. } | Recorded::List { .. } => None,
        }
    }

    /// Whether `member` is in the set: no only if denied, or if nothing else is in it.
    pub fn holds(&self, member: &Scalar) -> Truth {
        match self {
            Recorded::Set { shown, .. } if shown.contains(member) => Truth::True,
            Recorded::Set {
                denied, complete, ..
            } if *complete || denied.contains(member) => Truth::False,
            _ => Truth::Unknown,
        }
    }
}
