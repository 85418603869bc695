use crate::aead::{NotOpened, OVERHEAD, derive_secret, open, seal};
use crate::padding::{pad, unpad};
use crate::secret::make_bytes;
use crate::suite::SUITE;
use crate::{Hardness, Malformed, OutOfBounds, Passphrase, Randomness, Secret, labels};
use zeroize::Zeroizing;

/// A key box has so many equal slots, always full.
pub const SLOTS: usize = 8;

const MARK: &[u8; 16] = b"safeconduct keys";
const SALT: usize = 32;
const HEAD: usize = MARK.len() + 2 + 4 + 4 + SALT;
const SLOT: usize = OVERHEAD + 32;
const BODY: usize = HEAD + SLOTS * SLOT;

/// What every key box begins with: how hard guessing is made, and the salt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyBoxHead {
    hardness: Hardness,
    salt: [u8; SALT],
}

/// A passphrase after the work of Argon2id: what opens a slot, together with the device's secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretched(Secret);

/// Why a key box does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyBoxError {
    /// The file is cut short or no key box.
    #[error("the key box is cut short, or no key box")]
    Malformed,
    /// Its suite is not known.
    #[error("the key box was written by a newer version of this program")]
    UnknownSuite,
    /// It asks for too little or too much work.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
    /// No slot opens: which of these it is cannot be told.
    #[error("nothing opens: another passphrase, another device, or a damaged key box")]
    NothingOpens,
    /// A slot opened, and what lies behind it was changed.
    #[error("the passphrase is right, and the key box is damaged: it was changed on the disk")]
    Damaged,
}

impl KeyBoxHead {
    /// The head of a new key box.
    pub fn make(hardness: Hardness, randomness: &mut dyn Randomness) -> Self {
        Self {
            hardness,
            salt: make_bytes(randomness),
        }
    }

    /// The head of a key box file.
    ///
    /// # Errors
    /// [`KeyBoxError`], before any work is done.
    pub fn read(file: &[u8]) -> Result<Self, KeyBoxError> {
        let (mark, rest) = file
            .split_first_chunk::<16>()
            .ok_or(KeyBoxError::Malformed)?;
        let (suite, rest) = rest.split_first_chunk().ok_or(KeyBoxError::Malformed)?;
        let (memory, rest) = rest.split_first_chunk().ok_or(KeyBoxError::Malformed)?;
        let (passes, rest) = rest.split_first_chunk().ok_or(KeyBoxError::Malformed)?;
        let (salt, _) = rest.split_first_chunk().ok_or(KeyBoxError::Malformed)?;
        if mark != MARK || file.len() <= BODY {
            return Err(KeyBoxError::Malformed);
        }
        if u64::from(u16::from_be_bytes(*suite)) != SUITE {
            return Err(KeyBoxError::UnknownSuite);
        }
        let hardness = Hardness::of(u32::from_be_bytes(*memory), u32::from_be_bytes(*passes))?;
        Ok(Self {
            hardness,
            salt: *salt,
        })
    }

    /// Does the work of Argon2id: half a second and more.
    pub fn stretch(&self, passphrase: &Passphrase) -> Stretched {
        Stretched(self.hardness.stretch(passphrase, &self.salt))
    }

    fn bytes(&self) -> Vec<u8> {
        let suite = u16::try_from(SUITE).expect("suites are few");
        let mut bytes = MARK.to_vec();
        bytes.extend_from_slice(&suite.to_be_bytes());
        bytes.extend_from_slice(&self.hardness.memory_mib().to_be_bytes());
        bytes.extend_from_slice(&self.hardness.passes().to_be_bytes());
        bytes.extend_from_slice(&self.salt);
        bytes
    }

    /// A whole key box file: a new key for the body, sealed in every slot in use; the other slots
    /// are filled with random bytes, so that nobody can tell how many there are.
    ///
    /// # Panics
    /// If a slot beyond the last one is asked for: slots are chosen by this program alone.
    pub fn write(
        &self,
        slots: &[(usize, Stretched)],
        device_secret: &Secret,
        body: &[u8],
        randomness: &mut dyn Randomness,
    ) -> Vec<u8> {
        let body_key = Secret::make(randomness);
        let head = self.bytes();
        let mut places = [[0; SLOT]; SLOTS];
        places.iter_mut().for_each(|slot| randomness.fill(slot));
        for (at, stretched) in slots {
            let opener = opener(stretched, device_secret);
            let place = slot_place(&head, *at);
            let sealed = seal(&opener, labels::SLOT, &place, body_key.expose(), randomness);
            places[*at].copy_from_slice(&sealed);
        }
        let mut file = head;
        file.extend_from_slice(places.as_flattened());
        let sealed = seal(&body_key, labels::KEY_BOX, &file, &pad(body), randomness);
        file.extend_from_slice(&sealed);
        file
    }
}

/// Opens a key box: the slot that opened, and the body.
///
/// All slots are tried, whichever opens: the time tells nothing.
///
/// # Errors
/// [`KeyBoxError`]. A wrong passphrase looks like a slot that is not in use.
pub fn open_key_box(
    file: &[u8],
    stretched: &Stretched,
    device_secret: &Secret,
) -> Result<(usize, Zeroizing<Vec<u8>>), KeyBoxError> {
    KeyBoxHead::read(file)?;
    let (before, sealed) = file.split_at(BODY);
    let (head, slots) = before.split_at(HEAD);
    let opener = opener(stretched, device_secret);
    let mut found = None;
    for (at, slot) in slots.chunks_exact(SLOT).enumerate() {
        if let Ok(key) = open(&opener, labels::SLOT, &slot_place(head, at), slot) {
            found = Some((at, key));
        }
    }
    let (at, key) = found.ok_or(KeyBoxError::NothingOpens)?;
    let mut key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| KeyBoxError::Damaged)?;
    let padded = open(&Secret::take(&mut key), labels::KEY_BOX, before, sealed)
        .map_err(|NotOpened| KeyBoxError::Damaged)?;
    let body = unpad(&padded).map_err(|Malformed| KeyBoxError::Damaged)?;
    Ok((at, body))
}

impl Stretched {
    /// The bytes: for the key box's own body, so that it can be written anew for every slot.
    pub fn secret(&self) -> &Secret {
        &self.0
    }

    /// What [`Self::secret`] gave.
    pub fn of(secret: Secret) -> Self {
        Self(secret)
    }
}

/// What opens a slot: passphrase and device's secret, together.
fn opener(stretched: &Stretched, device_secret: &Secret) -> Secret {
    let mut both = Zeroizing::new([0; 64]);
    both[..32].copy_from_slice(stretched.0.expose());
    both[32..].copy_from_slice(device_secret.expose());
    derive_secret(both.as_slice(), labels::SLOT, b"opener")
}

fn slot_place(head: &[u8], at: usize) -> Vec<u8> {
    let at = u8::try_from(at).expect("slots are few");
    [head, &[at]].concat()
}
