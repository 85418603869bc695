//! How fast a vault takes many entries, and how fast a large one opens. Nothing here asserts a time.
//!
//! All of it is on the disk under `target/`. The rows beside it hold what a vault's rows hold, in plain
//! SQLite with the same settings: what is left between the two is sealing, signing and linking.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use vault::rusqlite::{Connection, params};
use vault::{
    CompartmentId, Folder, Hardness, Home, Passphrase, Stretched, SystemRandomness, Vault,
};

/// 17 May 2017, 12:00 UTC.
const NOON: i64 = 1_495_022_400;
const AT_ONCE: usize = 10_000;
const COMPARTMENTS: usize = 10_000;
const ENTRIES: usize = 30;
/// As long as an assertion with its source and certainty is, encoded.
const LENGTH: usize = 180;

fn main() {
    divan::main();
    let _ = std::fs::remove_dir_all(folder(""));
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bulk")
        .join(name)
}

fn home(name: &str) -> Home {
    let files = |part| Box::new(Folder::at(folder(name).join(part)).expect("a folder"));
    Home {
        files: files("vault"),
        secrets: files("secrets"),
        randomness: Box::new(SystemRandomness),
    }
}

fn passphrase() -> Passphrase {
    Passphrase::of("nine slow herons".to_owned().into()).expect("fit")
}

fn founded(name: &str) -> Vault {
    let _ = std::fs::remove_dir_all(folder(name));
    Vault::create(home(name), &passphrase(), Hardness::FLOOR, 1, NOON).expect("a new vault")
}

fn entries(count: usize) -> Vec<(Vec<u8>, i64)> {
    let entry = |at: usize| (vec![at as u8; LENGTH], NOON);
    (0..count).map(entry).collect()
}

/// Sealed, signed, linked and durable, 10,000 in one call.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn entries_in_bulk(bencher: Bencher) {
    let mut vault = founded("bulk");
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let entries = entries(AT_ONCE);
    bencher.counter(ItemsCount::new(AT_ONCE)).bench_local(|| {
        let entries = entries.iter().map(|(bytes, at)| (bytes, *at));
        vault.append_all(case, entries).expect("written")
    });
}

/// The same one by one: each waits for the disk.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn entries_one_by_one(bencher: Bencher) {
    const COUNT: usize = 200;
    let mut vault = founded("single");
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    let entries = entries(COUNT);
    bencher.counter(ItemsCount::new(COUNT)).bench_local(|| {
        for (bytes, at) in &entries {
            vault.append(case, bytes, *at).expect("written");
        }
    });
}

/// Rows as long as sealed ones, in plain SQLite, in one transaction.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn plain_rows_in_bulk(bencher: Bencher) {
    const ROW: usize = 1024 + 72;
    std::fs::create_dir_all(folder("plain")).expect("a folder");
    let mut plain = Connection::open(folder("plain").join("rows")).expect("a database");
    plain
        .execute_batch(
            "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA;
             PRAGMA locking_mode = EXCLUSIVE;
             CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;",
        )
        .expect("a table");
    let row = vec![7_u8; ROW];
    bencher.counter(ItemsCount::new(AT_ONCE)).bench_local(|| {
        let transaction = plain.transaction().expect("begun");
        for _ in 0..AT_ONCE {
            let insert = "INSERT INTO rows (sealed) VALUES (?1)";
            let mut statement = transaction.prepare_cached(insert).expect("SQL");
            statement.execute(params![row]).expect("written");
        }
        transaction.commit().expect("durable");
    });
}

/// A vault of 10,000 compartments with 30 entries each, made once, closed, and its passphrase
/// stretched.
fn large() -> &'static (Vec<CompartmentId>, Stretched) {
    static LARGE: OnceLock<(Vec<CompartmentId>, Stretched)> = OnceLock::new();
    LARGE.get_or_init(|| {
        let mut vault = founded("large");
        let kinds = vec![1; COMPARTMENTS];
        let cases = vault.compartments_new(&kinds, NOON).expect("compartments");
        for case in &cases {
            vault.append_all(*case, entries(ENTRIES)).expect("written");
        }
        drop(vault);
        let stretched = Vault::stretch(&home("large"), &passphrase()).expect("a key box");
        (cases, stretched)
    })
}

fn opened() -> Vault {
    Vault::open_stretched(home("large"), &large().1).expect("it opens")
}

/// From the stretched passphrase to an open vault.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn opening_10_000_compartments_of_30(bencher: Bencher) {
    large();
    bencher.bench_local(opened);
}

/// All compartments with their kinds: every signature verified, every entry opened.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn listing_10_000_compartments_of_30(bencher: Bencher) {
    large();
    bencher
        .with_inputs(opened)
        .bench_local_values(|vault| black_box(vault.compartments().len()));
}

/// Reading one of them in a vault that has just been opened.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn reading_one_of_10_000(bencher: Bencher) {
    let (cases, _) = large();
    let vault = opened();
    let mut next = cases.iter();
    bencher.bench_local(|| {
        let case = next.next().expect("there are enough");
        vault.operations(*case).expect("known")
    });
}
