//! How many questions until a person's list is settled, and what they leak and hurt,
//! for three orders of asking: the law's own, the vocabulary's order, and chance.
//!
//! `cargo run --release -p law --example settling`: one measure a line.
//!
//! The answers of an invented person who has not been asked are drawn by a fixed seed, three
//! times each. A keyed fact is one question; the usual bars together are one; the topic of a
//! heavy sitting is asked when its turn comes, in a new sitting.

#[path = "../tests/shipped/mod.rs"]
mod shipped;
#[path = "../tests/support/mod.rs"]
mod support;

use facts::{
    Date, Fact, FactId, Facts, FieldType, Known, PartialDate, Recorded, Scalar, Span, Topic, Type,
    add_span,
};
use law::{Day, Library, Program, Question, Residual, Sitting, next_topic, questions, verdicts};
use std::collections::BTreeSet;
use support::Dice;

/// Answers drawn by a fixed seed: the figures are the same on every machine.
struct Chance(Dice);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0.below(limit)
    }

    fn value(&mut self, of: &FieldType) -> Scalar {
        match of {
            FieldType::Bool => Scalar::Bool(self.below(2) == 0),
            FieldType::Number => Scalar::Number(self.below(2_000) as i64),
            FieldType::Date => {
                let day = add_span(
                    Date::constant(1985, 1, 1),
                    Span::Days(self.below(14_000) as i32),
                );
                Scalar::Date(PartialDate::from(day))
            }
            FieldType::Country => {
                let known = ["RUS", "GEO", "TUR", "UKR"];
                Scalar::Country(
                    known[self.below(known.len())]
                        .parse()
                        .expect("a country code"),
                )
            }
            FieldType::Text => Scalar::Text("text".into()),
            FieldType::Enum(values) => Scalar::Text(
                values
                    .keys()
                    .nth(self.below(values.len()))
                    .cloned()
                    .unwrap_or_default(),
            ),
        }
    }

    fn answer(&mut self, fact: &Fact) -> Recorded {
        match &fact.of {
            Type::One(of) => Recorded::One(Known::Value(self.value(of))),
            Type::Set(of) => {
                let shown: BTreeSet<Scalar> = (0..self.below(2)).map(|_| self.value(of)).collect();
                Recorded::Set {
                    shown,
                    denied: BTreeSet::new(),
                    complete: true,
                }
            }
            Type::List(_) => Recorded::List {
                records: Vec::new(),
                complete: true,
            },
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Order {
    Law,
    Listed,
    Chance,
}

/// Questions asked, and the leak and pain of all of them.
#[derive(Default)]
struct Tally {
    questions: usize,
    leak: usize,
    pain: usize,
}

fn settle(library: &Library, program: &Program, person: &Facts, order: Order, seed: u64) -> Tally {
    let (mut facts, mut tally) = (person.clone(), Tally::default());
    let (mut chance, mut order_chance) =
        (Chance(Dice::new(seed)), Chance(Dice::new(seed ^ 0xabcd)));
    let (mut sitting, mut bars_asked) = (Sitting::default(), false);
    loop {
        let residual = Residual::of(program, library, &facts);
        let judged = verdicts(program, library, &residual, &facts);
        let mut open = questions(library, &judged);
        open.retain(|question| !sitting.passed.contains(&question.fact));
        let Some(next) = pick(
            library,
            &judged,
            open,
            order,
            &mut sitting,
            &mut order_chance,
        ) else {
            return tally;
        };
        let Some(fact) = library.vocabulary.get(&next.fact.0) else {
            return tally;
        };
        if fact.topic != Topic::Bars || !bars_asked {
            tally.questions += 1;
            bars_asked |= fact.topic == Topic::Bars;
        }
        tally.leak += usize::from(fact.leak);
        tally.pain += usize::from(fact.pain);
        sitting.topics.push(fact.topic);
        sitting.passed.insert(fact.id.clone());
        record(&mut facts, fact, library, &mut chance);
    }
}

fn record(facts: &mut Facts, fact: &Fact, library: &Library, chance: &mut Chance) {
    let keys: Vec<Option<String>> = if fact.keyed {
        let areas = library.areas.keys().map(|area| format!("area.{area}"));
        library
            .countries
            .iter()
            .map(|code| code.to_string())
            .chain(areas)
            .map(Some)
            .collect()
    } else {
        vec![None]
    };
    for key in keys {
        let known = facts
            .get(&fact.id, key.as_deref())
            .and_then(Recorded::value)
            .is_some();
        if !known {
            let answer = chance.answer(fact);
            facts.set(FactId(fact.id.0.clone()), key.as_deref(), answer, None);
        }
    }
}

fn pick(
    library: &Library,
    judged: &[law::Verdict],
    mut open: Vec<Question>,
    order: Order,
    sitting: &mut Sitting,
    chance: &mut Chance,
) -> Option<Question> {
    if open.is_empty() {
        return None;
    }
    let place = |question: &Question| {
        library
            .vocabulary
            .get(&question.fact.0)
            .map_or(usize::MAX, |fact| fact.order)
    };
    match order {
        Order::Chance => Some(open.swap_remove(chance.below(open.len()))),
        Order::Listed => open.into_iter().min_by_key(place),
        Order::Law => {
            let chosen = next_topic(library, judged, sitting).or_else(|| {
                // Only a heavy topic is left: another sitting, opened by a light question.
                *sitting = Sitting {
                    topics: vec![Topic::Place],
                    ..Sitting::default()
                };
                next_topic(library, judged, sitting)
            });
            // Within the topic the most telling first: what it decides may spare the rest.
            chosen.and_then(|(_, questions)| {
                questions
                    .into_iter()
                    .max_by(|a, b| a.worth().total_cmp(&b.worth()))
            })
        }
    }
}

fn median(mut figures: Vec<usize>) -> usize {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let (library, _) = shipped::library();
    let people = shipped::people(&library, shipped::TWELVE);
    let people: Vec<Facts> = people.into_iter().map(|(_, facts)| facts).collect();
    let program = Program::on(&library, Day::of(Date::constant(2017, 5, 17)));
    for (name, order) in [
        ("law", Order::Law),
        ("as listed", Order::Listed),
        ("random", Order::Chance),
    ] {
        let tallies: Vec<Tally> = people
            .iter()
            .enumerate()
            .flat_map(|(index, person)| {
                (0..3).map(move |round| (index as u64 * 31 + round, person))
            })
            .map(|(seed, person)| settle(&library, &program, person, order, seed))
            .collect();
        let of = |figure: fn(&Tally) -> usize| median(tallies.iter().map(figure).collect());
        println!(
            "questions until settled, median ({name}): {}",
            of(|t| t.questions)
        );
        println!("leak, median ({name}): {}", of(|t| t.leak));
        println!("pain, median ({name}): {}", of(|t| t.pain));
    }
    println!("people: {}", people.len());
}
