//! Who gains by a change of law is what the books say when they are read without the condition.

mod rebuilt;
mod shipped;
mod support;

use facts::{Facts, Vocabulary};
use law::{Day, Library, Planes, Program, Reform, Reforms, Struck};
use rebuilt::{Gains, Rebuilding, found};
use support::{Dice, SOURCES, load, no_complaints, person, rounds, today};

/// What the reforms of a day give for these people.
fn gains(library: &Library, program: &Program, people: &[Facts]) -> Gains {
    let reforms = Reforms::of(library, program, |_| true);
    let planes = Planes::of(program, people);
    let gains = reforms.gains(&planes);
    assert_counts(&reforms, &planes, &gains);
    found(&gains)
}

fn assert_counts(reforms: &Reforms<'_>, planes: &Planes, gains: &[law::Gain]) {
    let counts = reforms.counts(planes);
    assert_eq!(counts.len(), reforms.list().len());
    for (reform, counted) in reforms.list().iter().zip(counts) {
        let gain = gains.iter().find(|gain| gain.reform == *reform);
        let counts = gain.map_or([0, 0], |gain| {
            [gain.from_closed.count(), gain.from_undecided.count()]
        });
        assert_eq!([counted.from_closed, counted.from_undecided], counts);
    }
    let order = |gain: &law::Gain| (gain.reform.with.is_none(), gain.from_closed.count());
    assert!(gains.is_sorted_by(|a, b| order(a) >= order(b)));
}

/// The detailed people of the demonstration and the worked examples, and each of them again with
/// every third fact forgotten.
fn people(library: &Library) -> Vec<Facts> {
    let folders = [shipped::TWELVE, shipped::WORKED];
    let whole = folders.iter().flat_map(|f| shipped::people(library, f));
    let whole: Vec<Facts> = whole.map(|(_, facts)| facts).collect();
    let forgetful = whole.iter().enumerate().map(|(round, facts)| {
        let mut fewer = facts.clone();
        for (index, (fact, key, _, _)) in facts.iter().enumerate() {
            if (index + round).is_multiple_of(3) {
                fewer.forget(fact, key);
            }
        }
        fewer
    });
    whole.iter().cloned().chain(forgetful).collect()
}

/// Members of families are read in turn: this many are passed over between two.
const PASSED_OVER: usize = 25;

#[test]
fn striking_a_condition_of_the_shipped_books_is_reading_them_without_it() {
    let (library, _) = shipped::library();
    let people = people(&library);
    let mut checked = 0;
    // On the second day orders suspend visas for Russian citizens.
    for day in ["2017-05-17", "2025-03-01"] {
        let day = Day::of(day.parse().expect("a day"));
        let mut books = Rebuilding::of(&library, day, &people);
        let all = gains(&library, books.program(), &people);
        for index in 0..books.program().rules.len() {
            if books.program().rules[index].member.is_some() && index % PASSED_OVER != 0 {
                continue;
            }
            let pairs = index % 3 == 0;
            let mut found = all.clone();
            found.retain(|reform, _| reform.rule == index && (pairs || reform.with.is_none()));
            let id = &books.program().rules[index].id.clone();
            assert_eq!(found, books.gains(index, pairs), "{id} on {}", day.on);
            checked += found.len();
        }
    }
    assert!(checked > 100, "{checked}");
}

const FACTS: [(&str, &str); 8] = [
    ("yes_a", "type: bool"),
    ("yes_b", "type: bool"),
    ("yes_c", "type: bool"),
    (
        "either",
        "type: bool, first_of: [recorded, 'yes_a || yes_b']",
    ),
    ("here", "type: country"),
    ("nationality", "type: set of country"),
    ("born", "type: date"),
    ("refused", "type: bool, by: country"),
];

const LEAVES: [&str; 14] = [
    "yes_a",
    "yes_b",
    "yes_c",
    "!yes_a",
    "!yes_b",
    "either",
    "!either",
    "here == \"USA\"",
    "here in [\"RUS\", \"USA\"]",
    "here in nationality",
    "\"RUS\" in nationality",
    "born < date(\"1999-01-01\")",
    "born >= on - years(18)",
    "refused[\"USA\"]",
];

/// A condition over few facts, so that conditions hang together.
fn condition(dice: &mut Dice, depth: usize) -> String {
    if depth == 0 || dice.percent(40) {
        return dice.pick(&LEAVES).to_owned();
    }
    let [a, b] = [(); 2].map(|()| condition(dice, depth - 1));
    let or = ["||", "&&"][dice.below(2)];
    format!("({a} {or} {b})")
}

/// A book of some requirements and bars: each may have an `only_if`, a bar a waiver or nobody who can
/// check it.
fn book(dice: &mut Dice, id: &str) -> String {
    let mut text = support::head(id);
    let (mut requires, mut bars, mut waivers) = (String::new(), String::new(), String::new());
    for index in 0..2 + dice.below(4) {
        let is_bar = dice.percent(40);
        let when = support::quoted(&condition(dice, 2));
        let mut more = String::new();
        if dice.percent(25) {
            let only_if = support::quoted(&condition(dice, 1));
            more += &format!(" only_if: {only_if},");
        }
        if dice.percent(10) {
            more += " rests_on: appreciation,";
        }
        if is_bar && dice.percent(30) {
            more += " shown_by: cannot_be_shown,";
        }
        let says = if is_bar { "applies" } else { "fails" };
        let line = format!(
            "  - {{ id: c{index}, when: {when},{more} {}, {says}: {{ en: E., ru: Р. }} }}\n",
            support::SEEN
        );
        if is_bar { &mut bars } else { &mut requires }.push_str(&line);
        if is_bar && dice.percent(30) {
            let when = support::quoted(&condition(dice, 1));
            waivers += &format!(
                "  - {{ lifts: [c{index}], by: none, when: {when}, {} }}\n",
                support::SEEN
            );
        }
    }
    for (key, lines) in [("requires", requires), ("bars", bars), ("waivers", waivers)] {
        if !lines.is_empty() {
            text += &format!("{key}:\n{lines}");
        }
    }
    text
}

/// An order that touches every pathway, and spares some.
fn overlay(dice: &mut Dice) -> String {
    let spared = support::quoted(&condition(dice, 1));
    format!(
        "format: safeconduct.overlay/1\nid: order\ntitle: {{ en: O, ru: У }}\neffect: suspends\napplies_to: [way.*]\nin_force:\n  - {{ from: 2000-01-01, {seen} }}\nspares:\n  - {{ id: s, when: {spared}, {seen} }}\n",
        seen = support::SEEN
    )
}

/// Somebody of whom a part is known.
fn somebody(dice: &mut Dice, vocabulary: &Vocabulary) -> Facts {
    let known: [&[&str]; 8] = [
        &["yes_a: yes", "yes_a: no"],
        &["yes_b: yes", "yes_b: no"],
        &["yes_c: yes", "yes_c: no"],
        &["either: yes", "either: no"],
        &["here: RUS", "here: USA", "here: FRA"],
        &[
            "nationality: { shown: [RUS], complete: yes }",
            "nationality: { shown: [USA] }",
            "nationality: { denied: [RUS] }",
        ],
        &[
            "born: 1990-03-04",
            "born: 2004-01-01",
            "born: 1999",
            "born: 1998",
        ],
        &["refused: { USA: yes }", "refused: { USA: no }"],
    ];
    let chance = 20 + dice.below(70);
    let lines = known.iter().filter_map(|lines| {
        let line = dice.pick(lines);
        dice.percent(chance).then_some(line)
    });
    person(&lines.collect::<Vec<_>>().join("\n"), vocabulary)
}

#[test]
fn conditions_that_hang_together_are_struck_one_by_one_and_two_by_two_as_if_never_written() {
    let mut dice = Dice::new(0x5a_fe);
    let mut helped = [0; 6];
    for round in 0..rounds(60) {
        let mut files = vec![
            ("vocabulary/v.yaml".to_owned(), support::vocabulary(&FACTS)),
            ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
        ];
        for index in 0..3 {
            let id = format!("way.{index}");
            files.push((format!("law/{index}.yaml"), book(&mut dice, &id)));
        }
        if dice.percent(40) {
            files.push(("law/order.yaml".to_owned(), overlay(&mut dice)));
        }
        let (library, complaints) = load(&files);
        no_complaints(&complaints);
        let people = (0..40).map(|_| somebody(&mut dice, &library.vocabulary));
        let people: Vec<Facts> = people.collect();
        let mut books = Rebuilding::of(&library, today(), &people);
        let all = gains(&library, books.program(), &people);
        for index in 0..books.program().rules.len() {
            let mut found = all.clone();
            found.retain(|reform, _| reform.rule == index);
            assert_eq!(found, books.gains(index, true), "round {round}: {files:#?}");
        }
        for (reform, [closed, undecided]) in &all {
            match reform {
                Reform { with: Some(_), .. } => helped[0] += closed.count(),
                Reform {
                    struck: Struck::Overlay(_),
                    ..
                } => helped[1] += closed.count(),
                Reform {
                    struck: Struck::Clause(_),
                    ..
                } => {
                    helped[2] += closed.count();
                    helped[3] += undecided.count();
                }
                Reform {
                    struck: Struck::Part { .. },
                    ..
                } => {
                    helped[4] += closed.count();
                    helped[5] += undecided.count();
                }
            }
        }
    }
    assert!(helped.iter().all(|people| *people > 100), "{helped:?}");
}

/// Who gains by what in this one book, as (what is struck, places from *closed*, from *undecided*).
fn gained(lines: &str, people: &[&str]) -> Vec<(Vec<usize>, Vec<usize>, Vec<usize>)> {
    let files = [
        ("vocabulary/v.yaml".to_owned(), support::vocabulary(&FACTS)),
        ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
        ("law/p.yaml".to_owned(), lines.to_owned()),
    ];
    let (library, complaints) = load(&files);
    no_complaints(&complaints);
    let people = people.iter().map(|text| person(text, &library.vocabulary));
    let people: Vec<Facts> = people.collect();
    let program = Program::on(&library, today());
    let reforms = Reforms::of(&library, &program, |_| true);
    let clause = |struck: Struck| match struck {
        Struck::Clause(index) => index,
        Struck::Overlay(_) | Struck::Part { .. } => panic!("there is no order and no part"),
    };
    let gains = reforms.gains(&Planes::of(&program, &people));
    let shown = gains.iter().map(|gain| {
        let struck = std::iter::once(gain.reform.struck).chain(gain.reform.with);
        (
            struck.map(clause).collect(),
            gain.from_closed.iter().collect(),
            gain.from_undecided.iter().collect(),
        )
    });
    shown.collect()
}

#[test]
fn the_condition_that_bars_most_comes_first_and_what_two_bar_together_stands_apart() {
    let book = support::pathway("p", &["yes_a", "yes_b", "yes_c"]);
    let people = [
        "{ yes_a: no, yes_b: yes, yes_c: yes }",
        "{ yes_a: no, yes_b: yes }",
        "{ yes_a: yes, yes_b: no, yes_c: yes }",
        "{ yes_a: no, yes_b: no, yes_c: yes }",
        "{ yes_a: no, yes_b: no, yes_c: no }",
        "{ yes_a: yes, yes_b: yes }",
    ];
    assert_eq!(
        gained(&book, &people),
        [
            (vec![0], vec![0, 1], vec![]),
            (vec![1], vec![2], vec![]),
            (vec![2], vec![], vec![5]),
            (vec![0, 1], vec![3], vec![]),
        ]
    );
}

#[test]
fn conditions_that_cannot_all_hold_are_opened_by_striking_any_of_them() {
    let book = support::pathway("p", &["here == \"USA\"", "here == \"RUS\"", "yes_a"]);
    assert_eq!(
        gained(&book, &["{ yes_a: yes }", "{ yes_a: no }", "{ here: FRA }"]),
        [
            (vec![0], vec![0], vec![]),
            (vec![1], vec![0], vec![]),
            (vec![0, 1], vec![2], vec![]),
            (vec![0, 2], vec![1], vec![]),
            (vec![1, 2], vec![1], vec![]),
        ]
    );
}

#[test]
fn a_way_that_is_not_in_force_or_only_for_those_named_is_opened_by_nothing() {
    let book = support::pathway("p", &["yes_a"]);
    let person = ["{ yes_a: no }"];
    assert_eq!(gained(&book, &person).len(), 1);
    let ended = book.replace("from: 2000-01-01", "from: 2000-01-01, until: 2010-01-01");
    assert_eq!(gained(&ended, &person), []);
    let named = book.replace("from: 2000-01-01", "from: 2000-01-01, mode: limited");
    assert_eq!(gained(&named, &person), []);
}

#[test]
fn many_people_are_counted_as_few_are() {
    let (library, _) = shipped::library();
    let day = Day::of("2017-05-17".parse().expect("a day"));
    let program = Program::on(&library, day);
    let few = people(&library);
    // More than two blocks of 512, the last of them not full.
    let times = 1_300 / few.len();
    let many: Vec<Facts> = (0..times).flat_map(|_| few.clone()).collect();
    let reforms = Reforms::of(&library, &program, |rule| rule.member.is_none());
    let [few, many] = [few, many].map(|people| {
        let planes = Planes::of(&program, &people);
        assert_counts(&reforms, &planes, &reforms.gains(&planes));
        reforms.counts(&planes)
    });
    for (few, many) in few.iter().zip(many) {
        assert_eq!(few.from_closed * times, many.from_closed);
        assert_eq!(few.from_undecided * times, many.from_undecided);
    }
}
