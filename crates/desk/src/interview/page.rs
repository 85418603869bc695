//! The interview as it is shown: one question a page, with why it is asked.

use super::answer::{self, Otherwise};
use super::questions::is_heavy;
use super::{IN_SIGHT, NAMED, asks_all_keys, heard};
use crate::Lang;
use crate::case::CaseNumber;
use crate::case_page::Telling;
use crate::forms::{Clock, Fault, Place, Sheet, Typed};
use crate::intake::first_minutes;
use crate::office::Office;
use crate::speech::say;
use crate::view::{FieldKind, InterviewPage, RecordedSection};
use casework::{Assertion, FirstQuestion, Kind};
use facts::{AskedOf, Fact, SetBy};
use law::Question;

/// What may be answered to any question.
const OTHERWISE: &[Otherwise] = &[Otherwise::Unknown, Otherwise::RatherNot, Otherwise::Later];

impl Office {
    /// The page of the interview that is next.
    pub fn interview(
        &self,
        number: CaseNumber,
        typed: &Typed,
        faults: &[Fault],
        clock: Clock,
        lang: Lang,
    ) -> Option<InterviewPage> {
        let place = self.place(number, clock, lang)?;
        let sitting = self.sittings.get(number).filter(|sitting| !sitting.ended);
        let sitting = sitting.filter(|_| !self.is_unsafe(number));
        let page = InterviewPage {
            number: number.0,
            still_open: self.still_open(number, &place),
            ..InterviewPage::default()
        };
        if sitting.is_none() {
            return Some(self.opening(number, &place, page));
        }
        let now = self.questions_of_now(number);
        match now.first() {
            Some(question) => Some(asked(&place, question, now.len(), typed, faults, page)),
            None => Some(self.between(number, &place, page)),
        }
    }

    /// What was recorded in the sitting, to be read through together.
    pub fn interview_answers(
        &self,
        number: CaseNumber,
        clock: Clock,
        lang: Lang,
    ) -> Option<RecordedSection> {
        let file = self.cabinet().case(number)?;
        let telling = Telling {
            office: self,
            file,
            reading: self.desk().reading(self.desk().caseload().date, lang),
            clock,
        };
        let person = file.principal()?;
        let vocabulary = &self.desk().library().vocabulary;
        let fold = file.case.fold(person, telling.reading.on, vocabulary);
        let sitting = self.sittings.get(number);
        let recorded = sitting.map(|it| it.recorded.as_slice()).unwrap_or_default();
        let noted = recorded.iter().filter_map(|id| file.case.noted(id));
        let lines = noted.filter(|noted| noted.stands()).filter_map(|noted| {
            let assertion = Assertion::of(&noted.content)?;
            let mut line = telling.fact(noted, assertion, &fold);
            for (path, _) in &mut line.actions {
                path.push_str("/correct");
            }
            for (_, words) in &mut line.actions {
                *words = telling.say("interview-change");
            }
            Some(line)
        });
        Some(telling.section(
            "interview-answers",
            "interview-answers-none",
            lines.collect(),
        ))
    }

    fn still_open(&self, number: CaseNumber, place: &Place<'_>) -> Vec<String> {
        let reading = place.reading();
        let topics = self.open_by_topic(number).into_iter();
        topics
            .map(|(topic, n)| format!("{}: {n}", reading.topic(topic)))
            .collect()
    }

    /// Before a sitting: is it safe to talk, and was everything asked that comes first?
    fn opening(&self, number: CaseNumber, place: &Place<'_>, page: InterviewPage) -> InterviewPage {
        let first = first_minutes::latest(place.case, place.person);
        let say = |id: &str| place.speech.say(id);
        let is_unsafe = self.is_unsafe(number);
        let still = first.map(casework::FirstMinutes::still_to_ask);
        let waits = still.is_none_or(|still| still.iter().any(|it| *it != FirstQuestion::Plan));
        let warned = match (is_unsafe, waits) {
            (true, _) => vec![say("interview-unsafe")],
            (false, true) => vec![say("interview-first-minutes")],
            (false, false) => Vec::new(),
        };
        let next = self.next_topic(number);
        let begin = next.is_some() && !is_unsafe;
        let heavy = next.is_some_and(|(topic, _)| is_heavy(topic));
        let mut lead = vec![say("interview-lead"), say("interview-lead-safe")];
        lead.extend(next.is_none().then(|| say("interview-settled")));
        lead.extend(heavy.then(|| say("interview-only-heavy")));
        InterviewPage {
            head: say("interview-title"),
            lead,
            links: match warned.is_empty() {
                true => Vec::new(),
                false => vec![("record/first-minutes".into(), say("first-go-on"))],
            },
            warned,
            acts: match begin {
                true => vec![("begin", say("interview-begin"))],
                false => Vec::new(),
            },
            ..page
        }
    }

    /// Between two topics, and at the end.
    fn between(&self, number: CaseNumber, place: &Place<'_>, page: InterviewPage) -> InterviewPage {
        let say = |id: &str| place.speech.say(id);
        let check = ("interview/answers".to_owned(), say("interview-check"));
        let Some((topic, many)) = self.next_topic(number) else {
            let rests = !page.still_open.is_empty();
            let lead = [
                Some(say("interview-end-lead")),
                rests.then(|| say("interview-end-heavy")),
                Some(say("interview-end-light")),
            ];
            return InterviewPage {
                head: say("interview-end"),
                lead: lead.into_iter().flatten().collect(),
                links: vec![check, ("record/plan".into(), say("interview-end-plan"))],
                ..page
            };
        };
        let topic_name = place.reading().topic(topic);
        let count = place.speech.count("interview-many", many);
        let mut lead = vec![format!("{topic_name}. {count}"), say("interview-own-words")];
        lead.extend(is_heavy(topic).then(|| say("interview-heavy")));
        InterviewPage {
            head: say("interview-next-topic"),
            lead,
            links: vec![check],
            acts: vec![
                ("topic", say("interview-go-on")),
                ("end", say("interview-enough")),
            ],
            ..page
        }
    }
}

/// One question.
fn asked(
    place: &Place<'_>,
    question: &Question,
    left: usize,
    typed: &Typed,
    faults: &[Fault],
    page: InterviewPage,
) -> InterviewPage {
    let vocabulary = &place.office.desk().library().vocabulary;
    let Some(fact) = vocabulary.get(&question.fact.0) else {
        return page;
    };
    let mut sheet = Sheet::new(typed, faults, place.speech);
    sheet.carried("fact", &fact.id.0);
    if fact.asked_of == AskedOf::Person {
        heard::own_words(&mut sheet);
    }
    let asked = (words(place, &fact.ask, question), String::new());
    match asks_all_keys(fact) {
        true => countries(&mut sheet, place, question, asked.0.clone()),
        false => answer::lay_out(&mut sheet, place, fact, asked.clone(), OTHERWISE),
    }
    if fact.asked_of == AskedOf::Person {
        heard::how(&mut sheet, place);
    }
    sheet.button("interview-record");
    InterviewPage {
        head: asked.0,
        lead: notes(place, fact),
        why: words(place, &fact.why, question),
        now: say!(
            place.speech,
            "interview-now",
            topic = &place.reading().topic(question.topic),
            n = left
        ),
        form: Some(sheet.done()),
        acts: vec![("end", place.speech.say("interview-enough"))],
        ..page
    }
}

/// Whose word it needs, and whether it hurts.
fn notes(place: &Place<'_>, fact: &Fact) -> Vec<String> {
    let notes = [
        (fact.asked_of == AskedOf::Caseworker, "interview-for-you"),
        (fact.set_by == SetBy::Two, "interview-needs-two"),
        (fact.set_by == SetBy::Lawyer, "interview-needs-lawyer"),
        (fact.pain == 3, "interview-hurts"),
        (fact.leak == 3, "interview-leaks"),
    ];
    let those = notes.into_iter().filter(|(is_so, _)| *is_so);
    those.map(|(_, id)| place.speech.say(id)).collect()
}

/// The words of a question, with the countries for which it matters.
fn words(place: &Place<'_>, words: &facts::Words, question: &Question) -> String {
    let reading = place.reading();
    let named: Vec<String> = question.keys.iter().map(|key| reading.place(key)).collect();
    let countries = match named.len() {
        0..=3 => named.join(", "),
        4..=IN_SIGHT => place.speech.say("interview-countries-below"),
        _ => place.speech.say("interview-any-country"),
    };
    place.lang.of(words).replace("{country}", &countries)
}

/// One question for every country that matters.
fn countries(sheet: &mut Sheet<'_>, place: &Place<'_>, question: &Question, asked: String) {
    let hint = place.speech.say("interview-keys-hint");
    if question.keys.len() > IN_SIGHT {
        let mut words = (asked, hint);
        for name in NAMED {
            let kind = FieldKind::Picked(sheet.choices(name, place.countries()));
            sheet.worded(name, words.0, words.1, kind);
            words = (place.speech.say("answer-also"), String::new());
        }
    } else {
        let reading = place.reading();
        let keys = question.keys.iter();
        let named = keys.map(|key| (key.clone(), reading.place(key))).collect();
        let kind = FieldKind::Several(sheet.choices("keys", named));
        sheet.worded("keys", asked, hint, kind);
    }
    let rest = [
        ("no", "value-no"),
        ("unknown", "answer-unknown"),
        ("rather-not", "answer-rather-not"),
        ("later", "answer-later"),
    ];
    let rest = rest.map(|(value, id)| (value.to_owned(), place.speech.say(id)));
    sheet.one_of("rest", "interview-rest", "", rest.into());
}
