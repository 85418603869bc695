//! The first page: everyone, every government, every destination.

use crate::Lang;
use crate::case::{Case, Means, Stage, What};
use crate::desk::{Desk, Reading};
use crate::explain::{sign_of, sign_of_word};
use crate::sign::{Sign, Signed};
use crate::speech::say;
use crate::view::{Cell, Column, CouldOpen, Figure, GovernmentLine, LegendEntry, Quote, Row, Wall};
use facts::{CountryCode, Date, Truth};
use law::{Discretion, InForce, Kind, PracticeEffect, Verdict, verdict};
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// The wall on a day.
    pub fn wall(&self, on: Date, lang: Lang) -> Wall {
        let reading = self.reading(on, lang);
        let judged = reading.judge_all();
        Wall {
            figures: reading.figures(),
            sentence: reading
                .figures()
                .iter()
                .map(|figure| format!("{} {}", figure.number, figure.words))
                .collect::<Vec<_>>()
                .join(" "),
            governments: reading.governments(),
            could_open: reading.could_open(&judged),
            columns: reading.columns(),
            rows: reading.rows_of(&judged),
            legend: reading.legend(),
        }
    }
}

/// A case, with the sign of each rule and the whole verdict of each whose government could be asked.
struct Judged<'d> {
    case: &'d Case,
    signs: Vec<Sign>,
    askable: Vec<Verdict>,
}

/// What of a rule does not depend on the person.
struct RuleFace {
    kind: Kind,
    discretion: Discretion,
    reserved: bool,
    /// One of many countries with the same law: it counts only for a person who stands before it.
    family: bool,
    /// Only the whole verdict tells how it looks, or whether it could be lifted.
    whole: bool,
}

impl<'d> Reading<'d> {
    fn judge_all(&self) -> Vec<Judged<'d>> {
        let faces: Vec<RuleFace> = self
            .program
            .rules
            .iter()
            .map(|rule| self.face(rule))
            .collect();
        self.desk
            .caseload()
            .cases
            .iter()
            .map(|case| self.judge_at_a_glance(case, &faces))
            .collect()
    }

    fn face(&self, rule: &law::Rule) -> RuleFace {
        let book = self.book(rule);
        let stale = matches!(
            rule.in_force,
            InForce::Yes {
                last_seen: Some(_),
                ..
            }
        );
        let not_operated = |practice: &law::Practice| {
            practice.effect == PracticeEffect::NotOperated
                && practice.window.covers(self.program.day) == Truth::True
        };
        let limited = rule.in_force.is_limited();
        RuleFace {
            kind: book.kind,
            discretion: book.discretion,
            family: rule.member.is_some() && book.kind != Kind::Entry,
            reserved: stale || limited || book.practice.iter().any(not_operated),
            whole: limited || self.is_a_power(rule),
        }
    }

    /// Whole verdicts only where they are needed: the wall has some eighteen thousand cells.
    fn judge_at_a_glance(&self, case: &'d Case, faces: &[RuleFace]) -> Judged<'d> {
        let residual = self.residual(&case.facts);
        let mut judged = Judged {
            case,
            signs: Vec::new(),
            askable: Vec::new(),
        };
        for (index, (rule, face)) in self.program.rules.iter().zip(faces).enumerate() {
            let stands_before_it = !face.family || residual.truth(&rule.ask) == Truth::True;
            let sign = if face.whole {
                let verdict = verdict(
                    &self.program,
                    self.desk.library(),
                    &residual,
                    &case.facts,
                    index,
                );
                let sign = sign_of(&verdict, face.kind);
                if self.could_be_asked(&verdict) {
                    judged.askable.push(verdict);
                }
                sign
            } else {
                let word = law::word(&residual, rule);
                sign_of_word(word, face.kind, face.discretion, face.reserved)
            };
            judged.signs.push(if stands_before_it {
                sign
            } else {
                Sign::Nothing
            });
        }
        judged
    }

    /// The verdicts on every rule for one case.
    pub(crate) fn judge(&self, case: &Case) -> Vec<Verdict> {
        let residual = self.residual(&case.facts);
        let library = self.desk.library();
        (0..self.program.rules.len())
            .map(|rule| verdict(&self.program, library, &residual, &case.facts, rule))
            .collect()
    }

    fn figures(&self) -> Vec<Figure> {
        let figure = |stage: Stage, words: &str| {
            let number = self.desk.caseload().count(stage);
            Figure {
                number,
                words: self.speech.count(words, number),
            }
        };
        vec![
            figure(Stage::Hidden, "figure-hidden"),
            figure(Stage::VisaGranted, "figure-visas"),
            figure(Stage::LeftWithoutVisa, "figure-left"),
        ]
    }

    pub(crate) fn governments(&self) -> Vec<GovernmentLine> {
        let mut codes: BTreeSet<CountryCode> = BTreeSet::new();
        for case in &self.desk.caseload().cases {
            codes.extend(case.signals_until(self.on).map(|signal| signal.government));
            codes.extend(
                case.steps_until(self.on)
                    .filter(|step| is_towards_a_government(step.what))
                    .filter_map(|step| step.to),
            );
        }
        let mut lines: Vec<GovernmentLine> = codes
            .into_iter()
            .map(|code| self.government(code))
            .collect();
        lines.sort_by_key(|line| {
            std::cmp::Reverse((
                line.granted,
                line.applied,
                line.asked,
                line.discouraged,
                line.encouraged,
            ))
        });
        lines
    }

    fn government(&self, code: CountryCode) -> GovernmentLine {
        let cases = &self.desk.caseload().cases;
        let stepped = |whats: &[What]| {
            let has = |case: &&Case| {
                case.steps_until(self.on)
                    .any(|step| step.to == Some(code) && whats.contains(&step.what))
            };
            cases.iter().filter(has).count()
        };
        let told = |means: Means| {
            let has = |case: &&Case| {
                case.signals_until(self.on)
                    .any(|signal| signal.government == code && signal.means == means)
            };
            cases.iter().filter(has).count()
        };
        let (refused, granted) = (stepped(&[What::Refused]), stepped(&[What::Granted]));
        let discouraged = told(Means::Discouraged).max(stepped(&[What::Discouraged]));
        let sum = match (refused, granted, discouraged) {
            (0, 0, 0) => "sum-waiting",
            (0, 0, _) => "sum-discouraged",
            (0, _, _) => "sum-granted",
            _ => "sum-refused",
        };
        GovernmentLine {
            country: self.country(code),
            code: code.to_string(),
            asked: stepped(&[What::Asked, What::Applied]),
            applied: stepped(&[What::Applied]),
            refused,
            discouraged,
            encouraged: told(Means::Encouraged),
            granted,
            sum: self.speech.say(sum),
            said: self.said_by(code),
        }
    }

    /// What the officials of a government said: each thing once.
    fn said_by(&self, code: CountryCode) -> Vec<Quote> {
        let mut quotes: Vec<Quote> = Vec::new();
        for case in &self.desk.caseload().cases {
            for signal in case
                .signals_until(self.on)
                .filter(|signal| signal.government == code)
            {
                let quote = self.quote(signal);
                if !quotes.contains(&quote) {
                    quotes.push(quote);
                }
            }
        }
        quotes
    }

    fn could_open(&self, judged: &[Judged<'d>]) -> CouldOpen {
        let unanswered = judged.iter().flat_map(|judged| {
            let askable = judged.askable.iter();
            askable.filter(|verdict| !self.is_answered(judged.case, verdict))
        });
        let countries: BTreeSet<CountryCode> = unanswered
            .filter_map(|verdict| self.program.rules[verdict.rule].destination)
            .collect();
        CouldOpen {
            count: countries.len(),
            sentence: self.speech.count("could-open-sentence", countries.len()),
        }
    }

    /// Destinations that have a law of their own, by name.
    pub(crate) fn destinations(&self) -> Vec<CountryCode> {
        let own = self
            .program
            .rules
            .iter()
            .filter(|rule| rule.member.is_none() && !is_shield(self.book(rule).kind));
        let codes: BTreeSet<CountryCode> = own.filter_map(|rule| rule.destination).collect();
        let mut named: Vec<(String, CountryCode)> = codes
            .into_iter()
            .map(|code| (self.country(code), code))
            .collect();
        named.sort();
        named.into_iter().map(|(_, code)| code).collect()
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns: Vec<Column> = self
            .destinations()
            .into_iter()
            .map(|code| Column {
                name: self.country(code),
            })
            .collect();
        columns.push(Column {
            name: self.speech.say("column-entry"),
        });
        columns
    }

    fn rows_of(&self, judged: &[Judged<'d>]) -> Vec<Row> {
        let destinations = self.destinations();
        judged
            .iter()
            .map(|judged| self.row_of(judged, &destinations))
            .collect()
    }

    fn row_of(&self, judged: &Judged<'d>, destinations: &[CountryCode]) -> Row {
        let mut best: BTreeMap<CountryCode, Sign> = BTreeMap::new();
        let mut entries: Vec<Sign> = Vec::new();
        for (rule, sign) in self.program.rules.iter().zip(&judged.signs) {
            let kind = self.book(rule).kind;
            if kind == Kind::Entry {
                entries.push(*sign);
            }
            if let (Some(country), false) = (rule.destination, is_shield(kind)) {
                let kept = best.entry(country).or_insert(*sign);
                *kept = (*kept).min(*sign);
            }
        }
        let cell = |sign: Sign| Cell {
            class: sign.class(),
            mark: sign.mark(),
            letter: sign.letter(self.speech),
        };
        let mut cells: Vec<Cell> = destinations
            .iter()
            .map(|code| cell(best.get(code).copied().unwrap_or(Sign::Nothing)))
            .collect();
        cells.push(
            match entries.iter().filter(|sign| **sign == Sign::LetsIn).count() {
                0 => cell(entries.into_iter().min().unwrap_or(Sign::Nothing)),
                n => Cell {
                    letter: n.to_string(),
                    ..cell(Sign::LetsIn)
                },
            },
        );
        let case = judged.case;
        Row {
            number: case.number.0,
            code: self.lang.of(&case.code).to_owned(),
            stage: self.stage(case),
            drawn: case.drawn,
            cells,
        }
    }

    /// How far a case has come, and where.
    pub(crate) fn stage(&self, case: &Case) -> String {
        let country = match case.here() {
            Some(code) => self.country(code),
            None => self.speech.say("somewhere"),
        };
        match case.stage {
            Stage::Hidden => say!(self.speech, "stage-hidden", country = &country),
            Stage::VisaGranted => say!(self.speech, "stage-visa", country = &country),
            Stage::LeftWithoutVisa => say!(self.speech, "stage-left", country = &country),
        }
    }

    fn legend(&self) -> Vec<LegendEntry> {
        let entry = |sign: Sign| LegendEntry {
            sign: Signed::of(sign, self.speech),
            letter: sign.letter(self.speech),
            meaning: sign.meaning(self.speech),
        };
        Sign::ALL.into_iter().map(entry).collect()
    }
}

/// Remedies and protection from return lead nowhere by themselves.
pub(crate) fn is_shield(kind: Kind) -> bool {
    matches!(kind, Kind::Remedy | Kind::ProtectionFromReturn)
}

/// Whether a step was taken towards a government; travelling is none.
fn is_towards_a_government(what: What) -> bool {
    match what {
        What::Asked
        | What::Applied
        | What::Refused
        | What::Granted
        | What::Discouraged
        | What::ClaimLodged
        | What::ClaimRefused
        | What::Protected => true,
        What::NotApplied
        | What::Withdrawn
        | What::Left
        | What::NotLetOut
        | What::NotBoarded
        | What::Stopped
        | What::SentBack
        | What::Detained
        | What::Arrived
        | What::Returned => false,
    }
}
