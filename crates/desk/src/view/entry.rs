//! A fact closer.

use super::{RecordedLine, RecordedSection};

/// One entry, with everything that was said of the same fact.
#[derive(Clone, Debug)]
pub struct EntryPage {
    /// The case's number.
    pub number: u32,
    /// The entry's word in the address.
    pub entry: String,
    /// What it says, and who says so.
    pub line: RecordedLine,
    /// How it was heard, since when it is so: what each is, and what was noted.
    pub details: Vec<(String, String)>,
    /// What can be done about it: a form's word in the address, and what it is called.
    pub forms: Vec<(&'static str, String)>,
    /// Other words on the same fact, and the history of all of them.
    pub sections: Vec<RecordedSection>,
    /// The ways whose books read it: id and title.
    pub read_by: Vec<(String, String)>,
}
