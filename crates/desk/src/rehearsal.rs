use casework::{Entry, Task, TaskState, Text, ThingId};

/// That a recovery was drawn up for so many of so many people, and has to be rehearsed: a task of the
/// organisation's own, open until shares that were typed back have fitted.
///
/// The vault knows which recovery began and when, and not how it was split: whoever sees a share sees
/// it. The task's id is derived from what it rehearses, so that every device speaks of one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rehearsal {
    pub generation: u32,
    pub needed: u8,
    pub of: u8,
}

/// Ids drawn at random begin like this once in 2⁶⁴.
const RECOVERY: &[u8; 8] = b"recovery";

impl Rehearsal {
    /// The task's id.
    pub fn id(self) -> ThingId {
        let mut id = [0; 16];
        id[..8].copy_from_slice(RECOVERY);
        id[8..12].copy_from_slice(&self.generation.to_be_bytes());
        id[12..14].copy_from_slice(&[self.needed, self.of]);
        ThingId(id)
    }

    /// What a task's id rehearses, if anything.
    pub fn of_id(id: ThingId) -> Option<Rehearsal> {
        let rest = id.0.strip_prefix(RECOVERY)?;
        let &[a, b, c, d, needed, of, 0, 0] = rest else {
            return None;
        };
        Some(Rehearsal {
            generation: u32::from_be_bytes([a, b, c, d]),
            needed,
            of,
        })
    }

    /// The task, in the words of whoever draws the recovery up.
    pub fn entry(self, what: Text, state: TaskState) -> Entry {
        Entry::new(Task {
            id: self.id(),
            person: None,
            what,
            state,
            owner: None,
            due: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_says_what_it_rehearses(generation: u32, needed: u8, of: u8) {
            let rehearsal = Rehearsal { generation, needed, of };
            prop_assert_eq!(Rehearsal::of_id(rehearsal.id()), Some(rehearsal));
        }

        #[test]
        fn an_id_that_was_drawn_at_random_rehearses_nothing(id: [u8; 16]) {
            prop_assume!(!id.starts_with(RECOVERY));
            prop_assert_eq!(Rehearsal::of_id(ThingId(id)), None);
        }
    }
}
