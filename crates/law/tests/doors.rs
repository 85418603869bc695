//! Doors: what an event closes and opens is computed from who reads what it changed.

mod common;

use common::{clause, library, pathway, person, program};
use facts::Truth;
use law::{Happening, Library, Swing, doors};

fn three_books() -> Library {
    let at_home = clause("at_home", "here in nationality", "", "fails");
    let abroad = clause("abroad", "!(here in nationality)", "", "fails");
    let visa = clause("leaves", "means_to_leave[\"USA\"]", "", "fails")
        + &clause(
            "not_refused",
            "!refused_visa[\"USA\"]",
            "rests_on: appreciation,",
            "fails",
        );
    library(&[
        pathway("a.from_hiding", "CAN", &format!("requires:\n{at_home}")),
        pathway("b.from_abroad", "USA", &format!("requires:\n{abroad}")),
        pathway(
            "c.visa",
            "USA",
            &format!("requires:\n{visa}refused: {{ writes: ['refused_visa[\"USA\"]'] }}\n"),
        ),
    ])
}

const IN_RUSSIA: &str = "{ here: RUS, standing: hidden, nationality: { shown: [RUS], complete: yes }, means_to_leave: { USA: yes }, refused_visa: { USA: no } }";

#[test]
fn leaving_closes_one_door_and_opens_another_each_by_its_own_article() {
    let library = three_books();
    let program = program(&library, "2017-05-17");
    let facts = person(&library, IN_RUSSIA);
    let found = doors(
        &program,
        &library,
        &facts,
        &Happening::MovedTo("GEO".parse().expect("a country")),
    );
    let swings: Vec<_> = found
        .iter()
        .map(|door| (door.after.rule, door.swing(), door.turned.len()))
        .collect();
    assert_eq!(swings, [(0, Swing::Closes, 1), (1, Swing::Opens, 1)]);
}

#[test]
fn a_paper_refusal_closes_nothing_by_article_and_is_only_weighed() {
    let library = three_books();
    let program = program(&library, "2017-05-17");
    let facts = person(&library, IN_RUSSIA);
    let refused = Happening::OfRule {
        rule: 2,
        event: "refused".into(),
    };
    let found = doors(&program, &library, &facts, &refused);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].swing(), Swing::WeighedOnly);
    assert_eq!(
        (found[0].weighed[0].before, found[0].weighed[0].after),
        (Truth::True, Truth::False)
    );
    assert!(found[0].turned.is_empty());
}
