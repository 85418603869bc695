//! Coming in by a start link, opening the vault, and leaving.

use crate::Workspace;
use crate::asked::Asked;
use crate::filing::FormTemplate;
use crate::form::Sent;
use crate::frame::Frame;
use crate::gate::Session;
use crate::problem::Problem;
use crate::routes::{see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::response::Response;
use axum::routing::{get, post};
use desk::{Fault, NotOpened, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/start/{token}", get(start))
        .route("/open", get(opening).post(open))
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
    let frame = Frame::outside(asked.lang);
    let response = show(&StartedTemplate { frame }, asked.lang);
    with_cookie(response, &workspace, &session)
}

fn with_cookie(mut response: Response, workspace: &Workspace, session: &Session) -> Response {
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

/// The form by which the vault is opened, or made where there is none.
async fn opening(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let session = request.extensions().get::<Option<Session>>();
    let session = session.cloned().flatten();
    shown(&workspace, &asked, session.as_ref(), &Typed::default(), &[])
}

fn shown(
    workspace: &Workspace,
    asked: &Asked,
    session: Option<&Session>,
    typed: &Typed,
    faults: &[Fault],
) -> Response {
    let Some(door) = workspace.closed_door() else {
        return see_other("/", asked.lang);
    };
    let Ok(page) = door.form(typed, faults, asked.lang) else {
        return Problem::Vault.answer(asked.lang);
    };
    let token = session.map(Session::form_token).unwrap_or_default();
    let page = FormTemplate {
        frame: Frame::outside(asked.lang).with_token(token),
        page,
        action: "/open".to_owned(),
        back: String::new(),
    };
    show(&page, asked.lang)
}

/// Opens the vault, or makes it. A vault is made only by whoever came in by the start link; an
/// existing one opens to its passphrase, and the browser that typed it is in.
async fn open(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::from_anybody(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let Some(door) = workspace.closed_door() else {
        return see_other("/", lang);
    };
    let of_session = |session: &Session| session.is_form_of(sent.fields.get("token"));
    match (&sent.session, door.is_new()) {
        (_, Err(_)) => return Problem::Vault.answer(lang),
        (None, Ok(true)) => return Problem::NoSession.answer(lang),
        (Some(session), Ok(_)) if !of_session(session) => return Problem::ForeignForm.answer(lang),
        (Some(_), Ok(_)) | (None, Ok(false)) => {}
    }
    let (fields, opened) = workspace.open_vault(sent.fields).await;
    match opened {
        Ok(()) => {}
        Err(NotOpened::Faults(faults)) => {
            return shown(
                &workspace,
                &sent.asked,
                sent.session.as_ref(),
                &fields,
                &faults,
            );
        }
        Err(NotOpened::Vault(_) | NotOpened::Office(_)) => return Problem::Vault.answer(lang),
    }
    match sent.session {
        Some(_) => see_other("/", lang),
        None => match workspace.gate.admit() {
            Some(session) => with_cookie(see_other("/", lang), &workspace, &session),
            None => Problem::Ours.answer(lang),
        },
    }
}

#[derive(Template)]
#[template(path = "left.html")]
struct LeftTemplate {
    frame: Frame,
    /// Whether a vault was locked, and not only a session ended.
    locked: bool,
}

/// Ends the session and shows a page that says nothing; a vault of one's own is locked.
async fn leave(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    if let Some(session) = &sent.session {
        workspace.gate.leave(session);
    }
    let page = LeftTemplate {
        frame: Frame::outside(lang),
        locked: workspace.lock(),
    };
    let mut response = show(&page, lang);
    let gone = format!(
        "{}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0",
        workspace.cookie_name()
    );
    if let Ok(gone) = HeaderValue::from_str(&gone) {
        response.headers_mut().insert(header::SET_COOKIE, gone);
    }
    let cache = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert("clear-site-data", cache);
    response
}
