//! The pages of one entry: closer, and the small forms over it.

use crate::Workspace;
use crate::asked::Asked;
use crate::filing::FormTemplate;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{Typed as InAddress, number, see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{EntryForm, EntryPage, Fault, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/case/{number}/entry/{id}", get(entry))
        .route("/case/{number}/entry/{id}/{form}", get(form).post(take))
}

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryTemplate {
    frame: Frame,
    page: EntryPage,
}

async fn entry(
    State(workspace): State<Workspace>,
    typed: InAddress<(String, String)>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let page = typed.and_then(|Path((typed, id))| {
        let number = number(&typed)?;
        workspace.with(|office, clock| office.entry_page(number, &id, clock, asked.lang))?
    });
    match (workspace.frame(&request, &asked), page) {
        (None, _) => see_other("/open", asked.lang),
        (Some(frame), Some(page)) => show(&EntryTemplate { frame, page }, asked.lang),
        (Some(_), None) => Problem::NotFound.answer(asked.lang),
    }
}

/// The case, the entry and the form of an address.
type OfEntry = (String, String, String);

async fn form(
    State(workspace): State<Workspace>,
    typed: InAddress<OfEntry>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    match workspace.frame(&request, &asked) {
        Some(frame) => shown(&workspace, frame, typed, &Typed::default(), &[]),
        None => see_other("/open", asked.lang),
    }
}

fn shown(
    workspace: &Workspace,
    frame: Frame,
    typed: InAddress<OfEntry>,
    fields: &Typed,
    faults: &[Fault],
) -> Response {
    let lang = frame.lang;
    let found = typed.and_then(|Path((typed, id, word))| {
        let (number, form) = (number(&typed)?, EntryForm::from_word(&word)?);
        let page = workspace.with(|office, clock| {
            office.entry_form(number, &id, form, fields, faults, clock, lang)
        })??;
        let back = format!("/case/{}/entry/{id}", number.0);
        let action = format!("{back}/{}", form.word());
        Some((page, action, back))
    });
    match found {
        None => Problem::NotFound.answer(lang),
        Some((page, action, back)) => {
            let page = FormTemplate {
                frame,
                page,
                action,
                back,
            };
            show(&page, lang)
        }
    }
}

async fn take(
    State(workspace): State<Workspace>,
    typed: InAddress<OfEntry>,
    request: Request,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let found = typed.as_ref().and_then(|Path((typed, id, word))| {
        Some((number(typed)?, id.clone(), EntryForm::from_word(word)?))
    });
    let Some((number, id, form)) = found else {
        return Problem::NotFound.answer(lang);
    };
    let taken =
        workspace.with(|office, clock| office.take_entry(number, &id, form, &sent.fields, clock));
    let next = |next: String| format!("/case/{}/entry/{next}", number.0);
    let taken = taken.map(|taken| taken.map(next));
    sent.answered(&workspace, taken, |frame, faults| {
        shown(&workspace, frame, typed, &sent.fields, faults)
    })
}
