//! The brief: the ask on one sheet that leaves the room in somebody's hand.
//!
//! Whatever stands on a sheet may be read by those who hunt the people it speaks for. So it holds
//! the law, which is public; counts of people only as [`SafeCount`]; of what officials said only that
//! and when they said it on the record; and nothing else of anybody's case. What a sheet may not tell
//! must not steer it either: words said in confidence change neither a count nor what is listed.

use crate::Lang;
use crate::case::{Case, Means as Said, Stage, What};
use crate::day;
use crate::desk::{Desk, Reading};
use crate::reach::{Look, Need, Reach};
use crate::safe_count::{STEP, SafeCount, THRESHOLD};
use crate::speech::say;
use crate::view::{Asks, Brief, BriefArticle, EnoughLine, OnePower, PowerGroup, PowerLine};
use facts::{CountryCode, Date};
use law::{Citation, Discretion, How, Means, Rule, Verdict, citation_of};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// The sheet for one power, by its rule; nothing, if no law of the day gives such a power.
    ///
    /// It does not depend on whether the power reaches anybody: that there is a sheet says nothing.
    pub fn brief(&self, power: &str, on: Date, lang: Lang) -> Option<Brief> {
        let reading = self.reading(on, lang);
        let rules = &reading.program.rules;
        let index = rules.iter().position(|rule| rule.id == power)?;
        let country = rules[index].destination?;
        if !reading.gives_a_power(&rules[index]) {
            return None;
        }
        let sheet = Sheet::of(&reading);
        let mut reach = sheet.reach(|other, rule| {
            if other == index {
                Look::Needs
            } else if rule.book == rules[index].book {
                Look::People
            } else {
                Look::Past
            }
        });
        let reaches = sheet.reaches(&reach, index);
        let reached = reach.remove(&index).unwrap_or_default();
        let asks = sheet.one_power(&rules[index], country, &reached, reaches);
        Some(sheet.brief(Asks::Of(asks)))
    }

    /// Whose a power is, by its rule.
    pub(crate) fn country_of_power(&self, power: &str) -> Option<CountryCode> {
        let reading = self.reading(self.caseload().date, Lang::En);
        let mut rules = reading.program.rules.iter();
        rules.find(|rule| rule.id == power)?.destination
    }

    /// The sheet for every government together.
    pub fn brief_for_all(&self, on: Date, lang: Lang) -> Brief {
        let reading = self.reading(on, lang);
        let sheet = Sheet::of(&reading);
        let reach = sheet.reach(|_, _| Look::People);
        sheet.brief(Asks::OfAll(sheet.every_power(&reach)))
    }
}

/// What every sheet of one day starts from.
struct Sheet<'r, 'd> {
    reading: &'r Reading<'d>,
    /// Those in hiding, in the country where most of them hide: the one whole of all sheets. Who has
    /// left or holds a visa is too few to be counted, and is not counted among them.
    hidden: Vec<&'r Case>,
    /// That country, where so many hide that it may be named.
    country: Option<CountryCode>,
    /// How many they are.
    whole: SafeCount,
}

impl<'r, 'd> Sheet<'r, 'd> {
    fn of(reading: &'r Reading<'d>) -> Sheet<'r, 'd> {
        let mut by_country: BTreeMap<Option<CountryCode>, Vec<&Case>> = BTreeMap::new();
        for case in &reading.desk.caseload().cases {
            if case.stage == Stage::Hidden {
                by_country.entry(case.here()).or_default().push(case);
            }
        }
        let most = by_country.into_iter().max_by_key(|(_, cases)| cases.len());
        let (country, hidden) = most.unwrap_or_default();
        let whole = SafeCount::of(hidden.len());
        Sheet {
            reading,
            hidden,
            country: country.filter(|_| whole.is_more_than_few()),
            whole,
        }
    }

    /// Whom of them each power of the day would reach. What counts as an answer is what was decided
    /// in form or said on the record.
    fn reach(&self, look: impl Fn(usize, &Rule) -> Look) -> BTreeMap<usize, Reach> {
        let reading = self.reading;
        let look = |index: usize, rule: &Rule| {
            if reading.gives_a_power(rule) {
                look(index, rule)
            } else {
                Look::Past
            }
        };
        let unanswered = |case: &Case, verdict: &Verdict| {
            !reading.is_answered_by(case.on_record_until(reading.on), case, verdict)
        };
        reading.reach(self.hidden.iter().copied(), look, unanswered)
    }

    fn brief(&self, asks: Asks) -> Brief {
        let speech = self.reading.speech;
        Brief {
            day: day::in_words(self.reading.on, speech),
            situation: self.situation(),
            asks,
            counted: say!(speech, "brief-counted", threshold = THRESHOLD, step = STEP),
        }
    }

    fn situation(&self) -> Vec<String> {
        let speech = self.reading.speech;
        let day = day::in_words(self.reading.desk.caseload().date, speech);
        let count = self.whole.in_words(speech);
        let hidden = match self.country {
            Some(country) => say!(
                speech,
                "brief-hidden-in",
                day = &day,
                count = &count,
                country = &self.reading.country(country)
            ),
            None => say!(speech, "brief-hidden", day = &day, count = &count),
        };
        vec![
            hidden,
            speech.say("brief-not-safe"),
            speech.say("brief-no-right"),
        ]
    }

    /// How many of them a rule reaches, as it may be said.
    ///
    /// Of governments with one law the smallest count stands for each that reaches more than a few:
    /// two sheets side by side must not show who stands otherwise before one of them.
    fn reaches(&self, reach: &BTreeMap<usize, Reach>, index: usize) -> SafeCount {
        let rules = &self.reading.program.rules;
        let people = |index: &usize| reach.get(index).map_or(0, Reach::people);
        let count = |index: &usize| SafeCount::of_part(people(index), self.whole);
        let alike = |other: &&usize| rules[**other].book == rules[index].book;
        let counts = reach.keys().filter(alike).map(count);
        let least = counts.filter(|count| count.is_more_than_few()).min();
        let own = count(&index);
        match least {
            Some(least) if own.is_more_than_few() => least,
            _ => own,
        }
    }

    fn one_power(
        &self,
        rule: &Rule,
        country: CountryCode,
        reached: &Reach,
        reaches: SafeCount,
    ) -> OnePower {
        let reading = self.reading;
        let book = reading.book(rule);
        let mut before = self.answered(country);
        before.extend(self.said(rule, country));
        OnePower {
            country: reading.country(country),
            title: reading.lang.of(&book.title).to_owned(),
            decides: reading.decides(book.discretion),
            articles: self.articles(rule),
            reaches: self.people(reaches),
            before,
            enough: self.enough(rule, reached, reaches),
        }
    }

    /// Powers that reach more than a few, those of one text together. In the order of what is
    /// printed: the order of exact counts would tell more.
    fn every_power(&self, reach: &BTreeMap<usize, Reach>) -> Vec<PowerGroup> {
        let reading = self.reading;
        let mut groups: BTreeMap<Reverse<SafeCount>, BTreeMap<_, Vec<String>>> = BTreeMap::new();
        for index in reach.keys() {
            let rule = &reading.program.rules[*index];
            let reaches = self.reaches(reach, *index);
            if let (Some(country), true) = (rule.destination, reaches.is_more_than_few()) {
                let title = reading.lang.of(&reading.book(rule).title).to_owned();
                let alike = (title, self.articles(rule), self.said(rule, country));
                let group = groups.entry(Reverse(reaches)).or_default();
                let countries = group.entry(alike).or_default();
                countries.push(reading.country(country));
            }
        }
        let line = |((title, articles, said), mut countries): (_, Vec<String>)| {
            countries.sort();
            PowerLine {
                countries: countries.join(", "),
                title,
                articles,
                said,
            }
        };
        let group = |(Reverse(reaches), powers): (_, BTreeMap<_, _>)| PowerGroup {
            reaches: self.people(reaches),
            powers: powers.into_iter().map(line).collect(),
        };
        groups.into_iter().map(group).collect()
    }

    fn people(&self, count: SafeCount) -> String {
        let speech = self.reading.speech;
        let words = count.in_words(speech);
        match count {
            SafeCount::Untold => words,
            SafeCount::Few | SafeCount::AtLeast(_) => say!(speech, "brief-people", count = &words),
        }
    }

    fn articles(&self, rule: &Rule) -> Vec<BriefArticle> {
        let row = rule.row(self.reading.desk.library());
        let windows = self.reading.in_force(rule);
        windows
            .map(|window| self.article(&citation_of(&window.citation, row)))
            .collect()
    }

    fn article(&self, citation: &Citation) -> BriefArticle {
        let speech = self.reading.speech;
        let how = citation.seen.as_ref().map_or(How::Unverified, |it| it.how);
        BriefArticle {
            cite: citation.cite.clone(),
            to_confirm: match how {
                How::Official => None,
                How::Unverified => Some(speech.say("brief-to-confirm")),
                How::OfficialOpening | How::Secondary => {
                    let trust = self.reading.trust(how);
                    Some(format!("{trust}; {}", speech.say("brief-to-confirm")))
                }
            },
        }
    }

    /// How many were granted and refused, whatever they asked for. How many asked is not said: it is
    /// a whole of which these are parts.
    fn answered(&self, country: CountryCode) -> Vec<String> {
        let people = |what: What| {
            let cases = self.reading.desk.caseload().cases.iter();
            let answered = cases.filter(|case| {
                case.steps_until(self.reading.on)
                    .any(|step| step.to == Some(country) && step.what == what)
            });
            // Some of them may be among those in hiding.
            self.people(SafeCount::of_part(answered.count(), self.whole))
        };
        let speech = self.reading.speech;
        vec![
            say!(speech, "brief-granted", people = &people(What::Granted)),
            say!(speech, "brief-refused", people = &people(What::Refused)),
        ]
    }

    /// When officials of a government spoke of a power on the record, and to what end: no words.
    fn said(&self, rule: &Rule, country: CountryCode) -> Vec<String> {
        let (reading, speech) = (self.reading, self.reading.speech);
        let cases = reading.desk.caseload().cases.iter();
        let signals = cases
            .flat_map(|case| case.on_record_until(reading.on))
            .filter(|signal| signal.government == country)
            .filter(|signal| signal.about.iter().any(|id| reading.is_about(rule, id)));
        let said: BTreeSet<(Date, Said)> = signals.map(|it| (it.date, it.means)).collect();
        let line = |(date, means): (Date, Said)| {
            let day = day::in_words(date, speech);
            match means {
                Said::Encouraged => say!(speech, "brief-encouraged", day = &day),
                Said::Discouraged => say!(speech, "brief-discouraged", day = &day),
            }
        };
        said.into_iter().map(line).collect()
    }

    /// What would be enough: the decision itself, and what more than a few of those reached would
    /// need that somebody can arrange or lift. What is only to be found out about a person, or is in
    /// nobody's hands, is a fact of that person's life and stays in the room.
    fn enough(&self, rule: &Rule, reached: &Reach, reaches: SafeCount) -> Vec<EnoughLine> {
        let speech = self.reading.speech;
        let many = |n: usize| SafeCount::of_part(n, reaches).is_more_than_few();
        let count = SafeCount::SMALLEST.in_words(speech);
        let plain = |text: String| EnoughLine {
            text,
            article: None,
        };
        let decision = match self.reading.book(rule).discretion {
            Discretion::Minister => "brief-enough-minister",
            Discretion::Political | Discretion::Adjudicator | Discretion::None => {
                "brief-enough-government"
            }
        };
        let mut lines = vec![plain(speech.say(decision))];
        if many(reached.ready) {
            lines.push(plain(say!(speech, "brief-enough-ready", count = &count)));
        }
        let needs = reached.needs.iter();
        let arranged = needs.filter(|((by, ..), people)| *by == Means::Do && many(**people));
        let things: Vec<String> = arranged.map(|(need, _)| self.thing(need)).collect();
        if !things.is_empty() {
            let what = things.join("; ");
            let text = say!(speech, "brief-enough-arrange", count = &count, what = &what);
            lines.push(plain(text));
        }
        lines.extend(self.lifted(rule, reached, many));
        lines.push(plain(speech.say("brief-enough-rest")));
        lines
    }

    fn thing(&self, (_, fact, key): &Need) -> String {
        self.reading.label(fact, key.as_deref())
    }

    /// Who may lift what stands in the way of more than a few.
    fn lifted(
        &self,
        rule: &Rule,
        reached: &Reach,
        many: impl Fn(usize) -> bool,
    ) -> Vec<EnoughLine> {
        let (reading, speech) = (self.reading, self.reading.speech);
        let row = rule.row(reading.desk.library());
        let waivers = &reading.book(rule).waivers;
        let lifted = reached.lifted().into_iter();
        let used = lifted.filter(|(_, people)| many(*people));
        used.filter_map(|(index, _)| waivers.get(index))
            .map(|waiver| EnoughLine {
                text: say!(
                    speech,
                    "brief-enough-lifted",
                    count = &SafeCount::SMALLEST.in_words(speech),
                    who = &reading.decides(waiver.by)
                ),
                article: Some(self.article(&citation_of(&waiver.citation, row))),
            })
            .collect()
    }
}

impl Reading<'_> {
    /// Whether a law in force on the day gives somebody this power.
    fn gives_a_power(&self, rule: &Rule) -> bool {
        self.is_a_power(rule) && self.in_force(rule).next().is_some()
    }
}
