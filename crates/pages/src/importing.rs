//! The page on which a spreadsheet of people is compared with what is known, and taken over.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{see_other, show};
use crate::upload::{Upload, limit};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::{ImportPage, NotImported, Speech};

const HERE: &str = "/import";

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route(HERE, get(import).post(hold))
        .route("/import/columns", post(columns))
        .route("/import/record", post(record))
        .route("/import/away", post(away))
        .layer(limit())
}

#[derive(Template)]
#[template(path = "import.html")]
struct ImportTemplate {
    frame: Frame,
    page: ImportPage,
    /// What was not done, and how to mend it.
    fault: String,
}

async fn import(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    shown(&workspace, &asked, frame, String::new())
}

fn shown(workspace: &Workspace, asked: &Asked, frame: Option<Frame>, fault: String) -> Response {
    let page = workspace.with(|office, _| office.import_page(asked.lang));
    match (frame, page) {
        (Some(frame), Some(page)) => show(&ImportTemplate { frame, page, fault }, asked.lang),
        _ => see_other("/open", asked.lang),
    }
}

/// Holds a spreadsheet in memory and compares it: the next page shows what it would change.
async fn hold(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Upload::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let (lang, file) = (sent.asked.lang, sent.file("file"));
    match workspace.with(|office, _| office.hold_import(file, lang)) {
        Some(Err(fault)) => {
            let frame = workspace.frame_of(&sent.asked, HERE.into(), sent.session.as_ref());
            shown(&workspace, &sent.asked, frame, fault)
        }
        Some(Ok(())) | None => see_other(HERE, lang),
    }
}

async fn columns(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    workspace.with(|office, _| office.map_import(&sent.fields));
    see_other(HERE, sent.asked.lang)
}

async fn record(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    match workspace.with(|office, clock| office.record_import(&sent.fields, clock)) {
        Some(Err(NotImported::Says(fault))) => {
            let frame = workspace.frame_of(&sent.asked, HERE.into(), sent.session.as_ref());
            shown(&workspace, &sent.asked, frame, Speech::of(lang).say(fault))
        }
        Some(Err(NotImported::NotRecorded(_))) => Problem::NotRecorded.answer(lang),
        Some(Ok(())) | None => see_other(HERE, lang),
    }
}

async fn away(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    workspace.with(|office, _| office.drop_import());
    see_other(HERE, sent.asked.lang)
}
