//! Who may do what, and who wins: one sentence a test.

mod membership_support;

use membership_support::{
    Organisation, Trusting, admits_device, admits_person, charter, check, deed, device, device_of,
    entry, good, makes_organiser, person, removes_device, removes_person, transit,
};
use vault::membership::{
    Act, AnotherOrganisation, DeviceId, EntryError, Founder, Graph, NotACharter, Reason, Refusal,
    Role, Signature, TransitKey, Verified,
};

// Invented people, in the order of their admission.
const ANNA: u8 = 0;
const BORIS: u8 = 1;
const CLARA: u8 = 2;
const DAVID: u8 = 3;
/// Nobody whom anybody knows.
const GHOST: u8 = 9;

fn why(organisation: &Organisation, entry: vault::membership::EntryId) -> Option<Reason> {
    organisation
        .graph
        .roster()
        .quarantine()
        .get(&entry)
        .copied()
}

fn admits_second_device(number: u8) -> Act {
    Act::AdmitDevice {
        person: person(number),
        device: device_of(number, 1),
        transit: transit(device_of(number, 1)),
    }
}

#[test]
fn nobody_gets_in_by_one_persons_word() {
    let mut team = Organisation::of(3);
    let alone = team.now(&[ANNA], admits_person(GHOST));
    let device_alone = team.now(&[ANNA], admits_device(GHOST));
    let too_few = Reason::TooFew {
        needed: 2,
        found: 1,
    };
    assert_eq!(why(&team, alone), Some(too_few));
    assert_eq!(why(&team, device_alone), Some(too_few));
    let refusal = Refusal::InQuarantine {
        entry: device_alone,
        why: too_few,
    };
    assert_eq!(
        team.graph.roster().may_receive(&device(GHOST)),
        Err(refusal)
    );
    team.now(&[ANNA, CLARA], admits_person(GHOST));
    team.now(&[ANNA, CLARA], admits_device(GHOST));
    assert!(team.reaches(GHOST));
}

#[test]
fn two_devices_of_one_person_are_one_voice() {
    let mut team = Organisation::of(2);
    team.now(&[ANNA, BORIS], admits_second_device(ANNA));
    let both = [device(ANNA), device_of(ANNA, 1)];
    let vouched = check(entry(&team.seen(), admits_person(CLARA), &both)).expect("a whole entry");
    let id = vouched.id();
    team.graph.add(vouched);
    let too_few = Reason::TooFew {
        needed: 2,
        found: 1,
    };
    assert_eq!(why(&team, id), Some(too_few));
}

#[test]
fn a_founder_alone_vouches_alone_and_whoever_comes_later_does_not() {
    let mut team = Organisation::founded_by(1, 1);
    team.now(&[ANNA], admits_person(BORIS));
    team.now(&[ANNA], admits_device(BORIS));
    assert!(team.reaches(BORIS));
    let alone = team.now(&[BORIS], admits_person(CLARA));
    assert!(matches!(
        why(&team, alone),
        Some(Reason::TooFew { needed: 2, .. })
    ));
    team.now(&[ANNA], admits_person(CLARA));
    team.now(&[ANNA], admits_device(CLARA));
    let without_the_founder = team.now(&[BORIS, CLARA], admits_person(DAVID));
    assert_eq!(why(&team, without_the_founder), None);
    assert_eq!(team.graph.roster().vouches_alone(), Some(person(ANNA)));
    team.now(&[ANNA], Act::Leave);
    assert_eq!(team.graph.roster().vouches_alone(), None);
    assert_eq!(Organisation::of(2).graph.roster().vouches_alone(), None);
}

#[test]
fn a_threshold_of_three_asks_three() {
    let mut team = Organisation::founded_by(3, 3);
    let two = team.now(&[ANNA, BORIS], admits_person(DAVID));
    assert!(matches!(
        why(&team, two),
        Some(Reason::TooFew {
            needed: 3,
            found: 2
        })
    ));
    let three = team.now(&[ANNA, BORIS, CLARA], admits_person(DAVID));
    assert_eq!(why(&team, three), None);
}

#[test]
fn a_device_is_removed_by_any_other_and_not_by_itself() {
    let mut team = Organisation::of(3);
    let itself = team.now(&[CLARA], removes_device(CLARA));
    assert!(matches!(
        why(&team, itself),
        Some(Reason::TooFew {
            needed: 1,
            found: 0
        })
    ));
    team.now(&[BORIS], removes_device(CLARA));
    assert_eq!(
        team.graph.roster().may_receive(&device(CLARA)),
        Err(Refusal::Gone)
    );
    // The person still belongs, and gets a new device as anybody does.
    team.now(&[ANNA, BORIS], admits_second_device(CLARA));
    assert_eq!(
        team.graph.roster().owner(&device_of(CLARA, 1)),
        Some(person(CLARA))
    );
}

#[test]
fn an_organiser_is_removed_by_two_others_and_by_no_less() {
    let mut team = Organisation::of(3);
    let by_one = team.now(&[BORIS], removes_person(ANNA));
    let with_her_own = team.now(&[ANNA, BORIS], removes_person(ANNA));
    for entry in [by_one, with_her_own] {
        let too_few = Reason::TooFew {
            needed: 2,
            found: 1,
        };
        assert_eq!(why(&team, entry), Some(too_few));
    }
    assert_eq!(
        team.graph.roster().people()[&person(ANNA)].role,
        Role::Organiser
    );
    team.now(&[BORIS, CLARA], removes_person(ANNA));
    assert!(!team.graph.roster().people().contains_key(&person(ANNA)));
    assert_eq!(
        team.graph.roster().may_receive(&device(ANNA)),
        Err(Refusal::Gone)
    );
}

#[test]
fn an_organiser_is_made_by_two_others_with_an_organiser_among_them() {
    let mut team = Organisation::of(4);
    let role = |team: &Organisation, number| team.graph.roster().people()[&person(number)].role;
    let by_colleagues = team.now(&[CLARA, DAVID], makes_organiser(CLARA));
    assert!(matches!(
        why(&team, by_colleagues),
        Some(Reason::TooFew { found: 1, .. })
    ));
    assert_eq!(role(&team, CLARA), Role::Colleague);
    team.now(&[ANNA, DAVID], makes_organiser(CLARA));
    assert_eq!(role(&team, CLARA), Role::Organiser);
    team.now(&[BORIS, DAVID], removes_person(ANNA));
    team.now(&[CLARA, DAVID], removes_person(BORIS));
    team.now(&[CLARA, DAVID], admits_person(4));
    team.now(&[CLARA, DAVID], admits_device(4));
    team.now(&[4, DAVID], removes_person(CLARA));
    team.now(&[4, DAVID], admits_person(5));
    let without_an_organiser = team.now(&[4, DAVID], makes_organiser(5));
    assert_eq!(why(&team, without_an_organiser), Some(Reason::NoOrganiser));
}

#[test]
fn whoever_comes_back_comes_as_a_colleague_and_with_a_new_admission() {
    let mut team = Organisation::of(3);
    let before = team.seen();
    let removal = team.now(&[BORIS, CLARA], removes_person(ANNA));
    // Vouched for by people who did not know of the removal: it beats them.
    let beside = team.having_seen(&before, &[BORIS, CLARA], admits_second_device(ANNA));
    assert_eq!(
        why(&team, beside),
        Some(Reason::RemovedMeanwhile { by: removal })
    );
    team.now(&[BORIS, CLARA], admits_person(ANNA));
    assert!(
        !team.reaches(ANNA),
        "the person is back, the old device is not"
    );
    team.now(&[BORIS, CLARA], admits_device(ANNA));
    assert!(team.reaches(ANNA));
    assert_eq!(
        team.graph.roster().people()[&person(ANNA)].role,
        Role::Colleague
    );
}

#[test]
fn removal_beats_an_addition_beside_it() {
    let mut team = Organisation::of(4);
    let before = team.seen();
    let removal = team.now(&[BORIS], removes_device(CLARA));
    let vouched = team.having_seen(&before, &[ANNA, CLARA], admits_person(GHOST));
    let with_ghost = team.having_seen(&[vouched], &[ANNA, CLARA], admits_device(GHOST));
    assert_eq!(
        why(&team, vouched),
        Some(Reason::RemovedMeanwhile { by: removal })
    );
    assert_eq!(
        why(&team, with_ghost),
        Some(Reason::RemovedMeanwhile { by: removal })
    );
    // What the ghost signs afterwards rests on nothing.
    let by_ghost = team.having_seen(&[with_ghost], &[GHOST], removes_device(DAVID));
    assert_eq!(
        why(&team, by_ghost),
        Some(Reason::NotAMember(device(GHOST)))
    );
    assert!(team.reaches(DAVID) && !team.reaches(GHOST));
}

#[test]
fn an_entry_that_the_remover_had_seen_stands() {
    let mut team = Organisation::of(4);
    let vouched = team.now(&[ANNA, CLARA], admits_person(GHOST));
    team.now(&[ANNA, CLARA], admits_device(GHOST));
    team.now(&[BORIS], removes_device(CLARA));
    assert_eq!(why(&team, vouched), None);
    assert!(team.reaches(GHOST));
}

#[test]
fn of_two_who_remove_each_other_the_earlier_admitted_stays() {
    let mut team = Organisation::of(4);
    let before = team.seen();
    let by_david = team.having_seen(&before, &[DAVID], removes_device(CLARA));
    let by_clara = team.having_seen(&before, &[CLARA], removes_device(DAVID));
    assert_eq!(why(&team, by_clara), None);
    assert_eq!(
        why(&team, by_david),
        Some(Reason::Excluded { by: by_clara })
    );
    assert!(team.reaches(CLARA) && !team.reaches(DAVID));
    // Nothing is dropped: it can be read, and signed again by somebody else.
    assert!(team.graph.entry(&by_david).is_some());
    team.now(&[BORIS], removes_device(CLARA));
    assert!(!team.reaches(CLARA));
}

#[test]
fn in_a_circle_of_three_only_the_earliest_removal_stands() {
    let mut team = Organisation::of(3);
    let before = team.seen();
    let by_anna = team.having_seen(&before, &[ANNA], removes_device(BORIS));
    let by_boris = team.having_seen(&before, &[BORIS], removes_device(CLARA));
    let by_clara = team.having_seen(&before, &[CLARA], removes_device(ANNA));
    assert_eq!(why(&team, by_anna), None);
    assert_eq!(
        why(&team, by_boris),
        Some(Reason::RemovedMeanwhile { by: by_anna })
    );
    assert_eq!(why(&team, by_clara), Some(Reason::Excluded { by: by_anna }));
}

#[test]
fn seniority_counts_for_nothing_where_removals_only_follow_on_one_another() {
    let mut team = Organisation::of(4);
    let before = team.seen();
    let by_david = team.having_seen(&before, &[DAVID], removes_device(ANNA));
    let by_anna = team.having_seen(&before, &[ANNA], removes_device(BORIS));
    assert_eq!(why(&team, by_david), None);
    assert_eq!(
        why(&team, by_anna),
        Some(Reason::RemovedMeanwhile { by: by_david })
    );
    assert!(team.reaches(BORIS) && !team.reaches(ANNA));
}

#[test]
fn a_third_removal_from_outside_ends_a_circle() {
    let mut team = Organisation::of(4);
    let before = team.seen();
    // Anna's device was stolen. The thief removes Boris, who removes it; Clara knows of neither.
    let by_the_thief = team.having_seen(&before, &[ANNA], removes_device(BORIS));
    let by_boris = team.having_seen(&before, &[BORIS], removes_device(ANNA));
    assert_eq!(
        why(&team, by_boris),
        Some(Reason::Excluded { by: by_the_thief })
    );
    let by_clara = team.having_seen(&before, &[CLARA], removes_device(ANNA));
    assert_eq!(
        why(&team, by_the_thief),
        Some(Reason::RemovedMeanwhile { by: by_clara })
    );
    assert_eq!(why(&team, by_boris), None);
    assert!(team.reaches(BORIS) && !team.reaches(ANNA));
}

#[test]
fn a_stolen_device_that_names_old_heads_brings_nobody_in() {
    let mut team = Organisation::of(4);
    let old = team.seen();
    let removal = team.now(&[BORIS], removes_device(CLARA));
    team.now(&[ANNA, DAVID], admits_second_device(CLARA));
    let struck = Some(Reason::RemovedMeanwhile { by: removal });
    for deed in [
        (&[CLARA, DAVID][..], admits_person(GHOST)),
        (&[CLARA], removes_device(ANNA)),
        (&[CLARA], Act::Leave),
        (
            &[CLARA],
            Act::RenewTransit {
                transit: TransitKey(vec![66]),
            },
        ),
    ] {
        let by_the_thief = team.having_seen(&old, deed.0, deed.1);
        assert_eq!(why(&team, by_the_thief), struck);
    }
    assert!(team.reaches(ANNA));
    assert!(
        team.graph
            .roster()
            .may_receive(&device_of(CLARA, 1))
            .is_ok()
    );
}

#[test]
fn exclusion_through_somebody_who_was_vouched_for_is_seen() {
    let mut team = Organisation::of(4);
    let before = team.seen();
    // Clara's device is stolen; the thief and David, who was deceived, let a ghost in, and the ghost
    // removes Boris, who removes Clara's device at the same time.
    team.having_seen(&before, &[CLARA, DAVID], admits_person(GHOST));
    let heads: Vec<_> = team.seen();
    let ghost = team.having_seen(&heads, &[CLARA, DAVID], admits_device(GHOST));
    let by_ghost = team.having_seen(&[ghost], &[GHOST], removes_device(BORIS));
    let by_boris = team.having_seen(&before, &[BORIS], removes_device(CLARA));
    assert_eq!(why(&team, by_boris), None);
    assert_eq!(
        why(&team, by_ghost),
        Some(Reason::Excluded { by: by_boris })
    );
    assert!(team.reaches(BORIS) && !team.reaches(GHOST));
}

#[test]
fn letters_go_to_the_latest_transit_key_and_never_to_one_from_before_a_return() {
    let mut team = Organisation::of(3);
    let key = |team: &Organisation| team.graph.roster().may_receive(&device(CLARA)).cloned();
    let renews = |byte| Act::RenewTransit {
        transit: TransitKey(vec![byte]),
    };
    assert_eq!(key(&team), Ok(transit(device(CLARA))));
    team.now(&[CLARA], renews(71));
    team.now(&[CLARA], renews(70));
    assert_eq!(key(&team), Ok(TransitKey(vec![70])));
    let before = team.seen();
    team.now(&[ANNA], removes_device(CLARA));
    team.having_seen(&before, &[CLARA], renews(72));
    team.now(&[ANNA, BORIS], admits_device(CLARA));
    assert_eq!(key(&team), Ok(transit(device(CLARA))));
}

#[test]
fn whoever_leaves_is_gone_with_all_devices() {
    let mut team = Organisation::of(3);
    team.now(&[ANNA, BORIS], admits_second_device(CLARA));
    team.now(&[CLARA], Act::Leave);
    let roster = team.graph.roster();
    assert!(!roster.people().contains_key(&person(CLARA)));
    assert_eq!(roster.may_receive(&device(CLARA)), Err(Refusal::Gone));
    assert_eq!(roster.may_receive(&device_of(CLARA, 1)), Err(Refusal::Gone));
    assert_eq!(
        roster.may_receive(&device(GHOST)),
        Err(Refusal::NeverAdmitted)
    );
}

#[test]
fn a_key_that_was_claimed_for_two_people_speaks_for_none() {
    let mut team = Organisation::of(4);
    let twice = Act::AdmitDevice {
        person: person(CLARA),
        device: device(DAVID),
        transit: transit(device(DAVID)),
    };
    let claim = team.now(&[ANNA, BORIS], twice);
    let refusal = Refusal::InQuarantine {
        entry: claim,
        why: Reason::OfTwoPeople(device(DAVID)),
    };
    assert_eq!(why(&team, claim), Some(Reason::OfTwoPeople(device(DAVID))));
    assert_eq!(
        team.graph.roster().may_receive(&device(DAVID)),
        Err(refusal)
    );
    let signed = team.now(&[DAVID], removes_device(CLARA));
    assert_eq!(why(&team, signed), Some(Reason::OfTwoPeople(device(DAVID))));
}

#[test]
fn entries_wait_for_what_they_had_seen() {
    let whole = Organisation::of(3);
    let last = *whole.graph.heads().first().expect("a head");
    let mut part = Graph::new(charter(2, 2)).expect("a charter");
    part.add(whole.graph.entry(&last).expect("the last entry").clone());
    assert!(part.roster().waiting().contains(&last));
    assert_eq!(part.heads().first(), Some(&part.organisation()));
    assert_eq!(part.merge(&whole.graph), Ok(()));
    assert!(part.roster().waiting().is_empty());
    assert_eq!(part, whole.graph);
}

#[test]
fn another_organisation_stays_apart() {
    let mut team = Organisation::of(2);
    let other = Organisation::founded_by(3, 2);
    assert_eq!(team.graph.merge(&other.graph), Err(AnotherOrganisation));
    let its_charter = other.graph.organisation();
    team.graph.add(charter(3, 2));
    assert_eq!(why(&team, its_charter), Some(Reason::AnotherCharter));
    let no_charter = deed(&[ANNA], Act::Leave).signed(&team.seen());
    assert_eq!(Graph::new(no_charter), Err(NotACharter));
}

#[test]
fn nothing_becomes_an_entry_that_is_not_signed_and_whole() {
    let team = Organisation::of(2);
    let seen = team.seen();
    let refused = |entry| check(entry).expect_err("not an entry");

    let mut forged = entry(&seen, admits_person(CLARA), &[device(ANNA), device(BORIS)]);
    forged.signatures.insert(device(BORIS), Signature(vec![0]));
    assert_eq!(refused(forged), EntryError::WrongSignature(device(BORIS)));

    let mut unasked = deed(&[ANNA, BORIS], admits_device(CLARA))
        .signed(&seen)
        .content()
        .clone();
    unasked.signatures.remove(&device(CLARA));
    assert_eq!(refused(unasked), EntryError::NotAgreed(device(CLARA)));

    let nobody = entry(&seen, admits_person(CLARA), &[]);
    assert_eq!(refused(nobody), EntryError::WrongCount { found: 0 });
    let two_leave = entry(&seen, Act::Leave, &[device(ANNA), device(BORIS)]);
    assert_eq!(refused(two_leave), EntryError::WrongCount { found: 2 });
    let without_past = entry(&[], admits_person(CLARA), &[device(ANNA), device(BORIS)]);
    assert_eq!(refused(without_past), EntryError::WrongHeads);
}

#[test]
fn a_charter_states_a_threshold_that_its_founders_can_meet() {
    let founded = |people: &[u8], threshold: u8| {
        let founder = |number: &u8| Founder {
            person: person(*number),
            device: device(*number),
            transit: transit(device(*number)),
        };
        let founders = people.iter().map(founder).collect();
        let devices: Vec<DeviceId> = people.iter().map(|number| device(*number)).collect();
        let act = Act::Charter {
            threshold,
            erasure: 1,
            founders,
        };
        Verified::check(entry(&[], act, &devices), &Trusting).map(|_| ())
    };
    let wrong = |threshold, founders| {
        Err(EntryError::WrongThreshold {
            threshold,
            founders,
        })
    };
    assert_eq!(founded(&[ANNA], 1), Ok(()));
    assert_eq!(founded(&[ANNA, BORIS], 2), Ok(()));
    assert_eq!(founded(&[ANNA, BORIS], 1), wrong(1, 2));
    assert_eq!(founded(&[ANNA, BORIS], 3), wrong(3, 2));
    assert_eq!(founded(&[ANNA], 0), wrong(0, 1));
    assert_eq!(founded(&[], 0), wrong(0, 0));
    assert_eq!(founded(&[ANNA, ANNA], 2), Err(EntryError::FounderTwice));
    let mut unsigned = charter(2, 2).content().clone();
    unsigned.signatures.remove(&device(BORIS));
    assert_eq!(
        check(unsigned).map(|_| ()),
        Err(EntryError::NotAgreed(device(BORIS)))
    );
    let mut with_a_stranger = charter(2, 2).content().clone();
    with_a_stranger.signatures.insert(device(GHOST), good());
    assert_eq!(
        check(with_a_stranger).map(|_| ()),
        Err(EntryError::WrongCount { found: 3 })
    );
}

#[test]
fn a_reason_is_a_sentence() {
    let by = charter(2, 2).id();
    assert_eq!(
        Reason::TooFew {
            needed: 2,
            found: 1
        }
        .to_string(),
        "its signatures count as those of 1 where 2 are needed"
    );
    assert!(
        Reason::Excluded { by }
            .to_string()
            .ends_with("by whoever was admitted earlier")
    );
}
