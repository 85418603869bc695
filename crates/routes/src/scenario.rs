//! The same nature for every plan: what happens to each step that could be taken, fixed in turn.
//!
//! The chances of most steps are known to nobody. Each plan against its own worst case would tie at
//! nothing; so plans are compared where each number they share is the same: all goes well, all goes
//! badly, each alone goes well, each alone goes badly. A plan that keeps a fallback is then better
//! than one that burns it, and two orders of the same steps are equal.

use crate::clock::Piece;
use crate::graph::{Branch, Fate, Graph, Leg, Preparation, Step, Way};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Something whose outcome nobody knows, wherever in a plan it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Whether a rule grants.
    Ask(usize),
    /// How a journey goes as a visitor, by an entry rule.
    Visit(usize),
    /// How a journey goes on the paper that a rule gave.
    Paper(usize),
    /// How a claim goes, or an appeal.
    Claim(usize),
    /// How a step goes that no book holds.
    Preparation(Preparation),
    /// Whether the country in which the person is today lets them out: one answer for every journey.
    Exit,
    /// Whether answers come while the law is that of the day on which one asked; or only in the last
    /// piece of time in which they may: one answer for all, nobody has counted how long any takes.
    Answers,
    /// Whether those who hunt find the person where they may, while something is waited for.
    Hiding,
}

/// How a number turns out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Course {
    Well,
    Badly,
    /// Of a journey: not boarded. To go badly is to be turned back at the border.
    NotBoarded,
    Returned,
}

/// A set of scenarios, one bit each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cases(Vec<u64>);

impl Cases {
    fn none(count: usize) -> Cases {
        Cases(vec![0; count.div_ceil(64)])
    }

    fn all(count: usize) -> Cases {
        let mut cases = Cases::none(count);
        (0..count).for_each(|case| cases.add(case));
        cases
    }

    fn add(&mut self, case: usize) {
        self.0[case / 64] |= 1 << (case % 64);
    }

    /// The scenarios for which this says yes.
    pub fn of(so: &[bool]) -> Cases {
        let mut cases = Cases::none(so.len());
        let yes = so.iter().enumerate().filter(|(_, so)| **so);
        yes.for_each(|(case, _)| cases.add(case));
        cases
    }

    /// Whether a scenario is among them.
    pub fn has(&self, case: usize) -> bool {
        self.0[case / 64] >> (case % 64) & 1 == 1
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Those that are among both.
    pub fn and(&self, others: &Cases) -> Cases {
        let words = self.0.iter().zip(&others.0);
        Cases(words.map(|(these, others)| these & others).collect())
    }

    /// These too.
    fn join(&mut self, these: &Cases) {
        for (word, these) in self.0.iter_mut().zip(&these.0) {
            *word |= these;
        }
    }

    /// Without these.
    pub(crate) fn without(mut self, these: &Cases) -> Cases {
        for (word, these) in self.0.iter_mut().zip(&these.0) {
            *word &= !these;
        }
        self
    }
}

/// The scenarios of a graph: for each number, those in which it goes well and those in which the
/// person is returned; in all others it goes badly.
#[derive(Clone, Debug)]
pub struct Scenarios {
    count: usize,
    well: BTreeMap<Number, Cases>,
    not_boarded: BTreeMap<Number, Cases>,
    returned: BTreeMap<Number, Cases>,
}

/// How each kind of step goes unless something else is said of it.
#[derive(Clone, Copy)]
struct Otherwise {
    asks: Course,
    papers: Course,
    visits: Course,
    claims: Course,
}

impl Scenarios {
    /// All well, all badly, and each number alone otherwise, with and without the others' help.
    pub fn of(graph: &Graph) -> Scenarios {
        let ways = graph.nodes.iter().flat_map(|node| &node.ways);
        let hunted = graph.nodes.iter().any(|node| node.hunted);
        let hiding = hunted.then_some(Number::Hiding);
        let numbers: BTreeSet<Number> = ways.flat_map(numbers).chain(hiding).collect();
        let of = |asks, [papers, visits]: [Course; 2], claims| Otherwise {
            asks,
            papers,
            visits,
            claims,
        };
        use Course::{Badly, NotBoarded, Returned, Well};
        let bases = [
            of(Well, [Well, Well], Well),
            of(Badly, [Well, Well], Well),
            of(Badly, [Well, Well], Badly),
            of(Badly, [Badly, Badly], Badly),
            of(Badly, [Returned, Returned], Returned),
            of(Well, [Badly, Badly], Well),
            of(Well, [Returned, Returned], Well),
            of(Well, [Well, Well], Badly),
            of(Well, [Well, Well], Returned),
            of(Badly, [Badly, Badly], Well),
            of(Badly, [Returned, Returned], Well),
            of(Badly, [Well, Well], Returned),
            // Stopped with a paper in the hand, a person may still get in elsewhere as a visitor.
            of(Well, [Badly, Well], Well),
            of(Well, [Badly, Well], Badly),
            of(Badly, [Badly, Well], Well),
            of(Badly, [Badly, Well], Badly),
        ];
        let mut seen: HashSet<Vec<Course>> = HashSet::new();
        let mut scenarios: Vec<Vec<Course>> = Vec::new();
        let mut add = |courses: Vec<Course>| {
            if seen.insert(courses.clone()) {
                scenarios.push(courses);
            }
        };
        for base in bases {
            let usual: Vec<Course> = numbers.iter().map(|number| base.of(*number)).collect();
            add(usual.clone());
            for (index, number) in numbers.iter().enumerate() {
                for course in [Well, Badly, NotBoarded, Returned] {
                    if number.may(course) {
                        let mut alone = usual.clone();
                        alone[index] = course;
                        add(alone);
                    }
                }
            }
        }
        let cases = |wanted: Course| -> BTreeMap<Number, Cases> {
            let of = |index: usize| {
                let so: Vec<bool> = scenarios.iter().map(|s| s[index] == wanted).collect();
                Cases::of(&so)
            };
            let each = numbers.iter().enumerate();
            each.map(|(index, number)| (*number, of(index))).collect()
        };
        Scenarios {
            count: scenarios.len(),
            well: cases(Well),
            not_boarded: cases(NotBoarded),
            returned: cases(Returned),
        }
    }

    /// How many scenarios there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// No scenario.
    pub(crate) fn none(&self) -> Cases {
        Cases::none(self.count)
    }

    /// One scenario alone.
    pub(crate) fn only(&self, case: usize) -> Cases {
        let mut only = self.none();
        only.add(case);
        only
    }

    /// Every scenario.
    pub(crate) fn all(&self) -> Cases {
        Cases::all(self.count)
    }

    /// The scenarios in which those who hunt find a person who waits where they may.
    pub fn found(&self) -> Cases {
        let found = self.returned.get(&Number::Hiding);
        found.map_or_else(|| self.none(), Cases::clone)
    }

    /// The scenarios in which the answer to a step comes in a piece of time: in the first possible
    /// one, or, where answers are late, in the last.
    fn answered_in(&self, way: &Way, piece: Piece) -> Cases {
        let pieces = refusals(way);
        let prompt = match self.well.get(&Number::Answers) {
            Some(prompt) if pieces.len() > 1 => prompt.clone(),
            _ => return self.all(),
        };
        match piece {
            first if pieces.first() == Some(&first) => prompt,
            last if pieces.last() == Some(&last) => self.all().without(&prompt),
            _ => self.none(),
        }
    }

    /// For each branch of a step, the scenarios in which it is taken; in no scenario two of them are.
    pub fn masks(&self, way: &Way) -> Vec<Cases> {
        match &way.step {
            Step::Wait(_) => self.masks_of_waiting(way),
            Step::AskAll(_) | Step::Ask(_) => self.masks_of_grants(way),
            Step::Enter(rules) => self.masks_of(way, Number::Visit(rules[0])),
            Step::TravelOn(rule) => self.masks_of(way, Number::Paper(*rule)),
            Step::Claim(rule) | Step::Appeal(rule) => self.masks_of(way, Number::Claim(*rule)),
            Step::Prepare(one) => self.masks_of(way, Number::Preparation(*one)),
        }
    }

    /// Found, where that may be; or it goes well.
    fn masks_of_waiting(&self, way: &Way) -> Vec<Cases> {
        let found = match way.may_return() {
            true => self.found(),
            false => self.none(),
        };
        let mask = |branch: &Branch| match branch.fate {
            Fate::Returned => found.clone(),
            Fate::Well | Fate::Badly => self.all().without(&found),
        };
        way.fates.iter().map(mask).collect()
    }

    /// Found before there is an answer; or, in its piece of time, the first paper that anybody grants,
    /// the better ones first; refused where nobody does.
    fn masks_of_grants(&self, way: &Way) -> Vec<Cases> {
        let found = match way.may_return() {
            true => self.found(),
            false => self.none(),
        };
        let mut left = self.none();
        let mut piece = None;
        let mut masks = Vec::new();
        for branch in &way.fates {
            if branch.fate == Fate::Returned {
                masks.push(found.clone());
                continue;
            }
            if piece != Some(branch.piece) {
                piece = Some(branch.piece);
                left = self.answered_in(way, branch.piece).without(&found);
            }
            let mut taken = self.none();
            for rule in &branch.by {
                if let Some(well) = self.well.get(&Number::Ask(*rule)) {
                    taken.join(well);
                }
            }
            if branch.fate == Fate::Badly {
                taken = self.all();
            }
            let taken = taken.and(&left);
            left = left.without(&taken);
            masks.push(taken);
        }
        masks
    }

    fn masks_of(&self, way: &Way, number: Number) -> Vec<Cases> {
        let has = |leg: Leg| way.fates.iter().any(|branch| branch.leg == Some(leg));
        let let_out = match self.well.get(&Number::Exit) {
            Some(let_out) if has(Leg::Exit) => let_out.clone(),
            _ => self.all(),
        };
        let of = |cases: &BTreeMap<Number, Cases>| {
            let cases = cases.get(&number);
            cases.map_or_else(|| self.none(), |cases| cases.and(&let_out))
        };
        let (well, returned) = (of(&self.well), of(&self.returned));
        let mut not_boarded = self.none();
        if has(Leg::Boarding) {
            not_boarded = of(&self.not_boarded);
        }
        let only_well = way.fates.iter().all(|branch| branch.fate == Fate::Well);
        let mask = |branch: &Branch| match (branch.fate, branch.leg) {
            (Fate::Well, _) if only_well => self.all(),
            (Fate::Well, _) => well.clone(),
            (Fate::Returned, _) => returned.clone(),
            (Fate::Badly, Some(Leg::Exit)) => self.all().without(&let_out),
            (Fate::Badly, Some(Leg::Boarding)) => not_boarded.clone(),
            (Fate::Badly, _) => let_out
                .and(&self.answered_in(way, branch.piece))
                .without(&well)
                .without(&returned)
                .without(&not_boarded),
        };
        way.fates.iter().map(mask).collect()
    }
}

impl Number {
    /// Whether it can turn out so.
    fn may(self, course: Course) -> bool {
        let journey = matches!(self, Number::Visit(_) | Number::Paper(_));
        match course {
            Course::Well => true,
            Course::Badly => self != Number::Hiding,
            Course::NotBoarded => journey,
            Course::Returned => journey || matches!(self, Number::Claim(_) | Number::Hiding),
        }
    }
}

impl Otherwise {
    fn of(self, number: Number) -> Course {
        match number {
            Number::Ask(_) | Number::Preparation(_) => self.asks,
            Number::Paper(_) => self.papers,
            Number::Visit(_) => self.visits,
            Number::Claim(_) => self.claims,
            Number::Exit | Number::Answers | Number::Hiding => Course::Well,
        }
    }
}

/// The numbers on which a step rests.
fn numbers(way: &Way) -> Vec<Number> {
    let exit = way.fates.iter().any(|it| it.leg == Some(Leg::Exit));
    let mut numbers = match &way.step {
        Step::AskAll(rules) => rules.iter().map(|rule| Number::Ask(*rule)).collect(),
        Step::Ask(rule) => vec![Number::Ask(*rule)],
        Step::Enter(rules) => vec![Number::Visit(rules[0])],
        Step::TravelOn(rule) => vec![Number::Paper(*rule)],
        Step::Claim(rule) | Step::Appeal(rule) => vec![Number::Claim(*rule)],
        Step::Prepare(one) => vec![Number::Preparation(*one)],
        Step::Wait(_) => Vec::new(),
    };
    numbers.extend(exit.then_some(Number::Exit));
    numbers.extend((refusals(way).len() > 1).then_some(Number::Answers));
    numbers
}

/// The pieces of time in which a step may go badly, in their order: an answer is waited for so long.
fn refusals(way: &Way) -> BTreeSet<Piece> {
    let badly = way.fates.iter().filter(|branch| branch.fate == Fate::Badly);
    badly.map(|branch| branch.piece).collect()
}
