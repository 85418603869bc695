use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the start link into a page in a private folder and gives the page's path.
///
/// The link stands in a file, not on a browser's command line, where every process of the machine
/// could read it. The folder can be entered and the file be read by their owner only (0700, 0600).
///
/// # Errors
/// When the folder cannot be made private, or the file cannot be written.
pub fn write_start_file(folder: &Path, link: &str) -> io::Result<PathBuf> {
    make_private_folder(folder)?;
    let path = folder.join("start.html");
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // `create_new` follows no link that somebody else may have put there.
    let mut file = private_options().open(&path)?;
    file.write_all(page(link).as_bytes())?;
    file.sync_all()?;
    Ok(path)
}

fn page(link: &str) -> String {
    format!(
        "<!doctype html><meta charset=utf-8><meta name=referrer content=no-referrer>\
         <meta http-equiv=refresh content=\"0; url={link}\"><title>Start</title>\
         <p><a href=\"{link}\">Open the workspace · Открыть рабочее место</a>\n"
    )
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn private_options() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn only_the_owner_may_read_the_start_link() {
        let folder = std::env::temp_dir().join(format!("start-file-test-{}", std::process::id()));
        for _ in 0..2 {
            let path =
                write_start_file(&folder, "http://127.0.0.1:1/start/ab").expect("it is written");
            let mode =
                |p: &Path| fs::metadata(p).expect("it is there").permissions().mode() & 0o777;
            assert_eq!((mode(&folder), mode(&path)), (0o700, 0o600));
        }
        fs::remove_dir_all(&folder).expect("it is removed");
    }
}
