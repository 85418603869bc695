//! A file as one of SQLite's connections holds it.

use crate::contents::{Event, Inode, folder_of};
use crate::disk::{Handle, Shared};
use crate::lock::{Busy, Level};
use crate::shared_memory::SharedMemory;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// All slots of a shared memory.
const SLOTS: Range<i32> = 0..rusqlite::ffi::SQLITE_SHM_NLOCK;

/// How a file is to be opened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    /// Whether it may be created.
    pub create: bool,
    /// Whether it must not be there before.
    pub only_new: bool,
    /// Whether its name goes when it is closed.
    pub delete_on_close: bool,
    /// Whether it is a journal or a log: the first sync of a new one also syncs its folder, as it does
    /// in SQLite's own code for Unix.
    pub journal: bool,
}

/// An open file. Closing it gives its locks back.
pub(crate) struct OpenFile {
    disk: Arc<Shared>,
    inode: Inode,
    handle: Handle,
    delete_on_close: Option<String>,
    folder_to_sync: Option<String>,
    memory: Option<Arc<SharedMemory>>,
}

impl OpenFile {
    /// Opens a file, or nothing if it may not be created or had to be new. Without a name it is a
    /// temporary file.
    pub(crate) fn open(disk: Arc<Shared>, name: Option<&str>, how: Opening) -> Option<OpenFile> {
        let mut state = disk.state();
        let found = name.and_then(|name| state.contents.find(name));
        let inode = match found {
            Some(_) if how.create && how.only_new => return None,
            Some(inode) => inode,
            None if how.create || name.is_none() => state.create(name),
            None => return None,
        };
        let handle = state.handle();
        drop(state);
        let owned = |wanted: bool| name.filter(|_| wanted).map(str::to_owned);
        Some(OpenFile {
            disk,
            inode,
            handle,
            delete_on_close: owned(how.delete_on_close),
            folder_to_sync: owned(how.journal && found.is_none())
                .map(|name| folder_of(&name).to_owned()),
            memory: None,
        })
    }

    /// Fills the buffer from a place in the file; says how many bytes there were. The rest is zeros.
    pub(crate) fn read(&self, buffer: &mut [u8], at: usize) -> usize {
        let state = self.disk.state();
        let rest = state.contents.bytes(self.inode).get(at..).unwrap_or(&[]);
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        buffer[length..].fill(0);
        length
    }

    pub(crate) fn write(&self, bytes: &[u8], at: usize) {
        self.disk.state().happens(Event::Write {
            inode: self.inode,
            at,
            bytes: bytes.to_vec(),
        });
    }

    pub(crate) fn set_length(&self, length: usize) {
        self.disk.state().happens(Event::SetLength {
            inode: self.inode,
            length,
        });
    }

    pub(crate) fn sync(&mut self) {
        let mut state = self.disk.state();
        state.happens(Event::Sync { inode: self.inode });
        if let Some(folder) = self.folder_to_sync.take() {
            state.happens(Event::SyncFolder { folder });
        }
    }

    pub(crate) fn length(&self) -> usize {
        self.disk.state().contents.bytes(self.inode).len()
    }

    pub(crate) fn lock(&self, level: Level) -> Result<(), Busy> {
        let mut state = self.disk.state();
        state
            .locks
            .entry(self.inode)
            .or_default()
            .raise(self.handle, level)
    }

    pub(crate) fn unlock(&self, level: Level) {
        if let Some(locks) = self.disk.state().locks.get_mut(&self.inode) {
            locks.lower(self.handle, level);
        }
    }

    pub(crate) fn is_reserved(&self) -> bool {
        let state = self.disk.state();
        state
            .locks
            .get(&self.inode)
            .is_some_and(|locks| locks.is_reserved())
    }

    /// The address of a region of the shared memory, which stays until [`OpenFile::leave_memory`] or
    /// until this file is closed.
    pub(crate) fn region(
        &mut self,
        number: usize,
        bytes: usize,
        make: bool,
    ) -> Option<*const AtomicU64> {
        self.memory().region(number, bytes, make)
    }

    pub(crate) fn lock_memory(&mut self, slots: Range<i32>, alone: bool) -> Result<(), Busy> {
        let handle = self.handle;
        self.memory().lock(handle, slots, alone)
    }

    pub(crate) fn unlock_memory(&mut self, slots: Range<i32>) {
        let handle = self.handle;
        self.memory().unlock(handle, slots);
    }

    pub(crate) fn leave_memory(&mut self) {
        if let Some(memory) = self.memory.take() {
            memory.unlock(self.handle, SLOTS);
        }
    }

    fn memory(&mut self) -> &SharedMemory {
        let (disk, inode) = (&self.disk, self.inode);
        self.memory.get_or_insert_with(|| {
            let mut state = disk.state();
            let there = state.memory.get(&inode).and_then(|memory| memory.upgrade());
            there.unwrap_or_else(|| {
                let memory = Arc::new(SharedMemory::default());
                state.memory.insert(inode, Arc::downgrade(&memory));
                memory
            })
        })
    }
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        self.leave_memory();
        self.unlock(Level::None);
        let mut state = self.disk.state();
        if let Some(name) = self.delete_on_close.take()
            && state.contents.find(&name) == Some(self.inode)
        {
            state.happens(Event::Remove { name });
        }
    }
}
