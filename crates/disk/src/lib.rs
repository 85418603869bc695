//! A disk in memory whose power can be cut at any moment. For tests only.
//!
//! Killing a process proves little: what it had written is still in the system's memory and reaches the
//! disk a moment later. Here a disk remembers everything that was asked of it, in order; and for each
//! moment it tells what a power cut could have left: all that was not yet synced, none of it, some of
//! it, or all with the last write torn. Names count as much as bytes: a file whose folder was never
//! synced may be gone, and a removed one may be back.
//!
//! SQLite runs on it, and plain files lie beside its databases.
//!
//! ```
//! use disk::{Disk, Keep};
//!
//! let disk = Disk::new();
//! let box_of_keys = |bytes: &[u8]| -> std::io::Result<()> {
//!     disk.write_new("vault/keys.new", bytes)?;
//!     disk.sync("vault/keys.new")?;
//!     disk.rename("vault/keys.new", "vault/keys")?;
//!     disk.sync_folder("vault");
//!     Ok(())
//! };
//! box_of_keys(b"the first")?;
//! let acknowledged = disk.now();
//! box_of_keys(b"the second")?;
//!
//! // Whenever the power fails after that, one of both is there, whole.
//! for moment in disk.moments().filter(|moment| *moment >= acknowledged) {
//!     for keep in Keep::ways(8) {
//!         let found = disk.cut(moment, keep).read("vault/keys")?;
//!         assert!(found == b"the first" || found == b"the second");
//!     }
//! }
//!
//! // A database on the same disk, and on what a cut has left of it.
//! let log = disk.open("vault/log")?;
//! log.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (sealed BLOB)")?;
//! let after = disk.cut(disk.now(), Keep::Nothing).open("vault/log")?;
//! assert_eq!(after.query_row("SELECT count(*) FROM row", [], |row| row.get(0)), Ok(0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What was found on it
//! With `journal_mode = DELETE`, SQLite's default, `synchronous = FULL` is not enough: the folder is not
//! synced after the journal was deleted, so a cut may bring it back and undo the last transaction that
//! was acknowledged. `EXTRA` loses nothing, nor does `WAL` with `FULL`.
//!
//! # What it does not show
//! Sectors of 512 bytes are written whole or not at all, and a file that was made longer reads as zeros
//! where nothing was kept: a disk that returns stray bytes, or that says it has synced when it has not,
//! is beyond what any program on it can survive.
//!
//! In reading order: [`Disk`] · [`Moment`] · [`Keep`].

mod contents;
mod cut;
mod disk;
mod lock;
mod open_file;
mod shared_memory;
#[expect(
    unsafe_code,
    reason = "SQLite speaks to a disk through C; each block has its proof"
)]
mod vfs;

pub use cut::{Keep, SECTOR};
pub use disk::{Disk, Moment};
