use minicbor::{Decoder, Encoder};
use zeroize::Zeroizing;

/// What is read from outside holds no more than this in one byte string.
const LONGEST: usize = 1 << 26;

/// The bytes are not what this program would have written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is damaged, or of a form that this program does not know")]
pub struct Malformed;

/// A thing with one encoding: a CBOR array (RFC 8949) with fixed places, no maps, no floats.
///
/// A decoder writes again what it has read, and refuses whatever differs: longer integers,
/// indefinite lengths and trailing bytes are all caught by that one rule.
pub trait Canonical: Sized {
    /// Writes it.
    fn write(&self, to: &mut Writer);

    /// Reads it.
    ///
    /// # Errors
    /// [`Malformed`], without further detail: whoever sent it learns nothing.
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed>;

    /// Its one encoding.
    fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        self.write(&mut writer);
        writer.into_bytes()
    }

    /// What these bytes are the one encoding of.
    ///
    /// # Errors
    /// [`Malformed`], for anything that [`Self::to_bytes`] would not have written.
    fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::of(bytes);
        let found = Self::read(&mut reader)?;
        let again = Zeroizing::new(found.to_bytes());
        if again.as_slice() == bytes {
            Ok(found)
        } else {
            Err(Malformed)
        }
    }
}

/// Writes the one encoding.
pub struct Writer(Encoder<Vec<u8>>);

/// Writing into memory never fails.
const IN_MEMORY: &str = "a vector takes what is written";

impl Writer {
    /// Nothing written yet.
    #[expect(
        clippy::new_without_default,
        reason = "a writer is always begun on purpose"
    )]
    pub fn new() -> Self {
        Self(Encoder::new(Vec::new()))
    }

    /// The beginning of an array of `places` places.
    pub fn array(&mut self, places: usize) -> &mut Self {
        self.0.array(places as u64).expect(IN_MEMORY);
        self
    }

    /// A number.
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.0.u64(number).expect(IN_MEMORY);
        self
    }

    /// A number that may be below zero.
    pub fn signed(&mut self, number: i64) -> &mut Self {
        self.0.i64(number).expect(IN_MEMORY);
        self
    }

    /// A byte string.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.bytes(bytes).expect(IN_MEMORY);
        self
    }

    /// Something that knows its own encoding.
    pub fn put(&mut self, thing: &impl Canonical) -> &mut Self {
        thing.write(self);
        self
    }

    /// An array of such things.
    pub fn list<T: Canonical>(&mut self, things: &[T]) -> &mut Self {
        self.array(things.len());
        things.iter().for_each(|thing| thing.write(self));
        self
    }

    /// One or none, as an array of one or none.
    pub fn maybe<T: Canonical>(&mut self, thing: Option<&T>) -> &mut Self {
        self.array(usize::from(thing.is_some()));
        if let Some(thing) = thing {
            thing.write(self);
        }
        self
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_writer()
    }
}

/// Reads bytes from outside; that they are the one encoding is checked at the end.
pub struct Reader<'b>(Decoder<'b>);

impl<'b> Reader<'b> {
    /// A reader of these bytes.
    pub fn of(bytes: &'b [u8]) -> Self {
        Self(Decoder::new(bytes))
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.0.position()
    }

    /// The beginning of an array, of exactly so many places.
    ///
    /// # Errors
    /// [`Malformed`], if it is another one.
    pub fn array(&mut self, places: usize) -> Result<(), Malformed> {
        match self.length()? {
            found if found == places => Ok(()),
            _ => Err(Malformed),
        }
    }

    /// The beginning of an array; gives its number of places.
    pub(crate) fn length(&mut self) -> Result<usize, Malformed> {
        let places = self.0.array().map_err(|_| Malformed)?.ok_or(Malformed)?;
        usize::try_from(places).map_err(|_| Malformed)
    }

    /// A number.
    ///
    /// # Errors
    /// [`Malformed`], if it is none.
    pub fn number(&mut self) -> Result<u64, Malformed> {
        self.0.u64().map_err(|_| Malformed)
    }

    /// A number that may be below zero.
    ///
    /// # Errors
    /// [`Malformed`], if it is none.
    pub fn signed(&mut self) -> Result<i64, Malformed> {
        self.0.i64().map_err(|_| Malformed)
    }

    /// A byte string.
    ///
    /// # Errors
    /// [`Malformed`], if it is none, or longer than anything that we write.
    pub fn bytes(&mut self) -> Result<&'b [u8], Malformed> {
        let bytes = self.0.bytes().map_err(|_| Malformed)?;
        if bytes.len() > LONGEST {
            return Err(Malformed);
        }
        Ok(bytes)
    }

    /// A byte string of exactly `N` bytes.
    ///
    /// # Errors
    /// [`Malformed`], if it has another length.
    pub fn exactly<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes()?.try_into().map_err(|_| Malformed)
    }

    /// Something that knows its own encoding.
    ///
    /// # Errors
    /// [`Malformed`], if it is not there.
    pub fn take<T: Canonical>(&mut self) -> Result<T, Malformed> {
        T::read(self)
    }

    /// An array of such things, of at most `most`.
    ///
    /// # Errors
    /// [`Malformed`], if they are more, or any of them is.
    pub fn list<T: Canonical>(&mut self, most: usize) -> Result<Vec<T>, Malformed> {
        let places = self.length()?;
        if places > most {
            return Err(Malformed);
        }
        // Nothing is reserved for a length that was only claimed.
        let mut things = Vec::new();
        for _ in 0..places {
            things.push(T::read(self)?);
        }
        Ok(things)
    }

    /// One or none.
    ///
    /// # Errors
    /// [`Malformed`], if they are more, or it is.
    pub fn maybe<T: Canonical>(&mut self) -> Result<Option<T>, Malformed> {
        Ok(self.list(1)?.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OperationId;
    use proptest::prelude::*;

    /// Ways to write the same thing that are not ours (E20).
    #[test]
    fn a_second_encoding_of_the_same_thing_is_refused() {
        let ours = OperationId([7; 32]).to_bytes();
        assert_eq!(
            OperationId::from_bytes(&ours),
            Ok(OperationId([7; 32])),
            "ours is read"
        );
        let body = &ours[2..];
        let long = [&[0x59, 0, 32], body].concat();
        let pieces = [
            &[0x5f, 0x58, 16],
            &body[..16],
            &[0x58, 16],
            &body[16..],
            &[0xff],
        ]
        .concat();
        let trailing = [&ours, &[0][..]].concat();
        let tagged = [&[0xc0], &ours[..]].concat();
        for other in [long, pieces, trailing, tagged, ours[..33].to_vec()] {
            assert_eq!(OperationId::from_bytes(&other), Err(Malformed));
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_written_back_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Ok(found) = OperationId::from_bytes(&bytes) {
                prop_assert_eq!(found.to_bytes(), bytes);
            }
        }
    }
}
