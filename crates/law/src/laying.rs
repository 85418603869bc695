//! Laying a timeline: each rule is lowered where it may begin to read otherwise, and its atoms are
//! numbered together with those of all other rules.

use crate::book::Pathway;
use crate::condition::{Atom, AtomId, Condition};
use crate::edges::{edges, edges_of_dated};
use crate::expression::{Expr, Op};
use crate::load::Library;
use crate::lower::Atoms;
use crate::lower_moving::{MovingPart, Reading, reading, reads_dated, settles_inside};
use crate::meeting::{is_of_one_value, may_meet, standing, undated};
use crate::planes_code::{Lit, Pool};
use crate::program::{Member, members, rule, scope_of};
use crate::timeline::{Episode, KnownOn, MovingAtom, Piece, TimedAtom, TimedRule};
use crate::window::Day;
use facts::{Complaints, Date, Span, add_span};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// A timeline while it is made.
pub(crate) struct Laying<'l> {
    library: &'l Library,
    first: Date,
    /// The first day after.
    pub(crate) end: Date,
    known: KnownOn,
    pool: Pool,
    pub(crate) atoms: Vec<TimedAtom>,
    /// Days on which more than its dates changes in what some moving atom asks.
    pub(crate) redated: BTreeSet<Date>,
    stays: HashMap<Atom, usize>,
    moves: HashMap<MovesAlike, usize>,
    /// When two atoms begin to stand otherwise to each other, within an episode.
    meetings: HashMap<(usize, usize, Date, Date), Option<Date>>,
    parsed: HashMap<String, Rc<Expr>>,
    /// The conditions of all derived facts, as they are written.
    derived: String,
}

/// Moving atoms that are equal in this ask the same on every day: what they come to on telling days
/// and, but for its dates, on their own; and where it depends on more than the day, the text itself.
type MovesAlike = (Vec<Reading>, usize, Vec<Atom>, Option<(usize, String)>);

fn moves_alike(part: &MovingPart, position: usize, book: usize) -> MovesAlike {
    let own = without_days(&part.readings[0]).1;
    let text = reads_dated(&part.expr).then(|| (book, format!("{:?}", part.expr)));
    (part.readings[1..].to_vec(), position, own, text)
}

/// What a comparison comes to, whatever the days that it names.
fn without_days((condition, atoms): &Reading) -> Reading {
    (condition.clone(), atoms.iter().map(undated).collect())
}

/// A rule lowered on a day, its atoms numbered as the timeline has them.
struct Lowered {
    granted: Condition,
    without: Condition,
    numbers: Vec<usize>,
    moving: Vec<MovingPart>,
    list: Vec<Atom>,
}

impl<'l> Laying<'l> {
    pub(crate) fn new(library: &'l Library, first: Date, end: Date, known: KnownOn) -> Laying<'l> {
        let derived = library.vocabulary.iter().filter_map(|f| f.derived.as_ref());
        let derived: Vec<&str> = derived.map(|d| d.condition.as_str()).collect();
        Laying {
            library,
            first,
            end,
            known,
            pool: Pool::new(),
            atoms: Vec::new(),
            redated: edges_of_dated(library),
            stays: HashMap::new(),
            moves: HashMap::new(),
            meetings: HashMap::new(),
            parsed: HashMap::new(),
            derived: derived.join("\n"),
        }
    }

    pub(crate) fn rule(&mut self, book: usize, key: Option<String>) -> TimedRule {
        let pathway = &self.library.pathways[book];
        let id = match &key {
            Some(key) => format!("{}[{key}]", pathway.id),
            None => pathway.id.clone(),
        };
        let span = (self.first, self.end);
        let mut cuts = edges(
            self.library,
            &self.derived,
            (pathway, &id, key.as_deref()),
            span,
        );
        let mut episodes = Vec::new();
        while let Some(from) = cuts.pop_first() {
            if let Some((episode, more)) = self.episode(book, key.as_deref(), from, &cuts) {
                cuts.extend(more);
                let until = cuts.first().copied().unwrap_or(self.end);
                episodes.push(Episode { until, ..episode });
            }
        }
        TimedRule { id, episodes }
    }

    /// The episode that begins on a day, and the day on which it must end before the next cut.
    fn episode(
        &mut self,
        book: usize,
        key: Option<&str>,
        from: Date,
        cuts: &BTreeSet<Date>,
    ) -> Option<(Episode, Option<Date>)> {
        let day = self.known.day(from);
        let pathway = &self.library.pathways[book];
        let member = members(self.library, pathway, day, |other| other == key).pop()?;
        let mut lowered = self.lowered(book, member.clone(), day, Atoms::moving());
        let until = cuts.first().copied().unwrap_or(self.end);
        let turn = self.turn(&lowered, book, member.as_ref(), (from, until));
        let (meeting, one) = self.meeting(&lowered, from, turn.unwrap_or(until));
        let mut end = turn.into_iter().chain(meeting).min();
        if one {
            // Two atoms are one question today: for today the rule is lowered as it stands.
            lowered = self.lowered(book, member, day, Atoms::default());
            end = Some(next_day(from)).filter(|next| *next < until);
        }
        let number = |id: AtomId| lowered.numbers[id.0 as usize];
        let episode = Episode {
            from,
            until,
            granted: self.pool.add(&lowered.granted, &number),
            without: self.pool.add(&lowered.without, &number),
        };
        Some((episode, end))
    }

    fn lowered(
        &mut self,
        book: usize,
        member: Option<Member>,
        day: Day,
        mut atoms: Atoms,
    ) -> Lowered {
        let mut faults = Complaints::new();
        atoms.parsed = std::mem::take(&mut self.parsed);
        let rule = rule(
            self.library,
            book,
            member.clone(),
            day,
            &mut atoms,
            &mut faults,
        );
        self.parsed = std::mem::take(&mut atoms.parsed);
        let moving = atoms.moving.take().unwrap_or_default();
        let mut numbers = vec![usize::MAX; atoms.list.len()];
        for part in &moving {
            for (position, id) in part.ids.iter().enumerate() {
                numbers[id.0 as usize] = self.moves(part, position, book, member.as_ref());
            }
        }
        for (number, atom) in numbers.iter_mut().zip(&atoms.list) {
            if *number == usize::MAX {
                *number = self.stays(atom);
            }
        }
        Lowered {
            granted: rule.granted,
            without: rule.without_secret_bars,
            numbers,
            moving,
            list: atoms.list,
        }
    }

    fn stays(&mut self, atom: &Atom) -> usize {
        if let Some(number) = self.stays.get(atom) {
            return *number;
        }
        self.atoms.push(TimedAtom::Stays(atom.clone()));
        self.stays.insert(atom.clone(), self.atoms.len() - 1);
        self.atoms.len() - 1
    }

    fn moves(
        &mut self,
        part: &MovingPart,
        position: usize,
        book: usize,
        member: Option<&Member>,
    ) -> usize {
        let next = self.atoms.len();
        let alike = moves_alike(part, position, book);
        let number = *self.moves.entry(alike).or_insert(next);
        if number == next {
            self.atoms.push(TimedAtom::Moves(MovingAtom {
                expr: part.expr.clone(),
                fact: part.readings[0].1[position].fact.clone(),
                dated: reads_dated(&part.expr) || settles_inside(&part.expr),
                position,
                book,
                member: member.cloned(),
            }));
        }
        number
    }

    /// The first day after `from` on which a comparison of a rule that names no person comes out
    /// otherwise.
    fn turn(
        &mut self,
        lowered: &Lowered,
        book: usize,
        member: Option<&Member>,
        (from, until): (Date, Date),
    ) -> Option<Date> {
        let mut first = None;
        for part in &lowered.moving {
            let inside = settles_inside(&part.expr);
            if !inside && !matches!(part.readings[0].0, Condition::Const(_)) {
                continue;
            }
            let today = without_days(&part.readings[0]);
            let same = |day: Date| {
                let day = self.known.day(day);
                let scope = scope_of(self.library, book, member, day);
                without_days(&reading(&part.expr, &scope, day)) == today
            };
            let turn = first_other(from, until, turns_once(&part.expr), same);
            self.redated.extend(turn.filter(|_| inside));
            first = first.into_iter().chain(turn).min();
        }
        first
    }

    /// The first day after `from` on which two atoms of a rule begin to stand otherwise to each
    /// other, and whether two are one and the same question on `from`.
    fn meeting(&mut self, lowered: &Lowered, from: Date, until: Date) -> (Option<Date>, bool) {
        let moving: BTreeSet<usize> = lowered.moving_numbers().collect();
        let (mut first, mut one) = (None, false);
        for (a, left) in lowered.list.iter().enumerate() {
            for (b, right) in lowered.list.iter().enumerate().skip(a) {
                let (x, y) = (lowered.numbers[a], lowered.numbers[b]);
                let moves = moving.contains(&x) || moving.contains(&y);
                if !moves || !may_meet(left, right) || a == b && !is_of_one_value(left) {
                    continue;
                }
                let today = standing(left, right);
                one |= a != b && !is_of_one_value(left) && left == right;
                // A moving day passes a fixed one once; two moving days come and go.
                let once = moving.contains(&x) != moving.contains(&y) && is_of_one_value(left);
                let known = self.meetings.get(&(x, y, from, until)).copied();
                let meets = known.unwrap_or_else(|| {
                    let same = |day| {
                        let asked = self.asked(x, day).zip(self.asked(y, day));
                        asked.is_some_and(|(x, y)| standing(&x, &y) == today)
                    };
                    first_other(from, until, once, same)
                });
                self.meetings.insert((x, y, from, until), meets);
                first = first.into_iter().chain(meets).min();
            }
        }
        (first, one)
    }

    /// What an atom asks on a day; nothing where its comparison asks less on that day.
    fn asked(&self, number: usize, on: Date) -> Option<Atom> {
        match &self.atoms[number] {
            TimedAtom::Stays(atom) => Some(atom.clone()),
            TimedAtom::Moves(moving) => moving.asks(self.library, self.known.day(on)),
        }
    }

    /// The span cut wherever some rule reads otherwise.
    pub(crate) fn pieces(&self, rules: &[TimedRule]) -> Vec<Piece> {
        let episodes = rules.iter().flat_map(|rule| &rule.episodes);
        let mut cuts: BTreeSet<Date> = episodes.flat_map(|e| [e.from, e.until]).collect();
        cuts.insert(self.first);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut before = Vec::new();
        for from in cuts.into_iter().filter(|cut| *cut < self.end) {
            let today: Vec<Option<&Episode>> = rules.iter().map(|rule| rule.on(from)).collect();
            let lits = |e: &Option<&Episode>| e.map(|e| (e.granted, e.without));
            let reads: Vec<_> = today.iter().map(lits).collect();
            if pieces.is_empty() || reads != before {
                let code = reads.iter().map(|lits| lits.unwrap_or(Lit::NEITHER));
                pieces.push(Piece {
                    from,
                    code: self.pool.code(&code.collect::<Vec<_>>()),
                    there: reads.iter().map(Option::is_some).collect(),
                });
                before = reads;
            }
        }
        pieces
    }
}

impl Lowered {
    fn moving_numbers(&self) -> impl Iterator<Item = usize> {
        let ids = self.moving.iter().flat_map(|part| &part.ids);
        ids.map(|id| self.numbers[id.0 as usize])
    }
}
/// Every member that a family has on some day.
pub(crate) fn keys(library: &Library, pathway: &Pathway) -> Vec<Option<String>> {
    let Some(each) = &pathway.each else {
        return vec![None];
    };
    let rows = library.tables.get(&each.table).map(|table| &table.rows);
    let keys: BTreeSet<String> = rows
        .into_iter()
        .flatten()
        .filter_map(|row| Some(row.country(&each.key)?.as_str().to_owned()))
        .collect();
    keys.into_iter().map(Some).collect()
}
pub(crate) fn next_day(day: Date) -> Date {
    add_span(day, Span::Days(1))
}

pub(crate) fn days(from: Date, until: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| Some(next_day(*day)))
        .take_while(move |day| *day < until)
}

/// What turns in one direction only.
fn turns_once(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Compare {
            op: Op::Less | Op::LessOrEqual | Op::Greater | Op::GreaterOrEqual,
            ..
        }
    )
}

/// The first day after `from` on which it is no longer as on `from`: by halves where it turns in
/// one direction only, else day by day.
fn first_other(from: Date, until: Date, once: bool, same: impl Fn(Date) -> bool) -> Option<Date> {
    if !once {
        return days(next_day(from), until).find(|day| !same(*day));
    }
    let (mut before, mut after) = (from, add_span(until, Span::Days(-1)));
    if same(after) {
        return None;
    }
    while next_day(before) < after {
        let between = before.duration_until(after).as_hours() / 48;
        let days = i32::try_from(between).unwrap_or(i32::MAX).max(1);
        let middle = add_span(before, Span::Days(days));
        if same(middle) {
            before = middle;
        } else {
            after = middle;
        }
    }
    Some(after)
}
