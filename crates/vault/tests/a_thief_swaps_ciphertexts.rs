//! A thief who cannot read the store moves its parts about, cuts it short or puts an older one back.
//! Nothing opens in another place, and whatever was done is named.

mod world;

use rusqlite::{Connection, params};
use vault::rusqlite;
use vault::{CompartmentId, Damage, Vault};
use world::{NOON, Place, passphrase, rounds, texts};

/// A closed vault with two cases, and how many rows its log has.
fn filled(place: &Place, entries: usize) -> (Vec<CompartmentId>, u64) {
    let mut vault = place.found(1);
    let cases = [1, 1].map(|kind| vault.compartment_new(kind, NOON).expect("a compartment"));
    for number in 0..entries {
        let text = format!("entry {number}");
        vault
            .append(cases[number % 2], text.as_bytes(), NOON)
            .expect("written");
    }
    drop(vault);
    let rows = table(place)
        .query_row("SELECT max(number) FROM rows", [], |row| {
            row.get::<_, i64>(0)
        })
        .expect("rows");
    (cases.to_vec(), rows.unsigned_abs())
}

fn table(place: &Place) -> Connection {
    Connection::open(place.path("vault").join("log")).expect("a database")
}

fn sealed_rows(table: &Connection) -> Vec<Vec<u8>> {
    let mut all = table
        .prepare("SELECT sealed FROM rows WHERE number > 0 ORDER BY number")
        .expect("SQL");
    let rows = all.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}

fn readable(vault: &Vault, cases: &[CompartmentId]) -> usize {
    cases.iter().map(|case| texts(vault, *case).len()).sum()
}

#[test]
fn no_row_opens_in_the_place_of_another() {
    let place = Place::new();
    let (cases, rows) = filled(&place, 500);
    let table = table(&place);
    let sealed = sealed_rows(&table);
    let count = sealed.len();
    assert!(count >= 500);
    drop(table);
    let stretched = Vault::stretch(&place.home(), &passphrase()).expect("a key box");
    // Every row in the place of the one `shift` further on; all shifts are all pairs.
    let every = (count - 1).div_ceil(rounds(40, count - 1));
    let shifts: Vec<usize> = (1..count).step_by(every).collect();
    for shift in &shifts {
        put(&place, sealed.iter().cycle().skip(*shift).take(count));
        let vault = Vault::open_stretched(place.home(), &stretched).expect("it opens");
        assert_eq!(readable(&vault, &cases), 0, "shift {shift}");
        let named: Vec<Damage> = (1..=rows).map(Damage::RowChanged).collect();
        assert_eq!(vault.damage(), named);
    }
    let pairs = shifts.len() * count;
    println!("{pairs} of {} pairs swapped, 0 open", count * (count - 1));
    // Each in its own place again, all open: it was the place that did not fit.
    put(&place, sealed.iter());
    let vault = Vault::open_stretched(place.home(), &stretched).expect("it opens");
    assert_eq!((readable(&vault, &cases), vault.damage()), (500, vec![]));
}

/// Puts these in the places of the rows, from the first.
fn put<'r>(place: &Place, sealed: impl Iterator<Item = &'r Vec<u8>>) {
    let mut table = table(place);
    let all = table.transaction().expect("SQL");
    for (at, row) in (1i64..).zip(sealed) {
        let update = "UPDATE rows SET sealed = ?2 WHERE number = ?1";
        all.execute(update, params![at, row]).expect("SQL");
    }
    all.commit().expect("SQL");
}

#[test]
fn two_swapped_rows_are_named_and_the_rest_is_read() {
    let place = Place::new();
    let (cases, rows) = filled(&place, 20);
    let table = table(&place);
    let sealed = sealed_rows(&table);
    let (last, before) = (sealed.len() - 1, sealed.len() - 3);
    for (at, from) in [(last, before), (before, last)] {
        let at = i64::try_from(at).expect("small") + 1;
        table
            .execute(
                "UPDATE rows SET sealed = ?2 WHERE number = ?1",
                params![at, sealed[from]],
            )
            .expect("SQL");
    }
    drop(table);
    let vault = place.open().expect("it opens");
    assert_eq!(
        vault.damage(),
        [Damage::RowChanged(rows - 2), Damage::RowChanged(rows)]
    );
    assert_eq!(readable(&vault, &cases), 18);
}

#[test]
fn rows_of_another_store_do_not_open() {
    let (place, other) = (Place::new(), Place::new());
    let (cases, rows) = filled(&place, 4);
    filled(&other, 4);
    let foreign = sealed_rows(&table(&other));
    let last = i64::try_from(rows).expect("small");
    let put = "UPDATE rows SET sealed = ?2 WHERE number = ?1";
    table(&place)
        .execute(put, params![last, foreign[foreign.len() - 1]])
        .expect("SQL");
    let vault = place.open().expect("it opens");
    assert_eq!(vault.damage(), [Damage::RowChanged(rows)]);
    assert_eq!(readable(&vault, &cases), 3);
}

#[test]
fn rows_taken_from_the_end_or_the_middle_are_missed() {
    let place = Place::new();
    let (cases, rows) = filled(&place, 10);
    let gone = [rows - 4, rows - 1, rows];
    for number in gone {
        let number = i64::try_from(number).expect("small");
        table(&place)
            .execute("DELETE FROM rows WHERE number = ?1", [number])
            .expect("SQL");
    }
    let vault = place.open().expect("it opens");
    assert_eq!(vault.damage(), gone.map(Damage::RowMissing));
    assert_eq!(readable(&vault, &cases), 7);
}

#[test]
fn an_older_log_put_back_is_noticed() {
    let place = Place::new();
    drop(place.found(1));
    let log = place.path("vault").join("log");
    let older = std::fs::read(&log).expect("the log");
    let mut vault = place.open().expect("it opens");
    for _ in 0..3 {
        vault.compartment_new(1, NOON).expect("a compartment");
    }
    drop(vault);
    std::fs::write(&log, older).expect("put back");
    let vault = place.open().expect("it opens");
    assert!(
        vault.damage().contains(&Damage::PutBack),
        "{:?}",
        vault.damage()
    );
}

#[test]
fn a_log_that_was_taken_away_is_noticed() {
    let place = Place::new();
    drop(place.found(1));
    std::fs::remove_file(place.path("vault").join("log")).expect("removed");
    let vault = place.open().expect("it opens");
    assert!(
        vault.damage().contains(&Damage::CountChanged),
        "{:?}",
        vault.damage()
    );
}
