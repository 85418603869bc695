//! The disk itself, and plain files on it.

use crate::contents::{Contents, Event, Inode, folder_of};
use crate::cut::{Keep, survivors};
use crate::lock::Locks;
use crate::shared_memory::SharedMemory;
use crate::vfs;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

/// A disk in memory. Cloning gives another hand on the same disk.
///
/// Folders are the part of a name before its last `/`; all of them are there from the start.
#[derive(Clone, Debug)]
pub struct Disk {
    pub(crate) shared: Arc<Shared>,
}

/// A place between two things that were asked of a disk; the first is the disk's beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(usize);

/// The number of an open file, for its locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Handle(u64);

pub(crate) struct Shared {
    state: Mutex<State>,
    vfs_name: OnceLock<String>,
}

/// Everything that changes on a disk.
pub(crate) struct State {
    /// What lay there when the disk began.
    first: Contents,
    pub(crate) contents: Contents,
    log: Vec<Event>,
    numbers: u64,
    pub(crate) locks: BTreeMap<Inode, Locks>,
    pub(crate) memory: BTreeMap<Inode, Weak<SharedMemory>>,
}

impl Disk {
    /// An empty disk.
    pub fn new() -> Disk {
        Disk::holding(Contents::default())
    }

    fn holding(contents: Contents) -> Disk {
        let state = State {
            first: contents.clone(),
            // Numbers of files that survived a cut are not given again.
            numbers: contents.highest_inode() + 1,
            contents,
            log: Vec::new(),
            locks: BTreeMap::new(),
            memory: BTreeMap::new(),
        };
        Disk {
            shared: Arc::new(Shared {
                state: Mutex::new(state),
                vfs_name: OnceLock::new(),
            }),
        }
    }

    /// How far the disk is now: a cut at this moment comes after everything asked of it so far.
    pub fn now(&self) -> Moment {
        Moment(self.shared.state().log.len())
    }

    /// Every moment from the disk's beginning until now, in order.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + use<> {
        (0..=self.now().0).map(Moment)
    }

    /// The disk as it is found after a power cut at this moment. It lives on by itself.
    ///
    /// A moment of another disk counts as no later than now.
    pub fn cut(&self, moment: Moment, keep: Keep) -> Disk {
        let state = self.shared.state();
        let until = moment.0.min(state.log.len());
        Disk::holding(survivors(&state.first, &state.log[..until], keep))
    }

    /// The name under which SQLite finds this disk, for
    /// [`rusqlite::Connection::open_with_flags_and_vfs`]. No two disks share one.
    pub fn vfs_name(&self) -> &str {
        self.shared
            .vfs_name
            .get_or_init(|| vfs::register(&self.shared))
    }

    /// Opens a database on this disk, and creates it if it is not there.
    ///
    /// # Errors
    /// Whatever SQLite finds wrong.
    pub fn open(&self, name: &str) -> rusqlite::Result<Connection> {
        Connection::open_with_flags_and_vfs(name, OpenFlags::default(), self.vfs_name())
    }

    /// Creates a file with these bytes. Neither its name nor its bytes are synced.
    ///
    /// # Errors
    /// [`ErrorKind::AlreadyExists`].
    pub fn write_new(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.shared.state();
        if state.contents.find(name).is_some() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = state.create(Some(name));
        state.happens(Event::Write {
            inode,
            at: 0,
            bytes: bytes.to_vec(),
        });
        Ok(())
    }

    /// Writes a file from its beginning, and creates it if it is not there. What stood in it before is
    /// gone; nothing is synced.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let mut state = self.shared.state();
        let inode = match state.contents.find(name) {
            Some(inode) => {
                state.happens(Event::SetLength { inode, length: 0 });
                inode
            }
            None => state.create(Some(name)),
        };
        state.happens(Event::Write {
            inode,
            at: 0,
            bytes: bytes.to_vec(),
        });
    }

    /// Writes over a part of a file, without syncing it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`].
    pub fn write_at(&self, name: &str, at: usize, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.shared.state();
        let inode = state.find(name)?;
        state.happens(Event::Write {
            inode,
            at,
            bytes: bytes.to_vec(),
        });
        Ok(())
    }

    /// All bytes of a file.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`].
    pub fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let state = self.shared.state();
        Ok(state.contents.bytes(state.find(name)?).to_vec())
    }

    /// Makes the bytes of a file safe. Its name is not: see [`Disk::sync_folder`].
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`].
    pub fn sync(&self, name: &str) -> io::Result<()> {
        let mut state = self.shared.state();
        let inode = state.find(name)?;
        state.happens(Event::Sync { inode });
        Ok(())
    }

    /// Renames a file at one stroke; what bore the new name is gone.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`].
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut state = self.shared.state();
        let inode = state.find(from)?;
        state.happens(Event::Rename {
            from: from.to_owned(),
            to: to.to_owned(),
            inode,
        });
        Ok(())
    }

    /// Removes a name.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`].
    pub fn remove(&self, name: &str) -> io::Result<()> {
        match self.shared.delete(name, false) {
            true => Ok(()),
            false => Err(ErrorKind::NotFound.into()),
        }
    }

    /// Makes the names in a folder safe: what was created, renamed or removed there. The disk's own
    /// folder is `""`.
    pub fn sync_folder(&self, folder: &str) {
        self.shared.state().happens(Event::SyncFolder {
            folder: folder.to_owned(),
        });
    }

    /// The names in a folder, in order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let state = self.shared.state();
        let inside = state
            .contents
            .names()
            .filter(|name| folder_of(name) == folder);
        inside.map(str::to_owned).collect()
    }
}

impl Default for Disk {
    fn default() -> Disk {
        Disk::new()
    }
}

impl Shared {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.state().contents.find(name).is_some()
    }

    /// Removes a name, and syncs its folder if that is wanted. Says whether it was there.
    pub(crate) fn delete(&self, name: &str, sync_folder: bool) -> bool {
        let mut state = self.state();
        if state.find(name).is_err() {
            return false;
        }
        state.happens(Event::Remove {
            name: name.to_owned(),
        });
        if sync_folder {
            state.happens(Event::SyncFolder {
                folder: folder_of(name).to_owned(),
            });
        }
        true
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = self.state();
        let names: Vec<&str> = state.contents.names().collect();
        f.debug_struct("Disk")
            .field("names", &names)
            .field("events", &state.log.len())
            .finish()
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(name) = self.vfs_name.get() {
            vfs::unregister(name);
        }
    }
}

impl State {
    pub(crate) fn happens(&mut self, event: Event) {
        self.contents.apply(&event);
        self.log.push(event);
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    pub(crate) fn handle(&mut self) -> Handle {
        Handle(self.number())
    }

    /// A new file of no bytes; without a name it is gone when it is closed.
    pub(crate) fn create(&mut self, name: Option<&str>) -> Inode {
        let inode = Inode(self.number());
        if let Some(name) = name {
            self.happens(Event::Enter {
                name: name.to_owned(),
                inode,
            });
        }
        inode
    }

    fn find(&self, name: &str) -> io::Result<Inode> {
        self.contents.find(name).ok_or(ErrorKind::NotFound.into())
    }
}

/// A lock, also after a test has panicked while holding it: the disk has no half-made state to hide.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
