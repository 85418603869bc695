//! The law asks the questions: gates first, never one that cannot change an answer.

mod common;

use common::{clause, judged, library, pathway, person};
use facts::{FactId, Topic};
use law::{Library, Sitting, is_settled, next_topic, only_usual_bars, questions};

fn two_books() -> Library {
    let asylum =
        clause("there", "here == \"USA\"", "", "fails") + &clause("fears", "feared", "", "fails");
    let family = clause("kin", "relative", "", "fails")
        + &clause("funded", "sponsor", "", "fails")
        + &clause("not_settled", "!resettled", "", "fails");
    let bars = clause("untrue", "lied[\"USA\"]", "", "applies")
        + &clause("wanted", "wanted", "shown_by: cannot_be_shown,", "applies");
    library(&[
        pathway(
            "us.asylum",
            "USA",
            &format!("requires:\n{asylum}bars:\n{bars}"),
        ),
        pathway(
            "us.family",
            "USA",
            &format!("requires:\n{family}bars:\n{bars}"),
        ),
    ])
}

fn topics_and_facts(
    library: &Library,
    facts: &str,
    sitting: &Sitting,
) -> Option<(Topic, Vec<String>)> {
    let (_, _, verdicts) = judged(library, &person(library, facts));
    next_topic(library, &verdicts, sitting)
        .map(|(t, q)| (t, q.into_iter().map(|q| q.fact.to_string()).collect()))
}

#[test]
fn gates_come_first_and_heavy_topics_neither_first_nor_twice() {
    let library = two_books();
    let fresh = Sitting::default();
    let first = topics_and_facts(&library, "{}", &fresh).expect("something to ask");
    assert!(matches!(first.0, Topic::Place | Topic::Family), "{first:?}");
    // Only danger and bars are left: the light topic first, then the heavy one.
    let rest = "{ here: USA, relative: no }";
    assert_eq!(
        topics_and_facts(&library, rest, &fresh).expect("asked").0,
        Topic::Bars
    );
    let after_one = Sitting {
        topics: vec![Topic::Bars],
        ..Sitting::default()
    };
    let heavy_only = "{ here: USA, relative: no, lied: { USA: no } }";
    assert_eq!(
        topics_and_facts(&library, heavy_only, &after_one),
        Some((Topic::Danger, vec!["feared".into()]))
    );
    let had_heavy = Sitting {
        topics: vec![Topic::Bars, Topic::Danger],
        ..Sitting::default()
    };
    assert_eq!(topics_and_facts(&library, heavy_only, &had_heavy), None);
}

#[test]
fn nobody_is_asked_what_cannot_change_an_answer() {
    let library = two_books();
    // Both are closed by place and family: nothing is left to ask.
    let (_, _, verdicts) = judged(&library, &person(&library, "{ here: RUS, relative: no }"));
    assert!(is_settled(&library, &verdicts));
    assert_eq!(questions(&library, &verdicts), []);
}

#[test]
fn lawyers_facts_and_facts_that_nobody_knows_are_never_asked() {
    let library = two_books();
    let (_, _, verdicts) = judged(&library, &person(&library, "{}"));
    let asked: Vec<FactId> = questions(&library, &verdicts)
        .into_iter()
        .map(|q| q.fact)
        .collect();
    assert!(
        !asked
            .iter()
            .any(|fact| matches!(&*fact.0, "resettled" | "wanted")),
        "{asked:?}"
    );
    assert!(asked.contains(&FactId("sponsor".into())));
}

#[test]
fn what_a_person_would_rather_not_say_is_not_asked_again() {
    let library = two_books();
    let facts = "{ here: USA, feared: rather_not_say, relative: no, lied: { USA: no } }";
    let (_, _, verdicts) = judged(&library, &person(&library, facts));
    assert!(is_settled(&library, &verdicts));
}

#[test]
fn doubt_that_is_only_about_the_usual_bars_is_told_apart() {
    let library = two_books();
    let (_, _, verdicts) = judged(
        &library,
        &person(&library, "{ here: USA, feared: yes, relative: no }"),
    );
    assert!(only_usual_bars(&library, &verdicts[0]));
    let (_, _, verdicts) = judged(&library, &person(&library, "{ here: USA, relative: no }"));
    assert!(!only_usual_bars(&library, &verdicts[0]));
}
