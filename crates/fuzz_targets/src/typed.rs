//! What somebody types or pastes into the pages: a search, an invitation, a form.

use desk::{
    Cabinet, CaseForm, CaseNumber, Clock, Date, Fault, FieldKind, FormPage, Lang, Moment, NotTaken,
    Office, Speech, Typed, read_invitation,
};
use disclosure::{LabelledSet, SearchIndex, SearchKeys};
use std::sync::{Mutex, OnceLock, PoisonError};
use vault::{Hardness, Home, Memory, Passphrase, SystemRandomness, Vault};

const MOST_FOUND: usize = 20;
/// After so many forms were taken, the office is thrown away: it must not grow with the fuzzing.
const MOST_TAKEN: usize = 30;

/// A query over invented people: whoever is found is one of them, each once and the closest first; and
/// whoever was taken out is found no more.
pub fn search(bytes: &[u8]) {
    let query = String::from_utf8_lossy(bytes);
    let query: String = query.chars().take(2_000).collect();
    let set = LabelledSet::read(crate::WORLD).expect("the world is in its form");
    let people = set.world.persons.iter().map(|person| {
        let names = person.names.iter();
        let keys = SearchKeys {
            names: names
                .map(|it| format!("{} {}", it.given, it.family))
                .collect(),
            code_names: person.aliases.clone(),
            numbers: person.numbers.clone(),
        };
        (person.id.clone(), keys)
    });
    let mut index = SearchIndex::of(people);
    let found = index.search(&query, MOST_FOUND);
    assert!(found.len() <= MOST_FOUND);
    for (i, one) in found.iter().enumerate() {
        assert!(set.world.persons.iter().any(|it| it.id == one.id));
        assert!(found[..i].iter().all(|before| before.id != one.id));
    }
    let keys = SearchKeys {
        names: vec![query.clone()],
        code_names: vec![query.clone()],
        numbers: vec![query.clone()],
    };
    for same in index.possible_duplicates(&keys) {
        assert!(set.world.persons.iter().any(|it| it.id == same.id));
    }
    index.insert("new".to_owned(), keys);
    index.remove(&"new".to_owned());
    assert!(index.search(&query, MOST_FOUND) == found);
}

/// An invitation that was pasted: one that is whole is written in one way.
pub fn invitation(bytes: &[u8]) {
    let pasted = String::from_utf8_lossy(bytes);
    if let Some(written) = read_invitation(&pasted) {
        assert_eq!(read_invitation(&written).as_ref(), Some(&written));
    }
}

/// A form of a case, or how somebody is spoken of: the first byte says which, a line is a field. What is
/// not taken says why in words of both languages, and is shown again with everything that was typed.
pub fn form(bytes: &[u8]) {
    let Some((which, rest)) = bytes.split_first() else {
        return;
    };
    // The last stands for how somebody is spoken of.
    let which = usize::from(*which) % (CaseForm::ALL.len() + 1);
    let form = CaseForm::ALL.get(which).copied();
    let text = String::from_utf8_lossy(rest);
    let fields = text.lines().take(100).filter_map(|line| {
        let (name, value) = line.split_once('=')?;
        Some((name.to_owned(), value.to_owned()))
    });
    let typed = Typed::of(fields);
    let mut open = office();
    let case = open.case;
    let taken = match form {
        Some(form) => open.office.take(case, form, &typed, now()),
        None => open.office.take_attribution(None, &typed, now()),
    };
    match taken {
        Ok(()) => open.taken += 1,
        Err(NotTaken::Faults(faults)) => shown_again(&open, form, &typed, &faults),
        Err(NotTaken::NotRecorded(why)) => assert!(!why.to_string().is_empty()),
        Err(NotTaken::NotFound) => panic!("the case is there"),
    }
    for lang in Lang::ALL {
        assert!(open.office.case_page(case, now(), lang).is_some());
        let board = open.office.attributions(now(), lang);
        assert!(
            board
                .sections
                .iter()
                .all(|section| !section.head.is_empty())
        );
    }
}

fn shown_again(open: &Open, form: Option<CaseForm>, typed: &Typed, faults: &[Fault]) {
    // A fact is chosen first, and its own fields are shown then: nothing is wrong with that.
    let is_half = form == Some(CaseForm::Fact) && typed.get("chosen") != "yes";
    assert!(is_half || !faults.is_empty(), "nothing says what is wrong");
    let (office, case) = (&open.office, open.case);
    for lang in Lang::ALL {
        for fault in faults {
            assert_ne!(Speech::of(lang).say(fault.says), fault.says);
        }
        let page = match form {
            Some(form) => office.form(case, form, typed, faults, now(), lang),
            None => office.attribution_form(None, typed, faults, lang),
        };
        let page = page.expect("the form is there");
        assert_eq!(page.faults.len(), faults.len());
        holds_what_was_typed(&page, typed);
    }
}

fn holds_what_was_typed(page: &FormPage, typed: &Typed) {
    let lines = page.fields.iter().filter(|field| {
        matches!(
            field.kind,
            FieldKind::Line | FieldKind::Area | FieldKind::Day
        )
    });
    for field in lines {
        let now = typed.get(&field.name);
        assert!(
            now.is_empty() || field.value == now,
            "`{}` is lost",
            field.name
        );
    }
}

/// An office with one case in it, and how many forms it has taken.
struct Open {
    office: Office,
    case: CaseNumber,
    taken: usize,
}

fn office() -> std::sync::MutexGuard<'static, Open> {
    static OFFICE: OnceLock<Mutex<Open>> = OnceLock::new();
    let office = OFFICE.get_or_init(|| Mutex::new(make()));
    let mut office = office.lock().unwrap_or_else(PoisonError::into_inner);
    if office.taken >= MOST_TAKEN {
        *office = make();
    }
    office
}

fn make() -> Open {
    let home = Home {
        files: Box::new(Memory::new()),
        secrets: Box::new(Memory::new()),
        randomness: Box::new(SystemRandomness),
    };
    let passphrase = Passphrase::of("kettle harbour violet stairs".to_owned().into());
    let passphrase = passphrase.expect("long enough");
    let at = now().now.seconds();
    let vault = Vault::create(home, &passphrase, Hardness::FLOOR, 1, at).expect("memory");
    let cabinet = Cabinet::of(vault).expect("it was just made");
    let office = Office::open(cabinet, Default::default(), now().today());
    let mut office = office.expect("the books are whole");
    let newcomer = [
        ("safe_to_talk", "yes"),
        ("alone", "yes"),
        ("language", "ce"),
        ("code_en", "Rowan"),
        ("code_ru", "Рябина"),
        ("record", "yes"),
    ];
    let typed = newcomer.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let case = office.enter_newcomer(&Typed::of(typed), now());
    let case = case.expect("nobody else is there");
    Open {
        office,
        case,
        taken: 0,
    }
}

/// Nine in the evening of the day of the report.
fn now() -> Clock {
    let day = Moment::start_of(Date::constant(2017, 5, 17));
    Clock::at(day.seconds() + 21 * 3_600, 180)
}
