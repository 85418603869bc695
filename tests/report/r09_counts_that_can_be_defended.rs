//! R9: "no victims" against "at least a hundred": counts that can be defended, with what stands behind
//! each, and from which nobody can be told.

mod common;

use common::Demo;

const EVIDENCE: [(&str, &str); 5] = [
    ("kind", "official"),
    ("what", "A summons with a stamp"),
    (
        "sha256",
        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    ),
    ("from", "person"),
    ("received", "2017-05-12T10:00"),
];

/// The count beside a line of the page.
fn count(page: &str, line: &str) -> String {
    let (_, after) = page
        .split_once(line)
        .unwrap_or_else(|| panic!("`{line}` in {page}"));
    after
        .split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn harm_is_counted_as_far_as_it_is_recorded_and_never_below_ten() {
    let demo = Demo::start();
    let nothing = demo.text("/counts");
    let people = "People whose cases this team keeps";
    let behind = "a piece of evidence that was never out of sight";
    // 47 invented people, rounded down; nothing of evidence is recorded yet.
    assert_eq!(count(&nothing, people), "at least 45");
    assert_eq!(count(&nothing, behind), "fewer than 10");
    assert!(
        nothing.contains("Not recorded is not: did not happen."),
        "{nothing}"
    );

    // One piece cannot be told from none.
    demo.form("/case/1/record/evidence", &EVIDENCE);
    assert_eq!(demo.text("/counts"), nothing);

    // Behind everybody stands a piece: more than few, and never so near to the whole that the rest
    // could be told.
    for number in 2..=47 {
        demo.form(&format!("/case/{number}/record/evidence"), &EVIDENCE);
    }
    let all = demo.text("/counts");
    assert!(count(&all, behind).starts_with("at least"), "{all}");
    assert_ne!(count(&all, behind), count(&all, "nobody contests"));
    assert_eq!(count(&all, "a second colleague agrees"), "fewer than 10");

    let ru = demo.text("/counts?lang=ru");
    assert!(ru.contains("Не записано — не значит, что не было."), "{ru}");
}

#[test]
fn a_second_table_gives_nothing_away_after_one_more_person_and_the_sheet_is_read_like_a_draft() {
    let demo = Demo::start();
    let stage = [("by", "stage"), ("to", "donor")];
    let first = demo.answer("/counts", "en", &stage);
    assert!(
        first.contains("\"In hiding, not safe\",\"40 to 44\""),
        "{first}"
    );
    let somebody_new = [
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("language", "ce"),
        ("code_en", "Plover"),
        ("code_ru", "Зуёк"),
        ("story", "Somebody new."),
        ("record", "yes"),
    ];
    demo.form("/new", &somebody_new);
    assert_eq!(demo.answer("/counts", "en", &stage), first);

    // The sheet to hand over was read for whoever will hold it: it is printed.
    let brief = demo.text("/ask/brief");
    assert!(brief.contains("at least 40"), "{brief}");
    assert!(!brief.contains("This sheet is not printed yet"), "{brief}");
}
