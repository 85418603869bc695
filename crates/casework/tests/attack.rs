//! Bytes from outside: whatever they are, a case is made of them, and every question is answered.

mod told;

use casework::{
    Assertion, Case, DeviceId, Dispute, Entry, MemberId, OperationId, Read, Retraction, Says,
    Signed, Stay, Value, Why, Written, read, write,
};
use facts::{Scalar, Vocabulary};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use told::{ROWAN, SWIFT, country, day, morning, says, thing};

/// The fuzz target: entries one after another, each behind its length in two bytes. What reads
/// prints back to what was read; the case of all of them answers.
fn entries(bytes: &[u8]) {
    let mut signed = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<2>() {
        let (entry, after) = after.split_at(after.len().min(u16::from_be_bytes(*length).into()));
        rest = after;
        let content = read(entry);
        if let Read::Entry(read) = &content {
            assert_eq!(write(read).as_deref(), Ok(entry));
        }
        signed.push(sign(signed.len(), content));
    }
    let case = Case::of(signed);
    let now = morning("2017-05-17");
    case.packet(ROWAN, now.day(), &Vocabulary::default());
    case.watches(now);
    case.journeys(now);
    case.open_tasks();
    case.too_close(now.day());
}

fn sign(place: usize, content: Read) -> Signed<Read> {
    let place = u8::try_from(place % 256).expect("below 256");
    Signed {
        id: OperationId([place; 32]),
        member: MemberId([place % 3; 32]),
        device: DeviceId([place % 3; 32]),
        number: place.into(),
        written: morning("2017-05-17"),
        content,
    }
}

fn seeds() -> Vec<u8> {
    let mut dated = says(ROWAN, "here", country("RUS"));
    dated.since = Some(Written("2017-03".parse().expect("a date")));
    dated.shown_to = BTreeSet::from([SWIFT]);
    let set = Says::Set {
        shown: BTreeSet::from([Value(country("RUS"))]),
        denied: BTreeSet::from([Value(Scalar::Number(7))]),
        complete: true,
    };
    let stay = Stay {
        id: thing(1),
        person: ROWAN,
        hide_out: thing(2),
        from: Written(day("2017-05-01")),
        until: None,
    };
    let earlier = OperationId([0; 32]);
    let all = [
        Entry::new(dated.clone()),
        Entry::new(dated).in_place_of(Why::Changed, [earlier]),
        Entry::new(Assertion::new(ROWAN, "nationality", set)),
        Entry::new(Retraction {
            of: earlier,
            why: "A slip.".into(),
        }),
        Entry::new(Dispute {
            of: earlier,
            why: "".into(),
        }),
        Entry::new(stay),
    ];
    let framed = |entry: &Entry| {
        let bytes = write(entry).expect("it can be written");
        let length = u16::try_from(bytes.len()).expect("short");
        [&length.to_be_bytes(), &bytes[..]].concat()
    };
    all.iter().flat_map(framed).collect()
}

#[test]
fn mutated_entries_are_read_or_shown_as_damaged() {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    let lasts = Duration::from_secs(if long { 100 } else { 2 });
    let seeds = seeds();
    entries(&seeds);
    let (mut dice, mut runs) = (0xf022_u64, 0u64);
    let mut below = |end: usize| {
        // SplitMix64.
        dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = dice;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).expect("below a usize")
    };
    let begun = Instant::now();
    while begun.elapsed() < lasts {
        let mut bytes = seeds.clone();
        for _ in 0..1 + below(4) {
            let at = below(bytes.len());
            match below(4) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, u8::try_from(below(256)).expect("a byte")),
                2 => {
                    bytes.remove(at);
                }
                _ => bytes[at] ^= 1 << below(8),
            }
            bytes.push(0);
        }
        entries(&bytes);
        runs += 1;
    }
    println!("{runs} mutated sets of entries");
    assert!(runs > 100);
}
