//! R14: "we believe there are still options": who has the power to open a way, by which law.

mod common;

use common::Demo;

#[test]
fn the_wall_says_which_governments_could_open_a_way_if_asked() {
    let page = Demo::start().text("/");
    for government in ["Canada", "Australia", "Germany", "France"] {
        assert!(page.contains(government), "{government}");
    }
    assert!(page.contains("could open a way"), "{page}");
}

#[test]
fn the_ask_names_each_power_its_article_and_what_was_asked_before() {
    let page = Demo::start().text("/ask");
    for part in [
        "Residence Act, s. 22 sentence 1",
        "IRPA 25.2",
        "Nothing was formally refused. People were discouraged.",
        "Nobody here has asked yet",
        "no promise",
    ] {
        assert!(page.contains(part), "`{part}` is missing in: {page}");
    }
}

#[test]
fn the_brief_to_hand_over_asks_for_the_forty_and_gives_nobody_away() {
    let page = Demo::start().text("/ask/brief");
    for part in [
        "A request for people in hiding",
        "Asked by",
        "at least 40 people are in hiding in their own country (Russia)",
        "Residence Act, s. 22 sentence 1",
        "IRPA 25.2",
        "That one of these governments decides so. No new law is needed.",
        "Please keep silent about where people hide",
    ] {
        assert!(page.contains(part), "`{part}` is missing in: {page}");
    }
    for part in ["no political will", "Rowan", "Aslan", "gay"] {
        assert!(!page.contains(part), "`{part}` stands in: {page}");
    }
}

#[test]
fn the_ask_for_one_person_says_what_would_be_enough_for_that_person() {
    let page = Demo::start().text("/person/3/ask");
    for part in [
        "Admission to Germany from abroad on urgent humanitarian grounds",
        "Another body whose yes is needed agrees: Germany",
        "Said in public that the embassy is ready to look at such requests.",
        "An answer has come",
        "no promise",
    ] {
        assert!(page.contains(part), "`{part}` is missing in: {page}");
    }
}
