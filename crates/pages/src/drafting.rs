//! The page of one draft in work. Its address is an opaque id; a draft itself is only ever sent as a
//! form.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{Typed as InAddress, see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{DraftId, DraftPage, Fault, FieldKind, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new().route("/say/{id}", get(draft).post(sent))
}

#[derive(Template)]
#[template(path = "draft.html")]
struct DraftTemplate {
    frame: Frame,
    page: DraftPage,
}

fn id(typed: InAddress<String>) -> Option<DraftId> {
    typed.and_then(|Path(word)| DraftId::from_word(&word))
}

async fn draft(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    match (workspace.frame(&request, &asked), id(typed)) {
        (None, _) => see_other("/open", asked.lang),
        (Some(frame), Some(id)) => shown(&workspace, frame, id, &Typed::default(), &[]),
        (Some(_), None) => Problem::NotFound.answer(asked.lang),
    }
}

fn shown(
    workspace: &Workspace,
    frame: Frame,
    id: DraftId,
    fields: &Typed,
    faults: &[Fault],
) -> Response {
    let lang = frame.lang;
    let page = workspace.with(|office, _| office.draft_page(id, fields, faults, lang));
    match page.flatten() {
        Some(page) => show(&DraftTemplate { frame, page }, lang),
        None => Problem::NotFound.answer(lang),
    }
}

/// What has gone out is no draft any more: it stands on the first page.
async fn sent(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let Some(id) = id(typed) else {
        return Problem::NotFound.answer(sent.asked.lang);
    };
    let fields = &sent.fields;
    let is_rewording = fields.get("do") == "keep";
    let next = match fields.get("do") {
        "out" => "/say".to_owned(),
        _ => format!("/say/{}", id.word()),
    };
    let taken = workspace.with(|office, clock| office.take_draft(id, fields, clock));
    let taken = taken.map(|taken| taken.map(|()| next));
    sent.answered(&workspace, taken, |frame, faults| {
        // The other forms of the page carry fields of their own: its text is shown as it was kept.
        let none = Typed::default();
        let again = if is_rewording { fields } else { &none };
        shown(&workspace, frame, id, again, faults)
    })
}
