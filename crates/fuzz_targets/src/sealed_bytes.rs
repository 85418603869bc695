//! What the vault reads from a disk, a stick or a colleague: whatever is taken is written back byte for
//! byte, and nothing opens or holds that nobody sealed or signed.

use sealed::membership::{Entry, EntryId};
use sealed::{
    Bundle, Canonical, Content, Item, KeyBoxHead, KeyCopy, KeyRing, OrganisationId, RecoverySeed,
    RecoveryShare, Row, Secret, Stretched, TransitKey, open_key_box,
};

/// An organisation that signed nothing.
const NOBODYS: OrganisationId = OrganisationId([0x5a; 32]);

fn secret() -> Secret {
    Secret::take(&mut [0x5a; 32])
}

/// One thing in a log or a bundle.
pub fn item(bytes: &[u8]) {
    match read::<Item>(bytes) {
        Some(Item::Entry(entry)) => holds_as_it_is(&entry),
        Some(Item::Card(card)) => assert!(card.verify(NOBODYS).is_err()),
        Some(Item::Operation(operation)) => assert!(operation.verify(NOBODYS).is_err()),
        Some(Item::Letter(letter)) => assert!(letter.verify(NOBODYS).is_err()),
        Some(Item::Chunk(_)) | None => {}
    }
}

/// An entry of the membership graph.
pub fn entry(bytes: &[u8]) {
    if let Some(entry) = read::<Entry>(bytes) {
        holds_as_it_is(&entry);
    }
}

/// Whoever signed it has signed nothing else.
fn holds_as_it_is(entry: &Entry) {
    let mut other = entry.clone();
    if !other.heads.insert(EntryId(NOBODYS.0)) {
        other.heads.remove(&EntryId(NOBODYS.0));
    }
    for (device, signature) in &entry.signatures {
        assert!(other.verify(*device, signature).is_err());
    }
    assert_ne!(entry.id(), other.id());
}

/// A row of the log.
pub fn row(bytes: &[u8]) {
    read::<Row>(bytes);
}

/// What an operation says, once it is open.
pub fn content(bytes: &[u8]) {
    read::<Content>(bytes);
}

/// A bundle, from a stick.
pub fn bundle(bytes: &[u8]) {
    if let Some(bundle) = read::<Bundle>(bytes) {
        let key = TransitKey::of(secret());
        assert!(bundle.open(NOBODYS, &[&key]).is_err());
    }
}

/// A key box file.
pub fn key_box(bytes: &[u8]) {
    if KeyBoxHead::read(bytes).is_ok() {
        assert!(open_key_box(bytes, &Stretched::of(secret()), &secret()).is_err());
    }
}

/// What lies in a key box.
pub fn key_ring(bytes: &[u8]) {
    read::<KeyRing>(bytes);
}

/// A backup of keys.
pub fn key_copy(bytes: &[u8]) {
    if let Some(copy) = read::<KeyCopy>(bytes) {
        assert!(RecoverySeed::of(1, secret()).open(&copy).is_err());
    }
}

/// A share of a recovery, as somebody typed it.
pub fn share(bytes: &[u8]) {
    if let Ok(share) = RecoveryShare::typed(&String::from_utf8_lossy(bytes)) {
        let again = RecoveryShare::typed(&share.printed());
        assert_eq!(again.as_ref(), Ok(&share));
        let alone = RecoverySeed::of_shares(std::slice::from_ref(&share));
        assert_eq!(alone.is_ok(), share.needed() == 1);
    }
}

/// What the bytes say, if anything: then they are its one encoding.
fn read<T: Canonical>(bytes: &[u8]) -> Option<T> {
    let found = T::from_bytes(bytes).ok()?;
    assert_eq!(found.to_bytes(), bytes);
    Some(found)
}
