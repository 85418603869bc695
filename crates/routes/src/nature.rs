//! What nature can make of an action at worst, or at best.

use crate::chance::WHOLE;
use crate::model::{Model, Slot};
use std::ops::Range;

/// Whom nature serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// It makes the value as small as it can.
    Least,
    /// It makes the value as large as it can.
    Most,
}

/// A wish that is known when the program is compiled, so that no sweep asks for it again.
pub(crate) trait Wish {
    /// Whose wish it is, as a value.
    const NATURE: Nature;

    /// What nobody who wishes so likes less than any chance.
    const WORST: f64;

    /// Whether a value is liked better than another; never of two equal ones.
    fn likes(value: f64, other: f64) -> bool;
}

/// The smaller, the better.
pub(crate) struct Least;
/// The larger, the better.
pub(crate) struct Most;

impl Wish for Least {
    const NATURE: Nature = Nature::Least;
    const WORST: f64 = 2.0;

    fn likes(value: f64, other: f64) -> bool {
        value < other
    }
}

impl Wish for Most {
    const NATURE: Nature = Nature::Most;
    const WORST: f64 = -1.0;

    fn likes(value: f64, other: f64) -> bool {
        value > other
    }
}

/// More outcomes than this are sorted in a vector of their own.
const FEW: usize = 16;

/// The value of an action when nature has moved: every outcome gets its lower end, and what is
/// left goes to those that nature likes best, each up to its upper end.
///
/// # Source
/// R. Givan, S. Leach, T. Dean (2000), "Bounded-parameter Markov decision processes", Artificial
/// Intelligence 122: the order-maximising model.
#[inline]
pub(crate) fn value<N: Wish>(slots: &[Slot], values: &[f64]) -> f64 {
    match slots {
        [only] => values[only.to as usize],
        [a, b] => ranked::<N, 2>([*a, *b], values),
        [a, b, c] => ranked::<N, 3>([*a, *b, *c], values),
        [a, b, c, d] => ranked::<N, 4>([*a, *b, *c, *d], values),
        slots if slots.len() <= FEW => sorted::<N>(slots, values),
        slots => of_many::<N>(slots, values),
    }
}

/// The same, for a wish that is known only now.
pub(crate) fn value_for(nature: Nature, slots: &[Slot], values: &[f64]) -> f64 {
    match nature {
        Nature::Least => value::<Least>(slots, values),
        Nature::Most => value::<Most>(slots, values),
    }
}

/// Without sorting and without a branch that no processor could foresee: each outcome is given what
/// those that are liked better, or as well and stand before it, leave it.
#[inline]
fn ranked<N: Wish, const COUNT: usize>(slots: [Slot; COUNT], values: &[f64]) -> f64 {
    let value: [f64; COUNT] = std::array::from_fn(|place| values[slots[place].to as usize]);
    let mut free = WHOLE;
    let mut taken = [0_u32; COUNT];
    for place in 0..COUNT {
        free -= slots[place].lo;
        for before in 0..place {
            let goes_first = u32::from(N::likes(value[place], value[before])).wrapping_neg();
            taken[before] += slots[place].room & goes_first;
            taken[place] += slots[before].room & !goes_first;
        }
    }
    let mut sum = 0.0;
    for place in 0..COUNT {
        let given = free.saturating_sub(taken[place]).min(slots[place].room);
        sum += f64::from(slots[place].lo + given) * value[place];
    }
    sum / f64::from(WHOLE)
}

/// Sorted by insertion, the outcomes that nature likes best first.
#[cold]
fn sorted<N: Wish>(slots: &[Slot], values: &[f64]) -> f64 {
    let mut order = [(0.0_f64, 0_u32); FEW];
    let (mut sum, mut free) = (0.0, WHOLE);
    for (sorted, slot) in slots.iter().enumerate() {
        let value = values[slot.to as usize];
        sum += f64::from(slot.lo) * value;
        free -= slot.lo;
        let mut at = sorted;
        while at > 0 && N::likes(value, order[at - 1].0) {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[at] = (value, slot.room);
    }
    for (value, room) in &order[..slots.len()] {
        let given = free.min(*room);
        sum += f64::from(given) * value;
        free -= given;
    }
    sum / f64::from(WHOLE)
}

fn of_many<N: Wish>(slots: &[Slot], values: &[f64]) -> f64 {
    let chances = chances_by(slots, values, N::likes);
    let terms = slots.iter().zip(&chances);
    let sum: f64 = terms
        .map(|(slot, chance)| f64::from(*chance) * values[slot.to as usize])
        .sum();
    sum / f64::from(WHOLE)
}

/// The chances that nature gives the outcomes of an action, in millionths: they make up one whole.
pub(crate) fn chances(
    model: &Model,
    places: Range<usize>,
    values: &[f64],
    nature: Nature,
) -> Vec<u32> {
    let slots = &model.slots[places];
    match nature {
        Nature::Least => chances_by(slots, values, Least::likes),
        Nature::Most => chances_by(slots, values, Most::likes),
    }
}

fn chances_by(slots: &[Slot], values: &[f64], likes: fn(f64, f64) -> bool) -> Vec<u32> {
    let value = |place: &usize| values[slots[*place].to as usize];
    let mut order: Vec<usize> = (0..slots.len()).collect();
    order.sort_by(|a, b| match (value(a), value(b)) {
        (a, b) if likes(a, b) => std::cmp::Ordering::Less,
        (a, b) if likes(b, a) => std::cmp::Ordering::Greater,
        _ => std::cmp::Ordering::Equal,
    });
    filled(slots, &order)
}

/// Lower ends for all, and the rest in this order, each up to its upper end.
pub(crate) fn filled(slots: &[Slot], order: &[usize]) -> Vec<u32> {
    let mut chances: Vec<u32> = slots.iter().map(|slot| slot.lo).collect();
    let mut free = WHOLE - chances.iter().sum::<u32>();
    for place in order {
        let given = free.min(slots[*place].room);
        chances[*place] += given;
        free -= given;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Outcomes whose chances can make up one whole, each with the value behind it; some equal.
    fn outcomes() -> impl Strategy<Value = (Vec<Slot>, Vec<f64>)> {
        let one = (1..1000_u32, 0..1000_u32, 0..6_u32);
        prop::collection::vec(one, 1..20).prop_map(|drawn| {
            let sum: u32 = drawn.iter().map(|(weight, _, _)| weight).sum();
            let mut slots: Vec<Slot> = drawn
                .iter()
                .zip(0..)
                .map(|((weight, width, _), to)| {
                    let part = weight * (WHOLE / 1000) / sum * 1000;
                    let lo = part.saturating_sub(width * 300);
                    let hi = (part + width * 300).min(WHOLE);
                    Slot {
                        to,
                        lo,
                        room: hi - lo,
                    }
                })
                .collect();
            // What was lost in dividing is the last one's to have.
            if let Some(last) = slots.last_mut() {
                last.room = WHOLE - last.lo;
            }
            (
                slots,
                drawn
                    .iter()
                    .map(|(_, _, fifths)| f64::from(*fifths) / 5.0)
                    .collect(),
            )
        })
    }

    proptest! {
        #[test]
        fn however_it_is_found_the_value_is_that_of_the_chances_given((slots, values) in outcomes()) {
            for nature in [Nature::Least, Nature::Most] {
                let mut order: Vec<usize> = (0..slots.len()).collect();
                order.sort_by(|a, b| match nature {
                    Nature::Least => values[*a].total_cmp(&values[*b]),
                    Nature::Most => values[*b].total_cmp(&values[*a]),
                });
                let given = filled(&slots, &order);
                prop_assert_eq!(given.iter().sum::<u32>(), WHOLE);
                let terms = given.iter().zip(&values);
                let expected: f64 = terms.map(|(chance, value)| f64::from(*chance) * value).sum();
                let found = value_for(nature, &slots, &values) * f64::from(WHOLE);
                prop_assert!((found - expected).abs() <= 1e-6, "{found}, {expected}");
            }
        }
    }
}
