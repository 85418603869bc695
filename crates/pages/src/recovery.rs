//! The pages of what brings a vault back: shares, their rehearsal, and a backup's two files.

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
use desk::{Office, PrintedShare, RecoveryPage, Slip, TeamFault, Typed};

const HERE: &str = "/team/recovery";

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route(HERE, get(recovery))
        .route("/team/recovery/shares", post(draw_up))
        .route("/team/recovery/rehearse", post(rehearse))
        .route("/team/recovery/end", post(end))
        .route("/team/recovery/log", post(backup_log))
        .route("/team/recovery/keys", post(backup_keys))
        .layer(limit())
}

#[derive(Template)]
#[template(path = "recovery.html")]
struct RecoveryTemplate {
    frame: Frame,
    page: RecoveryPage,
    /// What was not done, and how to mend it.
    fault: String,
}

#[derive(Template)]
#[template(path = "shares.html")]
struct SharesTemplate {
    frame: Frame,
    shares: Vec<PrintedShare>,
}

async fn recovery(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    shown(&workspace, &asked, frame, &Typed::default(), &[], "")
}

/// The page, with what was typed and what is wrong with it.
fn shown(
    workspace: &Workspace,
    asked: &Asked,
    frame: Option<Frame>,
    typed: &Typed,
    slips: &[Slip],
    fault: &str,
) -> Response {
    let page = workspace.with(|office, _| office.recovery(typed, slips, asked.lang));
    let (Some(frame), Some(page)) = (frame, page) else {
        return see_other("/open", asked.lang);
    };
    let fault = match fault.is_empty() {
        true => String::new(),
        false => frame.say(fault),
    };
    show(&RecoveryTemplate { frame, page, fault }, asked.lang)
}

fn not_done(
    workspace: &Workspace,
    asked: &Asked,
    session: Option<&Session>,
    TeamFault(fault): TeamFault,
) -> Response {
    let frame = workspace.frame_of(asked, HERE.into(), session);
    shown(workspace, asked, frame, &Typed::default(), &[], fault)
}

/// The answer to the form is the page with the shares: to show them at an address of their own, they
/// would have to be kept. A form that is sent twice draws up once.
async fn draw_up(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let drawn = workspace.with(|office, clock| office.draw_up(&sent.fields, clock, lang));
    let shares = match drawn {
        Some(Err(fault)) => {
            return not_done(&workspace, &sent.asked, sent.session.as_ref(), fault);
        }
        Some(Ok(Some(shares))) => shares,
        Some(Ok(None)) | None => return see_other(HERE, lang),
    };
    match workspace.frame_of(&sent.asked, HERE.into(), sent.session.as_ref()) {
        Some(frame) => show(&SharesTemplate { frame, shares }, lang),
        None => see_other("/open", lang),
    }
}

async fn rehearse(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Upload::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let backup = [sent.file("log"), sent.file("keys")];
    let tried = workspace.with(|office, clock| office.rehearse(&sent.fields, backup, clock, lang));
    match tried {
        Some(Err(slips)) => {
            let frame = workspace.frame_of(&sent.asked, HERE.into(), sent.session.as_ref());
            shown(&workspace, &sent.asked, frame, &sent.fields, &slips, "")
        }
        Some(Ok(())) | None => see_other(HERE, lang),
    }
}

async fn end(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    match workspace.with(|office, clock| office.end_recovery(&sent.fields, clock)) {
        Some(Err(fault)) => not_done(&workspace, &sent.asked, sent.session.as_ref(), fault),
        Some(Ok(())) | None => see_other(HERE, sent.asked.lang),
    }
}

async fn backup_log(State(workspace): State<Workspace>, request: Request) -> Response {
    backup(workspace, request, "copy-1", Office::backup_log).await
}

async fn backup_keys(State(workspace): State<Workspace>, request: Request) -> Response {
    backup(workspace, request, "copy-2", Office::backup_keys).await
}

async fn backup(
    workspace: Workspace,
    request: Request,
    name: &str,
    make: impl FnOnce(&mut Office) -> Result<Vec<u8>, TeamFault>,
) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    match workspace.with(|office, _| make(office)) {
        Some(Ok(bytes)) => neutral_file(name, bytes),
        Some(Err(fault)) => not_done(&workspace, &sent.asked, sent.session.as_ref(), fault),
        None => see_other("/open", sent.asked.lang),
    }
}
