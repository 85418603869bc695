//! Random interval models with loops and with chances of which nothing is known.
#![allow(dead_code, reason = "each test file uses a part of it")]

use routes::{Chance, Laying, Mark, Model, Outcome, WHOLE};

/// Repeatable randomness (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((z ^ (z >> 31)) % u64::from(end.max(1))).expect("below a u32")
    }
}

/// What kind of model: of 100 states so many have a way back, of 100 actions so many are unknown.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub states: u32,
    pub back: u32,
    pub unknown: u32,
}

/// The kind of a numbered model: a third each with no, some and only loops; none, a fifth or most
/// of the actions unknown.
pub fn kind(number: u32) -> Kind {
    Kind {
        states: 60 + number * 7 % 140,
        back: [0, 30, 100][number as usize % 3],
        unknown: [0, 20, 60][(number / 3) as usize % 3],
    }
}

/// A model of layers: actions lead forward, some back, and any may end in the hands of the
/// persecutor. The last two states are safe and returned.
pub fn model(seed: u64, kind: Kind) -> Model {
    let mut dice = Dice::new(seed);
    let mut laying = Laying::default();
    let inner = kind.states - 2;
    for state in 0..inner {
        let back = dice.below(100) < kind.back;
        let actions: Vec<Vec<Outcome>> = (0..1 + dice.below(4))
            .map(|_| action(&mut dice, state, inner, back, kind.unknown))
            .collect();
        laying.state(Mark::OnTheWay, actions.iter().map(Vec::as_slice));
    }
    laying.state(Mark::Safe, []);
    laying.state(Mark::Returned, []);
    laying.done().expect("a sound model")
}

fn action(dice: &mut Dice, state: u32, inner: u32, back: bool, unknown: u32) -> Vec<Outcome> {
    let mut to = vec![target(dice, state, inner, back)];
    while to.len() < 2 + dice.below(3) as usize {
        let next = target(dice, state, inner, back);
        if !to.contains(&next) {
            to.push(next);
        }
        if dice.below(8) == 0 {
            break;
        }
    }
    if dice.below(100) < unknown {
        return to
            .into_iter()
            .map(|to| Outcome {
                to,
                chance: Chance::UNKNOWN,
            })
            .collect();
    }
    let weights: Vec<u32> = to.iter().map(|_| 1 + dice.below(1000)).collect();
    let sum: u32 = weights.iter().sum();
    let half = 5_000 + dice.below(100_000);
    to.into_iter()
        .zip(weights)
        .map(|(to, weight)| {
            let point = u32::try_from(u64::from(weight) * u64::from(WHOLE) / u64::from(sum))
                .expect("a part");
            let chance = Chance::between(point.saturating_sub(half), (point + half).min(WHOLE))
                .expect("in order");
            Outcome { to, chance }
        })
        .collect()
}

fn target(dice: &mut Dice, state: u32, inner: u32, back: bool) -> u32 {
    match dice.below(10) {
        0 => inner + 1,
        1 | 2 => inner,
        3 | 4 if back => dice.below(state + 1),
        _ => (state + 1 + dice.below(8)).min(inner),
    }
}
