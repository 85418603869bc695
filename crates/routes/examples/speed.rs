//! How long a large model takes to read and to solve, and how much memory that needs.
//!
//! `cargo run --release -p routes --example speed -- make MODEL STATES FILE` writes a model as DRN, for
//! another checker to read too; `… measure FILE ROUNDS` reads and solves it so many times. The models:
//!
//! * `loop`: 3 of 100 states lead back, as far as to the first; nearly all states are one loop.
//! * `layers-0`, `layers-3`, `layers-60`: of 100 states so many have one step back, as far as steps lead
//!   forward.
//! * `unknown`: as `layers-3`, and of every fifth action nothing is known.
//!
//! `STATES FILE` alone does both with `loop`.

#[path = "../tests/random/mod.rs"]
mod random;

use random::Dice;
use routes::{Chance, Laying, Mark, Model, Outcome, Question, WHOLE, drn, solve};
use std::fs::{self, File};
use std::io::BufReader;
use std::time::{Duration, Instant};
use std::{env, process, thread};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["make", kind, states, file] => make(kind, states, file),
        ["measure", file, rounds] => measure(file, rounds.parse().expect("ROUNDS")),
        [states, file] => {
            make("loop", states, file);
            measure(file, 3);
        }
        _ => {
            eprintln!("make MODEL STATES FILE, or measure FILE ROUNDS");
            process::exit(2);
        }
    }
}

fn make(kind: &str, states: &str, file: &str) {
    let kind = match kind {
        "loop" => Kind::Loop,
        "layers-0" => Kind::layers(0, 0),
        "layers-3" => Kind::layers(3, 0),
        "layers-60" => Kind::layers(60, 0),
        "unknown" => Kind::layers(3, 20),
        _ => panic!("no such model: {kind}"),
    };
    let model = model(kind, states.parse().expect("STATES"));
    // Storm refuses chances that may be nothing: they are raised to a millionth.
    fs::write(file, drn::write_intervals(&model, 1)).expect("written");
}

fn measure(file: &str, rounds: usize) {
    let (model, took) = timed(rounds, || {
        let text = BufReader::with_capacity(1 << 16, File::open(file).expect("a file"));
        drn::read_from(text).expect("a model")
    });
    println!("{} states, {} outcomes", model.states(), model.outcomes());
    println!("read: {took}");
    for (name, question) in [
        ("safe at worst", Question::SAFE_AT_WORST),
        ("returned at worst", Question::RETURNED_AT_WORST),
    ] {
        let (answer, took) = timed(rounds, || solve(&model, question));
        println!(
            "{name}: {took}, between {:.9} and {:.9}{}",
            answer.at_least(0),
            answer.at_most(0),
            if answer.proved { "" } else { ", not proved" }
        );
    }
    if let Some(most) = most_memory() {
        println!("memory: {most} MB");
    }
}

/// What a run gave, and how long the shortest of some took.
fn timed<T>(rounds: usize, run: impl Fn() -> T) -> (T, String) {
    let mut least = f64::INFINITY;
    let mut found = None;
    for _ in 0..rounds.max(1) {
        // What the round before gave is gone before it is made anew.
        drop(found.take());
        let (begun, clock) = (on_processor(), Instant::now());
        found = Some(run());
        let took = match (begun, on_processor()) {
            (Some(begun), Some(ended)) => ended.saturating_sub(begun),
            _ => clock.elapsed(),
        };
        least = least.min(took.as_secs_f64());
    }
    (found.expect("one round at least"), format!("{least:.4} s"))
}

/// How long this thread has had a processor, where the system tells: on a machine that others use too a
/// clock would count their work.
fn on_processor() -> Option<Duration> {
    // The system counts when a thread gives way.
    thread::yield_now();
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = text.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// The most memory that this process ever had, in megabytes, where the system tells.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1024)
}

/// Which states lead back, and how far; of how many actions nothing is known.
#[derive(Clone, Copy)]
enum Kind {
    /// Each outcome of 3 of 100 states leads back to anywhere, every sixth time.
    Loop,
    /// Of 100 states so many have one outcome that leads back; of 100 actions so many are unknown.
    Layers { back: u32, unknown: u32 },
}

impl Kind {
    fn layers(back: u32, unknown: u32) -> Kind {
        Kind::Layers { back, unknown }
    }
}

/// Layers with jumps forward over up to an eighth of the states, six actions a state, two to four
/// outcomes an action; every action may end in the hands of the persecutor.
fn model(kind: Kind, states: u32) -> Model {
    let mut dice = Dice::new(17);
    let mut laying = Laying::default();
    let inner = states - 2;
    for state in 0..inner {
        let leads_back = match kind {
            Kind::Loop => dice.below(100) < 3,
            Kind::Layers { back, .. } => dice.below(100) < back,
        };
        let of_one = dice_action(kind, leads_back, &mut dice);
        let actions: Vec<Vec<Outcome>> = (0..6)
            .map(|number| {
                let back = match kind {
                    Kind::Loop if leads_back => Back::Anywhere,
                    Kind::Layers { .. } if of_one == Some(number) => Back::Once,
                    _ => Back::Never,
                };
                let to = leads_to(&mut dice, state, inner, back);
                match kind {
                    Kind::Layers { unknown, .. } if unknown > 0 && dice.below(100) < unknown => {
                        let nothing_known = |to| Outcome {
                            to,
                            chance: Chance::UNKNOWN,
                        };
                        to.into_iter().map(nothing_known).collect()
                    }
                    _ => weighed(&mut dice, to),
                }
            })
            .collect();
        laying.state(Mark::OnTheWay, actions.iter().map(Vec::as_slice));
    }
    laying.state(Mark::Safe, []);
    laying.state(Mark::Returned, []);
    laying.done().expect("a sound model")
}

/// Which action of a state of layers leads back.
fn dice_action(kind: Kind, leads_back: bool, dice: &mut Dice) -> Option<u32> {
    match kind {
        Kind::Layers { .. } if leads_back => Some(dice.below(6)),
        Kind::Layers { .. } | Kind::Loop => None,
    }
}

/// How an action leads back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Back {
    Never,
    /// One outcome, as far as the others lead forward.
    Once,
    /// Every sixth outcome, as far as to the first state.
    Anywhere,
}

fn leads_to(dice: &mut Dice, state: u32, inner: u32, back: Back) -> Vec<u32> {
    let mut to = vec![inner + 1];
    if back == Back::Once {
        to.push(state - dice.below((inner / 8 + 1).min(state + 1)));
    }
    let wanted = 2 + dice.below(3) as usize;
    while to.len() < wanted {
        let jump = 1 + dice.below(inner / 8 + 1);
        let next = if back == Back::Anywhere && dice.below(6) == 0 {
            dice.below(state + 1)
        } else {
            (state + jump).min(inner)
        };
        if to.contains(&next) {
            break;
        }
        to.push(next);
    }
    if to.len() == 1 {
        to.push(inner);
    }
    to
}

/// Chances around a random point, the persecutor's the smallest.
fn weighed(dice: &mut Dice, to: Vec<u32>) -> Vec<Outcome> {
    let weight = |place: usize, dice: &mut Dice| match place {
        0 => 1 + dice.below(60),
        _ => 200 + dice.below(800),
    };
    let weights: Vec<u32> = (0..to.len()).map(|place| weight(place, dice)).collect();
    let sum: u32 = weights.iter().sum();
    let half = 5_000 + dice.below(100_000);
    let outcome = |(to, weight): (u32, u32)| {
        let point = (u64::from(weight) * u64::from(WHOLE) / u64::from(sum)) as u32;
        let (lo, hi) = (point.saturating_sub(half).max(1), (point + half).min(WHOLE));
        let chance = Chance::between(lo, hi).expect("in order");
        Outcome { to, chance }
    };
    to.into_iter().zip(weights).map(outcome).collect()
}
