//! A vault on a disk whose power can be cut, and everything that can be seen in it.

use disk::Disk;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use vault::rusqlite::{self, Connection};
use vault::{
    Alarm, AttachmentId, CompartmentId, DeviceId, Files, Home, OpenError, Opened, OperationId,
    Order, Projection, Receipt, Standing, Stretched, Vault,
};

use crate::world::{Dice, texts};

pub mod run;

/// A folder of the simulated disk.
struct Simulated {
    disk: Disk,
    folder: &'static str,
    strike: Strike,
}

/// The call that fails, once: a stick was pulled out, a disk was full. The same hand holds it.
#[derive(Clone, Default)]
pub struct Strike(Arc<AtomicUsize>);

impl Strike {
    /// The `n`-th call from now on fails, counted from 1; none for 0.
    pub fn at(&self, n: usize) {
        self.0.store(n, Ordering::Relaxed);
    }

    fn next(&self) -> io::Result<()> {
        let left = self.0.load(Ordering::Relaxed);
        self.at(left.saturating_sub(1));
        match left {
            1 => Err(io::Error::other("the stick was pulled out")),
            _ => Ok(()),
        }
    }
}

impl Simulated {
    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }
}

impl Files for Simulated {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match self.disk.read(&self.path(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.strike.next()?;
        self.disk.write(&self.path(name), bytes);
        Ok(())
    }

    fn sync(&self, name: &str) -> io::Result<()> {
        self.strike.next()?;
        self.disk.sync(&self.path(name))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.strike.next()?;
        self.disk.rename(&self.path(from), &self.path(to))
    }

    fn sync_folder(&self) -> io::Result<()> {
        self.strike.next()?;
        self.disk.sync_folder(self.folder);
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match self.disk.remove(&self.path(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// As [`vault::Folder`] does it: the file is there, and empty, before SQLite opens it.
    fn connect(&self, name: &str) -> rusqlite::Result<Connection> {
        let path = self.path(name);
        if self.disk.read(&path).is_err() {
            self.disk.write(&path, &[]);
        }
        self.disk.open(&path)
    }

    fn place(&self) -> io::Result<Vec<u8>> {
        Ok(b"one disk".to_vec())
    }
}

/// The home of a vault on a disk: both folders lie on it.
pub fn home(disk: &Disk, seed: u64) -> Home {
    home_that_fails(disk, seed, &Strike::default())
}

/// A home where a call may fail.
pub fn home_that_fails(disk: &Disk, seed: u64, strike: &Strike) -> Home {
    let files = |folder| {
        let (disk, strike) = (disk.clone(), strike.clone());
        Box::new(Simulated {
            disk,
            folder,
            strike,
        })
    };
    Home {
        files: files("vault"),
        secrets: files("secrets"),
        randomness: Box::new(Dice(seed)),
    }
}

/// Everything that can be seen in a vault, by which two states of it are told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Which of the passphrases opens it.
    pub passphrase: usize,
    pub compartments: BTreeMap<CompartmentId, (Standing, Vec<String>)>,
    pub attached: BTreeMap<AttachmentId, Vec<u8>>,
    pub orders: Vec<Order>,
    pub receipts: Vec<(DeviceId, Receipt)>,
    pub is_founded: bool,
    /// The index, from a snapshot or not.
    pub index: Vec<String>,
}

impl Seen {
    /// All of it, read anew.
    pub fn of(vault: &Vault, passphrase: usize) -> Self {
        let all = vault.compartments().into_iter();
        let compartments: BTreeMap<_, _> = all
            .map(|(id, _)| {
                let standing = vault.standing(id).expect("it is among them");
                (id, (standing, texts(vault, id)))
            })
            .collect();
        let orders = vault.orders().unwrap_or_default();
        let erased: BTreeSet<_> = orders.iter().map(|order| order.compartment).collect();
        let receipts = erased.into_iter().filter_map(|id| vault.erasure(id).ok());
        Self {
            passphrase,
            attached: attached(vault, compartments.keys()),
            orders,
            receipts: receipts.flat_map(|erasure| erasure.receipts).collect(),
            is_founded: vault.charter().is_some(),
            index: indexed(vault),
            compartments,
        }
    }

    pub fn without_receipts(&self) -> Self {
        Self {
            receipts: vec![],
            ..self.clone()
        }
    }

    /// The order to erase a compartment that is gone, and no receipt says so.
    pub fn unfinished(&self) -> Option<OperationId> {
        let mut orders = self.orders.iter();
        let order = orders.find(|order| !self.compartments.contains_key(&order.compartment));
        order
            .filter(|_| self.receipts.is_empty())
            .map(|order| order.id)
    }

    pub fn has_alarms(&self) -> bool {
        let mut all = self.compartments.values();
        all.any(|(standing, _)| {
            let alarms: &[Alarm] = &standing.alarms;
            !alarms.is_empty() || !standing.quarantined.is_empty() || standing.unreadable > 0
        })
    }
}

fn attached<'c>(
    vault: &Vault,
    compartments: impl Iterator<Item = &'c CompartmentId>,
) -> BTreeMap<AttachmentId, Vec<u8>> {
    let mut found = BTreeMap::new();
    for compartment in compartments {
        for file in vault.attachments(*compartment).expect("it is known") {
            let bytes = vault.attachment(*compartment, file.id);
            found.insert(file.id, bytes.expect("what is named is there").to_vec());
        }
    }
    found
}

/// The index of what was said.
pub struct Sayings;

impl Projection for Sayings {
    fn edition(&self) -> u64 {
        1
    }

    fn tables(&self) -> &str {
        "CREATE TABLE saying (text TEXT)"
    }

    fn take_in(&self, index: &Connection, entry: &Opened) -> rusqlite::Result<()> {
        let text = String::from_utf8_lossy(&entry.bytes);
        index.execute("INSERT INTO saying VALUES (?1)", [text])?;
        Ok(())
    }
}

fn indexed(vault: &Vault) -> Vec<String> {
    let index = vault.index(&Sayings).expect("an index");
    let mut all = index
        .prepare("SELECT text FROM saying ORDER BY rowid")
        .expect("SQL");
    let rows = all.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("texts")
}

/// Opens a vault with the first of some passphrases that fits, and says which one that was.
pub fn open(disk: &Disk, stretched: &[Stretched], seed: u64) -> Result<(Vault, usize), OpenError> {
    let mut why = OpenError::NoVault;
    for (at, stretched) in stretched.iter().enumerate() {
        match Vault::open_stretched(home(disk, seed), stretched) {
            Ok(vault) => return Ok((vault, at)),
            Err(error) => why = error,
        }
    }
    Err(why)
}
