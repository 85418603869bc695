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
