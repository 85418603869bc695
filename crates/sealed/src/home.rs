use crate::aead::hash;
use crate::labels;

/// The mark of a place on a disk, from whatever tells it from every other: a vault that wakes up
/// somewhere else is a copy, and becomes a new device before it writes.
pub fn home_mark(place: &[u8]) -> [u8; 32] {
    hash(labels::HOME, place)
}
