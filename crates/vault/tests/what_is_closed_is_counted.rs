//! A device knows of a compartment that it may not open only by what happens to come its way.

mod world;

use vault::{CompartmentId, History, Vault};
use world::{NOON, Place, carry, join};

/// Two devices, and a compartment that the first alone reads.
fn apart(places: &[Place; 2]) -> (Vault, Vault, CompartmentId) {
    let mut first = places[0].found(1);
    let second = join(&places[1], &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    first.append(case, b"Invented.", NOON).expect("written");
    (first, second, case)
}

#[test]
fn what_never_came_is_not_counted_and_what_came_sealed_is() {
    let places = [Place::new(), Place::new()];
    let (mut first, mut second, case) = apart(&places);
    carry(&mut first, &mut second);
    assert_eq!(second.closed_compartments(), 0, "nothing of it has come");

    // A file for two devices at once has what either may read.
    let both = [first.device(), second.device()];
    let bundle = first.export(&both).expect("the cards are known");
    second.import(&bundle).expect("it opens");
    assert_eq!(second.closed_compartments(), 1);
    assert_eq!(first.closed_compartments(), 0);

    let second_device = second.device();
    first
        .grant(case, second_device, History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    assert_eq!(second.closed_compartments(), 0, "it was let in");
}

#[test]
fn whoever_was_shut_out_of_a_compartment_holds_what_it_cannot_open() {
    let places = [Place::new(), Place::new()];
    let (mut first, mut second, case) = apart(&places);
    let second_device = second.device();
    let granted = first.grant(case, second_device, History::All, NOON);
    granted.expect("granted");
    carry(&mut first, &mut second);
    first
        .remove(case, second_device, NOON)
        .expect("a reader may");
    first.append(case, b"Later.", NOON).expect("written");
    let both = [first.device(), second.device()];
    let bundle = first.export(&both).expect("the cards are known");
    second.import(&bundle).expect("it opens");
    assert_eq!(second.closed_compartments(), 1);
}
