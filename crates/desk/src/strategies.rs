//! Routes in words: for each first step the widest plan that begins with it, as a tree in lines; and
//! what is then possible once something has happened on the way.

mod assumed;
mod certain;
mod compared;
mod deadlines;
mod export;
mod judged;
mod layout;
mod learning;
mod left_out;
mod missing;
mod picture;
mod prospects;
mod replan;
mod sheet;
mod situations;
mod telling;
mod text;
mod trail;
mod tree;
mod what_if;

pub use export::Models;
pub use left_out::{LeftOut, WhyLeftOut};
pub use text::routes_text;
pub use what_if::WhatIf;

use crate::Lang;
use crate::case::{Case, CaseNumber};
use crate::desk::{Desk, Reading};
use crate::person::is_hidden;
use crate::speech::say;
use crate::view::{LawLink, RoutesPage, TurningDay};
use facts::{CountryCode, Date, Facts};
use routes::{Clock, Graph, Odds, Plan, Step, Strategies, Strategy, Way, graph, strategies_from};
use std::collections::BTreeSet;
use telling::Telling;
use trail::Trail;
use what_if::mark_changed;

/// So many strategies stand side by side; the other first steps are a line each.
const SIDE_BY_SIDE: usize = 4;
/// So many names stand in a line before *and so many more*.
const NAMED: usize = 5;

/// What a reader has chosen on the page of routes.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoutesAsked<'a> {
    /// What has happened, as an address has it: `0.1-2.0`; nothing has, where it is empty.
    pub after: &'a str,
    /// The number of a first step whose strategy is to stand beside the others.
    pub first: Option<usize>,
    /// What is supposed.
    pub what_if: WhatIf,
}

impl Desk {
    /// The routes of one person on a day; nothing, if there is no such case, or if what is said to
    /// have happened cannot.
    pub fn routes(
        &self,
        number: CaseNumber,
        asked: RoutesAsked<'_>,
        on: Date,
        lang: Lang,
    ) -> Option<RoutesPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let mut page = reading.routes(case, asked)?;
        if asked.what_if.is_any() {
            let first = RoutesAsked {
                first: asked.first,
                ..RoutesAsked::default()
            };
            let before = reading.routes(case, first)?;
            let (titles, titles_before) = (titles(&page), titles(&before));
            mark_changed(
                &mut page.compared,
                &titles,
                &before.compared,
                &titles_before,
            );
        }
        // What has happened or is supposed is not among the facts of which time is asked.
        if page.after.is_none() && !asked.what_if.is_any() {
            page.ahead = self.turning_days(number, &reading);
        }
        Some(page)
    }
}

fn titles(page: &RoutesPage) -> Vec<String> {
    let titles = page.strategies.iter().map(|one| one.title.clone());
    titles.collect()
}

impl Reading<'_> {
    /// What time has turned for a person by the law of a day; nothing on the day itself.
    fn turned_until(&self, case: &Case, on: Date) -> Vec<TurningDay> {
        if on <= self.on {
            return Vec::new();
        }
        let turnings = self.desk.turnings(case.number, self.on);
        let until = turnings.range(..=on);
        until
            .map(|(on, turning)| self.turning_day(case, *on, turning))
            .collect()
    }

    /// The places offered in writing that a person's routes may use.
    fn places_offered(&self, case: &Case) -> Vec<(String, String)> {
        let places = self.desk.places(case.number, self.on).into_iter();
        let offered = places.map(|country| {
            let name = self.country(country);
            let says = say!(self.speech, "routes-place", country = &name);
            (says, format!("&offered={country}"))
        });
        offered.collect()
    }

    fn routes(&self, case: &Case, asked: RoutesAsked<'_>) -> Option<RoutesPage> {
        self.tell(case, asked, |telling, found, supposed| {
            let (shown, rest) = side_by_side(telling.graph, found, asked.first);
            let strategy = |one: &&Strategy| telling.strategy(one, found);
            RoutesPage {
                head: self.head(case),
                places: self.places_offered(case),
                turned: self.turned_until(case, telling.today()),
                what_if: telling.what_if(asked.what_if),
                after: telling.after(supposed, found, asked.what_if.assumptions().tolerance),
                compared: telling.compared(&shown),
                strategies: shown.iter().map(strategy).collect(),
                ahead: Vec::new(),
                others: rest.iter().map(|one| telling.other(one)).collect(),
                assumptions: telling.assumptions(&asked.what_if.assumptions()),
                limits: telling.limits(found),
            }
        })
    }

    /// What is told of the strategies of a person, and of them as they are supposed to be.
    fn tell<T>(
        &self,
        case: &Case,
        asked: RoutesAsked<'_>,
        of: impl FnOnce(&Telling<'_, '_>, &Strategies, &Case) -> T,
    ) -> Option<T> {
        let supposed = &Case {
            facts: asked.what_if.facts(self, &case.facts),
            ..case.clone()
        };
        let assumed = asked.what_if.assumptions();
        let coming = self.coming(case);
        let clock = coming.clock();
        let graph = self.graph(&supposed.facts, &clock, asked.what_if);
        let trail = Trail::read(asked.after, &graph)?;
        let place = trail.place(&graph);
        let found = strategies_from(&graph, place, assumed.tolerance);
        let library = self.desk.library();
        // What is then possible is told by the law of that time.
        let piece = graph.nodes[place].piece;
        let then = (piece > 0).then(|| self.later(graph.days[piece]));
        let reading = then.as_ref().unwrap_or(self);
        let telling = Telling {
            reading,
            graph: &graph,
            clock: &clock,
            hidden: is_hidden(supposed) && trail.is_empty() && asked.what_if.here.is_none(),
            undecided: reading.undecided(&graph.nodes[place].facts),
            odds: Odds::of(library, self.program.day, &supposed.facts, &assumed),
            assumed,
            trail: &trail,
        };
        Some(of(&telling, &found, supposed))
    }
}

/// The kind of a strategy that stays and waits.
const WAITS: usize = usize::MAX;

/// The kind of those that ask from where one is.
const ASKS: usize = 0;

/// By what strategies are told apart that stand side by side.
fn kind(graph: &Graph, strategy: &Strategy) -> usize {
    let Some(way) = first_way(graph, &strategy.plan) else {
        return WAITS;
    };
    match way.step {
        Step::AskAll(_) | Step::Prepare(_) => ASKS,
        Step::Claim(_) | Step::Appeal(_) => 1,
        Step::Ask(_) => 2,
        Step::Enter(_) | Step::TravelOn(_) => 3 + usize::from(way.in_hand),
        Step::Wait(_) => 5,
    }
}

/// The first few of different kinds, the one that asks and brings the least danger, and to wait; and
/// the rest. Those that begin as was chosen stand among the first, all of them.
fn side_by_side<'s>(
    graph: &Graph,
    found: &'s Strategies,
    first: Option<usize>,
) -> (Vec<&'s Strategy>, Vec<&'s Strategy>) {
    let careful = found
        .all
        .iter()
        .filter(|one| one.variant && kind(graph, one) == ASKS && first.is_none())
        .min_by_key(|one| one.plan.worth.returned);
    let chosen = |one: &Strategy| {
        (first.is_some() && one.plan.way == first)
            || careful.is_some_and(|careful| std::ptr::eq(careful, one))
    };
    let mut places =
        SIDE_BY_SIDE.saturating_sub(found.all.iter().filter(|one| chosen(one)).count());
    let mut kinds = BTreeSet::new();
    found.all.iter().partition(|one| {
        let kind = kind(graph, one);
        if kind == WAITS || chosen(one) {
            return true;
        }
        let shown = !one.variant && kinds.insert(kind) && places > 0;
        places -= usize::from(shown);
        shown
    })
}

fn first_way<'g>(graph: &'g Graph, plan: &Plan) -> Option<&'g Way> {
    plan.way.map(|way| &graph.nodes[plan.place].ways[way])
}

impl Reading<'_> {
    /// The countries to which rules lead, the first few by name.
    fn countries(&self, rules: &[usize]) -> String {
        let codes: BTreeSet<CountryCode> = rules
            .iter()
            .filter_map(|rule| self.program.rules[*rule].destination)
            .collect();
        self.these(&codes, NAMED)
    }

    /// Countries, so many of them by name.
    fn these(&self, codes: &BTreeSet<CountryCode>, most: usize) -> String {
        let mut names: Vec<String> = codes.iter().map(|code| self.country(*code)).collect();
        names.sort();
        let more = names.len().saturating_sub(most);
        names.truncate(most);
        let named = names.join(", ");
        match more {
            0 => named,
            more => format!("{named} {}", self.speech.count("route-and-more", more)),
        }
    }

    fn graph(&self, facts: &Facts, clock: &Clock<'_>, supposed: WhatIf) -> Graph {
        let assumed = supposed.assumptions();
        graph(
            self.desk.library(),
            clock,
            facts,
            &assumed,
            &supposed.of_the_world(self.desk.judgements()),
        )
    }

    fn undecided(&self, facts: &Facts) -> BTreeSet<usize> {
        let residual = self.residual(facts);
        let rules = self.program.rules.iter().enumerate();
        rules
            .filter(|(_, rule)| law::word(&residual, rule) == law::Word::Undecided)
            .map(|(index, _)| index)
            .collect()
    }

    fn link(&self, rule: usize) -> LawLink {
        let rule = &self.program.rules[rule];
        LawLink {
            id: rule.id.clone(),
            title: self.lang.of(&self.book(rule).title).to_owned(),
            country: rule
                .destination
                .map(|code| self.country(code))
                .unwrap_or_default(),
            undecided: false,
        }
    }
}
