//! An interval model: in each state a person chooses an action, and nature chooses among its
//! outcomes, within what is known of their chances.

use crate::chance::{Chance, WHOLE};
use crate::components::{Components, components};

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
    pub(crate) slots: Vec<Slot>,
    /// In which order the states are solved.
    pub(crate) components: Components,
}

/// An outcome as it is laid: what a sweep reads of it stands together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) to: State,
    /// Its chance at least, in millionths.
    pub(crate) lo: u32,
    /// How much more its chance may be.
    pub(crate) room: u32,
}

impl Slot {
    pub(crate) fn hi(self) -> u32 {
        self.lo + self.room
    }
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
            slots: Vec::new(),
            components: Components::default(),
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
            model.slots.extend(outcomes.iter().map(|outcome| Slot {
                to: outcome.to,
                lo: outcome.chance.lo(),
                room: outcome.chance.hi() - outcome.chance.lo(),
            }));
            model.outcomes.push(index(model.slots.len()));
        }
        model.actions.push(index(model.outcomes.len() - 1));
    }

    /// The model, with every chance tightened to what it can be beside the others.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn done(self) -> Result<Model, BadModel> {
        let mut model = self.0;
        let most = u32::MAX as usize;
        if [model.slots.len(), model.outcomes.len(), model.marks.len()]
            .iter()
            .any(|length| *length >= most)
        {
            return Err(BadModel::TooLarge);
        }
        for state in 0..index(model.marks.len()) {
            for (number, action) in model.actions_of(state).enumerate() {
                model.check(state, number, action)?;
                model.tighten(action);
            }
        }
        model.marks.shrink_to_fit();
        model.actions.shrink_to_fit();
        model.outcomes.shrink_to_fit();
        model.slots.shrink_to_fit();
        model.components = components(&model);
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
        self.slots.len()
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

    /// The outcomes of an action, as they are laid.
    pub(crate) fn slots_of(&self, action: usize) -> &[Slot] {
        &self.slots[self.outcomes_of(action)]
    }

    /// The actions of a state, each with its outcomes as they are laid.
    pub(crate) fn slots_by_action(&self, state: State) -> impl Iterator<Item = (usize, &[Slot])> {
        let actions = self.actions_of(state);
        let ends = self.outcomes[actions.start..=actions.end].windows(2);
        actions.zip(ends.map(|ends| &self.slots[ends[0] as usize..ends[1] as usize]))
    }

    /// The outcomes of all actions of a state, as they are laid.
    pub(crate) fn slots_from(&self, state: State) -> &[Slot] {
        let actions = self.actions_of(state);
        &self.slots[self.outcomes[actions.start] as usize..self.outcomes[actions.end] as usize]
    }

    /// The outcomes of an action.
    pub fn outcomes_in(&self, action: usize) -> impl Iterator<Item = Outcome> {
        self.slots_of(action).iter().map(|slot| Outcome {
            to: slot.to,
            chance: Chance::between(slot.lo, slot.hi()).unwrap_or(Chance::UNKNOWN),
        })
    }

    /// The sums of the lower and of the upper ends of an action.
    fn sums(&self, action: usize) -> (u64, u64) {
        let slots = self.slots_of(action).iter();
        slots.fold((0, 0), |(lo, hi), slot| {
            (lo + u64::from(slot.lo), hi + u64::from(slot.hi()))
        })
    }

    fn check(&self, state: State, number: usize, action: usize) -> Result<(), BadModel> {
        let slots = self.slots_of(action);
        if let Some(slot) = slots.iter().find(|slot| slot.to as usize >= self.states()) {
            return Err(BadModel::NoSuchState {
                state,
                action: number,
                to: slot.to,
            });
        }
        if let Some(to) = twice(slots) {
            return Err(BadModel::Twice {
                state,
                action: number,
                to,
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
        let places = self.outcomes_of(action);
        for slot in &mut self.slots[places] {
            let (own_lo, own_hi) = (u64::from(slot.lo), u64::from(slot.hi()));
            let least = own_lo.max(whole.saturating_sub(hi - own_hi));
            let most = own_hi.min(whole.saturating_sub(lo - own_lo));
            slot.lo = u32::try_from(least).unwrap_or(WHOLE);
            slot.room = u32::try_from(most).unwrap_or(WHOLE) - slot.lo;
        }
    }
}

/// Up to so many outcomes are compared each with each.
const FEW: usize = 8;

/// The state to which two of these outcomes lead.
fn twice(slots: &[Slot]) -> Option<State> {
    if slots.len() <= FEW {
        let mut pairs = (1..slots.len()).map(|place| (slots[place].to, &slots[..place]));
        return pairs
            .find(|(to, before)| before.iter().any(|slot| slot.to == *to))
            .map(|(to, _)| to);
    }
    let mut seen: Vec<State> = slots.iter().map(|slot| slot.to).collect();
    seen.sort_unstable();
    let mut pairs = seen.windows(2);
    pairs.find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}
