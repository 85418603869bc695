//! Telephones and numbers of papers by some of their digits.

use super::Closeness;
use crate::fold::fold_into;

/// The digits of a number, written in any way.
pub(super) fn digits(number: &str) -> String {
    let mut folded = String::new();
    for c in number.chars().filter(|c| !c.is_alphabetic()) {
        fold_into(c, &mut folded);
    }
    folded.retain(|c| c.is_ascii_digit());
    folded
}

/// How some digits meet a number: the prefix of a country, or of a long-distance call, may stand for the other.
pub(super) fn meets(said: &str, number: &str) -> Option<Closeness> {
    if said == number {
        return Some(Closeness::Same);
    }
    let without_prefix = |digits: &str| -> Option<String> {
        let rest = digits
            .strip_prefix("00")
            .or_else(|| digits.strip_prefix('0'));
        let russian = || {
            let long = digits.len() == 11 && digits.starts_with(['7', '8']);
            long.then(|| digits[1..].to_owned())
        };
        rest.map(str::to_owned).or_else(russian)
    };
    let bare = without_prefix(said).filter(|bare| bare.len() >= 4);
    let ends =
        |digits: &str| number.ends_with(digits) || number.len() >= 6 && digits.ends_with(number);
    if said.len() >= 6 && ends(said)
        || bare
            .as_deref()
            .is_some_and(|bare| bare.len() >= 6 && ends(bare))
    {
        return Some(Closeness::Form);
    }
    if said.len() < 2 {
        return None;
    }
    let held = number.contains(said) || bare.is_some_and(|bare| number.contains(&bare));
    held.then_some(Closeness::Holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_of_a_long_distance_call_stands_for_that_of_the_country() {
        for (said, number) in [
            ("07700 900123", "+44 7700 900123"),
            ("8 912 345-67-89", "+7 912 345 67 89"),
            ("0044 7700 900123", "+44 (0)7700 900123"),
            ("+44 7700 900123", "7700900123"),
            ("900123", "+44 7700 900123"),
        ] {
            let met = meets(&digits(said), &digits(number));
            let zero = number.contains("(0)");
            assert!(
                met <= Some(Closeness::Form) && met.is_some() || zero,
                "{said} {number}: {met:?}"
            );
        }
        assert_eq!(meets("1234", "447700900123"), None);
        assert_eq!(meets("7009", "447700900123"), Some(Closeness::Holds));
    }
}
