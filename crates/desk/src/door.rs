use crate::Lang;
use crate::Speech;
use crate::cabinet::Cabinet;
use crate::forms::{Clock, Fault, Sheet, Typed};
use crate::invitation::Invitation;
use crate::office::{NoOffice, Office};
use crate::view::FormPage;
use facts::Words;
use std::io;
use std::path::{Path, PathBuf};
use vault::{Believes, Folder, Hardness, Home, OpenError, Passphrase, SystemRandomness, Vault};

/// The way to a vault of one's own: the folder in which it is sealed, and the folder with the device's
/// secret.
///
/// The two may be one. Then whoever has the disk has the device's secret, too, and the passphrase
/// alone protects the vault.
#[derive(Clone, Debug)]
pub struct Door {
    files: PathBuf,
    secrets: PathBuf,
    hardness: Hardness,
}

/// Why a vault was not opened or made.
#[derive(Debug)]
pub enum NotOpened {
    /// Fields have faults: the form is shown again.
    Faults(Vec<Fault>),
    /// The vault does not open.
    Vault(OpenError),
    /// The office around it.
    Office(NoOffice),
}

/// A passphrase of fewer letters is guessed, whatever a guess costs.
const SHORTEST: usize = 14;

impl Door {
    /// The vault in a folder, with the device's secret in another.
    pub fn to(files: &Path, secrets: &Path) -> Door {
        Door {
            files: files.to_owned(),
            secrets: secrets.to_owned(),
            hardness: Hardness::USUAL,
        }
    }

    /// The same door where a guess at the passphrase costs as little as may be: for tests.
    #[must_use]
    pub fn with_the_least_work(mut self) -> Door {
        self.hardness = Hardness::FLOOR;
        self
    }

    /// Whether nobody has made a vault here yet.
    ///
    /// # Errors
    /// As the disk gives them.
    pub fn is_new(&self) -> io::Result<bool> {
        Ok(!Vault::is_at(&Folder::at(self.files.clone())?)?)
    }

    /// Whether vault and secret lie in one place, so that one theft takes both.
    pub fn is_one_place(&self) -> bool {
        self.files == self.secrets || self.secrets.starts_with(&self.files)
    }

    /// The form by which the vault is opened, or made.
    ///
    /// # Errors
    /// As the disk gives them.
    pub fn form(&self, typed: &Typed, faults: &[Fault], lang: Lang) -> io::Result<FormPage> {
        let mut sheet = Sheet::new(typed, faults, Speech::of(lang));
        match self.is_new()? {
            true => self.lay_out_new(&mut sheet),
            false => {
                sheet.head("open-head", &[]);
                sheet.passphrase("passphrase", "open-passphrase", "");
                sheet.button("open-button");
            }
        }
        Ok(sheet.done())
    }

    fn lay_out_new(&self, sheet: &mut Sheet<'_>) {
        let lead = ["open-new-lead", "open-new-one-place"];
        sheet.may_restore();
        let shown = if self.is_one_place() { 2 } else { 1 };
        sheet.head("open-new", &lead[..shown]);
        sheet.passphrase(
            "passphrase",
            "open-new-passphrase",
            "open-new-passphrase-hint",
        );
        sheet.passphrase("again", "open-new-again", "");
        let alone = [
            ("alone", "open-new-alone"),
            ("two", "open-new-two"),
            ("join", "open-new-join"),
        ];
        let alone = alone.map(|(value, id)| (value.to_owned(), sheet.say(id)));
        sheet.one_of(
            "people",
            "open-new-people",
            "open-new-people-hint",
            alone.into(),
        );
        sheet.area(
            "invitation",
            "open-new-invitation",
            "open-new-invitation-hint",
        );
        sheet.button("open-new-button");
    }

    /// Opens the vault with what was typed, or makes it where there is none.
    ///
    /// Takes half a second of work and more: so a guess does, too.
    ///
    /// # Errors
    /// [`NotOpened`]. A wrong passphrase cannot be told from a damaged key box.
    pub fn open(&self, typed: &Typed, clock: Clock) -> Result<Office, NotOpened> {
        let disk = |error: io::Error| NotOpened::Vault(error.into());
        let at = clock.now.seconds();
        let vault = match self.is_new().map_err(disk)? {
            true => self.make(typed, at)?,
            false => {
                let passphrase = passphrase(typed)?;
                Vault::open(self.home().map_err(disk)?, &passphrase)
            }
        };
        let vault = vault.map_err(|error| match error {
            OpenError::KeyBox(_) => fault("passphrase", "fault-passphrase-wrong"),
            OpenError::InUse => fault("passphrase", "fault-vault-in-use"),
            other => NotOpened::Vault(other),
        })?;
        Door::office(vault, clock)
    }

    /// The office around an open vault.
    pub(crate) fn office(vault: Vault, clock: Clock) -> Result<Office, NotOpened> {
        let cabinet = Cabinet::of(vault).map_err(|error| NotOpened::Vault(error.into()))?;
        Office::open(cabinet, Words::default(), clock.today()).map_err(NotOpened::Office)
    }

    fn make(&self, typed: &Typed, at: i64) -> Result<Result<Vault, OpenError>, NotOpened> {
        let passphrase = new_passphrase(typed)?;
        let home = || self.home().map_err(|error| NotOpened::Vault(error.into()));
        let hardness = self.hardness;
        let threshold = match typed.get("people") {
            "alone" => 1,
            "two" => 2,
            "join" => {
                let invited = Invitation::typed(typed.get("invitation"));
                let invited = invited.ok_or_else(|| fault("invitation", "fault-invitation"))?;
                return Ok(joined(home()?, &passphrase, hardness, invited, at));
            }
            _ => return Err(fault("people", "fault-choose")),
        };
        Ok(Vault::create(home()?, &passphrase, hardness, threshold, at))
    }

    /// What a guess at the passphrase costs.
    pub(crate) fn hardness(&self) -> Hardness {
        self.hardness
    }

    pub(crate) fn home(&self) -> io::Result<Home> {
        Ok(Home {
            files: Box::new(Folder::at(self.files.clone())?),
            secrets: Box::new(Folder::at(self.secrets.clone())?),
            randomness: Box::new(SystemRandomness),
        })
    }
}

/// A vault that joins: of a colleague, or on a further device of whoever invites.
fn joined(
    home: Home,
    passphrase: &Passphrase,
    hardness: Hardness,
    invited: Invitation,
    at: i64,
) -> Result<Vault, OpenError> {
    let (organisation, introducer) = (invited.organisation, invited.introducer);
    match invited.person {
        None => Vault::guest(home, passphrase, hardness, organisation, introducer, at),
        Some(person) => {
            let believes = Believes {
                organisation,
                introducer,
                person,
            };
            Vault::guest_who(home, passphrase, hardness, believes, at)
        }
    }
}

fn fault(field: &'static str, says: &'static str) -> NotOpened {
    NotOpened::Faults(vec![Fault { field, says }])
}

fn passphrase(typed: &Typed) -> Result<Passphrase, NotOpened> {
    let typed = typed.get("passphrase").to_owned();
    Passphrase::of(typed.into()).map_err(|_| fault("passphrase", "fault-passphrase"))
}

/// A new passphrase, typed twice.
pub(crate) fn new_passphrase(typed: &Typed) -> Result<Passphrase, NotOpened> {
    if typed.get("passphrase").chars().count() < SHORTEST {
        return Err(fault("passphrase", "fault-passphrase-short"));
    }
    if typed.get("passphrase") != typed.get("again") {
        return Err(fault("again", "fault-passphrase-again"));
    }
    passphrase(typed)
}
