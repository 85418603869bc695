//! The page on which a draft is checked before it goes out. A draft is only ever sent as a form: it
//! stands in no address, and nothing of it is kept unless somebody says that it went out.

use crate::Workspace;
use crate::asked::Asked;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{see_other, show};
use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{FieldKind, NotTaken, SayPage, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new().route("/say", get(say).post(sent))
}

#[derive(Template)]
#[template(path = "say.html")]
struct SayTemplate {
    frame: Frame,
    page: SayPage,
}

async fn say(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let page = workspace.with(|office, _| office.say(&Typed::default(), asked.lang));
    shown(workspace.frame(&request, &asked), page, &asked)
}

/// The answer stands on the page of the draft; what was remembered leads back to an empty one.
async fn sent(State(workspace): State<Workspace>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let (lang, fields) = (sent.asked.lang, &sent.fields);
    let frame = workspace.frame_of(&sent.asked, sent.path.clone(), sent.session.as_ref());
    if fields.get("do") == "keep" {
        let kept = workspace.with(|office, clock| office.keep_draft(fields, clock));
        let kept = kept.map(|kept| kept.map(|id| format!("/say/{}", id.word())));
        return sent.answered(&workspace, kept, |frame, faults| {
            let page = workspace.with(|office, _| office.say_again(fields, faults, lang));
            shown(Some(frame), page, &sent.asked)
        });
    }
    if fields.get("do") == "correct" {
        let page = workspace.with(|office, _| office.say_correcting(fields, lang));
        return shown(frame, page, &sent.asked);
    }
    if fields.get("do") != "record" {
        let page = workspace.with(|office, _| office.say(fields, lang));
        return shown(frame, page, &sent.asked);
    }
    match workspace.with(|office, clock| office.remember_said(fields, clock)) {
        None => see_other("/open", lang),
        Some(Ok(())) => see_other("/say", lang),
        Some(Err(NotTaken::Faults(faults))) => {
            let page = workspace.with(|office, _| office.say_again(fields, &faults, lang));
            shown(frame, page, &sent.asked)
        }
        Some(Err(NotTaken::NotFound | NotTaken::NotRecorded(_))) => {
            Problem::NotRecorded.answer(lang)
        }
    }
}

fn shown(frame: Option<Frame>, page: Option<SayPage>, asked: &Asked) -> Response {
    match (frame, page) {
        (Some(frame), Some(page)) => show(&SayTemplate { frame, page }, asked.lang),
        _ => see_other("/open", asked.lang),
    }
}
