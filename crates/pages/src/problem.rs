use crate::frame::Frame;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use desk::Lang;

/// Why a page cannot be shown. Each is said kindly, in the reader's language, and tells no more
/// to a stranger than to a friend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Somebody else's name for this machine.
    NotThisHost,
    /// No session, or one that has ended.
    NoSession,
    /// A start link that is wrong or was used.
    UsedLink,
    /// A form that no page of ours has sent.
    ForeignForm,
    /// Nothing stands at this address.
    NotFound,
    /// A method that we do not have.
    WrongMethod,
    /// An address that is too long.
    AddressTooLong,
    /// More was sent than any form of ours holds.
    TooMuch,
    /// The vault cannot be opened.
    Vault,
    /// The vault did not take what was to be recorded.
    NotRecorded,
    /// Our own fault.
    Ours,
}

impl Problem {
    fn status(self) -> StatusCode {
        match self {
            Problem::NotThisHost => StatusCode::MISDIRECTED_REQUEST,
            Problem::NoSession | Problem::UsedLink | Problem::ForeignForm => StatusCode::FORBIDDEN,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Problem::AddressTooLong => StatusCode::URI_TOO_LONG,
            Problem::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Vault | Problem::NotRecorded | Problem::Ours => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    /// Ids of the head and of the text.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Problem::NotThisHost => ("problem-host", "problem-host-text"),
            Problem::NoSession => ("problem-session", "problem-session-text"),
            Problem::UsedLink => ("problem-link", "problem-link-text"),
            Problem::ForeignForm => ("problem-form", "problem-form-text"),
            Problem::NotFound => ("problem-not-found", "problem-not-found-text"),
            Problem::WrongMethod => ("problem-method", "problem-method-text"),
            Problem::AddressTooLong => ("problem-address", "problem-address-text"),
            Problem::TooMuch => ("problem-too-much", "problem-too-much-text"),
            Problem::Vault => ("problem-vault", "problem-vault-text"),
            Problem::NotRecorded => ("problem-not-recorded", "problem-not-recorded-text"),
            Problem::Ours => ("problem-ours", "problem-ours-text"),
        }
    }

    pub(crate) fn answer(self, lang: Lang) -> Response {
        let frame = Frame::outside(lang);
        let (head, text) = self.words();
        let (head, text) = (frame.say(head), frame.say(text));
        let page = ProblemPage {
            frame,
            head,
            text,
            way_back: self == Problem::NotFound,
        };
        (self.status(), Html(page.render().unwrap_or_default())).into_response()
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    head: String,
    text: String,
    way_back: bool,
}
