//! The strongly connected components of a model, in an order in which every component comes after
//! those that it leads to.

use crate::model::{Mark, Model, State};
use std::cmp::Reverse;
use std::ops::Range;

/// All states in the order in which they are solved, and where among them the loops are: states that
/// lead to each other, or one that leads to itself. Nothing leads on from a state that is decided, and
/// what cannot happen leads nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Components {
    states: Vec<State>,
    loops: Vec<Range<u32>>,
    /// Whether each, as they stand, leads to itself or to one behind it.
    turns_back: Vec<bool>,
}

/// One component.
pub(crate) enum Component<'c> {
    /// A state that is never met again once it is left.
    Single(State),
    /// States that lead to each other, or one that leads to itself.
    Loop(Loop<'c>),
}

/// The states of a loop, as they are solved.
#[derive(Clone, Copy)]
pub(crate) struct Loop<'c> {
    pub(crate) states: &'c [State],
    /// Whether each leads to itself or to one behind it.
    pub(crate) turns_back: &'c [bool],
}

impl Components {
    /// Each component, those first to which the others lead.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Component<'_>> {
        let mut loops = self.loops.iter().peekable();
        let mut place = 0;
        std::iter::from_fn(move || {
            if let Some(range) = loops.next_if(|range| range.start == place) {
                place = range.end;
                return Some(Component::Loop(self.at(range)));
            }
            let state = *self.states.get(place as usize)?;
            place += 1;
            Some(Component::Single(state))
        })
    }

    /// Each loop, those first to which the others lead.
    pub(crate) fn loops(&self) -> impl ExactSizeIterator<Item = Loop<'_>> {
        self.loops.iter().map(|range| self.at(range))
    }

    fn at(&self, range: &Range<u32>) -> Loop<'_> {
        let range = range.start as usize..range.end as usize;
        Loop {
            states: &self.states[range.clone()],
            turns_back: &self.turns_back[range],
        }
    }
}

/// A state on the way down: where its outcomes continue.
struct Frame {
    state: State,
    next: u32,
    end: u32,
}

const UNSEEN: u32 = u32::MAX;
/// The number of a state whose component is found: nothing on the stack has one as large.
const CLOSED: u32 = u32::MAX - 1;

/// Tarjan's algorithm, without recursion.
///
/// # Source
/// R. Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM J. Comput. 1.
pub(crate) fn components(model: &Model) -> Components {
    let count = model.states();
    let mut search = Search {
        model,
        number: vec![UNSEEN; count],
        low: vec![0; count],
        loops_alone: vec![false; count],
        stack: Vec::new(),
        left: vec![0; count],
        found: Components {
            states: Vec::with_capacity(count),
            loops: Vec::new(),
            turns_back: Vec::with_capacity(count),
        },
        next_number: 0,
        next_left: 0,
    };
    let mut frames = Vec::new();
    for state in 0..count as State {
        if search.number[state as usize] == UNSEEN {
            frames.push(search.enter(state));
            search.run(&mut frames);
        }
    }
    search.found
}

struct Search<'m> {
    model: &'m Model,
    number: Vec<u32>,
    low: Vec<u32>,
    loops_alone: Vec<bool>,
    stack: Vec<State>,
    /// When the search left each state behind.
    left: Vec<u32>,
    found: Components,
    next_number: u32,
    next_left: u32,
}

impl Search<'_> {
    fn enter(&mut self, state: State) -> Frame {
        let at = state as usize;
        self.number[at] = self.next_number;
        self.low[at] = self.next_number;
        self.next_number += 1;
        self.stack.push(state);
        let actions = self.model.actions_of(state);
        let next = self.model.outcomes[actions.start];
        let end = match self.model.mark(state) {
            Mark::OnTheWay => self.model.outcomes[actions.end],
            Mark::Safe | Mark::Returned => next,
        };
        Frame { state, next, end }
    }

    fn run(&mut self, frames: &mut Vec<Frame>) {
        while let Some(mut frame) = frames.pop() {
            let entered = self.walk(&mut frame);
            if let Some(to) = entered {
                frames.push(frame);
                let entered = self.enter(to);
                frames.push(entered);
                continue;
            }
            let at = frame.state as usize;
            let low = self.low[at];
            self.left[at] = self.next_left;
            self.next_left += 1;
            if let Some(parent) = frames.last() {
                let parent = parent.state as usize;
                self.low[parent] = self.low[parent].min(low);
            }
            if low == self.number[at] {
                self.close(frame.state);
            }
        }
    }

    /// Looks at the outcomes of a state until one leads to a state that was not seen.
    fn walk(&mut self, frame: &mut Frame) -> Option<State> {
        let at = frame.state as usize;
        let slots = &self.model.slots[frame.next as usize..frame.end as usize];
        let mut low = self.low[at];
        for (passed, slot) in slots.iter().enumerate() {
            // What cannot happen leads nowhere.
            if slot.hi() == 0 {
                continue;
            }
            let number = self.number[slot.to as usize];
            if number == UNSEEN {
                self.low[at] = low;
                frame.next += passed as u32 + 1;
                return Some(slot.to);
            }
            self.loops_alone[at] |= slot.to == frame.state;
            low = low.min(number);
        }
        self.low[at] = low;
        None
    }

    /// Everything on the stack down to this state is one component.
    fn close(&mut self, root: State) {
        let begin = self.found.states.len();
        while let Some(state) = self.stack.pop() {
            self.found.states.push(state);
            if state == root {
                break;
            }
        }
        if self.found.states.len() - begin > 1 || self.loops_alone[root as usize] {
            self.close_loop(begin);
        }
        for place in begin..self.found.states.len() {
            let state = self.found.states[place];
            let turns_back = self.turns_back(state);
            self.found.turns_back.push(turns_back);
            self.number[state as usize] = CLOSED;
        }
    }

    /// Whether a state leads to one that stands behind it in the order: those before it are closed.
    fn turns_back(&self, state: State) -> bool {
        let mut slots = self.model.slots_from(state).iter();
        slots.any(|slot| slot.hi() > 0 && self.number[slot.to as usize] != CLOSED)
    }

    /// The states of a loop stand in the order in which the search left them, or from the largest number
    /// down: most lead to earlier ones, so that a sweep carries values far.
    fn close_loop(&mut self, begin: usize) {
        let states = &mut self.found.states[begin..];
        let left = &self.left;
        states.sort_unstable_by_key(|state| left[*state as usize]);
        if self.numbers_lead_on(begin) {
            self.found.states[begin..].sort_unstable_by_key(|state| Reverse(*state));
        }
        let end = self.found.states.len();
        self.found.loops.push(begin as u32..end as u32);
    }

    /// Whether of the outcomes within a loop more lead to larger numbers than to states that the search
    /// left earlier. Who lays a model forward from the first state has numbered it well; and where a
    /// search meets a loop says little of the way through it.
    fn numbers_lead_on(&self, begin: usize) -> bool {
        let (mut to_larger, mut to_earlier) = (0_u64, 0_u64);
        for state in &self.found.states[begin..] {
            let left = self.left[*state as usize];
            for slot in self.model.slots_from(*state) {
                // What leads out of the loop leads to what is solved.
                if self.number[slot.to as usize] != CLOSED {
                    to_larger += u64::from(slot.to > *state);
                    to_earlier += u64::from(self.left[slot.to as usize] < left);
                }
            }
        }
        to_larger > to_earlier
    }
}
