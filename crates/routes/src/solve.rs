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

use crate::components::components;
use crate::model::{Mark, Model, State};
use crate::nature::{Nature, value};

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
/// After so many sweeps a loop is given up as not proved.
const MOST_SWEEPS: usize = 1_000_000;

/// Solves a model for one question.
pub fn solve(model: &Model, question: Question) -> Answer {
    let count = model.states();
    let mut solving = Solving {
        model,
        question,
        values: vec![0.0; count],
        errors: vec![0.0; count],
        choices: vec![None; count],
        proved: true,
        of_one_loop: 0.0,
    };
    let components = components(model);
    // Loops stand behind loops: each may use its part of the distance that is left.
    let loops = components
        .iter()
        .filter(|states| solving.is_loops(states))
        .count();
    solving.of_one_loop = TOLERANCE / (4.0 * loops.max(1) as f64);
    for states in components.iter() {
        match states {
            [state] if !solving.is_loops(states) => solving.once(*state),
            states => solving.by_iteration(states),
        }
    }
    let proved = solving.proved && solving.errors.iter().all(|error| *error <= TOLERANCE / 2.0);
    Answer {
        values: solving.values,
        errors: solving.errors,
        choices: solving.choices,
        proved,
    }
}

struct Solving<'m> {
    model: &'m Model,
    question: Question,
    values: Vec<f64>,
    errors: Vec<f64>,
    choices: Vec<Option<u32>>,
    proved: bool,
    of_one_loop: f64,
}

impl Solving<'_> {
    /// Whether a component may lead back to where it was.
    fn is_loops(&self, states: &[State]) -> bool {
        states.len() > 1 || states.iter().any(|state| self.is_loop(*state))
    }

    fn is_loop(&self, state: State) -> bool {
        let actions = self.model.actions_of(state);
        let places = self.model.outcomes[actions.start]..self.model.outcomes[actions.end];
        places
            .map(|place| place as usize)
            .any(|place| self.model.to[place] == state && self.model.hi[place] > 0)
    }

    /// The value of a state that nothing more is decided after; nothing for one on the way.
    fn fixed(&self, state: State) -> Option<f64> {
        match self.model.mark(state) {
            Mark::OnTheWay => None,
            mark => Some(f64::from(u8::from(mark == self.question.mark))),
        }
    }

    /// What the person makes of a state: the best action, and its value. A state without actions is
    /// never left: nothing is reached.
    fn best(&self, state: State) -> Option<(f64, usize)> {
        let mut best: Option<(f64, usize)> = None;
        for action in self.model.actions_of(state) {
            let places = self.model.outcomes_of(action);
            let value = value(self.model, places, &self.values, self.question.nature);
            let better = best.is_none_or(|(other, _)| match self.question.person {
                Nature::Most => value > other,
                Nature::Least => value < other,
            });
            if better {
                best = Some((value, action));
            }
        }
        best
    }

    /// A state without a loop: one update. Its error is the worst behind it and its own rounding.
    fn once(&mut self, state: State) {
        let at = state as usize;
        if let Some(value) = self.fixed(state) {
            self.values[at] = value;
            return;
        }
        let Some((value, action)) = self.best(state) else {
            return;
        };
        self.values[at] = value;
        self.choices[at] = u32::try_from(action).ok();
        self.errors[at] = self.error_behind(&[state]) + ROUNDING * self.widest(&[state]);
    }

    /// The worst error among the states to which these lead, themselves left aside.
    fn error_behind(&self, states: &[State]) -> f64 {
        let mut worst = 0.0_f64;
        for state in states {
            let actions = self.model.actions_of(*state);
            let places = self.model.outcomes[actions.start] as usize
                ..self.model.outcomes[actions.end] as usize;
            for to in &self.model.to[places] {
                worst = worst.max(self.errors[*to as usize]);
            }
        }
        worst
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

    /// States that lead to each other.
    fn by_iteration(&mut self, states: &[State]) {
        for state in states {
            if let Some(value) = self.fixed(*state) {
                self.values[*state as usize] = value;
            }
        }
        let slack = self.of_one_loop + ROUNDING * self.widest(states);
        let mut distance = self.of_one_loop * 0.1;
        let mut proved = false;
        let mut sweeps = 0;
        while !proved && sweeps < MOST_SWEEPS {
            let moved = loop {
                let moved = self.sweep(states);
                sweeps += 1;
                if moved <= distance || sweeps >= MOST_SWEEPS {
                    break moved;
                }
            };
            proved = self.is_above(states, slack);
            // What no longer moves will not move any more: then the proof fails for good.
            if moved == 0.0 {
                break;
            }
            distance = (distance * 0.1).max(f64::MIN_POSITIVE);
        }
        self.proved &= proved;
        let behind = self.error_behind(states);
        // Between the iterate and the proved upper bound; or anything at all.
        let own = if proved { slack } else { 1.0 };
        for state in states {
            if self.fixed(*state).is_none() {
                self.errors[*state as usize] = behind + own;
            }
        }
    }

    /// Updates each state once; how far the furthest moved. The person's action changes only where it
    /// makes the value better by more than rounding can: of states that lead round in a circle the
    /// first to reach a value cannot have it from the others, so none runs in circles for nothing.
    fn sweep(&mut self, states: &[State]) -> f64 {
        let rounding = ROUNDING * self.widest(states);
        let mut moved = 0.0_f64;
        for state in states {
            let at = *state as usize;
            if self.fixed(*state).is_some() {
                continue;
            }
            let Some((value, action)) = self.best(*state) else {
                continue;
            };
            let rise = value - self.values[at];
            if rise > 0.0 {
                self.values[at] = value;
                moved = moved.max(rise);
            }
            let least = self.question.person == Nature::Least;
            if rise > rounding || self.choices[at].is_none() || least {
                self.choices[at] = u32::try_from(action).ok();
            }
        }
        moved
    }

    /// Whether the values, raised by a little, bound the loop from above.
    fn is_above(&mut self, states: &[State], slack: f64) -> bool {
        let raise = |solving: &mut Self, by: f64| {
            for state in states {
                if solving.fixed(*state).is_none() {
                    solving.values[*state as usize] += by;
                }
            }
        };
        raise(self, slack);
        let rounding = ROUNDING * self.widest(states);
        let above = states.iter().all(|state| {
            self.fixed(*state).is_some()
                || self
                    .best(*state)
                    .is_none_or(|(value, _)| value - rounding <= self.values[*state as usize])
        });
        raise(self, -slack);
        above
    }
}
