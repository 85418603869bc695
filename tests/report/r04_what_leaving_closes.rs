//! R4: advised to leave first; what leaving closes and opens, each by its own article; and that a
//! refusal on paper closes nothing by article; and what can still be done where leaving fails.

mod common;

use common::Demo;

#[test]
fn ask_from_hiding_stands_beside_leave_first() {
    let page = Demo::start().text("/person/1/doors");
    assert!(
        page.contains("Ask from hiding") && page.contains("Leave first"),
        "{page}"
    );
    assert!(page.contains("No article closes anything"), "{page}");
}

#[test]
fn leaving_for_georgia_opens_what_asks_to_be_outside_and_closes_what_asks_to_be_inside() {
    let page = Demo::start().text("/person/1/doors?pathway=leave.GEO");
    let (dark, light) = page.split_once("Lights up").expect("both lists");
    let dark = dark.split_once("Goes dark").expect("both lists").1;
    assert!(
        dark.contains("201"),
        "Australia's visa for people still at home: {dark}"
    );
    assert!(
        light.contains("resettle") || light.contains("refugee"),
        "{light}"
    );
}

#[test]
fn where_leaving_fails_the_page_says_what_to_say_and_what_can_still_stop_the_return() {
    let page = Demo::start().text("/person/1/stopped?at=FRA");
    let (say, can) = page
        .split_once("What can still be done there")
        .expect("what to say stands first");
    assert!(say.contains("I ask for asylum."), "{say}");
    assert!(
        can.contains("Within 48 hours of the decision.") && can.contains("CESEDA"),
        "{can}"
    );
}

#[test]
fn each_leg_of_a_journey_fails_by_itself_and_a_stay_has_its_days() {
    let demo = Demo::start();
    let routes = demo.text("/person/1/routes");
    for said in [
        "If not let out:",
        "If not boarded, or sent back while changing planes:",
        "If turned back at the border:",
        "If handed over:",
        "One may stay 30 days (Montenegro, Serbia)",
        "An answer has to come while the stay there lasts",
    ] {
        assert!(routes.contains(said), "{said}");
    }
    // Not let out, on the way of leaving first: every entry goes dark by the exit law, and nothing
    // that needs a journey is planned any more.
    let kept_in = demo.text("/person/1/routes?after=1.1");
    let (before, dark) = kept_in.split_once("Goes dark").expect("doors go dark");
    assert!(before.contains("Not let out"), "{before}");
    assert!(dark.contains("114-FZ, art. 15"), "{dark}");
    assert!(dark.contains("The plan until now") && dark.contains("Next: Stay and wait."));
}
