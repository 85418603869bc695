//! What can be shown of harm, ready to be shown.

/// Counts that may leave the room.
#[derive(Clone, Debug)]
pub struct ShownPage {
    /// Each count, from the whole to its parts.
    pub lines: Vec<ShownLine>,
    /// Tables for donors and reports.
    pub tables: Vec<super::CountedTable>,
    /// Which tables have left.
    pub taken_out: Vec<super::TakenOut>,
}

/// One count.
#[derive(Clone, Debug)]
pub struct ShownLine {
    /// Of what.
    pub what: String,
    /// The count in words: "at least 40", "fewer than 10", "not counted".
    pub count: String,
}
