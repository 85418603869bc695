//! The page on which people are named who read drafts for those who may not open everything.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::routes::{see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::ReviewersPage;

const ALL: &str = "/say/reviewers";

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new().route(ALL, get(all).post(sent))
}

#[derive(Template)]
#[template(path = "reviewers.html")]
struct ReviewersTemplate {
    frame: Frame,
    page: ReviewersPage,
}

async fn all(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    shown(&workspace, workspace.frame(&request, &asked), &asked)
}

fn shown(workspace: &Workspace, frame: Option<Frame>, asked: &Asked) -> Response {
    let page = workspace.with(|office, _| office.reviewers_page(asked.lang));
    match (frame, page) {
        (Some(frame), Some(page)) => show(&ReviewersTemplate { frame, page }, asked.lang),
        _ => see_other("/open", asked.lang),
    }
}

async fn sent(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let taken = workspace.with(|office, clock| office.take_reviewer(&sent.fields, clock));
    let taken = taken.map(|taken| taken.map(|()| ALL.to_owned()));
    sent.answered(&workspace, taken, |frame, _| {
        shown(&workspace, Some(frame), &sent.asked)
    })
}
