//! Many entries, and many compartments, are written at once: what is read afterwards is what would be
//! read had they come one by one. That a power cut leaves all or none of them is tested in
//! `the_power_is_cut.rs`.

mod world;

use proptest::prelude::*;
use std::collections::BTreeSet;
use vault::{CompartmentId, DeviceId, Quarantined, Vault, VaultError};
use world::{Dice, NOON, Place, carry, join, texts};

fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("entry {at}")).collect()
}

#[test]
fn many_entries_are_read_as_if_they_had_come_one_by_one() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first
        .grant(case, second.device(), vault::History::All, NOON)
        .expect("granted");
    let said = numbered(300);
    let entries = said.iter().zip(NOON..);
    let ids = first.append_all(case, entries).expect("written");

    let read = first.operations(case).expect("known");
    assert_eq!(texts(&first, case), said);
    assert!(read.iter().map(|opened| opened.id).eq(ids));
    assert!(
        read.iter()
            .map(|opened| opened.claimed)
            .eq(NOON..NOON + 300)
    );
    let numbers: Vec<u64> = read.iter().map(|opened| opened.number).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]));
    carry(&mut first, &mut second);
    assert_eq!(texts(&second, case), said, "a colleague reads the same");
    assert_eq!(second.standing(case).expect("known").alarms, []);
}

#[test]
fn of_entries_one_of_which_cannot_be_written_none_is() {
    let here = Place::new();
    let mut vault = here.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let entries = [vec![b'a'; 10], vec![b'b'; 300 << 10], vec![b'c'; 10]];
    let refused = vault.append_all(case, entries.map(|bytes| (bytes, NOON)));
    assert!(matches!(refused, Err(VaultError::TooLong)));
    assert_eq!(texts(&vault, case), [""; 0]);
    assert_eq!(
        vault.append_all(case, [(b"a", NOON); 0]).expect("nothing"),
        []
    );
    let nowhere = CompartmentId([9; 16]);
    let refused = vault.append_all(nowhere, [(b"a", NOON)]);
    assert!(matches!(refused, Err(VaultError::UnknownCompartment(_))));
}

#[test]
fn compartments_founded_at_once_are_there_after_closing() {
    let place = Place::new();
    let mut vault = place.found(1);
    let kinds: Vec<u64> = (1..=400).collect();
    let founded = vault.compartments_new(&kinds, NOON).expect("compartments");
    let expected: BTreeSet<_> = founded.iter().copied().zip(kinds).collect();
    vault
        .append(founded[7], b"in the eighth", NOON)
        .expect("written");
    drop(vault);
    let vault = place.open().expect("it opens");
    let mut found: BTreeSet<_> = vault.compartments().into_iter().collect();
    found.remove(&(vault.own_compartment(), vault::ORGANISATION));
    assert_eq!(found, expected);
    assert_eq!(texts(&vault, founded[7]), ["in the eighth"]);
}

/// Everything that can be seen of a compartment, in the order in which it is read.
type Seen = (Vec<String>, BTreeSet<DeviceId>, Vec<Quarantined>, usize);

fn seen(vault: &Vault, case: CompartmentId) -> Seen {
    let standing = vault.standing(case).expect("known");
    assert_eq!(standing.alarms, []);
    let (readers, quarantined) = (standing.readers, standing.quarantined);
    (
        texts(vault, case),
        readers,
        quarantined,
        standing.unreadable,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(world::rounds(6, 200) as u32))]

    /// What a vault remembers of a compartment while it writes is what it finds when it reads anew;
    /// whoever else writes at the same time.
    #[test]
    fn what_is_remembered_is_what_is_read_anew(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let (here, there) = (Place::new(), Place::new());
        let mut first = here.found(1);
        let mut second = join(&there, &mut first);
        let case = first.compartment_new(1, NOON).expect("a compartment");
        first.grant(case, second.device(), vault::History::All, NOON).expect("granted");
        carry(&mut first, &mut second);
        for round in 0..14 {
            let who = if dice.below(3) == 0 { &mut second } else { &mut first };
            let texts = numbered(1 + dice.below(4)).into_iter().map(|text| format!("{round} {text}"));
            who.append_all(case, texts.map(|text| (text, NOON))).expect("written");
            match dice.below(6) {
                0 => carry(&mut first, &mut second),
                1 => carry(&mut second, &mut first),
                2 => first.renew(case, NOON).expect("renewed"),
                _ => {}
            }
            // Asking remembers, and must not change what is remembered next.
            if dice.below(2) == 0 {
                seen(&first, case);
            }
        }
        carry(&mut second, &mut first);
        first.append(case, b"the last", NOON).expect("written");
        let remembered = seen(&first, case);
        drop(first);
        let first = here.open().expect("it opens");
        prop_assert_eq!(seen(&first, case), remembered);
    }
}
