//! The small forms over one entry.

use super::{EntryForm, doubt, found, word_of};
use crate::Lang;
use crate::case::CaseNumber;
use crate::forms::{Clock, Fault, NotTaken, Place, Reading, Sheet, Typed};
use crate::interview::answer::{self, Given, Otherwise};
use crate::office::Office;
use crate::view::FormPage;
use casework::{
    Approval, Assertion, Basis, Dispute, Entry, Found, Noted, OperationId, Retraction, Role,
    Source, Text, Why,
};
use facts::{Fact, PartialDate};

/// What may be said in place of a value.
pub(super) const OTHERWISE: &[Otherwise] = &[Otherwise::Unknown, Otherwise::RatherNot];

impl Office {
    /// A form over one entry; nothing, where this cannot be done about it.
    #[expect(
        clippy::too_many_arguments,
        reason = "where it stands, what was typed, who reads"
    )]
    pub fn entry_form(
        &self,
        number: CaseNumber,
        word: &str,
        form: EntryForm,
        typed: &Typed,
        faults: &[Fault],
        clock: Clock,
        lang: Lang,
    ) -> Option<FormPage> {
        let place = self.place(number, clock, lang)?;
        if form == EntryForm::TakeBack && self.own_doubt(&place, word).is_some() {
            let mut sheet = Sheet::new(typed, faults, place.speech);
            lay_out_why(
                &mut sheet,
                "entry-take-doubt-back",
                "entry-take-doubt-back-lead",
            );
            return Some(sheet.done());
        }
        let (noted, assertion) = self.may_do(&place, word, form)?;
        let fact = self.desk().library().vocabulary.get(&assertion.fact);
        let given = match form {
            EntryForm::Correct => fact.map(|fact| answer::typed(&assertion.says, fact)),
            EntryForm::Second => Some(vec![("role".to_owned(), "caseworker".to_owned())]),
            EntryForm::Changed | EntryForm::Doubt | EntryForm::TakeBack => None,
        };
        let given = Typed::of(given.unwrap_or_default());
        let typed = if typed.is_empty() { &given } else { typed };
        let mut sheet = Sheet::new(typed, faults, place.speech);
        lay_out(&mut sheet, &place, form, fact, assertion);
        sheet.say_first(vec![self.one_line(&place, noted, assertion)]);
        Some(sheet.done())
    }

    /// Does it. Gives the entry to look at next.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was recorded.
    pub fn take_entry(
        &mut self,
        number: CaseNumber,
        word: &str,
        form: EntryForm,
        typed: &Typed,
        clock: Clock,
    ) -> Result<String, NotTaken> {
        let place = self
            .place(number, clock, Lang::En)
            .ok_or(NotTaken::NotFound)?;
        if form == EntryForm::TakeBack
            && let Some((doubt, of)) = self.own_doubt(&place, word)
        {
            let mut reading = Reading::of(typed);
            let why = reading.needed_text("why", "fault-why");
            let why = reading.ended(why).map_err(NotTaken::Faults)?;
            let taken = self.record(
                number,
                &[Entry::new(Retraction { of: doubt, why })],
                clock.now,
            );
            taken.map_err(NotTaken::NotRecorded)?;
            return Ok(word_of(of));
        }
        let found = self.may_do(&place, word, form);
        let (noted, assertion) = found.ok_or(NotTaken::NotFound)?;
        let fact = self.desk().library().vocabulary.get(&assertion.fact);
        let mut reading = Reading::of(typed);
        let entry = take(&mut reading, &place, form, fact, (noted, assertion));
        let entry = reading.ended(entry).map_err(NotTaken::Faults)?;
        let recorded = self.record(number, &[entry], clock.now);
        let ids: Vec<OperationId> = recorded.map_err(NotTaken::NotRecorded)?;
        let new = ids.last().map(|id| word_of(*id));
        Ok(match form {
            EntryForm::Correct | EntryForm::Changed => new.unwrap_or_default(),
            EntryForm::Doubt | EntryForm::TakeBack | EntryForm::Second => word.to_owned(),
        })
    }

    /// A doubt of one's own that stands, and the entry that it is about.
    fn own_doubt(&self, place: &Place<'_>, word: &str) -> Option<(OperationId, OperationId)> {
        let (noted, of) = doubt(place.case, word)?;
        let is_own = noted.member == self.cabinet().me() && noted.stands();
        is_own.then_some((noted.id, of))
    }

    fn may_do<'p>(
        &self,
        place: &Place<'p>,
        word: &str,
        form: EntryForm,
    ) -> Option<(&'p Noted, &'p Assertion)> {
        let (noted, assertion) = found(place.case, word)?;
        let is_own = noted.member == self.cabinet().me();
        let vocabulary = &self.desk().library().vocabulary;
        let may = form.may(noted, assertion, is_own, vocabulary);
        may.then_some((noted, assertion))
    }
}

fn lay_out(
    sheet: &mut Sheet<'_>,
    place: &Place<'_>,
    form: EntryForm,
    fact: Option<&Fact>,
    assertion: &Assertion,
) {
    let (head, lead) = match form {
        EntryForm::Correct => ("entry-correct", "entry-correct-lead"),
        EntryForm::Changed => ("entry-changed", "entry-changed-lead"),
        EntryForm::Doubt => ("entry-doubt", "entry-doubt-lead"),
        EntryForm::TakeBack => ("entry-take-back", "entry-take-back-lead"),
        EntryForm::Second => ("entry-second", "entry-second-lead"),
    };
    sheet.head(head, &[lead]);
    let label = fact.map(|fact| place.reading().fact_label(fact, assertion.under.as_deref()));
    let asked = (label.unwrap_or_default(), String::new());
    match form {
        EntryForm::Correct => {
            if let Some(fact) = fact {
                answer::lay_out(sheet, place, fact, asked, OTHERWISE);
            }
            sheet.area("why", "entry-why-corrected", "");
        }
        EntryForm::Changed => {
            if let Some(fact) = fact {
                answer::lay_out(sheet, place, fact, asked, OTHERWISE);
            }
            sheet.line("since", "entry-since", "form-step-on-hint");
            basis_fields(sheet, place);
            let needs = fact.is_some_and(needs_reason);
            let hint = if needs { "entry-why-needed" } else { "" };
            sheet.area("why", "entry-why-changed", hint);
        }
        EntryForm::Doubt => sheet.area("why", "entry-why-doubted", "entry-why-doubted-hint"),
        EntryForm::TakeBack => sheet.area("why", "entry-why-taken-back", ""),
        EntryForm::Second => {
            let roles = sheet.named::<Role>(|role| match role {
                Role::Caseworker => "entry-as-caseworker",
                Role::Lawyer => "entry-as-lawyer",
            });
            sheet.one_of("role", "entry-as", "entry-as-hint", roles);
            sheet.area("why", "entry-seen", "");
        }
    }
}

/// A form that asks only why something is taken back.
fn lay_out_why(sheet: &mut Sheet<'_>, head: &str, lead: &str) {
    sheet.head(head, &[lead]);
    sheet.area("why", "entry-why-taken-back", "");
}

/// On what a word rests.
pub(super) fn basis_fields(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    let of = [
        ("said", "basis-said"),
        ("caseworker", "basis-caseworker"),
        ("document", "basis-document"),
    ];
    let of = of.map(|(value, id)| (value.to_owned(), place.speech.say(id)));
    sheet.one_of("basis", "entry-basis", "", of.into());
}

/// Who says so, and on what it rests.
pub(super) fn take_basis(reading: &mut Reading<'_>, assertion: &mut Assertion) {
    let (basis, by) = match reading.text("basis").as_str() {
        "said" => (Basis::Said, Source::Person(assertion.person)),
        "caseworker" => (Basis::Caseworker, Source::Member),
        "document" => (Basis::Document, Source::Member),
        _ => return reading.fault("basis", "fault-choose"),
    };
    assertion.basis = Some(basis);
    assertion.by = by;
}

/// Intentions, beliefs, identity, the past and family ties change in a record only for a reason that is
/// written down, and what stood before stays in the history.
fn needs_reason(fact: &Fact) -> bool {
    !fact.may_vary
}

fn take(
    reading: &mut Reading<'_>,
    place: &Place<'_>,
    form: EntryForm,
    fact: Option<&Fact>,
    (noted, assertion): (&Noted, &Assertion),
) -> Option<Entry> {
    let of = noted.id;
    match form {
        EntryForm::Correct => {
            let why = reading.needed_text("why", "fault-why");
            let says = says(reading, fact?, assertion)?;
            let corrected = Assertion {
                says,
                ..assertion.clone()
            };
            let entry = Entry::new(corrected).in_place_of(Why::Corrected, [of]);
            Some(entry.because(why?.as_str()))
        }
        EntryForm::Changed => changed(reading, place, fact?, (of, assertion)),
        EntryForm::Doubt => {
            let why = reading.needed_text("why", "fault-why")?;
            Some(Entry::new(Dispute { of, why }))
        }
        EntryForm::TakeBack => {
            let why = reading.needed_text("why", "fault-why")?;
            Some(Entry::new(Retraction { of, why }))
        }
        EntryForm::Second => Some(Entry::new(Approval {
            of,
            found: Found::Agrees,
            role: reading.one_of::<Role>("role")?,
            note: reading.text("why"),
        })),
    }
}

/// Records of a list that the form does not show stay as they are.
fn says(reading: &mut Reading<'_>, fact: &Fact, before: &Assertion) -> Option<casework::Says> {
    let rest = match &before.says {
        casework::Says::List { records, .. } => records.iter().skip(1).cloned().collect(),
        casework::Says::Value(_)
        | casework::Says::Differing(_)
        | casework::Says::Unknown
        | casework::Says::RatherNotSay
        | casework::Says::Set { .. } => Vec::new(),
    };
    match answer::take(reading, fact, rest)? {
        Given::Says(says) => Some(says),
        Given::Later => None,
    }
}

fn changed(
    reading: &mut Reading<'_>,
    place: &Place<'_>,
    fact: &Fact,
    (of, before): (OperationId, &Assertion),
) -> Option<Entry> {
    let since: Option<PartialDate> = reading.past_date("since", place.clock);
    let mut now = Assertion::new(before.person, &before.fact, before.says.clone());
    now.under.clone_from(&before.under);
    now.since = since.map(Into::into);
    now.shown_to.clone_from(&before.shown_to);
    take_basis(reading, &mut now);
    let why: Option<Text> = match needs_reason(fact) {
        true => reading.needed_text("why", "fault-why"),
        false => Some(reading.text("why")),
    };
    now.says = says(reading, fact, before)?;
    let entry = Entry::new(now).in_place_of(Why::Changed, [of]);
    let why = why?;
    Some(match why.is_empty() {
        true => entry,
        false => entry.because(why.as_str()),
    })
}
