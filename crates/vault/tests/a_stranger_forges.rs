//! Somebody without a right to it writes, or lets themselves in. Nothing of it counts; all of it is
//! kept, and shown.

mod world;

use vault::{Hardness, History, Quarantine, Vault, VaultError};
use world::{NOON, Place, carry, join, passphrase, texts};

#[test]
fn what_a_removed_device_writes_is_set_aside_and_shown() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first
        .grant(case, second.device(), History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    second.append(case, b"before", NOON).expect("written");
    carry(&mut second, &mut first);
    first.remove(case, second.device(), NOON).expect("removed");
    // The second has not heard of it.
    let late = second.append(case, b"after", NOON).expect("written");
    carry(&mut second, &mut first);
    assert_eq!(texts(&first, case), ["before"]);
    let quarantined = first.standing(case).expect("known").quarantined;
    assert_eq!(quarantined.len(), 1);
    assert_eq!(
        (quarantined[0].operation, quarantined[0].author),
        (late, second.device())
    );
    assert_eq!(quarantined[0].why, Quarantine::Removed);
}

#[test]
fn a_removed_device_cannot_let_itself_in_again() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first
        .grant(case, second.device(), History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    first.remove(case, second.device(), NOON).expect("removed");
    // It opens epochs of its own, later ones than ours, and sends us their keys.
    for _ in 0..4 {
        second.renew(case, NOON).expect("it believes that it may");
    }
    second.append(case, b"believe me", NOON).expect("written");
    carry(&mut second, &mut first);
    first.append(case, b"ours", NOON).expect("written");
    assert_eq!(texts(&first, case), ["ours"]);
    let readers = first.standing(case).expect("known").readers;
    assert_eq!(readers, [first.device()].into());
    let bundle = first
        .export_only(&[first.device(), second.device()], &[case].into())
        .expect("a bundle");
    second.import(&bundle).expect("it opens");
    assert!(!texts(&second, case).contains(&"ours".to_owned()));
}

#[test]
fn two_who_remove_each_other_end_with_the_one_who_was_there_first() {
    let (here, there, else_where) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let mut third = join(&else_where, &mut first);
    carry(&mut first, &mut second);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    for device in [second.device(), third.device()] {
        first
            .grant(case, device, History::All, NOON)
            .expect("granted");
    }
    carry(&mut first, &mut second);
    carry(&mut first, &mut third);
    first.remove(case, second.device(), NOON).expect("removed");
    second.remove(case, first.device(), NOON).expect("removed");
    // The third hears of the second's first, and then of both.
    carry(&mut second, &mut third);
    assert!(
        !third
            .standing(case)
            .expect("known")
            .readers
            .contains(&first.device())
    );
    carry(&mut first, &mut third);
    let standing = third.standing(case).expect("known");
    assert_eq!(standing.readers, [first.device(), third.device()].into());
    assert_eq!(standing.quarantined.len(), 1);
}

#[test]
fn a_device_of_another_organisation_is_not_taken_for_ours() {
    let (here, there) = (Place::new(), Place::new());
    let mut ours = here.found(1);
    let theirs = there.found(1);
    assert!(matches!(
        ours.admit(theirs.card(), NOON),
        Err(VaultError::NotACard)
    ));
}

/// A guest believes the one whose fingerprint was compared, and nobody else.
#[test]
fn a_guest_believes_only_whoever_introduced_it() {
    let (here, there, new) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let mut guest = Vault::guest(
        new.home(),
        &passphrase(),
        Hardness::FLOOR,
        first.organisation(),
        first.device(),
        NOON,
    )
    .expect("a new vault");
    // The second admits it: not the one whom the guest's owner spoke to.
    let refused = second.admit(guest.card(), NOON);
    assert!(matches!(refused, Err(VaultError::NotVouched(..))));
    let bundle = second.export(&[guest.device()]).expect("a bundle");
    guest.import(&bundle).expect("it opens");
    assert_eq!(guest.compartments(), []);
    carry(&mut second, &mut first);
    // The first has taken the guest's card from the second, and lets it in as well.
    first.admit(guest.card(), NOON).expect("admitted");
    carry(&mut first, &mut guest);
    assert_eq!(guest.compartments().len(), 1);
}
