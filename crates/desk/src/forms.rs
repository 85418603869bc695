//! What can be recorded of a case, as forms: what they ask, and what comes of what was typed.
//!
//! A form that has a fault is shown again with everything that was typed in it, and a sentence that
//! says how to mend it. In reading order: [`Typed`] and [`Fault`]; `reading` takes what was typed;
//! `sheet` lays a form out; a file for each form.

mod check_in;
mod check_in_plan;
mod choice;
mod commitment;
mod drawer;
mod evidence;
mod hide_out;
mod keep_apart;
mod offered_place;
mod picking;
mod reading;
mod second;
mod sheet;
mod signal;
mod stay;
mod step;
mod support;
mod talk;
mod task;
mod telling;

pub(crate) use commitment::promise_id;
pub use drawer::{DrawerAt, DrawerForm};
pub(crate) use evidence::kind_id;
pub(crate) use offered_place::{place_state_id, places_of};
pub(crate) use picking::anew;
pub(crate) use signal::terms_id;
pub(crate) use support::element_id;
pub(crate) use talk::{current as current_talk, talk_state_id};
pub(crate) use task::task_id;
pub(crate) use telling::detail_id;

use crate::cabinet::NotRecorded;
use crate::case::CaseNumber;
use crate::closer::by_hand;
use crate::intake;
use crate::known_as;
use crate::office::Office;
use crate::view::FormPage;
use crate::{Lang, Speech};
use casework::{Entry, Moment, PersonId};
use facts::CountryCode;
pub(crate) use reading::Reading;
pub(crate) use sheet::Sheet;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// What was typed into a form, field by field. It is wiped from memory when dropped.
#[derive(Default)]
pub struct Typed(Vec<(String, Zeroizing<String>)>);

impl Typed {
    /// The fields of a form, as they came.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Typed {
        let wiped = pairs.into_iter().map(|(name, text)| (name, text.into()));
        Typed(wiped.collect())
    }

    /// Whether nothing was sent: the form is shown for the first time.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was typed into a field, without the space around it; empty where nothing was.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, text)| text.trim())
    }

    /// Everything that was chosen in a field that takes several.
    pub fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        let of_it = self.0.iter().filter(move |(key, _)| key == name);
        of_it
            .map(|(_, text)| text.trim())
            .filter(|it| !it.is_empty())
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[sealed]")
    }
}

/// What is wrong with a field, by the id of the sentence that says how to mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// The sentence.
    pub says: &'static str,
}

/// Why nothing was recorded.
#[derive(Debug)]
pub enum NotTaken {
    /// There is no such case, or nobody in it.
    NotFound,
    /// Fields have faults: the form is shown again.
    Faults(Vec<Fault>),
    /// The vault does not take it.
    NotRecorded(NotRecorded),
}

/// When it is, and how far the clock on the wall is ahead of UTC.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// Now.
    pub now: Moment,
    /// Minutes by which local time is ahead of UTC.
    pub ahead_minutes: i32,
}

/// A form of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseForm {
    /// Something that was done, or that came of it.
    Step,
    /// What an official said.
    Signal,
    /// The first minutes of a call.
    FirstMinutes,
    /// The plan for 72 hours.
    Plan,
    /// Any fact, by hand.
    Fact,
    /// A word from the person, or none.
    CheckIn,
    /// How the person is heard from.
    CheckInPlan,
    /// Something to be done.
    Task,
    /// How a task stands.
    TaskState,
    /// The end of a shift.
    HandOver,
    /// A piece of evidence.
    Evidence,
    /// A piece of evidence changes hands.
    Custody,
    /// Whether an element of the claim is supported.
    Support,
    /// A second person looks at what a colleague recorded.
    Second,
    /// What the person has chosen.
    Choice,
    /// A name, a telephone, a user name.
    Name,
}

impl CaseForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [CaseForm] = &[
        CaseForm::Step,
        CaseForm::Signal,
        CaseForm::FirstMinutes,
        CaseForm::Plan,
        CaseForm::Fact,
        CaseForm::CheckIn,
        CaseForm::CheckInPlan,
        CaseForm::Task,
        CaseForm::TaskState,
        CaseForm::HandOver,
        CaseForm::Evidence,
        CaseForm::Custody,
        CaseForm::Support,
        CaseForm::Second,
        CaseForm::Choice,
        CaseForm::Name,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            CaseForm::Step => "step",
            CaseForm::Signal => "signal",
            CaseForm::FirstMinutes => "first-minutes",
            CaseForm::Plan => "plan",
            CaseForm::Fact => "fact",
            CaseForm::CheckIn => "check-in",
            CaseForm::CheckInPlan => "check-in-plan",
            CaseForm::Task => "task",
            CaseForm::TaskState => "task-state",
            CaseForm::HandOver => "hand-over",
            CaseForm::Evidence => "evidence",
            CaseForm::Custody => "custody",
            CaseForm::Support => "support",
            CaseForm::Second => "second",
            CaseForm::Choice => "choice",
            CaseForm::Name => "name",
        }
    }

    /// The one of a word in an address.
    pub fn from_word(word: &str) -> Option<CaseForm> {
        Self::ALL.iter().copied().find(|form| form.word() == word)
    }

    /// The id of the words that offer it.
    pub(crate) fn offered(self) -> &'static str {
        match self {
            CaseForm::Step => "form-step-offered",
            CaseForm::Signal => "form-signal-offered",
            CaseForm::FirstMinutes => "first-title",
            CaseForm::Plan => "plan-title",
            CaseForm::Fact => "form-fact",
            CaseForm::CheckIn => "form-check-in-offered",
            CaseForm::CheckInPlan => "form-plan-offered",
            CaseForm::Task => "form-task",
            CaseForm::TaskState => "form-task-state",
            CaseForm::HandOver => "form-hand-over",
            CaseForm::Evidence => "form-evidence",
            CaseForm::Custody => "form-custody",
            CaseForm::Support => "form-support",
            CaseForm::Second => "form-second",
            CaseForm::Choice => "form-choice",
            CaseForm::Name => "form-name",
        }
    }

    /// Where it leads when it was filled in: what stands after the case's own address.
    pub fn leads_to(self) -> &'static str {
        match self {
            CaseForm::FirstMinutes => "/record/plan",
            _ => "",
        }
    }

    /// What stands in it before anything was typed.
    fn given(self, place: &Place<'_>) -> Typed {
        match self {
            CaseForm::FirstMinutes => intake::first_minutes::given(place),
            CaseForm::Plan => intake::plan::given(place),
            _ => Typed::default(),
        }
    }
}

/// What a form needs to know of where it stands.
pub(crate) struct Place<'o> {
    pub office: &'o Office,
    pub case: &'o casework::Case,
    pub person: PersonId,
    pub clock: Clock,
    pub speech: &'static Speech,
    pub lang: Lang,
}

impl Office {
    /// A form of a case, with what was typed so far and what is wrong with it.
    pub fn form(
        &self,
        number: CaseNumber,
        form: CaseForm,
        typed: &Typed,
        faults: &[Fault],
        clock: Clock,
        lang: Lang,
    ) -> Option<FormPage> {
        let place = self.place(number, clock, lang)?;
        let given = form.given(&place);
        let typed = if typed.is_empty() { &given } else { typed };
        let mut sheet = Sheet::new(typed, faults, place.speech);
        match form {
            CaseForm::Step => step::lay_out(&mut sheet, &place),
            CaseForm::Signal => signal::lay_out(&mut sheet, &place),
            CaseForm::FirstMinutes => intake::first_minutes::lay_out(&mut sheet, &place),
            CaseForm::Plan => intake::plan::lay_out(&mut sheet, &place),
            CaseForm::Fact => by_hand::lay_out(&mut sheet, &place),
            CaseForm::CheckIn => check_in::lay_out(&mut sheet, &place),
            CaseForm::CheckInPlan => check_in_plan::lay_out(&mut sheet, &place),
            CaseForm::Task => task::lay_out(&mut sheet, &place),
            CaseForm::TaskState => task::lay_out_state(&mut sheet, &place),
            CaseForm::HandOver => task::lay_out_hand_over(&mut sheet, &place),
            CaseForm::Evidence => evidence::lay_out(&mut sheet, &place),
            CaseForm::Custody => evidence::lay_out_custody(&mut sheet, &place),
            CaseForm::Support => support::lay_out(&mut sheet, &place),
            CaseForm::Second => second::lay_out(&mut sheet, &place),
            CaseForm::Choice => choice::lay_out(&mut sheet, &place),
            CaseForm::Name => known_as::lay_out(&mut sheet),
        }
        Some(sheet.done())
    }

    /// Records what was typed into a form of a case.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was recorded.
    pub fn take(
        &mut self,
        number: CaseNumber,
        form: CaseForm,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), NotTaken> {
        let place = self.place(number, clock, Lang::En);
        let place = place.ok_or(NotTaken::NotFound)?;
        let mut reading = Reading::of(typed);
        let entries = match form {
            CaseForm::Step => step::take(&mut reading, &place),
            CaseForm::Signal => signal::take(&mut reading, &place),
            CaseForm::FirstMinutes => intake::first_minutes::take(&mut reading, &place),
            CaseForm::Plan => intake::plan::take(&mut reading, &place),
            CaseForm::Fact => by_hand::take(&mut reading, &place),
            CaseForm::CheckIn => check_in::take(&mut reading, &place),
            CaseForm::CheckInPlan => check_in_plan::take(&mut reading, &place),
            CaseForm::Task => task::take(&mut reading, &place),
            CaseForm::TaskState => task::take_state(&mut reading, &place),
            CaseForm::HandOver => task::take_hand_over(&mut reading, &place),
            CaseForm::Evidence => evidence::take(&mut reading, &place),
            CaseForm::Custody => evidence::take_custody(&mut reading, &place),
            CaseForm::Support => support::take(&mut reading, &place),
            CaseForm::Second => second::take(&mut reading, &place),
            CaseForm::Choice => choice::take(&mut reading, &place),
            CaseForm::Name => known_as::take(&mut reading, &place),
        };
        let entries: Vec<Entry> = reading.ended(entries).map_err(NotTaken::Faults)?;
        let recorded = self.record(number, &entries, clock.now);
        recorded.map_err(NotTaken::NotRecorded)?;
        Ok(())
    }

    pub(crate) fn place(&self, number: CaseNumber, clock: Clock, lang: Lang) -> Option<Place<'_>> {
        let file = self.cabinet().case(number)?;
        Some(Place {
            office: self,
            case: file.case,
            person: file.principal()?,
            clock,
            speech: Speech::of(lang),
            lang,
        })
    }
}

impl Place<'_> {
    /// The law of the day, in the reader's language.
    pub fn reading(&self) -> crate::desk::Reading<'_> {
        let desk = self.office.desk();
        desk.reading(desk.caseload().date, self.lang)
    }
}

impl Office {
    /// Every country of the world tables, by its name in a language.
    pub(crate) fn countries(&self, lang: Lang) -> Vec<(String, String)> {
        let desk = self.desk();
        let codes = desk.country_codes();
        let named = codes.map(|code: CountryCode| (desk.country(code, lang), code));
        let sorted: BTreeMap<String, CountryCode> = named.collect();
        let choices = sorted.into_iter();
        choices
            .map(|(name, code)| (code.to_string(), name))
            .collect()
    }
}

impl Place<'_> {
    /// Every country of the world tables, by its name in the reader's language.
    pub fn countries(&self) -> Vec<(String, String)> {
        self.office.countries(self.lang)
    }

    /// Every pathway of the books, by its title in the reader's language.
    pub fn pathways(&self) -> Vec<(String, String)> {
        let library = self.office.desk().library();
        let titled = library.pathways.iter().map(|it| {
            let title = self.lang.of(&it.title).to_owned();
            (it.id.clone(), title)
        });
        let mut all: Vec<(String, String)> = titled.collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all
    }
}
