//! SQLite under power cuts: what it promises for each journal holds at every moment, and a careless
//! setting is caught.

use disk::{Disk, Keep, Moment};
use rusqlite::{Connection, params};
use std::ops::RangeInclusive;

const TRANSACTIONS: usize = 36;

/// The rows of the table; none, if there is no table.
type Rows = Option<Vec<(i64, Vec<u8>)>>;

/// How a database keeps its promises.
#[derive(Clone, Copy, Debug)]
struct Setting {
    journal: &'static str,
    synchronous: &'static str,
}

/// A workload that ran to its end, and when each transaction began and was acknowledged.
struct Run {
    disk: Disk,
    setting: Setting,
    /// The rows after so many transactions. The first transaction makes the table.
    rows: Vec<Rows>,
    began: Vec<Moment>,
    acknowledged: Vec<Moment>,
}

/// What a cut did to a run.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// The database is sound and holds the rows of so many transactions.
    Sound(usize),
    /// It does not open, is damaged, or holds rows of no transaction.
    Damaged,
}

fn open(disk: &Disk, setting: Setting) -> rusqlite::Result<Connection> {
    let database = disk.open("vault/log.sqlite")?;
    database.pragma_update(None, "journal_mode", setting.journal)?;
    database.pragma_update(None, "synchronous", setting.synchronous)?;
    // A small cache, so that pages reach the disk before a commit, and many checkpoints.
    database.pragma_update(None, "cache_size", 6)?;
    database.pragma_update(None, "wal_autocheckpoint", 12)?;
    Ok(database)
}

/// Rows come, change and go; some transactions touch many pages.
fn transact(database: &mut Connection, number: usize) -> rusqlite::Result<()> {
    let transaction = database.transaction()?;
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)",
    )?;
    let letter =
        |salt: usize| vec![(number * 31 + salt) as u8; 100 + (number * 937 + salt * 53) % 2_500];
    for salt in 0..1 + number % 5 {
        transaction.execute(
            "INSERT INTO row (sealed) VALUES (?1)",
            params![letter(salt)],
        )?;
    }
    transaction.execute(
        "UPDATE row SET sealed = ?1 WHERE id % 7 = ?2",
        params![letter(9), (number % 7) as i64],
    )?;
    if number % 4 == 3 {
        transaction.execute(
            "DELETE FROM row WHERE id % 5 = ?1",
            params![(number % 5) as i64],
        )?;
    }
    transaction.commit()
}

fn rows(database: &Connection) -> rusqlite::Result<Rows> {
    if !database.table_exists(None, "row")? {
        return Ok(None);
    }
    let mut all = database.prepare("SELECT id, sealed FROM row ORDER BY id")?;
    let found = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.collect::<rusqlite::Result<_>>().map(Some)
}

fn run(setting: Setting) -> Run {
    let disk = Disk::new();
    let mut database = open(&disk, setting).expect("a database on an empty disk");
    let mut run = Run {
        rows: vec![None],
        began: vec![Moment::default()],
        acknowledged: vec![Moment::default()],
        disk,
        setting,
    };
    for number in 1..=TRANSACTIONS {
        run.began.push(run.disk.now());
        transact(&mut database, number).expect("a transaction");
        run.acknowledged.push(run.disk.now());
        run.rows.push(rows(&database).expect("rows"));
    }
    run
}

impl Run {
    /// How many transactions may be found after a cut: at least those acknowledged, at most those begun.
    fn allowed(&self, moment: Moment) -> RangeInclusive<usize> {
        let until = |moments: &[Moment]| moments.iter().filter(|at| **at <= moment).count() - 1;
        until(&self.acknowledged)..=until(&self.began)
    }

    fn found(&self, disk: &Disk) -> Found {
        self.look(disk).unwrap_or(Found::Damaged)
    }

    fn look(&self, disk: &Disk) -> rusqlite::Result<Found> {
        let mut database = open(disk, self.setting)?;
        let verdict: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        let rows = rows(&database)?;
        let number = self.rows.iter().position(|expected| *expected == rows);
        // What was found must also be good for going on.
        transact(&mut database, TRANSACTIONS + 1)?;
        Ok(match number {
            Some(number) if verdict == "ok" => Found::Sound(number),
            _ => Found::Damaged,
        })
    }
}

fn seeds() -> u64 {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    if long { 40 } else { 1 }
}

/// Cuts the power everywhere; `most_lost` acknowledged transactions may be missing.
fn holds_everywhere(setting: Setting, most_lost: usize) -> bool {
    let run = run(setting);
    let mut lost_some = false;
    let mut disks = 0;
    for moment in run.disk.moments() {
        let allowed = run.allowed(moment);
        for keep in Keep::ways(seeds()) {
            let found = run.found(&run.disk.cut(moment, keep));
            let Found::Sound(number) = found else {
                panic!("{setting:?}: damaged by a cut at {moment:?}, {keep:?}");
            };
            assert!(
                number + most_lost >= *allowed.start() && number <= *allowed.end(),
                "{setting:?}: {number} of {allowed:?} transactions after a cut at {moment:?}, {keep:?}"
            );
            lost_some |= number < *allowed.start();
            disks += 1;
        }
    }
    println!("{setting:?}: {disks} disks");
    lost_some
}

#[test]
fn nothing_acknowledged_is_lost_with_a_log_written_ahead() {
    let setting = Setting {
        journal: "WAL",
        synchronous: "FULL",
    };
    assert!(!holds_everywhere(setting, 0));
}

#[test]
fn nothing_acknowledged_is_lost_with_a_deleted_journal_whose_folder_is_synced() {
    let setting = Setting {
        journal: "DELETE",
        synchronous: "EXTRA",
    };
    assert!(!holds_everywhere(setting, 0));
}

#[test]
fn nothing_acknowledged_is_lost_with_a_truncated_journal() {
    let setting = Setting {
        journal: "TRUNCATE",
        synchronous: "FULL",
    };
    assert!(!holds_everywhere(setting, 0));
}

/// FULL does not sync the folder after the journal was deleted: a cut may bring the journal back, and
/// with it the state before the last transaction. Whoever writes a vault must know.
///
/// # Source
/// <https://www.sqlite.org/pragma.html#pragma_synchronous>, on EXTRA.
#[test]
fn a_deleted_journal_may_come_back_and_undo_the_last_transaction_but_no_other() {
    let setting = Setting {
        journal: "DELETE",
        synchronous: "FULL",
    };
    assert!(holds_everywhere(setting, 1), "the loss was not found");
}

#[test]
fn a_database_that_never_syncs_is_caught_losing_and_caught_damaged() {
    for journal in ["WAL", "DELETE"] {
        let run = run(Setting {
            journal,
            synchronous: "OFF",
        });
        let mut lost = 0;
        let mut damaged = 0;
        for moment in run.disk.moments().step_by(3) {
            for keep in Keep::ways(2) {
                match run.found(&run.disk.cut(moment, keep)) {
                    Found::Damaged => damaged += 1,
                    Found::Sound(number) if number < *run.allowed(moment).start() => lost += 1,
                    Found::Sound(_) => {}
                }
            }
        }
        println!("{journal}, OFF: {lost} with losses, {damaged} damaged");
        assert!(lost > 0, "{journal}: no loss was found");
        assert!(damaged > 0, "{journal}: no damage was found");
    }
}

#[test]
fn a_second_cut_while_the_first_is_being_mended_does_no_harm() {
    for (journal, synchronous) in [("WAL", "FULL"), ("DELETE", "EXTRA")] {
        let run = run(Setting {
            journal,
            synchronous,
        });
        for (number, moment) in run
            .disk
            .moments()
            .enumerate()
            .filter(|(number, _)| number % 23 == 0)
        {
            let allowed = run.allowed(moment);
            let first = run.disk.cut(
                moment,
                Keep::Some {
                    seed: number as u64,
                },
            );
            drop(open(&first, run.setting).map(|database| rows(&database)));
            for again in first.moments() {
                for keep in Keep::ways(1) {
                    let found = run.found(&first.cut(again, keep));
                    assert!(
                        matches!(found, Found::Sound(number) if allowed.contains(&number)),
                        "{journal}: {found:?} of {allowed:?} after {moment:?} and {again:?}, {keep:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn two_connections_see_each_other_and_one_writes_at_a_time() {
    for journal in ["WAL", "DELETE"] {
        let setting = Setting {
            journal,
            synchronous: "FULL",
        };
        let disk = Disk::new();
        let mut one = open(&disk, setting).expect("a database");
        one.execute_batch("CREATE TABLE row (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)")
            .expect("a table");
        let other = open(&disk, setting).expect("the same database");
        let writing = one.transaction().expect("a transaction");
        writing
            .execute("INSERT INTO row (sealed) VALUES (x'00')", [])
            .expect("a row");
        other
            .busy_timeout(std::time::Duration::ZERO)
            .expect("no waiting");
        let refused = other.execute("INSERT INTO row (sealed) VALUES (x'01')", []);
        let refused = refused.expect_err("one writer at a time");
        assert_eq!(
            refused.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseBusy)
        );
        assert_eq!(
            rows(&other).map(|rows| rows.map(|rows| rows.len())),
            Ok(Some(0))
        );
        writing.commit().expect("a commit");
        assert_eq!(
            rows(&other).map(|rows| rows.map(|rows| rows.len())),
            Ok(Some(1))
        );
    }
}

#[test]
fn threads_with_a_connection_each_lose_none_of_each_others_rows() {
    for journal in ["WAL", "DELETE"] {
        let setting = Setting {
            journal,
            synchronous: "NORMAL",
        };
        let disk = Disk::new();
        let first = open(&disk, setting).expect("a database");
        first
            .execute_batch("CREATE TABLE row (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)")
            .expect("a table");
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let own = disk.open("vault/log.sqlite").expect("the database");
                    own.busy_timeout(std::time::Duration::from_secs(120))
                        .expect("patience");
                    for _ in 0..20 {
                        own.execute("INSERT INTO row (sealed) VALUES (x'00')", [])
                            .expect("a row");
                    }
                });
            }
        });
        let verdict: String = first
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .expect("a verdict");
        assert_eq!(verdict, "ok");
        assert_eq!(
            rows(&first).map(|rows| rows.map(|rows| rows.len())),
            Ok(Some(60))
        );
    }
}

#[test]
fn an_open_database_outlives_every_hand_on_its_disk() {
    let disk = Disk::new();
    let name = disk.vfs_name().to_owned();
    let database = disk.open("log").expect("a database");
    drop(disk);
    database
        .execute_batch("CREATE TABLE row (id INTEGER)")
        .expect("a table");
    drop(database);
    // With the last open file the disk is gone, and SQLite no longer knows its name.
    let flags = rusqlite::OpenFlags::default();
    assert!(Connection::open_with_flags_and_vfs("log", flags, name.as_str()).is_err());
}

#[test]
fn no_two_disks_share_a_database() {
    let one = Disk::new();
    let other = Disk::new();
    assert_ne!(one.vfs_name(), other.vfs_name());
    let database = one.open("log").expect("a database");
    database
        .execute_batch("CREATE TABLE row (id INTEGER)")
        .expect("a table");
    assert!(other.names("").is_empty());
}
