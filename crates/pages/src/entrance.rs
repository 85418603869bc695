//! Coming in by a start link, and leaving.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::show;
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::response::Response;
use axum::routing::{get, post};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/start/{token}", get(start))
        .route("/leave", post(leave))
}

#[derive(Template)]
#[template(path = "started.html")]
struct StartedTemplate {
    frame: Frame,
}

/// Swaps a start link for a session. The next page is reached by a step of its own: after a plain
/// redirect from a file, browsers would not send the new cookie, since that step began elsewhere.
async fn start(
    State(workspace): State<Workspace>,
    token: Option<Path<String>>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    // A program that only looks at the head of a link must not use it up.
    let session = match request.method() {
        &Method::GET => token.and_then(|Path(token)| workspace.gate.enter(&token)),
        _ => None,
    };
    let Some(session) = session else {
        return Problem::UsedLink.answer(asked.lang);
    };
    let mut response = show(
        &StartedTemplate {
            frame: Frame::outside(asked.lang),
        },
        asked.lang,
    );
    let cookie = format!(
        "{}={}; HttpOnly; SameSite=Strict; Path=/",
        workspace.cookie_name(),
        session.cookie_value()
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

#[derive(Template)]
#[template(path = "left.html")]
struct LeftTemplate {
    frame: Frame,
}

/// Ends the session and shows a page that says nothing.
async fn leave(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    if let Some(session) = &sent.session {
        workspace.gate.leave(session);
    }
    let mut response = show(
        &LeftTemplate {
            frame: Frame::outside(lang),
        },
        lang,
    );
    let gone = format!(
        "{}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0",
        workspace.cookie_name()
    );
    if let Ok(gone) = HeaderValue::from_str(&gone) {
        response.headers_mut().insert(header::SET_COOKIE, gone);
    }
    response
        .headers_mut()
        .insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}
