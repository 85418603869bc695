//! With every fact of a person given, the books decide: a book that stays unsure about a person
//! of whom everything is known is a book with a hole.

mod shipped;

use facts::{
    Date, Fact, FactId, Facts, FieldType, Known, PartialDate, Record, Recorded, Scalar, Span, Type,
    add_span,
};
use law::{Day, InForce, Library, Program, Residual, Word, word};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

struct Draw(TestRng);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.0.next_u64() % limit.max(1) as u64).expect("below the limit")
    }

    fn value(&mut self, of: &FieldType, countries: &[Scalar]) -> Scalar {
        match of {
            FieldType::Bool => Scalar::Bool(self.below(2) == 0),
            FieldType::Number => Scalar::Number(self.below(3_000) as i64),
            FieldType::Date => {
                let days = i32::try_from(self.below(12_000)).expect("small");
                Scalar::Date(PartialDate::from(add_span(
                    Date::constant(1995, 1, 1),
                    Span::Days(days),
                )))
            }
            FieldType::Country => countries[self.below(countries.len())].clone(),
            FieldType::Text => Scalar::Text("text".into()),
            FieldType::Enum(values) => {
                let index = self.below(values.len());
                Scalar::Text(values.keys().nth(index).expect("below the length").clone())
            }
        }
    }

    /// A fact of which everything is known.
    fn complete(&mut self, fact: &Fact, countries: &[Scalar]) -> Recorded {
        match &fact.of {
            Type::One(of) => Recorded::One(Known::Value(self.value(of, countries))),
            Type::Set(of) => {
                let shown = (0..self.below(3))
                    .map(|_| self.value(of, countries))
                    .collect();
                Recorded::Set {
                    shown,
                    denied: Default::default(),
                    complete: true,
                }
            }
            Type::List(fields) => {
                let record = |draw: &mut Self| -> Record {
                    fields
                        .iter()
                        .map(|(name, of)| (name.clone(), draw.value(of, countries)))
                        .collect()
                };
                let records = (0..self.below(3)).map(|_| record(self)).collect();
                Recorded::List {
                    records,
                    complete: true,
                }
            }
        }
    }

    /// A person of whom everything is known.
    fn person(&mut self, library: &Library, countries: &[Scalar]) -> Facts {
        let mut facts = Facts::new();
        for fact in library.vocabulary.iter() {
            let keys: Vec<Option<String>> = if fact.keyed {
                let areas = ["area.schengen".to_owned()];
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
                let recorded = self.complete(fact, countries);
                facts.set(FactId(fact.id.0.clone()), key.as_deref(), recorded, None);
            }
        }
        facts
    }
}

/// Firm words and rules, for people of whom everything is known. A rule whose table nobody had yet
/// looked at on that day is left out: it says so itself.
fn firm_share(library: &Library, day: &str, people: usize, draw: &mut Draw) -> (usize, usize) {
    let countries: Vec<Scalar> = [
        "RUS", "USA", "LTU", "FRA", "DEU", "ARG", "GEO", "CAN", "TUR", "BLR", "UKR",
    ]
    .iter()
    .map(|code| Scalar::Country(code.parse().expect("a country")))
    .collect();
    let program = Program::on(library, Day::of(day.parse().expect("a day")));
    let known: Vec<_> = program
        .rules
        .iter()
        .filter(|rule| !matches!(rule.in_force, InForce::NotKnown(_)))
        .collect();
    let mut firm = 0;
    for _ in 0..people {
        let facts = draw.person(library, &countries);
        let residual = Residual::of(&program, library, &facts);
        firm += known
            .iter()
            .filter(|rule| word(&residual, rule) != Word::Undecided)
            .count();
    }
    (firm, people * known.len())
}

#[test]
fn with_every_fact_given_at_least_95_of_100_pathways_are_firm() {
    let (library, _) = shipped::library();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[17; 32]);
    let mut draw = Draw(rng);
    for day in ["2017-05-17", "2017-06-17", "2026-03-01"] {
        let (firm, all) = firm_share(&library, day, 20, &mut draw);
        eprintln!("{day}: {firm} of {all} firm");
        assert!(firm * 100 >= all * 95, "{day}: {firm} of {all}");
    }
}
