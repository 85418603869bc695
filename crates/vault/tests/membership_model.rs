//! All graphs up to a size, each held against what must be true of every roster.
//!
//! # What is enumerated
//! Two founders with a threshold of 2 have admitted the other people, all but the last: the ghost, whom
//! they know and whose device nobody has admitted. From there every graph of at most so many entries is
//! made. Each entry is one of the model's deeds and names any heads whatever among the entries before
//! it, old ones too, so that every partition, every delay and every stolen device with old heads is
//! among them.
//!
//! # What is left out, and why nothing is lost by it
//! * A graph is a set: it is made in one order, not in all.
//! * A deed that would change nothing for those who sign it (removing whom they know to be gone,
//!   admitting whom they know to be there) is not done.
//! * A deed that its signatories may not do, by what they have seen themselves, is tried upon every
//!   graph, but nothing is built on it and no two of them stand side by side. Random graphs in
//!   `membership_laws.rs` have both, and idle deeds too.
//!
//! People are *not* exchanged for one another, since seniority tells all of them apart.
//!
//! # What that leaves
//! All 64 deeds of four people make too many graphs of six entries (some 40 times more with each
//! entry). So *all* deeds are tried up to three entries, and six entries with the deeds that meet in
//! one danger at a time. `SAFECONDUCT_LONG=1` goes on to four, and to five people and eight entries.

mod membership_support;

use membership_support::search::{Model, explore};
use membership_support::{
    Deed, admits_device, deed, makes_organiser, removes_device, removes_person,
};
use vault::membership::Act;

const A: u8 = 0;
const B: u8 = 1;
const C: u8 = 2;
const D: u8 = 3;
const E: u8 = 4;

fn is_long() -> bool {
    std::env::var_os("SAFECONDUCT_LONG").is_some_and(|value| value == "1")
}

/// Explores a model of four people, and, if there is time, one of five.
fn explore_both(name: &'static str, four: Vec<Deed>, five: Vec<Deed>) {
    let explored = |people: u8, deeds: Vec<Deed>, most: usize| {
        let model = Model {
            name,
            people,
            deeds,
        };
        let graphs = explore(&model, most);
        println!(
            "{name}: {people} people, {} deeds, up to {most} entries: {graphs} graphs",
            model.deeds.len()
        );
    };
    explored(4, four, 6);
    if is_long() {
        explored(5, five, 8);
    }
}

/// Everything that so many people can do, each alone or two of them together, but renewing keys.
fn all_deeds(people: u8) -> Vec<Deed> {
    let pairs: Vec<[u8; 2]> = (0..people)
        .flat_map(|one| (one + 1..people).map(move |other| [one, other]))
        .collect();
    let mut deeds = Vec::new();
    for subject in 0..people {
        for by in (0..people).filter(|by| *by != subject) {
            deeds.push(deed(&[by], removes_device(subject)));
            deeds.push(deed(&[by], admits_device(subject)));
        }
        for by in pairs.iter().filter(|pair| !pair.contains(&subject)) {
            deeds.push(deed(by, removes_person(subject)));
            deeds.push(deed(by, admits_device(subject)));
        }
        if subject > B {
            deeds.extend(pairs.iter().map(|by| deed(by, makes_organiser(subject))));
        }
        deeds.push(deed(&[subject], Act::Leave));
    }
    deeds
}

#[test]
fn all_that_four_can_do() {
    let most = if is_long() { 4 } else { 3 };
    let model = Model {
        name: "all that can be done",
        people: 4,
        deeds: all_deeds(4),
    };
    let graphs = explore(&model, most);
    println!(
        "all that can be done: 4 people, {} deeds, up to {most} entries: {graphs} graphs",
        model.deeds.len()
    );
}

#[test]
fn devices_that_remove_each_other() {
    let each_other = (A..=C).flat_map(|by| {
        let others = (A..=C).filter(move |other| *other != by);
        others.map(move |other| deed(&[by], removes_device(other)))
    });
    explore_both(
        "devices that remove each other",
        each_other.collect(),
        vec![
            deed(&[A], removes_device(B)),
            deed(&[B], removes_device(C)),
            deed(&[C], removes_device(D)),
            deed(&[D], removes_device(A)),
            deed(&[C], removes_device(A)),
        ],
    );
}

#[test]
fn a_ghost_between_vouching_and_removing() {
    explore_both(
        "a ghost",
        vec![
            deed(&[A, B], admits_device(D)),
            deed(&[B, C], admits_device(D)),
            deed(&[A], admits_device(D)),
            deed(&[B], removes_device(A)),
            deed(&[D], removes_device(B)),
            deed(&[A, D], removes_person(C)),
            deed(&[C], removes_device(D)),
        ],
        vec![
            deed(&[A, B], admits_device(E)),
            deed(&[C, D], admits_device(E)),
            deed(&[A], admits_device(E)),
            deed(&[B], removes_device(A)),
            deed(&[E], removes_device(B)),
            deed(&[D], removes_device(E)),
        ],
    );
}

#[test]
fn organisers_and_the_two_who_remove_them() {
    explore_both(
        "organisers",
        vec![
            deed(&[B, C], removes_person(A)),
            deed(&[A, C], removes_person(B)),
            deed(&[A, B], removes_person(C)),
            deed(&[A, B], removes_person(A)),
            deed(&[B], removes_person(A)),
            deed(&[A, B], makes_organiser(C)),
            deed(&[A], Act::Leave),
            deed(&[C], removes_device(A)),
        ],
        vec![
            deed(&[B, C], removes_person(A)),
            deed(&[A, D], removes_person(B)),
            deed(&[A, B], removes_person(C)),
            deed(&[A, B], removes_person(A)),
            deed(&[B], removes_person(A)),
            deed(&[A, B], makes_organiser(C)),
            deed(&[C], removes_device(A)),
        ],
    );
}

#[test]
fn devices_that_come_back() {
    explore_both(
        "devices that come back",
        vec![
            deed(&[B], removes_device(A)),
            deed(&[B, C], admits_device(A)),
            deed(&[A], removes_device(B)),
            deed(&[A, C], admits_device(B)),
            deed(&[C], removes_device(B)),
            deed(&[B], removes_device(C)),
            deed(&[A, B], admits_device(C)),
        ],
        vec![
            deed(&[B], removes_device(A)),
            deed(&[C, D], admits_device(A)),
            deed(&[A], removes_device(B)),
            deed(&[A, D], admits_device(B)),
            deed(&[C], removes_device(B)),
        ],
    );
}
