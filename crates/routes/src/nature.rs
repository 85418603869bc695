//! What nature can make of an action at worst, or at best.

use crate::chance::WHOLE;
use crate::model::Model;
use std::ops::Range;

/// Whom nature serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// It makes the value as small as it can.
    Least,
    /// It makes the value as large as it can.
    Most,
}

/// More outcomes than this are sorted in a vector of their own.
const FEW: usize = 16;

/// The value of an action when nature has moved: every outcome gets its lower end, and what is
/// left goes to those that nature likes best, each up to its upper end.
///
/// # Source
/// R. Givan, S. Leach, T. Dean (2000), "Bounded-parameter Markov decision processes", Artificial
/// Intelligence 122: the order-maximising model.
pub(crate) fn value(model: &Model, places: Range<usize>, values: &[f64], nature: Nature) -> f64 {
    match places.len() {
        1 => values[model.to[places.start] as usize],
        2 => of_two(model, places.start, values, nature),
        3 | 4 => sorted::<4>(model, places, values, nature),
        5..=FEW => sorted::<FEW>(model, places, values, nature),
        _ => of_many(model, places, values, nature),
    }
}

fn of_two(model: &Model, place: usize, values: &[f64], nature: Nature) -> f64 {
    let value = |place: usize| values[model.to[place] as usize];
    let (first, second) = (value(place), value(place + 1));
    // Two chances that make up one whole: what the one has at most, the other has at least.
    let liked = if likes(nature, first, second) {
        model.hi[place]
    } else {
        model.lo[place]
    };
    (f64::from(liked) * first + f64::from(WHOLE - liked) * second) / f64::from(WHOLE)
}

/// Sorted by insertion, the outcomes that nature likes best first.
fn sorted<const MOST: usize>(
    model: &Model,
    places: Range<usize>,
    values: &[f64],
    nature: Nature,
) -> f64 {
    let count = places.len();
    let to = &model.to[places.clone()];
    let ends = model.lo[places.clone()].iter().zip(&model.hi[places]);
    let mut order = [(0.0_f64, 0_u32); MOST];
    let (mut sum, mut free) = (0.0, WHOLE);
    for (sorted, (to, (lo, hi))) in to.iter().zip(ends).enumerate() {
        let value = values[*to as usize];
        sum += f64::from(*lo) * value;
        free -= lo;
        let mut at = sorted;
        while at > 0 && likes(nature, value, order[at - 1].0) {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[at] = (value, hi - lo);
    }
    for (value, room) in &order[..count] {
        let given = free.min(*room);
        sum += f64::from(given) * value;
        free -= given;
    }
    sum / f64::from(WHOLE)
}

fn likes(nature: Nature, value: f64, other: f64) -> bool {
    match nature {
        Nature::Least => value < other,
        Nature::Most => value > other,
    }
}

fn of_many(model: &Model, places: Range<usize>, values: &[f64], nature: Nature) -> f64 {
    let chances = chances(model, places.clone(), values, nature);
    let terms = places.zip(&chances);
    let sum: f64 = terms
        .map(|(place, chance)| f64::from(*chance) * values[model.to[place] as usize])
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
    let mut order: Vec<usize> = places.clone().collect();
    order.sort_by(|a, b| {
        let (a, b) = (values[model.to[*a] as usize], values[model.to[*b] as usize]);
        match nature {
            Nature::Least => a.total_cmp(&b),
            Nature::Most => b.total_cmp(&a),
        }
    });
    filled(model, places, &order)
}

/// Lower ends for all, and the rest in this order, each up to its upper end.
pub(crate) fn filled(model: &Model, places: Range<usize>, order: &[usize]) -> Vec<u32> {
    let start = places.start;
    let mut chances: Vec<u32> = model.lo[places].to_vec();
    let mut free = WHOLE - chances.iter().sum::<u32>();
    for place in order {
        let given = free.min(model.hi[*place] - model.lo[*place]);
        chances[place - start] += given;
        free -= given;
    }
    chances
}
