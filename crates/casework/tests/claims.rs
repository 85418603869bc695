//! What supports a claim, what it costs, what the person chose, and what two members decide.

mod told;

use casework::{
    Act, ActKind, ActState, Approval, Chain, Choice, ChoiceGap, ChoiceState, Content, Cost,
    Custody, Dispute, Element, ElementState, Evidence, EvidenceKind, Found, Funding, Grade, Harm,
    Haste, Holder, Incident, Kept, Key, MemberId, Minutes, Misfit, Moment, NeverCollect,
    OperationId, Paper, Presence, Reliability, Role, Source, Sums, Support, Supported, Written,
};
use facts::{Scalar, Span, Truth};
use std::collections::{BTreeMap, BTreeSet};
use told::{AMINA, BORIS, ROWAN, Told, VERA, day, morning, says, thing, vocabulary};

const FILE: [u8; 32] = [7; 32];

fn evidence(n: u8) -> Evidence {
    Evidence {
        id: thing(n),
        person: ROWAN,
        kind: EvidenceKind::Message,
        sha256: FILE,
        what: "".into(),
        from: Source::Person(ROWAN),
        received: morning("2017-05-02"),
        received_by: AMINA,
    }
}

fn passed(on: &str, from: Holder, to: Holder) -> Custody {
    Custody {
        evidence: thing(1),
        at: morning(on),
        from,
        to,
        how: "".into(),
        sha256: FILE,
    }
}

fn member(member: MemberId) -> Holder {
    Holder::Member(member)
}

#[test]
fn custody_is_told_from_hand_to_hand_until_there_is_a_gap() {
    let mut told = Told::new();
    assert_eq!(told.case().custody(thing(1)), Chain::None);
    told.writes(AMINA, "2017-05-02", evidence(1));
    assert_eq!(told.case().custody(thing(1)), Chain::Whole(member(AMINA)));
    // Written in the wrong order: the hand-overs tell when they were.
    let partner = Holder::Partner(thing(9));
    told.writes(
        BORIS,
        "2017-05-06",
        passed("2017-05-04", member(BORIS), partner),
    );
    told.writes(
        BORIS,
        "2017-05-06",
        passed("2017-05-03", member(AMINA), member(BORIS)),
    );
    assert_eq!(told.case().custody(thing(1)), Chain::Whole(partner));
    let gap = told.writes(
        BORIS,
        "2017-05-07",
        passed("2017-05-05", member(VERA), member(AMINA)),
    );
    assert_eq!(told.case().custody(thing(1)), Chain::Gap(gap));
}

#[test]
fn a_file_that_is_another_one_at_a_hand_over_was_altered() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-02", evidence(1));
    let altered = Custody {
        sha256: [8; 32],
        ..passed("2017-05-03", member(AMINA), member(BORIS))
    };
    let altered = told.writes(AMINA, "2017-05-03", altered);
    assert_eq!(told.case().custody(thing(1)), Chain::Altered(altered));
    let other = Evidence {
        sha256: [8; 32],
        ..evidence(1)
    };
    told.writes(BORIS, "2017-05-03", other);
    assert_eq!(told.case().custody(thing(1)), Chain::Contested);
    assert!(told.case().noted(&first).is_some_and(|it| it.stands()));
}

#[test]
fn handing_over_before_it_was_received_is_a_gap() {
    let mut told = Told::new();
    told.writes(AMINA, "2017-05-02", evidence(1));
    let early = passed("2017-05-01", member(AMINA), member(BORIS));
    let early = told.writes(AMINA, "2017-05-02", early);
    assert_eq!(told.case().custody(thing(1)), Chain::Gap(early));
}

fn support(element: Element, state: Supported, by: &[u8]) -> Support {
    Support {
        person: ROWAN,
        element,
        state,
        by: by.iter().map(|n| thing(*n)).collect(),
        note: "".into(),
    }
}

#[test]
fn each_element_of_a_claim_is_supported_or_not_or_not_yet_asked() {
    let mut told = Told::new();
    let element = |told: &Told, element| told.case().support(ROWAN)[&element];
    assert_eq!(told.case().support(ROWAN).len(), 7);
    assert_eq!(element(&told, Element::Ground), ElementState::NotYetAsked);
    // Their own account supports; nobody grades it.
    told.writes(
        AMINA,
        "2017-05-02",
        support(Element::Ground, Supported::Yes, &[]),
    );
    assert_eq!(element(&told, Element::Ground), ElementState::Supported);
    told.writes(
        AMINA,
        "2017-05-02",
        support(Element::NoProtection, Supported::No, &[]),
    );
    assert_eq!(
        element(&told, Element::NoProtection),
        ElementState::NotSupported
    );
    told.writes(
        BORIS,
        "2017-05-03",
        support(Element::NoProtection, Supported::Yes, &[]),
    );
    assert_eq!(
        element(&told, Element::NoProtection),
        ElementState::Contested
    );
}

#[test]
fn support_is_shaken_when_its_evidence_is_doubted_or_its_custody_is_broken() {
    let mut told = Told::new();
    let piece = told.writes(AMINA, "2017-05-02", evidence(1));
    told.writes(
        AMINA,
        "2017-05-02",
        support(Element::Persecution, Supported::Yes, &[1]),
    );
    let state = |told: &Told| told.case().support(ROWAN)[&Element::Persecution];
    assert_eq!(state(&told), ElementState::Supported);
    let mut doubted = told.clone();
    doubted.writes(
        BORIS,
        "2017-05-03",
        Dispute {
            of: piece,
            why: "".into(),
        },
    );
    assert_eq!(state(&doubted), ElementState::Shaken);
    told.writes(
        BORIS,
        "2017-05-03",
        passed("2017-05-03", member(VERA), member(BORIS)),
    );
    assert_eq!(state(&told), ElementState::Shaken);
}

#[test]
fn gradings_supports_and_notes_of_the_staff_never_leave_in_a_packet() {
    let vocabulary = vocabulary();
    let mut told = Told::new();
    let grade = Grade {
        source: thing(4),
        reliability: Reliability::Mixed,
        note: "".into(),
    };
    told.writes(AMINA, "2017-05-02", grade);
    told.writes(
        AMINA,
        "2017-05-02",
        support(Element::Ground, Supported::No, &[]),
    );
    told.writes(AMINA, "2017-05-02", choice());
    let kept = [
        told.writes(AMINA, "2017-05-02", evidence(1)),
        told.writes(AMINA, "2017-05-02", incident()),
        told.writes(
            AMINA,
            "2017-05-02",
            says(ROWAN, "minor", Scalar::Bool(false)),
        ),
    ];
    let case = told.case();
    let packet = case.packet(ROWAN, day("2017-05-17"), &vocabulary);
    let left: Vec<OperationId> = packet.entries.iter().map(|it| it.id).collect();
    assert_eq!(left, kept);
}

fn incident() -> Incident {
    Incident {
        person: ROWAN,
        from: Written("2017-03".parse().expect("a date")),
        to: None,
        country: None,
        by: BTreeSet::new(),
        harm: BTreeSet::from([Harm::Held]),
        own_words: "They kept us for nine days.".into(),
        language: "ce".to_owned(),
        reported: "".into(),
    }
}

#[test]
fn papers_that_run_out_stand_first_and_those_nobody_knows_last() {
    let paper = |n, until: Option<&str>| Paper {
        id: thing(n),
        person: ROWAN,
        kind: "foreign_passport".to_owned(),
        issuer: Written("RUS".parse().expect("a country")),
        valid_until: until.map(|until| Written(until.parse().expect("a date"))),
        kept: Kept::InOwnHands,
        note: "".into(),
    };
    let mut told = Told::new();
    for (n, until) in [
        (1, None),
        (2, Some("2017-08-16")),
        (3, Some("2017-06-01")),
        (4, Some("2017-08-17")),
        (5, Some("2017-08")),
    ] {
        told.writes(AMINA, "2017-05-02", paper(n, until));
    }
    let case = told.case();
    let ending = case.papers_ending(day("2017-05-17"), Span::Months(3));
    let ending: Vec<_> = ending
        .iter()
        .map(|(paper, ends)| (paper.id, *ends))
        .collect();
    let expected = [
        (thing(3), Truth::True),
        (thing(2), Truth::True),
        (thing(1), Truth::Unknown),
        (thing(5), Truth::Unknown),
    ];
    assert_eq!(ending, expected);
}

fn cost(n: u8, amount: u64, due: Option<&str>, state: Funding) -> Cost {
    Cost {
        id: thing(n),
        person: ROWAN,
        what: "".into(),
        amount,
        currency: "EUR".to_owned(),
        due: due.map(|due| Written(day(due))),
        state,
        must_return: false,
        exposes: "".into(),
    }
}

#[test]
fn what_is_needed_promised_and_paid_is_told_apart() {
    let mut told = Told::new();
    let promised = || Funding::Promised("A fund.".into());
    told.writes(
        AMINA,
        "2017-05-02",
        cost(1, 20_000, Some("2017-06-10"), Funding::Needed),
    );
    told.writes(
        AMINA,
        "2017-05-02",
        cost(2, 5_000, Some("2017-06-01"), promised()),
    );
    told.writes(
        AMINA,
        "2017-05-02",
        cost(3, 700, Some("2017-05-01"), Funding::Paid),
    );
    told.writes(
        AMINA,
        "2017-05-02",
        cost(4, u64::MAX, None, Funding::Needed),
    );
    let sums = Sums {
        needed: u64::MAX,
        promised: 5_000,
        paid: 700,
    };
    assert_eq!(
        told.case().costs(ROWAN),
        BTreeMap::from([("EUR".to_owned(), sums)])
    );
    assert_eq!(told.case().money_runs_out(ROWAN), Some(day("2017-06-10")));
    assert!(told.case().must_return(ROWAN).is_empty());
    let tied = Cost {
        must_return: true,
        ..cost(5, 100, None, promised())
    };
    told.writes(AMINA, "2017-05-02", tied);
    assert_eq!(told.case().must_return(ROWAN).len(), 1);
}

fn choice() -> Choice {
    Choice {
        person: ROWAN,
        on: Written(day("2017-05-10")),
        options: vec!["Stay and wait.".into(), "Ask in Vilnius.".into()],
        chosen: Some(1),
        language: "ce".to_owned(),
        interpreter: None,
        worst_told: true,
        presence: Presence::Alone,
        time_to_think: Minutes::hours(24),
        own_words: "I want to ask.".into(),
        withdrawn: false,
    }
}

#[test]
fn a_choice_stands_when_it_was_asked_as_it_should_be() {
    let state = |choice: Choice| {
        let mut told = Told::new();
        told.writes(AMINA, "2017-05-10", choice);
        told.case().choice(ROWAN)
    };
    assert_eq!(Told::new().case().choice(ROWAN), ChoiceState::NotAsked);
    assert_eq!(state(choice()), ChoiceState::Stands(1));
    assert_eq!(
        state(Choice {
            chosen: None,
            ..choice()
        }),
        ChoiceState::NotChosen
    );
    let gaps = [
        (
            Choice {
                worst_told: false,
                ..choice()
            },
            ChoiceGap::WorstNotTold,
        ),
        (
            Choice {
                chosen: Some(2),
                ..choice()
            },
            ChoiceGap::NoSuchOption,
        ),
        (
            Choice {
                language: String::new(),
                ..choice()
            },
            ChoiceGap::NoLanguage,
        ),
        (
            Choice {
                presence: Presence::NotNoted,
                ..choice()
            },
            ChoiceGap::PresenceNotNoted,
        ),
        (
            Choice {
                time_to_think: Minutes(0),
                ..choice()
            },
            ChoiceGap::NoTime,
        ),
        (
            Choice {
                own_words: " ".into(),
                ..choice()
            },
            ChoiceGap::NoWords,
        ),
    ];
    for (choice, gap) in gaps {
        assert_eq!(
            state(choice),
            ChoiceState::Incomplete(BTreeSet::from([gap]))
        );
    }
    let only_one = Choice {
        options: vec!["".into()],
        chosen: Some(0),
        ..choice()
    };
    assert_eq!(
        state(only_one),
        ChoiceState::Incomplete([ChoiceGap::OneOption].into())
    );
}

/// She changed her mind on the telephone while another shift wrote down her plan.
#[test]
fn a_choice_is_withdrawn_whoever_recorded_it() {
    let mut told = Told::new();
    let first = told.writes(AMINA, "2017-05-10", choice());
    let later = Choice {
        own_words: "Yes, still.".into(),
        ..choice()
    };
    told.changes(AMINA, "2017-05-11", first, later);
    told.changes(
        BORIS,
        "2017-05-11",
        first,
        Choice {
            withdrawn: true,
            ..choice()
        },
    );
    assert_eq!(told.case().choice(ROWAN), ChoiceState::Withdrawn);
}

fn act(what: ActKind, haste: Haste) -> Act {
    Act {
        what,
        person: Some(ROWAN),
        haste,
        note: "".into(),
    }
}

fn looks_at(of: OperationId, found: Found) -> Approval {
    Approval {
        of,
        found,
        role: Role::Caseworker,
        note: "".into(),
    }
}

fn state(told: &Told, id: OperationId, now: Moment) -> ActState {
    told.case().act(id, Minutes::hours(12), now)
}

#[test]
fn at_three_in_the_morning_one_may_act_for_safety_and_a_second_signs_later() {
    let mut told = Told::new();
    let id = told.writes(AMINA, "2017-05-17", act(ActKind::Move, Haste::Now));
    let written = morning("2017-05-17");
    let until = written.plus(Minutes::hours(12));
    let acted = ActState::ActedNow(until);
    assert_eq!(state(&told, id, written), acted);
    assert!(acted.may_be_done());
    assert_eq!(state(&told, id, until), ActState::Overdue(until));
    let open = told.case().to_be_reviewed(Minutes::hours(12), until);
    assert_eq!(open, [(id, ActState::Overdue(until))]);
    told.writes(AMINA, "2017-05-17", looks_at(id, Found::Agrees));
    assert_eq!(state(&told, id, until), ActState::Overdue(until));
    told.writes(BORIS, "2017-05-18", looks_at(id, Found::Agrees));
    assert_eq!(state(&told, id, until), ActState::Approved);
    assert_eq!(told.case().to_be_reviewed(Minutes::hours(12), until), []);
    told.writes(VERA, "2017-05-18", looks_at(id, Found::Opposes));
    assert_eq!(state(&told, id, until), ActState::Opposed);
}

#[test]
fn nothing_but_safety_is_done_before_a_second_has_signed() {
    let now = morning("2017-05-17");
    let kinds = [
        ActKind::Statement,
        ActKind::Export,
        ActKind::Members,
        ActKind::Erasure,
    ];
    for what in kinds {
        let mut told = Told::new();
        let id = told.writes(AMINA, "2017-05-17", act(what, Haste::Now));
        assert_eq!(state(&told, id, now), ActState::NotAllowedNow);
        told.writes(BORIS, "2017-05-17", looks_at(id, Found::Agrees));
        assert_eq!(state(&told, id, now), ActState::Approved);
    }
    let mut told = Told::new();
    let id = told.writes(AMINA, "2017-05-17", act(ActKind::Ticket, Haste::Waits));
    assert_eq!(state(&told, id, now), ActState::AwaitsSecond);
    assert!(!ActState::AwaitsSecond.may_be_done() && !ActState::Opposed.may_be_done());
    assert_eq!(state(&told, OperationId([9; 32]), now), ActState::None);
}

#[test]
fn what_is_never_collected_is_no_fact_for_anybody() {
    for (name, never) in [
        ("intimate_images", NeverCollect::IntimateImages),
        ("Orientation_Test_result", NeverCollect::OrientationTests),
        ("sexual_practice", NeverCollect::SexualPractice),
        ("names_of_previous_partners", NeverCollect::FormerPartners),
    ] {
        assert_eq!(NeverCollect::asked_by(name), Some(never));
        let mut told = Told::new();
        let id = told.writes(AMINA, "2017-05-17", says(ROWAN, name, Scalar::Bool(true)));
        let fold = told.case().fold(ROWAN, day("2017-05-17"), &vocabulary());
        assert_eq!(fold.misfits, BTreeMap::from([(id, Misfit::NeverCollected)]));
    }
}

#[test]
fn the_shipped_vocabulary_asks_for_nothing_that_is_never_collected() {
    let vocabulary = vocabulary();
    assert!(vocabulary.names().count() > 100);
    for name in vocabulary.names() {
        assert_eq!(NeverCollect::asked_by(name), None, "{name}");
    }
}

#[test]
fn nothing_of_a_case_is_printed_by_debug() {
    let content = Content::from(incident());
    for printed in [
        format!("{content:?}"),
        format!("{:?}", incident()),
        format!("{:?}", says(ROWAN, "minor", Scalar::Bool(true))),
        format!("{:?}", casework::Entry::new(content.clone())),
        format!("{:?}", Key::Fact(ROWAN, "persecuted_for".to_owned(), None)),
    ] {
        for word in ["nine days", "2017", "minor", "Held", "ce", "persecuted_for"] {
            let rest = printed.replace("Incident", "");
            assert!(!rest.contains(word), "{printed}");
        }
    }
}
