//! Which question is next: the law computes them, the sitting keeps their order gentle.

use super::EVERY_COUNTRY;
use super::sitting::Sitting;
use crate::case::CaseNumber;
use crate::office::Office;
use casework::{Assertion, Basis};
use facts::{Fact, FactId, Topic};
use law::{Question, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// Topics of violence and loss: the law puts at most one in a sitting.
pub(super) fn is_heavy(topic: Topic) -> bool {
    match topic {
        Topic::Danger => true,
        Topic::Place
        | Topic::Papers
        | Topic::Family
        | Topic::Work
        | Topic::Money
        | Topic::Records
        | Topic::Bars
        | Topic::Consent
        | Topic::Talks => false,
    }
}

impl Office {
    /// Every question that can still change an answer of the law and was neither answered nor put in this
    /// sitting, in the gentle order of the vocabulary: what every country asks comes before what only one
    /// country's law needs.
    pub(super) fn open_questions(&self, number: CaseNumber) -> Vec<Question> {
        let Some(verdicts) = self.verdicts(number) else {
            return Vec::new();
        };
        let answered = self.answered(number);
        let sitting = self.sittings.get(number).cloned().unwrap_or_default();
        let library = self.desk().library();
        let mut questions = law::questions(library, &verdicts);
        let is_open = |fact: &FactId, key: Option<&str>| {
            let place = (fact.clone(), key.map(str::to_owned));
            let everywhere = (fact.clone(), key.map(|_| EVERY_COUNTRY.to_owned()));
            let has_said = answered.contains(&place) || answered.contains(&everywhere);
            !has_said && !sitting.has_asked(fact, key)
        };
        questions.retain_mut(|question| {
            let fact = question.fact.clone();
            let keyed = library.vocabulary.get(&fact.0).is_some_and(|it| it.keyed);
            question.keys.retain(|key| is_open(&fact, Some(key)));
            match keyed {
                true => !question.keys.is_empty(),
                false => is_open(&fact, None),
            }
        });
        questions.sort_by_key(|question| {
            let fact = library.vocabulary.get(&question.fact.0);
            fact.map(|fact| (!stands_in_the_topic_s_own_file(fact), fact.order))
        });
        questions
    }

    /// The questions of the topic of now.
    pub(super) fn questions_of_now(&self, number: CaseNumber) -> Vec<Question> {
        let sitting = self.sittings.get(number);
        let now = sitting.and_then(|sitting| sitting.topics.last().copied());
        let mut questions = self.open_questions(number);
        questions.retain(|question| Some(question.topic) == now);
        questions
    }

    /// The topic that comes after the one of now, with how many questions it has. A painful topic is
    /// never the last of a sitting that had others: it waits for another day.
    pub(super) fn next_topic(&self, number: CaseNumber) -> Option<(Topic, usize)> {
        let verdicts = self.verdicts(number)?;
        let open = self.open_questions(number);
        let sitting = self.sittings.get(number).cloned().unwrap_or_default();
        let library = self.desk().library();
        let asked = as_law_knows_it(&sitting, &open, law::questions(library, &verdicts));
        let (topic, _) = law::next_topic(library, &verdicts, &asked)?;
        let lighter = open.iter().any(|question| !is_heavy(question.topic));
        if is_heavy(topic) && !lighter && !sitting.topics.is_empty() {
            return None;
        }
        let many = open
            .iter()
            .filter(|question| question.topic == topic)
            .count();
        Some((topic, many))
    }

    /// How many questions are open in each topic.
    pub(super) fn open_by_topic(&self, number: CaseNumber) -> BTreeMap<Topic, usize> {
        let mut topics = BTreeMap::new();
        for question in self.open_questions(number) {
            *topics.entry(question.topic).or_default() += 1;
        }
        topics
    }

    fn verdicts(&self, number: CaseNumber) -> Option<Vec<Verdict>> {
        let desk = self.desk();
        let case = desk.caseload().case(number)?;
        let (library, program) = (desk.library(), desk.program(desk.caseload().date));
        let residual = law::Residual::of(&program, library, &case.facts);
        Some(law::verdicts(&program, library, &residual, &case.facts))
    }

    /// What somebody has said something of, be it that nobody knows: it is not asked a second time.
    fn answered(&self, number: CaseNumber) -> BTreeSet<(FactId, Option<String>)> {
        let Some(file) = self.cabinet().case(number) else {
            return BTreeSet::new();
        };
        let person = file.principal();
        let said = file.case.standing::<Assertion>();
        let said =
            said.filter(|(_, it)| Some(it.person) == person && it.basis != Some(Basis::Assumed));
        said.map(|(_, it)| (FactId(it.fact.as_str().into()), it.under.clone()))
            .collect()
    }
}

/// The vocabulary keeps a topic's common facts in a file of its name, and those that only some books
/// read in files of those books.
fn stands_in_the_topic_s_own_file(fact: &Fact) -> bool {
    let file = fact.source.name.rsplit('/').next();
    file.and_then(|file| file.strip_suffix(".yaml")) == Some(fact.topic.word())
}

/// The sitting as the law knows it: whatever is not open was asked.
fn as_law_knows_it(sitting: &Sitting, open: &[Question], all: Vec<Question>) -> law::Sitting {
    let is_open = |fact: &FactId| open.iter().any(|question| question.fact == *fact);
    let passed = all.into_iter().map(|question| question.fact);
    law::Sitting {
        topics: sitting.topics.clone(),
        passed: passed.filter(|fact| !is_open(fact)).collect(),
    }
}
