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
