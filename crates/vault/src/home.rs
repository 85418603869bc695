use crate::Files;
use sealed::Randomness;

/// Where a vault lives: a folder for what is sealed, a folder for the device's secret, and where
/// random bytes come from.
///
/// The two folders may be one. Then whoever has the disk has the device's secret, too, and the
/// passphrase alone protects the vault: a second disk, a token or the system's own store of secrets
/// is better.
pub struct Home {
    /// The key box, the log and the snapshot.
    pub files: Box<dyn Files>,
    /// The device's secret.
    pub secrets: Box<dyn Files>,
    /// Random bytes.
    pub randomness: Box<dyn Randomness + Send>,
}

impl Home {
    /// The mark of the place, by which a copy is known.
    pub(crate) fn mark(&self) -> std::io::Result<[u8; 32]> {
        Ok(sealed::home_mark(&self.files.place()?))
    }
}

/// Randomness of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes)
            .expect("without the system's randomness nothing may be sealed, so we stop here");
    }
}
