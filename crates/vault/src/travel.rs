//! A small vault for a journey: a new device of the same person, with a few compartments and nothing
//! else on its disk.

use crate::{Believes, History, Home, Imported, OpenError, Vault, VaultError};
use sealed::{Card, CompartmentId, DeviceId, Hardness, Passphrase};
use std::collections::BTreeSet;

impl Vault {
    /// Makes a vault for a journey in another folder. It reads and writes these compartments, from
    /// their beginning, and the organisation's own, which every device needs; of others neither rows
    /// nor keys nor names are on its disk. Whoever takes it at a border takes no more.
    ///
    /// # Errors
    /// [`VaultError::NotVouched`], if the charter wants a colleague to vouch for a further device: the
    /// new vault is there, empty, and [`Vault::pack`] fills it once they have. Else as [`Vault::guest`]
    /// and [`Vault::grant`].
    pub fn travel(
        &mut self,
        home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        compartments: &BTreeSet<CompartmentId>,
        at: i64,
    ) -> Result<Vault, OpenError> {
        // Nothing is begun that cannot be filled.
        self.may_write()?;
        for compartment in compartments {
            self.fold(*compartment)?;
        }
        let believes = Believes {
            organisation: self.organisation(),
            introducer: self.device(),
            person: self.person(),
        };
        let mut away = Vault::guest_who(home, passphrase, hardness, believes, at)?;
        let bundle = self.pack(away.card(), compartments, at)?;
        away.import(&bundle)?;
        Ok(away)
    }

    /// Admits a device by its card, lets it read these compartments, and gives the bundle with them
    /// alone.
    ///
    /// # Errors
    /// As [`Vault::admit`] and [`Vault::grant`].
    pub fn pack(
        &mut self,
        card: Card,
        compartments: &BTreeSet<CompartmentId>,
        at: i64,
    ) -> Result<Vec<u8>, VaultError> {
        let device = self.admit(card, at)?;
        for compartment in compartments {
            let is_reader = self.fold(*compartment)?.readers.contains(&device);
            if !is_reader && *compartment != self.own_compartment() {
                self.grant(*compartment, device, History::All, at)?;
            }
        }
        let mut packed = compartments.clone();
        packed.insert(self.own_compartment());
        self.export_only(&[device], &packed)
    }

    /// Takes in what a device wrote on a journey, and removes the device: what is written from now on
    /// it cannot read, wherever it is.
    ///
    /// # Errors
    /// As [`Vault::import`] and [`Vault::remove_everywhere`]. If the bundle does not open, the device
    /// is not removed, and can be asked for another.
    pub fn return_from_travel(
        &mut self,
        bundle: &[u8],
        device: DeviceId,
        at: i64,
    ) -> Result<Imported, VaultError> {
        let imported = self.import(bundle)?;
        self.remove_everywhere(device, at)?;
        Ok(imported)
    }
}
