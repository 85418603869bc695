use crate::aead::{NotOpened, open, seal};
use crate::padding::{pad, unpad};
use crate::transit::Sent;
use crate::{
    Canonical, Item, Malformed, OrganisationId, Randomness, Reader, Secret, Suite, TransitKey,
    TransitPublic, Writer, labels,
};

/// A bundle is wrapped so many times, or a multiple of it: who carries it cannot count devices.
const WRAPS: usize = 8;
const MOST_WRAPS: usize = 1 << 12;
const MOST_PARTS: usize = 1 << 16;
const MOST_ITEMS: usize = 1 << 20;
/// A part is closed when it has reached this length in bytes.
const PART: usize = 1 << 20;

/// Items on their way in a file, sealed to the transit keys of some devices. Whoever finds it sees a
/// length in size classes and nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Bundle {
    wraps: Vec<Sent>,
    parts: Vec<Vec<u8>>,
}

/// What was in a bundle: each item as bytes, so that one that is not understood can be kept.
pub type Contents = Vec<Vec<u8>>;

impl Bundle {
    /// Seals items to these keys.
    pub fn seal(
        items: &[Item],
        to: &[&TransitPublic],
        organisation: OrganisationId,
        randomness: &mut dyn Randomness,
    ) -> Self {
        let key = Secret::make(randomness);
        let aad = organisation.to_bytes();
        let mut wraps: Vec<Sent> = to
            .iter()
            .map(|public| public.seal(labels::BUNDLE, &aad, key.expose(), randomness))
            .collect();
        while wraps.is_empty() || !wraps.len().is_multiple_of(WRAPS) {
            // To a key that nobody keeps: it cannot be told from the others.
            let nobody = TransitKey::make(randomness);
            wraps.push(
                nobody
                    .public()
                    .seal(labels::BUNDLE, &aad, key.expose(), randomness),
            );
        }
        let texts = in_parts(items);
        let count = texts.len() as u64;
        let parts = (0..).zip(&texts).map(|(number, text)| {
            let place = part_place(organisation, number, count);
            seal(&key, labels::BUNDLE_BODY, &place, &pad(text), randomness)
        });
        let parts = parts.collect();
        Self { wraps, parts }
    }

    /// Opens it with whichever of these keys it was sealed to.
    ///
    /// # Errors
    /// [`NotOpened`], if it was sealed to none of them, or any part of it was changed: then nothing
    /// is taken in, and the same bundle can be asked for again.
    pub fn open(
        &self,
        organisation: OrganisationId,
        keys: &[&TransitKey],
    ) -> Result<Contents, NotOpened> {
        let aad = organisation.to_bytes();
        let tries = self
            .wraps
            .iter()
            .flat_map(|wrap| keys.iter().map(move |key| (key, wrap)));
        let key = tries
            .filter_map(|(key, wrap)| key.open(labels::BUNDLE, &aad, wrap).ok())
            .find_map(|plain| <[u8; 32]>::try_from(plain.as_slice()).ok())
            .map(|mut bytes| Secret::take(&mut bytes))
            .ok_or(NotOpened)?;
        let mut contents = Contents::new();
        for (number, part) in (0..).zip(&self.parts) {
            let place = part_place(organisation, number, self.parts.len() as u64);
            let padded = open(&key, labels::BUNDLE_BODY, &place, part)?;
            let text = unpad(&padded).map_err(|Malformed| NotOpened)?;
            let items = Part::from_bytes(&text).map_err(|Malformed| NotOpened)?;
            contents.extend(items.0);
        }
        Ok(contents)
    }
}

/// Items as parts of about [`PART`] bytes.
fn in_parts(items: &[Item]) -> Vec<Vec<u8>> {
    let mut parts = vec![];
    let mut open = Part(vec![]);
    let mut length = 0;
    for item in items {
        let bytes = item.to_bytes();
        length += bytes.len();
        open.0.push(bytes);
        if length >= PART {
            parts.push(open.to_bytes());
            open.0.clear();
            length = 0;
        }
    }
    if !open.0.is_empty() || parts.is_empty() {
        parts.push(open.to_bytes());
    }
    parts
}

fn part_place(organisation: OrganisationId, number: u64, count: u64) -> Vec<u8> {
    let mut place = Writer::new();
    place
        .array(3)
        .put(&organisation)
        .number(number)
        .number(count);
    place.into_bytes()
}

/// Items as byte strings.
struct Part(Contents);

impl Canonical for Part {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        self.0.iter().for_each(|item| {
            to.bytes(item);
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let items = from.list::<Bytes>(MOST_ITEMS)?;
        Ok(Self(items.into_iter().map(|bytes| bytes.0).collect()))
    }
}

/// A byte string in a list.
struct Bytes(Vec<u8>);

impl Canonical for Bytes {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self(from.bytes()?.to_vec()))
    }
}

impl Canonical for Bundle {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .put(&Suite)
            .list(&self.wraps)
            .array(self.parts.len());
        self.parts.iter().for_each(|part| {
            to.bytes(part);
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(3)?;
        let Suite = from.take()?;
        let wraps = from.list(MOST_WRAPS)?;
        let parts = from.list::<Bytes>(MOST_PARTS)?;
        Ok(Self {
            wraps,
            parts: parts.into_iter().map(|bytes| bytes.0).collect(),
        })
    }
}
