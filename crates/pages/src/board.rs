//! The pages of the shift: today, and the drawers that belong to no one case: hide-outs and talks.

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
use desk::{Board, Clock, DrawerAt, DrawerForm, Fault, Lang, Office, TalkNumber, Typed};

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route("/today", get(today))
        .route("/shelters", get(shelters))
        .route(
            "/shelters/record/{form}",
            get(shelter_form).post(take_shelter),
        )
        .route("/talks", get(talks))
        .route("/talks/record/{form}", get(talks_form).post(take_talks))
        .route("/talk/{number}", get(talk))
        .route(
            "/talk/{number}/record/{form}",
            get(talk_form).post(take_talk),
        )
}

#[derive(Template)]
#[template(path = "board.html")]
pub(crate) struct BoardTemplate {
    pub(crate) frame: Frame,
    pub(crate) page: Board,
    /// The page that it belongs to, and what it is called.
    pub(crate) back: Option<(&'static str, String)>,
}

async fn today(State(workspace): State<Workspace>, request: Request) -> Response {
    board(&workspace, &request, |office, clock, lang| {
        Some(office.today(clock, lang))
    })
}

async fn shelters(State(workspace): State<Workspace>, request: Request) -> Response {
    board(&workspace, &request, |office, clock, lang| {
        Some(office.shelters(clock, lang))
    })
}

async fn talks(State(workspace): State<Workspace>, request: Request) -> Response {
    board(&workspace, &request, |office, clock, lang| {
        Some(office.talks(clock, lang))
    })
}

async fn talk(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let number = typed.and_then(|Path(typed)| talk_number(&typed));
    board(&workspace, &request, |office, clock, lang| {
        office.talk(number?, clock, lang)
    })
}

fn talk_number(typed: &str) -> Option<TalkNumber> {
    number(typed).map(|number| TalkNumber(number.0))
}

/// A page of the shift for somebody who is inside; nothing, where there is no such page.
fn board(
    workspace: &Workspace,
    request: &Request,
    of: impl FnOnce(&Office, Clock, Lang) -> Option<Board>,
) -> Response {
    let asked = Asked::of(request);
    let lang = asked.lang;
    let frame = workspace.frame(request, &asked);
    let page = workspace.with(|office, clock| of(office, clock, lang));
    let (Some(frame), Some(page)) = (frame, page) else {
        return see_other("/open", lang);
    };
    let Some(page) = page else {
        return Problem::NotFound.answer(lang);
    };
    let is_a_talk = frame.here().starts_with("/talk/");
    let back = is_a_talk.then(|| ("/talks", frame.say("nav-talks")));
    show(&BoardTemplate { frame, page, back }, lang)
}

async fn shelter_form(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let word = typed.map(|Path(word)| (DrawerAt::Shelters, word));
    empty(&workspace, word, &request)
}

async fn talks_form(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let word = typed.map(|Path(word)| (DrawerAt::Talks, word));
    empty(&workspace, word, &request)
}

async fn talk_form(
    State(workspace): State<Workspace>,
    typed: InAddress<(String, String)>,
    request: Request,
) -> Response {
    empty(&workspace, at_a_talk(typed), &request)
}

async fn take_shelter(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let word = typed.map(|Path(word)| (DrawerAt::Shelters, word));
    take(&workspace, word, request).await
}

async fn take_talks(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    let word = typed.map(|Path(word)| (DrawerAt::Talks, word));
    take(&workspace, word, request).await
}

async fn take_talk(
    State(workspace): State<Workspace>,
    typed: InAddress<(String, String)>,
    request: Request,
) -> Response {
    take(&workspace, at_a_talk(typed), request).await
}

fn at_a_talk(typed: InAddress<(String, String)>) -> Option<(DrawerAt, String)> {
    let Path((number, word)) = typed?;
    Some((DrawerAt::Talk(talk_number(&number)?), word))
}

/// A form of a drawer, with nothing in it yet.
fn empty(workspace: &Workspace, at: Option<(DrawerAt, String)>, request: &Request) -> Response {
    let asked = Asked::of(request);
    let Some(frame) = workspace.frame(request, &asked) else {
        return see_other("/open", asked.lang);
    };
    let form = at.and_then(|(at, word)| Some((at, at.form(&word)?)));
    match form {
        Some((at, form)) => shown(workspace, frame, at, form, &Typed::default(), &[]),
        None => Problem::NotFound.answer(asked.lang),
    }
}

/// The form with what was typed so far and what is wrong with it.
fn shown(
    workspace: &Workspace,
    frame: Frame,
    at: DrawerAt,
    form: DrawerForm,
    fields: &Typed,
    faults: &[Fault],
) -> Response {
    let lang = frame.lang;
    let page =
        workspace.with(|office, clock| office.drawer_form(at, form, fields, faults, clock, lang));
    let Some(page) = page.flatten() else {
        return Problem::NotFound.answer(lang);
    };
    let back = at.address();
    let action = format!("{back}/record/{}", form.word());
    let page = FormTemplate {
        frame,
        page,
        action,
        back,
    };
    show(&page, lang)
}

async fn take(workspace: &Workspace, at: Option<(DrawerAt, String)>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let lang = sent.asked.lang;
    let Some((at, form)) = at.and_then(|(at, word)| Some((at, at.form(&word)?))) else {
        return Problem::NotFound.answer(lang);
    };
    let taken = workspace.with(|office, clock| office.take_drawer(at, form, &sent.fields, clock));
    let taken = taken.map(|taken| taken.map(|at| at.address()));
    sent.answered(workspace, taken, |frame, faults| {
        shown(workspace, frame, at, form, &sent.fields, faults)
    })
}
