//! The interview: the law asks the questions, topic by topic, and every answer is signed at once.
//!
//! In reading order: [`Sitting`](sitting) keeps what was asked today; `questions` chooses the next; `page`
//! puts it; `answer` and `heard` take what was said.

pub(crate) mod answer;
pub(crate) mod heard;
mod page;
mod questions;
mod sitting;

pub(crate) use sitting::Sittings;

use crate::case::CaseNumber;
use crate::forms::{Clock, NotTaken, Place, Reading, Typed};
use crate::office::Office;
use crate::{Lang, Speech};
use answer::Given;
use casework::{Assertion, Basis, Entry, Field, Heard, Key, OperationId, Says, Source, Why};
use facts::{AskedOf, Fact, Type};
use law::Question;
use std::collections::BTreeSet;

impl Office {
    /// Takes whatever a page of the interview sends: an answer, or that a sitting begins, goes on with
    /// the next topic, or ends.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was recorded.
    pub fn interview_goes_on(
        &mut self,
        number: CaseNumber,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), NotTaken> {
        if self.place(number, clock, Lang::En).is_none() {
            return Err(NotTaken::NotFound);
        }
        match typed.get("do") {
            "begin" => self.sittings.begin(number),
            "end" => self.sittings.of(number).ended = true,
            "topic" => {
                if let Some((topic, _)) = self.next_topic(number) {
                    self.sittings.of(number).topics.push(topic);
                }
            }
            _ => self.take_answer(number, typed, clock)?,
        }
        Ok(())
    }

    /// Records an answer. What was answered already, on a page that somebody went back to, changes
    /// nothing.
    fn take_answer(
        &mut self,
        number: CaseNumber,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), NotTaken> {
        let questions = self.open_questions(number);
        let asked = questions
            .into_iter()
            .find(|it| &*it.fact.0 == typed.get("fact"));
        let Some(question) = asked else { return Ok(()) };
        let place = self.place(number, clock, Lang::En);
        let place = place.ok_or(NotTaken::NotFound)?;
        let vocabulary = &self.desk().library().vocabulary;
        let fact = vocabulary.get(&question.fact.0).ok_or(NotTaken::NotFound)?;
        let mut reading = Reading::of(typed);
        let entries = answers(&mut reading, &place, fact, &question);
        let entries = reading.ended(entries).map_err(NotTaken::Faults)?;
        let keys = match asks_all_keys(fact) {
            true => question.keys.clone(),
            false => question.keys.first().cloned().into_iter().collect(),
        };
        let recorded = self.record(number, &entries, clock.now);
        let recorded = recorded.map_err(NotTaken::NotRecorded)?;
        let sitting = self.sittings.of(number);
        sitting.ask(&question.fact, &keys);
        sitting.recorded.extend(recorded);
        Ok(())
    }
}

/// Yes-or-no facts with one truth for each country are asked once, for all countries that matter.
fn asks_all_keys(fact: &Fact) -> bool {
    fact.keyed && fact.of == Type::One(facts::FieldType::Bool)
}

/// What an answer comes to: nothing, where it is asked another time.
fn answers(
    reading: &mut Reading<'_>,
    place: &Place<'_>,
    fact: &Fact,
    question: &Question,
) -> Option<Vec<Entry>> {
    let heard = heard::take(reading, place);
    let say = |under: Option<String>, says| told(place, fact, under, says, Some(heard.clone()));
    if asks_all_keys(fact) {
        let said = said_of_keys(reading, &question.keys)?;
        let each = said.into_iter().map(|(key, says)| say(Some(key), says));
        return Some(each.collect());
    }
    let under = question.keys.first().cloned();
    let before = records_before(place, fact, under.as_deref());
    match answer::take(reading, fact, before)? {
        Given::Later => Some(Vec::new()),
        Given::Says(says) => Some(vec![say(under, says)]),
    }
}

/// What is said of each country: yes of those that were chosen, and of the rest what was said of the rest.
fn said_of_keys(reading: &mut Reading<'_>, keys: &[String]) -> Option<Vec<(String, Says)>> {
    let yes: BTreeSet<String> = reading.several("keys").into_iter().collect();
    let value = |yes: bool| Says::Value(facts::Scalar::Bool(yes).into());
    let rest = match reading.text("rest").as_str() {
        "no" => Some(value(false)),
        "unknown" => Some(Says::Unknown),
        "rather-not" => Some(Says::RatherNotSay),
        "later" => None,
        _ => {
            reading.fault("rest", "fault-choose");
            return None;
        }
    };
    let said = keys.iter().filter_map(|key| match yes.contains(key) {
        true => Some((key.clone(), value(true))),
        false => Some((key.clone(), rest.clone()?)),
    });
    Some(said.collect())
}

/// An answer as it is recorded: the person's word, or what a caseworker has found.
fn told(
    place: &Place<'_>,
    fact: &Fact,
    under: Option<String>,
    says: Says,
    heard: Option<Heard>,
) -> Entry {
    let mut assertion = Assertion::new(place.person, &fact.id.0, says);
    assertion.under = under;
    if fact.asked_of == AskedOf::Person {
        assertion.heard = heard;
    } else {
        assertion.by = Source::Member;
        assertion.basis = Some(Basis::Caseworker);
    }
    with_list_before(place, assertion)
}

/// A longer list stands in place of the shorter one that its author has recorded before.
pub(crate) fn with_list_before(place: &Place<'_>, assertion: Assertion) -> Entry {
    let is_list = matches!(assertion.says, Says::List { .. });
    let before = match is_list {
        true => own_before(place, &assertion.fact, assertion.under.as_deref()),
        false => Vec::new(),
    };
    let ids: Vec<OperationId> = before.into_iter().map(|(id, _)| id).collect();
    let longer = Speech::of(Lang::En).say("list-told-more");
    match ids.is_empty() {
        true => Entry::new(assertion),
        false => Entry::new(assertion)
            .in_place_of(Why::Corrected, ids)
            .because(&longer),
    }
}

/// The records of a list that one has recorded oneself.
pub(crate) fn records_before(
    place: &Place<'_>,
    fact: &Fact,
    under: Option<&str>,
) -> Vec<BTreeSet<Field>> {
    let before = own_before(place, &fact.id.0, under).into_iter();
    let records = before.flat_map(|(_, it)| match &it.says {
        Says::List { records, .. } => records.clone(),
        Says::Value(_)
        | Says::Differing(_)
        | Says::Unknown
        | Says::RatherNotSay
        | Says::Set { .. } => Vec::new(),
    });
    let mut all: Vec<BTreeSet<Field>> = Vec::new();
    for record in records {
        if !all.contains(&record) {
            all.push(record);
        }
    }
    all
}

/// What one has said of a fact oneself, and stands.
fn own_before<'p>(
    place: &Place<'p>,
    fact: &str,
    under: Option<&str>,
) -> Vec<(OperationId, &'p Assertion)> {
    let key = Key::Fact(place.person, fact.to_owned(), under.map(str::to_owned));
    let standing = place.case.thing::<Assertion>(&key);
    let each = standing.map(|it| it.each()).unwrap_or_default();
    let me = place.office.cabinet().me();
    let own = each
        .into_iter()
        .filter(|(noted, _)| noted.member == me && noted.stands());
    own.map(|(noted, it)| (noted.id, it)).collect()
}
