//! The values of models: against every plan and every answer of nature, and against Storm.

mod random;

use proptest::prelude::*;
use random::{Dice, Kind, kind};
use routes::{Chance, Laying, Mark, Model, Nature, Outcome, Question, WHOLE, drn, pair, solve};
use std::io::{BufReader, Write, stderr};

const QUESTIONS: [Question; 2] = [Question::SAFE_AT_WORST, Question::RETURNED_AT_WORST];

/// Each action of each state as (to, lo, hi).
type Actions = Vec<Vec<Vec<(u32, u32, u32)>>>;

fn actions(model: &Model) -> Actions {
    let of_action = |action: usize| {
        let outcomes = model.outcomes_in(action);
        outcomes
            .map(|o| (o.to, o.chance.lo(), o.chance.hi()))
            .collect()
    };
    let of_state = |state: u32| model.actions_of(state).map(of_action).collect();
    (0..model.states() as u32).map(of_state).collect()
}

/// Every corner of an action's chances, by filling up in each order.
fn corners(outcomes: &[(u32, u32, u32)]) -> Vec<Vec<(u32, f64)>> {
    let mut orders = vec![vec![]];
    for _ in outcomes {
        orders = orders
            .iter()
            .flat_map(|order: &Vec<usize>| {
                let free = (0..outcomes.len())
                    .filter(|i| !order.contains(i))
                    .collect::<Vec<_>>();
                free.into_iter().map(|i| [order.clone(), vec![i]].concat())
            })
            .collect();
    }
    let mut found: Vec<Vec<u32>> = Vec::new();
    for order in orders {
        let mut chances: Vec<u32> = outcomes.iter().map(|o| o.1).collect();
        let mut free = WHOLE - chances.iter().sum::<u32>();
        for at in order {
            let given = free.min(outcomes[at].2 - outcomes[at].1);
            chances[at] += given;
            free -= given;
        }
        if !found.contains(&chances) {
            found.push(chances);
        }
    }
    let with_states = |chances: Vec<u32>| {
        let pairs = outcomes.iter().zip(chances);
        pairs
            .map(|(o, chance)| (o.0, f64::from(chance) / f64::from(WHOLE)))
            .collect()
    };
    found.into_iter().map(with_states).collect()
}

/// The chance of reaching the mark in a chain, by many steps from nothing.
fn chain(model: &Model, mark: Mark, row: impl Fn(usize) -> Option<Vec<(u32, f64)>>) -> f64 {
    let rows: Vec<Option<Vec<(u32, f64)>>> = (0..model.states()).map(row).collect();
    let mut values: Vec<f64> = (0..model.states())
        .map(|state| f64::from(u8::from(model.mark(state as u32) == mark)))
        .collect();
    for _ in 0..4_000 {
        for (state, row) in rows.iter().enumerate() {
            if let (Some(row), Mark::OnTheWay) = (row, model.mark(state as u32)) {
                values[state] = row.iter().map(|(to, p)| p * values[*to as usize]).sum();
            }
        }
    }
    values[0]
}

/// Every choice of one number below each of these.
fn choices(sizes: &[usize]) -> Vec<Vec<usize>> {
    sizes.iter().fold(vec![vec![]], |all, size| {
        all.iter()
            .flat_map(|one| (0..(*size).max(1)).map(|n| [one.clone(), vec![n]].concat()))
            .collect()
    })
}

/// The value by brute force: every plan, and against each every answer of nature.
fn by_brute_force(model: &Model, question: Question) -> f64 {
    let actions = actions(model);
    let best = |person: Nature, values: &mut dyn Iterator<Item = f64>| match person {
        Nature::Most => values.fold(0.0, f64::max),
        Nature::Least => values.fold(1.0, f64::min),
    };
    let plans = choices(&actions.iter().map(Vec::len).collect::<Vec<_>>());
    let value_of = |plan: &Vec<usize>| {
        let corners: Vec<Vec<Vec<(u32, f64)>>> = plan
            .iter()
            .enumerate()
            .map(|(state, action)| {
                actions[state]
                    .get(*action)
                    .map(|o| corners(o))
                    .unwrap_or_default()
            })
            .collect();
        let answers = choices(&corners.iter().map(Vec::len).collect::<Vec<_>>());
        let mut values = answers.iter().map(|answer| {
            chain(model, question.mark, |state| {
                corners[state].get(answer[state]).cloned()
            })
        });
        best(question.nature, &mut values)
    };
    best(question.person, &mut plans.iter().map(value_of))
}

/// Five states at most, two actions, three outcomes.
fn small(seed: u64) -> Model {
    let mut dice = Dice::new(seed);
    let mut laying = Laying::default();
    let inner = 2 + dice.below(2);
    for _ in 0..inner {
        let actions: Vec<Vec<Outcome>> = (0..1 + dice.below(2))
            .map(|_| {
                let mut to: Vec<u32> = (0..inner + 2).collect();
                while to.len() > 1 + dice.below(3) as usize {
                    to.remove(dice.below(to.len() as u32) as usize);
                }
                let unknown = dice.below(3) == 0;
                let part = WHOLE / to.len() as u32;
                let half = dice.below(300_000);
                to.into_iter()
                    .map(|to| {
                        let known = Chance::between(
                            part.saturating_sub(half),
                            (part + half + 1).min(WHOLE),
                        );
                        let chance = if unknown {
                            Chance::UNKNOWN
                        } else {
                            known.expect("in order")
                        };
                        Outcome { to, chance }
                    })
                    .collect()
            })
            .collect();
        laying.state(Mark::OnTheWay, actions.iter().map(Vec::as_slice));
    }
    laying.state(Mark::Safe, []);
    laying.state(Mark::Returned, []);
    laying.done().expect("a sound model")
}

#[test]
fn small_models_have_the_values_of_brute_force() {
    for seed in 0..150 {
        let model = small(seed);
        for question in QUESTIONS {
            let (answer, expected) = (solve(&model, question), by_brute_force(&model, question));
            assert!(answer.proved, "{seed}: {question:?}");
            // The reference walks a fixed number of steps.
            let (least, most) = (answer.at_least(0) - 1e-6, answer.at_most(0) + 1e-6);
            assert!(
                (least..=most).contains(&expected),
                "{seed}: {question:?}: {least}..{most}, {expected}"
            );
        }
    }
}

#[test]
fn a_hundred_models_have_the_values_that_storm_gave_them() {
    // The long run asks Storm anew, about ten times as many.
    let stored = match std::env::var("SAFECONDUCT_STORM") {
        Ok(path) => std::fs::read_to_string(path).expect("answers of Storm"),
        Err(_) => include_str!("data/storm-answers.csv").to_owned(),
    };
    let (mut checked, mut worst) = (0, 0.0_f64);
    for line in stored.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [number, question, file, value] = cells[..] else {
            panic!("{line}");
        };
        let number: u32 = number.parse().expect("a number");
        let expected: f64 = value.parse().expect("a value");
        let question = if question == "safe" {
            QUESTIONS[0]
        } else {
            QUESTIONS[1]
        };
        let model = random::model(u64::from(number), kind(number));
        let answer = solve(&model, question);
        assert!(answer.proved, "{number}");
        // Storm answers in fractions: as decimals they are rounded, and otherwise they are the value.
        let (least, most) = (answer.at_least(0) - 1e-12, answer.at_most(0) + 1e-12);
        assert!(
            (least..=most).contains(&expected) && most - least <= 2e-6,
            "{line}: {least}..{most}"
        );
        assert!(["plan", "nature"].contains(&file), "{line}");
        worst = worst.max((answer.value(0) - expected).abs());
        checked += 1;
    }
    // Seen although the test passes: capturing holds back only what is printed.
    let said = format!("{checked} values of Storm, {worst:.1e} away at most");
    writeln!(stderr(), "{said}").expect("standard error is there");
    assert!(checked >= 400, "{checked}");
}

#[test]
fn bounds_are_proved_and_close_on_models_with_loops_and_unknown_chances() {
    for number in 0..60 {
        let model = random::model(1_000 + u64::from(number), kind(number));
        for question in QUESTIONS {
            let answer = solve(&model, question);
            assert!(answer.proved, "{number}");
            for state in 0..model.states() as u32 {
                let gap = answer.at_most(state) - answer.at_least(state);
                assert!((0.0..=1e-6).contains(&gap), "{number}: {gap}");
            }
        }
    }
}

#[test]
fn a_step_that_may_wait_for_ever_is_sure_of_nothing() {
    let mut laying = Laying::default();
    let wait = [
        Outcome {
            to: 0,
            chance: Chance::UNKNOWN,
        },
        Outcome {
            to: 1,
            chance: Chance::UNKNOWN,
        },
    ];
    laying.state(Mark::OnTheWay, [&wait[..]]);
    laying.state(Mark::Safe, []);
    let model = laying.done().expect("sound");
    let answer = solve(&model, Question::SAFE_AT_WORST);
    assert!(answer.at_most(0) <= 1e-6 && answer.proved);
    let kind = Question {
        nature: Nature::Most,
        ..Question::SAFE_AT_WORST
    };
    assert!(solve(&model, kind).at_least(0) >= 1.0 - 1e-6);
}

#[test]
fn chances_that_cannot_make_up_one_whole_are_refused() {
    let refused = |outcomes: &[Outcome]| {
        let mut laying = Laying::default();
        laying.state(Mark::OnTheWay, [outcomes]);
        laying.state(Mark::Safe, []);
        laying.done().expect_err("refused").to_string()
    };
    let of = |to, lo, hi| Outcome {
        to,
        chance: Chance::between(lo, hi).expect("in order"),
    };
    assert!(refused(&[of(1, 0, 400_000), of(0, 0, 500_000)]).contains("one whole"));
    assert!(refused(&[of(1, 600_000, WHOLE), of(0, 500_000, WHOLE)]).contains("one whole"));
    assert!(refused(&[of(7, 0, WHOLE)]).contains("state 7"));
    assert!(refused(&[of(1, 0, WHOLE), of(1, 0, WHOLE)]).contains("twice"));
    assert_eq!(Chance::between(2, 1), None);
}

/// The same model with its states in another order; the first stays first.
fn shuffled(model: &Model, dice: &mut Dice) -> Model {
    let count = model.states() as u32;
    let mut order: Vec<u32> = (0..count).collect();
    for at in (2..order.len()).rev() {
        order.swap(at, 1 + dice.below(at as u32) as usize);
    }
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old as usize] = new as u32;
    }
    let mut laying = Laying::default();
    for old in &order {
        let actions: Vec<Vec<Outcome>> = model
            .actions_of(*old)
            .map(|action| {
                let outcomes = model.outcomes_in(action);
                outcomes
                    .map(|o| Outcome {
                        to: place[o.to as usize],
                        ..o
                    })
                    .collect()
            })
            .collect();
        laying.state(model.mark(*old), actions.iter().rev().map(Vec::as_slice));
    }
    laying.done().expect("as sound as before")
}

/// The same model with every chance known a little less.
fn wider(model: &Model, dice: &mut Dice) -> Model {
    let mut laying = Laying::default();
    for state in 0..model.states() as u32 {
        let actions: Vec<Vec<Outcome>> = model
            .actions_of(state)
            .map(|action| {
                let wide = |o: Outcome| {
                    let (lo, hi) = (
                        o.chance.lo().saturating_sub(dice.below(90_000)),
                        o.chance.hi() + dice.below(90_000),
                    );
                    Outcome {
                        chance: Chance::between(lo, hi.min(WHOLE)).expect("in order"),
                        ..o
                    }
                };
                model.outcomes_in(action).map(wide).collect::<Vec<_>>()
            })
            .collect();
        laying.state(model.mark(state), actions.iter().map(Vec::as_slice));
    }
    laying.done().expect("as sound as before")
}

/// The values of all states by plain sweeps from nothing, every action of every state in each, and
/// whether they came to rest.
fn by_plain_sweeps(model: &Model, question: Question) -> (Vec<f64>, bool) {
    let actions = actions(model);
    let mut values: Vec<f64> = (0..model.states() as u32)
        .map(|state| f64::from(u8::from(model.mark(state) == question.mark)))
        .collect();
    for _ in 0..20_000 {
        let mut moved = 0.0_f64;
        for state in 0..model.states() {
            if model.mark(state as u32) != Mark::OnTheWay || actions[state].is_empty() {
                continue;
            }
            let of_actions = actions[state].iter();
            let found =
                of_actions.map(|outcomes| against_nature(outcomes, &values, question.nature));
            let best = match question.person {
                Nature::Most => found.fold(0.0, f64::max),
                Nature::Least => found.fold(1.0, f64::min),
            };
            moved = moved.max(best - values[state]);
            values[state] = best;
        }
        if moved < 1e-15 {
            return (values, true);
        }
    }
    (values, false)
}

/// An action's value: the lower ends, and what is left one millionth part after another to whom nature
/// likes best.
fn against_nature(outcomes: &[(u32, u32, u32)], values: &[f64], nature: Nature) -> f64 {
    let mut order: Vec<&(u32, u32, u32)> = outcomes.iter().collect();
    order.sort_by(|a, b| values[a.0 as usize].total_cmp(&values[b.0 as usize]));
    if nature == Nature::Most {
        order.reverse();
    }
    let mut free = WHOLE - outcomes.iter().map(|o| o.1).sum::<u32>();
    let mut sum = 0.0;
    for (to, lo, hi) in order {
        let given = free.min(hi - lo);
        free -= given;
        sum += f64::from(lo + given) * values[*to as usize];
    }
    sum / f64::from(WHOLE)
}

fn lies_where_plain_sweeps_lead(model: &Model) -> Result<(), TestCaseError> {
    let wishes = [Nature::Least, Nature::Most];
    let pairs = wishes
        .iter()
        .flat_map(|person| wishes.iter().map(move |nature| (*person, *nature)));
    for (person, nature) in pairs {
        for mark in [Mark::Safe, Mark::Returned] {
            let question = Question {
                mark,
                person,
                nature,
            };
            let answer = solve(model, question);
            let (values, rest) = by_plain_sweeps(model, question);
            prop_assert!(answer.proved, "{question:?}");
            for (state, value) in (0..).zip(values) {
                let (least, most) = (answer.at_least(state), answer.at_most(state));
                prop_assert!(most - least <= 1e-6);
                // What still moves is below the value, and says nothing of how far.
                prop_assert!(
                    value <= most + 1e-9,
                    "{question:?}, {state}: {value}, {most}"
                );
                prop_assert!(
                    !rest || value >= least - 1e-9,
                    "{question:?}, {state}: {value}, {least}"
                );
            }
        }
    }
    Ok(())
}

/// What the solver leaves out must not be missed: the shortcuts are taken only in loops of some size.
#[test]
fn a_loop_of_many_states_has_the_values_of_plain_sweeps() {
    for (seed, back, unknown) in [(1, 3, 0), (2, 30, 20), (3, 60, 0), (4, 100, 60)] {
        let kind = Kind {
            states: 900,
            back,
            unknown,
        };
        let model = random::model(seed, kind);
        lies_where_plain_sweeps_lead(&model).expect("the same values");
        let other = shuffled(&model, &mut Dice::new(seed));
        lies_where_plain_sweeps_lead(&other).expect("the same values in another order");
    }
}

#[test]
fn a_line_that_is_not_understood_is_named_by_its_number() {
    let begin = "@type: MDP\n@model\nstate 0 init\n\taction 0\n\t\t1 : [0.25, 1]\n";
    let end = "state 1 safe\n\taction 0\n\t\t1 : 1\n";
    assert!(drn::read(&format!("{begin}{end}")).is_ok());
    for (wrong, what) in [
        ("\t\t1 : [0.5, 0.25]\n", "a chance"),
        ("\t\t1 : 0.5 0.5\n", "a chance"),
        ("\t\t1 : [0.5, 1\n", "a chance"),
        ("\t\t1 : 0.1234567\n", "a chance"),
        ("\t\t1 : 1.5\n", "a chance"),
        ("\t\t1 : \n", "a chance"),
        ("\t\t1 [0.5, 1]\n", "`state : chance`"),
        ("\t\t4294967296 : 1\n", "the number of a state"),
        ("\t\tx : 1\n", "the number of a state"),
        ("state 2\n", "the order of their numbers"),
        ("state 1x\n", "needs its number"),
        ("state\n", "needs its number"),
    ] {
        let said = drn::read(&format!("{begin}{wrong}{end}"))
            .expect_err(wrong)
            .to_string();
        assert!(
            said.starts_with("line 6: ") && said.contains(what),
            "{wrong}: {said}"
        );
    }
    let without = drn::read("@type: MDP\nstate 0\n")
        .expect_err("no model")
        .to_string();
    assert!(without.starts_with("line 2: "), "{without}");
}

/// Of two states that wait for each other one is left for something better, once in a million times: the
/// value is where patience leads, though each sweep hardly moves towards it.
#[test]
fn a_loop_that_is_hardly_ever_left_is_solved_or_said_not_to_be_proved() {
    let of = |to, chance| Outcome {
        to,
        chance: Chance::between(chance, chance).expect("in order"),
    };
    let mut laying = Laying::default();
    let (settle, wait) = ([of(2, WHOLE / 2), of(3, WHOLE / 2)], [of(1, WHOLE)]);
    laying.state(Mark::OnTheWay, [&settle[..], &wait[..]]);
    laying.state(Mark::OnTheWay, [&[of(0, WHOLE - 1), of(4, 1)][..]]);
    laying.state(Mark::Safe, []);
    laying.state(Mark::Returned, []);
    laying.state(Mark::OnTheWay, [&[of(2, 510_000), of(3, 490_000)][..]]);
    let answer = solve(&laying.done().expect("sound"), Question::SAFE_AT_WORST);
    let (least, most) = (answer.at_least(0), answer.at_most(0));
    assert!((least..=most).contains(&0.51), "{least}..{most}");
    assert!(!answer.proved || most - least <= 1e-6);
}

/// A stream that breaks off.
struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::ConnectionReset.into())
    }
}

#[test]
fn a_stream_that_breaks_off_is_no_shorter_model() {
    let begin = &b"@model\nstate 0 init safe\n\taction 0\n\t\t0 : 1\n"[..];
    assert!(drn::read_from(begin).is_ok());
    let broken = BufReader::new(std::io::Read::chain(begin, Broken));
    let error = drn::read_from(broken).expect_err("it broke off");
    assert!(matches!(error, drn::BadDrn::Stream(_)), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_shortcuts_of_the_solver_change_no_value(seed in 0..100_000u64, number in 0..9u32) {
        lies_where_plain_sweeps_lead(&random::model(seed, kind(number)))?;
    }

    #[test]
    fn a_stream_reads_as_its_text_wherever_it_is_cut(seed in 0..100_000u64, number in 0..9u32, piece in 1..40usize) {
        let text = drn::write_intervals(&random::model(seed, kind(number)), 0);
        let streamed = drn::read_from(BufReader::with_capacity(piece, text.as_bytes()));
        prop_assert_eq!(streamed, drn::read(&text));
        // And as it is written on other systems.
        prop_assert_eq!(drn::read(&text.replace('\n', "\r\n")), drn::read(&text));
    }

    #[test]
    fn no_bytes_make_the_reader_of_models_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), cut in 0..80usize) {
        let _ = drn::read_from(&bytes[..]);
        let mut text = b"@model\nstate 0 init\n\taction 0\n\t\t0 : [0.5, 1]\n\t\t1 : [0, 0.5]\nstate 1 safe\n".to_vec();
        text.truncate(cut);
        text.extend(bytes);
        let _ = drn::read_from(&text[..]);
    }

    #[test]
    fn the_order_of_states_and_actions_changes_nothing(seed in 0..100_000u64, number in 0..9u32) {
        let model = random::model(seed, kind(number));
        let other = shuffled(&model, &mut Dice::new(seed + 1));
        for question in QUESTIONS {
            let (a, b) = (solve(&model, question), solve(&other, question));
            prop_assert!(a.at_least(0) <= b.at_most(0) && b.at_least(0) <= a.at_most(0));
        }
    }

    #[test]
    fn knowing_less_never_makes_the_worst_case_better(seed in 0..100_000u64, number in 0..9u32) {
        let model = random::model(seed, kind(number));
        let other = wider(&model, &mut Dice::new(seed + 2));
        let at = |model: &Model, question| solve(model, question);
        prop_assert!(at(&other, QUESTIONS[0]).at_least(0) <= at(&model, QUESTIONS[0]).at_most(0));
        prop_assert!(at(&other, QUESTIONS[1]).at_most(0) >= at(&model, QUESTIONS[1]).at_least(0));
    }

    #[test]
    fn the_same_model_has_the_same_answer_bit_for_bit(seed in 0..100_000u64, number in 0..9u32) {
        let model = random::model(seed, kind(number));
        for question in QUESTIONS {
            prop_assert_eq!(solve(&model, question), solve(&model, question));
        }
    }

    #[test]
    fn a_model_written_down_reads_back_the_same(seed in 0..100_000u64, number in 0..9u32) {
        let model = random::model(seed, kind(number));
        let text = drn::write_intervals(&model, 0);
        let declared = text.lines().skip_while(|line| *line != "@nr_choices").nth(1).map(str::parse::<usize>);
        let written = text.lines().filter(|line| line.trim_start().starts_with("action")).count();
        prop_assert_eq!(declared, Some(Ok(written)));
        // A state without actions is written as one that stays, since the format asks for an action.
        let read = drn::read(&text).expect("it was just written");
        prop_assert!(drn::write_intervals(&read, 0) == text);
        for question in QUESTIONS {
            let (a, b) = (solve(&read, question), solve(&model, question));
            prop_assert!(a.at_least(0) <= b.at_most(0) && b.at_least(0) <= a.at_most(0));
        }
    }

    #[test]
    fn no_text_makes_the_reader_of_models_panic(text in "(?s).{0,200}") {
        let _ = drn::read(&text);
        let _ = drn::read(&format!("@model\nstate 0\n\taction 0\n\t\t{text}"));
    }

    #[test]
    fn both_files_of_a_pair_are_models_with_the_value_of_the_bound(seed in 0..100_000u64, number in 0..9u32) {
        let model = random::model(seed, kind(number));
        for question in QUESTIONS {
            let answer = solve(&model, question);
            let pair = pair(&model, question, &answer);
            let plan = drn::read(&pair.plan.expect("few outcomes")).expect("a model");
            // With the plan fixed, nature alone chooses, as the person of the ordinary model.
            let alone = Question { person: question.nature, ..question };
            let (plan, nature) = (solve(&plan, alone), solve(&drn::read(&pair.nature).expect("a model"), question));
            prop_assert!((plan.value(0) - answer.value(0)).abs() <= 1e-6);
            prop_assert!((nature.value(0) - answer.value(0)).abs() <= 1e-6);
        }
    }
}
