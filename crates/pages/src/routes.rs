use crate::Workspace;
use crate::asked::Asked;
use crate::frame::Frame;
use crate::gate::Session;
use crate::guard::guard;
use crate::headers::protect;
use crate::problem::Problem;
use askama::Template;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Extension, Path, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use desk::{
    AskPage, CaseNumber, DaysPage, DoorsPage, LawBook, LawList, PersonPage, RoutesPage, Wall,
    WayPage,
};

/// The largest form that we have holds two short fields.
const LARGEST_FORM: usize = 8 * 1024;

/// Which page stands at which address.
pub fn router(workspace: Workspace) -> Router {
    Router::new()
        .route("/", get(wall))
        .route("/person/{number}", get(person))
        .route("/person/{number}/doors", get(doors))
        .route("/person/{number}/routes", get(strategies))
        .route("/person/{number}/way/{id}", get(way))
        .route("/ask", get(ask))
        .route("/days", get(days))
        .route("/law", get(law))
        .route("/law/{id}", get(book))
        .route("/about", get(about))
        .route("/start/{token}", get(start))
        .route("/leave", post(leave))
        .route("/static/style.css", get(style))
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(workspace.clone(), guard))
        .layer(from_fn(protect))
        .with_state(workspace)
}

/// A page asked for by somebody who is inside.
struct Visit {
    asked: Asked,
    path: String,
    session: Option<Session>,
}

impl Visit {
    fn of(request: &Request) -> Visit {
        let session = request
            .extensions()
            .get::<Option<Session>>()
            .cloned()
            .flatten();
        Visit {
            asked: Asked::of(request),
            path: request.uri().path().to_owned(),
            session,
        }
    }

    fn frame(&self, workspace: &Workspace) -> Frame {
        Frame::inside(
            &self.asked,
            workspace.desk.caseload().date,
            self.path.clone(),
            self.session.as_ref(),
        )
    }
}

fn show(page: &impl Template, asked: &Asked) -> Response {
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => Problem::Ours.answer(asked.lang),
    }
}

#[derive(Template)]
#[template(path = "wall.html")]
struct WallTemplate {
    frame: Frame,
    page: Wall,
}

async fn wall(State(workspace): State<Workspace>, request: Request) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = workspace.desk.wall(frame.on, frame.lang);
    show(&WallTemplate { frame, page }, &visit.asked)
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonTemplate {
    frame: Frame,
    page: PersonPage,
}

/// A case's number as it stands in an address: digits and nothing else.
fn number(typed: &str) -> Option<CaseNumber> {
    let plain = !typed.starts_with('0') && typed.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| typed.parse().ok().map(CaseNumber)).flatten()
}

async fn person(
    State(workspace): State<Workspace>,
    typed: Option<Path<String>>,
    request: Request,
) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = typed
        .and_then(|Path(typed)| number(&typed))
        .and_then(|number| workspace.desk.person(number, frame.on, frame.lang));
    match page {
        Some(page) => show(&PersonTemplate { frame, page }, &visit.asked),
        None => Problem::NotFound.answer(frame.lang),
    }
}

#[derive(Template)]
#[template(path = "way.html")]
struct WayTemplate {
    frame: Frame,
    page: WayPage,
}

async fn way(
    State(workspace): State<Workspace>,
    typed: Option<Path<(String, String)>>,
    request: Request,
) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = typed.and_then(|Path((typed, id))| {
        workspace
            .desk
            .way(number(&typed)?, &id, frame.on, frame.lang)
    });
    match page {
        Some(page) => show(&WayTemplate { frame, page }, &visit.asked),
        None => Problem::NotFound.answer(frame.lang),
    }
}

#[derive(Template)]
#[template(path = "doors.html")]
struct DoorsTemplate {
    frame: Frame,
    page: DoorsPage,
}

async fn doors(
    State(workspace): State<Workspace>,
    typed: Option<Path<String>>,
    request: Request,
) -> Response {
    let visit = Visit::of(&request);
    let pathway = visit.asked.value("pathway").unwrap_or_default();
    let event = visit.asked.value("event").unwrap_or_default();
    let frame = visit
        .frame(&workspace)
        .keeping("pathway", pathway)
        .keeping("event", event);
    let page = typed
        .and_then(|Path(typed)| number(&typed))
        .and_then(|number| {
            workspace
                .desk
                .doors(number, pathway, event, frame.on, frame.lang)
        });
    match page {
        Some(page) => show(&DoorsTemplate { frame, page }, &visit.asked),
        None => Problem::NotFound.answer(frame.lang),
    }
}

#[derive(Template)]
#[template(path = "routes.html")]
struct RoutesTemplate {
    frame: Frame,
    page: RoutesPage,
}

async fn strategies(
    State(workspace): State<Workspace>,
    typed: Option<Path<String>>,
    request: Request,
) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = typed
        .and_then(|Path(typed)| number(&typed))
        .and_then(|number| workspace.desk.routes(number, frame.on, frame.lang));
    match page {
        Some(page) => show(&RoutesTemplate { frame, page }, &visit.asked),
        None => Problem::NotFound.answer(frame.lang),
    }
}

#[derive(Template)]
#[template(path = "ask.html")]
struct AskTemplate {
    frame: Frame,
    page: AskPage,
}

async fn ask(State(workspace): State<Workspace>, request: Request) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = workspace.desk.ask(frame.on, frame.lang);
    show(&AskTemplate { frame, page }, &visit.asked)
}

#[derive(Template)]
#[template(path = "days.html")]
struct DaysTemplate {
    frame: Frame,
    page: DaysPage,
}

async fn days(State(workspace): State<Workspace>, request: Request) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = workspace.desk.days(frame.on, frame.lang);
    show(&DaysTemplate { frame, page }, &visit.asked)
}

#[derive(Template)]
#[template(path = "law.html")]
struct LawTemplate {
    frame: Frame,
    page: LawList,
}

async fn law(State(workspace): State<Workspace>, request: Request) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    let page = workspace.desk.law_list(frame.on, frame.lang);
    show(&LawTemplate { frame, page }, &visit.asked)
}

#[derive(Template)]
#[template(path = "book.html")]
struct BookTemplate {
    frame: Frame,
    page: LawBook,
}

async fn book(
    State(workspace): State<Workspace>,
    id: Option<Path<String>>,
    request: Request,
) -> Response {
    let visit = Visit::of(&request);
    let frame = visit.frame(&workspace);
    match id.and_then(|Path(id)| workspace.desk.law_book(&id, frame.on, frame.lang)) {
        Some(page) => show(&BookTemplate { frame, page }, &visit.asked),
        None => Problem::NotFound.answer(frame.lang),
    }
}

#[derive(Template)]
#[template(path = "about.html")]
struct AboutTemplate {
    frame: Frame,
}

async fn about(State(workspace): State<Workspace>, request: Request) -> Response {
    let visit = Visit::of(&request);
    show(
        &AboutTemplate {
            frame: visit.frame(&workspace),
        },
        &visit.asked,
    )
}

#[derive(Template)]
#[template(path = "started.html")]
struct StartedTemplate {
    frame: Frame,
}

/// Swaps a start link for a session. The next page is reached by a step of its own: after a plain
/// redirect from a file, browsers would not send the new cookie, since that step began elsewhere.
async fn start(
    State(workspace): State<Workspace>,
    token: Option<Path<String>>,
    request: Request,
) -> Response {
    let asked = Asked::of(&request);
    // A program that only looks at the head of a link must not use it up.
    let session = match request.method() {
        &Method::GET => token.and_then(|Path(token)| workspace.gate.enter(&token)),
        _ => None,
    };
    let Some(session) = session else {
        return Problem::UsedLink.answer(asked.lang);
    };
    let mut response = show(
        &StartedTemplate {
            frame: Frame::outside(asked.lang),
        },
        &asked,
    );
    let cookie = format!(
        "{}={}; HttpOnly; SameSite=Strict; Path=/",
        workspace.cookie_name(),
        session.cookie_value()
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

#[derive(Template)]
#[template(path = "left.html")]
struct LeftTemplate {
    frame: Frame,
}

/// Ends the session and shows a page that says nothing.
async fn leave(
    State(workspace): State<Workspace>,
    Extension(session): Extension<Option<Session>>,
    request: Request,
) -> Response {
    let mut asked = Asked::of(&request);
    let Ok(body) = to_bytes(request.into_body(), LARGEST_FORM).await else {
        return Problem::TooMuch.answer(asked.lang);
    };
    let form: Vec<(String, String)> = form_urlencoded::parse(&body)
        .into_owned()
        .take(10)
        .collect();
    let field = |name: &str| {
        form.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    };
    asked.lang = desk::Lang::from_code(field("lang")).unwrap_or(asked.lang);
    match session {
        Some(session) if session.is_form_of(field("token")) => {
            workspace.gate.leave(&session);
            let mut response = show(
                &LeftTemplate {
                    frame: Frame::outside(asked.lang),
                },
                &asked,
            );
            let gone = format!(
                "{}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0",
                workspace.cookie_name()
            );
            if let Ok(gone) = HeaderValue::from_str(&gone) {
                response.headers_mut().insert(header::SET_COOKIE, gone);
            }
            response
                .headers_mut()
                .insert("clear-site-data", HeaderValue::from_static("\"cache\""));
            response
        }
        _ => Problem::ForeignForm.answer(asked.lang),
    }
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
