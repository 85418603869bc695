//! Who learns of a step, and what: as the books say of each way that is asked.

use super::telling::Telling;
use crate::speech::say;
use facts::{Record, Recorded, Truth};
use routes::{Preparation, Step, Way};
use std::collections::BTreeMap;

const HOME: &str = "learns-authority-home";
const KIN: &str = "learns-family";

/// Who may learn of a step, in the words of the books, and how each is told.
const WHO: [(&str, &str); 8] = [
    ("authority_home", HOME),
    ("family", KIN),
    ("diaspora", "learns-diaspora"),
    ("public", "learns-public"),
    ("host_police", "learns-host-police"),
    ("embassy", "learns-embassy"),
    ("contractor", "learns-contractor"),
    ("sponsor", "learns-sponsor"),
];
/// What they learn.
const WHAT: [(&str, &str); 4] = [
    ("name", "learns-name"),
    ("place", "learns-place"),
    ("ground", "learns-ground"),
    ("intention", "learns-intention"),
];

impl Telling<'_, '_> {
    /// Who learns of a first step, those first who may harm; nobody of waiting.
    pub(super) fn who_learns(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        let told = match way.map(|way| &way.step) {
            // What a book says of a paper is who learns when it is asked for.
            Some(Step::TravelOn(_)) => Some("learns-border"),
            Some(Step::Prepare(Preparation::MoveInside)) => Some("learns-watchers"),
            Some(Step::Prepare(Preparation::ChildProtection | Preparation::Lawyer)) => {
                Some("learns-lawyer")
            }
            Some(Step::Wait(_)) => Some("learns-nobody"),
            _ => None,
        };
        if let Some(told) = told {
            return speech.say(told);
        }
        let learns = self.learns(way);
        if learns.is_empty() {
            return speech.say("learns-nobody");
        }
        let who = learns.keys().map(|who| speech.say(WHO[*who].1));
        who.collect::<Vec<_>>().join("; ")
    }

    /// What each of them learns, in a sentence; nothing, where nobody learns anything.
    pub(super) fn who_learns_what(&self, way: &Way) -> Option<String> {
        let speech = self.reading.speech;
        if let Step::TravelOn(_) = way.step {
            return None;
        }
        let learns = self.learns(Some(way)).into_iter();
        let told = learns.map(|(who, what)| {
            let what = WHAT.iter().zip(what).filter(|(_, learnt)| *learnt);
            let what: Vec<String> = what.map(|((_, id), _)| speech.say(id)).collect();
            format!("{} ({})", speech.say(WHO[who].1), what.join(", "))
        });
        let told = told.collect::<Vec<_>>().join("; ");
        (!told.is_empty()).then(|| say!(speech, "learns-what", who = &told))
    }

    /// How many relatives are recorded in the person's own country, and whether somebody there who may
    /// turn on them learns of a first step.
    pub(super) fn relatives(&self, way: Option<&Way>) -> String {
        let speech = self.reading.speech;
        let facts = &self.graph.nodes[0].facts;
        let (at_home, complete) = match facts.get("relatives", None) {
            Some(Recorded::List { records, complete }) => {
                let home = facts.get("nationality", None);
                let there = |one: &&Record| {
                    let country = one.get("country");
                    country
                        .zip(home)
                        .is_some_and(|(it, home)| home.holds(it) == Truth::True)
                };
                (records.iter().filter(there).count(), *complete)
            }
            _ => (0, false),
        };
        // Of a way out and of a journey on a paper no book says who notices: those at home do.
        let noticed = way.is_some_and(|way| {
            let out = Step::Prepare(Preparation::MoveInside);
            way.step == out || matches!(way.step, Step::TravelOn(_))
        });
        let mut learns = self.learns(way).into_keys().map(|who| WHO[who].1);
        let told = noticed || learns.any(|who| who == HOME || who == KIN);
        match (at_home, complete) {
            (0, true) => speech.say("relatives-none"),
            (0, false) => speech.say("relatives-not-recorded"),
            (n, _) if told => speech.count("relatives-told", n),
            (n, _) => speech.count("relatives-not-told", n),
        }
    }

    fn learns(&self, way: Option<&Way>) -> BTreeMap<usize, [bool; WHAT.len()]> {
        let reading = self.reading;
        let mut learns: BTreeMap<usize, [bool; WHAT.len()]> = BTreeMap::new();
        for rule in way.map(Way::rules).unwrap_or_default() {
            for exposure in &reading.book(&reading.program.rules[rule]).exposes {
                let who = WHO.iter().position(|(word, _)| *word == exposure.to);
                let what = WHAT.iter().position(|(word, _)| *word == exposure.what);
                if let (Some(who), Some(what)) = (who, what) {
                    learns.entry(who).or_default()[what] = true;
                }
            }
        }
        learns
    }
}
