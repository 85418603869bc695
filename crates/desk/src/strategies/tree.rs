//! A plan as a tree in lines: the step, and under it what follows each of its fates.

use super::first_way;
use super::telling::Telling;
use super::trail::Trail;
use crate::speech::say;
use crate::view::{AlikeFate, StepLine};
use facts::Truth;
use law::{Cost, Pathway};
use routes::{Branch, Fate, Plan, Step, Way};
use std::collections::BTreeSet;

/// How a plan is told at once; what follows is shown where somebody chooses what happens.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// How deep.
    deepest: usize,
    /// Whether the ways of its first step are named one by one; otherwise by where they lead.
    one_by_one: bool,
}

impl Told {
    /// What stands first.
    pub(super) const WHOLE: Told = Told {
        deepest: 3,
        one_by_one: true,
    };
    /// What stands beside it.
    pub(super) const BESIDE: Told = Told {
        deepest: 2,
        one_by_one: true,
    };
    /// What begins as another that is told.
    pub(super) const AGAIN: Told = Told {
        deepest: 2,
        one_by_one: false,
    };
}

/// How a plan comes to a situation.
struct Coming {
    /// After which fate, in words; empty at the beginning.
    when: String,
    /// Where the person then is, or may be by one of several papers.
    there: Option<String>,
    /// What has happened until then.
    trail: Trail,
    told: Told,
}

/// So many ways are named one by one wherever they are asked.
const FEW_WAYS: usize = 3;

impl Telling<'_, '_> {
    /// A plan as lines, from where what has happened leads.
    pub(super) fn plan_lines(&self, plan: &Plan, trail: Trail, told: Told) -> Vec<StepLine> {
        let mut lines = Vec::new();
        let start = Coming {
            when: String::new(),
            there: None,
            trail,
            told,
        };
        self.lines(plan, 0, start, &mut lines);
        tell_once(&mut lines);
        lines
    }

    /// A plan as lines: the step, and under it what follows each of its fates, down to the deepest.
    fn lines(&self, plan: &Plan, depth: usize, coming: Coming, lines: &mut Vec<StepLine>) {
        let (Some(way), Some(taken)) = (first_way(self.graph, plan), plan.way) else {
            lines.push(self.end(plan, depth, coming));
            return;
        };
        let (mut what, mut by) = self.step(way, coming.there.as_deref());
        let costs = self.costs(&by);
        if by.len() > FEW_WAYS && !coming.told.one_by_one {
            what = format!("{what} {}", self.countries(&by));
            by.clear();
        }
        lines.push(StepLine {
            depth,
            when: coming.when,
            what,
            by: self.marked(&by, depth == 0),
            notes: self.notes(way),
            deadlines: self.deadlines(&self.graph.nodes[plan.place], way),
            counted: self.counted(way),
            judged: self.judged(way),
            costs,
            goes_on: depth == coming.told.deepest,
            after: coming.trail.to_string(),
            end: None,
            alike: Vec::new(),
        });
        if depth == coming.told.deepest {
            return;
        }
        for (fate, (branch, then)) in way.fates.iter().zip(&plan.then).enumerate() {
            let next = Coming {
                when: self.when(way, branch),
                there: self.there(way, branch, coming.there.as_deref()),
                trail: coming.trail.and(taken, fate),
                told: Told {
                    one_by_one: false,
                    ..coming.told
                },
            };
            self.lines(then, depth + 1, next, lines);
            join_alike(lines);
        }
    }

    /// What asking by these costs, as far as a book says.
    fn costs(&self, rules: &[usize]) -> Vec<String> {
        let reading = self.reading;
        let told = self.due(rules).into_iter().map(|(book, cost)| {
            say!(
                reading.speech,
                "route-costs",
                amount = &cost.amount.to_string(),
                currency = &cost.currency,
                what = reading.lang.of(&cost.what),
                way = reading.lang.of(&book.title),
                cite = &cost.window.citation.cite
            )
        });
        told.collect()
    }

    /// The costs that books name for these on the day; members of one family cost the same.
    pub(super) fn due(&self, rules: &[usize]) -> Vec<(&Pathway, &Cost)> {
        let reading = self.reading;
        let of = |rule: &usize| reading.program.rules[*rule].book;
        let books: BTreeSet<usize> = rules.iter().map(of).collect();
        let books = books.into_iter();
        let books = books.map(|book| &reading.desk.library().pathways[book]);
        let due = |cost: &&Cost| cost.window.covers(reading.program.day) == Truth::True;
        books
            .flat_map(|book| book.costs.iter().filter(due).map(move |cost| (book, cost)))
            .collect()
    }

    /// What to know before a step.
    fn notes(&self, way: &Way) -> Vec<String> {
        let speech = self.reading.speech;
        let mut notes = Vec::new();
        if !way.burns.is_empty() {
            let closed = self.links(&way.burns).into_iter();
            let closed: Vec<String> = closed.map(|link| link.title).collect();
            notes.push(say!(
                speech,
                "route-refusal-closes",
                what = &closed.join("; ")
            ));
        }
        if way.exposes {
            notes.push(speech.say("route-certain-exposes"));
        }
        if let Step::Wait(_) = way.step {
            let titles = |rules: &[usize]| {
                let titles = self.links(rules).into_iter().map(|link| link.title);
                titles.collect::<Vec<_>>().join("; ")
            };
            let (opens, closes) = (titles(&way.opens), titles(&way.closes));
            notes.push(say!(speech, "route-wait-opens", what = &opens));
            if !way.closes.is_empty() {
                notes.push(say!(speech, "route-wait-closes", what = &closes));
            }
        }
        notes
    }

    /// Where a fate leaves the person, where several places stand for one.
    fn there(&self, way: &Way, branch: &Branch, before: Option<&str>) -> Option<String> {
        match (&way.step, branch.fate) {
            (Step::AskAll(_) | Step::Ask(_), Fate::Well) => Some(self.countries(&branch.by)),
            (Step::Enter(rules), Fate::Well) => Some(self.countries(rules)),
            (Step::Prepare(_), _) => None,
            (Step::Wait(_), _) => before.map(str::to_owned),
            // On a paper the places are those of the paper; stopped, the person is where they were.
            (Step::TravelOn(_), Fate::Well) | (Step::Claim(_) | Step::Appeal(_), _) => {
                before.map(str::to_owned)
            }
            (Step::AskAll(_) | Step::Ask(_), _) => before.map(str::to_owned),
            _ => None,
        }
    }

    fn end(&self, plan: &Plan, depth: usize, coming: Coming) -> StepLine {
        let node = &self.graph.nodes[plan.place];
        StepLine {
            depth,
            when: coming.when,
            what: String::new(),
            by: Vec::new(),
            notes: Vec::new(),
            deadlines: Vec::new(),
            counted: None,
            judged: Vec::new(),
            costs: Vec::new(),
            goes_on: false,
            after: coming.trail.to_string(),
            end: Some(self.standing(node, coming.there)),
            alike: Vec::new(),
        }
    }
}

/// Where a plan ends after two fates of one step in the same words, one line tells both.
fn join_alike(lines: &mut Vec<StepLine>) {
    let Some((last, before)) = lines.split_last_mut() else {
        return;
    };
    let alike = |other: &&mut StepLine| {
        other.depth == last.depth && other.end.is_some() && other.end == last.end
    };
    if let Some(one) = before.last_mut().filter(alike) {
        one.alike.push(AlikeFate {
            when: std::mem::take(&mut last.when),
            after: std::mem::take(&mut last.after),
        });
        lines.pop();
    }
}

/// What was counted, what a step costs and how long one may stay is told where a plan first comes to it.
fn tell_once(lines: &mut [StepLine]) {
    let mut told = BTreeSet::new();
    for line in lines {
        let mut is_new = |text: &String| told.insert(text.clone());
        line.counted = line.counted.take().filter(&mut is_new);
        line.judged.retain(&mut is_new);
        line.costs.retain(&mut is_new);
        line.deadlines.retain(is_new);
    }
}
