//! Whether somebody who is being entered may have a case already: a question, never an answer.

use crate::case::CaseNumber;
use crate::office::Office;
use crate::search::{digits, key};
use casework::{Around, CodeName, FirstMinutes, Tie};
use std::collections::BTreeSet;

/// Why two may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SameBy {
    /// One code name.
    CodeName,
    /// One telephone.
    Phone,
}

/// Fewer digits are no telephone.
const FEWEST_DIGITS: usize = 7;
/// The end of a number is the same whether it is dialled from inside a country or from outside.
const END_OF_PHONE: usize = 9;

impl Office {
    /// The cases of those who may be the one with these code names and this telephone.
    pub(crate) fn may_be_same(
        &self,
        names: &[&str],
        phone: &str,
    ) -> BTreeSet<(CaseNumber, SameBy)> {
        let names: BTreeSet<String> = names.iter().map(|name| key(name)).collect();
        let phone = phone_end(phone);
        let mut same = BTreeSet::new();
        for file in self.cabinet().cases() {
            let borne = file.case.standing::<CodeName>();
            let mut borne =
                borne.flat_map(|(_, name)| [key(name.en.as_str()), key(name.ru.as_str())]);
            if borne.any(|name| !name.is_empty() && names.contains(&name)) {
                same.insert((file.number, SameBy::CodeName));
            }
            if phone.is_some() && phones(file.case).any(|other| phone_end(&other) == phone) {
                same.insert((file.number, SameBy::Phone));
            }
        }
        same
    }
}

/// Everywhere in a case where a telephone may stand.
fn phones(case: &casework::Case) -> impl Iterator<Item = String> {
    let calls = case.every::<FirstMinutes>();
    let calls = calls.filter_map(|(_, it)| it.whose_phone.as_ref());
    let calls = calls.map(|text| text.as_str().to_owned());
    let around = case.every::<Around>().map(|(_, it)| {
        let channel = match &it.tie {
            Tie::SafeContact(rules) => rules.channel.as_str(),
            Tie::Persecutor(_)
            | Tie::Interpreter(_)
            | Tie::Guardian { .. }
            | Tie::Lawyer
            | Tie::Helper
            | Tie::Other => it.who.as_str(),
        };
        channel.to_owned()
    });
    calls.chain(around)
}

fn phone_end(text: &str) -> Option<String> {
    let digits = digits(text);
    let from = digits.len().saturating_sub(END_OF_PHONE);
    (digits.len() >= FEWEST_DIGITS).then(|| digits[from..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_is_the_same_from_inside_a_country_and_from_outside() {
        assert_eq!(
            phone_end("8 (900) 555-01-23"),
            phone_end("mother's, +7 900 5550123")
        );
        assert_eq!(phone_end("her own, room 12"), None);
    }
}
