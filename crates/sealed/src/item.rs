use crate::aead::hash;
use crate::{
    Canonical, Card, Chunk, Letter, Malformed, Operation, Reader, Writer, labels, membership::Entry,
};

/// One thing in a log or a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Who belongs: the first of these is the charter.
    Entry(Entry),
    /// Where letters to a device are to be sealed.
    Card(Card),
    /// What somebody said.
    Operation(Operation),
    /// A key on its way to a device.
    Letter(Letter),
    /// A piece of an attachment.
    Chunk(Chunk),
}

impl Canonical for Item {
    fn write(&self, to: &mut Writer) {
        to.array(2);
        match self {
            Self::Entry(entry) => to.number(0).put(entry),
            Self::Card(card) => to.number(1).put(card),
            Self::Operation(operation) => to.number(2).put(operation),
            Self::Letter(letter) => to.number(3).put(letter),
            Self::Chunk(chunk) => to.number(4).put(chunk),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(match from.number()? {
            0 => Self::Entry(from.take()?),
            1 => Self::Card(from.take()?),
            2 => Self::Operation(from.take()?),
            3 => Self::Letter(from.take()?),
            4 => Self::Chunk(from.take()?),
            _ => return Err(Malformed),
        })
    }
}

impl Item {
    /// What an item is known by again, so that the same bundle can come twice.
    pub fn fingerprint(&self) -> [u8; 32] {
        match self {
            // It is named by a hash of the same bytes.
            Self::Operation(operation) => operation.id().0,
            other => hash(labels::ITEM, &other.to_bytes()),
        }
    }
}

/// A row of the log: an item, or bytes that could not be taken in and are kept all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "nearly every row is an item")]
pub enum Row {
    /// An item whose signature held when it came.
    Item(Item),
    /// Bytes that are no such item, and why.
    Kept(Kept, Vec<u8>),
}

/// Why something was set aside when it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is of a form that this program does not know.
    NotUnderstood,
    /// Its signature does not hold.
    NotSigned,
}

impl Row {
    /// What the row is known by again.
    pub fn fingerprint(&self) -> [u8; 32] {
        match self {
            Self::Item(item) => item.fingerprint(),
            Self::Kept(_, bytes) => hash(labels::ITEM, bytes),
        }
    }
}

impl Canonical for Row {
    fn write(&self, to: &mut Writer) {
        to.array(2);
        match self {
            Self::Item(item) => to.number(0).put(item),
            Self::Kept(Kept::NotUnderstood, bytes) => to.number(1).bytes(bytes),
            Self::Kept(Kept::NotSigned, bytes) => to.number(2).bytes(bytes),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(2)?;
        Ok(match from.number()? {
            0 => Self::Item(from.take()?),
            1 => Self::Kept(Kept::NotUnderstood, from.bytes()?.to_vec()),
            2 => Self::Kept(Kept::NotSigned, from.bytes()?.to_vec()),
            _ => return Err(Malformed),
        })
    }
}
