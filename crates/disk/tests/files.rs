//! Plain files under power cuts: the laws of the disk itself, and the ways of writing that lose.

use disk::{Disk, Keep, Moment, SECTOR};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;

/// What a cut at some moment left of a file; nothing, where there was no such file.
fn after_cuts(disk: &Disk, name: &str, seeds: u64) -> BTreeSet<Option<Vec<u8>>> {
    let mut found = BTreeSet::new();
    for moment in disk.moments() {
        for keep in Keep::ways(seeds) {
            found.insert(disk.cut(moment, keep).read(name).ok());
        }
    }
    found
}

fn page(byte: u8) -> Vec<u8> {
    vec![byte; 3 * SECTOR]
}

/// A disk on which a file lies safe, and which begins there.
fn disk_with(name: &str, bytes: &[u8]) -> Disk {
    let disk = Disk::new();
    disk.write_new(name, bytes).expect("a new file");
    disk.cut(disk.now(), Keep::Everything)
}

#[test]
fn written_synced_renamed_and_the_folder_synced_leaves_the_old_or_the_new() {
    let disk = disk_with("keys", &page(1));
    disk.write_new("keys.new", &page(2)).expect("a new file");
    disk.sync("keys.new").expect("the new file");
    disk.rename("keys.new", "keys").expect("the new file");
    disk.sync_folder("");
    let expected = BTreeSet::from([Some(page(1)), Some(page(2))]);
    assert_eq!(after_cuts(&disk, "keys", 8), expected);
    assert_eq!(
        disk.cut(disk.now(), Keep::Nothing).read("keys").ok(),
        Some(page(2))
    );
}

#[test]
fn a_rename_without_a_sync_before_it_is_caught_leaving_an_empty_file() {
    let disk = disk_with("keys", &page(1));
    disk.write_new("keys.new", &page(2)).expect("a new file");
    disk.rename("keys.new", "keys").expect("the new file");
    disk.sync_folder("");
    assert!(after_cuts(&disk, "keys", 0).contains(&Some(Vec::new())));
}

#[test]
fn a_rename_without_a_sync_of_the_folder_is_caught_losing_what_was_acknowledged() {
    let disk = disk_with("keys", &page(1));
    disk.write_new("keys.new", &page(2)).expect("a new file");
    disk.sync("keys.new").expect("the new file");
    disk.rename("keys.new", "keys").expect("the new file");
    assert_eq!(
        disk.cut(disk.now(), Keep::Nothing).read("keys").ok(),
        Some(page(1))
    );
}

#[test]
fn a_file_written_over_in_its_place_is_caught_torn() {
    let disk = disk_with("keys", &page(1));
    disk.write_at("keys", 0, &page(2)).expect("the file");
    disk.sync("keys").expect("the file");
    let torn = [vec![2; SECTOR], vec![1; 2 * SECTOR]].concat();
    assert_eq!(
        disk.cut(Moment::default(), Keep::Torn).read("keys").ok(),
        Some(page(1))
    );
    assert!(after_cuts(&disk, "keys", 0).contains(&Some(torn)));
}

#[test]
fn a_file_written_anew_under_its_own_name_is_caught_losing_both() {
    let disk = disk_with("keys", &page(1));
    disk.write("keys", &page(2));
    disk.sync("keys").expect("the file");
    let found = after_cuts(&disk, "keys", 8);
    assert!(
        found.contains(&Some(Vec::new())),
        "neither the old nor the new"
    );
    assert_eq!(
        disk.cut(disk.now(), Keep::Nothing).read("keys").ok(),
        Some(page(2))
    );
}

#[test]
fn a_removed_file_may_come_back_until_its_folder_is_synced() {
    let disk = disk_with("vault/old", &page(1));
    disk.remove("vault/old").expect("the file");
    assert!(
        disk.cut(disk.now(), Keep::Nothing)
            .read("vault/old")
            .is_ok()
    );
    disk.sync_folder("");
    assert!(
        disk.cut(disk.now(), Keep::Nothing)
            .read("vault/old")
            .is_ok()
    );
    disk.sync_folder("vault");
    assert!(
        disk.cut(disk.now(), Keep::Nothing)
            .names("vault")
            .is_empty()
    );
}

#[test]
fn a_rename_between_folders_is_safe_when_both_are_synced() {
    let disk = disk_with("incoming/keys", &page(1));
    disk.rename("incoming/keys", "vault/keys")
        .expect("the file");
    for folder in ["vault", "incoming"] {
        assert!(
            disk.cut(disk.now(), Keep::Nothing)
                .read("incoming/keys")
                .is_ok()
        );
        disk.sync_folder(folder);
    }
    let after = disk.cut(disk.now(), Keep::Nothing);
    assert_eq!(after.read("vault/keys").ok(), Some(page(1)));
    assert!(after.names("incoming").is_empty());
}

#[test]
fn a_file_that_is_not_there_and_one_that_is_there_already_are_errors() {
    let disk = Disk::new();
    let kind = |result: std::io::Result<()>| result.map_err(|error| error.kind());
    assert_eq!(kind(disk.sync("none")), Err(ErrorKind::NotFound));
    assert_eq!(kind(disk.remove("none")), Err(ErrorKind::NotFound));
    assert_eq!(kind(disk.rename("none", "other")), Err(ErrorKind::NotFound));
    assert_eq!(
        kind(disk.write_at("none", 0, b"x")),
        Err(ErrorKind::NotFound)
    );
    assert_eq!(kind(disk.write_new("one", b"x")), Ok(()));
    assert_eq!(
        kind(disk.write_new("one", b"y")),
        Err(ErrorKind::AlreadyExists)
    );
    assert_eq!(disk.read("one").ok(), Some(b"x".to_vec()));
}

/// Something a program may do with a few files in two folders.
#[derive(Clone, Debug)]
enum Deed {
    WriteNew(usize, usize),
    WriteAt(usize, usize, usize),
    Sync(usize),
    Rename(usize, usize),
    Remove(usize),
    SyncFolder(usize),
}

const NAMES: [&str; 4] = ["a", "b", "vault/a", "vault/b"];
const FOLDERS: [&str; 2] = ["", "vault"];

fn any_deed() -> impl Strategy<Value = Deed> {
    let name = || 0..NAMES.len();
    prop_oneof![
        (name(), 0..1_500_usize).prop_map(|(name, length)| Deed::WriteNew(name, length)),
        (name(), 0..2_000_usize, 1..1_200_usize)
            .prop_map(|(n, at, length)| Deed::WriteAt(n, at, length)),
        name().prop_map(Deed::Sync),
        (name(), name()).prop_map(|(from, to)| Deed::Rename(from, to)),
        name().prop_map(Deed::Remove),
        (0..FOLDERS.len()).prop_map(Deed::SyncFolder),
    ]
}

/// Does it, or finds that it cannot be done; each deed writes bytes of its own.
fn act(disk: &Disk, deed: &Deed, mark: u8) {
    let _ = match deed {
        Deed::WriteNew(name, length) => disk.write_new(NAMES[*name], &vec![mark; *length]),
        Deed::WriteAt(name, at, length) => disk.write_at(NAMES[*name], *at, &vec![mark; *length]),
        Deed::Sync(name) => disk.sync(NAMES[*name]),
        Deed::Rename(from, to) => disk.rename(NAMES[*from], NAMES[*to]),
        Deed::Remove(name) => disk.remove(NAMES[*name]),
        Deed::SyncFolder(folder) => {
            disk.sync_folder(FOLDERS[*folder]);
            Ok(())
        }
    };
}

/// All names with their bytes.
fn all(disk: &Disk) -> BTreeMap<String, Vec<u8>> {
    let names = FOLDERS.iter().flat_map(|folder| disk.names(folder));
    let read = |name: String| disk.read(&name).ok().map(|bytes| (name, bytes));
    names.filter_map(read).collect()
}

fn rounds() -> u32 {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    if long { 20_000 } else { 300 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds()))]

    #[test]
    fn a_cut_that_keeps_everything_leaves_the_disk_as_it_was(deeds in prop::collection::vec(any_deed(), 0..30)) {
        let disk = Disk::new();
        for (mark, deed) in deeds.iter().enumerate() {
            act(&disk, deed, mark as u8 + 1);
            prop_assert_eq!(all(&disk.cut(disk.now(), Keep::Everything)), all(&disk));
        }
    }

    #[test]
    fn what_is_synced_with_its_folder_outlives_every_cut(
        deeds in prop::collection::vec(any_deed(), 0..30),
        seed in any::<u64>(),
    ) {
        let disk = Disk::new();
        deeds.iter().enumerate().for_each(|(mark, deed)| act(&disk, deed, mark as u8 + 1));
        for name in all(&disk).keys() {
            disk.sync(name).expect("a file of the list");
        }
        FOLDERS.iter().for_each(|folder| disk.sync_folder(folder));
        for keep in [Keep::Everything, Keep::Nothing, Keep::Torn, Keep::Some { seed }] {
            prop_assert_eq!(all(&disk.cut(disk.now(), keep)), all(&disk));
        }
    }

    #[test]
    fn no_cut_makes_up_names_or_shows_bytes_of_later(
        deeds in prop::collection::vec(any_deed(), 1..30),
        seed in any::<u64>(),
    ) {
        let disk = Disk::new();
        let mut names = BTreeSet::new();
        let mut began = Vec::new();
        for (mark, deed) in deeds.iter().enumerate() {
            began.push(disk.now());
            act(&disk, deed, mark as u8 + 1);
            names.extend(all(&disk).into_keys());
        }
        for moment in disk.moments() {
            let marks = began.iter().filter(|began| **began < moment).count();
            for (name, bytes) in all(&disk.cut(moment, Keep::Some { seed })) {
                prop_assert!(names.contains(&name), "{} was never there", name);
                // Zeros stand for what was never kept.
                prop_assert!(bytes.iter().all(|byte| usize::from(*byte) <= marks));
            }
        }
    }

    #[test]
    fn the_same_seed_keeps_the_same(deeds in prop::collection::vec(any_deed(), 1..30), seed in any::<u64>()) {
        let disk = Disk::new();
        deeds.iter().enumerate().for_each(|(mark, deed)| act(&disk, deed, mark as u8 + 1));
        let once = all(&disk.cut(disk.now(), Keep::Some { seed }));
        prop_assert_eq!(all(&disk.cut(disk.now(), Keep::Some { seed })), once);
    }
}
