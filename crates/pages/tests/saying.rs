//! A name is recorded, found in any spelling, and noticed in a draft; what went out is subtracted.

mod visitor;

use axum::http::StatusCode;
use visitor::{Answer, Visitor};

async fn draft(visitor: &Visitor, text: &str, action: &str) -> Answer {
    let fields = [
        ("draft", text),
        ("to", "press"),
        ("language", "en"),
        ("do", action),
    ];
    visitor.post_form("/say", &fields).await
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
    let empty = visitor
        .post_form(form, &[("name", ""), ("of", "legal")])
        .await
        .text;
    assert!(empty.contains("Write the name or the number."), "{empty}");
    for (name, of) in [("Ильяс Царнов", "legal"), ("+44 7700 900123", "telephone")] {
        let kept = visitor.post_form(form, &[("name", name), ("of", of)]).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    }
    let case = visitor.get("/case/1?lang=ru").await.text;
    assert!(
        case.contains("Как зовут") && case.contains("Ильяс Царнов"),
        "{case}"
    );

    for typed in ["Tcarnov", "царнову", "900-123"] {
        let found = visitor.post_form("/search", &[("q", typed)]).await.text;
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
    let asked = visitor.post_form("/new", &newcomer).await.text;
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
    assert!(!page.contains(now), "{page}");

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
    assert!(page.contains("it noticed 89") && page.contains("A second person reads every"));
}

#[tokio::test]
async fn a_draft_is_kept_reworded_and_answered_for_and_its_author_cannot_let_it_out_alone() {
    let visitor = Visitor::inside().await;
    let name = [("name", "Ильяс Царнов"), ("of", "legal")];
    visitor.post_form("/case/1/record/name", &name).await;
    let kept = draft(&visitor, "We met Mr Tcarnov.", "keep").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let location = kept.header("location");
    let address = location.split('?').next().unwrap_or_default().to_owned();
    assert!(!location.contains("Tcarnov"));
    let page = visitor.get(&format!("{address}?lang=en")).await.text;
    for words in [
        "<mark>Tcarnov</mark>",
        "Exposes: Rowan, case 1",
        "Take this wording",
        "neither reworded nor answered for",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("Approve this text") && !page.contains("It went out"));

    let (_, after) = page
        .split_once("name=\"wording\" value=\"")
        .expect("a form");
    let wording = after.split('"').next().unwrap_or_default();
    let answered = |because| {
        [
            ("do", "override"),
            ("wording", wording),
            ("finding", "0"),
            ("words", "Tcarnov"),
            ("because", because),
        ]
    };
    let empty = visitor.post_form(&address, &answered("")).await.text;
    assert!(empty.contains("Write why it may be said."), "{empty}");
    let taken = visitor
        .post_form(&address, &answered("He asked for it."))
        .await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    let page = visitor.get(&format!("{address}?lang=ru")).await.text;
    assert!(page.contains("ждёт второго человека") && page.contains("He asked for it."));
    let out = visitor
        .post_form(&address, &[("do", "out"), ("wording", wording)])
        .await;
    assert!(out.text.contains("It may not go out yet"), "{}", out.text);

    let taken = [
        ("do", "take"),
        ("wording", wording),
        ("draft", "We met somebody."),
    ];
    visitor.post_form(&address, &taken).await;
    let stale = visitor.post_form(&address, &answered("Again.")).await.text;
    assert!(stale.contains("The text has changed since"), "{stale}");
    let list = visitor.get("/say?lang=en").await.text;
    assert!(list.contains("Drafts in work") && list.contains("We met somebody."));
}
