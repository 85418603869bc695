//! The minutes in which somebody is stopped and may be handed back: what can still be done there,
//! by the books.

use crate::Lang;
use crate::case::{Case, CaseNumber};
use crate::day;
use crate::desk::{Desk, Reading};
use crate::explain::Explaining;
use crate::person::here;
use crate::speech::say;
use crate::view::{Choice, ClosedWay, RemedyLine, StoppedPage, StoppedWay};
use crate::wall::is_shield;
use facts::{CountryCode, Date, FactId, Facts, Recorded, Scalar};
use law::{
    Happening, InForce, Kind, Reason, Remedy, Residual, Rule, Side, Verdict, Word, facts_after,
    verdict,
};
use std::collections::BTreeSet;

impl Desk {
    /// The page of somebody who is stopped in a country. `at` is what the reader has chosen, as a
    /// code; where that is no country, it is the one in which the person is.
    pub fn stopped(
        &self,
        number: CaseNumber,
        at: &str,
        on: Date,
        lang: Lang,
    ) -> Option<StoppedPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let near = reading.near(case);
        let typed = at.parse().ok().filter(|code| self.is_country(*code));
        let country = typed
            .or_else(|| here(&case.facts))
            .or_else(|| near.iter().next().copied())?;
        let stop = Stop::at(&reading, case, country);
        Some(StoppedPage {
            head: reading.head(case),
            at: country.to_string(),
            country: reading.country(country),
            day: say!(
                reading.speech,
                "stopped-by-the-law-of",
                day = &day::in_words(on, reading.speech)
            ),
            near: reading.choices(near.iter().copied(), country),
            elsewhere: reading
                .choices(self.library().countries.difference(&near).copied(), country),
            own: is_own(&case.facts, country),
            words: reading.first_words(country),
            against_return: stop.open(is_shield),
            claims: stop.open(is_claim),
            closed: stop.closed(),
            beside: reading.beside_entry(country, None),
            papers: reading.papers(&case.facts),
        })
    }

    fn is_country(&self, code: CountryCode) -> bool {
        self.library().countries.contains(&code)
    }
}

fn is_claim(kind: Kind) -> bool {
    kind == Kind::Asylum
}

/// Whether it is a country of the person's own: of citizenship, or the old home of somebody without any.
fn is_own(facts: &Facts, country: CountryCode) -> bool {
    let country = Scalar::Country(country);
    let recorded = |id: &str| facts.get(&FactId(id.into()), None);
    let citizen = matches!(recorded("nationality"), Some(Recorded::Set { shown, .. }) if shown.contains(&country));
    let stateless = recorded("stateless") == Some(&Recorded::yes_no(true));
    citizen
        || stateless && recorded("habitual_residence").and_then(Recorded::value) == Some(&country)
}

/// The verdict on one way for somebody who is stopped, and on which side of the border it is so.
struct Held {
    verdict: Verdict,
    /// Nothing, if both sides say the same word.
    only: Option<Side>,
}

/// A stopped person on one side of the border. Books read a border differently: to some, somebody at
/// a post is in the country already, to others not yet. So each way is decided on both sides, and the
/// better answer stands.
struct Footing {
    side: Side,
    facts: Facts,
    residual: Residual,
}

impl Footing {
    fn of(reading: &Reading<'_>, case: &Case, country: CountryCode, side: Side) -> Footing {
        let library = reading.desk.library();
        let stopped = Happening::StoppedAt(country, side);
        let facts = facts_after(&reading.program, library, &case.facts, &stopped);
        let residual = reading.residual(&facts);
        Footing {
            side,
            facts,
            residual,
        }
    }

    fn decides(&self, reading: &Reading<'_>, rule: usize) -> (Side, Verdict) {
        let library = reading.desk.library();
        let verdict = verdict(&reading.program, library, &self.residual, &self.facts, rule);
        (self.side, verdict)
    }
}

/// A person stopped in a country.
struct Stop<'r, 'd> {
    reading: &'r Reading<'d>,
    case: &'r Case,
    /// Every remedy, protection and claim of that country.
    held: Vec<Held>,
}

impl<'r, 'd> Stop<'r, 'd> {
    fn at(reading: &'r Reading<'d>, case: &'r Case, country: CountryCode) -> Self {
        let footings =
            [Side::OnItsSoil, Side::Before].map(|side| Footing::of(reading, case, country, side));
        let rules = reading.program.rules.iter().enumerate();
        let there = rules.filter(|(_, rule)| {
            let kind = reading.book(rule).kind;
            rule.destination == Some(country) && (is_shield(kind) || is_claim(kind))
        });
        let held = there.map(|(rule, _)| {
            let [soil, before] = footings
                .each_ref()
                .map(|footing| footing.decides(reading, rule));
            better(soil, before)
        });
        Stop {
            held: held.collect(),
            reading,
            case,
        }
    }

    fn explaining<'v>(&'v self, held: &'v Held) -> Explaining<'v, 'd> {
        Explaining {
            reading: self.reading,
            case: self.case,
            verdict: &held.verdict,
        }
    }

    /// Ways of a sort that the law does not close, the most hopeful first.
    fn open(&self, sort: impl Fn(Kind) -> bool) -> Vec<StoppedWay> {
        let mut open: Vec<&Held> = self
            .held
            .iter()
            .filter(|held| {
                held.verdict.word != Word::Closed && sort(self.explaining(held).book().kind)
            })
            .collect();
        open.sort_by_key(|held| self.explaining(held).sign());
        open.into_iter().map(|held| self.way(held)).collect()
    }

    fn closed(&self) -> Vec<ClosedWay> {
        let closed = self
            .held
            .iter()
            .filter(|held| held.verdict.word == Word::Closed);
        closed
            .map(|held| {
                let explaining = self.explaining(held);
                ClosedWay {
                    id: explaining.rule().id.clone(),
                    title: self.title(&explaining),
                    sign: explaining.signed(),
                    law: explaining.closed_line(),
                }
            })
            .collect()
    }

    fn title(&self, explaining: &Explaining<'_, '_>) -> String {
        self.reading.lang.of(&explaining.book().title).to_owned()
    }

    fn way(&self, held: &Held) -> StoppedWay {
        let explaining = self.explaining(held);
        let (rule, book) = (explaining.rule(), explaining.book());
        let leads_to = book.leads_to.as_ref();
        StoppedWay {
            id: rule.id.clone(),
            title: self.title(&explaining),
            sign: explaining.signed(),
            side: held.only.map(|side| self.side(side)),
            law: self.law(&explaining),
            leads_to: leads_to.map(|words| self.reading.lang.of(words).to_owned()),
            remedies: self.remedies(&explaining),
            articles: self.reading.giving(rule),
            to_show: explaining
                .reasons(|reason| matches!(reason, Reason::NotShown(_) | Reason::NotRuledOut(_))),
            weighed: explaining.weighed(),
            practice: explaining.practice(),
        }
    }

    fn side(&self, side: Side) -> String {
        self.reading.speech.say(match side {
            Side::OnItsSoil => "stopped-side-soil",
            Side::Before => "stopped-side-before",
        })
    }

    /// The line of the law; of what is undecided, every fact that still has to be shown.
    fn law(&self, explaining: &Explaining<'_, '_>) -> String {
        let verdict = explaining.verdict;
        if verdict.word != Word::Undecided || verdict.missing.is_empty() {
            return explaining.law_line();
        }
        let labels: BTreeSet<String> = verdict
            .missing
            .iter()
            .map(|missing| self.reading.label(&missing.fact, missing.key.as_deref()))
            .collect();
        let labels: Vec<String> = labels.into_iter().collect();
        say!(
            self.reading.speech,
            "stopped-to-show",
            what = &labels.join("; ")
        )
    }

    fn remedies(&self, explaining: &Explaining<'_, '_>) -> Vec<RemedyLine> {
        let book = explaining.book();
        if book.remedies.is_empty() && is_shield(book.kind) {
            return vec![self.reading.nothing_said_of_time()];
        }
        let row = explaining.row();
        let line = |remedy: &Remedy| self.reading.remedy(remedy, row);
        book.remedies.iter().map(line).collect()
    }
}

/// The better of two answers, and where it holds if they differ.
fn better(a: (Side, Verdict), b: (Side, Verdict)) -> Held {
    let differ = a.1.word != b.1.word;
    let (side, verdict) = if b.1.word > a.1.word { b } else { a };
    Held {
        only: differ.then_some(side),
        verdict,
    }
}

impl Reading<'_> {
    /// Countries in which this person may be stopped: where they are, and where an entry or another
    /// way leads that the law does not close, as far as somebody had looked it up by that day.
    fn near(&self, case: &Case) -> BTreeSet<CountryCode> {
        let residual = self.residual(&case.facts);
        let leads_there = |rule: &&Rule| {
            !is_shield(self.book(rule).kind)
                && !matches!(rule.in_force, InForce::NotKnown(_))
                && law::word(&residual, rule) != Word::Closed
        };
        let ways = self.program.rules.iter().filter(leads_there);
        ways.filter_map(|rule| rule.destination)
            .chain(here(&case.facts))
            .collect()
    }

    /// Countries to choose from, by name.
    fn choices(
        &self,
        countries: impl Iterator<Item = CountryCode>,
        chosen: CountryCode,
    ) -> Vec<Choice> {
        let mut choices: Vec<Choice> = countries
            .map(|code| Choice {
                value: code.to_string(),
                label: self.country(code),
                chosen: code == chosen,
            })
            .collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        choices
    }
}
