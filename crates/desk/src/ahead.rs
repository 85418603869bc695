//! What time brings to each person, if nothing else changes: the coming days on which some way opens
//! or closes, as far as anybody knows of them today.

use crate::case::{Case, CaseNumber};
use crate::day;
use crate::desk::{Desk, Reading};
use crate::explain::Explaining;
use crate::view::{TurningDay, TurningWay};
use facts::{Date, Facts, Span, add_span};
use law::{Day, KnownOn, Library, Residual, Timeline, Turn, turns, verdict};
use routes::Assumptions;
use std::collections::BTreeMap;

/// A coming day on which ways turn, by their rules' ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Turning {
    pub(crate) opens: Vec<String>,
    pub(crate) closes: Vec<String>,
}

/// What turns for each person of a caseload, in the order of the cases; within the horizon.
pub(crate) struct Ahead {
    pub(crate) on: Date,
    people: Vec<BTreeMap<Date, Turning>>,
}

impl Ahead {
    /// As known on a day. Works out every day of the horizon for everybody at once.
    pub(crate) fn of(library: &Library, people: &[Facts], day: Day) -> Ahead {
        let months = Assumptions::default().horizon_months;
        let months = i32::try_from(months).unwrap_or_default();
        let last = add_span(day.on, Span::Months(months));
        let timeline = Timeline::of(library, day.on, last, KnownOn::Day(day.known_on));
        let rules: Vec<&str> = timeline.rules().collect();
        let ids = |those: Vec<usize>| those.into_iter().map(|rule| rules[rule].to_owned());
        let turning = |turn: Turn| Turning {
            opens: ids(turn.opens).collect(),
            closes: ids(turn.closes).collect(),
        };
        let of_person = |turns: BTreeMap<Date, Turn>| {
            let turns = turns.into_iter();
            turns.map(|(on, turn)| (on, turning(turn))).collect()
        };
        let turns = turns(&timeline, people, (day.on, last)).into_iter();
        Ahead {
            on: day.on,
            people: turns.map(of_person).collect(),
        }
    }

    /// What turns for one person, by its place among the cases.
    pub(crate) fn person(&self, index: usize) -> &BTreeMap<Date, Turning> {
        &self.people[index]
    }
}

impl Desk {
    /// What turns for one person after a day, as known on it; nothing, if there is no such case.
    pub(crate) fn turnings(&self, number: CaseNumber, on: Date) -> BTreeMap<Date, Turning> {
        let mut cases = self.caseload().cases.iter();
        let index = cases.position(|case| case.number == number);
        let turnings = index.map(|index| self.ahead(on).person(index).clone());
        turnings.unwrap_or_default()
    }

    /// The coming days that turn something for one person; nothing, if there is no such case.
    pub(crate) fn turning_days(
        &self,
        number: CaseNumber,
        reading: &Reading<'_>,
    ) -> Vec<TurningDay> {
        let Some(case) = self.caseload().case(number) else {
            return Vec::new();
        };
        let turnings = self.turnings(number, reading.on);
        let days = turnings.iter();
        days.map(|(on, turning)| reading.turning_day(case, *on, turning))
            .collect()
    }
}

impl<'d> Reading<'d> {
    pub(crate) fn turning_day(&self, case: &Case, on: Date, turning: &Turning) -> TurningDay {
        let that_day = self.later(on);
        TurningDay {
            day: day::in_words(on, self.speech),
            opens: that_day.turning_ways(case, &turning.opens),
            closes: that_day.turning_ways(case, &turning.closes),
        }
    }

    /// The law of a later day, as far as it is known on this one.
    pub(crate) fn later(&self, on: Date) -> Reading<'d> {
        let day = Day {
            on,
            known_on: self.program.day.known_on,
        };
        Reading {
            desk: self.desk,
            speech: self.speech,
            lang: self.lang,
            on,
            program: self.desk.program_as_known(day),
        }
    }

    /// Ways that turn on this day; members of one family stand together, with how many they are.
    fn turning_ways(&self, case: &Case, ids: &[String]) -> Vec<TurningWay> {
        let residual = Residual::of(&self.program, self.desk.library(), &case.facts);
        let mut ways: BTreeMap<usize, (usize, TurningWay)> = BTreeMap::new();
        for id in ids {
            let Some(rule) = self.program.rules.iter().position(|rule| rule.id == *id) else {
                continue;
            };
            let own = &self.program.rules[rule];
            if let Some((count, _)) = ways.get_mut(&own.book) {
                *count += 1;
                continue;
            }
            let judged = verdict(
                &self.program,
                self.desk.library(),
                &residual,
                &case.facts,
                rule,
            );
            let explaining = Explaining {
                reading: self,
                case,
                verdict: &judged,
            };
            let way = TurningWay {
                id: id.clone(),
                title: self.lang.of(&self.book(own).title).to_owned(),
                countries: String::new(),
                why: explaining.law_line(),
            };
            ways.insert(own.book, (1, way));
        }
        let counted = |(count, way): (usize, TurningWay)| match count {
            1 => way,
            count => TurningWay {
                countries: self.speech.count("n-countries", count),
                ..way
            },
        };
        ways.into_values().map(counted).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::{Program, Word, word};

    /// On the day before each turning, and on the day itself, decided anew as known today.
    #[test]
    fn what_time_brings_is_what_a_fresh_decision_says_on_both_sides_of_the_day() {
        let desk = Desk::demo().expect("the demonstration");
        let today = desk.caseload().date;
        let ahead = desk.ahead(today);
        let alive = |facts: &Facts, on: Date, id: &str| {
            let day = Day {
                on,
                known_on: today,
            };
            let program = Program::on(desk.library(), day);
            let residual = Residual::of(&program, desk.library(), facts);
            let rule = program.rule(id);
            rule.is_some_and(|rule| word(&residual, rule) != Word::Closed)
        };
        let mut turned = 0;
        for (index, case) in desk.caseload().cases.iter().enumerate().take(12) {
            for (on, turning) in ahead.person(index) {
                let eve = add_span(*on, Span::Days(-1));
                for (ids, opens) in [(&turning.opens, true), (&turning.closes, false)] {
                    for id in ids.iter().take(2) {
                        assert_eq!(alive(&case.facts, *on, id), opens, "{id} on {on}");
                        assert_eq!(alive(&case.facts, eve, id), !opens, "{id} before {on}");
                        turned += 1;
                    }
                }
            }
        }
        assert!(turned > 0, "a passport runs out within three years");
    }

    #[test]
    fn an_order_that_nobody_knew_of_is_no_deadline() {
        let desk = Desk::demo().expect("the demonstration");
        let ahead = desk.ahead(Date::constant(2017, 5, 17));
        let suspended = Date::constant(2017, 8, 23);
        let knew = |index: usize| ahead.person(index).contains_key(&suspended);
        assert!(!(0..desk.caseload().cases.len()).any(knew));
    }
}
