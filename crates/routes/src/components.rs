//! The strongly connected components of a model, in an order in which every component comes after
//! those that it leads to.

use crate::model::{Model, State};

/// The components, laid flat: where each begins, and the states of all.
pub(crate) struct Components {
    pub(crate) begins: Vec<u32>,
    pub(crate) states: Vec<State>,
}

impl Components {
    /// Each component, those first to which the others lead.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[State]> {
        let ranges = self.begins.windows(2);
        ranges.map(|range| &self.states[range[0] as usize..range[1] as usize])
    }
}

/// A state on the way down: where its outcomes continue.
struct Frame {
    state: State,
    next: u32,
    end: u32,
}

const UNSEEN: u32 = u32::MAX;

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
        on_stack: vec![false; count],
        stack: Vec::new(),
        left: vec![0; count],
        found: Components {
            begins: vec![0],
            states: Vec::with_capacity(count),
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
    on_stack: Vec<bool>,
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
        self.on_stack[at] = true;
        let actions = self.model.actions_of(state);
        Frame {
            state,
            next: self.model.outcomes[actions.start],
            end: self.model.outcomes[actions.end],
        }
    }

    fn run(&mut self, frames: &mut Vec<Frame>) {
        while let Some(frame) = frames.last_mut() {
            let state = frame.state as usize;
            if frame.next == frame.end {
                let low = self.low[state];
                self.left[state] = self.next_left;
                self.next_left += 1;
                frames.pop();
                if let Some(parent) = frames.last() {
                    let parent = parent.state as usize;
                    self.low[parent] = self.low[parent].min(low);
                }
                if low == self.number[state] {
                    self.close(state as State);
                }
                continue;
            }
            let place = frame.next as usize;
            frame.next += 1;
            let to = self.model.to[place];
            // What cannot happen leads nowhere.
            if self.model.hi[place] == 0 {
                continue;
            }
            if self.number[to as usize] == UNSEEN {
                let entered = self.enter(to);
                frames.push(entered);
            } else if self.on_stack[to as usize] {
                self.low[state] = self.low[state].min(self.number[to as usize]);
            }
        }
    }

    /// Everything on the stack down to this state is one component. Its states stand in the order in
    /// which the search left them: most lead to earlier ones, so that a sweep carries values far.
    fn close(&mut self, root: State) {
        let begin = self.found.states.len();
        while let Some(state) = self.stack.pop() {
            self.on_stack[state as usize] = false;
            self.found.states.push(state);
            if state == root {
                break;
            }
        }
        let left = &self.left;
        self.found.states[begin..].sort_unstable_by_key(|state| left[*state as usize]);
        self.found.begins.push(self.found.states.len() as u32);
    }
}
