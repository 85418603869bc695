//! Everyone on every day of some years, worked out once: how many have which word by which way.

use crate::caseload::Caseload;
use crate::wall::is_shield;
use facts::{Date, Facts, Span, add_span};
use law::{Kind, KnownOn, Library, Timeline, Word};

/// Ten years from the year of the caseload.
const YEARS: i32 = 10;

/// How the ways of a caseload stood on each day, as people's facts are recorded now.
pub(crate) struct History {
    pub(crate) first: Date,
    pub(crate) last: Date,
    /// How many people there are.
    pub(crate) people: usize,
    /// Ways that the law of one government makes: entry has return and pursuit beside it and stands
    /// elsewhere, and a family's countries count only for who stands before them.
    pub(crate) lanes: Vec<Lane>,
}

/// One way over all the days.
pub(crate) struct Lane {
    pub(crate) id: String,
    /// Days over which as many people have each word; in order, without a gap.
    pub(crate) stretches: Vec<Stretch>,
}

/// Days over which nothing changes for anybody, by one way.
pub(crate) struct Stretch {
    pub(crate) from: Date,
    /// How many: open, no obstacle, undecided, closed. A way that is not there is closed to all.
    pub(crate) counts: [usize; 4],
}

impl Lane {
    /// How the way stands on a day.
    pub(crate) fn on(&self, day: Date) -> [usize; 4] {
        let begun = self
            .stretches
            .partition_point(|stretch| stretch.from <= day);
        let stretch = self.stretches.get(begun.saturating_sub(1));
        stretch.map(|stretch| stretch.counts).unwrap_or_default()
    }
}

impl History {
    /// Works every day out. Takes about a second; the desk keeps it.
    pub(crate) fn of(library: &Library, caseload: &Caseload, known_on: Option<Date>) -> History {
        let first = Date::constant(caseload.date.year(), 1, 1);
        let last = add_span(add_span(first, Span::Years(YEARS)), Span::Days(-1));
        let known = known_on.map_or(KnownOn::ThatDay, KnownOn::Day);
        let timeline = Timeline::of(library, first, last, known);
        let people: Vec<Facts> = caseload
            .cases
            .iter()
            .map(|case| case.facts.clone())
            .collect();
        let wanted: Vec<(usize, &str)> = timeline
            .rules()
            .enumerate()
            .filter(|(_, id)| has_a_lane(library, id))
            .collect();
        let mut lanes: Vec<Lane> = wanted
            .iter()
            .map(|(_, id)| Lane {
                id: (*id).to_owned(),
                stretches: Vec::new(),
            })
            .collect();
        let mut slider = timeline.people(&people);
        let mut day = first;
        while day <= last {
            if let Some(words) = slider.on(day) {
                for (lane, (rule, _)) in lanes.iter_mut().zip(&wanted) {
                    let count = |word| words.count(*rule, word);
                    let counted = [Word::Open, Word::NoObstacle, Word::Undecided].map(count);
                    lane.add(day, counted, people.len());
                }
            }
            day = add_span(day, Span::Days(1));
        }
        History {
            first,
            last,
            people: people.len(),
            lanes,
        }
    }
}

impl Lane {
    fn add(&mut self, day: Date, [open, no_obstacle, undecided]: [usize; 3], people: usize) {
        let closed = people - open - no_obstacle - undecided;
        let counts = [open, no_obstacle, undecided, closed];
        if self
            .stretches
            .last()
            .is_none_or(|last| last.counts != counts)
        {
            self.stretches.push(Stretch { from: day, counts });
        }
    }
}

fn has_a_lane(library: &Library, id: &str) -> bool {
    library.pathway(id).is_some_and(|book| {
        book.each.is_none() && book.kind != Kind::Entry && !is_shield(book.kind)
    })
}
