//! Published tables of the world, laid beside those of the books.

use crate::arguments::{Import, World};
use crate::problem::{Problem, show, text_of};
use desk::{EditionReport, Lang, NoEdition, SourceText, checked_library};
use std::path::Path;
use std::process::ExitCode;

/// The largest file that is read: the greatest of the known data sets has ten megabytes.
const LARGEST: u64 = 64 << 20;

/// Carries out a command about the world.
pub fn run(command: &World, lang: Lang) -> Result<ExitCode, Problem> {
    let World::Import(import) = command;
    let (library, complaints) = checked_library(&[]);
    show(&complaints)?;
    let source = SourceText::new(import.file.display().to_string(), published(&import.file)?);
    let report = match EditionReport::read(&library, &source, import.as_of) {
        Ok(report) => report,
        Err(NoEdition::Wrong(complaints)) => {
            show(&complaints)?;
            return Ok(ExitCode::from(1));
        }
        Err(NoEdition::NoDay) => return Err(Problem::NoDay),
    };
    print(&report, import, lang);
    Ok(ExitCode::SUCCESS)
}

fn print(report: &EditionReport<'_>, import: &Import, lang: Lang) {
    let text = if import.json {
        serde_json::to_string_pretty(&report.json()).unwrap_or_default()
    } else if import.rows {
        report.rows()
    } else {
        report.text(lang)
    };
    say!("{}", text.trim_end());
}

fn published(path: &Path) -> Result<String, Problem> {
    let unreadable = |source| Problem::Unreadable {
        path: path.to_owned(),
        source,
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(Problem::TooLarge {
            path: path.to_owned(),
            largest: LARGEST >> 20,
        });
    }
    text_of(path)
}
