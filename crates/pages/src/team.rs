//! The pages of people and keys: devices, bundles by file, sharing and erasing a case.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{Typed as InAddress, number, see_other, show};
use crate::upload::{Upload, limit};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::{CaseNumber, Clock, Office, SharePage, TeamFault, TeamPage, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/team", get(team))
        .route("/team/name", post(name))
        .route("/team/admit", post(admit))
        .route("/team/vouch", post(vouch))
        .route("/team/remove", post(remove))
        .route("/team/bundle", post(bundle))
        .route("/team/take-in", post(take_in))
        .route("/team/erase", post(second))
        .route("/case/{number}/share", get(sharing).post(share))
        .route("/case/{number}/unshare", post(unshare))
        .route("/case/{number}/erase", post(erase))
        .layer(limit())
}

#[derive(Template)]
#[template(path = "team.html")]
struct TeamTemplate {
    frame: Frame,
    page: TeamPage,
    /// What was not done, and how to mend it.
    fault: String,
}

#[derive(Template)]
#[template(path = "share.html")]
struct ShareTemplate {
    frame: Frame,
    page: SharePage,
    fault: String,
}

async fn team(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    team_page(&workspace, &asked, workspace.frame(&request, &asked), "")
}

fn team_page(workspace: &Workspace, asked: &Asked, frame: Option<Frame>, fault: &str) -> Response {
    let page = workspace.with(|office, clock| office.team(clock, asked.lang));
    let (Some(frame), Some(page)) = (frame, page) else {
        return see_other("/open", asked.lang);
    };
    let fault = said(&frame, fault);
    show(&TeamTemplate { frame, page, fault }, asked.lang)
}

fn said(frame: &Frame, fault: &str) -> String {
    match fault.is_empty() {
        true => String::new(),
        false => frame.say(fault),
    }
}

/// Does what a form of the team's page asks for, and shows the page again.
async fn done(
    workspace: Workspace,
    request: Request,
    work: impl FnOnce(&mut Office, &Typed, Clock) -> Result<(), TeamFault>,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    match workspace.with(|office, clock| work(office, &sent.fields, clock)) {
        Some(Err(TeamFault(fault))) => {
            let frame = workspace.frame_of(&sent.asked, "/team".into(), sent.session.as_ref());
            team_page(&workspace, &sent.asked, frame, fault)
        }
        Some(Ok(())) | None => see_other("/team", sent.asked.lang),
    }
}

async fn name(State(workspace): State<Workspace>, request: Request) -> Response {
    done(workspace, request, Office::call_me).await
}

async fn admit(State(workspace): State<Workspace>, request: Request) -> Response {
    done(workspace, request, Office::admit).await
}

async fn vouch(State(workspace): State<Workspace>, request: Request) -> Response {
    done(workspace, request, Office::vouch).await
}

async fn remove(State(workspace): State<Workspace>, request: Request) -> Response {
    done(workspace, request, Office::remove_device).await
}

async fn second(State(workspace): State<Workspace>, request: Request) -> Response {
    done(workspace, request, Office::second_erasure).await
}

/// A file for the browser to keep, under a name that says nothing.
pub(crate) fn neutral_file(name: &str, bytes: Vec<u8>) -> Response {
    let named = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, named),
    ];
    (headers, bytes).into_response()
}

async fn bundle(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    match workspace.with(|office, _| office.bundle(&sent.fields)) {
        Some(Ok(bytes)) => neutral_file("bundle", bytes),
        Some(Err(TeamFault(fault))) => {
            let frame = workspace.frame_of(&sent.asked, "/team".into(), sent.session.as_ref());
            team_page(&workspace, &sent.asked, frame, fault)
        }
        None => see_other("/open", sent.asked.lang),
    }
}

/// A bundle that somebody brought, as a file of a form.
async fn take_in(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Upload::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    match workspace.with(|office, _| office.take_in(sent.file("file"))) {
        Some(Err(TeamFault(fault))) => {
            let frame = workspace.frame_of(&sent.asked, "/team".into(), sent.session.as_ref());
            team_page(&workspace, &sent.asked, frame, fault)
        }
        Some(Ok(_)) | None => see_other("/team", sent.asked.lang),
    }
}

async fn sharing(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    share_page(&workspace, &asked, frame, numbered(typed), "")
}

fn numbered(typed: InAddress<String>) -> Option<CaseNumber> {
    typed.and_then(|Path(typed)| number(&typed))
}

fn share_page(
    workspace: &Workspace,
    asked: &Asked,
    frame: Option<Frame>,
    number: Option<CaseNumber>,
    fault: &str,
) -> Response {
    let Some(frame) = frame else {
        return see_other("/open", asked.lang);
    };
    let page = number.and_then(|number| {
        workspace.with(|office, clock| office.sharing(number, clock, asked.lang))?
    });
    let Some(page) = page else {
        return Problem::NotFound.answer(asked.lang);
    };
    let fault = said(&frame, fault);
    show(&ShareTemplate { frame, page, fault }, asked.lang)
}

/// Does what a form of the page of a case's readers asks for.
async fn done_for_case(
    workspace: Workspace,
    typed: InAddress<String>,
    request: Request,
    then: &str,
    work: impl FnOnce(&mut Office, CaseNumber, &Typed, Clock) -> Result<(), TeamFault>,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let Some(number) = numbered(typed) else {
        return Problem::NotFound.answer(sent.asked.lang);
    };
    let path = format!("/case/{}/share", number.0);
    match workspace.with(|office, clock| work(office, number, &sent.fields, clock)) {
        Some(Err(TeamFault(fault))) => {
            let frame = workspace.frame_of(&sent.asked, path, sent.session.as_ref());
            share_page(&workspace, &sent.asked, frame, Some(number), fault)
        }
        Some(Ok(())) if then.is_empty() => see_other(&path, sent.asked.lang),
        Some(Ok(())) | None => see_other(then, sent.asked.lang),
    }
}

async fn share(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    done_for_case(workspace, typed, request, "", Office::share).await
}

async fn unshare(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    done_for_case(workspace, typed, request, "", Office::unshare).await
}

async fn erase(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    done_for_case(workspace, typed, request, "/team", Office::order_erasure).await
}
