//! Bits flip and files end too early. Whatever happened is noticed and named, the rest is read, and
//! no entry ever reads as something that nobody wrote.

mod world;

use std::collections::BTreeSet;
use std::fs;
use vault::{CompartmentId, VaultError};
use world::{Dice, NOON, Place, rounds, texts};

const ENTRIES: usize = 30;

fn filled(place: &Place) -> CompartmentId {
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    for number in 0..ENTRIES {
        // Of several size classes, so that rows lie on one page and on many.
        let text = format!("entry {number} {}", "words ".repeat(number * 40));
        vault.append(case, text.as_bytes(), NOON).expect("written");
    }
    case
}

/// Opens a damaged copy: either everything is there, or damage is named and the rest is there.
fn judge(place: &Place, case: CompartmentId, whole: &BTreeSet<String>, what: &str) -> usize {
    let Ok(vault) = place.open() else {
        // Not even a part can be read, and that was said.
        return 0;
    };
    let found: BTreeSet<String> = texts(&vault, case).into_iter().collect();
    assert!(
        found.is_subset(whole),
        "{what}: something that nobody wrote"
    );
    if found.len() < whole.len() {
        assert!(
            !vault.damage().is_empty(),
            "{what}: {} entries lost in silence",
            whole.len() - found.len()
        );
    }
    found.len()
}

#[test]
fn a_flipped_bit_costs_one_entry_at_most_where_entries_lie() {
    let place = Place::new();
    let case = filled(&place);
    let log = place.path("vault").join("log");
    let sound = fs::read(&log).expect("the log");
    let whole: BTreeSet<String> = texts(&place.open().expect("it opens"), case)
        .into_iter()
        .collect();
    assert_eq!(whole.len(), ENTRIES);
    let mut dice = Dice(5);
    let mut lost = 0;
    for _ in 0..rounds(15, 1000) {
        let bit = dice.below(sound.len() * 8);
        let mut bytes = sound.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(&log, bytes).expect("written");
        let what = format!("bit {bit} of {}", sound.len() * 8);
        lost += whole.len() - judge(&place, case, &whole, &what);
    }
    assert!(
        lost > 0,
        "no flip hit anything: the test would show nothing"
    );
}

#[test]
fn a_log_that_ends_too_early_is_read_as_far_as_it_goes() {
    let place = Place::new();
    let case = filled(&place);
    let log = place.path("vault").join("log");
    let sound = fs::read(&log).expect("the log");
    let whole: BTreeSet<String> = texts(&place.open().expect("it opens"), case)
        .into_iter()
        .collect();
    let mut counts = vec![];
    for eighths in [7, 6, 4, 2] {
        let end = sound.len() / 8 * eighths;
        fs::write(&log, &sound[..end]).expect("written");
        counts.push(judge(
            &place,
            case,
            &whole,
            &format!("the first {eighths} eighths"),
        ));
    }
    assert!(counts[0] > 0 && counts[0] < ENTRIES, "{counts:?}");
}

#[test]
fn nothing_is_written_to_a_damaged_file() {
    let place = Place::new();
    let case = filled(&place);
    let log = place.path("vault").join("log");
    let sound = fs::read(&log).expect("the log");
    fs::write(&log, &sound[..sound.len() / 2]).expect("written");
    let mut vault = place.open().expect("it opens");
    assert!(matches!(
        vault.append(case, b"more", NOON),
        Err(VaultError::Damaged)
    ));
}

#[test]
fn a_key_box_with_any_byte_changed_does_not_open() {
    let place = Place::new();
    drop(place.found(1));
    let keys = place.path("vault").join("keys");
    let sound = fs::read(&keys).expect("the key box");
    let mut dice = Dice(6);
    for _ in 0..rounds(8, 400) {
        let bit = dice.below(sound.len() * 8);
        let mut bytes = sound.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(&keys, bytes).expect("written");
        assert!(place.open().is_err(), "bit {bit}");
    }
    fs::write(&keys, sound).expect("written");
    assert!(place.open().is_ok());
}
