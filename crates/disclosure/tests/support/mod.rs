//! The invented world of `sets/own.jsonl`, for tests.

#![allow(dead_code, reason = "each test file uses some of it")]

use disclosure::{Checker, Finding, LabelledSet};
use facts::Date;

/// The day of every draft of the set.
pub const TODAY: Date = Date::constant(2032, 5, 20);

pub fn set() -> LabelledSet {
    LabelledSet::read(include_str!("../../sets/own.jsonl")).expect("the set is in its form")
}

pub fn checker() -> Checker {
    let set = set();
    Checker::new(set.world.clone(), &set.published, TODAY).expect("the world can be read")
}

pub fn found(checker: &Checker, draft: &str) -> Vec<Finding> {
    checker
        .check(draft, TODAY)
        .expect("the draft can be judged")
        .findings()
        .to_vec()
}

/// Rounds of a property: the full figure behind `SAFECONDUCT_LONG=1`.
pub fn rounds(short: u32, long: u32) -> u32 {
    if std::env::var_os("SAFECONDUCT_LONG").is_some() {
        long
    } else {
        short
    }
}
