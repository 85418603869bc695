//! The public conformance tests of CEL (logic, comparisons, basic, parse): what lies in our subset
//! is answered as they say, and the rest is refused with a place.

mod support;

use facts::Truth;
use law::{Program, Residual};
use support::{
    SOURCES, exact_truth, load, no_complaints, pathway, person, quoted, today, vocabulary,
};

const CASES: &str = include_str!("data/cel_conformance.txt");

struct Case {
    from: &'static str,
    /// Nothing: refused.
    answer: Option<Truth>,
    condition: String,
}

fn cases() -> Vec<Case> {
    let lines = CASES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.splitn(3, '\t');
            let mut part = || parts.next().expect("a case has three parts");
            let (from, answer, condition) = (part(), part(), part());
            let answer = match answer {
                "yes" => Some(Truth::True),
                "no" => Some(Truth::False),
                "unknown" => Some(Truth::Unknown),
                "refused" => None,
                other => panic!("`{other}` is no answer"),
            };
            let condition = condition
                .replace('␉', "\t")
                .replace('␊', "\n")
                .replace('␌', "\u{c}")
                .replace('␍', "\r");
            Case {
                from,
                answer,
                condition,
            }
        })
        .collect()
}

/// What the variables of the public tests are here.
const SOMEBODY: &str = "
bool_true: yes
bool_false: no
num_0: 0
num_17: 17
num_123: 123
num_124: 124
num_minus_1: -1
num_least: -9223372036854775807
word_hello: hello
word_excl: \"!\"
";

fn facts_of_the_cases() -> String {
    let words = "type: enum, values: { hello: { en: a, ru: a }, \"!\": { en: b, ru: b }, a: { en: c, ru: c }, b: { en: d, ru: d } }";
    vocabulary(&[
        ("bool_true", "type: bool"),
        ("bool_false", "type: bool"),
        ("error", "type: bool"),
        ("num_0", "type: number"),
        ("num_17", "type: number"),
        ("num_123", "type: number"),
        ("num_124", "type: number"),
        ("num_minus_1", "type: number"),
        ("num_least", "type: number"),
        ("word_hello", words),
        ("word_excl", words),
    ])
}

/// The books: each case a pathway of its own that requires just this condition.
fn books(cases: &[Case]) -> Vec<(String, String)> {
    let mut files = vec![
        ("vocabulary/v.yaml".to_owned(), facts_of_the_cases()),
        ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
    ];
    for (index, case) in cases.iter().enumerate() {
        files.push((
            format!("law/p{index}.yaml"),
            pathway(&format!("p{index}"), &[&case.condition]),
        ));
    }
    files
}

#[test]
fn what_lies_in_our_subset_is_answered_as_the_public_tests_say() {
    let inside: Vec<Case> = cases()
        .into_iter()
        .filter(|case| case.answer.is_some())
        .collect();
    let (library, complaints) = load(&books(&inside));
    no_complaints(&complaints);
    let facts = person(SOMEBODY, &library.vocabulary);
    let program = Program::on(&library, today());
    let residual = Residual::of(&program, &library, &facts);
    let wrong: Vec<String> = inside
        .iter()
        .enumerate()
        .filter_map(|(index, case)| {
            let found = exact_truth(&program, &residual, &format!("p{index}"));
            (Some(found) != case.answer).then(|| {
                format!(
                    "{}: `{}` is {found:?}, and should be {:?}",
                    case.from, case.condition, case.answer
                )
            })
        })
        .collect();
    println!("{} cases in our subset", inside.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(inside.len() >= 80);
}

#[test]
fn what_lies_outside_is_refused_at_its_place() {
    let outside: Vec<Case> = cases()
        .into_iter()
        .filter(|case| case.answer.is_none())
        .collect();
    let files = books(&outside);
    let (_, complaints) = load(&files);
    let mut wrong = Vec::new();
    for (index, case) in outside.iter().enumerate() {
        let (name, text) = &files[index + 2];
        let mut of_file = complaints
            .iter()
            .filter(|complaint| *complaint.source.name == **name)
            .peekable();
        if of_file.peek().is_none() {
            wrong.push(format!(
                "{}: `{}` is not refused",
                case.from, case.condition
            ));
        }
        let written = quoted(&case.condition);
        let start = text
            .find(&written)
            .expect("the condition stands in its file");
        for complaint in of_file {
            let place = complaint.at.clone();
            if place.is_empty() || place.start < start || place.end > start + written.len() {
                wrong.push(format!(
                    "{}: `{}` is refused at {place:?}, not in it",
                    case.from, case.condition
                ));
            }
        }
    }
    println!("{} cases outside our subset", outside.len());
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        outside.len(),
        wrong.join("\n")
    );
    assert!(outside.len() >= 300);
}
