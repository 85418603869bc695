//! The power is cut at every write of the key box. Afterwards the old one opens or the new one, and
//! what was readable is readable.
//!
//! The disk under the key box and the device's secret is simulated: what was not synced may be
//! there, missing or torn, and a name that was not synced may be the old one or the new one. The log
//! is SQLite's, on a real file; cutting its writes needs a simulated disk under SQLite itself.

mod world;

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex};
use vault::{Files, Folder, Hardness, Home, Vault, rusqlite};
use world::{Dice, NOON, Place, passphrase, texts};

/// What a cut leaves of whatever had not been synced.
#[derive(Clone, Copy, Debug)]
enum Leaves {
    All,
    Nothing,
    Torn,
}

#[derive(Clone, Default)]
struct State {
    /// What survives a cut for certain.
    safe: BTreeMap<String, Vec<u8>>,
    /// What the program sees.
    seen: BTreeMap<String, Vec<u8>>,
    /// How many more calls the power lasts.
    left: Option<usize>,
    calls: usize,
}

/// Two folders on one simulated disk, and a real one for SQLite.
#[derive(Clone)]
struct Disk {
    state: Arc<Mutex<State>>,
    folder: &'static str,
    real: Folder,
}

impl Disk {
    fn step<T>(&self, act: impl FnOnce(&mut State) -> T) -> io::Result<T> {
        let mut state = self.state.lock().expect("one thread");
        if state.left == Some(0) {
            return Err(io::Error::other("the power is off"));
        }
        state.left = state.left.map(|left| left - 1);
        state.calls += 1;
        Ok(act(&mut state))
    }

    fn name(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }
}

impl Files for Disk {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let state = self.state.lock().expect("one thread");
        Ok(state.seen.get(&self.name(name)).cloned())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.step(|state| {
            state.seen.insert(self.name(name), bytes.to_vec());
        })
    }

    fn sync(&self, name: &str) -> io::Result<()> {
        self.step(|state| {
            let bytes = state.seen[&self.name(name)].clone();
            state.safe.insert(self.name(name), bytes);
        })
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.step(|state| {
            let bytes = state.seen.remove(&self.name(from)).expect("it is there");
            state.seen.insert(self.name(to), bytes);
        })
    }

    fn sync_folder(&self) -> io::Result<()> {
        self.step(|state| {
            let names = state
                .seen
                .keys()
                .filter(|name| name.starts_with(self.folder));
            // Names become safe; bytes that were never synced do not.
            let synced: Vec<Vec<u8>> = state.safe.values().cloned().collect();
            let names: Vec<String> = names.cloned().collect();
            state.safe.retain(|name, _| !name.starts_with(self.folder));
            for name in names {
                let bytes = state.seen[&name].clone();
                let kept = if synced.contains(&bytes) {
                    bytes
                } else {
                    vec![]
                };
                state.safe.insert(name, kept);
            }
        })
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.step(|state| {
            state.seen.remove(&self.name(name));
        })
    }

    fn connect(&self, name: &str) -> rusqlite::Result<rusqlite::Connection> {
        self.real.connect(name)
    }

    fn place(&self) -> io::Result<Vec<u8>> {
        Ok(b"one disk".to_vec())
    }
}

fn home(state: &Arc<Mutex<State>>, place: &Place, seed: u64) -> Home {
    let real = Folder::at(place.path("vault")).expect("a folder");
    let disk = |folder| {
        Box::new(Disk {
            state: Arc::clone(state),
            folder,
            real: real.clone(),
        })
    };
    Home {
        files: disk("files"),
        secrets: disk("secrets"),
        randomness: Box::new(Dice(seed)),
    }
}

/// What is on the disk when the power comes back.
fn after_the_cut(state: &State, leaves: Leaves) -> State {
    let mut disk = match leaves {
        Leaves::Nothing => state.safe.clone(),
        Leaves::All | Leaves::Torn => state.seen.clone(),
    };
    if matches!(leaves, Leaves::Torn) {
        for (name, bytes) in &mut disk {
            // Synced bytes are whole wherever they are now called; others end at a sector.
            if !state.safe.values().any(|safe| safe == bytes) {
                bytes.truncate(bytes.len() / 2 / 512 * 512);
                assert!(
                    name.ends_with(".new"),
                    "{name} was renamed before it was safe"
                );
            }
        }
    }
    State {
        safe: disk.clone(),
        seen: disk,
        left: None,
        calls: 0,
    }
}

#[test]
fn a_cut_at_any_write_of_the_key_box_leaves_one_that_opens() {
    let place = Place::new();
    let state = Arc::new(Mutex::new(State::default()));
    let mut vault = Vault::create(
        home(&state, &place, 1),
        &passphrase(),
        Hardness::FLOOR,
        1,
        NOON,
    )
    .expect("a new vault");
    let case = vault.compartment_new(1, NOON).expect("a compartment");
    vault.append(case, b"before", NOON).expect("written");
    drop(vault);
    let sound = state.lock().expect("one thread").clone();
    let calls = calls_of_a_renewal(&sound, &place);
    assert!(calls >= 12, "three files, four calls each: {calls}");
    for cut in 0..calls {
        for leaves in [Leaves::All, Leaves::Nothing, Leaves::Torn] {
            let disk = place.copied();
            let state = Arc::new(Mutex::new(State {
                calls: 0,
                ..sound.clone()
            }));
            let mut vault = Vault::open(home(&state, &disk, 2), &passphrase()).expect("it opens");
            state.lock().expect("one thread").left = Some(cut);
            assert!(
                vault.renew_transit(NOON).is_err(),
                "the power went at {cut}"
            );
            drop(vault);
            let after = after_the_cut(&state.lock().expect("one thread"), leaves);
            let vault = Vault::open(home(&Arc::new(Mutex::new(after)), &disk, 3), &passphrase());
            let vault =
                vault.unwrap_or_else(|error| panic!("cut at {cut}, {leaves:?} left: {error}"));
            assert_eq!(
                texts(&vault, case),
                ["before"],
                "cut at {cut}, {leaves:?} left"
            );
        }
    }
}

/// How many calls of the disk a renewal takes.
fn calls_of_a_renewal(sound: &State, place: &Place) -> usize {
    let disk = place.copied();
    let state = Arc::new(Mutex::new(State {
        calls: 0,
        ..sound.clone()
    }));
    let mut vault = Vault::open(home(&state, &disk, 2), &passphrase()).expect("it opens");
    vault.renew_transit(NOON).expect("renewed");
    state.lock().expect("one thread").calls
}
