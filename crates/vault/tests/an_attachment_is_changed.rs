//! A photograph is evidence only if it is the one that was taken.

mod world;

use vault::rusqlite::Connection;
use vault::{Attaching, AttachmentId, CompartmentId, NotAsCaptured, VaultError};
use world::{Dice, NOON, Place, carry, join};

/// Three pieces, the last of them short.
const LENGTH: usize = 600_000;

fn photograph() -> Vec<u8> {
    let mut dice = Dice(1);
    (0..LENGTH).map(|_| dice.next().to_le_bytes()[0]).collect()
}

fn attached(place: &Place) -> (CompartmentId, AttachmentId) {
    let mut vault = place.found(1);
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let id = vault
        .attach(case, &photograph(), Attaching::Original, NOON)
        .expect("attached");
    (case, id)
}

#[test]
fn an_attachment_comes_back_as_it_was_and_keeps_apart_from_its_copies() {
    let place = Place::new();
    let (case, original) = attached(&place);
    let mut vault = place.open().expect("it opens");
    let copy = Attaching::WorkingCopyOf(original);
    let cropped = vault
        .attach(case, &photograph()[..1000], copy, NOON + 1)
        .expect("attached");
    assert_eq!(
        vault.attachment(case, original).expect("whole").as_slice(),
        photograph()
    );
    assert_eq!(vault.attachment(case, cropped).expect("whole").len(), 1000);
    let list = vault.attachments(case).expect("known");
    let what: Vec<Attaching> = list.iter().map(|attached| attached.what).collect();
    assert_eq!(what, [Attaching::Original, copy]);
    assert_ne!(list[0].digest, list[1].digest);
    assert_eq!(list[0].length, 600_000);
    let nothing = Attaching::WorkingCopyOf(AttachmentId([0; 16]));
    assert!(matches!(
        vault.attach(case, b"x", nothing, NOON),
        Err(VaultError::UnknownAttachment)
    ));
    let empty = vault
        .attach(case, b"", Attaching::Original, NOON)
        .expect("attached");
    assert_eq!(vault.attachment(case, empty).expect("whole").len(), 0);
}

#[test]
fn a_lost_piece_is_named() {
    let place = Place::new();
    let (case, id) = attached(&place);
    let log = Connection::open(place.path("vault/log")).expect("a database");
    // The pieces are the longest rows; the second of them goes.
    let second: i64 = log
        .query_row("SELECT number FROM rows WHERE length(sealed) > 200000 ORDER BY number LIMIT 1 OFFSET 1", [], |row| row.get(0))
        .expect("rows");
    log.execute("DELETE FROM rows WHERE number = ?1", [second])
        .expect("SQL");
    drop(log);
    let vault = place.open().expect("it opens");
    let refused = vault.attachment(case, id);
    assert!(matches!(
        refused,
        Err(VaultError::Attachment(NotAsCaptured::Missing(1)))
    ));
}

#[test]
fn an_attachment_travels_with_its_case() {
    let (here, there) = (Place::new(), Place::new());
    let mut first = here.found(1);
    let mut second = join(&there, &mut first);
    let case = first.compartment_new(1, NOON).expect("a compartment");
    let id = first
        .attach(case, &photograph(), Attaching::Original, NOON)
        .expect("attached");
    first
        .grant(case, second.device(), vault::History::All, NOON)
        .expect("granted");
    carry(&mut first, &mut second);
    assert_eq!(
        second.attachment(case, id).expect("whole").as_slice(),
        photograph()
    );
}
