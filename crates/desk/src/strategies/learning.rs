//! Who learns of a step, and what: as the books say of each way that is asked.

use super::telling::Telling;
use crate::speech::say;
use routes::{Step, Way};
use std::collections::BTreeMap;

/// Who may learn of a step, in the words of the books, and how each is told.
const WHO: [(&str, &str); 8] = [
    ("authority_home", "learns-authority-home"),
    ("family", "learns-family"),
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
        // What a book says of a paper is who learns when it is asked for.
        if matches!(way.map(|way| &way.step), Some(Step::TravelOn(_))) {
            return speech.say("learns-border");
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
