//! R12: "they will support us in other ways, but not with visas": a promise with a day.

mod common;

use common::{Demo, value_of};

const WORDS: &str = "They will support us in other ways, but not with visas.";

#[test]
fn a_promise_whose_day_is_past_stands_on_today_until_it_is_kept() {
    let demo = Demo::start();
    let talk = [
        ("country", "USA"),
        ("state", "open"),
        ("terms", "on_record"),
    ];
    demo.form("/talks/record/talk", &talk);
    for (what, due) in [(WORDS, "2017-05-10"), ("Money for a month.", "2017-09-01")] {
        let promise = [("by", "An official"), ("what", what), ("due", due)];
        demo.form("/talk/3/record/promise", &promise);
    }
    let today = demo.text("/today");
    let promises = today.split_once("Promises that should have been kept by now");
    let promises = promises.expect("one is overdue").1;
    assert!(
        promises.contains(WORDS) && promises.contains("due 10 May 2017"),
        "{promises}"
    );
    assert!(
        !today.contains("Money for a month."),
        "its day is yet to come"
    );

    let which = value_of(&demo.html("/talk/3/record/promise-state"), "in other ways");
    demo.form(
        "/talk/3/record/promise-state",
        &[("promise", &which), ("state", "kept")],
    );
    assert!(!demo.text("/today").contains(WORDS));
    assert!(
        demo.text("/talk/3").contains("kept An official"),
        "it stays in the ledger"
    );
}
