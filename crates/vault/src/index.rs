//! What the crates above make of the entries: in memory, and always to be made again.

use crate::files::replace;
use crate::{Opened, Vault, VaultError};
use rusqlite::{Connection, MAIN_DB};
use sealed::CompartmentId;

const FILE: &str = "index";

/// Tables that are made from entries, and from nothing else.
pub trait Projection {
    /// Changes whenever the tables or what fills them change: an older snapshot is then made anew.
    fn edition(&self) -> u64;

    /// SQL that makes the tables, empty.
    fn tables(&self) -> &str;

    /// Takes an entry into the tables. Entries come in the same order on every device.
    ///
    /// # Errors
    /// As SQLite gives them: the index is then not built.
    fn take_in(&self, index: &Connection, entry: &Opened) -> rusqlite::Result<()>;
}

impl Vault {
    /// The index, in memory: from its sealed snapshot if that is of this log, else from the entries.
    ///
    /// # Errors
    /// [`VaultError::Index`], if a projection refuses an entry.
    pub fn index(&self, projection: &dyn Projection) -> Result<Connection, VaultError> {
        match self.opened_snapshot(projection) {
            Some(index) => Ok(index),
            None => self.rebuilt(projection),
        }
    }

    /// Seals the index for a quick opening next time.
    ///
    /// # Errors
    /// [`VaultError`], if the disk does not write.
    pub fn keep_snapshot(
        &mut self,
        projection: &dyn Projection,
        index: &mut Connection,
    ) -> Result<(), VaultError> {
        let bytes = index.serialize(MAIN_DB).map_err(VaultError::Index)?;
        let rows = self.log.rows();
        let key = &self.key_box.ring.index;
        let randomness = self.home.randomness.as_mut();
        let sealed = key.seal_snapshot(projection.edition(), rows, &bytes, randomness);
        Ok(replace(self.home.files.as_ref(), FILE, &sealed)?)
    }

    /// Removes the snapshot: its key has been destroyed.
    pub(crate) fn drop_snapshot(&self) -> Result<(), VaultError> {
        Ok(self.home.files.remove(FILE)?)
    }

    /// A snapshot is only a shortcut: if anything is wrong with it, the index is made anew.
    fn opened_snapshot(&self, projection: &dyn Projection) -> Option<Connection> {
        let sealed = self.home.files.read(FILE).ok()??;
        let key = &self.key_box.ring.index;
        let rows = self.log.rows();
        let bytes = key
            .open_snapshot(projection.edition(), rows, &sealed)
            .ok()?;
        let mut index = in_memory().ok()?;
        index
            .deserialize_read_exact(MAIN_DB, bytes.as_slice(), bytes.len(), false)
            .ok()?;
        Some(index)
    }

    fn rebuilt(&self, projection: &dyn Projection) -> Result<Connection, VaultError> {
        let index = in_memory().map_err(VaultError::Index)?;
        let build = || {
            index.execute_batch(projection.tables())?;
            index.execute_batch("BEGIN")?;
            for entry in self.all_operations() {
                projection.take_in(&index, &entry)?;
            }
            index.execute_batch("COMMIT")
        };
        build().map_err(VaultError::Index)?;
        Ok(index)
    }

    /// All entries of all compartments, compartments in the order of their names.
    fn all_operations(&self) -> impl Iterator<Item = Opened> {
        let mut compartments: Vec<CompartmentId> =
            self.compartments().into_iter().map(|(id, _)| id).collect();
        compartments.sort();
        compartments
            .into_iter()
            .filter_map(|id| self.operations(id).ok())
            .flatten()
    }
}

fn in_memory() -> rusqlite::Result<Connection> {
    let index = Connection::open_in_memory()?;
    index.execute_batch("PRAGMA temp_store = MEMORY")?;
    Ok(index)
}
