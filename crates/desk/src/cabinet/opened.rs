//! From what was recorded of a case to what the law and the pages read of it on a day.

use super::CaseFile;
use crate::case::{Case, Said, Signal, Stage, Step};
use casework::{CodeName, Counts, Key, PersonId, Phrase, Progress};
use facts::{Date, Facts, Vocabulary, Words};

impl CaseFile<'_> {
    /// The case as the law reads it on a day.
    pub fn opened(&self, vocabulary: &Vocabulary, on: Date) -> Case {
        let principal = self.principal();
        let docket = self.case.docket();
        let facts = principal.map_or_else(Facts::new, |person| {
            self.case.fold(person, on, vocabulary).facts
        });
        Case {
            number: self.number,
            code: principal.map(|it| self.code_of(it)).unwrap_or_default(),
            story: docket.map(|it| words(&it.story)).unwrap_or_default(),
            stage: principal.map_or(Stage::Hidden, |person| self.stage(person)),
            drawn: false,
            facts,
            signals: self.signals(),
            steps: principal.map(|it| self.steps(it)).unwrap_or_default(),
        }
    }

    /// The name by which colleagues speak of a person. Where two names stand, both are shown.
    pub fn code_of(&self, person: PersonId) -> Words {
        let Some(standing) = self.case.thing::<CodeName>(&Key::Person(person)) else {
            return Words::default();
        };
        let names = standing.each().into_iter().map(|(_, name)| {
            words(&Phrase {
                en: name.en.clone(),
                ru: name.ru.clone(),
            })
        });
        let names: Vec<Words> = names.collect();
        let joined = |of: fn(&Words) -> &str| {
            let all: Vec<&str> = names.iter().map(of).collect();
            all.join(" / ")
        };
        Words {
            en: joined(|words| &words.en),
            ru: joined(|words| &words.ru),
        }
    }

    /// How far a person has come, in the terms of the report: a visa is one that was granted, and
    /// whoever is on the way or beyond has left.
    fn stage(&self, person: PersonId) -> Stage {
        let steps = self.case.standing::<casework::Step>();
        let mut of_person = steps.filter(|(_, step)| step.person == person);
        let granted = of_person.any(|(_, step)| step.what.counts() == Counts::Granted);
        let progress = self.case.thing::<Progress>(&Key::Person(person));
        let furthest = progress.and_then(|standing| {
            let stages = standing.each().into_iter().map(|(_, it)| it.stage);
            stages.filter(|stage| !stage.is_aside()).max()
        });
        let has_left = furthest.is_some_and(|stage| stage >= casework::Stage::Travelling);
        match (granted, has_left) {
            (true, _) => Stage::VisaGranted,
            (false, true) => Stage::LeftWithoutVisa,
            (false, false) => Stage::Hidden,
        }
    }

    fn signals(&self) -> Vec<Signal> {
        let mut all: Vec<_> = self.case.standing::<casework::Signal>().collect();
        all.sort_by_key(|(noted, signal)| (signal.on, noted.learnt, noted.id));
        all.into_iter().map(|(_, it)| opened_signal(it)).collect()
    }

    fn steps(&self, person: PersonId) -> Vec<Step> {
        let all = self.case.standing::<casework::Step>();
        let mut all: Vec<_> = all.filter(|(_, step)| step.person == person).collect();
        all.sort_by_key(|(noted, step)| (step.on.0.latest(), noted.learnt, noted.id));
        all.into_iter().map(|(_, step)| opened_step(step)).collect()
    }
}

pub(crate) fn opened_signal(signal: &casework::Signal) -> Signal {
    Signal {
        date: signal.on.0,
        government: signal.government.0,
        who: words(&signal.who),
        terms: signal.terms,
        about: signal.pathways.clone(),
        said: match &signal.said {
            casework::Said::Words(said, _) => Said::Words(words(said)),
            casework::Said::Account(said) => Said::Account(words(said)),
        },
        means: signal.means,
    }
}

pub(crate) fn opened_step(step: &casework::Step) -> Step {
    Step {
        date: step.on.0,
        pathway: step.pathway.clone().unwrap_or_default(),
        what: step.what,
        to: step.country.map(|country| country.0),
        note: (!step.note.is_empty()).then(|| words(&step.note)),
    }
}

/// Words for the pages: what was written in one language alone stands in both.
pub(crate) fn words(phrase: &Phrase) -> Words {
    Words {
        en: phrase.in_english().as_str().to_owned(),
        ru: phrase.in_russian().as_str().to_owned(),
    }
}
