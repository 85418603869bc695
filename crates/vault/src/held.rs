use crate::log::{Damage, Log, SealedRow};
use crate::membership::{Entry, Signatures, Verified};
use crate::workers::side_by_side;
use sealed::{
    AttachmentId, CompartmentId, DeviceId, Item, Kept, LetterHead, OperationId, OrganisationId,
    Place, Row, VerifiedCard,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// So many rows are read before they are opened, on all cores.
const AT_ONCE: usize = 1 << 13;

/// What the log holds, without the contents: which item lies in which row.
#[derive(Default)]
pub(crate) struct Held {
    pub entries: Vec<(u64, Verified<Entry>)>,
    pub cards: BTreeMap<DeviceId, (u64, VerifiedCard)>,
    pub operations: BTreeMap<CompartmentId, BTreeMap<OperationId, (u64, Place)>>,
    /// Each author's last operation in each compartment, with its number.
    pub latest: HashMap<(CompartmentId, DeviceId), (u64, OperationId)>,
    pub letters: Vec<(u64, LetterHead)>,
    pub chunks: BTreeMap<(AttachmentId, u64), Vec<u64>>,
    pub kept: Vec<(u64, Kept)>,
    known: HashSet<[u8; 32]>,
}

impl Held {
    /// Reads all rows of a log. What is damaged is named, and the rest is read.
    pub fn of(log: &Log, organisation: OrganisationId, damage: &mut BTreeSet<Damage>) -> Self {
        let mut held = Self::default();
        for first in (1..=log.rows()).step_by(AT_ONCE) {
            let last = log.rows().min(first + AT_ONCE as u64 - 1);
            let sealed: Vec<SealedRow> = log.rows_between(first, last);
            let key = log.key();
            let noted = side_by_side(&sealed, |row| {
                row.open(key).map(|row| Noted::of(row, organisation))
            });
            for (number, noted) in (first..).zip(noted) {
                match noted {
                    Ok(noted) => held.take(number, noted),
                    Err(found) => {
                        damage.insert(found);
                    }
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
        self.take(number, Noted::of(row, organisation));
    }

    fn take(&mut self, number: u64, noted: Noted) {
        self.known.insert(noted.fingerprint);
        match noted.what {
            What::Kept(why) => self.kept.push((number, why)),
            What::Entry(entry) => self.entries.push((number, entry)),
            What::Card(card) => self.take_card(number, card),
            What::Letter(head) => self.letters.push((number, head)),
            What::Chunk(attachment, piece) => {
                let rows = self.chunks.entry((attachment, piece));
                rows.or_default().push(number);
            }
            What::Operation(id, place) => {
                let author = (place.compartment, place.author);
                let latest = self.latest.entry(author).or_insert((place.number, id));
                *latest = (*latest).max((place.number, id));
                let compartment = self.operations.entry(place.compartment).or_default();
                compartment.insert(id, (number, place));
            }
            What::Nothing => {}
        }
    }

    fn take_card(&mut self, row: u64, card: VerifiedCard) {
        let held = self.cards.get(&card.device());
        if held.is_none_or(|(_, held)| held.number() < card.number()) {
            self.cards.insert(card.device(), (row, card));
        }
    }
}

/// What is remembered of a row.
struct Noted {
    fingerprint: [u8; 32],
    what: What,
}

enum What {
    Kept(Kept),
    Entry(Verified<Entry>),
    Card(VerifiedCard),
    Letter(LetterHead),
    Chunk(AttachmentId, u64),
    Operation(OperationId, Place),
    Nothing,
}

impl Noted {
    /// The slow part, which can be done on any core.
    fn of(row: Row, organisation: OrganisationId) -> Self {
        let fingerprint = row.fingerprint();
        let what = match row {
            Row::Kept(why, _) => What::Kept(why),
            Row::Item(Item::Entry(entry)) => {
                let checked = Verified::check(entry, &Signatures(organisation));
                checked.map_or(What::Nothing, What::Entry)
            }
            Row::Item(Item::Card(card)) => match card.verify(organisation) {
                Ok(card) => What::Card(card),
                Err(_) => What::Nothing,
            },
            Row::Item(Item::Letter(letter)) => What::Letter(letter.head().clone()),
            Row::Item(Item::Chunk(chunk)) => What::Chunk(chunk.attachment, chunk.number),
            Row::Item(Item::Operation(operation)) => {
                What::Operation(operation.id(), operation.place().clone())
            }
        };
        Self { fingerprint, what }
    }
}
