//! R5: countries that negotiate are not named: naming them endangers those who succeed.

mod common;

use common::two::{Two, clock, record_in};
use common::{Demo, value_of};
use desk::{DrawerAt, DrawerForm, Lang, TalkNumber};

/// Every page that might give a talk away, and the sheet that leaves the room.
const ELSEWHERE: [&str; 9] = [
    "/",
    "/ask",
    "/ask/brief",
    "/reforms",
    "/days",
    "/today",
    "/shelters",
    "/person/3/ask",
    "/person/3/sheet",
];

const TALK: [(&str, &str); 4] = [
    ("country", "URY"),
    ("state", "open"),
    ("terms", "off_record"),
    ("asked", "Places for ten"),
];

/// The pages as they are; the minute of the clock is no trace of a talk.
fn elsewhere(demo: &Demo) -> Vec<String> {
    let page = |path: &&str| {
        let text = demo.text(path);
        let mut parts = text.splitn(2, "Who has not been heard from stands first.");
        let (before, after) = (parts.next().unwrap_or_default(), parts.next());
        after.unwrap_or(before).to_owned()
    };
    ELSEWHERE.iter().map(page).collect()
}

#[test]
fn a_talk_changes_no_other_page_and_only_a_written_place_enters_routes() {
    let demo = Demo::start();
    let before = elsewhere(&demo);
    let routes = demo.text("/person/3/routes");
    demo.form("/talks/record/talk", &TALK);
    demo.form(
        "/talk/3/record/place",
        &[("state", "said"), ("places", "10")],
    );
    assert_eq!(elsewhere(&demo), before);
    assert_eq!(demo.text("/person/3/routes"), routes);

    let which = value_of(&demo.html("/talk/3/record/place-state"), "Uruguay: said");
    let written = [("place", which.as_str()), ("state", "written")];
    demo.form("/talk/3/record/place-state", &written);
    assert_eq!(
        elsewhere(&demo),
        before,
        "written, it stands in routes alone"
    );
    let now = demo.text("/person/3/routes");
    assert!(
        now.contains("A place is offered in writing: Uruguay."),
        "{now}"
    );

    let gone = [("place", which.as_str()), ("state", "withdrawn")];
    demo.form("/talk/3/record/place-state", &gone);
    assert_eq!(demo.text("/person/3/routes"), routes);
}

#[test]
fn the_ledger_says_what_each_person_was_told_of_a_place() {
    let demo = Demo::start();
    demo.form("/talks/record/talk", &TALK);
    demo.form("/talk/3/record/place", &[("state", "written")]);
    let form = demo.html("/talk/3/record/telling");
    let (person, place) = (value_of(&form, "· Case 3<"), value_of(&form, "Uruguay"));
    let told = [
        ("person", person.as_str()),
        ("place", &place),
        ("what", "that"),
        ("on", "2017-05-16"),
    ];
    demo.form("/talk/3/record/telling", &told);
    let talk = demo.text("/talk/3");
    assert!(
        talk.contains("16 May 2017: that there is a place."),
        "{talk}"
    );
}

#[test]
fn a_device_without_the_compartment_finds_no_talk_and_no_place() {
    let mut two = Two::colleagues();
    let number = two.case();
    record_in(&mut two.first, DrawerAt::Talks, DrawerForm::Talk, &TALK);
    let talk = TalkNumber(1);
    record_in(
        &mut two.first,
        DrawerAt::Talk(talk),
        DrawerForm::Place,
        &[("state", "written")],
    );
    two.exchange();
    let case = two.second.cabinet().case(number);
    assert!(case.is_some(), "the case itself is shared");
    let pages = [&two.first, &two.second].map(|office| {
        let board = office.talks(clock(), Lang::En);
        let lines: usize = board
            .sections
            .iter()
            .map(|section| section.lines.len())
            .sum();
        let places = office
            .desk()
            .routes(number, Default::default(), clock().today(), Lang::En);
        (
            lines,
            office.talk(talk, clock(), Lang::En).is_some(),
            places.map(|it| it.places.len()),
        )
    });
    assert_eq!(pages[0], (1, true, Some(1)));
    assert_eq!(pages[1], (0, false, Some(0)));
}
