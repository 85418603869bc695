//! Which change of law would open most: each condition struck in turn, and each part of one, for
//! everyone of the caseload.
//!
//! Nobody is named here. Entry for a visit is left aside, since it never stands without return and
//! pursuit beside it; so are remedies, which lead nowhere by themselves.

use crate::desk::{Desk, Reading};
use crate::level::Level;
use crate::speech::say;
use crate::struck_part::Asks;
use crate::view::{
    GainLine, LevelChoice, ReformLine, ReformList, ReformsPage, StruckLine, WayName,
};
use crate::wall::is_shield;
use crate::{Lang, day};
use facts::{Date, Facts, Truth, Words};
use law::{Citation, Gain, Kind, People, Planes, Reforms, Role, Rule, Struck, Window, citation_of};
use routes::{Ground, Hazard};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;

/// So many single conditions are shown, and so many pairs.
const SHOWN: usize = 30;
const SHOWN_PAIRS: usize = 12;
/// So many milder changes.
const SHOWN_PARTS: usize = 12;

/// More countries than this stand folded.
const FEW_COUNTRIES: usize = 6;

impl Desk {
    /// Which change of law would open most on a day, among ways to places of this level.
    pub fn reforms(&self, on: Date, level: Level, lang: Lang) -> ReformsPage {
        let reading = self.reading(on, lang);
        let found = reading.found_reforms(level);
        ReformsPage {
            lead: say!(
                reading.speech,
                "reforms-lead",
                day = &day::in_words(on, reading.speech)
            ),
            levels: reading.levels(level),
            lists: found.iter().map(|list| reading.list(list, level)).collect(),
            asleep: reading.asleep(),
        }
    }
}

/// Which change of law would open most on a day, as text for a terminal.
pub fn reforms_text(desk: &Desk, on: Date, level: Level, lang: Lang) -> String {
    let speech = crate::Speech::of(lang);
    let page = desk.reforms(on, level, lang);
    let mut text = format!("{}\n{}\n", page.lead, speech.say("reforms-left-out"));
    for list in &page.lists {
        let _ = write!(text, "\n{}\n{}\n", list.head.to_uppercase(), list.about);
        let parts = [
            (String::new(), &list.conditions, &list.more_conditions),
            (speech.say("reforms-parts"), &list.parts, &list.more_parts),
            (speech.say("reforms-pairs"), &list.pairs, &list.more_pairs),
            (speech.say("reforms-orders"), &list.orders, &String::new()),
        ];
        for (head, lines, more) in parts.iter().filter(|(_, lines, _)| !lines.is_empty()) {
            let _ = writeln!(text, "{head}");
            lines.iter().for_each(|line| write_line(&mut text, line));
            if !more.is_empty() {
                let _ = writeln!(text, "{more}");
            }
        }
    }
    let _ = write!(text, "\n{}", page.asleep);
    text.trim_end().to_owned()
}

fn write_line(text: &mut String, line: &ReformLine) {
    for struck in &line.struck {
        let article = &struck.article;
        let _ = writeln!(text, "  {}: {}", struck.role, struck.says);
        if let Some(part) = &struck.part {
            let _ = writeln!(text, "      {part}");
        }
        let _ = writeln!(text, "      {} · {}", article.cite, article.seen);
    }
    for way in &line.ways {
        let _ = writeln!(text, "      {} ({})", way.title, way.id);
    }
    for gain in &line.gains {
        let _ = writeln!(text, "    {}: {}", gain.countries, gain.people.join("; "));
    }
}

/// Which way a place counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Counted,
    NobodyLooked,
}

/// The changes that open ways to places of one sort.
pub(crate) struct FoundReforms {
    place: Place,
    /// Single conditions, parts of one, pairs and orders, each with those that open most first.
    pub(crate) conditions: Vec<Alike>,
    pub(crate) parts: Vec<Alike>,
    pub(crate) pairs: Vec<Alike>,
    pub(crate) orders: Vec<Alike>,
}

impl FoundReforms {
    /// Whether these are the places asked about, and not those of which nobody has said anything.
    pub(crate) fn is_counted(&self) -> bool {
        self.place == Place::Counted
    }
}

/// One change of law in ways that read the same and open for the same people: the members of a
/// family, or every way that an order closes.
pub(crate) struct Alike {
    pub(crate) struck: Vec<Struck>,
    pub(crate) rules: Vec<usize>,
    pub(crate) from_closed: People,
    pub(crate) from_undecided: People,
    /// The article of each that is struck.
    pub(crate) citations: Vec<Citation>,
    /// What a part asks that is struck.
    pub(crate) asks: BTreeSet<Asks>,
}

/// What is struck, as its book calls it.
pub(crate) struct Named<'b> {
    /// Requirement or bar; nothing, if it is an order.
    pub(crate) role: Option<Role>,
    pub(crate) id: &'b str,
    /// What it says when it fails or applies; of an order, its title.
    pub(crate) says: &'b Words,
}

impl Reading<'_> {
    /// The changes that open ways for somebody, for the places of this level, and for those of which
    /// nobody has said how dangerous they are.
    pub(crate) fn found_reforms(&self, level: Level) -> Vec<FoundReforms> {
        let library = self.desk.library();
        let ground = Ground::of(library, self.program.day);
        let cases = self.desk.caseload().cases.iter();
        let people: Vec<Facts> = cases.map(|case| case.facts.clone()).collect();
        let reforms = Reforms::of(library, &self.program, |rule| {
            self.is_way(rule) && place(&ground, rule, level).is_some()
        });
        let gains = reforms.gains(&Planes::of(&self.program, &people));
        let of_place = |wanted: Place| {
            let rule = |gain: &&Gain| &self.program.rules[gain.reform.rule];
            let there = gains
                .iter()
                .filter(|gain| place(&ground, rule(gain), level) == Some(wanted));
            self.found(wanted, there, &reforms)
        };
        match level {
            Level::Any => vec![of_place(Place::Counted)],
            Level::MediumLow | Level::Medium | Level::MediumHigh => {
                vec![of_place(Place::Counted), of_place(Place::NobodyLooked)]
            }
        }
    }

    /// Whether a pathway leads anywhere by itself, and may stand alone on a page.
    fn is_way(&self, rule: &Rule) -> bool {
        let kind = self.book(rule).kind;
        kind != Kind::Entry && !is_shield(kind)
    }

    fn found<'g>(
        &self,
        place: Place,
        gains: impl Iterator<Item = &'g Gain>,
        reforms: &Reforms<'_>,
    ) -> FoundReforms {
        let mut found = FoundReforms {
            place,
            conditions: Vec::new(),
            parts: Vec::new(),
            pairs: Vec::new(),
            orders: Vec::new(),
        };
        for gain in gains {
            let alone = self.alone(gain, reforms);
            match (gain.reform.struck, gain.reform.with) {
                (Struck::Overlay(_), _) => join_order(&mut found.orders, alone),
                (Struck::Clause(_), None) => self.stand_together(&mut found.conditions, alone),
                (Struck::Clause(_), Some(_)) => self.stand_together(&mut found.pairs, alone),
                (Struck::Part { .. }, _) => self.stand_together(&mut found.parts, alone),
            }
        }
        let FoundReforms {
            conditions,
            parts,
            pairs,
            orders,
            ..
        } = &mut found;
        for list in [conditions, parts, pairs, orders] {
            list.sort_by_key(|alike| {
                let counts = [&alike.from_closed, &alike.from_undecided].map(People::count);
                Reverse((counts, alike.rules.len()))
            });
        }
        found
    }

    /// Members of one family in which the same condition opens the way for the same people, by the same
    /// article, stand together.
    fn stand_together(&self, list: &mut Vec<Alike>, new: Alike) {
        let same = |other: &&mut Alike| {
            self.book_of(other) == self.book_of(&new)
                && other.struck == new.struck
                && other.from_closed == new.from_closed
                && other.from_undecided == new.from_undecided
                && other.citations == new.citations
                && other.asks == new.asks
        };
        match list.iter_mut().find(same) {
            Some(other) => other.rules.extend(new.rules),
            None => list.push(new),
        }
    }

    fn alone(&self, gain: &Gain, reforms: &Reforms<'_>) -> Alike {
        let rule = &self.program.rules[gain.reform.rule];
        let struck: Vec<Struck> = std::iter::once(gain.reform.struck)
            .chain(gain.reform.with)
            .collect();
        let citations = struck
            .iter()
            .filter_map(|struck| self.struck_citation(rule, *struck));
        Alike {
            citations: citations.collect(),
            asks: self.asks_of_part(gain, reforms),
            struck,
            rules: vec![gain.reform.rule],
            from_closed: gain.from_closed.clone(),
            from_undecided: gain.from_undecided.clone(),
        }
    }

    /// The article of what is struck: for an order, that under which it is in force on the day.
    fn struck_citation(&self, rule: &Rule, struck: Struck) -> Option<Citation> {
        let library = self.desk.library();
        let own = match struck {
            Struck::Clause(clause) | Struck::Part { clause, .. } => {
                &self.book(rule).clauses.get(clause)?.citation
            }
            Struck::Overlay(index) => {
                let mut windows = library.overlays.get(index)?.in_force.iter();
                let today = |window: &&Window| window.covers(self.program.day) != Truth::False;
                &windows.find(today)?.citation
            }
        };
        Some(citation_of(own, rule.row(library)))
    }

    fn levels(&self, chosen: Level) -> Vec<LevelChoice> {
        let choice = |level: Level| LevelChoice {
            word: level.word(),
            label: self.level(level),
            chosen: level == chosen,
        };
        Level::ALL.into_iter().map(choice).collect()
    }

    fn level(&self, level: Level) -> String {
        self.speech.say(match level {
            Level::MediumLow => "level-medium-low",
            Level::Medium => "level-medium",
            Level::MediumHigh => "level-medium-high",
            Level::Any => "level-any",
        })
    }

    fn list(&self, found: &FoundReforms, level: Level) -> ReformList {
        let [conditions, parts, pairs, orders] =
            [&found.conditions, &found.parts, &found.pairs, &found.orders]
                .map(|list| self.lines(list));
        let more = |list: &[ReformLine], most: usize| match list.len().saturating_sub(most) {
            0 => String::new(),
            n => self.speech.count("reforms-more", n),
        };
        let first = |list: &[ReformLine], most: usize| list.iter().take(most).cloned().collect();
        let (head, about) = match (found.place, level) {
            (Place::NobodyLooked, _) => ("reforms-not-looked", "reforms-not-looked-text"),
            (Place::Counted, Level::Any) => ("reforms-anywhere", "reforms-anywhere-text"),
            (Place::Counted, _) => ("reforms-counted", "reforms-counted-text"),
        };
        let level = self.level(level);
        ReformList {
            head: self.speech.with(head, &[("level", (&level).into())]),
            about: self.speech.say(about),
            conditions: first(&conditions, SHOWN),
            more_conditions: more(&conditions, SHOWN),
            parts: first(&parts, SHOWN_PARTS),
            more_parts: more(&parts, SHOWN_PARTS),
            pairs: first(&pairs, SHOWN_PAIRS),
            more_pairs: more(&pairs, SHOWN_PAIRS),
            orders,
        }
    }

    /// A line for each change: what a family's condition opens for other people in other countries
    /// stands in the line of those for whom it opens most.
    fn lines(&self, list: &[Alike]) -> Vec<ReformLine> {
        let mut lines: Vec<(&Alike, ReformLine)> = Vec::new();
        for alike in list {
            let same = |(first, _): &&mut (&Alike, ReformLine)| {
                first.struck == alike.struck
                    && first.citations == alike.citations
                    && first.asks == alike.asks
                    && self.book_of(first) == self.book_of(alike)
            };
            match lines.iter_mut().find(same) {
                Some((_, line)) => line.gains.push(self.gain(alike)),
                None => lines.push((alike, self.line(alike))),
            }
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }

    fn line(&self, alike: &Alike) -> ReformLine {
        let rules = alike.rules.iter().map(|rule| &self.program.rules[*rule]);
        let mut ways: Vec<WayName> = rules.map(|rule| self.way_name(rule)).collect();
        ways.dedup();
        ReformLine {
            struck: self.struck(alike),
            ways,
            gains: vec![self.gain(alike)],
        }
    }

    fn gain(&self, alike: &Alike) -> GainLine {
        let rules = alike.rules.iter().map(|rule| &self.program.rules[*rule]);
        let countries: BTreeSet<String> = rules
            .filter_map(|rule| Some(self.country(rule.destination?)))
            .collect();
        let people = [
            ("reforms-from-closed", alike.from_closed.count()),
            ("reforms-from-undecided", alike.from_undecided.count()),
        ];
        let people = people.into_iter().filter(|(_, n)| *n > 0);
        GainLine {
            people: people.map(|(id, n)| self.speech.count(id, n)).collect(),
            many: if countries.len() > FEW_COUNTRIES {
                self.speech.count("n-countries", countries.len())
            } else {
                String::new()
            },
            countries: countries.into_iter().collect::<Vec<_>>().join(", "),
        }
    }

    /// The book whose condition is struck: the same for all that stands together.
    fn book_of(&self, alike: &Alike) -> usize {
        self.program.rules[alike.rules[0]].book
    }

    fn way_name(&self, rule: &Rule) -> WayName {
        let book = self.book(rule);
        WayName {
            id: book.id.clone(),
            title: self.lang.of(&book.title).to_owned(),
        }
    }

    fn struck(&self, alike: &Alike) -> Vec<StruckLine> {
        let line = |(struck, citation): (&Struck, &Citation)| {
            let named = self.name_of(alike, *struck);
            StruckLine {
                role: self.speech.say(match named.role {
                    Some(Role::Requirement) => "reforms-requirement",
                    Some(Role::Bar) => "reforms-bar",
                    None => "reforms-order",
                }),
                says: self.lang.of(named.says).to_owned(),
                part: match (struck, named.role) {
                    (Struck::Part { .. }, Some(role)) => {
                        Some(self.part_in_words(&alike.asks, role))
                    }
                    _ => None,
                },
                article: self.article(citation, None),
            }
        };
        let struck = alike.struck.iter().zip(&alike.citations);
        struck.map(line).collect()
    }

    /// What is struck, as its book calls it.
    pub(crate) fn name_of(&self, alike: &Alike, struck: Struck) -> Named<'_> {
        match struck {
            Struck::Clause(clause) | Struck::Part { clause, .. } => {
                let clause = &self.book(&self.program.rules[alike.rules[0]]).clauses[clause];
                Named {
                    role: Some(clause.role),
                    id: &clause.id,
                    says: &clause.says,
                }
            }
            Struck::Overlay(index) => {
                let overlay = &self.desk.library().overlays[index];
                Named {
                    role: None,
                    id: &overlay.id,
                    says: &overlay.title,
                }
            }
        }
    }

    /// How many ways are not in force on the day, or only for those named.
    fn asleep(&self) -> String {
        let asleep = |rule: &&Rule| {
            let sleeps = rule.in_force.truth() == Truth::False || rule.in_force.is_limited();
            sleeps && self.is_way(rule)
        };
        match self.program.rules.iter().filter(asleep).count() {
            0 => String::new(),
            n => self.speech.count("reforms-asleep", n),
        }
    }
}

/// An order is lifted from every way at once.
fn join_order(list: &mut Vec<Alike>, new: Alike) {
    match list.iter_mut().find(|other| other.struck == new.struck) {
        Some(other) => {
            other.rules.extend(new.rules);
            other.from_closed = other.from_closed.and(&new.from_closed);
            other.from_undecided = other.from_undecided.and(&new.from_undecided);
        }
        None => list.push(new),
    }
}

/// Whether a way leads to a place of this level, or to one of which nobody has said how dangerous it
/// is; nothing, if it leads to a more dangerous one.
fn place(ground: &Ground, rule: &Rule, level: Level) -> Option<Place> {
    let hazard = rule
        .destination
        .map_or(Hazard::NotKnown, |country| ground.hazard(country));
    match hazard {
        hazard if level.admits(hazard) => Some(Place::Counted),
        Hazard::NotKnown => Some(Place::NobodyLooked),
        _ => None,
    }
}
