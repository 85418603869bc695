//! The counts of a ledger as one history.

use crate::history::{DatedFigure, History, Inclusion};
use crate::people_count::{Counted, PeopleCount, Published};
use facts::Date;
use std::collections::BTreeSet;

/// The counts of a ledger as one history, each with the statement that published it.
pub(crate) struct CountedBefore {
    pub published: Vec<Published>,
    /// Figures by the places of what was published.
    history: History,
}

/// Two counts of one group, and what follows of their difference.
pub(crate) struct Change {
    /// Places of the earlier and the later count; the draft's counts come after what was published.
    pub earlier: usize,
    pub later: usize,
    /// The change lies between these, without its sign.
    pub by: (u32, u32),
}

impl CountedBefore {
    pub(crate) fn of(mut published: Vec<Published>) -> CountedBefore {
        published.sort_by_key(|p| p.day);
        let mut history = History::over(inclusion());
        for p in &published {
            history.publish_whatever(figure(&p.count, p.day));
        }
        CountedBefore { published, history }
    }

    /// Every small change that follows from what was published and a draft's counts, and did not follow before.
    pub(crate) fn changes(
        &self,
        counts: &[&PeopleCount],
        today: Date,
        min_count: u32,
    ) -> Vec<Change> {
        let mut after = self.history.clone();
        for count in counts {
            after.publish_whatever(figure(count, today));
        }
        let known = self.published.len();
        let group = |place: usize| match self.published.get(place) {
            Some(p) => p.count.counted,
            None => counts[place - known].counted,
        };
        let every = 0..known + counts.len();
        let narrowed =
            |place: &usize| *place >= known || after.size(*place) != self.history.size(*place);
        let mut pairs = BTreeSet::new();
        for one in every.clone().filter(narrowed) {
            let others = every.clone().filter(|other| group(*other) == group(one));
            pairs.extend(others.map(|other| (one.max(other), one.min(other))));
        }
        let compared = |place| self.can_be_compared(place, today);
        pairs.retain(|(later, earlier)| {
            *earlier < known.min(*later) && compared(*later) && compared(*earlier)
        });
        let changes = pairs.into_iter().filter_map(|(later, earlier)| {
            let small = |history| small(history, earlier, later, group(later), min_count);
            let old = later < known && small(&self.history).is_some();
            let by = small(&after).filter(|_| !old)?;
            Some(Change { earlier, later, by })
        });
        changes.collect()
    }

    /// A part is no measure of its whole, and a figure of tomorrow none of today.
    fn can_be_compared(&self, place: usize, today: Date) -> bool {
        self.published.get(place).is_none_or(|p| {
            let whole = !p.count.part || p.count.counted == Counted::InCare;
            whole && p.day <= today
        })
    }
}

/// The difference of two counts of one group, where it has one sign and is small.
fn small(
    history: &History,
    earlier: usize,
    later: usize,
    counted: Counted,
    min_count: u32,
) -> Option<(u32, u32)> {
    let (least, most) = history.difference(earlier, later);
    let (low, high) = if least >= 1 {
        (least, most)
    } else if most <= -1 && counted == Counted::InCare {
        (-most, -least)
    } else {
        // Whoever once asked has asked for ever: a smaller figure is of another time.
        return None;
    };
    let by = (u32::try_from(low).ok()?, u32::try_from(high).ok()?);
    (counted != Counted::Other && by.1 < min_count).then_some(by)
}

fn figure(count: &PeopleCount, day: Date) -> DatedFigure {
    DatedFigure {
        group: count.counted as usize,
        day,
        least: count.least,
        most: count.most,
    }
}

/// Whoever asked, left, came or got a visa has done so for ever.
fn inclusion() -> Inclusion {
    let growing = [
        Counted::Asked,
        Counted::Left,
        Counted::WithVisas,
        Counted::Arrived,
    ];
    growing
        .into_iter()
        .fold(Inclusion::of(6), |all, group| all.growing(group as usize))
}
