//! What a missing answer would change: which one most ways hang on, and whether a single one would
//! turn the advice round.

use super::telling::Telling;
use crate::speech::say;
use facts::{FactId, Facts, FieldType, Known, Recorded, Scalar, Type};
use law::{Residual, Word, verdict, word};
use routes::Place;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Ways that may be asked at once in a situation, and the answers that are missing for them.
pub(super) struct Asked<'t, 'r, 'd> {
    telling: &'t Telling<'r, 'd>,
    facts: Rc<Facts>,
    rules: &'t [usize],
    /// How many of the ways hang on each missing answer.
    missing: BTreeMap<(FactId, Option<String>), usize>,
}

/// An answer that nobody has given yet.
struct Answer<'a> {
    fact: &'a FactId,
    key: Option<&'a str>,
    value: Scalar,
}

impl<'t, 'r, 'd> Asked<'t, 'r, 'd> {
    pub(super) fn of(
        telling: &'t Telling<'r, 'd>,
        place: Place,
        rules: &'t [usize],
    ) -> Asked<'t, 'r, 'd> {
        let facts = Rc::clone(&telling.graph.nodes[place].facts);
        let reading = telling.reading;
        let residual = reading.residual(&facts);
        let library = reading.desk.library();
        let mut missing: BTreeMap<(FactId, Option<String>), usize> = BTreeMap::new();
        for rule in rules.iter().filter(|rule| telling.undecided.contains(rule)) {
            for one in verdict(&reading.program, library, &residual, &facts, *rule).missing {
                *missing.entry((one.fact, one.key)).or_default() += 1;
            }
        }
        Asked {
            telling,
            facts,
            rules,
            missing,
        }
    }

    /// Which missing fact most of these ways hang on.
    pub(super) fn matters_most(&self) -> Option<String> {
        let most = self.missing.iter();
        let most = most.max_by_key(|(fact, count)| (**count, Reverse((*fact).clone())));
        let ((fact, key), count) = most?;
        let reading = self.telling.reading;
        let label = reading.label(fact, key.as_deref());
        Some(say!(
            reading.speech,
            "route-matters-most",
            fact = &label,
            n = *count
        ))
    }

    /// Whether one missing answer alone would turn the advice round: then none of these ways is left,
    /// and leaving comes first. Intentions, beliefs and the like are never supposed otherwise.
    pub(super) fn reversal(&self) -> String {
        let speech = self.telling.reading.speech;
        let mut fewest = self.rules.len();
        for answer in self.answers() {
            let left = self.left_after(&answer);
            if left == 0 {
                let label = self.telling.reading.label(answer.fact, answer.key);
                let value = self.in_words(&answer);
                return say!(speech, "route-reversed-by", fact = &label, answer = &value);
            }
            fewest = fewest.min(left);
        }
        speech.count("route-not-reversed", fewest)
    }

    /// Every answer that could be given to one missing question.
    fn answers(&self) -> Vec<Answer<'_>> {
        let vocabulary = &self.telling.reading.desk.library().vocabulary;
        let mut answers = Vec::new();
        for (fact, key) in self.missing.keys() {
            let known = vocabulary.get(&fact.0).filter(|known| known.may_vary);
            let values = match known.map(|known| &known.of) {
                Some(Type::One(FieldType::Bool)) => [false, true].map(Scalar::Bool).into(),
                Some(Type::One(FieldType::Enum(values))) => {
                    values.keys().cloned().map(Scalar::Text).collect()
                }
                _ => Vec::new(),
            };
            let key = key.as_deref();
            answers.extend(values.into_iter().map(|value| Answer { fact, key, value }));
        }
        answers
    }

    /// How many of the ways would not be closed.
    fn left_after(&self, answer: &Answer<'_>) -> usize {
        let reading = self.telling.reading;
        let mut facts = Facts::clone(&self.facts);
        let value = Recorded::One(Known::Value(answer.value.clone()));
        facts.set(answer.fact.clone(), answer.key, value, None);
        let residual = Residual::of(&reading.program, reading.desk.library(), &facts);
        let stands =
            |rule: &&usize| word(&residual, &reading.program.rules[**rule]) != Word::Closed;
        self.rules.iter().filter(stands).count()
    }

    fn in_words(&self, answer: &Answer<'_>) -> String {
        let reading = self.telling.reading;
        match &answer.value {
            Scalar::Bool(true) => reading.speech.say("routes-yes"),
            Scalar::Bool(false) => reading.speech.say("routes-no"),
            Scalar::Text(value) => {
                let known = reading.desk.library().vocabulary.get(&answer.fact.0);
                match known.map(|known| &known.of) {
                    Some(Type::One(FieldType::Enum(values))) => values
                        .get(value)
                        .map_or_else(|| value.clone(), |words| reading.lang.of(words).to_owned()),
                    _ => value.clone(),
                }
            }
            _ => String::new(),
        }
    }
}
