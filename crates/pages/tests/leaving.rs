//! What is written for people outside is read before it leaves.

mod visitor;

use axum::http::StatusCode;
use desk::{Date, Lang, Office};
use visitor::Visitor;

const ONE: &str = "ca.public_policy";

fn on() -> Date {
    "2017-05-17".parse().expect("a day")
}

/// The words of a page between its tags, but not of what is only for the screen.
fn printed(page: &str) -> Vec<String> {
    let (_, after) = page.split_once("<article class=\"brief").expect("a sheet");
    let (_, after) = after.split_once('>').expect("a tag");
    let (sheet, _) = after.split_once("</article>").expect("its end");
    let unprinted = sheet.split("<span class=\"sign s-r unprinted\">");
    let kept = unprinted.enumerate().map(|(nth, piece)| match nth {
        0 => piece,
        _ => piece.split_once("</span>").map_or("", |(_, rest)| rest),
    });
    let kept: String = kept.collect();
    let pieces = kept
        .split('<')
        .map(|it| it.split_once('>').map_or(it, |(_, text)| text));
    let decoded = pieces.map(|it| {
        it.replace("&#38;", "&")
            .replace("&#39;", "'")
            .replace("&#34;", "\"")
    });
    decoded
        .flat_map(|it| it.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

#[tokio::test]
async fn no_word_of_a_printed_sheet_passes_unread() {
    let visitor = Visitor::inside().await;
    let office = Office::demo().expect("the shipped books are whole");
    for lang in Lang::ALL {
        for power in ["", ONE] {
            let address = format!(
                "/ask/brief?lang={}&on=2017-05-17&power={}",
                lang.code(),
                power
            );
            let page = visitor.get(&address).await.text;
            let (_, read) = office.brief(power, on(), lang).expect("a sheet");
            let read = read.text;
            // In their order: the same words, whatever stands between them.
            let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            let read: Vec<String> = read
                .split_whitespace()
                .map(bare)
                .filter(|word| !word.is_empty())
                .collect();
            let printed: Vec<String> = printed(&page).iter().map(|it| bare(it)).collect();
            assert_eq!(printed, read, "{address}");
        }
    }
}

#[tokio::test]
async fn a_sheet_that_would_name_somebody_is_held_back_and_becomes_a_draft() {
    let visitor = Visitor::inside().await;
    let address = format!("/ask/brief?lang=en&on=2017-05-17&power={ONE}");
    let open = visitor.get(&address).await.text;
    assert!(!open.contains("id=\"found\""), "{open}");

    // A line that tells of people holds the name of one of them.
    let name = [("name", "Granted"), ("of", "legal")];
    let kept = visitor.post_form("/case/1/record/name", &name).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let held = visitor.get(&address).await.text;
    assert!(held.contains("id=\"found\""), "{held}");
    assert!(held.contains("class=\"brief unprinted"), "{held}");
    assert!(held.contains("case 1 ·"), "whom it exposes: {held}");

    let fields = ["draft", "to", "country", "language"].map(|field| (field, hidden(&held, field)));
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
    fields.push(("do", "keep"));
    let draft = visitor.post_form("/say", &fields).await;
    assert_eq!(draft.status, StatusCode::SEE_OTHER, "{}", draft.text);
    assert!(draft.header("location").starts_with("/say/"), "its page");
}

/// What a hidden field of the page carries.
fn hidden(page: &str, field: &str) -> String {
    let (_, after) = page
        .split_once(&format!("name=\"{field}\" value=\""))
        .unwrap_or_else(|| panic!("`{field}` in {page}"));
    let value = after.split('"').next().unwrap_or_default();
    value
        .replace("&#38;", "&")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
}
