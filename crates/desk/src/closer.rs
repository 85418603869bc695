//! A fact closer: everybody's word on it, how it came to be, and what can be done about an entry.
//!
//! In reading order: [`EntryForm`]: what can be done; `page`: what is shown; `form`: the forms; `by_hand`:
//! a fact that no question has asked for.

pub(crate) mod by_hand;
mod form;
mod page;

use casework::{Assertion, Case, Noted, OperationId};
use facts::{Changes, Vocabulary};

/// What can be done about one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryForm {
    /// It was never so: its author says what is.
    Correct,
    /// It was so, and has changed.
    Changed,
    /// A colleague doubts it.
    Doubt,
    /// Its author takes it back.
    TakeBack,
    /// A second person agrees.
    Second,
}

impl EntryForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [EntryForm] = &[
        EntryForm::Second,
        EntryForm::Correct,
        EntryForm::Changed,
        EntryForm::Doubt,
        EntryForm::TakeBack,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            EntryForm::Correct => "correct",
            EntryForm::Changed => "changed",
            EntryForm::Doubt => "doubt",
            EntryForm::TakeBack => "take-back",
            EntryForm::Second => "second",
        }
    }

    /// The one of a word in an address.
    pub fn from_word(word: &str) -> Option<EntryForm> {
        Self::ALL.iter().copied().find(|form| form.word() == word)
    }

    /// The id of the words that offer it.
    fn offered(self) -> &'static str {
        match self {
            EntryForm::Correct => "entry-correct",
            EntryForm::Changed => "entry-changed",
            EntryForm::Doubt => "entry-doubt",
            EntryForm::TakeBack => "entry-take-back",
            EntryForm::Second => "entry-second",
        }
    }

    /// Whether whoever looks may do this: only authors correct and take back, and nobody seconds or doubts
    /// their own. What never changes is not said to have changed.
    fn may(self, noted: &Noted, assertion: &Assertion, is_own: bool, all: &Vocabulary) -> bool {
        let changes = all.get(&assertion.fact).map(|fact| fact.changes);
        match self {
            EntryForm::Correct => is_own && noted.stands() && changes.is_some(),
            EntryForm::Changed => {
                noted.stands() && changes.is_some_and(|changes| changes != Changes::Never)
            }
            EntryForm::Doubt | EntryForm::Second => !is_own && noted.stands(),
            EntryForm::TakeBack => is_own && noted.was_so(),
        }
    }
}

/// An entry's id as it stands in an address.
pub(crate) fn word_of(id: OperationId) -> String {
    id.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 32 bytes from 64 small hexadecimal digits.
pub(crate) fn bytes_of(word: &str) -> Option<[u8; 32]> {
    let digits = word.as_bytes();
    let is_plain = |digit: &u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    if digits.len() != 64 || !digits.iter().all(is_plain) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// The assertion under a word of an address.
fn found<'c>(case: &'c Case, word: &str) -> Option<(&'c Noted, &'c Assertion)> {
    let id = OperationId(bytes_of(word)?);
    let noted = case.noted(&id)?;
    let assertion = <Assertion as casework::Kind>::of(&noted.content)?;
    Some((noted, assertion))
}

/// The doubt under a word of an address, and the entry that it is about.
fn doubt<'c>(case: &'c Case, word: &str) -> Option<(&'c Noted, OperationId)> {
    let noted = case.noted(&OperationId(bytes_of(word)?))?;
    let doubt = <casework::Dispute as casework::Kind>::of(&noted.content)?;
    Some((noted, doubt.of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cabinet::make_person;
    use crate::{Cabinet, CaseNumber, Clock, Lang, NotTaken, Office, Typed};
    use casework::{Entry, Moment, Part, Person, Phrase, Says};
    use facts::{Date, Scalar, Words};
    use proptest::prelude::*;
    use vault::{Hardness, History, Home, Memory, Passphrase, SystemRandomness, Vault};

    const CASE: CaseNumber = CaseNumber(1);
    const DAY: Date = Date::constant(2017, 5, 17);

    fn home() -> Home {
        Home {
            files: Box::new(Memory::new()),
            secrets: Box::new(Memory::new()),
            randomness: Box::new(SystemRandomness),
        }
    }

    /// The office of a second colleague, in whose vault stands what a first has recorded: a yes to a
    /// fact that needs two.
    fn second_colleague(fact: &str) -> Office {
        let at = Moment::start_of(DAY);
        let words = "seven invented words nobody ever typed before".to_owned();
        let passphrase = Passphrase::of(words.into()).expect("long enough");
        let floor = Hardness::FLOOR;
        let first = Vault::create(home(), &passphrase, floor, 2, at.seconds());
        let mut first = first.expect("a vault");
        let (organisation, founder) = (first.organisation(), first.device());
        let second = Vault::guest(
            home(),
            &passphrase,
            floor,
            organisation,
            founder,
            at.seconds(),
        );
        let mut second = second.expect("a second vault");
        let device = second.device();
        first
            .admit(second.card(), at.seconds())
            .expect("a colleague");
        let mut cabinet = Cabinet::of(first).expect("a cabinet");
        let person = make_person();
        let says = Says::Value(Scalar::Bool(true).into());
        let somebody = Person {
            id: person,
            part: Part::Principal,
            language: "ce".to_owned(),
        };
        let entries = [
            Entry::new(somebody),
            Entry::new(Assertion::new(person, fact, says)),
        ];
        let opened = cabinet.open_case(Phrase::default(), &entries, at);
        assert_eq!(opened.expect("a case"), CASE);
        let compartment = cabinet.case(CASE).expect("the case").compartment;
        let bundle = cabinet.change_vault(|vault| {
            vault.grant(compartment, device, History::All, at.seconds())?;
            vault.export(&[device])
        });
        second.import(&bundle.expect("a bundle")).expect("taken in");
        let cabinet = Cabinet::of(second).expect("a cabinet");
        Office::open(cabinet, Words::default(), DAY).expect("the shipped books")
    }

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let owned = fields
            .iter()
            .map(|(name, text)| ((*name).into(), (*text).into()));
        Typed::of(owned)
    }

    #[test]
    fn a_colleague_seconds_and_doubts_what_another_has_recorded_but_does_not_correct_it() {
        let mut office = second_colleague("armed_group_link");
        let clock = Clock::at(Moment::start_of(DAY).seconds() + 3_600, 0);
        let case = office.cabinet().case(CASE).expect("the case").case;
        let (noted, _) = case.standing::<Assertion>().next().expect("the entry");
        let word = word_of(noted.id);
        let page = office
            .entry_page(CASE, &word, clock, Lang::En)
            .expect("the entry");
        let offered: Vec<&str> = page.forms.iter().map(|(word, _)| *word).collect();
        assert_eq!(offered, ["second", "doubt"]);
        assert!(page.line.marks[0].contains("waits for a second person"));
        let is_read = |office: &Office| {
            let case = office.desk().caseload().case(CASE).expect("the case");
            case.facts.iter().count() == 1
        };
        assert!(!is_read(&office));

        for form in [EntryForm::Correct, EntryForm::Changed, EntryForm::TakeBack] {
            let fields = typed(&[
                ("value", "no"),
                ("why", "I know better."),
                ("since", "2017"),
            ]);
            let taken = office.take_entry(CASE, &word, form, &fields, clock);
            assert!(matches!(taken, Err(NotTaken::NotFound)), "{form:?}");
        }
        let agreed = typed(&[("role", "caseworker"), ("why", "I heard it, too.")]);
        let taken = office.take_entry(CASE, &word, EntryForm::Second, &agreed, clock);
        assert_eq!(taken.expect("a signature"), word);
        assert!(is_read(&office));

        let silent = office.take_entry(
            CASE,
            &word,
            EntryForm::Doubt,
            &typed(&[("why", " ")]),
            clock,
        );
        assert!(matches!(silent, Err(NotTaken::Faults(_))));
        let clock = Clock::at(clock.now.seconds() + 60, 0);
        let doubt = typed(&[("why", "Another person was meant.")]);
        let taken = office.take_entry(CASE, &word, EntryForm::Doubt, &doubt, clock);
        assert_eq!(taken.expect("a doubt"), word);
        let page = office
            .entry_page(CASE, &word, clock, Lang::En)
            .expect("the entry");
        assert!(page.line.marks.iter().any(|mark| mark == "doubted"));
        let again = &page.sections[1].lines[2].actions[0].0;
        let own = again
            .trim_start_matches("entry/")
            .trim_end_matches("/take-back");
        let why = typed(&[("why", "It was the same one after all.")]);
        let page_of_doubt = office.entry_page(CASE, own, clock, Lang::En);
        assert_eq!(page_of_doubt.expect("the entry").entry, word);
        let taken = office.take_entry(CASE, own, EntryForm::TakeBack, &why, clock);
        assert_eq!(taken.expect("the doubt is taken back"), word);
        let now = office
            .entry_page(CASE, &word, clock, Lang::En)
            .expect("the entry");
        assert!(!now.line.marks.iter().any(|mark| mark == "doubted"));
        let twice = office.take_entry(CASE, own, EntryForm::TakeBack, &why, clock);
        assert!(matches!(twice, Err(NotTaken::NotFound)));
        let history: Vec<&str> = page.sections[1]
            .lines
            .iter()
            .map(|line| &*line.says)
            .collect();
        assert_eq!(
            history,
            ["yes", "I heard it, too.", "Another person was meant."]
        );
    }

    proptest! {
        #[test]
        fn an_id_is_read_back_from_its_word_and_nothing_else_is(id in any::<[u8; 32]>(), word in "\\PC{0,70}") {
            prop_assert_eq!(bytes_of(&word_of(OperationId(id))), Some(id));
            if let Some(bytes) = bytes_of(&word) {
                prop_assert_eq!(word_of(OperationId(bytes)), word);
            }
        }
    }
}
