//! D11: days and spans that tie a text to one record.

use crate::calendar::SaidDay;
use crate::finding::{Category, Finding, Reason, Severity};
use crate::identity::Identified;
use crate::index::Index;
use crate::lexicon::Kind;
use crate::names::NameHit;
use crate::reading::Reading;
use crate::record::{EVENTS, Kinds, bit};
use crate::world::World;
use facts::{Date, Span, add_span};
use std::collections::BTreeSet;
use std::ops::Range;

pub(crate) struct Dates<'a> {
    pub world: &'a World,
    pub index: &'a Index,
    pub reading: &'a Reading,
    pub identified: &'a Identified,
    pub hits: &'a [NameHit],
}

impl Dates<'_> {
    pub(crate) fn find(&self, found: &mut Vec<Finding>) {
        self.days(found);
        self.spans(found);
        self.relatives(found);
    }

    pub(crate) fn add(
        &self,
        found: &mut Vec<Finding>,
        person: usize,
        at: Range<usize>,
        category: Category,
        severity: Severity,
        reason: Reason,
    ) {
        found.push(Finding {
            at: self.reading.text.place(at),
            subject: self.world.persons[person].id.clone(),
            category,
            severity,
            reason,
            already_out: false,
        });
    }

    /// Named, or spoken of by enough traits: in any finding so far.
    pub(crate) fn is_meant(&self, person: usize, found: &[Finding]) -> bool {
        self.identified
            .persons
            .contains_key(&u32::try_from(person).unwrap_or(u32::MAX))
            || found.iter().any(|f| {
                f.subject == self.world.persons[person].id
                    && matches!(f.category, Category::Identity | Category::Attributes)
            })
    }

    fn days(&self, found: &mut Vec<Finding>) {
        for said in &self.reading.days {
            let sentence = self.reading.text.tokens()[said.tokens.start].sentence;
            let events: Vec<&str> = EVENTS
                .iter()
                .copied()
                .filter(|e| self.reading.says(sentence, e) || self.goes_on(sentence, e))
                .collect();
            let tokens = self.reading.text.sentence_of(said.tokens.start);
            let near = events
                .iter()
                .filter_map(|e| self.reading.context_hit(tokens.clone(), e))
                .map(|h| h.tokens.clone())
                .min_by_key(|t| t.start.abs_diff(said.tokens.start))
                .or_else(|| (!events.is_empty()).then(|| said.tokens.clone()));
            let near = near.filter(|_| !self.is_about_the_office(sentence));
            let Some(near) = near else {
                self.day_alone(said, sentence, found);
                continue;
            };
            let matching: Vec<(usize, Date)> = self.matching(said.first, said.last, &events);
            let persons: BTreeSet<usize> = matching.iter().map(|(p, _)| *p).collect();
            let at = near.start.min(said.tokens.start)..near.end.max(said.tokens.end);
            for person in &persons {
                let meant = self.is_meant(*person, found);
                let few = persons.len() < self.world.rules.min_group;
                let counts = if said.is_one_day() {
                    few && (meant || self.is_personal(sentence))
                } else {
                    meant
                };
                if counts {
                    let day = matching
                        .iter()
                        .find(|(p, _)| p == person)
                        .map_or(said.first, |(_, d)| *d);
                    let severity = if said.is_one_day() {
                        Severity::Medium
                    } else {
                        Severity::Low
                    };
                    self.add(
                        found,
                        *person,
                        at.clone(),
                        Category::Date,
                        severity,
                        Reason::Day(day),
                    );
                }
            }
        }
    }

    /// `It was on a Wednesday`: the sentence goes on about what the one before it told.
    fn goes_on(&self, sentence: usize, event: &str) -> bool {
        let Some(before) = sentence.checked_sub(1) else {
            return false;
        };
        let first = self.reading.text.sentences()[sentence].start;
        let word = |t: usize| {
            if t < self.reading.text.tokens().len() {
                self.reading.text.word(t)
            } else {
                ""
            }
        };
        let it = matches!(
            (word(first), word(first + 1)),
            ("it" | "that" | "this", "was" | "happened")
                | ("это", "было" | "случилось" | "произошло")
        );
        it && self.reading.says(before, event)
    }

    /// The very day of something that happened to somebody, in a sentence about one person, whatever its verb.
    fn day_alone(&self, said: &SaidDay, sentence: usize, found: &mut Vec<Finding>) {
        let r = self.reading;
        let others = r.says_any(sentence, &["title", "gov", "generic", "outsider"]);
        let one = r.says_any(sentence, &["he", "she"])
            || r.says(sentence, "live") && self.has_traits(sentence);
        if !said.is_one_day() || others || !one || self.is_about_the_office(sentence) {
            return;
        }
        let events = &self.index.record.events;
        let start = events.partition_point(|(day, ..)| *day < said.first);
        let that_day = events[start..]
            .iter()
            .take_while(|(day, ..)| *day == said.first);
        let persons: BTreeSet<usize> = that_day.map(|(_, p, _)| *p as usize).collect();
        if persons.len() < self.world.rules.min_group {
            for person in persons {
                let reason = Reason::Day(said.first);
                self.add(
                    found,
                    person,
                    said.tokens.clone(),
                    Category::Date,
                    Severity::Medium,
                    reason,
                );
            }
        }
    }

    fn is_personal(&self, sentence: usize) -> bool {
        let r = self.reading;
        r.says_any(
            sentence,
            &[
                "he", "she", "guest", "detain", "release", "hide", "care", "fire",
            ],
        ) || r.says_any(sentence, &["arrive", "leave"])
            && (r.says_any(sentence, &["own", "they", "people"]) || self.has_traits(sentence))
    }

    fn has_traits(&self, sentence: usize) -> bool {
        self.reading
            .hits_in(self.reading.text.sentences()[sentence].clone())
            .any(|h| {
                matches!(
                    h.kind,
                    Kind::Occupation | Kind::Person | Kind::Superlative | Kind::Kin
                ) && h.person
                    && !h.plural
            })
    }

    /// The office, a report, a sum of money moved or arrived: nobody of ours.
    fn is_about_the_office(&self, sentence: usize) -> bool {
        let tokens = self.reading.text.sentences()[sentence].clone();
        let thing = tokens.into_iter().any(|t| {
            matches!(
                self.reading.text.word(t),
                "office"
                    | "report"
                    | "grant"
                    | "letter"
                    | "parcel"
                    | "invoice"
                    | "payment"
                    | "delegation"
                    | "minister"
                    | "mission"
                    | "офис"
                    | "отчет"
                    | "грант"
                    | "письмо"
                    | "посылка"
                    | "аудит"
                    | "министр"
            )
        });
        thing
            && !self
                .reading
                .says_any(sentence, &["he", "she", "guest", "detain"])
    }

    /// Events of the vault within a day of what is said, of a kind that the sentence speaks of.
    fn matching(&self, first: Date, last: Date, events: &[&str]) -> Vec<(usize, Date)> {
        let slack = Span::Days(i32::from(first == last));
        let (from, to) = (add_span(first, slack.reversed()), add_span(last, slack));
        let said = bits(events);
        let record = &self.index.record;
        let start = record.events.partition_point(|(day, ..)| *day < from);
        let within = record.events[start..]
            .iter()
            .take_while(|(day, ..)| *day <= to);
        let mut found: Vec<(usize, Date)> = within
            .filter(|(_, _, kinds)| *kinds == 0 || kinds & said != 0)
            .map(|(day, p, _)| (*p as usize, *day))
            .collect();
        if events.contains(&"birth") {
            let born = record.births.get(&(first.month(), first.day()));
            found.extend(
                born.into_iter()
                    .flatten()
                    .map(|(p, day)| (*p as usize, *day)),
            );
        }
        found
    }

    /// `for nine days`, `five days later`: the distance of two days of one record.
    fn spans(&self, found: &mut Vec<Finding>) {
        let text = &self.reading.text;
        let numbers = self.reading.numbers.iter();
        let counted = numbers
            .filter(|(_, n)| !n.ordinal && n.value > 1)
            .filter_map(|(token, number)| {
                let unit = token + number.tokens;
                let length = days_in((unit < text.tokens().len()).then(|| text.word(unit))?)?;
                let days = i32::try_from(number.value).ok()?.checked_mul(length)?;
                Some((*token, unit, days))
            });
        for (token, unit, days) in counted.chain(self.single_units()) {
            let fitting = self.with_span(text.tokens()[token].sentence, days);
            for person in &fitting {
                if fitting.len() < self.world.rules.min_group || self.is_meant(*person, found) {
                    let (at, reason) = (token..unit + 1, Reason::Span { days });
                    self.add(found, *person, at, Category::Date, Severity::Medium, reason);
                }
            }
        }
    }

    /// `A week`, `неделю`: a length of one, with no number before it.
    fn single_units(&self) -> Vec<(usize, usize, i32)> {
        let text = &self.reading.text;
        let word = |t: usize| {
            if t < text.tokens().len() {
                text.word(t)
            } else {
                ""
            }
        };
        let length = |t: usize| match (word(t), word(t + 1)) {
            ("a" | "one", "week") => Some((t, t + 1, 7)),
            ("a", "fortnight") => Some((t, t + 1, 14)),
            ("неделю", _) => Some((t, t, 7)),
            _ => None,
        };
        (0..text.tokens().len()).filter_map(length).collect()
    }

    /// In whose record two days lie so far apart, of events that the sentence tells.
    fn with_span(&self, sentence: usize, days: i32) -> BTreeSet<usize> {
        let told = EVENTS.iter().copied();
        let events: Vec<&str> = told.filter(|e| self.reading.says(sentence, e)).collect();
        let personal = ["he", "she", "guest", "detain", "release", "fire"];
        if events.is_empty()
            || !self.reading.says_any(sentence, &personal) && !self.has_traits(sentence)
        {
            return BTreeSet::new();
        }
        let said = bits(&events);
        let spans = self.index.record.spans.get(&i64::from(days));
        spans
            .into_iter()
            .flatten()
            .filter(|(_, kinds)| *kinds == 0 || kinds & said != 0)
            .map(|(p, _)| *p as usize)
            .collect()
    }
}

/// The days of a unit of time.
fn days_in(unit: &str) -> Option<i32> {
    match unit {
        "day" | "days" | "nights" | "дня" | "дней" | "суток" | "ночей" | "ночи" => {
            Some(1)
        }
        "weeks" | "недели" | "недель" => Some(7),
        _ => None,
    }
}

/// The kinds of events that a sentence speaks of.
fn bits(events: &[&str]) -> Kinds {
    events
        .iter()
        .filter_map(|event| bit(event))
        .fold(0, |all, bit| all | bit)
}
