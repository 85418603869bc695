//! R10: what was said is kept apart from what the law says and from refusals.

mod common;

use common::{Demo, verdict};

#[test]
fn the_reports_own_cell_reads_four_things_at_once() {
    let page = Demo::start().text("/person/1");
    let american = page.split_once("no class for it").expect("the absence").1;
    let at_once: String = american.chars().take(300).collect();
    for part in [
        "may be asked today",
        "There is no political will.",
        "not refused, not applied",
    ] {
        assert!(at_once.contains(part), "`{part}` is missing in: {at_once}");
    }
}

#[test]
fn the_wall_counts_the_discouraged_apart_from_the_refused() {
    let page = Demo::start().text("/");
    assert!(
        page.contains("Nothing was formally refused. People were discouraged."),
        "{page}"
    );
}

#[test]
fn what_an_official_said_never_changes_the_verdict() {
    // The words of 12 May stand in his file; before and after them the law says the same.
    let before = verdict("aslan", "2017-05-11", "us.parole.humanitarian");
    let after = verdict("aslan", "2017-05-13", "us.parole.humanitarian");
    assert_eq!(before["verdict"], after["verdict"]);
    assert_eq!(before["reasons"], after["reasons"]);
}

#[test]
fn a_draft_that_says_refused_where_nobody_refused_is_marked() {
    let demo = Demo::start();
    let said = |lang: &str, draft: &str| {
        let fields = [
            ("draft", draft),
            ("to", "press"),
            ("language", lang),
            ("do", "check"),
        ];
        demo.answer("/say", lang, &fields)
    };
    let english = said(
        "en",
        "The United States refused visas to people in our care.",
    );
    let why = "What is recorded of this country is: discouraged, not refused; nobody applied.";
    assert!(english.contains(why), "{english}");
    let offered = "The United States discouraged visas to people in our care.";
    assert!(english.contains(offered), "{english}");
    let russian = said("ru", "США отказали нашим подопечным в визах.");
    assert!(
        russian.contains("отсоветовали, но не отказали"),
        "{russian}"
    );
    // What is recorded may be said: a border refused.
    let true_words = said("en", "Poland refused entry to people in our care.");
    assert!(
        !true_words.contains("What is recorded of this country is"),
        "{true_words}"
    );
}
