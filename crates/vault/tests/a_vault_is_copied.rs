//! A copy of a vault, and a vault restored from a backup, are new devices: two of the same would
//! write two things under one number, and neither would know.

mod world;

use vault::{
    Alarm, Backup, Hardness, History, KeyBoxError, OpenError, RecoverySeed, Vault, VaultError,
};
use world::{NOON, Place, carry, join, passphrase, texts};

#[test]
fn a_copied_vault_reads_and_does_not_write_until_it_is_a_device_of_its_own() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    vault.append(case, b"one", NOON).expect("written");
    let original = vault.device();
    drop(vault);

    let elsewhere = place.copied();
    let mut copy = elsewhere.open().expect("it opens");
    assert!(copy.is_a_copy());
    assert_eq!(texts(&copy, case), ["one"]);
    assert!(matches!(
        copy.append(case, b"two", NOON),
        Err(VaultError::Copied)
    ));

    copy.become_new_device(NOON).expect("the disk writes");
    assert_ne!(copy.device(), original);
    assert!(matches!(
        copy.append(case, b"two", NOON),
        Err(VaultError::NotAReader(_))
    ));
    drop(copy);
    let copy = elsewhere.open().expect("it opens");
    assert!(!copy.is_a_copy());
    assert_eq!(
        texts(&copy, case),
        ["one"],
        "it still reads what it could read"
    );

    // Colleagues let it in, as any other device.
    let mut vault = place.open().expect("it opens");
    assert!(!vault.is_a_copy());
    vault.admit(copy.card(), NOON).expect("admitted");
    vault
        .grant(case, copy.device(), History::All, NOON)
        .expect("granted");
    let mut copy = copy;
    carry(&mut vault, &mut copy);
    copy.append(case, b"two", NOON).expect("written");
    assert_eq!(texts(&copy, case), ["one", "two"]);
}

/// A whole disk can be copied so that even the place looks the same: then only the log tells.
#[test]
fn two_entries_of_one_author_with_one_number_are_an_alarm_and_both_are_kept() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first
        .grant(case, second.device(), History::All, NOON)
        .expect("granted");
    let author = first.device();
    drop(first);

    let image = here.copied();
    let mut first = here.open().expect("it opens");
    first.append(case, b"here", NOON).expect("written");
    carry(&mut first, &mut second);
    drop(first);
    // The disk's image comes back to the very same place.
    for file in ["vault/log", "vault/keys", "secrets/device"] {
        std::fs::copy(image.path(file), here.path(file)).expect("put back");
    }
    let mut again = here.open().expect("it opens");
    assert!(!again.is_a_copy(), "the place is the same");
    again.append(case, b"there", NOON).expect("written");
    carry(&mut again, &mut second);

    let mut found = texts(&second, case);
    found.sort();
    assert_eq!(found, ["here", "there"]);
    let alarms = second.standing(case).expect("known").alarms;
    let twice = |alarm: &Alarm| matches!(alarm, Alarm::Twice { author: who, .. } if *who == author);
    assert!(alarms.iter().any(twice), "{alarms:?}");
}

struct Saved {
    seed: RecoverySeed,
    log: Vec<u8>,
    keys: Vec<u8>,
}

fn restored(place: &Place, saved: &Saved) -> Result<Vault, OpenError> {
    let backup = Backup {
        log: &saved.log,
        keys: &saved.keys,
    };
    Vault::restore(
        place.home(),
        &passphrase(),
        Hardness::FLOOR,
        &saved.seed,
        &backup,
        NOON,
    )
}

#[test]
fn a_restored_vault_is_a_new_device_and_the_lost_one_is_removed() {
    let (here, there, new) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first
        .grant(case, second.device(), History::All, NOON)
        .expect("granted");
    first.append(case, b"before", NOON).expect("written");
    let seed = first.begin_recovery(NOON).expect("begun");
    let log = first.backup_log().expect("a backup");
    let keys = first.backup_keys().expect("a backup");
    carry(&mut first, &mut second);
    let lost = first.device();

    let mut third = restored(&new, &Saved { seed, log, keys }).expect("restored");
    assert_ne!(third.device(), lost);
    assert_eq!(texts(&third, case), ["before"]);
    third.append(case, b"after", NOON).expect("written");
    carry(&mut third, &mut second);
    assert_eq!(
        texts(&second, case),
        ["before", "after"],
        "colleagues take the new device's word"
    );
    let standing = second.standing(case).expect("known");
    assert!(standing.readers.contains(&third.device()) && !standing.readers.contains(&lost));
    assert_eq!(standing.quarantined, []);

    // What is written now is not for the lost device, wherever it is.
    let bundle = second.export(&[third.device(), lost]).expect("a bundle");
    first.import(&bundle).expect("it opens");
    assert_eq!(texts(&first, case), ["before"]);
}

#[test]
fn a_backup_opens_with_its_own_shares_only_and_not_when_changed() {
    let (here, new) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let seed = first.begin_recovery(NOON).expect("begun");
    let log = first.backup_log().expect("a backup");
    let keys = first.backup_keys().expect("a backup");
    let next = first.begin_recovery(NOON).expect("begun");
    let refused = |saved: &Saved| matches!(restored(&new, saved), Err(OpenError::Backup));
    let mut saved = Saved {
        seed: next,
        log,
        keys,
    };
    assert!(refused(&saved), "other shares");
    saved.seed = seed;
    // In the last part: the beginning is wraps, most of them for nobody.
    let end = saved.log.len() - 100;
    saved.log[end] ^= 1;
    assert!(refused(&saved), "a changed bit");
    saved.log[end] ^= 1;
    assert!(restored(&new, &saved).is_ok());
}

#[test]
fn without_the_device_secret_a_stolen_key_box_does_not_open() {
    let place = Place::new();
    drop(place.found(1));
    let older = std::fs::read(place.path("vault/keys")).expect("the key box");
    let mut vault = place.open().expect("it opens");
    vault.renew_transit(NOON).expect("renewed");
    drop(vault);
    // The passphrase is right, and the device's secret has moved on.
    std::fs::write(place.path("vault/keys"), older).expect("put back");
    let error = place.open().err();
    assert!(matches!(
        error,
        Some(OpenError::KeyBox(KeyBoxError::NothingOpens))
    ));
}
