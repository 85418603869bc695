//! The value of a model, between two bounds that are proved.
//!
//! Components are solved in order, those first to which the others lead. Most have one state and no
//! loop: one update gives their value. A loop is iterated from below; that its values are also an
//! upper bound, but for a small distance, is proved by one more sweep: whatever satisfies
//! Φ(u) ≤ u lies above the least fixed point of Φ. Where that fails, the answer says *not proved*.
//!
//! # Source
//! A. Hartmanns, B. Kaminski (2020), "Optimistic value iteration", CAV; D. Park (1969) for the rule
//! of induction.

use crate::components::{Component, Loop};
use crate::model::{Mark, Model, State};
use crate::nature::{Least, Most, Nature, Wish, value};
use crate::sweeps::Sweeps;
use std::marker::PhantomData;

/// What is asked of a model: the chance that a mark is ever reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which mark.
    pub mark: Mark,
    /// Whether the person makes it as large as possible, or as small.
    pub person: Nature,
    /// Whether nature does.
    pub nature: Nature,
}

impl Question {
    /// The best worst case of reaching safety.
    pub const SAFE_AT_WORST: Question = Question {
        mark: Mark::Safe,
        person: Nature::Most,
        nature: Nature::Least,
    };
    /// The best worst case of being returned.
    pub const RETURNED_AT_WORST: Question = Question {
        mark: Mark::Returned,
        person: Nature::Least,
        nature: Nature::Most,
    };
}

/// The values of all states.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    values: Vec<f64>,
    /// How far the true value of each state may lie from it.
    errors: Vec<f64>,
    /// Which action the person takes in each state, among the model's; nothing where there is none.
    pub choices: Vec<Option<u32>>,
    /// Whether every bound is proved to within the tolerance.
    pub proved: bool,
}

impl Answer {
    /// What the value is at least.
    pub fn at_least(&self, state: State) -> f64 {
        (self.values[state as usize] - self.errors[state as usize]).max(0.0)
    }

    /// What the value is at most.
    pub fn at_most(&self, state: State) -> f64 {
        (self.values[state as usize] + self.errors[state as usize]).min(1.0)
    }

    /// The value between them.
    pub fn value(&self, state: State) -> f64 {
        self.values[state as usize]
    }

    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }
}

/// How far apart the bounds may lie.
const TOLERANCE: f64 = 1e-6;
/// Each outcome of an update may round by so much.
pub(crate) const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// Solves a model for one question.
pub fn solve(model: &Model, question: Question) -> Answer {
    match (question.person, question.nature) {
        (Nature::Least, Nature::Least) => Solving::<Least, Least>::solved(model, question.mark),
        (Nature::Least, Nature::Most) => Solving::<Least, Most>::solved(model, question.mark),
        (Nature::Most, Nature::Least) => Solving::<Most, Least>::solved(model, question.mark),
        (Nature::Most, Nature::Most) => Solving::<Most, Most>::solved(model, question.mark),
    }
}

/// A model being solved, for a person `P` and a nature `N`.
pub(crate) struct Solving<'m, P, N> {
    pub(crate) model: &'m Model,
    pub(crate) values: Vec<f64>,
    errors: Vec<f64>,
    pub(crate) choices: Vec<Option<u32>>,
    wishes: PhantomData<(P, N)>,
}

/// What a person makes of a state.
pub(crate) struct Best {
    pub(crate) value: f64,
    pub(crate) action: u32,
    /// The value of the best other action; the worst of all where there is no other.
    pub(crate) second: f64,
}

impl<P: Wish, N: Wish> Solving<'_, P, N> {
    fn solved(model: &Model, mark: Mark) -> Answer {
        let count = model.states();
        let mut solving = Solving::<P, N> {
            model,
            values: vec![0.0; count],
            errors: vec![0.0; count],
            choices: vec![None; count],
            wishes: PhantomData,
        };
        // Loops stand behind loops: each may use its part of the distance that is left.
        let loops = model.components.loops().len();
        let of_one_loop = TOLERANCE / (4.0 * loops.max(1) as f64);
        let mut proved = true;
        for component in model.components.iter() {
            match component {
                Component::Single(state) => solving.once(state, mark),
                Component::Loop(found) => proved &= solving.around(found, of_one_loop),
            }
        }
        proved &= solving.errors.iter().all(|error| *error <= TOLERANCE / 2.0);
        Answer {
            values: solving.values,
            errors: solving.errors,
            choices: solving.choices,
            proved,
        }
    }

    /// A state that is never met again: one update. Its error is the worst behind it and its own
    /// rounding. What is decided has its value; a state without actions is never left, and nothing is
    /// reached.
    fn once(&mut self, state: State, asked: Mark) {
        let at = state as usize;
        match self.model.mark(state) {
            Mark::OnTheWay => {}
            mark => {
                self.values[at] = f64::from(u8::from(mark == asked));
                return;
            }
        }
        if self.model.actions_of(state).is_empty() {
            return;
        }
        let best = self.best(state);
        self.values[at] = best.value;
        self.choices[at] = Some(best.action);
        self.errors[at] = self.error_behind(&[state]) + ROUNDING * self.widest(&[state]);
    }

    /// The states of a loop; whether their bounds are proved to within the distance.
    fn around(&mut self, found: Loop, distance: f64) -> bool {
        let states = found.states;
        let rounding = ROUNDING * self.widest(states);
        let slack = distance + rounding;
        let proved = Sweeps::over(self, found, rounding).until_proved(slack);
        // Between the iterate and the proved upper bound; or anything at all.
        let own = if proved { slack } else { 1.0 };
        let error = self.error_behind(states) + own;
        for state in states {
            self.errors[*state as usize] = error;
        }
        proved
    }

    /// What the person makes of a state, among all its actions; of equal ones the first. Written so that
    /// no step waits for a guess which action is the best.
    pub(crate) fn best(&self, state: State) -> Best {
        let mut best = Best {
            value: P::WORST,
            action: 0,
            second: P::WORST,
        };
        for (action, slots) in self.model.slots_by_action(state) {
            let value = value::<N>(slots, &self.values);
            let better = P::likes(value, best.value);
            let lesser = if better { best.value } else { value };
            best = Best {
                value: if better { value } else { best.value },
                action: if better { action as u32 } else { best.action },
                second: if P::likes(lesser, best.second) {
                    lesser
                } else {
                    best.second
                },
            };
        }
        best
    }

    /// The value of one action.
    pub(crate) fn value(&self, action: usize) -> f64 {
        value::<N>(self.model.slots_of(action), &self.values)
    }

    /// The worst error among the states to which these lead. Those of a loop have none as yet.
    fn error_behind(&self, states: &[State]) -> f64 {
        let slots = states
            .iter()
            .flat_map(|state| self.model.slots_from(*state));
        slots.fold(0.0, |worst: f64, slot| {
            worst.max(self.errors[slot.to as usize])
        })
    }

    /// The most outcomes that an action of these states has.
    fn widest(&self, states: &[State]) -> f64 {
        let actions = states
            .iter()
            .flat_map(|state| self.model.actions_of(*state));
        actions
            .map(|action| self.model.outcomes_of(action).len())
            .max()
            .unwrap_or(1) as f64
    }
}
