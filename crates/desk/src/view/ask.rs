//! The ask.

use super::{Article, Noted, Quote};

/// The ask: who could open a door that no right opens.
#[derive(Clone, Debug)]
pub struct AskPage {
    /// What the page is, with its day.
    pub lead: String,
    /// Each power, the one that reaches most people first.
    pub powers: Vec<Power>,
}

/// One power that a law gives to a minister or a government.
#[derive(Clone, Debug)]
pub struct Power {
    /// The pathway's book.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The governments that have it; several where one text gives it to each of them.
    pub countries: String,
    /// Who decides: "a minister may, and need not".
    pub decides: String,
    /// How many people it would reach.
    pub reaches: String,
    /// The number itself.
    pub people: usize,
    /// The articles that give it on the day.
    pub articles: Vec<Article>,
    /// What is done with it.
    pub practice: Vec<Noted>,
    /// Who would have to lift what, where a text stands in the way of some of them.
    pub lifted: Vec<Noted>,
    /// What was asked of these governments before, and what came back.
    pub before: Vec<AskedBefore>,
    /// What would be enough.
    pub enough: Vec<Enough>,
}

/// What one government was asked, and what came back.
#[derive(Clone, Debug)]
pub struct AskedBefore {
    /// In one line: how many asked, applied, were refused, were granted.
    pub counts: String,
    /// What its officials said.
    pub said: Vec<Quote>,
}

/// What the nearest opening needs, of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enough {
    /// "Still to be found out".
    pub sort: String,
    /// Each thing, with for how many people.
    pub things: Vec<String>,
}
