//! Nothing that was sealed or signed for one place holds in another: organisation, compartment,
//! author, number, links, epoch, device, row.

mod sample;

use sample::{CASE, Dice, PERSON, Sample};
use sealed::membership::{Act, EntryId, PersonId, Signature};
use sealed::*;

fn rounds(few: usize, full: usize) -> usize {
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    if long { full } else { few }
}

#[test]
fn five_hundred_rows_in_each_others_places_open_nowhere() {
    let key = StoreKey::make(&mut Dice(1));
    let mut dice = Dice(2);
    let rows: Vec<Vec<u8>> = (0..500u64)
        .map(|number| key.seal_row(number, b"words", &mut dice))
        .collect();
    for (at, row) in (0..).zip(&rows) {
        for place in 0..500 {
            assert_eq!(
                key.open_row(place, row).is_ok(),
                at == place,
                "row {at} in place {place}"
            );
        }
    }
    let other = StoreKey::make(&mut Dice(3));
    assert!(
        (0..)
            .zip(&rows)
            .all(|(at, row)| other.open_row(at, row).is_err())
    );
}

/// The wire form of an operation with the ciphertext, or another of its nine places, of a second.
fn with_place_of(one: &Operation, other: &Operation, place: usize) -> Vec<u8> {
    let (one, other) = (one.to_bytes(), other.to_bytes());
    let (here, there) = (places(&one), places(&other));
    let pieces = (0..9).map(|at| match at == place {
        true => &other[there[at].clone()],
        false => &one[here[at].clone()],
    });
    [&[0x89][..], &pieces.collect::<Vec<_>>().concat()].concat()
}

/// Where the nine places of an operation lie.
fn places(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut decoder = minicbor::Decoder::new(bytes);
    decoder.array().expect("an array");
    let all = (0..9).map(|_| {
        let from = decoder.position();
        decoder.skip().expect("a place");
        from..decoder.position()
    });
    all.collect()
}

#[test]
fn no_operation_holds_with_a_part_of_another() {
    let sample = Sample::new();
    let operations: Vec<Operation> = (1..=rounds(24, 500) as u64)
        .map(|n| sample.operation(n))
        .collect();
    const CIPHERTEXT: usize = 7;
    for one in &operations {
        for other in operations.iter().filter(|other| *other != one) {
            let forged =
                Operation::from_bytes(&with_place_of(one, other, CIPHERTEXT)).expect("well formed");
            assert_eq!(forged.verify(sample.organisation).err(), Some(NotSigned));
        }
    }
    let (one, other) = (&operations[1], &operations[2]);
    for place in 0..9 {
        let bytes = with_place_of(one, other, place);
        if bytes == one.to_bytes() {
            continue; // They are the same there.
        }
        let holds = Operation::from_bytes(&bytes)
            .is_ok_and(|forged| forged.verify(sample.organisation).is_ok());
        assert!(!holds, "place {place}");
    }
}

#[test]
fn an_operation_holds_in_its_organisation_and_opens_under_its_epoch_only() {
    let sample = Sample::new();
    let operation = sample.operation(1);
    let other = OrganisationId([0; 32]);
    assert_eq!(operation.clone().verify(other).err(), Some(NotSigned));
    let verified = operation.verify(sample.organisation).expect("ours");
    assert!(verified.open(&sample.epoch).is_ok());
    let foreign = EpochKey::make(CASE, 3, sample.device.id(), &mut Dice(77));
    assert_eq!(verified.open(&foreign).err(), Some(NotOpened));
}

#[test]
fn an_epoch_is_named_by_its_key_its_number_its_compartment_and_who_opened_it() {
    let key = || Secret::take(&mut [5; 32]);
    let (one, two) = (DeviceId([1; 32]), DeviceId([2; 32]));
    let marks = [
        EpochKey::of(CASE, 1, one, key()).id().mark,
        EpochKey::of(CASE, 2, one, key()).id().mark,
        EpochKey::of(CASE, 1, two, key()).id().mark,
        EpochKey::of(CompartmentId([8; 16]), 1, one, key())
            .id()
            .mark,
        EpochKey::of(CASE, 1, one, Secret::take(&mut [6; 32]))
            .id()
            .mark,
    ];
    for (at, mark) in marks.iter().enumerate() {
        assert!(!marks[at + 1..].contains(mark));
    }
}

#[test]
fn a_letter_opens_for_its_device_only_and_not_with_a_changed_bit() {
    let sample = Sample::new();
    let open = |letter: Letter, transit: &TransitKey| {
        letter.verify(sample.organisation).ok()?.open(transit).ok()
    };
    assert_eq!(
        open(sample.letter(), &sample.transit),
        Some(sample.epoch.clone())
    );
    assert_eq!(
        open(sample.letter(), &TransitKey::make(&mut Dice(50))),
        None
    );
    assert!(sample.letter().verify(OrganisationId([0; 32])).is_err());
    let bytes = sample.letter().to_bytes();
    let mut dice = Dice(9);
    for _ in 0..rounds(300, 10_000) {
        let bit = dice.below(bytes.len() * 8);
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let opened = Letter::from_bytes(&changed)
            .ok()
            .and_then(|letter| open(letter, &sample.transit));
        assert_eq!(opened, None, "bit {bit}");
    }
}

#[test]
fn a_card_holds_in_its_organisation_only() {
    let sample = Sample::new();
    assert!(sample.card().verify(sample.organisation).is_ok());
    assert!(sample.card().verify(OrganisationId([0; 32])).is_err());
}

#[test]
fn a_bundle_opens_for_whom_it_was_sealed_and_keeps_what_it_does_not_understand() {
    let sample = Sample::new();
    let stranger = TransitKey::make(&mut Dice(60));
    let bundle = sample.bundle();
    let contents = bundle
        .open(sample.organisation, &[&stranger, &sample.transit])
        .expect("ours");
    let items: Vec<Vec<u8>> = sample.items().iter().map(Canonical::to_bytes).collect();
    assert_eq!(contents, items);
    assert!(bundle.open(sample.organisation, &[&stranger]).is_err());
    assert!(
        bundle
            .open(OrganisationId([0; 32]), &[&sample.transit])
            .is_err()
    );
}

#[test]
fn a_snapshot_opens_under_its_key_for_its_edition_and_its_log_only() {
    let key = IndexKey::make(&mut Dice(1));
    let sealed = key.seal_snapshot(1, 9, b"tables", &mut Dice(2));
    assert!(key.open_snapshot(1, 9, &sealed).is_ok());
    assert!(key.open_snapshot(2, 9, &sealed).is_err());
    assert!(key.open_snapshot(1, 10, &sealed).is_err());
    assert!(
        IndexKey::make(&mut Dice(3))
            .open_snapshot(1, 9, &sealed)
            .is_err()
    );
}

#[test]
fn pieces_of_an_attachment_open_in_their_place_only() {
    let sample = Sample::new();
    let bytes = vec![1; PIECE * 2 + 5];
    let (manifest, chunks) = seal_attachment(sample.organisation, CASE, &bytes, None, &mut Dice(4));
    assert_eq!(chunks.len(), 3);
    let open = |case, pieces: &dyn Fn(u64) -> Vec<Chunk>| {
        open_attachment(sample.organisation, case, &manifest, pieces)
    };
    let piece = |number: u64| {
        chunks
            .get(number as usize)
            .cloned()
            .into_iter()
            .collect::<Vec<_>>()
    };
    assert_eq!(open(CASE, &piece).expect("whole").as_slice(), bytes);
    let swapped = |number: u64| piece([1, 0, 2][number as usize]);
    assert_eq!(open(CASE, &swapped).err(), Some(NotAsCaptured::Changed(0)));
    assert_eq!(
        open(CASE, &|n| if n == 2 { vec![] } else { piece(n) }).err(),
        Some(NotAsCaptured::Missing(2))
    );
    assert!(open(CompartmentId([1; 16]), &piece).is_err());
    // Somebody sent another piece under the same name: the right one is found all the same.
    let (_, others) = seal_attachment(sample.organisation, CASE, &bytes, None, &mut Dice(5));
    let both = |number: u64| [vec![others[number as usize].clone()], piece(number)].concat();
    assert!(open(CASE, &both).is_ok());
}

#[test]
fn a_membership_entry_is_signed_as_nothing_else() {
    let sample = Sample::new();
    for entry in sample.entries() {
        for (device, signature) in &entry.signatures {
            assert_eq!(entry.verify(*device, signature), Ok(()));
            let mut other_heads = entry.clone();
            other_heads.heads.insert(EntryId([2; 32]));
            let mut other_act = entry.clone();
            other_act.act = Act::RemovePerson { person: PERSON };
            for other in [other_heads, other_act] {
                assert!(other.verify(*device, signature).is_err());
                assert_ne!(other.id(), entry.id());
            }
            let short = Signature(signature.0[..63].to_vec());
            assert!(entry.verify(*device, &short).is_err());
            assert!(entry.verify(DeviceId([3; 32]), signature).is_err());
        }
        let mut unsigned = entry.clone();
        unsigned.signatures.clear();
        assert_ne!(unsigned.id(), entry.id(), "its name holds the signatures");
    }
}

/// A card says whose device it is: somebody who carries it cannot claim it for another person.
#[test]
fn a_card_of_one_person_is_none_of_another() {
    let sample = Sample::new();
    assert_eq!(sample.verified_card().person(), PERSON);
    let mut claimed = sample.card();
    claimed.person = PersonId([1; 32]);
    assert!(claimed.verify(sample.organisation).is_err());
}
