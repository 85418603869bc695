//! A person's verdicts as JSON: typed words for programs, sentences in both languages for people.

use crate::Lang;
use crate::case::CaseNumber;
use crate::desk::Desk;
use facts::{Date, Truth, Words};
use law::{Citation, Kind, Missing, Reason, Verdict, citation_of, reason_ids, verdicts};
use serde_json::{Value, json};

/// The verdicts on one person as JSON, of the format `safeconduct.decision/1`; with `wanted`, only
/// these pathways. Nothing, if there is no such case.
///
/// An entry never stands without return and pursuit beside it.
pub fn decision_json(
    desk: &Desk,
    number: CaseNumber,
    on: Date,
    lang: Lang,
    wanted: &[String],
) -> Option<Value> {
    let case = desk.caseload().case(number)?;
    let (library, reading) = (desk.library(), desk.reading(on, lang));
    let program = desk.program(on);
    let residual = law::Residual::of(&program, library, &case.facts);
    let judged = verdicts(&program, library, &residual, &case.facts);
    let is_wanted = |id: &str| {
        wanted.is_empty()
            || wanted
                .iter()
                .any(|w| w == id || id.split('[').next() == Some(w))
    };
    let writing = |verdict: &Verdict| {
        let rule = &program.rules[verdict.rule];
        let book = &library.pathways[rule.book];
        let mut value = verdict_json(desk, rule, verdict);
        if matches!(verdict.word, law::Word::Closed | law::Word::Undecided) {
            value["would_open"] = openings_json(desk, &program, &residual, rule);
        }
        if let (Kind::Entry, Some(code)) = (book.kind, rule.destination) {
            let beside = reading.beside_entry(code, verdict.getting_there);
            value["return_and_pursuit"] = json!({
                "at_a_glance": beside.at_a_glance.word,
                "warns": beside.warns,
                "means": beside.means,
                "cases": beside.cases,
            });
        }
        value
    };
    let chosen = judged
        .iter()
        .filter(|verdict| is_wanted(&program.rules[verdict.rule].id));
    let absences: Vec<Value> = program
        .absences
        .iter()
        .map(|index| &library.absences[*index])
        .map(|a| json!({ "id": a.id, "destination": a.destination, "what": words(&a.what), "cite": a.window.citation.cite }))
        .collect();
    Some(json!({
        "format": "safeconduct.decision/1",
        "informs": "the person's choice, made with a caseworker and a lawyer",
        "on": on.to_string(),
        "known_on": program.day.known_on.to_string(),
        "verdicts": chosen.map(writing).collect::<Vec<_>>(),
        "absences": absences,
    }))
}

/// The cheapest sets of facts that would open it; at most five, none containing another.
fn openings_json(
    desk: &Desk,
    program: &law::Program,
    residual: &law::Residual,
    rule: &law::Rule,
) -> Value {
    let step = |step: &law::Step| {
        let atom = &program.atoms[step.atom.0 as usize];
        let by = match step.by {
            law::Means::FindOut => "find_out",
            law::Means::Do => "do",
            law::Means::NotInHands => "not_in_hands",
        };
        let label = desk
            .library()
            .vocabulary
            .get(&atom.fact.0)
            .map(|fact| words(&fact.label));
        json!({ "by": by, "fact": atom.fact.0, "key": atom.key, "label": label, "wanted": step.wanted })
    };
    match law::openings(program, desk.library(), residual, rule, 5) {
        Ok(openings) => {
            let sets = openings
                .iter()
                .map(|opening| opening.steps.iter().map(step).collect::<Vec<_>>());
            json!(sets.collect::<Vec<_>>())
        }
        // Nothing that may be varied would open it, or there are more ways than can be written out.
        Err(law::NoOpening::NothingToVary) => json!([]),
        Err(law::NoOpening::TooMany) => Value::Null,
    }
}

pub(crate) fn words(words: &Words) -> Value {
    json!({ "en": words.en, "ru": words.ru })
}

fn truth(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "yes",
        Truth::False => "no",
        Truth::Unknown => "unknown",
    }
}

pub(crate) fn citation(citation: &Citation) -> Value {
    let seen = citation.seen.as_ref().map(|seen| {
        json!({ "how": seen.how.word(), "source": seen.source, "day": seen.day.to_string() })
    });
    json!({ "cite": citation.cite, "seen": seen })
}

fn verdict_json(desk: &Desk, rule: &law::Rule, verdict: &Verdict) -> Value {
    let library = desk.library();
    let book = &library.pathways[rule.book];
    let row = rule.row(library);
    let clause = |index: &usize| {
        let clause = &book.clauses[*index];
        json!({ "condition": clause.id, "says": words(&clause.says), "article": citation(&citation_of(&clause.citation, row)) })
    };
    let clauses = |indices: &[usize]| indices.iter().map(clause).collect::<Vec<_>>();
    let practice = |index: &usize| {
        let practice = &book.practice[*index];
        json!({ "effect": practice.effect.word(), "says": words(&practice.says), "article": citation(&practice.window.citation) })
    };
    let lifting = |index: &usize| {
        let waiver = &book.waivers[*index];
        json!({ "lifts": waiver.lifts, "by": waiver.by.word(), "article": citation(&waiver.citation) })
    };
    json!({
        "pathway": rule.id,
        "title": words(&book.title),
        "destination": rule.destination.map(|code| code.to_string()),
        "kind": book.kind.word(),
        "verdict": verdict.word.word(),
        "asked_today": truth(verdict.asked_today),
        "discretion": verdict.discretion.word(),
        "limited": verdict.limited,
        "not_operated": verdict.not_operated,
        "because": reason_ids(library, book, verdict),
        "reasons": verdict.reasons.iter().flat_map(|reason| reason_json(reason, &clause)).collect::<Vec<_>>(),
        "missing": verdict.missing.iter().map(|missing| missing_json(desk, missing)).collect::<Vec<_>>(),
        "unlikely": clauses(&verdict.unlikely),
        "to_be_argued": clauses(&verdict.to_argue),
        "speaks_for": clauses(&verdict.speaks_for),
        "practice": verdict.practice.iter().map(practice).collect::<Vec<_>>(),
        "may_be_lifted_by": verdict.may_be_lifted_by.iter().map(lifting).collect::<Vec<_>>(),
        "as_last_seen": verdict.as_last_seen.map(|day| day.to_string()),
        "not_seen_between": verdict.not_seen_between.map(|(a, b)| [a.to_string(), b.to_string()]),
        "trust": verdict.trust.word(),
        "room_unknown": verdict.room_unknown,
        "getting_there": verdict.getting_there.map(|way| {
            json!({ "exit": truth(way.exit), "boarding": truth(way.boarding), "transit": truth(way.transit) })
        }),
    })
}

fn reason_json(reason: &Reason, clause: &impl Fn(&usize) -> Value) -> Vec<Value> {
    let named = |kind: &str, index: &usize| {
        let mut value = clause(index);
        value["kind"] = json!(kind);
        vec![value]
    };
    match reason {
        Reason::NotInForce(_) => vec![json!({ "kind": "not_in_force" })],
        Reason::OnlyByException => vec![json!({ "kind": "only_by_named_exception" })],
        Reason::Overlay(_) => vec![json!({ "kind": "overlay" })],
        Reason::OverlayPerhaps(_) => vec![json!({ "kind": "overlay_perhaps" })],
        Reason::Fails(index) => named("requirement_fails", index),
        Reason::Applies(index) => named("bar_applies", index),
        Reason::CannotAllHold(indices) => indices
            .iter()
            .flat_map(|index| named("cannot_all_hold", index))
            .collect(),
        Reason::NotShown(index) => named("not_shown", index),
        Reason::NotRuledOut(index) => named("not_ruled_out", index),
        Reason::NobodyCanCheck(index) => named("nobody_can_check", index),
        Reason::Carried(index) => named("carried", index),
    }
}

fn missing_json(desk: &Desk, missing: &Missing) -> Value {
    let why = match missing.why {
        law::WhyUnknown::NotAsked => "not_asked",
        law::WhyUnknown::RatherNotSay => "rather_not_say",
        law::WhyUnknown::Contested => "contested",
        law::WhyUnknown::NotEnough => "not_enough",
    };
    let ask = desk
        .library()
        .vocabulary
        .get(&missing.fact.0)
        .map(|fact| words(&fact.ask));
    json!({ "fact": missing.fact.0, "key": missing.key, "why": why, "ask": ask })
}
