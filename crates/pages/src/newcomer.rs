//! The pages of somebody new, and the box that finds a case.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{Fault, FieldKind, NewcomerPage, NotEntered, SearchPage, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/new", get(newcomer).post(enter))
        .route("/search", get(search).post(find))
}

#[derive(Template)]
#[template(path = "new.html")]
struct NewcomerTemplate {
    frame: Frame,
    page: NewcomerPage,
}

async fn newcomer(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    match workspace.frame(&request, &asked) {
        Some(frame) => shown(&workspace, frame, &Typed::default(), &[]),
        None => see_other("/open", asked.lang),
    }
}

/// The form with what was typed so far, what is wrong with it, and whose case it may be already.
fn shown(workspace: &Workspace, frame: Frame, typed: &Typed, faults: &[Fault]) -> Response {
    let lang = frame.lang;
    match workspace.with(|office, _| office.newcomer(typed, faults, lang)) {
        Some(page) => show(&NewcomerTemplate { frame, page }, lang),
        None => see_other("/open", lang),
    }
}

async fn enter(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let entered = workspace.with(|office, clock| office.enter_newcomer(&sent.fields, clock));
    let faults = match entered {
        None => return see_other("/open", lang),
        Some(Ok(number)) => {
            // If it is not safe to talk, the page of the case says when to call again, and no more is asked.
            let goes_on = sent.fields.get("safe_to_talk") != "no";
            let next = if goes_on { "/record/first-minutes" } else { "" };
            return see_other(&format!("/case/{}{next}", number.0), lang);
        }
        Some(Err(NotEntered::NotRecorded(_))) => return Problem::NotRecorded.answer(lang),
        Some(Err(NotEntered::MayBeSame)) => Vec::new(),
        Some(Err(NotEntered::Faults(faults))) => faults,
    };
    match workspace.frame_of(&sent.asked, sent.path.clone(), sent.session.as_ref()) {
        Some(frame) => shown(&workspace, frame, &sent.fields, &faults),
        None => see_other("/open", lang),
    }
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchTemplate {
    frame: Frame,
    page: Option<SearchPage>,
}

async fn search(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    match workspace.frame(&request, &asked) {
        Some(frame) => show(&SearchTemplate { frame, page: None }, asked.lang),
        None => see_other("/open", asked.lang),
    }
}

/// The answer stands at the same address: what was typed never stands in one.
async fn find(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let typed = sent.fields.get("q");
    let page = workspace.with(|office, _| office.search(typed, lang));
    match workspace.frame_of(&sent.asked, sent.path.clone(), sent.session.as_ref()) {
        Some(frame) => show(&SearchTemplate { frame, page }, lang),
        None => see_other("/open", lang),
    }
}
