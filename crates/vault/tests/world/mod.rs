//! Vaults for tests: on a disk in memory where there is one, with randomness that can be repeated.
#![allow(
    dead_code,
    reason = "each test file is a program of its own and uses some of these"
)]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use vault::{
    CompartmentId, DeviceId, Folder, Hardness, Home, OpenError, Passphrase, Randomness, Vault,
};

/// 17 May 2017, 12:00 UTC.
pub const NOON: i64 = 1_495_022_400;

/// Repeatable bytes (SplitMix64): for tests and nothing else.
pub struct Dice(pub u64);

impl Randomness for Dice {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.next().to_le_bytes()[5];
        }
    }
}

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("it is below a usize")
    }
}

/// The folder of one vault, removed when the test ends.
pub struct Place(PathBuf);

impl Place {
    pub fn new() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let memory = Path::new("/dev/shm");
        let parent = match memory.is_dir() {
            true => memory.to_owned(),
            false => std::env::temp_dir(),
        };
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        Self(parent.join(format!("vault-test-{}-{count}", std::process::id())))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Each call draws other random bytes, the same ones in each run of the test.
    pub fn home(&self) -> Home {
        static SEED: AtomicU64 = AtomicU64::new(1);
        Home {
            files: Box::new(Folder::at(self.path("vault")).expect("a folder")),
            secrets: Box::new(Folder::at(self.path("secrets")).expect("a folder")),
            randomness: Box::new(Dice(SEED.fetch_add(1, Ordering::Relaxed) << 32)),
        }
    }

    pub fn open(&self) -> Result<Vault, OpenError> {
        Vault::open(self.home(), &passphrase())
    }

    pub fn found(&self, threshold: u64) -> Vault {
        Vault::create(self.home(), &passphrase(), Hardness::FLOOR, threshold, NOON)
            .expect("a new vault")
    }

    /// A copy of everything, as a backup program or a thief would take it.
    pub fn copied(&self) -> Self {
        let copy = Self::new();
        for folder in ["vault", "secrets"] {
            std::fs::create_dir_all(copy.path(folder)).expect("a folder");
            if !self.path(folder).is_dir() {
                continue;
            }
            for entry in std::fs::read_dir(self.path(folder))
                .expect("a folder")
                .flatten()
            {
                let to = copy.path(folder).join(entry.file_name());
                std::fs::copy(entry.path(), to).expect("a copy");
            }
        }
        copy
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn passphrase() -> Passphrase {
    typed("nine slow herons")
}

pub fn typed(text: &str) -> Passphrase {
    Passphrase::of(text.to_owned().into()).expect("fit")
}

/// What a compartment says, as text.
pub fn texts(vault: &Vault, compartment: CompartmentId) -> Vec<String> {
    let operations = vault.operations(compartment).unwrap_or_default();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    operations
        .iter()
        .map(|opened| text(&opened.bytes))
        .collect()
}

/// A second device of an organisation, let in by the first.
pub fn join(place: &Place, by: &mut Vault) -> Vault {
    let mut guest = Vault::guest(
        place.home(),
        &passphrase(),
        Hardness::FLOOR,
        by.organisation(),
        by.device(),
        NOON,
    )
    .expect("a new vault");
    let device = by.admit(guest.card(), NOON).expect("admitted");
    carry(by, &mut guest);
    assert_eq!(device, guest.device());
    guest
}

/// Carries everything that one device may give to another, by file.
pub fn carry(from: &mut Vault, to: &mut Vault) {
    let device: DeviceId = to.device();
    let bundle = from.export(&[device]).expect("the card is known");
    to.import(&bundle).expect("it opens");
}

/// The full figures of a test, or a few that take seconds.
pub fn rounds(few: usize, full: usize) -> usize {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    if long { full } else { few }
}
