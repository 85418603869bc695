//! The same books and people make the same graphs, strategies and models, to the last bit.

mod law_models;

use law_models::{Demonstration, Named, QUESTIONS};
use routes::{drn, pair, solve, strategies};
use std::collections::BTreeMap;
use std::thread;

/// One in hiding at home, one who has left, and one of whom something is for a lawyer to say.
const THREE: [&str; 3] = ["rasul", "seda", "yunus"];

/// Everything that is made of a person, by its name, in words that hide nothing: a number that is
/// written with all its digits is the same number.
fn made(demonstration: &Demonstration, person: &str) -> BTreeMap<String, String> {
    let graph = demonstration.graph(person);
    let mut made = BTreeMap::from([
        (format!("{person}: graph"), format!("{graph:?}")),
        (
            format!("{person}: strategies"),
            format!(
                "{:?}",
                strategies(&graph, routes::Assumptions::default().tolerance)
            ),
        ),
    ]);
    // As the program writes it down for a checker; and with drawn chances.
    for seed in 0..=1 {
        let Named { model, .. } = Named::of(person, &graph, seed);
        let mut put =
            |what: &str, text: String| made.insert(format!("{person}.{seed}: {what}"), text);
        put("intervals", drn::write_intervals(&model, 0));
        for (asked, question) in QUESTIONS {
            let answer = solve(&model, question);
            put(&format!("{asked} answer"), format!("{answer:?}"));
            put(
                &format!("{asked} pair"),
                format!("{:?}", pair(&model, question, &answer)),
            );
        }
    }
    made
}

/// Reads the books and people anew and makes everything of these, one after another.
fn all_made(people: &[&str]) -> BTreeMap<String, String> {
    let demonstration = Demonstration::read();
    let of = |person: &&str| made(&demonstration, person);
    people.iter().flat_map(of).collect()
}

#[test]
fn books_read_twice_make_the_same_of_everybody_in_two_threads() {
    let backwards: Vec<&str> = THREE.into_iter().rev().collect();
    let (one, other) = thread::scope(|scope| {
        let one = scope.spawn(|| all_made(&THREE));
        let other = scope.spawn(|| all_made(&backwards));
        (one.join().expect("one"), other.join().expect("the other"))
    });
    assert_eq!(one.len(), THREE.len() * 12);
    assert!(one.keys().eq(other.keys()));
    for (what, text) in &one {
        // The texts are long: what differs is named, not shown.
        assert!(!text.is_empty() && other[what] == *text, "{what} differs");
    }
}
