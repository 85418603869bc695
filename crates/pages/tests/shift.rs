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
    let again = visitor.post_form("/case/21/record/plan", &same).await;
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

    is_taken(&visitor.post_form("/case/21/record/plan", &PLAN).await);
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
