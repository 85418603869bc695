//! What holds of every graph, however wild: the order of arrival does not count, and the roster keeps
//! what it promises.

mod membership_support;

use membership_support::{Organisation, charter};
use membership_support::{check, device_of, entry, invariants, person, transit};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use vault::membership::{Act, DeviceId, Entry, EntryId, Graph, TransitKey, Verified};

/// Founders 0 and 1, colleagues 2 and 3; person 4 is known and has no device. Everybody has a second
/// device, which nobody has admitted.
const PEOPLE: u8 = 5;

/// An entry that is still to be laid: its heads are chosen among those before it.
#[derive(Clone, Debug)]
struct Draft {
    act: Act,
    signed_by: Vec<DeviceId>,
    heads: Vec<Index>,
}

fn any_person() -> impl Strategy<Value = u8> {
    0..PEOPLE
}

/// Mostly a device that was admitted, so that not everything is refused at once.
fn any_device() -> impl Strategy<Value = DeviceId> {
    prop_oneof![
        12 => (0..PEOPLE - 1).prop_map(|person| device_of(person, 0)),
        2 => Just(device_of(PEOPLE - 1, 0)),
        1 => any_person().prop_map(|person| device_of(person, 1)),
    ]
}

/// A device with the person whose it is, or, now and then, is said to be.
fn any_claim() -> impl Strategy<Value = (u8, DeviceId)> {
    (any_person(), 0..2_u8, any_person(), 0..8_u8).prop_map(|(owner, number, other, odds)| {
        (
            if odds == 0 { other } else { owner },
            device_of(owner, number),
        )
    })
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => any_person().prop_map(|number| Act::AdmitPerson { person: person(number) }),
        3 => any_claim().prop_map(|(number, device)| Act::AdmitDevice {
            person: person(number),
            device,
            transit: transit(device),
        }),
        2 => any_person().prop_map(|number| Act::MakeOrganiser { person: person(number) }),
        10 => any_device().prop_map(|device| Act::RemoveDevice { device }),
        2 => any_person().prop_map(|number| Act::RemovePerson { person: person(number) }),
        1 => Just(Act::Leave),
        1 => any::<u8>().prop_map(|key| Act::RenewTransit { transit: TransitKey(vec![key]) }),
    ]
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let signed_by = prop::collection::vec(any_device(), 1..5);
    let heads = prop::collection::vec(any::<Index>(), 1..3);
    (any_act(), signed_by, heads).prop_map(|(act, mut signed_by, heads)| {
        match &act {
            Act::AdmitDevice { device, .. } => signed_by.push(*device),
            Act::Leave | Act::RenewTransit { .. } | Act::RemoveDevice { .. } => {
                signed_by.truncate(1)
            }
            _ => {}
        }
        Draft {
            act,
            signed_by,
            heads,
        }
    })
}

/// All entries of a graph in an order in which they can be made.
fn any_entries(most: usize) -> impl Strategy<Value = Vec<Verified<Entry>>> {
    prop::collection::vec(any_draft(), 0..most).prop_map(|drafts| {
        let mut organisation = Organisation::of(PEOPLE - 1);
        let last = organisation.now(&[0, 1], membership_support::admits_person(PEOPLE - 1));
        let mut ids: Vec<EntryId> = vec![last];
        let mut all: Vec<Verified<Entry>> = organisation.graph.entries().cloned().collect();
        for draft in drafts {
            let heads: Vec<EntryId> = draft.heads.iter().map(|head| *head.get(&ids)).collect();
            let laid = check(entry(&heads, draft.act, &draft.signed_by)).expect("a whole entry");
            ids.push(laid.id());
            all.push(laid);
        }
        all
    })
}

fn graph<'a>(entries: impl IntoIterator<Item = &'a Verified<Entry>>) -> Graph {
    let mut graph = Graph::new(charter(2, 2)).expect("a charter");
    entries
        .into_iter()
        .for_each(|entry| graph.add(entry.clone()));
    graph
}

fn rounds(ordinary: u32, long: u32) -> ProptestConfig {
    let is_long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    ProptestConfig::with_cases(if is_long { long } else { ordinary })
}

/// Without it the laws could hold because nothing ever happens.
#[test]
fn the_graphs_of_these_laws_reach_every_danger() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..1_000 {
        let entries = any_entries(14)
            .new_tree(&mut runner)
            .expect("entries")
            .current();
        for reason in graph(&entries).roster().quarantine().values() {
            let name = format!("{reason:?}");
            let name = name.split([' ', '(']).next().unwrap_or_default();
            *reached.entry(name.to_owned()).or_default() += 1;
        }
    }
    println!("{reached:?}");
    for name in [
        "NotAMember",
        "OfTwoPeople",
        "TooFew",
        "NoOrganiser",
        "UnknownSubject",
        "RemovedMeanwhile",
        "Excluded",
    ] {
        assert!(
            reached.get(name).is_some_and(|times| *times >= 10),
            "{name}: {reached:?}"
        );
    }
}

proptest! {
    #![proptest_config(rounds(2_000, 1_000_000))]

    #[test]
    fn every_roster_keeps_what_it_promises(entries in any_entries(14)) {
        let graph = graph(&entries);
        prop_assert_eq!(invariants::check(&graph, &graph.roster()), Ok(()));
    }
}

proptest! {
    #![proptest_config(rounds(500, 50_000))]

    #[test]
    fn entries_may_come_in_any_order_and_twice(
        (entries, shuffled) in any_entries(20).prop_flat_map(|entries| {
            let twice = [entries.clone(), entries.clone()].concat();
            (Just(entries), Just(twice).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(graph(&shuffled), graph(&entries));
        prop_assert_eq!(graph(&shuffled).roster(), graph(&entries).roster());
    }

    #[test]
    fn any_two_parts_merge_into_the_whole_whichever_comes_first(
        entries in any_entries(20),
        sides in prop::collection::vec(0..3_u8, 32),
    ) {
        let side = |number: usize| sides[number % sides.len()];
        let part = |left_out: u8| {
            let all = entries.iter().enumerate();
            graph(all.filter(|(number, _)| side(*number) != left_out).map(|(_, entry)| entry))
        };
        // Entries of side 2 are in both parts.
        let (one, other) = (part(0), part(1));
        let merged = |first: &Graph, second: &Graph| {
            let mut merged = first.clone();
            merged.merge(second).map(|()| merged)
        };
        prop_assert_eq!(merged(&one, &other), Ok(graph(&entries)));
        prop_assert_eq!(merged(&other, &one), Ok(graph(&entries)));
        prop_assert_eq!(merged(&one, &one), Ok(one));
    }

    #[test]
    fn a_part_shows_no_device_of_which_it_has_not_seen_the_admission(
        entries in any_entries(20),
        left_out in any::<Index>(),
    ) {
        let mut part = entries.clone();
        part.remove(left_out.index(entries.len()));
        let graph = graph(&part);
        let roster = graph.roster();
        prop_assert_eq!(invariants::check(&graph, &roster), Ok(()));
        // Whoever rests on what is missing waits, and waiting entries count for nothing.
        for waiting in roster.waiting() {
            prop_assert!(!roster.quarantine().contains_key(waiting));
            prop_assert!(!graph.heads().contains(waiting));
        }
    }

    #[test]
    fn what_strangers_write_changes_nothing(entries in any_entries(14), drafts in prop::collection::vec(any_draft(), 1..6)) {
        let before = graph(&entries);
        let mut after = before.clone();
        let ids: Vec<EntryId> = entries.iter().map(Verified::id).collect();
        let stranger = DeviceId([250; 32]);
        for draft in drafts {
            let heads: Vec<EntryId> = draft.heads.iter().map(|head| *head.get(&ids)).collect();
            let mut signed_by = vec![stranger];
            if let Act::AdmitDevice { device, .. } = &draft.act {
                signed_by.push(*device);
            }
            after.add(check(entry(&heads, draft.act, &signed_by)).expect("a whole entry"));
        }
        let (before, after) = (before.roster(), after.roster());
        // A device can spoil its own key by claiming it for somebody else, and nobody else's.
        let spoilt = |device: &DeviceId| matches!(
            after.may_receive(device),
            Err(vault::membership::Refusal::InQuarantine { why: vault::membership::Reason::OfTwoPeople(_), .. })
        );
        for (device, key) in before.recipients() {
            prop_assert!(spoilt(&device) || after.may_receive(&device) == Ok(key));
        }
        for (device, _) in after.recipients() {
            prop_assert!(before.may_receive(&device).is_ok());
        }
    }
}
