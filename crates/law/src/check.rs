//! What must be right across a whole library: references, windows, sources, conditions, tests.

use crate::book::{Citation, Clause, DatedValue, How, Pathway, Role, Window};
use crate::load::Library;
use crate::lower::{Atoms, Scope, lower, written_fact};
use crate::program::{Member, members, rule, scope, touches};
use crate::window::Day;
use facts::{Code, Complaints, CountryCode, Date, Facts, Node, Place, SourceText, read_facts};
use std::collections::{BTreeMap, BTreeSet};

/// Fills in what books include, then complains of everything that does not fit together.
pub(crate) fn library(library: &mut Library, complaints: &mut Complaints) {
    include_groups(library, complaints);
    vocabulary(library, complaints);
    areas(library, complaints);
    for index in 0..library.pathways.len() {
        pathway(library, index, complaints);
    }
    overlays(library, complaints);
    absences(library, complaints);
    rows(library, complaints);
}

/// A day for checks that do not depend on the day.
const ANY_DAY: Date = Date::constant(2017, 5, 17);

fn include_groups(library: &mut Library, complaints: &mut Complaints) {
    for pathway in &mut library.pathways {
        let mut included = Vec::new();
        for id in &pathway.includes {
            match library.groups.get(id) {
                Some(group) => {
                    included.extend(group.clauses.iter().cloned());
                    pathway.waivers.extend(group.waivers.iter().cloned());
                }
                None => {
                    let at = find(&pathway.source, id);
                    complaints
                        .add(
                            Code::UnknownReference,
                            &pathway.source,
                            &at,
                            format!("there is no group `{id}`"),
                            "here",
                        )
                        .did_you_mean(id, library.groups.keys().map(String::as_str));
                }
            }
        }
        included.append(&mut pathway.clauses);
        // Requirements first, then bars, as a lawyer asks.
        included.sort_by_key(|clause| clause.role);
        pathway.clauses = included;
    }
}

fn find(source: &SourceText, word: &str) -> Place {
    source
        .text
        .find(word)
        .map_or(0..1, |at| at..at + word.len())
}

/// Names that say a legal conclusion: a fact is what somebody can see or ask.
const OPAQUE: &[&str] = &["meets_", "eligible", "qualifies", "fulfils_", "satisfies_"];

fn vocabulary(library: &Library, complaints: &mut Complaints) {
    for fact in library.vocabulary.iter() {
        if OPAQUE.iter().any(|word| fact.id.0.starts_with(word)) && !fact.lawyers_opinion {
            let at = find(&fact.source, &fact.id.0);
            complaints
                .add(
                    Code::OpaqueFact,
                    &fact.source,
                    &at,
                    format!("`{}` is a legal conclusion", fact.id),
                    "here",
                )
                .help("name what can be seen or asked, or mark it `kind: lawyers_opinion`");
        }
        if let Some(derived) = &fact.derived {
            let text = crate::book::ConditionText {
                text: derived.condition.clone(),
                start: derived.at.start,
                at: derived.at.clone(),
            };
            let none = BTreeMap::new();
            let scope = Scope {
                vocabulary: &library.vocabulary,
                countries: &library.countries,
                areas: &library.areas,
                values: &none,
                row: None,
                this: None,
                destination: None,
                day: Day::of(ANY_DAY),
            };
            lower(
                &text,
                &fact.source,
                &scope,
                &mut Atoms::default(),
                complaints,
            );
        }
    }
}

fn areas(library: &Library, complaints: &mut Complaints) {
    // Areas stand in one file; their members' sources are checked like everybody's.
    let Some(source) = library.tables.get("countries").map(|table| &table.source) else {
        return;
    };
    for (code, window) in library.areas.values().flat_map(|area| &area.members) {
        if !library.countries.is_empty() && !library.countries.contains(code) {
            complaints.add(
                Code::NotACountry,
                source,
                &(0..1),
                format!("an area names `{code}`"),
                "not in this table",
            );
        }
        if let Some(seen) = &window.citation.seen
            && let Some(id) = &seen.source
            && !library.sources.contains_key(id)
        {
            complaints.add(
                Code::UnknownSource,
                source,
                &(0..1),
                format!("an area names the source `{id}`"),
                "no such source",
            );
        }
    }
}

fn pathway(library: &Library, index: usize, complaints: &mut Complaints) {
    let pathway = &library.pathways[index];
    unique_ids(pathway, complaints);
    destination(library, pathway, complaints);
    windows(&pathway.in_force, &pathway.source, complaints);
    sources(library, pathway, complaints);
    values(library, pathway, complaints);
    judgements(pathway, complaints);
    waivers(pathway, complaints);
    let Some(samples) = sample_members(library, pathway, complaints) else {
        return;
    };
    for member in samples {
        rule(
            library,
            index,
            member.clone(),
            Day::of(ANY_DAY),
            &mut Atoms::default(),
            complaints,
        );
        events(library, pathway, member.as_ref(), complaints);
    }
    tests(library, pathway, complaints);
}

/// A pathway leads to a country that exists; only a family leads to `this`.
fn destination(library: &Library, pathway: &Pathway, complaints: &mut Complaints) {
    let typed = &pathway.destination;
    if typed == "this" && pathway.each.is_some() || is_country(library, typed) {
        return;
    }
    let at = value_place(&pathway.source, "destination:", typed);
    let message = format!("`{typed}` is no destination");
    complaints
        .add(Code::NotACountry, &pathway.source, &at, message, "here")
        .help("a country code such as LTU is expected; `this` only in a family (`each:`)");
}

/// Whether a country has this code. Where no table of countries is at hand, its form must do.
fn is_country(library: &Library, typed: &str) -> bool {
    typed
        .parse::<CountryCode>()
        .is_ok_and(|code| library.countries.is_empty() || library.countries.contains(&code))
}

/// Where a key's value stands at the left edge of the file.
fn value_place(source: &SourceText, key: &str, value: &str) -> Place {
    let text = &source.text;
    let line_start = text
        .match_indices(key)
        .map(|(at, _)| at)
        .find(|at| *at == 0 || text[..*at].ends_with('\n'));
    let after = line_start.map_or(0, |at| at + key.len());
    text[after..]
        .find(value)
        .map_or(0..1, |at| after + at..after + at + value.len())
}

fn unique_ids(pathway: &Pathway, complaints: &mut Complaints) {
    let mut seen = BTreeSet::new();
    for clause in &pathway.clauses {
        if !seen.insert(&clause.id) {
            let message = format!(
                "two conditions of `{}` are called `{}`",
                pathway.id, clause.id
            );
            complaints.add(
                Code::DuplicateId,
                &clause.source,
                &clause.at,
                message,
                "a second one",
            );
        }
    }
}

fn windows(windows: &[Window], source: &SourceText, complaints: &mut Complaints) {
    for window in windows {
        if let (Some(from), Some(until)) = (window.from, window.until)
            && until.latest() <= from.earliest()
        {
            complaints
                .add(
                    Code::EmptyWindow,
                    source,
                    &window.at,
                    "this window ends before it begins",
                    "here",
                )
                .help("`until` is the first day on which it no longer applies");
        }
    }
    for (index, window) in windows.iter().enumerate() {
        for other in &windows[..index] {
            if overlap(window, other) {
                complaints
                    .add(
                        Code::OverlappingWindows,
                        source,
                        &window.at,
                        "two windows cover the same days",
                        "the second one",
                    )
                    .help("end the first on the day on which this one begins");
            }
        }
    }
}

fn overlap(a: &Window, b: &Window) -> bool {
    let begins_before_end = |a: &Window, b: &Window| match (a.from, b.until) {
        (Some(from), Some(until)) => from.latest() < until.earliest(),
        _ => true,
    };
    begins_before_end(a, b) && begins_before_end(b, a)
}

fn sources(library: &Library, pathway: &Pathway, complaints: &mut Complaints) {
    let cited =
        |citation: &Citation, at: &Place, source: &SourceText, complaints: &mut Complaints| {
            if citation.cite.trim().is_empty() {
                complaints
                    .add(
                        Code::MissingSource,
                        source,
                        at,
                        "this has no article",
                        "here",
                    )
                    .help("say where the rule stands: `cite: \"INA 214(b)\"`");
            }
            known_source(library, citation, at, source, complaints);
        };
    for window in &pathway.in_force {
        cited(&window.citation, &window.at, &pathway.source, complaints);
    }
    for clause in &pathway.clauses {
        cited(&clause.citation, &clause.at, &clause.source, complaints);
    }
    for waiver in &pathway.waivers {
        cited(&waiver.citation, &waiver.at, &waiver.source, complaints);
    }
    for remedy in &pathway.remedies {
        known_source(
            library,
            &remedy.citation,
            &find(&pathway.source, &remedy.id),
            &pathway.source,
            complaints,
        );
    }
    for practice in &pathway.practice {
        known_source(
            library,
            &practice.window.citation,
            &practice.window.at,
            &pathway.source,
            complaints,
        );
    }
}

fn known_source(
    library: &Library,
    citation: &Citation,
    at: &Place,
    source: &SourceText,
    complaints: &mut Complaints,
) {
    let Some(seen) = &citation.seen else { return };
    match &seen.source {
        Some(id) if !library.sources.contains_key(id) => {
            let message = format!("no source is called `{id}`");
            complaints
                .add(Code::UnknownSource, source, at, message, "here")
                .did_you_mean(id, library.sources.keys().map(String::as_str));
        }
        None if seen.how != How::Unverified => {
            complaints
                .add(
                    Code::MissingSource,
                    source,
                    at,
                    "nothing says where this was seen",
                    "here",
                )
                .help("name the source, or mark it `how: unverified`");
        }
        _ => {}
    }
}

fn values(library: &Library, pathway: &Pathway, complaints: &mut Complaints) {
    for dated in pathway.values.values() {
        let dated_windows: Vec<Window> = dated
            .iter()
            .map(|value: &DatedValue| value.window.clone())
            .collect();
        windows(&dated_windows, &pathway.source, complaints);
        for window in &dated_windows {
            known_source(
                library,
                &window.citation,
                &window.at,
                &pathway.source,
                complaints,
            );
        }
    }
}

/// A shipped book holds nobody's guess: times and odds only from counted sources.
fn judgements(pathway: &Pathway, complaints: &mut Complaints) {
    let mut guess = |what: &str| {
        complaints
            .add(
                Code::Judgement,
                &pathway.source,
                &find(&pathway.source, what),
                format!("`{what}` here is a guess"),
                "here",
            )
            .help("only a counted source may stand here; write `unknown`");
    };
    if pathway.time.as_ref().is_some_and(|time| {
        time.seen
            .as_ref()
            .is_none_or(|seen| seen.how == How::Unverified)
    }) {
        guess("time");
    }
    for odds in &pathway.odds {
        let unseen = odds
            .citation
            .seen
            .as_ref()
            .is_none_or(|seen| seen.how == How::Unverified);
        if unseen {
            guess("odds");
        }
    }
}

fn waivers(pathway: &Pathway, complaints: &mut Complaints) {
    let bars: Vec<&str> = pathway
        .clauses
        .iter()
        .filter(|clause| clause.role == Role::Bar)
        .map(|clause| clause.id.as_str())
        .collect();
    for waiver in &pathway.waivers {
        for id in waiver
            .lifts
            .iter()
            .filter(|id| !bars.contains(&id.as_str()))
        {
            complaints
                .add(
                    Code::UnknownBar,
                    &waiver.source,
                    &waiver.at,
                    format!("there is no bar `{id}` to lift"),
                    "here",
                )
                .did_you_mean(id, bars.iter().copied());
        }
    }
}

/// The members on which a family's conditions are checked; nothing where the family has no table.
fn sample_members(
    library: &Library,
    pathway: &Pathway,
    complaints: &mut Complaints,
) -> Option<Vec<Option<Member>>> {
    let Some(each) = &pathway.each else {
        return Some(vec![None]);
    };
    let Some(table) = library.tables.get(&each.table) else {
        complaints
            .add(
                Code::UnknownReference,
                &pathway.source,
                &each.at,
                format!("there is no table `world.{}`", each.table),
                "here",
            )
            .did_you_mean(&each.table, library.tables.keys().map(String::as_str));
        return None;
    };
    if !table.columns.contains_key(&each.key) {
        complaints
            .add(
                Code::UnknownName,
                &pathway.source,
                &each.at,
                format!("the table has no column `{}`", each.key),
                "here",
            )
            .did_you_mean(&each.key, table.columns.keys().map(String::as_str));
        return None;
    }
    let before = complaints.len();
    if let (Some(filter), Some(row)) = (&each.filter, table.rows.first()) {
        let mut scope = scope(library, pathway, Day::of(ANY_DAY));
        scope.row = Some((row, &table.columns));
        lower(
            filter,
            &pathway.source,
            &scope,
            &mut Atoms::default(),
            complaints,
        );
    }
    // Types are those of the columns: one row shows every fault.
    let mut found = members(library, pathway, Day::of(ANY_DAY), |_| true);
    if found.is_empty() && complaints.len() == before {
        let message = format!(
            "no row of `world.{}` is a member of this family",
            each.table
        );
        complaints.add(
            Code::UnknownReference,
            &pathway.source,
            &each.at,
            message,
            "here",
        );
    }
    found.truncate(1);
    Some(found)
}

fn events(
    library: &Library,
    pathway: &Pathway,
    member: Option<&Member>,
    complaints: &mut Complaints,
) {
    let mut scope = scope(library, pathway, Day::of(ANY_DAY));
    if let Some(member) = member {
        scope.this = Some(&member.key);
        scope.destination = Some(&member.key);
    }
    for write in pathway.events.values().flat_map(|event| &event.writes) {
        let before = complaints.len();
        let start = write.at.start + 1;
        if written_fact(&write.text, start, &pathway.source, &scope, complaints).is_none()
            && complaints.len() == before
        {
            complaints
                .add(
                    Code::WrongType,
                    &pathway.source,
                    &write.at,
                    format!("`{}` cannot be written", write.text),
                    "here",
                )
                .help("an event sets yes/no facts: `refused_visa[\"USA\"]`");
        }
    }
}

fn tests(library: &Library, pathway: &Pathway, complaints: &mut Complaints) {
    let mut given = |node: Option<&Node>| {
        if let Some(node) = node {
            let facts = read_facts(node, &library.vocabulary, &pathway.source, complaints);
            unknown_countries(library, &facts, node, &pathway.source, complaints);
        }
    };
    given(pathway.test_base.as_ref());
    for test in &pathway.tests {
        given(test.given.as_ref());
    }
    for test in &pathway.tests {
        for id in test
            .because
            .iter()
            .chain(&test.not_because)
            .filter(|id| !is_reason(library, pathway, id))
        {
            let known: Vec<&str> = pathway
                .clauses
                .iter()
                .map(|clause| clause.id.as_str())
                .collect();
            complaints
                .add(
                    Code::BadTest,
                    &pathway.source,
                    &test.at,
                    format!("no condition is called `{id}`"),
                    "in this test",
                )
                .did_you_mean(id, known);
        }
        if test.expect.is_none() && test.event.is_none() {
            complaints
                .add(
                    Code::BadTest,
                    &pathway.source,
                    &test.at,
                    "this test expects nothing",
                    "here",
                )
                .help("add `expect:`, or `event:` with `expect_writes:`");
        }
        if let Some(event) = &test.event
            && !pathway.events.contains_key(event)
        {
            complaints.add(
                Code::BadTest,
                &pathway.source,
                &test.at,
                format!("this book has no `{event}:`"),
                "in this test",
            );
        }
    }
}

/// Complains of countries among a person's facts that the table does not have; all stand, where
/// there is no table.
pub fn unknown_countries(
    library: &Library,
    facts: &Facts,
    node: &Node,
    source: &SourceText,
    complaints: &mut Complaints,
) {
    for code in facts.countries() {
        if !is_country(library, code.as_str()) {
            let start = node.at.start.min(source.text.len());
            let at = source.text[start..]
                .find(code.as_str())
                .map_or(node.at.clone(), |at| start + at..start + at + 3);
            complaints
                .add(
                    Code::NotACountry,
                    source,
                    &at,
                    format!("no country has the code `{code}`"),
                    "here",
                )
                .help("a code of ISO 3166-1 alpha-3 is expected, such as LTU");
        }
    }
}

/// What a test may name as a reason: a condition, an overlay, or `in_force`.
fn is_reason(library: &Library, pathway: &Pathway, id: &str) -> bool {
    let named = |clause: &Clause| clause.id == id;
    id == "in_force"
        || pathway.clauses.iter().any(named)
        || library.overlays.iter().any(|overlay| overlay.id == id)
}

fn overlays(library: &Library, complaints: &mut Complaints) {
    for overlay in &library.overlays {
        windows(&overlay.in_force, &overlay.source, complaints);
        windows(&overlay.enjoined, &overlay.source, complaints);
        for window in overlay.in_force.iter().chain(&overlay.enjoined) {
            known_source(
                library,
                &window.citation,
                &window.at,
                &overlay.source,
                complaints,
            );
        }
        for pattern in &overlay.applies_to {
            if !library
                .pathways
                .iter()
                .any(|pathway| names(pattern, pathway))
            {
                let at = find(&overlay.source, pattern);
                complaints
                    .add(
                        Code::UnknownReference,
                        &overlay.source,
                        &at,
                        format!("no pathway is called `{pattern}`"),
                        "here",
                    )
                    .did_you_mean(
                        pattern,
                        library.pathways.iter().map(|pathway| pathway.id.as_str()),
                    );
            }
        }
    }
}

/// Whether a pattern names this pathway, or a member of this family.
fn names(pattern: &str, pathway: &Pathway) -> bool {
    let family = pattern.split('[').next().unwrap_or(pattern);
    touches(pattern, &pathway.id, &pathway.id) || (pathway.each.is_some() && family == pathway.id)
}

fn absences(library: &Library, complaints: &mut Complaints) {
    for absence in &library.absences {
        known_source(
            library,
            &absence.window.citation,
            &absence.window.at,
            &absence.source,
            complaints,
        );
    }
}

/// Every row's source is known; two rows for one key never hold on one day.
fn rows(library: &Library, complaints: &mut Complaints) {
    for table in library.tables.values() {
        for row in &table.rows {
            if let Some(id) = row.text("source")
                && !library.sources.contains_key(id)
            {
                let message = format!("no source is called `{id}`");
                complaints
                    .add(
                        Code::UnknownSource,
                        &table.source,
                        &row.at,
                        message,
                        "in this row",
                    )
                    .did_you_mean(id, library.sources.keys().map(String::as_str));
            }
        }
    }
    let Some(table) = library.tables.get("entry_rules") else {
        return;
    };
    let mut by_key: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &table.rows {
        by_key
            .entry((row.country("nationality"), row.country("destination")))
            .or_default()
            .push(row);
    }
    for rows in by_key.values() {
        for (index, row) in rows.iter().enumerate() {
            let window = row.window();
            let dated = |w: &Window| w.from.is_some() || w.until.is_some();
            if rows[..index].iter().any(|other| {
                dated(&window) && dated(&other.window()) && overlap_known(&window, &other.window())
            }) {
                let message = "two rows hold for one nationality and destination on the same day";
                complaints.add(
                    Code::RowsOverlap,
                    &table.source,
                    &row.at,
                    message,
                    "the second one",
                );
            }
        }
    }
}

/// Like [`overlap`], where a row without `from` begins on the day it was first seen.
fn overlap_known(a: &Window, b: &Window) -> bool {
    let begins = |w: &Window| {
        w.from
            .map(|from| from.latest())
            .or_else(|| w.seen_on.first().copied())
    };
    let before = |a: &Window, b: &Window| match (begins(a), b.until) {
        (Some(begins), Some(until)) => begins < until.earliest(),
        _ => true,
    };
    before(a, b) && before(b, a)
}
