//! A statement's life before it goes out: what it lacks, and whose signature counts.

mod told;

use casework::{
    Approval, Draft, ForReview, Found, Lacking, MOST_FOR_REVIEW_A_DAY, Marked, MemberId,
    OperationId, Origin, Override, Readers, Retraction, ReviewAnswer, ReviewState, Reviewed,
    Reviewer, Role, Statement, Terms,
};
use std::collections::BTreeSet;
use told::{AMINA, BORIS, Told, VERA, day, thing};

fn draft(text: &str) -> Draft {
    Draft {
        id: thing(7),
        text: text.into(),
        language: "en".to_owned(),
        to: Readers::Press,
        terms: Terms::OnRecord,
        embargo: None,
        corrects: None,
    }
}

fn a_name() -> Marked {
    Marked {
        category: "identity".to_owned(),
        subject: "01".to_owned(),
        words: "Rowan".into(),
    }
}

fn answered_for(of: OperationId) -> Override {
    Override {
        of,
        finding: a_name(),
        because: "He has asked us to.".into(),
    }
}

fn looked_at(of: OperationId, found: Found) -> Approval {
    Approval {
        of,
        found,
        role: Role::Caseworker,
        note: "".into(),
    }
}

fn went_out(of: OperationId, text: &str) -> Statement {
    Statement {
        text: text.into(),
        language: "en".to_owned(),
        to: Readers::Press,
        on: day("2017-05-05").into(),
        origin: Some(Origin::Draft {
            of,
            figures: BTreeSet::new(),
        }),
        corrects: None,
    }
}

/// What the only draft lacks, when a check marks these.
fn lacks(told: &Told, marked: &[Marked]) -> Vec<Lacking> {
    let marked = marked.iter().cloned().collect();
    let case = told.case();
    let drafts = case.drafts();
    assert_eq!(drafts.len(), 1);
    drafts[0].lacks(&marked).into_iter().collect()
}

#[test]
fn a_draft_in_which_nothing_is_marked_needs_one_signature_that_is_not_its_authors() {
    let mut told = Told::new();
    let text = told.writes(AMINA, "2017-05-01", draft("We help."));
    assert!(lacks(&told, &[]) == [Lacking::Approval]);
    told.writes(AMINA, "2017-05-02", looked_at(text, Found::Agrees));
    assert!(lacks(&told, &[]) == [Lacking::Approval]);
    let may = |told: &Told, member: MemberId| told.case().drafts()[0].may_be_approved_by(member);
    assert!(may(&told, BORIS) && !may(&told, AMINA));
    told.writes(BORIS, "2017-05-02", looked_at(text, Found::Agrees));
    assert!(lacks(&told, &[]).is_empty() && !may(&told, BORIS));
    told.writes(VERA, "2017-05-03", looked_at(text, Found::Opposes));
    assert!(lacks(&told, &[]) == [Lacking::Agreement(text)]);
}

#[test]
fn what_is_marked_is_answered_for_by_two() {
    let mut told = Told::new();
    let text = told.writes(AMINA, "2017-05-01", draft("Rowan is well."));
    told.writes(BORIS, "2017-05-01", looked_at(text, Found::Agrees));
    assert!(lacks(&told, &[a_name()]) == [Lacking::Override(a_name())]);

    let asked = told.writes(AMINA, "2017-05-02", answered_for(text));
    assert!(lacks(&told, &[a_name()]) == [Lacking::Second(asked)]);
    told.writes(AMINA, "2017-05-02", looked_at(asked, Found::Agrees));
    assert!(lacks(&told, &[a_name()]) == [Lacking::Second(asked)]);
    let may = |member| told.case().drafts()[0].may_be_seconded_by(asked, member);
    assert!(may(BORIS) && may(VERA) && !may(AMINA));

    told.writes(BORIS, "2017-05-03", looked_at(asked, Found::Agrees));
    assert!(lacks(&told, &[a_name()]).is_empty());
    // It answers for that name, and for nothing else that a check marks.
    let other = Marked {
        words: "Swift".into(),
        ..a_name()
    };
    assert!(lacks(&told, &[a_name(), other.clone()]) == [Lacking::Override(other)]);
    told.writes(VERA, "2017-05-04", looked_at(asked, Found::Opposes));
    assert!(lacks(&told, &[a_name()]) == [Lacking::Agreement(asked)]);
}

#[test]
fn a_changed_text_loses_every_signature() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", draft("Rowan is well."));
    let asked = told.writes(AMINA, "2017-05-01", answered_for(first));
    told.writes(BORIS, "2017-05-02", looked_at(first, Found::Agrees));
    told.writes(BORIS, "2017-05-02", looked_at(asked, Found::Agrees));
    assert!(lacks(&told, &[a_name()]).is_empty());
    told.changes(VERA, "2017-05-03", first, draft("Rowan is very well."));
    let lacking = [Lacking::Override(a_name()), Lacking::Approval];
    assert!(lacks(&told, &[a_name()]) == lacking);
    // The author of the wording that stands is Vera now: Amina reads it as anyone would.
    let case = told.case();
    assert!(case.drafts()[0].may_be_approved_by(AMINA));
    assert!(!case.drafts()[0].may_be_approved_by(VERA));
}

#[test]
fn two_wordings_of_two_devices_that_were_apart_go_nowhere() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", draft("We help."));
    told.changes(AMINA, "2017-05-02", first, draft("We help people."));
    let last = told.changes(BORIS, "2017-05-02", first, draft("We help some people."));
    told.writes(VERA, "2017-05-03", looked_at(last, Found::Agrees));
    assert!(lacks(&told, &[]) == [Lacking::OneText]);
    assert!(!told.case().drafts()[0].may_be_approved_by(VERA));
}

#[test]
fn what_went_out_is_in_work_no_more_and_an_embargo_moves_only_the_day_of_the_ledger() {
    let mut told = Told::new();
    let text = told.writes(AMINA, "2017-05-01", draft("We help."));
    told.writes(BORIS, "2017-05-02", went_out(text, "We help."));
    assert!(told.case().drafts().is_empty());

    let later = Draft {
        embargo: Some(day("2017-05-09").into()),
        ..draft("We help.")
    };
    assert_eq!(later.day_in_ledger(day("2017-05-05")), day("2017-05-09"));
    assert_eq!(later.day_in_ledger(day("2017-05-10")), day("2017-05-10"));
}

fn reviewing(member: MemberId, reviews: bool) -> Reviewer {
    Reviewer { member, reviews }
}

fn answer(of: OperationId, says: ReviewAnswer) -> Reviewed {
    Reviewed {
        of,
        says,
        words: "".into(),
    }
}

/// Boris reviews: Vera named him, and he signed it.
fn with_a_reviewer() -> (Told, OperationId, OperationId) {
    let mut told = Told::new();
    let named = told.writes(VERA, "2017-05-01", reviewing(BORIS, true));
    let signed = told.writes(BORIS, "2017-05-01", looked_at(named, Found::Agrees));
    (told, named, signed)
}

#[test]
fn a_reviewer_is_named_by_two_and_stays_until_two_say_otherwise() {
    let mut told = Told::new();
    let named = told.writes(BORIS, "2017-05-01", reviewing(BORIS, true));
    told.writes(BORIS, "2017-05-01", looked_at(named, Found::Agrees));
    assert!(
        told.case().reviewers().is_empty(),
        "nobody names themselves"
    );
    assert_eq!(told.case().reviewers_proposed().len(), 1);

    let (mut told, named, signed) = with_a_reviewer();
    assert!(told.case().reviewers() == [BORIS].into());
    assert!(told.case().reviewers_proposed().is_empty());
    // One who wants no reviewer has nobody to undo it with.
    told.writes(
        VERA,
        "2017-05-02",
        Retraction {
            of: named,
            why: "".into(),
        },
    );
    told.writes(
        BORIS,
        "2017-05-02",
        Retraction {
            of: signed,
            why: "".into(),
        },
    );
    told.writes(AMINA, "2017-05-02", looked_at(named, Found::Opposes));
    let no_more = told.writes(AMINA, "2017-05-03", reviewing(BORIS, false));
    assert!(told.case().reviewers() == [BORIS].into());
    told.writes(VERA, "2017-05-03", looked_at(no_more, Found::Agrees));
    assert!(told.case().reviewers().is_empty());
}

#[test]
fn a_wording_may_go_once_a_reviewer_who_did_not_write_it_was_asked_and_says_so() {
    let (mut told, ..) = with_a_reviewer();
    let text = told.writes(AMINA, "2017-05-02", draft("We help."));
    let state = |told: &Told| told.case().drafts()[0].review.state();
    let lacks = |told: &Told| told.case().drafts()[0].lacks_of_reviewers();
    assert_eq!(state(&told), ReviewState::NotAsked);
    told.writes(BORIS, "2017-05-02", answer(text, ReviewAnswer::MayGo));
    assert_eq!(state(&told), ReviewState::NotAsked, "nobody has asked");

    let (mut told, ..) = with_a_reviewer();
    let text = told.writes(AMINA, "2017-05-02", draft("We help."));
    told.writes(AMINA, "2017-05-02", ForReview { of: text });
    told.writes(AMINA, "2017-05-02", answer(text, ReviewAnswer::MayGo));
    told.writes(VERA, "2017-05-02", answer(text, ReviewAnswer::MayGo));
    assert_eq!(state(&told), ReviewState::Waits, "neither is a reviewer");
    assert!(lacks(&told) == Some(Lacking::Review));
    told.writes(BORIS, "2017-05-03", answer(text, ReviewAnswer::NotLikeThis));
    assert!(lacks(&told) == Some(Lacking::OtherWords));
    told.writes(BORIS, "2017-05-04", answer(text, ReviewAnswer::MayGo));
    assert!(lacks(&told).is_none(), "the last word of each");

    // Whoever changes a word asks anew.
    told.changes(AMINA, "2017-05-05", text, draft("We help whoever asks."));
    assert_eq!(state(&told), ReviewState::NotAsked);
}

#[test]
fn nobody_lets_their_own_text_go_and_one_reviewer_who_objects_is_enough() {
    let (mut told, ..) = with_a_reviewer();
    let named = told.writes(BORIS, "2017-05-01", reviewing(VERA, true));
    told.writes(VERA, "2017-05-01", looked_at(named, Found::Agrees));
    let text = told.writes(BORIS, "2017-05-02", draft("We help."));
    told.writes(BORIS, "2017-05-02", ForReview { of: text });
    told.writes(BORIS, "2017-05-02", answer(text, ReviewAnswer::MayGo));
    let state = |told: &Told| told.case().drafts()[0].review.state();
    assert_eq!(state(&told), ReviewState::Waits);
    told.writes(VERA, "2017-05-03", answer(text, ReviewAnswer::NotLikeThis));
    assert_eq!(state(&told), ReviewState::NotLikeThis);
}

#[test]
fn whoever_asks_more_often_than_a_day_allows_is_not_heard() {
    let (mut told, ..) = with_a_reviewer();
    for n in 0..=MOST_FOR_REVIEW_A_DAY {
        let n = u8::try_from(n).expect("few");
        let one = Draft {
            id: thing(n),
            ..draft("We help.")
        };
        let text = told.writes(AMINA, "2017-05-02", one);
        told.writes(AMINA, "2017-05-02", ForReview { of: text });
    }
    let case = told.case();
    let drafts = case.drafts();
    let asked = drafts.iter().filter(|it| it.review.asked.is_some());
    assert_eq!(asked.count(), MOST_FOR_REVIEW_A_DAY);
    assert_eq!(
        case.put_for_review(AMINA, day("2017-05-02")),
        MOST_FOR_REVIEW_A_DAY + 1
    );
    assert_eq!(case.put_for_review(AMINA, day("2017-05-03")), 0);
}
