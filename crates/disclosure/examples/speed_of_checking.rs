//! Speed over a large invented vault: `cargo run --release -p disclosure --example speed_of_checking`.
//!
//! One measure a line, `name: value`.

use disclosure::{
    Agreed, Audience, Checker, Hiding, LabelledSet, Name, SearchIndex, SearchKeys, Statement,
    Wording, World,
};
use facts::{Date, Span, add_span};
use std::error::Error;
use std::time::Instant;

const PERSONS: usize = 10_000;
const STATEMENTS: usize = 500;

/// A family name of three syllables that no one else of the vault bears.
fn family(i: usize) -> (String, String) {
    const SYLLABLES: [(&str, &str); 25] = [
        ("ба", "ba"),
        ("ве", "ve"),
        ("гу", "gu"),
        ("до", "do"),
        ("жа", "zha"),
        ("зи", "zi"),
        ("ка", "ka"),
        ("лу", "lu"),
        ("мо", "mo"),
        ("ни", "ni"),
        ("пу", "pu"),
        ("ра", "ra"),
        ("со", "so"),
        ("ту", "tu"),
        ("фа", "fa"),
        ("ха", "kha"),
        ("ца", "tsa"),
        ("чу", "chu"),
        ("ша", "sha"),
        ("юс", "yus"),
        ("ям", "yam"),
        ("эл", "el"),
        ("ор", "or"),
        ("ил", "il"),
        ("ам", "am"),
    ];
    let parts = [
        SYLLABLES[i % 25],
        SYLLABLES[i / 25 % 25],
        SYLLABLES[i / 625 % 25],
    ];
    let join = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
        parts.iter().map(pick).collect::<String>()
    };
    let capital = |word: String| {
        word.chars()
            .next()
            .map(|c| c.to_uppercase().collect::<String>())
            .unwrap_or_default()
            + &word.chars().skip(1).collect::<String>()
    };
    (capital(join(|p| p.0)) + "ев", capital(join(|p| p.1)) + "ev")
}

fn large(small: &World) -> World {
    let mut world = small.clone();
    for member in &mut world.staff {
        let wording = |descriptor: &str| Wording {
            descriptor: descriptor.to_owned(),
            because: String::new(),
        };
        member.agreed = Some(Agreed {
            en: wording("a member of staff"),
            ru: wording("сотрудник организации"),
        });
    }
    let given = [
        "Руслан",
        "Дмитрий",
        "Камила",
        "Арсен",
        "Шамиль",
        "Левон",
        "Светлана",
        "Заур",
        "Ибрагим",
        "Эльдар",
        "Ширин",
        "Остап",
    ];
    for i in world.persons.len()..PERSONS {
        let mut person = small.persons[i % small.persons.len()].clone();
        let (ru, en) = family(i);
        person.id = format!("n{i}");
        person.names = vec![
            Name {
                given: given[i % given.len()].to_owned(),
                patronymic: String::new(),
                family: ru,
            },
            Name {
                given: person.names[0].given.clone(),
                patronymic: String::new(),
                family: en,
            },
        ];
        person.numbers = vec![format!("+44 7700 {:06}", 100_000 + i)];
        person.mail = vec![format!("m{i}x{i}@example.org")];
        person.hiding = vec![Hiding {
            address: format!("Lesnaya {i}"),
            ..person.hiding[0].clone()
        }];
        world.persons.push(person);
    }
    world
}

/// The index of the search over the same people, and the slowest of the queries that a caseworker may type.
fn search(world: &World) {
    let keys = |person: &disclosure::Person| SearchKeys {
        names: person
            .names
            .iter()
            .map(|n| format!("{} {} {}", n.given, n.patronymic, n.family))
            .collect(),
        code_names: person.aliases.clone(),
        numbers: person.numbers.clone(),
    };
    let begun = Instant::now();
    let people = world.persons.iter().map(|p| (p.id.clone(), keys(p)));
    let index = SearchIndex::of(people);
    println!("search_index_seconds: {:.3}", begun.elapsed().as_secs_f64());
    let typed = [
        "м",
        "Ру",
        "zha",
        "Tsarnov",
        "Руслан Батувеев",
        "ruslan batu",
        "Батувефев",
        "БатувеевРуслан",
        "Ба ту веев",
        "7700 1",
        "0123",
        "нет такого имени совсем",
        "kamila-zhazika",
    ];
    let timed = |what: &dyn Fn(&str)| {
        let times = typed.iter().map(|query| {
            let begun = Instant::now();
            what(query);
            (begun.elapsed().as_secs_f64() * 1e3, *query)
        });
        times.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default()
    };
    let (ms, query) = timed(&|query| drop(std::hint::black_box(index.search(query, 50))));
    println!("slowest_search_ms: {ms:.2} ({query})");
    let (ms, query) = timed(&|query| {
        let new = SearchKeys {
            names: vec![query.to_owned()],
            ..SearchKeys::default()
        };
        drop(std::hint::black_box(index.possible_duplicates(&new)));
    });
    println!("slowest_duplicates_ms: {ms:.2} ({query})");
}

fn main() -> Result<(), Box<dyn Error>> {
    let set = LabelledSet::read(include_str!("../sets/own.jsonl"))?;
    let today = Date::constant(2032, 5, 20);
    let world = large(&set.world);
    let plain: Vec<&str> = set
        .drafts
        .iter()
        .filter(|d| d.harmless)
        .map(|d| d.text.as_str())
        .collect();
    let statements: Vec<Statement> = (0..STATEMENTS)
        .map(|i| Statement {
            id: format!("s{i}"),
            day: add_span(today, Span::Days(-(i as i32))),
            audience: Audience::Press,
            text: plain[i % plain.len()].to_owned(),
        })
        .collect();
    let begun = Instant::now();
    let checker = Checker::new(world.clone(), &statements, today)?;
    let index = begun.elapsed();
    println!("index_seconds: {:.3}", index.as_secs_f64());
    let all: String = plain.join(" ");
    let mut draft = all.clone();
    while draft.len() < 4_096 {
        draft = format!("{draft} {all}");
    }
    let four: String = draft.chars().take(4_096).collect();
    let begun = Instant::now();
    for _ in 0..20 {
        std::hint::black_box(checker.check(&four, today)?);
    }
    let draft = begun.elapsed() / 20;
    println!("draft_of_4_kb_ms: {:.2}", draft.as_secs_f64() * 1e3);
    // As it was when the index was made for every draft.
    println!(
        "draft_of_4_kb_with_a_new_index_ms: {:.2}",
        (index + draft).as_secs_f64() * 1e3
    );
    let mut long = String::new();
    while long.len() < 400_000 {
        long.push_str(&all);
        long.push(' ');
    }
    let begun = Instant::now();
    std::hint::black_box(checker.check(&long, today)?);
    println!(
        "megabytes_per_second: {:.3}",
        long.len() as f64 / 1e6 / begun.elapsed().as_secs_f64()
    );
    let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = memory
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap_or("VmHWM: not known");
    println!("peak_memory: {}", peak.trim_start_matches("VmHWM:").trim());
    search(&world);
    Ok(())
}
