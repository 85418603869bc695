use crate::content::{About, Key, body, sealed};
use crate::{
    Case, Day, MemberId, Noted, OperationId, Origin, Override, Readers, Review, ReviewState,
    Standing, Statement, Terms, Text, ThingId,
};
use facts::Date;
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// A statement before it has gone out: one text, for one kind of reader.
///
/// Whoever changes a word writes a new entry in the place of the old. Signatures stand under the old
/// one, and so are lost: nobody has signed what they have not read.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Draft {
    /// Which one, through all its wordings.
    #[n(0)]
    pub id: ThingId,
    /// Its words.
    #[n(1)]
    pub text: Text,
    /// The language they are in, by its code: `en`.
    #[n(2)]
    pub language: String,
    /// To whom.
    #[n(3)]
    pub to: Readers,
    /// On which terms. They bind the reader, and excuse nothing: a draft is checked as if printed.
    #[n(4)]
    pub terms: Terms,
    /// Until when the reader keeps it. Whoever holds it has read it: this changes the day in the
    /// ledger, and never the check.
    #[n(5)]
    pub embargo: Option<Day>,
    /// The entry of the statement that it corrects.
    #[n(6)]
    pub corrects: Option<OperationId>,
}

/// Something that a check marked in a draft, so that two checks of one text name it alike.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Marked {
    /// What kind of thing, in the checker's word: `identity`.
    #[n(0)]
    pub category: String,
    /// Whom it exposes, by an id of the vault.
    #[n(1)]
    pub subject: String,
    /// The words of the draft.
    #[n(2)]
    pub words: Text,
}

/// What a draft still lacks before it may go out.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// Two wordings stand side by side: somebody must choose.
    OneText,
    /// Nobody has answered for what the check marked.
    Override(Marked),
    /// Somebody has answered for it; a second member must sign.
    Second(OperationId),
    /// Somebody does not agree with the text, or with an override.
    Agreement(OperationId),
    /// Nobody but its author has approved this very text.
    Approval,
    /// It has not been put before the reviewers, or none has answered yet.
    Review,
    /// A reviewer wants other words.
    OtherWords,
}

/// A draft that has not gone out, with what was signed under its latest wording.
pub struct InWork<'c> {
    /// The latest wording.
    pub draft: &'c Draft,
    /// The entry in which it was written.
    pub noted: &'c Noted,
    /// What was overridden in this very text.
    pub overrides: Vec<(&'c Noted, &'c Override)>,
    /// Whether another wording stands beside it.
    pub is_contested: bool,
    /// What the reviewers say of this very text.
    pub review: Review<'c>,
}

impl Draft {
    /// The day under which it stands in the ledger, if it goes out on this one.
    pub fn day_in_ledger(&self, on: Date) -> Date {
        self.embargo.map_or(on, |until| until.0.max(on))
    }
}

impl InWork<'_> {
    /// Whether this member's signature would approve the text: anyone's but its author's.
    pub fn may_be_approved_by(&self, member: MemberId) -> bool {
        !self.is_contested && may_sign(self.noted, member)
    }

    /// Whether this member's signature would settle an override of it: anyone's but theirs who asked.
    pub fn may_be_seconded_by(&self, asked: OperationId, member: MemberId) -> bool {
        let mut overrides = self.overrides.iter();
        overrides.any(|(noted, _)| noted.id == asked && may_sign(noted, member))
    }

    /// Everything that it lacks, when a check of this text marks these.
    ///
    /// Nothing lacking is no promise: what the check misses, two people have read.
    pub fn lacks(&self, marked: &BTreeSet<Marked>) -> BTreeSet<Lacking> {
        let mut lacks: BTreeSet<Lacking> = marked.iter().filter_map(|it| self.open(it)).collect();
        if self.is_contested {
            lacks.insert(Lacking::OneText);
        }
        if self.noted.is_doubted() {
            lacks.insert(Lacking::Agreement(self.noted.id));
        } else if !self.noted.is_approved() {
            lacks.insert(Lacking::Approval);
        }
        lacks
    }

    /// What it lacks beside that, where a check does not read it against everybody.
    pub fn lacks_of_reviewers(&self) -> Option<Lacking> {
        match self.review.state() {
            ReviewState::NotAsked | ReviewState::Waits => Some(Lacking::Review),
            ReviewState::NotLikeThis => Some(Lacking::OtherWords),
            ReviewState::MayGo => None,
        }
    }

    /// What keeps one finding open.
    fn open(&self, marked: &Marked) -> Option<Lacking> {
        let of_it = || {
            self.overrides
                .iter()
                .filter(|(_, it)| it.finding == *marked)
        };
        if let Some((noted, _)) = of_it().find(|(noted, _)| noted.is_doubted()) {
            return Some(Lacking::Agreement(noted.id));
        }
        if of_it().any(|(noted, _)| noted.is_approved()) {
            return None;
        }
        let asked = of_it().next().map(|(noted, _)| Lacking::Second(noted.id));
        Some(asked.unwrap_or_else(|| Lacking::Override(marked.clone())))
    }
}

fn may_sign(noted: &Noted, member: MemberId) -> bool {
    let has_signed = noted.agreed.iter().any(|(by, _)| *by == member);
    noted.member != member && !has_signed && !noted.opposed.contains(&member)
}

impl Case {
    /// Every draft that has not gone out.
    pub fn drafts(&self) -> Vec<InWork<'_>> {
        let things = self.things::<Draft>().into_values();
        let each = things.filter_map(|standing| self.in_work(&standing));
        each.collect()
    }

    fn in_work<'c>(&'c self, standing: &Standing<'c, Draft>) -> Option<InWork<'c>> {
        let wordings = standing.each();
        let (noted, draft) = *wordings.last()?;
        if wordings.iter().any(|(noted, _)| self.went_out(noted.id)) {
            return None;
        }
        let overrides = self.standing::<Override>();
        Some(InWork {
            draft,
            noted,
            overrides: overrides.filter(|(_, it)| it.of == noted.id).collect(),
            is_contested: matches!(standing, Standing::Contested(_)),
            review: self.review(noted),
        })
    }

    /// Whether a statement stands in the ledger that was this wording of a draft.
    fn went_out(&self, wording: OperationId) -> bool {
        let mut said = self.standing::<Statement>();
        said.any(|(_, it)| matches!(&it.origin, Some(Origin::Draft { of, .. }) if *of == wording))
    }
}

body!(Draft, about | _ | About::Work, key | it | Key::Thing(it.id));
sealed!(Marked);
sealed!(Lacking);
sealed!(InWork<'_>);
