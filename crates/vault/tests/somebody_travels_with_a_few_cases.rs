//! Somebody crosses a border with a few compartments. Whoever takes the disk there, with the passphrase
//! and the device's secret, finds those and nothing else.

mod world;

use sealed::{Canonical, KeyBoxHead, KeyRing, Secret, open_key_box};
use std::collections::BTreeSet;
use vault::rusqlite::Connection;
use vault::{
    Attaching, CompartmentId, Hardness, OpenError, Vault, VaultError, membership::Refusal,
};
use world::{NOON, Place, carry, join, passphrase, texts};

const STAYS: &str = "Вымышленный Пётр, ул. Несуществующая 9";
const GOES: &str = "Invented Petra, who meets us there";

fn away(place: &Place, home: &mut Vault, chosen: &[CompartmentId]) -> Result<Vault, OpenError> {
    let chosen = chosen.iter().copied().collect();
    let words = passphrase();
    home.travel(place.home(), &words, Hardness::FLOOR, &chosen, NOON)
}

/// Everything that the disk, the passphrase and the device's secret give: the key ring, and every row.
fn taken(place: &Place) -> (KeyRing, Vec<Vec<u8>>) {
    let read = |name| std::fs::read(place.path(name)).expect("a file");
    let (keys, device) = (read("vault/keys"), read("secrets/device"));
    let head = KeyBoxHead::read(&keys).expect("a key box");
    let secret = Secret::take(&mut device.try_into().expect("one secret"));
    let opened = open_key_box(&keys, &head.stretch(&passphrase()), &secret);
    let ring = KeyRing::from_bytes(&opened.expect("it opens").1).expect("a key ring");
    let log = Connection::open(place.path("vault/log")).expect("a database");
    let mut query = log.prepare("SELECT number, sealed FROM rows").expect("SQL");
    let rows = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("rows");
    let rows = rows.map(|row: Result<(i64, Vec<u8>), _>| {
        let (number, sealed) = row.expect("a row");
        let opened = ring.store.open_row(number.unsigned_abs(), &sealed);
        opened.expect("our own key").to_vec()
    });
    let rows = rows.collect();
    (ring, rows)
}

fn occurs(word: &[u8], in_bytes: &[u8]) -> bool {
    in_bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn nothing_of_other_compartments_is_on_the_disk_of_a_journey() {
    let (here, there, colleague) = (Place::new(), Place::new(), Place::new());
    let mut home = here.found(1);
    let mut second = join(&colleague, &mut home);
    let goes = home.compartment_new(1, NOON).expect("a compartment");
    let stays: Vec<CompartmentId> = home.compartments_new(&[1; 5], NOON).expect("compartments");
    home.append(goes, GOES.as_bytes(), NOON).expect("written");
    for case in &stays {
        home.append(*case, STAYS.as_bytes(), NOON).expect("written");
        let file = STAYS.repeat(40);
        home.attach(*case, file.as_bytes(), Attaching::Original, NOON)
            .expect("attached");
        home.grant(*case, second.device(), vault::History::All, NOON)
            .expect("granted");
    }
    home.attach(goes, GOES.as_bytes(), Attaching::Original, NOON)
        .expect("attached");
    carry(&mut home, &mut second);

    let travelling = away(&there, &mut home, &[goes]).expect("made");
    assert_eq!(texts(&travelling, goes), [GOES]);
    assert_eq!(travelling.attachments(goes).expect("known").len(), 1);
    let read: BTreeSet<_> = travelling
        .compartments()
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    assert_eq!(read, [goes, home.own_compartment()].into());
    for case in &stays {
        let unknown = travelling.operations(*case);
        assert!(matches!(unknown, Err(VaultError::UnknownCompartment(_))));
    }
    drop(travelling);

    let (ring, rows) = taken(&there);
    let keys: BTreeSet<_> = ring.epochs.iter().map(|key| key.compartment()).collect();
    assert_eq!(keys, read, "keys of the chosen compartments alone");
    let names = |case: &CompartmentId| rows.iter().filter(|row| occurs(&case.0, row)).count();
    assert!(names(&goes) > 1, "the search finds what is there");
    for case in &stays {
        assert_eq!(names(case), 0, "a row of another compartment");
    }
    // In clear nothing lies anywhere, least of all what has stayed.
    for file in ["vault/keys", "vault/log", "secrets/device"] {
        let bytes = std::fs::read(there.path(file)).expect("a file");
        for word in [STAYS, GOES] {
            assert!(!occurs(word.as_bytes(), &bytes), "{file}");
        }
    }
    // The disk at home, searched in the same way, has them.
    drop(home);
    let (_, rows) = taken(&here);
    assert!(rows.iter().any(|row| occurs(&stays[0].0, row)));
}

#[test]
fn what_was_written_on_a_journey_comes_back_and_the_device_is_removed() {
    let (here, there) = (Place::new(), Place::new());
    let mut home = here.found(1);
    let goes = home.compartment_new(1, NOON).expect("a compartment");
    home.append(goes, b"before", NOON).expect("written");
    let mut travelling = away(&there, &mut home, &[goes]).expect("made");
    assert_ne!(travelling.device(), home.device());
    assert_eq!(travelling.person(), home.person(), "a device, not a person");
    travelling
        .append(goes, b"on the way", NOON)
        .expect("written");
    home.append(goes, b"meanwhile", NOON).expect("written");

    let device = travelling.device();
    let bundle = travelling.export(&[home.device()]).expect("a bundle");
    let mut changed = bundle.clone();
    let end = changed.len() - 50;
    changed[end] ^= 1;
    assert!(home.return_from_travel(&changed, device, NOON).is_err());
    assert!(
        home.roster().may_receive(&device).is_ok(),
        "it can be asked again"
    );
    home.return_from_travel(&bundle, device, NOON)
        .expect("back");
    let mut found = texts(&home, goes);
    found.sort();
    assert_eq!(found, ["before", "meanwhile", "on the way"]);
    let standing = home.standing(goes).expect("known");
    assert_eq!((standing.alarms, standing.quarantined), (vec![], vec![]));
    assert_eq!(standing.readers, [home.device()].into());
    assert_eq!(home.roster().may_receive(&device), Err(Refusal::Gone));

    home.append(goes, b"not for the border", NOON)
        .expect("written");
    let bundle = home.export(&[home.device(), device]).expect("a bundle");
    travelling.import(&bundle).expect("it opens");
    assert!(!texts(&travelling, goes).contains(&"not for the border".to_owned()));
}

#[test]
fn a_colleague_who_may_not_vouch_alone_asks_another() {
    let (here, there, bag) = (Place::new(), Place::new(), Place::new());
    let mut founder = here.found(1);
    let mut home = join(&there, &mut founder);
    let goes = home.compartment_new(1, NOON).expect("a compartment");
    home.append(goes, b"before", NOON).expect("written");
    let refused = away(&bag, &mut home, &[goes]).err();
    let vouched = matches!(refused, Some(OpenError::Vault(VaultError::NotVouched(..))));
    assert!(vouched, "{refused:?}");

    carry(&mut home, &mut founder);
    let waiting = founder.unvouched();
    assert_eq!(waiting.len(), 1, "the device alone: its person belongs");
    founder.vouch(waiting[0].0).expect("signed");
    carry(&mut founder, &mut home);
    let mut travelling = bag.open().expect("it opens");
    let packed = home.pack(travelling.card(), &[goes].into(), NOON);
    travelling
        .import(&packed.expect("packed"))
        .expect("it opens");
    assert_eq!(texts(&travelling, goes), ["before"]);
    assert_eq!(founder.roster().people().len(), 2);
}

#[test]
fn a_journey_with_a_compartment_that_is_not_known_is_not_begun() {
    let (here, there) = (Place::new(), Place::new());
    let mut home = here.found(1);
    let nowhere = CompartmentId([7; 16]);
    let refused = away(&there, &mut home, &[nowhere]).err();
    let unknown = VaultError::UnknownCompartment(nowhere).to_string();
    assert_eq!(refused.map(|error| error.to_string()), Some(unknown));
    assert_eq!(home.roster().people().len(), 1);
    assert!(
        away(&there, &mut home, &[]).is_ok(),
        "the folder is still empty"
    );
}
