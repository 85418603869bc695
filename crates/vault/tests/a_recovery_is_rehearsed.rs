//! Whoever keeps a share can find out whether it would help, before it has to.

mod world;

use vault::{
    Backup, Hardness, OpenError, RecoverySeed, RecoveryShare, ShareError, Vault, VaultError,
};
use world::{NOON, Place, passphrase, texts};

#[test]
fn two_of_three_people_restore_what_one_cannot() {
    let (here, new) = (Place::new(), Place::new());
    let mut vault = here.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    vault
        .append(case, b"before the fire", NOON)
        .expect("written");
    let shares = vault.begin_shared_recovery(2, 3, NOON).expect("begun");
    let papers: Vec<String> = shares
        .iter()
        .map(|share| share.printed().to_string())
        .collect();
    let keys = vault.backup_keys().expect("a backup");
    let log = vault.backup_log().expect("a backup");
    let backup = Backup {
        log: &log,
        keys: &keys,
    };
    drop((vault, here, shares));

    let typed = |which: &[usize]| -> Vec<RecoveryShare> {
        let papers = which.iter().map(|at| &papers[*at]);
        papers
            .map(|paper| RecoveryShare::typed(paper).expect("as printed"))
            .collect()
    };
    let alone = RecoverySeed::of_shares(&typed(&[1]));
    let too_few = ShareError::TooFew {
        needed: 2,
        found: 1,
    };
    assert_eq!(alone.err(), Some(too_few));
    let seed = RecoverySeed::of_shares(&typed(&[2, 0])).expect("they are enough");
    backup.rehearse(&seed).expect("they open it");
    let (home, words) = (new.home(), passphrase());
    let restored = Vault::restore(home, &words, Hardness::FLOOR, &seed, &backup, NOON);
    let restored = restored.expect("restored");
    assert_eq!(texts(&restored, case), ["before the fire"]);
}

#[test]
fn a_rehearsal_says_what_is_wrong_and_restores_nothing() {
    let (here, there) = (Place::new(), Place::new());
    let mut vault = here.found(1);
    let shares = vault.begin_shared_recovery(2, 3, NOON).expect("begun");
    assert_eq!(vault.rehearse(&shares), Ok(()));
    assert_eq!(vault.rehearse(&shares[1..]), Ok(()));
    let too_few = |needed, found| Err(ShareError::TooFew { needed, found });
    assert_eq!(vault.rehearse(&shares[..1]), too_few(2, 1));
    assert_eq!(vault.rehearse(&[]), too_few(1, 0));

    // Another organisation's first generation, and a generation whose shares were called in.
    let mut theirs = there.found(1);
    let foreign = theirs.begin_shared_recovery(2, 3, NOON).expect("begun");
    assert_eq!(vault.rehearse(&foreign), Err(ShareError::Another(1)));
    assert_eq!(vault.compartments().len(), 1);
    vault.end_recovery(1, NOON).expect("ended");
    assert_eq!(vault.rehearse(&shares), Err(ShareError::Another(1)));
    assert_eq!(
        ShareError::Another(1).to_string(),
        "these shares fit each other, and not this organisation's recovery number 1"
    );
}

#[test]
fn a_backup_is_rehearsed_with_both_its_files() {
    let here = Place::new();
    let mut vault = here.found(1);
    let shares = vault.begin_shared_recovery(3, 4, NOON).expect("begun");
    let seed = RecoverySeed::of_shares(&shares[1..]).expect("they are enough");
    let keys = vault.backup_keys().expect("a backup");
    let log = vault.backup_log().expect("a backup");
    let rehearsed = |log: &[u8], keys: &[u8]| Backup { log, keys }.rehearse(&seed);
    assert!(rehearsed(&log, &keys).is_ok());
    let mut changed = log.clone();
    let end = changed.len() - 100;
    changed[end] ^= 1;
    assert!(matches!(rehearsed(&changed, &keys), Err(OpenError::Backup)));
    let cut_short = rehearsed(&log, &keys[..keys.len() - 1]);
    assert!(matches!(cut_short, Err(OpenError::Backup)));
}

/// A generation whose shares nobody got would be sealed to, and open nothing.
#[test]
fn a_split_that_cannot_be_begins_no_generation() {
    let here = Place::new();
    let mut vault = here.found(1);
    let refused = vault.begin_shared_recovery(4, 3, NOON);
    assert!(matches!(
        refused,
        Err(VaultError::Shares(ShareError::Split))
    ));
    assert!(matches!(vault.backup_log(), Err(VaultError::NoRecovery)));
}
