//! What was written is there again, for whoever has the passphrase and the device, and for nobody else.

mod world;

use vault::{KeyBoxError, OpenError, Vault, VaultError};
use world::{NOON, Place, carry, join, texts, typed};

#[test]
fn what_was_written_is_read_again_after_closing() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    vault
        .append(case, "Идрис called".as_bytes(), NOON + 60)
        .expect("written");
    vault
        .append(case, b"he is well", NOON + 120)
        .expect("written");
    let device = vault.device();
    drop(vault);
    let vault = place.open().expect("it opens");
    assert_eq!(texts(&vault, case), ["Идрис called", "he is well"]);
    assert_eq!(vault.damage(), []);
    assert_eq!(
        vault.compartments().len(),
        2,
        "the organisation's own, and the case"
    );
    let operations = vault.operations(case).expect("known");
    // The first operation opened the epoch.
    let numbers: Vec<u64> = operations.iter().map(|opened| opened.number).collect();
    assert_eq!(numbers, [2, 3]);
    assert!(operations.iter().all(|opened| opened.author == device));
    assert_eq!(operations[0].claimed, NOON + 60);
}

#[test]
fn another_passphrase_opens_nothing_and_does_not_say_why() {
    let place = Place::new();
    drop(place.found(1));
    let wrong = Vault::open(place.home(), &typed("ten slow herons")).err();
    let nothing = |error: Option<OpenError>| {
        matches!(error, Some(OpenError::KeyBox(KeyBoxError::NothingOpens)))
    };
    assert!(nothing(wrong));
    std::fs::remove_file(place.path("secrets").join("device")).expect("removed");
    assert!(
        nothing(place.open().err()),
        "without the device's secret it is the same"
    );
}

#[test]
fn a_changed_passphrase_replaces_the_old_and_a_second_stands_beside_it() {
    let place = Place::new();
    let mut vault = place.found(1);
    vault
        .change_passphrase(&typed("new words"))
        .expect("changed");
    vault.add_passphrase(&typed("more words")).expect("added");
    drop(vault);
    assert!(place.open().is_err());
    for words in ["new words", "more words"] {
        assert!(Vault::open(place.home(), &typed(words)).is_ok(), "{words}");
    }
}

#[test]
fn one_vault_is_not_opened_twice_at_once() {
    let place = Place::new();
    let vault = place.found(1);
    assert!(matches!(place.open(), Err(OpenError::InUse)));
    drop(vault);
    assert!(place.open().is_ok());
}

#[test]
fn a_new_vault_never_replaces_an_old_one() {
    let place = Place::new();
    drop(place.found(1));
    let again = Vault::create(
        place.home(),
        &world::passphrase(),
        vault::Hardness::FLOOR,
        1,
        NOON,
    );
    assert!(matches!(again, Err(OpenError::VaultExists)));
}

#[test]
fn two_devices_write_and_read_the_same_case() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(2);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first.append(case, b"one", NOON).expect("written");
    first
        .grant(case, second.device(), vault::History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    assert_eq!(texts(&second, case), ["one"]);
    second.append(case, b"two", NOON).expect("written");
    carry(&mut second, &mut first);
    assert_eq!(texts(&first, case), ["one", "two"]);
    drop(second);
    let second = there.open().expect("it opens");
    assert_eq!(texts(&second, case), ["one", "two"]);
}

#[test]
fn what_is_too_long_is_refused_with_a_way_out() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let long = vec![7; 300_000];
    let refused = vault.append(case, &long, NOON);
    assert!(matches!(refused, Err(VaultError::TooLong)));
}
