//! The models that the law makes of the twelve, as the program has them and with drawn chances: against
//! Storm, and against plain iteration over the plan and the nature that prove each value.

mod law_models;

use law_models::{Demonstration, Named, QUESTIONS};
use routes::{Mark, Model, Nature, Question, State, WHOLE, drn, pair, solve};
use std::collections::BTreeMap;
use std::io::{Write, stderr};

/// People with few situations: their models stand in for the twelve between two long runs.
const HANDFUL: [&str; 4] = ["idris", "rasul", "seda", "yunus"];
/// By seed 0 a model is the program's own.
const SEEDS: std::ops::RangeInclusive<u64> = 0..=2;
/// A fraction of Storm as a decimal is off by no more than this.
const ROUNDED: f64 = 1e-12;
/// On intervals Storm iterates, and stops where little moves.
const NEAR: f64 = 1e-6;

/// Values of Storm by the person and the seed of the model: its name, the question, the file, the value.
type Answers<'a> = BTreeMap<(&'a str, u64), Vec<(&'a str, &'a str, &'a str, f64)>>;

fn answers(text: &str) -> Answers<'_> {
    let mut found = Answers::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [name, question, file, value] = cells[..] else {
            panic!("{line}");
        };
        let parts: Vec<&str> = name.split('.').collect();
        let [person, seed, _] = parts[..] else {
            panic!("{line}");
        };
        let whose = (person, seed.parse().expect("a seed"));
        let value = value.parse().expect("a value");
        found
            .entry(whose)
            .or_default()
            .push((name, question, file, value));
    }
    found
}

/// How far a value of Storm lies outside the proved bounds, and from the value between them.
fn distance(named: &Named, question: &str, file: &str, value: f64) -> (f64, f64) {
    let (_, question) = QUESTIONS
        .into_iter()
        .find(|(name, _)| *name == question)
        .expect("one of two questions");
    let answer = match file {
        "plan" | "nature" => solve(&named.model, question),
        // Storm refuses chances that may be nothing: it is asked of a model that is nearly this one.
        "intervals" => solve(
            &drn::read(&named.for_storm()).expect("it was just written"),
            question,
        ),
        _ => panic!("no file is called {file}"),
    };
    assert!(answer.proved, "{}", named.name());
    let outside = (answer.at_least(0) - value).max(value - answer.at_most(0));
    (outside, (answer.value(0) - value).abs())
}

/// What is said is seen although the test passes: capturing holds back only what is printed.
fn say(sentence: &str) {
    writeln!(stderr(), "{sentence}").expect("standard error is there");
}

#[test]
fn the_laws_models_have_the_values_that_storm_gave_them() {
    // The long run asks Storm anew, of all twelve.
    let anew = std::env::var("SAFECONDUCT_STORM_LAW").ok();
    let text = match &anew {
        Some(path) => std::fs::read_to_string(path).expect("answers of Storm"),
        None => include_str!("data/storm-law-answers.csv").to_owned(),
    };
    let demonstration = Demonstration::read();
    let (mut checked, mut changed, mut worst) = (0, 0, 0.0_f64);
    let mut graphs = BTreeMap::new();
    for ((person, seed), lines) in answers(&text) {
        let graph = graphs
            .entry(person)
            .or_insert_with(|| demonstration.graph(person));
        let named = Named::of(person, graph, seed);
        let own_name = named.name();
        for (name, question, file, value) in lines {
            if name != own_name {
                changed += 1;
                continue;
            }
            let (outside, from) = distance(&named, question, file, value);
            let allowed = if file == "intervals" { NEAR } else { ROUNDED };
            assert!(
                outside <= allowed && from <= NEAR,
                "{name} {question} {file}: {value} is {outside:e} outside, {from:e} away"
            );
            worst = worst.max(from);
            checked += 1;
        }
    }
    say(&format!(
        "{checked} values of Storm for models of the law, {worst:.1e} away at most"
    ));
    if changed > 0 {
        say(&format!(
            "{changed} stored values of Storm are of other models than the law makes today and were not compared: \
             those models rest on plain iteration until `./test --long` asks anew, see CONTRIBUTING.md"
        ));
    }
    // Nature and intervals for two questions each; the plan too, unless it has too many corners.
    let models = match anew {
        Some(_) => 12 * 6,
        None => HANDFUL.len() * SEEDS.count(),
    };
    let found = checked + changed;
    assert!((models * 4..=models * 6).contains(&found), "{found}");
    assert!(
        anew.is_none() || changed == 0,
        "Storm was asked of other models"
    );
}

/// An ordinary model as its file has it, by a reader of our own.
#[derive(Default)]
struct Ordinary {
    /// What stands beside the number of a state.
    marks: Vec<Vec<String>>,
    /// The rows of each state: where to, and with what chance.
    rows: Vec<Vec<Row>>,
}

type Row = Vec<(usize, f64)>;

fn ordinary(text: &str) -> Ordinary {
    let mut model = Ordinary::default();
    let (_, body) = text.split_once("@model\n").expect("a model");
    for line in body.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match &words[..] {
            ["state", _, marks @ ..] => {
                model
                    .marks
                    .push(marks.iter().map(|m| m.to_string()).collect());
                model.rows.push(Vec::new());
            }
            ["action", _] => model.rows.last_mut().expect("a state").push(Row::new()),
            [to, ":", chance] => {
                let outcome = (
                    to.parse().expect("a state"),
                    chance.parse().expect("a chance"),
                );
                let rows = model.rows.last_mut().expect("a state");
                rows.last_mut().expect("an action").push(outcome);
            }
            _ => panic!("{line}"),
        }
    }
    model
}

fn of_row(row: &Row, values: &[f64]) -> f64 {
    row.iter().map(|(to, chance)| chance * values[*to]).sum()
}

fn liked(by: Nature, values: impl Iterator<Item = f64>) -> f64 {
    match by {
        Nature::Most => values.fold(0.0, f64::max),
        Nature::Least => values.fold(1.0, f64::min),
    }
}

/// The chance of ever reaching the mark from each state, from nothing upwards, when somebody chooses
/// among the rows.
fn iterated(model: &Ordinary, mark: &str, chooses: Nature) -> Vec<f64> {
    let has = |state: usize, mark: &str| model.marks[state].iter().any(|own| own == mark);
    let count = model.rows.len();
    let mut values: Vec<f64> = (0..count)
        .map(|s| f64::from(u8::from(has(s, mark))))
        .collect();
    for _ in 0..100_000 {
        let mut moved = 0.0_f64;
        for state in (0..count).rev() {
            if has(state, "safe") || has(state, "returned") {
                continue;
            }
            let found = liked(
                chooses,
                model.rows[state].iter().map(|row| of_row(row, &values)),
            );
            moved = moved.max(found - values[state]);
            values[state] = found;
        }
        if moved < 1e-13 {
            return values;
        }
    }
    panic!("it still moves");
}

/// Every row of a fixed nature lies within what is known of its action's chances.
fn nature_keeps_to_what_is_known(model: &Model, nature: &Ordinary) {
    for state in 0..model.states() as State {
        let rows = &nature.rows[state as usize];
        let actions = model.actions_of(state);
        assert_eq!(rows.len(), actions.len().max(1), "{state}");
        for (row, action) in rows.iter().zip(actions) {
            let mut given: BTreeMap<usize, f64> = row.iter().copied().collect();
            for outcome in model.outcomes_in(action) {
                let chance = given.remove(&(outcome.to as usize)).unwrap_or(0.0);
                let millionths = (chance * f64::from(WHOLE)).round();
                let (lo, hi) = (outcome.chance.lo(), outcome.chance.hi());
                assert!(
                    (f64::from(lo)..=f64::from(hi)).contains(&millionths),
                    "{state}"
                );
            }
            assert!(given.is_empty(), "{state}");
            assert!((row.iter().map(|(_, chance)| chance).sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}

/// The rows of a fixed plan are one action's in each state, and nature has no better answer than they.
fn plan_leaves_nature_nothing_more(
    model: &Model,
    choices: &[Option<u32>],
    plan: &Ordinary,
    values: &[f64],
    nature: Nature,
) {
    for state in 0..model.states() as State {
        let at = state as usize;
        let Some(action) = choices[at].map(|action| action as usize) else {
            assert_eq!(plan.rows[at], [[(at, 1.0)]], "{state}");
            continue;
        };
        assert!(model.actions_of(state).contains(&action), "{state}");
        let written = liked(nature, plan.rows[at].iter().map(|row| of_row(row, values)));
        let possible = by_greed(model, action, values, nature);
        assert!(
            (written - possible).abs() <= 1e-9,
            "{state}: {written}, {possible}"
        );
    }
}

/// What nature makes of an action: the lower ends, and the rest to what it likes best.
fn by_greed(model: &Model, action: usize, values: &[f64], nature: Nature) -> f64 {
    let mut outcomes: Vec<(f64, f64, f64)> = model
        .outcomes_in(action)
        .map(|o| (values[o.to as usize], o.chance.ends()))
        .map(|(value, (lo, hi))| (value, lo, hi - lo))
        .collect();
    outcomes.sort_by(|a, b| match nature {
        Nature::Least => a.0.total_cmp(&b.0),
        Nature::Most => b.0.total_cmp(&a.0),
    });
    let mut free = 1.0 - outcomes.iter().map(|(_, lo, _)| lo).sum::<f64>();
    let mut sum = 0.0;
    for (value, lo, room) in outcomes {
        let given = room.min(free);
        sum += (lo + given) * value;
        free -= given;
    }
    sum
}

#[test]
fn a_fixed_plan_and_a_fixed_nature_meet_in_the_value_by_plain_iteration() {
    let demonstration = Demonstration::read();
    let (mut met, mut between) = (0, 0);
    for person in HANDFUL {
        let graph = demonstration.graph(person);
        for seed in SEEDS {
            let named = Named::of(person, &graph, seed);
            for (mark, question) in QUESTIONS {
                let value = proved_by_iteration(&named.model, mark, question);
                between += usize::from(value > 1e-3 && value < 1.0 - 1e-3);
                met += 1;
            }
        }
    }
    say(&format!(
        "{met} values of models of the law by plain iteration, {between} of them neither 0 nor 1"
    ));
    // Where anything is known, values are neither nothing nor one.
    assert!(between * 3 >= met * 2, "{between} of {met}");
}

fn proved_by_iteration(model: &Model, mark: &str, question: Question) -> f64 {
    assert!(matches!(question.mark, Mark::Safe | Mark::Returned));
    let answer = solve(model, question);
    let pair = pair(model, question, &answer);
    let plan = ordinary(
        &pair
            .plan
            .expect("few outcomes: otherwise take another into the handful"),
    );
    let nature = ordinary(&pair.nature);
    let of_plan = iterated(&plan, mark, question.nature);
    let of_nature = iterated(&nature, mark, question.person);
    nature_keeps_to_what_is_known(model, &nature);
    plan_leaves_nature_nothing_more(model, &answer.choices, &plan, &of_plan, question.nature);
    for value in [of_plan[0], of_nature[0]] {
        let (least, most) = (answer.at_least(0) - 1e-9, answer.at_most(0) + 1e-9);
        assert!(
            (least..=most).contains(&value),
            "{mark}: {least}..{most}, {value}"
        );
    }
    of_plan[0]
}
