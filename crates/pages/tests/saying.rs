//! A name is recorded, found in any spelling, and noticed in a draft; what went out is subtracted.

mod visitor;

use axum::http::{Method, StatusCode};
use visitor::{Answer, Visitor};

/// Fills in a form as a browser does, and gives the answer to it.
async fn post(visitor: &Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
    let token = visitor.form_token().await;
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.append_pair("token", &token);
    body.append_pair("lang", "en");
    body.extend_pairs(fields);
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", "http://127.0.0.1:47000"),
        ("sec-fetch-site", "same-origin"),
    ];
    visitor
        .send(Method::POST, path, &headers, &body.finish())
        .await
}

async fn draft(visitor: &Visitor, text: &str, action: &str) -> Answer {
    let fields = [
        ("draft", text),
        ("to", "press"),
        ("language", "en"),
        ("do", action),
    ];
    post(visitor, "/say", &fields).await
}

#[tokio::test]
async fn a_name_is_kept_found_in_any_spelling_and_noticed_in_a_draft() {
    let visitor = Visitor::inside().await;
    let before = draft(&visitor, "We met Mr Tcarnov.", "check").await.text;
    assert!(
        before.contains("Nothing was found. That does not mean"),
        "{before}"
    );

    let form = "/case/1/record/name";
    let empty = post(&visitor, form, &[("name", ""), ("of", "legal")])
        .await
        .text;
    assert!(empty.contains("Write the name or the number."), "{empty}");
    for (name, of) in [("Ильяс Царнов", "legal"), ("+44 7700 900123", "telephone")] {
        let kept = post(&visitor, form, &[("name", name), ("of", of)]).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    }
    let case = visitor.get("/case/1?lang=ru").await.text;
    assert!(
        case.contains("Как зовут") && case.contains("Ильяс Царнов"),
        "{case}"
    );

    for typed in ["Tcarnov", "царнову", "900-123"] {
        let found = post(&visitor, "/search", &[("q", typed)]).await.text;
        assert!(found.contains("/case/1?"), "{typed}: {found}");
    }
    let newcomer = [
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("whose_phone", "her own, 0044 7700 900123"),
        ("language", "ce"),
        ("code_en", "Bird of the test"),
        ("code_ru", "Птица из проверки"),
        ("story", "Somebody new."),
        ("record", "yes"),
    ];
    let asked = post(&visitor, "/new", &newcomer).await.text;
    assert!(asked.contains("Case 1 has the same telephone."), "{asked}");

    let leak = draft(&visitor, "We met Mr Tcarnov.", "check").await;
    assert_eq!(leak.status, StatusCode::OK);
    for words in [
        "Do not send this.",
        "<mark>Tcarnov</mark>",
        "Exposes: Rowan, case 1",
        "2010 to 2013",
    ] {
        assert!(leak.text.contains(words), "{words}: {}", leak.text);
    }
    assert!(
        leak.text.contains("somebody in our care"),
        "a wording is offered"
    );
}

#[tokio::test]
async fn what_went_out_is_remembered_and_subtracted_and_a_draft_is_not() {
    let visitor = Visitor::inside().await;
    let now = "We look after 38 people.";
    let first = draft(&visitor, now, "check").await.text;
    assert!(!first.contains("Anyone can subtract"), "{first}");
    let page = visitor.get("/say?lang=en").await.text;
    assert!(
        page.contains("Nothing is remembered yet.") && !page.contains(now),
        "{page}"
    );

    let kept = draft(&visitor, "We look after 40 people.", "record").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    assert!(kept.header("location").starts_with("/say?"));
    let page = visitor.get("/say?lang=ru").await.text;
    assert!(page.contains("We look after 40 people."), "{page}");
    let next = draft(&visitor, now, "check").await.text;
    assert!(
        next.contains("Anyone can subtract: 38 now, 40 before."),
        "{next}"
    );

    let empty = draft(&visitor, "  ", "record").await.text;
    assert!(empty.contains("Write the draft first."), "{empty}");
    let page = visitor.get("/say?lang=en").await.text;
    assert!(page.contains("it noticed 62") && page.contains("A second person reads every"));
}
