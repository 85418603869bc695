//! What a power cut leaves.

use crate::contents::{Contents, Event, Inode, folder_of};
use std::collections::BTreeSet;

/// What a disk writes at one stroke, in bytes: a write may be torn between two of these.
pub const SECTOR: usize = 512;

/// What becomes of that which was asked of the disk and never synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// All of it had reached the disk.
    Everything,
    /// None of it had.
    Nothing,
    /// Some of it had: each sector, each length and each name was kept or lost by itself, in an order
    /// that no program can rely on. The same seed keeps the same.
    Some {
        /// Which of the many ways.
        seed: u64,
    },
    /// All but the end of the last write, which stops between two sectors. A write within one sector
    /// is lost.
    Torn,
}

impl Keep {
    /// Each kind once, with so many seeds.
    pub fn ways(seeds: u64) -> impl Iterator<Item = Keep> {
        [Keep::Everything, Keep::Nothing, Keep::Torn]
            .into_iter()
            .chain((0..seeds).map(|seed| Keep::Some { seed }))
    }
}

/// The contents after a cut that follows the last event of the log.
pub(crate) fn survivors(before: &Contents, log: &[Event], keep: Keep) -> Contents {
    let unsynced = unsynced(log);
    let last_write = (0..log.len())
        .rev()
        .find(|place| unsynced[*place] && matches!(log[*place], Event::Write { .. }));
    let mut contents = before.clone();
    for (place, event) in log.iter().enumerate() {
        match keep {
            _ if !unsynced[place] => contents.apply(event),
            Keep::Everything => contents.apply(event),
            Keep::Nothing => {}
            Keep::Torn if last_write == Some(place) => {
                let sectors = sectors(event).count();
                write_sectors(&mut contents, event, |number| number < sectors / 2);
            }
            Keep::Torn => contents.apply(event),
            Keep::Some { seed } if matches!(event, Event::Write { .. }) => {
                write_sectors(&mut contents, event, |number| coin(seed, place, number));
            }
            Keep::Some { seed } => {
                if coin(seed, place, 0) {
                    contents.apply(event);
                }
            }
        }
    }
    contents.forget_unnamed();
    contents
}

/// For each event, whether no later sync covers it.
fn unsynced(log: &[Event]) -> Vec<bool> {
    let mut files: BTreeSet<Inode> = BTreeSet::new();
    let mut folders: BTreeSet<&str> = BTreeSet::new();
    let mut unsynced = vec![false; log.len()];
    for (place, event) in log.iter().enumerate().rev() {
        unsynced[place] = match event {
            Event::Write { inode, .. } | Event::SetLength { inode, .. } => !files.contains(inode),
            Event::Enter { name, .. } | Event::Remove { name } => {
                !folders.contains(folder_of(name))
            }
            Event::Rename { from, to, .. } => {
                !folders.contains(folder_of(from)) || !folders.contains(folder_of(to))
            }
            Event::Sync { inode } => {
                files.insert(*inode);
                false
            }
            Event::SyncFolder { folder } => {
                folders.insert(folder);
                false
            }
        };
    }
    unsynced
}

/// The pieces of a write, as the disk's sectors cut it: the place of each and its bytes.
fn sectors(event: &Event) -> impl Iterator<Item = (Inode, usize, &[u8])> {
    let (inode, mut at, mut rest) = match event {
        Event::Write { inode, at, bytes } => (*inode, *at, bytes.as_slice()),
        _ => (Inode(0), 0, [].as_slice()),
    };
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, others) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
        let found = (inode, at, piece);
        at += piece.len();
        rest = others;
        Some(found)
    })
}

fn write_sectors(contents: &mut Contents, event: &Event, kept: impl Fn(usize) -> bool) {
    for (number, (inode, at, bytes)) in sectors(event).enumerate() {
        if kept(number) {
            contents.write(inode, at, bytes);
        }
    }
}

/// Heads or tails, the same for the same three numbers.
///
/// # Source
/// The finaliser of SplitMix64: G. Steele, D. Lea, C. Flood (2014), OOPSLA, 453.
fn coin(seed: u64, place: usize, sector: usize) -> bool {
    let mut mixed = seed;
    for number in [place as u64, sector as u64] {
        mixed = mixed
            .wrapping_add(number)
            .wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
    }
    mixed & 1 == 1
}
