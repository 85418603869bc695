//! The people of the vault by their names in any script and spelling, and by their numbers.

use crate::case::CaseNumber;
use crate::office::Office;
use casework::{Around, Case, CodeName, FirstMinutes, KnownAs, NameKind, Tie};
use disclosure::{SearchIndex, SearchKeys};

impl Office {
    /// An index of every case. It lives as long as one answer, and is wiped with it.
    pub(crate) fn name_index(&self) -> SearchIndex<CaseNumber> {
        let files = self.cabinet().cases();
        SearchIndex::of(files.map(|file| (file.number, keys_of(file.case))))
    }
}

/// By what the people of a case may be found.
fn keys_of(case: &Case) -> SearchKeys {
    let mut keys = SearchKeys::default();
    for (_, code) in case.standing::<CodeName>() {
        let words = [code.en.as_str(), code.ru.as_str()].into_iter();
        keys.code_names
            .extend(words.filter(|it| !it.is_empty()).map(str::to_owned));
    }
    for (_, known) in case.standing::<KnownAs>() {
        let name = known.name.as_str().to_owned();
        match known.of {
            NameKind::Legal | NameKind::AtHome => keys.names.push(name),
            NameKind::Telephone => keys.numbers.push(name),
            NameKind::Nickname
            | NameKind::UserName
            | NameKind::Initials
            | NameKind::Mail
            | NameKind::Other => keys.code_names.push(name),
        }
    }
    keys.numbers.extend(phones(case));
    keys
}

/// Everywhere else in a case where a telephone may stand.
fn phones(case: &Case) -> impl Iterator<Item = String> {
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
