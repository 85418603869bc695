//! R1: about forty in hiding elsewhere in Russia, hunted: who they are, where they sleep, who has heard
//! from them.

mod common;

use common::Demo;

#[test]
fn the_caseload_counts_forty_in_hiding_and_says_where_they_sleep_tonight() {
    let demo = Demo::start();
    let wall = demo.text("/");
    assert!(wall.contains("40 in hiding"), "{wall}");
    let shelters = demo.text("/shelters");
    for part in [
        "beds free",
        "person too many",
        "ends soon: 25 May 2017",
        "They are to be kept apart and sleep under one roof tonight.",
        "Without a bed tonight",
        "Nobody has recorded where these people sleep 28",
    ] {
        assert!(
            shelters.contains(part),
            "`{part}` is missing in: {shelters}"
        );
    }
}

#[test]
fn whoever_is_silent_too_long_stands_first_today_with_what_is_to_be_done() {
    let demo = Demo::start();
    let today = demo.text("/today");
    let first = today
        .split_once("Has anyone heard from them?")
        .expect("check-ins stand there")
        .1;
    let red = first.find("Red").expect("somebody is silent too long");
    let amber = first.find("Amber").expect("somebody is late");
    assert!(red < amber, "{first}");
    assert!(
        first.contains("The second contact: the neighbour with the bicycle"),
        "{first}"
    );
}

#[test]
fn a_word_that_is_recorded_takes_somebody_off_the_list() {
    let demo = Demo::start();
    let plan = [
        ("first", "2017-05-14T07:00"),
        ("every", "100"),
        ("grace", "30"),
        ("red_after", "3"),
        ("fine", "the bread is good"),
        ("duress", "the bread is dry"),
        ("never_say", "That we know them."),
    ];
    demo.form("/case/30/record/check-in-plan", &plan);
    let list = |page: &str| {
        page.split("Cases that nobody has taken")
            .next()
            .unwrap_or_default()
            .contains("Case 30")
    };
    assert!(list(&demo.text("/today")));
    demo.form(
        "/case/30/record/check-in",
        &[("heard", "fine"), ("at", "2017-05-16T07:10")],
    );
    assert!(!list(&demo.text("/today")));
    assert!(
        demo.text("/case/30")
            .contains("The words for danger: the bread is dry.")
    );
}
