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
mod tests {
    use super::*;
    use crate::cabinet::Cabinet;
    use crate::{Lang, Moment};
    use disclosure::Stop;
    use facts::Date;
    use vault::{Hardness, Home, Memory, Passphrase, SystemRandomness, Vault};

    fn clock() -> Clock {
        let day = Moment::start_of(Date::constant(2017, 5, 17));
        Clock::at(day.seconds(), 0)
    }

    /// Two who know each other.
    fn colleagues() -> [Office; 2] {
        let home = || Home {
            files: Box::new(Memory::new()),
            secrets: Box::new(Memory::new()),
            randomness: Box::new(SystemRandomness),
        };
        let words = Passphrase::of("kettle harbour violet stairs".to_owned().into());
        let (words, at) = (words.expect("long enough"), clock().now.seconds());
        let mut first = Vault::create(home(), &words, Hardness::FLOOR, 2, at).expect("memory");
        let (ours, by) = (first.organisation(), first.device());
        let second = Vault::guest(home(), &words, Hardness::FLOOR, ours, by, at).expect("memory");
        first.admit(second.card(), at).expect("admitted");
        [first, second].map(|vault| {
            let cabinet = Cabinet::of(vault).expect("it was just made");
            let office = Office::open(cabinet, Default::default(), clock().today());
            office.expect("the shipped books are whole")
        })
    }

    fn pass(from: &mut Office, to: &mut Office) {
        let device = to.cabinet().vault().device();
        let bundle = from.change(|it| it.change_vault(|vault| vault.export(&[device])));
        let bundle = bundle.expect("it is known");
        let taken = to.change(|it| it.change_vault(|vault| vault.import(&bundle)));
        taken.expect("it opens");
    }

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Typed::of(fields.iter().map(owned))
    }

    fn press(office: &mut Office, id: DraftId, fields: &[(&str, &str)]) -> Result<(), NotTaken> {
        let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
        let wording = page.expect("it is in work").wording;
        let all = [fields, &[("wording", wording.as_str())]].concat();
        office.take_draft(id, &typed(&all), clock())
    }

    /// Presses a button while every check stops, and says whether that is why nothing was done.
    fn is_stopped(office: &mut Office, id: DraftId, fields: &[(&str, &str)]) -> bool {
        office.checker.stops = Some(Stop::TooManyGroups);
        let page = office.draft_page(id, &Typed::default(), &[], Lang::En);
        let page = page.expect("it is in work");
        let pressed = press(office, id, fields);
        office.checker.stops = None;
        let is_refused = matches!(
            pressed,
            Err(NotTaken::Faults(faults)) if faults[0].says == "say-stop"
        );
        is_refused && !page.may_approve && !page.is_ready && !page.answer.stopped.is_empty()
    }

    #[test]
    fn a_check_that_cannot_be_finished_stops_every_signature_and_the_text() {
        let [mut first, mut second] = colleagues();
        pass(&mut first, &mut second);
        let draft = [
            ("draft", "We help whoever asks."),
            ("to", "press"),
            ("language", "en"),
        ];
        let id = first.keep_draft(&typed(&draft), clock()).expect("whole");
        pass(&mut first, &mut second);
        let agrees = [("do", "approve"), ("found", "agrees")];
        assert!(is_stopped(&mut second, id, &agrees));
        press(&mut second, id, &agrees).expect("it is finished now");
        pass(&mut second, &mut first);
        assert!(is_stopped(&mut first, id, &[("do", "out")]));
        press(&mut first, id, &[("do", "out")]).expect("it is finished now");
    }

    #[test]
    fn a_reviewer_whose_check_cannot_be_finished_lets_nothing_go() {
        let [mut first, mut second] = colleagues();
        pass(&mut first, &mut second);
        let member = hex(&second.cabinet().me().0);
        let named = typed(&[("do", "name"), ("member", &member)]);
        first.take_reviewer(&named, clock()).expect("recorded");
        pass(&mut first, &mut second);
        let asked = second.reviewers_page(Lang::En).waiting.remove(0).id;
        let signed = typed(&[("do", "second"), ("asked", &asked)]);
        second.take_reviewer(&signed, clock()).expect("signed");
        pass(&mut second, &mut first);
        let draft = [
            ("draft", "We help whoever asks."),
            ("to", "press"),
            ("language", "en"),
        ];
        let id = first.keep_draft(&typed(&draft), clock()).expect("whole");
        press(&mut first, id, &[("do", "ask")]).expect("asked");
        pass(&mut first, &mut second);
        let may_go = [("do", "review"), ("says", "may-go")];
        assert!(is_stopped(&mut second, id, &may_go));
        press(&mut second, id, &may_go).expect("it is finished now");
    }
}
