//! An organisation of invented people, for tests. Signatures are taken as given: models run on
//! verified entries, without cryptography.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod invariants;
pub mod search;

use std::hash::{DefaultHasher, Hash, Hasher};
use vault::membership::{
    Act, DeviceId, Entry, EntryError, EntryId, Founder, Graph, PersonId, Signature, TransitKey,
    Verified, Verifier,
};

/// Takes every signature that says it is good. Ids are a hash of the entry, which is enough where
/// nobody forges.
pub struct Trusting;

impl Verifier for Trusting {
    fn id(&self, entry: &Entry) -> EntryId {
        let mut hasher = DefaultHasher::new();
        entry.hash(&mut hasher);
        let mut id = [0; 32];
        id[..8].copy_from_slice(&hasher.finish().to_be_bytes());
        EntryId(id)
    }

    fn is_signed(&self, _: &Entry, _: &DeviceId, signature: &Signature) -> bool {
        *signature == good()
    }
}

pub fn good() -> Signature {
    Signature(vec![1])
}

/// People are numbered in the order in which they were admitted.
pub fn person(number: u8) -> PersonId {
    PersonId([number; 32])
}

/// The devices of a person are numbered, too; most have one.
pub fn device_of(person: u8, number: u8) -> DeviceId {
    DeviceId([person + 100 * number; 32])
}

pub fn device(person: u8) -> DeviceId {
    device_of(person, 0)
}

/// The transit key of a device, at first.
pub fn transit(device: DeviceId) -> TransitKey {
    TransitKey(vec![device.0[0]])
}

pub fn entry(heads: &[EntryId], act: Act, signed_by: &[DeviceId]) -> Entry {
    Entry {
        heads: heads.iter().copied().collect(),
        act,
        signatures: signed_by.iter().map(|device| (*device, good())).collect(),
    }
}

pub fn check(entry: Entry) -> Result<Verified<Entry>, EntryError> {
    Verified::check(entry, &Trusting)
}

/// A charter of so many founders, the people 0, 1, 2 and so on.
pub fn charter(founders: u8, threshold: u8) -> Verified<Entry> {
    let devices: Vec<DeviceId> = (0..founders).map(device).collect();
    let founder = |number| Founder {
        person: person(number),
        device: device(number),
        transit: transit(device(number)),
    };
    let founders = (0..founders).map(founder).collect();
    let act = Act::Charter {
        threshold,
        erasure: threshold,
        founders,
    };
    check(entry(&[], act, &devices)).expect("a whole charter")
}

pub fn admits_person(number: u8) -> Act {
    Act::AdmitPerson {
        person: person(number),
    }
}

pub fn admits_device(number: u8) -> Act {
    Act::AdmitDevice {
        person: person(number),
        device: device(number),
        transit: transit(device(number)),
    }
}

pub fn removes_device(number: u8) -> Act {
    Act::RemoveDevice {
        device: device(number),
    }
}

pub fn removes_person(number: u8) -> Act {
    Act::RemovePerson {
        person: person(number),
    }
}

pub fn makes_organiser(number: u8) -> Act {
    Act::MakeOrganiser {
        person: person(number),
    }
}

/// An act and the people who sign it, each on the first device; a new device always signs for itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Deed {
    pub act: Act,
    pub signed_by: Vec<u8>,
}

pub fn deed(signed_by: &[u8], act: Act) -> Deed {
    Deed {
        act,
        signed_by: signed_by.to_vec(),
    }
}

impl Deed {
    pub fn signed(&self, heads: &[EntryId]) -> Verified<Entry> {
        let mut devices: Vec<DeviceId> = self
            .signed_by
            .iter()
            .map(|number| device(*number))
            .collect();
        if let Act::AdmitDevice { device, .. } = &self.act {
            devices.push(*device);
        }
        check(entry(heads, self.act.clone(), &devices)).expect("a whole entry")
    }
}

/// An organisation that grows by entries which have seen everything, or what a test says.
pub struct Organisation {
    pub graph: Graph,
}

impl Organisation {
    pub fn founded_by(founders: u8, threshold: u8) -> Organisation {
        let graph = Graph::new(charter(founders, threshold)).expect("a charter");
        Organisation { graph }
    }

    /// Two founders, who then admit others on a device each.
    pub fn of(people: u8) -> Organisation {
        let mut organisation = Organisation::founded_by(2, 2);
        for number in 2..people {
            organisation.now(&[0, 1], admits_person(number));
            organisation.now(&[0, 1], admits_device(number));
        }
        organisation
    }

    /// What somebody has seen who has seen everything so far.
    pub fn seen(&self) -> Vec<EntryId> {
        self.graph.heads().into_iter().collect()
    }

    /// An entry by people who have seen everything.
    pub fn now(&mut self, signed_by: &[u8], act: Act) -> EntryId {
        let seen = self.seen();
        self.having_seen(&seen, signed_by, act)
    }

    /// An entry by people who have seen these heads and what is before them.
    pub fn having_seen(&mut self, heads: &[EntryId], signed_by: &[u8], act: Act) -> EntryId {
        let signed = deed(signed_by, act).signed(heads);
        let id = signed.id();
        self.graph.add(signed);
        id
    }

    /// Whether a letter may go to the first device of a person.
    pub fn reaches(&self, number: u8) -> bool {
        self.graph.roster().may_receive(&device(number)).is_ok()
    }
}
