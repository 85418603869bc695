//! One entry as it is shown.

use super::{EntryForm, doubt, found, word_of};
use crate::case::CaseNumber;
use crate::case_page::{Telling, recorded};
use crate::forms::{Clock, Place};
use crate::intake::languages;
use crate::office::Office;
use crate::view::{EntryPage, RecordedLine, RecordedSection};
use crate::{Lang, day};
use casework::{
    Approval, Around, Assertion, Body, Dispute, Found, Key, Moment, Noted, OperationId, Retraction,
    Role, Text,
};
use law::Condition;
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// One entry about a fact, closer; nothing, if there is none under this word.
    pub fn entry_page(
        &self,
        number: CaseNumber,
        word: &str,
        clock: Clock,
        lang: Lang,
    ) -> Option<EntryPage> {
        let file = self.cabinet().case(number)?;
        // Whoever looks at a doubt looks at what is doubted.
        let doubted = doubt(file.case, word).map(|(_, of)| word_of(of));
        let word = doubted.as_deref().unwrap_or(word);
        let (noted, assertion) = found(file.case, word)?;
        let telling = Telling {
            office: self,
            file,
            reading: self.desk().reading(self.desk().caseload().date, lang),
            clock,
        };
        let vocabulary = &self.desk().library().vocabulary;
        let fold = file
            .case
            .fold(assertion.person, telling.reading.on, vocabulary);
        let mut line = telling.fact(noted, assertion, &fold);
        line.actions.clear();
        line.marks.extend(telling.fate(noted));
        let is_own = noted.member == self.cabinet().me();
        let may = |form: &&EntryForm| form.may(noted, assertion, is_own, vocabulary);
        let forms = EntryForm::ALL.iter().filter(may);
        Some(EntryPage {
            number: number.0,
            entry: word.to_owned(),
            details: telling.details(noted, assertion),
            forms: forms
                .map(|it| (it.word(), telling.say(it.offered())))
                .collect(),
            sections: vec![
                telling.other_words(noted, assertion, &fold),
                telling.events(assertion),
            ],
            read_by: telling.read_by(assertion),
            line,
        })
    }

    /// An entry in one line, for the head of a form over it.
    pub(super) fn one_line(
        &self,
        place: &Place<'_>,
        noted: &Noted,
        assertion: &Assertion,
    ) -> String {
        let reading = place.reading();
        let fact = self.desk().library().vocabulary.get(&assertion.fact);
        let told = fact.map(|fact| {
            let label = reading.fact_label(fact, assertion.under.as_deref());
            format!(
                "{label}: {}",
                reading.recorded(fact, &recorded(&assertion.says))
            )
        });
        let learnt = day::in_words(noted.learnt.day(), place.speech);
        format!("{} ({learnt})", told.unwrap_or_default())
    }
}

impl Telling<'_> {
    /// What became of an entry that stands no more.
    fn fate(&self, noted: &Noted) -> Vec<String> {
        let fates = [
            (noted.taken_back.is_some(), "fate-taken-back"),
            (!noted.corrected_by.is_empty(), "fate-corrected"),
            (!noted.changed_by.is_empty(), "fate-changed"),
            (noted.lapsed, "fate-lapsed"),
        ];
        let those = fates.into_iter().filter(|(is_so, _)| *is_so);
        those.map(|(_, id)| self.say(id)).collect()
    }

    fn details(&self, noted: &Noted, assertion: &Assertion) -> Vec<(String, String)> {
        let date = |date: Option<casework::Dated>| {
            date.map(|date| day::partial_in_words(date.0, self.reading.speech))
        };
        let heard = assertion.heard.as_ref();
        let text = |text: Option<&Text>| text.map(|text| text.as_str().to_owned());
        let language = heard.map(|it| languages::named(&it.language, self.reading.speech));
        let read_back = heard.map(|it| match it.read_back {
            true => self.say("value-yes"),
            false => self.say("value-no"),
        });
        let interpreter = heard.and_then(|it| it.interpreter).and_then(|id| {
            let around = self.file.case.thing::<Around>(&Key::Thing(id))?;
            let (_, around) = around.each().into_iter().next_back()?;
            Some(around.who.as_str().to_owned())
        });
        let role = (assertion.role == Role::Lawyer).then(|| self.say("entry-as-lawyer"));
        let all = [
            (
                "heard-own-words",
                text(heard.and_then(|it| it.own_words.as_ref())),
            ),
            ("heard-language", language),
            ("heard-interpreter", interpreter),
            ("heard-read-back", read_back),
            ("entry-since", date(assertion.since)),
            ("entry-until", date(assertion.until)),
            ("entry-as", role),
            ("entry-reason", text(noted.reason.as_ref())),
        ];
        let known = all.into_iter();
        known
            .filter_map(|(id, noted)| Some((self.say(id), noted?)))
            .collect()
    }

    /// What stands beside it about the same fact.
    fn other_words(
        &self,
        noted: &Noted,
        assertion: &Assertion,
        fold: &casework::Fold,
    ) -> RecordedSection {
        let same = self.same_fact(assertion).into_iter();
        let others = same.filter(|(other, _)| other.id != noted.id && other.stands());
        let lines = others.map(|(other, it)| self.fact(other, it, fold));
        self.section("entry-others", "entry-others-none", lines.collect())
    }

    /// Everything that was ever said of the same fact under the same key.
    fn same_fact(&self, assertion: &Assertion) -> Vec<(&Noted, &Assertion)> {
        let key = assertion.key();
        let every = self.file.case.every::<Assertion>();
        let mut same: Vec<_> = every.filter(|(_, it)| it.key() == key).collect();
        same.sort_by_key(|(noted, _)| (noted.learnt, noted.id));
        same
    }

    /// The history: what was said, doubted, seen and taken back, in the order in which it was learnt.
    fn events(&self, assertion: &Assertion) -> RecordedSection {
        let same = self.same_fact(assertion);
        let ids: BTreeSet<OperationId> = same.iter().map(|(noted, _)| noted.id).collect();
        let mut events: BTreeMap<(Moment, OperationId), RecordedLine> = BTreeMap::new();
        for (noted, it) in same {
            events.insert((noted.learnt, noted.id), self.told(noted, it));
        }
        let case = self.file.case;
        let doubts = case
            .every::<Dispute>()
            .map(|(noted, it)| (noted, it.of, "event-doubted", &it.why));
        let taken = case
            .every::<Retraction>()
            .map(|(noted, it)| (noted, it.of, "event-taken-back", &it.why));
        let seen = case.every::<Approval>().map(|(noted, it)| {
            let says = match (it.found, it.role) {
                (Found::Agrees, Role::Caseworker) => "event-agreed",
                (Found::Agrees, Role::Lawyer) => "event-agreed-lawyer",
                (Found::Opposes, _) => "event-opposed",
            };
            (noted, it.of, says, &it.note)
        });
        for (noted, of, says, why) in doubts.chain(taken).chain(seen) {
            if ids.contains(&of) {
                let line = RecordedLine {
                    label: self.say(says),
                    says: why.as_str().to_owned(),
                    source: self.recorded_by(noted),
                    marks: self.fate(noted),
                    actions: self.doubt_back(noted),
                };
                events.insert((noted.learnt, noted.id), line);
            }
        }
        self.section("entry-history", "", events.into_values().collect())
    }

    /// Whoever doubts may take the doubt back.
    fn doubt_back(&self, noted: &Noted) -> Vec<(String, String)> {
        let is_own = noted.member == self.office.cabinet().me() && noted.stands();
        let word = word_of(noted.id);
        match is_own && doubt(self.file.case, &word).is_some() {
            true => vec![(
                format!("entry/{word}/take-back"),
                self.say("entry-take-doubt-back"),
            )],
            false => Vec::new(),
        }
    }

    fn told(&self, noted: &Noted, assertion: &Assertion) -> RecordedLine {
        let fact = self.reading.desk.library().vocabulary.get(&assertion.fact);
        let says = fact.map(|fact| self.reading.recorded(fact, &recorded(&assertion.says)));
        RecordedLine {
            label: self.say("event-said"),
            says: says.unwrap_or_default(),
            source: self.recorded_by(noted),
            marks: self.fate(noted),
            actions: vec![(
                format!("entry/{}", word_of(noted.id)),
                self.say("entry-look"),
            )],
        }
    }

    /// The books whose rules read the fact on this day.
    fn read_by(&self, assertion: &Assertion) -> Vec<(String, String)> {
        let program = &self.reading.program;
        let any_key = assertion.under.as_deref() == Some("*");
        let reads = |rule: &&law::Rule| {
            let clauses = rule.clauses.iter();
            let mut atoms = clauses.flat_map(|clause| Condition::atoms(&clause.holds));
            atoms.any(|id| {
                let atom = program.atoms.get(id.0 as usize);
                atom.is_some_and(|atom| {
                    *atom.fact.0 == *assertion.fact && (any_key || atom.key == assertion.under)
                })
            })
        };
        let books = program.rules.iter().filter(reads).map(|rule| {
            let book = self.reading.book(rule);
            (
                book.id.clone(),
                self.reading.lang.of(&book.title).to_owned(),
            )
        });
        let books: BTreeSet<(String, String)> = books.collect();
        books.into_iter().collect()
    }
}
