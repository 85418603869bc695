//! Shares in words and figures.

use crate::number::Number;
use crate::reading::Reading;
use std::ops::Range;

/// Some tokens that say a share, its top and its bottom.
type Share = (Range<usize>, u32, u32);

/// Every share of a text: in figures, in number words, and by its own word.
pub(crate) fn shares_said(r: &Reading) -> Vec<Share> {
    let numbers = r.numbers.iter();
    let mut shares: Vec<Share> = numbers
        .filter_map(|(token, number)| share_at(r, *token, *number))
        .collect();
    for token in 0..r.text.tokens().len() {
        let known = shares.iter().any(|(at, ..)| at.contains(&token));
        let bottom = named_share(r, token).filter(|_| !known);
        shares.extend(bottom.map(|bottom| (token..token + 1, 1, bottom)));
    }
    shares
}

fn word(r: &Reading, token: usize) -> &str {
    if token < r.text.tokens().len() {
        r.text.word(token)
    } else {
        ""
    }
}

/// `20 percent`, `two thirds`, `three in ten`, `every fifth`, `a tenth of`.
fn share_at(r: &Reading, token: usize, number: Number) -> Option<Share> {
    let after = token + number.tokens;
    let before = word(r, token.wrapping_sub(1));
    let of = |tokens: usize, bottom: u32| Some((token..after + tokens, number.value, bottom));
    match word(r, after) {
        "percent" | "процент" | "процента" | "процентов" => of(1, 100),
        "per" if word(r, after + 1) == "cent" => of(2, 100),
        "in" | "из" if !number.ordinal => {
            let (_, whole) = r.numbers.iter().find(|(t, _)| *t == after + 1)?;
            (whole.value > number.value && !whole.ordinal)
                .then(|| of(1 + whole.tokens, whole.value))?
        }
        "thirds" => of(1, 3),
        "quarters" => of(1, 4),
        "fifths" => of(1, 5),
        "tenths" => of(1, 10),
        _ if r.text.tokens()[after - 1].followed_by == Some('%') => of(0, 100),
        _ if !number.ordinal => None,
        _ if number.value > 1 && (before == "every" || before.starts_with("кажд")) => {
            Some((token - 1..after, 1, number.value))
        }
        next => {
            let part = matches!(before, "a" | "one") && next == "of" || next.starts_with("част");
            (number.value > 2 && part).then_some((token..after, 1, number.value))
        }
    }
}

/// The bottom of a share that has a word of its own.
fn named_share(r: &Reading, token: usize) -> Option<u32> {
    let one = matches!(word(r, token.wrapping_sub(1)), "a" | "one");
    match word(r, token) {
        "half" if word(r, token + 1) != "a" => Some(2),
        "third" if one => Some(3),
        "quarter" if one => Some(4),
        "половина" | "половину" | "половины" => Some(2),
        "треть" | "трети" => Some(3),
        "четверть" | "четверти" => Some(4),
        _ => None,
    }
}
