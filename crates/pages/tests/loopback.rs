//! The doors of the workspace itself: who gets in, from where, and with what.

mod visitor;

use axum::http::{Method, StatusCode, header};
use proptest::prelude::*;
use visitor::{Visitor, workspace};

const COUNTED: &[(&str, &str)] = &[
    ("content-security-policy", "default-src 'none'"),
    ("referrer-policy", "same-origin"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=()"),
];

#[tokio::test]
async fn every_answer_carries_the_protective_headers() {
    let visitor = Visitor::inside().await;
    for path in [
        "/",
        "/person/1",
        "/nothing",
        "/static/style.css",
        "/start/wrong",
        "/person/999",
    ] {
        let answer = visitor.get(path).await;
        for (name, beginning) in COUNTED {
            let value = answer.header(name);
            assert!(value.starts_with(beginning), "{path}: {name}: {value}");
        }
    }
    let policy = visitor.get("/").await.header("content-security-policy");
    assert!(
        !policy.contains("script-src") && !policy.contains("unsafe"),
        "{policy}"
    );
}

#[tokio::test]
async fn a_stranger_sees_no_page() {
    let stranger = Visitor::outside(workspace());
    for path in [
        "/",
        "/person/1",
        "/person/1/doors",
        "/person/1/sheet",
        "/person/1/stopped",
        "/ask",
        "/reforms",
        "/ask/brief",
        "/ask/brief?power=fr.visa.asile",
        "/days",
        "/person/1/ask",
        "/person/1/routes",
        "/person/1/routes/picture",
        "/law",
        "/law/us.visa.b",
        "/about",
        "/no/such/page",
    ] {
        let answer = stranger.get(path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(
            !answer.text.contains("Rowan") && !answer.text.contains("<nav"),
            "{path}"
        );
    }
    assert_eq!(
        stranger.get("/static/style.css").await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_start_link_works_once_and_only_by_get() {
    let workspace = workspace();
    let link = workspace.start_link().expect("randomness");
    let path = link
        .split_once("/start/")
        .map(|(_, token)| format!("/start/{token}"))
        .expect("a link");
    let stranger = Visitor::outside(workspace);
    assert_eq!(
        stranger.send(Method::HEAD, &path, &[], "").await.status,
        StatusCode::FORBIDDEN
    );
    let first = stranger.get(&path).await;
    assert_eq!(first.status, StatusCode::OK);
    let cookie = first.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let second = stranger.get(&path).await;
    assert_eq!(second.status, StatusCode::FORBIDDEN);
    assert_eq!(second.header("set-cookie"), "");
}

#[tokio::test]
async fn another_name_for_this_machine_is_not_answered() {
    let visitor = Visitor::inside().await;
    for host in [
        "evil.example",
        "localhost",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:47000.evil.example",
        "[::1]:47000",
        "",
    ] {
        let answer = visitor.send(Method::GET, "/", &[("host", host)], "").await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(!answer.text.contains("Rowan"));
    }
    let answer = visitor
        .send(Method::GET, "http://evil.example/", &[], "")
        .await;
    assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
    let twice = visitor
        .send(
            Method::GET,
            "/",
            &[("host", visitor::HOST), ("host", "evil.example")],
            "",
        )
        .await;
    assert_eq!(twice.status, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn leaving_needs_our_own_form() {
    let visitor = Visitor::inside().await;
    let origin = format!("http://{}", visitor::HOST);
    let form = format!("token={}&lang=en", visitor.form_token().await);
    let own: Vec<(&str, &str)> = vec![
        ("origin", &origin),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let without = |name: &str| {
        own.iter()
            .filter(|(key, _)| *key != name)
            .copied()
            .collect::<Vec<_>>()
    };
    let with =
        |name: &'static str, value: &'static str| [without(name), vec![(name, value)]].concat();
    let attacks = [
        (without("origin"), form.clone()),
        (with("origin", "null"), form.clone()),
        (with("origin", "http://evil.example"), form.clone()),
        (without("sec-fetch-site"), form.clone()),
        (with("sec-fetch-site", "cross-site"), form.clone()),
        (with("sec-fetch-site", "same-site"), form.clone()),
        (with("content-type", "text/plain"), form.clone()),
        (own.clone(), "token=wrong".to_owned()),
        (own.clone(), String::new()),
    ];
    for (headers, body) in attacks {
        let answer = visitor.send(Method::POST, "/leave", &headers, &body).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?} {body}");
        assert_eq!(
            visitor.get("/").await.status,
            StatusCode::OK,
            "still inside after {headers:?}"
        );
    }
    assert_eq!(
        visitor
            .send(Method::POST, "/leave", &own, &form)
            .await
            .status,
        StatusCode::OK
    );
    assert_eq!(visitor.get("/").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_page_view_never_leaves() {
    let visitor = Visitor::inside().await;
    assert_eq!(
        visitor.get("/leave").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    for method in [
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
        Method::TRACE,
        Method::CONNECT,
    ] {
        assert_eq!(
            visitor.send(method.clone(), "/leave", &[], "").await.status,
            StatusCode::METHOD_NOT_ALLOWED,
            "{method}"
        );
    }
    assert_eq!(visitor.get("/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_too_large_is_refused_kindly() {
    let visitor = Visitor::inside().await;
    let long = format!("/{}", "a".repeat(4000));
    assert_eq!(visitor.get(&long).await.status, StatusCode::URI_TOO_LONG);
    let origin = format!("http://{}", visitor::HOST);
    let own = [
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let huge = "x".repeat(5_000_000);
    assert_eq!(
        visitor
            .send(Method::POST, "/leave", &own, &huge)
            .await
            .status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn errors_speak_the_reader_s_language() {
    let visitor = Visitor::inside().await;
    let answer = visitor.get("/nothing?lang=ru").await;
    assert!(
        answer.text.contains("Здесь ничего нет") && answer.text.contains("<html lang=\"ru\">"),
        "{}",
        answer.text
    );
    let russian = visitor
        .send(
            Method::GET,
            "/nothing",
            &[(header::ACCEPT_LANGUAGE.as_str(), "ru-RU,ru")],
            "",
        )
        .await;
    assert!(russian.text.contains("Здесь ничего нет"));
}

#[test]
fn any_address_gives_an_answer_and_never_our_own_fault() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let visitor = runtime.block_on(Visitor::inside());
    let piece = prop_oneof![
        "[ -~]{0,20}",
        "(%[0-9a-fA-F]{2}){0,8}",
        Just("person".to_owned()),
        Just("1".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("doors".to_owned()),
        Just("way".to_owned()),
        Just("sheet".to_owned()),
        Just("stopped".to_owned()),
        Just("routes".to_owned()),
        Just("picture".to_owned()),
        Just("FRA".to_owned()),
        Just("ask".to_owned()),
        Just("brief".to_owned()),
        Just("ca.public_policy".to_owned()),
        Just("law".to_owned()),
        Just("any.entry.visa_free[ARG]".to_owned()),
        Just("%5B%00%5D".to_owned()),
        Just("..".to_owned()),
    ];
    let address = (
        prop::collection::vec(piece.clone(), 0..5),
        prop::collection::vec(
            (
                prop::sample::select(vec![
                    "on", "lang", "pathway", "event", "at", "power", "d", "m", "y", "x",
                ]),
                piece,
            ),
            0..4,
        ),
    );
    proptest!(ProptestConfig::with_cases(100), |((path, query) in address)| {
        let query: Vec<String> = query.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let typed = format!("/{}?{}", path.join("/"), query.join("&"));
        if typed.parse::<axum::http::Uri>().is_ok() {
            let answer = runtime.block_on(visitor.get(&typed));
            prop_assert!(!answer.status.is_server_error(), "{typed}: {}", answer.status);
            prop_assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        }
    });
}
