//! One form of a name in the index, in sixteen bytes: a large vault has two million of them.

use crate::names::{Owner, Part};

/// The hash of a form, and whose name it is a form of. Ordered by the hash, then by owner, part and likeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub key: u64,
    /// From the highest bits down: kind of owner (3), owner (32), kind of part (2), words of it (8), likeness (8).
    whose: u64,
}

impl Entry {
    pub(crate) fn new(key: u64, owner: Owner, part: Part, how: u8) -> Entry {
        let (kind, place) = match owner {
            Owner::Person(place) => (0, place),
            Owner::Relative(place) => (1, place),
            Owner::Staff(place) => (2, place),
            Owner::Helper(place) => (3, place),
            Owner::Public(place) => (4, place),
        };
        let (part, of) = match part {
            Part::Given => (0, 0),
            Part::Patronymic => (1, 0),
            Part::Family => (2, 0),
            Part::Word { of } => (3, of),
        };
        let owner: u64 = kind << 32 | u64::from(place);
        let rest: u64 = part << 16 | u64::from(of) << 8 | u64::from(how);
        Entry {
            key,
            whose: owner << 18 | rest,
        }
    }

    pub(crate) fn owner(self) -> Owner {
        let place = (self.whose >> 18) as u32;
        match self.whose >> 50 {
            0 => Owner::Person(place),
            1 => Owner::Relative(place),
            2 => Owner::Staff(place),
            3 => Owner::Helper(place),
            _ => Owner::Public(place),
        }
    }

    pub(crate) fn part(self) -> Part {
        match self.whose >> 16 & 3 {
            0 => Part::Given,
            1 => Part::Patronymic,
            2 => Part::Family,
            _ => Part::Word {
                of: (self.whose >> 8) as u8,
            },
        }
    }

    /// 0 the name itself, 1 a short form, 2 the form of another language.
    pub(crate) fn how(self) -> u8 {
        self.whose as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(Owner, Part, u8)> {
        let places = [0, 1, 77, u32::MAX];
        let owners = places.into_iter().flat_map(|p| {
            [
                Owner::Person(p),
                Owner::Relative(p),
                Owner::Staff(p),
                Owner::Helper(p),
                Owner::Public(p),
            ]
        });
        let parts = [
            Part::Given,
            Part::Patronymic,
            Part::Family,
            Part::Word { of: 1 },
            Part::Word { of: u8::MAX },
        ];
        owners
            .flat_map(|o| parts.into_iter().map(move |p| (o, p)))
            .flat_map(|(o, p)| [0, 1, 2].map(|how| (o, p, how)))
            .collect()
    }

    #[test]
    fn what_is_packed_is_read_again_and_keeps_its_order() {
        for one in all() {
            let entry = Entry::new(9, one.0, one.1, one.2);
            assert_eq!((entry.owner(), entry.part(), entry.how()), one);
            for other in all() {
                let packed = entry.cmp(&Entry::new(9, other.0, other.1, other.2));
                assert_eq!(packed, one.cmp(&other), "{one:?} {other:?}");
            }
        }
    }
}
