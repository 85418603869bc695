//! A loop is iterated from below, by sweeps over its states, until one more sweep proves that the
//! values are also an upper bound, but for a small distance.
//!
//! A sweep need not look at every action. What the others of a state are worth was seen when all were
//! last looked at; since then none of them can have risen by more than values have. As long as the
//! best one stays better than that, it is the best, and the others need no look.

use crate::components::Loop;
use crate::model::State;
use crate::nature::{Nature, Wish};
use crate::solve::Solving;

/// After so many sweeps a loop is given up as not proved.
const MOST_SWEEPS: usize = 1_000_000;
/// A state whose value rises by less than this part of the furthest rise waits for the next sweep over
/// all.
const HARDLY: f64 = 0.01;
/// A sweep that still moves more than this part of what the one before it moved was of little use.
const SLOW: f64 = 0.5;

/// The sweeps over a loop.
pub(crate) struct Sweeps<'s, 'm, P, N> {
    solving: &'s mut Solving<'m, P, N>,
    found: Loop<'s>,
    /// What was seen of each state's actions when all were last looked at.
    seen: Vec<Seen>,
    /// How far any value may have risen before each sweep; the last is of the sweep to come.
    risen: Vec<f64>,
    /// By how much the value of an action may be rounded.
    rounding: f64,
}

/// What was seen of a state's actions.
#[derive(Clone, Copy)]
struct Seen {
    /// The best.
    action: u32,
    /// From before which sweep on the values behind the others may have risen.
    since: u32,
    /// The value of the best other one.
    second: f64,
}

const NOTHING_SEEN: Seen = Seen {
    action: u32::MAX,
    since: 0,
    second: 0.0,
};

impl<'s, 'm, P: Wish, N: Wish> Sweeps<'s, 'm, P, N> {
    pub(crate) fn over(
        solving: &'s mut Solving<'m, P, N>,
        found: Loop<'s>,
        rounding: f64,
    ) -> Sweeps<'s, 'm, P, N> {
        Sweeps {
            solving,
            found,
            seen: vec![NOTHING_SEEN; found.states.len()],
            risen: vec![0.0],
            rounding,
        }
    }

    /// Whether the values came to lie no more than the slack below an upper bound.
    pub(crate) fn until_proved(mut self, slack: f64) -> bool {
        let mut distance = slack * 0.1;
        let mut before = f64::INFINITY;
        while self.risen.len() <= MOST_SWEEPS {
            let moved = self.sweep();
            if moved > distance {
                // For who wants the least, a sweep over all costs little: it is put off only where a few
                // states are slow.
                if P::NATURE == Nature::Most || moved > before * SLOW {
                    self.settle((moved * HARDLY).max(distance * 0.25));
                }
                before = moved;
                continue;
            }
            if self.is_above(slack) {
                return true;
            }
            // What no longer moves will not move any more: then the proof fails for good.
            if moved == 0.0 {
                return false;
            }
            distance *= 0.3;
        }
        false
    }

    /// Updates each state once; how far the furthest moved. The person's action changes only where it
    /// makes the value better by more than rounding can: of states that lead round in a circle the
    /// first to reach a value cannot have it from the others, so none runs in circles for nothing.
    fn sweep(&mut self) -> f64 {
        let mut moved = 0.0_f64;
        for place in 0..self.found.states.len() {
            let (value, action) = self.best(place, moved);
            let rise = self.raise(place, value);
            moved = moved.max(rise);
            let at = self.found.states[place] as usize;
            let least = P::NATURE == Nature::Least;
            if rise > self.rounding || self.solving.choices[at].is_none() || least {
                self.solving.choices[at] = Some(action);
            }
        }
        self.count(moved);
        moved
    }

    /// Sweeps over the states that still move, until all hardly do. Who wants the most keeps to the
    /// actions chosen: they are worth no more than the best. The value of a state that is not updated
    /// stays below what it will be; the next sweep over all will tell.
    fn settle(&mut self, hardly: f64) {
        let mut moving: Vec<u32> = (0..self.found.states.len() as u32).collect();
        while !moving.is_empty() && self.risen.len() <= MOST_SWEEPS {
            let mut moved = 0.0_f64;
            moving.retain(|place| {
                let place = *place as usize;
                let value = match P::NATURE {
                    Nature::Most => self.chosen(place),
                    Nature::Least => self.best(place, moved).0,
                };
                let rise = self.raise(place, value);
                moved = moved.max(rise);
                rise > hardly
            });
            self.count(moved);
        }
    }

    /// A sweep has ended in which no value rose by more. Rounded up: the sum bounds a proof.
    fn count(&mut self, moved: f64) {
        self.risen.push((self.risen() + moved).next_up());
    }

    /// How far any value may have risen before this sweep.
    fn risen(&self) -> f64 {
        self.risen[self.risen.len() - 1]
    }

    /// Values only rise; by how much this one does.
    fn raise(&mut self, place: usize, value: f64) -> f64 {
        let own = &mut self.solving.values[self.found.states[place] as usize];
        let rise = (value - *own).max(0.0);
        if rise > 0.0 {
            *own = value;
        }
        rise
    }

    /// The value of the action that is chosen, or nothing.
    fn chosen(&self, place: usize) -> f64 {
        let choice = self.solving.choices[self.found.states[place] as usize];
        choice.map_or(0.0, |action| self.solving.value(action as usize))
    }

    /// The value of a state's best action, and which it is, when in this sweep no value has risen by
    /// more than `moved`. Where the last one is certain to be the best still, no other is looked at.
    fn best(&mut self, place: usize, moved: f64) -> (f64, u32) {
        let seen = self.seen[place];
        if seen.action != NOTHING_SEEN.action {
            let value = self.solving.value(seen.action as usize);
            let is_best = match P::NATURE {
                Nature::Most => value >= self.others_at_most(&seen, moved),
                // The others were worth as much at least, and have only risen.
                Nature::Least => value <= seen.second - 2.0 * self.rounding,
            };
            if is_best {
                return (value, seen.action);
            }
        }
        let best = self.solving.best(self.found.states[place]);
        // Where a state leads only to those before it, they have moved already in this sweep.
        let sweep = self.risen.len() - usize::from(self.found.turns_back[place]);
        self.seen[place] = Seen {
            action: best.action,
            since: sweep as u32,
            second: best.second,
        };
        (best.value, best.action)
    }

    /// What the other actions of a state may be worth, when in this sweep no value has risen by more.
    fn others_at_most(&self, seen: &Seen, moved: f64) -> f64 {
        let risen = self.risen() - self.risen[seen.since as usize];
        seen.second + risen + moved + 2.0 * self.rounding
    }

    /// Whether the values, raised by the slack, bound the loop from above. They are left as they were,
    /// to the last bit.
    fn is_above(&mut self, slack: f64) -> bool {
        let states = self.found.states;
        let values = &mut self.solving.values;
        let below: Vec<f64> = states.iter().map(|state| values[*state as usize]).collect();
        for state in states {
            values[*state as usize] += slack;
        }
        let mut seen = states.iter().zip(&self.seen);
        let above = seen.all(|(state, seen)| self.is_no_less(*state, seen, slack));
        for (state, value) in states.iter().zip(below) {
            self.solving.values[*state as usize] = value;
        }
        above
    }

    /// Whether the person makes no more of a state than its value, when all have been raised.
    fn is_no_less(&self, state: State, seen: &Seen, slack: f64) -> bool {
        let value = self.solving.values[state as usize] + self.rounding;
        let of_others = match P::NATURE {
            Nature::Most => self.others_at_most(seen, slack) <= value,
            // One action that makes no more is enough.
            Nature::Least => true,
        };
        of_others && self.solving.value(seen.action as usize) <= value
            || self.solving.best(state).value <= value
    }
}
