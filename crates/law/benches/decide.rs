//! How long deciding takes, on the shipped books. `./bench` runs this and writes the figures down;
//! nothing here asserts a time.

#[path = "../tests/shipped/mod.rs"]
mod shipped;
#[path = "../tests/support/mod.rs"]
mod support;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use facts::{Date, Facts, Span, add_span};
use law::{Code, Day, KnownOn, Library, Planes, Program, Reforms, Residual, Timeline};
use law::{questions, verdict, verdicts, word};
use std::sync::OnceLock;
use support::Dice;

fn main() {
    divan::main();
}

/// The shipped books and the twelve detailed people of the demonstration, read once.
fn world() -> &'static (Library, Vec<Facts>, Program) {
    static WORLD: OnceLock<(Library, Vec<Facts>, Program)> = OnceLock::new();
    WORLD.get_or_init(|| {
        let (library, _) = shipped::library();
        let people = shipped::people(&library, shipped::TWELVE);
        let people = people.into_iter().map(|(_, facts)| facts).collect();
        let program = Program::on(&library, day());
        (library, people, program)
    })
}

fn day() -> Day {
    Day::of("2017-05-17".parse().expect("a day"))
}

/// One person, 20 pathways, with full reasons.
#[divan::bench]
fn one_person_20_pathways_with_reasons(bencher: Bencher) {
    let (library, people, program) = world();
    let residual = Residual::of(program, library, &people[0]);
    // The first 20 rules that are no members of families: the most entangled ones.
    let rules: Vec<usize> = (0..program.rules.len())
        .filter(|r| program.rules[*r].member.is_none())
        .take(20)
        .collect();
    bencher.bench(|| {
        for rule in &rules {
            black_box(verdict(program, library, &residual, &people[0], *rule));
        }
    });
}

/// One person, every pathway there is, the words alone.
#[divan::bench]
fn one_person_all_words(bencher: Bencher) {
    let (library, people, program) = world();
    let residual = Residual::of(program, library, &people[0]);
    bencher
        .counter(ItemsCount::new(program.rules.len()))
        .bench(|| {
            for rule in &program.rules {
                black_box(word(&residual, rule));
            }
        });
}

/// 4,096 people from planes, every pathway: one item a decision.
#[divan::bench(sample_count = 20)]
fn many_people_from_planes(bencher: Bencher) {
    let (_, people, program) = world();
    let many: Vec<Facts> = (0..4_096)
        .map(|i| people[i % people.len()].clone())
        .collect();
    let (planes, code) = (Planes::of(program, &many), Code::of(program));
    bencher
        .counter(ItemsCount::new(many.len() * program.rules.len()))
        .bench(|| black_box(planes.decide(&code)));
}

/// The questions for one person, once the verdicts are there.
#[divan::bench]
fn the_next_questions(bencher: Bencher) {
    let (library, people, program) = world();
    let residual = Residual::of(program, library, &people[0]);
    let judged = verdicts(program, library, &residual, &people[0]);
    bencher.bench(|| black_box(questions(library, &judged)));
}

/// The books on another day: everything worked out anew.
#[divan::bench(sample_count = 20)]
fn the_books_on_another_day(bencher: Bencher) {
    let (library, ..) = world();
    bencher.bench(|| black_box(Program::on(library, day())));
}

/// Ten years of the books, laid as one timeline.
#[divan::bench(sample_count = 5)]
fn a_timeline_of_ten_years(bencher: Bencher) {
    let (library, ..) = world();
    let [first, last] = ten_years();
    bencher.bench(|| black_box(Timeline::of(library, first, last, KnownOn::ThatDay)));
}

/// A step of the date slider: 47 people, every pathway, one day further.
#[divan::bench]
fn one_step_over_47_people(bencher: Bencher) {
    let (library, people, _) = world();
    let [first, last] = ten_years();
    let timeline = Timeline::of(library, first, last, KnownOn::ThatDay);
    let many: Vec<Facts> = (0..47).map(|i| people[i % people.len()].clone()).collect();
    let mut slider = timeline.people(&many);
    let mut day = first;
    bencher.bench_local(move || {
        black_box(slider.on(day));
        day = if day == last {
            first
        } else {
            add_span(day, Span::Days(1))
        };
    });
}

/// The date slider over 47 people and every day of ten years: one item a step.
#[divan::bench(sample_count = 3)]
fn every_day_of_ten_years_over_47_people(bencher: Bencher) {
    let (library, people, _) = world();
    let [first, last] = ten_years();
    let timeline = Timeline::of(library, first, last, KnownOn::ThatDay);
    let many: Vec<Facts> = (0..47).map(|i| people[i % people.len()].clone()).collect();
    let next = |day: &Date| Some(add_span(*day, Span::Days(1))).filter(|day| *day <= last);
    let days: Vec<Date> = std::iter::successors(Some(first), next).collect();
    bencher.counter(ItemsCount::new(days.len())).bench(|| {
        let mut slider = timeline.people(&many);
        for day in &days {
            black_box(slider.on(*day));
        }
    });
}

/// Every condition of every book struck in turn, and each two of one pathway, for 47 people: from the
/// books of a day and the people's facts to who would gain by which.
#[divan::bench(sample_count = 20)]
fn reforms_for_47_people(bencher: Bencher) {
    let (library, people, program) = world();
    let many: Vec<Facts> = (0..47).map(|i| people[i % people.len()].clone()).collect();
    bencher
        .counter(ItemsCount::new(reforms().list().len()))
        .bench(|| {
            let reforms = Reforms::of(library, program, |_| true);
            black_box(reforms.gains(&Planes::of(program, &many)))
        });
}

/// The same for a million people, each of them different, whose answers are there already: one item a
/// person.
#[divan::bench(sample_count = 3)]
fn reforms_for_a_million_people(bencher: Bencher) {
    let million = a_million();
    let people: usize = million.iter().map(Planes::people).sum();
    let reforms = reforms();
    bencher.counter(ItemsCount::new(people)).bench(|| {
        for planes in million {
            black_box(reforms.counts(planes));
        }
    });
}

/// Every reform of the day, worked out once.
fn reforms() -> &'static Reforms<'static> {
    static REFORMS: OnceLock<Reforms<'static>> = OnceLock::new();
    let (library, _, program) = world();
    REFORMS.get_or_init(|| Reforms::of(library, program, |_| true))
}

/// People asked at once: their facts are let go before the next are drawn.
const A_CROWD: usize = 1 << 15;

/// The answers of a million people: each is one of the demonstration of whom some facts are forgotten
/// and some are another one's.
fn a_million() -> &'static [Planes] {
    static MILLION: OnceLock<Vec<Planes>> = OnceLock::new();
    MILLION.get_or_init(|| {
        let (_, people, program) = world();
        let mut dice = Dice::new(1);
        let mut crowd = |_| {
            let crowd: Vec<Facts> = (0..A_CROWD).map(|_| somebody(people, &mut dice)).collect();
            Planes::of(program, &crowd)
        };
        (0..1_000_000usize.div_ceil(A_CROWD))
            .map(&mut crowd)
            .collect()
    })
}

fn somebody(people: &[Facts], dice: &mut Dice) -> Facts {
    let (one, other) = (dice.pick(people), &people[dice.below(people.len())]);
    let mut somebody = one.clone();
    for (fact, key, recorded, basis) in other.iter() {
        if dice.percent(10) {
            somebody.set(fact.clone(), key, recorded.clone(), basis);
        }
    }
    for (fact, key, _, _) in one.iter() {
        if dice.percent(10) {
            somebody.forget(fact, key);
        }
    }
    somebody
}

fn ten_years() -> [Date; 2] {
    [Date::constant(2017, 1, 1), Date::constant(2026, 12, 31)]
}

/// A thousand files of books, read and checked: the shipped pathways, over and over under other ids.
#[divan::bench(sample_count = 5)]
fn a_thousand_books_read_and_checked(bencher: Bencher) {
    let files = a_thousand_files();
    assert!(
        Library::load(
            files
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str()))
        )
        .1
        .is_empty()
    );
    bencher.counter(ItemsCount::new(files.len())).bench(|| {
        black_box(Library::load(
            files
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        ))
    });
}

fn a_thousand_files() -> Vec<(String, String)> {
    let mut files = shipped::files();
    let pathways: Vec<(String, String)> = files
        .iter()
        .filter(|(_, text)| text.contains("format: safeconduct.pathway/1"))
        .cloned()
        .collect();
    let mut copy = 0;
    while files.len() < 1_000 {
        let (name, text) = &pathways[copy % pathways.len()];
        copy += 1;
        let renamed = text.replacen("\nid: ", &format!("\nid: copy{copy}."), 1);
        files.push((
            name.replacen("law/", &format!("law/copy{copy}/"), 1),
            renamed,
        ));
    }
    files
}

/// All shipped books, read and checked.
#[divan::bench(sample_count = 10)]
fn all_books_read_and_checked(bencher: Bencher) {
    let files = shipped::files();
    bencher.counter(ItemsCount::new(files.len())).bench(|| {
        black_box(Library::load(
            files
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        ))
    });
}
