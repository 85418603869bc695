//! The law, to be read.

use super::{Article, Noted};
use crate::sign::Signed;

/// The list of books.
#[derive(Clone, Debug)]
pub struct LawList {
    /// How many books there are, in a sentence.
    pub sentence: String,
    /// Shelves, by destination.
    pub shelves: Vec<Shelf>,
}

/// The books of one destination.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The destination.
    pub name: String,
    /// Its books.
    pub books: Vec<BookLine>,
}

/// A line of the list of books.
#[derive(Clone, Debug)]
pub struct BookLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What kind of book.
    pub kind: String,
    /// Whether it is in force on the day.
    pub state: Signed,
}

/// One book, to be read.
#[derive(Clone, Debug)]
pub struct LawBook {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub destination: String,
    /// Whether it is in force on the day.
    pub state: Signed,
    /// What it is, in short lines: kind, who starts it, who decides.
    pub about: Vec<Noted>,
    /// Text worth knowing.
    pub notes: Vec<String>,
    /// When it is in force.
    pub windows: Vec<Noted>,
    /// What it requires.
    pub requires: Vec<ClauseText>,
    /// What bars it.
    pub bars: Vec<ClauseText>,
    /// What lifts a bar.
    pub waivers: Vec<Noted>,
    /// What is done.
    pub practice: Vec<Noted>,
    /// What events change.
    pub events: Vec<Noted>,
    /// Decisions that somebody counted.
    pub counted: Vec<Noted>,
    /// How many tests stand beside it, in a sentence.
    pub tests: String,
    /// The sources that it names.
    pub sources: Vec<SourceLine>,
}

/// A condition as its book has it.
#[derive(Clone, Debug)]
pub struct ClauseText {
    /// Its place on the page.
    pub id: String,
    /// What it means when it fails, or applies.
    pub says: String,
    /// The condition as the book writes it.
    pub condition: String,
    /// On what it rests, when it is needed, who could show it.
    pub marks: Vec<String>,
    /// The article.
    pub article: Article,
}

/// A source.
#[derive(Clone, Debug)]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Where it stands, and which edition was read.
    pub stands: String,
}
