//! Somebody new: the first minutes of a call, for safety, before any question of law.
//!
//! In reading order: [`NotEntered`]; `newcomer` makes the case; `first_minutes` and `plan` are forms of
//! a case; `safety` is what the case page shows of them; `same` and `code_names` keep two people apart.

mod code_names;
pub(crate) mod first_minutes;
pub(crate) mod languages;
mod newcomer;
pub(crate) mod plan;
mod safety;
mod same;

use crate::cabinet::NotRecorded;
use crate::forms::Fault;

/// Why nobody was entered. Nothing was recorded.
#[derive(Debug)]
pub enum NotEntered {
    /// Fields have faults: the form is shown again.
    Faults(Vec<Fault>),
    /// There may be a case of theirs already: the form is shown again, with the question.
    MayBeSame,
    /// The vault does not take it.
    NotRecorded(NotRecorded),
}
