//! Person files of real lives and judgements exist only sealed: `age`, under a passphrase (scrypt).

use crate::arguments::Seal;
use crate::problem::Problem;
use age::secrecy::SecretString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// The first bytes of every age file.
const MARK: &[u8] = b"age-encryption.org/v1";

/// A file's text, and whether it was sealed. The text of a sealed file is wiped when dropped.
pub fn text_of_sealed(
    path: &Path,
    passphrase_stdin: bool,
) -> Result<(age::secrecy::zeroize::Zeroizing<String>, bool), Problem> {
    let bytes = std::fs::read(path).map_err(|source| Problem::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let sealed = bytes.starts_with(MARK);
    let plain = if sealed {
        open(&bytes, path, passphrase_stdin)?
    } else {
        bytes
    };
    let text = String::from_utf8(plain).map_err(|_| Problem::NotText(path.to_owned()))?;
    Ok((text.into(), sealed))
}

fn open(bytes: &[u8], path: &Path, passphrase_stdin: bool) -> Result<Vec<u8>, Problem> {
    let fault = |why| Problem::Sealed {
        path: path.to_owned(),
        why,
    };
    let decryptor =
        age::Decryptor::new(bytes).map_err(|_| fault("it is damaged, or no age file"))?;
    let identity = age::scrypt::Identity::new(passphrase(path, passphrase_stdin)?);
    let mut reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|_| fault("the passphrase is not the right one, or the file is damaged"))?;
    let mut plain = Vec::new();
    reader
        .read_to_end(&mut plain)
        .map_err(|_| fault("it is damaged: its end is missing or was changed"))?;
    Ok(plain)
}

/// Seals a file under a passphrase.
pub fn seal(seal: &Seal) -> Result<ExitCode, Problem> {
    let unwritable = |source| Problem::Unwritable {
        path: seal.to.clone(),
        source,
    };
    let plain = std::fs::read(&seal.from).map_err(|source| Problem::Unreadable {
        path: seal.from.clone(),
        source,
    })?;
    let plain = age::secrecy::zeroize::Zeroizing::new(plain);
    let encryptor =
        age::Encryptor::with_user_passphrase(passphrase(&seal.to, seal.passphrase_stdin)?);
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&seal.to)
        .map_err(unwritable)?;
    let mut writer = encryptor.wrap_output(file).map_err(unwritable)?;
    writer.write_all(&plain).map_err(unwritable)?;
    let file = writer.finish().map_err(unwritable)?;
    file.sync_all().map_err(unwritable)?;
    eprintln!(
        "sealed; the file in clear is still there: delete it when you have opened the sealed one once"
    );
    Ok(ExitCode::SUCCESS)
}

/// Asked for on the terminal, or the next line of standard input; never an argument.
fn passphrase(of: &Path, from_stdin: bool) -> Result<SecretString, Problem> {
    let typed = if from_stdin {
        let mut line = String::new();
        std::io::stdin()
            .read_line(&mut line)
            .map_err(Problem::Passphrase)?;
        line
    } else {
        rpassword::prompt_password(format!("passphrase of `{}`: ", of.display()))
            .map_err(Problem::Passphrase)?
    };
    Ok(SecretString::from(
        typed.trim_end_matches(['\r', '\n']).to_owned(),
    ))
}
