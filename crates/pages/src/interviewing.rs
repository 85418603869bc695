//! The pages of the interview: one question at a time, and the answers to read through.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{Typed as InAddress, number, see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{CaseNumber, Fault, FieldKind, InterviewPage, RecordedSection, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/case/{number}/interview", get(interview).post(go_on))
        .route("/case/{number}/interview/answers", get(answers))
}

#[derive(Template)]
#[template(path = "interview.html")]
struct InterviewTemplate {
    frame: Frame,
    page: InterviewPage,
}

async fn interview(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let number = typed.and_then(|Path(typed)| number(&typed));
    match (workspace.frame(&request, &asked), number) {
        (None, _) => see_other("/open", asked.lang),
        (Some(frame), Some(number)) => shown(&workspace, frame, number, &Typed::default(), &[]),
        (Some(_), None) => Problem::NotFound.answer(asked.lang),
    }
}

fn shown(
    workspace: &Workspace,
    frame: Frame,
    number: CaseNumber,
    typed: &Typed,
    faults: &[Fault],
) -> Response {
    let lang = frame.lang;
    let page = workspace.with(|office, clock| office.interview(number, typed, faults, clock, lang));
    match page.flatten() {
        Some(page) => show(&InterviewTemplate { frame, page }, lang),
        None => Problem::NotFound.answer(lang),
    }
}

async fn go_on(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let Some(number) = typed.and_then(|Path(typed)| number(&typed)) else {
        return Problem::NotFound.answer(lang);
    };
    let taken =
        workspace.with(|office, clock| office.interview_goes_on(number, &sent.fields, clock));
    let next = match sent.fields.get("do") {
        "end" => format!("/case/{}/interview/answers", number.0),
        _ => format!("/case/{}/interview", number.0),
    };
    let taken = taken.map(|taken| taken.map(|()| next));
    sent.answered(&workspace, taken, |frame, faults| {
        shown(&workspace, frame, number, &sent.fields, faults)
    })
}

#[derive(Template)]
#[template(path = "answers.html")]
struct AnswersTemplate {
    frame: Frame,
    number: u32,
    section: RecordedSection,
}

async fn answers(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let found = typed.and_then(|Path(typed)| {
        let number = number(&typed)?;
        let section = workspace
            .with(|office, clock| office.interview_answers(number, clock, asked.lang))??;
        Some((number.0, section))
    });
    match (workspace.frame(&request, &asked), found) {
        (None, _) => see_other("/open", asked.lang),
        (Some(frame), Some((number, section))) => {
            let page = AnswersTemplate {
                frame,
                number,
                section,
            };
            show(&page, asked.lang)
        }
        (Some(_), None) => Problem::NotFound.answer(asked.lang),
    }
}
