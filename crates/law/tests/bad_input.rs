//! Whatever is wrong in a file is a clear complaint at its place: no panic, no hang, bounded memory.

mod support;

use facts::{Code, Complaint, Complaints};
use miette::{GraphicalReportHandler, GraphicalTheme};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use support::{Dice, SEEN, SOURCES, load, rounds, vocabulary};

const WORDS: &str =
    "values: { hidden: { en: in hiding, ru: скрывается }, visitor: { en: visitor, ru: гость } }";

fn facts_of_the_books() -> String {
    vocabulary(&[
        ("here", "type: country"),
        ("standing", &format!("type: enum, {WORDS}")),
        ("nationality", "type: set of country"),
        ("refused_visa", "type: bool, by: country"),
        ("passport_valid_until", "type: date"),
        ("income", "type: number"),
        ("hunted", "type: bool"),
        (
            "papers",
            "type: list, fields: { kind: { type: enum, values: { passport: { en: p, ru: п } } }, valid_until: { type: date } }",
        ),
        ("in_hiding", "type: bool, derived: 'standing == \"hidden\"'"),
    ])
}

const COUNTRIES: &str = "iso3,source,day,grade\nRUS,s1,2017-05-01,official\nUSA,s1,2017-05-01,official\nLTU,s1,2017-05-01,official\n";
const TABLES: &str = "format: safeconduct.tables/1\ntables:\n  countries:\n    title: { en: Countries, ru: Страны }\n    columns: { iso3: country, source: text, day: date, grade: text }\n  entry_rules:\n    title: { en: Entry, ru: Въезд }\n    columns: { nationality: country, destination: country, days: number, from: date, until: date, seen_on: set of date, source: text, day: date, grade: text }\n";

/// A pathway without fault.
fn good() -> String {
    format!(
        "format: safeconduct.pathway/1
id: us.visa.b
title: {{ en: Visitor visa, ru: Гостевая виза }}
destination: USA
kind: visa
started_by: [person]
discretion: adjudicator
includes: [shared]
in_force:
  - {{ from: 1952-12-24, until: 2016-01-01, {SEEN} }}
  - {{ from: 2016-01-01, {SEEN} }}
requires:
  - id: passport
    when: 'passport_valid_until >= on + months(6)'
    {cite}
    fails: {{ en: The passport runs out too soon., ru: Паспорт скоро истекает. }}
bars:
  - id: refused_before
    when: 'refused_visa[\"USA\"]'
    only_if: 'standing == \"hidden\"'
    {cite}
    applies: {{ en: A visa was refused before., ru: В визе уже отказывали. }}
waivers:
  - {{ lifts: refused_before, by: adjudicator, {SEEN} }}
refused: {{ writes: ['refused_visa[\"USA\"]'] }}
tests:
  - name: a refusal
    date: 2017-05-17
    given: {{ here: RUS, standing: hidden, passport_valid_until: 2019-01-01 }}
    expect: undecided
    because: [refused_before]
",
        cite = SEEN.replace(", seen:", "\n    seen:")
    )
}

fn group() -> String {
    format!(
        "format: safeconduct.group/1\nid: shared\ntitle: {{ en: Shared, ru: Общее }}\nrequires:\n  - {{ id: abroad, when: 'here != destination', {SEEN}, fails: {{ en: At home., ru: Дома. }} }}\n"
    )
}

fn overlay() -> String {
    format!(
        "format: safeconduct.overlay/1\nid: us.overlay.order\ntitle: {{ en: An order, ru: Указ }}\neffect: suspends\napplies_to: [us.visa.*]\nin_force:\n  - {{ from: 2017-03-16, {SEEN} }}\nspares:\n  - {{ id: hunted, when: 'hunted', {SEEN} }}\n"
    )
}

/// Whole and sound books: (path, text).
fn books() -> Vec<(String, String)> {
    let file = |name: &str, text: String| (name.to_owned(), text);
    vec![
        file("vocabulary/v.yaml", facts_of_the_books()),
        file("sources/s.yaml", SOURCES.to_owned()),
        file("world/tables.yaml", TABLES.to_owned()),
        file("world/countries.csv", COUNTRIES.to_owned()),
        file("groups/shared.yaml", group()),
        file("law/visa-b.yaml", good()),
        file("law/order.yaml", overlay()),
    ]
}

/// The complaints about the books in which one file has this text.
fn with_file(name: &str, text: &str) -> Complaints {
    let mut files = books();
    files.retain(|(other, _)| other != name);
    files.push((name.to_owned(), text.to_owned()));
    let begun = Instant::now();
    let (_, complaints) = load(&files);
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{name} took {:?}",
        begun.elapsed()
    );
    complaints.iter().for_each(lies_in_its_file);
    complaints
}

/// The complaints about the good pathway in which one piece is written otherwise.
fn changed(from: &str, to: &str) -> Complaints {
    let text = good();
    assert!(text.contains(from), "`{from}` is not in the good pathway");
    with_file("law/visa-b.yaml", &text.replacen(from, to, 1))
}

/// A complaint has a sentence, and stands inside its file, wherever that was cut.
fn lies_in_its_file(complaint: &Complaint) {
    assert!(!complaint.message.is_empty() && !complaint.label.is_empty());
    let quoted = [&complaint.message, &complaint.label];
    assert!(
        !quoted
            .iter()
            .any(|sentence| sentence.chars().any(char::is_control)),
        "{complaint:?}"
    );
    assert!(complaint.at.start <= complaint.at.end, "{complaint:?}");
    assert!(
        complaint.at.end <= complaint.source.text.len(),
        "{complaint:?}"
    );
    let (line, column) = complaint.line_and_column();
    assert!(line >= 1 && column >= 1);
}

/// What is underlined.
fn underlined(complaint: &Complaint) -> String {
    complaint
        .source
        .text
        .get(complaint.at.clone())
        .unwrap_or("not at characters")
        .to_owned()
}

fn shown(complaints: &Complaints) -> Vec<(Code, String)> {
    complaints
        .iter()
        .map(|complaint| (complaint.code, underlined(complaint)))
        .collect()
}

/// As a lawyer sees it in a narrow window.
fn rendered(complaint: &Complaint) -> String {
    let handler =
        GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(76);
    let mut text = String::new();
    handler
        .render_report(&mut text, complaint)
        .expect("a complaint can be shown");
    // Blank ends of lines are nothing that a reader sees.
    text.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_good_books_are_good() {
    support::no_complaints(&with_file("law/visa-b.yaml", &good()));
}

#[test]
fn each_slip_of_a_lawyer_is_one_complaint_at_its_place() {
    let passport = "passport_valid_until >= on + months(6)";
    let slips: &[(&str, &str, Code, &str)] = &[
        ("requires:", "requirez:", Code::UnknownKey, "requirez"),
        (
            "kind: visa\n",
            "",
            Code::MissingKey,
            "format: safeconduct.pathway/1",
        ),
        ("kind: visa", "kind: vsia", Code::UnknownWord, "vsia"),
        (
            "kind: visa\n",
            "kind: visa\nkind: entry\n",
            Code::DuplicateKey,
            "kind",
        ),
        ("kind: visa", "kind: &a visa", Code::NoAnchors, "&a visa"),
        (
            "kind: visa",
            "kind: !!str visa",
            Code::NoAnchors,
            "!!str visa",
        ),
        (
            "started_by: [person]",
            "started_by: person",
            Code::WrongShape,
            "person",
        ),
        ("id: us.visa.b", "id: US visa B", Code::NotAnId, "US visa B"),
        (
            "id: us.visa.b",
            "id: us.vis\u{430}.b",
            Code::NotAnId,
            "us.vis\u{430}.b",
        ),
        (
            "id: us.visa.b",
            "id: us.vi\u{200b}sa.b",
            Code::InvisibleCharacter,
            "\u{200b}",
        ),
        (
            "id: us.visa.b",
            "id: us.\u{202e}visa.b",
            Code::InvisibleCharacter,
            "\u{202e}",
        ),
        (
            "en: Visitor visa",
            "en: \"Visi\\u202etor visa\"",
            Code::InvisibleCharacter,
            "\"Visi\\u202etor visa\"",
        ),
        (
            "en: Visitor visa",
            "en: \"Visitor\\e[2J visa\"",
            Code::InvisibleCharacter,
            "\"Visitor\\e[2J visa\"",
        ),
        (
            "en: Visitor visa",
            "en: Visi\u{ad}tor visa",
            Code::InvisibleCharacter,
            "\u{ad}",
        ),
        (
            ", ru: Гостевая виза",
            "",
            Code::OneLanguage,
            "{ en: Visitor visa }",
        ),
        (
            "from: 1952-12-24",
            "from: 1952-02-30",
            Code::NotADate,
            "1952-02-30",
        ),
        (
            "date: 2017-05-17",
            "date: 2017-02-30",
            Code::NotADate,
            "2017-02-30",
        ),
        (
            "date: 2017-05-17",
            "date: 17.05.2017",
            Code::NotADate,
            "17.05.2017",
        ),
        (
            "destination: USA",
            "destination: Narnia",
            Code::NotACountry,
            "Narnia",
        ),
        (
            "destination: USA",
            "destination: QQQ",
            Code::NotACountry,
            "QQQ",
        ),
        (
            "destination: USA",
            "destination: this",
            Code::NotACountry,
            "this",
        ),
        ("here: RUS", "here: Russia", Code::NotACountry, "Russia"),
        ("here: RUS", "here: QQQ", Code::NotACountry, "QQQ"),
        (
            "standing: hidden,",
            "standing: hiding,",
            Code::UnknownValue,
            "hiding",
        ),
        (
            "standing: hidden,",
            "standng: hidden,",
            Code::UnknownFact,
            "standng",
        ),
        (
            "passport_valid_until: 2019-01-01",
            "passport_valid_until: 2017-02-30",
            Code::NotADate,
            "2017-02-30",
        ),
        (
            "until: 2016-01-01, ",
            "until: 2016-06-01, ",
            Code::OverlappingWindows,
            "from: 2016-01-01",
        ),
        (
            "until: 2016-01-01, ",
            "until: 1950-01-01, ",
            Code::EmptyWindow,
            "from: 1952-12-24",
        ),
        (
            "cite: \"Art. 1\"\n    seen",
            "seen",
            Code::MissingKey,
            "id: passport",
        ),
        (
            "cite: \"Art. 1\"\n    seen",
            "cite: \" \"\n    seen",
            Code::MissingSource,
            "id: passport",
        ),
        (
            "source: s1, day: 2017-05-01 }\n    fails",
            "day: 2017-05-01 }\n    fails",
            Code::MissingSource,
            "id: passport",
        ),
        (
            "source: s1, day: 2017-05-01 }\n    fails",
            "source: s2, day: 2017-05-01 }\n    fails",
            Code::UnknownSource,
            "id: passport",
        ),
        ("[shared]", "[shard]", Code::UnknownReference, "shard"),
        (
            "lifts: refused_before",
            "lifts: refused_befor",
            Code::UnknownBar,
            "lifts: refused_befor",
        ),
        (
            "because: [refused_before]",
            "because: [refused]",
            Code::BadTest,
            "name: a refusal",
        ),
        (
            "    expect: undecided\n",
            "",
            Code::BadTest,
            "name: a refusal",
        ),
        (
            "id: refused_before",
            "id: passport",
            Code::DuplicateId,
            "id: passport",
        ),
        (
            passport,
            "passport_valid_til >= on",
            Code::UnknownFact,
            "passport_valid_til",
        ),
        (passport, "passport_valid_until > 5", Code::WrongType, "5"),
        (
            passport,
            "passport_valid_until",
            Code::WrongType,
            "passport_valid_until",
        ),
        (
            passport,
            "passport_valid_until >= date(\"2017-02-30\")",
            Code::NotADate,
            "date(\"2017-02-30\")",
        ),
        (
            passport,
            "hunted and here == \"RUS\"",
            Code::Condition,
            "and",
        ),
        (passport, "here = \"RUS\"", Code::Condition, "="),
        (passport, "here == \"RUS", Code::Condition, "\"RUS"),
        (passport, "(hunted || here == \"RUS\"", Code::Condition, "'"),
        (passport, "", Code::Condition, "'"),
        (passport, "hunted ? true : false", Code::Condition, "?"),
        (passport, "size(nationality) > 1", Code::Condition, "size"),
        (
            passport,
            "nationality == \"RUS\"",
            Code::EqualsOnSet,
            "nationality",
        ),
        (
            passport,
            "nationality != \"RUS\"",
            Code::EqualsOnSet,
            "nationality",
        ),
        (
            passport,
            "nationality in [\"RUS\"]",
            Code::EqualsOnSet,
            "nationality",
        ),
        (passport, "here == \"QQQ\"", Code::NotACountry, "\"QQQ\""),
        (passport, "here == \"rus\"", Code::NotACountry, "\"rus\""),
        (
            passport,
            "standing == \"hidding\"",
            Code::UnknownValue,
            "\"hidding\"",
        ),
        (
            passport,
            "standing < \"hidden\"",
            Code::WrongType,
            "\"hidden\"",
        ),
        (passport, "\"a\" < \"b\"", Code::WrongType, "\"a\" < \"b\""),
        (passport, "1 == \"1\"", Code::WrongType, "1 == \"1\""),
        (passport, "refused_visa", Code::Key, "refused_visa"),
        (passport, "hunted[\"USA\"]", Code::Key, "\"USA\""),
        (
            passport,
            "refused_visa[\"QQQ\"]",
            Code::NotACountry,
            "\"QQQ\"",
        ),
        (
            passport,
            "income >= value.floor",
            Code::UnknownName,
            "value.floor",
        ),
        (
            passport,
            "here in area.schengen",
            Code::UnknownName,
            "area.schengen",
        ),
        (passport, "row.days > 5", Code::UnknownName, "row.days"),
        (passport, "here == this", Code::UnknownName, "this"),
        (
            passport,
            "papers.all(p, p.kind == \"passport\")",
            Code::Condition,
            "papers.all",
        ),
        (
            passport,
            "papers.exists(p, p.kin == \"passport\")",
            Code::UnknownName,
            "p.kin",
        ),
        (
            passport,
            "papers.exists(p, papers.exists(q, q.kind == \"passport\"))",
            Code::Condition,
            "papers.exists",
        ),
        (
            passport,
            "papers.exists(p, hunted)",
            Code::Condition,
            "hunted",
        ),
        (
            "writes: ['refused_visa[\"USA\"]']",
            "writes: ['standing']",
            Code::WrongType,
            "standing",
        ),
    ];
    let mut wrong = Vec::new();
    for (from, to, code, place) in slips {
        let found = changed(from, to);
        let first = found
            .iter()
            .next()
            .map(|complaint| (complaint.code, underlined(complaint)));
        let right = first.as_ref().is_some_and(|(found, at)| {
            // Of what is longer than a line, only the beginning is compared.
            found == code
                && (at == place
                    || (place.contains(": ")
                        && at.trim_start_matches(['{', ' ']).starts_with(place)))
        });
        if !right {
            wrong.push(format!(
                "`{from}` → `{to}`: {:?}, and should be {code:?} at `{place}`",
                shown(&found)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        slips.len(),
        wrong.join("\n")
    );
}

#[test]
fn one_fault_is_one_complaint() {
    // A derived fact is looked through wherever it is named: its fault was once told as often.
    let vocabulary =
        facts_of_the_books().replace("standing == \"hidden\"", "standng == \"hidden\"");
    let text = good().replace(
        "passport_valid_until >= on + months(6)",
        "in_hiding || !in_hiding && in_hiding",
    );
    let mut files = books();
    files.retain(|(name, _)| name != "vocabulary/v.yaml" && name != "law/visa-b.yaml");
    files.push(("vocabulary/v.yaml".to_owned(), vocabulary));
    files.push(("law/visa-b.yaml".to_owned(), text));
    let (_, complaints) = load(&files);
    assert_eq!(
        shown(&complaints),
        [(Code::UnknownFact, "standng".to_owned())]
    );
}

#[test]
fn files_that_are_no_books_are_said_to_be_none() {
    let deep = |open: &str, close: &str, times: usize| {
        format!("a: {}{}", open.repeat(times), close.repeat(times))
    };
    let bytes: Vec<u8> = (0..4_096u32).map(|i| (i * 7 % 251) as u8).collect();
    let binary = String::from_utf8_lossy(&bytes).into_owned();
    let cases: &[(String, Code)] = &[
        (String::new(), Code::NotYaml),
        ("\n\n# only a remark\n".to_owned(), Code::NotYaml),
        ("just a sentence".to_owned(), Code::MissingKey),
        ("- a\n- list\n".to_owned(), Code::MissingKey),
        (
            "format: safeconduct.pathwai/1\n".to_owned(),
            Code::UnknownWord,
        ),
        (
            "format: safeconduct.pathway/1\n---\nformat: safeconduct.pathway/1\n".to_owned(),
            Code::NotYaml,
        ),
        ("a: [1, 2\n".to_owned(), Code::NotYaml),
        ("a: 'never closed\n".to_owned(), Code::NotYaml),
        ("a:\n\t- tab\n".to_owned(), Code::NotYaml),
        ("? [a, b]\n: c\n".to_owned(), Code::WrongShape),
        (deep("[", "]", 100), Code::TooLarge),
        (deep("[", "]", 20_000), Code::TooLarge),
        (deep("{a: ", "}", 20_000), Code::TooLarge),
        (deep("[", "", 100_000), Code::TooLarge),
        (format!("{}x", "- ".repeat(50_000)), Code::TooLarge),
        (format!("format: {}", "x".repeat(2_000_000)), Code::TooLarge),
        (
            format!("format: {}", "x".repeat(900_000)),
            Code::UnknownWord,
        ),
        (binary, Code::NotYaml),
        ("\0\0\0\0".to_owned(), Code::NotYaml),
        (
            "\u{feff}format: safeconduct.pathway/1".to_owned(),
            Code::InvisibleCharacter,
        ),
        ("a: *b\n".to_owned(), Code::NotYaml),
        ("a: &b [*b]\n".to_owned(), Code::NoAnchors),
        (
            "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n".to_owned(),
            Code::NoAnchors,
        ),
    ];
    for (text, code) in cases {
        let found = with_file("law/visa-b.yaml", text);
        let mut of_file = found
            .iter()
            .filter(|complaint| &*complaint.source.name == "law/visa-b.yaml");
        let start: String = text.chars().take(40).collect();
        // How deep YAML itself may be nested is for its reader to say.
        let right =
            |found: Code| found == *code || (*code == Code::TooLarge && found == Code::NotYaml);
        assert!(
            of_file.any(|complaint| right(complaint.code)),
            "{start:?}: {:?}",
            support::codes(&found)
        );
        assert!(found.len() < 100, "{start:?}: {} complaints", found.len());
    }
}

#[test]
fn what_is_nested_or_repeated_without_end_comes_to_an_end() {
    let condition = "passport_valid_until >= on + months(6)";
    let long = |join: &str, part: &str, times: usize| vec![part; times].join(join);
    let conditions = [
        (
            format!("{}hunted{}", "(".repeat(1_000), ")".repeat(1_000)),
            Code::Condition,
        ),
        (format!("{}hunted", "!".repeat(3_000)), Code::Condition),
        (long(" || ", "hunted", 1_000), Code::Condition),
        (format!("{}1", "[".repeat(3_000)), Code::Condition),
        (
            format!("refused_visa{}", "[refused_visa".repeat(250)),
            Code::Condition,
        ),
        (
            format!("on{} > on", " + days(40000)".repeat(250)),
            Code::Condition,
        ),
        (
            format!("here == \"{}\"", "x".repeat(3_000)),
            Code::NotACountry,
        ),
        (
            format!("{} == \"RUS\"", "x".repeat(3_000)),
            Code::UnknownFact,
        ),
        ("income > 9223372036854775808".to_owned(), Code::Condition),
        (
            "passport_valid_until > on + days(99999999)".to_owned(),
            Code::Condition,
        ),
    ];
    for (text, code) in conditions {
        let found = changed(condition, &text);
        let start: String = text.chars().take(40).collect();
        let right = found.iter().any(|complaint| complaint.code == code);
        // Adding days for ever is long, but no fault.
        assert!(
            right || text.starts_with("on +"),
            "{start}: {:?}",
            support::codes(&found)
        );
    }
    // Entangled facts are counted before they are written out.
    let days: Vec<String> = (0..80)
        .map(|i| format!("passport_valid_until == on + days({i})"))
        .collect();
    let numbers: Vec<String> = (0..80).map(|i| format!("income == {}", i * 5)).collect();
    let entangled = format!("({}) && ({})", days.join(" || "), numbers.join(" || "));
    let halves = entangled.split_once(" && ").expect("two halves");
    let two =
        good()
            .replacen(condition, halves.0, 1)
            .replacen("standing == \"hidden\"", halves.1, 1);
    let found = with_file("law/visa-b.yaml", &two);
    assert!(
        found
            .iter()
            .any(|complaint| complaint.code == Code::TooEntangled),
        "{:?}",
        support::codes(&found)
    );
}

#[test]
fn what_goes_in_a_circle_is_named_and_left() {
    // Facts derived from each other, each named twenty times: followed to the end it would be
    // twenty to the eighth steps.
    let of = |other: &str| vec![other; 20].join(" || ");
    let circle = vocabulary(&[
        ("here", "type: country"),
        ("one", &format!("type: bool, derived: '{}'", of("two"))),
        ("two", &format!("type: bool, derived: '{}'", of("three"))),
        ("three", &format!("type: bool, derived: '{}'", of("one"))),
    ]);
    let found = with_file("vocabulary/v.yaml", &circle);
    assert!(
        found.iter().any(|complaint| complaint.code == Code::Cycle),
        "{:?}",
        support::codes(&found)
    );
    assert!(found.len() < 500, "{} complaints", found.len());

    // No circle, and as long: each fact names the one before twenty times.
    let mut chain: Vec<(String, String)> = vec![("f0".to_owned(), "type: bool".to_owned())];
    for index in 1..12 {
        chain.push((
            format!("f{index}"),
            format!("type: bool, derived: '{}'", of(&format!("f{}", index - 1))),
        ));
    }
    let chain: Vec<(&str, &str)> = chain
        .iter()
        .map(|(name, keys)| (name.as_str(), keys.as_str()))
        .collect();
    let found = with_file("vocabulary/v.yaml", &vocabulary(&chain));
    assert!(!found.is_empty());

    // A fact derived from itself.
    let itself = vocabulary(&[("one", "type: bool, derived: '!one'")]);
    let found = with_file("vocabulary/v.yaml", &itself);
    assert!(found.iter().any(|complaint| complaint.code == Code::Cycle));

    // Groups cannot include groups, so they make no circle: the key is refused.
    let nested = group().replace("requires:", "includes: [shared]\nrequires:");
    let found = with_file("groups/shared.yaml", &nested);
    assert!(
        shown(&found).contains(&(Code::UnknownKey, "includes".to_owned())),
        "{:?}",
        shown(&found)
    );

    // A family of a table that does not exist, and one that no row is in.
    for (each, code) in [
        (
            "each: { row: world.famly, key: row.iso3 }",
            Code::UnknownReference,
        ),
        (
            "each: { row: world.countries, key: row.iso }",
            Code::UnknownName,
        ),
        (
            "each: { row: world.countries, where: 'row.source == \"s9\"', key: row.iso3 }",
            Code::UnknownReference,
        ),
        (
            "each: { row: world.countries, where: 'refused_visa[this]', key: row.iso3 }",
            Code::UnknownName,
        ),
    ] {
        let found = changed(
            "destination: USA\n",
            &format!("{each}\ndestination: this\n"),
        );
        assert!(
            found.iter().any(|complaint| complaint.code == code),
            "{each}: {:?}",
            shown(&found)
        );
    }
}

#[test]
fn a_table_that_cannot_be_read_is_told_row_by_row() {
    let head = "nationality,destination,days,from,until,seen_on,source,day,grade\n";
    let rows: &[(&str, Code)] = &[
        ("RUS,ARG\n", Code::Row),
        (
            "Russia,ARG,90,2009-01-01,,,s1,2017-05-01,official\n",
            Code::Row,
        ),
        (
            "RUS,ARG,ninety,2009-01-01,,,s1,2017-05-01,official\n",
            Code::Row,
        ),
        (
            "RUS,ARG,90,2009-02-30,,,s1,2017-05-01,official\n",
            Code::Row,
        ),
        (
            "RUS,ARG,90,2009-01-01,,2017-05-01|2017-02-30,s1,2017-05-01,official\n",
            Code::Row,
        ),
        (
            "RUS,ARG,90,2009-01-01,,,s9,2017-05-01,official\n",
            Code::UnknownSource,
        ),
        (
            "RUS,LTU,90,2009-01-01,,,s1,2017-05-01,official\nRUS,LTU,30,2015-01-01,,,s1,2017-05-01,official\n",
            Code::RowsOverlap,
        ),
        ("\"RUS,LTU,90\n", Code::Row),
    ];
    for (row, code) in rows {
        let found = with_file("world/entry_rules.csv", &format!("{head}{row}"));
        assert!(
            found.iter().any(|complaint| complaint.code == *code),
            "{row}: {:?}",
            shown(&found)
        );
    }
    let found = with_file(
        "world/entry_rules.csv",
        "natoinality,destination\nRUS,LTU\n",
    );
    assert_eq!(
        found.iter().next().map(|complaint| complaint.code),
        Some(Code::Row)
    );
    let found = with_file("world/unknown.csv", "a,b\n1,2\n");
    assert_eq!(
        found.iter().next().map(|complaint| complaint.code),
        Some(Code::UnknownReference)
    );
    for text in ["", "\n", "\u{feff}", "\"", "\0", ",,,,\n"] {
        with_file("world/entry_rules.csv", text);
    }
}

/// The shipped books, as (path, text).
fn shipped() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../books");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("the books are there")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| end == "yaml" || end == "csv")
            {
                let name = path
                    .strip_prefix(&root)
                    .expect("below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("UTF-8")));
            }
        }
    }
    files.retain(|(name, _)| !name.starts_with("people/"));
    files.sort();
    files
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_complained_of() {
    let files = shipped();
    let tables = files
        .iter()
        .find(|(name, _)| name == "world/tables.yaml")
        .cloned();
    let (mut cuts, mut silent, mut complaints_seen) = (0, 0, 0);
    // A short run takes every twentieth of the cuts, each time beginning elsewhere in the file.
    let step = 37 * 20 / rounds(1);
    for (index, (name, text)) in files.iter().enumerate() {
        for at in (index * 37 % step..text.len()).step_by(step) {
            let end = (0..=at)
                .rev()
                .find(|end| text.is_char_boundary(*end))
                .unwrap_or(0);
            let cut = vec![(name.clone(), text[..end].to_owned())];
            let beside = tables
                .iter()
                .filter(|(other, _)| name.ends_with(".csv") && other != name)
                .cloned();
            let cut: Vec<(String, String)> = cut.into_iter().chain(beside).collect();
            let (_, complaints) = load(&cut);
            complaints.iter().for_each(lies_in_its_file);
            if let Some(last) = complaints.iter().last() {
                rendered(last);
            }
            cuts += 1;
            silent += usize::from(complaints.is_empty());
            complaints_seen += complaints.len();
        }
    }
    println!(
        "{cuts} cuts of {} files: {complaints_seen} complaints, {silent} cuts left a whole file",
        files.len()
    );
    assert!(cuts > 500);
}

#[test]
fn a_byte_changed_anywhere_in_a_book_is_read_or_complained_of() {
    let signs = [
        "'", "\"", "{", "[", "]", "}", ":", "#", "&", "*", "-", "\n", " ", "é", "\u{202e}", "|",
        ">", "%", "@", "9", "\0",
    ];
    let mut dice = Dice::new(0xbad);
    let mut noticed = 0;
    let changes = rounds(400);
    for _ in 0..changes {
        let mut text = good();
        for _ in 0..1 + dice.below(3) {
            let at = dice.below(text.len());
            let at = (0..=at)
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or(0);
            let next = text[at..].chars().next().map_or(0, char::len_utf8);
            let with = dice.pick(&signs);
            text.replace_range(at..at + next, with);
        }
        let complaints = with_file("law/visa-b.yaml", &text);
        complaints.iter().for_each(|complaint| {
            rendered(complaint);
        });
        noticed += usize::from(!complaints.is_empty());
    }
    println!("{noticed} of {changes} changed books have a complaint");
    assert!(noticed * 2 > changes);
}

#[test]
fn a_lawyer_reads_what_is_wrong_and_how_to_mend_it() {
    let passport = "passport_valid_until >= on + months(6)";
    let cases: &[(&str, &str, &str)] = &[
        (
            "unknown_fact",
            passport,
            "passport_valid_til >= on + months(6)",
        ),
        ("and_for_two_signs", passport, "hunted and here == \"RUS\""),
        ("equals_on_a_set", passport, "nationality == \"RUS\""),
        ("which_country", passport, "refused_visa"),
        ("quote_never_closed", passport, "here == \"RUS"),
        ("no_such_value", passport, "standing == \"hidding\""),
        ("unknown_key", "requires:", "requirez:"),
        ("duplicate_key", "kind: visa\n", "kind: visa\nkind: entry\n"),
        ("no_such_day", "from: 1952-12-24", "from: 1952-02-30"),
        ("one_language", ", ru: Гостевая виза", ""),
        (
            "invisible_character",
            "id: us.visa.b",
            "id: us.\u{202e}visa.b",
        ),
        (
            "overlapping_windows",
            "until: 2016-01-01, ",
            "until: 2016-06-01, ",
        ),
        ("no_such_country", "destination: USA", "destination: Narnia"),
        ("missing_citation", "cite: \"Art. 1\"\n    seen", "seen"),
    ];
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("data/complaints");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _guard = settings.bind_to_scope();
    for (name, from, to) in cases {
        let found = changed(from, to);
        let first = found.iter().next().expect("there is a complaint");
        insta::assert_snapshot!(*name, rendered(first));
    }
}

/// Models that cannot be are complained of where they stand, before anybody plans with them.
#[test]
fn numbers_and_effects_that_cannot_be_are_complaints_at_their_places() {
    let refused = "refused: { writes: ['refused_visa[\"USA\"]'] }\n";
    let with = |more: &str| format!("{refused}{more}\n");
    let odds = |granted: i64, decided: i64| {
        with(&format!(
            "odds:\n  - {{ granted: {granted}, decided: {decided}, nationality: RUS, year: 2016, {SEEN} }}"
        ))
    };
    let months = |from: &str, to: &str| {
        with(&format!(
            "time: {{ months: [{from}, {to}], {} }}",
            SEEN.split_once(", ").map_or(SEEN, |(_, seen)| seen)
        ))
    };
    let both = "granted: { writes: ['refused_visa[\"USA\"]'] }";
    let cases = [
        (odds(12, 9), "12"),
        (odds(-1, 9), "-1"),
        (months("7", "3"), "[7, 3]"),
        (months("-2", "3"), "[-2, 3]"),
        (with(both), "'refused_visa[\"USA\"]'"),
        (with("granted: { standing: visitor, days: 90 }"), "90"),
    ];
    for (text, place) in cases {
        let found = changed(refused, &text);
        let impossible: Vec<String> = found
            .iter()
            .filter(|complaint| complaint.code == Code::Impossible)
            .map(underlined)
            .collect();
        assert_eq!(impossible, [place], "{text}: {:?}", shown(&found));
    }
    for text in [odds(9, 12), odds(0, 0), months("3", "7"), months("3", "3")] {
        let found = changed(refused, &text);
        let codes: Vec<Code> = found.iter().map(|complaint| complaint.code).collect();
        assert!(!codes.contains(&Code::Impossible), "{text}: {codes:?}");
    }
}
