//! What if: another place, a new passport, a place offered in writing, a country left out, the counts left aside. Intentions,
//! beliefs, identity, the past and family ties are never varied.

use super::left_out::LeftOut;
use super::telling::Telling;
use crate::desk::Reading;
use crate::speech::say;
use crate::view::{Choice, CompareRow, WhatIfView};
use facts::{CountryCode, FactId, Facts, Record, Recorded, Scalar, Span, add_span};
use law::{Happening, facts_after};
use routes::{Assumptions, Judgements, Step, Supposed, Way};
use std::collections::BTreeSet;

/// What a reader supposes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// The person were in this country, as a visitor.
    pub here: Option<CountryCode>,
    /// They held a new passport for travelling abroad, valid for ten years.
    pub passport: bool,
    /// This country is left out, for a reason.
    pub without: Option<LeftOut>,
    /// This country has offered the person a place in writing.
    pub offered: Option<CountryCode>,
    /// No count is used: every chance is unknown.
    pub no_counts: bool,
    /// No judgement is used.
    pub no_judgements: bool,
    /// Counts do not lose weight with age.
    pub no_ageing: bool,
}

impl WhatIf {
    /// Whether anything is supposed.
    pub(super) fn is_any(self) -> bool {
        self != WhatIf::default()
    }

    /// The same at the end of an address.
    pub(super) fn query(self) -> String {
        let country = |name: &str, code: Option<CountryCode>| {
            code.map(|code| format!("&{name}={code}"))
                .unwrap_or_default()
        };
        let flag = |name: &str, set: bool| {
            if set {
                format!("&{name}=yes")
            } else {
                String::new()
            }
        };
        [
            country("here", self.here),
            self.without.map(LeftOut::query).unwrap_or_default(),
            country("offered", self.offered),
            flag("passport", self.passport),
            flag("no_counts", self.no_counts),
            flag("no_judgements", self.no_judgements),
            flag("no_ageing", self.no_ageing),
        ]
        .concat()
    }

    pub(super) fn assumptions(self) -> Assumptions {
        let usual = Assumptions::default();
        Assumptions {
            counts: !self.no_counts,
            judgements: !self.no_judgements,
            half_life_months: usual.half_life_months.filter(|_| !self.no_ageing),
            ..usual
        }
    }

    /// What is supposed of the world, with these judgements.
    pub(super) fn of_the_world(self, judgements: &Judgements) -> Supposed {
        Supposed {
            left_out: self.without.iter().map(|one| one.country).collect(),
            offered: self.offered,
            judgements: judgements.clone(),
        }
    }

    /// The person's facts, if it were so.
    pub(super) fn facts(self, reading: &Reading<'_>, facts: &Facts) -> Facts {
        let mut supposed = facts.clone();
        if let Some(here) = self.here {
            let moved = Happening::MovedTo(here);
            supposed = facts_after(&reading.program, reading.desk.library(), &supposed, &moved);
        }
        if self.passport {
            add_passport(&mut supposed, reading);
        }
        supposed
    }
}

/// A passport of the first nationality that is recorded; where none is, there is none to add.
fn add_passport(facts: &mut Facts, reading: &Reading<'_>) {
    let issuer = match facts.get("nationality", None) {
        Some(Recorded::Set { shown, .. }) => shown.iter().next().cloned(),
        _ => None,
    };
    let Some(issuer) = issuer else {
        return;
    };
    let mut passport = Record::new();
    let known = Scalar::Text("foreign_passport".into());
    let valid_until = Scalar::Date(add_span(reading.on, Span::Years(10)).into());
    for (field, value) in [
        ("kind", known),
        ("issuer", issuer),
        ("valid_until", valid_until),
        ("in_own_hands", Scalar::Bool(true)),
    ] {
        passport.insert(field.to_owned(), value);
    }
    let (mut records, complete) = match facts.get("papers", None) {
        Some(Recorded::List { records, complete }) => (records.clone(), *complete),
        _ => (Vec::new(), false),
    };
    records.push(passport);
    let papers = Recorded::List { records, complete };
    facts.set(FactId("papers".into()), None, papers, None);
}

impl Telling<'_, '_> {
    /// What may be supposed, with what is.
    pub(super) fn what_if(&self, supposed: WhatIf) -> WhatIfView {
        WhatIfView {
            query: supposed.query(),
            any: supposed.is_any(),
            here: self.country_choices(supposed.here, |_| true),
            left_out: supposed.without.map(|one| self.reading.left_out(one)),
            without: self.country_choices(supposed.without.map(|one| one.country), |_| true),
            why: self
                .reading
                .reasons_to_leave_out(supposed.without.and_then(|one| one.why)),
            offered: self.country_choices(supposed.offered, is_asked),
            no_offer: self.no_offer(supposed.offered),
            passport: supposed.passport,
            judgements: !self.reading.desk.judgements().is_empty(),
            no_judgements: supposed.no_judgements,
            no_counts: supposed.no_counts,
            no_ageing: supposed.no_ageing,
        }
    }

    /// That the law opens no way to a country that is supposed to have offered a place.
    fn no_offer(&self, offered: Option<CountryCode>) -> Option<String> {
        let country = offered?;
        let leads = |rule: usize| self.reading.program.rules[rule].destination == Some(country);
        // The paper of an offer is used before anything else but a preparation.
        let mut ways = &self.graph.nodes[0].ways;
        while let [way] = &ways[..]
            && let Step::Prepare(_) = way.step
        {
            ways = &self.graph.nodes[way.fates[0].to].ways;
        }
        let used = |way: &Way| matches!(way.step, Step::TravelOn(rule) if leads(rule));
        let used = ways.iter().any(used);
        let speech = self.reading.speech;
        let place = self.reading.country(country);
        (!used).then(|| say!(speech, "what-if-no-offer", where = &place))
    }

    /// Every country to which some step of a kind leads, and one that is chosen.
    fn country_choices(
        &self,
        chosen: Option<CountryCode>,
        wanted: impl Fn(&Way) -> bool,
    ) -> Vec<Choice> {
        let ways = self.graph.nodes.iter().flat_map(|node| &node.ways);
        let rules = ways.filter(|way| wanted(way)).flat_map(|way| way.rules());
        let leads = |rule: usize| self.reading.program.rules[rule].destination;
        let codes: BTreeSet<CountryCode> = rules.filter_map(leads).chain(chosen).collect();
        let mut choices: Vec<Choice> = codes
            .into_iter()
            .map(|code| Choice {
                value: code.to_string(),
                label: self.reading.country(code),
                chosen: chosen == Some(code),
            })
            .collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        choices
    }
}

fn is_asked(way: &Way) -> bool {
    matches!(way.step, Step::AskAll(_) | Step::Ask(_))
}

/// Marks the cells that are not as they were, by the titles of the columns.
pub(super) fn mark_changed(
    now: &mut [CompareRow],
    titles: &[String],
    before: &[CompareRow],
    titles_before: &[String],
) {
    for row in now.iter_mut() {
        // A row may be there only now.
        let before = before.iter().find(|other| other.what == row.what);
        for (cell, title) in row.cells.iter_mut().zip(titles) {
            let column = titles_before.iter().position(|other| other == title);
            let was = before.and_then(|before| before.cells.get(column?));
            cell.changed = was.is_none_or(|was| was.text != cell.text);
        }
    }
}
