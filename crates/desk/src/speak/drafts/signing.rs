//! What is done to a draft: kept, reworded, answered for, signed, let out.

use super::{DraftId, figures};
use crate::cabinet::make_thing;
use crate::forms::{Clock, Fault, NotTaken, Reading, Typed};
use crate::hex::{from_hex, hex};
use crate::office::Office;
use crate::speak::draft;
use crate::speak::page::said_id;
use casework::{
    Approval, Draft, Entry, Figure, Found, OperationId, Origin, Override, Role, Statement, Terms,
    Why,
};
use std::collections::BTreeSet;

impl Office {
    /// Keeps what was typed on the first page as a draft in work.
    ///
    /// # Errors
    /// [`NotTaken`]; nothing was recorded.
    pub fn keep_draft(&mut self, typed: &Typed, clock: Clock) -> Result<DraftId, NotTaken> {
        let mut reading = Reading::of(typed);
        let taken = draft(&mut reading);
        let read = reading.ended(taken).map_err(NotTaken::Faults)?;
        let kept = Draft {
            id: make_thing(),
            text: read.text.as_str().into(),
            language: read.language.code().to_owned(),
            to: read.to,
            terms: Terms::OnRecord,
            embargo: None,
            corrects: said_id(typed.get("corrects")),
        };
        let id = DraftId(kept.id);
        self.record_own(Entry::new(kept), clock)?;
        Ok(id)
    }

    /// Does to a draft what a button of its page says.
    ///
    /// # Errors
    /// [`NotTaken`]; nothing was recorded. What was signed is bound to the text that was shown: if it
    /// has changed since, there is no such wording.
    pub fn take_draft(&mut self, id: DraftId, typed: &Typed, clock: Clock) -> Result<(), NotTaken> {
        let entry = match typed.get("do") {
            "keep" => self.reworded(id, typed),
            "take" => self.rewritten(id, typed),
            "override" => self.answered_for(id, typed),
            "second" => self.seconded(id, typed),
            "approve" => self.approved(id, typed),
            "out" => self.let_out(id, typed),
            "ask" => self.asked_reviewers(id, typed, clock),
            "review" => self.reviewed(id, typed),
            _ => Err(NotTaken::NotFound),
        }?;
        self.record_own(entry, clock)
    }

    pub(in crate::speak) fn record_own(
        &mut self,
        entry: Entry,
        clock: Clock,
    ) -> Result<(), NotTaken> {
        let own = self.cabinet().vault().own_compartment();
        let kept = self.change(|cabinet| cabinet.record_in(own, &[entry], clock.now));
        kept.map_err(NotTaken::NotRecorded)?;
        Ok(())
    }

    fn reworded(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        let before = self.draft(id).ok_or(NotTaken::NotFound)?.draft;
        let mut reading = Reading::of(typed);
        let taken = draft(&mut reading);
        let terms = reading.one_of::<Terms>("terms");
        let embargo = reading.day_if_any("embargo");
        let both = taken.zip(terms);
        let (read, terms) = reading.ended(both).map_err(NotTaken::Faults)?;
        self.in_place(Draft {
            id: before.id,
            text: read.text.as_str().into(),
            language: read.language.code().to_owned(),
            to: read.to,
            terms,
            embargo: embargo.map(Into::into),
            corrects: before.corrects,
        })
    }

    fn rewritten(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        self.wording_shown(id, typed)?;
        let before = self.draft(id).ok_or(NotTaken::NotFound)?.draft;
        let mut reading = Reading::of(typed);
        let text = reading.needed_text("draft", "fault-say-empty");
        let text = reading.ended(text).map_err(NotTaken::Faults)?;
        self.in_place(Draft {
            text,
            ..before.clone()
        })
    }

    /// A wording in the place of every other; of the same one again, nothing is recorded.
    fn in_place(&self, draft: Draft) -> Result<Entry, NotTaken> {
        let own = self.own_drawer().ok_or(NotTaken::NotFound)?;
        let standing = own.things::<Draft>();
        let before = standing.get(&casework::Key::Thing(draft.id));
        let before = before.map(|it| it.each()).unwrap_or_default();
        let before: Vec<OperationId> = before.iter().map(|(noted, _)| noted.id).collect();
        Ok(Entry::new(draft).in_place_of(Why::Changed, before))
    }

    /// The entry of the wording that the page showed, if it is still the latest.
    pub(super) fn wording_shown(
        &self,
        id: DraftId,
        typed: &Typed,
    ) -> Result<OperationId, NotTaken> {
        let draft = self.draft(id).ok_or(NotTaken::NotFound)?;
        match typed.get("wording") == hex(&draft.noted.id.0) {
            true => Ok(draft.noted.id),
            false => Err(fault("draft", "draft-fault-changed")),
        }
    }

    fn answered_for(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        let of = self.wording_shown(id, typed)?;
        let draft = self.draft(id).ok_or(NotTaken::NotFound)?.draft;
        let marked = self.marked_in(draft).map_err(|_| stopped())?;
        let nth: Option<usize> = typed.get("finding").parse().ok();
        let finding = nth.and_then(|nth| marked.into_iter().nth(nth));
        let finding = finding.filter(|it| it.words.as_str().trim() == typed.get("words"));
        let finding = finding.ok_or_else(|| fault("draft", "draft-fault-changed"))?;
        let checked = self.checked().map_err(|_| stopped())?;
        if !self.may_answer_for(&checked, &finding) {
            return Err(fault("draft", "review-no-override"));
        }
        let mut reading = Reading::of(typed);
        let because = reading.needed_text("because", "draft-fault-because");
        let because = reading.ended(because).map_err(NotTaken::Faults)?;
        Ok(Entry::new(Override {
            of,
            finding,
            because,
        }))
    }

    fn seconded(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        self.wording_shown(id, typed)?;
        let me = self.cabinet().me();
        let draft = self.draft(id).ok_or(NotTaken::NotFound)?;
        let asked = from_hex(typed.get("asked")).map(OperationId);
        let asked = asked.filter(|asked| draft.may_be_seconded_by(*asked, me));
        signature(asked.ok_or(NotTaken::NotFound)?, typed)
    }

    /// A signature under the text; none under one that could not be checked.
    fn approved(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        let of = self.wording_shown(id, typed)?;
        let draft = self.draft(id).ok_or(NotTaken::NotFound)?;
        if !draft.may_be_approved_by(self.cabinet().me()) {
            return Err(NotTaken::NotFound);
        }
        if self.waits_before_signing(&draft) {
            return Err(fault("draft", "review-fault-first"));
        }
        self.marked_in(draft.draft).map_err(|_| stopped())?;
        signature(of, typed)
    }

    /// The statement of a draft that lacks nothing, checked once more at this moment.
    fn let_out(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        let of = self.wording_shown(id, typed)?;
        let it = self.draft(id).ok_or(NotTaken::NotFound)?;
        let marked = self.marked_in(it.draft).map_err(|_| stopped())?;
        let marked: BTreeSet<_> = marked.into_iter().collect();
        if !self.all_lacking(&it, &marked).is_empty() {
            return Err(fault("draft", "draft-fault-lacks"));
        }
        let text = it.draft.text.as_str();
        let figures = confirmed(&figures(text), typed)?;
        let on = self.desk().caseload().date;
        Ok(Entry::new(Statement {
            text: text.into(),
            language: it.draft.language.clone(),
            to: it.draft.to,
            on: it.draft.day_in_ledger(on).into(),
            origin: Some(Origin::Draft { of, figures }),
            corrects: it.draft.corrects,
        }))
    }
}

/// Every figure with what it counts; each must have been answered.
fn confirmed(figures: &[&str], typed: &Typed) -> Result<BTreeSet<Figure>, NotTaken> {
    let counts: Vec<&str> = typed.all("counts").collect();
    if counts.len() != figures.len() {
        return Err(fault("draft", "draft-fault-figures"));
    }
    let each = figures.iter().zip(counts);
    let each = each.map(|(words, counts)| Figure {
        words: (*words).into(),
        counts: counts.into(),
    });
    Ok(each.collect())
}

fn signature(of: OperationId, typed: &Typed) -> Result<Entry, NotTaken> {
    let found = match typed.get("found") {
        "agrees" => Found::Agrees,
        "opposes" => Found::Opposes,
        _ => return Err(NotTaken::NotFound),
    };
    Ok(Entry::new(Approval {
        of,
        found,
        role: Role::Caseworker,
        note: "".into(),
    }))
}

pub(super) fn stopped() -> NotTaken {
    fault("draft", "say-stop")
}

pub(super) fn fault(field: &'static str, says: &'static str) -> NotTaken {
    NotTaken::Faults(vec![Fault { field, says }])
}

#[cfg(test)]
mod tests;
