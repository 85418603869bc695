//! The rules of a day as formulas that every engine understands: named yes-or-no variables joined
//! by and, or, not.

use facts::{Facts, Truth};
use law::{Condition, Program};
use serde_json::{Value, json};

/// A formula over variables.
#[derive(Clone)]
pub enum Formula {
    Const(bool),
    Var(String),
    Not(Box<Formula>),
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

/// The rules' conditions of opening, before anything is made exact: as a lawyer writes them.
pub fn rules(program: &Program) -> Vec<Formula> {
    program
        .rules
        .iter()
        .map(|rule| of(&rule.granted_plain))
        .collect()
}

/// What is known of a person: each variable that is known, and nothing of the others.
pub fn person(program: &Program, facts: &Facts) -> Vec<(String, bool)> {
    let known = |(index, atom): (usize, &law::Atom)| match atom.truth(facts) {
        Truth::True => Some((format!("a{index}"), true)),
        Truth::False => Some((format!("a{index}"), false)),
        Truth::Unknown => None,
    };
    program.atoms.iter().enumerate().filter_map(known).collect()
}

fn of(condition: &Condition) -> Formula {
    let each = |parts: &[Condition]| parts.iter().map(of).collect();
    match condition {
        Condition::Const(Truth::True) => Formula::Const(true),
        Condition::Const(Truth::False) => Formula::Const(false),
        // A rule of which nobody knows whether it is in force: a variable that is never given.
        Condition::Const(Truth::Unknown) => Formula::Var("nobody_knows".into()),
        Condition::Atom(id) => Formula::Var(format!("a{}", id.0)),
        Condition::Not(inner) => Formula::Not(Box::new(of(inner))),
        Condition::All(parts) => Formula::All(each(parts)),
        Condition::Any(parts) => Formula::Any(each(parts)),
        // The first that is known: the engines have no such thing, and take either.
        Condition::First(a, b) => Formula::Any(vec![of(a), of(b)]),
        Condition::Choice(_) => unreachable!("the plain condition comes before any expansion"),
    }
}

impl Formula {
    /// As CEL.
    pub fn cel(&self) -> String {
        let joined = |parts: &[Formula], by: &str, none: &str| match parts {
            [] => none.to_owned(),
            parts => {
                let parts: Vec<String> = parts.iter().map(Formula::cel).collect();
                format!("({})", parts.join(by))
            }
        };
        match self {
            Formula::Const(value) => value.to_string(),
            Formula::Var(name) => name.clone(),
            Formula::Not(inner) => format!("!{}", inner.cel()),
            Formula::All(parts) => joined(parts, " && ", "true"),
            Formula::Any(parts) => joined(parts, " || ", "false"),
        }
    }

    /// As JSONLogic.
    pub fn json_logic(&self) -> Value {
        let each = |parts: &[Formula]| parts.iter().map(Formula::json_logic).collect::<Vec<_>>();
        match self {
            Formula::Const(value) => json!(value),
            Formula::Var(name) => json!({ "var": name }),
            Formula::Not(inner) => json!({ "!": [inner.json_logic()] }),
            Formula::All(parts) if parts.is_empty() => json!(true),
            Formula::Any(parts) if parts.is_empty() => json!(false),
            Formula::All(parts) => json!({ "and": each(parts) }),
            Formula::Any(parts) => json!({ "or": each(parts) }),
        }
    }
}
