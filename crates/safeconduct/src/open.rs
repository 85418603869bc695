//! One's own vault: opened or made in a browser, and locked by a process that holds no keys.

use crate::arguments::Open;
use crate::browser::StartPage;
use crate::memory::{SwappedOut, keep_to_ourselves};
use crate::problem::Problem;
use desk::Door;
use pages::Workspace;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// After a lock the last answer is given so long to reach the browser.
const LAST_ANSWER: Duration = Duration::from_millis(150);

/// Serves the vault until the program is interrupted.
///
/// Whoever locks the vault ends the process that held its keys: the program replaces itself by one
/// that holds only the listening socket and a page that says nothing.
pub fn run(open: &Open) -> Result<ExitCode, Problem> {
    if keep_to_ourselves() == SwappedOut::Perhaps && !open.listener_on_stdin {
        say!("This system may write what the program holds in memory out to disk: turn swap and");
        say!("hibernation off, or have them encrypted.");
        say!("Система может выгрузить память программы на диск: отключите или зашифруйте подкачку");
        say!("и гибернацию.\n");
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| Problem::Workspace(error.to_string()))?;
    match runtime.block_on(serve(open))? {
        None => Ok(ExitCode::SUCCESS),
        Some(listener) => Err(replaced(open, listener)),
    }
}

/// Gives the listening socket if the vault was locked; nothing if the program is to end.
async fn serve(open: &Open) -> Result<Option<std::net::TcpListener>, Problem> {
    let problem = |error: std::io::Error| Problem::Workspace(error.to_string());
    let listener = match open.listener_on_stdin {
        true => inherited().map_err(problem)?,
        false => pages::listen().await.map_err(problem)?,
    };
    let address = listener.local_addr().map_err(problem)?;
    let workspace = Workspace::closed(door(open)?, address);
    let page = match open.listener_on_stdin {
        true => None,
        false => Some(invite(&workspace, open.no_browser)?),
    };
    let idle = Duration::from_secs(60 * u64::from(open.idle_minutes));
    let was_locked = tokio::select! {
        served = pages::serve(workspace.clone(), &listener, std::future::pending()) => {
            served.map_err(problem)?;
            false
        }
        () = workspace.locked(idle) => true,
        _ = tokio::signal::ctrl_c() => false,
    };
    drop(page);
    if !was_locked {
        return Ok(None);
    }
    tokio::time::sleep(LAST_ANSWER).await;
    listener.into_std().map(Some).map_err(problem)
}

fn invite(workspace: &Workspace, no_browser: bool) -> Result<StartPage, Problem> {
    let link = workspace.start_link();
    let link = link.map_err(|error| Problem::Workspace(error.to_string()))?;
    say!("Open this link once, in a browser on this machine:");
    say!("Откройте эту ссылку один раз, в браузере на этом компьютере:");
    say!("\n    {link}\n");
    say!("Ctrl+C ends it.");
    Ok(StartPage::show(&link, no_browser))
}

fn door(open: &Open) -> Result<Door, Problem> {
    let (door, _) = door_to(open.folder.as_deref(), open.secret.as_deref())?;
    Ok(door)
}

/// Where the vault lies: what was said, or a folder of one's own.
pub fn door_to(folder: Option<&Path>, secret: Option<&Path>) -> Result<(Door, PathBuf), Problem> {
    let files = match folder {
        Some(folder) => folder.to_owned(),
        None => std::env::home_dir()
            .map(|home| home.join("safeconduct-vault"))
            .ok_or(Problem::NoHome)?,
    };
    let secrets: PathBuf = match secret {
        Some(folder) => folder.to_owned(),
        None => files.join("device"),
    };
    Ok((Door::to(&files, &secrets), files))
}

/// The socket that the process before this one listened on.
#[cfg(unix)]
fn inherited() -> std::io::Result<tokio::net::TcpListener> {
    use std::os::fd::AsFd;
    let socket = std::io::stdin().as_fd().try_clone_to_owned()?;
    let listener = std::net::TcpListener::from(socket);
    listener.set_nonblocking(true)?;
    tokio::net::TcpListener::from_std(listener)
}

/// Replaces this process: its memory, keys and all, is gone. Returns only if that fails.
#[cfg(unix)]
fn replaced(open: &Open, listener: std::net::TcpListener) -> Problem {
    use std::os::fd::OwnedFd;
    use std::os::unix::process::CommandExt;
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return Problem::Workspace(error.to_string()),
    };
    let mut next = std::process::Command::new(program);
    next.arg("open").arg("--listener-on-stdin");
    next.args(["--idle-minutes", &open.idle_minutes.to_string()]);
    if let Some(secret) = &open.secret {
        next.arg("--secret").arg(secret);
    }
    if let Some(folder) = &open.folder {
        next.arg("--").arg(folder);
    }
    next.stdin(OwnedFd::from(listener));
    Problem::Workspace(next.exec().to_string())
}

#[cfg(not(unix))]
fn inherited() -> std::io::Result<tokio::net::TcpListener> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// Elsewhere a socket cannot be handed on: the program ends, and is started again by hand.
#[cfg(not(unix))]
fn replaced(_: &Open, _: std::net::TcpListener) -> Problem {
    Problem::Locked
}
