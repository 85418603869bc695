//! What a shift waits for: the cases of forty people, opened and folded.

use casework::{
    Assertion, Case, CheckIn, CheckInPlan, DeviceId, Entry, MemberId, Minutes, Moment, OperationId,
    PersonId, Read, Says, Signed, WordHeard, read, write,
};
use divan::{Bencher, counter::ItemsCount};
use facts::{Complaints, Date, Scalar, SourceText, Vocabulary};

fn main() {
    divan::main();
}

const VOCABULARY: &str = "format: safeconduct.vocabulary/1
facts:
  here: { type: country, topic: place, label: { en: Where, ru: Где } }
  minor: { type: bool, topic: family, label: { en: Minor, ru: Ребёнок } }
  funds: { type: bool, by: country, topic: money, label: { en: Money, ru: Деньги } }
";

const PEOPLE: usize = 40;
const ENTRIES: usize = 500;
const DAY: Date = Date::constant(2017, 5, 17);

fn vocabulary() -> Vocabulary {
    let (mut vocabulary, mut complaints) = (Vocabulary::default(), Complaints::new());
    vocabulary.read(&SourceText::new("v.yaml", VOCABULARY), &mut complaints);
    assert!(complaints.is_empty());
    vocabulary
}

/// One person's entries: a plan, words from them, and for each of 166 countries two assertions that
/// contradict each other.
fn entries() -> Vec<Entry> {
    let person = PersonId([1; 16]);
    let start = Moment::start_of(DAY);
    let plan = CheckInPlan {
        person,
        first: start,
        every: Minutes::hours(12),
        grace: Minutes(30),
        red_after: Minutes::hours(2),
        ends: None,
        channel: "".into(),
        fine: "".into(),
        duress: "".into(),
        holder: None,
        ladder: Vec::new(),
        never_say: "".into(),
        proof: Vec::new(),
    };
    let mut entries = vec![Entry::new(plan)];
    for n in 1..ENTRIES {
        let minutes = Minutes(u32::try_from(n).expect("few"));
        entries.push(match n % 3 {
            0 => Entry::new(CheckIn {
                person,
                at: start.plus(minutes),
                heard: WordHeard::Fine,
                note: "".into(),
            }),
            _ => {
                let value = Says::Value(Scalar::Bool(n % 2 == 0).into());
                let mut said = Assertion::new(person, "funds", value);
                let key = [b'A', b'A' + (n / 3 / 26) as u8, b'A' + (n / 3 % 26) as u8];
                said.under = Some(String::from_utf8_lossy(&key).into_owned());
                Entry::new(said)
            }
        });
    }
    entries
}

fn signed(number: usize, content: Read) -> Signed<Read> {
    let mut id = OperationId([0; 32]);
    id.0[..8].copy_from_slice(&(number as u64).to_be_bytes());
    Signed {
        id,
        member: MemberId([1; 32]),
        device: DeviceId([1; 32]),
        number: number as u64,
        written: Moment::start_of(DAY),
        content,
    }
}

fn of_one_person() -> Vec<Signed<Read>> {
    let read = |entry: Entry| Read::Entry(Box::new(entry));
    let numbered = entries().into_iter().enumerate();
    numbered.map(|(n, entry)| signed(n, read(entry))).collect()
}

#[divan::bench]
fn read_entries(bencher: Bencher) {
    let written: Vec<Vec<u8>> = entries()
        .iter()
        .map(|entry| write(entry).expect("it can be written"))
        .collect();
    bencher
        .counter(ItemsCount::new(ENTRIES))
        .bench(|| written.iter().map(|bytes| read(bytes)).collect::<Vec<_>>());
}

#[divan::bench]
fn cases_of_forty_people(bencher: Bencher) {
    let all: Vec<_> = (0..PEOPLE).map(|_| of_one_person()).collect();
    bencher
        .counter(ItemsCount::new(PEOPLE))
        .with_inputs(|| all.clone())
        .bench_values(|all| all.into_iter().map(Case::of).collect::<Vec<_>>());
}

#[divan::bench]
fn facts_of_forty_people(bencher: Bencher) {
    let vocabulary = vocabulary();
    let cases: Vec<Case> = (0..PEOPLE).map(|_| Case::of(of_one_person())).collect();
    let fold = |case: &Case| case.fold(PersonId([1; 16]), DAY, &vocabulary);
    bencher
        .counter(ItemsCount::new(PEOPLE))
        .bench(|| cases.iter().map(fold).collect::<Vec<_>>());
}

#[divan::bench]
fn check_ins_of_forty_people(bencher: Bencher) {
    let cases: Vec<Case> = (0..PEOPLE).map(|_| Case::of(of_one_person())).collect();
    let now = Moment::start_of(DAY).plus(Minutes::hours(20));
    bencher.counter(ItemsCount::new(PEOPLE)).bench(|| {
        cases
            .iter()
            .map(|case| case.watches(now))
            .collect::<Vec<_>>()
    });
}
