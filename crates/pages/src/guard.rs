use crate::Workspace;
use crate::asked::Asked;
use crate::gate::Session;
use crate::problem::Problem;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, Method, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

/// Longer addresses are none of ours.
const LONGEST_ADDRESS: usize = 2048;

/// Lets a request through to its page, or answers with a kind refusal.
///
/// In order: is it really us who is asked (a name that was bound to this machine's address by
/// somebody else is not), is the method one of ours, does a form come from our own page, and is
/// there a session.
pub(crate) async fn guard(
    State(workspace): State<Workspace>,
    mut request: Request,
    next: Next,
) -> Response {
    let lang = Asked::of(&request).lang;
    match admit(&workspace, &request) {
        Ok(session) => {
            request.extensions_mut().insert(session);
            run(next, request)
                .await
                .unwrap_or_else(|| Problem::Ours.answer(lang))
        }
        Err(problem) => problem.answer(lang),
    }
}

/// A page that panics is our fault and must not take the workspace along.
async fn run(next: Next, request: Request) -> Option<Response> {
    tokio::spawn(next.run(request)).await.ok()
}

fn admit(workspace: &Workspace, request: &Request) -> Result<Option<Session>, Problem> {
    if !is_for_us(workspace, request.uri(), request.headers()) {
        return Err(Problem::NotThisHost);
    }
    if request.uri().to_string().len() > LONGEST_ADDRESS {
        return Err(Problem::AddressTooLong);
    }
    match *request.method() {
        Method::GET | Method::HEAD => {}
        Method::POST if is_own_form(workspace, request.headers()) => {}
        Method::POST => return Err(Problem::ForeignForm),
        _ => return Err(Problem::WrongMethod),
    }
    let session = cookie(request.headers(), &workspace.cookie_name())
        .and_then(|value| workspace.gate.session(value));
    let path = request.uri().path();
    let free = path.starts_with("/start/")
        || path == "/static/style.css"
        || (path == "/open" && workspace.closed_door().is_some());
    if session.is_some() {
        workspace.asked_for();
    }
    match session {
        None if !free => Err(Problem::NoSession),
        session => Ok(session),
    }
}

/// Exactly one `Host`, and it is ours to the letter; likewise an authority in the address.
fn is_for_us(workspace: &Workspace, uri: &Uri, headers: &HeaderMap) -> bool {
    let ours = |host: &str| host == &*workspace.host;
    only(headers, &header::HOST).is_some_and(ours)
        && uri
            .authority()
            .is_none_or(|authority| ours(authority.as_str()))
}

fn is_own_form(workspace: &Workspace, headers: &HeaderMap) -> bool {
    let fetch_site = HeaderName::from_static("sec-fetch-site");
    only(headers, &header::ORIGIN).is_some_and(|origin| origin == workspace.origin())
        && only(headers, &fetch_site).is_some_and(|site| site == "same-origin")
        && only(headers, &header::CONTENT_TYPE).is_some_and(|kind| {
            kind == "application/x-www-form-urlencoded"
                || kind.starts_with("multipart/form-data; boundary=")
        })
}

/// The value of a header that is there exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = values
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}
