//! Counts of people that may leave the room.
//!
//! A small number identifies: whoever reads that one person was refused, and knows of one who asked,
//! has learnt what was said to that person. Publishers of official statistics therefore do not print
//! small cells, and see to it that nobody can work one out by taking a part from its whole. The same
//! is done here, with one rule for every count on every sheet. It must not depend on what the count
//! is of: a reader who knows when a rule is bent learns from the bending.

use crate::Speech;
use crate::speech::say;

/// Fewer people than this are never counted: nobody, one and nine are said in the same words.
///
/// Ten is a choice, and a careful one: a sheet about people in hiding is also read by those who hunt
/// them and already know some of them.
pub(crate) const THRESHOLD: usize = 10;

/// Larger counts are rounded down to a multiple of this, so that two sheets that differ by one person
/// read alike; down, so that no sheet says more than is so.
pub(crate) const STEP: usize = 5;

// What is left of a whole that was rounded must be rounded alike, or a cap would show through.
const _: () = assert!(THRESHOLD.is_multiple_of(STEP));

/// A count of people as it may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SafeCount {
    /// Not counted, because even a rounded count would tell how many are left of a small whole.
    Untold,
    /// From nobody to one less than the threshold.
    Few,
    /// At least so many: a multiple of the step.
    AtLeast(usize),
}

impl SafeCount {
    /// The smallest count that is more than few.
    pub(crate) const SMALLEST: SafeCount = SafeCount::AtLeast(THRESHOLD);

    /// A count that stands for itself: no sheet prints a whole of which it is a part.
    pub(crate) fn of(people: usize) -> SafeCount {
        if people < THRESHOLD {
            SafeCount::Few
        } else {
            SafeCount::AtLeast(people - people % STEP)
        }
    }

    /// A part of a whole that some sheet prints too, as `whole`.
    ///
    /// It is never said to be so near to its whole that the rest could be told: a rest of nobody, of
    /// one and of nine gives the same words. Of a whole so small that either the part or the rest is
    /// few, no part is counted. A part of a part takes what is printed of that part as its whole.
    pub(crate) fn of_part(part: usize, whole: SafeCount) -> SafeCount {
        match whole {
            SafeCount::AtLeast(printed) if printed >= 2 * THRESHOLD => {
                SafeCount::of(part).min(SafeCount::AtLeast(printed - THRESHOLD))
            }
            SafeCount::AtLeast(_) | SafeCount::Few | SafeCount::Untold => SafeCount::Untold,
        }
    }

    /// Whether it may be said that there are so many at all.
    pub(crate) fn is_more_than_few(self) -> bool {
        self >= SafeCount::SMALLEST
    }

    /// In words: "fewer than 10", "at least 40".
    pub(crate) fn in_words(self, speech: &Speech) -> String {
        match self {
            SafeCount::Untold => speech.say("safe-untold"),
            SafeCount::Few => say!(speech, "safe-few", n = THRESHOLD),
            SafeCount::AtLeast(people) => say!(speech, "safe-at-least", n = people),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn printed(count: SafeCount) -> [String; 2] {
        Lang::ALL.map(|lang| count.in_words(Speech::of(lang)))
    }

    /// Some people, some of those, and some of these in turn: those in hiding, those whom a power
    /// reaches, and those who need nothing more.
    #[derive(Clone, Copy, Debug)]
    struct World {
        whole: usize,
        part: usize,
        part_of_part: usize,
    }

    impl World {
        /// What sheets print of it: counts of the whole and its part, and of the last whether it is
        /// more than few.
        fn printed(self) -> (SafeCount, SafeCount, bool) {
            let whole = SafeCount::of(self.whole);
            let part = SafeCount::of_part(self.part, whole);
            let last = SafeCount::of_part(self.part_of_part, part);
            (whole, part, last.is_more_than_few())
        }

        /// Every count that nobody may learn if it is small, rests included.
        fn counts(self) -> [usize; 6] {
            [
                self.whole,
                self.part,
                self.part_of_part,
                self.whole - self.part,
                self.part - self.part_of_part,
                self.whole - self.part_of_part,
            ]
        }
    }

    fn worlds(most: usize) -> impl Iterator<Item = World> {
        (0..=most).flat_map(|whole| {
            (0..=whole).flat_map(move |part| {
                (0..=part).map(move |part_of_part| World {
                    whole,
                    part,
                    part_of_part,
                })
            })
        })
    }

    #[test]
    fn the_words_are_those_of_the_rule() {
        let english = |count: SafeCount| count.in_words(Speech::of(Lang::En));
        let russian = |count: SafeCount| count.in_words(Speech::of(Lang::Ru));
        assert_eq!(english(SafeCount::of(1)), "fewer than 10");
        assert_eq!(english(SafeCount::of(9)), "fewer than 10");
        assert_eq!(english(SafeCount::of(10)), "at least 10");
        assert_eq!(english(SafeCount::of(44)), "at least 40");
        assert_eq!(russian(SafeCount::of(9)), "менее 10");
        assert_eq!(russian(SafeCount::of(44)), "не менее 40");
    }

    #[test]
    fn nobody_and_nine_are_said_in_the_same_words() {
        let said: BTreeSet<_> = (0..THRESHOLD)
            .map(|people| printed(SafeCount::of(people)))
            .collect();
        assert_eq!(said.len(), 1);
    }

    #[test]
    fn whoever_knows_the_rule_and_reads_every_sheet_cannot_tell_small_counts_apart() {
        // For every print, the small values that each count may have: all that a reader can work out.
        let mut possible: BTreeMap<_, [BTreeSet<usize>; 6]> = BTreeMap::new();
        for world in worlds(70) {
            let small = possible.entry(world.printed()).or_default();
            for (values, count) in small.iter_mut().zip(world.counts()) {
                if count < THRESHOLD {
                    values.insert(count);
                }
            }
        }
        let every: BTreeSet<usize> = (0..THRESHOLD).collect();
        // Larger worlds than these look alike with some that were left out above.
        for world in worlds(50) {
            let small = &possible[&world.printed()];
            for (values, count) in small.iter().zip(world.counts()) {
                assert!(
                    count >= THRESHOLD || *values == every,
                    "{world:?}: {values:?}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn small_counts_cannot_be_told_apart(a in 0..THRESHOLD, b in 0..THRESHOLD, large in 20..500_usize) {
            prop_assert_eq!(printed(SafeCount::of(a)), printed(SafeCount::of(b)));
            let whole = SafeCount::of(large);
            let part = |people| printed(SafeCount::of_part(people, whole));
            prop_assert_eq!(part(a), part(b));
            // Nor what is left of a whole.
            prop_assert_eq!(part(large - a), part(large - b));
        }

        #[test]
        fn a_class_has_one_phrase_and_two_classes_have_two(a in 0..500_usize, b in 0..500_usize) {
            let class = |n: usize| if n < THRESHOLD { 0 } else { n / STEP };
            let alike = printed(SafeCount::of(a)) == printed(SafeCount::of(b));
            prop_assert_eq!(alike, class(a) == class(b));
        }

        #[test]
        fn more_people_are_never_said_to_be_fewer(a in 0..500_usize, more in 0..500_usize, rest in 0..500_usize) {
            let b = a + more;
            prop_assert!(SafeCount::of(a) <= SafeCount::of(b));
            let whole = SafeCount::of(b + rest);
            prop_assert!(SafeCount::of_part(a, whole) <= SafeCount::of_part(b, whole));
        }

        #[test]
        fn nothing_is_said_that_is_not_so(part in 0..500_usize, rest in 0..500_usize) {
            let whole = SafeCount::of(part + rest);
            for count in [SafeCount::of(part), SafeCount::of_part(part, whole)] {
                match count {
                    SafeCount::Untold => prop_assert!(part + rest < 2 * THRESHOLD),
                    SafeCount::Few => prop_assert!(part < THRESHOLD),
                    SafeCount::AtLeast(least) => prop_assert!(part >= least),
                }
            }
        }
    }
}
