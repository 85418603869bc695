//! An interval model: in each state a person chooses an action, and nature chooses among its
//! outcomes, within what is known of their chances.

use crate::chance::{Chance, WHOLE};

/// The number of a state.
pub type State = u32;

/// What a state means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Somewhere on the way.
    OnTheWay,
    /// Safe, as the goal has it: nothing is decided after it.
    Safe,
    /// In the hands of the persecutor: nothing is decided after it.
    Returned,
}

/// One outcome of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Where it leads.
    pub to: State,
    /// What is known of its chance.
    pub chance: Chance,
}

/// An interval model, laid flat: the actions of a state and the outcomes of an action stand one
/// after another.
///
/// Each action's chances move independently of every other's. Where two actions rest on the same
/// number this makes the worst case worse than it is, never better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub(crate) marks: Vec<Mark>,
    /// Where the actions of each state begin; one more at the end.
    pub(crate) actions: Vec<u32>,
    /// Where the outcomes of each action begin; one more at the end.
    pub(crate) outcomes: Vec<u32>,
    pub(crate) to: Vec<State>,
    pub(crate) lo: Vec<u32>,
    pub(crate) hi: Vec<u32>,
}

/// What is wrong with a model.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadModel {
    /// An action leads to a state that is not there.
    #[error("action {action} of state {state} leads to state {to}, which is not there")]
    NoSuchState {
        /// Of which state.
        state: State,
        /// Which of its actions.
        action: usize,
        /// Where it leads.
        to: State,
    },
    /// Chances that can never make up one whole.
    #[error(
        "the chances of action {action} of state {state} cannot make up one whole: at least {lo} and at most {hi} millionths"
    )]
    NotOneWhole {
        /// Of which state.
        state: State,
        /// Which of its actions.
        action: usize,
        /// The sum of the lower ends.
        lo: u64,
        /// The sum of the upper ends.
        hi: u64,
    },
    /// Two outcomes of one action lead to the same state.
    #[error("action {action} of state {state} names state {to} twice")]
    Twice {
        /// Of which state.
        state: State,
        /// Which of its actions.
        action: usize,
        /// The state.
        to: State,
    },
    /// More states or outcomes than can be numbered.
    #[error("the model is too large")]
    TooLarge,
}

/// Lays a model, state after state.
#[derive(Clone, Debug)]
pub struct Laying(Model);

impl Default for Laying {
    fn default() -> Laying {
        Laying(Model {
            marks: Vec::new(),
            actions: vec![0],
            outcomes: vec![0],
            to: Vec::new(),
            lo: Vec::new(),
            hi: Vec::new(),
        })
    }
}

impl Laying {
    /// Adds a state with its actions; the first is where the person stands. A state without
    /// actions stays as it is for ever.
    pub fn state<'o>(&mut self, mark: Mark, actions: impl IntoIterator<Item = &'o [Outcome]>) {
        let model = &mut self.0;
        model.marks.push(mark);
        for outcomes in actions {
            for outcome in outcomes {
                model.to.push(outcome.to);
                model.lo.push(outcome.chance.lo());
                model.hi.push(outcome.chance.hi());
            }
            model.outcomes.push(index(model.to.len()));
        }
        model.actions.push(index(model.outcomes.len() - 1));
    }

    /// The model, with every chance tightened to what it can be beside the others.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn done(self) -> Result<Model, BadModel> {
        let mut model = self.0;
        if model.to.len() >= u32::MAX as usize || model.outcomes.len() >= u32::MAX as usize {
            return Err(BadModel::TooLarge);
        }
        for state in 0..index(model.marks.len()) {
            for (number, action) in model.actions_of(state).enumerate() {
                model.check(state, number, action)?;
                model.tighten(action);
            }
        }
        Ok(model)
    }
}

/// An index that was checked to fit when the model was done.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Model {
    /// How many states there are.
    pub fn states(&self) -> usize {
        self.marks.len()
    }

    /// How many outcomes all actions have together.
    pub fn outcomes(&self) -> usize {
        self.to.len()
    }

    /// What a state means.
    pub fn mark(&self, state: State) -> Mark {
        self.marks[state as usize]
    }

    /// The numbers of a state's actions, among all.
    pub fn actions_of(&self, state: State) -> std::ops::Range<usize> {
        let state = state as usize;
        self.actions[state] as usize..self.actions[state + 1] as usize
    }

    /// The places of an action's outcomes, among all.
    pub(crate) fn outcomes_of(&self, action: usize) -> std::ops::Range<usize> {
        self.outcomes[action] as usize..self.outcomes[action + 1] as usize
    }

    /// The outcomes of an action.
    pub fn outcomes_in(&self, action: usize) -> impl Iterator<Item = Outcome> {
        self.outcomes_of(action).map(|place| Outcome {
            to: self.to[place],
            chance: Chance::between(self.lo[place], self.hi[place]).unwrap_or(Chance::UNKNOWN),
        })
    }

    fn sums(&self, action: usize) -> (u64, u64) {
        let places = self.outcomes_of(action);
        let sum = |ends: &[u32]| ends[places.clone()].iter().map(|end| u64::from(*end)).sum();
        (sum(&self.lo), sum(&self.hi))
    }

    fn check(&self, state: State, number: usize, action: usize) -> Result<(), BadModel> {
        let places = self.outcomes_of(action);
        let mut seen: Vec<State> = self.to[places].to_vec();
        if let Some(to) = seen.iter().find(|to| **to as usize >= self.states()) {
            return Err(BadModel::NoSuchState {
                state,
                action: number,
                to: *to,
            });
        }
        seen.sort_unstable();
        if let Some(pair) = seen.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(BadModel::Twice {
                state,
                action: number,
                to: pair[0],
            });
        }
        let (lo, hi) = self.sums(action);
        let whole = u64::from(WHOLE);
        if lo > whole || hi < whole {
            return Err(BadModel::NotOneWhole {
                state,
                action: number,
                lo,
                hi,
            });
        }
        Ok(())
    }

    /// No chance can be less than what the others leave over, nor more than what they leave free.
    fn tighten(&mut self, action: usize) {
        let (lo, hi) = self.sums(action);
        let whole = u64::from(WHOLE);
        for place in self.outcomes_of(action) {
            let (own_lo, own_hi) = (u64::from(self.lo[place]), u64::from(self.hi[place]));
            let least = own_lo.max(whole.saturating_sub(hi - own_hi));
            let most = own_hi.min(whole.saturating_sub(lo - own_lo));
            self.lo[place] = u32::try_from(least).unwrap_or(WHOLE);
            self.hi[place] = u32::try_from(most).unwrap_or(WHOLE);
        }
    }
}
