//! The pages on how staff and sources are spoken of: all of them, a form for each, a second signature.

use crate::Workspace;
use crate::asked::Asked;
use crate::board::BoardTemplate;
use crate::filing::FormTemplate;
use crate::form::Sent;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::routes::{Typed as InAddress, see_other, show};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use axum::routing::get;
use desk::{AttributionId, Clock, Fault, FormPage, Lang, NotTaken, Office, Typed};

const ALL: &str = "/attribution";

/// Which page stands at which address.
pub(crate) fn routes() -> Router<Workspace> {
    Router::new()
        .route(ALL, get(all))
        .route("/attribution/new", get(new).post(take_new))
        .route("/attribution/{id}", get(change).post(take_change))
        .route("/attribution/{id}/second", get(second).post(take_second))
}

async fn all(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let frame = workspace.frame(&request, &asked);
    let page = workspace.with(|office, clock| office.attributions(clock, asked.lang));
    let (Some(frame), Some(page)) = (frame, page) else {
        return see_other("/open", asked.lang);
    };
    let back = Some(("/team", frame.say("nav-team")));
    show(&BoardTemplate { frame, page, back }, asked.lang)
}

/// One of the forms.
#[derive(Clone, Copy)]
enum Which {
    New,
    Change(AttributionId),
    Second(AttributionId),
}

impl Which {
    fn action(self) -> String {
        match self {
            Which::New => format!("{ALL}/new"),
            Which::Change(id) => format!("{ALL}/{}", id.word()),
            Which::Second(id) => format!("{ALL}/{}/second", id.word()),
        }
    }

    fn page(
        self,
        office: &Office,
        typed: &Typed,
        faults: &[Fault],
        lang: Lang,
    ) -> Option<FormPage> {
        match self {
            Which::New => office.attribution_form(None, typed, faults, lang),
            Which::Change(id) => office.attribution_form(Some(id), typed, faults, lang),
            Which::Second(id) => office.attribution_second(id, typed, faults, lang),
        }
    }

    fn take(self, office: &mut Office, typed: &Typed, clock: Clock) -> Result<(), NotTaken> {
        match self {
            Which::New => office.take_attribution(None, typed, clock),
            Which::Change(id) => office.take_attribution(Some(id), typed, clock),
            Which::Second(id) => office.second_attribution(id, typed, clock),
        }
    }
}

async fn new(State(workspace): State<Workspace>, request: Request) -> Response {
    empty(&workspace, Some(Which::New), &request)
}

async fn change(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    empty(&workspace, id(typed).map(Which::Change), &request)
}

async fn second(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    empty(&workspace, id(typed).map(Which::Second), &request)
}

async fn take_new(State(workspace): State<Workspace>, request: Request) -> Response {
    take(&workspace, Some(Which::New), request).await
}

async fn take_change(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    take(&workspace, id(typed).map(Which::Change), request).await
}

async fn take_second(
    State(workspace): State<Workspace>,
    typed: InAddress<String>,
    request: Request,
) -> Response {
    take(&workspace, id(typed).map(Which::Second), request).await
}

fn id(typed: InAddress<String>) -> Option<AttributionId> {
    typed.and_then(|Path(word)| AttributionId::from_word(&word))
}

/// A form with nothing typed into it yet.
fn empty(workspace: &Workspace, which: Option<Which>, request: &Request) -> Response {
    let asked = Asked::of(request);
    match (workspace.frame(request, &asked), which) {
        (None, _) => see_other("/open", asked.lang),
        (Some(frame), Some(which)) => shown(workspace, frame, which, &Typed::default(), &[]),
        (Some(_), None) => Problem::NotFound.answer(asked.lang),
    }
}

fn shown(
    workspace: &Workspace,
    frame: Frame,
    which: Which,
    fields: &Typed,
    faults: &[Fault],
) -> Response {
    let lang = frame.lang;
    let page = workspace.with(|office, _| which.page(office, fields, faults, lang));
    let Some(page) = page.flatten() else {
        return Problem::NotFound.answer(lang);
    };
    let page = FormTemplate {
        frame,
        page,
        action: which.action(),
        back: ALL.to_owned(),
    };
    show(&page, lang)
}

async fn take(workspace: &Workspace, which: Option<Which>, request: Request) -> Response {
    let sent = match Sent::of(request).await {
        Ok(sent) => sent,
        Err(problem) => return problem,
    };
    let Some(which) = which else {
        return Problem::NotFound.answer(sent.asked.lang);
    };
    let taken = workspace.with(|office, clock| which.take(office, &sent.fields, clock));
    let taken = taken.map(|taken| taken.map(|()| ALL.to_owned()));
    sent.answered(workspace, taken, |frame, faults| {
        shown(workspace, frame, which, &sent.fields, faults)
    })
}
