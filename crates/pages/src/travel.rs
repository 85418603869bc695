//! The page of a journey: a laptop with a few cases, and its return.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::gate::Session;
use crate::routes::{see_other, show};
use crate::team::neutral_file;
use crate::upload::{Upload, limit};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::{TeamFault, TravelPage};

const HERE: &str = "/team/travel";

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route(HERE, get(travel))
        .route("/team/travel/pack", post(pack))
        .route("/team/travel/back", post(back))
        .layer(limit())
}

#[derive(Template)]
#[template(path = "travel.html")]
struct TravelTemplate {
    frame: Frame,
    page: TravelPage,
    /// What was not done, and how to mend it.
    fault: String,
}

async fn travel(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    shown(&workspace, &asked, frame, String::new())
}

fn shown(workspace: &Workspace, asked: &Asked, frame: Option<Frame>, fault: String) -> Response {
    let page = workspace.with(|office, _| office.travel(asked.lang));
    match (frame, page) {
        (Some(frame), Some(page)) => show(&TravelTemplate { frame, page, fault }, asked.lang),
        _ => see_other("/open", asked.lang),
    }
}

fn not_done(
    workspace: &Workspace,
    asked: &Asked,
    session: Option<&Session>,
    TeamFault(fault): TeamFault,
) -> Response {
    let frame = workspace.frame_of(asked, HERE.into(), session);
    let fault = frame.as_ref().map(|frame| frame.say(fault));
    shown(workspace, asked, frame, fault.unwrap_or_default())
}

async fn pack(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    match workspace.with(|office, clock| office.pack(&sent.fields, clock)) {
        Some(Ok(bytes)) => neutral_file("bundle", bytes),
        Some(Err(fault)) => not_done(&workspace, &sent.asked, sent.session.as_ref(), fault),
        None => see_other("/open", sent.asked.lang),
    }
}

async fn back(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Upload::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let file = sent.file("file");
    match workspace.with(|office, clock| office.come_back(&sent.fields, file, clock)) {
        Some(Err(fault)) => not_done(&workspace, &sent.asked, sent.session.as_ref(), fault),
        Some(Ok(())) | None => see_other("/team", sent.asked.lang),
    }
}
