//! A timeline says on every day what the books of that day say, for everybody.

mod common;
mod shipped;

use facts::{Date, Facts, Span, add_span};
use law::{Day, KnownOn, Library, Program, Residual, Timeline, word};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const FIRST: Date = Date::constant(2017, 1, 1);
const LAST: Date = Date::constant(2026, 12, 31);

/// The twelve detailed people of the demonstration.
fn twelve(library: &Library) -> Vec<Facts> {
    let people = shipped::people(library, shipped::TWELVE);
    people.into_iter().map(|(_, facts)| facts).collect()
}

/// Says on which rules, people and days the timeline says something else than the books.
fn check(
    library: &Library,
    timeline: &Timeline<'_>,
    people: &[Facts],
    days: impl IntoIterator<Item = Day>,
) -> Result<(), TestCaseError> {
    let mut slider = timeline.people(people);
    let ids: Vec<&str> = timeline.rules().collect();
    for day in days {
        let program = Program::on(library, day);
        let words = slider.on(day.on).expect("a day of the span");
        let there: BTreeSet<&str> = program.rules.iter().map(|rule| rule.id.as_str()).collect();
        for (person, facts) in people.iter().enumerate() {
            let residual = Residual::of(&program, library, facts);
            for rule in &program.rules {
                let index = ids.iter().position(|id| *id == rule.id).expect("the rule");
                let alone = Some(word(&residual, rule));
                let at = format!("{} for {person} on {}", rule.id, day.on);
                prop_assert_eq!(words.of(index, person), alone, "{}", at);
            }
            for (index, id) in ids.iter().enumerate() {
                let is_there = words.of(index, person).is_some();
                prop_assert_eq!(is_there, there.contains(id), "{} on {}", id, day.on);
            }
        }
    }
    Ok(())
}

fn nth(day: i32) -> Date {
    add_span(FIRST, Span::Days(day))
}

/// The shipped books over ten years, and the twelve.
fn ten_years() -> &'static (Timeline<'static>, Vec<Facts>, &'static Library) {
    static BOOKS: OnceLock<Library> = OnceLock::new();
    static TEN: OnceLock<(Timeline<'static>, Vec<Facts>, &'static Library)> = OnceLock::new();
    TEN.get_or_init(|| {
        let library = BOOKS.get_or_init(|| shipped::library().0);
        let timeline = Timeline::of(library, FIRST, LAST, KnownOn::ThatDay);
        (timeline, twelve(library), library)
    })
}

#[test]
fn the_twelve_read_the_same_on_random_days_of_ten_years() {
    let (timeline, people, library) = ten_years();
    // Every 61st day, and the last day before and the first day of every third piece.
    let edges = timeline.cuts().skip(1).step_by(3);
    let edges = edges.flat_map(|cut| [add_span(cut, Span::Days(-1)), cut]);
    let days = (0..3_652).step_by(61).map(nth).chain(edges).map(Day::of);
    check(library, timeline, people, days).expect("the same words");
}

#[test]
fn pieces_are_cut_where_the_books_change_and_nowhere_else() {
    let (timeline, ..) = ten_years();
    let cuts: Vec<Date> = timeline.cuts().collect();
    assert_eq!(cuts.first(), Some(&FIRST));
    assert!(cuts.is_sorted_by(|a, b| a < b));
    // Executive Order 13780 was held back by injunctions until 29 June 2017.
    assert!(cuts.contains(&Date::constant(2017, 6, 29)), "{cuts:?}");
    assert!((30..600).contains(&cuts.len()), "{}", cuts.len());
    assert_eq!(timeline.piece(FIRST), 0);
    assert_eq!(timeline.piece(LAST), cuts.len() - 1);
}

#[test]
fn without_hindsight_a_later_day_is_asked_as_it_was_known_then() {
    let library = ten_years().2;
    let known = Date::constant(2017, 5, 17);
    let timeline = Timeline::of(library, FIRST, LAST, KnownOn::Day(known));
    let days = (0..3_652).step_by(307).map(|day| Day {
        on: nth(day),
        known_on: known,
    });
    check(library, &timeline, &ten_years().1, days).expect("the same words");
}

const FACTS: &str = r#"
  born: { type: date, label: { en: b, ru: р }, topic: family }
  entered: { type: date, by: country, label: { en: e, ru: в }, topic: records }
  papers: { type: list, fields: { kind: { type: enum, values: { old: { en: o, ru: с }, new: { en: n, ru: н } } }, until: { type: date } }, label: { en: p, ru: б }, topic: papers }
  minor: { type: bool, first_of: [recorded, 'born > on - years(18)'], label: { en: m, ru: м }, topic: family }
"#;

/// Where moving days meet each other and fixed ones.
const MEETINGS: &[&str] = &[
    "born > on - years(18) && born < date(\"2000-03-01\")",
    "born > on - years(18) || born <= date(\"1999-06-15\")",
    "minor && born <= on - years(17)",
    "entered[\"USA\"] >= on - months(1) || entered[\"USA\"] < on - days(30)",
    "entered[\"USA\"] > on - days(31) && entered[\"USA\"] < on - months(1)",
    "entered[\"USA\"] == on - days(7) || entered[\"USA\"] != date(\"2017-08\")",
    "papers.exists(p, p.until >= on) || !papers.exists(p, p.until >= date(\"2017-09-05\"))",
    "papers.exists(p, p.until >= on + months(1)) || !papers.exists(p, p.until >= on + days(30))",
    "papers.exists(p, p.kind == \"new\" && (p.until > on || on > date(\"2018-02\")))",
    "on >= date(\"2017-07\") && passport || on == date(\"2017-10-31\")",
    "on in [date(\"2017-08-08\"), date(\"2018-01-02\")] || feared",
    "here in value.safe && on < value.ends",
    "!minor && on + months(1) > date(\"2018-01-31\")",
    "entered[\"USA\"] in [on, date(\"2017-12-24\")] || born == on - years(18)",
];

fn meetings() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let vocabulary = format!("{}{}", common::VOCABULARY, FACTS);
        let mut files = vec![("vocabulary/all.yaml".to_owned(), vocabulary)];
        for (index, condition) in MEETINGS.iter().enumerate() {
            let lines = format!(
                "values:\n  safe:\n    - {{ from: 2017-01-01, until: 2017-09-20, is: [RUS, LTU], cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}\n    - {{ from: 2017-09-20, is: [LTU], cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}\n  ends:\n    - {{ from: 2017-01-01, is: \"2018-02-02\", cite: c, seen: {{ how: unverified, day: 2020-01-01 }} }}\nrequires:\n  - id: a\n    when: '{condition}'\n    cite: c\n    seen: {{ how: unverified, day: 2020-01-01 }}\n    fails: {{ en: F., ru: Н. }}"
            );
            let book = common::pathway(&format!("x.m{index}"), "USA", &lines);
            files.push((format!("law/m{index}.yaml"), book));
        }
        let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let (library, complaints) = Library::load(files);
        let said: Vec<_> = complaints.iter().map(|c| (&c.message, &c.at)).collect();
        assert!(said.is_empty(), "{said:?}");
        library
    })
}

fn around() -> impl Strategy<Value = String> {
    prop_oneof![
        (2016..2019i32, 1..13u8, 1..29u8).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (2016..2019i32, 1..13u8).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (2016..2019i32).prop_map(|y| format!("{y}")),
        Just("unknown".to_owned()),
    ]
}

fn someone() -> impl Strategy<Value = String> {
    let born = prop_oneof![
        (1998..2002i32, 1..13u8, 1..29u8).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (1998..2002i32).prop_map(|y| format!("{y}")),
        Just("unknown".to_owned()),
    ];
    let word = || prop_oneof![Just("yes"), Just("no"), Just("unknown")];
    let paper = (prop_oneof![Just("old"), Just("new")], around())
        .prop_map(|(kind, until)| format!("{{ kind: {kind}, until: {until} }}"));
    let papers = (prop::collection::vec(paper, 0..3), word());
    (born, around(), papers, word(), word(), word()).prop_map(
        |(born, entered, (papers, complete), minor, passport, feared)| {
            let complete = if complete == "yes" { "yes" } else { "no" };
            format!(
                "facts:\n  born: {born}\n  entered: {{ USA: {entered} }}\n  papers: {{ shown: [{}], complete: {complete} }}\n  minor: {minor}\n  passport: {passport}\n  feared: {feared}\n  here: RUS\n",
                papers.join(", ")
            )
        },
    )
}

fn cases() -> ProptestConfig {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    ProptestConfig::with_cases(if long { 400 } else { 16 })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn where_moving_days_meet_the_timeline_still_reads_as_each_day_does(
        people in prop::collection::vec(someone(), 1..12),
        days in prop::collection::vec(0..500i32, 6),
        known in prop::option::of(0..500i32),
    ) {
        let library = meetings();
        let people: Vec<Facts> = people.into_iter().map(|text| shipped::person(library, "person", text)).collect();
        let known = known.map_or(KnownOn::ThatDay, |day| KnownOn::Day(nth(day)));
        let timeline = Timeline::of(library, FIRST, nth(500), known);
        let cuts: Vec<Date> = timeline.cuts().collect();
        let days = days.into_iter().flat_map(|day| {
            let cut = cuts[usize::try_from(day).unwrap_or(0) % cuts.len()];
            [nth(day), cut, add_span(cut, Span::Days(-1)).max(FIRST)]
        });
        let days = days.map(|on| match known {
            KnownOn::ThatDay => Day::of(on),
            KnownOn::Day(known_on) => Day { on, known_on },
        });
        check(library, &timeline, &people, days)?;
    }
}
