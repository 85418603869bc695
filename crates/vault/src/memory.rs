use crate::Files;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// A folder that is nowhere on a disk and is gone with the program: for a vault to be thrown away.
///
/// A vault that is opened a second time finds no log here: the database lives as long as its
/// connection.
pub struct Memory {
    files: Mutex<BTreeMap<String, Zeroizing<Vec<u8>>>>,
    place: [u8; 32],
}

impl Memory {
    /// An empty folder, like no other.
    pub fn new() -> Memory {
        let place = sealed::make_bytes(&mut crate::SystemRandomness);
        let files = Mutex::default();
        Memory { files, place }
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Zeroizing<Vec<u8>>>> {
        // Each change of the map is one call: whoever panicked left it whole.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::new()
    }
}

impl Files for Memory {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.files().get(name).map(|bytes| bytes.to_vec()))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let bytes = Zeroizing::new(bytes.to_vec());
        self.files().insert(name.to_owned(), bytes);
        Ok(())
    }

    fn sync(&self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut files = self.files();
        let bytes = files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        files.insert(to.to_owned(), bytes);
        Ok(())
    }

    fn sync_folder(&self) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.files().remove(name);
        Ok(())
    }

    fn connect(&self, _: &str) -> rusqlite::Result<Connection> {
        Connection::open_in_memory()
    }

    fn place(&self) -> io::Result<Vec<u8>> {
        Ok(self.place.to_vec())
    }
}
