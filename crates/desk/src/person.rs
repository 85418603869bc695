//! One person's page: every pathway with its verdict, and beside it practice and what we were told.

use crate::case::{Case, CaseNumber, Stage, What};
use crate::desk::{Desk, Reading};
use crate::explain::Explaining;
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{
    AbsenceNote, Destination, EntryLine, FamilyWay, KnownFact, KnownTopic, PersonHead, PersonPage,
    Quote, Way, WayPage,
};
use crate::wall::is_shield;
use crate::{Lang, day};
use facts::{Basis, CountryCode, Date, FactId, Facts, Known, Recorded, Scalar, Topic, Truth};
use law::{InForce, Kind, Reason, Verdict, Word};
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// One person's page on a day; nothing, if there is no such case.
    pub fn person(&self, number: CaseNumber, on: Date, lang: Lang) -> Option<PersonPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let verdicts = reading.judge(case);
        let usual = self.caseload().date;
        let page = Person {
            reading: &reading,
            case,
            verdicts: &verdicts,
        };
        let (entries, unseen) = page.entries();
        let letting = entries
            .iter()
            .filter(|(sign, _)| *sign == Sign::LetsIn)
            .count();
        Some(PersonPage {
            head: reading.head(case),
            known: reading.known(case),
            compared: on != usual,
            changed: if on == usual {
                Vec::new()
            } else {
                page.changed_since(&self.reading(usual, lang))
            },
            destinations: page.destinations(),
            families: page.families(),
            against_return: page.against_return(),
            entries_sentence: say!(
                reading.speech,
                "entries-sentence",
                n = letting,
                all = entries.len()
            ),
            entries: entries.into_iter().map(|(_, entry)| entry).collect(),
            entries_unseen: unseen,
        })
    }
}

impl Desk {
    /// Everything about one way for one person; nothing, if there is no such case or way that day.
    pub fn way(&self, number: CaseNumber, pathway: &str, on: Date, lang: Lang) -> Option<WayPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let index = reading
            .program
            .rules
            .iter()
            .position(|rule| rule.id == pathway)?;
        let residual = reading.residual(&case.facts);
        let verdict = law::verdict(
            &reading.program,
            self.library(),
            &residual,
            &case.facts,
            index,
        );
        let way = Explaining {
            reading: &reading,
            case,
            verdict: &verdict,
        }
        .way();
        let country = reading.program.rules[index]
            .destination
            .map(|code| reading.country(code))
            .unwrap_or_default();
        Some(WayPage {
            head: reading.head(case),
            country,
            way,
        })
    }
}

/// One case under the law of one day.
pub(crate) struct Person<'r, 'd> {
    pub(crate) reading: &'r Reading<'d>,
    pub(crate) case: &'r Case,
    pub(crate) verdicts: &'r [Verdict],
}

impl<'r, 'd> Person<'r, 'd> {
    pub(crate) fn explaining(&self, verdict: &'r Verdict) -> Explaining<'r, 'd> {
        Explaining {
            reading: self.reading,
            case: self.case,
            verdict,
        }
    }

    fn rule(&self, verdict: &Verdict) -> &'r law::Rule {
        &self.reading.program.rules[verdict.rule]
    }

    fn kind(&self, verdict: &Verdict) -> Kind {
        self.reading.book(self.rule(verdict)).kind
    }

    fn destinations(&self) -> Vec<Destination> {
        let library = self.reading.desk.library();
        let mut codes: BTreeSet<CountryCode> = self.reading.destinations().into_iter().collect();
        codes.extend(self.reading.program.absences.iter().filter_map(|index| {
            library.absences[*index]
                .destination
                .parse::<CountryCode>()
                .ok()
        }));
        let mut ranked: Vec<(bool, Sign, String, Destination)> = codes
            .into_iter()
            .map(|code| {
                let (best, destination) = self.destination(code);
                let untouched = destination.told.is_empty()
                    && destination.ways.iter().all(|way| way.told.is_empty());
                (untouched, best, destination.country.clone(), destination)
            })
            .collect();
        ranked.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
        ranked
            .into_iter()
            .map(|(_, _, _, destination)| destination)
            .collect()
    }

    /// Ways of a destination that are shown one by one: its own, and those of a family that the
    /// person stands before.
    fn destination(&self, code: CountryCode) -> (Sign, Destination) {
        let here = self.case.here() == Some(code);
        let shown = self.verdicts.iter().filter(|verdict| {
            let rule = self.rule(verdict);
            let kind = self.kind(verdict);
            let before_it = kind != Kind::Entry
                && is_live(verdict)
                && (here || verdict.asked_today == Truth::True);
            rule.destination == Some(code)
                && !is_shield(kind)
                && (rule.member.is_none() || before_it)
        });
        let mut explained: Vec<Explaining<'_, '_>> =
            shown.map(|verdict| self.explaining(verdict)).collect();
        let best = explained
            .iter()
            .map(Explaining::sign)
            .min()
            .unwrap_or(Sign::Nothing);
        // What may be asked today stands first, whatever its word.
        explained.sort_by_key(|way| {
            (
                !(is_live(way.verdict) && way.verdict.asked_today == Truth::True),
                way.sign(),
            )
        });
        let ways: Vec<Way> = explained.iter().map(Explaining::way).collect();
        let absences = self.absences(code);
        let told = self.told_elsewhere(code, &explained);
        let at_once = self.at_once(code, &explained, !absences.is_empty());
        (
            best,
            Destination {
                code: code.to_string(),
                country: self.reading.country(code),
                at_once,
                absences,
                told,
                ways,
            },
        )
    }

    fn absences(&self, code: CountryCode) -> Vec<AbsenceNote> {
        let library = self.reading.desk.library();
        let absences = self
            .reading
            .program
            .absences
            .iter()
            .map(|index| &library.absences[*index]);
        absences
            .filter(|absence| absence.destination == code.as_str())
            .map(|absence| AbsenceNote {
                what: self.reading.lang.of(&absence.what).to_owned(),
                article: self.reading.article(&absence.window.citation, None),
            })
            .collect()
    }

    /// What officials of a country said about ways that are not among those shown.
    fn told_elsewhere(&self, code: CountryCode, shown: &[Explaining<'_, '_>]) -> Vec<Quote> {
        let about_shown = |id: &String| {
            shown
                .iter()
                .any(|way| *id == way.rule().id || *id == way.book().id)
        };
        let signals = self
            .case
            .signals_until(self.reading.on)
            .filter(|signal| signal.government == code);
        signals
            .filter(|signal| !signal.about.iter().any(about_shown))
            .map(|signal| self.reading.quote(signal))
            .collect()
    }

    /// The four things that must be read together: is there a class for it, may it be asked today,
    /// what were we told, was anything refused.
    fn at_once(&self, code: CountryCode, ways: &[Explaining<'_, '_>], absent: bool) -> Vec<Signed> {
        let speech = self.reading.speech;
        let mut signs = Vec::new();
        if absent {
            signs.push(Signed::saying(Sign::Closed, speech.say("once-no-class")));
        }
        signs.push(self.may_ask(ways));
        for signal in self
            .case
            .signals_until(self.reading.on)
            .filter(|signal| signal.government == code)
        {
            let quote = self.reading.quote(signal).words;
            let sign = match signal.means {
                crate::case::Means::Discouraged => Sign::Reserved,
                crate::case::Means::Encouraged => Sign::MayAsk,
            };
            signs.push(Signed::saying(
                sign,
                say!(speech, "once-told", words = &quote),
            ));
        }
        signs.push(self.answered(code));
        signs
    }

    fn may_ask(&self, ways: &[Explaining<'_, '_>]) -> Signed {
        let speech = self.reading.speech;
        let titles = |truth: Truth| -> Vec<&str> {
            let ways = ways
                .iter()
                .filter(|way| is_live(way.verdict))
                .filter(|way| way.verdict.asked_today == truth);
            ways.map(|way| self.reading.lang.of(&way.book().title))
                .collect()
        };
        let (yes, unknown) = (titles(Truth::True), titles(Truth::Unknown));
        match (yes.is_empty(), unknown.is_empty()) {
            (false, _) => Signed::saying(
                Sign::NoObstacle,
                say!(speech, "once-may-ask", what = &yes.join("; ")),
            ),
            (true, false) => Signed::saying(Sign::Undecided, speech.say("once-ask-unknown")),
            (true, true) => Signed::saying(Sign::Closed, speech.say("once-ask-nothing")),
        }
    }

    fn answered(&self, code: CountryCode) -> Signed {
        let speech = self.reading.speech;
        let steps = || {
            self.case
                .steps_until(self.reading.on)
                .filter(|step| step.to == Some(code))
        };
        let last = |what: What| steps().filter(|step| step.what == what).last();
        let (sign, step) = match (
            last(What::Granted),
            last(What::Refused),
            last(What::Applied),
            last(What::Asked),
        ) {
            (Some(step), ..) => (Sign::MayAsk, step),
            (None, Some(step), ..) => (Sign::Closed, step),
            (None, None, Some(step), _) | (None, None, None, Some(step)) => (Sign::Undecided, step),
            (None, None, None, None) => {
                return Signed::saying(Sign::Nothing, speech.say("once-nothing"));
            }
        };
        let day = day::partial_in_words(step.date, speech);
        let what = speech.say(match step.what {
            What::Granted => "once-granted",
            What::Refused => "once-refused",
            What::Applied => "once-applied",
            _ => "once-asked",
        });
        Signed::saying(sign, format!("{what}, {day}"))
    }

    /// Families whose members are no destinations of their own, one entry for members that read alike.
    fn families(&self) -> Vec<FamilyWay> {
        self.grouped(|kind| !is_shield(kind) && kind != Kind::Entry)
            .into_iter()
            .map(|members| FamilyWay {
                countries: self.listed(&members),
                count: self.reading.speech.count("n-countries", members.len()),
                way: self.explaining(members[0]).way(),
            })
            .collect()
    }

    /// What could stop a return, where the person is and elsewhere.
    fn against_return(&self) -> Vec<Way> {
        let shields = self
            .verdicts
            .iter()
            .filter(|verdict| is_shield(self.kind(verdict)));
        let here = self.case.here();
        let near = shields.filter(|verdict| {
            self.rule(verdict).member.is_none() || self.rule(verdict).destination == here
        });
        near.map(|verdict| self.explaining(verdict).way()).collect()
    }

    pub(crate) fn here(&self) -> Option<CountryCode> {
        here(&self.case.facts)
    }

    /// Members of families, grouped by book and by how they read; each group is not empty.
    fn grouped(&self, wanted: impl Fn(Kind) -> bool) -> Vec<Vec<&'r Verdict>> {
        let mut groups: BTreeMap<(Sign, usize, String), Vec<&Verdict>> = BTreeMap::new();
        for verdict in self
            .verdicts
            .iter()
            .filter(|verdict| self.rule(verdict).member.is_some() && wanted(self.kind(verdict)))
        {
            let explaining = self.explaining(verdict);
            let reads = format!(
                "{:?}{:?}{:?}",
                verdict.reasons, verdict.asked_today, verdict.as_last_seen
            );
            groups
                .entry((explaining.sign(), self.rule(verdict).book, reads))
                .or_default()
                .push(verdict);
        }
        groups.into_values().collect()
    }

    fn listed(&self, members: &[&Verdict]) -> String {
        let mut names: Vec<String> = members
            .iter()
            .filter_map(|verdict| self.rule(verdict).destination)
            .map(|code| self.reading.country(code))
            .collect();
        names.sort();
        names.join(", ")
    }

    /// Countries where a visitor is let in: those that somebody had looked at by the day, and a
    /// sentence about the others.
    fn entries(&self) -> (Vec<(Sign, EntryLine)>, String) {
        let mut entries: Vec<(bool, Sign, EntryLine)> = Vec::new();
        let mut unseen: Vec<String> = Vec::new();
        for verdict in self
            .verdicts
            .iter()
            .filter(|verdict| self.kind(verdict) == Kind::Entry)
        {
            let Some(code) = self.rule(verdict).destination else {
                continue;
            };
            let country = self.reading.country(code);
            if let Some(Reason::NotInForce(state)) = verdict.reasons.first() {
                if matches!(state, InForce::NotKnown(_)) {
                    unseen.push(country);
                }
                continue;
            }
            let explaining = self.explaining(verdict);
            let beside = self.reading.beside_entry(code, verdict.getting_there);
            let line = EntryLine {
                id: self.rule(verdict).id.clone(),
                country,
                sign: explaining.signed(),
                law: explaining.law_line(),
                beside,
            };
            entries.push((line.beside.warns, explaining.sign(), line));
        }
        entries.sort_by(|a, b| (a.0, a.1, &a.2.country).cmp(&(b.0, b.1, &b.2.country)));
        unseen.sort();
        unseen.dedup();
        let sentence = match unseen.len() {
            0 => String::new(),
            n => say!(
                self.reading.speech,
                "entries-unseen",
                n = n,
                what = &unseen.join(", ")
            ),
        };
        (
            entries
                .into_iter()
                .map(|(_, sign, entry)| (sign, entry))
                .collect(),
            sentence,
        )
    }

    /// What reads otherwise than on the usual day: only ways of their own, so that the list stays short.
    fn changed_since(&self, usual: &Reading<'_>) -> Vec<String> {
        let before = usual.judge(self.case);
        let speech = self.reading.speech;
        let mut lines = Vec::new();
        for verdict in self.verdicts {
            let rule = self.rule(verdict);
            if rule.member.is_some() {
                continue;
            }
            let Some(old) = before
                .iter()
                .find(|old| usual.program.rules[old.rule].id == rule.id)
            else {
                continue;
            };
            let old = Explaining {
                reading: usual,
                case: self.case,
                verdict: old,
            }
            .signed();
            let new = self.explaining(verdict).signed();
            if old != new {
                let country = rule
                    .destination
                    .map(|code| self.reading.country(code))
                    .unwrap_or_default();
                let title = self.reading.lang.of(&self.reading.book(rule).title);
                lines.push(say!(
                    speech,
                    "changed-line",
                    country = &country,
                    title = title,
                    old = &old.word,
                    new = &new.word
                ));
            }
        }
        lines.sort();
        lines
    }
}

impl Reading<'_> {
    /// Who a page is about.
    pub(crate) fn head(&self, case: &Case) -> PersonHead {
        PersonHead {
            number: case.number.0,
            code: self.lang.of(&case.code).to_owned(),
            story: self.lang.of(&case.story).to_owned(),
            stage: self.stage(case),
            drawn: case.drawn,
        }
    }

    fn known(&self, case: &Case) -> Vec<KnownTopic> {
        let vocabulary = &self.desk.library().vocabulary;
        let mut topics: BTreeMap<Topic, Vec<KnownFact>> = BTreeMap::new();
        for (id, key, recorded, basis) in case.facts.iter() {
            let Some(fact) = vocabulary.get(&id.0) else {
                continue;
            };
            let known = KnownFact {
                label: self.fact_label(fact, key),
                value: self.recorded(fact, recorded),
                basis: basis.map(|basis| self.basis(basis)).unwrap_or_default(),
            };
            topics.entry(fact.topic).or_default().push(known);
        }
        topics
            .into_iter()
            .map(|(topic, facts)| KnownTopic {
                name: self.topic(topic),
                facts,
            })
            .collect()
    }

    /// What a fact is called, with the country of its key.
    pub(crate) fn fact_label(&self, fact: &facts::Fact, key: Option<&str>) -> String {
        let key = key.map(|key| match key {
            "*" => self.speech.say("every-country"),
            key => self.place(key),
        });
        let label = self.lang.of(&fact.label);
        label.replace("{country}", key.as_deref().unwrap_or_default())
    }

    pub(crate) fn basis(&self, basis: Basis) -> String {
        self.speech.say(match basis {
            Basis::Said => "basis-said",
            Basis::Document => "basis-document",
            Basis::Caseworker => "basis-caseworker",
            Basis::Assumed => "basis-assumed",
        })
    }

    pub(crate) fn topic(&self, topic: Topic) -> String {
        self.speech.say(match topic {
            Topic::Place => "topic-place",
            Topic::Papers => "topic-papers",
            Topic::Family => "topic-family",
            Topic::Work => "topic-work",
            Topic::Money => "topic-money",
            Topic::Records => "topic-records",
            Topic::Danger => "topic-danger",
            Topic::Bars => "topic-bars",
            Topic::Consent => "topic-consent",
            Topic::Talks => "topic-talks",
        })
    }

    pub(crate) fn recorded(&self, fact: &facts::Fact, recorded: &Recorded) -> String {
        let speech = self.speech;
        let list = |items: Vec<String>, complete: bool| match (items.is_empty(), complete) {
            (true, true) => speech.say("value-none"),
            (true, false) => speech.say("value-unknown"),
            (false, true) => items.join(", "),
            (false, false) => say!(speech, "value-and-perhaps-more", what = &items.join(", ")),
        };
        match recorded {
            Recorded::One(Known::Unknown) => speech.say("value-unknown"),
            Recorded::One(Known::RatherNotSay) => speech.say("value-rather-not"),
            Recorded::One(Known::Contested(values)) => {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| self.scalar(fact, None, value))
                    .collect();
                say!(speech, "value-contested", what = &values.join(" / "))
            }
            Recorded::One(Known::Value(value)) => self.scalar(fact, None, value),
            Recorded::Set {
                shown, complete, ..
            } => list(
                shown
                    .iter()
                    .map(|value| self.scalar(fact, None, value))
                    .collect(),
                *complete,
            ),
            Recorded::List { records, complete } => {
                let record = |record: &facts::Record| {
                    let fields: Vec<String> = record
                        .iter()
                        .map(|(field, value)| self.scalar(fact, Some(field), value))
                        .collect();
                    format!("({})", fields.join(", "))
                };
                list(records.iter().map(record).collect(), *complete)
            }
        }
    }

    /// A value in words; enum values by the names that the vocabulary gives them.
    pub(crate) fn scalar(&self, fact: &facts::Fact, field: Option<&str>, value: &Scalar) -> String {
        match value {
            Scalar::Bool(true) => self.speech.say("value-yes"),
            Scalar::Bool(false) => self.speech.say("value-no"),
            Scalar::Number(number) => number.to_string(),
            Scalar::Date(date) => day::partial_in_words(*date, self.speech),
            Scalar::Country(code) => self.country(*code),
            Scalar::Text(text) => self.named(fact, field, text),
        }
    }

    fn named(&self, fact: &facts::Fact, field: Option<&str>, text: &str) -> String {
        let of = match (&fact.of, field) {
            (facts::Type::One(of) | facts::Type::Set(of), _) => Some(of),
            (facts::Type::List(fields), Some(field)) => fields.get(field),
            (facts::Type::List(_), None) => None,
        };
        match of {
            Some(facts::FieldType::Enum(values)) => {
                values.get(text).map(|words| self.lang.of(words).to_owned())
            }
            _ => None,
        }
        .unwrap_or_else(|| text.to_owned())
    }
}

/// The country in which somebody is, if it is known.
pub(crate) fn here(facts: &Facts) -> Option<CountryCode> {
    match facts.get(&FactId("here".into()), None)?.value()? {
        Scalar::Country(code) => Some(*code),
        _ => None,
    }
}

/// Whether the law leaves it alive: not closed, or closed by what somebody may lift.
pub(crate) fn is_live(verdict: &Verdict) -> bool {
    verdict.word != Word::Closed || !verdict.may_be_lifted_by.is_empty()
}

/// Whether a case is one of somebody still hiding in the country of origin.
pub(crate) fn is_hidden(case: &Case) -> bool {
    case.stage == Stage::Hidden
}
