//! Steps and what came of them, signals, places, promises, partners.

mod told;

use casework::{
    Afterwards, Answer, Approach, Asked, Commitment, Consent, Consenter, Counterpart, Counts, Key,
    Lead, Means, OfferedPlace, Phrase, PlaceDetail, PlaceState, Progress, Promise, Purpose,
    Referral, ReferralFault, ReferralState, Said, Signal, Stage, Standing, Step, Talk, TalkState,
    Telling, Terms, What, Written,
};
use std::collections::{BTreeMap, BTreeSet};
use told::{AMINA, BORIS, ROWAN, SWIFT, Told, VERA, day, thing};

const VISA: &str = "us.visa.b";

fn step(on: &str, what: What) -> Step {
    Step {
        person: ROWAN,
        on: Written(on.parse().expect("a date in a test")),
        pathway: Some(VISA.to_owned()),
        what,
        country: None,
        note: Phrase::default(),
    }
}

fn signal(means: Means, person: Option<casework::PersonId>) -> Signal {
    Signal {
        on: Written(day("2017-05-10")),
        government: Written("USA".parse().expect("a country")),
        who: Phrase::english("A consular officer."),
        terms: Terms::Background,
        pathways: vec![VISA.to_owned()],
        person,
        talk: None,
        said: Said::Account(Phrase::english("No political will.")),
        means,
    }
}

/// The report's own case: told that there is no political will, and not refused.
#[test]
fn discouraged_is_not_refused() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-10", signal(Means::Discouraged, None));
    let asked = |told: &Told, on: &str| told.case().asked(ROWAN, VISA, day(on));
    let discouraged = Asked {
        discouraged: true,
        ..Asked::default()
    };
    assert_eq!(asked(&told, "2017-05-17"), discouraged);
    assert_eq!(asked(&told, "2017-05-09"), Asked::default());
    told.writes(AMINA, "2017-05-12", step("2017-05", What::Applied));
    assert_eq!(asked(&told, "2017-05-30"), discouraged);
    let applied = Asked {
        applied: true,
        ..discouraged
    };
    assert_eq!(asked(&told, "2017-05-31"), applied);
    assert_eq!(
        told.case().asked(ROWAN, "us.visa.j", day("2017-06-01")),
        Asked::default()
    );
}

#[test]
fn what_was_said_about_another_discourages_nobody_else() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-10", signal(Means::Discouraged, Some(SWIFT)));
    told.writes(AMINA, "2017-05-10", signal(Means::Encouraged, None));
    let asked = told.case().asked(ROWAN, VISA, day("2017-05-17"));
    assert!(!asked.discouraged);
}

#[test]
fn refused_on_paper_and_refused_on_the_way_are_never_one_number() {
    assert_eq!(What::Refused.counts(), Counts::RefusedOnPaper);
    for what in [What::NotLetOut, What::NotBoarded, What::SentBack] {
        assert_eq!(what.counts(), Counts::RefusedOnTheWay);
    }
    // A visa is leave to ask at a border.
    assert_ne!(What::Granted.counts(), What::Arrived.counts());
    assert_eq!(What::Discouraged.counts(), Counts::Nothing);
}

fn progress(stage: Stage, since: &str) -> Progress {
    Progress {
        person: ROWAN,
        stage,
        since: Written(day(since)),
        note: "".into(),
    }
}

#[test]
fn two_who_move_a_person_on_at_once_leave_the_stage_contested() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", progress(Stage::Vetting, "2017-05-01"));
    let ahead = progress(Stage::Planning, "2017-05-05");
    let ahead = told.changes(AMINA, "2017-05-05", first, ahead);
    let lost = progress(Stage::LostContact, "2017-05-05");
    let lost = told.changes(BORIS, "2017-05-05", first, lost);
    let case = told.case();
    let stage = case
        .thing::<Progress>(&Key::Person(ROWAN))
        .expect("a stage");
    assert!(matches!(&stage, Standing::Contested(words) if words.len() == 2));
    // Whoever has seen both settles it.
    let settled = casework::Entry::new(progress(Stage::Planning, "2017-05-06"))
        .in_place_of(casework::Why::Changed, [ahead, lost]);
    told.signs(VERA, told::morning("2017-05-06"), settled);
    let case = told.case();
    let stage = case
        .thing::<Progress>(&Key::Person(ROWAN))
        .expect("a stage");
    assert_eq!(stage.settled().map(|it| it.stage), Some(Stage::Planning));
}

#[test]
fn whoever_arrives_is_called_after_one_seven_thirty_and_ninety_days() {
    let arrived = progress(Stage::Arrived, "2017-06-01");
    let days = ["2017-06-02", "2017-06-08", "2017-07-01", "2017-08-30"].map(day);
    assert_eq!(arrived.contacts_after_arrival(day("2017-06-01")), days);
    assert_eq!(arrived.contacts_after_arrival(day("2017-07-02")), days[3..]);
    let planning = progress(Stage::Planning, "2017-06-01");
    assert_eq!(planning.contacts_after_arrival(day("2017-06-01")), []);
}

fn place(state: PlaceState) -> OfferedPlace {
    OfferedPlace {
        id: thing(1),
        talk: thing(2),
        country: Written("LTU".parse().expect("a country")),
        pathways: vec!["lt.visa.humanitarian".to_owned()],
        places: Some(2),
        state,
        person: None,
        until: Some(Written(day("2017-07-01"))),
        known_to: BTreeSet::from([AMINA]),
    }
}

#[test]
fn only_a_written_place_enters_routes_and_only_for_those_who_may_know() {
    let enters = |place: OfferedPlace, member, on: &str| {
        let mut told = Told::new();
        told.writes(AMINA, "2017-05-01", place);
        !told.case().places_for(ROWAN, member, day(on)).is_empty()
    };
    let on = "2017-06-01";
    assert!(enters(place(PlaceState::Written), AMINA, on));
    assert!(!enters(place(PlaceState::Written), BORIS, on));
    assert!(!enters(place(PlaceState::Written), AMINA, "2017-07-01"));
    for state in [PlaceState::Hinted, PlaceState::Said, PlaceState::Withdrawn] {
        assert!(!enters(place(state), AMINA, on));
    }
    let confirmed = |person| OfferedPlace {
        person: Some(person),
        ..place(PlaceState::Confirmed)
    };
    assert!(enters(confirmed(ROWAN), AMINA, on));
    assert!(!enters(confirmed(SWIFT), AMINA, on));
}

#[test]
fn a_place_that_one_member_saw_withdrawn_enters_no_route() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", place(PlaceState::Said));
    told.changes(AMINA, "2017-05-02", first, place(PlaceState::Written));
    told.changes(BORIS, "2017-05-02", first, place(PlaceState::Withdrawn));
    assert!(
        told.case()
            .places_for(ROWAN, AMINA, day("2017-06-01"))
            .is_empty()
    );
}

#[test]
fn what_a_person_was_told_of_a_place_adds_up() {
    let telling = |person, on: &str, what: &[PlaceDetail]| Telling {
        person,
        place: thing(1),
        what: what.iter().copied().collect(),
        on: Written(day(on)),
    };
    let mut told = Told::new();
    told.writes(
        AMINA,
        "2017-05-01",
        telling(ROWAN, "2017-05-01", &[PlaceDetail::That]),
    );
    told.writes(
        BORIS,
        "2017-05-20",
        telling(ROWAN, "2017-05-20", &[PlaceDetail::Flight]),
    );
    told.writes(
        BORIS,
        "2017-05-20",
        telling(SWIFT, "2017-05-20", &[PlaceDetail::That]),
    );
    let case = told.case();
    let only_that = BTreeSet::from([PlaceDetail::That]);
    let before = BTreeMap::from([(ROWAN, only_that.clone())]);
    assert_eq!(case.told_of(thing(1), day("2017-05-19")), before);
    let both = BTreeSet::from([PlaceDetail::That, PlaceDetail::Flight]);
    assert_eq!(case.exposed_by(ROWAN, day("2017-05-20"))[&thing(1)], both);
    assert_eq!(
        case.exposed_by(SWIFT, day("2017-05-20"))[&thing(1)],
        only_that
    );
}

#[test]
fn open_promises_come_up_on_their_day() {
    let promise = |id, due: &str, state| Commitment {
        id: thing(id),
        by: "A deputy minister.".into(),
        talk: Some(thing(2)),
        what: "Support in other ways.".into(),
        due: Written(day(due)),
        state,
    };
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", promise(1, "2017-06-02", Promise::Open));
    told.writes(AMINA, "2017-05-01", promise(2, "2017-06-01", Promise::Open));
    told.writes(AMINA, "2017-05-01", promise(3, "2017-05-20", Promise::Kept));
    let due = |on: &str| -> Vec<_> {
        let case = told.case();
        case.promises_due(day(on)).iter().map(|it| it.id).collect()
    };
    assert_eq!(due("2017-05-31"), []);
    assert_eq!(due("2017-06-02"), [thing(2), thing(1)]);
}

fn referral(state: ReferralState, identity_told: bool) -> Referral {
    Referral {
        id: thing(1),
        person: ROWAN,
        partner: thing(5),
        state,
        identity_told,
        purpose: "A place in a shelter.".into(),
        afterwards: Afterwards::Destroyed,
        lead: Lead::Us,
    }
}

fn agrees_to_hand_over() -> Consent {
    Consent {
        person: ROWAN,
        to: Purpose::HandOver,
        partner: Some(thing(5)),
        answer: Answer::Given,
        by: Consenter::Themself,
        language: "ru".to_owned(),
        interpreter: None,
        alone: Some(true),
        words: "".into(),
        until: None,
    }
}

#[test]
fn a_partner_learns_who_it_is_only_after_they_accept_and_the_person_agrees() {
    let faults = |referral: Referral, consented: bool| {
        let mut told = Told::new();
        told.writes(AMINA, "2017-05-01", referral);
        if consented {
            told.writes(AMINA, "2017-05-01", agrees_to_hand_over());
        }
        told.case().referral_faults(ROWAN, day("2017-05-17"))
    };
    let early = referral(ReferralState::AskedWithoutName, true);
    let named = ReferralFault::IdentityBeforeAcceptance(thing(1));
    assert_eq!(faults(early, true), [named].into());
    let accepted = referral(ReferralState::Accepted, true);
    let unasked = ReferralFault::WithoutConsent(thing(1));
    assert_eq!(faults(accepted.clone(), false), [unasked].into());
    assert_eq!(faults(accepted, true), [].into());
    let loose = Referral {
        afterwards: Afterwards::NotAgreed,
        ..referral(ReferralState::HandedOver, true)
    };
    let nothing_agreed = ReferralFault::NothingAgreed(thing(1));
    assert_eq!(faults(loose, true), [nothing_agreed].into());
}

#[test]
fn two_leads_and_two_at_one_government_are_found() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", agrees_to_hand_over());
    told.writes(
        AMINA,
        "2017-05-01",
        referral(ReferralState::Accepted, false),
    );
    let theirs = Referral {
        id: thing(2),
        lead: Lead::Partner(thing(5)),
        ..referral(ReferralState::LeadChanged, true)
    };
    told.writes(BORIS, "2017-05-02", theirs);
    let approach = |on: &str, by| Approach {
        person: ROWAN,
        government: Written("LTU".parse().expect("a country")),
        by,
        on: Written(day(on)),
    };
    let ours = told.writes(AMINA, "2017-05-03", approach("2017-05-03", Lead::Us));
    told.writes(AMINA, "2017-05-04", approach("2017-05-04", Lead::Us));
    let partner = Lead::Partner(thing(5));
    let again = told.writes(BORIS, "2017-05-05", approach("2017-05-05", partner));
    let faults = told.case().referral_faults(ROWAN, day("2017-05-17"));
    let expected = [
        ReferralFault::SeveralLeads,
        ReferralFault::ApproachedTwice(ours, again),
    ];
    assert_eq!(faults, expected.into());
}

#[test]
fn a_talk_says_who_may_know_of_it() {
    let talk = Talk {
        id: thing(2),
        with: Counterpart::Government(Written("LTU".parse().expect("a country"))),
        state: TalkState::Open,
        terms: Terms::OffRecord,
        contacts: "".into(),
        asked: "Ten visas.".into(),
        offered: "".into(),
        known_to: BTreeSet::from([AMINA]),
    };
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-01", talk.clone());
    let case = told.case();
    let standing = case.thing::<Talk>(&Key::Thing(thing(2))).expect("a talk");
    assert!(standing.settled() == Some(&talk));
    assert!(case.seen_by(ROWAN).is_empty());
    assert!(!Terms::OffRecord.may_be_repeated() && Terms::OnRecord.may_be_repeated());
}
