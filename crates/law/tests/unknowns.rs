//! What is unknown stays unknown, and only that: cases by hand from the definitions in
//! `docs/law-books.md`. The public tests of CEL hold none for unknowns.

mod support;

use facts::Truth::{self, False, True, Unknown};
use support::{
    SOURCES, exact_truth, load, no_complaints, pathway, person, today, truths, vocabulary,
};

const WORDS: &str = "values: { a: { en: a, ru: a }, b: { en: b, ru: b }, c: { en: c, ru: c } }";

fn facts_of_the_cases() -> String {
    let of_words = |of: &str| format!("type: {of}, {WORDS}");
    let list = format!(
        "type: list, fields: {{ kind: {{ type: enum, {WORDS} }}, until: {{ type: date }}, ok: {{ type: bool }} }}"
    );
    vocabulary(&[
        ("so", "type: bool"),
        ("never", "type: bool"),
        ("unasked", "type: bool"),
        ("unsaid", "type: bool"),
        ("disputed", "type: bool"),
        ("word", &of_words("enum")),
        ("word_unknown", &of_words("enum")),
        ("word_disputed", &of_words("enum")),
        ("here", "type: country"),
        ("home", "type: country"),
        ("place_unknown", "type: country"),
        ("count", "type: number"),
        ("count_unknown", "type: number"),
        ("day", "type: date"),
        ("month", "type: date"),
        ("year", "type: date"),
        ("date_unknown", "type: date"),
        ("some", &of_words("set of enum")),
        ("closed_set", &of_words("set of enum")),
        ("set_unknown", &of_words("set of enum")),
        ("nationality", "type: set of country"),
        ("told", "type: bool, by: country"),
        ("papers", &list),
        ("all_papers", &list),
        ("no_papers", &list),
        ("papers_unknown", &list),
        ("from_parts", "type: bool, derived: 'so && unasked'"),
        ("from_known", "type: bool, derived: 'so && word == \"a\"'"),
        ("first_recorded", "type: bool, first_of: [recorded, 'so']"),
        (
            "first_derived",
            "type: bool, first_of: [recorded, 'day > on']",
        ),
        (
            "first_unknown",
            "type: bool, first_of: [recorded, 'month > on']",
        ),
        ("first_disputed", "type: bool, first_of: [recorded, 'so']"),
    ])
}

/// Somebody of whom every kind of thing is known in part.
const SOMEBODY: &str = "
so: yes
never: no
unasked: unknown
unsaid: rather_not_say
disputed: { contested: [yes, no] }
word: a
word_disputed: { contested: [a, b] }
here: LTU
home: RUS
count: 5
day: 2017-05-18
month: 2017-05
year: 2017
some: { shown: [a], denied: [b], complete: no }
closed_set: { shown: [a], complete: yes }
nationality: { shown: [RUS], complete: no }
told: { USA: yes, LTU: unknown, \"*\": no }
papers: [{ kind: a, until: 2017-06, ok: no }]
all_papers: { shown: [{ kind: a, ok: no }, { kind: b }], complete: yes }
no_papers: { shown: [], complete: yes }
first_recorded: no
first_disputed: { contested: [yes, no] }
";

/// Condition, and its truth for [`SOMEBODY`] on 17 May 2017.
const CASES: &[(&str, Truth)] = &[
    // Kleene's tables: and.
    ("so && unasked", Unknown),
    ("unasked && so", Unknown),
    ("never && unasked", False),
    ("unasked && never", False),
    ("unasked && unsaid", Unknown),
    // Or.
    ("so || unasked", True),
    ("unasked || so", True),
    ("never || unasked", Unknown),
    ("unasked || never", Unknown),
    // Not, once and twice.
    ("!unasked", Unknown),
    ("!!unasked", Unknown),
    ("!(never && unasked)", True),
    // Nobody asked, rather not say, contested: all unknown to the law.
    ("unasked", Unknown),
    ("unsaid", Unknown),
    ("disputed", Unknown),
    ("word_disputed == \"a\"", Unknown),
    ("word_disputed in [\"a\", \"b\"]", Unknown),
    // Equality with an unknown is unknown, and so is its opposite.
    ("word_unknown == \"a\"", Unknown),
    ("word_unknown != \"a\"", Unknown),
    ("\"a\" == word_unknown", Unknown),
    ("count_unknown > 3", Unknown),
    ("3 >= count_unknown", Unknown),
    ("unasked == true", Unknown),
    ("unasked == false", Unknown),
    ("here == place_unknown", Unknown),
    ("place_unknown != here", Unknown),
    ("here == home", False),
    // `in`, with an unknown on either side.
    ("word_unknown in [\"a\", \"b\"]", Unknown),
    ("word_unknown in []", False),
    ("word_unknown in [\"a\", \"b\", \"c\"]", True),
    ("\"a\" in set_unknown", Unknown),
    ("place_unknown in nationality", Unknown),
    ("here in nationality", Unknown),
    ("home in nationality", True),
    // A set: shown, denied, neither; and "no others".
    ("\"a\" in some", True),
    ("\"b\" in some", False),
    ("\"c\" in some", Unknown),
    ("\"a\" in closed_set", True),
    ("\"b\" in closed_set", False),
    // A date of which only a part is known.
    ("month < date(\"2017-06-01\")", True),
    ("month < on", Unknown),
    ("month >= date(\"2017-05-01\")", True),
    ("month > date(\"2017-05-31\")", False),
    ("month <= date(\"2017-05-31\")", True),
    ("month == on", Unknown),
    ("month == date(\"2017-06-01\")", False),
    ("month != date(\"2017-06-01\")", True),
    ("year < date(\"2017-12-31\")", Unknown),
    ("day > date(\"2017-05\")", Unknown),
    ("day > date(\"2017-04\")", True),
    ("date_unknown > on", Unknown),
    ("day == date(\"2017-05-18\")", True),
    // A fact with a key: its own entry first, even where that says unknown; else that of every key.
    ("told[\"USA\"]", True),
    ("told[\"LTU\"]", Unknown),
    ("told[\"RUS\"]", False),
    // A list that may have more, and one that has not.
    ("papers.exists(p, p.kind == \"a\")", True),
    ("papers.exists(p, p.kind == \"b\")", Unknown),
    ("papers.exists(p, p.until >= on)", True),
    ("papers.exists(p, p.until >= date(\"2017-06-15\"))", Unknown),
    ("papers.exists(p, false)", False),
    ("all_papers.exists(p, p.kind == \"c\")", False),
    ("all_papers.exists(p, p.ok)", Unknown),
    ("all_papers.exists(p, p.kind == \"a\" && p.ok)", False),
    ("all_papers.exists(p, p.kind == \"b\" && p.ok)", Unknown),
    ("all_papers.exists(p, p.kind == \"a\" || p.ok)", True),
    ("no_papers.exists(p, p.ok)", False),
    ("!no_papers.exists(p, p.ok)", True),
    ("papers_unknown.exists(p, p.ok)", Unknown),
    // What is derived, and what is recorded before it is derived.
    ("from_parts", Unknown),
    ("!from_parts", Unknown),
    ("from_known", True),
    ("from_known == false", False),
    ("first_recorded", False),
    ("first_recorded == true", False),
    ("first_derived", True),
    ("first_unknown", Unknown),
    ("first_disputed", True),
    // Nested.
    ("(never || unasked) && (so || unsaid)", Unknown),
    ("(never && unasked) || (so && !never)", True),
    ("!(unasked || so) && disputed", False),
    (
        "(unasked && word == \"b\") || (month < on && here == \"RUS\")",
        False,
    ),
];

#[test]
fn what_is_unknown_stays_unknown_and_only_that() {
    let conditions: Vec<&str> = CASES.iter().map(|(condition, _)| *condition).collect();
    let found = truths(&facts_of_the_cases(), SOMEBODY, &conditions);
    let wrong: Vec<String> = CASES
        .iter()
        .zip(&found)
        .filter(|((_, expected), found)| expected != *found)
        .map(|((condition, expected), found)| {
            format!("{condition}: {found:?}, and should be {expected:?}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(CASES.len() >= 60);
}

/// Kleene's tables alone would call each of these unknown; whatever the fact is, the answer is the same.
const NAMED_TWICE: &[(&str, Truth)] = &[
    ("unasked || !unasked", True),
    ("unasked && !unasked", False),
    ("unasked && so || !unasked && so", True),
    ("word_unknown == \"a\" && word_unknown == \"b\"", False),
    ("word_unknown != \"a\" || word_unknown != \"b\"", True),
    (
        "word_unknown == \"a\" || word_unknown in [\"b\", \"c\"]",
        True,
    ),
    ("word_unknown == \"a\" || word_unknown == \"b\"", Unknown),
    ("count_unknown > 3 || count_unknown < 5", True),
    ("count_unknown > 3 && count_unknown < 4", False),
    ("date_unknown >= on || date_unknown < on + days(1)", True),
    ("date_unknown > on && date_unknown < on", False),
    ("month > on || month <= on", True),
    (
        "place_unknown == \"RUS\" && place_unknown == \"LTU\"",
        False,
    ),
    (
        "place_unknown == \"RUS\" || place_unknown == \"LTU\"",
        Unknown,
    ),
    // Members of one set say nothing of each other.
    ("\"a\" in set_unknown || \"b\" in set_unknown", Unknown),
    ("\"a\" in set_unknown || !(\"a\" in set_unknown)", True),
    (
        "papers_unknown.exists(p, p.ok) || !papers_unknown.exists(p, p.ok)",
        True,
    ),
    // What is derived is looked through: the same fact under two names is one fact.
    ("from_parts || !unasked", True),
    ("first_unknown || !first_unknown", True),
    ("first_unknown || month <= on", True),
];

#[test]
fn a_fact_named_twice_is_one_fact() {
    let mut files = vec![
        ("vocabulary/v.yaml".to_owned(), facts_of_the_cases()),
        ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
    ];
    for (index, (condition, _)) in NAMED_TWICE.iter().enumerate() {
        files.push((
            format!("law/p{index}.yaml"),
            pathway(&format!("p{index}"), &[condition]),
        ));
    }
    let (library, complaints) = load(&files);
    no_complaints(&complaints);
    let facts = person(SOMEBODY, &library.vocabulary);
    let program = law::Program::on(&library, today());
    let residual = law::Residual::of(&program, &library, &facts);
    for (index, (condition, expected)) in NAMED_TWICE.iter().enumerate() {
        let found = exact_truth(&program, &residual, &format!("p{index}"));
        assert_eq!(found, *expected, "{condition}");
    }
}

#[test]
fn the_fact_that_is_asked_for_is_the_one_that_is_not_known() {
    // "Is the place one of the nationalities?" once asked for the place, which was known, and
    // never for the nationality: the person was asked the same question for ever.
    let files = [
        ("vocabulary/v.yaml".to_owned(), facts_of_the_cases()),
        ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
        (
            "law/p.yaml".to_owned(),
            pathway("p", &["here in nationality", "home == place_unknown"]),
        ),
    ];
    let (library, complaints) = load(&files);
    no_complaints(&complaints);
    let facts = person(SOMEBODY, &library.vocabulary);
    let program = law::Program::on(&library, today());
    let residual = law::Residual::of(&program, &library, &facts);
    let verdict = law::verdict(&program, &library, &residual, &facts, 0);
    let missing: Vec<&str> = verdict
        .missing
        .iter()
        .map(|missing| &*missing.fact.0)
        .collect();
    assert_eq!(missing, ["nationality", "place_unknown"]);
}
