//! What can go wrong on a command line. Never says what is in a person's file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// A file could not be read.
    #[error("`{}` cannot be read: {source}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("`{}` cannot be written: {source}", path.display())]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no text.
    #[error("`{}` is no text in UTF-8", .0.display())]
    NotText(PathBuf),
    /// It is larger than anything that could be meant.
    #[error("`{}` is larger than {largest} MB, and so none of the data sets that can be read", path.display())]
    TooLarge {
        /// Which.
        path: PathBuf,
        /// What is read at most, in megabytes.
        largest: u64,
    },
    /// A draft is longer than any statement.
    #[error("the draft is longer than 64 KB: check it in parts")]
    LongDraft,
    /// A published file has no dates.
    #[error(
        "the rows of this data set have no date: say of which day they are, with `--as-of 2025-01-12` for instance"
    )]
    NoDay,
    /// Nothing has this name.
    #[error("there is no {what} called `{name}`; try `{instead}`")]
    NoSuchThing {
        /// What was looked for.
        what: &'static str,
        /// Its name.
        name: String,
        /// What helps.
        instead: &'static str,
    },
    /// There is no folder of one's own.
    #[error("this user has no folder of their own: say in which folder the vault lies")]
    NoHome,
    /// The vault was locked, and this system cannot hand its socket on.
    #[cfg(not(unix))]
    #[error("locked; start the program again to open the vault")]
    Locked,
    /// A sealed file could not be opened.
    #[error("`{}` cannot be opened: {why}", path.display())]
    Sealed {
        /// Which.
        path: PathBuf,
        /// Why, without what is in it.
        why: &'static str,
    },
    /// Judgements in clear.
    #[error(
        "`{}` is not sealed: judgements bear names, and are read only sealed; `safeconduct seal FROM TO` seals them", .0.display()
    )]
    NotSealed(PathBuf),
    /// No passphrase could be read.
    #[error("no passphrase could be read: {0}")]
    Passphrase(std::io::Error),
    /// The workspace could not be opened.
    #[error("the workspace cannot be opened: {0}")]
    Workspace(String),
    /// Something is wrong with the books or the file; it was already shown.
    #[error("{0}")]
    Complaints(String),
}

impl Problem {
    /// The documented exit code.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Problem::NoSuchThing { .. } | Problem::Complaints(_) | Problem::NotSealed(_) => {
                ExitCode::from(1)
            }
            Problem::NoDay => ExitCode::from(2),
            Problem::Unreadable { .. }
            | Problem::Unwritable { .. }
            | Problem::NotText(_)
            | Problem::TooLarge { .. }
            | Problem::LongDraft
            | Problem::Sealed { .. }
            | Problem::Passphrase(_)
            | Problem::NoHome
            | Problem::Workspace(_) => ExitCode::from(3),
            #[cfg(not(unix))]
            Problem::Locked => ExitCode::SUCCESS,
        }
    }
}

/// Shows all complaints at once, and sums them up; nothing, if there are none.
///
/// # Errors
/// [`Problem::Complaints`] with the sum, if there are any.
pub fn show(complaints: &desk::Complaints) -> Result<(), Problem> {
    if complaints.is_empty() {
        return Ok(());
    }
    let mut files: Vec<&str> = Vec::new();
    for complaint in complaints.iter() {
        eprintln!("{:?}", miette::Report::new(complaint.clone()));
        if !files.contains(&&*complaint.source.name) {
            files.push(&complaint.source.name);
        }
    }
    let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let sum = format!(
        "{} in {}",
        plural(complaints.len(), "complaint"),
        plural(files.len(), "file")
    );
    Err(Problem::Complaints(sum))
}

/// Shows where the complaints about a sealed file stand, and no more: they would quote it.
///
/// # Errors
/// [`Problem::Complaints`] with the sum, if there are any.
pub fn show_places(complaints: &desk::Complaints, file: &str) -> Result<(), Problem> {
    if complaints.is_empty() {
        return Ok(());
    }
    for complaint in complaints.iter() {
        let (line, column) = complaint.line_and_column();
        eprintln!("{}: line {line}, column {column}", complaint.code.as_str());
    }
    let places = complaints.len();
    Err(Problem::Complaints(format!(
        "{places} places in the {file} are not right"
    )))
}

/// A file's text.
///
/// # Errors
/// When it cannot be read, or is no text.
pub fn text_of(path: &Path) -> Result<String, Problem> {
    let bytes = std::fs::read(path).map_err(|source| Problem::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    String::from_utf8(bytes).map_err(|_| Problem::NotText(path.to_owned()))
}
