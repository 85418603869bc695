//! What the routes assume where no law and no count says anything, each in a sentence; and what was
//! counted of claims, with how far that reaches.

use super::prospects::of_a_hundred;
use super::telling::Telling;
use crate::speech::say;
use routes::{Assumptions, Step, Tolerance, Way};

impl Telling<'_, '_> {
    /// What was counted of claims where this step claims, if anything was.
    pub(super) fn counted(&self, way: &Way) -> Option<String> {
        let Step::Claim(rule) = way.step else {
            return None;
        };
        let country = self.reading.program.rules[rule].destination?;
        let count = self.odds.of_claims(country)?;
        let speech = self.reading.speech;
        let years = match count.years {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        let place = self.reading.country(country);
        let (granted, decided) = (count.granted.to_string(), count.decided.to_string());
        let counted = say!(
            speech,
            "route-counted",
            country = &place,
            years = &years,
            granted = &granted,
            decided = &decided
        );
        Some(match of_a_hundred(count.chance) {
            Some((least, most)) => {
                let interval = say!(
                    speech,
                    "route-counted-interval",
                    least = &least.to_string(),
                    most = &most.to_string()
                );
                format!("{counted} {interval}")
            }
            None => format!("{counted} {}", speech.say("route-counted-too-wide")),
        })
    }

    fn tolerance(&self, tolerance: Tolerance) -> String {
        let one_in = tolerance.one_in.unwrap_or_default();
        say!(
            self.reading.speech,
            "assumed-tolerance",
            n = one_in,
            dangers = &tolerance.dangers.to_string(),
            refusals = &tolerance.refusals.to_string()
        )
    }

    /// What is assumed, each in a sentence.
    pub(super) fn assumptions(&self, assumed: &Assumptions) -> Vec<String> {
        let speech = self.reading.speech;
        let mut all = vec![
            speech.count("assumed-attempts", assumed.attempts),
            speech.count("assumed-journeys", assumed.journeys),
            speech.count("assumed-entries", assumed.entries),
            speech.say("assumed-not-entered"),
            speech.count("assumed-horizon", assumed.horizon_months as usize),
            speech.count("assumed-pieces", assumed.pieces),
            self.tolerance(assumed.tolerance),
        ];
        if assumed.counts {
            let confidence = (assumed.confidence * 100.0).round() as usize;
            all.push(speech.count("assumed-confidence", confidence));
            all.push(speech.count("assumed-published", assumed.published_after_months as usize));
            let half_life = assumed.half_life_months;
            all.extend(half_life.map(|months| speech.count("assumed-half-life", months as usize)));
        } else {
            all.push(speech.say("assumed-no-counts"));
        }
        all.extend(self.assumed_of_judgements(assumed));
        all
    }
}
