//! Conditions as one straight piece of code over planes.
//!
//! Rules share most of what they ask: the usual bars, a family's requirements. So conditions are
//! kept in a [`Pool`] in which equal parts are one, *any* is *all* turned about, and the parts of
//! an *all* are joined in one order, the commonest first, so that rules share their beginnings too.

use crate::condition::{AtomId, Case, Condition};
use facts::Truth;
use std::collections::HashMap;

/// A node of a [`Pool`], perhaps meant the other way round (the last bit).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Lit(u32);

impl Lit {
    const TRUE: Lit = Lit(0);
    const FALSE: Lit = Lit(1);
    const UNKNOWN: Lit = Lit(2);
    /// What opens a rule that is not there, and what leaves no obstacle.
    pub(crate) const NEITHER: (Lit, Lit) = (Lit::UNKNOWN, Lit::UNKNOWN);

    fn of(node: usize) -> Lit {
        Lit(u32::try_from(node << 1).unwrap_or(u32::MAX))
    }

    fn node(self) -> usize {
        (self.0 >> 1) as usize
    }

    fn negated(self) -> Lit {
        // Not known is not known either way.
        if self == Lit::UNKNOWN {
            self
        } else {
            Lit(self.0 ^ 1)
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Node {
    True,
    Unknown,
    Atom(usize),
    All(Vec<Lit>),
    First(Lit, Lit),
    /// Cases: what is not ruled out, and the condition then.
    Choice(Vec<(Vec<Lit>, Lit)>),
}

/// Conditions of which equal parts are one. Atoms are numbered by whoever fills it.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    nodes: Vec<Node>,
    ids: HashMap<Node, usize>,
}

impl Pool {
    pub(crate) fn new() -> Pool {
        let mut pool = Pool {
            nodes: Vec::new(),
            ids: HashMap::new(),
        };
        pool.node(Node::True);
        pool.node(Node::Unknown);
        pool
    }

    fn node(&mut self, node: Node) -> Lit {
        if let Some(id) = self.ids.get(&node) {
            return Lit::of(*id);
        }
        let id = self.nodes.len();
        self.nodes.push(node.clone());
        self.ids.insert(node, id);
        Lit::of(id)
    }

    /// Adds a condition; `number` gives the number of an atom here.
    pub(crate) fn add(&mut self, condition: &Condition, number: &impl Fn(AtomId) -> usize) -> Lit {
        match condition {
            Condition::Const(Truth::True) => Lit::TRUE,
            Condition::Const(Truth::False) => Lit::FALSE,
            Condition::Const(Truth::Unknown) => Lit::UNKNOWN,
            Condition::Atom(id) => self.node(Node::Atom(number(*id))),
            Condition::Not(inner) => self.add(inner, number).negated(),
            Condition::All(parts) => {
                let parts = parts.iter().map(|part| self.add(part, number)).collect();
                self.all(parts)
            }
            Condition::Any(parts) => {
                let parts = parts.iter().map(|part| self.add(part, number).negated());
                let parts = parts.collect();
                self.all(parts).negated()
            }
            Condition::First(recorded, otherwise) => {
                let (a, b) = (self.add(recorded, number), self.add(otherwise, number));
                self.node(Node::First(a, b))
            }
            Condition::Choice(cases) => {
                let cases = cases.iter().map(|case| self.case(case, number)).collect();
                self.node(Node::Choice(cases))
            }
        }
    }

    fn all(&mut self, mut parts: Vec<Lit>) -> Lit {
        parts.sort();
        parts.dedup();
        parts.retain(|part| *part != Lit::TRUE);
        match parts.as_slice() {
            [] => Lit::TRUE,
            _ if parts.contains(&Lit::FALSE) => Lit::FALSE,
            [only] => *only,
            _ => self.node(Node::All(parts)),
        }
    }

    fn case(&mut self, case: &Case, number: &impl Fn(AtomId) -> usize) -> (Vec<Lit>, Lit) {
        let when = case.when.iter().map(|(id, yes)| {
            let atom = self.node(Node::Atom(number(*id)));
            if *yes { atom } else { atom.negated() }
        });
        (when.collect(), self.add(&case.then, number))
    }

    /// The code for these rules: what opens each, and what leaves no obstacle.
    pub(crate) fn code(&self, rules: &[(Lit, Lit)]) -> Code {
        let mut joining = Joining {
            pool: self,
            commonness: self.commonness(rules),
            steps: Vec::new(),
            ids: HashMap::new(),
            joined: HashMap::new(),
        };
        let mut stores = Vec::new();
        for (granted, without) in rules {
            let pair = (joining.join(*granted), joining.join(*without));
            stores.push((joining.steps.len(), pair));
        }
        placed(&joining.steps, &stores)
    }

    /// In how many conjunctions of these rules each part stands.
    fn commonness(&self, rules: &[(Lit, Lit)]) -> HashMap<Lit, usize> {
        let mut counts = HashMap::new();
        let mut seen = vec![false; self.nodes.len()];
        let mut open: Vec<Lit> = rules.iter().flat_map(|(a, b)| [*a, *b]).collect();
        while let Some(lit) = open.pop() {
            if std::mem::replace(&mut seen[lit.node()], true) {
                continue;
            }
            match &self.nodes[lit.node()] {
                Node::True | Node::Unknown | Node::Atom(_) => {}
                Node::All(parts) => {
                    open.extend(parts);
                    for part in parts {
                        *counts.entry(*part).or_default() += 1;
                    }
                }
                Node::First(a, b) => open.extend([*a, *b]),
                Node::Choice(cases) => open.extend(cases.iter().map(|(_, then)| *then)),
            }
        }
        counts
    }
}

/// How two planes become one. `yes` and `no` of a result are worked out side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Op {
    /// Both.
    And,
    /// What is known first, and where it is not, the other.
    First,
    /// Yes where the first is not ruled out, no where it is.
    Possible,
    /// Where the first is not so, whatever is asked; else the second.
    Then,
    /// What both say.
    Agree,
    /// The first where the second is so, else unknown.
    Given,
}

/// Where a step finds its planes: an atom or a place of the scratch, perhaps turned about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub at: u32,
    pub of_atom: bool,
    pub negated: bool,
}

/// One step of the code.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Works out two planes and keeps them in a place of the scratch.
    Join { op: Op, a: Place, b: Place, to: u32 },
    /// The verdict on a rule is there.
    Store {
        rule: u32,
        granted: Place,
        without: Place,
    },
}

/// The conditions of a program as code, made once for a day.
#[derive(Clone, Debug)]
pub struct Code {
    pub(crate) steps: Vec<Step>,
    /// The places of the scratch; the first two hold *true* and *unknown*.
    pub(crate) scratch: usize,
    pub(crate) rules: usize,
}

impl Code {
    /// How many steps decide every rule for a block of people.
    pub fn steps(&self) -> usize {
        self.steps.len()
    }
}

/// What a step works on, before it has a place: the last bit turns it about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum From {
    Const(Truth),
    Atom(usize, bool),
    Step(usize, bool),
}

impl From {
    fn negated(self) -> From {
        match self {
            From::Const(truth) => From::Const(!truth),
            From::Atom(atom, negated) => From::Atom(atom, !negated),
            From::Step(step, negated) => From::Step(step, !negated),
        }
    }
}

type Join = (Op, From, From);

/// Writes the steps of a pool's nodes, each once.
struct Joining<'a> {
    pool: &'a Pool,
    commonness: HashMap<Lit, usize>,
    steps: Vec<Join>,
    ids: HashMap<Join, usize>,
    joined: HashMap<usize, From>,
}

impl Joining<'_> {
    fn join(&mut self, lit: Lit) -> From {
        let node = match self.joined.get(&lit.node()) {
            Some(known) => *known,
            None => {
                let found = self.node(lit.node());
                self.joined.insert(lit.node(), found);
                found
            }
        };
        if lit.0 & 1 == 1 { node.negated() } else { node }
    }

    fn node(&mut self, node: usize) -> From {
        let pool = self.pool;
        match &pool.nodes[node] {
            Node::True => From::Const(Truth::True),
            Node::Unknown => From::Const(Truth::Unknown),
            Node::Atom(atom) => From::Atom(*atom, false),
            Node::All(parts) => {
                let mut parts = parts.clone();
                let common = |part: &Lit| self.commonness.get(part).copied().unwrap_or(0);
                parts.sort_by_key(|part| (std::cmp::Reverse(common(part)), *part));
                let parts: Vec<From> = parts.into_iter().map(|part| self.join(part)).collect();
                self.fold(Op::And, parts)
            }
            Node::First(a, b) => {
                let (a, b) = (self.join(*a), self.join(*b));
                self.step(Op::First, a, b)
            }
            Node::Choice(cases) => self.choice(cases),
        }
    }

    /// Yes where every possible case says yes; no where every possible case says no.
    fn choice(&mut self, cases: &[(Vec<Lit>, Lit)]) -> From {
        let (mut possibles, mut thens) = (Vec::new(), Vec::new());
        for (when, then) in cases {
            let when: Vec<From> = when
                .iter()
                .map(|lit| {
                    let atom = self.join(*lit);
                    self.step(Op::Possible, atom, atom)
                })
                .collect();
            let possible = self.fold(Op::And, when);
            let then = self.join(*then);
            thens.push(self.step(Op::Then, possible, then));
            possibles.push(possible.negated());
        }
        let all = self.fold(Op::Agree, thens);
        let any = self.fold(Op::And, possibles).negated();
        self.step(Op::Given, all, any)
    }

    fn fold(&mut self, op: Op, parts: Vec<From>) -> From {
        parts
            .into_iter()
            .reduce(|a, b| self.step(op, a, b))
            .unwrap_or(From::Const(Truth::True))
    }

    fn step(&mut self, op: Op, a: From, b: From) -> From {
        let next = self.steps.len();
        let id = *self.ids.entry((op, a, b)).or_insert(next);
        if id == next {
            self.steps.push((op, a, b));
        }
        From::Step(id, false)
    }
}

/// The places of *true* and *unknown* in the scratch.
const CONSTANTS: usize = 2;

/// Gives every result a place, which is free again after its last use.
fn placed(joins: &[Join], stores: &[(usize, (From, From))]) -> Code {
    let last_use = last_uses(joins, stores);
    let mut placing = Placing {
        places: vec![0; joins.len()],
        free: Vec::new(),
        scratch: CONSTANTS,
    };
    let mut steps = Vec::with_capacity(joins.len() + stores.len());
    let mut waiting = stores.iter().enumerate().peekable();
    for index in 0..=joins.len() {
        while let Some((rule, (_, (granted, without)))) =
            waiting.next_if(|(_, (after, _))| *after == index)
        {
            steps.push(Step::Store {
                rule: number(rule),
                granted: placing.place(*granted),
                without: placing.place(*without),
            });
            placing.release(&[*granted, *without], &last_use, joins.len() + rule);
        }
        if let Some((op, a, b)) = joins.get(index) {
            let (left, right) = (placing.place(*a), placing.place(*b));
            placing.release(&[*a, *b], &last_use, index);
            let to = placing.take();
            placing.places[index] = to;
            steps.push(Step::Join {
                op: *op,
                a: left,
                b: right,
                to,
            });
        }
    }
    Code {
        steps,
        scratch: placing.scratch,
        rules: stores.len(),
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The last join or store (numbered after the joins) that uses each result.
fn last_uses(joins: &[Join], stores: &[(usize, (From, From))]) -> Vec<usize> {
    let mut last = vec![0; joins.len()];
    let mut used = |from: &From, by: usize| {
        if let From::Step(step, _) = from {
            last[*step] = by;
        }
    };
    for (index, (_, a, b)) in joins.iter().enumerate() {
        used(a, index);
        used(b, index);
    }
    // A store comes between joins, so a later join may use what it stores: the later one counts.
    for (rule, (after, (granted, without))) in stores.iter().enumerate() {
        for from in [granted, without] {
            if let From::Step(step, _) = from
                && (last[*step] >= joins.len() || last[*step] < *after)
            {
                last[*step] = joins.len() + rule;
            }
        }
    }
    last
}

struct Placing {
    places: Vec<u32>,
    free: Vec<u32>,
    scratch: usize,
}

impl Placing {
    fn place(&self, from: From) -> Place {
        match from {
            From::Const(truth) => Place {
                at: u32::from(truth == Truth::Unknown),
                of_atom: false,
                negated: truth == Truth::False,
            },
            From::Atom(atom, negated) => Place {
                at: number(atom),
                of_atom: true,
                negated,
            },
            From::Step(step, negated) => Place {
                at: self.places[step],
                of_atom: false,
                negated,
            },
        }
    }

    fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.scratch += 1;
            number(self.scratch - 1)
        })
    }

    fn release(&mut self, used: &[From], last_use: &[usize], by: usize) {
        let mut released = Vec::new();
        for from in used {
            if let From::Step(step, _) = from
                && last_use[*step] == by
                && !released.contains(step)
            {
                released.push(*step);
                self.free.push(self.places[*step]);
            }
        }
    }
}
