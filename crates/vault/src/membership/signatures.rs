use super::verified::Verifier;
use sealed::membership::{Act, Entry, EntryId, Signature};
use sealed::{Canonical, Card, DeviceId, OrganisationId};

/// Ed25519 signatures of the entries of one organisation.
///
/// A device that is let in agrees by its card: the card says whose device it is, and for which
/// organisation, and its signature stands among those of the entry. So nobody needs to send an entry
/// to and fro before it can be admitted, and nobody can claim its key for another person.
#[derive(Clone, Copy, Debug)]
pub struct Signatures(pub OrganisationId);

impl Verifier for Signatures {
    fn id(&self, entry: &Entry) -> EntryId {
        entry.id()
    }

    fn is_signed(&self, entry: &Entry, device: &DeviceId, signature: &Signature) -> bool {
        match &entry.act {
            Act::AdmitDevice { device: new, .. } if new == device => {
                self.agrees(entry, signature).unwrap_or(false)
            }
            _ => entry.verify(*device, signature).is_ok(),
        }
    }
}

impl Signatures {
    fn agrees(&self, entry: &Entry, signature: &Signature) -> Option<bool> {
        let Act::AdmitDevice {
            person,
            device,
            transit,
        } = &entry.act
        else {
            return None;
        };
        let card = Card::from_bytes(&transit.0).ok()?.verify(self.0).ok()?;
        let is_theirs = card.device() == *device && card.person() == *person;
        Some(is_theirs && card.agreement() == *signature)
    }
}
