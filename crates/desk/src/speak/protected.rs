//! The world that a statement could expose: everything in the vault that this device may open.

use crate::cabinet::{Cabinet, CaseFile, Drawer};
use crate::case::CaseNumber;
use crate::hex::hex;
use crate::office::Office;
use crate::{InWords, Lang};
use casework::{
    Around, Attributed, Case, CodeName, Counterpart, FirstMinutes, HideOut, Key, KnownAs, Means,
    NameKind, PersonId, Signal, Stay, Step, Terms, ThingId, Tie, What,
};
use disclosure::{
    Answer, Audience, Helper, Hiding, Name, Outcome, Person, Relative, Statement, Talk, World,
};
use facts::{CountryCode, Date, FactId, FieldType, Known, Recorded, Scalar, Type, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Whom a finding exposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Person(CaseNumber),
    Helper(CaseNumber),
    Host,
    /// One of us, of whom nothing was agreed.
    Staff,
    /// One of us, or a source, as they are spoken of.
    Spoken(Attributed),
    Talk(CountryCode),
    /// Authorities of a country, by what they did.
    Authority(CountryCode),
}

/// Whom each subject of a finding stands for.
#[derive(Default)]
pub(super) struct Protected(BTreeMap<String, Subject>);

/// What others can see of somebody, among all that is asked for the law.
const SEEN: [&str; 4] = ["profile", "religious_group", "vulnerable", "degree"];
/// Fewer digits are no telephone.
const FEWEST_DIGITS: usize = 7;

impl Protected {
    /// The vault as a world, and whom its subjects stand for.
    pub fn of(office: &Office, on: Date) -> (Protected, World) {
        let mut protected = Protected::default();
        let mut world = World::default();
        let vocabulary = &office.desk().library().vocabulary;
        let title = &office.desk().caseload().title;
        world.organisation = vec![title.en.clone(), title.ru.clone()];
        for file in office.cabinet().cases() {
            protected.add_case(&mut world, file, vocabulary, on);
        }
        protected.add_shelters(&mut world, office.cabinet());
        protected.add_staff(&mut world, office.cabinet());
        protected.add_talks(&mut world, office);
        protected.add_answers(&mut world, office, on);
        (protected, world)
    }

    pub(super) fn stands_for(&mut self, id: String, subject: Subject) {
        self.0.insert(id, subject);
    }

    pub fn whom(&self, subject: &str) -> Option<Subject> {
        self.0.get(subject).copied()
    }

    fn add_case(
        &mut self,
        world: &mut World,
        file: CaseFile<'_>,
        vocabulary: &Vocabulary,
        on: Date,
    ) {
        for key in file.case.things::<casework::Person>().keys() {
            let Key::Person(id) = key else { continue };
            let mut person = recorded_of(file.case, *id, vocabulary, on);
            if file.principal() == Some(*id) {
                person.attributes.extend(story(file.case));
                person.days.extend(days(file.case, *id));
            }
            self.0
                .insert(person.id.clone(), Subject::Person(file.number));
            world.persons.push(person);
        }
        for (_, around) in file.case.standing::<Around>() {
            let helps = match &around.tie {
                Tie::Helper | Tie::Interpreter(_) | Tie::Lawyer => true,
                Tie::Persecutor(_) | Tie::SafeContact(_) | Tie::Guardian { .. } | Tie::Other => {
                    false
                }
            };
            if helps {
                let id = hex(&around.id.0);
                self.0.insert(id.clone(), Subject::Helper(file.number));
                world.helpers.push(Helper {
                    id,
                    names: names_around(file.case, around.id),
                    role: around.who.as_str().to_owned(),
                });
            }
        }
    }

    fn add_shelters(&mut self, world: &mut World, cabinet: &Cabinet) {
        for (_, shelter) in cabinet.drawers(Drawer::Shelter) {
            for (_, place) in shelter.standing::<HideOut>() {
                let stays = shelter.standing::<Stay>();
                let guests: BTreeSet<String> = stays
                    .filter(|(_, stay)| stay.hide_out == place.id)
                    .map(|(_, stay)| hex(&stay.person.0))
                    .collect();
                let guests = world
                    .persons
                    .iter_mut()
                    .filter(|it| guests.contains(&it.id));
                for person in guests {
                    person.hiding.push(Hiding {
                        address: place.address.as_str().to_owned(),
                        detail: place.address.as_str().to_owned(),
                        ..Hiding::default()
                    });
                }
                let id = hex(&place.id.0);
                self.0.insert(id.clone(), Subject::Host);
                world.helpers.push(Helper {
                    id,
                    names: names_in(place.hosts.as_str()),
                    role: place.hosts.as_str().to_owned(),
                });
            }
        }
    }

    /// Governments with which a talk is recorded, or whose people said something that is not for the
    /// record.
    fn add_talks(&mut self, world: &mut World, office: &Office) {
        let cabinet = office.cabinet();
        let mut with: BTreeSet<CountryCode> = BTreeSet::new();
        let talks = cabinet.drawers(Drawer::Talk).map(|(_, talk)| talk);
        for folded in talks.chain(cabinet.cases().map(|file| file.case)) {
            for (_, talk) in folded.standing::<casework::Talk>() {
                if let Counterpart::Government(country) = talk.with {
                    with.insert(country.0);
                }
            }
            let said = folded.standing::<Signal>();
            let in_confidence = said.filter(|(_, signal)| signal.terms != Terms::OnRecord);
            with.extend(in_confidence.map(|(_, signal)| signal.government.0));
        }
        for country in with {
            let id = country.to_string();
            self.0.insert(id.clone(), Subject::Talk(country));
            world.talks.push(Talk {
                id,
                names: Lang::ALL
                    .map(|lang| office.desk().country(country, lang))
                    .to_vec(),
                handles: vec![],
            });
        }
    }
}

impl Protected {
    /// What each country's authorities did and said until a day, from steps and signals.
    fn add_answers(&mut self, world: &mut World, office: &Office, on: Date) {
        let mut answers: BTreeMap<CountryCode, BTreeSet<Outcome>> = BTreeMap::new();
        for file in office.cabinet().cases() {
            let steps = file.case.standing::<Step>().map(|(_, step)| step);
            for step in steps.filter(|step| step.on.0.earliest() <= on) {
                if let (Some(country), Some(outcome)) = (step.country, outcome_of(step.what)) {
                    answers.entry(country.0).or_default().insert(outcome);
                }
            }
            let signals = file.case.standing::<Signal>().map(|(_, signal)| signal);
            let discouraged = signals.filter(|signal| signal.means == Means::Discouraged);
            for signal in discouraged.filter(|signal| signal.on.0 <= on) {
                let country = answers.entry(signal.government.0).or_default();
                country.insert(Outcome::Discouraged);
            }
        }
        for (country, outcomes) in answers {
            let id = format!("answer {country}");
            self.0.insert(id.clone(), Subject::Authority(country));
            let names = Lang::ALL.map(|lang| office.desk().country(country, lang));
            world.answers.push(Answer {
                id,
                names: names.to_vec(),
                outcomes,
            });
        }
    }
}

/// As what a step counts where an authority is told of; nothing, where none decided or was asked.
fn outcome_of(what: What) -> Option<Outcome> {
    match what {
        What::Refused
        | What::ClaimRefused
        | What::NotLetOut
        | What::NotBoarded
        | What::SentBack => Some(Outcome::Refused),
        What::Granted | What::Protected => Some(Outcome::Granted),
        What::Discouraged => Some(Outcome::Discouraged),
        What::NotApplied => Some(Outcome::NotApplied),
        What::Asked
        | What::Applied
        | What::Withdrawn
        | What::Left
        | What::Stopped
        | What::Detained
        | What::Arrived
        | What::Returned
        | What::ClaimLodged => None,
    }
}

/// The names in a description: what is written with a capital in it.
fn names_in(described: &str) -> Vec<String> {
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let words: Vec<&str> = described
        .split_whitespace()
        .skip_while(|word| !is_name(word))
        .collect();
    let named = words.split(|word| !is_name(word));
    let named = named.map(|words| words.join(" "));
    named.filter(|name| !name.is_empty()).collect()
}

/// What was said before, in the order of its days.
pub(super) fn said_before(cabinet: &Cabinet) -> Vec<Statement> {
    let own = cabinet.drawers(Drawer::Organisation);
    let said = own.flat_map(|(_, folded)| folded.standing::<casework::Statement>());
    let mut all: Vec<Statement> = said
        .map(|(noted, it)| Statement {
            id: hex(&noted.id.0),
            day: it.on.0,
            audience: audience(it.to),
            text: it.text.as_str().to_owned(),
        })
        .collect();
    all.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    all
}

fn audience(readers: casework::Readers) -> Audience {
    super::reader_of(readers).audience
}

/// A person by everything recorded of them but what was done.
fn recorded_of(case: &Case, id: PersonId, vocabulary: &Vocabulary, on: Date) -> Person {
    let facts = case.fold(id, on, vocabulary).facts;
    let get = |fact: &str| facts.get(&FactId(fact.into()), None);
    let mut person = Person {
        id: hex(&id.0),
        born: get("born").and_then(Recorded::value).and_then(exact_day),
        ..Person::default()
    };
    add_names(&mut person, case, id);
    for fact in SEEN {
        let words = get(fact).map(|it| labels(vocabulary, fact, it));
        person.attributes.extend(words.unwrap_or_default());
    }
    let spoken = get("languages").map(|it| labels(vocabulary, "languages", it));
    person.languages = spoken.unwrap_or_default();
    let relations = get("relatives").map(|it| relations(vocabulary, it));
    person.relatives = relations.unwrap_or_default();
    let around = case.standing::<Around>();
    let of_them = around.filter(|(_, it)| it.person == id);
    person.relatives.extend(of_them.map(|(_, it)| Relative {
        relation: it.who.as_str().to_owned(),
        names: names_around(case, it.id),
    }));
    person
}

fn add_names(person: &mut Person, case: &Case, id: PersonId) {
    for known in case.known_as(id) {
        let name = known.name.as_str().trim().to_owned();
        match known.of {
            NameKind::Legal | NameKind::AtHome => person.names.push(name_of(&name)),
            NameKind::Nickname | NameKind::UserName | NameKind::Initials | NameKind::Other => {
                person.aliases.push(name);
            }
            NameKind::Telephone => person.numbers.push(name),
            NameKind::Mail => person.mail.push(name),
        }
    }
    let codes = case.standing::<CodeName>();
    let codes = codes.filter(|(_, code)| code.person == id);
    for (_, code) in codes {
        let both = [code.en.as_str(), code.ru.as_str()].into_iter();
        person
            .aliases
            .extend(both.filter(|it| !it.is_empty()).map(str::to_owned));
    }
    let calls = case.standing::<FirstMinutes>();
    let phones = calls.filter_map(|(_, it)| it.whose_phone.as_ref().filter(|_| it.person == id));
    let digits = phones.map(|text| {
        let digits = text.as_str().chars().filter(char::is_ascii_digit);
        digits.collect::<String>()
    });
    person
        .numbers
        .extend(digits.filter(|it| it.len() >= FEWEST_DIGITS));
}

/// A name in full: the family name stands last, or first where a comma or a patronymic says so.
fn name_of(written: &str) -> Name {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    if let Some((family, rest)) = written.split_once(',') {
        let mut rest = words(rest).into_iter();
        return Name {
            given: rest.next().unwrap_or_default(),
            patronymic: rest.next().unwrap_or_default(),
            family: family.trim().to_owned(),
        };
    }
    let all = words(written);
    let of = |given: &String, patronymic: &str, family: &str| Name {
        given: given.clone(),
        patronymic: patronymic.to_owned(),
        family: family.to_owned(),
    };
    match all.as_slice() {
        [] => Name::default(),
        [given] => of(given, "", ""),
        [given, family] => of(given, "", family),
        [family, given, patronymic] if is_patronymic(patronymic) => of(given, patronymic, family),
        [given, patronymic, .., family] => of(given, patronymic, family),
    }
}

fn is_patronymic(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["вич", "вна", "ична", "vich", "vna", "ichna", "оглы", "кызы"];
    let word = word.to_lowercase();
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn names_around(case: &Case, around: ThingId) -> Vec<String> {
    let known = case.standing::<KnownAs>();
    let of_it = known.filter(|(_, it)| it.around == Some(around));
    of_it.map(|(_, it)| it.name.as_str().to_owned()).collect()
}

/// The sentences that tell of a person in the docket: what colleagues read is what others know.
fn story(case: &Case) -> Vec<String> {
    let docket = case.docket();
    let both = docket.map(|it| [it.story.en.as_str(), it.story.ru.as_str()]);
    let texts = both.into_iter().flatten();
    let sentences = texts.flat_map(|text| text.split(['.', '!', '?', ';']));
    let said = sentences.map(str::trim).filter(|it| !it.is_empty());
    said.map(str::to_owned).collect()
}

fn days(case: &Case, person: PersonId) -> Vec<(String, Date)> {
    let steps = case.standing::<Step>();
    let own = steps.filter(|(_, step)| step.person == person && step.on.0.is_exact());
    own.map(|(_, step)| (step.what.word().to_owned(), step.on.0.earliest()))
        .collect()
}

fn exact_day(value: &Scalar) -> Option<Date> {
    match value {
        Scalar::Date(date) if date.is_exact() => Some(date.earliest()),
        Scalar::Date(_)
        | Scalar::Bool(_)
        | Scalar::Number(_)
        | Scalar::Country(_)
        | Scalar::Text(_) => None,
    }
}

/// What is recorded of a fact, in the vocabulary's words of both languages.
fn labels(vocabulary: &Vocabulary, fact: &str, recorded: &Recorded) -> Vec<String> {
    let Some(Type::One(field) | Type::Set(field)) = vocabulary.get(fact).map(|fact| &fact.of)
    else {
        return vec![];
    };
    let values: Vec<&Scalar> = match recorded {
        Recorded::One(Known::Value(value)) => vec![value],
        Recorded::Set { shown, .. } => shown.iter().collect(),
        Recorded::One(_) | Recorded::List { .. } => vec![],
    };
    values
        .into_iter()
        .flat_map(|it| words_of(field, it))
        .collect()
}

fn relations(vocabulary: &Vocabulary, recorded: &Recorded) -> Vec<Relative> {
    let relatives = vocabulary.get("relatives").map(|fact| &fact.of);
    let Some(Type::List(fields)) = relatives else {
        return vec![];
    };
    let Recorded::List { records, .. } = recorded else {
        return vec![];
    };
    let relation = records.iter().filter_map(|record| {
        let value = record.get("relation")?;
        Some(Relative {
            relation: words_of(fields.get("relation")?, value).join(", "),
            names: vec![],
        })
    });
    relation.collect()
}

fn words_of(field: &FieldType, value: &Scalar) -> Vec<String> {
    match (field, value) {
        (FieldType::Enum(of), Scalar::Text(word)) if word != "none" => {
            let named = of.get(word);
            let both = named.map(|words| vec![words.en.clone(), words.ru.clone()]);
            both.unwrap_or_default()
        }
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_only_of_those_who_refused() {
        // In the demonstration Poland's border refused, and the United States only advised against it.
        let office = Office::demo().expect("the shipped books are whole");
        let untrue = |draft: &str, lang: Lang| {
            let said = office.say_text(draft, lang);
            let told = Lang::ALL.map(|lang| crate::Speech::of(lang).say("say-part-outcome"));
            told.iter().any(|part| said.text.contains(part.as_str()))
        };
        assert!(untrue(
            "The United States has refused visas to people in our care.",
            Lang::En
        ));
        assert!(untrue(
            "Америка отказала нашим подопечным в визах.",
            Lang::Ru
        ));
        assert!(!untrue(
            "Poland refused entry to people in our care.",
            Lang::En
        ));
        assert!(!untrue(
            "The United States discouraged people in our care.",
            Lang::En
        ));
        assert!(!untrue(
            "The United States has not refused anybody.",
            Lang::En
        ));
        assert!(untrue("Poland discouraged people in our care.", Lang::En));
    }

    #[test]
    fn a_name_in_full_is_read_in_the_order_in_which_it_is_written() {
        let parts = |written: &str| {
            let name = name_of(written);
            [&name.given, &name.patronymic, &name.family].map(String::clone)
        };
        assert_eq!(parts("Ильяс Царнов"), ["Ильяс", "", "Царнов"]);
        assert_eq!(
            parts("Царнов Ильяс Асланович"),
            ["Ильяс", "Асланович", "Царнов"]
        );
        assert_eq!(
            parts("Ильяс Асланович Царнов"),
            ["Ильяс", "Асланович", "Царнов"]
        );
        assert_eq!(parts("Tsarnov, Ilyas"), ["Ilyas", "", "Tsarnov"]);
        assert_eq!(parts("Ilyas"), ["Ilyas", "", ""]);
        assert_eq!(parts("  "), ["", "", ""]);
    }
}
