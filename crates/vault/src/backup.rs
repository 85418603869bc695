//! Backups, and vaults that wake up elsewhere: a restored or copied vault is a new device (E15).

use crate::compartment::Told;
use crate::founding::{Believes, new_ring};
use crate::members::admission;
use crate::membership::{Act, Entry};
use crate::{History, Home, OpenError, Vault, VaultError};
use sealed::{
    Body, Bundle, Canonical, Contents, CopiedKeys, DeviceId, DeviceKey, Erased, Hardness, Item,
    KeyCopy, OperationId, Passphrase, RecoveryPublic, RecoverySeed, RecoveryShare, ShareError,
    Succession,
};
use std::collections::{BTreeMap, BTreeSet};

/// The two files of a backup, to be kept in two places.
pub struct Backup<'b> {
    /// What [`Vault::backup_log`] gave.
    pub log: &'b [u8],
    /// What [`Vault::backup_keys`] gave.
    pub keys: &'b [u8],
}

/// A recovery generation that has begun and not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The how manieth.
    pub generation: u64,
    /// When it began, in seconds since 1970, as its device claimed.
    pub began: i64,
    /// The device as which its share-holders together sign.
    pub signs_as: DeviceId,
}

impl Backup<'_> {
    /// Tries whether a generation's private half opens this backup, both files of it, and restores
    /// nothing.
    ///
    /// # Errors
    /// [`OpenError::Backup`], if it does not, or the files were changed.
    pub fn rehearse(&self, seed: &RecoverySeed) -> Result<(), OpenError> {
        self.open(seed).map(|_| ())
    }

    /// The keys and the items in it.
    fn open(&self, seed: &RecoverySeed) -> Result<(CopiedKeys, Contents), OpenError> {
        let copy = KeyCopy::from_bytes(self.keys).map_err(|_| OpenError::Backup)?;
        let copied = seed.open(&copy).map_err(|_| OpenError::Backup)?;
        let bundle = Bundle::from_bytes(self.log).map_err(|_| OpenError::Backup)?;
        let contents = bundle.open(copied.organisation, &[&seed.transit()]);
        Ok((copied, contents.map_err(|_| OpenError::Backup)?))
    }
}

impl Vault {
    /// Begins a recovery generation: every device learns its public half. The private half is given
    /// here once, to be split among people, and kept nowhere. Share-holders together are one more
    /// device of this device's person, once enough have vouched for it ([`Vault::unvouched`]).
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn begin_recovery(&mut self, at: i64) -> Result<RecoverySeed, VaultError> {
        let seed = self.new_generation();
        self.announce(&seed, at)?;
        Ok(seed)
    }

    fn new_generation(&mut self) -> RecoverySeed {
        let known = self.all_generations().into_keys().max().unwrap_or(0);
        RecoverySeed::make(known + 1, self.home.randomness.as_mut())
    }

    fn announce(&mut self, seed: &RecoverySeed, at: i64) -> Result<(), VaultError> {
        let begun = Body::RecoveryBegun(seed.public());
        self.say(self.own_compartment(), begun, at)?;
        let card = seed.card(self.person(), self.organisation());
        let card = card.verify(self.organisation());
        let card = card.map_err(|_| VaultError::NotACard)?;
        let entries = self.admissions(&card).into_iter().map(Item::Entry);
        self.store(entries.collect())
    }

    /// Begins a recovery generation and splits it: `needed` of `of` people can restore a backup
    /// together. The private half is forgotten; each share is for one person, and nowhere else.
    ///
    /// # Errors
    /// [`VaultError::Shares`], if a recovery cannot be split so; else if nothing may be written here.
    pub fn begin_shared_recovery(
        &mut self,
        needed: u8,
        of: u8,
        at: i64,
    ) -> Result<Vec<RecoveryShare>, VaultError> {
        let organisation = self.organisation();
        let seed = self.new_generation();
        // Split before anybody is told of it: a generation whose shares nobody holds opens nothing.
        let shares = seed.split(organisation, needed, of, self.home.randomness.as_mut())?;
        self.announce(&seed, at)?;
        Ok(shares)
    }

    /// Tries whether some shares would restore a backup that is made now, and restores nothing: so that
    /// people find out before they need it.
    ///
    /// # Errors
    /// [`ShareError`], with what is wrong with which share.
    pub fn rehearse(&self, shares: &[RecoveryShare]) -> Result<(), ShareError> {
        let ours = self.organisation();
        if let Some(theirs) = shares.iter().find(|share| !share.is_of(ours)) {
            return Err(ShareError::Another(theirs.generation()));
        }
        let seed = RecoverySeed::of_shares(shares)?;
        let mut begun = self.begun_generations().into_iter();
        match begun.any(|(_, public)| public == seed.public()) {
            true => Ok(()),
            false => Err(ShareError::Another(shares[0].generation())),
        }
    }

    /// The recovery generations whose shares are in people's hands, the oldest first. A backup is
    /// sealed to the last of them.
    pub fn recoveries(&self) -> Vec<Recovery> {
        let begun = self.begun_generations().into_iter();
        let known = begun.map(|(began, public)| Recovery {
            generation: public.generation,
            began,
            signs_as: public.signer,
        });
        known.collect()
    }

    /// Says that the shares of a generation were collected and destroyed.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn end_recovery(&mut self, generation: u64, at: i64) -> Result<(), VaultError> {
        let ended = self.all_generations().remove(&generation);
        self.say(self.own_compartment(), Body::RecoveryEnded(generation), at)?;
        match ended {
            Some((_, public, _)) => self.shut_out(public.signer),
            None => Ok(()),
        }
    }

    /// A backup of the log: sealed entries, sealed once more. It holds no epoch keys but those in
    /// letters, which only their devices open.
    ///
    /// # Errors
    /// [`VaultError::NoRecovery`], if no generation has begun.
    pub fn backup_log(&mut self) -> Result<Vec<u8>, VaultError> {
        let public = self.newest_generation()?;
        let items = self.all_items();
        let organisation = self.organisation();
        let randomness = self.home.randomness.as_mut();
        let bundle = Bundle::seal(&items, &[&public.transit], organisation, randomness);
        Ok(bundle.to_bytes())
    }

    /// A backup of this device's epoch keys, for the share-holders of the newest generation.
    ///
    /// # Errors
    /// [`VaultError::NoRecovery`], if no generation has begun.
    pub fn backup_keys(&mut self) -> Result<Vec<u8>, VaultError> {
        let public = self.newest_generation()?;
        let ring = &self.key_box.ring;
        let keys = CopiedKeys {
            organisation: ring.organisation,
            introducer: ring.introducer,
            person: ring.person,
            device: ring.device.id(),
            epochs: ring.epochs.clone(),
            roots: ring.roots.clone(),
            erased: ring.erased.iter().map(|one| one.compartment).collect(),
        };
        let copy = KeyCopy::seal(&keys, &public, self.home.randomness.as_mut());
        Ok(copy.to_bytes())
    }

    /// Restores a vault from a backup, as a **new device**: new device and transit keys before
    /// anything is written; the lost device is removed from every compartment that it could read,
    /// and the share-holders vouch for the new one in its place, among its person's devices, too, if
    /// their generation was let in. What was ordered to be erased is
    /// erased again.
    ///
    /// # Errors
    /// [`OpenError::Backup`], if the shares do not fit the backup.
    pub fn restore(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        seed: &RecoverySeed,
        backup: &Backup<'_>,
        at: i64,
    ) -> Result<Self, OpenError> {
        let (copied, contents) = backup.open(seed)?;
        let device = DeviceKey::make(home.randomness.as_mut());
        let believes = Believes {
            organisation: copied.organisation,
            introducer: copied.introducer,
            person: copied.person,
        };
        let mut ring = new_ring(&mut home, believes, device, at)?;
        ring.epochs = copied.epochs;
        ring.roots = copied.roots;
        // What was destroyed there was never here.
        let gone = copied.erased.into_iter();
        let gone = gone.map(|compartment| Erased {
            compartment,
            keys: 0,
        });
        ring.erased = gone.collect();
        let mut vault = Self::begin(home, passphrase, hardness, ring)?;
        vault.take_in(contents)?;
        vault.show_card()?;
        vault.take_place(copied.device, seed)?;
        vault.succeed(copied.device, seed, at)?;
        vault.erase_again(at)?;
        vault.finish()?;
        Ok(vault)
    }

    /// Takes a lost device's place among its person's devices: share-holders shut that one out and let
    /// this one in, if the generation was let in itself.
    fn take_place(&mut self, lost: DeviceId, seed: &RecoverySeed) -> Result<(), VaultError> {
        let members = self.members();
        let signs_for = members.roster.owner(&seed.public().signer);
        let card = self.card().verify(self.organisation());
        let (Some(_), Ok(card)) = (signs_for, card) else {
            return Ok(());
        };
        let removal = Act::RemoveDevice { device: lost };
        let mut removal = Entry::unsigned(members.heads.clone(), removal);
        seed.sign(&mut removal);
        let mut admission = admission(BTreeSet::from([removal.id()]), &card);
        seed.sign(&mut admission);
        self.store(vec![Item::Entry(removal), Item::Entry(admission)])
    }

    /// Takes a lost device's place in every compartment, vouched for by share-holders.
    fn succeed(&mut self, lost: DeviceId, seed: &RecoverySeed, at: i64) -> Result<(), VaultError> {
        let me = self.device();
        let organisation = self.organisation();
        // The organisation's own first: there it is known who may vouch.
        let mut compartments = self.compartments();
        let own = self.own_compartment();
        compartments.sort_by_key(|(compartment, _)| *compartment != own);
        for (compartment, _) in compartments {
            let mut readers = self.fold(compartment)?.readers.clone();
            if readers.remove(&lost) {
                readers.insert(me);
                let succession = Some(seed.vouch(organisation, lost, me));
                self.open_epoch(compartment, readers, History::All, succession, at)?;
            }
        }
        Ok(())
    }

    /// An older backup may hold what has been erased since.
    fn erase_again(&mut self, at: i64) -> Result<(), VaultError> {
        for order in self.orders()?.into_iter().filter(|order| order.stands()) {
            self.erase(order.id, at)?;
        }
        Ok(())
    }

    /// Makes a copied vault a device of its own: new device and transit keys. It reads what it could
    /// read, and writes once colleagues have admitted its card.
    ///
    /// # Errors
    /// [`VaultError`], if the disk does not write.
    pub fn become_new_device(&mut self, at: i64) -> Result<(), VaultError> {
        let mark = self.home.mark()?;
        let device = DeviceKey::make(self.home.randomness.as_mut());
        self.key_box.ring.device = device;
        self.key_box.ring.transit.clear();
        self.push_transit(at);
        self.key_box.ring.home = mark;
        self.write_keys()?;
        self.is_at_home();
        self.show_card()
    }

    /// Devices that took the place of others, which are lost, as share-holders signed it; of ended
    /// generations, too, whose shares were destroyed after that.
    pub(crate) fn successions(&self) -> BTreeMap<DeviceId, DeviceId> {
        let Ok(own) = self.fold(self.own_compartment()) else {
            return BTreeMap::new();
        };
        let mut openings = own.epochs.values().filter_map(|o| o.succession.as_ref());
        if openings.clone().next().is_none() {
            return BTreeMap::new();
        }
        let generations = self.all_generations();
        let is_signed = |succession: &&Succession| {
            let generation = generations.get(&succession.generation);
            generation.is_some_and(|(_, public, _)| {
                succession.verify(self.organisation(), public).is_ok()
            })
        };
        let signed = openings.by_ref().filter(is_signed);
        signed.map(|one| (one.successor, one.lost)).collect()
    }

    fn newest_generation(&self) -> Result<RecoveryPublic, VaultError> {
        let newest = self
            .begun_generations()
            .into_iter()
            .map(|(_, public)| public);
        newest
            .max_by_key(|public| public.generation)
            .ok_or(VaultError::NoRecovery)
    }

    /// The generations whose shares are still in people's hands, with when they began.
    pub(crate) fn begun_generations(&self) -> Vec<(i64, RecoveryPublic)> {
        let all = self.all_generations().into_values();
        all.filter(|(_, _, has_ended)| !has_ended)
            .map(|(began, public, _)| (began, public))
            .collect()
    }

    /// The generations that may vouch for a device, as the log says now.
    pub(crate) fn generations(&self) -> Vec<RecoveryPublic> {
        self.begun_generations()
            .into_iter()
            .map(|(_, public)| public)
            .collect()
    }

    fn all_generations(&self) -> BTreeMap<u64, (i64, RecoveryPublic, bool)> {
        let contents = self.contents(self.own_compartment()).unwrap_or_default();
        let bodies = contents
            .into_iter()
            .map(|(_, _, content)| (content.claimed, content.body));
        by_number(bodies)
    }
}

/// The generations that may vouch, by the operations that stand.
pub(crate) fn generations_in(told: &[Told], standing: &[OperationId]) -> Vec<RecoveryPublic> {
    let stands = told.iter().filter(|one| standing.contains(&one.id));
    let contents = stands.filter_map(|one| one.read.as_ref().map(|(_, content)| content));
    let bodies = contents.map(|content| (content.claimed, content.body.clone()));
    let open = by_number(bodies)
        .into_values()
        .filter(|(_, _, has_ended)| !has_ended);
    open.map(|(_, public, _)| public).collect()
}

/// Each generation: when it began, its public half, and whether it has ended. The first to bear a
/// number keeps it.
fn by_number(
    bodies: impl Iterator<Item = (i64, Body)>,
) -> BTreeMap<u64, (i64, RecoveryPublic, bool)> {
    let mut found = BTreeMap::new();
    let mut ended = vec![];
    for (claimed, body) in bodies {
        match body {
            Body::RecoveryBegun(public) => {
                found
                    .entry(public.generation)
                    .or_insert((claimed, public, false));
            }
            Body::RecoveryEnded(generation) => ended.push(generation),
            _ => {}
        }
    }
    for (number, (_, _, has_ended)) in &mut found {
        *has_ended = ended.contains(number);
    }
    found
}
