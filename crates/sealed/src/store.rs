use crate::aead::{NotOpened, open, seal};
use crate::padding::{pad, unpad};
use crate::secret::make_bytes;
use crate::{Canonical, Malformed, Randomness, Reader, Secret, Writer, labels};
use zeroize::Zeroizing;

/// The key of one store on one disk. A row is bound to the store and to its number, and padded to a
/// size class: a thief sees a number of rows and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreKey {
    store: [u8; 16],
    key: Secret,
}

/// The key of the snapshot of an index: renewed whenever something must not be readable any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexKey(Secret);

impl StoreKey {
    /// The key of a new store.
    pub fn make(randomness: &mut dyn Randomness) -> Self {
        Self {
            store: make_bytes(randomness),
            key: Secret::make(randomness),
        }
    }

    /// A row as it lies in the store.
    pub fn seal_row(&self, number: u64, row: &[u8], randomness: &mut dyn Randomness) -> Vec<u8> {
        seal(
            &self.key,
            labels::ROW,
            &self.place(number),
            &pad(row),
            randomness,
        )
    }

    /// What lies in a row.
    ///
    /// # Errors
    /// [`NotOpened`], if it was changed, or comes from another row or store.
    pub fn open_row(&self, number: u64, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        let padded = open(&self.key, labels::ROW, &self.place(number), sealed)?;
        unpad(&padded).map_err(|Malformed| NotOpened)
    }

    fn place(&self, number: u64) -> Vec<u8> {
        let mut place = Writer::new();
        place.array(2).bytes(&self.store).number(number);
        place.into_bytes()
    }
}

impl IndexKey {
    /// A new key.
    pub fn make(randomness: &mut dyn Randomness) -> Self {
        Self(Secret::make(randomness))
    }

    /// An index as it lies on the disk: of which edition, and built from how many rows.
    pub fn seal_snapshot(
        &self,
        edition: u64,
        rows: u64,
        index: &[u8],
        randomness: &mut dyn Randomness,
    ) -> Vec<u8> {
        seal(
            &self.0,
            labels::SNAPSHOT,
            &snapshot_place(edition, rows),
            &pad(index),
            randomness,
        )
    }

    /// The index.
    ///
    /// # Errors
    /// [`NotOpened`], if it was changed, sealed under an older key, or is of another edition or log.
    pub fn open_snapshot(
        &self,
        edition: u64,
        rows: u64,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        let padded = open(
            &self.0,
            labels::SNAPSHOT,
            &snapshot_place(edition, rows),
            sealed,
        )?;
        unpad(&padded).map_err(|Malformed| NotOpened)
    }
}

fn snapshot_place(edition: u64, rows: u64) -> Vec<u8> {
    let mut place = Writer::new();
    place.array(2).number(edition).number(rows);
    place.into_bytes()
}

impl Canonical for StoreKey {
    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(&self.store).bytes(self.key.expose());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(Self {
            store: from.exactly()?,
            key: Secret::take(&mut from.exactly()?),
        })
    }
}

impl Canonical for IndexKey {
    fn write(&self, to: &mut Writer) {
        to.bytes(self.0.expose());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self(Secret::take(&mut from.exactly()?)))
    }
}
