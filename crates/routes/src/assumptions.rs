//! What the program assumes where no law and no count says anything. Every one is shown beside the
//! routes, and those that touch a number can be switched off.

use crate::ground::Hazard;

/// What the program assumes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumptions {
    /// Rounds of asking, claims and appeals in one plan: more would not be a plan.
    pub attempts: usize,
    /// Journeys by an entry rule in one plan.
    pub entries: usize,
    /// Journeys in all.
    pub journeys: usize,
    /// Situations: a graph that would be larger is cut, and says so.
    pub situations: usize,
    /// Places in this class of danger, or worse, are not entered by a plan.
    pub not_entered_from: Hazard,
    /// How far ahead waiting is looked at, in months.
    pub horizon_months: u32,
    /// Pieces of time in that: later days on which something changes are left out, and that is said.
    pub pieces: usize,
    /// How often an interval from a count holds the true chance, at least.
    pub confidence: f64,
    /// After so many months a count weighs half; nothing: counts do not age.
    pub half_life_months: Option<u32>,
    /// So many months after a year its counts are published.
    pub published_after_months: u32,
    /// Whether counts are used at all; without them every chance is unknown.
    pub counts: bool,
    /// Whether judgements are used at all; without them what nobody counted is unknown.
    pub judgements: bool,
    /// A judged range is stretched to what its judge would have said at this sureness, of a hundred.
    pub judged_sure: u32,
    /// After each so many months a judged range is twice as wide.
    pub judgement_shelf_months: u32,
    /// Plans that differ by no more than this are shown as one.
    pub tolerance: Tolerance,
}

/// By how much one plan may be worse than another that stands for it, in each criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tolerance {
    /// One of so many of the scenarios, rounded down; nothing: in no scenario.
    pub one_in: Option<usize>,
    /// Refusals.
    pub refusals: u32,
    /// Steps at which a person may be returned.
    pub dangers: u32,
}

impl Tolerance {
    /// In nothing worse.
    pub const NONE: Tolerance = Tolerance {
        one_in: None,
        refusals: 0,
        dangers: 0,
    };

    /// In how many of so many scenarios a plan may be worse.
    pub fn of(self, scenarios: usize) -> usize {
        self.one_in.map_or(0, |one_in| scenarios / one_in.max(1))
    }
}

impl Default for Assumptions {
    fn default() -> Assumptions {
        Assumptions {
            attempts: 4,
            entries: 1,
            journeys: 2,
            situations: 20_000,
            not_entered_from: Hazard::High,
            horizon_months: 36,
            pieces: 4,
            confidence: 0.95,
            half_life_months: Some(24),
            published_after_months: 6,
            counts: true,
            judgements: true,
            judged_sure: 90,
            judgement_shelf_months: 12,
            tolerance: Tolerance {
                one_in: Some(10),
                refusals: 1,
                dangers: 1,
            },
        }
    }
}
