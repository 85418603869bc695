//! The page by which a vault is restored from a backup, where there is none yet.

use crate::Workspace;
use crate::asked::Asked;
use crate::frame::Frame;
use crate::gate::Session;
use crate::problem::Problem;
use crate::routes::{see_other, show};
use crate::upload::{Upload, limit};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{NotRestored, RestorePage, Slip, Typed};

const HERE: &str = "/open/restore";
/// So many fields for shares are shown until another number is asked for.
const USUAL_SHARES: usize = 2;

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route(HERE, get(restoring).post(restore))
        .layer(limit())
}

#[derive(Template)]
#[template(path = "restore.html")]
struct RestoreTemplate {
    frame: Frame,
    page: RestorePage,
    /// This page in the other language.
    other: String,
}

async fn restoring(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let session = request.extensions().get::<Option<Session>>();
    let session = session.cloned().flatten();
    let shares = asked.value("shares").and_then(|typed| typed.parse().ok());
    let shares = shares.unwrap_or(USUAL_SHARES);
    let nothing = Typed::default();
    shown(&workspace, &asked, session.as_ref(), shares, &nothing, &[])
}

fn shown(
    workspace: &Workspace,
    asked: &Asked,
    session: Option<&Session>,
    shares: usize,
    typed: &Typed,
    slips: &[Slip],
) -> Response {
    let Some(door) = workspace.closed_door() else {
        return see_other("/", asked.lang);
    };
    match door.is_new() {
        Err(_) => return Problem::Vault.answer(asked.lang),
        Ok(false) => return see_other("/open", asked.lang),
        Ok(true) => {}
    }
    let token = session.map(Session::form_token).unwrap_or_default();
    let page = door.restore_page(shares, typed, slips, asked.lang);
    let frame = Frame::outside(asked.lang).with_token(token);
    let (language, _) = frame.other_language();
    let number = page.shares.len();
    let other = format!("{HERE}?lang={}&shares={number}", language.code());
    show(&RestoreTemplate { frame, page, other }, asked.lang)
}

/// Only whoever came in by the start link restores, as only they make a vault.
async fn restore(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Upload::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    match workspace.closed_door().map(|door| door.is_new()) {
        None => return see_other("/", lang),
        Some(Ok(false)) => return see_other("/open", lang),
        Some(Err(_)) => return Problem::Vault.answer(lang),
        Some(Ok(true)) => {}
    }
    let restored = workspace.through_door(sent, |door, sent, clock| {
        let backup = [sent.file("log"), sent.file("keys")];
        door.restore(&sent.fields, backup, clock)
    });
    match restored.await {
        None => Problem::Ours.answer(lang),
        Some((_, Ok(()))) => see_other("/team/recovery", lang),
        Some((sent, Err(NotRestored::Slips(slips)))) => {
            let shares = sent.fields.get("shares").parse().unwrap_or(USUAL_SHARES);
            let session = sent.session.as_ref();
            shown(
                &workspace,
                &sent.asked,
                session,
                shares,
                &sent.fields,
                &slips,
            )
        }
        Some((_, Err(NotRestored::NotOpened(_)))) => Problem::Vault.answer(lang),
    }
}
