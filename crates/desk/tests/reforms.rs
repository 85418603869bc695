//! Who of the demonstration gains by a change of law is what the books say of each of them when they
//! are read without the condition.

#[path = "../../law/tests/rebuilt/mod.rs"]
mod rebuilt;

use desk::Desk;
use facts::Facts;
use law::{Day, Planes, Program, Reforms};
use rebuilt::{Rebuilding, found};

#[test]
fn striking_any_condition_for_the_47_is_reading_the_books_without_it() {
    let desk = Desk::demo().expect("the shipped books and people are whole");
    let cases = desk.caseload().cases.iter();
    let people: Vec<Facts> = cases.map(|case| case.facts.clone()).collect();
    let day = Day::of(desk.caseload().date);
    let program = Program::on(desk.library(), day);
    let reforms = Reforms::of(desk.library(), &program, |_| true);
    let all = found(&reforms.gains(&Planes::of(&program, &people)));
    let mut books = Rebuilding::of(desk.library(), day, &people);
    for (index, rule) in program.rules.iter().enumerate() {
        // Each two conditions as well; of a family, of some members.
        let pairs = rule.member.is_none() || index % 40 == 0;
        let mut found = all.clone();
        found.retain(|reform, _| reform.rule == index && (pairs || reform.with.is_none()));
        assert_eq!(found, books.gains(index, pairs), "{}", rule.id);
    }
}
