//! The form that makes a case: whether it is safe to talk, and a name that says nothing.

use super::{NotEntered, languages};
use crate::cabinet::make_person;
use crate::case::CaseNumber;
use crate::forms::{Clock, Fault, Reading, Sheet, Typed};
use crate::intake::same::SameBy;
use crate::office::Office;
use crate::speech::say;
use crate::view::{MayBeSame, NewcomerPage};
use crate::{Lang, Speech};
use casework::{
    Answer, CodeName, Consent, Consenter, Entry, FirstMinutes, Part, Person, PersonId, Progress,
    Purpose, Stage, Text,
};
use std::collections::BTreeSet;

impl Office {
    /// The form by which somebody is entered; with what was typed so far, and whose case it may be.
    pub fn newcomer(&self, typed: &Typed, faults: &[Fault], lang: Lang) -> NewcomerPage {
        let speech = Speech::of(lang);
        let suggested = self.suggested();
        let fresh = typed.is_empty();
        let mut sheet = Sheet::new(if fresh { &suggested } else { typed }, faults, speech);
        let same = match fresh || !faults.is_empty() {
            true => BTreeSet::new(),
            false => self.same_as_typed(typed),
        };
        lay_out(&mut sheet, speech, typed.get("safe_to_talk") == "no");
        let numbers = same.iter().map(|(number, _)| number.0.to_string());
        sheet.carried("asked_about", &numbers.collect::<Vec<_>>().join(","));
        if !same.is_empty() {
            sheet.button("new-is-another");
        }
        let told = same.into_iter().map(|(number, by)| MayBeSame {
            number: number.0,
            says: match by {
                SameBy::Name => say!(speech, "new-same-name", number = &number.0.to_string()),
                SameBy::Phone => say!(speech, "new-same-phone", number = &number.0.to_string()),
            },
        });
        NewcomerPage {
            same: told.collect(),
            form: sheet.done(),
        }
    }

    /// Makes the case of somebody new.
    ///
    /// # Errors
    /// [`NotEntered`]: then there is no case.
    pub fn enter_newcomer(
        &mut self,
        typed: &Typed,
        clock: Clock,
    ) -> Result<CaseNumber, NotEntered> {
        let mut reading = Reading::of(typed);
        let person = make_person();
        let entries = take(&mut reading, person, clock);
        let story = reading.phrase("story");
        let entries = reading.ended(entries).map_err(NotEntered::Faults)?;
        let asked: Vec<&str> = typed.get("asked_about").split(',').collect();
        let is_new = |(number, _): &(CaseNumber, SameBy)| !asked.contains(&&*number.0.to_string());
        if self.same_as_typed(typed).iter().any(is_new) {
            return Err(NotEntered::MayBeSame);
        }
        let opened = self.open_case(story, &entries, clock.now);
        opened.map_err(NotEntered::NotRecorded)
    }

    fn same_as_typed(&self, typed: &Typed) -> BTreeSet<(CaseNumber, SameBy)> {
        let names = [typed.get("code_en"), typed.get("code_ru")];
        self.may_be_same(&names, typed.get("whose_phone"))
    }

    fn suggested(&self) -> Typed {
        let (en, ru) = self.draw_code_name().unwrap_or_default();
        let fields = [
            ("safe_to_talk", "not-asked"),
            ("alone", "not-asked"),
            ("record", "not-asked"),
            ("code_en", en),
            ("code_ru", ru),
        ];
        Typed::of(fields.map(|(name, text)| (name.to_owned(), text.to_owned())))
    }
}

/// If it is not safe to talk, nothing is asked but when to talk again.
fn lay_out(sheet: &mut Sheet<'_>, speech: &Speech, is_unsafe: bool) {
    sheet.head("new-title", &["new-lead"]);
    sheet.button("new-make");
    let yes_no = || yes_no_not_asked(speech);
    sheet.one_of("safe_to_talk", "first-safe", "first-safe-hint", yes_no());
    if !is_unsafe {
        sheet.one_of("alone", "first-alone", "", yes_no());
        sheet.line("whose_phone", "first-phone", "first-phone-hint");
    }
    let hint = if is_unsafe {
        "first-next-only"
    } else {
        "first-next-hint"
    };
    sheet.moment("next_call", "first-next", hint, "");
    let languages = languages::choices(speech);
    sheet.picked("language", "new-language", "", languages);
    sheet.line("code_en", "new-code-en", "new-code-hint");
    sheet.line("code_ru", "new-code-ru", "");
    if !is_unsafe {
        sheet.area("story", "new-story", "new-story-hint");
        sheet.one_of("record", "new-record", "new-record-hint", yes_no());
    }
}

fn take(reading: &mut Reading<'_>, person: PersonId, clock: Clock) -> Option<Vec<Entry>> {
    let mut first = FirstMinutes::new(person);
    first.safe_to_talk = yes_no(reading, "safe_to_talk");
    let is_unsafe = first.safe_to_talk == Some(false);
    if !is_unsafe {
        first.alone = yes_no(reading, "alone");
        first.whose_phone = said(reading, "whose_phone");
    }
    let is_typed = !reading.text("next_call").is_empty();
    first.next_call = is_typed
        .then(|| reading.moment("next_call", clock))
        .flatten();
    if is_unsafe && !is_typed {
        reading.fault("next_call", "fault-next-call");
    }
    let language = languages::known(reading.text("language").as_str());
    if language.is_none() {
        reading.fault("language", "fault-language");
    }
    let language = language.unwrap_or_default();
    let code = code_name(reading, person);
    let consent = consent(reading, &first, &language);
    let principal = Person {
        id: person,
        part: Part::Principal,
        language,
    };
    let progress = Progress {
        person,
        stage: Stage::HeardOf,
        since: clock.today().into(),
        note: Text::default(),
    };
    let mut entries = vec![
        Entry::new(principal),
        Entry::new(code?),
        Entry::new(progress),
    ];
    entries.push(Entry::new(first));
    entries.extend(consent.map(Entry::new));
    Some(entries)
}

/// A name in one language is enough; it then stands in both.
fn code_name(reading: &mut Reading<'_>, person: PersonId) -> Option<CodeName> {
    let (en, ru) = (reading.text("code_en"), reading.text("code_ru"));
    if en.is_empty() && ru.is_empty() {
        reading.fault("code_en", "fault-code-name");
        return None;
    }
    let or = |one: &Text, other: &Text| {
        if one.is_empty() {
            other.clone()
        } else {
            one.clone()
        }
    };
    Some(CodeName {
        person,
        en: or(&en, &ru),
        ru: or(&ru, &en),
    })
}

/// Whoever says no to a record has none: nothing is kept, not even that they said no.
fn consent(reading: &mut Reading<'_>, first: &FirstMinutes, language: &str) -> Option<Consent> {
    match yes_no(reading, "record")? {
        false => {
            reading.fault("record", "fault-no-record");
            None
        }
        true => Some(Consent {
            person: first.person,
            to: Purpose::Record,
            partner: None,
            answer: Answer::Given,
            by: Consenter::Themself,
            language: language.to_owned(),
            interpreter: None,
            alone: first.alone,
            words: Text::default(),
            until: None,
        }),
    }
}

/// Yes, no, or not asked yet.
pub(super) fn yes_no_not_asked(speech: &Speech) -> Vec<(String, String)> {
    let of = [
        ("yes", "value-yes"),
        ("no", "value-no"),
        ("not-asked", "first-not-asked"),
    ];
    of.map(|(value, id)| (value.to_owned(), speech.say(id)))
        .into()
}

/// A yes or a no; nothing, if it was not asked yet.
pub(super) fn yes_no(reading: &mut Reading<'_>, field: &'static str) -> Option<bool> {
    match reading.text(field).as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// What was said; nothing, if it was not asked yet.
pub(super) fn said(reading: &mut Reading<'_>, field: &'static str) -> Option<Text> {
    let text = reading.text(field);
    (!text.is_empty()).then_some(text)
}
