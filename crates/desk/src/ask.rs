//! The ask: nothing is open by right, so who could open a door, by which article, and what would
//! be enough?

use crate::Lang;
use crate::case::{Case, What};
use crate::day;
use crate::desk::{Desk, Reading};
use crate::person::is_live;
use crate::speech::say;
use crate::view::{Article, AskPage, AskedBefore, Enough, GovernmentLine, Noted, Power};
use crate::wall::Judged;
use facts::{CountryCode, Date, FactId, Truth};
use law::{Discretion, Kind, Means, NoOpening, Verdict, openings};
use std::collections::{BTreeMap, BTreeSet};

/// A thing that some opening needs: how it comes about, and the fact with its country.
type Need = (Means, FactId, Option<String>);

/// Everyone whom one rule would reach, and what their nearest openings need.
#[derive(Default)]
struct Reach<'j> {
    verdicts: Vec<&'j Verdict>,
    /// For how many people each thing is needed.
    needs: BTreeMap<Need, usize>,
    /// For how many nothing more is needed.
    ready: usize,
    /// For how many nothing that may be varied would open it.
    nothing: usize,
    /// For how many there are more ways than can be written out.
    too_many: usize,
}

impl Desk {
    /// Every government whose law gives it a power that would help somebody here on a day.
    pub fn ask(&self, on: Date, lang: Lang) -> AskPage {
        let reading = self.reading(on, lang);
        let judged = reading.judge_all();
        AskPage {
            lead: say!(
                reading.speech,
                "ask-lead",
                day = &day::in_words(on, reading.speech)
            ),
            powers: reading.powers(&judged),
        }
    }
}

impl Reading<'_> {
    fn powers(&self, judged: &[Judged<'_>]) -> Vec<Power> {
        let mut reach: BTreeMap<usize, Reach<'_>> = BTreeMap::new();
        for judged in judged {
            let residual = self.residual(&judged.case.facts);
            for verdict in &judged.askable {
                let reached = reach.entry(verdict.rule).or_default();
                reached.verdicts.push(verdict);
                self.count_needs(&residual, reached);
            }
        }
        let lines: BTreeMap<String, GovernmentLine> = self
            .governments()
            .into_iter()
            .map(|line| (line.code.clone(), line))
            .collect();
        let mut powers: Vec<(Power, Vec<String>)> = Vec::new();
        for (rule, reached) in &reach {
            let Some(country) = self.program.rules[*rule].destination else {
                continue;
            };
            let power = self.power(*rule, reached, lines.get(&country.to_string()));
            self.join_alike(&mut powers, power, country);
        }
        powers.sort_by_key(|(power, _)| std::cmp::Reverse(power.people));
        powers
            .into_iter()
            .map(|(power, countries)| Power {
                countries: countries.join(", "),
                ..power
            })
            .collect()
    }

    /// Governments with one and the same text that would reach as many people, and that nobody has
    /// asked yet, stand together.
    fn join_alike(
        &self,
        powers: &mut Vec<(Power, Vec<String>)>,
        power: Power,
        country: CountryCode,
    ) {
        let alike = |(other, _): &&mut (Power, Vec<String>)| {
            other.id == power.id
                && other.people == power.people
                && other.enough == power.enough
                && other.articles == power.articles
                && other.before.is_empty()
                && power.before.is_empty()
        };
        match powers.iter_mut().find(alike) {
            Some((_, countries)) => countries.push(self.country(country)),
            None => powers.push((power, vec![self.country(country)])),
        }
    }

    /// Counts what the nearest opening of the last verdict needs.
    fn count_needs(&self, residual: &law::Residual, reached: &mut Reach<'_>) {
        let Some(verdict) = reached.verdicts.last() else {
            return;
        };
        let rule = &self.program.rules[verdict.rule];
        let library = self.desk.library();
        let nearest = match openings(&self.program, library, residual, rule, 1) {
            Ok(openings) => openings.into_iter().next().unwrap_or_default(),
            Err(NoOpening::NothingToVary) => return reached.nothing += 1,
            Err(NoOpening::TooMany) => return reached.too_many += 1,
        };
        if nearest.steps.is_empty() {
            reached.ready += 1;
        }
        let needs: BTreeSet<Need> = nearest
            .steps
            .iter()
            .filter_map(|step| {
                let atom = self.program.atoms.get(step.atom.0 as usize)?;
                Some((
                    step.by,
                    atom.fact.clone(),
                    self.key_for(rule, atom.key.as_ref()),
                ))
            })
            .collect();
        for need in needs {
            *reached.needs.entry(need).or_default() += 1;
        }
    }

    /// The country of a fact; in a family, where it is the member itself, "that country", so that
    /// members with one text read alike.
    fn key_for(&self, rule: &law::Rule, key: Option<&String>) -> Option<String> {
        let own = |key: &&String| {
            rule.member.is_some()
                && key.parse().ok() == rule.destination
                && rule.destination.is_some()
        };
        match key {
            Some(_) if key.filter(own).is_some() => Some(self.speech.say("ask-that-country")),
            other => other.cloned(),
        }
    }

    fn power(&self, rule: usize, reached: &Reach<'_>, line: Option<&GovernmentLine>) -> Power {
        let rule = &self.program.rules[rule];
        let book = self.book(rule);
        let people = reached.verdicts.len();
        Power {
            id: book.id.clone(),
            title: self.lang.of(&book.title).to_owned(),
            countries: String::new(),
            decides: self.decides(book.discretion),
            reaches: self.speech.count("reaches", people),
            people,
            articles: self.giving(rule),
            practice: self.done_with(rule),
            lifted: self.lifted(rule, reached),
            before: line.map(|line| self.before(line)).into_iter().collect(),
            enough: self.enough(reached),
        }
    }

    /// The articles under which a rule is in force on the day.
    pub(crate) fn giving(&self, rule: &law::Rule) -> Vec<Article> {
        let row = rule.row(self.desk.library());
        self.book(rule)
            .in_force
            .iter()
            .filter(|window| window.covers(self.program.day) == Truth::True)
            .map(|window| self.article(&window.citation, row))
            .collect()
    }

    fn done_with(&self, rule: &law::Rule) -> Vec<Noted> {
        let row = rule.row(self.desk.library());
        self.book(rule)
            .practice
            .iter()
            .filter(|practice| practice.window.covers(self.program.day) == Truth::True)
            .map(|practice| self.practised(practice, row))
            .collect()
    }

    fn lifted(&self, rule: &law::Rule, reached: &Reach<'_>) -> Vec<Noted> {
        let book = self.book(rule);
        let row = rule.row(self.desk.library());
        let used: BTreeSet<usize> = reached
            .verdicts
            .iter()
            .flat_map(|verdict| verdict.may_be_lifted_by.iter().copied())
            .collect();
        used.into_iter()
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

    fn enough(&self, reached: &Reach<'_>) -> Vec<Enough> {
        let sort = |means: Means, word: &str| {
            let things: Vec<String> = reached
                .needs
                .iter()
                .filter(|((by, ..), _)| *by == means)
                .map(|((_, fact, key), people)| {
                    let people = self.speech.count("reaches", *people);
                    format!("{} ({people})", self.label(fact, key.as_deref()))
                })
                .collect();
            (!things.is_empty()).then(|| Enough {
                sort: self.speech.say(word),
                things,
            })
        };
        let counted = |people: usize, word: &str| {
            (people > 0).then(|| Enough {
                sort: self.speech.say(word),
                things: vec![self.speech.count("reaches", people)],
            })
        };
        [
            counted(reached.ready, "ask-ready"),
            sort(Means::FindOut, "ask-find-out"),
            sort(Means::Do, "ask-do"),
            sort(Means::NotInHands, "ask-not-in-hands"),
            counted(reached.nothing, "ask-enough-nothing"),
            counted(reached.too_many, "ask-enough-too-many"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether a minister or a government may decide it, and no text closes it for good.
    pub(crate) fn could_be_asked(&self, verdict: &Verdict) -> bool {
        let decides = matches!(
            verdict.discretion,
            Discretion::Minister | Discretion::Political
        );
        let book = self.book(&self.program.rules[verdict.rule]);
        decides
            && is_live(verdict)
            && !matches!(
                book.kind,
                Kind::Entry | Kind::Remedy | Kind::ProtectionFromReturn
            )
    }

    /// Whether this person has had an answer on it, in form or in words.
    pub(crate) fn is_answered(&self, case: &Case, verdict: &Verdict) -> bool {
        let rule = &self.program.rules[verdict.rule];
        let book = &self.book(rule).id;
        let same = |id: &String| *id == rule.id || id == book;
        let answered = |what: What| matches!(what, What::Refused | What::Granted);
        case.signals_until(self.on)
            .any(|signal| signal.about.iter().any(same))
            || case
                .steps_until(self.on)
                .any(|step| same(&step.pathway) && answered(step.what))
    }
}
