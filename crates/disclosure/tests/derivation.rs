//! D7 as attacker: its bounds are exactly those of every world that fits.

mod support;

use disclosure::{Figure, Figures, Group};
use proptest::prelude::*;
use support::rounds;

const ATOMS: usize = 4;
const PEOPLE: u32 = 8;

/// Every way to lay at most eight people on four atoms.
fn every_world() -> Vec<[u32; ATOMS]> {
    let mut worlds = Vec::new();
    for a in 0..=PEOPLE {
        for b in 0..=PEOPLE - a {
            for c in 0..=PEOPLE - a - b {
                worlds.extend((0..=PEOPLE - a - b - c).map(|d| [a, b, c, d]));
            }
        }
    }
    worlds
}

fn size(world: &[u32; ATOMS], group: Group) -> u32 {
    (0..ATOMS)
        .filter(|atom| group >> atom & 1 == 1)
        .map(|atom| world[atom])
        .sum()
}

fn history() -> impl Strategy<Value = ([u32; ATOMS], Vec<(Group, u32, u32)>)> {
    let world = prop::sample::select(every_world());
    let said = prop::collection::vec((1_u32..16, 0_u32..3, 0_u32..3), 1..6);
    (world, said)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(400, 100_000)))]

    #[test]
    fn bounds_are_those_of_every_world_that_fits((world, said) in history(), asked in 1_u32..16) {
        let mut figures = Figures::over(ATOMS);
        let mut all = vec![Figure { group: 15, least: 0, most: PEOPLE }];
        all.extend(said.iter().map(|(group, below, above)| {
            let true_size = size(&world, *group);
            Figure { group: *group, least: true_size.saturating_sub(*below), most: true_size + above }
        }));
        all.iter().for_each(|figure| figures.publish(*figure));
        let fits = |w: &[u32; ATOMS]| all.iter().all(|f| (f.least..=f.most).contains(&size(w, f.group)));
        let sizes: Vec<u32> = every_world().iter().filter(|w| fits(w)).map(|w| size(w, asked)).collect();
        let wanted = (*sizes.iter().min().expect("the world itself fits"), *sizes.iter().max().expect("the world itself fits"));
        prop_assert_eq!(figures.bounds(asked), Ok(wanted));
    }
}

#[test]
fn contradicting_figures_stop_the_engine() {
    let mut figures = Figures::over(2);
    figures.publish(Figure {
        group: 0b01,
        least: 9,
        most: 9,
    });
    figures.publish(Figure {
        group: 0b11,
        least: 4,
        most: 4,
    });
    assert_eq!(figures.bounds(0b10), Err(disclosure::Stop::Contradiction));
}
