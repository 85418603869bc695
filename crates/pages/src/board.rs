//! The pages of the shift: today, and the drawers that belong to no one case.

use crate::Workspace;
use crate::asked::Asked;
use crate::frame::Frame;
use crate::routes::{see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{Board, Clock, Lang, Office};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new().route("/today", get(today))
}

#[derive(Template)]
#[template(path = "board.html")]
struct BoardTemplate {
    frame: Frame,
    page: Board,
    /// The page that it belongs to, and what it is called.
    back: Option<(&'static str, String)>,
}

async fn today(State(workspace): State<Workspace>, request: Request) -> Response {
    board(&workspace, &request, Office::today)
}

/// A page of the shift for somebody who is inside.
fn board(
    workspace: &Workspace,
    request: &Request,
    of: impl FnOnce(&Office, Clock, Lang) -> Board,
) -> Response {
    let asked = Asked::of(request);
    let lang = asked.lang;
    let frame = workspace.frame(request, &asked);
    let page = workspace.with(|office, clock| of(office, clock, lang));
    match (frame, page) {
        (Some(frame), Some(page)) => {
            let back = None;
            show(&BoardTemplate { frame, page, back }, lang)
        }
        _ => see_other("/open", lang),
    }
}
