use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The page with the start link, in a private folder. It is removed when this is dropped; the link in
/// it works once.
pub struct StartPage(Option<PathBuf>);

impl StartPage {
    /// Writes the page and opens it in the person's browser, if there is one and it is wanted.
    pub fn show(link: &str, no_browser: bool) -> StartPage {
        if no_browser {
            return StartPage(None);
        }
        let folder = std::env::temp_dir().join(format!("safeconduct-{}", std::process::id()));
        // Without a browser the printed link is enough.
        if let Ok(page) = pages::write_start_file(&folder, link) {
            open(&page);
        }
        StartPage(Some(folder))
    }
}

impl Drop for StartPage {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Opens a local page: the link stands in the page, not on a command line that other programs can
/// read.
fn open(page: &Path) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let _ = Command::new(program)
        .args(first)
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
