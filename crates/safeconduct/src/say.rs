//! A draft on standard input, checked against a vault. It is never an argument, and is kept nowhere.

use crate::arguments::{Say, SayCheck};
use crate::memory;
use crate::open::door_to;
use crate::problem::Problem;
use age::secrecy::zeroize::Zeroizing;
use desk::{Clock, Lang, Office, Typed};
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Longer texts are checked in parts.
const LARGEST_DRAFT: u64 = 64 * 1024;

/// Runs a command about what may be said.
pub fn run(say: &Say, lang: Lang) -> Result<ExitCode, Problem> {
    match say {
        Say::Check(check) => checked(check, lang),
    }
}

fn checked(check: &SayCheck, lang: Lang) -> Result<ExitCode, Problem> {
    let draft = draft()?;
    let office = match check.demo {
        true => Office::demo().map_err(|error| Problem::Workspace(error.to_string()))?,
        false => opened(check)?,
    };
    let said = office.say_text(&draft, lang);
    say!("{}", said.text);
    Ok(ExitCode::from(u8::from(said.holds_back)))
}

fn draft() -> Result<Zeroizing<String>, Problem> {
    let path = || PathBuf::from("standard input");
    let mut bytes = Zeroizing::new(Vec::new());
    let read = std::io::stdin()
        .take(LARGEST_DRAFT + 1)
        .read_to_end(&mut bytes);
    read.map_err(|source| Problem::Unreadable {
        path: path(),
        source,
    })?;
    if bytes.len() as u64 > LARGEST_DRAFT {
        return Err(Problem::LongDraft);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| Problem::NotText(path()))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// The vault, opened with a passphrase that is typed on the terminal: standard input is the draft.
fn opened(check: &SayCheck) -> Result<Office, Problem> {
    memory::keep_to_ourselves();
    let (door, path) = door_to(check.folder.as_deref(), check.secret.as_deref())?;
    let is_new = door.is_new().map_err(|source| Problem::Unreadable {
        path: path.clone(),
        source,
    })?;
    if is_new {
        return Err(Problem::NoSuchThing {
            what: "vault",
            name: path.display().to_string(),
            instead: "safeconduct open",
        });
    }
    let asked = format!("passphrase of `{}`: ", path.display());
    let passphrase = rpassword::prompt_password(asked).map_err(Problem::Passphrase)?;
    let typed = Typed::of([("passphrase".to_owned(), passphrase)]);
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    let clock = Clock::at(i64::try_from(seconds).unwrap_or(i64::MAX), 0);
    door.open(&typed, clock).map_err(|_| Problem::Sealed {
        path,
        why: "the passphrase is not the right one, or the vault is damaged",
    })
}
