use crate::Workspace;
use crate::asked::Asked;
use crate::frame::Frame;
use crate::gate::Session;
use crate::guard::guard;
use crate::headers::protect;
use crate::problem::Problem;
use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use desk::{
    AskPage, BeforeLeaving, Brief, CaseNumber, DaysPage, Desk, DoorsPage, Lang, LawBook, LawList,
    LeftOut, Level, Office, PersonAskPage, PersonPage, PicturePage, ReformsPage, RoutesAsked,
    RoutesPage, SheetPage, StoppedPage, Wall, WayPage, WhatIf, WhyLeftOut,
};

/// Which page stands at which address.
pub fn router(workspace: Workspace) -> Router {
    Router::new()
        .route("/", get(wall))
        .route("/person/{number}", get(person))
        .route("/person/{number}/doors", get(doors))
        .route("/person/{number}/routes", get(strategies))
        .route("/person/{number}/routes/picture", get(picture))
        .route("/person/{number}/sheet", get(sheet))
        .route("/person/{number}/stopped", get(stopped))
        .route("/person/{number}/way/{id}", get(way))
        .route("/ask", get(ask))
        .route("/reforms", get(reforms))
        .route("/person/{number}/ask", get(person_ask))
        .route("/ask/brief", get(brief))
        .route("/days", get(days))
        .route("/law", get(law))
        .route("/law/{id}", get(book))
        .route("/about", get(about))
        .merge(crate::filing::routes())
        .merge(crate::newcomer::routes())
        .merge(crate::interviewing::routes())
        .merge(crate::closer::routes())
        .merge(crate::entrance::routes())
        .merge(crate::team::routes())
        .merge(crate::board::routes())
        .merge(crate::importing::routes())
        .merge(crate::recovery::routes())
        .merge(crate::travel::routes())
        .merge(crate::restoring::routes())
        .merge(crate::saying::routes())
        .merge(crate::drafting::routes())
        .merge(crate::reviewing::routes())
        .merge(crate::attributing::routes())
        .route("/static/style.css", get(style))
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(workspace.clone(), guard))
        .layer(from_fn(protect))
        .with_state(workspace)
}

/// Renders a page.
pub(crate) fn show(page: &impl Template, lang: Lang) -> Response {
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => Problem::Ours.answer(lang),
    }
}

/// A page for somebody who is inside; nothing, where there is no such page.
fn page<T: Template>(
    workspace: &Workspace,
    request: &Request,
    of: impl FnOnce(&Desk, &Asked, Frame) -> Option<T>,
) -> Response {
    let asked = Asked::of(request);
    let session = request.extensions().get::<Option<Session>>();
    let path = request.uri().path().to_owned();
    let frame = workspace.frame_of(&asked, path, session.and_then(Option::as_ref));
    let (Some(desk), Some(frame)) = (workspace.desk(), frame) else {
        return see_other("/open", asked.lang);
    };
    match of(&desk, &asked, frame) {
        Some(page) => show(&page, asked.lang),
        None => Problem::NotFound.answer(asked.lang),
    }
}

/// Sends the browser to another of our pages.
pub(crate) fn see_other(path: &str, lang: Lang) -> Response {
    let address = format!("{path}?lang={}", lang.code());
    (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()
}

/// What stands in the middle of an address.
pub(crate) type Typed<T> = Option<Path<T>>;

/// A case's number as it stands in an address: digits and nothing else.
pub(crate) fn number(typed: &str) -> Option<CaseNumber> {
    let plain = !typed.starts_with('0') && typed.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| typed.parse().ok().map(CaseNumber)).flatten()
}

#[derive(Template)]
#[template(path = "wall.html")]
struct WallTemplate {
    frame: Frame,
    page: Wall,
}

async fn wall(State(workspace): State<Workspace>, request: Request) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.wall(frame.on, frame.lang);
        Some(WallTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonTemplate {
    frame: Frame,
    page: PersonPage,
}

async fn person(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.person(number(&typed?.0)?, frame.on, frame.lang)?;
        Some(PersonTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "way.html")]
struct WayTemplate {
    frame: Frame,
    page: WayPage,
}

async fn way(
    State(workspace): State<Workspace>,
    typed: Typed<(String, String)>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let Path((typed, id)) = typed?;
        let page = desk.way(number(&typed)?, &id, frame.on, frame.lang)?;
        Some(WayTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "doors.html")]
struct DoorsTemplate {
    frame: Frame,
    page: DoorsPage,
}

async fn doors(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, asked, frame| {
        let pathway = asked.value("pathway").unwrap_or_default();
        let event = asked.value("event").unwrap_or_default();
        let frame = frame.keeping("pathway", pathway).keeping("event", event);
        let page = desk.doors(number(&typed?.0)?, pathway, event, frame.on, frame.lang)?;
        Some(DoorsTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "routes.html")]
struct RoutesTemplate {
    frame: Frame,
    page: RoutesPage,
    /// Whether every plan stands open: no script can open them for a printer.
    open: bool,
}

/// What an address may suppose.
const SUPPOSED: [&str; 8] = [
    "here",
    "without",
    "why",
    "offered",
    "passport",
    "no_counts",
    "no_judgements",
    "no_ageing",
];

fn supposed(asked: &Asked) -> WhatIf {
    let country = |name| asked.value(name)?.parse().ok();
    let set = |name| asked.value(name) == Some("yes");
    WhatIf {
        here: country("here"),
        without: country("without").map(|country| LeftOut {
            country,
            why: asked.value("why").and_then(WhyLeftOut::from_code),
        }),
        offered: country("offered"),
        passport: set("passport"),
        no_counts: set("no_counts"),
        no_judgements: set("no_judgements"),
        no_ageing: set("no_ageing"),
    }
}

/// What an address asks of routes, and the frame that keeps it.
fn routes_asked(asked: &Asked, frame: Frame) -> (RoutesAsked<'_>, Frame) {
    let after = asked.value("after").unwrap_or_default();
    let first = asked.value("first").unwrap_or_default();
    let mut frame = frame.keeping("after", after).keeping("first", first);
    for name in SUPPOSED {
        frame = frame.keeping(name, asked.value(name).unwrap_or_default());
    }
    let asked = RoutesAsked {
        after,
        first: first.parse().ok(),
        what_if: supposed(asked),
    };
    (asked, frame)
}

async fn strategies(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, asked, frame| {
        let open = asked.value("open") == Some("all");
        let frame = frame.keeping("open", if open { "all" } else { "" });
        let (asked, frame) = routes_asked(asked, frame);
        let page = desk.routes(number(&typed?.0)?, asked, frame.on, frame.lang)?;
        Some(RoutesTemplate { frame, page, open })
    })
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetTemplate {
    frame: Frame,
    page: SheetPage,
    /// What whoever finds the paper would learn by it.
    read: BeforeLeaving,
}

async fn sheet(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    let Some(frame) = workspace.frame(&request, &asked) else {
        return see_other("/open", asked.lang);
    };
    let number = typed.and_then(|it| number(&it.0));
    let made = |office: &Office| office.sheet(number?, frame.on, frame.lang);
    match workspace.with(|office, _| made(office)) {
        None => see_other("/open", asked.lang),
        Some(None) => Problem::NotFound.answer(asked.lang),
        Some(Some((page, read))) => show(&SheetTemplate { frame, page, read }, asked.lang),
    }
}

#[derive(Template)]
#[template(path = "picture.html")]
struct PictureTemplate {
    frame: Frame,
    page: PicturePage,
}

async fn picture(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, asked, frame| {
        let (asked, frame) = routes_asked(asked, frame);
        let page = desk.picture(number(&typed?.0)?, asked, frame.on, frame.lang)?;
        Some(PictureTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "stopped.html")]
struct StoppedTemplate {
    frame: Frame,
    page: StoppedPage,
}

async fn stopped(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, asked, frame| {
        let at = asked.value("at").unwrap_or_default();
        let page = desk.stopped(number(&typed?.0)?, at, frame.on, frame.lang)?;
        let frame = frame.keeping("at", &page.at);
        Some(StoppedTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "ask.html")]
struct AskTemplate {
    frame: Frame,
    page: AskPage,
}

async fn ask(State(workspace): State<Workspace>, request: Request) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.ask(frame.on, frame.lang);
        Some(AskTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "reforms.html")]
struct ReformsTemplate {
    frame: Frame,
    page: ReformsPage,
}

async fn reforms(State(workspace): State<Workspace>, request: Request) -> Response {
    page(&workspace, &request, |desk, asked, frame| {
        let level = asked.value("level").and_then(Level::from_word);
        let level = level.unwrap_or_default();
        let page = desk.reforms(frame.on, level, frame.lang);
        let frame = frame.keeping("level", level.word());
        Some(ReformsTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "person_ask.html")]
struct PersonAskTemplate {
    frame: Frame,
    page: PersonAskPage,
}

async fn person_ask(
    State(workspace): State<Workspace>,
    typed: Typed<String>,
    request: Request,
) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.person_ask(number(&typed?.0)?, frame.on, frame.lang)?;
        Some(PersonAskTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "brief.html")]
struct BriefTemplate {
    frame: Frame,
    page: Brief,
    /// What its readers would learn by it.
    read: BeforeLeaving,
}

/// The sheet for the power that the address names, or for every government together.
async fn brief(State(workspace): State<Workspace>, request: Request) -> Response {
    let asked = Asked::of(&request);
    let power = asked.value("power").unwrap_or_default();
    let Some(frame) = workspace.frame(&request, &asked) else {
        return see_other("/open", asked.lang);
    };
    let frame = frame.keeping("power", power);
    match workspace.with(|office, _| office.brief(power, frame.on, frame.lang)) {
        None => see_other("/open", asked.lang),
        Some(None) => Problem::NotFound.answer(asked.lang),
        Some(Some((page, read))) => show(&BriefTemplate { frame, page, read }, asked.lang),
    }
}

#[derive(Template)]
#[template(path = "days.html")]
struct DaysTemplate {
    frame: Frame,
    page: DaysPage,
}

async fn days(State(workspace): State<Workspace>, request: Request) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.days(frame.on, frame.lang);
        Some(DaysTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "law.html")]
struct LawTemplate {
    frame: Frame,
    page: LawList,
}

async fn law(State(workspace): State<Workspace>, request: Request) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.law_list(frame.on, frame.lang);
        Some(LawTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "book.html")]
struct BookTemplate {
    frame: Frame,
    page: LawBook,
}

async fn book(State(workspace): State<Workspace>, id: Typed<String>, request: Request) -> Response {
    page(&workspace, &request, |desk, _, frame| {
        let page = desk.law_book(&id?.0, frame.on, frame.lang)?;
        Some(BookTemplate { frame, page })
    })
}

#[derive(Template)]
#[template(path = "about.html")]
struct AboutTemplate {
    frame: Frame,
}

async fn about(State(workspace): State<Workspace>, request: Request) -> Response {
    page(&workspace, &request, |_, _, frame| {
        Some(AboutTemplate { frame })
    })
}

async fn style() -> Response {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("../static/style.css"),
    )
        .into_response()
}

async fn nothing_here(request: Request) -> Response {
    Problem::NotFound.answer(Asked::of(&request).lang)
}

async fn wrong_method(request: Request) -> Response {
    Problem::WrongMethod.answer(Asked::of(&request).lang)
}
