//! What this process holds in memory is kept from core dumps, from other programs of the same user,
//! and, where the system lets us, from being written out to disk.

/// Whether the system keeps this process's memory from being written out to disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwappedOut {
    /// It does.
    Never,
    /// It does not, or nobody can say: swap and hibernation must be off or encrypted.
    Perhaps,
}

/// So much may have to be held at once: the passphrase's work, the law, some thousand cases.
#[cfg(target_os = "linux")]
const ENOUGH: u64 = 4 << 30;

/// Asks the system to write no core dump of this process, to let no other program of the same user
/// look into it, and never to write its memory out to disk. A system that refuses is not argued with.
#[cfg(target_os = "linux")]
pub fn keep_to_ourselves() -> SwappedOut {
    use rustix::mm::{MlockAllFlags, mlockall};
    use rustix::process::{
        DumpableBehavior, Resource, Rlimit, geteuid, getrlimit, set_dumpable_behavior, setrlimit,
    };
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    // Under a limit that is too small, the next piece of memory would be refused, and the program end.
    let most = getrlimit(Resource::Memlock).current;
    let has_room = geteuid().is_root() || most.is_none_or(|most| most >= ENOUGH);
    let everything = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
    match has_room && mlockall(everything).is_ok() {
        true => SwappedOut::Never,
        false => SwappedOut::Perhaps,
    }
}

/// Elsewhere nothing is asked yet.
#[cfg(not(target_os = "linux"))]
pub fn keep_to_ourselves() -> SwappedOut {
    SwappedOut::Perhaps
}
