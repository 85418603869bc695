use crate::{Home, OpenError, VaultError};
use rusqlite::{Connection, OptionalExtension, params};
use sealed::{Canonical, Randomness, Reader, Row, StoreKey, Writer};
use std::collections::BTreeSet;

const FILE: &str = "log";
/// The row that tells how many there are.
const TAIL: u64 = 0;

/// The sealed log: numbered rows in SQLite, each sealed a second time. Rows are added and never
/// changed; their order is the order in which they came here, and means nothing else.
pub(crate) struct Log {
    connection: Connection,
    key: StoreKey,
    rows: u64,
    is_damaged: bool,
}

/// What is wrong with a log on this disk. Whatever else is in it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// A row was changed, or moved from elsewhere.
    RowChanged(u64),
    /// A row is not there.
    RowMissing(u64),
    /// The row that counts the others was changed: rows at the end may be missing.
    CountChanged,
    /// The file itself is damaged, or cut short.
    File,
    /// The file was put back to an earlier state: it has fewer rows than the key box knows of.
    PutBack,
}

/// A row as it lies on the disk: it can be opened on another core.
pub(crate) struct SealedRow {
    number: u64,
    sealed: Result<Vec<u8>, Damage>,
}

impl SealedRow {
    /// What lies in it.
    pub fn open(&self, key: &StoreKey) -> Result<Row, Damage> {
        let sealed = self.sealed.as_ref().map_err(|damage| *damage)?;
        let changed = Damage::RowChanged(self.number);
        let row = key.open_row(self.number, sealed).map_err(|_| changed)?;
        Row::from_bytes(&row).map_err(|_| changed)
    }
}

/// SQLite's `user_version` of a log while its vault is being founded; 0 ever after. Such a log may be
/// wiped and begun again: nobody was told yet that there is a vault.
const FOUNDING: i64 = 1;

impl Log {
    /// Begins a log, on what is left of a founding that a power cut has interrupted.
    pub fn begin(home: &mut Home, key: StoreKey) -> Result<Self, OpenError> {
        let connection = home.files.connect(FILE).map_err(|_| OpenError::Log)?;
        prepare(&connection).map_err(|error| match is_busy(&error) {
            true => OpenError::InUse,
            false => OpenError::Log,
        })?;
        let may_wipe = "SELECT user_version = ?1 OR NOT EXISTS (SELECT 1 FROM rows)
                        FROM pragma_user_version";
        let may_wipe: bool = connection
            .query_row(may_wipe, [FOUNDING], |row| row.get(0))
            .map_err(|_| OpenError::Log)?;
        if !may_wipe {
            return Err(OpenError::NoKeys);
        }
        let wipe = format!("BEGIN; DELETE FROM rows; PRAGMA user_version = {FOUNDING}; COMMIT;");
        connection
            .execute_batch(&wipe)
            .map_err(|_| OpenError::Log)?;
        let mut log = Self {
            connection,
            key,
            rows: 0,
            is_damaged: false,
        };
        log.append(&[], home.randomness.as_mut())?;
        Ok(log)
    }

    fn is_founding(&self) -> rusqlite::Result<bool> {
        let mark = "SELECT user_version = ?1 FROM pragma_user_version";
        self.connection
            .query_row(mark, [FOUNDING], |row| row.get(0))
    }

    /// The vault has been founded: this log is never wiped again.
    pub fn finish(&mut self) -> Result<(), VaultError> {
        Ok(self.connection.execute_batch("PRAGMA user_version = 0")?)
    }

    /// Opens the log.
    pub fn open(
        home: &mut Home,
        key: StoreKey,
        at_least: u64,
    ) -> Result<(Self, BTreeSet<Damage>), OpenError> {
        let mut damage = BTreeSet::new();
        let connection = home.files.connect(FILE).map_err(|_| OpenError::Log)?;
        let is_damaged = match prepare(&connection) {
            Ok(()) => false,
            Err(error) if is_busy(&error) => return Err(OpenError::InUse),
            Err(_) => {
                damage.insert(Damage::File);
                // What is left is read, and nothing is written: this setting alone lets SQLite look
                // into a file that is shorter than it says.
                let salvage = "PRAGMA writable_schema = ON; PRAGMA query_only = ON;";
                connection
                    .execute_batch(salvage)
                    .map_err(|_| OpenError::Log)?;
                true
            }
        };
        let mut log = Self {
            connection,
            key,
            rows: 0,
            is_damaged,
        };
        log.rows = log.count(at_least, &mut damage)?;
        // With its key box there, a founding is over, whatever the power did afterwards.
        if !log.is_damaged && log.is_founding().unwrap_or(false) {
            log.finish()?;
        }
        Ok((log, damage))
    }

    /// How many rows there are, or ought to be.
    fn count(&self, at_least: u64, damage: &mut BTreeSet<Damage>) -> Result<u64, OpenError> {
        let last: Option<i64> = self
            .connection
            .query_row("SELECT max(number) FROM rows", [], |row| row.get(0))
            .unwrap_or(None);
        let last = last.map_or(0, i64::unsigned_abs);
        let sealed = self.sealed(TAIL).ok().flatten();
        let told = sealed.and_then(|sealed| self.told(&sealed));
        if told.is_none() {
            damage.insert(Damage::CountChanged);
        }
        let told = told.unwrap_or(0);
        if told < at_least && !damage.contains(&Damage::CountChanged) {
            damage.insert(Damage::PutBack);
        }
        Ok(told.max(last).max(at_least))
    }

    fn told(&self, sealed: &[u8]) -> Option<u64> {
        let tail = self.key.open_row(TAIL, sealed).ok()?;
        Reader::of(&tail).number().ok()
    }

    /// Adds rows, all or none of them, and waits until they survive a power cut. Gives the number
    /// of the first.
    pub fn append(
        &mut self,
        rows: &[Row],
        randomness: &mut dyn Randomness,
    ) -> Result<u64, VaultError> {
        if self.is_damaged {
            return Err(VaultError::Damaged);
        }
        let first = self.rows + 1;
        let mut last = self.rows;
        let transaction = self.connection.transaction()?;
        for row in rows {
            last += 1;
            let sealed = self.key.seal_row(last, &row.to_bytes(), randomness);
            let insert = "INSERT INTO rows (number, sealed) VALUES (?1, ?2)";
            transaction
                .prepare_cached(insert)?
                .execute(params![signed(last), sealed])?;
        }
        let mut tail = Writer::new();
        tail.number(last);
        let sealed = self.key.seal_row(TAIL, &tail.into_bytes(), randomness);
        let replace = "INSERT OR REPLACE INTO rows (number, sealed) VALUES (?1, ?2)";
        transaction.execute(replace, params![signed(TAIL), sealed])?;
        transaction.commit()?;
        self.rows = last;
        Ok(first)
    }

    /// How many rows there are, or ought to be.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Whether anything can be added.
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// One row.
    pub fn read(&self, number: u64) -> Result<Row, Damage> {
        self.row(number).open(&self.key)
    }

    /// One row, as it lies on the disk.
    pub fn row(&self, number: u64) -> SealedRow {
        let sealed = match self.sealed(number) {
            Ok(Some(sealed)) => Ok(sealed),
            Ok(None) => Err(Damage::RowMissing(number)),
            Err(_) => Err(Damage::RowChanged(number)),
        };
        SealedRow { number, sealed }
    }

    /// Rows that lie beside each other, as they lie on the disk.
    pub fn rows_between(&self, first: u64, last: u64) -> Vec<SealedRow> {
        // What a damaged page keeps from being read in one go is sought row by row.
        let found = self.scan(first, last).unwrap_or_default();
        let mut found = found.into_iter().peekable();
        let rows =
            (first..=last).map(
                |number| match found.next_if(|(at, _)| *at == signed(number)) {
                    Some((_, sealed)) => SealedRow {
                        number,
                        sealed: Ok(sealed),
                    },
                    None => self.row(number),
                },
            );
        rows.collect()
    }

    fn scan(&self, first: u64, last: u64) -> rusqlite::Result<Vec<(i64, Vec<u8>)>> {
        let query =
            "SELECT number, sealed FROM rows WHERE number BETWEEN ?1 AND ?2 ORDER BY number";
        let mut statement = self.connection.prepare_cached(query)?;
        let rows = statement.query_map([signed(first), signed(last)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        rows.collect()
    }

    /// What rows are opened with.
    pub fn key(&self) -> &StoreKey {
        &self.key
    }

    fn sealed(&self, number: u64) -> rusqlite::Result<Option<Vec<u8>>> {
        let query = "SELECT sealed FROM rows WHERE number = ?1";
        let mut statement = self.connection.prepare_cached(query)?;
        statement
            .query_row([signed(number)], |row| row.get(0))
            .optional()
    }
}

/// Sets SQLite up so that it writes nothing in clear beside the file, waits for the disk, and lets
/// one process in.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA synchronous = EXTRA;
         PRAGMA locking_mode = EXCLUSIVE;
         CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
         BEGIN EXCLUSIVE; COMMIT;",
    )
}

fn is_busy(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    code == Some(rusqlite::ErrorCode::DatabaseBusy)
        || code == Some(rusqlite::ErrorCode::DatabaseLocked)
}

/// SQLite's own integers.
fn signed(number: u64) -> i64 {
    i64::try_from(number).expect("no disk has so many rows")
}
