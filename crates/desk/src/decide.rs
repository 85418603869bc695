//! A person's verdicts and questions as plain text, for a terminal or a file.

use crate::case::CaseNumber;
use crate::desk::Desk;
use crate::view::{BesideEntry, Reason, Way};
use crate::{Lang, Speech};
use facts::Date;
use law::{Residual, Sitting, next_topic, verdicts};
use std::fmt::Write;

/// The verdicts on one person as text; with `wanted`, only these pathways (a family's id stands
/// for all its members). Nothing, if there is no such case.
///
/// An entry never stands without return and pursuit beside it.
pub fn decision_text(
    desk: &Desk,
    number: CaseNumber,
    on: Date,
    lang: Lang,
    wanted: &[String],
) -> Option<String> {
    let page = desk.person(number, on, lang)?;
    let speech = Speech::of(lang);
    let mut text = format!("{}\n{}\n\n", page.head.code, speech.say("banner-choice"));
    let is_wanted = |id: &str| {
        wanted.is_empty()
            || wanted
                .iter()
                .any(|w| w == id || id.split('[').next() == Some(w))
    };
    for destination in &page.destinations {
        let ways: Vec<&Way> = destination
            .ways
            .iter()
            .filter(|way| is_wanted(&way.id))
            .collect();
        if ways.is_empty() && !wanted.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{}", destination.country.to_uppercase());
        let at_once: Vec<_> = destination
            .at_once
            .iter()
            .map(|s| format!("{} {}", s.mark, s.word))
            .collect();
        let _ = writeln!(text, "  {}", at_once.join("  ·  "));
        for absence in &destination.absences {
            let _ = writeln!(text, "  ✗ {} [{}]", absence.what, absence.article.cite);
        }
        for way in ways {
            write_way(&mut text, way);
        }
    }
    for family in page
        .families
        .iter()
        .filter(|family| is_wanted(&family.way.id))
    {
        let _ = writeln!(text, "{}", family.countries);
        write_way(&mut text, &family.way);
    }
    for way in page.against_return.iter().filter(|way| is_wanted(&way.id)) {
        write_way(&mut text, way);
    }
    for entry in page.entries.iter().filter(|entry| is_wanted(&entry.id)) {
        let _ = writeln!(text, "{} ({})", entry.country, entry.id);
        let _ = writeln!(
            text,
            "  {} {}: {}",
            entry.sign.mark, entry.sign.word, entry.law
        );
        write_beside(&mut text, &entry.beside);
    }
    Some(text)
}

pub(crate) fn write_way(text: &mut String, way: &Way) {
    let _ = writeln!(
        text,
        "  {} {}: {} ({})",
        way.sign.mark, way.sign.word, way.title, way.id
    );
    let _ = writeln!(text, "      {}", way.asked_today.word);
    for reason in way.reasons.iter().chain(&way.weighed) {
        write_reason(text, reason);
    }
    for note in way.practice.iter().chain(&way.notes) {
        let _ = writeln!(text, "      · {}: {}", note.about, note.text);
    }
    for quote in &way.told {
        let _ = writeln!(text, "      ! {} ({})", quote.words, quote.by);
    }
    for step in &way.so_far {
        let _ = writeln!(text, "      → {step}");
    }
    if let Some(beside) = &way.beside_entry {
        write_beside(text, beside);
    }
}

fn write_reason(text: &mut String, reason: &Reason) {
    let cite = match reason.article.cite.as_str() {
        "" => String::new(),
        cite => format!(" [{cite}]"),
    };
    let _ = writeln!(text, "      {} {}{cite}", reason.sign.mark, reason.text);
    if let Some(question) = &reason.question {
        let _ = writeln!(text, "          ? {question}");
    }
}

pub(crate) fn write_beside(text: &mut String, beside: &BesideEntry) {
    let _ = writeln!(
        text,
        "      {} {}",
        beside.at_a_glance.mark, beside.at_a_glance.word
    );
    for line in beside.means.iter().chain(&beside.cases) {
        let _ = writeln!(text, "        - {line}");
    }
    let way: Vec<_> = beside
        .getting_there
        .iter()
        .map(|s| format!("{} {}", s.mark, s.word))
        .collect();
    let _ = writeln!(text, "        {}", way.join("  ·  "));
}

/// The next questions for a person, topic by topic: a heavy one never first and never twice in a
/// sitting. Nothing, if there is no such case; an empty text, if the list is settled.
pub fn questions_text(desk: &Desk, number: CaseNumber, on: Date, lang: Lang) -> Option<String> {
    let facts = &desk.caseload().case(number)?.facts;
    let (library, program) = (desk.library(), desk.program(on));
    let residual = Residual::of(&program, library, facts);
    let judged = verdicts(&program, library, &residual, facts);
    let mut text = String::new();
    if let Some((_, questions)) = next_topic(library, &judged, &Sitting::default()) {
        for question in questions {
            let Some(fact) = library.vocabulary.get(&question.fact.0) else {
                continue;
            };
            let countries: Vec<String> = question
                .keys
                .iter()
                .map(|key| country_of(desk, key, lang))
                .collect();
            let ask = lang
                .of(&fact.ask)
                .replace("{country}", &countries.join(", "));
            let _ = writeln!(
                text,
                "? {ask}\n    {}",
                lang.of(&fact.why)
                    .replace("{country}", &countries.join(", "))
            );
        }
    }
    Some(text)
}

fn country_of(desk: &Desk, key: &str, lang: Lang) -> String {
    let area = key
        .strip_prefix("area.")
        .and_then(|area| desk.library().areas.get(area));
    match (area, key.parse()) {
        (Some(area), _) => lang.of(&area.title).to_owned(),
        (None, Ok(code)) => desk.country(code, lang),
        (None, Err(_)) => key.to_owned(),
    }
}
