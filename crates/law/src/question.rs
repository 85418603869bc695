//! Which unknown to ask first: the law asks the questions.
//!
//! Never one that cannot change an answer. Gates come first (place, papers, family), then what
//! decides most for the least danger and pain; topic by topic, and within a topic in the gentle
//! order of the vocabulary.

use crate::load::Library;
use crate::verdict::{Verdict, WhyUnknown, Word};
use facts::{AskedOf, Fact, FactId, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// A question worth asking: one fact, and for a keyed fact the countries for which it matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The fact.
    pub fact: FactId,
    /// The keys that matter; empty for a fact without keys.
    pub keys: Vec<String>,
    /// What it is about.
    pub topic: Topic,
    /// How many undecided pathways still turn on it.
    pub touches: usize,
    /// How much it is expected to decide: each pathway counts 1, shared among its open facts.
    pub decides: f64,
    /// Danger if the answer becomes known (1–3) plus the cost of answering (1–3).
    pub cost: u8,
}

impl Question {
    /// What it decides for each unit of danger and pain.
    pub fn worth(&self) -> f64 {
        self.decides / f64::from(self.cost.max(1))
    }
}

/// What was already asked in this sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// Topics asked, in order.
    pub topics: Vec<Topic>,
    /// Facts that the person was asked and did not answer: they are not asked again.
    pub passed: BTreeSet<FactId>,
}

/// Topics that open every interview: what they settle closes or opens most, and hurts least.
const GATES: &[Topic] = &[Topic::Place, Topic::Papers, Topic::Family];

/// Topics of violence and loss: at most one a sitting, never first and never last.
const HEAVY: &[Topic] = &[Topic::Danger];

/// Every question that may be put to the person or the caseworker and can still change a word, by
/// the names of the facts.
pub fn questions(library: &Library, verdicts: &[Verdict]) -> Vec<Question> {
    // Looked up once for each fact; nothing for one that may not be asked.
    let mut found: BTreeMap<&FactId, Option<Question>> = BTreeMap::new();
    let undecided = verdicts
        .iter()
        .filter(|verdict| verdict.word == Word::Undecided);
    for verdict in undecided {
        let share = 1.0 / verdict.missing.len().max(1) as f64;
        // What is missing stands in order: the keys of one fact follow each other.
        let mut last = None;
        let missing = verdict.missing.iter();
        for missing in missing.filter(|missing| missing.why != WhyUnknown::RatherNotSay) {
            let fact = &missing.fact;
            let question = found.entry(fact).or_insert_with(|| blank(library, fact));
            let Some(question) = question else { continue };
            question.decides += share;
            question.touches += usize::from(last.replace(fact) != Some(fact));
            if let Some(key) = &missing.key
                && !question.keys.contains(key)
            {
                question.keys.push(key.clone());
            }
        }
    }
    found.into_values().flatten().collect()
}

/// A question of which nothing is known yet; nothing, if it may not be put.
fn blank(library: &Library, fact: &FactId) -> Option<Question> {
    let fact = library
        .vocabulary
        .get(&fact.0)
        .filter(|fact| may_be_asked(fact))?;
    Some(Question {
        fact: fact.id.clone(),
        keys: Vec::new(),
        topic: fact.topic,
        touches: 0,
        decides: 0.0,
        cost: fact.leak + fact.pain,
    })
}

/// Facts that nobody can know, or that only a lawyer establishes, never appear in an interview.
fn may_be_asked(fact: &Fact) -> bool {
    matches!(fact.asked_of, AskedOf::Person | AskedOf::Caseworker)
        && !fact.lawyers_opinion
        && fact
            .derived
            .as_ref()
            .is_none_or(|derived| derived.recorded_first)
}

/// The next topic and its questions, in the order in which to ask them. Nothing: settled, or only
/// a heavy topic is left and this sitting has had one.
pub fn next_topic(
    library: &Library,
    verdicts: &[Verdict],
    sitting: &Sitting,
) -> Option<(Topic, Vec<Question>)> {
    let mut by_topic: BTreeMap<Topic, Vec<Question>> = BTreeMap::new();
    for question in questions(library, verdicts) {
        if !sitting.passed.contains(&question.fact) {
            by_topic.entry(question.topic).or_default().push(question);
        }
    }
    let topic = choose(&by_topic, sitting)?;
    let mut questions = by_topic.remove(&topic)?;
    let order = |question: &Question| {
        library
            .vocabulary
            .get(&question.fact.0)
            .map_or(usize::MAX, |fact| fact.order)
    };
    questions.sort_by_key(order);
    Some((topic, questions))
}

fn choose(by_topic: &BTreeMap<Topic, Vec<Question>>, sitting: &Sitting) -> Option<Topic> {
    let heavy = |topic: &Topic| HEAVY.contains(topic);
    let light_left = by_topic.keys().any(|topic| !heavy(topic));
    let had_heavy = sitting.topics.iter().any(heavy);
    let allowed = |topic: &Topic| {
        !heavy(topic) || (!had_heavy && (!sitting.topics.is_empty() || !light_left))
    };
    let best = |topics: &mut dyn Iterator<Item = (&Topic, &Vec<Question>)>| {
        topics
            .map(|(topic, questions)| (worth(questions), *topic))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, topic)| topic)
    };
    let mut gates = by_topic.iter().filter(|(topic, _)| GATES.contains(topic));
    let mut rest = by_topic
        .iter()
        .filter(|(topic, _)| !GATES.contains(topic) && allowed(topic));
    best(&mut gates).or_else(|| best(&mut rest))
}

fn worth(questions: &[Question]) -> f64 {
    questions.iter().map(Question::worth).fold(0.0, f64::max)
}

/// Whether a person's list is settled: no question that may be asked can change a word.
pub fn is_settled(library: &Library, verdicts: &[Verdict]) -> bool {
    questions(library, verdicts).is_empty()
}

/// Whether a verdict is undecided only by the usual bars: the questions that every book asks.
pub fn only_usual_bars(library: &Library, verdict: &Verdict) -> bool {
    let is_bar = |fact: &FactId| {
        library
            .vocabulary
            .get(&fact.0)
            .is_some_and(|fact| fact.topic == Topic::Bars)
    };
    verdict.word == Word::Undecided
        && !verdict.missing.is_empty()
        && verdict.missing.iter().all(|missing| is_bar(&missing.fact))
}
