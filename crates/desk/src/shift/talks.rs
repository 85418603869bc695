//! Talks, each in a sealed compartment of its own. One that this device does not read shows nowhere:
//! neither as a talk nor as a gap between two.

use crate::cabinet::Drawer;
use crate::office::Office;
use casework::{Case, Moment};
use vault::CompartmentId;

/// The number of a talk on this device, from 1, in the order in which the talks were opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TalkNumber(pub u32);

impl Office {
    /// Every talk that this device reads, by its number.
    pub(crate) fn numbered_talks(&self) -> Vec<(TalkNumber, CompartmentId, &Case)> {
        let mut talks: Vec<_> = self.cabinet().drawers(Drawer::Talk).collect();
        talks.sort_by_key(|(id, talk)| (opened(talk), *id));
        let numbered = (1..).zip(talks);
        numbered
            .map(|(n, (id, talk))| (TalkNumber(n), id, talk))
            .collect()
    }
}

/// When the first entry of a talk was written.
fn opened(talk: &Case) -> Option<Moment> {
    let history = talk.history();
    history.iter().map(|noted| noted.written).min()
}
