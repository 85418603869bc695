//! A draft before the reviewers: put there by whoever may not open everything, answered by whoever
//! may.

use super::DraftId;
use super::signing::{fault, stopped};
use crate::forms::{Clock, NotTaken, Reading, Typed};
use crate::office::Office;
use crate::shift::recorded_by;
use crate::speech::say;
use crate::view::{DraftReview, ReviewLine};
use crate::{Lang, Speech};
use casework::{
    Case, Entry, ForReview, InWork, Lacking, MOST_FOR_REVIEW_A_DAY, Marked, ReviewAnswer,
    ReviewState, Reviewed,
};
use std::collections::BTreeSet;

impl Office {
    /// What a draft lacks here: what its text lacks, and what the reviewers have not said.
    pub(super) fn all_lacking(
        &self,
        it: &InWork<'_>,
        marked: &BTreeSet<Marked>,
    ) -> BTreeSet<Lacking> {
        let mut lacks = it.lacks(marked);
        lacks.extend(self.kept_by_reviewers(it));
        lacks
    }

    /// What keeps it from going out from here. A reviewer who wants other words is heard everywhere.
    pub(super) fn kept_by_reviewers(&self, it: &InWork<'_>) -> Option<Lacking> {
        match it.lacks_of_reviewers() {
            Some(Lacking::OtherWords) => Some(Lacking::OtherWords),
            lacking if self.needs_review() => lacking,
            _ => None,
        }
    }

    /// Whether it waits for a reviewer before anybody signs it here. What a reviewer has written may be
    /// signed by whoever reads it: it still goes out only from where everything opens.
    pub(super) fn waits_before_signing(&self, it: &InWork<'_>) -> bool {
        match self.kept_by_reviewers(it) {
            Some(Lacking::Review) => !self.reviewers().contains(&it.noted.member),
            lacking => lacking.is_some(),
        }
    }

    /// Whether whoever works here could put a draft before the reviewers.
    fn may_ask(&self, it: &InWork<'_>) -> bool {
        let nobody_asked = it.review.state() == ReviewState::NotAsked;
        let mut reviewers = self.reviewers();
        reviewers.remove(&it.noted.member);
        nobody_asked && !it.is_contested && self.needs_review() && !reviewers.is_empty()
    }

    /// Whether whoever works here is asked for an answer.
    fn may_answer(&self, it: &InWork<'_>) -> bool {
        let me = self.cabinet().me();
        it.review.asked.is_some() && it.noted.member != me && self.reviewers().contains(&me)
    }

    /// Whether a draft waits for the answer of whoever works here.
    pub(super) fn waits_for_review(&self, it: &InWork<'_>) -> bool {
        it.review.state() == ReviewState::Waits && self.may_answer(it)
    }

    pub(super) fn draft_review(&self, it: &InWork<'_>, lang: Lang) -> DraftReview {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let speech: &Speech = reading.speech;
        let answers = it.review.answers.iter().map(|(noted, answer)| ReviewLine {
            says: speech.say(match answer.says {
                ReviewAnswer::MayGo => "review-may-go",
                ReviewAnswer::NotLikeThis => "review-not-like-this",
            }),
            words: answer.words.as_str().to_owned(),
            by: recorded_by(noted, self, &reading),
        });
        DraftReview {
            lead: self.not_everything(speech),
            asked: it
                .review
                .asked
                .map(|asked| recorded_by(asked, self, &reading)),
            answers: answers.collect(),
            ask_hint: say!(speech, "review-ask-hint", most = MOST_FOR_REVIEW_A_DAY),
            may_ask: self.may_ask(it),
            may_answer: self.may_answer(it),
        }
    }

    pub(super) fn asked_reviewers(
        &self,
        id: DraftId,
        typed: &Typed,
        clock: Clock,
    ) -> Result<Entry, NotTaken> {
        let of = self.wording_shown(id, typed)?;
        let draft = self.draft(id).ok_or(NotTaken::NotFound)?;
        if !self.may_ask(&draft) {
            return Err(NotTaken::NotFound);
        }
        let own = self.own_drawer();
        let me = self.cabinet().me();
        let today = own.map_or(0, |own| Case::put_for_review(own, me, clock.now.day()));
        match today < MOST_FOR_REVIEW_A_DAY {
            true => Ok(Entry::new(ForReview { of })),
            false => Err(fault("draft", "review-fault-often")),
        }
    }

    /// A reviewer's answer. Where the check here is not finished, or does not know everything either,
    /// or found what nobody has reworded or answered for, nothing is let go.
    pub(super) fn reviewed(&self, id: DraftId, typed: &Typed) -> Result<Entry, NotTaken> {
        let of = self.wording_shown(id, typed)?;
        let draft = self.draft(id).ok_or(NotTaken::NotFound)?;
        if !self.may_answer(&draft) {
            return Err(NotTaken::NotFound);
        }
        let mut reading = Reading::of(typed);
        let says = match typed.get("says") {
            "may-go" => ReviewAnswer::MayGo,
            "not-like-this" => ReviewAnswer::NotLikeThis,
            _ => return Err(NotTaken::NotFound),
        };
        let words = match says {
            ReviewAnswer::MayGo => {
                self.may_let_go(&draft)?;
                Some(reading.text("words"))
            }
            ReviewAnswer::NotLikeThis => reading.needed_text("words", "review-fault-words"),
        };
        let words = reading.ended(words).map_err(NotTaken::Faults)?;
        Ok(Entry::new(Reviewed { of, says, words }))
    }

    fn may_let_go(&self, draft: &InWork<'_>) -> Result<(), NotTaken> {
        if self.holds_closed() {
            return Err(fault("draft", "review-fault-closed"));
        }
        let marked = self.marked_in(draft.draft).map_err(|_| stopped())?;
        let lacks = draft.lacks(&marked.into_iter().collect());
        let is_open = |it: &Lacking| match it {
            Lacking::OneText | Lacking::Override(_) | Lacking::Second(_) => true,
            // A signature under the text is another question than this one.
            Lacking::Agreement(_) | Lacking::Approval | Lacking::Review | Lacking::OtherWords => {
                false
            }
        };
        match lacks.iter().any(is_open) {
            true => Err(fault("draft", "review-fault-found")),
            false => Ok(()),
        }
    }
}
