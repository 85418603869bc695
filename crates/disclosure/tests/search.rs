//! People are found by whatever is typed, and nobody is lost to the way it is typed.

mod support;

use disclosure::{Closeness, SameReason, Scheme, SearchIndex, SearchKeys};
use proptest::prelude::*;
use std::sync::OnceLock;
use support::rounds;

const GIVEN: &[&str] = &[
    "Ильяс",
    "Мадина",
    "Хаджимурат",
    "Юлия",
    "Ян",
    "Жанна",
    "Шахрух",
    "Цветана",
    "Фёдор",
    "Эльза",
];
const FAMILY: &[&str] = &[
    "Царнов",
    "Щукина",
    "Журавлёв",
    "Хубиева",
    "Юсупов",
    "Чагаев",
    "Дзержинов",
    "Подъячева",
    "Гельдиев",
    "Ягужина",
    "Шамсутдинов",
    "Мкртчян",
];

fn keys(name: &str) -> SearchKeys {
    SearchKeys {
        names: vec![name.to_owned()],
        ..SearchKeys::default()
    }
}

/// Everyone with every given and family name, by the places of the two.
fn people() -> &'static SearchIndex<(usize, usize)> {
    static INDEX: OnceLock<SearchIndex<(usize, usize)>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let pairs = (0..GIVEN.len()).flat_map(|g| (0..FAMILY.len()).map(move |f| (g, f)));
        SearchIndex::of(pairs.map(|(g, f)| ((g, f), keys(&format!("{} {}", GIVEN[g], FAMILY[f])))))
    })
}

/// A way of typing a name that changes nothing of whose it is.
#[derive(Clone, Debug)]
enum Typed {
    StraySpace(usize),
    NoSpace,
    Hyphen(usize),
    HyphenBetween,
    Invisible(usize, char),
    LookAlike(usize),
    Capitals,
    SmallLetters,
    Decomposed,
    FamilyNameFirst,
    Spelled(Scheme),
    Signs,
}

fn typed() -> impl Strategy<Value = Typed> {
    let invisible = prop::sample::select(vec![
        '\u{200B}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{202E}', '\u{FE0F}',
    ]);
    prop_oneof![
        (1_usize..30).prop_map(Typed::StraySpace),
        Just(Typed::NoSpace),
        (1_usize..30).prop_map(Typed::Hyphen),
        Just(Typed::HyphenBetween),
        (0_usize..30, invisible).prop_map(|(at, c)| Typed::Invisible(at, c)),
        (0_usize..30).prop_map(Typed::LookAlike),
        Just(Typed::Capitals),
        Just(Typed::SmallLetters),
        Just(Typed::Decomposed),
        Just(Typed::FamilyNameFirst),
        prop::sample::select(Scheme::ALL.to_vec()).prop_map(Typed::Spelled),
        Just(Typed::Signs),
    ]
}

fn with(name: &str, at: usize, put: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let (head, tail) = letters.split_at(at % (letters.len() + 1));
    head.iter()
        .chain(&put.chars().collect::<Vec<_>>())
        .chain(tail)
        .collect()
}

fn look_alike(c: char) -> char {
    match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'х' => 'x',
        'у' => 'y',
        'М' => 'M',
        'К' => 'K',
        c => c,
    }
}

fn type_it(name: &str, typed: &Typed) -> String {
    match typed {
        Typed::StraySpace(at) => with(name, *at, " "),
        Typed::NoSpace => name.replace(' ', ""),
        Typed::Hyphen(at) => with(name, *at, "-"),
        Typed::HyphenBetween => name.replace(' ', "\u{2010}"),
        Typed::Invisible(at, c) => with(name, *at, &c.to_string()),
        Typed::LookAlike(at) => {
            let at = at % name.chars().count();
            let swap = |(i, c)| if i == at { look_alike(c) } else { c };
            name.chars().enumerate().map(swap).collect()
        }
        Typed::Capitals => name.to_uppercase(),
        Typed::SmallLetters => name.to_lowercase(),
        Typed::Decomposed => name.replace('ё', "е\u{308}").replace('й', "и\u{306}"),
        Typed::FamilyNameFirst => name.split(' ').rev().collect::<Vec<_>>().join(", "),
        Typed::Spelled(scheme) => scheme.spell(name),
        Typed::Signs => format!(" «{name}»,\t"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(200, 20_000)))]

    #[test]
    fn no_way_of_typing_a_name_loses_its_bearer(g in 0..GIVEN.len(), f in 0..FAMILY.len(), first in typed(), second in typed()) {
        let name = format!("{} {}", GIVEN[g], FAMILY[f]);
        for typed in [type_it(&name, &first), type_it(&type_it(&name, &first), &second)] {
            let found = people().search(&typed, 200);
            prop_assert!(found.iter().any(|found| found.id == (g, f)), "{typed:?}");
        }
    }

    #[test]
    fn an_entry_typed_in_another_way_is_known_as_a_duplicate(g in 0..GIVEN.len(), f in 0..FAMILY.len(), typed in typed()) {
        let typed = type_it(&format!("{} {}", GIVEN[g], FAMILY[f]), &typed);
        let found = people().possible_duplicates(&keys(&typed));
        prop_assert!(found.iter().any(|same| same.id == (g, f)), "{typed:?}");
    }

    #[test]
    fn the_beginning_of_a_name_finds_its_bearers(f in 0..FAMILY.len(), scheme in prop::sample::select(Scheme::ALL.to_vec()), letters in 3_usize..8, latin in any::<bool>()) {
        let name = if latin { scheme.spell(FAMILY[f]) } else { FAMILY[f].to_lowercase() };
        let begun: String = name.chars().take(letters).collect();
        let found = people().search(&begun, 200);
        prop_assert!(found.iter().any(|found| found.id.1 == f), "{begun:?} of {name}");
    }

    #[test]
    fn any_query_is_answered(query in "\\PC{0,60}", most in 0_usize..20) {
        let found = people().search(&query, most);
        prop_assert!(found.len() <= most);
        people().possible_duplicates(&keys(&query));
    }
}

#[test]
fn closer_people_come_first() {
    let index = SearchIndex::of([
        ("nearly", keys("Магомед Царнев")),
        ("begins", keys("Магомед Царновский")),
        ("same", keys("Магомед Царнов")),
    ]);
    let found: Vec<_> = index
        .search("Tsarnov", 9)
        .into_iter()
        .map(|f| (f.id, f.by))
        .collect();
    let wanted = [
        ("same", Closeness::Same),
        ("begins", Closeness::Begins),
        ("nearly", Closeness::Nearly),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn short_forms_scripts_and_numbers_find_their_people() {
    let ani = SearchKeys {
        names: vec!["Անի Սարգսյան".to_owned()],
        code_names: vec!["Ласточка-7".to_owned()],
        numbers: vec!["+7 912 345-67-89".to_owned(), "AB 778899".to_owned()],
    };
    let index = SearchIndex::of([
        ("ani", ani),
        ("sasha", keys("Александр Вольнов")),
        ("ali", keys("عَلِيّ الحُسَيْنِي")),
    ]);
    for (query, id) in [
        ("Саша", "sasha"),
        ("Aleksandrom Volnovym", "sasha"),
        ("ՍԱՐԳՍՅԱՆ", "ani"),
        ("lastochka 7", "ani"),
        ("8 (912) 345", "ani"),
        ("778899", "ani"),
        ("345 67 89", "ani"),
        ("علي", "ali"),
        ("الحسينى", "ali"),
    ] {
        let found = index.search(query, 9);
        assert_eq!(
            found.first().map(|found| found.id),
            Some(id),
            "{query}: {found:?}"
        );
    }
    for nobody in ["Зебра", "445566", "Խաչատրյան", "", "—", "ь"] {
        assert!(index.search(nobody, 9).is_empty(), "{nobody}");
    }
}

#[test]
fn the_reason_says_how_far_two_entries_agree() {
    let known = SearchKeys {
        names: vec!["Царнов Ильяс Магомедович".to_owned()],
        code_names: vec!["Беркут".to_owned()],
        numbers: vec!["+44 7700 900123".to_owned()],
    };
    let index = SearchIndex::of([("p1", known)]);
    let reason = |name: &str| {
        index
            .possible_duplicates(&keys(name))
            .first()
            .map(|same| same.reason)
    };
    for (name, wanted) in [
        ("Ilias Tcarnov", Some(SameReason::Name(Closeness::Same))),
        (
            "Iljas Magomedowitsch Zarnow",
            Some(SameReason::Name(Closeness::Same)),
        ),
        ("Ильяс Царнев", Some(SameReason::Name(Closeness::Nearly))),
        ("И. Царнов", Some(SameReason::Initial)),
        (
            "Ильяс Ахмедович Царнов",
            Some(SameReason::PartOfName(Closeness::Same)),
        ),
        ("Berkut", Some(SameReason::Name(Closeness::Same))),
        ("Руслан Царнов", None),
        ("Ильяс", None),
        ("", None),
    ] {
        assert_eq!(reason(name), wanted, "{name}");
    }
    let number = SearchKeys {
        names: vec!["Пётр Волков".to_owned()],
        numbers: vec!["07700 900 123".to_owned()],
        ..SearchKeys::default()
    };
    assert_eq!(
        index.possible_duplicates(&number)[0].reason,
        SameReason::Number
    );
}

#[test]
fn an_initial_that_was_entered_first_meets_the_whole_name() {
    let index = SearchIndex::of([("p1", keys("И. М. Царнов"))]);
    let same = index.possible_duplicates(&keys("Ильяс Магомедович Царнов"));
    assert_eq!(same[0].reason, SameReason::Initial);
}

#[test]
fn who_is_removed_or_renamed_is_not_found_by_the_old_name() {
    let mut index = SearchIndex::of([("p1", keys("Ильяс Царнов")), ("p2", keys("Ильяс Вольнов"))]);
    index.insert("p1", keys("Ильяс Шелестов"));
    index.remove(&"p2");
    assert!(index.search("Царнов", 9).is_empty() && index.search("Вольнов", 9).is_empty());
    assert!(index.possible_duplicates(&keys("Ильяс Царнов")).is_empty());
    assert_eq!(index.search("Ильяс", 9).len(), 1);
    assert_eq!(index.search("Шелестов", 9)[0].id, "p1");
}

#[test]
fn nothing_of_the_index_is_printed() {
    let index = SearchIndex::of([("p1", keys("Ильяс Царнов"))]);
    assert_eq!(
        format!("{index:?} {:?}", keys("Ильяс Царнов")),
        "SearchIndex([sealed]) SearchKeys([sealed])"
    );
}
