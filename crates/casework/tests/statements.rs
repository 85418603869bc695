//! A statement's life before it goes out: what it lacks, and whose signature counts.

mod told;

use casework::{
    Approval, Draft, Found, Lacking, Marked, MemberId, OperationId, Origin, Override, Readers,
    Role, Statement, Terms,
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
