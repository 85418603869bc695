//! People on a timeline: give it a day, it gives their words.
//!
//! From one day to the next only those answers are asked anew that can have moved: of people of
//! whom a date is recorded that a moving day now reaches, and where the books' own dates turned.

use crate::asked::Asked;
use crate::lower_moving::moved_days;
use crate::planes::{Planes, Words};
use crate::timeline::{MovingAtom, TimedAtom, Timeline};
use crate::verdict::Word;
use facts::{Date, FactId, Facts, Known, Record, Recorded, Scalar, Span, add_span};
use std::collections::{BTreeMap, BTreeSet};

impl Timeline<'_> {
    /// These people on the timeline.
    pub fn people<'t>(&'t self, people: &'t [Facts]) -> Slider<'t> {
        let stays = self.atoms.iter().enumerate().filter_map(|(index, atom)| {
            let TimedAtom::Stays(atom) = atom else {
                return None;
            };
            Some((index, atom))
        });
        let mut planes = Planes::blank(self.atoms.len(), people.len());
        planes.ask(&Asked::of(stays), people);
        let mut slider = Slider {
            timeline: self,
            people,
            watches: self.watches(people),
            redated: self.redated.partition_point(|edge| *edge <= self.first),
            planes,
        };
        for (index, atom) in self.atoms.iter().enumerate() {
            if let TimedAtom::Moves(moving) = atom {
                slider.ask(index, moving, self.first, 0..people.len());
            }
        }
        slider
    }

    fn watches(&self, people: &[Facts]) -> Vec<Watch<'_>> {
        let mut of_facts: BTreeMap<&FactId, Watch<'_>> = BTreeMap::new();
        for (index, atom) in self.atoms.iter().enumerate() {
            let TimedAtom::Moves(moving) = atom else {
                continue;
            };
            let watch = of_facts.entry(&moving.fact).or_insert_with(|| Watch {
                atoms: Vec::new(),
                moved: BTreeSet::new(),
                people: dated_people(people, &moving.fact),
            });
            watch.atoms.push((index, moving));
            watch.moved.extend(moved_days(&moving.expr));
        }
        of_facts
            .into_values()
            .filter(|watch| !watch.people.is_empty())
            .collect()
    }
}

/// The people of whom a date of a fact is recorded.
fn dated_people(people: &[Facts], fact: &FactId) -> Vec<Dated> {
    let dates = people.iter().map(|facts| recorded_dates(facts, fact));
    let dated = dates.enumerate().filter(|(_, dates)| !dates.is_empty());
    let of_person = |(person, dates)| Dated {
        person,
        dates,
        asked: Vec::new(),
    };
    dated.map(of_person).collect()
}

/// People on a timeline: give it a day, it gives their words.
#[derive(Clone, Debug)]
pub struct Slider<'t> {
    timeline: &'t Timeline<'t>,
    people: &'t [Facts],
    watches: Vec<Watch<'t>>,
    /// How many of [`Timeline::redated`] had passed when everybody was last asked.
    redated: usize,
    planes: Planes,
}

/// The people whose answers on a fact move, because a date of it is recorded.
#[derive(Clone, Debug)]
struct Watch<'t> {
    /// The moving atoms on the fact, and the moving days that they name.
    atoms: Vec<(usize, &'t MovingAtom)>,
    moved: BTreeSet<Vec<Span>>,
    people: Vec<Dated>,
}

/// A person with the ends of the dates recorded, and where the moving days lay among them when
/// the person was last asked.
#[derive(Clone, Debug)]
struct Dated {
    person: usize,
    dates: Vec<Date>,
    asked: Vec<usize>,
}

/// The words of every rule of a timeline for everybody, on a day.
#[derive(Clone, Debug)]
pub struct DayWords<'t> {
    words: Words,
    there: &'t [bool],
}

impl<'t> Slider<'t> {
    /// The words of a day; nothing for a day outside the span.
    pub fn on(&mut self, day: Date) -> Option<DayWords<'t>> {
        let timeline = self.timeline;
        if !(timeline.first..timeline.end).contains(&day) {
            return None;
        }
        self.ask_those_moved(day);
        self.ask_those_redated(day);
        let piece = &timeline.pieces[timeline.piece(day)];
        Some(DayWords {
            words: self.planes.decide(&piece.code),
            there: &piece.there,
        })
    }
}

impl Slider<'_> {
    /// Asks those anew between whose dates a moving day now lies elsewhere.
    fn ask_those_moved(&mut self, day: Date) {
        let mut watches = std::mem::take(&mut self.watches);
        for watch in &mut watches {
            let moved = watch
                .moved
                .iter()
                .map(|spans| spans.iter().copied().fold(day, add_span));
            let moved: Vec<Date> = moved.collect();
            let mut people = Vec::new();
            for dated in &mut watch.people {
                let among = moved.iter().map(|day| lies_among(&dated.dates, *day));
                let now: Vec<usize> = among.collect();
                if dated.asked != now {
                    dated.asked = now;
                    people.push(dated.person);
                }
            }
            for (index, moving) in watch.atoms.iter().filter(|_| !people.is_empty()) {
                self.ask(*index, moving, day, people.iter().copied());
            }
        }
        self.watches = watches;
    }

    /// Asks everybody anew what reads dated values or areas, where these are no longer the same.
    fn ask_those_redated(&mut self, day: Date) {
        let timeline = self.timeline;
        let now = timeline.redated.partition_point(|edge| *edge <= day);
        if std::mem::replace(&mut self.redated, now) == now {
            return;
        }
        for (index, atom) in timeline.atoms.iter().enumerate() {
            if let TimedAtom::Moves(moving) = atom
                && moving.dated
            {
                self.ask(index, moving, day, 0..self.people.len());
            }
        }
    }

    /// Asks some people what a moving atom asks on a day.
    fn ask(
        &mut self,
        index: usize,
        moving: &MovingAtom,
        day: Date,
        people: impl IntoIterator<Item = usize>,
    ) {
        let timeline = self.timeline;
        let Some(atom) = moving.asks(timeline.library, timeline.known.day(day)) else {
            return;
        };
        for person in people {
            let facts = &self.people[person];
            self.planes.set(index, person, atom.truth(facts));
        }
    }
}

/// The place of a day among dates: before, on or after each.
fn lies_among(dates: &[Date], day: Date) -> usize {
    let before = dates.partition_point(|date| *date < day);
    2 * before + usize::from(dates.get(before) == Some(&day))
}

/// The ends of all dates that are recorded of a fact, under any key.
fn recorded_dates(facts: &Facts, wanted: &FactId) -> Vec<Date> {
    let mut found = BTreeSet::new();
    for (_, _, recorded, _) in facts.iter().filter(|(fact, ..)| *fact == wanted) {
        let values: Vec<&Scalar> = match recorded {
            Recorded::One(Known::Value(value)) => vec![value],
            Recorded::One(_) => Vec::new(),
            Recorded::Set { shown, denied, .. } => shown.iter().chain(denied).collect(),
            Recorded::List { records, .. } => records.iter().flat_map(Record::values).collect(),
        };
        for value in values {
            if let Scalar::Date(date) = value {
                found.extend([date.earliest(), date.latest()]);
            }
        }
    }
    found.into_iter().collect()
}

impl DayWords<'_> {
    /// The word of a rule, by its place in [`Timeline::rules`], for a person; nothing where the
    /// rule is not there on that day.
    pub fn of(&self, rule: usize, person: usize) -> Option<Word> {
        self.there[rule].then(|| self.words.of(rule, person))
    }

    /// For how many people a rule has this word.
    pub fn count(&self, rule: usize, word: Word) -> usize {
        if self.there[rule] {
            self.words.count(rule, word)
        } else {
            0
        }
    }
}
