//! A spreadsheet against the people who are known: what is new, what contradicts, what is refused.
//! Everyone is invented.

mod sheets;

use casework::{
    Case, DeviceId, Entry, MemberId, Moment, NeverCollect, OperationId, PersonId, Read, Signed,
};
use desk::Lang;
use desk::Speech;
use desk::import::{
    CellFault, ColumnIs, DryRun, Is, KnownPerson, Mapping, Reason, Sheet, Terms, Whom, dry_run,
    read_csv, read_xlsx,
};
use facts::{Date, Fact, FactId, FieldType, Known, Recorded, Scalar, SetBy, Type};
use law::Library;
use proptest::prelude::*;
use std::sync::OnceLock;

const DAY: Date = Date::constant(2017, 5, 17);

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| desk::checked_library(&[]).0)
}

fn terms() -> &'static Terms<'static> {
    static TERMS: OnceLock<Terms<'static>> = OnceLock::new();
    TERMS.get_or_init(|| Terms::of(library()))
}

fn sheet(text: &str) -> Sheet {
    read_csv(text.as_bytes()).expect("CSV")
}

/// The dry run of a sheet as its headings have it, beside the troubles of its headings.
fn run(text: &str, known: &[KnownPerson]) -> DryRun {
    let sheet = sheet(text);
    let (mapping, troubles) = Mapping::proposed(1, &sheet, terms());
    let mut run = dry_run(&[sheet], &[mapping], known, terms(), &mut ids());
    run.troubles.splice(0..0, troubles);
    run
}

fn ids() -> impl FnMut() -> [u8; 16] {
    let mut next = 0_u128;
    move || {
        next += 1;
        next.to_be_bytes()
    }
}

/// The entries of a run, signed by one member, as a case.
fn recorded(run: &DryRun) -> Case {
    let entries = run.people.iter().flat_map(|person| person.entries.clone());
    let signed = (1_u64..)
        .zip(entries)
        .map(|(number, entry)| sign(number, entry));
    Case::of(signed)
}

fn sign(number: u64, entry: Entry) -> Signed<Read> {
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
}

/// The people of a run, once it is recorded.
fn known_after(run: &DryRun) -> Vec<KnownPerson> {
    let case = recorded(run);
    let of = |person: &desk::import::PersonRun| {
        let (who, key) = (person.whom.person(), person.row_key.clone());
        KnownPerson::of(&case, who, key, DAY, &library().vocabulary)
    };
    run.people.iter().map(of).collect()
}

fn troubles(run: &DryRun) -> Vec<(String, Reason)> {
    let told = run.troubles.iter();
    told.map(|it| (it.at.to_string(), it.why.clone())).collect()
}

fn is(run: &DryRun) -> Vec<(String, Is)> {
    let differences = run.people.iter().flat_map(|person| &person.differences);
    differences.map(|it| (it.at.to_string(), it.is)).collect()
}

const ADDED: Is = Is::Added(SetBy::One);

#[test]
fn a_new_row_is_a_new_person_with_what_the_cells_say() {
    let text = "key,code name,язык,here,Гражданство,Region\n7,Rowan,чеченский,Россия,Russia,Tver\n";
    let run = run(text, &[]);
    assert_eq!(troubles(&run), []);
    assert!(matches!(run.people[0].whom, Whom::New(_)));
    let cells = ["B2", "C2", "D2", "E2", "F2"].map(|at| (at.to_owned(), ADDED));
    assert_eq!(is(&run), cells);
    let known = &known_after(&run)[0];
    assert_eq!(known.language, "ce");
    let name = known.code_name.as_ref().expect("a code name");
    assert_eq!((name.en.as_str(), name.ru.as_str()), ("Rowan", "Rowan"));
    let russia = Scalar::Country("RUS".parse().expect("a code"));
    assert_eq!(
        known.facts.get("here", None).and_then(Recorded::value),
        Some(&russia)
    );
    let nationality = known.facts.get("nationality", None).expect("recorded");
    assert_eq!(nationality.holds(&russia), facts::Truth::True);
    assert_eq!(
        known.facts.get("region", None).and_then(Recorded::value),
        Some(&Scalar::Text("Tver".into()))
    );
}

#[test]
fn a_sheet_that_was_imported_proposes_nothing_new() {
    let text = "key,code name,кодовое имя,language,here,notes,Took part in harming others,refused_visa[USA],lawful_until,nationality\n\
        1,Rowan,Рябина,ce,RUS,Afraid of calls at night.,no,yes,05.2017,RUS; not USA; no others\n\
        2,Swift,Стриж,русский,unknown,,да,rather not say,2017-05-17,unknown\n";
    let first = run(text, &[]);
    assert_eq!(troubles(&first), []);
    assert!(!first.is_nothing_new());
    let known = known_after(&first);
    let second = run(text, &known);
    assert_eq!(troubles(&second), []);
    assert!(
        second.is_nothing_new(),
        "{:?}",
        second.people[0].differences
    );
    assert_eq!(
        is(&second).iter().filter(|(_, is)| *is != Is::Same).count(),
        0
    );
    assert_eq!(second.people[0].whom, Whom::Known(known[0].person));
}

#[test]
fn what_contradicts_is_shown_and_not_proposed() {
    let known = known_after(&run(
        "key,code name,here,lawful_until,nationality,language\n1,Rowan,RUS,2017-05,RUS; no others,ce\n",
        &[],
    ));
    let text =
        "key,code name,here,lawful_until,nationality,language\n1,Rowan,LTU,2017-05-17,LTU,ru\n";
    let run = run(text, &known);
    let told: Vec<_> = is(&run).into_iter().map(|(_, is)| is).collect();
    // A day in May is nearer than May.
    assert_eq!(
        told,
        [
            Is::Same,
            Is::Contradicted,
            ADDED,
            Is::Contradicted,
            Is::Contradicted
        ]
    );
    assert_eq!(run.people[0].entries.len(), 1);
    let contradicted = &run.people[0].differences[1];
    assert_eq!(
        Lang::ALL.map(|lang| contradicted.sentence(terms(), Speech::of(lang))),
        [
            "C2: Country where they are now: the sheet says Lithuania, recorded is Russia. Nothing is changed: ask which is right, and record that by hand.",
            "C2: Страна, где человек сейчас: в таблице Литва, записано Россия. Ничего не меняется: спросите, что верно, и внесите вручную.",
        ]
    );
}

#[test]
fn what_one_person_alone_may_not_set_says_whose_signature_it_waits_for() {
    let run = run("key,persecuted_others\n1,no\n", &[]);
    assert_eq!(is(&run), [("B2".to_owned(), Is::Added(SetBy::Two))]);
    let difference = &run.people[0].differences[0];
    assert_eq!(
        difference.sentence(terms(), Speech::of(Lang::En)),
        "B2: Took part in harming others: no would be added, and counts once a second person has signed it."
    );
    assert_eq!(
        known_after(&run)[0].facts.get("persecuted_others", None),
        None
    );
}

#[test]
fn columns_that_nobody_may_collect_are_refused_in_both_languages() {
    let text =
        "key,Intimate photos,Проверка ориентации,Sexual history,Бывшие партнёры\n1,a,b,c,d\n";
    let run = run(text, &[]);
    let refused = [
        ("B1", NeverCollect::IntimateImages),
        ("C1", NeverCollect::OrientationTests),
        ("D1", NeverCollect::SexualPractice),
        ("E1", NeverCollect::FormerPartners),
    ];
    let refused = refused.map(|(at, never)| (at.to_owned(), Reason::NeverCollected(never)));
    assert_eq!(troubles(&run), refused);
    assert_eq!(is(&run), []);
    assert_eq!(
        Lang::ALL.map(|lang| run.troubles[3].sentence(terms(), Speech::of(lang))),
        [
            "E1: Nobody collects names of former partners: they have not been asked, and the list would endanger them. Delete this column, wherever the file lies. If one of them is a danger, write that to the facts about danger.",
            "E1: Имена бывших партнёров не собирает никто: их самих не спросили, и такой список поставил бы их под удар. Удалите этот столбец везде, где лежит файл. Если кто-то из них опасен, запишите это в сведениях об опасности.",
        ]
    );
}

#[test]
fn a_mapping_drawn_up_by_hand_does_not_get_round_the_list() {
    let sheet = sheet("key,Previous partners,place\n1,somebody,RUS\n");
    let mut mapping = Mapping::default();
    mapping.columns.insert(1, ColumnIs::RowKey);
    let region = FactId("region".into());
    mapping.columns.insert(
        2,
        ColumnIs::Fact {
            id: region,
            under: None,
        },
    );
    let never = FactId("sexual_history".into());
    mapping.columns.insert(
        3,
        ColumnIs::Fact {
            id: never,
            under: None,
        },
    );
    let run = dry_run(&[sheet], &[mapping], &[], terms(), &mut ids());
    let refused = |never| Reason::NeverCollected(never);
    assert_eq!(
        troubles(&run),
        [
            ("B1".to_owned(), refused(NeverCollect::FormerPartners)),
            ("C1".to_owned(), refused(NeverCollect::SexualPractice)),
        ]
    );
    assert_eq!(is(&run), []);
}

#[test]
fn what_cannot_be_read_is_named_cell_by_cell_and_the_rest_is_read() {
    let text = "key,here,lawful_until,under_18,standing,language,nationality\n\
        1,Rusia,05/06/2017,perhaps,in hidng,Martian speech,RUS; not RUS\n";
    let run = run(text, &[]);
    let russia = "RUS".parse().expect("a code");
    let found = troubles(&run);
    let at: Vec<&str> = found.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(at, ["F2", "B2", "C2", "D2", "E2", "G2"]);
    assert_eq!(found[0].1, Reason::NotALanguage);
    assert_eq!(found[1].1, Reason::NotACountry(Some(russia)));
    assert_eq!(found[2].1, Reason::AmbiguousDate);
    assert_eq!(found[3].1, Reason::NotYesOrNo);
    assert!(matches!(&found[4].1, Reason::NotOneOf(Some(words)) if words.en == "in hiding"));
    assert_eq!(found[5].1, Reason::BothShownAndDenied);
    assert_eq!(
        run.troubles[1].sentence(terms(), Speech::of(Lang::En)),
        "B2: There is no country of this name. Write its name, or its three letters. Is “Russia” meant?"
    );
}

#[test]
fn rows_that_name_nobody_or_two_or_one_twice_are_left_out() {
    let known = known_after(&run("key,code name\n1,Rowan\n2,Swift\n", &[]));
    let text = "key,code name\n1,Swift\n,\n3,Rowan\n4,Heron\n4,Crane\n5,heron\n,Swift\n";
    let run = run(text, &known);
    let at = |row| desk::import::At {
        sheet: 1,
        row,
        column: 1,
    };
    assert_eq!(
        troubles(&run),
        [
            // The third row is empty but for its separator.
            ("A2".to_owned(), Reason::TwoPeople),
            ("A4".to_owned(), Reason::TwoPeople),
            ("A6".to_owned(), Reason::SameRow(at(5))),
            ("A7".to_owned(), Reason::SameRow(at(5))),
        ]
    );
    let whom: Vec<Whom> = run.people.iter().map(|person| person.whom).collect();
    assert!(matches!(whom[..], [Whom::New(_), Whom::Known(person)] if person == known[1].person));
}

#[test]
fn headings_that_say_nothing_or_too_much_are_named() {
    let text = "key,citizenshp,here,Страна где человек сейчас,relatives,refused_visa,here,,no such thing at all\n1,,,,,,,x,\n";
    let found = troubles(&run(text, &[]));
    let near = FactId("nationality".into());
    let here = FactId("here".into());
    assert_eq!(
        found,
        [
            ("B1".to_owned(), Reason::UnknownHeading(Some(near))),
            ("D1".to_owned(), Reason::UnknownHeading(Some(here))),
            ("E1".to_owned(), Reason::ListFact),
            ("F1".to_owned(), Reason::WhichCountry),
            ("G1".to_owned(), Reason::SameAs(3)),
            ("I1".to_owned(), Reason::UnknownHeading(None)),
            ("H2".to_owned(), Reason::NoHeading),
        ]
    );
}

#[test]
fn typed_cells_of_a_workbook_are_facts_and_its_sheets_are_one_list() {
    let heads = [
        "key",
        "stateless",
        "lawful_until",
        "income",
        "here",
        "region",
    ];
    let heads: String = ["A1", "B1", "C1", "D1", "E1", "F1"]
        .iter()
        .zip(heads)
        .map(|(at, head)| sheets::words(at, head))
        .collect();
    // 42,872 days after 30 December 1899; a formula as its program saw it last; an error.
    let typed = "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" t=\"b\"><v>0</v></c>\
        <c r=\"C2\" s=\"1\"><v>42872</v></c><c r=\"D2\"><v>250</v></c>\
        <c r=\"E2\" t=\"str\"><f>A1</f><v>LTU</v></c><c r=\"F2\" t=\"e\"><v>#REF!</v></c></row>";
    let first = format!("<row r=\"1\">{heads}</row>{typed}");
    let again = format!(
        "<row r=\"3\">{}</row><row r=\"4\"><c r=\"B4\"><v>7</v></c></row>",
        sheets::words("B3", "ключ")
    );
    let book = sheets::xlsx(&[("people", false, &first), ("more", false, &again)]);
    let book = read_xlsx(&book).expect("XLSX");
    let proposed = (1..).zip(&book);
    let mappings: Vec<Mapping> = proposed
        .map(|(number, sheet)| Mapping::proposed(number, sheet, terms()).0)
        .collect();
    let run = dry_run(&book, &mappings, &[], terms(), &mut ids());
    let at = |sheet, row, column| desk::import::At { sheet, row, column };
    let troubles: Vec<_> = run
        .troubles
        .iter()
        .map(|it| (it.at, it.why.clone()))
        .collect();
    assert_eq!(
        troubles,
        [
            (at(1, 2, 6), Reason::Cell(CellFault::Error)),
            (at(2, 4, 2), Reason::SameRow(at(1, 2, 1))),
        ]
    );
    let facts = &known_after(&run)[0].facts;
    let value = |id: &str| facts.get(id, None).and_then(Recorded::value).cloned();
    assert_eq!(value("stateless"), Some(Scalar::Bool(false)));
    assert_eq!(
        value("lawful_until"),
        Some(Scalar::Date(Date::constant(2017, 5, 17).into()))
    );
    assert_eq!(value("income"), Some(Scalar::Number(250)));
    assert_eq!(
        value("here"),
        Some(Scalar::Country("LTU".parse().expect("a code")))
    );
}

/// Every fact of the shipped vocabulary is found by its name and by its label in both languages, or
/// there is a reason why no cell can hold it.
#[test]
fn every_fact_is_found_by_its_name_and_by_its_labels() {
    let mut found = 0;
    for fact in library().vocabulary.iter() {
        let named = match fact.keyed {
            true => [
                format!("{}[LTU]", fact.id),
                fact.label.en.replace("{country}", "Lithuania"),
                fact.label.ru.replace("{country}", "Литва"),
            ],
            false => [
                fact.id.to_string(),
                fact.label.en.clone(),
                fact.label.ru.clone(),
            ],
        };
        for heading in named {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["key", &heading]).expect("in memory");
            let sheet = read_csv(&writer.into_inner().expect("in memory")).expect("CSV");
            let (mapping, troubles) = Mapping::proposed(1, &sheet, terms());
            let lithuania = fact.keyed.then(|| "LTU".parse().expect("a code"));
            let expected = ColumnIs::Fact {
                id: fact.id.clone(),
                under: lithuania,
            };
            match troubles.first().map(|trouble| &trouble.why) {
                None => assert_eq!(mapping.columns.get(&2), Some(&expected), "{heading}"),
                Some(Reason::ListFact) => assert!(matches!(fact.of, Type::List(_))),
                Some(Reason::WorkedOut) => assert!(fact.derived.is_some(), "{heading}"),
                Some(other) => panic!("{heading}: {other:?}"),
            }
            found += usize::from(troubles.is_empty());
        }
    }
    assert!(found > 300, "{found}");
}

/// A fact, what is to be recorded of it, and a cell that says so in one of the ways.
fn said() -> impl Strategy<Value = (&'static Fact, Recorded, String)> {
    let facts: Vec<&Fact> = library()
        .vocabulary
        .iter()
        .filter(|fact| fact.derived.is_none() && fact.set_by == SetBy::One)
        .filter(|fact| !matches!(fact.of, Type::List(_)))
        .collect();
    (prop::sample::select(facts), any::<[u32; 4]>()).prop_map(|(fact, dice)| {
        let (recorded, cell) = match &fact.of {
            Type::One(field) => match dice[3] % 8 {
                // Of free text any word is taken.
                0 if *field != FieldType::Text => {
                    (Recorded::One(Known::Unknown), "неизвестно".to_owned())
                }
                _ => {
                    let (value, cell) = value(field, [dice[0], dice[1]]);
                    (Recorded::One(Known::Value(value)), cell)
                }
            },
            Type::Set(field) => set(field, dice),
            Type::List(_) => unreachable!("lists were left out"),
        };
        (fact, recorded, cell)
    })
}

fn value(field: &FieldType, [which, how]: [u32; 2]) -> (Scalar, String) {
    let at = |length: usize| usize::try_from(which).expect("a number") % length;
    let way = |ways: &[&str]| ways[usize::try_from(how).expect("a number") % ways.len()].to_owned();
    match field {
        FieldType::Bool if which.is_multiple_of(2) => {
            (Scalar::Bool(true), way(&["yes", "ДА", "True"]))
        }
        FieldType::Bool => (Scalar::Bool(false), way(&["no", "Нет", "false"])),
        FieldType::Number => (Scalar::Number(which.into()), which.to_string()),
        FieldType::Date => {
            let (year, month, day) = (1990 + which % 60, 1 + how % 12, 1 + which % 28);
            let date = format!("{year}-{month:02}-{day:02}")
                .parse()
                .expect("a day");
            let (russian, iso) = (
                format!("{day}.{month}.{year}"),
                format!("{year}-{month:02}-{day:02}"),
            );
            (Scalar::Date(date), way(&[&russian, &iso]))
        }
        FieldType::Country => {
            let named = [
                ("RUS", "Russia", "Россия"),
                ("LTU", "Lithuania", "Литва"),
                ("CAN", "Canada", "Канада"),
            ];
            let (code, en, ru) = named[at(3)];
            (
                Scalar::Country(code.parse().expect("a code")),
                way(&[code, en, ru]),
            )
        }
        FieldType::Text => {
            let text = format!("=SUM({which}); \"{how}\", and\nmore");
            (Scalar::Text(text.clone()), text)
        }
        FieldType::Enum(values) => {
            let (word, names) = values.iter().nth(at(values.len())).expect("a value");
            (
                Scalar::Text(word.clone()),
                way(&[word, &names.en, &names.ru]),
            )
        }
    }
}

fn set(field: &FieldType, dice: [u32; 4]) -> (Recorded, String) {
    let (shown, cell) = value(field, [dice[0], dice[1]]);
    let (denied, not) = value(field, [dice[2], dice[1]]);
    let complete = dice[3].is_multiple_of(2);
    let denied = (denied != shown).then_some((denied, format!("; not {not}")));
    let others = if complete { "; no others" } else { "" };
    let cell = format!(
        "{cell}{}{others}",
        denied.as_ref().map_or("", |(_, not)| not)
    );
    let recorded = Recorded::Set {
        shown: [shown].into(),
        denied: denied.map(|(denied, _)| denied).into_iter().collect(),
        complete,
    };
    (recorded, cell)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        if std::env::var_os("SAFECONDUCT_LONG").is_some() { 5_000 } else { 60 }
    ))]

    #[test]
    fn what_is_proposed_folds_to_what_the_cells_say(all in prop::collection::vec(said(), 1..8)) {
        let mut columns: Vec<(String, &Fact, Recorded, String)> = Vec::new();
        for (fact, recorded, cell) in all {
            let heading = match fact.keyed {
                true => format!("{}[LTU]", fact.id),
                false => fact.id.to_string(),
            };
            if !columns.iter().any(|(other, ..)| *other == heading) {
                columns.push((heading, fact, recorded, cell));
            }
        }
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(columns.iter().map(|(heading, ..)| heading.as_str()).chain(["key"])).expect("in memory");
        writer.write_record(columns.iter().map(|(.., cell)| cell.as_str()).chain(["1"])).expect("in memory");
        let text = String::from_utf8(writer.into_inner().expect("in memory")).expect("text");
        let first = run(&text, &[]);
        prop_assert_eq!(troubles(&first), []);
        let known = known_after(&first);
        for (heading, fact, recorded, cell) in &columns {
            let under = fact.keyed.then_some("LTU");
            prop_assert_eq!(known[0].facts.get(&fact.id, under), Some(recorded), "{}: {}", heading, cell);
        }
        prop_assert_eq!(known[0].facts.iter().count(), columns.len());
        prop_assert!(run(&text, &known).is_nothing_new());
    }

    #[test]
    fn whatever_a_table_says_it_is_compared_and_told(text in "(key|code name|here|notes|nationality|[a-zа-я,;\"\n =]){0,60}") {
        if let Ok(sheet) = read_csv(text.as_bytes()) {
            let (mapping, _) = Mapping::proposed(1, &sheet, terms());
            let known = [PersonId([7; 16])].map(|person| KnownPerson::of(&Case::of([]), person, Some("1".into()), DAY, &library().vocabulary));
            let run = dry_run(&[sheet], &[mapping], &known, terms(), &mut ids());
            for lang in Lang::ALL {
                let speech = Speech::of(lang);
                prop_assert!(run.troubles.iter().all(|it| !it.sentence(terms(), speech).is_empty()));
                prop_assert!(run.people.iter().flat_map(|it| &it.differences).all(|it| !it.sentence(terms(), speech).is_empty()));
            }
        }
    }
}
