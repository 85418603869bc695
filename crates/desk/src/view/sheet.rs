//! The sheet for the person, to print.
//!
//! No field here can hold a name, a story, a fact of the case or the title of a book: whoever finds
//! the paper must not learn whose it is, nor why they are hunted.

/// The routes of a person in plain words, for that person.
#[derive(Clone, Debug)]
pub struct SheetPage {
    /// The case's number.
    pub number: u32,
    /// The code word by which colleagues speak of the person.
    pub code: String,
    /// The day whose law it knows, in a sentence.
    pub day: String,
    /// What could be done first: the strategies that stand side by side.
    pub ways: Vec<SheetWay>,
    /// The coming days on which something closes, a sentence each.
    pub deadlines: Vec<String>,
}

/// A way to begin, in the order in which it is read: the worst before anything that is hoped for.
#[derive(Clone, Debug)]
pub struct SheetWay {
    /// What it is.
    pub title: String,
    /// What could go wrong at worst. Never empty.
    pub worst: Vec<String>,
    /// What is certain of it: what cannot be undone, who learns of it, what a refusal closes.
    pub certain: Vec<String>,
    /// The first step.
    pub first: String,
    /// How it goes on, a refusal before a grant.
    pub then: Vec<SheetThen>,
}

/// How a way goes on after its first step.
#[derive(Clone, Debug)]
pub struct SheetThen {
    /// "If the answer is no".
    pub when: String,
    /// What could be done then, or where it leaves the person.
    pub what: String,
}
