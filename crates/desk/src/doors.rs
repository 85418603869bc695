//! What an event closes, opens, or only weighs against, each by its own article.

use crate::Lang;
use crate::case::{Case, CaseNumber};
use crate::desk::{Desk, Reading};
use crate::explain::{Explaining, sign_of};
use crate::person::{Person, is_hidden, is_live};
use crate::sign::Sign;
use crate::speech::say;
use crate::view::{AskFirst, Choice, DoorLine, DoorsPage, EventDoors, LeaveFirst, Noted, WayLink};
use crate::wall::is_shield;
use facts::{CountryCode, Date, Facts, Truth};
use law::{Door, Happening, Kind, Role, Swing, Verdict, Word, doors, doors_between};
use std::collections::BTreeSet;

/// Events that a book may describe, in the order in which they can happen.
const EVENTS: [(&str, &str); 4] = [
    ("refused", "event-refused"),
    ("turned_back", "event-turned-back"),
    ("lodged", "event-lodged"),
    ("granted", "event-granted"),
];

/// The choice that stands for being removed to the country of nationality: no book describes it,
/// and any stay abroad can end so.
const REMOVED: &str = "removed";

impl Desk {
    /// The doors of one person. `pathway` and `event` are what the reader has chosen: `us.visa.b`
    /// and `refused`; or `left` and a country; nothing is chosen where they make no sense.
    pub fn doors(
        &self,
        number: CaseNumber,
        pathway: &str,
        event: &str,
        on: Date,
        lang: Lang,
    ) -> Option<DoorsPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let verdicts = reading.judge(case);
        let person = Person {
            reading: &reading,
            case,
            verdicts: &verdicts,
        };
        let standing = Standing {
            reading: &reading,
            case,
            person: &person,
        };
        let rule = reading
            .program
            .rules
            .iter()
            .position(|rule| rule.id == pathway);
        let destination = pathway
            .strip_prefix("leave.")
            .and_then(|code| code.parse().ok());
        Some(DoorsPage {
            head: reading.head(case),
            hidden: is_hidden(case),
            ask_first: standing.ask_first(),
            leave_first: standing.leave_first(destination)?,
            pathways: standing.pathways(pathway),
            events: standing.events(event),
            chosen: match rule {
                Some(rule) => standing.chosen(rule, event),
                None if pathway == REMOVED => standing.removed(),
                None => None,
            },
        })
    }
}

/// The doors that moved between today and another situation of the same person, in which some
/// pathways are spent.
pub(crate) fn doors_at(
    reading: &Reading<'_>,
    case: &Case,
    there: &Facts,
    head: String,
    spent: &BTreeSet<usize>,
) -> EventDoors {
    let verdicts = reading.judge(case);
    let person = Person {
        reading,
        case,
        verdicts: &verdicts,
    };
    let standing = Standing {
        reading,
        case,
        person: &person,
    };
    let library = reading.desk.library();
    let moved = doors_between(&reading.program, library, &case.facts, there);
    let arrived = routes::country_of(there).filter(|there| person.here() != Some(*there));
    standing.told(&moved, head, arrived, spent)
}

struct Standing<'r, 'd> {
    reading: &'r Reading<'d>,
    case: &'r Case,
    person: &'r Person<'r, 'd>,
}

impl<'r, 'd> Standing<'r, 'd> {
    fn rule(&self, verdict: &Verdict) -> &'r law::Rule {
        &self.reading.program.rules[verdict.rule]
    }

    fn explaining<'v>(&'v self, verdict: &'v Verdict) -> Explaining<'v, 'd> {
        Explaining {
            reading: self.reading,
            case: self.case,
            verdict,
        }
    }

    /// Ways that may be asked for today and that the law does not close.
    fn askable(&self) -> Vec<&'r Verdict> {
        let mut ways: Vec<&Verdict> = self
            .person
            .verdicts
            .iter()
            .filter(|verdict| {
                let kind = self.reading.book(self.rule(verdict)).kind;
                is_live(verdict)
                    && verdict.asked_today == Truth::True
                    && kind != Kind::Entry
                    && !is_shield(kind)
            })
            .collect();
        ways.sort_by_key(|verdict| self.explaining(verdict).sign());
        ways
    }

    fn ask_first(&self) -> AskFirst {
        let askable = self.askable();
        let ways = askable.iter().map(|verdict| self.link(verdict)).collect();
        let mut all = EventDoors {
            head: String::new(),
            sum: String::new(),
            closes: vec![],
            opens: vec![],
            weighs: vec![],
        };
        for verdict in &askable {
            let happening = Happening::OfRule {
                rule: verdict.rule,
                event: "refused".into(),
            };
            let one = self.event_doors(&happening, String::new(), Some(verdict.rule));
            merge(&mut all.closes, one.closes);
            merge(&mut all.opens, one.opens);
            merge(&mut all.weighs, one.weighs);
        }
        all.head = self.reading.speech.say("ask-refused");
        all.sum = self.sum(&all);
        AskFirst {
            ways,
            if_refused: all,
        }
    }

    fn link(&self, verdict: &Verdict) -> WayLink {
        let explaining = self.explaining(verdict);
        let rule = self.rule(verdict);
        let title = self.titled(rule);
        WayLink {
            id: rule.id.clone(),
            title,
            sign: explaining.signed(),
        }
    }

    /// "United States: visitor visa".
    fn titled(&self, rule: &law::Rule) -> String {
        let title = self.reading.lang.of(&self.reading.book(rule).title);
        let country = rule.destination.map(|code| self.reading.country(code));
        match country.filter(|country| !title.starts_with(country.as_str())) {
            Some(country) => say!(
                self.reading.speech,
                "country-title",
                country = &country,
                title = title
            ),
            None => title.to_owned(),
        }
    }

    fn leave_first(&self, chosen: Option<CountryCode>) -> Option<LeaveFirst> {
        let mut countries = self.reachable();
        let country = chosen.filter(|code| countries.iter().any(|(_, other)| other == code));
        let country = country.or_else(|| countries.first().map(|(_, code)| *code))?;
        countries.sort_by_key(|(name, _)| name.clone());
        let choices = countries.into_iter().map(|(label, code)| Choice {
            value: format!("leave.{code}"),
            label,
            chosen: code == country,
        });
        let name = self.reading.country(country);
        let head = say!(self.reading.speech, "leave-head", country = &name);
        Some(LeaveFirst {
            choices: choices.collect(),
            doors: self.event_doors(&Happening::MovedTo(country), head, None),
            beside: self.reading.beside_entry(country, None),
            country: name,
        })
    }

    /// Countries that a visitor may enter without a visa, the least closed first.
    fn reachable(&self) -> Vec<(String, CountryCode)> {
        let here = self.person.case.here();
        let mut found: Vec<(bool, Sign, String, CountryCode)> = Vec::new();
        for verdict in self.person.verdicts {
            let rule = self.rule(verdict);
            let Some(code) = rule.destination.filter(|code| Some(*code) != here) else {
                continue;
            };
            let known = !matches!(verdict.reasons.first(), Some(law::Reason::NotInForce(_)));
            if self.reading.book(rule).kind == Kind::Entry && known && verdict.word != Word::Closed
            {
                let warned = self.reading.beside_entry(code, None).warns;
                found.push((
                    warned,
                    sign_of(verdict, Kind::Entry),
                    self.reading.country(code),
                    code,
                ));
            }
        }
        found.sort();
        found.dedup_by_key(|(_, _, _, code)| *code);
        found
            .into_iter()
            .map(|(_, _, name, code)| (name, code))
            .collect()
    }

    fn pathways(&self, chosen: &str) -> Vec<Choice> {
        let own = self
            .person
            .verdicts
            .iter()
            .map(|verdict| self.rule(verdict));
        let own = own.filter(|rule| rule.member.is_none() || rule.id == chosen);
        let mut choices: Vec<Choice> = own
            .filter(|rule| {
                EVENTS
                    .iter()
                    .any(|(event, _)| self.reading.book(rule).events.contains_key(*event))
            })
            .map(|rule| Choice {
                value: rule.id.clone(),
                label: self.titled(rule),
                chosen: rule.id == chosen,
            })
            .collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        if self.home_if_abroad().is_some() {
            let label = self.reading.speech.say("event-removed");
            choices.push(Choice {
                value: REMOVED.to_owned(),
                label,
                chosen: chosen == REMOVED,
            });
        }
        choices
    }

    fn events(&self, chosen: &str) -> Vec<Choice> {
        let choice = |(event, words): (&str, &str)| Choice {
            value: event.to_owned(),
            label: self.reading.speech.say(words),
            chosen: event == chosen,
        };
        EVENTS.map(choice).into()
    }

    fn chosen(&self, rule: usize, event: &str) -> Option<EventDoors> {
        let (event, words) = EVENTS
            .into_iter()
            .find(|(known, _)| *known == event)
            .unwrap_or(EVENTS[0]);
        let named = &self.reading.program.rules[rule];
        let head = say!(
            self.reading.speech,
            "country-title",
            country = &self.titled(named),
            title = &self.reading.speech.say(words)
        );
        if !self.reading.book(named).events.contains_key(event) {
            let sum = self.reading.speech.say("event-not-here");
            return Some(EventDoors {
                head,
                sum,
                closes: vec![],
                opens: vec![],
                weighs: vec![],
            });
        }
        let happening = Happening::OfRule {
            rule,
            event: event.to_owned(),
        };
        Some(self.event_doors(&happening, head, Some(rule)))
    }

    /// Removed from where the person is, to the country of nationality; nothing, if they are there.
    fn removed(&self) -> Option<EventDoors> {
        let home = self.home_if_abroad()?;
        let country = self.reading.country(home);
        let head = say!(self.reading.speech, "removed-head", country = &country);
        Some(self.event_doors(&Happening::RemovedTo(home), head, None))
    }

    fn home_if_abroad(&self) -> Option<CountryCode> {
        let nationality = self
            .case
            .facts
            .get(&facts::FactId("nationality".into()), None)?;
        let facts::Recorded::Set { shown, .. } = nationality else {
            return None;
        };
        let home = shown.iter().find_map(|value| match value {
            facts::Scalar::Country(code) => Some(*code),
            _ => None,
        })?;
        (self.person.case.here() != Some(home)).then_some(home)
    }

    /// Whether a door is the entry to the country in which the person then is: being there already
    /// is no news.
    fn is_arrival(&self, door: &Door, arrived: Option<CountryCode>) -> bool {
        let rule = self.rule(&door.after);
        arrived.is_some()
            && rule.destination == arrived
            && self.reading.book(rule).kind == Kind::Entry
    }

    /// What an event moves. The pathway that it belongs to is left out: it is spent, which is no news.
    fn event_doors(&self, happening: &Happening, head: String, own: Option<usize>) -> EventDoors {
        let moved = doors(
            &self.reading.program,
            self.reading.desk.library(),
            &self.case.facts,
            happening,
        );
        let arrived = match happening {
            Happening::MovedTo(country) | Happening::RemovedTo(country) => Some(*country),
            Happening::OfRule { .. } | Happening::StoppedAt(..) => None,
        };
        self.told(&moved, head, arrived, &own.into_iter().collect())
    }

    /// Doors that moved, in words, without the pathways that are spent.
    fn told(
        &self,
        moved: &[Door],
        head: String,
        arrived: Option<CountryCode>,
        spent: &BTreeSet<usize>,
    ) -> EventDoors {
        let is_news =
            |door: &&Door| !self.is_arrival(door, arrived) && !spent.contains(&door.after.rule);
        let of = |swing: Swing| -> Vec<DoorLine> {
            let mut lines: Vec<DoorLine> = Vec::new();
            let moved = moved.iter().filter(is_news);
            for door in moved.filter(|door| door.swing() == swing) {
                merge(&mut lines, vec![self.door_line(door)]);
            }
            lines
        };
        let mut found = EventDoors {
            head,
            sum: String::new(),
            closes: of(Swing::Closes),
            opens: of(Swing::Opens),
            weighs: of(Swing::WeighedOnly),
        };
        found.sum = self.sum(&found);
        found
    }

    fn sum(&self, found: &EventDoors) -> String {
        let speech = self.reading.speech;
        match (
            found.closes.is_empty(),
            found.opens.is_empty(),
            found.weighs.is_empty(),
        ) {
            (true, true, true) => speech.say("doors-nothing"),
            (true, true, false) => speech.say("doors-weighs-only"),
            (true, false, _) => speech.say("doors-closes-nothing"),
            (false, _, _) => say!(
                speech,
                "doors-closes",
                closes = found.closes.len(),
                opens = found.opens.len()
            ),
        }
    }

    fn door_line(&self, door: &Door) -> DoorLine {
        let explaining = self.explaining(&door.after);
        let rule = self.rule(&door.after);
        let swing = door.swing();
        let reads = if swing == Swing::WeighedOnly {
            &door.weighed
        } else {
            &door.turned
        };
        let clauses = &self.reading.book(rule).clauses;
        let stops = |read: &law::Read, truth: Truth| match clauses[read.clause].role {
            Role::Requirement => truth == Truth::False,
            Role::Bar => truth == Truth::True,
        };
        let tells = |read: &&law::Read| match swing {
            Swing::Closes => stops(read, read.after),
            Swing::Opens => stops(read, read.before),
            Swing::WeighedOnly | Swing::Stays => true,
        };
        let because = reads
            .iter()
            .filter(tells)
            .map(|read| self.because(&explaining, swing, read))
            .collect();
        let book = self.reading.book(rule);
        let title = if rule.member.is_some() {
            self.reading.lang.of(&book.title).to_owned()
        } else {
            self.titled(rule)
        };
        let count = if rule.member.is_some() {
            rule.destination
                .map(|code| self.reading.country(code))
                .unwrap_or_default()
        } else {
            String::new()
        };
        DoorLine {
            title,
            count,
            sign: explaining.signed(),
            because,
        }
    }

    fn because(&self, explaining: &Explaining<'_, '_>, swing: Swing, read: &law::Read) -> Noted {
        let speech = self.reading.speech;
        let about = match (swing, read.after) {
            (Swing::Opens, _) => speech.say("because-no-longer"),
            (Swing::WeighedOnly, _) => speech.say("because-weighs"),
            _ => String::new(),
        };
        explaining.clause_note(read.clause, about)
    }
}

/// Members of one family that move alike become one line, with the countries named.
fn merge(lines: &mut Vec<DoorLine>, new: Vec<DoorLine>) {
    for line in new {
        let alike = |kept: &&mut DoorLine| {
            let texts = |door: &DoorLine| {
                door.because
                    .iter()
                    .map(|noted| noted.text.clone())
                    .collect::<Vec<_>>()
            };
            kept.title == line.title && kept.sign == line.sign && texts(kept) == texts(&line)
        };
        match lines.iter_mut().find(alike) {
            Some(kept) if kept.count.split(", ").any(|name| name == line.count) => {}
            Some(kept) => {
                kept.count = format!("{}, {}", kept.count, line.count);
            }
            None => lines.push(line),
        }
    }
}
