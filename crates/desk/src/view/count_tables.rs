//! Tables of counts that may leave the house, ready to be shown.

/// A table, or why it may not leave.
#[derive(Clone, Debug)]
pub struct CountedTable {
    /// By what people are told apart: the word of the form.
    pub by: &'static str,
    /// The same in words.
    pub caption: String,
    /// What its chart says to whoever hears the page.
    pub chart: String,
    /// Each category.
    pub lines: Vec<CountLine>,
    /// How it was printed, or why it was not.
    pub why: Vec<String>,
    /// Whether it may leave.
    pub may_leave: bool,
}

/// A category of a table.
#[derive(Clone, Debug)]
pub struct CountLine {
    /// Who belongs to it.
    pub what: String,
    /// How many, as it is printed.
    pub count: String,
    /// The same figure as a bar.
    pub bar: CountBar,
}

/// A bar of a chart, in the units of its picture.
#[derive(Clone, Copy, Debug)]
pub struct CountBar {
    /// Where its line begins.
    pub top: u32,
    /// As long as there are people for sure.
    pub sure: u32,
    /// As long as there may be more.
    pub possible: u32,
}

/// A table that has left the house.
#[derive(Clone, Debug)]
pub struct TakenOut {
    /// As of which day.
    pub day: String,
    /// By what people were told apart.
    pub by: String,
    /// For whom.
    pub to: String,
}
