//! Spreadsheets of people: whatever stands in them is compared and told, and a sheet that was
//! imported proposes nothing more.

use crate::{sheets, vocabulary};
use casework::{Case, DeviceId, MemberId, Moment, OperationId, PersonId, Read, Signed};
use desk::import::{
    CannotRead, DryRun, KnownPerson, Mapping, Sheet, Terms, dry_run, read_csv, read_xlsx,
};
use desk::{Lang, Speech};
use facts::{Date, Vocabulary};
use std::collections::BTreeMap;

const DAY: Date = Date::constant(2017, 5, 17);

/// A table in CSV.
pub fn import_csv(bytes: &[u8]) {
    imported(read_csv(bytes).map(|sheet| vec![sheet]));
}

/// A whole XLSX file; or, since a changed byte spoils the sums inside of one, the rows of a sheet,
/// in a file that is otherwise sound.
pub fn import_xlsx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return imported(read_xlsx(bytes));
    }
    let rows = String::from_utf8_lossy(bytes);
    imported(read_xlsx(&sheets::xlsx(&[("people", false, &rows)])));
}

fn imported(read: Result<Vec<Sheet>, CannotRead>) {
    let sheets = match read {
        Ok(sheets) => sheets,
        Err(why) => {
            let told = Lang::ALL.map(|lang| why.sentence(Speech::of(lang)));
            return assert!(told.iter().all(|told| !told.is_empty()));
        }
    };
    let vocabulary = vocabulary();
    let terms = terms(&vocabulary);
    let proposed = (1..)
        .zip(&sheets)
        .map(|(number, sheet)| Mapping::proposed(number, sheet, &terms).0);
    let mappings: Vec<Mapping> = proposed.collect();
    let first = compared(&sheets, &mappings, &[], &terms);
    let known = known_after(&first, &vocabulary);
    let second = compared(&sheets, &mappings, &known, &terms);
    assert!(second.is_nothing_new(), "{:?}", second.people);
    assert_eq!(first.people.len(), second.people.len());
}

fn compared(
    sheets: &[Sheet],
    mappings: &[Mapping],
    known: &[KnownPerson],
    terms: &Terms<'_>,
) -> DryRun {
    let mut next = 0_u128;
    let mut ids = || {
        next += 1;
        next.to_be_bytes()
    };
    let run = dry_run(sheets, mappings, known, terms, &mut ids);
    for speech in Lang::ALL.map(Speech::of) {
        let troubles = run.troubles.iter().map(|it| it.sentence(terms, speech));
        let all = run.people.iter().flat_map(|it| &it.differences);
        let mut told = troubles.chain(all.map(|it| it.sentence(terms, speech)));
        assert!(told.all(|told| !told.is_empty()));
    }
    run
}

fn terms(vocabulary: &Vocabulary) -> Terms<'_> {
    let named = [("RUS", "Russia", "Россия"), ("LTU", "Lithuania", "Литва")];
    let named = named.map(|(code, en, ru)| {
        let code = code.parse().expect("a code");
        (code, [en.to_owned(), ru.to_owned()])
    });
    Terms::new(vocabulary, BTreeMap::from(named))
}

/// Everyone of a run, once one member has recorded it.
fn known_after(run: &DryRun, vocabulary: &Vocabulary) -> Vec<KnownPerson> {
    let entries = run.people.iter().flat_map(|person| person.entries.clone());
    let signed = (1_u64..).zip(entries).map(|(number, entry)| {
        let mut id = [0; 32];
        id[..8].copy_from_slice(&number.to_be_bytes());
        Signed {
            id: OperationId(id),
            member: MemberId([1; 32]),
            device: DeviceId([1; 32]),
            number,
            written: Moment::start_of(DAY),
            content: Read::Entry(Box::new(entry)),
        }
    });
    let case = Case::of(signed);
    let people = run.people.iter();
    let known = people.map(|it| {
        let person: PersonId = it.whom.person();
        KnownPerson::of(&case, person, it.row_key.clone(), DAY, vocabulary)
    });
    known.collect()
}
