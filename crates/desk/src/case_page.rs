//! What is recorded of a case: every fact with its source and its doubts, what was done, what was said.

use crate::Lang;
use crate::cabinet::CaseFile;
use crate::case::CaseNumber;
use crate::desk::Reading;
use crate::forms::{CaseForm, Clock};
use crate::office::Office;
use crate::view::{CaseFilePage, RecordedLine, RecordedSection};
use casework::{
    Assertion, Awaited, Fold, MemberId, Misfit, Noted, PersonId, Says, Signal, Source, Step,
};
use facts::{Known, Recorded, Scalar, Topic};
use std::collections::BTreeMap;

impl Office {
    /// What is recorded of a case.
    pub fn case_page(&self, number: CaseNumber, clock: Clock, lang: Lang) -> Option<CaseFilePage> {
        let file = self.cabinet().case(number)?;
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let case = self.desk().caseload().case(number)?;
        let telling = Telling {
            office: self,
            file,
            reading,
            clock,
        };
        let offered = CaseForm::ALL.iter();
        let offered = offered.map(|form| (form.word(), telling.say(form.offered())));
        Some(CaseFilePage {
            head: telling.reading.head(case),
            alarms: [telling.needs(), telling.alarms()].concat(),
            forms: offered.collect(),
            sections: telling.sections(),
        })
    }

    /// How a member is called on this device.
    pub(crate) fn member(&self, member: MemberId, reading: &Reading<'_>) -> String {
        if member == self.cabinet().me() {
            return reading.speech.say("member-you");
        }
        self.called(vault::membership::PersonId(member.0), reading.speech)
    }
}

/// One case, being told.
pub(crate) struct Telling<'o> {
    pub office: &'o Office,
    pub file: CaseFile<'o>,
    pub reading: Reading<'o>,
    pub clock: Clock,
}

impl Telling<'_> {
    pub(crate) fn say(&self, id: &str) -> String {
        self.reading.speech.say(id)
    }

    fn sections(&self) -> Vec<RecordedSection> {
        let first = self
            .file
            .principal()
            .map(|person| self.first_minutes(person));
        let mut sections = first.unwrap_or_default();
        sections.extend([self.signals(), self.steps()]);
        if let Some(person) = self.file.principal() {
            sections.insert(0, self.hearing(person));
            sections.splice(1..1, self.vetting(person));
            sections.push(self.names(person));
            sections.extend(self.facts(person));
        }
        let shown =
            |section: &RecordedSection| !section.lines.is_empty() || !section.none.is_empty();
        sections.retain(shown);
        sections
    }

    /// What cannot be read, cannot be applied, or should never be.
    fn alarms(&self) -> Vec<String> {
        let case = self.file.case;
        let counted = [
            ("case-unread", case.unread.len()),
            ("case-unapplied", case.unapplied.len()),
            ("case-alarms", case.alarms.len()),
        ];
        let some = counted.into_iter().filter(|(_, n)| *n > 0);
        let counted = some.map(|(id, n)| self.reading.speech.count(id, n));
        self.hearing_alarm().into_iter().chain(counted).collect()
    }

    /// A section with these lines.
    pub(crate) fn section(
        &self,
        id: &str,
        none: &str,
        lines: Vec<RecordedLine>,
    ) -> RecordedSection {
        let none = match none.is_empty() {
            true => String::new(),
            false => self.say(none),
        };
        RecordedSection {
            id: id.to_owned(),
            head: self.say(id),
            none,
            lines,
        }
    }

    /// Who recorded an entry, and when it was learnt.
    pub(crate) fn recorded_by(&self, noted: &Noted) -> String {
        crate::shift::recorded_by(noted, self.office, &self.reading)
    }

    /// What is to be known of any entry: that somebody doubts it, or that a second has looked.
    pub(crate) fn marks(&self, noted: &Noted) -> Vec<String> {
        let marks = [
            (noted.is_doubted(), "mark-doubted"),
            (noted.is_approved(), "mark-approved"),
        ];
        let those = marks.into_iter().filter(|(is_so, _)| *is_so);
        those.map(|(_, id)| self.say(id)).collect()
    }

    fn signals(&self) -> RecordedSection {
        let mut all: Vec<_> = self.file.case.standing::<Signal>().collect();
        all.sort_by_key(|(noted, signal)| (signal.on, noted.learnt, noted.id));
        let lines = all.into_iter().map(|(noted, signal)| {
            let quote = self.reading.quote(&crate::cabinet::opened_signal(signal));
            RecordedLine {
                label: quote.by,
                says: quote.words,
                source: self.recorded_by(noted),
                marks: self.marks(noted),
                actions: vec![],
            }
        });
        self.section("case-signals", "case-signals-none", lines.collect())
    }

    fn steps(&self) -> RecordedSection {
        let mut all: Vec<_> = self.file.case.standing::<Step>().collect();
        all.sort_by_key(|(noted, step)| (step.on.0.latest(), noted.learnt, noted.id));
        let lines = all.into_iter().map(|(noted, step)| {
            let opened = crate::cabinet::opened_step(step);
            let library = self.reading.desk.library();
            let book = library.pathways.iter().find(|it| it.id == opened.pathway);
            let title = book.map(|book| self.reading.lang.of(&book.title).to_owned());
            RecordedLine {
                label: title.unwrap_or_default(),
                says: self.reading.step(&opened),
                source: self.recorded_by(noted),
                marks: self.marks(noted),
                actions: vec![],
            }
        });
        self.section("case-steps", "case-steps-none", lines.collect())
    }

    /// Facts, topic by topic, each with everybody's word on it.
    fn facts(&self, person: PersonId) -> Vec<RecordedSection> {
        let vocabulary = &self.reading.desk.library().vocabulary;
        let fold = self.file.case.fold(person, self.reading.on, vocabulary);
        let mut topics: BTreeMap<Option<Topic>, Vec<RecordedLine>> = BTreeMap::new();
        let about = self.file.case.standing::<Assertion>();
        let mut about: Vec<_> = about.filter(|(_, it)| it.person == person).collect();
        about.sort_by_key(|(noted, it)| (&it.fact, &it.under, noted.learnt, noted.id));
        for (noted, assertion) in about {
            let topic = vocabulary.get(&assertion.fact).map(|fact| fact.topic);
            let line = self.fact(noted, assertion, &fold);
            topics.entry(topic).or_default().push(line);
        }
        let section = |(topic, lines): (Option<Topic>, Vec<RecordedLine>)| RecordedSection {
            id: format!("facts-{}", topic.map_or(0, |topic| topic as u8 + 1)),
            head: topic.map_or_else(|| self.say("topic-none"), |it| self.reading.topic(it)),
            none: String::new(),
            lines,
        };
        topics.into_iter().map(section).collect()
    }

    pub(crate) fn fact(&self, noted: &Noted, assertion: &Assertion, fold: &Fold) -> RecordedLine {
        let vocabulary = &self.reading.desk.library().vocabulary;
        let fact = vocabulary.get(&assertion.fact);
        let label = fact.map_or_else(
            || assertion.fact.clone(),
            |fact| self.reading.fact_label(fact, assertion.under.as_deref()),
        );
        let says = fact.map(|fact| self.reading.recorded(fact, &recorded(&assertion.says)));
        let mut marks = self.marks(noted);
        marks.extend(self.fact_marks(noted, assertion, fold));
        let speaker = self.speaker(assertion);
        let id: String = noted
            .id
            .0
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        RecordedLine {
            label,
            says: says.unwrap_or_default(),
            source: format!("{speaker} {}", self.recorded_by(noted)),
            marks,
            actions: vec![(format!("entry/{id}"), self.say("entry-look"))],
        }
    }

    fn fact_marks(&self, noted: &Noted, assertion: &Assertion, fold: &Fold) -> Vec<String> {
        let place = (
            facts::FactId(assertion.fact.as_str().into()),
            assertion.under.clone(),
        );
        let awaiting = fold.awaiting.get(&noted.id).map(|awaited| match awaited {
            Awaited::Second => "mark-waits-second",
            Awaited::Lawyer => "mark-waits-lawyer",
        });
        let misfit = fold.misfits.get(&noted.id).map(|misfit| match misfit {
            Misfit::UnknownFact => "mark-unknown-fact",
            Misfit::NeverCollected => "mark-never-collected",
            Misfit::Derived => "mark-derived",
            Misfit::Key | Misfit::Value => "mark-does-not-fit",
        });
        let contested = fold.contested.contains_key(&place);
        let contested = contested.then_some("mark-contested");
        let all = awaiting.into_iter().chain(misfit).chain(contested);
        all.map(|id| self.say(id)).collect()
    }

    /// Who says so, and on what it rests.
    fn speaker(&self, assertion: &Assertion) -> String {
        let who = self.say(match assertion.by {
            Source::Person(person) if person == assertion.person => "says-person",
            Source::Person(_) => "says-relative",
            Source::Member => "says-member",
            Source::Around(_) => "says-around",
            Source::Paper(_) => "says-paper",
            Source::Evidence(_) => "says-evidence",
        });
        match assertion.basis {
            Some(basis) => format!("{who}, {}.", self.reading.basis(basis.into())),
            None => format!("{who}."),
        }
    }
}

/// What one assertion says, as if it stood alone.
pub(crate) fn recorded(says: &Says) -> Recorded {
    let values = |of: &std::collections::BTreeSet<casework::Value>| {
        of.iter().map(|value| value.0.clone()).collect()
    };
    match says {
        Says::Value(value) => Recorded::One(Known::Value(value.0.clone())),
        Says::Differing(of) => {
            let heard: Vec<Scalar> = of.iter().map(|value| value.0.clone()).collect();
            Recorded::One(Known::Contested(heard))
        }
        Says::Unknown => Recorded::One(Known::Unknown),
        Says::RatherNotSay => Recorded::One(Known::RatherNotSay),
        Says::Set {
            shown,
            denied,
            complete,
        } => Recorded::Set {
            shown: values(shown),
            denied: values(denied),
            complete: *complete,
        },
        Says::List { records, complete } => {
            let fields = |record: &std::collections::BTreeSet<casework::Field>| {
                let field = |field: &casework::Field| (field.name.clone(), field.value.0.clone());
                record.iter().map(field).collect()
            };
            Recorded::List {
                records: records.iter().map(fields).collect(),
                complete: *complete,
            }
        }
    }
}
