//! What this process holds in memory is kept from core dumps, and from other programs of the same
//! user.

/// Asks the system to write no core dump of this process, and to let no other program of the same
/// user look into it. A system that refuses is not argued with: the guide says what to set up.
#[cfg(target_os = "linux")]
pub fn keep_to_ourselves() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// Elsewhere nothing is asked yet.
#[cfg(not(target_os = "linux"))]
pub fn keep_to_ourselves() {}
