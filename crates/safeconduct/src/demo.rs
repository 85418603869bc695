//! The demonstration: the workspace on a loopback address, in a browser where there is one.

use crate::arguments::Demo;
use crate::judgements::judging;
use crate::problem::{Problem, show};
use pages::Workspace;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

/// Opens the demonstration and serves it until the program is interrupted.
pub fn run(demo: &Demo) -> Result<ExitCode, Problem> {
    let desk = match desk::Desk::demo() {
        Ok(desk) => judging(desk, demo.judgements.as_deref(), demo.passphrase_stdin)?,
        Err(complaints) => {
            show(&complaints)?;
            return Ok(ExitCode::from(1));
        }
    };
    let office =
        desk::Office::throwing_away(desk).map_err(|error| Problem::Workspace(error.to_string()))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime
        .map_err(|error| Problem::Workspace(error.to_string()))?
        .block_on(serve(office, demo.no_browser))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(office: desk::Office, no_browser: bool) -> Result<(), Problem> {
    let problem = |error: std::io::Error| Problem::Workspace(error.to_string());
    let listener = pages::listen().await.map_err(problem)?;
    let workspace = Workspace::open(office, listener.local_addr().map_err(problem)?);
    workspace.prepare();
    let link = workspace
        .start_link()
        .map_err(|error| Problem::Workspace(error.to_string()))?;
    say!("Everyone in it is invented. Open this link once, in a browser on this machine:");
    say!("Все люди здесь вымышлены. Откройте эту ссылку один раз, в браузере на этом компьютере:");
    say!("\n    {link}\n");
    say!("Ctrl+C ends it.");
    // The folder lives as long as the program; the link in it works once.
    let folder = (!no_browser)
        .then(|| std::env::temp_dir().join(format!("safeconduct-{}", std::process::id())));
    if let Some(folder) = &folder
        && let Ok(page) = pages::write_start_file(folder, &link)
    {
        open_browser(&page);
    }
    let until = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    let served = pages::serve(workspace, listener, until)
        .await
        .map_err(problem);
    if let Some(folder) = folder {
        let _ = std::fs::remove_dir_all(folder);
    }
    served
}

/// Opens a local page in the person's browser, if there is one: the link stands in the page, not
/// on a command line that other programs can read.
fn open_browser(page: &Path) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    // Without a browser the printed link is enough.
    let _ = Command::new(program)
        .args(first)
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
