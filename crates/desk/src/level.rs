//! How dangerous a place may be, at most, for a way there to be counted.

use routes::Hazard;

/// How dangerous a place may be, at most, for a way there to be counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Less than elsewhere.
    MediumLow,
    /// As in many places.
    #[default]
    Medium,
    /// More than elsewhere.
    MediumHigh,
    /// Whatever the danger.
    Any,
}

impl Level {
    /// Every level, the strictest first.
    pub const ALL: [Level; 4] = [
        Level::MediumLow,
        Level::Medium,
        Level::MediumHigh,
        Level::Any,
    ];

    /// Its word in an address and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Level::MediumLow => "medium_low",
            Level::Medium => "medium",
            Level::MediumHigh => "medium_high",
            Level::Any => "any",
        }
    }

    /// From its word.
    pub fn from_word(word: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.word() == word)
    }

    /// Whether a place of this class is at or below the level. Where nobody has looked, it is at no
    /// level but the last.
    pub(crate) fn admits(self, hazard: Hazard) -> bool {
        match self {
            Level::MediumLow => hazard <= Hazard::MediumLow,
            Level::Medium => hazard <= Hazard::Medium,
            Level::MediumHigh => hazard <= Hazard::MediumHigh,
            Level::Any => true,
        }
    }
}
