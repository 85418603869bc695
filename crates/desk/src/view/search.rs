//! What was looked for, and where it was found.

/// The answer to a search.
#[derive(Clone, Debug)]
pub struct SearchPage {
    /// What was typed.
    pub typed: String,
    /// The cases, the likeliest first.
    pub found: Vec<FoundCase>,
}

/// A case that may be the one.
#[derive(Clone, Debug)]
pub struct FoundCase {
    /// Its number.
    pub number: u32,
    /// The person's code name.
    pub code: String,
    /// How far they have come.
    pub stage: String,
    /// By what it was found.
    pub by: String,
}
