use crate::content::{About, Key, body};
use crate::{Day, Readers};
use minicbor::{Decode, Encode};

/// A table of counts that has left the house, as it was printed: later tables are read against it,
/// for what is counted once can be subtracted from what is counted next.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct CountTable {
    /// Who was counted, by a fixed word: `everyone`.
    #[n(0)]
    pub whom: String,
    /// By what they were told apart, by a fixed word: `age`.
    #[n(1)]
    pub by: String,
    /// Whether the cells add up to all of them.
    #[n(2)]
    pub adds_up: bool,
    /// The day as of which they were counted.
    #[n(3)]
    pub on: Day,
    /// Counts below this were small, and rounding was to multiples of it.
    #[n(4)]
    pub step: u32,
    /// Each category, by a fixed word, as it was printed.
    #[n(5)]
    pub cells: Vec<CountCell>,
    /// Neighbours that were small each, with what was told of them together.
    #[n(6)]
    pub merged: Vec<MergedCells>,
    /// Who was to read it.
    #[n(7)]
    pub to: Readers,
}

/// A category of a table, as it was printed.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct CountCell {
    /// The category, by its fixed word.
    #[n(0)]
    pub category: String,
    /// What was printed of it.
    #[n(1)]
    pub printed: PrintedCount,
}

/// What was printed of a count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub enum PrintedCount {
    /// As counted.
    #[n(0)]
    Exact(#[n(0)] u32),
    /// Rounded down to a multiple of the step.
    #[n(1)]
    Rounded(#[n(0)] u32),
    /// Fewer than a step, or nobody.
    #[n(2)]
    Few,
}

/// What was told of some neighbouring categories together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct MergedCells {
    /// The first of them.
    #[n(0)]
    pub first: u32,
    /// How many there are.
    #[n(1)]
    pub categories: u32,
    /// Together at least so many.
    #[n(2)]
    pub least: u32,
    /// Together at most so many, if that was told.
    #[n(3)]
    pub most: Option<u32>,
}

body!(CountTable, about | _ | About::Work, key | _ | Key::Event);
crate::content::sealed!(CountCell);
crate::content::sealed!(PrintedCount);
crate::content::sealed!(MergedCells);
