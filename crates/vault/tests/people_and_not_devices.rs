//! Who belongs, and whose signatures count: people, not devices. The rules of the graph are in
//! `membership_rules.rs`; here the vault keeps them.

mod world;

use vault::membership::{Reason, Refusal};
use vault::{Backup, Believes, CompartmentId, Hardness, History, Home, Vault, VaultError};
use world::{NOON, Place, carry, join, passphrase, texts};

/// A further device of the person whose vault this is, not let in yet.
fn further(place: &Place, of: &Vault) -> Vault {
    let believes = Believes {
        organisation: of.organisation(),
        introducer: of.device(),
        person: of.person(),
    };
    let (home, words): (Home, _) = (place.home(), passphrase());
    Vault::guest_who(home, &words, Hardness::FLOOR, believes, NOON).expect("a new vault")
}

fn guest(place: &Place, of: &Vault) -> Vault {
    let (organisation, introducer) = (of.organisation(), of.device());
    let (home, words) = (place.home(), passphrase());
    Vault::guest(
        home,
        &words,
        Hardness::FLOOR,
        organisation,
        introducer,
        NOON,
    )
    .expect("a new vault")
}

fn is_reader(vault: &Vault, compartment: CompartmentId, device: vault::DeviceId) -> bool {
    let standing = vault.standing(compartment).expect("known");
    standing.readers.contains(&device)
}

#[test]
fn a_founder_vouches_alone_and_it_is_said_so() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let second = join(&there, &mut first);
    for vault in [&first, &second] {
        let roster = vault.roster();
        assert_eq!(roster.vouches_alone(), Some(first.person()));
        assert_eq!(roster.people().len(), 2);
        assert_eq!(roster.owner(&second.device()), Some(second.person()));
        assert!(roster.quarantine().is_empty() && roster.waiting().is_empty());
    }
    assert_ne!(first.person(), second.person());
}

/// Somebody alone let their own three devices sign, and a case was gone.
#[test]
fn two_devices_of_one_person_sign_an_erasure_once() {
    let (here, there, third) = (Place::new(), Place::new(), Place::new());
    let mut laptop = here.found(2);
    let mut phone = further(&there, &laptop);
    laptop.admit(phone.card(), NOON).expect("admitted");
    carry(&mut laptop, &mut phone);
    assert_eq!(laptop.roster().people().len(), 1);
    let case = laptop.compartment_new(1, NOON).expect("a compartment");
    let order = laptop.order_erasure(case, NOON).expect("ordered");
    carry(&mut laptop, &mut phone);
    phone.second_erasure(order, NOON).expect("signed");
    carry(&mut phone, &mut laptop);
    let orders = laptop.orders().expect("known");
    assert_eq!((orders[0].signers.len(), orders[0].people.len()), (2, 1));
    assert!(matches!(
        laptop.erase(order, NOON),
        Err(VaultError::NotOrdered {
            needed: 2,
            found: 1
        })
    ));

    let mut colleague = join(&third, &mut laptop);
    colleague.second_erasure(order, NOON).expect("signed");
    carry(&mut colleague, &mut laptop);
    laptop.erase(order, NOON).expect("two people have signed");
}

#[test]
fn a_device_that_was_removed_has_signed_what_it_signed() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(2);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    let order = first.order_erasure(case, NOON).expect("ordered");
    carry(&mut first, &mut second);
    second.second_erasure(order, NOON).expect("signed");
    carry(&mut second, &mut first);
    first
        .remove_everywhere(second.device(), NOON)
        .expect("removed");
    assert!(first.orders().expect("known")[0].stands());
}

#[test]
fn nobody_gets_a_key_until_enough_people_have_vouched() {
    let (here, there, new) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let mut third = guest(&new, &second);
    let refused = second.admit(third.card(), NOON);
    let Err(VaultError::NotVouched(device, Refusal::InQuarantine { why, .. })) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(device, third.device());
    assert!(matches!(
        why,
        Reason::TooFew {
            needed: 2,
            found: 1
        }
    ));
    let case = second.compartment_new(1, NOON).expect("a compartment");
    let refused = second.grant(case, third.device(), History::All, NOON);
    assert!(matches!(refused, Err(VaultError::NotVouched(..))));

    // A colleague sees what waits, and vouches, too.
    carry(&mut second, &mut first);
    let waiting = first.unvouched();
    assert_eq!(waiting.len(), 2, "the person and the device");
    for (entry, _) in waiting {
        first.vouch(entry).expect("signed");
    }
    assert_eq!(first.roster().owner(&third.device()), Some(third.person()));
    assert_eq!(first.unvouched(), []);
    carry(&mut first, &mut second);
    second.admit(third.card(), NOON).expect("two have vouched");
    second
        .grant(case, third.device(), History::All, NOON)
        .expect("granted");
    second.append(case, b"for three", NOON).expect("written");
    carry(&mut second, &mut third);
    assert_eq!(texts(&third, case), ["for three"]);
    assert!(is_reader(&second, case, third.device()));
}

#[test]
fn a_card_admitted_for_another_person_is_nobodys() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let second = guest(&there, &first);
    let mut card = second.card();
    card.person = first.person();
    assert!(matches!(first.admit(card, NOON), Err(VaultError::NotACard)));
}

/// A removal of a device takes one signature, and reaches every compartment, whoever hears of it.
#[test]
fn a_removed_device_is_removed_from_every_compartment() {
    let (here, there, else_where) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let mut third = join(&else_where, &mut first);
    carry(&mut first, &mut second);
    // A compartment that the first cannot read.
    let theirs = second.compartment_new(1, NOON).expect("a compartment");
    second
        .grant(theirs, third.device(), History::All, NOON)
        .expect("granted");
    carry(&mut second, &mut third);
    first
        .remove_everywhere(third.device(), NOON)
        .expect("removed");
    assert!(!is_reader(&first, first.own_compartment(), third.device()));
    assert_eq!(
        first.roster().may_receive(&third.device()),
        Err(Refusal::Gone)
    );

    carry(&mut first, &mut second);
    assert!(
        is_reader(&second, theirs, third.device()),
        "nothing is written by reading"
    );
    second.remove_gone(NOON).expect("removed");
    assert!(!is_reader(&second, theirs, third.device()));
    second
        .append(theirs, b"not for the thief", NOON)
        .expect("written");
    let bundle = second
        .export(&[second.device(), third.device()])
        .expect("a bundle");
    third.import(&bundle).expect("it opens");
    assert_eq!(texts(&third, theirs), [""; 0]);
    // Whoever was removed is not let in again by somebody who has heard of it.
    let refused = second.grant(theirs, third.device(), History::All, NOON);
    assert!(matches!(
        refused,
        Err(VaultError::NotVouched(_, Refusal::Gone))
    ));
}

#[test]
fn a_person_is_removed_by_two_others_with_all_devices() {
    let places = [0; 4].map(|_| Place::new());
    let mut first = places[0].found(1);
    let mut second = join(&places[1], &mut first);
    let third = join(&places[2], &mut first);
    let further = further(&places[3], &third);
    first.admit(further.card(), NOON).expect("admitted");
    carry(&mut first, &mut second);
    let person = third.person();
    second.remove_person(person).expect("signed");
    assert!(
        second.roster().people().contains_key(&person),
        "one is not enough"
    );
    carry(&mut second, &mut first);
    let waiting = first.unvouched();
    assert_eq!(waiting.len(), 1);
    first.vouch(waiting[0].0).expect("signed");
    assert!(!first.roster().people().contains_key(&person));
    first.remove_gone(NOON).expect("removed");
    for device in [third.device(), further.device()] {
        assert!(!is_reader(&first, first.own_compartment(), device));
    }
    assert!(is_reader(&first, first.own_compartment(), second.device()));
}

#[test]
fn who_belongs_survives_closing_bundles_and_backups() {
    let (here, there, new) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(2);
    let second = join(&there, &mut first);
    assert_eq!(second.roster(), first.roster());
    let seed = first.begin_recovery(NOON).expect("begun");
    let keys = first.backup_keys().expect("a backup");
    let log = first.backup_log().expect("a backup");
    let lost = (first.device(), first.person());
    let roster = first.roster();
    drop(first);
    assert_eq!(here.open().expect("it opens").roster(), roster);

    let backup = Backup {
        log: &log,
        keys: &keys,
    };
    let (home, words) = (new.home(), passphrase());
    let mut restored =
        Vault::restore(home, &words, Hardness::FLOOR, &seed, &backup, NOON).expect("restored");
    assert_eq!(restored.person(), lost.1, "a new device of the same person");
    assert_ne!(restored.device(), lost.0);
    let now = restored.roster();
    assert!(now.people().keys().eq(roster.people().keys()));
    assert_eq!(now.owner(&restored.device()), Some(lost.1));
    assert_eq!(now.may_receive(&lost.0), Err(Refusal::Gone));
    assert!(now.quarantine().is_empty(), "{:?}", now.quarantine());
    // What it signs counts as the person's, and not as a second one's.
    let case = restored.compartment_new(1, NOON).expect("a compartment");
    let order = restored.order_erasure(case, NOON).expect("ordered");
    let orders = restored.orders().expect("known");
    assert_eq!(orders[0].people, [lost.1].into());
    assert!(matches!(
        restored.erase(order, NOON),
        Err(VaultError::NotOrdered {
            needed: 2,
            found: 1
        })
    ));
}

/// A founder who was alone lost the one device that could let anybody in: after the restore nobody
/// could ever be let in again.
#[test]
fn a_founder_who_was_restored_lets_colleagues_in() {
    let (here, new, there) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let seed = first.begin_recovery(NOON).expect("begun");
    let keys = first.backup_keys().expect("a backup");
    let log = first.backup_log().expect("a backup");
    drop(first);
    let backup = Backup {
        log: &log,
        keys: &keys,
    };
    let (home, words) = (new.home(), passphrase());
    let restored = Vault::restore(home, &words, Hardness::FLOOR, &seed, &backup, NOON);
    let mut restored = restored.expect("restored");
    let second = join(&there, &mut restored);
    assert_eq!(restored.roster().people().len(), 2);
    assert_eq!(second.roster(), restored.roster());

    // Once the shares are destroyed, whoever has kept copies lets nobody in.
    let signer = seed.public().signer;
    assert!(restored.roster().may_receive(&signer).is_ok());
    restored.end_recovery(1, NOON).expect("ended");
    assert_eq!(restored.roster().may_receive(&signer), Err(Refusal::Gone));
    assert!(restored.roster().owner(&restored.device()).is_some());
}

/// Where a colleague began the generation, their word is one of the two that it takes.
#[test]
fn a_generation_of_a_colleague_is_let_in_by_two() {
    let (here, there, new) = (Place::new(), Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let seed = second.begin_recovery(NOON).expect("begun");
    let signer = seed.public().signer;
    assert_eq!(second.roster().owner(&signer), None);
    carry(&mut second, &mut first);
    let waiting = first.unvouched();
    assert_eq!(waiting.len(), 1);
    first.vouch(waiting[0].0).expect("signed");
    carry(&mut first, &mut second);
    assert_eq!(second.roster().owner(&signer), Some(second.person()));

    // Restored, the device is let in by the share-holders and one more person.
    let keys = second.backup_keys().expect("a backup");
    let log = second.backup_log().expect("a backup");
    let backup = Backup {
        log: &log,
        keys: &keys,
    };
    let (home, words) = (new.home(), passphrase());
    let restored = Vault::restore(home, &words, Hardness::FLOOR, &seed, &backup, NOON);
    let mut restored = restored.expect("restored");
    assert_eq!(restored.roster().owner(&restored.device()), None);
    let case = restored
        .compartment_new(1, NOON)
        .expect("it works meanwhile");
    let order = restored.order_erasure(case, NOON).expect("ordered");
    let people = &restored.orders().expect("known")[0].people;
    assert_eq!(*people, [second.person()].into());
    restored.erase(order, NOON).expect("one person is enough");
    carry(&mut restored, &mut first);
    // Until then it has the lost one's place in compartments, by the share-holders' word.
    let own = first.own_compartment();
    assert!(is_reader(&first, own, restored.device()));
    first
        .append(own, b"before it is vouched for", NOON)
        .expect("written");
    first.renew(own, NOON).expect("renewed");
    first
        .append(own, b"and under a new key", NOON)
        .expect("written");
    carry(&mut first, &mut restored);
    assert_eq!(texts(&restored, own).len(), 2);

    let waiting = first.unvouched();
    assert_eq!(waiting.len(), 1);
    first.vouch(waiting[0].0).expect("signed");
    let owner = first.roster().owner(&restored.device());
    assert_eq!(owner, Some(second.person()));
    let lost = first.roster().may_receive(&second.device()).err();
    assert_eq!(lost, Some(Refusal::Gone));
}
