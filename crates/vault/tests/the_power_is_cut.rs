//! The power is cut at every write and every sync of a vault's life. Nothing that was acknowledged is
//! lost, nothing is there by half, and there is never a vault that does not open.
//!
//! Key box, device secret, log and snapshot lie on one simulated disk (the crate `disk`), SQLite's
//! journal among them. Argon2id runs a few times and not at every cut: a vault is opened with the
//! stretched passphrase, everything else is as it always is.

mod power;
mod world;

use disk::{Disk, Keep, Moment};
use power::run::{Run, cuts, lived};
use power::{Seen, Strike, home, home_that_fails, open};
use vault::{Backup, DeviceId, Hardness, OpenError, Vault};
use world::{NOON, passphrase, rounds, texts};

#[test]
fn nothing_acknowledged_is_lost_whenever_the_power_is_cut() {
    let run = lived();
    let mut looked_at = 0;
    let mut none = 0;
    let seeds = rounds(1, 20) as u64;
    for (moment, keep) in cuts(&run.disk, 1, seeds) {
        let disk = run.disk.cut(moment, keep);
        if !goes_on_after(&run, &disk, moment, keep) {
            none += 1;
        }
        looked_at += 1;
    }
    println!("{looked_at} cuts, {none} of them before there was a vault");
    assert!(looked_at >= rounds(1_000, 10_000), "{looked_at} cuts");
    assert!(none > 0, "no cut came before the vault was founded");
}

/// Looks at what a cut has left. Whether there is a vault.
fn goes_on_after(run: &Run, disk: &Disk, moment: Moment, keep: Keep) -> bool {
    let next = run.acknowledged.get(run.acknowledged_at(moment));
    let during = next.map_or("nothing", |call| call.what);
    let here = format!("cut in {during} at {moment:?}, {keep:?}");
    let (vault, passphrase) = match open(disk, &run.stretched, 3) {
        Err(OpenError::NoVault) => {
            assert_eq!(run.acknowledged_at(moment), 0, "{here}: no vault");
            return false;
        }
        opened => opened.unwrap_or_else(|error| panic!("{here}: {error}")),
    };
    let seen = Seen::of(&vault, passphrase);
    assert_eq!(vault.damage(), [], "{here}");
    assert!(!seen.has_alarms(), "{here}");
    let allowed = run.allowed(moment);
    assert!(
        allowed.contains(&seen),
        "{here}: {seen:#?}\nis none of {allowed:#?}"
    );
    drop(vault);
    let (mut vault, passphrase) = open(disk, &run.stretched, 4).expect("it opened before");
    assert_eq!(Seen::of(&vault, passphrase), seen, "{here}: opened again");
    is_reached(&mut vault, &here);
    if let Some(order) = seen.unfinished() {
        vault.erase(order, NOON).expect("erased once more");
        let whole = &run.acknowledged[run.acknowledged_at(moment)].seen;
        // The receipt of the second time counted the keys that the cut had left, and said none.
        let again = Seen::of(&vault, passphrase);
        assert_eq!(again, *whole, "{here}: erased again");
    }
    writes(&mut vault, &here);
    drop(vault);
    let (vault, _) = open(disk, &run.stretched, 5).expect("it opened before");
    assert!(
        texts(&vault, vault.own_compartment()).contains(&"it goes on".to_owned()),
        "{here}"
    );
    true
}

/// What colleagues seal to the card that the vault last showed, it can open. After an erasure was cut
/// off it used to show the card of a key that it had destroyed: no bundle reached it any more.
fn is_reached(vault: &mut Vault, here: &str) {
    let bundle = vault.export(&[vault.device()]);
    let came = bundle.and_then(|bundle| vault.import(&bundle));
    let came = came.unwrap_or_else(|error| panic!("{here}: not reached: {error}"));
    assert_eq!((came.new, came.kept_aside), (0, 0), "{here}");
}

/// The vault takes entries in an old compartment and in a new one.
fn writes(vault: &mut Vault, here: &str) {
    let new = vault.compartment_new(9, NOON).expect("written");
    for compartment in [new, vault.own_compartment()] {
        vault
            .append(compartment, b"it goes on", NOON)
            .unwrap_or_else(|error| panic!("{here}: {error}"));
    }
}

/// A vault is founded in several steps. Cut off between them it used to open and to have no founder,
/// no charter and no place to write: it could neither be used nor founded again.
#[test]
fn a_founding_that_was_cut_off_can_be_done_again() {
    let disk = Disk::new();
    let found = |disk: &Disk| {
        let (home, words) = (home(disk, 1), passphrase());
        Vault::create(home, &words, Hardness::FLOOR, 1, NOON)
    };
    drop(found(&disk).expect("a new vault"));
    let mut again = 0;
    let every = rounds(24, 1);
    for (moment, keep) in cuts(&disk, every, 1) {
        let after = disk.cut(moment, keep);
        match found(&after) {
            Err(OpenError::VaultExists) => continue,
            founded => drop(founded.unwrap_or_else(|e| panic!("{moment:?}, {keep:?}: {e}"))),
        }
        let vault = Vault::open(home(&after, 2), &passphrase()).expect("it opens");
        assert_eq!(vault.damage(), []);
        assert_eq!(vault.compartments().len(), 1);
        again += 1;
    }
    println!("founded again after {again} cuts");
    assert!(again > 10);
}

/// Whoever joins or restores a vault has it whole, or can begin again.
#[test]
fn a_vault_is_joined_or_restored_as_a_whole_or_not_at_all() {
    let here = Disk::new();
    let mut vault = Vault::create(home(&here, 1), &passphrase(), Hardness::FLOOR, 1, NOON)
        .expect("a new vault");
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let gone = vault.compartment_new(1, NOON).expect("a compartment");
    vault.append(case, b"before", NOON).expect("written");
    let seed = vault.begin_recovery(NOON).expect("begun");
    let keys = vault.backup_keys().expect("a backup");
    vault.order_erasure(gone, NOON).expect("ordered");
    let log = vault.backup_log().expect("a backup");
    let backup = Backup {
        log: &log,
        keys: &keys,
    };

    let (joined, restored) = (Disk::new(), Disk::new());
    let (organisation, introducer) = (vault.organisation(), vault.device());
    let (words, floor) = (passphrase(), Hardness::FLOOR);
    let guest = Vault::guest(
        home(&joined, 2),
        &words,
        floor,
        organisation,
        introducer,
        NOON,
    );
    let third = Vault::restore(home(&restored, 3), &words, floor, &seed, &backup, NOON);
    let mut looked_at = 0;
    for (disk, vault) in [(joined, guest), (restored, third)] {
        let vault = vault.expect("a new vault");
        let whole = (Seen::of(&vault, 0), vault.device());
        drop(vault);
        looked_at += is_whole_or_not_there(&disk, &whole);
    }
    println!("{looked_at} cuts");
}

fn is_whole_or_not_there(disk: &Disk, whole: &(Seen, DeviceId)) -> usize {
    let until = disk.now();
    let stretched = [Vault::stretch(&home(disk, 4), &passphrase()).expect("a key box")];
    let mut looked_at = 0;
    for (moment, keep) in cuts(disk, rounds(2, 1), rounds(1, 10) as u64) {
        let here = format!("cut at {moment:?}, {keep:?}");
        match open(&disk.cut(moment, keep), &stretched, 5) {
            Err(OpenError::NoVault) => assert!(moment < until, "{here}"),
            Err(error) => panic!("{here}: {error}"),
            Ok((mut vault, _)) => {
                assert_eq!((Seen::of(&vault, 0), vault.device()), *whole, "{here}");
                is_reached(&mut vault, &here);
            }
        }
        looked_at += 1;
    }
    looked_at
}

/// A folder with a log and no key box is somebody's whose key box is elsewhere: it is not wiped.
#[test]
fn a_log_whose_key_box_is_away_is_left_alone() {
    let disk = Disk::new();
    let mut vault = Vault::create(home(&disk, 1), &passphrase(), Hardness::FLOOR, 1, NOON)
        .expect("a new vault");
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    vault.append(case, b"before", NOON).expect("written");
    drop(vault);
    disk.rename("vault/keys", "token/keys")
        .expect("it is there");
    let new = Vault::create(home(&disk, 2), &passphrase(), Hardness::FLOOR, 1, NOON);
    assert!(matches!(new, Err(OpenError::NoKeys)));
    disk.rename("token/keys", "vault/keys")
        .expect("it is there");
    let disk = disk.cut(disk.now(), Keep::Everything);
    let vault = Vault::open(home(&disk, 3), &passphrase()).expect("it opens");
    assert_eq!(texts(&vault, case), ["before"]);
}

/// The stick with the device's secret was pulled out while the key box was written, and the power was
/// cut in the next writing. The box lay under a secret that nobody had kept: the vault was lost. The
/// same after a program was ended in the middle, and what it had renamed was not yet on the disk.
#[test]
fn a_writing_that_failed_and_then_a_cut_leave_a_vault_that_opens() {
    let first = Disk::new();
    drop(
        Vault::create(home(&first, 1), &passphrase(), Hardness::FLOOR, 1, NOON)
            .expect("a new vault"),
    );
    let stretched = [Vault::stretch(&home(&first, 2), &passphrase()).expect("a key box")];
    let mut looked_at = 0;
    let calls = 12;
    for (n, is_ended) in (1..=calls + 1).flat_map(|n| [(n, false), (n, true)]) {
        let disk = first.cut(first.now(), Keep::Everything);
        let strike = Strike::default();
        let opened = home_that_fails(&disk, 3, &strike);
        let mut vault = Vault::open_stretched(opened, &stretched[0]).expect("it opens");
        strike.at(n);
        let failed = vault.renew_transit(NOON).is_err();
        assert_eq!(failed, n <= calls, "a key box is written in {calls} calls");
        strike.at(0);
        let until = disk.now();
        if is_ended {
            drop(vault);
            (vault, _) = open(&disk, &stretched, 4).expect("it opens");
        }
        vault.renew_transit(NOON).expect("renewed");
        drop(vault);
        let every = rounds(2, 1);
        for (moment, keep) in cuts(&disk, every, 1).filter(|(moment, _)| *moment >= until) {
            let here = format!("call {n} failed, cut at {moment:?}, {keep:?}");
            let after = open(&disk.cut(moment, keep), &stretched, 5);
            let (vault, _) = after.unwrap_or_else(|error| panic!("{here}: {error}"));
            assert!(!Seen::of(&vault, 0).has_alarms(), "{here}");
            looked_at += 1;
        }
    }
    println!("{looked_at} cuts after a failure");
}
