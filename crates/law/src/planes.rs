//! Many people at once: a program bit-sliced over columns of 64 people a word.
//!
//! The truth of an atom is two planes, *certainly true* and *certainly false*: *and* costs two
//! operations on words, *not* costs none (the planes change places). The [`Code`] of a program runs
//! over blocks of 512 people, so that what is worked out in between stays near.

use crate::asked::Asked;
use crate::condition::Atom;
use crate::planes_code::{Op, Place, Pool, Step};
use crate::program::Program;
use crate::verdict::Word;
use facts::{Facts, Truth};
use std::collections::HashMap;

pub use crate::planes_code::Code;

/// Words of 64 people in a block.
pub(crate) const LANES: usize = 8;

/// A plane of a block.
pub(crate) type Lane = [u64; LANES];

/// *Certainly true* and *certainly false*, of a block.
pub(crate) type Pair = [Lane; 2];

/// Nobody is known to, either way.
const NOT_KNOWN: Pair = [[0; LANES]; 2];
const SURELY: Pair = [[u64::MAX; LANES], [0; LANES]];

/// The answers of many people to the atoms of a program.
///
/// ```
/// use law::{Code, Day, Library, Planes, Program};
///
/// let (library, _) = Library::load([]);
/// let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
/// let people = [facts::Facts::new()];
/// let words = Planes::of(&program, &people).decide(&Code::of(&program));
/// assert_eq!(words.rules(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Planes {
    people: usize,
    count: usize,
    /// The atoms, where they are those of a program.
    atoms: Vec<Atom>,
    /// Block by block, for each atom two planes.
    pairs: Vec<Pair>,
}

/// The words of every rule for many people.
#[derive(Clone, Debug)]
pub struct Words {
    people: usize,
    rules: usize,
    /// Block by block, for each rule: open, closed, no obstacle.
    planes: Vec<[Lane; 3]>,
}

impl Planes {
    /// The answers of these people to the atoms of a program.
    pub fn of(program: &Program, people: &[Facts]) -> Planes {
        let asked = Asked::of(program.atoms.iter().enumerate());
        let mut planes = Planes::of_program(program, people);
        planes.ask(&asked, people);
        planes
    }

    /// The same people on another day: atoms that both programs ask are not asked again.
    pub fn on(&self, program: &Program, people: &[Facts]) -> Planes {
        let known: HashMap<&Atom, usize> = self.atoms.iter().zip(0..).collect();
        let mut planes = Planes::of_program(program, people);
        let mut new = Vec::new();
        for (index, atom) in program.atoms.iter().enumerate() {
            match known.get(atom).filter(|_| self.people == people.len()) {
                Some(old) => planes.copy(index, self, *old),
                None => new.push((index, atom)),
            }
        }
        planes.ask(&Asked::of(new), people);
        planes
    }

    fn of_program(program: &Program, people: &[Facts]) -> Planes {
        Planes {
            atoms: program.atoms.clone(),
            ..Planes::blank(program.atoms.len(), people.len())
        }
    }

    /// Planes of so many atoms on which nothing is known yet.
    pub(crate) fn blank(count: usize, people: usize) -> Planes {
        Planes {
            people,
            count,
            atoms: Vec::new(),
            pairs: vec![NOT_KNOWN; count * blocks(people)],
        }
    }

    fn copy(&mut self, index: usize, from: &Planes, old: usize) {
        for block in 0..blocks(self.people) {
            self.pairs[block * self.count + index] = from.pairs[block * from.count + old];
        }
    }

    /// Asks the atoms of every person, by what is recorded: what is not recorded is not known.
    pub(crate) fn ask(&mut self, asked: &Asked<'_>, people: &[Facts]) {
        for (person, facts) in people.iter().enumerate().take(self.people) {
            asked.answers(facts, |index, truth| self.set(index, person, truth));
        }
    }

    /// Records the answer of a person to an atom.
    pub(crate) fn set(&mut self, atom: usize, person: usize, truth: Truth) {
        let (block, lane, bit) = place(person);
        let pair = &mut self.pairs[block * self.count + atom];
        pair[0][lane] &= !bit;
        pair[1][lane] &= !bit;
        match truth {
            Truth::True => pair[0][lane] |= bit,
            Truth::False => pair[1][lane] |= bit,
            Truth::Unknown => {}
        }
    }

    /// How many people.
    pub fn people(&self) -> usize {
        self.people
    }

    /// The words of every rule for everybody. `code` must be of the program of these planes.
    pub fn decide(&self, code: &Code) -> Words {
        let blocks = self.blocks();
        let mut planes = vec![[[0; LANES]; 3]; code.rules * blocks];
        let mut scratch = code.scratch();
        for block in 0..blocks {
            let words = &mut planes[block * code.rules..][..code.rules];
            self.decide_block(code, block, &mut scratch, words);
        }
        Words {
            people: self.people,
            rules: code.rules,
            planes,
        }
    }
}

impl Planes {
    /// How many blocks.
    pub(crate) fn blocks(&self) -> usize {
        blocks(self.people)
    }

    /// The words of every rule of `code` for one block: open, closed, no obstacle.
    pub(crate) fn decide_block(
        &self,
        code: &Code,
        block: usize,
        scratch: &mut [Pair],
        words: &mut [[Lane; 3]],
    ) {
        let atoms = &self.pairs[block * self.count..][..self.count];
        run(&code.steps, atoms, scratch, words);
    }

    /// Those of a block who are there.
    pub(crate) fn present(&self, block: usize) -> Lane {
        std::array::from_fn(|lane| present(self.people, block * LANES + lane))
    }
}

impl Code {
    /// Room for what is worked out in between, with *true* and *unknown* in their places.
    pub(crate) fn scratch(&self) -> Vec<Pair> {
        let mut scratch = vec![NOT_KNOWN; self.scratch];
        scratch[0] = SURELY;
        scratch
    }

    /// The code of a program.
    pub fn of(program: &Program) -> Code {
        let mut pool = Pool::new();
        let mut add = |condition| pool.add(condition, &|id| id.0 as usize);
        let rules: Vec<_> = program
            .rules
            .iter()
            .map(|rule| (add(&rule.granted), add(&rule.without_secret_bars)))
            .collect();
        pool.code(&rules)
    }
}

impl Words {
    /// The word of a rule for a person, by their places.
    pub fn of(&self, rule: usize, person: usize) -> Word {
        let (block, lane, bit) = place(person);
        let planes = &self.planes[block * self.rules + rule];
        match planes.map(|plane| plane[lane] & bit != 0) {
            [true, _, _] => Word::Open,
            [_, true, _] => Word::Closed,
            [_, _, true] => Word::NoObstacle,
            [false, false, false] => Word::Undecided,
        }
    }

    /// For how many people a rule has this word.
    pub fn count(&self, rule: usize, word: Word) -> usize {
        let known = |index: usize| -> usize {
            let of_rule = self.planes.iter().skip(rule).step_by(self.rules.max(1));
            let words = of_rule.enumerate().flat_map(|(block, planes)| {
                let lanes = planes[index].iter().enumerate();
                lanes.map(move |(lane, word)| word & present(self.people, block * LANES + lane))
            });
            words.map(|word| word.count_ones() as usize).sum()
        };
        match word {
            Word::Open => known(0),
            Word::Closed => known(1),
            Word::NoObstacle => known(2),
            Word::Undecided => self.people - known(0) - known(1) - known(2),
        }
    }

    /// How many rules.
    pub fn rules(&self) -> usize {
        self.rules
    }
}

/// Those of a word's 64 people who are there.
fn present(people: usize, word: usize) -> u64 {
    match people.saturating_sub(word * 64) {
        0 => 0,
        few @ 1..64 => (1 << few) - 1,
        _ => u64::MAX,
    }
}

fn blocks(people: usize) -> usize {
    people.div_ceil(64 * LANES).max(1)
}

fn place(person: usize) -> (usize, usize, u64) {
    (
        person / (64 * LANES),
        person / 64 % LANES,
        1 << (person % 64),
    )
}

/// Runs the code over one block.
fn run(steps: &[Step], atoms: &[Pair], scratch: &mut [Pair], words: &mut [[Lane; 3]]) {
    for step in steps {
        match *step {
            Step::Join { op, a, b, to } => {
                let (a, b) = (read(a, atoms, scratch), read(b, atoms, scratch));
                scratch[to as usize] = join(op, a, b);
            }
            Step::Store {
                rule,
                granted,
                without,
            } => {
                let ([open, closed], [without, _]) =
                    (read(granted, atoms, scratch), read(without, atoms, scratch));
                let decided = zip(open, closed, |a, b| a | b);
                let no_obstacle = zip(without, &decided, |a, b| a & !b);
                words[rule as usize] = [*open, *closed, no_obstacle];
            }
        }
    }
}

/// *Yes* and *no* of what stands at a place.
fn read<'a>(from: Place, atoms: &'a [Pair], scratch: &'a [Pair]) -> [&'a Lane; 2] {
    let all = if from.of_atom { atoms } else { scratch };
    let pair = &all[from.at as usize];
    let turned = usize::from(from.negated);
    [&pair[turned], &pair[1 - turned]]
}

pub(crate) fn zip(a: &Lane, b: &Lane, join: impl Fn(u64, u64) -> u64) -> Lane {
    std::array::from_fn(|lane| join(a[lane], b[lane]))
}

fn join(op: Op, [a_yes, a_no]: [&Lane; 2], [b_yes, b_no]: [&Lane; 2]) -> Pair {
    match op {
        Op::And => [
            zip(a_yes, b_yes, |a, b| a & b),
            zip(a_no, b_no, |a, b| a | b),
        ],
        Op::First => {
            let open = zip(a_yes, a_no, |yes, no| !(yes | no));
            let of_second = |plane| zip(&open, plane, |open, b| open & b);
            let [yes, no] = [of_second(b_yes), of_second(b_no)];
            [zip(a_yes, &yes, |a, b| a | b), zip(a_no, &no, |a, b| a | b)]
        }
        Op::Possible => [a_no.map(|no| !no), *a_no],
        Op::Then => [b_yes, b_no].map(|plane| zip(a_yes, plane, |when, then| !when | then)),
        Op::Agree => [
            zip(a_yes, b_yes, |a, b| a & b),
            zip(a_no, b_no, |a, b| a & b),
        ],
        Op::Given => [a_yes, a_no].map(|plane| zip(plane, b_yes, |a, given| a & given)),
    }
}
