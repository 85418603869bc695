//! Judgements of chances, from a user's own sealed file.

use crate::problem::{Problem, show_places};
use crate::sealed::text_of_sealed;
use desk::{Complaints, Desk, SourceText};
use std::path::Path;

/// The desk with the judgements of a sealed file, if one is named. A file in clear is refused, whatever
/// stands in it: it bears the names of colleagues.
pub fn judging(desk: Desk, file: Option<&Path>, passphrase_stdin: bool) -> Result<Desk, Problem> {
    let Some(path) = file else {
        return Ok(desk);
    };
    let (text, sealed) = text_of_sealed(path, passphrase_stdin)?;
    if !sealed {
        return Err(Problem::NotSealed(path.to_owned()));
    }
    let source = SourceText::new("the judgements", text.as_str());
    let mut complaints = Complaints::new();
    let judgements = desk::read_judgements(&source, desk.library(), &mut complaints);
    show_places(&complaints, "file of judgements")?;
    Ok(desk.judging(judgements))
}
