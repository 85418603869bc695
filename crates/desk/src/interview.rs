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
use crate::intake::first_minutes::latest;
use crate::office::Office;
use crate::{Lang, Speech};
use answer::Given;
use casework::{Assertion, Basis, Entry, Field, Heard, Key, OperationId, Says, Source, Why};
use facts::{AskedOf, CountryCode, Fact, Type};
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
            "begin" if self.is_unsafe(number) => {}
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

    /// Whether it was not safe to talk when somebody last asked.
    fn is_unsafe(&self, number: CaseNumber) -> bool {
        let file = self.cabinet().case(number);
        let first = file.and_then(|file| latest(file.case, file.principal()?));
        first.is_some_and(|first| first.safe_to_talk == Some(false))
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
        let keys: Vec<String> = match asks_all_keys(fact) {
            true => question.keys.clone(),
            false => question.keys.iter().take(1).cloned().collect(),
        };
        let recorded = self.record(number, &entries, clock.now);
        let recorded = recorded.map_err(NotTaken::NotRecorded)?;
        let sitting = self.sittings.of(number);
        sitting.ask(&question.fact, &keys);
        sitting.recorded.extend(recorded);
        Ok(())
    }
}

/// Every country of which nothing is said by name.
pub(crate) const EVERY_COUNTRY: &str = "*";
/// More countries than these are not put before anybody one by one: the answer for the rest is recorded
/// for every country.
const IN_SIGHT: usize = 8;
/// So many of them can be named at once.
const NAMED: [&str; 4] = ["keys", "key_2", "key_3", "key_4"];

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
    let named = NAMED.iter().flat_map(|name| reading.several(name));
    let yes: BTreeSet<String> = named.collect();
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
    if keys.len() > IN_SIGHT {
        let named = yes
            .into_iter()
            .filter(|key| key.parse::<CountryCode>().is_ok());
        let mut said: Vec<_> = named.map(|key| (key, value(true))).collect();
        said.extend(rest.map(|rest| (EVERY_COUNTRY.to_owned(), rest)));
        return Some(said);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Desk;
    use facts::{Date, Topic, Words};

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let owned = fields
            .iter()
            .map(|(name, text)| ((*name).into(), (*text).into()));
        Typed::of(owned)
    }

    /// An office with one person in it, of whom nothing is known yet.
    fn with_somebody_new(day: Date) -> (Office, CaseNumber, Clock) {
        let clock = Clock::at(casework::Moment::start_of(day).seconds() + 36_000, 0);
        let desk = Desk::empty(Words::default(), day).expect("the shipped books");
        let mut office = Office::throwing_away(desk).expect("an office");
        let fields = [
            ("safe_to_talk", "yes"),
            ("language", "ce"),
            ("code_en", "Heron"),
        ];
        let number = office.enter_newcomer(&typed(&fields), clock);
        (office, number.expect("a case"), clock)
    }

    /// Puts off whatever is asked, until nothing is; gives what was asked.
    fn sit_through(office: &mut Office, number: CaseNumber, clock: Clock) -> Vec<Question> {
        let mut asked = Vec::new();
        loop {
            let Some(question) = office.questions_of_now(number).into_iter().next() else {
                if office.next_topic(number).is_none() {
                    return asked;
                }
                let on = office.interview_goes_on(number, &typed(&[("do", "topic")]), clock);
                on.expect("the next topic");
                continue;
            };
            let page = office.interview(number, &Typed::default(), &[], clock, Lang::Ru);
            let form = page.and_then(|page| page.form).expect("a question");
            let has = |name: &str| form.fields.iter().any(|field| field.name == name);
            let field = ["rest", "otherwise", "value"]
                .into_iter()
                .find(|name| has(name));
            let later = [
                ("fact", &*question.fact.0),
                (field.expect("a way out"), "later"),
            ];
            let on = office.interview_goes_on(number, &typed(&later), clock);
            on.expect("any question can be put off");
            asked.push(question);
        }
    }

    #[test]
    fn a_sitting_puts_no_lawyer_s_question_and_pain_neither_first_nor_last_nor_twice() {
        let (mut office, number, clock) = with_somebody_new(Date::constant(2017, 5, 17));
        let begun = office.interview_goes_on(number, &typed(&[("do", "begin")]), clock);
        begun.expect("a sitting");
        let asked = sit_through(&mut office, number, clock);
        let vocabulary = &office.desk().library().vocabulary;
        for question in &asked {
            let fact = vocabulary.get(&question.fact.0).expect("a fact");
            let may = matches!(fact.asked_of, AskedOf::Person | AskedOf::Caseworker);
            assert!(may && !fact.lawyers_opinion, "{}", fact.id);
        }
        let mut topics: Vec<Topic> = asked.iter().map(|question| question.topic).collect();
        topics.dedup();
        let heavy = |topic: &&Topic| **topic == Topic::Danger;
        assert_eq!(topics.iter().filter(heavy).count(), 1, "{topics:?}");
        assert_ne!(topics.first(), Some(&Topic::Danger));
        assert_ne!(topics.last(), Some(&Topic::Danger));
        assert_eq!(
            &*asked[0].fact.0, "here",
            "where somebody is comes first of all"
        );
        let facts: BTreeSet<_> = asked.iter().map(|it| (&it.fact, &it.keys)).collect();
        assert_eq!(facts.len(), asked.len(), "a question is put twice");
        // What was put off is not forgotten: another day it is asked again.
        assert!(office.open_questions(number).is_empty());
        let again = office.interview_goes_on(number, &typed(&[("do", "begin")]), clock);
        again.expect("another sitting");
        assert!(!office.open_questions(number).is_empty());
    }

    #[test]
    fn an_answer_for_every_other_country_is_one_entry_and_is_not_asked_again() {
        let (mut office, number, clock) = with_somebody_new(Date::constant(2017, 5, 17));
        let many = |question: &Question| question.keys.len() > IN_SIGHT;
        let open = office.open_questions(number);
        let keyed = open
            .iter()
            .find(|it| many(it))
            .expect("a question of many countries");
        let fact = keyed.fact.clone();
        let answer = [("fact", &*fact.0), ("keys", "LTU"), ("rest", "no")];
        let taken = office.interview_goes_on(number, &typed(&answer), clock);
        taken.expect("an answer");
        let case = office.cabinet().case(number).expect("the case").case;
        let under: BTreeSet<_> = case
            .standing::<Assertion>()
            .map(|(_, it)| it.under.as_deref())
            .collect();
        assert_eq!(under, BTreeSet::from([Some("*"), Some("LTU")]));
        let facts = &office
            .desk()
            .caseload()
            .case(number)
            .expect("the case")
            .facts;
        let says = |key: &str| facts.get(&fact, Some(key)).cloned();
        assert_eq!(says("LTU"), Some(facts::Recorded::yes_no(true)));
        assert_eq!(says("CAN"), Some(facts::Recorded::yes_no(false)));
        assert!(
            office
                .open_questions(number)
                .iter()
                .all(|it| it.fact != fact)
        );
    }
}
