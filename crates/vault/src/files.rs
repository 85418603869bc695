use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A folder, as little of it as the vault needs: so that a simulated disk can stand under it.
///
/// Names are the vault's own and few; none says anything of a case.
pub trait Files: Send {
    /// The file's bytes; none if there is no such file.
    ///
    /// # Errors
    /// As the disk gives them.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;

    /// Writes a file from its beginning. After a power cut it may be there in part.
    ///
    /// # Errors
    /// As the disk gives them.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Waits until a file's bytes survive a power cut.
    ///
    /// # Errors
    /// As the disk gives them.
    fn sync(&self, name: &str) -> io::Result<()>;

    /// Puts one file in the place of another, wholly or not at all.
    ///
    /// # Errors
    /// As the disk gives them.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Waits until the folder's names survive a power cut.
    ///
    /// # Errors
    /// As the disk gives them.
    fn sync_folder(&self) -> io::Result<()>;

    /// Removes a file, if it is there.
    ///
    /// # Errors
    /// As the disk gives them.
    fn remove(&self, name: &str) -> io::Result<()>;

    /// Opens a database file.
    ///
    /// # Errors
    /// As SQLite gives them.
    fn connect(&self, name: &str) -> rusqlite::Result<rusqlite::Connection>;

    /// What tells this folder from every other, and from a copy of it: not its name, which may stay
    /// the same.
    ///
    /// # Errors
    /// As the disk gives them.
    fn place(&self) -> io::Result<Vec<u8>>;
}

/// Replaces a file as a whole: a power cut at any moment leaves the old one or the new one.
pub(crate) fn replace(files: &dyn Files, name: &str, bytes: &[u8]) -> io::Result<()> {
    let new = format!("{name}.new");
    files.write(&new, bytes)?;
    files.sync(&new)?;
    files.rename(&new, name)?;
    files.sync_folder()
}

/// A folder on this machine's disk, which only its owner may enter.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at this path; it is made if it is not there.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn at(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path = path.into();
        let above = path
            .ancestors()
            .filter(|folder| !folder.as_os_str().is_empty());
        let made: Vec<PathBuf> = above
            .take_while(|folder| !folder.exists())
            .map(PathBuf::from)
            .collect();
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        // A new folder's own name survives a power cut only when the folder above is synced.
        for folder in made {
            let above = folder
                .parent()
                .filter(|above| !above.as_os_str().is_empty());
            sync_names(above.unwrap_or(Path::new(".")))?;
        }
        Ok(Self(path))
    }
}

impl Files for Folder {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match File::open(self.0.join(name)) {
            Ok(mut file) => {
                let mut bytes = vec![];
                file.read_to_end(&mut bytes)?;
                Ok(Some(bytes))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(self.0.join(name))?.write_all(bytes)
    }

    fn sync(&self, name: &str) -> io::Result<()> {
        // Windows flushes only what was opened for writing.
        let file = OpenOptions::new().write(true).open(self.0.join(name))?;
        file.sync_all()
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    fn sync_folder(&self) -> io::Result<()> {
        sync_names(&self.0)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.0.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn connect(&self, name: &str) -> rusqlite::Result<rusqlite::Connection> {
        let path = self.0.join(name);
        // SQLite makes files that others may read: ours is there before, for its owner alone.
        if !path.exists() {
            self.write(name, &[])
                .map_err(|_| rusqlite::Error::InvalidPath(path.clone()))?;
        }
        rusqlite::Connection::open(path)
    }

    fn place(&self) -> io::Result<Vec<u8>> {
        let machine = fs::read("/etc/machine-id").unwrap_or_default();
        #[cfg(unix)]
        let folder = std::os::unix::fs::MetadataExt::ino(&fs::metadata(&self.0)?);
        // Elsewhere the folder's full name must do: a copy to another place is noticed.
        #[cfg(not(unix))]
        let folder = self.0.canonicalize()?.display().to_string();
        Ok(format!("{folder}\n{}", String::from_utf8_lossy(&machine)).into_bytes())
    }
}

/// Waits until a folder's names survive a power cut. Windows has no such thing: there the rename itself
/// is written through.
fn sync_names(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
