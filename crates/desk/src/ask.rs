//! The ask: nothing is open by right, so who could open a door, by which article, and what would
//! be enough?

use crate::Lang;
use crate::case::{Case, CaseNumber};
use crate::day;
use crate::desk::{Desk, Reading};
use crate::explain::Explaining;
use crate::reach::{Look, Reach};
use crate::speech::say;
use crate::view::{
    Article, AskPage, AskedBefore, Empowered, Enough, ForOne, GovernmentLine, Noted, PersonAskPage,
    Power,
};
use facts::{CountryCode, Date, Truth};
use law::{Means, Rule, Verdict};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Whom a page tells of.
enum Telling<'r> {
    /// Everyone, with what each government was asked and answered.
    Everyone(BTreeMap<String, GovernmentLine>),
    /// One person only: nothing about anybody else may show.
    One(&'r Case),
}

impl Desk {
    /// Every government whose law gives it a power that would help somebody here on a day.
    pub fn ask(&self, on: Date, lang: Lang) -> AskPage {
        let reading = self.reading(on, lang);
        let unanswered = |case: &Case, verdict: &Verdict| !reading.is_answered(case, verdict);
        let reach = reading.reach(&self.caseload().cases, |_, _| Look::Needs, unanswered);
        let mut reach: Vec<(usize, Reach)> = reach.into_iter().collect();
        reach.sort_by_key(|(_, reached)| Reverse(reached.people()));
        let lines = reading.governments().into_iter();
        let telling = Telling::Everyone(lines.map(|line| (line.code.clone(), line)).collect());
        AskPage {
            lead: say!(
                reading.speech,
                "ask-lead",
                day = &day::in_words(on, reading.speech)
            ),
            powers: reading.powers(&reach, &telling),
        }
    }

    /// The same powers as far as they reach one person, with those that have answered already;
    /// nothing, if there is no such case.
    pub fn person_ask(&self, number: CaseNumber, on: Date, lang: Lang) -> Option<PersonAskPage> {
        let reading = self.reading(on, lang);
        let case = reading.case(number)?;
        let reach = reading.reach([case], |_, _| Look::Needs, |_, _| true);
        let mut reach: Vec<(usize, Reach)> = reach.into_iter().collect();
        reach.sort_by_key(|(_, reached)| {
            let verdict = reached.verdicts.first();
            verdict.map(|verdict| {
                let sign = reading.explaining(case, verdict).sign();
                (reading.is_answered(case, verdict), sign)
            })
        });
        Some(PersonAskPage {
            head: reading.head(case),
            lead: say!(
                reading.speech,
                "ask-person-lead",
                day = &day::in_words(on, reading.speech)
            ),
            powers: reading.powers(&reach, &Telling::One(case)),
        })
    }
}

impl<'d> Reading<'d> {
    fn powers(&self, reach: &[(usize, Reach)], telling: &Telling<'_>) -> Vec<Power> {
        // Governments with one and the same text that reads the same for as many people, and that
        // nobody has asked yet, stand together.
        let mut joined: Vec<(Power, Vec<Empowered>)> = Vec::new();
        for (rule, reached) in reach {
            let rule = &self.program.rules[*rule];
            let Some(country) = rule.destination else {
                continue;
            };
            let power = self.power(rule, country, reached, telling);
            let government = Empowered {
                country: self.country(country),
                rule: rule.id.clone(),
            };
            let alike = |(other, _): &&mut (Power, _)| *other == power && power.before.is_empty();
            match joined.iter_mut().find(alike) {
                Some((_, governments)) => governments.push(government),
                None => joined.push((power, vec![government])),
            }
        }
        let whole = joined.into_iter().map(|(power, governments)| Power {
            governments,
            ..power
        });
        whole.collect()
    }

    /// A power in words, all but who has it.
    fn power(
        &self,
        rule: &Rule,
        country: CountryCode,
        reached: &Reach,
        telling: &Telling<'_>,
    ) -> Power {
        let book = self.book(rule);
        Power {
            id: book.id.clone(),
            title: self.lang.of(&book.title).to_owned(),
            governments: Vec::new(),
            decides: self.decides(book.discretion),
            reaches: self.speech.count("reaches", reached.people()),
            people: reached.people(),
            articles: self.giving(rule),
            practice: self.done_with(rule),
            lifted: self.lifted(rule, reached),
            before: match telling {
                Telling::Everyone(lines) => {
                    let line = lines.get(&country.to_string());
                    line.map(|line| self.before(line)).into_iter().collect()
                }
                Telling::One(case) => self.before_for_one(case, reached),
            },
            enough: self.enough(reached, telling),
            for_one: match telling {
                Telling::Everyone(_) => None,
                Telling::One(case) => self.for_one(case, reached),
            },
        }
    }

    /// The articles under which a rule is in force on the day.
    pub(crate) fn giving(&self, rule: &Rule) -> Vec<Article> {
        let row = rule.row(self.desk.library());
        self.in_force(rule)
            .map(|window| self.article(&window.citation, row))
            .collect()
    }

    /// The windows in which a rule is in force on the day.
    pub(crate) fn in_force(&self, rule: &Rule) -> impl Iterator<Item = &'d law::Window> {
        let day = self.program.day;
        let windows = self.book(rule).in_force.iter();
        windows.filter(move |window| window.covers(day) == Truth::True)
    }

    fn done_with(&self, rule: &Rule) -> Vec<Noted> {
        let row = rule.row(self.desk.library());
        self.book(rule)
            .practice
            .iter()
            .filter(|practice| practice.window.covers(self.program.day) == Truth::True)
            .map(|practice| self.practised(practice, row))
            .collect()
    }

    fn lifted(&self, rule: &Rule, reached: &Reach) -> Vec<Noted> {
        let book = self.book(rule);
        let row = rule.row(self.desk.library());
        reached
            .lifted()
            .into_keys()
            .filter_map(|index| book.waivers.get(index))
            .map(|waiver| self.waived(waiver, self.article(&waiver.citation, row)))
            .collect()
    }

    fn before(&self, line: &GovernmentLine) -> AskedBefore {
        let counts = [
            ("col-asked", line.asked),
            ("col-applied", line.applied),
            ("col-refused", line.refused),
            ("col-discouraged", line.discouraged),
            ("col-encouraged", line.encouraged),
            ("col-granted", line.granted),
        ];
        let told: Vec<String> = counts
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(word, n)| format!("{}: {n}", self.speech.say(word)))
            .collect();
        AskedBefore {
            counts: format!("{}. {}", told.join(" · "), line.sum),
            said: line.said.clone(),
        }
    }

    /// What this person did about it, and what that government said to this person about it.
    fn before_for_one(&self, case: &Case, reached: &Reach) -> Vec<AskedBefore> {
        let verdicts = reached.verdicts.iter();
        let told = verdicts.filter_map(|verdict| {
            let explaining = self.explaining(case, verdict);
            let before = AskedBefore {
                counts: explaining.steps().join(" "),
                said: explaining.told(),
            };
            (!before.counts.is_empty() || !before.said.is_empty()).then_some(before)
        });
        told.collect()
    }

    fn for_one(&self, case: &Case, reached: &Reach) -> Option<ForOne> {
        let verdict = reached.verdicts.first()?;
        let explaining = self.explaining(case, verdict);
        Some(ForOne {
            sign: explaining.signed(),
            asked_today: explaining.asked_today(),
            law: explaining.law_line(),
            answered: self.is_answered(case, verdict),
        })
    }

    fn explaining<'r>(&'r self, case: &'r Case, verdict: &'r Verdict) -> Explaining<'r, 'd> {
        Explaining {
            reading: self,
            case,
            verdict,
        }
    }

    fn enough(&self, reached: &Reach, telling: &Telling<'_>) -> Vec<Enough> {
        let one = matches!(telling, Telling::One(_));
        let people = |n: usize| self.speech.count("reaches", n);
        let sort = |means: Means, word: &str| {
            let needs = reached.needs.iter().filter(|((by, ..), _)| *by == means);
            let things: Vec<String> = needs
                .map(
                    |((_, fact, key), n)| match self.label(fact, key.as_deref()) {
                        label if one => label,
                        label => format!("{label} ({})", people(*n)),
                    },
                )
                .collect();
            (!things.is_empty()).then(|| Enough {
                sort: self.speech.say(word),
                things,
            })
        };
        let counted = |n: usize, word: &str| {
            (n > 0).then(|| Enough {
                sort: self.speech.say(word),
                things: if one { Vec::new() } else { vec![people(n)] },
            })
        };
        let too_many = if one {
            "ask-one-too-many"
        } else {
            "ask-enough-too-many"
        };
        [
            counted(reached.ready, "ask-ready"),
            sort(Means::FindOut, "ask-find-out"),
            sort(Means::Do, "ask-do"),
            sort(Means::NotInHands, "ask-not-in-hands"),
            counted(reached.nothing, "ask-enough-nothing"),
            counted(reached.too_many, too_many),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
