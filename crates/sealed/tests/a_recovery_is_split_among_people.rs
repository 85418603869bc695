//! A recovery's private half is split among people: enough of them have it, fewer have nothing, and
//! whoever mistypes a share is told where.

mod sample;

use proptest::prelude::*;
use sample::Dice;
use sealed::{OrganisationId, RecoverySeed, RecoveryShare, Secret, ShareError};

const OURS: OrganisationId = OrganisationId([0x51; 32]);

fn split(needed: u8, of: u8, seed: u64) -> (RecoverySeed, Vec<RecoveryShare>) {
    let recovery = RecoverySeed::make(3, &mut Dice(seed));
    let shares = recovery.split(OURS, needed, of, &mut Dice(seed + 1));
    (recovery, shares.expect("it can be"))
}

/// Every choice of so many of these.
fn choices(all: &[RecoveryShare], count: usize) -> Vec<Vec<RecoveryShare>> {
    let sets = 0_u32..1 << all.len();
    let chosen = sets.filter(|set| set.count_ones() as usize == count);
    let of = |set: u32| {
        let kept = (0..all.len()).filter(|at| set >> at & 1 == 1);
        kept.map(|at| all[at].clone()).collect()
    };
    chosen.map(of).collect()
}

#[test]
fn any_that_are_enough_open_and_fewer_do_not() {
    for (needed, of) in [(1, 1), (1, 3), (2, 3), (3, 5), (5, 5), (4, 8)] {
        let (recovery, shares) = split(needed, of, 7);
        for count in 0..=usize::from(of) {
            for mut some in choices(&shares, count) {
                some.reverse();
                let joined = RecoverySeed::of_shares(&some);
                match count >= usize::from(needed) {
                    true => assert_eq!(joined.as_ref(), Ok(&recovery)),
                    false => assert!(matches!(joined, Err(ShareError::TooFew { .. }))),
                }
            }
        }
    }
}

#[test]
fn a_split_that_cannot_be_is_refused() {
    let recovery = RecoverySeed::make(3, &mut Dice(1));
    for (needed, of) in [(0, 0), (0, 3), (4, 3), (1, 0), (2, 33), (255, 255)] {
        let refused = recovery.split(OURS, needed, of, &mut Dice(2));
        assert_eq!(refused.err(), Some(ShareError::Split), "{needed} of {of}");
    }
}

#[test]
fn shares_of_different_splits_are_told_apart() {
    let (recovery, shares) = split(2, 3, 7);
    let twice = [shares[1].clone(), shares[1].clone()];
    assert_eq!(
        RecoverySeed::of_shares(&twice).err(),
        Some(ShareError::Twice(2))
    );
    let other_generation = RecoverySeed::make(4, &mut Dice(7));
    let theirs = OrganisationId([0x52; 32]);
    let others = [
        other_generation.split(OURS, 2, 3, &mut Dice(1)),
        recovery.split(theirs, 2, 3, &mut Dice(1)),
        recovery.split(OURS, 2, 4, &mut Dice(1)),
        recovery.split(OURS, 3, 3, &mut Dice(1)),
    ];
    for other in others {
        let other = other.expect("it can be");
        let mixed = [shares[0].clone(), other[2].clone()];
        assert_eq!(
            RecoverySeed::of_shares(&mixed).err(),
            Some(ShareError::Mixed(3))
        );
    }
    // The same numbers, drawn up a second time: they fit each other and open something else.
    let again = recovery
        .split(OURS, 2, 3, &mut Dice(99))
        .expect("it can be");
    let mixed = [shares[0].clone(), again[1].clone()];
    assert_ne!(RecoverySeed::of_shares(&mixed).as_ref(), Ok(&recovery));
}

#[test]
fn a_share_on_paper_is_six_lines_of_four_groups_of_digits() {
    let (_, shares) = split(2, 3, 7);
    let printed = shares[0].printed();
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 6);
    for line in lines {
        let groups: Vec<&str> = line.split(' ').collect();
        assert_eq!(groups.len(), 4);
        let of_digits =
            |group: &&str| group.len() == 6 && group.bytes().all(|b| b.is_ascii_digit());
        assert!(groups.iter().all(of_digits));
    }
    assert_eq!(format!("{:?}", shares[0]), "[sealed]");
    let in_one: String = printed.chars().filter(char::is_ascii_digit).collect();
    let hyphens = printed.replace(['\n', ' '], "-");
    for typed in [
        printed.as_str(),
        &in_one,
        &hyphens,
        &format!("  {}\n", &*printed),
    ] {
        assert_eq!(RecoveryShare::typed(typed).as_ref(), Ok(&shares[0]));
    }
}

/// Every wrong digit and every exchange of neighbours, in every group.
#[test]
fn a_slip_is_named_by_its_group() {
    let (_, shares) = split(2, 3, 7);
    let printed = shares[1].printed();
    let groups: Vec<String> = printed.split_whitespace().map(str::to_owned).collect();
    let told = |at: usize, group: String| {
        let mut typed = groups.clone();
        typed[at] = group;
        RecoveryShare::typed(&typed.join(" "))
    };
    for (at, group) in groups.iter().enumerate() {
        let named = Err(ShareError::Group(at + 1));
        for place in 0..6 {
            for digit in '0'..='9' {
                let mut wrong = group.clone();
                wrong.replace_range(place..=place, &digit.to_string());
                assert!(wrong == *group || told(at, wrong) == named);
            }
        }
        for place in 0..5 {
            let mut wrong: Vec<char> = group.chars().collect();
            wrong.swap(place, place + 1);
            let wrong: String = wrong.into_iter().collect();
            assert!(wrong == *group || told(at, wrong) == named);
        }
        for wrong in ["12345", "1234567", "12345о", "", "999999", "65536"] {
            let told = told(at, wrong.to_owned());
            assert!(
                told == named || (wrong.is_empty() && told.is_err()),
                "{wrong}"
            );
        }
    }
    let sentence = ShareError::Group(7).to_string();
    assert_eq!(
        sentence,
        "group 7 was mistyped: compare it with the paper, digit by digit"
    );
}

#[test]
fn groups_that_changed_places_or_are_missing_are_noticed() {
    let (_, shares) = split(2, 3, 7);
    let printed = shares[1].printed();
    let groups: Vec<&str> = printed.split_whitespace().collect();
    for (a, b) in (0..24).flat_map(|a| (a + 1..24).map(move |b| (a, b))) {
        let mut typed = groups.clone();
        typed.swap(a, b);
        if typed != groups {
            let found = RecoveryShare::typed(&typed.join(" "));
            assert_eq!(found.err(), Some(ShareError::Order), "{a} and {b}");
        }
    }
    let found = RecoveryShare::typed(&groups[..23].join(" "));
    assert_eq!(found.err(), Some(ShareError::Groups(23)));
    assert_eq!(RecoveryShare::typed("").err(), Some(ShareError::Groups(0)));
    // A group of another paper, in its own place.
    let other = shares[2].printed();
    let mut typed = groups.clone();
    typed[12] = other.split_whitespace().nth(12).expect("there are 24");
    let found = RecoveryShare::typed(&typed.join(" "));
    assert_eq!(found.err(), Some(ShareError::Order));
}

/// Pearson's statistic of counts that ought to be equal, in standard deviations from its mean.
fn deviation(counts: &[u32]) -> f64 {
    let cells = counts.len() as f64;
    let expected = f64::from(counts.iter().sum::<u32>()) / cells;
    let squares = counts
        .iter()
        .map(|count| (f64::from(*count) - expected).powi(2));
    let statistic: f64 = squares.sum::<f64>() / expected;
    (statistic - (cells - 1.0)) / (2.0 * (cells - 1.0)).sqrt()
}

/// The 48 bytes of a share, from its digits, as the format has them.
fn bytes(share: &RecoveryShare) -> Vec<u8> {
    let printed = share.printed();
    let groups = printed.split_whitespace();
    let values = groups.map(|group| group.parse::<u32>().expect("digits") / 11);
    values
        .flat_map(|value| [(value >> 8) as u8, value as u8])
        .collect()
}

/// Multiplies in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1, bit by bit.
fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        product ^= if b & 1 == 1 { a } else { 0 };
        a = a << 1 ^ if a & 0x80 == 0 { 0 } else { 0x1d };
        b >>= 1;
    }
    product
}

fn over(a: u8, b: u8) -> u8 {
    let quotient = (0..=255).find(|quotient| times(*quotient, b) == a);
    quotient.expect("nothing is divided by zero")
}

/// A reader in another language, who has `docs/vault-format.md` and a pencil.
#[test]
fn shares_are_put_together_by_the_page_that_describes_them() {
    let (recovery, shares) = split(3, 5, 7);
    let three = [4, 0, 2].map(|at: usize| bytes(&shares[at]));
    for share in &three {
        assert_eq!(share[..11], [1, 0x51, 0x51, 0x51, 0x51, 0, 0, 0, 3, 3, 5]);
    }
    let seed = (12..44).map(|at| {
        three.iter().fold(0, |sum, one| {
            let others = three.iter().filter(|other| other[11] != one[11]);
            let weight = others.fold(1, |weight, other| {
                times(weight, over(other[11], other[11] ^ one[11]))
            });
            sum ^ times(weight, one[at])
        })
    });
    assert!(seed.eq(recovery.secret().expose().iter().copied()));
}

/// Draws of two coefficients: how often each pair came, the higher one first.
fn counted(pairs: impl Iterator<Item = (u8, u8)>) -> Vec<u32> {
    let mut counts = vec![0; 1 << 16];
    pairs.for_each(|(a, b)| counts[usize::from(a) << 8 | usize::from(b)] += 1);
    counts
}

/// How far pairs, and each coefficient by itself, are from being drawn alike, at the most.
fn furthest(counts: &[u32]) -> f64 {
    let rows: Vec<u32> = counts.chunks(256).map(|row| row.iter().sum()).collect();
    let columns = (0..256).map(|at| counts[at..].iter().step_by(256).sum());
    let columns: Vec<u32> = columns.collect();
    let all = [deviation(counts), deviation(&rows), deviation(&columns)];
    all.into_iter().fold(0.0, |most, one| most.max(one.abs()))
}

/// The coefficients of three shares, worked out from the first two and the secret `s`:
/// y(1) = a x² + b x + s at 1, y(2) the same at 2; so 6 a = 2 (y(1) + s) + y(2) + s.
fn coefficients(draws: usize) -> impl Iterator<Item = (u8, u8)> {
    let secret = RecoverySeed::of(1, Secret::take(&mut [0xa7; 32]));
    let mut dice = Dice(20_260_422);
    let sixth = over(1, 6);
    (0..draws).flat_map(move |_| {
        let shares = secret.split(OURS, 3, 3, &mut dice).expect("it can be");
        let (one, two) = (bytes(&shares[0]), bytes(&shares[1]));
        (12..44).map(move |at| {
            let (one, two) = (one[at] ^ 0xa7, two[at] ^ 0xa7);
            let a = times(times(2, one) ^ two, sixth);
            (a, one ^ a)
        })
    })
}

/// In April 2026 an audit found that a crate of this kind drew odd coefficients only, and none that
/// were zero: whoever had fewer shares than were needed knew bits of the secret.
#[test]
fn coefficients_are_drawn_from_all_values_alike() {
    const MOST: f64 = 5.0;
    let long = std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1");
    let draws = if long { 1 << 17 } else { 1 << 14 };
    let found = furthest(&counted(coefficients(draws)));
    assert!(found < MOST, "{found} standard deviations");

    // What the audit found would not pass, whichever of the two coefficients it had befallen.
    let mut dice = Dice(5);
    let mut drawn = |how: fn(u8, u8) -> (u8, u8)| {
        let mut draw = || dice.next().to_le_bytes()[5];
        furthest(&counted((0..32 * draws).map(|_| how(draw(), draw()))))
    };
    assert!(drawn(|a, b| (a, b)) < MOST);
    assert!(drawn(|a, b| (a | 1, b)) > MOST);
    assert!(drawn(|a, b| (a, b | 1)) > MOST);
    assert!(drawn(|a, b| (a.max(1), b)) > MOST);
    assert!(drawn(|a, b| (a, b.max(1))) > MOST);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_complained_of(typed in "\\PC{0,200}") {
        if let Ok(share) = RecoveryShare::typed(&typed) {
            prop_assert_eq!(RecoveryShare::typed(&share.printed()), Ok(share));
        }
    }

    #[test]
    fn what_is_printed_is_typed_again(seed in any::<u64>(), needed in 1..=6_u8, more in 0..=6_u8) {
        let seed = seed >> 1;
        let (recovery, shares) = split(needed, needed + more, seed);
        let typed: Vec<RecoveryShare> = shares
            .iter()
            .map(|share| RecoveryShare::typed(&share.printed()).expect("it was printed"))
            .collect();
        prop_assert_eq!(&typed, &shares);
        let last = &typed[usize::from(more)..];
        prop_assert_eq!(RecoverySeed::of_shares(last), Ok(recovery));
    }
}
