//! Whom a power would reach, and what each of them would still need.

use crate::case::{Case, Signal, What};
use crate::desk::Reading;
use crate::person::is_live;
use crate::wall::is_shield;
use facts::FactId;
use law::{Discretion, Kind, Means, NoOpening, Residual, Rule, Verdict, openings, verdict};
use std::collections::{BTreeMap, BTreeSet};

/// A thing that some opening needs: how it comes about, and the fact with its country.
pub(crate) type Need = (Means, FactId, Option<String>);

/// How closely a rule is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Not at all.
    Past,
    /// For whom it reaches.
    People,
    /// For whom it reaches, and what each of them needs.
    Needs,
}

/// Everyone whom one rule would reach, and what their nearest openings need.
#[derive(Default)]
pub(crate) struct Reach {
    /// The verdict on it for each of them.
    pub(crate) verdicts: Vec<Verdict>,
    /// For how many people each thing is needed.
    pub(crate) needs: BTreeMap<Need, usize>,
    /// For how many nothing more is needed.
    pub(crate) ready: usize,
    /// For how many nothing that may be varied would open it.
    pub(crate) nothing: usize,
    /// For how many there are more ways than can be written out.
    pub(crate) too_many: usize,
}

impl Reach {
    pub(crate) fn people(&self) -> usize {
        self.verdicts.len()
    }

    /// For how many somebody may lift what stands against them, waiver by waiver.
    pub(crate) fn lifted(&self) -> BTreeMap<usize, usize> {
        let mut lifted = BTreeMap::new();
        for waiver in self
            .verdicts
            .iter()
            .flat_map(|verdict| &verdict.may_be_lifted_by)
        {
            *lifted.entry(*waiver).or_default() += 1;
        }
        lifted
    }
}

impl Reading<'_> {
    /// Whom of these people each power would reach that is looked at: those whose verdict on it is
    /// wanted, of all for whom it could be asked.
    pub(crate) fn reach<'c>(
        &self,
        cases: impl IntoIterator<Item = &'c Case>,
        look: impl Fn(usize, &Rule) -> Look,
        wanted: impl Fn(&Case, &Verdict) -> bool,
    ) -> BTreeMap<usize, Reach> {
        let library = self.desk.library();
        let rules = self.program.rules.iter().enumerate();
        let powers: Vec<(usize, &Rule, Look)> = rules
            .filter(|(_, rule)| self.is_a_power(rule))
            .map(|(index, rule)| (index, rule, look(index, rule)))
            .filter(|(.., look)| *look != Look::Past)
            .collect();
        let mut reach: BTreeMap<usize, Reach> = BTreeMap::new();
        for case in cases {
            let residual = self.residual(&case.facts);
            for (index, rule, look) in &powers {
                let verdict = verdict(&self.program, library, &residual, &case.facts, *index);
                if self.could_be_asked(&verdict) && wanted(case, &verdict) {
                    let reached = reach.entry(*index).or_default();
                    reached.verdicts.push(verdict);
                    if *look == Look::Needs {
                        self.count_needs(&residual, rule, reached);
                    }
                }
            }
        }
        reach
    }

    /// Counts what the nearest opening of a rule needs for one person.
    fn count_needs(&self, residual: &Residual, rule: &Rule, reached: &mut Reach) {
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
                let key = self.key_for(rule, atom.key.as_ref());
                Some((step.by, atom.fact.clone(), key))
            })
            .collect();
        for need in needs {
            *reached.needs.entry(need).or_default() += 1;
        }
    }

    /// The country of a fact; in a family, where it is the member itself, "that country", so that
    /// members with one text read alike.
    fn key_for(&self, rule: &Rule, key: Option<&String>) -> Option<String> {
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

    /// Whether a minister or a government may decide it, and no text closes it for good.
    pub(crate) fn could_be_asked(&self, verdict: &Verdict) -> bool {
        self.is_a_power(&self.program.rules[verdict.rule]) && is_live(verdict)
    }

    /// Whether a rule leaves it to a minister or a government to let somebody come.
    pub(crate) fn is_a_power(&self, rule: &Rule) -> bool {
        let book = self.book(rule);
        let decides = matches!(
            book.discretion,
            Discretion::Minister | Discretion::Political
        );
        decides && book.kind != Kind::Entry && !is_shield(book.kind)
    }

    /// Whether this person has had an answer on it, in form or in words.
    pub(crate) fn is_answered(&self, case: &Case, verdict: &Verdict) -> bool {
        self.is_answered_by(case.signals_until(self.on), case, verdict)
    }

    /// Whether this person has had an answer on it, in form or in these words.
    pub(crate) fn is_answered_by<'s>(
        &self,
        mut words: impl Iterator<Item = &'s Signal>,
        case: &Case,
        verdict: &Verdict,
    ) -> bool {
        let rule = &self.program.rules[verdict.rule];
        let decided = |what: What| matches!(what, What::Refused | What::Granted);
        words.any(|signal| signal.about.iter().any(|id| self.is_about(rule, id)))
            || case
                .steps_until(self.on)
                .any(|step| self.is_about(rule, &step.pathway) && decided(step.what))
    }

    /// Whether a pathway that was named is this rule, or the book it belongs to.
    pub(crate) fn is_about(&self, rule: &Rule, named: &str) -> bool {
        named == rule.id || named == self.book(rule).id
    }
}
