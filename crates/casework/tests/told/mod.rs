//! Signed entries for tests: what members write, one after another. Everyone is invented.
#![allow(dead_code, reason = "each test file uses a part of it")]

use casework::{
    Assertion, Case, Content, DeviceId, Entry, MemberId, Moment, OperationId, PersonId, Read, Says,
    Signed, ThingId, Why,
};
use facts::{Complaints, Date, Scalar, SourceText, Vocabulary};
use std::fs;
use std::path::Path;

pub const AMINA: MemberId = MemberId([1; 32]);
pub const BORIS: MemberId = MemberId([2; 32]);
pub const VERA: MemberId = MemberId([3; 32]);

pub const ROWAN: PersonId = PersonId([1; 16]);
pub const SWIFT: PersonId = PersonId([2; 16]);

pub fn thing(n: u8) -> ThingId {
    ThingId([n; 16])
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a day in a test")
}

pub fn morning(text: &str) -> Moment {
    Moment::start_of(day(text))
}

/// What was signed so far. Ids are drawn in order; they stand for hashes.
#[derive(Clone, Default)]
pub struct Told {
    pub signed: Vec<Signed<Read>>,
}

impl Told {
    pub fn new() -> Told {
        Told::default()
    }

    pub fn writes(
        &mut self,
        member: MemberId,
        on: &str,
        content: impl Into<Content>,
    ) -> OperationId {
        self.signs(member, morning(on), Entry::new(content))
    }

    /// A later word on the same thing, in place of an earlier one.
    pub fn changes(
        &mut self,
        member: MemberId,
        on: &str,
        earlier: OperationId,
        content: impl Into<Content>,
    ) -> OperationId {
        let entry = Entry::new(content).in_place_of(Why::Changed, [earlier]);
        self.signs(member, morning(on), entry)
    }

    pub fn corrects(
        &mut self,
        member: MemberId,
        on: &str,
        earlier: OperationId,
        content: impl Into<Content>,
    ) -> OperationId {
        let entry = Entry::new(content).in_place_of(Why::Corrected, [earlier]);
        let entry = entry.because("A slip.");
        self.signs(member, morning(on), entry)
    }

    pub fn signs(&mut self, member: MemberId, written: Moment, entry: Entry) -> OperationId {
        let number = self.signed.len() as u64 + 1;
        let mut id = [0; 32];
        id[..8].copy_from_slice(&number.to_be_bytes());
        let id = OperationId(id);
        self.signed.push(Signed {
            id,
            member,
            device: DeviceId(member.0),
            number,
            written,
            content: Read::Entry(Box::new(entry)),
        });
        id
    }

    pub fn case(&self) -> Case {
        Case::of(self.signed.clone())
    }

    pub fn case_known_on(&self, on: &str) -> Case {
        Case::known_on(self.signed.clone(), morning(on))
    }
}

/// The person says a single value of themself.
pub fn says(person: PersonId, fact: &str, value: impl Into<Scalar>) -> Assertion {
    Assertion::new(person, fact, Says::Value(value.into().into()))
}

pub fn country(code: &str) -> Scalar {
    Scalar::Country(code.parse().expect("a country in a test"))
}

/// The vocabulary that the program ships.
pub fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let mut complaints = Complaints::new();
    for source in files_in("books/vocabulary") {
        vocabulary.read(&source, &mut complaints);
    }
    assert!(complaints.is_empty(), "{complaints:?}");
    vocabulary
}

/// Every file in a folder of the project, by name.
pub fn files_in(folder: &str) -> Vec<SourceText> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder of the project")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            SourceText::new(name, fs::read_to_string(path).expect("text"))
        })
        .collect()
}
