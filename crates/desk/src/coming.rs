//! The law of a person's coming months, in pieces, as known on the day that is read.

use crate::case::Case;
use crate::desk::Reading;
use law::{Day, Program};
use routes::{Assumptions, Clock};
use std::sync::Arc;

/// Today's law, and that of each later day on which something closes or opens for a person as they
/// stand today.
pub(crate) struct Coming {
    programs: Vec<Arc<Program>>,
}

impl Coming {
    /// Its clock.
    pub(crate) fn clock(&self) -> Clock<'_> {
        let later = self.programs[1..].iter().map(Arc::as_ref);
        Clock::of(&self.programs[0], later, Assumptions::default().pieces)
    }
}

impl Reading<'_> {
    /// The coming months of a person. What is supposed of them does not move the days: each of them is
    /// read again for whatever is so then.
    pub(crate) fn coming(&self, case: &Case) -> Coming {
        let known_on = self.program.day.known_on;
        let turnings = self.desk.turnings(case.number, self.on);
        let later = turnings.keys().map(|on| {
            let day = Day { on: *on, known_on };
            self.desk.program_as_known(day)
        });
        let today = std::iter::once(Arc::clone(&self.program));
        Coming {
            programs: today.chain(later).collect(),
        }
    }
}
