//! Which change of law opens most: each condition of each pathway struck in turn, and each two of
//! one pathway, and who would gain a way by it.
//!
//! Exact: what is counted is what the books say when they are read without the condition, on every
//! person. Where no two conditions of a pathway hang together, its parts speak for themselves: it
//! opens where all that is false in it is struck. Where some do, its condition is expanded anew
//! without what is struck. Both run over [`Planes`].
//!
//! Striking is the widest that can be done to a condition: whoever gains by one part of it being
//! struck, which is milder, gains by its being struck.

use crate::book::{RestsOn, Role, ShownBy};
use crate::condition::Condition;
use crate::exact::{entangled, expand};
use crate::load::Library;
use crate::people::People;
use crate::planes::{LANES, Lane, Planes, zip};
use crate::planes_code::{Code, Lit, Pool};
use crate::program::{Program, Rule, RuleClause, satisfied};
use crate::relaxing::{Relaxed, Relaxing};
use facts::Truth;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What is struck from the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Struck {
    /// A requirement or a bar that rests on text: its index in the book of the pathway.
    Clause(usize),
    /// An order that closes, suspends or limits the pathway: its index in the library.
    Overlay(usize),
    /// One part of a requirement or a bar that rests on text: one of the things for which the one asks
    /// together, one of the cases in which the other bites.
    Part {
        /// The index of the condition in the book of the pathway.
        clause: usize,
        /// Which part, in the order of its text.
        part: usize,
    },
}

/// A change of law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reform {
    /// The pathway: its index in the program.
    pub rule: usize,
    /// What is struck.
    pub struck: Struck,
    /// What is struck with it.
    pub with: Option<Struck>,
}

/// A change of law, and who gains a way by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// The change.
    pub reform: Reform,
    /// Those for whom the pathway is closed and would not be. With two things struck: those for
    /// whom no single one would do.
    pub from_closed: People,
    /// Those for whom it is undecided and would be open, or without an obstacle that can be checked.
    /// Not looked for with two things struck.
    pub from_undecided: People,
}

/// For how many people a change of law does something; as in [`Gain`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gained {
    /// From *closed*.
    pub from_closed: usize,
    /// From *undecided*.
    pub from_undecided: usize,
}

/// Every change of law that strikes one or two conditions of one pathway, worked out for a day.
///
/// A pathway that is not in force on the day, or only by named exception, is left out: striking a
/// condition does not open it.
///
/// ```
/// use law::{Day, Library, Planes, Program, Reforms};
///
/// let (library, _) = Library::load([]);
/// let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
/// let reforms = Reforms::of(&library, &program, |rule| rule.destination.is_some());
/// let people = [facts::Facts::new()];
/// assert!(reforms.gains(&Planes::of(&program, &people)).is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Reforms<'l> {
    library: &'l Library,
    program: &'l Program,
    list: Vec<Reform>,
    ways: Vec<Way>,
    code: Code,
    /// What the parts ask that may be struck, by the rule and what is struck.
    asked: BTreeMap<(usize, Struck), Condition>,
}

/// A pathway whose conditions may be struck.
#[derive(Clone, Debug)]
struct Way {
    rule: usize,
    /// The place in the list of reforms of its first one.
    first: usize,
    /// The place of its first result among those of the code.
    slot: usize,
    /// What may be struck: those of its clauses first, the parts of these last.
    struck: Vec<Struck>,
    /// How many of these are clauses.
    clauses: usize,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// No two parts hang together. There is a result for each part, and one for each that is milder.
    Apart(Vec<Part>, Vec<Milder>),
    /// Some do. There is a result for the whole, and one for it without each that may be struck; the
    /// code without each two of its clauses is made when somebody needs it.
    Entangled(OnceLock<Code>),
}

/// A part of a pathway: what must be true for it to be open.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// Its place among what may be struck, if it may be.
    struck: Option<usize>,
    /// Whether it is a bar that nobody can check.
    secret: bool,
}

/// A condition without a part of it.
#[derive(Clone, Copy, Debug)]
struct Milder {
    /// Its place among what may be struck.
    struck: usize,
    /// The place of the whole condition among the parts of the pathway.
    part: usize,
}

impl<'l> Reforms<'l> {
    /// Every reform of the pathways that are wanted: by where they lead, for instance.
    pub fn of(
        library: &'l Library,
        program: &'l Program,
        wanted: impl Fn(&Rule) -> bool,
    ) -> Reforms<'l> {
        let mut making = Making::of(library, program);
        let rules = program.rules.iter().enumerate();
        let ways = rules
            .filter(|(_, rule)| wanted(rule) && may_be_open(rule))
            .map(|(index, rule)| making.way(index, rule))
            .collect();
        Reforms {
            library,
            program,
            ways,
            code: making.pool.code(&making.slots),
            list: making.list,
            asked: making.asked,
        }
    }

    /// What a part asks that is struck: a condition over the atoms of the program. Nothing, where a
    /// whole condition or an order is struck.
    pub fn asked(&self, reform: &Reform) -> Option<&Condition> {
        self.asked.get(&(reform.rule, reform.struck))
    }

    /// Every reform, whether anybody gains by it or not.
    pub fn list(&self) -> &[Reform] {
        &self.list
    }

    /// Who gains by which reform: those that strike one thing first, and of these the one by which
    /// most gain. `planes` must be of the program of these reforms.
    pub fn gains(&self, planes: &Planes) -> Vec<Gain> {
        let mut found: Vec<[People; 2]> = vec![Default::default(); self.list.len()];
        self.each(planes, |reform, from, block, lane| {
            found[reform][from as usize].add_words(block * LANES, lane);
        });
        let mut gains: Vec<Gain> = self
            .list
            .iter()
            .zip(found)
            .filter(|(_, found)| found.iter().any(|people| !people.is_empty()))
            .map(|(reform, [from_closed, from_undecided])| Gain {
                reform: *reform,
                from_closed,
                from_undecided,
            })
            .collect();
        gains.sort_by_key(|gain| {
            let counts = [&gain.from_closed, &gain.from_undecided].map(People::count);
            (gain.reform.with.is_some(), Reverse(counts), gain.reform)
        });
        gains
    }

    /// How many gain by each reform, in the order of [`Reforms::list`]. `planes` must be of the
    /// program of these reforms.
    pub fn counts(&self, planes: &Planes) -> Vec<Gained> {
        let mut counts = vec![Gained::default(); self.list.len()];
        self.each(planes, |reform, from, _, lane| {
            let count = match from {
                From::Closed => &mut counts[reform].from_closed,
                From::Undecided => &mut counts[reform].from_undecided,
            };
            *count += lane
                .iter()
                .map(|word| word.count_ones() as usize)
                .sum::<usize>();
        });
        counts
    }

    /// Shows every lane in which somebody gains: by which reform, from which word, in which block.
    fn each(&self, planes: &Planes, mut see: impl FnMut(usize, From, usize, &Lane)) {
        let mut scratch = self.code.scratch();
        let mut words = vec![[NOBODY; 3]; self.code.rules];
        for block in 0..planes.blocks() {
            planes.decide_block(&self.code, block, &mut scratch, &mut words);
            let present = planes.present(block);
            let mut see = |reform: usize, from: From, lane: Lane| {
                let lane = both(&lane, &present);
                if lane != NOBODY {
                    see(reform, from, block, &lane);
                }
            };
            for way in &self.ways {
                let words = &words[way.slot..];
                match &way.kind {
                    Kind::Apart(parts, milder) => way.apart((parts, milder), words, &mut see),
                    Kind::Entangled(pairs) => {
                        let left = way.entangled(words, &mut see);
                        if both(&left, &present) != NOBODY {
                            let code = pairs.get_or_init(|| self.code_of_pairs(way));
                            let mut of_pairs = vec![[NOBODY; 3]; code.rules];
                            planes.decide_block(code, block, &mut code.scratch(), &mut of_pairs);
                            way.entangled_pairs(&left, &of_pairs, &mut see);
                        }
                    }
                }
            }
        }
    }

    /// A pathway without each two of its clauses.
    fn code_of_pairs(&self, way: &Way) -> Code {
        let mut making = Making::of(self.library, self.program);
        let rule = &self.program.rules[way.rule];
        for (_, a, b) in way.pairs() {
            making.without(rule, &[way.struck[a], way.struck[b]], None);
        }
        making.pool.code(&making.slots)
    }
}

/// Whether striking a condition could open it: not if it is not in force, or only for those named.
fn may_be_open(rule: &Rule) -> bool {
    rule.in_force.truth() != Truth::False && !rule.in_force.is_limited()
}

/// The word from which somebody gains.
#[derive(Clone, Copy)]
enum From {
    Closed,
    Undecided,
}

/// Puts the conditions of pathways into one pool.
struct Making<'l> {
    library: &'l Library,
    program: &'l Program,
    pool: Pool,
    slots: Vec<(Lit, Lit)>,
    list: Vec<Reform>,
    relaxing: Relaxing<'l>,
    asked: BTreeMap<(usize, Struck), Condition>,
}

impl<'l> Making<'l> {
    fn of(library: &'l Library, program: &'l Program) -> Making<'l> {
        Making {
            library,
            program,
            pool: Pool::new(),
            slots: Vec::new(),
            list: Vec::new(),
            relaxing: Relaxing::of(library, program),
            asked: BTreeMap::new(),
        }
    }

    fn way(&mut self, index: usize, rule: &Rule) -> Way {
        let (slot, first) = (self.slots.len(), self.list.len());
        let parts = parts(self.library, rule);
        let all = Condition::All(parts.iter().map(|part| part.condition.clone()).collect());
        let relaxed = self.relaxed(index, rule);
        let struck = parts.iter().filter_map(|part| part.struck);
        let struck: Vec<Struck> = struck
            .chain(relaxed.iter().map(|(struck, _)| *struck))
            .collect();
        let is_clause = |struck: &&Struck| matches!(struck, Struck::Clause(_));
        let mut way = Way {
            rule: index,
            first,
            slot,
            clauses: struck.iter().filter(is_clause).count(),
            struck,
            kind: Kind::Entangled(OnceLock::new()),
        };
        if entangled(&all, &self.program.atoms).is_empty() {
            way.kind = self.apart(rule, parts, &relaxed);
        } else {
            self.without(rule, &[], None);
            let whole = way.struck.len() - relaxed.len();
            for struck in &way.struck[..whole] {
                self.without(rule, &[*struck], None);
            }
            for (_, milder) in &relaxed {
                self.without(rule, &[], Some(milder));
            }
        }
        self.reforms(&way);
        way
    }

    /// The conditions of a pathway that rest on text, each without each of its parts.
    fn relaxed(&mut self, index: usize, rule: &Rule) -> Vec<(Struck, RuleClause)> {
        let clauses = &self.library.pathways[rule.book].clauses;
        let mut found = Vec::new();
        for own in &rule.clauses {
            if clauses[own.index].rests_on != RestsOn::Text {
                continue;
            }
            let each = self.relaxing.each(rule, own).into_iter().enumerate();
            for (
                part,
                Relaxed {
                    clause,
                    part: asked,
                },
            ) in each
            {
                let struck = Struck::Part {
                    clause: own.index,
                    part,
                };
                self.asked.insert((index, struck), asked);
                found.push((struck, clause));
            }
        }
        found
    }

    /// A result for each part, and for each condition without one of its own parts.
    fn apart(
        &mut self,
        rule: &Rule,
        parts: Vec<PartOfRule>,
        relaxed: &[(Struck, RuleClause)],
    ) -> Kind {
        let whole = parts.iter().filter(|part| part.struck.is_some()).count();
        let place_of = |clause: &RuleClause| {
            let struck = Some(Struck::Clause(clause.index));
            parts.iter().position(|part| part.struck == struck)
        };
        let places = relaxed
            .iter()
            .map(|(_, clause)| place_of(clause))
            .enumerate();
        let milder = places.filter_map(|(place, part)| {
            let struck = whole + place;
            Some(Milder {
                struck,
                part: part?,
            })
        });
        let milder = milder.collect();
        let parts = self.parts_apart(parts);
        let pathway = &self.library.pathways[rule.book];
        for (_, clause) in relaxed {
            let condition = satisfied(pathway, &rule.waivers, clause);
            let lit = self.pool.add(&condition, &|id| id.0 as usize);
            self.slots.push((lit, lit));
        }
        Kind::Apart(parts, milder)
    }

    /// A result for each part.
    fn parts_apart(&mut self, parts: Vec<PartOfRule>) -> Vec<Part> {
        let mut place = 0..;
        let mut add = |part: PartOfRule| {
            let lit = self.pool.add(&part.condition, &|id| id.0 as usize);
            self.slots.push((lit, lit));
            Part {
                struck: part.struck.and_then(|_| place.next()),
                secret: part.secret,
            }
        };
        parts.into_iter().map(&mut add).collect()
    }

    /// A result for a pathway without what is struck: as its book would be read.
    fn without(&mut self, rule: &Rule, struck: &[Struck], milder: Option<&RuleClause>) {
        let plain = rule.without(self.library, struck, milder);
        let [granted, without_secret] = plain.map(|plain| {
            let (atoms, vocabulary) = (&self.program.atoms, &self.library.vocabulary);
            let exact = expand(plain.clone(), atoms, vocabulary).unwrap_or(plain);
            self.pool.add(&exact, &|id| id.0 as usize)
        });
        self.slots.push((granted, without_secret));
    }

    /// Lists the reforms of a pathway: each that may be struck, and then each two of its clauses.
    fn reforms(&mut self, way: &Way) {
        let reform = |struck: usize, with: Option<usize>| Reform {
            rule: way.rule,
            struck: way.struck[struck],
            with: with.map(|with| way.struck[with]),
        };
        let singles = (0..way.struck.len()).map(|a| reform(a, None));
        self.list.extend(singles);
        self.list
            .extend(way.pairs().map(|(_, a, b)| reform(a, Some(b))));
    }
}

/// A part of a pathway, with its condition.
struct PartOfRule {
    struck: Option<Struck>,
    secret: bool,
    condition: Condition,
}

/// The parts of a pathway: what rests on text, then its overlays, then whether it is in force.
fn parts(library: &Library, rule: &Rule) -> Vec<PartOfRule> {
    let pathway = &library.pathways[rule.book];
    let clauses = rule.clauses.iter().filter_map(|rule_clause| {
        let clause = &pathway.clauses[rule_clause.index];
        (clause.rests_on == RestsOn::Text).then(|| PartOfRule {
            struck: Some(Struck::Clause(rule_clause.index)),
            secret: clause.role == Role::Bar && clause.shown_by == ShownBy::CannotBeShown,
            condition: satisfied(pathway, &rule.waivers, rule_clause),
        })
    });
    let overlays = rule.overlays.iter().map(|overlay| PartOfRule {
        struck: Some(Struck::Overlay(overlay.index)),
        secret: false,
        condition: overlay.spared.clone(),
    });
    let in_force = PartOfRule {
        struck: None,
        secret: false,
        condition: Condition::Const(rule.in_force.truth()),
    };
    clauses.chain(overlays).chain([in_force]).collect()
}

impl Way {
    /// Each two of its clauses: the place of the reform among those of this pathway, and their places
    /// among what may be struck.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let pairs = (0..self.clauses).flat_map(|a| (a + 1..self.clauses).map(move |b| (a, b)));
        pairs.map(|(a, b)| (self.pair(a, b), a, b))
    }

    /// The place of the reform that strikes these two: all with the first clause come first.
    fn pair(&self, a: usize, b: usize) -> usize {
        let before = a * (2 * self.clauses - a - 1) / 2;
        self.struck.len() + before + (b - a - 1)
    }

    /// Where no two parts hang together: it is closed where one is false, and opens where all that
    /// are false are struck. `words` has *true* and *false* of each part.
    fn apart(
        &self,
        (parts, milder): (&[Part], &[Milder]),
        words: &[[Lane; 3]],
        see: &mut impl FnMut(usize, From, Lane),
    ) {
        let (mut is_false, mut not_true) = (AtLeast::NOBODY, AtLeast::NOBODY);
        for (part, [yes, no, _]) in parts.iter().zip(words) {
            is_false.add(no);
            if !part.secret {
                not_true.add(&yes.map(|yes| !yes));
            }
        }
        for (part, [yes, no, _]) in parts.iter().zip(words) {
            let Some(struck) = part.struck else { continue };
            see(self.first + struck, From::Closed, but(no, &is_false.twice));
            if !part.secret {
                let alone = but(&yes.map(|yes| !yes), &not_true.twice);
                see(
                    self.first + struck,
                    From::Undecided,
                    but(&alone, &is_false.once),
                );
            }
        }
        for (one, [yes, no, _]) in milder.iter().zip(&words[parts.len()..]) {
            let [whole_yes, whole_no, _] = &words[one.part];
            // It is false alone, and milder not.
            let alone = but(whole_no, &is_false.twice);
            see(self.first + one.struck, From::Closed, but(&alone, no));
            if !parts[one.part].secret {
                let alone = but(&whole_yes.map(|yes| !yes), &not_true.twice);
                let alone = but(&alone, &is_false.once);
                see(self.first + one.struck, From::Undecided, both(&alone, yes));
            }
        }
        let two = but(&is_false.twice, &is_false.thrice);
        if two == NOBODY {
            return;
        }
        let of_two = |clause: usize| both(&words[clause][1], &two);
        for a in 0..self.clauses {
            let of_two_with_a = of_two(a);
            if of_two_with_a == NOBODY {
                continue;
            }
            for b in a + 1..self.clauses {
                let lane = both(&of_two_with_a, &of_two(b));
                see(self.first + self.pair(a, b), From::Closed, lane);
            }
        }
    }

    /// Where some parts hang together: `words` has the word of the whole, and of it without each that
    /// may be struck. Gives those for whom it stays closed whichever is struck.
    fn entangled(&self, words: &[[Lane; 3]], see: &mut impl FnMut(usize, From, Lane)) -> Lane {
        let [open, closed, no_obstacle] = &words[0];
        let mut left = *closed;
        for (place, [open_then, closed_then, no_obstacle_then]) in
            words[1..=self.struck.len()].iter().enumerate()
        {
            see(self.first + place, From::Closed, but(closed, closed_then));
            let firm = [closed, open, no_obstacle].into_iter().fold(
                zip(open_then, no_obstacle_then, |a, b| a | b),
                |lane, firm| but(&lane, firm),
            );
            see(self.first + place, From::Undecided, firm);
            left = both(&left, closed_then);
        }
        left
    }

    /// Of those whom no single one helps: whom each two do.
    fn entangled_pairs(
        &self,
        left: &Lane,
        words: &[[Lane; 3]],
        see: &mut impl FnMut(usize, From, Lane),
    ) {
        for ((place, ..), [_, closed_then, _]) in self.pairs().zip(words) {
            see(self.first + place, From::Closed, but(left, closed_then));
        }
    }
}

const NOBODY: Lane = [0; LANES];

fn both(a: &Lane, b: &Lane) -> Lane {
    zip(a, b, |a, b| a & b)
}

fn but(a: &Lane, b: &Lane) -> Lane {
    zip(a, b, |a, b| a & !b)
}

/// Of how many parts something is so, up to three.
struct AtLeast {
    once: Lane,
    twice: Lane,
    thrice: Lane,
}

impl AtLeast {
    const NOBODY: AtLeast = AtLeast {
        once: NOBODY,
        twice: NOBODY,
        thrice: NOBODY,
    };

    fn add(&mut self, so: &Lane) {
        let more = |lane: &Lane, before: &Lane| zip(lane, &both(before, so), |a, b| a | b);
        self.thrice = more(&self.thrice, &self.twice);
        self.twice = more(&self.twice, &self.once);
        self.once = zip(&self.once, so, |a, b| a | b);
    }
}
