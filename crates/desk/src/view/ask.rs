//! The ask, for everyone and for one person.

use super::{Article, Noted, PersonHead, Quote};
use crate::sign::Signed;

/// The ask: who could open a door that no right opens.
#[derive(Clone, Debug)]
pub struct AskPage {
    /// What the page is, with its day.
    pub lead: String,
    /// Each power, the one that reaches most people first.
    pub powers: Vec<Power>,
}

/// The ask for one person: the same powers, as far as they reach that person.
#[derive(Clone, Debug)]
pub struct PersonAskPage {
    /// Who.
    pub head: PersonHead,
    /// What the page is, with its day.
    pub lead: String,
    /// Each power: those without an answer first, and of these the most hopeful.
    pub powers: Vec<Power>,
}

/// One power that a law gives to a minister or a government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// The pathway's book.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The governments that have it; several where one text gives it to each of them.
    pub governments: Vec<Empowered>,
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
    /// What was asked of these governments before, and what came back: of everyone, or on the page
    /// of one person, of that person.
    pub before: Vec<AskedBefore>,
    /// What would be enough.
    pub enough: Vec<Enough>,
    /// On the page of one person, how it stands for that person.
    pub for_one: Option<ForOne>,
}

/// A government that has a power.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Empowered {
    /// The country.
    pub country: String,
    /// Its rule: the pathway, or its member of a family.
    pub rule: String,
}

/// How a power stands for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForOne {
    /// The verdict.
    pub sign: Signed,
    /// "may be asked today: yes".
    pub asked_today: Signed,
    /// The line of the law: the verdict with what carries it.
    pub law: String,
    /// Whether an answer has come, in form or in words.
    pub answered: bool,
}

impl Power {
    /// The governments that have it, by name.
    pub fn countries(&self) -> String {
        let names: Vec<&str> = self
            .governments
            .iter()
            .map(|government| government.country.as_str())
            .collect();
        names.join(", ")
    }
}

/// What one government was asked, and what came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedBefore {
    /// In one line: how many asked, applied, were refused, were granted; of one person, each step.
    pub counts: String,
    /// What its officials said.
    pub said: Vec<Quote>,
}

/// What the nearest opening needs, of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enough {
    /// "Still to be found out".
    pub sort: String,
    /// Each thing; on the page of everyone, with for how many people.
    pub things: Vec<String>,
}
