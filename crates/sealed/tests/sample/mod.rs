//! One of everything that is written or sent, with repeatable randomness.
#![allow(
    dead_code,
    reason = "each test file is a program of its own and uses some of these"
)]

use sealed::membership::{Act, Entry, Founder, PersonId};
use sealed::*;
use std::collections::BTreeSet;

/// Repeatable bytes (SplitMix64): for tests and nothing else.
pub struct Dice(pub u64);

impl Randomness for Dice {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.next().to_le_bytes()[5];
        }
    }
}

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("it is below a usize")
    }
}

pub struct Sample {
    pub device: DeviceKey,
    pub transit: TransitKey,
    pub organisation: OrganisationId,
    pub charter: Entry,
    pub epoch: EpochKey,
}

pub const PERSON: PersonId = PersonId([6; 32]);
pub const CASE: CompartmentId = CompartmentId([7; 16]);

impl Sample {
    pub fn new() -> Self {
        let mut dice = Dice(1);
        let device = DeviceKey::make(&mut dice);
        let transit = TransitKey::make(&mut dice);
        let founder = Founder {
            person: PERSON,
            device: device.id(),
            transit: transit.public().into(),
        };
        let act = Act::Charter {
            threshold: 1,
            erasure: 2,
            founders: vec![founder],
        };
        let mut charter = Entry::unsigned(BTreeSet::new(), act);
        charter.sign(&device);
        Self {
            organisation: OrganisationId(charter.id().0),
            transit,
            epoch: EpochKey::make(CASE, 3, device.id(), &mut dice),
            charter,
            device,
        }
    }

    pub fn card(&self) -> Card {
        Card::make(&self.device, PERSON, 4, &self.transit, self.organisation)
    }

    pub fn verified_card(&self) -> VerifiedCard {
        self.card().verify(self.organisation).expect("our own")
    }

    /// The author's `number`th operation.
    pub fn operation(&self, number: u64) -> Operation {
        let before = number.checked_sub(1).filter(|before| *before > 0);
        let next = Next {
            after: before.map(|before| (before, OperationId([9; 32]))),
            heads: vec![OperationId([8; 32]), OperationId([1; 32])],
        };
        let content = self
            .content(Body::Bytes(b"words".to_vec().into()))
            .to_bytes();
        let (epoch, dice) = (&self.epoch, &mut Dice(number));
        Operation::author(&self.device, self.organisation, epoch, next, &content, dice)
    }

    pub fn content(&self, body: Body) -> Content {
        Content { claimed: -5, body }
    }

    pub fn letter(&self) -> Letter {
        let heads = vec![OperationId([8; 32])];
        let (card, epoch) = (self.verified_card(), &self.epoch);
        Letter::write_to(
            &card,
            epoch,
            &self.device,
            self.organisation,
            heads,
            &mut Dice(6),
        )
    }

    pub fn ring(&self) -> KeyRing {
        let mut dice = Dice(8);
        KeyRing {
            organisation: self.organisation,
            introducer: self.device.id(),
            person: PERSON,
            device: self.device.clone(),
            transit: vec![HeldTransit {
                number: 4,
                made: 5,
                key: self.transit.clone(),
            }],
            store: StoreKey::make(&mut dice),
            index: IndexKey::make(&mut dice),
            epochs: vec![self.epoch.clone()],
            roots: vec![Root {
                compartment: CASE,
                epoch: self.epoch.id(),
            }],
            erased: vec![Erased {
                compartment: CompartmentId([3; 16]),
                keys: 2,
            }],
            home: [4; 32],
            slots: vec![(2, Stretched::of(Secret::make(&mut dice)))],
            rows: 17,
        }
    }

    pub fn bodies(&self) -> Vec<Body> {
        let seed = RecoverySeed::make(2, &mut Dice(3));
        let (manifest, _) = seal_attachment(self.organisation, CASE, b"photo", None, &mut Dice(4));
        let receipt = Receipt {
            compartment: CASE,
            order: OperationId([2; 32]),
            keys: 3,
            recoverable_until: Some(-1),
        };
        let opened = EpochOpened {
            kind: 1,
            readers: vec![DeviceId([1; 32]), DeviceId([2; 32])],
            follows: vec![self.epoch.id()],
            links: vec![self.epoch.clone()],
            succession: Some(seed.vouch(self.organisation, DeviceId([1; 32]), DeviceId([2; 32]))),
        };
        vec![
            Body::Bytes(b"words".to_vec().into()),
            Body::EpochOpened(opened),
            Body::Attached(manifest),
            Body::ErasureOrdered(CASE),
            Body::ErasureSeconded(OperationId([2; 32])),
            Body::Erased(receipt),
            Body::RecoveryBegun(seed.public()),
            Body::RecoveryEnded(2),
        ]
    }

    pub fn items(&self) -> Vec<Item> {
        let (_, chunks) = seal_attachment(self.organisation, CASE, b"photo", None, &mut Dice(4));
        let entries = self.entries().into_iter().map(Item::Entry);
        let others = vec![
            Item::Card(self.card()),
            Item::Operation(self.operation(1)),
            Item::Operation(self.operation(2)),
            Item::Letter(self.letter()),
            Item::Chunk(chunks[0].clone()),
        ];
        entries.chain(others).collect()
    }

    /// The charter, and an entry of every other kind after it, each signed by two.
    pub fn entries(&self) -> Vec<Entry> {
        let second = DeviceKey::make(&mut Dice(21));
        let (person, device) = (PersonId([4; 32]), second.id());
        let transit: membership::TransitKey = self.transit.public().into();
        let acts = vec![
            Act::AdmitPerson { person },
            Act::AdmitDevice {
                person,
                device,
                transit: transit.clone(),
            },
            Act::MakeOrganiser { person },
            Act::RemoveDevice { device },
            Act::RemovePerson { person },
            Act::Leave,
            Act::RenewTransit { transit },
        ];
        let heads = BTreeSet::from([self.charter.id(), membership::EntryId([1; 32])]);
        let signed = acts.into_iter().map(|act| {
            let mut entry = Entry::unsigned(heads.clone(), act);
            entry.sign(&self.device);
            entry.sign(&second);
            entry
        });
        std::iter::once(self.charter.clone())
            .chain(signed)
            .collect()
    }

    pub fn bundle(&self) -> Bundle {
        let to = [self.transit.public()];
        Bundle::seal(&self.items(), &to, self.organisation, &mut Dice(11))
    }

    pub fn key_copy(&self) -> KeyCopy {
        let keys = CopiedKeys {
            organisation: self.organisation,
            introducer: self.device.id(),
            person: PERSON,
            device: self.device.id(),
            epochs: vec![self.epoch.clone()],
            roots: vec![],
            erased: vec![],
        };
        KeyCopy::seal(
            &keys,
            &RecoverySeed::make(2, &mut Dice(3)).public(),
            &mut Dice(12),
        )
    }
}

/// The bytes of everything that is read from outside, with what reads them: whether it is read, and
/// what it is written as.
pub fn formats(sample: &Sample) -> Vec<(&'static str, Vec<Vec<u8>>, Reads)> {
    fn reads<T: Canonical>(bytes: &[u8]) -> Option<Vec<u8>> {
        T::from_bytes(bytes).ok().map(|found| found.to_bytes())
    }
    let rows = sample
        .items()
        .into_iter()
        .map(|item| Row::Item(item).to_bytes());
    let kept = [Kept::NotUnderstood, Kept::NotSigned].map(|why| Row::Kept(why, vec![1]).to_bytes());
    let contents = sample
        .bodies()
        .into_iter()
        .map(|body| sample.content(body).to_bytes());
    vec![
        (
            "item",
            sample.items().iter().map(Canonical::to_bytes).collect(),
            reads::<Item>,
        ),
        (
            "entry",
            sample.entries().iter().map(Canonical::to_bytes).collect(),
            reads::<Entry>,
        ),
        ("row", rows.chain(kept).collect(), reads::<Row>),
        ("content", contents.collect(), reads::<Content>),
        ("bundle", vec![sample.bundle().to_bytes()], reads::<Bundle>),
        ("key ring", vec![sample.ring().to_bytes()], reads::<KeyRing>),
        (
            "key copy",
            vec![sample.key_copy().to_bytes()],
            reads::<KeyCopy>,
        ),
    ]
}

pub type Reads = fn(&[u8]) -> Option<Vec<u8>>;
