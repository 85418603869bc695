//! The books of law, for those who write them.

use crate::arguments::Law;
use crate::problem::{Problem, show, text_of};
use desk::{Lang, Library, SourceText, checked_library};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Carries out a command about the law.
pub fn run(command: &Law, lang: Lang) -> Result<ExitCode, Problem> {
    match command {
        Law::Check { paths } => check(paths),
        Law::List { on } => list(*on, lang),
        Law::Show { id } => show_book(id),
        Law::Table { id } => table(id),
        Law::Test {
            paths,
            mutate: false,
            ..
        } => test(paths),
        Law::Test { paths, pathway, .. } => mutate(paths, pathway),
        Law::Schema { name } => schema(name),
        Law::Trust => {
            say!("{}", desk::trust_text(&library(&[])?));
            Ok(ExitCode::SUCCESS)
        }
        Law::Reforms { on, level, json } => reforms(*on, level.of_desk(), *json, lang),
        Law::Diff {
            from,
            to,
            person: None,
            ..
        } => diff(*from, *to),
        Law::Diff {
            from,
            to,
            person: Some(file),
            passphrase_stdin,
        } => crate::person::diff(file, *from, *to, *passphrase_stdin, lang),
    }
}

/// The shipped books with these files laid over them; shows what is wrong.
fn library(paths: &[PathBuf]) -> Result<Library, Problem> {
    let mut over = Vec::new();
    for path in paths {
        collect(path, path, &mut over)?;
    }
    let (library, complaints) = checked_library(&over);
    show(&complaints)?;
    Ok(library)
}

/// Every book file below a path, named as it lies below it.
fn collect(root: &Path, path: &Path, found: &mut Vec<SourceText>) -> Result<(), Problem> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|source| Problem::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        let mut inner: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inner.sort();
        for path in inner {
            collect(root, &path, found)?;
        }
        return Ok(());
    }
    let is_book = path
        .extension()
        .is_some_and(|end| end == "yaml" || end == "csv");
    if is_book || root == path {
        let name = path
            .strip_prefix(root)
            .ok()
            .filter(|name| !name.as_os_str().is_empty())
            .unwrap_or(path);
        found.push(SourceText::new(
            name.display().to_string().replace('\\', "/"),
            text_of(path)?,
        ));
    }
    Ok(())
}

fn check(paths: &[PathBuf]) -> Result<ExitCode, Problem> {
    let library = library(paths)?;
    say!(
        "no complaints: {} pathways, {} overlays, {} absences, {} facts, {} sources",
        library.pathways.len(),
        library.overlays.len(),
        library.absences.len(),
        library.vocabulary.iter().count(),
        library.sources.len()
    );
    Ok(ExitCode::SUCCESS)
}

fn list(on: desk::Date, lang: Lang) -> Result<ExitCode, Problem> {
    for book in desk::book_states(&library(&[])?, on, lang) {
        say!("{:<10} {:<36} {}", book.in_force, book.id, book.title);
    }
    Ok(ExitCode::SUCCESS)
}

fn show_book(id: &str) -> Result<ExitCode, Problem> {
    let library = library(&[])?;
    let pathways = library.pathways.iter().map(|book| (&book.id, &book.source));
    let overlays = library.overlays.iter().map(|book| (&book.id, &book.source));
    let absences = library.absences.iter().map(|book| (&book.id, &book.source));
    let found = pathways
        .chain(overlays)
        .chain(absences)
        .find(|(known, _)| *known == id);
    let instead = "safeconduct law list";
    let (_, source) = found.ok_or(Problem::NoSuchThing {
        what: "book",
        name: id.to_owned(),
        instead,
    })?;
    say!("{}", source.text.trim_end());
    Ok(ExitCode::SUCCESS)
}

fn table(id: &str) -> Result<ExitCode, Problem> {
    let library = library(&[])?;
    let instead = "safeconduct law table entry_rules";
    let text = desk::table_text(&library, id).ok_or(Problem::NoSuchThing {
        what: "table",
        name: id.to_owned(),
        instead,
    })?;
    say!("{}", text.trim_end());
    Ok(ExitCode::SUCCESS)
}

fn schema(name: &str) -> Result<ExitCode, Problem> {
    let instead = "safeconduct law schema pathway";
    let schema = desk::schema(name, &library(&[])?.vocabulary).ok_or(Problem::NoSuchThing {
        what: "schema",
        name: name.to_owned(),
        instead,
    })?;
    say!(
        "{}",
        serde_json::to_string_pretty(&schema).unwrap_or_default()
    );
    Ok(ExitCode::SUCCESS)
}

fn test(paths: &[PathBuf]) -> Result<ExitCode, Problem> {
    let report = desk::run_tests(&library(paths)?);
    for failure in &report.failures {
        say!(
            "{} “{}”\n    expected {}\n    found    {}",
            failure.id,
            failure.test,
            failure.expected,
            failure.found
        );
    }
    say!(
        "{} passed, {} failed",
        report.ran - report.failures.len(),
        report.failures.len()
    );
    Ok(if report.failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn mutate(paths: &[PathBuf], begins: &str) -> Result<ExitCode, Problem> {
    let report = desk::mutate(&library(paths)?, |pathway| pathway.id.starts_with(begins));
    for mutant in &report.survived {
        say!("{}: no test notices {}", mutant.pathway, mutant.change);
    }
    say!(
        "{} changes: {} noticed, {} proved to change nothing, {} not noticed",
        report.killed + report.equivalent + report.survived.len(),
        report.killed,
        report.equivalent,
        report.survived.len()
    );
    Ok(if report.survived.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn reforms(
    on: desk::Date,
    level: desk::Level,
    json: bool,
    lang: Lang,
) -> Result<ExitCode, Problem> {
    let desk = match desk::Desk::demo() {
        Ok(desk) => desk,
        Err(complaints) => {
            show(&complaints)?;
            return Ok(ExitCode::from(1));
        }
    };
    let text = if json {
        let reforms = desk::reforms_json(&desk, on, level);
        serde_json::to_string_pretty(&reforms).unwrap_or_default()
    } else {
        desk::reforms_text(&desk, on, level, lang)
    };
    say!("{text}");
    Ok(ExitCode::SUCCESS)
}

fn diff(from: desk::Date, to: desk::Date) -> Result<ExitCode, Problem> {
    for (id, what) in desk::day_differences(&library(&[])?, from, to) {
        say!("{id}: {}", what.join("; "));
    }
    Ok(ExitCode::SUCCESS)
}
