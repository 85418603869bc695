//! By when: how long one may stay where a step leads, until when an answer has to come, by when to
//! appeal; and when a first step would bring somebody out of reach.

use super::telling::Telling;
use crate::day;
use crate::speech::say;
use facts::{Facts, Scalar};
use law::days_of_stay;
use routes::{Node, Step, Way, is_reached};
use std::collections::{BTreeMap, BTreeSet};

impl Telling<'_, '_> {
    /// What is to be known of time before a step that is taken in a situation.
    pub(super) fn deadlines(&self, node: &Node, way: &Way) -> Vec<String> {
        match &way.step {
            Step::Enter(rules) => self.stays(rules),
            Step::Appeal(rule) => self.appeal_within(*rule),
            _ if way.within_stay => self.answer_within_the_stay(node),
            _ => Vec::new(),
        }
    }

    /// For how many days each of these countries lets somebody stay, those alike together.
    fn stays(&self, rules: &[usize]) -> Vec<String> {
        let speech = self.reading.speech;
        let mut alike: BTreeMap<Option<i32>, Vec<usize>> = BTreeMap::new();
        for rule in rules {
            alike.entry(self.days(*rule)).or_default().push(*rule);
        }
        let told = alike.into_iter().map(|(days, rules)| {
            let countries = self.countries(&rules);
            match days.and_then(|days| usize::try_from(days).ok()) {
                Some(days) => say!(speech, "route-stay-days", n = days, where = &countries),
                None => say!(speech, "route-stay-unknown", where = &countries),
            }
        });
        let told = told.collect::<Vec<_>>().join("; ");
        vec![say!(speech, "route-stay-long", days = &told)]
    }

    /// For how many days an entry rule lets somebody stay, where its book says.
    fn days(&self, rule: usize) -> Option<i32> {
        let (library, rule) = (
            self.reading.desk.library(),
            &self.reading.program.rules[rule],
        );
        let granted = self.reading.book(rule).events.get("granted")?;
        days_of_stay(library, rule, granted)
    }

    /// Until which day an answer has to come. A day that follows from a journey is not told: nobody
    /// knows yet when that will be.
    fn answer_within_the_stay(&self, node: &Node) -> Vec<String> {
        let speech = self.reading.speech;
        let here = &self.graph.nodes[0];
        let today = (node.here == here.here)
            .then(|| until(&node.facts))
            .flatten();
        let ends = match today {
            Some(until) => {
                let until = day::partial_in_words(until, speech);
                say!(speech, "route-stay-ends-on", day = &until)
            }
            None => speech.say("route-stay-ends"),
        };
        vec![ends]
    }

    /// To whom, and within how long, as its book says.
    fn appeal_within(&self, rule: usize) -> Vec<String> {
        let reading = self.reading;
        let book = reading.book(&reading.program.rules[rule]);
        let told = book.remedies.iter().map(|remedy| {
            let line = reading.remedy(remedy, None);
            format!("{}. {} {}", line.to, line.deadline, line.suspends)
        });
        told.collect()
    }

    /// When a first step would bring the person out of reach, lawfully.
    pub(super) fn out_of_reach(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        let Some(way) = way else {
            return speech.say("routes-no");
        };
        let Step::Enter(rules) = &way.step else {
            return speech.say(match way.step {
                Step::Claim(_) | Step::Appeal(_) => "routes-reach-claim",
                Step::TravelOn(rule) if self.is_reached(rule) => "routes-reach-reached",
                Step::TravelOn(_) => "routes-reach-paper",
                Step::Wait(_) => "routes-reach-later",
                _ => "routes-reach-answer",
            });
        };
        let reached = rules.iter().any(|rule| self.is_reached(*rule));
        let days: BTreeSet<Option<i32>> = rules.iter().map(|rule| self.days(*rule)).collect();
        match days.first().copied().flatten() {
            _ if reached => speech.say("routes-reach-reached"),
            Some(least) => {
                let least = usize::try_from(least).unwrap_or_default();
                speech.count("routes-reach-days", least)
            }
            None => speech.say("routes-reach-unknown"),
        }
    }

    /// Whether those who hunt the person reach the country of a rule.
    fn is_reached(&self, rule: usize) -> bool {
        let country = self.reading.program.rules[rule].destination;
        country.is_some_and(|country| is_reached(&self.graph.nodes[0].facts, country))
    }
}

fn until(facts: &Facts) -> Option<facts::PartialDate> {
    match facts.get("lawful_until", None)?.value()? {
        Scalar::Date(until) => Some(*until),
        _ => None,
    }
}
