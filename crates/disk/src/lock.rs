//! SQLite's locks on a database file: who may read it, and who is about to write.

use crate::disk::Handle;

/// How far an open file has gone, by SQLite's own numbers.
///
/// # Source
/// <https://www.sqlite.org/lockingv3.html>, section 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    None,
    Shared,
    Reserved,
    Pending,
    Exclusive,
}

impl Level {
    pub(crate) fn from_number(number: i32) -> Level {
        match number {
            i32::MIN..=0 => Level::None,
            1 => Level::Shared,
            2 => Level::Reserved,
            3 => Level::Pending,
            4..=i32::MAX => Level::Exclusive,
        }
    }
}

/// Another connection is in the way; trying again later may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Busy;

/// The locks that are held on one file.
#[derive(Debug, Default)]
pub(crate) struct Locks(Vec<(Handle, Level)>);

impl Locks {
    fn of(&self, handle: Handle) -> Level {
        let mine = self.0.iter().find(|(holder, _)| *holder == handle);
        mine.map_or(Level::None, |(_, level)| *level)
    }

    fn highest_of_others(&self, handle: Handle) -> Level {
        let others = self.0.iter().filter(|(holder, _)| *holder != handle);
        others.map(|(_, level)| *level).max().unwrap_or(Level::None)
    }

    fn set(&mut self, handle: Handle, level: Level) {
        self.0.retain(|(holder, _)| *holder != handle);
        if level != Level::None {
            self.0.push((handle, level));
        }
    }

    pub(crate) fn raise(&mut self, handle: Handle, wanted: Level) -> Result<(), Busy> {
        if self.of(handle) >= wanted {
            return Ok(());
        }
        let others = self.highest_of_others(handle);
        match wanted {
            Level::None => {}
            Level::Shared if others >= Level::Pending => return Err(Busy),
            Level::Shared => {}
            Level::Reserved | Level::Pending | Level::Exclusive if others >= Level::Reserved => {
                return Err(Busy);
            }
            Level::Reserved | Level::Pending => {}
            Level::Exclusive if others >= Level::Shared => {
                // Readers may finish, and no new one may begin.
                self.set(handle, Level::Pending);
                return Err(Busy);
            }
            Level::Exclusive => {}
        }
        self.set(handle, wanted);
        Ok(())
    }

    pub(crate) fn lower(&mut self, handle: Handle, to: Level) {
        if self.of(handle) > to {
            self.set(handle, to);
        }
    }

    /// Whether anybody is about to write.
    pub(crate) fn is_reserved(&self) -> bool {
        self.0.iter().any(|(_, level)| *level >= Level::Reserved)
    }
}
