//! Conditions after everything but the person is decided: atoms joined by and, or, not.

use facts::{CountryCode, FactId, Facts, Known, PartialDate, Record, Recorded, Scalar, Truth};
use std::collections::BTreeSet;

/// The number of an atom in a [`crate::Program`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AtomId(pub u32);

/// One fact, at most one constant key, one test with a constant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Atom {
    /// The fact.
    pub fact: FactId,
    /// Its key: a country code or `area.x`.
    pub key: Option<String>,
    /// The test.
    pub test: Test,
}

/// What is asked of a fact's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Test {
    /// It is yes.
    Holds,
    /// It is this.
    Is(Scalar),
    /// It is one of these.
    OneOf(BTreeSet<Scalar>),
    /// The date lies before this one.
    Before(PartialDate),
    /// The date lies after this one.
    After(PartialDate),
    /// The number is less than this.
    Less(i64),
    /// The number is greater than this.
    Greater(i64),
    /// The set holds this.
    Has(Scalar),
    /// The value is in that set fact: `here in nationality`.
    InFact(FactId),
    /// The value is that fact's value: `here == habitual_residence`.
    SameAs(FactId),
    /// The list has a record for which this is so.
    HasRecord(RecordTest),
}

/// What is asked of one record of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordTest {
    /// Decided beforehand.
    Const(Truth),
    /// Not.
    Not(Box<RecordTest>),
    /// All of these.
    All(Vec<RecordTest>),
    /// Any of these.
    Any(Vec<RecordTest>),
    /// A field of the record.
    Field(String, Box<Test>),
}

/// A condition over atoms.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// Decided beforehand; `Unknown` where a dated value or a window is not known.
    Const(Truth),
    /// An atom.
    Atom(AtomId),
    /// Not.
    Not(Box<Condition>),
    /// All of these.
    All(Vec<Condition>),
    /// Any of these.
    Any(Vec<Condition>),
    /// The first that is known.
    First(Box<Condition>, Box<Condition>),
    /// Exact by expansion: whichever of the possible cases is so.
    Choice(Vec<Case>),
}

/// One case of a [`Condition::Choice`]: what its atoms would be, and the condition then.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Case {
    /// What each atom would be.
    pub when: Vec<(AtomId, bool)>,
    /// The condition in that case.
    pub then: Condition,
}

impl Condition {
    /// Decided: yes.
    pub const TRUE: Condition = Condition::Const(Truth::True);
    /// Decided: no.
    pub const FALSE: Condition = Condition::Const(Truth::False);

    /// All of `parts`, simplified.
    pub fn all(parts: impl IntoIterator<Item = Condition>) -> Condition {
        join(
            parts,
            Truth::True,
            |part| match part {
                Condition::All(inner) => Ok(inner),
                other => Err(other),
            },
            Condition::All,
        )
    }

    /// Any of `parts`, simplified.
    pub fn any(parts: impl IntoIterator<Item = Condition>) -> Condition {
        join(
            parts,
            Truth::False,
            |part| match part {
                Condition::Any(inner) => Ok(inner),
                other => Err(other),
            },
            Condition::Any,
        )
    }

    /// Not this, simplified.
    pub fn negated(self) -> Condition {
        match self {
            Condition::Const(truth) => Condition::Const(!truth),
            Condition::Not(inner) => *inner,
            other => Condition::Not(Box::new(other)),
        }
    }

    /// The first that is known, simplified.
    pub fn first(recorded: Condition, otherwise: Condition) -> Condition {
        match recorded {
            Condition::Const(Truth::Unknown) => otherwise,
            Condition::Const(known) => Condition::Const(known),
            recorded => Condition::First(Box::new(recorded), Box::new(otherwise)),
        }
    }

    /// Its truth when each atom's truth is known.
    pub fn truth(&self, atom: &impl Fn(AtomId) -> Truth) -> Truth {
        match self {
            Condition::Const(truth) => *truth,
            Condition::Atom(id) => atom(*id),
            Condition::Not(inner) => !inner.truth(atom),
            Condition::All(parts) => parts
                .iter()
                .try_fold(Truth::True, |all, part| match all & part.truth(atom) {
                    Truth::False => Err(Truth::False),
                    truth => Ok(truth),
                })
                .unwrap_or_else(|decided| decided),
            Condition::Any(parts) => parts
                .iter()
                .try_fold(Truth::False, |any, part| match any | part.truth(atom) {
                    Truth::True => Err(Truth::True),
                    truth => Ok(truth),
                })
                .unwrap_or_else(|decided| decided),
            Condition::First(recorded, otherwise) => {
                recorded.truth(atom).or_else(otherwise.truth(atom))
            }
            Condition::Choice(cases) => truth_of_cases(cases, atom),
        }
    }

    /// Every atom in it, in the order in which it is named; atoms named twice come twice.
    pub fn atoms(&self) -> Vec<AtomId> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<AtomId>) {
        match self {
            Condition::Const(_) => {}
            Condition::Atom(id) => found.push(*id),
            Condition::Not(inner) => inner.collect(found),
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| part.collect(found))
            }
            Condition::First(a, b) => {
                a.collect(found);
                b.collect(found);
            }
            Condition::Choice(cases) => {
                for case in cases {
                    found.extend(case.when.iter().map(|(id, _)| *id));
                    case.then.collect(found);
                }
            }
        }
    }

    /// This condition with each atom for which `known` gives a truth decided, simplified.
    pub fn with(&self, known: &impl Fn(AtomId) -> Option<Truth>) -> Condition {
        match self {
            Condition::Const(truth) => Condition::Const(*truth),
            Condition::Atom(id) => known(*id).map_or(Condition::Atom(*id), Condition::Const),
            Condition::Not(inner) => inner.with(known).negated(),
            Condition::All(parts) => Condition::all(parts.iter().map(|part| part.with(known))),
            Condition::Any(parts) => Condition::any(parts.iter().map(|part| part.with(known))),
            Condition::First(a, b) => Condition::first(a.with(known), b.with(known)),
            Condition::Choice(cases) => choice_with(cases, known),
        }
    }
}

/// A choice in which some atoms are decided: impossible cases fall away.
fn choice_with(cases: &[Case], known: &impl Fn(AtomId) -> Option<Truth>) -> Condition {
    let open: Vec<Case> = cases
        .iter()
        .filter(|case| {
            case.when
                .iter()
                .all(|(id, would)| known(*id) != Some(Truth::from(!would)))
        })
        .map(|case| Case {
            when: case.when.clone(),
            then: case.then.with(known),
        })
        .collect();
    match open.as_slice() {
        [only] => only.then.clone(),
        [first, rest @ ..] if rest.iter().all(|case| case.then == first.then) => first.then.clone(),
        _ => Condition::Choice(open),
    }
}

fn join(
    parts: impl IntoIterator<Item = Condition>,
    neutral: Truth,
    flatten: impl Fn(Condition) -> Result<Vec<Condition>, Condition>,
    build: impl Fn(Vec<Condition>) -> Condition,
) -> Condition {
    let mut kept = Vec::new();
    let mut unknown = false;
    for part in parts {
        match flatten(part) {
            Ok(inner) => kept.extend(inner),
            Err(Condition::Const(truth)) if truth == neutral => {}
            Err(Condition::Const(Truth::Unknown)) => unknown = true,
            Err(Condition::Const(decided)) => return Condition::Const(decided),
            Err(other) => kept.push(other),
        }
    }
    if unknown && !kept.contains(&Condition::Const(Truth::Unknown)) {
        kept.push(Condition::Const(Truth::Unknown));
    }
    match kept.len() {
        0 => Condition::Const(neutral),
        1 => kept.remove(0),
        _ => build(kept),
    }
}

fn truth_of_cases(cases: &[Case], atom: &impl Fn(AtomId) -> Truth) -> Truth {
    let mut result = None;
    for case in cases {
        let possible = case
            .when
            .iter()
            .all(|(id, would)| atom(*id) != Truth::from(!would));
        if possible {
            let then = case.then.truth(atom);
            match result {
                None => result = Some(then),
                Some(before) if before == then => {}
                Some(_) => return Truth::Unknown,
            }
        }
    }
    result.unwrap_or(Truth::Unknown)
}

impl Atom {
    /// Its truth for a person. *Rather not say* and *contested* are unknown to the law.
    pub fn truth(&self, facts: &Facts) -> Truth {
        let Some(recorded) = facts.get(&self.fact, self.key.as_deref()) else {
            return Truth::Unknown;
        };
        self.test.of_recorded(recorded, facts)
    }
}

impl Test {
    /// Its truth for what is recorded of its fact; `facts` where it looks at another one too.
    pub(crate) fn of_recorded(&self, recorded: &Recorded, facts: &Facts) -> Truth {
        match (self, recorded) {
            (Test::Has(member), set) => set.holds(member),
            (Test::HasRecord(test), Recorded::List { records, complete }) => {
                let shown = Truth::any(records.iter().map(|record| test.truth(record)));
                // A list that may have more can always hold one that nobody has named.
                let unseen = if *complete {
                    Truth::False
                } else {
                    test.could_be()
                };
                shown | unseen
            }
            (Test::InFact(set), Recorded::One(Known::Value(value))) => facts
                .get(set, None)
                .map_or(Truth::Unknown, |set| set.holds(value)),
            (Test::SameAs(other), Recorded::One(Known::Value(value))) => facts
                .get(other, None)
                .and_then(Recorded::value)
                .map_or(Truth::Unknown, |other| other.is_same(value)),
            (_, Recorded::One(Known::Value(value))) => self.of_value(value),
            _ => Truth::Unknown,
        }
    }

    /// Its truth for a single value.
    pub fn of_value(&self, value: &Scalar) -> Truth {
        match (self, value) {
            (Test::Holds, Scalar::Bool(yes)) => Truth::from(*yes),
            (Test::Is(wanted), value) => value.is_same(wanted),
            (Test::OneOf(wanted), value) => Truth::any(wanted.iter().map(|one| value.is_same(one))),
            (Test::Before(date), Scalar::Date(value)) => value.is_before(*date),
            (Test::After(date), Scalar::Date(value)) => date.is_before(*value),
            (Test::Less(limit), Scalar::Number(value)) => Truth::from(value < limit),
            (Test::Greater(limit), Scalar::Number(value)) => Truth::from(value > limit),
            _ => Truth::Unknown,
        }
    }
}

impl RecordTest {
    /// Its truth for a record; a field that is missing is unknown.
    pub fn truth(&self, record: &Record) -> Truth {
        match self {
            RecordTest::Const(truth) => *truth,
            RecordTest::Not(inner) => !inner.truth(record),
            RecordTest::All(parts) => Truth::all(parts.iter().map(|part| part.truth(record))),
            RecordTest::Any(parts) => Truth::any(parts.iter().map(|part| part.truth(record))),
            RecordTest::Field(name, test) => record
                .get(name)
                .map_or(Truth::Unknown, |value| test.of_value(value)),
        }
    }

    /// Whether a record that nobody has named could be such a one.
    fn could_be(&self) -> Truth {
        match self.truth(&Record::new()) {
            Truth::False => Truth::False,
            Truth::True | Truth::Unknown => Truth::Unknown,
        }
    }
}

/// A country as a key of an atom.
pub(crate) fn country_key(code: CountryCode) -> String {
    code.as_str().to_owned()
}
