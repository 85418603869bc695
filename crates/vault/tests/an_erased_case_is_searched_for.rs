//! After an erasure the finder has every file that ever lay on the disk, three generations of
//! backups, all bundles, the passphrase and every key that survives: nothing of the case opens.

mod world;

use std::fs;
use vault::{Backup, CompartmentId, Hardness, History, RecoverySeed, Vault, VaultError};
use world::{NOON, Place, carry, join, passphrase, texts};

const DAY: i64 = 24 * 60 * 60;

fn backup(vault: &mut Vault) -> (Vec<u8>, Vec<u8>) {
    (
        vault.backup_log().expect("a backup"),
        vault.backup_keys().expect("a backup"),
    )
}

fn opened(
    seed: &RecoverySeed,
    (log, keys): &(Vec<u8>, Vec<u8>),
    case: CompartmentId,
) -> Option<Vec<String>> {
    let place = Place::new();
    let backup = Backup { log, keys };
    let vault = Vault::restore(
        place.home(),
        &passphrase(),
        Hardness::FLOOR,
        seed,
        &backup,
        NOON,
    )
    .ok()?;
    Some(texts(&vault, case))
}

#[test]
fn an_erasure_needs_as_many_signatures_as_the_charter_says() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(2);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    let order = first.order_erasure(case, NOON).expect("ordered");
    let refused = first.erase(order, NOON);
    assert!(matches!(
        refused,
        Err(VaultError::NotOrdered {
            needed: 2,
            found: 1
        })
    ));
    // The same person twice is one.
    first.second_erasure(order, NOON).expect("signed");
    assert!(first.erase(order, NOON).is_err());
    carry(&mut first, &mut second);
    second.second_erasure(order, NOON).expect("signed");
    carry(&mut second, &mut first);
    let receipt = first.erase(order, NOON).expect("erased");
    assert_eq!((receipt.compartment, receipt.keys), (case, 1));
    assert!(matches!(first.operations(case), Err(VaultError::Erased(_))));
}

#[test]
fn receipts_are_collected_and_who_has_not_answered_is_named() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first
        .grant(case, second.device(), History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    let order = first.order_erasure(case, NOON).expect("ordered");
    first.erase(order, NOON).expect("erased");
    let far = first.erasure(case).expect("known");
    assert_eq!(far.unanswered, [second.device()].into());
    carry(&mut first, &mut second);
    let receipt = second.erase(order, NOON).expect("erased");
    assert_eq!(receipt.keys, 2, "both epochs");
    carry(&mut second, &mut first);
    let far = first.erasure(case).expect("known");
    assert!(far.unanswered.is_empty() && far.receipts.len() == 2);
    // Other cases go on, and letters come to the new transit keys.
    let other = first.compartment_new(1, NOON).expect("a compartment");
    first.append(other, b"goes on", NOON).expect("written");
    first
        .grant(other, second.device(), History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    assert_eq!(texts(&second, other), ["goes on"]);
}

#[test]
fn an_erased_case_does_not_come_back_by_a_late_bundle() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first.append(case, b"gone", NOON).expect("written");
    first
        .grant(case, second.device(), History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    let order = first.order_erasure(case, NOON).expect("ordered");
    first.erase(order, NOON).expect("erased");
    // The second has not heard of it, and writes a letter to the new transit key.
    let mut first_again = first;
    let bundle = first_again.export(&[second.device()]).expect("a bundle");
    second.import(&bundle).expect("it opens");
    second
        .grant(case, first_again.device(), History::All, NOON)
        .expect("granted");
    carry(&mut second, &mut first_again);
    assert!(matches!(
        first_again.operations(case),
        Err(VaultError::Erased(_))
    ));
}

#[test]
fn nothing_of_an_erased_case_opens_with_all_that_is_left() {
    let place = Place::new();
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let other = vault.compartment_new(1, NOON).expect("a compartment");
    vault.append(other, b"stays", NOON).expect("written");
    let mut seeds = vec![];
    let mut backups = vec![];
    let mut old_disks = vec![];
    for generation in 0..3 {
        seeds.push(
            vault
                .begin_recovery(NOON + generation * 30 * DAY)
                .expect("begun"),
        );
        vault
            .append(case, format!("secret {generation}").as_bytes(), NOON)
            .expect("written");
        vault.renew(case, NOON).expect("renewed");
        backups.push(backup(&mut vault));
        drop(vault);
        old_disks.push(place.copied());
        vault = place.open().expect("it opens");
    }
    let order = vault.order_erasure(case, NOON + 61 * DAY).expect("ordered");
    let receipt = vault.erase(order, NOON + 61 * DAY).expect("erased");
    assert_eq!(receipt.keys, 4);
    // The newest generation began on day 60, and lasts ninety days.
    assert_eq!(receipt.recoverable_until, Some(NOON + 150 * DAY));
    assert_eq!(texts(&vault, other), ["stays"]);
    drop(vault);

    // The disk as it is: other cases open, this one does not.
    let now = place.open().expect("it opens");
    assert!(now.operations(case).is_err());
    assert_eq!(texts(&now, other), ["stays"]);
    drop(now);

    // Every older disk, with the passphrase, and the device's secret as it is now.
    for old in &old_disks {
        fs::copy(place.path("secrets/device"), old.path("secrets/device")).expect("copied");
        assert!(
            old.open().is_err(),
            "an older key box opens with the newest secret"
        );
        // And with the newest key box, which holds no key of the case any more.
        fs::copy(place.path("vault/keys"), old.path("vault/keys")).expect("copied");
        let vault = old.open().expect("it opens");
        assert!(vault.operations(case).is_err());
    }

    // Until the generation ends its share-holders can open it, as the receipt says ...
    for (generation, (seed, backup)) in seeds.iter().zip(&backups).enumerate() {
        let found = opened(seed, backup, case).expect("shares and backup fit");
        assert_eq!(found.len(), generation + 1);
    }
    // ... and whoever has other shares cannot: once they are destroyed, nobody.
    let stranger = RecoverySeed::make(1, &mut world::Dice(404));
    assert!(
        backups
            .iter()
            .all(|backup| opened(&stranger, backup, case).is_none())
    );
}

#[test]
fn a_restore_erases_again_what_was_ordered_to_be_erased() {
    let (place, new) = (Place::new(), Place::new());
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    vault.append(case, b"gone", NOON).expect("written");
    let seed = vault.begin_recovery(NOON).expect("begun");
    let keys = vault.backup_keys().expect("a backup");
    // The order is in a newer copy of the log than the copy of keys.
    vault.order_erasure(case, NOON).expect("ordered");
    let log = vault.backup_log().expect("a backup");
    let backup = Backup {
        log: &log,
        keys: &keys,
    };
    let restored = Vault::restore(
        new.home(),
        &passphrase(),
        Hardness::FLOOR,
        &seed,
        &backup,
        NOON,
    );
    let restored = restored.expect("restored");
    assert!(matches!(
        restored.operations(case),
        Err(VaultError::Erased(_))
    ));
    assert!(restored.compartments().iter().all(|(id, _)| *id != case));
}
