//! What the people on shift look at, as a browser sees it: who has been heard from, where everyone
//! sleeps, what was promised, what shows a claim.

mod visitor;

use axum::http::StatusCode;
use visitor::{Answer, Visitor};

/// The text of a page: tags fall away, and what they held apart stays apart by one blank.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn text(visitor: &Visitor, path: &str) -> String {
    let answer = visitor.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    plain(&answer.text)
}

/// What a page says between two of its sentences.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let after = text
        .split_once(from)
        .unwrap_or_else(|| panic!("`{from}` is missing in: {text}"));
    after.1.split(to).next().unwrap_or_default()
}

fn is_taken(answer: &Answer) {
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}",
        plain(&answer.text)
    );
}

/// A plan whose first word was due a day before the day of the report.
const PLAN: [(&str, &str); 12] = [
    ("first", "2017-05-15T20:00"),
    ("every", "72"),
    ("grace", "60"),
    ("red_after", "6"),
    ("channel", "A message, never a call."),
    ("fine", "the kettle is on"),
    ("duress", "the kettle is off"),
    ("second_after", "90"),
    ("second_who", "The aunt by the sea"),
    ("second_say", "How is the garden?"),
    ("never_say", "That we know them."),
    ("ask_1", ""),
];

#[tokio::test]
async fn whoever_falls_silent_stands_above_everything_until_they_are_heard_from() {
    let visitor = Visitor::inside().await;
    let case = text(&visitor, "/case/21").await;
    assert!(
        case.contains("nobody is told when this person falls silent"),
        "{case}"
    );

    // The words for danger must not be those for "fine": the form comes back with what was typed.
    let mut same = PLAN;
    same[6] = ("duress", "the kettle is on");
    let again = visitor
        .post_form("/case/21/record/check-in-plan", &same)
        .await;
    assert_eq!(again.status, StatusCode::OK);
    assert!(
        again.text.contains("must differ from those for “fine”"),
        "{}",
        again.text
    );
    assert!(
        again.text.contains("The aunt by the sea"),
        "what was typed is kept"
    );

    is_taken(
        &visitor
            .post_form("/case/21/record/check-in-plan", &PLAN)
            .await,
    );
    let case = text(&visitor, "/case/21").await;
    for part in [
        "Red",
        "Nobody has heard from them. A word was agreed for 15 May 2017, 20:00.",
        "The second contact: The aunt by the sea. Say: How is the garden?",
        "Nobody holds this check-in. Somebody must.",
        "The words for danger: the kettle is off.",
    ] {
        assert!(case.contains(part), "`{part}` is missing in: {case}");
    }
    let today = text(&visitor, "/today").await;
    let first = between(
        &today,
        "Has anyone heard from them?",
        "Cases that nobody has taken",
    );
    assert!(
        first.contains("Case 21") && first.contains("The aunt by the sea"),
        "{today}"
    );

    is_taken(
        &visitor
            .post_form(
                "/case/21/record/check-in",
                &[("heard", "fine"), ("at", "2017-05-16T20:10")],
            )
            .await,
    );
    let today = text(&visitor, "/today").await;
    let first = between(
        &today,
        "Has anyone heard from them?",
        "Cases that nobody has taken",
    );
    assert!(!first.contains("The aunt by the sea"), "{today}");

    // A word under duress is red at once, and a later "fine" does not undo it.
    for (heard, at) in [("duress", "2017-05-16T21:00"), ("fine", "2017-05-16T21:30")] {
        is_taken(
            &visitor
                .post_form("/case/21/record/check-in", &[("heard", heard), ("at", at)])
                .await,
        );
    }
    let case = text(&visitor, "/case/21").await;
    assert!(
        case.contains("They said the words for danger on 16 May 2017, 21:00."),
        "{case}"
    );
    let ahead = visitor
        .post_form(
            "/case/21/record/check-in",
            &[("heard", "fine"), ("at", "2017-05-19T09:00")],
        )
        .await;
    assert!(
        ahead.text.contains("This time has not come yet."),
        "{}",
        ahead.text
    );
    let russian = text(&visitor, "/case/21?lang=ru").await;
    assert!(
        russian.contains("прозвучали слова об опасности"),
        "{russian}"
    );
}

/// The value that a form's list gives somebody, by the words that stand there.
fn value_of(html: &str, label: &str) -> String {
    let option = html
        .split("<option value=\"")
        .find(|option| option.contains(label))
        .unwrap_or_else(|| panic!("`{label}` is not on the list: {html}"));
    option.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn hide_outs_say_who_sleeps_where_who_is_too_close_and_where_no_bed_is_left() {
    let visitor = Visitor::inside().await;
    let page = text(&visitor, "/shelters").await;
    for part in [
        "They are to be kept apart and sleep under one roof tonight.",
        "2 beds free",
        "full",
        "1 person too many",
        "ends soon: 25 May 2017",
        "ended 16 May 2017",
        "Nobody has recorded where these people sleep",
    ] {
        assert!(page.contains(part), "`{part}` is missing in: {page}");
    }
    let bare = visitor
        .post_form("/shelters/record/hide-out", &[("capacity", "no")])
        .await;
    assert!(bare.text.contains("Write a whole number."), "{}", bare.text);
    let mill = [
        ("address", "A mill in the hills"),
        ("capacity", "1"),
        ("from", "2017-05-17"),
        ("known_from", "vetted"),
    ];
    is_taken(&visitor.post_form("/shelters/record/hide-out", &mill).await);
    assert!(text(&visitor, "/shelters").await.contains("1 bed free"));

    // One of the two who must not meet moves there: they are apart, and the earlier bed is free.
    let form = visitor.get("/shelters/record/stay").await.text;
    let pair = between(
        &page,
        "Too close must not meet",
        "They are to be kept apart",
    )
    .trim()
    .to_owned();
    let one = pair.split(", ").next().unwrap_or_default().to_owned();
    let (person, there) = (
        value_of(&form, &format!(">{one} ·")),
        value_of(&form, "A mill"),
    );
    let stay = [
        ("person", person.as_str()),
        ("hide_out", &there),
        ("from", "2017-05-17"),
    ];
    is_taken(&visitor.post_form("/shelters/record/stay", &stay).await);
    let page = text(&visitor, "/shelters").await;
    assert!(
        page.contains("3 beds free") && !page.contains("Too close"),
        "{page}"
    );
    let strange = [
        ("person", "00"),
        ("hide_out", &there),
        ("from", "2017-05-17"),
    ];
    let strange = visitor.post_form("/shelters/record/stay", &strange).await;
    assert!(strange.text.contains("Choose one."), "{}", strange.text);
}

/// A talk with a country that nothing else in the demonstration speaks of in this way.
const TALK: [(&str, &str); 6] = [
    ("country", "URY"),
    ("state", "open"),
    ("terms", "off_record"),
    ("contacts", "The desk for the region"),
    ("asked", "Places for ten"),
    ("offered", "They look at it"),
];

#[tokio::test]
async fn a_talk_holds_its_places_what_was_told_and_what_was_promised() {
    let visitor = Visitor::inside().await;
    // The demonstration talks with two others.
    assert!(!text(&visitor, "/talks").await.contains("Uruguay"));
    assert_eq!(visitor.get("/talk/3").await.status, StatusCode::NOT_FOUND);
    let opened = visitor.post_form("/talks/record/talk", &TALK).await;
    is_taken(&opened);
    assert_eq!(opened.header("location"), "/talk/3?lang=en");
    let place = [("state", "hinted"), ("places", "10")];
    is_taken(&visitor.post_form("/talk/3/record/place", &place).await);
    let talk = visitor.get("/talk/3").await.text;
    assert!(
        talk.contains("<title>Talk 3</title>"),
        "the title names nobody: {talk}"
    );
    let talk = plain(&talk);
    for part in [
        "Uruguay",
        "hinted",
        "For 10 people.",
        "It enters no route",
        "Off the record",
    ] {
        assert!(talk.contains(part), "`{part}` is missing in: {talk}");
    }
    let routes = text(&visitor, "/person/1/routes").await;
    assert!(
        !routes.contains("offered in writing: Uruguay"),
        "a hint enters nothing"
    );

    // Written, it enters routes; withdrawn, it leaves them.
    let form = visitor.get("/talk/3/record/place-state").await.text;
    let which = value_of(&form, "Uruguay: hinted");
    for (state, enters) in [("written", true), ("withdrawn", false)] {
        let state = [("place", which.as_str()), ("state", state)];
        is_taken(
            &visitor
                .post_form("/talk/3/record/place-state", &state)
                .await,
        );
        let routes = text(&visitor, "/person/1/routes").await;
        assert_eq!(
            routes.contains("offered in writing: Uruguay"),
            enters,
            "{routes}"
        );
    }
    let form = visitor.get("/talk/3/record/telling").await.text;
    let person = value_of(&form, "· Case 3<");
    let telling = [
        ("person", person.as_str()),
        ("place", &which),
        ("what", "that"),
        ("what", "country"),
        ("on", "2017-05-16"),
    ];
    is_taken(&visitor.post_form("/talk/3/record/telling", &telling).await);
    let promise = [
        ("by", "The desk for the region"),
        (
            "what",
            "They will support us in other ways, but not with visas.",
        ),
        ("due", "2017-05-10"),
    ];
    is_taken(&visitor.post_form("/talk/3/record/promise", &promise).await);
    let talk = text(&visitor, "/talk/3").await;
    assert!(
        talk.contains("16 May 2017: that there is a place, in which country."),
        "{talk}"
    );
    let today = text(&visitor, "/today").await;
    assert!(
        today.contains("in other ways, but not with visas"),
        "{today}"
    );
    let form = visitor.get("/talk/3/record/promise-state").await.text;
    let which = value_of(&form, "in other ways");
    let kept = [("promise", which.as_str()), ("state", "kept")];
    is_taken(
        &visitor
            .post_form("/talk/3/record/promise-state", &kept)
            .await,
    );
    assert!(!text(&visitor, "/today").await.contains("in other ways"));
    // The form of a talk shows it as it stands.
    let change = visitor.get("/talk/3/record/talk").await.text;
    assert!(
        change.contains("value=\"URY\" selected") && change.contains("Places for ten"),
        "{change}"
    );
    assert!(text(&visitor, "/talk/3?lang=ru").await.contains("отозвали"));
}

const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

#[tokio::test]
async fn a_case_shows_its_tasks_its_evidence_hand_by_hand_and_what_the_person_chose() {
    let visitor = Visitor::inside().await;
    let case = text(&visitor, "/case/5").await;
    for part in [
        "Nobody has asked the person yet.",
        "No safe part of the country not yet asked",
    ] {
        assert!(case.contains(part), "`{part}` is missing in: {case}");
    }
    // A task goes through its states, and stands on /today once its day is past.
    let task = [
        ("what", "Ask for the birth certificate"),
        ("due", "2017-05-10"),
    ];
    is_taken(&visitor.post_form("/case/5/record/task", &task).await);
    assert!(
        text(&visitor, "/today")
            .await
            .contains("Ask for the birth certificate")
    );
    let form = visitor.get("/case/5/record/task-state").await.text;
    let which = value_of(&form, "birth certificate");
    let waits = [("task", which.as_str()), ("state", "waiting")];
    let again = visitor.post_form("/case/5/record/task-state", &waits).await;
    assert!(
        again.text.contains("Write what it waits for."),
        "{}",
        again.text
    );
    let waits = [
        ("task", which.as_str()),
        ("state", "waiting"),
        ("for", "the registry"),
    ];
    is_taken(&visitor.post_form("/case/5/record/task-state", &waits).await);
    let case = text(&visitor, "/case/5").await;
    assert!(
        case.contains("waiting for: the registry") && case.contains("overdue"),
        "{case}"
    );
    let done = [("task", which.as_str()), ("state", "done")];
    is_taken(&visitor.post_form("/case/5/record/task-state", &done).await);
    assert!(!text(&visitor, "/today").await.contains("birth certificate"));

    // Evidence: whole while the file is the same; altered once it is another.
    let evidence = [
        ("kind", "message"),
        ("what", "A threat from a neighbour"),
        ("sha256", HASH),
        ("from", "person"),
        ("received", "2017-05-12T10:00"),
    ];
    is_taken(
        &visitor
            .post_form("/case/5/record/evidence", &evidence)
            .await,
    );
    let form = visitor.get("/case/5/record/custody").await.text;
    let which = value_of(&form, "A threat from a neighbour");
    let passed = [
        ("evidence", which.as_str()),
        ("to", "authority"),
        ("how", "By hand."),
        ("sha256", HASH),
        ("at", "2017-05-13T10:00"),
    ];
    is_taken(&visitor.post_form("/case/5/record/custody", &passed).await);
    let support = [
        ("element", "persecution"),
        ("state", "yes"),
        ("by", which.as_str()),
    ];
    is_taken(&visitor.post_form("/case/5/record/support", &support).await);
    let case = text(&visitor, "/case/5").await;
    for part in [
        "from you to an authority or a court. By hand.",
        "waits for a second person from hand to hand without a gap; now with: an authority or a court",
        "Of persecution supported waits for a second person",
    ] {
        assert!(case.contains(part), "`{part}` is missing in: {case}");
    }
    let other = HASH.replace("9f", "00");
    let altered = [
        ("evidence", which.as_str()),
        ("to", "person"),
        ("sha256", other.as_str()),
        ("at", "2017-05-14T10:00"),
    ];
    is_taken(&visitor.post_form("/case/5/record/custody", &altered).await);
    let case = text(&visitor, "/case/5").await;
    assert!(case.contains("altered: another file"), "{case}");
    assert!(
        case.contains("Of persecution what supported it was doubted, taken back or altered"),
        "{case}"
    );

    // The person's choice stands only if it was asked as it must be.
    let mut choice = vec![
        ("on", "2017-05-15"),
        ("options", "Ask France\nStay and wait"),
        ("chosen", "1"),
        ("language", "ce"),
        ("worst", "no"),
        ("presence", "alone"),
        ("hours", "48"),
        ("own_words", "I want to see the sea."),
        ("stands", "yes"),
    ];
    is_taken(&visitor.post_form("/case/5/record/choice", &choice).await);
    assert!(
        text(&visitor, "/case/5")
            .await
            .contains("the worst was not told")
    );
    choice[4] = ("worst", "yes");
    is_taken(&visitor.post_form("/case/5/record/choice", &choice).await);
    assert!(text(&visitor, "/case/5").await.contains("stands: option 1"));
    choice[8] = ("stands", "no");
    is_taken(&visitor.post_form("/case/5/record/choice", &choice).await);
    assert!(
        text(&visitor, "/case/5")
            .await
            .contains("withdrawn by the person")
    );

    // A hand-over waits for whoever it names.
    let form = visitor.get("/case/5/record/hand-over").await.text;
    let to = value_of(&form, "a colleague");
    let note = [("to", to.as_str()), ("note", "Call before nine.")];
    is_taken(&visitor.post_form("/case/5/record/hand-over", &note).await);
    let today = text(&visitor, "/today").await;
    assert!(
        today.contains("not taken over yet") && today.contains("Call before nine."),
        "{today}"
    );
    assert!(
        text(&visitor, "/case/5?lang=ru")
            .await
            .contains("человек отозвал свой выбор")
    );
}
