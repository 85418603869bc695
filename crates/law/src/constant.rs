//! Comparing what is constant on a day: nothing of a person is left in it.

use crate::condition::Test;
use crate::expression::Op;
use facts::{FieldType, Scalar, Truth};

/// A value of a book as what it looks like: a number, a date, or text.
pub(crate) fn constant(value: Scalar) -> Scalar {
    match &value {
        Scalar::Text(text) => text
            .parse()
            .map(Scalar::Number)
            .or_else(|_| text.parse().map(Scalar::Date))
            .unwrap_or(value),
        _ => value,
    }
}

pub(crate) fn equal_test(constant: Scalar) -> Test {
    match constant {
        Scalar::Bool(true) => Test::Holds,
        constant => Test::Is(constant),
    }
}

pub(crate) fn mirrored(op: Op) -> Op {
    match op {
        Op::Less => Op::Greater,
        Op::LessOrEqual => Op::GreaterOrEqual,
        Op::Greater => Op::Less,
        Op::GreaterOrEqual => Op::LessOrEqual,
        Op::Equal | Op::NotEqual => op,
    }
}

pub(crate) fn of_type(of: &FieldType) -> &'static str {
    match of {
        FieldType::Bool => "yes or no",
        FieldType::Number => "a number",
        FieldType::Date => "a date",
        FieldType::Country => "a country",
        FieldType::Text => "free text",
        FieldType::Enum(_) => "one of a few words",
    }
}

/// Text and a country are the same thing if the text is the country's code.
pub(crate) fn same(a: &Scalar, b: &Scalar) -> Truth {
    match (a, b) {
        (Scalar::Text(text), Scalar::Country(code))
        | (Scalar::Country(code), Scalar::Text(text)) => Truth::from(code.as_str() == text),
        _ => a.is_same(b),
    }
}

pub(crate) fn compare_constants(a: Option<Scalar>, op: Op, b: Option<Scalar>) -> Truth {
    let (Some(a), Some(b)) = (a, b) else {
        return Truth::Unknown;
    };
    let less = |a: &Scalar, b: &Scalar| match (a, b) {
        (Scalar::Date(a), Scalar::Date(b)) => a.is_before(*b),
        (Scalar::Number(a), Scalar::Number(b)) => Truth::from(a < b),
        _ => Truth::Unknown,
    };
    match op {
        Op::Equal => same(&a, &b),
        Op::NotEqual => !same(&a, &b),
        Op::Less => less(&a, &b),
        Op::GreaterOrEqual => !less(&a, &b),
        Op::Greater => less(&b, &a),
        Op::LessOrEqual => !less(&b, &a),
    }
}

pub(crate) fn constant_within(
    member: Option<Scalar>,
    certain: &[Scalar],
    perhaps: &[Scalar],
    known: bool,
) -> Truth {
    let Some(member) = member else {
        return Truth::Unknown;
    };
    if !known {
        return Truth::Unknown;
    }
    let surely = Truth::any(certain.iter().map(|value| same(&member, value)));
    let maybe = Truth::any(perhaps.iter().map(|value| same(&member, value))) & Truth::Unknown;
    surely | maybe
}
