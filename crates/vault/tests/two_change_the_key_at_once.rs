//! Two people change a case's key at once, each without knowing of the other. A removal wins over
//! whatever was done at the same time, and nothing that an honest colleague wrote is lost.

mod world;

use vault::{CompartmentId, History, Vault};
use world::{NOON, Place, carry, join, texts};

/// A case that all of these devices read, and know of each other.
fn team<const N: usize>(places: &[Place; N], readers: usize) -> (Vec<Vault>, CompartmentId) {
    let mut first = places[0].found(2);
    let mut rest: Vec<Vault> = places[1..]
        .iter()
        .map(|place| join(place, &mut first))
        .collect();
    let case = first.compartment_new(1, NOON).expect("a compartment");
    for vault in &rest[..readers - 1] {
        first
            .grant(case, vault.device(), History::All, NOON)
            .expect("granted");
    }
    rest.iter_mut().for_each(|vault| carry(&mut first, vault));
    rest.insert(0, first);
    (rest, case)
}

fn carry_between(vaults: &mut [Vault], from: usize, to: usize) {
    let bundle = vaults[from]
        .export(&[vaults[to].device()])
        .expect("a bundle");
    vaults[to].import(&bundle).expect("it opens");
}

#[test]
fn a_removal_wins_over_a_renewal_that_had_not_heard_of_it() {
    let places = [Place::new(), Place::new(), Place::new()];
    let (mut vaults, case) = team(&places, 3);
    let removed = vaults[2].device();
    vaults[0].remove(case, removed, NOON).expect("removed");
    // The second knows nothing of it, and gives everybody a new key, the removed one too.
    vaults[1].renew(case, NOON).expect("renewed");
    carry_between(&mut vaults, 1, 0);
    vaults[0]
        .append(case, b"not for the third", NOON)
        .expect("written");
    let readers = vaults[0].standing(case).expect("known").readers;
    assert_eq!(readers, [vaults[0].device(), vaults[1].device()].into());
    // The third is handed everything that there is.
    let everybody: Vec<_> = vaults.iter().map(Vault::device).collect();
    for from in [0, 1] {
        let bundle = vaults[from].export(&everybody).expect("a bundle");
        vaults[2].import(&bundle).expect("it opens");
        vaults[1].import(&bundle).expect("it opens");
    }
    assert_eq!(texts(&vaults[2], case), Vec::<String>::new());
    assert_eq!(texts(&vaults[1], case), ["not for the third"]);
}

#[test]
fn what_an_honest_colleague_wrote_under_a_key_that_was_set_aside_is_read_by_whoever_comes_later() {
    let places = [Place::new(), Place::new(), Place::new(), Place::new()];
    let (mut vaults, case) = team(&places, 3);
    let (removed, later) = (vaults[2].device(), vaults[3].device());
    vaults[0].remove(case, removed, NOON).expect("removed");
    // The third, who has not heard of it, changes the key; the second takes it and writes under it.
    vaults[2].renew(case, NOON).expect("renewed");
    carry_between(&mut vaults, 2, 1);
    vaults[1]
        .append(case, b"written in good faith", NOON)
        .expect("written");
    carry_between(&mut vaults, 0, 1);
    carry_between(&mut vaults, 1, 0);
    assert_eq!(
        vaults[0].standing(case).expect("known").quarantined.len(),
        1,
        "the third's key"
    );
    vaults[0]
        .grant(case, later, History::All, NOON)
        .expect("granted");
    carry_between(&mut vaults, 0, 3);
    for reader in [0, 1, 3] {
        assert_eq!(
            texts(&vaults[reader], case),
            ["written in good faith"],
            "{reader}"
        );
    }
}

#[test]
fn whoever_sees_two_keys_opens_one_above_both() {
    let places = [Place::new(), Place::new()];
    let (mut vaults, case) = team(&places, 2);
    vaults[0].renew(case, NOON).expect("renewed");
    vaults[0].append(case, b"here", NOON).expect("written");
    vaults[1].renew(case, NOON).expect("renewed");
    vaults[1].append(case, b"there", NOON).expect("written");
    carry_between(&mut vaults, 0, 1);
    vaults[1]
        .append(case, b"above both", NOON)
        .expect("written");
    carry_between(&mut vaults, 1, 0);
    let found = texts(&vaults[0], case);
    assert_eq!(found.last().map(String::as_str), Some("above both"));
    assert_eq!(found.len(), 3);
    assert_eq!(found, texts(&vaults[1], case));
}

/// A barrier: who comes later reads from then on.
#[test]
fn a_barrier_keeps_what_was_before_from_whoever_comes_later() {
    let places = [Place::new(), Place::new()];
    let (mut vaults, case) = team(&places, 1);
    let later = vaults[1].device();
    vaults[0].append(case, b"before", NOON).expect("written");
    vaults[0]
        .grant(case, later, History::FromNow, NOON)
        .expect("granted");
    vaults[0].append(case, b"after", NOON).expect("written");
    // A later key leads back to the barrier, and no further.
    vaults[0].renew(case, NOON).expect("renewed");
    carry_between(&mut vaults, 0, 1);
    assert_eq!(texts(&vaults[1], case), ["after"]);
    assert!(vaults[1].standing(case).expect("known").unreadable > 0);
    vaults[1].append(case, b"an answer", NOON).expect("written");
    carry_between(&mut vaults, 1, 0);
    assert_eq!(texts(&vaults[0], case), ["before", "after", "an answer"]);
}

#[test]
fn whom_a_removed_device_let_in_is_not_carried_along_by_an_honest_one() {
    let places = [Place::new(), Place::new(), Place::new(), Place::new()];
    let (mut vaults, case) = team(&places, 3);
    let (removed, accomplice) = (vaults[2].device(), vaults[3].device());
    vaults[0].remove(case, removed, NOON).expect("removed");
    carry_between(&mut vaults, 3, 2);
    vaults[2]
        .grant(case, accomplice, History::All, NOON)
        .expect("it believes that it may");
    carry_between(&mut vaults, 2, 1);
    // The second has not heard of the removal either, and goes on from the third's key.
    vaults[1].renew(case, NOON).expect("renewed");
    assert!(
        vaults[1]
            .standing(case)
            .expect("known")
            .readers
            .contains(&accomplice)
    );
    carry_between(&mut vaults, 0, 1);
    let honest = [vaults[0].device(), vaults[1].device()].into();
    assert_eq!(vaults[1].standing(case).expect("known").readers, honest);
}

/// The keys of the time between lead back from the newest one, which could not be judged without
/// them: whoever came back read nothing.
#[test]
fn whoever_was_removed_and_let_in_again_reads_everything() {
    let places = [Place::new(), Place::new()];
    let (mut vaults, case) = team(&places, 2);
    let device = vaults[1].device();
    vaults[0].remove(case, device, NOON).expect("removed");
    vaults[0]
        .append(case, b"while away", NOON)
        .expect("written");
    vaults[0]
        .grant(case, device, History::All, NOON)
        .expect("granted");
    carry_between(&mut vaults, 0, 1);
    assert_eq!(texts(&vaults[1], case), ["while away"]);
    vaults[1].append(case, b"back", NOON).expect("written");
    assert_eq!(texts(&vaults[1], case), ["while away", "back"]);
}
