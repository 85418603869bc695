//! How staff and sources are spoken of: agreed by themselves or by two, and until then not at all.

mod told;

use casework::{
    Agreement, Approval, Attributed, Attribution, Found, MemberId, OperationId, Phrase, Role, Sex,
    Withheld,
};
use std::collections::BTreeSet;
use told::{AMINA, BORIS, Told, VERA, thing};

const ALL: [Withheld; 3] = [Withheld::Name, Withheld::Sex, Withheld::Role];

fn of(whom: Attributed, withheld: &[Withheld]) -> Attribution {
    Attribution {
        id: thing(5),
        of: whom,
        descriptor: Phrase::english("a member of staff"),
        because: Phrase::english("because of threats"),
        withheld: withheld.iter().copied().collect(),
        sex: Some(Sex::Female),
        names: ["Amina Sadova".into()].into(),
        role: Phrase::english("press officer"),
    }
}

fn an_official() -> Attributed {
    let lithuania: facts::CountryCode = "LTU".parse().expect("a country");
    Attributed::Official(lithuania.into())
}

fn looked_at(of: OperationId, found: Found) -> Approval {
    Approval {
        of,
        found,
        role: Role::Caseworker,
        note: "".into(),
    }
}

/// How the only one who is told of stands, and what is withheld of them.
fn stands(told: &Told) -> (Agreement, BTreeSet<Withheld>) {
    let case = told.case();
    let spoken = case.attributions();
    assert_eq!(spoken.len(), 1);
    (spoken[0].agreement, spoken[0].withheld())
}

#[test]
fn whoever_speaks_for_themselves_needs_no_second() {
    let mut told = Told::new();
    let amina = Attributed::Member(AMINA);
    told.writes(AMINA, "2017-05-01", of(amina, &[Withheld::Name]));
    assert_eq!(stands(&told), (Agreement::Agreed, [Withheld::Name].into()));
}

#[test]
fn what_one_says_of_another_withholds_everything_until_a_second_agrees() {
    let mut told = Told::new();
    let official = an_official();
    let said = told.writes(BORIS, "2017-05-01", of(official, &[Withheld::Name]));
    assert_eq!(stands(&told), (Agreement::Proposed, ALL.into()));
    let may =
        |told: &Told, member: MemberId| told.case().attributions()[0].may_be_seconded_by(member);
    assert!(may(&told, VERA) && !may(&told, BORIS));
    // Nobody seconds themselves.
    told.writes(BORIS, "2017-05-02", looked_at(said, Found::Agrees));
    assert_eq!(stands(&told).0, Agreement::Proposed);
    told.writes(VERA, "2017-05-02", looked_at(said, Found::Agrees));
    assert_eq!(stands(&told), (Agreement::Agreed, [Withheld::Name].into()));
    assert!(!may(&told, VERA));
    told.writes(AMINA, "2017-05-03", looked_at(said, Found::Opposes));
    assert_eq!(stands(&told), (Agreement::Contested, ALL.into()));
}

#[test]
fn no_colleague_puts_another_on_the_record_and_an_old_name_stays_withheld() {
    // A colleague changed what Amina had said of herself, by mistake: her name went out.
    let mut told = Told::new();
    let amina = Attributed::Member(AMINA);
    let own = told.writes(AMINA, "2017-05-01", of(amina, &ALL));
    let mut open = of(amina, &[]);
    open.names = ["A. S.".into()].into();
    open.id = thing(6);
    told.changes(BORIS, "2017-05-02", own, open);
    assert_eq!(stands(&told), (Agreement::Proposed, ALL.into()));
    let case = told.case();
    let names: Vec<&str> = case.attributions()[0]
        .names
        .iter()
        .map(|it| it.as_str())
        .collect();
    assert_eq!(names, ["A. S.", "Amina Sadova"]);
}

#[test]
fn two_words_of_two_devices_that_were_apart_are_contested_and_withhold_everything() {
    let mut told = Told::new();
    let amina = Attributed::Member(AMINA);
    told.writes(AMINA, "2017-05-01", of(amina, &[Withheld::Name]));
    told.writes(BORIS, "2017-05-02", of(amina, &[]));
    assert_eq!(stands(&told), (Agreement::Contested, ALL.into()));
}
