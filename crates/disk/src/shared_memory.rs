//! The memory that connections of one database in WAL mode share. It is no part of the disk: a power
//! cut takes it, and SQLite builds it again from the log.

use crate::disk::{Handle, locked};
use crate::lock::Busy;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::AtomicU64;

/// Regions at fixed addresses, and the locks on their eight slots.
#[derive(Debug, Default)]
pub(crate) struct SharedMemory {
    regions: Mutex<Vec<Box<[AtomicU64]>>>,
    locks: Mutex<Vec<Lock>>,
}

#[derive(Debug)]
struct Lock {
    holder: Handle,
    slot: i32,
    alone: bool,
}

impl SharedMemory {
    /// The address of a region of so many bytes, which stays as long as this memory; nothing, if it is
    /// not there and may not be made. A new region is all zeros.
    pub(crate) fn region(
        &self,
        number: usize,
        bytes: usize,
        make: bool,
    ) -> Option<*const AtomicU64> {
        let mut regions = locked(&self.regions);
        while make && regions.len() <= number {
            let words = bytes.div_ceil(size_of::<AtomicU64>());
            regions.push((0..words).map(|_| AtomicU64::new(0)).collect());
        }
        regions.get(number).map(|region| region.as_ptr())
    }

    pub(crate) fn lock(&self, holder: Handle, slots: Range<i32>, alone: bool) -> Result<(), Busy> {
        let mut locks = locked(&self.locks);
        let in_the_way = |lock: &Lock| {
            lock.holder != holder && slots.contains(&lock.slot) && (alone || lock.alone)
        };
        if locks.iter().any(in_the_way) {
            return Err(Busy);
        }
        locks.retain(|lock| lock.holder != holder || !slots.contains(&lock.slot));
        locks.extend(slots.map(|slot| Lock {
            holder,
            slot,
            alone,
        }));
        Ok(())
    }

    pub(crate) fn unlock(&self, holder: Handle, slots: Range<i32>) {
        let gone = |lock: &Lock| lock.holder == holder && slots.contains(&lock.slot);
        locked(&self.locks).retain(|lock| !gone(lock));
    }
}
