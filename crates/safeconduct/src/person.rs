//! One person on one day.

use crate::arguments::{AboutPerson, Decide, Routes};
use crate::judgements::judging;
use crate::problem::{Problem, show, show_places};
use crate::sealed::text_of_sealed;
use desk::{CaseNumber, Caseload, Complaints, Date, Desk, Lang, SourceText, checked_library};
use std::path::Path;
use std::process::ExitCode;

const ONLY: CaseNumber = CaseNumber(1);

/// Prints the verdicts on a person.
pub fn decide(decide: &Decide, lang: Lang) -> Result<ExitCode, Problem> {
    let about = &decide.about;
    let desk =
        desk_of(&about.person, about.passphrase_stdin, about.on)?.knowing_until(decide.known_on);
    let on = decide.about.on;
    if decide.json {
        let value = desk::decision_json(&desk, ONLY, on, lang, &decide.pathway).unwrap_or_default();
        say!(
            "{}",
            serde_json::to_string_pretty(&value).unwrap_or_default()
        );
    } else {
        say!(
            "{}",
            desk::decision_text(&desk, ONLY, on, lang, &decide.pathway)
                .unwrap_or_default()
                .trim_end()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the next questions for a person.
pub fn ask(about: &AboutPerson, lang: Lang) -> Result<ExitCode, Problem> {
    let desk = desk_of(&about.person, about.passphrase_stdin, about.on)?;
    let text = desk::questions_text(&desk, ONLY, about.on, lang).unwrap_or_default();
    if text.is_empty() {
        say!("{}", desk::Speech::of(lang).say("ask-settled"));
    }
    say!("{}", text.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// Prints the routes of a person, or writes the models behind them.
pub fn routes(routes: &Routes, lang: Lang) -> Result<ExitCode, Problem> {
    let about = &routes.about;
    let desk = desk_of(&about.person, about.passphrase_stdin, about.on)?;
    let desk = judging(desk, routes.judgements.as_deref(), about.passphrase_stdin)?;
    if let Some(folder) = &routes.export {
        return export(&desk, about.on, folder, lang);
    }
    let text = if routes.json {
        let value = desk.routes_json(ONLY, about.on, lang).unwrap_or_default();
        serde_json::to_string_pretty(&value).unwrap_or_default()
    } else {
        desk::routes_text(&desk, ONLY, about.on, lang).unwrap_or_default()
    };
    say!("{}", text.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// The models hold numbers of situations and nothing about the person; the folder must be new.
fn export(desk: &Desk, on: Date, folder: &Path, lang: Lang) -> Result<ExitCode, Problem> {
    let unwritable = |source| Problem::Unwritable {
        path: folder.to_owned(),
        source,
    };
    std::fs::create_dir(folder).map_err(unwritable)?;
    let models = desk.routes_export(ONLY, on).unwrap_or_default();
    for (name, text) in models.files {
        std::fs::write(folder.join(&name), text).map_err(unwritable)?;
        say!("{name}");
    }
    let too_large = desk::Speech::of(lang).say("export-too-large");
    for name in models.not_written {
        say!("{name}: {too_large}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what changed for a person between two days.
pub fn diff(
    file: &Path,
    from: Date,
    to: Date,
    passphrase_stdin: bool,
    lang: Lang,
) -> Result<ExitCode, Problem> {
    let desk = desk_of(file, passphrase_stdin, to)?;
    let text = desk::changes_text(&desk, ONLY, from, to, lang).unwrap_or_default();
    if text.is_empty() {
        say!("{}", desk::Speech::of(lang).say("changes-none"));
    }
    say!("{}", text.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// A desk with the shipped books and this one person.
fn desk_of(file: &Path, passphrase_stdin: bool, on: Date) -> Result<Desk, Problem> {
    let (library, complaints) = checked_library(&[]);
    show(&complaints)?;
    let (text, sealed) = text_of_sealed(file, passphrase_stdin)?;
    // A sealed file's name may say whose it is: complaints call it only *the person file*.
    let name = if sealed {
        "the person file".to_owned()
    } else {
        file.display().to_string()
    };
    let source = SourceText::new(name, text.as_str());
    let mut complaints = Complaints::new();
    let case = desk::read_case(ONLY, &source, &library, sealed, &mut complaints);
    match sealed {
        true => show_places(&complaints, "person file")?,
        false => show(&complaints)?,
    }
    let cases = case.into_iter().collect();
    Ok(Desk::open(
        library,
        Caseload {
            title: Default::default(),
            date: on,
            cases,
        },
    ))
}
