use crate::asked::Asked;
use crate::gate::Session;
use crate::problem::Problem;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::response::Response;
use desk::{Lang, Typed};

/// The largest form with files in it: a bundle or a backup holds attachments.
const LARGEST: usize = 256 * 1024 * 1024;
/// More parts than this are no form of ours.
const MOST_PARTS: usize = 400;

/// The layer that lets so much come in.
pub(crate) fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST)
}

/// A form with files in it that one of our pages has sent.
pub(crate) struct Upload {
    pub(crate) asked: Asked,
    pub(crate) session: Option<Session>,
    pub(crate) fields: Typed,
    files: Vec<(String, Vec<u8>)>,
}

impl Upload {
    /// Reads a form; it is ours only if it bears the token of the session.
    ///
    /// # Errors
    /// The page that says why it is not taken.
    pub(crate) async fn of(request: Request) -> Result<Upload, Response> {
        let mut asked = Asked::of(&request);
        let session = request.extensions().get::<Option<Session>>();
        let session = session.cloned().flatten();
        let Some((fields, files)) = parts(request).await else {
            return Err(Problem::TooMuch.answer(asked.lang));
        };
        asked.lang = Lang::from_code(fields.get("lang")).unwrap_or(asked.lang);
        let is_ours = session
            .as_ref()
            .is_some_and(|it| it.is_form_of(fields.get("token")));
        if !is_ours {
            return Err(Problem::ForeignForm.answer(asked.lang));
        }
        Ok(Upload {
            asked,
            session,
            fields,
            files,
        })
    }

    /// The file that was chosen in a field; empty where none was.
    pub(crate) fn file(&self, name: &str) -> &[u8] {
        let found = self.files.iter().find(|(field, _)| field == name);
        found.map_or(&[], |(_, bytes)| bytes)
    }
}

/// The fields and the files of a form. What files were called is not looked at.
async fn parts(request: Request) -> Option<(Typed, Vec<(String, Vec<u8>)>)> {
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    while let Some(part) = parts.next_field().await.ok()? {
        if fields.len() + files.len() >= MOST_PARTS {
            return None;
        }
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name() {
            Some(_) => files.push((name, part.bytes().await.ok()?.to_vec())),
            None => fields.push((name, part.text().await.ok()?)),
        }
    }
    Some((Typed::of(fields), files))
}
