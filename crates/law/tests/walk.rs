//! Answers along a person's way: whatever happens to them, the walk says of every rule what a fresh
//! reading of their facts says.

mod shipped;

use facts::Truth;
use law::{Day, Happening, Library, Program, Residual, Walk, facts_after, word};

const DAY: &str = "2017-05-17";

/// Holds the walk to a fresh reading of the same facts.
fn reads_as_fresh(
    program: &Program,
    library: &Library,
    walk: &Walk<'_>,
    facts: &facts::Facts,
) -> usize {
    let fresh = Residual::of(program, library, facts);
    let differing = walk.differing(facts);
    let mut stands = walk.at_start().to_vec();
    let moved = walk.moved(&differing);
    for (rule, there) in &moved {
        stands[*rule] = *there;
    }
    for (rule, there) in program.rules.iter().zip(&stands) {
        assert_eq!(there.word, word(&fresh, rule), "{}", rule.id);
        assert_eq!(there.ask, fresh.truth(&rule.ask), "{}", rule.id);
    }
    for rule in (0..program.rules.len()).step_by(5) {
        assert_eq!(walk.stands_for(rule, facts), stands[rule]);
    }
    moved.len()
}

#[test]
fn whatever_happens_the_walk_reads_as_a_fresh_reading() {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of(DAY.parse().expect("a day")));
    let mut moved = 0;
    for (_, start) in shipped::people(&library, shipped::TWELVE)
        .into_iter()
        .step_by(3)
    {
        let walk = Walk::from(&program, &start);
        assert_eq!(reads_as_fresh(&program, &library, &walk, &start), 0);
        for rule in (0..program.rules.len()).step_by(7) {
            for event in ["refused", "granted", "turned_back", "lodged"] {
                let happening = Happening::OfRule {
                    rule,
                    event: event.to_owned(),
                };
                let after = facts_after(&program, &library, &start, &happening);
                moved += reads_as_fresh(&program, &library, &walk, &after);
                let home = Happening::RemovedTo("RUS".parse().expect("a country"));
                let back = facts_after(&program, &library, &after, &home);
                moved += reads_as_fresh(&program, &library, &walk, &back);
            }
        }
    }
    assert!(moved > 10_000, "the walk hardly moved: {moved}");
}

#[test]
fn what_is_recorded_anew_is_asked_anew() {
    let (library, _) = shipped::library();
    let program = Program::on(&library, Day::of(DAY.parse().expect("a day")));
    let people = shipped::people(&library, shipped::TWELVE);
    // From one person to another every kind of fact changes, and some are forgotten.
    for (from, to) in people.iter().zip(people.iter().skip(1)) {
        let walk = Walk::from(&program, &from.1);
        let moved = reads_as_fresh(&program, &library, &walk, &to.1);
        assert!(moved > 0, "{} and {} stand alike", from.0, to.0);
    }
    let unknown = Residual::of(&program, &library, &facts::Facts::new());
    let nothing = program
        .rules
        .iter()
        .filter(|rule| unknown.truth(&rule.ask) != Truth::Unknown);
    assert!(nothing.count() < program.rules.len());
}
