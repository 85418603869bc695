use crate::files::replace;
use crate::{Files, Home, OpenError};
use sealed::{
    Canonical, Hardness, KeyBoxError, KeyBoxHead, KeyRing, Passphrase, SLOTS, Secret, Stretched,
    open_key_box,
};
use std::io;
use zeroize::{Zeroize, Zeroizing};

const KEYS: &str = "keys";
const DEVICE: &str = "device";

/// A key box that is open: what lies in it, and what it is written anew with.
pub(crate) struct KeyBox {
    head: KeyBoxHead,
    /// Every secret of the device that the box on the disk may lie under: one, unless a writing of it
    /// failed or was cut off.
    secrets: Vec<Secret>,
    /// The slot that opened.
    slot: usize,
    /// Until a founding is whole the box is not written: a power cut leaves no vault, and not half
    /// of one.
    is_founding: bool,
    /// Everything that is secret here.
    pub ring: KeyRing,
}

impl KeyBox {
    /// A new key box, not yet on the disk.
    pub fn new(
        home: &mut Home,
        passphrase: &Passphrase,
        hardness: Hardness,
        mut ring: KeyRing,
    ) -> Result<Self, OpenError> {
        if home.files.read(KEYS)?.is_some() {
            return Err(OpenError::VaultExists);
        }
        let head = KeyBoxHead::make(hardness, home.randomness.as_mut());
        // Any slot may be the one: its place says nothing of who came first.
        let slot = usize::from(sealed::make_bytes::<1>(home.randomness.as_mut())[0]) % SLOTS;
        ring.slots = vec![(slot, head.stretch(passphrase))];
        Ok(Self {
            head,
            secrets: vec![],
            slot,
            is_founding: true,
            ring,
        })
    }

    /// From now on the box is written: what it is to hold is there.
    pub fn end_founding(&mut self) {
        self.is_founding = false;
    }

    /// Whether there is a key box on the disk.
    pub fn is_in(files: &dyn Files) -> io::Result<bool> {
        Ok(files.read(KEYS)?.is_some())
    }

    /// Stretches a passphrase as the key box on the disk wants it.
    pub fn stretch(home: &Home, passphrase: &Passphrase) -> Result<Stretched, OpenError> {
        let file = home.files.read(KEYS)?.ok_or(OpenError::NoVault)?;
        Ok(KeyBoxHead::read(&file)?.stretch(passphrase))
    }

    /// Opens the key box on the disk.
    pub fn open(home: &Home, stretched: &Stretched) -> Result<Self, OpenError> {
        let file = home.files.read(KEYS)?.ok_or(OpenError::NoVault)?;
        let head = KeyBoxHead::read(&file)?;
        let secrets = read_secrets(home)?;
        let mut why = KeyBoxError::NothingOpens;
        for device_secret in &secrets {
            match open_key_box(&file, stretched, device_secret) {
                Ok((slot, body)) => {
                    let ring = KeyRing::from_bytes(&body).map_err(|_| KeyBoxError::Damaged)?;
                    return Ok(Self {
                        head,
                        secrets,
                        slot,
                        is_founding: false,
                        ring,
                    });
                }
                Err(KeyBoxError::Damaged) => why = KeyBoxError::Damaged,
                Err(_) => {}
            }
        }
        Err(why.into())
    }

    /// Writes the whole box anew, under a new key and a new secret of the device.
    ///
    /// An older copy of the file, in a backup or in the flash disk's spare pages, does not open any
    /// more once the older secret is gone. Between the two steps both secrets are kept, so that a
    /// power cut leaves one that fits; and after a step that failed they are kept until a writing is
    /// whole, for nobody knows which of them the box on the disk lies under.
    pub fn write(&mut self, home: &mut Home) -> io::Result<()> {
        if self.is_founding {
            return Ok(());
        }
        let next = Secret::make(home.randomness.as_mut());
        let body = Zeroizing::new(self.ring.to_bytes());
        let file = self
            .head
            .write(&self.ring.slots, &next, &body, home.randomness.as_mut());
        self.secrets.push(next.clone());
        write_secrets(home, &self.secrets)?;
        replace(home.files.as_ref(), KEYS, &file)?;
        let next = vec![next];
        write_secrets(home, &next)?;
        self.secrets = next;
        Ok(())
    }

    /// Puts another passphrase in the place of the one that opened.
    pub fn change_passphrase(&mut self, passphrase: &Passphrase) {
        let stretched = self.head.stretch(passphrase);
        let slots = self.ring.slots.iter_mut();
        for slot in slots.filter(|(at, _)| *at == self.slot) {
            slot.1 = stretched.clone();
        }
    }

    /// Gives a further passphrase a free slot; says whether there was one.
    pub fn add_passphrase(&mut self, passphrase: &Passphrase) -> bool {
        let is_free = |at: &usize| self.ring.slots.iter().all(|(used, _)| used != at);
        let Some(at) = (0..SLOTS).find(is_free) else {
            return false;
        };
        self.ring.slots.push((at, self.head.stretch(passphrase)));
        true
    }
}

/// The device's secrets: one, or all that the box may lie under.
fn read_secrets(home: &Home) -> Result<Vec<Secret>, OpenError> {
    let mut bytes = home.secrets.read(DEVICE)?.unwrap_or_default();
    let secrets = bytes
        .as_chunks_mut::<32>()
        .0
        .iter_mut()
        .map(Secret::take)
        .collect();
    bytes.zeroize();
    Ok(secrets)
}

fn write_secrets(home: &Home, secrets: &[Secret]) -> io::Result<()> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(32 * secrets.len()));
    for secret in secrets {
        bytes.extend_from_slice(secret.expose());
    }
    replace(home.secrets.as_ref(), DEVICE, &bytes)
}
