//! A stranger's hour: somebody is entered, interviewed, looked at closer, and found again.

mod visitor;

use axum::http::StatusCode;
use visitor::{Answer, Visitor};

/// Fills in a form as a browser does, and gives the answer to it.
async fn post(visitor: &Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
    let token = visitor.form_token().await;
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.append_pair("token", &token);
    body.extend_pairs(fields);
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", "http://127.0.0.1:47000"),
        ("sec-fetch-site", "same-origin"),
    ];
    let method = axum::http::Method::POST;
    visitor.send(method, path, &headers, &body.finish()).await
}

/// Where an answer sends the browser.
fn goes_to(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.header("location")
}

fn address(answer: &Answer) -> String {
    let to = goes_to(answer);
    to.split('?').next().unwrap_or_default().to_owned()
}

/// What stands between two marks of a page.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, after) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("`{from}` in {page}"));
    after.split(to).next().unwrap_or_default()
}

fn newcomer<'f>(safe: &'f str, code: [&'f str; 2], phone: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("lang", "en"),
        ("safe_to_talk", safe),
        ("alone", "yes"),
        ("whose_phone", phone),
        ("language", "ce"),
        ("code_en", code[0]),
        ("code_ru", code[1]),
        (
            "story",
            "A woman of about thirty, in hiding in another town.",
        ),
        ("record", "yes"),
    ]
}

#[tokio::test]
async fn a_stranger_enters_somebody_by_the_interview_and_sees_their_verdicts() {
    let visitor = Visitor::inside().await;
    assert!(visitor.get("/?lang=en").await.text.contains("Somebody new"));
    let form = visitor.get("/new?lang=en").await.text;
    let suggested = between(&form, "name=\"code_en\" value=\"", "\"").to_owned();
    assert!(!suggested.is_empty());
    let named = ["Hoopoe of the test", "Удод из проверки"];
    let entered = post(
        &visitor,
        "/new",
        &newcomer("yes", named, "a friend's, +7 900 555-01-23"),
    )
    .await;
    let first = address(&entered);
    assert!(first.ends_with("/record/first-minutes"), "{first}");
    let case = first.trim_end_matches("/record/first-minutes").to_owned();

    // What was answered on the first page stands in the second.
    let page = visitor.get(&format!("{first}?lang=en")).await.text;
    assert!(page.contains("a friend&#39;s, +7 900 555-01-23"), "{page}");
    let answers = [
        ("lang", "en"),
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("whose_phone", "a friend's, +7 900 555-01-23"),
        ("tonight", "with a friend"),
        ("hurt", "an arm, since Monday"),
        ("thinks_of_dying", "yes"),
        ("anyone_under_18", "not-asked"),
        ("next_call", "2035-05-18T09:00"),
    ];
    let plan = address(&post(&visitor, &first, &answers).await);
    assert!(plan.ends_with("/record/plan"));
    let page = visitor.get(&format!("{plan}?lang=en")).await.text;
    assert!(page.contains("Somebody trained stays with them."));
    let me = between(&page, "<option value=\"", "\"");
    let me = match me.is_empty() {
        true => between(
            page.split_once("<option value=\"\">").expect("a list").1,
            "<option value=\"",
            "\"",
        ),
        false => me,
    };
    let planned = [
        ("lang", "en"),
        ("what_1", "The doctor of the shelter comes"),
        ("by_1", "2017-05-17T10:00"),
        ("who_1", me),
    ];
    assert_eq!(address(&post(&visitor, &plan, &planned).await), case);

    let page = visitor.get(&format!("{case}?lang=en")).await.text;
    for told in [
        "They think of ending their life.",
        "They are hurt.",
        "The doctor of the shelter comes",
        "due now",
        "Still to ask",
        "Is anyone under 18 with you?",
        "an arm, since Monday",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(page.contains("<title>Case"), "no name in a title");

    sits_through_an_interview(&visitor, &case).await;

    let number = case.trim_start_matches("/case/");
    let verdicts = visitor.get(&format!("/person/{number}?lang=en")).await;
    assert_eq!(verdicts.status, StatusCode::OK);
    assert!(verdicts.text.contains("Hoopoe of the test"));
    assert!(verdicts.text.contains("in hiding in another town"));
}

/// Answers six questions, each as the page asks it, and reads the answers through.
async fn sits_through_an_interview(visitor: &Visitor, case: &str) {
    let interview = format!("{case}/interview");
    let page = visitor.get(&format!("{interview}?lang=en")).await.text;
    assert!(page.contains("The first minutes are not finished."));
    let begun = post(visitor, &interview, &[("lang", "en"), ("do", "begin")]).await;
    assert_eq!(address(&begun), interview);
    post(visitor, &interview, &[("lang", "en"), ("do", "topic")]).await;
    let (mut asked, mut words) = (Vec::new(), 0);
    for _ in 0..6 {
        let page = visitor.get(&format!("{interview}?lang=en")).await.text;
        assert!(page.contains("Why we ask"), "{page}");
        let fact = between(&page, "name=\"fact\" value=\"", "\"").to_owned();
        assert!(!asked.contains(&fact), "{fact} is asked twice");
        let mut fields = vec![("lang", "en"), ("do", "answer"), ("fact", &*fact)];
        if page.contains("name=\"own_words\"") {
            fields.push(("own_words", "My neighbour Хава knows."));
            fields.push(("read_back", "yes"));
            words += 1;
        }
        // A browser sends the radio that is chosen: here "nobody knows", or the first country.
        let is_list = page.contains("name=\"otherwise\"");
        match (is_list, page.contains("name=\"rest\"")) {
            (true, _) => fields.push(("otherwise", "unknown")),
            (false, true) => fields.push(("rest", "no")),
            (false, false) => fields.push(("value", "unknown")),
        }
        let nothing = post(visitor, &interview, &fields[..3]).await;
        assert_eq!(
            nothing.status,
            StatusCode::OK,
            "an empty answer is not taken"
        );
        assert!(nothing.text.contains("class=\"fault\""));
        assert_eq!(
            address(&post(visitor, &interview, &fields).await),
            interview
        );
        asked.push(fact);
        let page = visitor.get(&format!("{interview}?lang=en")).await.text;
        if !page.contains("name=\"fact\"") {
            post(visitor, &interview, &[("lang", "en"), ("do", "topic")]).await;
        }
    }
    assert!(words > 0, "own words are asked of the person");
    let ended = address(&post(visitor, &interview, &[("lang", "en"), ("do", "end")]).await);
    let page = visitor.get(&format!("{ended}?lang=en")).await.text;
    assert!(page.matches("/correct?lang=en").count() >= words, "{page}");
    let found = post(visitor, "/search", &[("lang", "en"), ("q", "khava")]).await;
    assert!(
        found.text.contains(&format!("{case}?lang=en")),
        "{}",
        found.text
    );
}

#[tokio::test]
async fn whoever_cannot_talk_is_asked_only_when_to_call_and_may_be_somebody_known() {
    let visitor = Visitor::inside().await;
    let form = newcomer("no", ["Rook of the test", "Грач из проверки"], "");
    let asked = post(&visitor, "/new", &form).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.text.contains("Ask nothing else now."));
    assert!(!asked.text.contains("name=\"whose_phone\""));
    let mut again = form.clone();
    again.push(("next_call", "2035-01-01T08:30"));
    let case = address(&post(&visitor, "/new", &again).await);
    let page = visitor.get(&format!("{case}?lang=en")).await.text;
    assert!(page.contains("1 January 2035, 08:30"));
    assert!(!page.contains("Where will you sleep tonight?"));
    let interview = visitor.get(&format!("{case}/interview?lang=en")).await.text;
    assert!(interview.contains("it was not safe to talk"));
    assert!(!interview.contains("value=\"begin\""));

    // The same code name, in another case of letters: a question, and not a wall.
    let mut same = newcomer("yes", ["ROOK OF THE TEST", "Другая"], "");
    let question = post(&visitor, "/new", &same).await;
    assert_eq!(question.status, StatusCode::OK);
    assert!(
        question
            .text
            .contains("has the same code name, or another name like it. Is it the same person?")
    );
    let number = case.trim_start_matches("/case/").to_owned();
    assert!(
        question
            .text
            .contains(&format!("name=\"asked_about\" value=\"{number}\""))
    );
    same.push(("asked_about", &number));
    assert!(address(&post(&visitor, "/new", &same).await).starts_with("/case/"));

    let mut refused = newcomer("yes", ["Nobody", "Никто"], "");
    refused.retain(|(name, _)| *name != "record");
    refused.push(("record", "no"));
    let answer = post(&visitor, "/new", &refused).await;
    assert!(answer.text.contains("then nothing is kept"));
    let found = post(&visitor, "/search", &[("lang", "en"), ("q", "Никто")]).await;
    assert!(found.text.contains("Nothing was found."));
}

#[tokio::test]
async fn a_fact_is_recorded_by_hand_corrected_and_taken_back_and_keeps_its_history() {
    let visitor = Visitor::inside().await;
    let which = [("lang", "en"), ("fact", "income")];
    let asked = post(&visitor, "/case/1/record/fact", &which).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.text.contains("name=\"otherwise\""));
    let by_hand = [
        ("lang", "en"),
        ("fact", "income"),
        ("chosen", "yes"),
        ("value", "740"),
        ("basis", "said"),
        ("own_words", "Seven hundred and forty."),
    ];
    assert_eq!(
        address(&post(&visitor, "/case/1/record/fact", &by_hand).await),
        "/case/1"
    );
    let case = visitor.get("/case/1?lang=en").await.text;
    let entry = entry_after(&case, ">740<");
    let page = visitor.get(&format!("{entry}?lang=en")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Seven hundred and forty."));
    assert!(page.text.contains("<title>Case 1</title>"));
    assert!(!page.text.contains("/second?"), "nobody seconds their own");

    let correct = format!("{entry}/correct");
    let silent = post(
        &visitor,
        &correct,
        &[("lang", "en"), ("value", "470"), ("why", "")],
    )
    .await;
    assert!(silent.text.contains("Write why."));
    let because = [
        ("lang", "en"),
        ("value", "470"),
        ("why", "Misheard on the line."),
    ];
    let corrected = address(&post(&visitor, &correct, &because).await);
    assert_ne!(corrected, entry);
    let page = visitor.get(&format!("{corrected}?lang=en")).await.text;
    for told in [">470<", ">740<", "corrected since", "Misheard on the line."] {
        assert!(page.contains(told), "{told}");
    }
    let now = visitor.get("/case/1?lang=en").await.text;
    assert!(now.contains(">470<") && !now.contains(">740<"));

    let back = format!("{corrected}/take-back");
    let taken = post(
        &visitor,
        &back,
        &[("lang", "en"), ("why", "It was about somebody else.")],
    )
    .await;
    assert_eq!(address(&taken), corrected);
    assert!(!visitor.get("/case/1?lang=en").await.text.contains(">470<"));
    let page = visitor.get(&format!("{corrected}?lang=en")).await.text;
    assert!(page.contains("taken back") && page.contains("It was about somebody else."));

    // Nothing of it stands in an address that somebody made up.
    for wrong in [
        "/case/1/entry/0",
        "/case/9999/entry/00",
        "/case/1/entry/00/second",
    ] {
        let answer = visitor.get(&format!("{wrong}?lang=en")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

/// The address of the entry whose line holds these words.
fn entry_after(page: &str, words: &str) -> String {
    let (_, after) = page
        .split_once(words)
        .unwrap_or_else(|| panic!("{words} in {page}"));
    let path = between(after, "href=\"", "?");
    assert!(path.contains("/entry/"), "{path}");
    path.to_owned()
}

#[tokio::test]
async fn a_case_is_found_in_either_script_and_by_its_number() {
    let visitor = Visitor::inside().await;
    for typed in ["Rowan", "рябина", "Ryabina", " РЯ БИНА"] {
        let found = post(&visitor, "/search", &[("lang", "ru"), ("q", typed)]).await;
        assert!(found.text.contains(">Рябина</a>"), "{typed}");
        assert!(!found.text.contains("/search?q"), "{typed}");
    }
    let by_number = post(&visitor, "/search", &[("lang", "en"), ("q", "12")]).await;
    assert!(by_number.text.contains("the case’s number"));
    let stranger = visitor.get("/search?q=Rowan&lang=en").await.text;
    assert!(
        !stranger.contains(">Rowan</a>"),
        "nothing is looked for by an address"
    );
}
