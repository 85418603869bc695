//! Merging is union: bundles come in any order, twice, in part or not at all, and in the end every
//! device that has the same entries shows the same.

mod world;

use vault::{Alarm, CompartmentId, DeviceId, History, Vault, VaultError};
use world::{Dice, NOON, Place, carry, join, rounds, texts};

/// Three devices that read one case.
fn team(places: &[Place; 3]) -> (Vec<Vault>, Vec<DeviceId>) {
    let mut first = places[0].found(1);
    let mut second = join(&places[1], &mut first);
    let third = join(&places[2], &mut first);
    carry(&mut first, &mut second);
    let vaults = vec![first, second, third];
    let names = vaults.iter().map(Vault::device).collect();
    (vaults, names)
}

fn shared_case(vaults: &mut [Vault], names: &[DeviceId]) -> CompartmentId {
    let case = vaults[0].compartment_new(1, NOON).expect("a compartment");
    for name in &names[1..] {
        vaults[0]
            .grant(case, *name, History::All, NOON)
            .expect("granted");
    }
    let bundle = vaults[0]
        .export_only(names, &[case].into())
        .expect("a bundle");
    for vault in &mut vaults[1..] {
        vault.import(&bundle).expect("it opens");
    }
    case
}

/// What a device shows of a case: entries in order, and everything else that it says of it.
fn shown(vault: &Vault, case: CompartmentId) -> String {
    format!(
        "{:?} {:?}",
        texts(vault, case),
        vault.standing(case).expect("known")
    )
}

#[test]
fn entries_merge_in_any_order_and_any_number_of_times() {
    let places = [Place::new(), Place::new(), Place::new()];
    let (mut vaults, names) = team(&places);
    let mut dice = Dice(23);
    for round in 0..rounds(8, 300) {
        let case = shared_case(&mut vaults, &names);
        let mut bundles = vec![];
        for number in 0..6 {
            let by = dice.below(3);
            vaults[by]
                .append(case, format!("{round}.{number}").as_bytes(), NOON)
                .expect("written");
            bundles.push(
                vaults[by]
                    .export_only(&names, &[case].into())
                    .expect("a bundle"),
            );
            if dice.below(3) == 0 {
                let news = bundles[dice.below(bundles.len())].clone();
                vaults[dice.below(3)].import(&news).expect("it opens");
            }
        }
        // Each device gets every bundle, shuffled in its own way, some of them twice.
        for vault in &mut vaults {
            let mut order: Vec<usize> = (0..bundles.len())
                .chain([dice.below(bundles.len())])
                .collect();
            (1..order.len()).for_each(|at| order.swap(at, dice.below(at + 1)));
            for at in order {
                vault.import(&bundles[at]).expect("it opens");
            }
        }
        assert_eq!(texts(&vaults[0], case).len(), 6);
        let all: Vec<String> = vaults.iter().map(|vault| shown(vault, case)).collect();
        assert!(all[0] == all[1] && all[1] == all[2], "{all:#?}");
    }
}

#[test]
fn a_bundle_that_came_before_brings_nothing_new() {
    let places = [Place::new(), Place::new(), Place::new()];
    let (mut vaults, names) = team(&places);
    let case = shared_case(&mut vaults, &names);
    vaults[0].append(case, b"once", NOON).expect("written");
    let bundle = vaults[0].export(&names).expect("a bundle");
    let first = vaults[1].import(&bundle).expect("it opens");
    assert!(first.new > 0);
    let before = shown(&vaults[1], case);
    let again = vaults[1].import(&bundle).expect("it opens");
    assert_eq!((again.new, again.kept_aside), (0, 0));
    assert_eq!(again.known, first.new + first.known);
    assert_eq!(shown(&vaults[1], case), before);
}

#[test]
fn an_entry_that_has_not_arrived_is_missed() {
    let places = [Place::new(), Place::new(), Place::new()];
    let (mut vaults, names) = team(&places);
    let case = shared_case(&mut vaults, &names);
    vaults[1].append(case, b"withheld", NOON).expect("written");
    carry_case(&mut vaults, 1, 0, &names, case);
    let id = vaults[0].operations(case).expect("known")[0].id;
    vaults[0].append(case, b"an answer", NOON).expect("written");
    // Whoever carries the answer has lost what it answers.
    let bundle = vaults[0]
        .export_only(&names, &[case].into())
        .expect("a bundle");
    drop(bundle);
    let alarms = vaults[0].standing(case).expect("known").alarms;
    assert_eq!(alarms, [], "here nothing is missing");
    let log = places[0].path("vault/log");
    vaults.remove(0);
    let rows = vault::rusqlite::Connection::open(&log).expect("a database");
    let last: i64 = rows
        .query_row("SELECT max(number) FROM rows", [], |row| row.get(0))
        .expect("rows");
    rows.execute("DELETE FROM rows WHERE number = ?1", [last - 1])
        .expect("SQL");
    drop(rows);
    let vault = places[0].open().expect("it opens");
    let alarms = vault.standing(case).expect("known").alarms;
    assert_eq!(alarms, [Alarm::Missing(id)]);
    assert_eq!(texts(&vault, case), ["an answer"]);
}

fn carry_case(
    vaults: &mut [Vault],
    from: usize,
    to: usize,
    names: &[DeviceId],
    case: CompartmentId,
) {
    let bundle = vaults[from]
        .export_only(&[names[to]], &[case].into())
        .expect("a bundle");
    vaults[to].import(&bundle).expect("it opens");
}

#[test]
fn a_bundle_for_others_or_changed_on_the_way_brings_nothing() {
    let places = [Place::new(), Place::new(), Place::new()];
    let (mut vaults, names) = team(&places);
    let case = shared_case(&mut vaults, &names);
    vaults[0].append(case, b"once", NOON).expect("written");
    let bundle = vaults[0].export(&[names[1]]).expect("a bundle");
    assert!(matches!(vaults[2].import(&bundle), Err(VaultError::Bundle)));
    let mut dice = Dice(4);
    for _ in 0..rounds(30, 3000) {
        let mut changed = bundle.clone();
        let bit = dice.below(changed.len() * 8);
        changed[bit / 8] ^= 1 << (bit % 8);
        match vaults[1].import(&changed) {
            Err(VaultError::Bundle) => {}
            // One of the wraps for nobody was hit.
            Ok(_) => assert!(bit / 8 < 8 * 1200),
            Err(other) => panic!("bit {bit}: {other}"),
        }
    }
    assert!(vaults[1].import(&bundle).is_ok());
}

/// From one entry to a hundred: whoever carries a bundle sees a size class.
#[test]
fn the_length_of_a_small_bundle_says_little() {
    let places = [Place::new(), Place::new(), Place::new()];
    let (mut vaults, names) = team(&places);
    let case = shared_case(&mut vaults, &names);
    let mut lengths = std::collections::BTreeSet::new();
    for _ in 0..30 {
        vaults[0]
            .append(case, b"a few words", NOON)
            .expect("written");
        for to in [1, 2] {
            let bundle = vaults[0].export(&names[to..]).expect("a bundle");
            lengths.insert(bundle.len());
        }
    }
    assert!(lengths.len() <= 2, "{lengths:?}");
}
