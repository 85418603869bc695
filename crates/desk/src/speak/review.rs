//! Who reads drafts for those who may not open everything, and when a draft needs them.
//!
//! What a device holds no key of it cannot look for, and its check cannot tell anybody of it. So it
//! lets nothing go by itself: a reviewer, on a device that opens everything, reads the draft there.
//! Nothing of that check goes back but the answer.

use super::Checked;
use super::protected::Subject;
use crate::cabinet::Drawer;
use crate::desk::Reading;
use crate::forms::{Clock, NotTaken, Typed};
use crate::hex::{from_hex, hex};
use crate::office::Office;
use crate::shift::recorded_by;
use crate::speech::say;
use crate::view::{ReviewerLine, ReviewersPage};
use crate::{Lang, Speech};
use casework::{
    Approval, Case, Content, Entry, Found, MemberId, OperationId, Reviewer, ReviewerWord, Role,
};
use std::collections::BTreeSet;
use vault::{CompartmentId, DeviceId};

impl Office {
    /// Whoever reads drafts for everybody, as two have signed.
    pub(super) fn reviewers(&self) -> BTreeSet<MemberId> {
        let reviewers = self.own_drawer().map(Case::reviewers);
        reviewers.unwrap_or_default()
    }

    /// Whether a draft must be read by a reviewer before anybody here lets it go: this device holds
    /// what it cannot open, or reviewers are named and whoever works here is none.
    pub(super) fn needs_review(&self) -> bool {
        let reviewers = self.reviewers();
        let is_another = !reviewers.is_empty() && !reviewers.contains(&self.cabinet().me());
        is_another || self.holds_closed()
    }

    /// Whether this device holds what it cannot open. Where it does not, nobody can tell from here
    /// what has never come.
    pub(super) fn holds_closed(&self) -> bool {
        self.cabinet().vault().closed_compartments() > 0
    }

    /// Whether what a check marked may be answered for in an entry that every member can read. Once
    /// reviewers are named it may only where every member may open what was marked: an entry about it
    /// would tell the others whom the vault knows.
    pub(super) fn may_answer_for(&self, checked: &Checked, marked: &casework::Marked) -> bool {
        self.reviewers().is_empty()
            || self.is_open_to_all(checked.protected.whom(marked.subject.as_str()))
    }

    fn is_open_to_all(&self, whom: Option<Subject>) -> bool {
        let everybody = self.readers(self.cabinet().vault().own_compartment());
        let opens = |compartment| self.readers(compartment).is_superset(&everybody);
        let all = |of| self.cabinet().drawers(of).all(|(id, _)| opens(id));
        match whom {
            Some(Subject::Person(number) | Subject::Helper(number)) => {
                let file = self.cabinet().case(number);
                file.is_some_and(|file| opens(file.compartment))
            }
            Some(Subject::Host) => all(Drawer::Shelter),
            // What officials said and did stands in cases, too.
            Some(Subject::Talk(_) | Subject::Authority(_)) => {
                all(Drawer::Talk) && all(Drawer::Case)
            }
            // The organisation's own papers, and figures that went out.
            Some(Subject::Staff | Subject::Spoken(_)) | None => true,
        }
    }

    fn readers(&self, compartment: CompartmentId) -> BTreeSet<DeviceId> {
        let standing = self.cabinet().vault().standing(compartment);
        standing.map(|it| it.readers).unwrap_or_default()
    }

    /// Who reviews, and what waits for a second signature.
    pub fn reviewers_page(&self, lang: Lang) -> ReviewersPage {
        let reading = self.desk().reading(self.desk().caseload().date, lang);
        let reviewers = self.reviewers();
        let mut all = self.cabinet().members();
        all.extend(
            reviewers
                .iter()
                .filter(|it| !all.contains(it))
                .copied()
                .collect::<Vec<_>>(),
        );
        let people = all.into_iter().map(|member| ReviewerLine {
            id: hex(&member.0),
            says: self.member(member, &reading),
            by: String::new(),
            is_theirs: reviewers.contains(&member),
        });
        let proposed = self.own_drawer().map(Case::reviewers_proposed);
        let proposed = proposed.unwrap_or_default();
        let waiting = proposed.iter().map(|it| self.proposal(it, &reading));
        ReviewersPage {
            people: people.collect(),
            waiting: waiting.collect(),
        }
    }

    fn proposal(&self, it: &ReviewerWord<'_>, reading: &Reading<'_>) -> ReviewerLine {
        let member = self.member(it.reviewer.member, reading);
        let speech = reading.speech;
        let says = match it.reviewer.reviews {
            true => say!(speech, "review-shall", who = &member),
            false => say!(speech, "review-shall-not", who = &member),
        };
        ReviewerLine {
            id: hex(&it.noted.id.0),
            says,
            by: recorded_by(it.noted, self, reading),
            is_theirs: it.may_be_seconded_by(self.cabinet().me()),
        }
    }

    /// Says that a member reviews, or no longer does; or signs what a colleague has said.
    ///
    /// # Errors
    /// [`NotTaken`]; nothing was recorded.
    pub fn take_reviewer(&mut self, typed: &Typed, clock: Clock) -> Result<(), NotTaken> {
        let entry = match typed.get("do") {
            "name" => self.reviewer(typed, true),
            "unname" => self.reviewer(typed, false),
            "second" => self.reviewer_seconded(typed),
            _ => None,
        };
        self.record_own(entry.ok_or(NotTaken::NotFound)?, clock)
    }

    fn reviewer(&self, typed: &Typed, reviews: bool) -> Option<Entry> {
        let member = from_hex(typed.get("member")).map(MemberId)?;
        let is_one = self.reviewers().contains(&member);
        let is_known = is_one || self.cabinet().members().contains(&member);
        (is_known && is_one != reviews).then(|| Entry::new(Reviewer { member, reviews }))
    }

    fn reviewer_seconded(&self, typed: &Typed) -> Option<Entry> {
        let of = from_hex(typed.get("asked")).map(OperationId)?;
        let proposed = self.own_drawer()?.reviewers_proposed();
        let asked = proposed.iter().find(|it| it.noted.id == of)?;
        let is_theirs = asked.may_be_seconded_by(self.cabinet().me());
        is_theirs.then(|| {
            let approval: Content = Approval {
                of,
                found: Found::Agrees,
                role: Role::Caseworker,
                note: "".into(),
            }
            .into();
            Entry::new(approval)
        })
    }

    /// What to say first wherever a check is shown that does not know everything.
    pub(super) fn not_everything(&self, speech: &Speech) -> Option<String> {
        self.needs_review()
            .then(|| match self.reviewers().is_empty() {
                true => speech.say("review-nobody"),
                false => speech.say("review-needed"),
            })
    }
}
