use crate::approval::Found;
use crate::content::{About, Key, body, sealed};
use crate::{Approval, Case, Day, MemberId, Noted, OperationId, Text, Written};
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// So many drafts one member may put before the reviewers a day. Whoever may not open a case could
/// ask name after name, and learn from the answers who is in it.
///
/// The day is the one that the author's clock claims: every asking is signed, so that whoever sets a
/// clock back is seen to have asked too often.
pub const MOST_FOR_REVIEW_A_DAY: usize = 8;

/// Whether a member reads drafts for those who may not open everything.
///
/// It holds once a second member has signed it, and until two have signed otherwise: nobody makes
/// themselves a reviewer, and nobody alone takes the reviewers away, not even by taking back or
/// doubting what was signed.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Reviewer {
    /// Who.
    #[n(0)]
    pub member: MemberId,
    /// Whether they do.
    #[n(1)]
    pub reviews: bool,
}

/// A draft is put before the reviewers.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct ForReview {
    /// The entry of the draft's wording.
    #[n(0)]
    pub of: OperationId,
}

/// A reviewer's answer to one wording of a draft. It says nothing of what a check marked: every
/// member can read it, also those who may not open the case that was meant.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
pub struct Reviewed {
    /// The entry of the draft's wording.
    #[n(0)]
    pub of: OperationId,
    /// What the reviewer says.
    #[n(1)]
    pub says: ReviewAnswer,
    /// What the reviewer writes for whoever wrote the draft.
    #[n(2)]
    pub words: Text,
}

/// What a reviewer says of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Encode, Decode)]
#[cfg_attr(test, derive(arbitrary::Arbitrary))]
#[cbor(index_only)]
pub enum ReviewAnswer {
    /// It may go.
    #[n(0)]
    MayGo,
    /// Not in these words.
    #[n(1)]
    NotLikeThis,
}

/// How the review of one wording stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// Nobody has put it before the reviewers.
    NotAsked,
    /// No reviewer has answered yet.
    Waits,
    /// A reviewer lets it go, and none says otherwise.
    MayGo,
    /// A reviewer wants other words.
    NotLikeThis,
}

/// The review of one wording of a draft.
pub struct Review<'c> {
    /// The entry in which it was first put before the reviewers.
    pub asked: Option<&'c Noted>,
    /// The latest word of each reviewer but its author.
    pub answers: Vec<(&'c Noted, &'c Reviewed)>,
}

/// Two members' word on whether one reviews, or one member's that waits for a second.
pub struct ReviewerWord<'c> {
    /// The entry.
    pub noted: &'c Noted,
    /// What it says.
    pub reviewer: &'c Reviewer,
}

impl Review<'_> {
    /// How it stands. What nobody has asked for counts as no answer.
    pub fn state(&self) -> ReviewState {
        let says = |what| self.answers.iter().any(|(_, it)| it.says == what);
        match self.asked {
            None => ReviewState::NotAsked,
            Some(_) if says(ReviewAnswer::NotLikeThis) => ReviewState::NotLikeThis,
            Some(_) if says(ReviewAnswer::MayGo) => ReviewState::MayGo,
            Some(_) => ReviewState::Waits,
        }
    }
}

impl ReviewerWord<'_> {
    /// Whether this member's signature would settle it: anyone's but theirs who wrote it.
    pub fn may_be_seconded_by(&self, member: MemberId) -> bool {
        self.noted.member != member
    }
}

impl Case {
    /// Whoever reads drafts for those who may not open everything.
    pub fn reviewers(&self) -> BTreeSet<MemberId> {
        let seconded = self.seconded();
        let words = self.every::<Reviewer>();
        let signed = words.filter(|(noted, _)| seconded.contains(&noted.id));
        let mut latest: BTreeMap<MemberId, (&Noted, bool)> = BTreeMap::new();
        for (noted, it) in signed {
            let last = latest.entry(it.member).or_insert((noted, it.reviews));
            if (noted.learnt, noted.id) > (last.0.learnt, last.0.id) {
                *last = (noted, it.reviews);
            }
        }
        let all = latest.into_iter().filter(|(_, (_, reviews))| *reviews);
        all.map(|(member, _)| member).collect()
    }

    /// What one member has said of a reviewer, and no second has signed.
    pub fn reviewers_proposed(&self) -> Vec<ReviewerWord<'_>> {
        let seconded = self.seconded();
        let waiting = self.standing::<Reviewer>();
        let waiting = waiting.filter(|(noted, _)| !seconded.contains(&noted.id));
        waiting
            .map(|(noted, reviewer)| ReviewerWord { noted, reviewer })
            .collect()
    }

    /// How many drafts a member has put before the reviewers on a day.
    pub fn put_for_review(&self, by: MemberId, on: facts::Date) -> usize {
        let asked = self.every::<ForReview>();
        let theirs = asked.filter(|(noted, _)| day_of(noted) == (by, Written(on)));
        theirs.count()
    }

    /// The review of a wording of a draft.
    pub(crate) fn review(&self, wording: &Noted) -> Review<'_> {
        let reviewers = self.reviewers();
        let mut latest: BTreeMap<MemberId, (&Noted, &Reviewed)> = BTreeMap::new();
        for (noted, it) in self.standing::<Reviewed>() {
            let counts = reviewers.contains(&noted.member) && noted.member != wording.member;
            if it.of == wording.id && counts {
                let last = latest.entry(noted.member).or_insert((noted, it));
                if (noted.learnt, noted.id) > (last.0.learnt, last.0.id) {
                    *last = (noted, it);
                }
            }
        }
        let mut asked = self.within_the_limit().into_iter();
        Review {
            asked: asked.find(|(_, it)| it.of == wording.id).map(|it| it.0),
            answers: latest.into_values().collect(),
        }
    }

    /// Every asking but those beyond the most of a day: a program that was changed to ask more often is
    /// not answered.
    fn within_the_limit(&self) -> Vec<(&Noted, &ForReview)> {
        let mut all: Vec<_> = self.every::<ForReview>().collect();
        all.sort_by_key(|(noted, _)| (noted.written, noted.id));
        let mut asked: BTreeMap<(MemberId, Day), usize> = BTreeMap::new();
        all.retain(|(noted, _)| {
            let times = asked.entry(day_of(noted)).or_default();
            *times += 1;
            *times <= MOST_FOR_REVIEW_A_DAY
        });
        all
    }

    /// The entries with which a second member has agreed. Whoever takes such a word back later does
    /// not undo what two have signed.
    fn seconded(&self) -> BTreeSet<OperationId> {
        let agreed = self.every::<Approval>().filter(|(noted, it)| {
            let of = self.noted(&it.of);
            it.found == Found::Agrees && of.is_some_and(|of| of.member != noted.member)
        });
        agreed.map(|(_, it)| it.of).collect()
    }
}

fn day_of(noted: &Noted) -> (MemberId, Day) {
    (noted.member, Written(noted.written.day()))
}

body!(Reviewer, about | _ | About::Work, key | _ | Key::Event);
body!(ForReview, about | _ | About::Work, key | _ | Key::Event);
body!(Reviewed, about | _ | About::Work, key | _ | Key::Event);
sealed!(Review<'_>);
sealed!(ReviewerWord<'_>);
