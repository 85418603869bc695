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
    let count = places.len();
    if count == 1 {
        return values[model.to[places.start] as usize];
    }
    if count > FEW {
        return of_many(model, places, values, nature);
    }
    // Sorted by insertion, the outcomes that nature likes best first.
    let mut order = [(0.0_f64, 0_u32); FEW];
    let (mut sum, mut free) = (0.0, WHOLE);
    for (sorted, place) in places.enumerate() {
        let value = values[model.to[place] as usize];
        let lo = model.lo[place];
        sum += f64::from(lo) * value;
        free -= lo;
        let room = model.hi[place] - lo;
        let mut at = sorted;
        while at > 0 && likes(nature, value, order[at - 1].0) {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[at] = (value, room);
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
