//! Has anyone heard from them? Check-ins, journeys, triage, tasks, hand-overs, beds.

mod told;

use casework::{
    Alert, Approval, CheckIn, CheckInPlan, Criterion, FirstMinutes, FirstQuestion, Found, HandOver,
    HandOverState, HideOut, Journey, KeepApart, LadderCall, LadderStep, Leg, LegEvent, LegNews,
    MemberId, Minutes, Moment, OfferedPlace, OnJourney, OperationId, PersonId, PlaceState,
    PlanStep, Role, Room, Rung, Sphere, Stay, Task, TaskState, Text, ThingId, Triage, TriageState,
    Urgency, WordHeard, Written,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use told::{AMINA, BORIS, ROWAN, SWIFT, Told, VERA, day, morning, thing};

/// So many minutes into 17 May 2017.
fn at(hour: u32, minute: u32) -> Moment {
    morning("2017-05-17").plus(Minutes(hour * 60 + minute))
}

/// Every day at eight in the evening; an hour's grace; red after three.
fn plan(person: PersonId, holder: Option<MemberId>) -> CheckInPlan {
    let rung = |hours, to| LadderStep {
        after: Minutes::hours(hours),
        to,
        who: "".into(),
        say: "".into(),
    };
    CheckInPlan {
        person,
        first: at(20, 0),
        every: Minutes::hours(24),
        grace: Minutes::hours(1),
        red_after: Minutes::hours(3),
        ends: None,
        channel: "".into(),
        fine: "The kettle is on.".into(),
        duress: "The kettle is broken.".into(),
        holder,
        ladder: vec![
            rung(3, LadderCall::Lawyer),
            rung(1, LadderCall::Person),
            rung(24, LadderCall::Public),
        ],
        never_say: "".into(),
        proof: Vec::new(),
    }
}

fn word(person: PersonId, at: Moment, heard: WordHeard) -> CheckIn {
    let note = "".into();
    CheckIn {
        person,
        at,
        heard,
        note,
    }
}

fn alert(told: &Told, now: Moment) -> Alert {
    told.case().watch(ROWAN, now).expect("a plan").alert
}

fn calls(told: &Told, now: Moment) -> Vec<LadderCall> {
    let watch = told.case().watch(ROWAN, now).expect("a plan");
    watch.ladder.iter().map(|step| step.to).collect()
}

#[test]
fn silence_turns_from_due_to_amber_to_red() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-17", plan(ROWAN, Some(AMINA)));
    let expected = [
        (at(19, 59), Alert::Fine, vec![]),
        (at(20, 0), Alert::Due, vec![]),
        (at(20, 59), Alert::Due, vec![]),
        (at(21, 0), Alert::Amber, vec![LadderCall::Person]),
        (at(22, 59), Alert::Amber, vec![LadderCall::Person]),
        (
            at(23, 0),
            Alert::Red,
            vec![LadderCall::Person, LadderCall::Lawyer],
        ),
    ];
    for (now, state, ladder) in expected {
        assert_eq!((alert(&told, now), calls(&told, now)), (state, ladder));
    }
}

#[test]
fn a_word_puts_the_next_one_off_to_the_next_agreed_moment() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-17", plan(ROWAN, Some(AMINA)));
    told.writes(
        AMINA,
        "2017-05-17",
        word(ROWAN, at(20, 30), WordHeard::Fine),
    );
    let due = |told: &Told, now| told.case().watch(ROWAN, now).expect("a plan").due;
    assert_eq!(due(&told, at(22, 0)), at(44, 0));
    assert_eq!(alert(&told, at(43, 59)), Alert::Fine);
    assert_eq!(alert(&told, at(44, 0)), Alert::Due);
    // A call ten minutes early counts; one in the morning does not.
    let mut early = Told::new();
    early.writes(AMINA, "2017-05-17", plan(ROWAN, Some(AMINA)));
    early.writes(
        AMINA,
        "2017-05-17",
        word(ROWAN, at(19, 50), WordHeard::Fine),
    );
    assert_eq!(due(&early, at(20, 30)), at(44, 0));
    let mut morning_call = Told::new();
    morning_call.writes(AMINA, "2017-05-17", plan(ROWAN, Some(AMINA)));
    morning_call.writes(AMINA, "2017-05-17", word(ROWAN, at(9, 0), WordHeard::Fine));
    assert_eq!(due(&morning_call, at(20, 30)), at(20, 0));
}

#[test]
fn a_word_under_duress_is_red_until_they_answer_what_only_they_can() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-17", plan(ROWAN, Some(AMINA)));
    told.writes(
        AMINA,
        "2017-05-17",
        word(ROWAN, at(12, 0), WordHeard::Duress),
    );
    assert_eq!(alert(&told, at(11, 59)), Alert::Fine);
    assert_eq!(alert(&told, at(12, 0)), Alert::Red);
    assert_eq!(calls(&told, at(13, 0)), [LadderCall::Person]);
    // Of one moment, what worries more counts.
    told.writes(BORIS, "2017-05-17", word(ROWAN, at(12, 0), WordHeard::Fine));
    assert_eq!(alert(&told, at(12, 1)), Alert::Red);
    // Whoever has forced one word can force the next.
    told.writes(BORIS, "2017-05-17", word(ROWAN, at(14, 0), WordHeard::Fine));
    assert_eq!(alert(&told, at(14, 0)), Alert::Red);
    told.writes(
        BORIS,
        "2017-05-17",
        word(ROWAN, at(15, 0), WordHeard::Proven),
    );
    assert_eq!(alert(&told, at(15, 0)), Alert::Fine);
    told.writes(BORIS, "2017-05-17", word(ROWAN, at(16, 0), WordHeard::Fine));
    assert_eq!(alert(&told, at(16, 0)), Alert::Fine);
}

#[test]
fn who_has_called_and_had_no_answer_waits_no_longer() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-17", plan(ROWAN, Some(AMINA)));
    told.writes(
        AMINA,
        "2017-05-17",
        word(ROWAN, at(20, 5), WordHeard::NoAnswer),
    );
    assert_eq!(alert(&told, at(20, 4)), Alert::Due);
    assert_eq!(alert(&told, at(20, 5)), Alert::Amber);
    told.writes(
        AMINA,
        "2017-05-17",
        word(ROWAN, at(20, 10), WordHeard::Fine),
    );
    assert_eq!(alert(&told, at(20, 10)), Alert::Fine);
    told.writes(
        AMINA,
        "2017-05-17",
        word(ROWAN, at(22, 0), WordHeard::Unclear),
    );
    assert_eq!(alert(&told, at(22, 0)), Alert::Amber);
}

/// Two shifts, apart, changed the plan: the one that worries more counts, and nobody is sure who
/// holds it.
#[test]
fn of_two_plans_the_one_that_worries_more_counts() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-16", plan(ROWAN, Some(AMINA)));
    told.changes(AMINA, "2017-05-17", first, plan(ROWAN, Some(BORIS)));
    let earlier = CheckInPlan {
        first: at(8, 0),
        ..plan(ROWAN, Some(VERA))
    };
    told.changes(BORIS, "2017-05-17", first, earlier);
    let watch = told.case().watch(ROWAN, at(12, 0)).expect("a plan");
    assert_eq!(
        (watch.alert, watch.due, watch.holder),
        (Alert::Red, at(8, 0), None)
    );
}

#[test]
fn those_to_worry_about_stand_first() {
    let mut told = Told::new();
    let others: Vec<PersonId> = (3..6).map(|n| PersonId([n; 16])).collect();
    let firsts = [at(22, 0), at(19, 0), at(18, 0)];
    for (person, first) in others.iter().zip(firsts) {
        told.writes(
            AMINA,
            "2017-05-17",
            CheckInPlan {
                first,
                ..plan(*person, None)
            },
        );
    }
    told.writes(AMINA, "2017-05-17", plan(ROWAN, None));
    let ended = CheckInPlan {
        ends: Some(at(20, 0)),
        ..plan(SWIFT, None)
    };
    told.writes(AMINA, "2017-05-17", ended);
    let order: Vec<_> = told
        .case()
        .watches(at(21, 30))
        .iter()
        .map(|it| it.person)
        .collect();
    assert_eq!(order, [others[2], others[1], ROWAN, others[0]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// While nobody hears anything more, worry only grows.
    #[test]
    fn silence_never_reassures(
        words in prop::collection::vec((0u32..3000, 0usize..5), 0..6),
        first in 0u32..3000, every in 1u32..2000, grace in 0u32..200, red in 0u32..400,
        from in 3000u32..4000, later in 0u32..5000,
    ) {
        let start = morning("2017-05-17");
        let mut told = Told::new();
        told.writes(AMINA, "2017-05-17", CheckInPlan {
            first: start.plus(Minutes(first)),
            every: Minutes(every),
            grace: Minutes(grace),
            red_after: Minutes(red),
            ..plan(ROWAN, None)
        });
        let kinds = [
            WordHeard::Fine,
            WordHeard::Proven,
            WordHeard::Duress,
            WordHeard::Unclear,
            WordHeard::NoAnswer,
        ];
        for (minute, kind) in words {
            told.writes(AMINA, "2017-05-17", word(ROWAN, start.plus(Minutes(minute)), kinds[kind]));
        }
        let case = told.case();
        let [now, later] = [from, from + later].map(|minute| start.plus(Minutes(minute)));
        let (before, after) = (case.watch(ROWAN, now), case.watch(ROWAN, later));
        prop_assert!(before.as_ref().map(|it| it.alert) <= after.as_ref().map(|it| it.alert));
        prop_assert_eq!(before.map(|it| it.due), after.map(|it| it.due));
    }
}

fn journey(holder: Option<MemberId>) -> Journey {
    let leg = |number: &str, leaves, arrives| Leg {
        from: "".into(),
        to: "".into(),
        country: None,
        number: number.into(),
        leaves,
        arrives,
        word_within: Minutes(30),
        met_by: "".into(),
        lawyer: "".into(),
    };
    Journey {
        id: thing(1),
        person: ROWAN,
        legs: vec![
            leg("SU 2106", at(8, 0), at(10, 0)),
            leg("LO 775", at(12, 0), at(14, 0)),
        ],
        red_after: Minutes(20),
        holder,
        on_silence: "".into(),
    }
}

fn news(leg: u32, at: Moment, what: LegEvent) -> LegNews {
    let (journey, note) = (thing(1), "".into());
    LegNews {
        journey,
        leg,
        at,
        what,
        note,
    }
}

fn on_journey(told: &Told, now: Moment) -> (Alert, OnJourney) {
    let case = told.case();
    let watch = case.journeys(now)[0];
    (watch.alert, watch.at)
}

#[test]
fn on_a_journey_silence_escalates_in_minutes() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-17", journey(Some(AMINA)));
    let left_by = OnJourney::Leg(0, at(8, 30));
    assert_eq!(on_journey(&told, at(8, 29)), (Alert::Fine, left_by));
    assert_eq!(on_journey(&told, at(8, 30)), (Alert::Amber, left_by));
    assert_eq!(on_journey(&told, at(8, 50)), (Alert::Red, left_by));
    told.writes(AMINA, "2017-05-17", news(0, at(8, 52), LegEvent::Left));
    let there_by = OnJourney::Leg(0, at(10, 30));
    assert_eq!(on_journey(&told, at(8, 52)), (Alert::Fine, there_by));
    told.writes(AMINA, "2017-05-17", news(0, at(10, 5), LegEvent::Arrived));
    assert_eq!(
        on_journey(&told, at(11, 0)),
        (Alert::Fine, OnJourney::Leg(1, at(12, 30)))
    );
    told.writes(AMINA, "2017-05-17", news(1, at(14, 10), LegEvent::Arrived));
    assert_eq!(
        on_journey(&told, at(20, 0)),
        (Alert::Fine, OnJourney::Arrived)
    );
}

#[test]
fn whoever_is_stopped_on_the_way_is_red_at_once() {
    let stops = [
        LegEvent::NotLetOut,
        LegEvent::NotBoarded,
        LegEvent::SentBack,
        LegEvent::Detained,
        LegEvent::Stopped,
    ];
    for what in stops {
        let mut told = Told::new();
        told.writes(AMINA, "2017-05-17", journey(Some(AMINA)));
        told.writes(AMINA, "2017-05-17", news(0, at(7, 50), what));
        let stopped = (Alert::Red, OnJourney::Stopped(0, what));
        assert_eq!(on_journey(&told, at(7, 55)), stopped);
    }
}

#[test]
fn who_is_heard_of_on_a_later_leg_has_come_through_the_earlier() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-17", journey(Some(AMINA)));
    told.writes(AMINA, "2017-05-17", news(1, at(12, 10), LegEvent::Left));
    assert_eq!(
        on_journey(&told, at(13, 0)),
        (Alert::Fine, OnJourney::Leg(1, at(14, 30)))
    );
}

#[test]
fn questions_of_law_wait_for_the_first_minutes() {
    let mut first = FirstMinutes::new(ROWAN);
    assert_eq!(first.still_to_ask().len(), 14);
    assert_eq!(first.still_to_ask()[0], FirstQuestion::SafeToTalk);
    first.safe_to_talk = Some(false);
    assert_eq!(first.still_to_ask(), [FirstQuestion::NextCall]);
    first.safe_to_talk = Some(true);
    assert_eq!(first.still_to_ask()[0], FirstQuestion::Alone);
    first.alone = Some(true);
    first.known_where = Some(false);
    first.thinks_of_dying = Some(false);
    first.anyone_under_18 = Some(false);
    first.next_call = Some(at(20, 0));
    for answer in [
        &mut first.whose_phone,
        &mut first.tonight,
        &mut first.three_nights,
        &mut first.hunted_by,
        &mut first.hurt,
        &mut first.medicine,
        &mut first.code_word,
    ] {
        *answer = Some(Text::from("…"));
    }
    assert_eq!(first.still_to_ask(), [FirstQuestion::Plan]);
    let step = |hour| PlanStep {
        what: "".into(),
        by: at(hour, 0),
        who: AMINA,
    };
    first.plan = vec![step(18), step(9)];
    assert_eq!(first.still_to_ask(), []);
    let due: Vec<_> = first.due(at(18, 0)).iter().map(|it| it.by).collect();
    assert_eq!(due, [at(9, 0), at(18, 0)]);
    assert_eq!(first.due(at(10, 0)).len(), 1);
}

fn agrees(of: OperationId) -> Approval {
    Approval {
        of,
        found: Found::Agrees,
        role: Role::Caseworker,
        note: "".into(),
    }
}

fn triage(urgency: Urgency) -> Triage {
    Triage {
        person: ROWAN,
        urgency,
        because: BTreeSet::from([Criterion::NoBed]),
        words: "".into(),
        again: morning("2017-05-20"),
    }
}

#[test]
fn two_judge_how_urgent_it_is_and_judge_again_at_a_set_time() {
    let state = |told: &Told, on: &str| told.case().triage(ROWAN, morning(on));
    let mut told = Told::new();
    assert_eq!(state(&told, "2017-05-17"), TriageState::NotJudged);
    let first = told.writes(AMINA, "2017-05-17", triage(Urgency::Today));
    assert_eq!(
        state(&told, "2017-05-18"),
        TriageState::AwaitsSecond(Urgency::Today)
    );
    told.writes(AMINA, "2017-05-17", agrees(first));
    assert_eq!(
        state(&told, "2017-05-18"),
        TriageState::AwaitsSecond(Urgency::Today)
    );
    told.writes(BORIS, "2017-05-17", agrees(first));
    assert_eq!(
        state(&told, "2017-05-18"),
        TriageState::Holds(Urgency::Today)
    );
    assert_eq!(
        state(&told, "2017-05-20"),
        TriageState::JudgeAgain(Urgency::Today)
    );
    told.writes(VERA, "2017-05-18", triage(Urgency::Now));
    assert_eq!(
        state(&told, "2017-05-18"),
        TriageState::Contested(Urgency::Now)
    );
}

fn task(n: u8, state: TaskState, owner: Option<MemberId>, due: Option<&str>) -> Task {
    Task {
        id: thing(n),
        person: Some(ROWAN),
        what: "".into(),
        state,
        owner,
        due: due.map(|due| Written(day(due))),
    }
}

fn ids(tasks: &[&Task]) -> Vec<ThingId> {
    tasks.iter().map(|task| task.id).collect()
}

#[test]
fn every_open_task_has_an_owner_and_a_day_or_is_listed_as_without() {
    let mut told = Told::new();
    let waiting = TaskState::WaitingFor("the consulate".into());
    told.writes(
        AMINA,
        "2017-05-01",
        task(1, waiting, Some(AMINA), Some("2017-05-20")),
    );
    told.writes(
        AMINA,
        "2017-05-01",
        task(2, TaskState::NotStarted, None, Some("2017-05-10")),
    );
    told.writes(
        AMINA,
        "2017-05-01",
        task(3, TaskState::InWork, Some(AMINA), None),
    );
    told.writes(
        AMINA,
        "2017-05-01",
        task(4, TaskState::DoesNotApply, None, None),
    );
    let case = told.case();
    assert_eq!(ids(&case.open_tasks()), [thing(2), thing(1), thing(3)]);
    assert_eq!(ids(&case.overdue_tasks(day("2017-05-17"))), [thing(2)]);
    assert_eq!(ids(&case.loose_tasks()), [thing(2), thing(3)]);
}

#[test]
fn a_task_that_one_says_is_done_and_another_not_is_open() {
    let mut told = Told::new();
    let first = told.writes(
        AMINA,
        "2017-05-01",
        task(1, TaskState::NotStarted, None, None),
    );
    told.changes(
        AMINA,
        "2017-05-02",
        first,
        task(1, TaskState::Done, None, None),
    );
    assert_eq!(ids(&told.case().open_tasks()), []);
    told.changes(
        BORIS,
        "2017-05-02",
        first,
        task(1, TaskState::InWork, None, None),
    );
    assert_eq!(ids(&told.case().open_tasks()), [thing(1)]);
}

#[test]
fn a_hand_over_cannot_finish_while_somebody_is_red_and_nobody_holds_it() {
    let mut told = Told::new();
    let unheld = told.writes(AMINA, "2017-05-17", plan(ROWAN, None));
    let hand_over = HandOver {
        to: BORIS,
        note: "".into(),
        people: BTreeSet::from([ROWAN]),
        tasks: BTreeSet::new(),
    };
    let id = told.writes(AMINA, "2017-05-17", hand_over);
    let now = at(23, 0);
    let state = |told: &Told, now| told.case().hand_over(id, now);
    assert_eq!(state(&told, at(22, 59)), HandOverState::NotTaken);
    assert_eq!(
        state(&told, now),
        HandOverState::Unheld(BTreeSet::from([ROWAN]))
    );
    told.writes(BORIS, "2017-05-17", agrees(id));
    assert_eq!(
        state(&told, now),
        HandOverState::Unheld(BTreeSet::from([ROWAN]))
    );
    told.changes(BORIS, "2017-05-17", unheld, plan(ROWAN, Some(BORIS)));
    assert_eq!(state(&told, now), HandOverState::Finished);
    told.writes(AMINA, "2017-05-17", journey(None));
    assert_eq!(
        state(&told, now),
        HandOverState::Unheld(BTreeSet::from([ROWAN]))
    );
}

#[test]
fn only_the_one_named_takes_a_hand_over() {
    let mut told = Told::new();
    let hand_over = HandOver {
        to: BORIS,
        note: "".into(),
        people: BTreeSet::new(),
        tasks: BTreeSet::new(),
    };
    let id = told.writes(AMINA, "2017-05-17", hand_over);
    told.writes(VERA, "2017-05-17", agrees(id));
    assert_eq!(told.case().hand_over(id, at(9, 0)), HandOverState::NotTaken);
    assert_eq!(
        told.case().hand_over(OperationId([9; 32]), at(9, 0)),
        HandOverState::None
    );
}

fn hide_out(capacity: u32, until: &str) -> HideOut {
    HideOut {
        id: thing(1),
        address: "".into(),
        hosts: "".into(),
        capacity,
        from: Written(day("2017-05-01")),
        until: Some(Written(day(until))),
        known_from: Rung::MayKnowShelter,
    }
}

fn stay(n: u8, person: PersonId, from: &str, until: Option<&str>) -> Stay {
    Stay {
        id: thing(n),
        person,
        hide_out: thing(1),
        from: Written(day(from)),
        until: until.map(|until| Written(day(until))),
    }
}

#[test]
fn a_hide_out_has_so_many_beds_and_an_end() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-01", hide_out(1, "2017-06-01"));
    told.writes(AMINA, "2017-05-01", stay(2, ROWAN, "2017-05-10", None));
    let room = |told: &Told, on: &str| told.case().room(thing(1), day(on));
    assert_eq!(room(&told, "2017-04-30"), Room::Closed);
    assert_eq!(room(&told, "2017-05-09"), Room::Free(1));
    assert_eq!(room(&told, "2017-05-10"), Room::Free(0));
    told.writes(
        BORIS,
        "2017-05-01",
        stay(3, SWIFT, "2017-05-12", Some("2017-05-14")),
    );
    assert_eq!(room(&told, "2017-05-13"), Room::Over(1));
    assert_eq!(room(&told, "2017-05-14"), Room::Free(0));
    let without = |told: &Told, on: &str| told.case().without_a_bed(day(on));
    assert_eq!(without(&told, "2017-05-13"), BTreeSet::from([ROWAN, SWIFT]));
    assert_eq!(without(&told, "2017-05-20"), BTreeSet::new());
    assert_eq!(without(&told, "2017-06-01"), BTreeSet::from([ROWAN]));
    told.changes(AMINA, "2017-05-02", first, hide_out(4, "2017-06-01"));
    told.changes(BORIS, "2017-05-02", first, hide_out(2, "2017-05-20"));
    assert_eq!(room(&told, "2017-05-13"), Room::Free(0));
    assert_eq!(room(&told, "2017-05-20"), Room::Closed);
}

#[test]
fn two_who_must_not_meet_are_found_in_a_hide_out_on_a_flight_and_at_a_place() {
    let spheres = [Sphere::HideOut, Sphere::Journey, Sphere::Place];
    let mut told = Told::new();
    let apart = |one, other| KeepApart {
        one,
        other,
        spheres: spheres.into(),
        why: "".into(),
    };
    told.writes(AMINA, "2017-05-01", apart(SWIFT, ROWAN));
    let close = |told: &Told, on: &str| -> Vec<Sphere> {
        let found = told.case().too_close(day(on));
        found.into_iter().map(|(_, _, sphere)| sphere).collect()
    };
    told.writes(AMINA, "2017-05-01", stay(2, ROWAN, "2017-05-10", None));
    told.writes(
        BORIS,
        "2017-05-01",
        stay(3, SWIFT, "2017-05-12", Some("2017-05-14")),
    );
    assert_eq!(close(&told, "2017-05-11"), []);
    assert_eq!(close(&told, "2017-05-12"), [Sphere::HideOut]);
    told.writes(AMINA, "2017-05-01", journey(None));
    let mut theirs = journey(None);
    (theirs.id, theirs.person) = (thing(5), SWIFT);
    theirs.legs.truncate(1);
    theirs.legs[0].number = "su2106".into();
    told.writes(BORIS, "2017-05-01", theirs);
    assert_eq!(close(&told, "2017-05-17"), [Sphere::Journey]);
    for (n, person) in [(6, ROWAN), (7, SWIFT)] {
        let confirmed = OfferedPlace {
            id: thing(n),
            talk: thing(9),
            country: Written("LTU".parse().expect("a country")),
            pathways: Vec::new(),
            places: None,
            state: PlaceState::Confirmed,
            person: Some(person),
            until: None,
            known_to: BTreeSet::new(),
        };
        told.writes(AMINA, "2017-05-18", confirmed);
    }
    assert_eq!(close(&told, "2017-05-20"), [Sphere::Place]);
    // The list says the same from either side: a second member's is no other list.
    told.writes(BORIS, "2017-05-02", apart(ROWAN, SWIFT));
    assert_eq!(close(&told, "2017-05-20"), [Sphere::Place]);
}
