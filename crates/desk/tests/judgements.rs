//! A file of judgements: what is wrong in it is said at once, and what is in it is told with whose
//! judgement it is, of which day, wherever it is used.

use desk::{CaseNumber, Date, Desk, Judgements, Lang, RoutesAsked, RoutesPage, WhatIf, schema};
use facts::{Complaints, SourceText};
use proptest::prelude::*;
use std::sync::OnceLock;

const DAY: Date = Date::constant(2017, 5, 17);

/// The example of the guide: everyone in it is invented.
fn example() -> String {
    let guide = include_str!("../../../docs/routes.md");
    let (_, after) = guide.split_once("```yaml\n").expect("an example");
    let (example, _) = after.split_once("```").expect("its end");
    example.to_owned()
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk::demo().expect("the shipped books and people are whole"))
}

fn read(text: &str) -> (Judgements, Vec<String>) {
    let mut complaints = Complaints::new();
    let source = SourceText::new("the judgements", text);
    let judgements = desk::read_judgements(&source, desk().library(), &mut complaints);
    let told = complaints.iter().map(|one| {
        let (line, _) = one.line_and_column();
        format!("{line} {}", one.code.as_str())
    });
    (judgements, told.collect())
}

#[test]
fn the_example_of_the_guide_is_a_file_of_judgements() {
    let (judgements, complaints) = read(&example());
    assert_eq!(complaints, [""; 0]);
    assert!(judgements.all().len() >= 3);
    let schema = schema("judgements", &desk().library().vocabulary).expect("it is published");
    assert_eq!(
        schema["required"],
        serde_json::json!(["format", "judgements"])
    );
}

#[test]
fn everything_that_is_wrong_is_said_at_once_with_its_place() {
    let one = "  - { about: { claim: LTU }, event: granted, at_least: 40, at_most: 60, sure: 80, by: Vera, on: 2017-05-10, why: So. }";
    let head = "format: safeconduct.judgements/1\njudgements:\n";
    let wrong = [
        ("claim: LTU", "claim: XQX", "form::not_a_country"),
        (
            "claim: LTU",
            "claim: LTU, grant: us.visa.b",
            "judgement::not_one",
        ),
        ("claim: LTU", "grant: us.visa.bb", "law::unknown_reference"),
        ("claim: LTU", "entry: us.visa.b", "judgement::not_one"),
        (
            "claim: LTU",
            "grant: 'us.visa.b[LTU]'",
            "law::unknown_reference",
        ),
        ("event: granted", "event: boarded", "judgement::not_one"),
        ("event: granted", "event: given", "form::unknown_word"),
        ("at_least: 40", "at_least: 60", "judgement::not_one"),
        ("at_most: 60", "at_most: 101", "judgement::not_one"),
        ("at_most: 60", "at_most: 60.5", "form::wrong_shape"),
        ("sure: 80", "sure: 49", "judgement::not_one"),
        ("by: Vera, ", "", "form::missing_key"),
        ("by: Vera", "by: ' '", "judgement::not_one"),
        ("on: 2017-05-10, ", "", "form::missing_key"),
        ("on: 2017-05-10", "on: 2017-05", "form::not_a_date"),
        (", why: So.", "", "form::missing_key"),
        ("why: So.", "why: So., who: me", "form::unknown_key"),
    ];
    let lines: Vec<String> = wrong
        .iter()
        .map(|(sound, slip, _)| {
            assert!(one.contains(sound), "{sound}");
            one.replacen(sound, slip, 1)
        })
        .collect();
    let (judgements, complaints) = read(&format!("{head}{}\n{one}\n", lines.join("\n")));
    for (index, (_, slip, code)) in wrong.iter().enumerate() {
        let expected = format!("{} {code}", index + 3);
        assert!(complaints.contains(&expected), "{slip}: {complaints:#?}");
    }
    assert_eq!(complaints.len(), wrong.len(), "{complaints:#?}");
    assert!(!judgements.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever the text, there is an answer: no judgement without a complaint or a signed entry. Cut
    /// anywhere, the example gives what stood before the cut as it was, and nothing else.
    #[test]
    fn any_text_is_read_or_complained_of(text in "\\PC{0,200}", cut in any::<prop::sample::Index>()) {
        let (judgements, complaints) = read(&text);
        prop_assert!(judgements.is_empty() && !complaints.is_empty(), "{text}");
        let example = example();
        let (whole, _) = read(&example);
        let ends: Vec<usize> = example.char_indices().map(|(at, _)| at).collect();
        let (left, _) = read(&example[..ends[cut.index(ends.len())]]);
        let before = left.all().len().saturating_sub(1);
        prop_assert!(whole.all().starts_with(&left.all()[..before]));
        prop_assert!(left.all().len() <= whole.all().len());
    }

    /// A judgement that is written down is read as it was written.
    #[test]
    fn what_is_written_is_read(least in 0..100_u32, more in 1..100_u32, sure in 50..=100_u32, name in "[\\p{L}]{1,12}") {
        let most = (least + more).min(100);
        let text = format!("format: safeconduct.judgements/1\njudgements:\n  - about: {{ entry: 'any.entry.visa_free[ARM]' }}\n    event: let_out\n    at_least: {least}\n    at_most: {most}\n    sure: {sure}\n    by: \"{name}\"\n    on: 2017-05-10\n    why: Somebody said so.\n");
        let (judgements, complaints) = read(&text);
        prop_assert_eq!(complaints, Vec::<String>::new());
        let one = &judgements.all()[0];
        prop_assert_eq!((one.at_least, one.at_most, one.sure), (least, most, sure));
        prop_assert_eq!(&one.by, &name);
    }
}

fn page(desk: &Desk, number: u32, what_if: WhatIf, lang: Lang) -> RoutesPage {
    let asked = RoutesAsked {
        what_if,
        ..RoutesAsked::default()
    };
    desk.routes(CaseNumber(number), asked, DAY, lang)
        .expect("a case")
}

/// All that a page says of judgements: at the steps, and among what is assumed.
fn judged(page: &RoutesPage) -> (Vec<String>, Vec<String>) {
    let lines = page.strategies.iter().flat_map(|one| &one.lines);
    let steps = lines.flat_map(|line| line.judged.clone()).collect();
    (steps, page.assumptions.clone())
}

#[test]
fn a_judgement_is_told_with_its_name_and_day_and_can_be_set_aside() {
    let (judgements, _) = read(&example());
    let with = Desk::demo().expect("whole").judging(judgements);
    let plain = page(desk(), 1, WhatIf::default(), Lang::En);
    assert!(judged(&plain).0.is_empty() && !plain.what_if.judgements);
    for (lang, signed) in [
        (Lang::En, "Judged by Vera Sokolova on 10 May 2017"),
        (Lang::Ru, "Оценка: Vera Sokolova, 10 мая 2017 г."),
    ] {
        let told = page(&with, 1, WhatIf::default(), lang);
        let (steps, assumed) = judged(&told);
        assert!(told.what_if.judgements);
        assert!(
            steps.iter().any(|line| line.starts_with(signed)),
            "{steps:#?}"
        );
        assert!(
            assumed.iter().any(|line| line.starts_with(signed)),
            "{assumed:#?}"
        );
    }
    let aside = WhatIf {
        no_judgements: true,
        ..WhatIf::default()
    };
    let aside = page(&with, 1, aside, Lang::En);
    assert!(judged(&aside).0.is_empty());
    let cells = |page: &RoutesPage| -> Vec<String> {
        let cells = page.compared.iter().flat_map(|row| &row.cells);
        cells.map(|cell| cell.text.clone()).collect()
    };
    assert_eq!(cells(&aside), cells(&plain));
    let json = with
        .routes_json(CaseNumber(1), DAY, Lang::En)
        .expect("a case");
    assert_eq!(json["judged"][0]["by"], "Vera Sokolova");
    assert_eq!(json["judged"][0]["on"], "2017-05-10");
}

/// With every chance judged closely, a hundred people are drawn; and they are a hundred.
#[test]
fn where_enough_is_judged_a_hundred_people_are_drawn() {
    let text = "format: safeconduct.judgements/1\njudgements:\n".to_owned();
    let one = |about: &str, event: &str, least: u32, most: u32| {
        format!(
            "  - {{ about: {{ {about} }}, event: {event}, at_least: {least}, at_most: {most}, sure: 90, by: Vera, on: 2017-05-10, why: So. }}\n"
        )
    };
    let mut text = text;
    let library = desk().library();
    for book in &library.pathways {
        match book.kind {
            law::Kind::Entry => {
                for event in ["let_out", "boarded", "admitted"] {
                    text += &one(&format!("entry: {}", book.id), event, 96, 99);
                }
                text += &one(&format!("entry: {}", book.id), "handed_over", 1, 3);
            }
            law::Kind::Asylum => {}
            law::Kind::Remedy => text += &one(&format!("grant: {}", book.id), "granted", 1, 5),
            _ => {
                text += &one(&format!("grant: {}", book.id), "granted", 1, 2);
                for event in ["let_out", "boarded", "admitted"] {
                    text += &one(&format!("paper: {}", book.id), event, 96, 99);
                }
                text += &one(&format!("paper: {}", book.id), "handed_over", 1, 3);
            }
        }
    }
    for country in &library.countries {
        text += &one(&format!("claim: {country}"), "granted", 60, 70);
        text += &one(&format!("claim: {country}"), "handed_over", 2, 5);
    }
    let (judgements, complaints) = read(&text);
    assert_eq!(complaints, [""; 0]);
    let with = Desk::demo().expect("whole").judging(judgements);
    let told = page(&with, 1, WhatIf::default(), Lang::En);
    let drawn: Vec<_> = told
        .strategies
        .iter()
        .filter_map(|one| one.hundred.as_ref())
        .collect();
    assert!(!drawn.is_empty());
    for hundred in drawn {
        assert_eq!(hundred.icons.len(), 100);
        let certain: u32 = hundred.rows.iter().map(|row| row.least).sum();
        let open = hundred
            .icons
            .iter()
            .filter(|icon| icon.class == "open")
            .count();
        assert_eq!(certain as usize + open, 100);
        assert!(hundred.rows.iter().all(|row| row.most - row.least <= 50));
        assert_eq!(hundred.rows[0].class, "returned");
    }
    let waits = told.strategies.last().expect("to wait");
    assert!(waits.hundred.is_none());
}
