//! Whether somebody who is being entered may have a case already: a question, never an answer.

use crate::case::CaseNumber;
use crate::office::Office;
use disclosure::{Closeness, SameReason, SearchIndex, SearchKeys};
use std::collections::BTreeSet;

/// Why two may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SameBy {
    /// One name: a code name or another.
    Name,
    /// One telephone.
    Phone,
}

impl Office {
    /// The cases of those who may be the one with these code names and this telephone.
    pub(crate) fn may_be_same(
        &self,
        names: &[&str],
        phone: &str,
    ) -> BTreeSet<(CaseNumber, SameBy)> {
        same_in(&self.name_index(), names, phone)
    }
}

fn same_in(
    index: &SearchIndex<CaseNumber>,
    names: &[&str],
    phone: &str,
) -> BTreeSet<(CaseNumber, SameBy)> {
    let new = SearchKeys {
        code_names: names.iter().map(|name| (*name).to_owned()).collect(),
        numbers: vec![phone.to_owned()],
        ..SearchKeys::default()
    };
    let all = index.possible_duplicates(&new).into_iter();
    let asked = all.filter_map(|it| Some((it.id, worth_asking(it.reason)?)));
    asked.collect()
}

/// Code names are one word each: what only sounds alike is another bird, and nobody is asked about it.
fn worth_asking(reason: SameReason) -> Option<SameBy> {
    match reason {
        SameReason::Number => Some(SameBy::Phone),
        SameReason::Name(Closeness::Same | Closeness::Form | Closeness::Diminutive) => {
            Some(SameBy::Name)
        }
        SameReason::Name(_) | SameReason::Initial | SameReason::PartOfName(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> SearchIndex<CaseNumber> {
        let keys = SearchKeys {
            names: vec!["Ильяс Царнов".to_owned()],
            code_names: vec!["Alder".to_owned(), "Ольха".to_owned()],
            numbers: vec!["mother's, +7 900 5550123".to_owned()],
        };
        SearchIndex::of([(CaseNumber(7), keys)])
    }

    #[test]
    fn a_telephone_is_the_same_from_inside_a_country_and_from_outside() {
        let same = same_in(&index(), &[], "8 (900) 555-01-23");
        assert_eq!(same, BTreeSet::from([(CaseNumber(7), SameBy::Phone)]));
        assert!(same_in(&index(), &[], "her own, room 12").is_empty());
    }

    #[test]
    fn a_name_is_asked_about_in_either_script_and_another_bird_is_not() {
        for name in ["alder", "Ольха", "Iliyas Tsarnov"] {
            let same = same_in(&index(), &[name], "");
            assert_eq!(
                same,
                BTreeSet::from([(CaseNumber(7), SameBy::Name)]),
                "{name}"
            );
        }
        assert!(same_in(&index(), &["Finch", "Зяблик"], "").is_empty());
    }
}
