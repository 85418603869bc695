//! From a person as a file tells of them to what is recorded of them.

use crate::case::{Case, Said, Signal, Stage, Step};
use casework::{
    CodeName, Dated, Entry, Part, Person, PersonId, Phrase, Progress, Role, Text, assertions_of,
};
use facts::{Date, SetBy, Vocabulary, Words};

/// Everything that a person file comes to but the docket, in the order in which it is recorded.
///
/// Facts that only a lawyer establishes are recorded as a lawyer's: the file says that they are
/// established.
pub(crate) fn entries_of(
    case: &Case,
    person: PersonId,
    vocabulary: &Vocabulary,
    on: Date,
) -> Vec<Entry> {
    let code = CodeName {
        person,
        en: case.code.en.as_str().into(),
        ru: case.code.ru.as_str().into(),
    };
    let principal = Person {
        id: person,
        part: Part::Principal,
        language: "ce".to_owned(),
    };
    let progress = Progress {
        person,
        stage: stage_of(case.stage),
        since: on.into(),
        note: Text::default(),
    };
    let mut entries = vec![
        Entry::new(principal),
        Entry::new(code),
        Entry::new(progress),
    ];
    let assertions = assertions_of(person, &case.facts)
        .into_iter()
        .map(|mut it| {
            if set_by(vocabulary, &it.fact) == Some(SetBy::Lawyer) {
                it.role = Role::Lawyer;
            }
            Entry::new(it)
        });
    entries.extend(assertions);
    let signals = case.signals.iter().map(|it| signal_of(it, person));
    entries.extend(signals.map(Entry::new));
    let steps = case.steps.iter().map(|step| step_of(step, person));
    entries.extend(steps.map(Entry::new));
    entries
}

/// Whose word the vocabulary asks for before a fact counts.
pub(crate) fn set_by(vocabulary: &Vocabulary, fact: &str) -> Option<SetBy> {
    vocabulary.get(fact).map(|fact| fact.set_by)
}

/// The words of a person file, as they are recorded.
pub(crate) fn phrase(words: &Words) -> Phrase {
    Phrase {
        en: words.en.as_str().into(),
        ru: words.ru.as_str().into(),
    }
}

fn stage_of(stage: Stage) -> casework::Stage {
    match stage {
        Stage::Hidden => casework::Stage::Planning,
        Stage::VisaGranted => casework::Stage::ReadyToLeave,
        Stage::LeftWithoutVisa => casework::Stage::Arrived,
    }
}

fn signal_of(signal: &Signal, person: PersonId) -> casework::Signal {
    casework::Signal {
        on: signal.date.into(),
        government: signal.government.into(),
        who: phrase(&signal.who),
        terms: signal.terms,
        pathways: signal.about.clone(),
        person: Some(person),
        talk: None,
        said: match &signal.said {
            Said::Words(words) => casework::Said::Words(phrase(words), "en".to_owned()),
            Said::Account(words) => casework::Said::Account(phrase(words)),
        },
        means: signal.means,
    }
}

fn step_of(step: &Step, person: PersonId) -> casework::Step {
    casework::Step {
        person,
        on: Dated::from(step.date),
        pathway: (!step.pathway.is_empty()).then(|| step.pathway.clone()),
        what: step.what,
        country: step.to.map(Into::into),
        note: step.note.as_ref().map(phrase).unwrap_or_default(),
    }
}
