//! A colleague's signature under what one member wrote down of somebody.

use super::{AttributionId, told};
use crate::forms::{Clock, Fault, NotTaken, Reading, Sheet, Typed};
use crate::office::Office;
use crate::speech::say;
use crate::view::FormPage;
use crate::{Lang, Speech};
use casework::{Approval, Entry, Found, Role, Sex, SpokenOf, Text};

impl Office {
    /// The form by which a second member agrees, or not; nothing, where none is waited for.
    pub fn attribution_second(
        &self,
        of: AttributionId,
        typed: &Typed,
        faults: &[Fault],
        lang: Lang,
    ) -> Option<FormPage> {
        let spoken = self.spoken_of(of)?;
        if !spoken.may_be_seconded_by(self.cabinet().me()) {
            return None;
        }
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let mut sheet = Sheet::new(typed, faults, reading.speech);
        sheet.head("attribution-second", &["attribution-second-lead"]);
        let mut said = vec![self.label_of(&spoken, &reading)];
        said.extend(told(&spoken, reading.speech));
        said.extend(recorded(&spoken, reading.speech));
        sheet.say_first(said);
        let found = sheet.named::<Found>(|it| match it {
            Found::Agrees => "attribution-agrees",
            Found::Opposes => "attribution-opposes",
        });
        sheet.one_of("found", "attribution-found", "", found);
        sheet.line("note", "attribution-note", "");
        Some(sheet.done())
    }

    /// Signs it.
    ///
    /// # Errors
    /// [`NotTaken`]: then nothing was recorded.
    pub fn second_attribution(
        &mut self,
        of: AttributionId,
        typed: &Typed,
        clock: Clock,
    ) -> Result<(), NotTaken> {
        let me = self.cabinet().me();
        let spoken = self.spoken_of(of).filter(|it| it.may_be_seconded_by(me));
        let noted = spoken.ok_or(NotTaken::NotFound)?.noted.id;
        let mut reading = Reading::of(typed);
        let found = reading.one_of::<Found>("found");
        let note = reading.text("note");
        let found = reading.ended(found).map_err(NotTaken::Faults)?;
        let approval = Approval {
            of: noted,
            found,
            role: Role::Caseworker,
            note,
        };
        let drawer = self.cabinet().vault().own_compartment();
        let entry = [Entry::new(approval)];
        let kept = self.change(|cabinet| cabinet.record_in(drawer, &entry, clock.now));
        kept.map_err(NotTaken::NotRecorded)?;
        Ok(())
    }
}

/// What else was written down of them.
fn recorded(it: &SpokenOf<'_>, speech: &Speech) -> Vec<String> {
    let names: Vec<&str> = it.attribution.names.iter().map(Text::as_str).collect();
    let role = match speech.lang() {
        Lang::En => it.attribution.role.in_english(),
        Lang::Ru => it.attribution.role.in_russian(),
    };
    let sex = it.attribution.sex.map(|sex| match sex {
        Sex::Female => speech.say("attribution-woman"),
        Sex::Male => speech.say("attribution-man"),
    });
    let parts = [
        names.join(", "),
        role.as_str().to_owned(),
        sex.unwrap_or_default(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    match parts.is_empty() {
        true => vec![],
        false => vec![say!(
            speech,
            "attribution-recorded",
            what = &parts.join(" · ")
        )],
    }
}
