//! Day by day: when each way opens and closes, for how many people, and what in the books turns it.

use crate::desk::{Desk, Reading};
use crate::history::{History, Lane};
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{Bar, DayLane, DaysPage, Share, Turn, TurnDay, YearMark};
use crate::{Lang, day};
use facts::{Date, Span, add_span};
use law::{Discretion, OverlayTurn, Turning, turnings};
use std::collections::BTreeMap;

/// The signs of the four counts of a stretch. What somebody may grant and need not is never the tick.
fn signs(discretion: Discretion) -> [Sign; 4] {
    let open = match discretion {
        Discretion::None => Sign::Open,
        _ => Sign::MayAsk,
    };
    [open, Sign::NoObstacle, Sign::Undecided, Sign::Closed]
}

/// The signs of the picture, the best first.
const LEGEND: [Sign; 5] = [
    Sign::Open,
    Sign::MayAsk,
    Sign::NoObstacle,
    Sign::Undecided,
    Sign::Closed,
];

impl Desk {
    /// Every way over ten years for everyone, and what turns in the year of a day.
    pub fn days(&self, on: Date, lang: Lang) -> DaysPage {
        let reading = self.reading(on, lang);
        let (history, speech) = (self.history(), reading.speech);
        let on = on.clamp(history.first, history.last);
        let (still, moving): (Vec<&Lane>, Vec<&Lane>) = history
            .lanes
            .iter()
            .partition(|lane| lane.stretches.len() < 2);
        let lane = |lane: &&Lane| reading.day_lane(history, lane, on);
        let turns = reading.turns(history, on);
        let (from, until) = (
            day::in_words(history.first, speech),
            day::in_words(history.last, speech),
        );
        DaysPage {
            lead: say!(speech, "days-lead", from = &from, until = &until),
            days: days_between(history.first, history.last) + 1,
            people: history.people,
            chosen: days_between(history.first, on),
            chosen_day: day::in_words(on, speech),
            years: years(history, on),
            lanes: by_country(moving.iter().map(lane).collect()),
            still: by_country(still.iter().map(lane).collect()),
            legend: LEGEND.map(|sign| Signed::of(sign, speech)).into(),
            turns_head: say!(speech, "days-turns", year = &on.year().to_string()),
            turns,
        }
    }
}

/// A lane's place in the list: by country, then by name.
fn by_country(mut lanes: Vec<DayLane>) -> Vec<DayLane> {
    lanes.sort_by(|a, b| (&a.country, &a.title).cmp(&(&b.country, &b.title)));
    lanes
}

fn days_between(from: Date, to: Date) -> usize {
    let hours = from.duration_until(to).as_hours();
    usize::try_from(hours / 24).unwrap_or_default()
}

/// Each year with its first day, and whether it is the chosen one. The day of the year stays.
fn years(history: &History, on: Date) -> Vec<YearMark> {
    (history.first.year()..=history.last.year())
        .filter_map(|year| {
            let first = Date::new(year, 1, 1).ok()?;
            Some(YearMark {
                year,
                at: days_between(history.first, first),
                day: Date::new(year, on.month(), on.day()).unwrap_or(first),
                chosen: year == on.year(),
            })
        })
        .collect()
}

impl Reading<'_> {
    fn day_lane(&self, history: &History, lane: &Lane, on: Date) -> DayLane {
        let (country, title) = self.titled(&lane.id);
        DayLane {
            id: lane.id.clone(),
            country,
            title,
            bars: bars(history, lane, self.signs(&lane.id)),
            shares: self.shares(&lane.id, lane.on(on)),
        }
    }

    /// The country and the title of a book.
    fn titled(&self, id: &str) -> (String, String) {
        let book = self.desk.library().pathway(id);
        book.map(|book| {
            (
                self.place(&book.destination),
                self.lang.of(&book.title).to_owned(),
            )
        })
        .unwrap_or_default()
    }

    fn signs(&self, id: &str) -> [Sign; 4] {
        let book = self.desk.library().pathway(id);
        signs(book.map_or(Discretion::None, |book| book.discretion))
    }

    fn shares(&self, id: &str, counts: [usize; 4]) -> Vec<Share> {
        let signs = self.signs(id).into_iter();
        let shares = signs.zip(counts).filter(|(_, count)| *count > 0);
        shares
            .map(|(sign, count)| Share {
                sign: Signed::of(sign, self.speech),
                count,
            })
            .collect()
    }

    /// What changes in the year of a day, by its days.
    fn turns(&self, history: &History, on: Date) -> Vec<TurnDay> {
        let mut turned: BTreeMap<Date, Vec<Turn>> = BTreeMap::new();
        for lane in &history.lanes {
            for pair in lane.stretches.windows(2) {
                let ([before, after], day) = ([&pair[0], &pair[1]], pair[1].from);
                if day.year() == on.year() {
                    let (country, title) = self.titled(&lane.id);
                    turned.entry(day).or_default().push(Turn {
                        id: lane.id.clone(),
                        country,
                        title,
                        before: self.shares(&lane.id, before.counts),
                        after: self.shares(&lane.id, after.counts),
                        why: self.why(&lane.id, day),
                    });
                }
            }
        }
        let of_day = |(date, turns): (Date, Vec<Turn>)| TurnDay {
            date,
            day: day::in_words(date, self.speech),
            eve: add_span(date, Span::Days(-1)),
            turns,
        };
        turned.into_iter().map(of_day).collect()
    }

    /// What in the books begins or ends on the day; else dates that stand in conditions or in lives.
    fn why(&self, id: &str, day: Date) -> Vec<String> {
        let library = self.desk.library();
        let found: Vec<String> = turnings(library, id, day)
            .into_iter()
            .filter_map(|turning| match turning {
                Turning::Window(index, begins) => {
                    let window = library.pathway(id)?.in_force.get(index)?;
                    let word = self.speech.say(if begins {
                        "turn-window-begins"
                    } else {
                        "turn-window-ends"
                    });
                    Some(format!("{word}: {}", window.citation.cite))
                }
                Turning::Overlay(index, turn) => {
                    let overlay = library.overlays.get(index)?;
                    let word = self.speech.say(match turn {
                        OverlayTurn::Begins => "turn-overlay-begins",
                        OverlayTurn::Ends => "turn-overlay-ends",
                        OverlayTurn::HeldBack => "turn-overlay-held",
                        OverlayTurn::LetWork => "turn-overlay-works",
                    });
                    Some(format!("{word}: {}", self.lang.of(&overlay.title)))
                }
            })
            .collect();
        if found.is_empty() {
            return vec![self.speech.say("turn-dates")];
        }
        found
    }
}

/// What is not closed, as bars over the days: open at the bottom, then no obstacle, then undecided.
fn bars(history: &History, lane: &Lane, signs: [Sign; 4]) -> Vec<Bar> {
    let end = add_span(history.last, Span::Days(1));
    let ends = lane
        .stretches
        .iter()
        .skip(1)
        .map(|stretch| stretch.from)
        .chain([end]);
    let mut bars = Vec::new();
    for (stretch, until) in lane.stretches.iter().zip(ends) {
        let mut below = 0;
        for (sign, count) in signs.into_iter().zip(stretch.counts).take(3) {
            below += count;
            if count > 0 {
                bars.push(Bar {
                    x: days_between(history.first, stretch.from),
                    width: days_between(stretch.from, until),
                    y: history.people - below,
                    height: count,
                    class: sign.class(),
                });
            }
        }
    }
    bars
}
