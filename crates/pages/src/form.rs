use crate::Workspace;
use crate::asked::Asked;
use crate::frame::Frame;
use crate::gate::Session;
use crate::problem::Problem;
use crate::routes::see_other;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::response::Response;
use desk::{Fault, Lang, NotTaken, Typed};

/// The largest form holds some pages of text.
const LARGEST_FORM: usize = 64 * 1024;
/// More fields than this are no form of ours.
const MOST_FIELDS: usize = 400;

/// A form that one of our pages has sent.
pub(crate) struct Sent {
    pub(crate) asked: Asked,
    pub(crate) path: String,
    pub(crate) session: Option<Session>,
    pub(crate) fields: Typed,
}

impl Sent {
    /// Reads a form; it is ours only if it bears the token of the session.
    ///
    /// # Errors
    /// The page that says why it is not taken.
    pub(crate) async fn of(request: Request) -> Result<Sent, Response> {
        let sent = Sent::from_anybody(request).await?;
        match &sent.session {
            Some(session) if session.is_form_of(sent.fields.get("token")) => Ok(sent),
            _ => Err(Problem::ForeignForm.answer(sent.asked.lang)),
        }
    }

    /// What the browser is told of a form: where to go on, or the form again with everything that was
    /// typed in it, or why neither can be.
    pub(crate) fn answered(
        &self,
        workspace: &Workspace,
        taken: Option<Result<String, NotTaken>>,
        again: impl FnOnce(Frame, &[Fault]) -> Response,
    ) -> Response {
        let lang = self.asked.lang;
        let frame = || workspace.frame_of(&self.asked, self.path.clone(), self.session.as_ref());
        match taken {
            None => see_other("/open", lang),
            Some(Ok(next)) => see_other(&next, lang),
            Some(Err(NotTaken::NotFound)) => Problem::NotFound.answer(lang),
            Some(Err(NotTaken::NotRecorded(_))) => Problem::NotRecorded.answer(lang),
            Some(Err(NotTaken::Faults(faults))) => match frame() {
                Some(frame) => again(frame, &faults),
                None => see_other("/open", lang),
            },
        }
    }

    /// Reads a form that may come from a browser that is not in yet.
    ///
    /// # Errors
    /// The page that says why it is not taken.
    pub(crate) async fn from_anybody(request: Request) -> Result<Sent, Response> {
        let mut asked = Asked::of(&request);
        let path = request.uri().path().to_owned();
        let session = request.extensions().get::<Option<Session>>();
        let session = session.cloned().flatten();
        let Ok(body) = to_bytes(request.into_body(), LARGEST_FORM).await else {
            return Err(Problem::TooMuch.answer(asked.lang));
        };
        let pairs = form_urlencoded::parse(&body).into_owned().take(MOST_FIELDS);
        let fields = Typed::of(pairs);
        asked.lang = Lang::from_code(fields.get("lang")).unwrap_or(asked.lang);
        Ok(Sent {
            asked,
            path,
            session,
            fields,
        })
    }
}
