//! A key box in the hands of somebody who has the file, and not the passphrase or not the device.

mod sample;

use sample::{Dice, Sample};
use sealed::*;

/// An opener as it is after Argon2id: attacks begin here, so that they can be many.
fn stretched(byte: u8) -> Stretched {
    Stretched::of(Secret::take(&mut [byte; 32]))
}

fn secret(byte: u8) -> Secret {
    Secret::take(&mut [byte; 32])
}

fn key_box(slots: &[(usize, Stretched)], seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let head = KeyBoxHead::make(Hardness::FLOOR, &mut dice);
    head.write(
        slots,
        &secret(9),
        &Sample::new().ring().to_bytes(),
        &mut dice,
    )
}

#[test]
fn each_slot_in_use_opens_with_its_passphrase_on_its_device() {
    let file = key_box(&[(2, stretched(1)), (7, stretched(2))], 1);
    for (at, byte) in [(2, 1), (7, 2)] {
        let (slot, body) = open_key_box(&file, &stretched(byte), &secret(9)).expect("it opens");
        assert_eq!(slot, at);
        assert_eq!(KeyRing::from_bytes(&body), Ok(Sample::new().ring()));
    }
    let closed = |opener, device| open_key_box(&file, &stretched(opener), &secret(device)).err();
    assert_eq!(closed(3, 9), Some(KeyBoxError::NothingOpens));
    assert_eq!(closed(1, 8), Some(KeyBoxError::NothingOpens));
}

#[test]
fn every_changed_byte_is_noticed() {
    let file = key_box(&[(2, stretched(1))], 1);
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 0x10;
        let opened = open_key_box(&changed, &stretched(1), &secret(9));
        assert!(opened.is_err(), "byte {at}");
    }
    for end in (0..file.len()).step_by(7) {
        assert!(
            open_key_box(&file[..end], &stretched(1), &secret(9)).is_err(),
            "cut at {end}"
        );
    }
}

#[test]
fn a_file_cannot_ask_for_less_work_than_the_floor_nor_for_endless_work() {
    let file = key_box(&[(0, stretched(1))], 1);
    // After sixteen bytes of mark and two of suite: memory in MiB, passes.
    for (memory_mib, passes) in [(1u32, 3u32), (64, 1), (1 << 20, 3), (64, 1000)] {
        let mut changed = file.clone();
        changed[18..22].copy_from_slice(&memory_mib.to_be_bytes());
        changed[22..26].copy_from_slice(&passes.to_be_bytes());
        let head = KeyBoxHead::read(&changed).err();
        assert_eq!(head, Some(KeyBoxError::OutOfBounds(OutOfBounds)));
    }
    let mut newer = file;
    newer[17] = 2;
    assert_eq!(
        KeyBoxHead::read(&newer).err(),
        Some(KeyBoxError::UnknownSuite)
    );
}

/// Which slots are in use cannot be told from the file: slots in use and slots that are not have the
/// same length, and no byte of them is more often one value than another. By chance alone each of
/// the counts lies within five standard deviations.
#[test]
fn slots_in_use_look_like_slots_that_are_not() {
    const HEAD: usize = 16 + 2 + 4 + 4 + 32;
    const SLOT: usize = 24 + 32 + 32 + 16;
    let boxes = 2000;
    let mut ones = [[0u32; SLOT * 8]; 2];
    for seed in 0..boxes {
        let file = key_box(&[(3, stretched(1))], seed);
        for (which, slot) in [3, 4].into_iter().enumerate() {
            let bytes = &file[HEAD + slot * SLOT..][..SLOT];
            for (bit, count) in ones[which].iter_mut().enumerate() {
                *count += u32::from(bytes[bit / 8] >> (bit % 8) & 1);
            }
        }
    }
    let deviation = (boxes as f64).sqrt() / 2.0;
    for count in ones.as_flattened() {
        let away = (f64::from(*count) - boxes as f64 / 2.0).abs() / deviation;
        assert!(away < 5.0, "{count} of {boxes}");
    }
}

#[test]
fn the_length_of_a_key_box_tells_neither_slots_nor_a_few_keys() {
    let lengths = [
        key_box(&[(0, stretched(1))], 1).len(),
        key_box(
            &(0..SLOTS).map(|at| (at, stretched(1))).collect::<Vec<_>>(),
            2,
        )
        .len(),
    ];
    assert_eq!(lengths[0], lengths[1]);
}

/// RFC 9106, section 5.3: the vector has a secret and associated data, which a key box does not use;
/// so the crate is asked directly whether it is the function that the standard means.
#[test]
fn the_work_is_that_of_the_standard() {
    let params = argon2::ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(argon2::AssociatedData::new(&[4; 12]).expect("short"))
        .build()
        .expect("in bounds");
    let argon = argon2::Argon2::new_with_secret(
        &[3; 8],
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        params,
    );
    let mut tag = [0; 32];
    argon
        .expect("in bounds")
        .hash_password_into(&[1; 32], &[2; 16], &mut tag)
        .expect("in bounds");
    let found: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        found,
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    );
}

#[test]
fn a_passphrase_opens_after_the_work_is_done() {
    let head = KeyBoxHead::make(Hardness::FLOOR, &mut Dice(1));
    let of = |typed: &str| head.stretch(&Passphrase::of(typed.to_owned().into()).expect("fit"));
    let file = head.write(
        &[(5, of("nine slow herons"))],
        &secret(9),
        b"body",
        &mut Dice(2),
    );
    let again = KeyBoxHead::read(&file).expect("a head");
    let typed = Passphrase::of("nine slow herons".to_owned().into()).expect("fit");
    assert!(open_key_box(&file, &again.stretch(&typed), &secret(9)).is_ok());
    assert!(open_key_box(&file, &of("nine slow heron"), &secret(9)).is_err());
}
