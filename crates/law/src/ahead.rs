//! What time brings to people if nothing else changes: the coming days on which some way turns from
//! closed or to closed, as far as anybody knows.

use crate::slider::DayWords;
use crate::timeline::Timeline;
use crate::verdict::Word;
use facts::{Date, Facts, Span, add_span};
use std::collections::BTreeMap;

/// What turns on a day, by the places of the rules in [`Timeline::rules`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Closed the day before, and not on this day.
    pub opens: Vec<usize>,
    /// Not closed the day before, and closed on this day.
    pub closes: Vec<usize>,
}

/// For each person the days after the first of a timeline, up to and with a last one, on which
/// something turns.
pub fn turns(
    timeline: &Timeline<'_>,
    people: &[Facts],
    (first, last): (Date, Date),
) -> Vec<BTreeMap<Date, Turn>> {
    let rules = timeline.rules().count();
    let mut turns = vec![BTreeMap::new(); people.len()];
    let mut slider = timeline.people(people);
    let mut before: Option<Vec<bool>> = None;
    let mut on = first;
    while on <= last {
        if let Some(words) = slider.on(on) {
            let alive = alive(&words, people.len(), rules);
            if let Some(before) = before.filter(|before| *before != alive) {
                note(&mut turns, on, rules, (&before, &alive));
            }
            before = Some(alive);
        }
        on = add_span(on, Span::Days(1));
    }
    turns
}

/// For each person, one after another, of each rule whether no text closes it.
fn alive(words: &DayWords<'_>, people: usize, rules: usize) -> Vec<bool> {
    let pairs = (0..people).flat_map(|person| (0..rules).map(move |rule| (person, rule)));
    let of = |(person, rule)| {
        words
            .of(rule, person)
            .is_some_and(|word| word != Word::Closed)
    };
    pairs.map(of).collect()
}

fn note(
    turns: &mut [BTreeMap<Date, Turn>],
    on: Date,
    rules: usize,
    (before, after): (&[bool], &[bool]),
) {
    for (at, (before, after)) in before.iter().zip(after).enumerate() {
        let rule = at % rules;
        match (before, after) {
            (false, true) => turns[at / rules].entry(on).or_default().opens.push(rule),
            (true, false) => turns[at / rules].entry(on).or_default().closes.push(rule),
            _ => {}
        }
    }
}
