//! What follows from dated figures is exactly what follows from every world that fits them.

mod support;

use disclosure::{DatedFigure, History, Inclusion, Stop};
use facts::Date;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use support::rounds;

const DAYS: [Date; 2] = [Date::constant(2032, 4, 1), Date::constant(2032, 5, 1)];
const PEOPLE: u8 = 8;

/// How many people each group has on each day: group 0 then, group 0 now, group 1 then, group 1 now.
type Counts = [u8; 4];

/// Whether the first group grows only, whether the second does, whether the first lies within the second.
type Shape = (bool, bool, bool);

/// Every way in which one person may belong to the groups on the days, one bit for each count.
fn ways_of_one((first_grows, second_grows, within): Shape) -> Vec<u8> {
    let belongs = |way: u8, count: u8| way >> count & 1 == 1;
    let implies = |a: bool, b: bool| !a || b;
    let may_be = |way: &u8| {
        implies(first_grows, implies(belongs(*way, 0), belongs(*way, 1)))
            && implies(second_grows, implies(belongs(*way, 2), belongs(*way, 3)))
            && implies(
                within,
                (0..2).all(|day| implies(belongs(*way, day), belongs(*way, day + 2))),
            )
    };
    (0..16).filter(may_be).collect()
}

/// The counts of every world of at most eight people: one person after another takes every way.
fn every_world(shape: Shape) -> Vec<Counts> {
    let ways = ways_of_one(shape);
    let mut all: BTreeSet<Counts> = [[0; 4]].into();
    let mut newest = all.clone();
    for _ in 0..PEOPLE {
        let with_one_more = newest.iter().flat_map(|world| {
            ways.iter().map(|way| {
                let mut more = *world;
                (0..4).for_each(|count| more[count] += way >> count & 1);
                more
            })
        });
        newest = with_one_more.filter(|world| !all.contains(world)).collect();
        all.extend(&newest);
    }
    all.into_iter().collect()
}

fn worlds(shape: Shape) -> &'static [Counts] {
    static WORLDS: OnceLock<BTreeMap<Shape, Vec<Counts>>> = OnceLock::new();
    let worlds = WORLDS.get_or_init(|| {
        let bit = |shape: u8, at: u8| shape >> at & 1 == 1;
        let shapes = (0..8).map(|shape| (bit(shape, 0), bit(shape, 1), bit(shape, 2)));
        shapes.map(|shape| (shape, every_world(shape))).collect()
    });
    &worlds[&shape]
}

fn history_of(shape: Shape, figures: &[(usize, u8, u8)]) -> Result<History, Stop> {
    let mut inclusion = Inclusion::of(2);
    if shape.0 {
        inclusion = inclusion.growing(0);
    }
    if shape.1 {
        inclusion = inclusion.growing(1);
    }
    if shape.2 {
        inclusion = inclusion.within(0, 1);
    }
    let mut history = History::over(inclusion);
    for (count, least, most) in figures {
        history.publish(DatedFigure {
            group: count / 2,
            day: DAYS[count % 2],
            least: u32::from(*least),
            most: u32::from(*most),
        })?;
    }
    Ok(history)
}

/// Figures about each of the counts, and some more, in any order.
fn figures() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    let bounds = || (0..=PEOPLE, 0..=PEOPLE).prop_map(|(a, b)| (a.min(b), a.max(b)));
    let every = (bounds(), bounds(), bounds(), bounds());
    let more = prop::collection::vec((0_usize..4, bounds()), 0..4);
    (every, more)
        .prop_map(|((a, b, c, d), more)| {
            let every = [a, b, c, d].into_iter().enumerate();
            every
                .chain(more)
                .map(|(count, (least, most))| (count, least, most))
                .collect::<Vec<_>>()
        })
        .prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(400, 100_000)))]

    #[test]
    fn differences_are_those_of_every_world_that_fits(shape in any::<Shape>(), said in figures()) {
        let fits = |world: &&Counts| said.iter().all(|(count, least, most)| (*least..=*most).contains(&world[*count]));
        let fitting: Vec<&Counts> = worlds(shape).iter().filter(fits).collect();
        let history = history_of(shape, &said);
        prop_assert_eq!(history.is_err(), fitting.is_empty());
        let Ok(history) = history else { return Ok(()) };
        for (i, (one, ..)) in said.iter().enumerate() {
            let sizes = || fitting.iter().map(|world| u32::from(world[*one]));
            prop_assert_eq!(Some(history.size(i)), sizes().min().zip(sizes().max()));
            for (k, (other, ..)) in said.iter().enumerate() {
                let changes = || fitting.iter().map(|world| i64::from(world[*other]) - i64::from(world[*one]));
                prop_assert_eq!(Some(history.difference(i, k)), changes().min().zip(changes().max()));
            }
        }
    }
}

#[test]
fn figures_that_are_each_vague_may_be_exact_together() {
    // Those who have left only grow: 20 at least in April and 22 at most in May leave two.
    let mut history = History::over(Inclusion::of(1).growing(0));
    let mut say = |day, least, most| {
        let figure = DatedFigure {
            group: 0,
            day,
            least,
            most,
        };
        history.publish(figure).expect("the figures fit each other")
    };
    let april = say(DAYS[0], 20, 40);
    let may = say(DAYS[1], 0, 22);
    assert_eq!(
        (history.size(april), history.size(may)),
        ((20, 22), (20, 22))
    );
    assert_eq!(history.difference(april, may), (0, 2));
}

#[test]
fn a_figure_that_contradicts_is_refused_or_stands_by_itself() {
    let mut history = History::over(Inclusion::of(1).growing(0));
    let figure = |day, count| DatedFigure {
        group: 0,
        day,
        least: count,
        most: count,
    };
    history
        .publish(figure(DAYS[0], 50))
        .expect("the first figure fits");
    assert_eq!(
        history.publish(figure(DAYS[1], 12)),
        Err(Stop::Contradiction)
    );
    let alone = history.publish_whatever(figure(DAYS[1], 12));
    assert_eq!((history.size(0), history.size(alone)), ((50, 50), (12, 12)));
}
