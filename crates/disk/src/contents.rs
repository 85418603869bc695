//! What lies on the disk, and everything that can happen to it.

use std::collections::BTreeMap;

/// The number of a file's bytes. A name points to it; a rename moves the name and not the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Inode(pub(crate) u64);

/// One thing that was asked of the disk.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// Bytes were written at a place in a file; a gap before them reads as zeros.
    Write {
        inode: Inode,
        at: usize,
        bytes: Vec<u8>,
    },
    /// A file was cut to a length, or stretched to it with zeros.
    SetLength { inode: Inode, length: usize },
    /// The bytes of a file, not its name, are on the disk for good.
    Sync { inode: Inode },
    /// A folder received a name.
    Enter { name: String, inode: Inode },
    /// A folder lost a name.
    Remove { name: String },
    /// A name was exchanged for another, at one stroke.
    Rename {
        from: String,
        to: String,
        inode: Inode,
    },
    /// The names in a folder are on the disk for good.
    SyncFolder { folder: String },
}

/// Names and bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents {
    names: BTreeMap<String, Inode>,
    files: BTreeMap<Inode, Vec<u8>>,
}

impl Contents {
    pub(crate) fn apply(&mut self, event: &Event) {
        match event {
            Event::Write { inode, at, bytes } => self.write(*inode, *at, bytes),
            Event::SetLength { inode, length } => {
                self.files.entry(*inode).or_default().resize(*length, 0);
            }
            Event::Enter { name, inode } => self.enter(name, *inode),
            Event::Remove { name } => {
                self.names.remove(name);
            }
            Event::Rename { from, to, inode } => {
                self.names.remove(from);
                self.enter(to, *inode);
            }
            Event::Sync { .. } | Event::SyncFolder { .. } => {}
        }
    }

    pub(crate) fn write(&mut self, inode: Inode, at: usize, bytes: &[u8]) {
        let file = self.files.entry(inode).or_default();
        let end = at + bytes.len();
        if file.len() < end {
            file.resize(end, 0);
        }
        file[at..end].copy_from_slice(bytes);
    }

    fn enter(&mut self, name: &str, inode: Inode) {
        // The name may outlive the bytes: then the file is there, and empty.
        self.files.entry(inode).or_default();
        self.names.insert(name.to_owned(), inode);
    }

    pub(crate) fn find(&self, name: &str) -> Option<Inode> {
        self.names.get(name).copied()
    }

    /// The bytes of a file; none, if nothing was ever written.
    pub(crate) fn bytes(&self, inode: Inode) -> &[u8] {
        self.files.get(&inode).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The highest number among the files, 0 if there is none.
    pub(crate) fn highest_inode(&self) -> u64 {
        self.files.keys().next_back().map_or(0, |inode| inode.0)
    }

    /// Forgets bytes that no name points to, as a file system does when it is mounted.
    pub(crate) fn forget_unnamed(&mut self) {
        let named: Vec<Inode> = self.names.values().copied().collect();
        self.files.retain(|inode, _| named.contains(inode));
    }
}

/// The folder that holds a name: all before the last `/`; the disk's own folder is `""`.
pub(crate) fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}
