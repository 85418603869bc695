use crate::log::{Damage, Log};
use sealed::{
    AttachmentId, Card, Charter, CompartmentId, DeviceId, Item, Kept, LetterHead, OperationId,
    OrganisationId, Place, Row, VerifiedCard,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What the log holds, without the contents: which item lies in which row.
#[derive(Default)]
pub(crate) struct Held {
    pub charter: Option<(u64, Charter)>,
    pub cards: BTreeMap<DeviceId, (u64, VerifiedCard)>,
    pub operations: BTreeMap<CompartmentId, BTreeMap<OperationId, (u64, Place)>>,
    pub letters: Vec<(u64, LetterHead)>,
    pub chunks: BTreeMap<(AttachmentId, u64), Vec<u64>>,
    pub kept: Vec<(u64, Kept)>,
    known: HashSet<[u8; 32]>,
}

impl Held {
    /// Reads all rows of a log. What is damaged is named, and the rest is read.
    pub fn of(log: &Log, organisation: OrganisationId, damage: &mut BTreeSet<Damage>) -> Self {
        let mut held = Self::default();
        for number in 1..=log.rows() {
            match log.read(number) {
                Ok(row) => held.note(number, row, organisation),
                Err(found) => {
                    damage.insert(found);
                }
            }
        }
        held
    }

    /// Whether this came before.
    pub fn knows(&self, row: &Row) -> bool {
        self.known.contains(&row.fingerprint())
    }

    /// The card of a device, if it has been shown.
    pub fn card(&self, device: &DeviceId) -> Option<&VerifiedCard> {
        self.cards.get(device).map(|(_, card)| card)
    }

    /// Notes what lies in a row. Signatures were verified when it came: nobody could write the row
    /// since without the store's key.
    pub fn note(&mut self, number: u64, row: Row, organisation: OrganisationId) {
        self.known.insert(row.fingerprint());
        match row {
            Row::Kept(why, _) => self.kept.push((number, why)),
            Row::Item(Item::Charter(charter)) => self.charter = Some((number, charter)),
            Row::Item(Item::Card(card)) => self.note_card(number, card, organisation),
            Row::Item(Item::Letter(letter)) => self.letters.push((number, letter.head().clone())),
            Row::Item(Item::Chunk(chunk)) => {
                let rows = self.chunks.entry((chunk.attachment, chunk.number));
                rows.or_default().push(number);
            }
            Row::Item(Item::Operation(operation)) => {
                let place = operation.place().clone();
                let compartment = self.operations.entry(place.compartment).or_default();
                compartment.insert(operation.id(), (number, place));
            }
        }
    }

    fn note_card(&mut self, row: u64, card: Card, organisation: OrganisationId) {
        let Ok(card) = card.verify(organisation) else {
            return;
        };
        let held = self.cards.get(&card.device());
        if held.is_none_or(|(_, held)| held.number() < card.number()) {
            self.cards.insert(card.device(), (row, card));
        }
    }
}
