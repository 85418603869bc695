use crate::aead::{hash, open, seal};
use crate::secret::make_bytes;
use crate::{
    AttachmentId, Canonical, CompartmentId, Malformed, Manifest, OrganisationId, Randomness,
    Reader, Secret, Suite, Writer, labels,
};
use zeroize::Zeroizing;

/// A piece's length in bytes, so that a row with a full one fills the largest size class.
pub const PIECE: usize = 252 << 10;

/// A piece of an attachment, sealed under the attachment's own key and bound to its place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Of which attachment.
    pub attachment: AttachmentId,
    /// The how manieth piece, from zero on.
    pub number: u64,
    sealed: Vec<u8>,
}

/// What was attached is not what was captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAsCaptured {
    /// A piece is not there.
    #[error("piece {0} of the attachment is missing")]
    Missing(u64),
    /// A piece does not open.
    #[error("piece {0} of the attachment was changed or moved")]
    Changed(u64),
    /// All pieces open, and the whole is another.
    #[error("the attachment is not what was captured")]
    Other,
}

/// Seals a file in pieces under a new key of its own.
pub fn seal_attachment(
    organisation: OrganisationId,
    compartment: CompartmentId,
    bytes: &[u8],
    copy_of: Option<AttachmentId>,
    randomness: &mut dyn Randomness,
) -> (Manifest, Vec<Chunk>) {
    let manifest = Manifest {
        attachment: AttachmentId(make_bytes(randomness)),
        key: Secret::make(randomness),
        length: bytes.len() as u64,
        digest: hash(labels::CAPTURE, bytes),
        copy_of,
    };
    let pieces = (0..).zip(bytes.chunks(PIECE));
    let chunks = pieces.map(|(number, piece)| {
        let place = place(organisation, compartment, &manifest, number);
        Chunk {
            attachment: manifest.attachment,
            number,
            sealed: seal(&manifest.key, labels::CHUNK, &place, piece, randomness),
        }
    });
    let chunks = chunks.collect();
    (manifest, chunks)
}

/// Opens a file from its pieces, and compares it with what was captured. `pieces` gives whatever is
/// at hand under a number.
///
/// # Errors
/// [`NotAsCaptured`], which names the first piece that is wrong.
pub fn open_attachment(
    organisation: OrganisationId,
    compartment: CompartmentId,
    manifest: &Manifest,
    mut pieces: impl FnMut(u64) -> Vec<Chunk>,
) -> Result<Zeroizing<Vec<u8>>, NotAsCaptured> {
    let count = manifest.length.div_ceil(PIECE as u64);
    let opened: Vec<Zeroizing<Vec<u8>>> = (0..count)
        .map(|number| {
            let place = place(organisation, compartment, manifest, number);
            open_piece(manifest, &place, number, &pieces(number))
        })
        .collect::<Result<_, _>>()?;
    // Its room is taken at once, for what is there and not for what is claimed: growing leaves copies.
    let room = opened.iter().map(|piece| piece.len()).sum();
    let mut whole = Zeroizing::new(Vec::with_capacity(room));
    opened
        .iter()
        .for_each(|piece| whole.extend_from_slice(piece));
    if whole.len() as u64 != manifest.length || hash(labels::CAPTURE, &whole) != manifest.digest {
        return Err(NotAsCaptured::Other);
    }
    Ok(whole)
}

/// Whichever of the pieces opens: anybody could have sent another under the same name.
fn open_piece(
    manifest: &Manifest,
    place: &[u8],
    number: u64,
    pieces: &[Chunk],
) -> Result<Zeroizing<Vec<u8>>, NotAsCaptured> {
    if pieces.is_empty() {
        return Err(NotAsCaptured::Missing(number));
    }
    let open = |chunk: &Chunk| open(&manifest.key, labels::CHUNK, place, &chunk.sealed).ok();
    let opened = pieces.iter().find_map(open);
    opened.ok_or(NotAsCaptured::Changed(number))
}

fn place(
    organisation: OrganisationId,
    compartment: CompartmentId,
    manifest: &Manifest,
    number: u64,
) -> Vec<u8> {
    let mut place = Writer::new();
    place.array(5).put(&organisation).put(&compartment);
    place
        .put(&manifest.attachment)
        .number(number)
        .number(manifest.length);
    place.into_bytes()
}

impl Canonical for Chunk {
    fn write(&self, to: &mut Writer) {
        to.array(4).put(&Suite).put(&self.attachment);
        to.number(self.number).bytes(&self.sealed);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array(4)?;
        let Suite = from.take()?;
        Ok(Self {
            attachment: from.take()?,
            number: from.number()?,
            sealed: from.bytes()?.to_vec(),
        })
    }
}
