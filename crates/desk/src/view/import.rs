use super::Choice;
use std::fmt;

/// A spreadsheet of people beside the people who are known: what it would change.
#[derive(Clone, Debug, Default)]
pub struct ImportPage {
    /// Whether a spreadsheet is being compared.
    pub is_held: bool,
    /// What each column means.
    pub columns: Vec<ImportColumn>,
    /// What cannot be taken over, and why.
    pub troubles: Vec<String>,
    /// The rows that say something new, or something else than what is recorded.
    pub rows: Vec<ImportRow>,
    /// How many rows more there are of which that is so: they are shown once these are recorded.
    pub more: usize,
    /// How many rows say nothing new.
    pub same: usize,
}

/// A column of a sheet, and what it may mean.
#[derive(Clone)]
pub struct ImportColumn {
    /// Its field in the form.
    pub name: String,
    /// Where it is, and its heading.
    pub heading: String,
    /// What it may mean; the chosen one is what it means now.
    pub choices: Vec<Choice>,
}

/// What one row would change.
#[derive(Clone)]
pub struct ImportRow {
    /// Its value in the form: sheet and row.
    pub value: String,
    /// Of whom it speaks.
    pub head: String,
    /// Cell by cell, in sentences.
    pub says: Vec<String>,
    /// Whether there is anything to record.
    pub is_new: bool,
}

impl fmt::Debug for ImportColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportColumn({}, [sealed])", self.name)
    }
}

impl fmt::Debug for ImportRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportRow({}, [sealed])", self.value)
    }
}
