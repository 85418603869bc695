//! Day by day: what the page counts is what a fresh decision on that day says, for everybody.

use desk::{DayLane, Desk, Lang, Share};
use facts::{Date, Span, add_span};
use law::{Day, Program, Residual, Word, word};
use std::sync::OnceLock;

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk::demo().expect("the shipped books and people are whole"))
}

/// How many people have each word by a way on a day, each decided alone.
fn counted(program: &Program, id: &str) -> [usize; 4] {
    let rule = program.rules.iter().find(|rule| rule.id == id);
    let words = desk().caseload().cases.iter().map(|case| match rule {
        Some(rule) => word(&Residual::of(program, desk().library(), &case.facts), rule),
        None => Word::Closed,
    });
    let mut counts = [0; 4];
    for word in words {
        let place = match word {
            Word::Open => 0,
            Word::NoObstacle => 1,
            Word::Undecided => 2,
            Word::Closed => 3,
        };
        counts[place] += 1;
    }
    counts
}

fn total(shares: &[Share]) -> usize {
    shares.iter().map(|share| share.count).sum()
}

fn check(on: Date) {
    let page = desk().days(on, Lang::En);
    let program = Program::on(desk().library(), Day::of(on));
    let lanes: Vec<&DayLane> = page.lanes.iter().chain(&page.still).collect();
    assert!(lanes.len() > 20, "{}", lanes.len());
    for lane in lanes {
        let shown: Vec<usize> = lane.shares.iter().map(|share| share.count).collect();
        let counts = counted(&program, &lane.id);
        let expected: Vec<usize> = counts.into_iter().filter(|count| *count > 0).collect();
        assert_eq!(shown, expected, "{} on {on}", lane.id);
    }
}

#[test]
fn every_count_is_that_of_a_fresh_decision_on_both_sides_of_every_turn_of_2017() {
    let page = desk().days(Date::constant(2017, 5, 17), Lang::En);
    assert!(
        page.turns
            .iter()
            .any(|turn| turn.date == Date::constant(2017, 8, 23))
    );
    for turn in &page.turns {
        check(turn.date);
        check(turn.eve);
        for change in &turn.turns {
            assert_ne!(change.before, change.after, "{}", change.id);
            assert_eq!(total(&change.before), page.people);
            assert_eq!(total(&change.after), page.people);
            assert!(!change.why.is_empty());
        }
    }
}

#[test]
fn on_days_without_a_turn_nothing_changes() {
    let page = desk().days(Date::constant(2017, 5, 17), Lang::En);
    let turning: Vec<Date> = page.turns.iter().map(|turn| turn.date).collect();
    let mut day = Date::constant(2017, 1, 2);
    while day < Date::constant(2017, 12, 31) {
        if !turning.contains(&day) {
            check(day);
        }
        day = add_span(day, Span::Days(61));
    }
}

/// What is said to turn on a day, in Russian.
fn whys(on: Date) -> Vec<String> {
    let page = desk().days(on, Lang::Ru);
    let turn = page.turns.into_iter().find(|turn| turn.date == on);
    let turns = turn.into_iter().flat_map(|turn| turn.turns);
    turns.flat_map(|turn| turn.why).collect()
}

#[test]
fn the_orders_of_2017_are_named_where_they_turn() {
    let begins = whys(Date::constant(2017, 1, 27));
    assert!(
        begins
            .iter()
            .all(|why| why.contains("начинает действовать") && why.contains("13769"))
    );
    let held = whys(Date::constant(2017, 2, 3));
    assert!(!held.is_empty() && held.iter().all(|why| why.contains("суд приостанавливает")));
    // Executive Order 13780 begins to work on this day, and leaves nobody here better or worse off.
    assert_eq!(whys(Date::constant(2017, 6, 29)), Vec::<String>::new());
}

#[test]
fn no_entry_stands_among_the_ways() {
    let page = desk().days(Date::constant(2020, 2, 29), Lang::En);
    for lane in page.lanes.iter().chain(&page.still) {
        let book = desk().library().pathway(&lane.id).expect("a book");
        assert_ne!(book.kind, law::Kind::Entry, "{}", lane.id);
    }
    for bar in page.lanes.iter().flat_map(|lane| &lane.bars) {
        assert!(
            bar.x + bar.width <= page.days && bar.y + bar.height <= page.people,
            "{bar:?}"
        );
    }
}
