//! The same decisions by other engines, in one run: nanoseconds a decision, and what each says
//! where facts are not known.
//!
//! `cargo run --release -- [FORMULAS.json]` prints a table; with a path it also
//! writes the formulas and the people down, for `vectors.py`.

mod formula;
#[path = "../../crates/law/tests/shipped/mod.rs"]
mod shipped;

use cel::{Context, Program as CelProgram, Value as CelValue};
use datalogic_rs::{Engine, Logic, bumpalo::Bump};
use facts::{Facts, Truth};
use formula::Formula;
use law::{Code, Day, Library, Planes, Program, Residual, word};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

/// So many people at once, as copies of those who were read.
const MANY: usize = 4_096;

fn main() {
    let (library, complaints) = shipped::library();
    assert!(complaints.is_empty(), "the books are whole");
    let people = shipped::people(&library, shipped::TWELVE);
    let people = people.into_iter().map(|(_, facts)| facts).collect();
    let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
    let run = Run::new(&library, &program, people);
    if let Some(path) = env::args().nth(1) {
        fs::write(path, run.written().to_string()).expect("the formulas can be written");
    }
    run.print();
}

/// What one engine says of a rule: yes, no, or nothing.
type Said = Option<bool>;

struct Run<'p> {
    library: &'p Library,
    program: &'p Program,
    people: Vec<Facts>,
    rules: Vec<Formula>,
    known: Vec<Vec<(String, bool)>>,
    /// What the law says, exactly: three-valued, one row a person.
    truth: Vec<Vec<Truth>>,
}

impl<'p> Run<'p> {
    fn new(library: &'p Library, program: &'p Program, people: Vec<Facts>) -> Run<'p> {
        let truth_of = |facts: &Facts| {
            let residual = Residual::of(program, library, facts);
            program
                .rules
                .iter()
                .map(|rule| residual.truth(&rule.granted))
                .collect()
        };
        Run {
            library,
            program,
            rules: formula::rules(program),
            known: people
                .iter()
                .map(|facts| formula::person(program, facts))
                .collect(),
            truth: people.iter().map(truth_of).collect(),
            people,
        }
    }

    fn decisions(&self) -> usize {
        self.people.len() * self.rules.len()
    }

    fn print(&self) {
        println!(
            "{} people, {} rules of 17 May 2017, one thread",
            self.people.len(),
            self.rules.len()
        );
        let (planes, share) = self.planes();
        let one = self.one_by_one();
        let (cel, said_by_cel) = self.cel();
        let (logic, said_by_logic) = self.json_logic();
        let line = |name: &str, ns: f64, said: Option<&[Vec<Said>]>| {
            let (ungrounded, opened, silent) =
                said.map_or((0.0, 0.0, 0.0), |said| self.faults(said));
            println!(
                "{name:<34} {ns:>10.2} ns  {:>9.0} x  {ungrounded:>6.1} %  {opened:>6.1} %  {silent:>6.1} %",
                ns / planes
            );
        };
        println!(
            "{:<34} {:>13}  {:>11}  {:>8}  {:>8}  {:>8}",
            "engine", "a decision", "of planes", "unfounded", "as open", "needless"
        );
        line(&format!("safeconduct, {MANY} from planes"), planes, None);
        line("safeconduct, one by one, the word", one, None);
        line("cel, compiled", cel, Some(&said_by_cel));
        line(
            "datalogic-rs (JSONLogic), compiled",
            logic,
            Some(&said_by_logic),
        );
        println!("planes against copying the same bytes: {share:.1} %");
    }

    /// Per cent of the undecided cases in which an engine is sure; in which it is sure of *open*; and
    /// per cent of the decided ones in which it says nothing.
    fn faults(&self, said: &[Vec<Said>]) -> (f64, f64, f64) {
        let (mut undecided, mut sure, mut open, mut decided, mut silent) =
            (0.0, 0.0, 0.0, 0.0, 0.0);
        for (truth, said) in self.truth.iter().flatten().zip(said.iter().flatten()) {
            if *truth == Truth::Unknown {
                undecided += 1.0;
                sure += f64::from(u8::from(said.is_some()));
                open += f64::from(u8::from(*said == Some(true)));
            } else {
                decided += 1.0;
                silent += f64::from(u8::from(said.is_none()));
            }
        }
        (
            100.0 * sure / undecided,
            100.0 * open / undecided,
            100.0 * silent / decided,
        )
    }

    /// Nanoseconds a decision, and how near that comes to copying the same bytes.
    fn planes(&self) -> (f64, f64) {
        let many: Vec<Facts> = (0..MANY)
            .map(|i| self.people[i % self.people.len()].clone())
            .collect();
        let (planes, code) = (Planes::of(self.program, &many), Code::of(self.program));
        let took = fastest(|| drop(black_box(planes.decide(&code))));
        // Two bits for each atom that a rule asks are read, and two for each rule written, for everybody.
        let asked: BTreeSet<law::AtomId> = self
            .program
            .rules
            .iter()
            .flat_map(|rule| {
                rule.granted
                    .atoms()
                    .into_iter()
                    .chain(rule.without_secret_bars.atoms())
            })
            .collect();
        let bytes = (asked.len() + self.rules.len()) * 2 * MANY / 8;
        let (from, mut to) = (vec![1_u8; bytes], vec![0_u8; bytes]);
        let copied = fastest(|| black_box(&mut to).copy_from_slice(black_box(&from)));
        let decisions = (MANY * self.rules.len()) as f64;
        (
            nanoseconds(took) / decisions,
            100.0 * copied.as_secs_f64() / took.as_secs_f64(),
        )
    }

    fn one_by_one(&self) -> f64 {
        let residuals: Vec<Residual> = self
            .people
            .iter()
            .map(|facts| Residual::of(self.program, self.library, facts))
            .collect();
        let took = fastest(|| {
            for residual in &residuals {
                for rule in &self.program.rules {
                    black_box(word(residual, rule));
                }
            }
        });
        nanoseconds(took) / self.decisions() as f64
    }

    fn cel(&self) -> (f64, Vec<Vec<Said>>) {
        let programs: Vec<CelProgram> = self
            .rules
            .iter()
            .map(|rule| CelProgram::compile(&rule.cel()).expect("it is CEL"))
            .collect();
        let contexts: Vec<Context> = self
            .known
            .iter()
            .map(|known| {
                let mut context = Context::default();
                for (name, yes) in known {
                    context.add_variable_from_value(name.as_str(), CelValue::Bool(*yes));
                }
                context
            })
            .collect();
        let answer = |program: &CelProgram, context: &Context| match program.execute(context) {
            Ok(CelValue::Bool(yes)) => Some(yes),
            _ => None,
        };
        let said = contexts
            .iter()
            .map(|context| {
                programs
                    .iter()
                    .map(|program| answer(program, context))
                    .collect()
            })
            .collect();
        let took = fastest(|| {
            for context in &contexts {
                for program in &programs {
                    black_box(answer(program, context));
                }
            }
        });
        (nanoseconds(took) / self.decisions() as f64, said)
    }

    fn json_logic(&self) -> (f64, Vec<Vec<Said>>) {
        let engine = Engine::new();
        let rules: Vec<Logic> = self
            .rules
            .iter()
            .map(|rule| {
                engine
                    .compile(rule.json_logic().to_string().as_str())
                    .expect("it is JSONLogic")
            })
            .collect();
        let data: Vec<Value> = self
            .known
            .iter()
            .map(|known| {
                known
                    .iter()
                    .map(|(name, yes)| (name.clone(), json!(yes)))
                    .collect()
            })
            .collect();
        let arena = Bump::new();
        // Each person's data is read into the engine's own form once.
        let whole = engine.compile(r#"{"var": ""}"#).expect("it is JSONLogic");
        let data: Vec<&datalogic_rs::DataValue> = data
            .iter()
            .map(|data| engine.evaluate(&whole, data, &arena).expect("data"))
            .collect();
        let mut bump = Bump::new();
        let mut said = Vec::new();
        for data in &data {
            let mut row = Vec::new();
            for rule in &rules {
                row.push(
                    engine
                        .evaluate(rule, *data, &bump)
                        .ok()
                        .and_then(|value| value.as_bool())
                        .or(Some(false)),
                );
            }
            bump.reset();
            said.push(row);
        }
        let took = fastest(|| {
            for data in &data {
                for rule in &rules {
                    let _ = black_box(engine.evaluate(rule, *data, &bump));
                }
                bump.reset();
            }
        });
        (nanoseconds(took) / self.decisions() as f64, said)
    }

    /// The formulas, what is known of each person, and the exact answers, for other languages.
    fn written(&self) -> Value {
        let word = |truth: &Truth| match truth {
            Truth::True => json!(true),
            Truth::False => json!(false),
            Truth::Unknown => Value::Null,
        };
        let people: Vec<Value> = self
            .known
            .iter()
            .map(|known| known.iter().cloned().collect())
            .collect();
        json!({
            "many": MANY,
            "variables": self.program.atoms.len(),
            "rules": self.rules.iter().map(Formula::json_logic).collect::<Vec<_>>(),
            "people": people,
            "truth": self.truth.iter().map(|row| row.iter().map(word).collect::<Vec<_>>()).collect::<Vec<_>>(),
        })
    }
}

/// The shortest of many runs, for at least half a second.
fn fastest(mut run: impl FnMut()) -> Duration {
    let (begun, mut best) = (Instant::now(), Duration::MAX);
    while begun.elapsed() < Duration::from_millis(700) {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed());
    }
    best
}

fn nanoseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e9
}
