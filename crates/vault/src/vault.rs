use crate::folded::Folded;
use crate::held::Held;
use crate::key_box::KeyBox;
use crate::key_places::KeyPlaces;
use crate::log::{Damage, Log};
use crate::{Alarm, Home, OpenError, Quarantined, VaultError};
use sealed::{
    Body, Card, CompartmentId, DeviceId, Hardness, Item, KeyRing, OperationId, OrganisationId,
    Passphrase, Stretched, Verifications,
};
use std::cell::RefCell;
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// One entry may be so long, in bytes; what is longer is attached.
const LONGEST: usize = 240 << 10;

/// A vault that is open: it seals, signs, links, stores and checks, and knows nothing of what it
/// keeps.
pub struct Vault {
    pub(crate) home: Home,
    pub(crate) key_box: KeyBox,
    pub(crate) key_places: KeyPlaces,
    pub(crate) log: Log,
    pub(crate) held: Held,
    damage: BTreeSet<Damage>,
    is_copy: bool,
    pub(crate) folded: RefCell<Folded>,
    pub(crate) verifications: Verifications,
}

/// What somebody wrote: its signature, place and author have been checked.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What it is called by.
    pub id: OperationId,
    /// In which compartment.
    pub compartment: CompartmentId,
    /// Who wrote it.
    pub author: DeviceId,
    /// The author's how manieth in this compartment.
    pub number: u64,
    /// When, as its author's clock said, in seconds since 1970: a claim.
    pub claimed: i64,
    /// What, to the crates above.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// How a compartment stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it is for, as it was founded.
    pub kind: u64,
    /// Who may read what is written from now on.
    pub readers: BTreeSet<DeviceId>,
    /// What is set aside, and why.
    pub quarantined: Vec<Quarantined>,
    /// What somebody should look at.
    pub alarms: Vec<Alarm>,
    /// How many entries are sealed under keys that this device does not hold.
    pub unreadable: usize,
}

/// The kind of the organisation's own compartment. The crates above number theirs from one.
pub const ORGANISATION: u64 = 0;

impl Vault {
    /// Begins an empty log. Until [`Vault::finish`] there is no key box, and so no vault: what a power
    /// cut leaves can be founded once more.
    pub(crate) fn begin(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        ring: KeyRing,
    ) -> Result<Self, OpenError> {
        let key_box = KeyBox::new(&mut home, passphrase, hardness, ring)?;
        let log = Log::begin(&mut home, key_box.ring.store.clone())?;
        Self::with(home, key_box, log, BTreeSet::new())
    }

    /// Writes the key box: with it the vault is there, whole.
    pub(crate) fn finish(&mut self) -> Result<(), VaultError> {
        self.key_box.end_founding();
        self.write_keys()?;
        self.log.finish()
    }

    /// Whether a vault lies in a folder.
    ///
    /// # Errors
    /// As the disk gives them.
    pub fn is_at(files: &dyn crate::Files) -> std::io::Result<bool> {
        KeyBox::is_in(files)
    }

    /// Opens the vault that lies here.
    ///
    /// # Errors
    /// [`OpenError`]. A wrong passphrase cannot be told from a damaged key box.
    pub fn open(home: Home, passphrase: &Passphrase) -> Result<Self, OpenError> {
        let stretched = Self::stretch(&home, passphrase)?;
        Self::open_stretched(home, &stretched)
    }

    /// Does the slow part of opening, half a second of Argon2id and more, and nothing else: who finds
    /// the vault open elsewhere, or the device's secret not plugged in, need not wait for it again.
    ///
    /// # Errors
    /// [`OpenError`], if there is no key box here that could be opened.
    pub fn stretch(home: &Home, passphrase: &Passphrase) -> Result<Stretched, OpenError> {
        KeyBox::stretch(home, passphrase)
    }

    /// Opens the vault that lies here, with what [`Vault::stretch`] gave.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_stretched(mut home: Home, stretched: &Stretched) -> Result<Self, OpenError> {
        let key_box = KeyBox::open(&home, stretched)?;
        let ring = &key_box.ring;
        let (log, damage) = Log::open(&mut home, ring.store.clone(), ring.rows)?;
        let mut vault = Self::with(home, key_box, log, damage)?;
        vault.take_in_keys(BTreeSet::new())?;
        vault.show_newest_card()?;
        Ok(vault)
    }

    fn with(
        home: Home,
        key_box: KeyBox,
        log: Log,
        mut damage: BTreeSet<Damage>,
    ) -> Result<Self, OpenError> {
        let ring = &key_box.ring;
        let held = Held::of(&log, ring.organisation, &mut damage);
        let is_copy = ring.home != home.mark()?;
        Ok(Self {
            home,
            key_places: KeyPlaces::of(ring),
            verifications: Verifications::of(ring.organisation),
            key_box,
            log,
            held,
            damage,
            is_copy,
            folded: RefCell::default(),
        })
    }

    /// The organisation that this vault belongs to.
    pub fn organisation(&self) -> OrganisationId {
        self.key_box.ring.organisation
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.key_box.ring.device.id()
    }

    /// The organisation's own compartment, which every device of it reads.
    pub fn own_compartment(&self) -> CompartmentId {
        own_compartment(self.organisation())
    }

    /// Where others seal letters to this device: they admit it by this card.
    pub fn card(&self) -> Card {
        let ring = &self.key_box.ring;
        let newest = ring
            .transit
            .last()
            .expect("a device always has a transit key");
        let (person, organisation) = (ring.person, ring.organisation);
        Card::make(
            &ring.device,
            person,
            newest.number,
            &newest.key,
            organisation,
        )
    }

    /// What was found damaged. Everything else can be read.
    pub fn damage(&self) -> Vec<Damage> {
        self.damage.iter().copied().collect()
    }

    /// Whether this vault woke up elsewhere than it went to sleep: it reads, and does not write.
    pub fn is_a_copy(&self) -> bool {
        self.is_copy
    }

    /// How many things came in that could not be taken in, and are kept.
    pub fn kept_aside(&self) -> usize {
        self.held.kept.len()
    }

    /// Puts another passphrase in the place of the one that opened the vault.
    ///
    /// # Errors
    /// [`VaultError`], if the disk does not write.
    pub fn change_passphrase(&mut self, passphrase: &Passphrase) -> Result<(), VaultError> {
        self.key_box.change_passphrase(passphrase);
        self.write_keys()
    }

    /// Lets a second passphrase open the vault, too.
    ///
    /// # Errors
    /// [`VaultError`], if all slots are in use or the disk does not write.
    pub fn add_passphrase(&mut self, passphrase: &Passphrase) -> Result<(), VaultError> {
        if !self.key_box.add_passphrase(passphrase) {
            return Err(VaultError::NoFreeSlot);
        }
        self.write_keys()
    }

    /// Founds a compartment whose only reader is this device. What `kind` means is for the crates
    /// above.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn compartment_new(&mut self, kind: u64, at: i64) -> Result<CompartmentId, VaultError> {
        let founded = self.compartments_new(&[kind], at)?;
        Ok(founded[0])
    }

    /// Founds many compartments at once, whose only reader is this device: one for each of these
    /// kinds, all of them or none.
    ///
    /// # Errors
    /// [`VaultError`], if nothing may be written here.
    pub fn compartments_new(
        &mut self,
        kinds: &[u64],
        at: i64,
    ) -> Result<Vec<CompartmentId>, VaultError> {
        self.may_write()?;
        let randomness = self.home.randomness.as_mut();
        let new = kinds
            .iter()
            .map(|kind| (CompartmentId(sealed::make_bytes(randomness)), *kind));
        let new: Vec<(CompartmentId, u64)> = new.collect();
        self.found(&new, at)?;
        Ok(new.into_iter().map(|(id, _)| id).collect())
    }

    /// All compartments that this device can read, with their kinds. Of each the opening alone is read.
    pub fn compartments(&self) -> Vec<(CompartmentId, u64)> {
        let roots = self.key_box.ring.roots.iter();
        let roots: Vec<CompartmentId> = roots.map(|root| root.compartment).collect();
        self.find_kinds(&roots);
        let kinds = &self.folded.borrow().kinds;
        let known = roots
            .into_iter()
            .filter_map(|id| Some((id, *kinds.get(&id)?)));
        known.collect()
    }

    /// Seals, signs, links and stores bytes in a compartment.
    ///
    /// # Errors
    /// [`VaultError`], if this device is not among the readers, or nothing may be written here.
    pub fn append(
        &mut self,
        compartment: CompartmentId,
        bytes: &[u8],
        at: i64,
    ) -> Result<OperationId, VaultError> {
        self.say(compartment, in_body(bytes)?, at)
    }

    /// Seals, signs, links and stores many entries, each with its own moment, in their order: all of
    /// them or none. When this returns, all of them survive a power cut.
    ///
    /// # Errors
    /// As [`Vault::append`]; then none of them is there.
    pub fn append_all<B: AsRef<[u8]>>(
        &mut self,
        compartment: CompartmentId,
        entries: impl IntoIterator<Item = (B, i64)>,
    ) -> Result<Vec<OperationId>, VaultError> {
        let entries = entries.into_iter();
        let bodies = entries.map(|(bytes, at)| Ok((in_body(bytes.as_ref())?, at)));
        self.say_all(compartment, bodies.collect::<Result<_, VaultError>>()?)
    }

    /// Everything that stands in a compartment: each entry after those that its author had seen.
    ///
    /// Every entry is opened anew. Its signature was verified since the vault was opened; of bytes
    /// that have not changed since, by their hash, it is not verified again.
    ///
    /// # Errors
    /// [`VaultError`], if the compartment is not known here or was erased.
    pub fn operations(&self, compartment: CompartmentId) -> Result<Vec<Opened>, VaultError> {
        let contents = self.contents(compartment)?;
        let opened = contents.into_iter().filter_map(|(id, place, content)| {
            let Body::Bytes(bytes) = content.body else {
                return None;
            };
            Some(Opened {
                id,
                compartment,
                author: place.author,
                number: place.number,
                claimed: content.claimed,
                bytes,
            })
        });
        Ok(opened.collect())
    }

    /// Who may read a compartment, and what in it is set aside.
    ///
    /// # Errors
    /// [`VaultError`], if the compartment is not known here or was erased.
    pub fn standing(&self, compartment: CompartmentId) -> Result<Standing, VaultError> {
        let folded = self.fold(compartment)?;
        Ok(Standing {
            kind: folded.kind,
            readers: folded.readers.clone(),
            quarantined: folded.quarantined.clone(),
            alarms: folded.alarms.clone(),
            unreadable: folded.unreadable,
        })
    }

    /// Writes the key box anew.
    pub(crate) fn write_keys(&mut self) -> Result<(), VaultError> {
        self.key_box.ring.rows = self.log.rows();
        self.key_box.write(&mut self.home)?;
        Ok(())
    }

    /// Forgets what was worked out of a compartment: something was added.
    pub(crate) fn forget(&mut self, compartment: CompartmentId) {
        let is_own = compartment == self.own_compartment();
        self.folded.get_mut().forget(compartment, is_own);
    }

    /// Forgets what was worked out, and where keys lie: some have gone.
    pub(crate) fn forget_all(&mut self) {
        self.key_places = KeyPlaces::of(&self.key_box.ring);
        *self.folded.get_mut() = Folded::default();
    }

    /// Marks this vault as being where it belongs.
    pub(crate) fn is_at_home(&mut self) {
        self.is_copy = false;
    }

    /// Whether anything may be written.
    pub(crate) fn may_write(&self) -> Result<(), VaultError> {
        if self.is_copy {
            return Err(VaultError::Copied);
        }
        if self.log.is_damaged() {
            return Err(VaultError::Damaged);
        }
        Ok(())
    }

    /// Shows the card of a transit key that was made just before the power was cut. Colleagues who
    /// know only an older one go on sealing to a key that may be destroyed.
    fn show_newest_card(&mut self) -> Result<(), VaultError> {
        let newest = self.key_box.ring.transit.last().map(|held| held.number);
        let shown = self.held.card(&self.device()).map(|card| card.number());
        match self.may_write() {
            Ok(()) if shown < newest => self.show_card(),
            _ => Ok(()),
        }
    }

    /// Stores this device's card.
    pub(crate) fn show_card(&mut self) -> Result<(), VaultError> {
        let card = self.card();
        self.store(vec![Item::Card(card)])
    }
}

/// Bytes as an operation says them.
fn in_body(bytes: &[u8]) -> Result<Body, VaultError> {
    match bytes.len() {
        0..=LONGEST => Ok(Body::Bytes(Zeroizing::new(bytes.to_vec()))),
        _ => Err(VaultError::TooLong),
    }
}

/// The organisation's own compartment bears its name.
pub(crate) fn own_compartment(organisation: OrganisationId) -> CompartmentId {
    let mut id = [0; 16];
    id.copy_from_slice(&organisation.0[..16]);
    CompartmentId(id)
}
