//! Many people at once: a program bit-sliced over columns of 64 people a word.
//!
//! The truth of an atom is two planes, *certainly true* and *certainly false*: and and or cost
//! two operations on words, not costs none (the planes change places). Conditions become a small
//! code that runs over blocks of 512 people, so that what is worked out in between stays near.

use crate::condition::{AtomId, Condition};
use crate::program::Program;
use crate::verdict::Word;
use facts::{Facts, Truth};

/// Words of 64 people in a block.
const LANES: usize = 8;

type Lane = [u64; LANES];

/// Two planes of a block.
#[derive(Clone, Copy)]
struct Pair {
    yes: Lane,
    no: Lane,
}

/// The atoms of a program for many people.
#[derive(Clone, Debug)]
pub struct Planes {
    people: usize,
    blocks: usize,
    /// For each atom, its blocks one after another.
    yes: Vec<Lane>,
    no: Vec<Lane>,
}

/// The words of every rule for many people.
#[derive(Clone, Debug)]
pub struct Words {
    blocks: usize,
    open: Vec<Lane>,
    closed: Vec<Lane>,
    no_obstacle: Vec<Lane>,
}

/// The conditions of a program as code, made once for a day.
#[derive(Clone, Debug)]
pub struct Code {
    /// For each rule: what opens it, and what leaves no obstacle.
    rules: Vec<(Vec<Step>, Option<Vec<Step>>)>,
}

#[derive(Clone, Debug)]
enum Step {
    Const(Truth),
    Atom(usize),
    Not,
    /// The last so many, all of them.
    All(usize),
    /// The last so many, any of them.
    Any(usize),
    First,
    /// The last so many are cases; which atoms each asks for.
    Choice(Vec<Vec<(usize, bool)>>),
}

impl Planes {
    /// The answers of these people to the atoms of a program.
    pub fn of(program: &Program, people: &[Facts]) -> Planes {
        let blocks = people.len().div_ceil(64 * LANES).max(1);
        let size = program.atoms.len() * blocks;
        let (mut yes, mut no) = (vec![[0; LANES]; size], vec![[0; LANES]; size]);
        for (index, atom) in program.atoms.iter().enumerate() {
            for (person, facts) in people.iter().enumerate() {
                let (block, lane, bit) = place(person);
                let slot = index * blocks + block;
                match atom.truth(facts) {
                    Truth::True => yes[slot][lane] |= bit,
                    Truth::False => no[slot][lane] |= bit,
                    Truth::Unknown => {}
                }
            }
        }
        Planes {
            people: people.len(),
            blocks,
            yes,
            no,
        }
    }

    /// How many people.
    pub fn people(&self) -> usize {
        self.people
    }

    /// The words of every rule for everybody.
    pub fn decide(&self, code: &Code) -> Words {
        let size = code.rules.len() * self.blocks;
        let empty = vec![[0; LANES]; size];
        let mut words = Words {
            blocks: self.blocks,
            open: empty.clone(),
            closed: empty.clone(),
            no_obstacle: empty,
        };
        let mut stack = Vec::with_capacity(64);
        for (rule, (granted, without_secret)) in code.rules.iter().enumerate() {
            for block in 0..self.blocks {
                let slot = rule * self.blocks + block;
                let verdict = self.run(granted, block, &mut stack);
                words.open[slot] = verdict.yes;
                words.closed[slot] = verdict.no;
                if let Some(code) = without_secret {
                    let without = self.run(code, block, &mut stack);
                    words.no_obstacle[slot] = zip(without.yes, verdict.yes, |a, b| a & !b);
                }
            }
        }
        words
    }

    fn run(&self, code: &[Step], block: usize, stack: &mut Vec<Pair>) -> Pair {
        stack.clear();
        for step in code {
            match step {
                Step::Const(truth) => stack.push(constant(*truth)),
                Step::Atom(index) => stack.push(self.atom(*index, block)),
                Step::Not => {
                    if let Some(top) = stack.last_mut() {
                        std::mem::swap(&mut top.yes, &mut top.no);
                    }
                }
                Step::All(count) => fold(stack, *count, and),
                Step::Any(count) => fold(stack, *count, or),
                Step::First => fold(stack, 2, first),
                Step::Choice(cases) => self.choose(cases, block, stack),
            }
        }
        stack.pop().unwrap_or(constant(Truth::Unknown))
    }

    fn atom(&self, index: usize, block: usize) -> Pair {
        let slot = index * self.blocks + block;
        Pair {
            yes: self.yes[slot],
            no: self.no[slot],
        }
    }

    /// Yes where every possible case says yes; no where every possible case says no.
    fn choose(&self, cases: &[Vec<(usize, bool)>], block: usize, stack: &mut Vec<Pair>) {
        let from = stack.len().saturating_sub(cases.len());
        let mut all = Pair {
            yes: [u64::MAX; LANES],
            no: [u64::MAX; LANES],
        };
        let mut any = [0; LANES];
        for (case, then) in cases.iter().zip(stack.drain(from..)) {
            let mut possible = [u64::MAX; LANES];
            for (atom, would) in case {
                let Pair { yes, no } = self.atom(*atom, block);
                possible = zip(possible, if *would { no } else { yes }, |p, ruled_out| {
                    p & !ruled_out
                });
            }
            all.yes = zip(all.yes, zip(possible, then.yes, |p, t| !p | t), |a, b| {
                a & b
            });
            all.no = zip(all.no, zip(possible, then.no, |p, f| !p | f), |a, b| a & b);
            any = zip(any, possible, |a, b| a | b);
        }
        stack.push(Pair {
            yes: zip(all.yes, any, |a, b| a & b),
            no: zip(all.no, any, |a, b| a & b),
        });
    }
}

impl Words {
    /// The word of a rule for a person, by their places.
    pub fn of(&self, rule: usize, person: usize) -> Word {
        let (block, lane, bit) = place(person);
        let slot = rule * self.blocks + block;
        let has = |plane: &[Lane]| plane.get(slot).is_some_and(|lanes| lanes[lane] & bit != 0);
        if has(&self.open) {
            Word::Open
        } else if has(&self.closed) {
            Word::Closed
        } else if has(&self.no_obstacle) {
            Word::NoObstacle
        } else {
            Word::Undecided
        }
    }
}

impl Code {
    /// The code of a program.
    pub fn of(program: &Program) -> Code {
        let rules = program
            .rules
            .iter()
            .map(|rule| {
                let same = rule.without_secret_bars == rule.granted;
                (
                    compiled(&rule.granted),
                    (!same).then(|| compiled(&rule.without_secret_bars)),
                )
            })
            .collect();
        Code { rules }
    }
}

fn place(person: usize) -> (usize, usize, u64) {
    (
        person / (64 * LANES),
        person / 64 % LANES,
        1 << (person % 64),
    )
}

fn compiled(condition: &Condition) -> Vec<Step> {
    let mut code = Vec::new();
    compile(condition, &mut code);
    code
}

fn compile(condition: &Condition, code: &mut Vec<Step>) {
    let number = |id: &AtomId| id.0 as usize;
    match condition {
        Condition::Const(truth) => code.push(Step::Const(*truth)),
        Condition::Atom(id) => code.push(Step::Atom(number(id))),
        Condition::Not(inner) => {
            compile(inner, code);
            code.push(Step::Not);
        }
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| compile(part, code));
            let all = matches!(condition, Condition::All(_));
            code.push(if all {
                Step::All(parts.len())
            } else {
                Step::Any(parts.len())
            });
        }
        Condition::First(recorded, otherwise) => {
            compile(recorded, code);
            compile(otherwise, code);
            code.push(Step::First);
        }
        Condition::Choice(cases) => {
            cases.iter().for_each(|case| compile(&case.then, code));
            let when = |case: &crate::condition::Case| {
                case.when
                    .iter()
                    .map(|(id, yes)| (number(id), *yes))
                    .collect()
            };
            code.push(Step::Choice(cases.iter().map(when).collect()));
        }
    }
}

fn zip(a: Lane, b: Lane, join: impl Fn(u64, u64) -> u64) -> Lane {
    std::array::from_fn(|lane| join(a[lane], b[lane]))
}

fn constant(truth: Truth) -> Pair {
    let plane = |set: bool| [if set { u64::MAX } else { 0 }; LANES];
    Pair {
        yes: plane(truth == Truth::True),
        no: plane(truth == Truth::False),
    }
}

fn and(a: Pair, b: Pair) -> Pair {
    Pair {
        yes: zip(a.yes, b.yes, |x, y| x & y),
        no: zip(a.no, b.no, |x, y| x | y),
    }
}

fn or(a: Pair, b: Pair) -> Pair {
    Pair {
        yes: zip(a.yes, b.yes, |x, y| x | y),
        no: zip(a.no, b.no, |x, y| x & y),
    }
}

/// What is known first, and where it is not, the other.
fn first(a: Pair, b: Pair) -> Pair {
    let open = zip(a.yes, a.no, |yes, no| !(yes | no));
    let yes = zip(a.yes, zip(open, b.yes, |o, y| o & y), |x, y| x | y);
    Pair {
        yes,
        no: zip(a.no, zip(open, b.no, |o, n| o & n), |x, y| x | y),
    }
}

fn fold(stack: &mut Vec<Pair>, count: usize, join: impl Fn(Pair, Pair) -> Pair) {
    let from = stack.len().saturating_sub(count);
    let joined = stack.drain(from..).reduce(join);
    stack.extend(joined);
}
