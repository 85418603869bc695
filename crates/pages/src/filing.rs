//! The pages of case files: what is recorded, and the forms by which more is.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{Typed as InAddress, number, see_other, show};
use crate::team::neutral_file;
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{CaseFilePage, CaseForm, Fault, FieldKind, FormPage, NotTaken, ShownPage, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/case/{number}", get(case_file))
        .route("/counts", get(shown).post(take_out))
        .route("/case/{number}/record/{form}", get(form).post(take))
}

#[derive(Template)]
#[template(path = "case_file.html")]
struct CaseFileTemplate {
    frame: Frame,
    page: CaseFilePage,
}

async fn case_file(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    let page = typed.and_then(|Path(typed)| {
        let number = number(&typed)?;
        workspace.with(|office, clock| office.case_page(number, clock, asked.lang))?
    });
    match (frame, page) {
        (None, _) => see_other("/open", asked.lang),
        (Some(frame), Some(page)) => show(&CaseFileTemplate { frame, page }, asked.lang),
        (Some(_), None) => Problem::NotFound.answer(asked.lang),
    }
}

#[derive(Template)]
#[template(path = "shown.html")]
struct ShownTemplate {
    frame: Frame,
    page: ShownPage,
}

/// What can be shown of harm.
async fn shown(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let page = workspace.with(|office, _| office.shown(asked.lang));
    match workspace.frame(&request, &asked).zip(page) {
        Some((frame, page)) => show(&ShownTemplate { frame, page }, asked.lang),
        None => see_other("/open", asked.lang),
    }
}

/// A table leaves as a file; it is kept as published before it is given.
async fn take_out(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    match workspace.with(|office, clock| office.take_out(&sent.fields, clock, lang)) {
        None => see_other("/open", lang),
        Some(Ok(bytes)) => neutral_file("counts.csv", bytes),
        Some(Err(NotTaken::NotRecorded(_))) => Problem::NotRecorded.answer(lang),
        Some(Err(NotTaken::NotFound | NotTaken::Faults(_))) => see_other("/counts", lang),
    }
}

#[derive(Template)]
#[template(path = "form.html")]
pub(crate) struct FormTemplate {
    pub(crate) frame: Frame,
    pub(crate) page: FormPage,
    /// Where the form is sent.
    pub(crate) action: String,
    /// The page that it belongs to.
    pub(crate) back: String,
}

async fn form(
    State(workspace): State<Workspace>,
    typed: InAddress<(String, String)>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    let Some(frame) = frame else {
        return see_other("/open", asked.lang);
    };
    form_page(&workspace, frame, typed, &Typed::default(), &[])
}

/// The form with what was typed so far and what is wrong with it.
fn form_page(
    workspace: &Workspace,
    frame: Frame,
    typed: InAddress<(String, String)>,
    fields: &Typed,
    faults: &[Fault],
) -> Response {
    let lang = frame.lang;
    let found = typed.and_then(|Path((typed, word))| {
        let (number, form) = (number(&typed)?, CaseForm::from_word(&word)?);
        let page = workspace
            .with(|office, clock| office.form(number, form, fields, faults, clock, lang))??;
        let back = format!("/case/{}", number.0);
        let action = format!("{back}/record/{}", form.word());
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
    typed: InAddress<(String, String)>,
    request: Request,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let found = typed
        .as_ref()
        .and_then(|Path((typed, word))| Some((number(typed)?, CaseForm::from_word(word)?)));
    let Some((number, form)) = found else {
        return Problem::NotFound.answer(lang);
    };
    let taken = workspace.with(|office, clock| office.take(number, form, &sent.fields, clock));
    let next = format!("/case/{}{}", number.0, form.leads_to());
    let taken = taken.map(|taken| taken.map(|()| next));
    sent.answered(&workspace, taken, |frame, faults| {
        form_page(&workspace, frame, typed, &sent.fields, faults)
    })
}
