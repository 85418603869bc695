//! The interval models that the law makes of the twelve detailed people: as the program has them, with
//! next to no chance known, and with chances drawn by a seed, so that their values are not all nothing
//! or one.
#![allow(dead_code, reason = "each test file uses a part of it")]

#[path = "../random/mod.rs"]
mod random;
#[path = "../../../law/tests/shipped/mod.rs"]
mod shipped;

use facts::Facts;
use law::{Day, Library, Program};
use random::Dice;
use routes::{
    Assumptions, Chance, Clock, Graph, Laying, Mark, Model, Outcome, Question, Standing, State,
    WHOLE, drn, graph, model_of,
};

/// The two questions, by the names that files have.
pub const QUESTIONS: [(&str, Question); 2] = [
    ("safe", Question::SAFE_AT_WORST),
    ("returned", Question::RETURNED_AT_WORST),
];

/// The law on the day of the demonstration, with the twelve.
pub struct Demonstration {
    pub library: Library,
    pub program: Program,
    pub people: Vec<(String, Facts)>,
}

impl Demonstration {
    /// Reads the shipped books and people anew.
    pub fn read() -> Demonstration {
        let (library, _) = shipped::library();
        let program = Program::on(&library, Day::of("2017-05-17".parse().expect("a day")));
        let people = shipped::people(&library, shipped::TWELVE);
        Demonstration {
            library,
            program,
            people,
        }
    }

    /// The graph of a person, by name.
    pub fn graph(&self, name: &str) -> Graph {
        let (_, facts) = self
            .people
            .iter()
            .find(|(person, _)| person == name)
            .expect("one of the twelve");
        graph(
            &self.library,
            &Clock::of_one_day(&self.program),
            facts,
            &Assumptions::default(),
            &Default::default(),
        )
    }
}

/// One model: whose, and by which seed its chances were drawn; by seed 0 it is the program's own.
pub struct Named {
    pub person: String,
    pub seed: u64,
    pub model: Model,
}

impl Named {
    pub fn of(person: &str, graph: &Graph, seed: u64) -> Named {
        Named {
            person: person.to_owned(),
            seed,
            model: match seed {
                0 => model_of(graph).expect("a graph is a model"),
                // Two people may have the same graph; their chances still differ.
                seed => drawn(graph, fingerprint(person) ^ seed),
            },
        }
    }

    /// `person.seed.fingerprint`: what was answered of one law is not taken for an answer of another.
    pub fn name(&self) -> String {
        let text = drn::write_intervals(&self.model, 0);
        format!("{}.{}.{:016x}", self.person, self.seed, fingerprint(&text))
    }

    /// The model as Storm takes it, with no chance that may be nothing.
    pub fn for_storm(&self) -> String {
        drn::write_intervals(&self.model, 1)
    }
}

/// FNV-1a: nobody forges a law here, it only changes.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The same states and actions with drawn chances. To wait on the way is drawn as a danger too:
/// whoever could wait for ever without any would never be returned, and the second question would
/// always have the answer 0.
fn drawn(graph: &Graph, seed: u64) -> Model {
    let own = model_of(graph).expect("a graph is a model");
    let returned = (0..own.states() as State).find(|s| own.mark(*s) == Mark::Returned);
    let mut dice = Dice::new(seed);
    let mut laying = Laying::default();
    for state in 0..own.states() as State {
        let hunted = graph.nodes[state as usize].standing == Standing::OnTheWay;
        let of_action = |action: usize| {
            let to: Vec<State> = own.outcomes_in(action).map(|o| o.to).collect();
            match (&to[..], returned) {
                ([only], Some(returned)) if *only == state && hunted => {
                    waiting(&mut dice, state, returned)
                }
                _ => chances(&mut dice, &to),
            }
        };
        let actions: Vec<Vec<Outcome>> = own.actions_of(state).map(of_action).collect();
        laying.state(own.mark(state), actions.iter().map(Vec::as_slice));
    }
    laying.done().expect("a sound model")
}

/// To be found while waiting: between one and some ten per cent each time, or never known.
fn waiting(dice: &mut Dice, state: State, returned: State) -> Vec<Outcome> {
    let lo = dice.below(50_000);
    let found = between(lo, lo + 10_000 + dice.below(50_000));
    let found = if dice.below(4) == 0 {
        Chance::UNKNOWN
    } else {
        found
    };
    vec![
        Outcome {
            to: state,
            chance: Chance::UNKNOWN,
        },
        Outcome {
            to: returned,
            chance: found,
        },
    ]
}

/// Weights as points, some of them known exactly and most not; of every fifth action, and of every
/// eighth outcome beside, nothing is known.
fn chances(dice: &mut Dice, to: &[State]) -> Vec<Outcome> {
    let of = |to: State, chance: Chance| Outcome { to, chance };
    if to.len() == 1 {
        return vec![of(to[0], Chance::CERTAIN)];
    }
    if dice.below(5) == 0 {
        return to.iter().map(|to| of(*to, Chance::UNKNOWN)).collect();
    }
    let weights: Vec<u32> = to.iter().map(|_| 1 + dice.below(1_000)).collect();
    let sum: u32 = weights.iter().sum();
    let half = 1 + dice.below(100_000);
    to.iter()
        .zip(weights)
        .map(|(to, weight)| {
            let point = u64::from(weight) * u64::from(WHOLE) / u64::from(sum);
            let point = u32::try_from(point).expect("a part");
            let known = between(point.saturating_sub(half), (point + half).min(WHOLE));
            let nothing = dice.below(8) == 0;
            of(*to, if nothing { Chance::UNKNOWN } else { known })
        })
        .collect()
}

fn between(lo: u32, hi: u32) -> Chance {
    Chance::between(lo, hi).expect("in order")
}
