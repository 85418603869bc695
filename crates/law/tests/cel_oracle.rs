//! Random conditions over known and unknown facts: our parser, lowering and evaluation answer as the
//! `cel` crate does, where an error of its is our *unknown*.

mod support;

use cel::{Context, Program as CelProgram, Value};
use facts::Truth;
use law::{Program, Residual};
use std::collections::HashMap;
use std::sync::Arc;
use support::{Dice, SOURCES, load, no_complaints, person, rounds, today, vocabulary, weighed};

const WORDS: &[&str] = &["a", "b", "c", "d"];
const COUNTRIES: &[&str] = &["USA", "LTU", "RUS"];

/// One word more than conditions ever name: where every word is in a list, we say *yes* of an unknown
/// fact, and CEL fails.
fn words() -> String {
    let all = WORDS.iter().chain(&["z"]);
    let values: Vec<String> = all
        .map(|w| format!("{w}: {{ en: {w}, ru: {w} }}"))
        .collect();
    format!("values: {{ {} }}", values.join(", "))
}

fn facts_of_the_test() -> String {
    let field = format!(
        "fields: {{ kind: {{ type: enum, {} }}, count: {{ type: number }}, ok: {{ type: bool }} }}",
        words()
    );
    vocabulary(&[
        ("yes_a", "type: bool"),
        ("yes_b", "type: bool"),
        ("yes_c", "type: bool"),
        ("num_a", "type: number"),
        ("num_b", "type: number"),
        ("word_a", &format!("type: enum, {}", words())),
        ("word_b", &format!("type: enum, {}", words())),
        ("set_a", &format!("type: set of enum, {}", words())),
        ("set_b", &format!("type: set of enum, {}", words())),
        ("told", "type: bool, by: country"),
        ("many", &format!("type: list, {field}")),
    ])
}

/// A condition of a random shape. It is CEL and ours at once.
fn condition(dice: &mut Dice, depth: usize) -> String {
    if depth == 0 || dice.percent(20) {
        return atom(dice);
    }
    match dice.below(5) {
        0 | 1 => joined(dice, depth, " && "),
        2 | 3 => joined(dice, depth, " || "),
        _ => format!("!({})", condition(dice, depth - 1)),
    }
}

fn joined(dice: &mut Dice, depth: usize, by: &str) -> String {
    let parts: Vec<String> = (0..2 + dice.below(2))
        .map(|_| match condition(dice, depth - 1) {
            // `&&` inside `||` may go without brackets: what binds closer is part of the test.
            part if dice.percent(30) => part,
            part => format!("({part})"),
        })
        .collect();
    parts.join(by)
}

fn number(dice: &mut Dice) -> String {
    (dice.below(7) as i64 - 3).to_string()
}

fn word(dice: &mut Dice) -> String {
    let mark = dice.pick(&["\"", "'"]);
    format!("{mark}{}{mark}", dice.pick(WORDS))
}

/// At least `least` items. An unknown fact is in no empty list: we say *no* there, and CEL fails.
fn list(dice: &mut Dice, least: usize, item: fn(&mut Dice) -> String) -> String {
    let items: Vec<String> = (0..least + dice.below(4)).map(|_| item(dice)).collect();
    format!("[{}]", items.join(", "))
}

fn order(dice: &mut Dice) -> &'static str {
    dice.pick(&["==", "!=", "<", "<=", ">", ">="])
}

fn same(dice: &mut Dice) -> &'static str {
    dice.pick(&["==", "!="])
}

fn atom(dice: &mut Dice) -> String {
    let yes = dice.pick(&["yes_a", "yes_b", "yes_c"]);
    let count = dice.pick(&["num_a", "num_b"]);
    let name = dice.pick(&["word_a", "word_b"]);
    let set = dice.pick(&["set_a", "set_b"]);
    match dice.below(20) {
        0 => yes.to_owned(),
        1 => format!("!{yes}"),
        2 => format!("{yes} {} {}", same(dice), dice.pick(&["true", "false"])),
        3 => format!("{} {} {yes}", dice.pick(&["true", "false"]), same(dice)),
        4 => format!("{count} {} {}", order(dice), number(dice)),
        5 => format!("{} {} {count}", number(dice), order(dice)),
        6 => format!("{} {} {}", number(dice), order(dice), number(dice)),
        7 => format!("{count} in {}", list(dice, 1, number)),
        8 => format!("{name} {} {}", same(dice), word(dice)),
        9 => format!("{} {} {name}", word(dice), same(dice)),
        10 => format!("{name} in {}", list(dice, 1, word)),
        11 => format!("{} in {}", word(dice), list(dice, 0, word)),
        12 => format!("{} in {}", number(dice), list(dice, 0, number)),
        13 => format!("{} in {set}", word(dice)),
        14 => format!("told[\"{}\"]", dice.pick(COUNTRIES)),
        15 => format!("word_a {} word_b", same(dice)),
        16 => dice.pick(&["true", "false"]).to_owned(),
        17 => format!("num_a {} num_b", same(dice)),
        18 => format!("{name} in {set}"),
        _ => format!("many.exists(r, {})", of_record(dice, 2)),
    }
}

fn of_record(dice: &mut Dice, depth: usize) -> String {
    if depth > 0 && dice.percent(50) {
        let (left, right) = (of_record(dice, depth - 1), of_record(dice, depth - 1));
        return match dice.below(3) {
            0 => format!("({left}) && ({right})"),
            1 => format!("({left}) || ({right})"),
            _ => format!("!({left})"),
        };
    }
    match dice.below(5) {
        0 => "r.ok".to_owned(),
        1 => format!("r.kind {} {}", same(dice), word(dice)),
        2 => format!("r.kind in {}", list(dice, 1, word)),
        3 => format!("{} {} r.count", number(dice), order(dice)),
        _ => format!("r.count {} {}", order(dice), number(dice)),
    }
}

/// What a person's facts are, in both forms. What is not there is unknown, and undeclared in CEL.
#[derive(Default)]
struct Person {
    yaml: String,
    cel: Vec<(String, Value)>,
}

impl Person {
    fn knows(&mut self, name: &str, yaml: &str, value: Value) {
        self.yaml.push_str(&format!("{name}: {yaml}\n"));
        self.cel.push((name.to_owned(), value));
    }
}

fn text(word: &str) -> Value {
    Value::String(Arc::new(word.to_owned()))
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn random_person(dice: &mut Dice) -> Person {
    let mut person = Person::default();
    for name in ["yes_a", "yes_b", "yes_c"] {
        if dice.percent(70) {
            let yes = dice.percent(50);
            person.knows(name, yes_no(yes), Value::Bool(yes));
        }
    }
    for name in ["num_a", "num_b"] {
        if dice.percent(70) {
            let number = dice.below(7) as i64 - 3;
            person.knows(name, &number.to_string(), Value::Int(number));
        }
    }
    for name in ["word_a", "word_b"] {
        if dice.percent(70) {
            let word = dice.pick(WORDS);
            person.knows(name, word, text(word));
        }
    }
    for name in ["set_a", "set_b"] {
        if dice.percent(70) {
            let held: Vec<&str> = WORDS.iter().copied().filter(|_| dice.percent(40)).collect();
            let yaml = format!("{{ shown: [{}], complete: yes }}", held.join(", "));
            person.knows(
                name,
                &yaml,
                Value::List(Arc::new(held.into_iter().map(text).collect())),
            );
        }
    }
    let told: Vec<(&str, bool)> = COUNTRIES
        .iter()
        .filter_map(|country| match dice.below(5) {
            0 | 1 => None,
            told => Some((*country, told == 2 || dice.percent(20))),
        })
        .collect();
    if !told.is_empty() {
        let yaml: Vec<String> = told
            .iter()
            .map(|(c, yes)| format!("{c}: {}", yes_no(*yes)))
            .collect();
        let map: HashMap<String, bool> = told
            .iter()
            .map(|(c, yes)| ((*c).to_owned(), *yes))
            .collect();
        person.knows("told", &format!("{{ {} }}", yaml.join(", ")), map.into());
    }
    if dice.percent(70) {
        let records: Vec<(String, Value)> =
            (0..dice.below(4)).map(|_| random_record(dice)).collect();
        let yaml: Vec<&str> = records.iter().map(|(yaml, _)| yaml.as_str()).collect();
        let yaml = format!("{{ shown: [{}], complete: yes }}", yaml.join(", "));
        let values = records.iter().map(|(_, value)| value.clone()).collect();
        person.knows("many", &yaml, Value::List(Arc::new(values)));
    }
    person
}

fn random_record(dice: &mut Dice) -> (String, Value) {
    let mut yaml = Vec::new();
    let mut map: HashMap<String, Value> = HashMap::new();
    if dice.percent(80) {
        let word = dice.pick(WORDS);
        yaml.push(format!("kind: {word}"));
        map.insert("kind".to_owned(), text(word));
    }
    if dice.percent(80) {
        let number = dice.below(7) as i64 - 3;
        yaml.push(format!("count: {number}"));
        map.insert("count".to_owned(), Value::Int(number));
    }
    if dice.percent(80) {
        let yes = dice.percent(50);
        yaml.push(format!("ok: {}", yes_no(yes)));
        map.insert("ok".to_owned(), Value::Bool(yes));
    }
    (format!("{{ {} }}", yaml.join(", ")), map.into())
}

/// What the oracle says; whatever it cannot evaluate is unknown.
fn by_cel(program: &CelProgram, person: &Person) -> Truth {
    let mut context = Context::default();
    for (name, value) in &person.cel {
        context.add_variable_from_value(name.as_str(), value.clone());
    }
    match program.execute(&context) {
        Ok(Value::Bool(yes)) => Truth::from(yes),
        Ok(other) => panic!("a condition is yes or no, not {other:?}"),
        Err(_) => Truth::Unknown,
    }
}

#[test]
fn random_conditions_are_answered_as_cel_answers_them() {
    let mut conditions_read = 0;
    let mut checked = 0;
    let mut unknown = 0;
    for round in 0..rounds(110) {
        let mut dice = Dice::new(0xce1 + round as u64);
        let conditions: Vec<String> = (0..100).map(|_| condition(&mut dice, 3)).collect();
        let texts: Vec<&str> = conditions.iter().map(String::as_str).collect();
        let files = [
            ("vocabulary/v.yaml".to_owned(), facts_of_the_test()),
            ("sources/s.yaml".to_owned(), SOURCES.to_owned()),
            ("law/p.yaml".to_owned(), weighed("p", &texts)),
        ];
        let (library, complaints) = load(&files);
        no_complaints(&complaints);
        conditions_read += conditions.len();
        let program = Program::on(&library, today());
        let compiled: Vec<CelProgram> = texts
            .iter()
            .map(|text| CelProgram::compile(text).expect("it is CEL"))
            .collect();
        for _ in 0..2 {
            let somebody = random_person(&mut dice);
            let facts = person(&somebody.yaml, &library.vocabulary);
            let residual = Residual::of(&program, &library, &facts);
            for (index, condition) in conditions.iter().enumerate() {
                let ours = residual.truth(&program.rules[0].clauses[index].holds);
                let theirs = by_cel(&compiled[index], &somebody);
                assert_eq!(
                    ours, theirs,
                    "round {round}: {condition}\nwith\n{}",
                    somebody.yaml
                );
                checked += 1;
                unknown += usize::from(ours == Truth::Unknown);
            }
        }
    }
    println!("{conditions_read} conditions, {checked} answers compared, {unknown} of them unknown");
    assert!(conditions_read >= 10_000);
}
