//! The first page.

use crate::sign::Signed;

/// The first page.
#[derive(Clone, Debug)]
pub struct Wall {
    /// Figures with what they count: "40 | in hiding."
    pub figures: Vec<Figure>,
    /// The whole sentence.
    pub sentence: String,
    /// A line for each government that was asked, or that spoke.
    pub governments: Vec<GovernmentLine>,
    /// How many governments could open a way if asked.
    pub could_open: CouldOpen,
    /// The columns of the grid.
    pub columns: Vec<Column>,
    /// The rows of the grid.
    pub rows: Vec<Row>,
    /// What the signs of the grid mean.
    pub legend: Vec<LegendEntry>,
}

/// A number and its words.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The number.
    pub number: usize,
    /// What it counts.
    pub words: String,
}

/// What one government was asked, and answered.
#[derive(Clone, Debug)]
pub struct GovernmentLine {
    /// The country.
    pub country: String,
    /// Its code.
    pub code: String,
    /// How many people asked whether they may apply, or applied.
    pub asked: usize,
    /// How many applied in form.
    pub applied: usize,
    /// How many were refused.
    pub refused: usize,
    /// To how many it was said: better not.
    pub discouraged: usize,
    /// To how many it was said: ask us.
    pub encouraged: usize,
    /// How many were granted.
    pub granted: usize,
    /// In one sentence: nothing was formally refused, for instance.
    pub sum: String,
    /// What its officials said, and on what terms.
    pub said: Vec<Quote>,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, in quotation marks if they are the very words.
    pub words: String,
    /// Who, when, on what terms.
    pub by: String,
}

/// Governments that could open a way, if asked.
#[derive(Clone, Debug)]
pub struct CouldOpen {
    /// How many.
    pub count: usize,
    /// In a sentence.
    pub sentence: String,
}

/// A column of the grid: one destination.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
}

/// A row of the grid: one person.
#[derive(Clone, Debug)]
pub struct Row {
    /// The case's number.
    pub number: u32,
    /// The code name.
    pub code: String,
    /// Where and how far.
    pub stage: String,
    /// Whether the generator drew this person.
    pub drawn: bool,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell of the grid.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The sign's class.
    pub class: &'static str,
    /// The sign's mark.
    pub mark: &'static str,
    /// The letter beside it.
    pub letter: String,
}

/// One sign, explained.
#[derive(Clone, Debug)]
pub struct LegendEntry {
    /// The sign and its word.
    pub sign: Signed,
    /// The letter in narrow cells.
    pub letter: String,
    /// What it means.
    pub meaning: String,
}
