//! The plan for 72 hours: what, by when, by whom.

use super::first_minutes::{entry, standing};
use crate::forms::{Place, Reading, Sheet, Typed};
use casework::{Entry, FirstMinutes, MemberId, Minutes, PlanStep, Text};
use std::collections::BTreeSet;

/// The fields of each row of the form.
const ROWS: [[&str; 3]; 8] = [
    ["what_1", "by_1", "who_1"],
    ["what_2", "by_2", "who_2"],
    ["what_3", "by_3", "who_3"],
    ["what_4", "by_4", "who_4"],
    ["what_5", "by_5", "who_5"],
    ["what_6", "by_6", "who_6"],
    ["what_7", "by_7", "who_7"],
    ["what_8", "by_8", "who_8"],
];
/// So many rows stand empty below what is planned already.
const EMPTY_ROWS: usize = 2;

/// What is planned already; else what the answers of the first minutes ask for.
pub(crate) fn given(place: &Place<'_>) -> Typed {
    let first = standing(place);
    let planned = first.map(|it| it.plan.clone()).unwrap_or_default();
    let rows: Vec<[String; 3]> = match planned.is_empty() {
        true => proposed(place, first),
        false => planned.iter().map(|step| shown(place, step)).collect(),
    };
    let named = ROWS.iter().zip(rows).flat_map(|(names, row)| {
        let pairs = names.iter().zip(row);
        pairs
            .map(|(name, text)| ((*name).to_owned(), text))
            .collect::<Vec<_>>()
    });
    Typed::of(named)
}

fn shown(place: &Place<'_>, step: &PlanStep) -> [String; 3] {
    let what = step.what.as_str().to_owned();
    [what, place.clock.shown(step.by), word_of(step.who)]
}

/// Whoever thinks of dying, is hurt or has a child with them is seen to first. Whom to call is for the
/// caseworker to fill in: nobody's number is made up.
fn proposed(place: &Place<'_>, first: Option<&FirstMinutes>) -> Vec<[String; 3]> {
    let Some(first) = first else {
        return Vec::new();
    };
    let needs = needs(first).into_iter();
    let step = |(_, step, hours): (_, &str, u32)| {
        let by = place.clock.now.plus(Minutes::hours(hours));
        let me = place.office.cabinet().me();
        [place.speech.say(step), place.clock.shown(by), word_of(me)]
    };
    needs.map(step).collect()
}

/// What the answers ask for: the sentence of the case page, the step of the plan, within how many hours.
pub(super) fn needs(first: &FirstMinutes) -> Vec<(&'static str, &'static str, u32)> {
    let is_hurt = first.hurt.as_ref().is_some_and(|hurt| !is_none(hurt));
    let all = [
        (
            first.thinks_of_dying == Some(true),
            ("need-dying", "plan-dying", 1),
        ),
        (is_hurt, ("need-hurt", "plan-hurt", 4)),
        (
            first.anyone_under_18 == Some(true),
            ("need-under-18", "plan-under-18", 24),
        ),
        (
            first.known_where == Some(true),
            ("need-known-where", "plan-known-where", 2),
        ),
    ];
    let those = all.into_iter().filter(|(is_so, _)| *is_so);
    those.map(|(_, need)| need).collect()
}

/// "No", "nothing", in either language: nothing hurts.
fn is_none(text: &Text) -> bool {
    let words = text.as_str().trim().trim_end_matches('.').to_lowercase();
    ["no", "none", "nothing", "нет", "ничего", "не болит"].contains(&words.as_str())
}

pub(crate) fn lay_out(sheet: &mut Sheet<'_>, place: &Place<'_>) {
    sheet.head("plan-title", &["plan-lead"]);
    let filled = ROWS
        .iter()
        .filter(|row| !sheet.typed(row[0]).is_empty())
        .count();
    for [what, by, who] in ROWS.into_iter().take(filled + EMPTY_ROWS) {
        sheet.area(what, "plan-what", "");
        sheet.moment(by, "plan-by", "", "");
        sheet.picked(who, "plan-who", "", members(place));
    }
}

/// Everybody who has signed anything on this device, oneself first.
fn members(place: &Place<'_>) -> Vec<(String, String)> {
    let cabinet = place.office.cabinet();
    let signed = cabinet.cases().flat_map(|file| file.case.history());
    let mut all: BTreeSet<MemberId> = signed.map(|noted| noted.member).collect();
    all.remove(&cabinet.me());
    let reading = place.reading();
    let ordered = [cabinet.me()].into_iter().chain(all);
    ordered
        .map(|member| (word_of(member), place.office.member(member, &reading)))
        .collect()
}

fn word_of(member: MemberId) -> String {
    member.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A row with a day but no words, or with words but no day, says what is missing.
pub(crate) fn take(reading: &mut Reading<'_>, place: &Place<'_>) -> Option<Vec<Entry>> {
    let known = members(place);
    let mut plan = Vec::new();
    for [what, by, who] in ROWS {
        let words = reading.text(what);
        if words.is_empty() {
            continue;
        }
        let by = reading.moment(by, place.clock);
        let chosen = reading.text(who);
        let member = known.iter().find(|(word, _)| word == chosen.as_str());
        let member = member.and_then(|(word, _)| crate::closer::bytes_of(word).map(MemberId));
        if member.is_none() {
            reading.fault(who, "fault-plan-who");
        }
        if let (Some(by), Some(who)) = (by, member) {
            plan.push(PlanStep {
                what: words,
                by,
                who,
            });
        }
    }
    if plan.is_empty() {
        reading.fault("what_1", "fault-plan-empty");
    }
    let first = standing(place).cloned();
    let mut first = first.unwrap_or_else(|| FirstMinutes::new(place.person));
    first.plan = plan;
    Some(vec![entry(place, first)])
}
