use crate::backup::generations_in;
use crate::compartment::{Compartment, Told};
use crate::held::Held;
use crate::key_box::KeyBox;
use crate::log::{Damage, Log};
use crate::{Alarm, Home, OpenError, Quarantined, VaultError};
use sealed::{
    Body, Canonical, Card, Charter, CompartmentId, Content, DeviceId, DeviceKey, EpochId, EpochKey,
    Hardness, HeldTransit, IndexKey, Item, KeyRing, Next, Operation, OperationId, OrganisationId,
    Passphrase, Place, Row, StoreKey, Succession, TransitKey,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use zeroize::Zeroizing;

/// One entry may be so long, in bytes; what is longer is attached.
const LONGEST: usize = 240 << 10;

/// A vault that is open: it seals, signs, links, stores and checks, and knows nothing of what it
/// keeps.
pub struct Vault {
    pub(crate) home: Home,
    pub(crate) key_box: KeyBox,
    pub(crate) log: Log,
    pub(crate) held: Held,
    damage: BTreeSet<Damage>,
    is_copy: bool,
    folded: RefCell<BTreeMap<CompartmentId, Arc<Compartment>>>,
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
    /// Founds an organisation on this device. `threshold` people must sign an erasure.
    ///
    /// # Errors
    /// [`OpenError`], if there is a vault already or the disk does not write.
    pub fn create(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        threshold: u64,
        at: i64,
    ) -> Result<Self, OpenError> {
        let device = DeviceKey::make(home.randomness.as_mut());
        let charter = Charter::make(&device, threshold, home.randomness.as_mut());
        let (organisation, founder) = (charter.organisation(), device.id());
        let ring = new_ring(&mut home, organisation, founder, device, at)?;
        let mut vault = Self::begin(home, passphrase, hardness, ring)?;
        vault.store(vec![Item::Charter(charter)])?;
        vault.show_card()?;
        vault.found(own_compartment(organisation), ORGANISATION, at)?;
        Ok(vault)
    }

    /// Begins a vault on a device that is to join an organisation. It holds nothing until somebody
    /// there has admitted its card, and a bundle has come back.
    ///
    /// `organisation` and `introducer` are what was compared in person or over a call.
    ///
    /// # Errors
    /// [`OpenError`], if there is a vault already or the disk does not write.
    pub fn guest(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        organisation: OrganisationId,
        introducer: DeviceId,
        at: i64,
    ) -> Result<Self, OpenError> {
        let device = DeviceKey::make(home.randomness.as_mut());
        let ring = new_ring(&mut home, organisation, introducer, device, at)?;
        let mut vault = Self::begin(home, passphrase, hardness, ring)?;
        vault.show_card()?;
        Ok(vault)
    }

    /// Writes a new key box and begins an empty log.
    pub(crate) fn begin(
        mut home: Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        ring: KeyRing,
    ) -> Result<Self, OpenError> {
        let mut key_box = KeyBox::new(&mut home, passphrase, hardness, ring)?;
        key_box.write(&mut home)?;
        Self::with(home, key_box)
    }

    /// Opens the vault that lies here.
    ///
    /// # Errors
    /// [`OpenError`]. A wrong passphrase cannot be told from a damaged key box.
    pub fn open(home: Home, passphrase: &Passphrase) -> Result<Self, OpenError> {
        let key_box = KeyBox::open(&home, passphrase)?;
        let mut vault = Self::with(home, key_box)?;
        vault.take_in_keys()?;
        Ok(vault)
    }

    fn with(mut home: Home, key_box: KeyBox) -> Result<Self, OpenError> {
        let ring = &key_box.ring;
        let (log, mut damage) = Log::open(&mut home, ring.store.clone(), ring.rows)?;
        let held = Held::of(&log, ring.organisation, &mut damage);
        let is_copy = ring.home != home.mark()?;
        Ok(Self {
            home,
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
        Card::make(&ring.device, newest.number, &newest.key, ring.organisation)
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
        self.may_write()?;
        let id = CompartmentId(sealed::make_bytes(self.home.randomness.as_mut()));
        self.found(id, kind, at)?;
        Ok(id)
    }

    /// All compartments that this device can read, with their kinds.
    pub fn compartments(&self) -> Vec<(CompartmentId, u64)> {
        let roots = self.key_box.ring.roots.iter();
        let known = roots.filter_map(|root| {
            let folded = self.fold(root.compartment).ok()?;
            (!folded.standing.is_empty()).then_some((root.compartment, folded.kind))
        });
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
        if bytes.len() > LONGEST {
            return Err(VaultError::TooLong);
        }
        let body = Body::Bytes(Zeroizing::new(bytes.to_vec()));
        self.say(compartment, body, at)
    }

    /// Everything that stands in a compartment: each entry after those that its author had seen.
    ///
    /// Every signature is verified, and every entry opened, anew.
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

    /// The contents that stand, with their places.
    pub(crate) fn contents(
        &self,
        compartment: CompartmentId,
    ) -> Result<Vec<(OperationId, Place, Content)>, VaultError> {
        let folded = self.fold(compartment)?;
        let keys = self.keys_of(compartment);
        // Nothing may have arrived yet, or all of it may be damaged.
        let rows = self.held.operations.get(&compartment);
        let opened = folded.standing.iter().filter_map(|id| {
            let (row, place) = rows?.get(id)?;
            let content = self.open_row(*row, &keys)?.1;
            Some((*id, place.clone(), content))
        });
        Ok(opened.collect())
    }

    /// Says something in a compartment, under an epoch that all of its readers can read.
    pub(crate) fn say(
        &mut self,
        compartment: CompartmentId,
        body: Body,
        at: i64,
    ) -> Result<OperationId, VaultError> {
        self.may_write()?;
        self.settle(compartment, at)?;
        let folded = self.fold(compartment)?;
        let tip = *folded
            .tips
            .first()
            .ok_or(VaultError::UnknownCompartment(compartment))?;
        let key = self.keys_of(compartment).remove(&tip);
        let key = key.ok_or(VaultError::NotAReader(compartment))?;
        let operation = self.author(&key, body, at, &folded.heads);
        let id = operation.id();
        self.store(vec![Item::Operation(operation)])?;
        Ok(id)
    }

    /// Seals and signs an operation of this device.
    pub(crate) fn author(
        &mut self,
        epoch: &EpochKey,
        body: Body,
        at: i64,
        heads: &[OperationId],
    ) -> Operation {
        let me = self.device();
        let mine = self
            .held
            .operations
            .get(&epoch.compartment())
            .into_iter()
            .flatten();
        let mine = mine.filter(|(_, (_, place))| place.author == me);
        let last = mine.max_by_key(|(_, (_, place))| place.number);
        let next = Next {
            after: last.map(|(id, (_, place))| (place.number, *id)),
            heads: heads.to_vec(),
        };
        let content = Content { claimed: at, body };
        let bytes = Zeroizing::new(content.to_bytes());
        let ring = &self.key_box.ring;
        Operation::author(
            &ring.device,
            ring.organisation,
            epoch,
            next,
            &bytes,
            self.home.randomness.as_mut(),
        )
    }

    /// Stores items of our own making.
    pub(crate) fn store(&mut self, items: Vec<Item>) -> Result<(), VaultError> {
        self.store_rows(items.into_iter().map(Row::Item).collect())
    }

    /// Stores rows, and notes what lies in them.
    pub(crate) fn store_rows(&mut self, rows: Vec<Row>) -> Result<(), VaultError> {
        let first = self.log.append(&rows, self.home.randomness.as_mut())?;
        let organisation = self.organisation();
        for (number, row) in (first..).zip(rows) {
            if let Row::Item(Item::Operation(operation)) = &row {
                self.forget(operation.place().compartment);
            }
            self.held.note(number, row, organisation);
        }
        Ok(())
    }

    /// Writes the key box anew.
    pub(crate) fn write_keys(&mut self) -> Result<(), VaultError> {
        self.key_box.ring.rows = self.log.rows();
        self.key_box.write(&mut self.home)?;
        Ok(())
    }

    /// Forgets what was worked out of a compartment: something was added. Who may vouch for whom
    /// stands in the organisation's own, so that all others rest on it.
    fn forget(&mut self, compartment: CompartmentId) {
        match compartment == self.own_compartment() {
            true => self.forget_folded(),
            false => drop(self.folded.borrow_mut().remove(&compartment)),
        }
    }

    /// Forgets what was worked out: keys have come or gone.
    pub(crate) fn forget_folded(&mut self) {
        self.folded.borrow_mut().clear();
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

    /// Stores this device's card.
    pub(crate) fn show_card(&mut self) -> Result<(), VaultError> {
        let card = self.card();
        self.store(vec![Item::Card(card)])
    }

    /// The compartment as its operations make it.
    pub(crate) fn fold(&self, compartment: CompartmentId) -> Result<Arc<Compartment>, VaultError> {
        if self.key_box.ring.erased.contains(&compartment) {
            return Err(VaultError::Erased(compartment));
        }
        let unknown = VaultError::UnknownCompartment(compartment);
        let root = self.root(compartment).ok_or(unknown)?;
        if let Some(folded) = self.folded.borrow().get(&compartment) {
            return Ok(Arc::clone(folded));
        }
        let told = self.told(compartment);
        let folded = Arc::new(self.fold_told(compartment, &told, root));
        self.folded
            .borrow_mut()
            .insert(compartment, Arc::clone(&folded));
        Ok(folded)
    }

    fn fold_told(&self, compartment: CompartmentId, told: &[Told], root: EpochId) -> Compartment {
        let organisation = self.organisation();
        let generations = if compartment == self.own_compartment() {
            // Who vouches stands in this very compartment: it is read first as if nobody did.
            let unvouched = Compartment::of(told, root, &|_| false);
            generations_in(told, &unvouched.standing)
        } else {
            self.generations()
        };
        let vouched = |succession: &Succession| {
            let mut generations = generations.iter();
            generations.any(|public| succession.verify(organisation, public).is_ok())
        };
        Compartment::of(told, root, &vouched)
    }

    fn told(&self, compartment: CompartmentId) -> Vec<Told> {
        let keys = self.keys_of(compartment);
        let rows = self.held.operations.get(&compartment).into_iter().flatten();
        rows.map(|(id, (row, place))| Told {
            id: *id,
            place: place.clone(),
            read: self.open_row(*row, &keys),
        })
        .collect()
    }

    /// Verifies and opens the operation in a row.
    fn open_row(
        &self,
        row: u64,
        keys: &BTreeMap<EpochId, EpochKey>,
    ) -> Option<(DeviceId, Content)> {
        let Ok(Row::Item(Item::Operation(operation))) = self.log.read(row) else {
            return None;
        };
        let key = keys.get(&operation.place().epoch)?;
        let verified = operation.verify(self.organisation()).ok()?;
        let content = Content::from_bytes(&verified.open(key).ok()?).ok()?;
        Some((key.opener(), content))
    }

    /// The epoch keys of a compartment that this device holds.
    pub(crate) fn keys_of(&self, compartment: CompartmentId) -> BTreeMap<EpochId, EpochKey> {
        let keys = self.key_box.ring.epochs.iter();
        let keys = keys.filter(|key| key.compartment() == compartment);
        keys.map(|key| (key.id(), key.clone())).collect()
    }

    /// The epoch by which a compartment was first known here.
    pub(crate) fn root(&self, compartment: CompartmentId) -> Option<EpochId> {
        let mut roots = self.key_box.ring.roots.iter();
        roots
            .find(|root| root.compartment == compartment)
            .map(|root| root.epoch)
    }
}

/// What a new device keeps secret.
pub(crate) fn new_ring(
    home: &mut Home,
    organisation: OrganisationId,
    introducer: DeviceId,
    device: DeviceKey,
    at: i64,
) -> Result<KeyRing, OpenError> {
    let randomness = home.randomness.as_mut();
    let transit = HeldTransit {
        number: 1,
        made: at,
        key: TransitKey::make(randomness),
    };
    Ok(KeyRing {
        organisation,
        introducer,
        device,
        transit: vec![transit],
        store: StoreKey::make(randomness),
        index: IndexKey::make(randomness),
        epochs: vec![],
        roots: vec![],
        erased: vec![],
        home: home.mark()?,
        slots: vec![],
        rows: 0,
    })
}

/// The organisation's own compartment bears its name.
fn own_compartment(organisation: OrganisationId) -> CompartmentId {
    let mut id = [0; 16];
    id.copy_from_slice(&organisation.0[..16]);
    CompartmentId(id)
}
