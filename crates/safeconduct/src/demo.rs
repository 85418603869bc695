//! The demonstration: the workspace on a loopback address, in a browser where there is one.

use crate::arguments::Demo;
use crate::browser::StartPage;
use crate::judgements::judging;
use crate::problem::{Problem, show};
use pages::Workspace;
use std::process::ExitCode;

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
    let page = StartPage::show(&link, no_browser);
    let until = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    let served = pages::serve(workspace, &listener, until)
        .await
        .map_err(problem);
    drop(page);
    served
}
