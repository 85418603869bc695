use crate::door::{Door, NotOpened, new_passphrase};
use crate::forms::{Clock, Typed};
use crate::office::Office;
use crate::recovery::{MOST_FIELDS, opens};
use crate::shares_typed::{Slip, Wrong, faults, fields, shares_of};
use crate::view::RestorePage;
use crate::{Lang, Speech};
use vault::{Backup, OpenError, RecoverySeed, Vault};

/// Why no vault was restored.
#[derive(Debug)]
pub enum NotRestored {
    /// Something was typed wrong, or the files do not open: the form is shown again.
    Slips(Vec<Slip>),
    /// The vault cannot be made here.
    NotOpened(NotOpened),
}

impl Door {
    /// The form by which a vault is restored from a backup, with fields for so many shares.
    pub fn restore_page(
        &self,
        shares: usize,
        typed: &Typed,
        slips: &[Slip],
        lang: Lang,
    ) -> RestorePage {
        let speech = Speech::of(lang);
        RestorePage {
            shares: fields(shares.clamp(1, MOST_FIELDS), typed, slips, speech),
            faults: faults(slips, speech),
            one_place: self.is_one_place(),
        }
    }

    /// Restores a vault where there is none yet, from a backup's two files and the shares that were
    /// typed. It is a new device, and the lost one is shut out; what was ordered to be erased is not
    /// restored. Nothing is written before the files have opened.
    ///
    /// # Errors
    /// [`NotRestored`].
    pub fn restore(
        &self,
        typed: &Typed,
        [log, keys]: [&[u8]; 2],
        clock: Clock,
    ) -> Result<Office, NotRestored> {
        let slip = |why| NotRestored::Slips(Slip::together(why));
        let passphrase = new_passphrase(typed).map_err(|error| match error {
            NotOpened::Faults(found) => {
                let says = found.first().map_or("fault-passphrase", |it| it.says);
                slip(Wrong::Other(says))
            }
            other => NotRestored::NotOpened(other),
        })?;
        let shares = shares_of(typed, MOST_FIELDS).map_err(NotRestored::Slips)?;
        let seed = RecoverySeed::of_shares(&shares);
        let seed = seed.map_err(|error| slip(Wrong::Share(error)))?;
        if log.is_empty() || keys.is_empty() {
            return Err(slip(Wrong::Other("restore-fault-files")));
        }
        opens(log, keys, &seed).map_err(NotRestored::Slips)?;
        let home = self.home().map_err(OpenError::from);
        let at = clock.now.seconds();
        let backup = Backup { log, keys };
        let vault = home.and_then(|home| {
            Vault::restore(home, &passphrase, self.hardness(), &seed, &backup, at)
        });
        let vault = vault.map_err(|error| NotRestored::NotOpened(NotOpened::Vault(error)))?;
        Door::office(vault, clock).map_err(NotRestored::NotOpened)
    }
}
