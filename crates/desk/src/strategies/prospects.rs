//! How a plan may end, of a hundred people: in words, and as a picture where enough is known for one.
//!
//! Where the two ends of a chance are far apart, no figure is shown: whoever reads *at most 97* hears
//! a promise, and whoever reads *at least 2* hears a sentence.

use super::telling::Telling;
use crate::speech::say;
use crate::view::{HundredIcon, HundredRow, HundredView};
use routes::{Chance, Plan, Prospect, WHOLE};

/// Where worst and best are further apart, in points of a hundred, no figure is shown.
const WIDEST_SHOWN: u32 = 50;
/// So many people are drawn, so many in a row, each so many units wide.
const PEOPLE: usize = 100;
const IN_A_ROW: usize = 10;
const ICON: usize = 20;

/// An end of a plan: its class in the picture, its name, and its chance.
type End = (&'static str, &'static str, fn(&Prospect) -> Chance);

/// The ends of a plan, the worst first.
const ENDS: [End; 3] = [
    ("returned", "hundred-returned", |known| known.returned),
    ("waiting", "hundred-waiting", |known| known.waiting),
    ("safe", "hundred-safe", |known| known.safe),
];

/// At least and at most so many of a hundred, rounded outwards; nothing where that says too little.
pub(super) fn of_a_hundred(chance: Chance) -> Option<(u32, u32)> {
    let point = WHOLE / 100;
    let (least, most) = (chance.lo() / point, chance.hi().div_ceil(point));
    (most - least <= WIDEST_SHOWN).then_some((least, most))
}

impl Telling<'_, '_> {
    /// What is known of how a plan ends; nothing of staying and waiting, whose own danger nobody counts.
    pub(super) fn prospect(&self, plan: &Plan) -> Option<Prospect> {
        plan.way.map(|_| Prospect::of(self.graph, plan))
    }

    /// How many of a hundred people come to each end, the worst first: or that nobody knows.
    pub(super) fn of_hundreds(&self, plan: &Plan) -> [String; 3] {
        let known = self.prospect(plan);
        ENDS.map(|(.., end)| {
            let told = known.and_then(|known| of_a_hundred(end(&known)));
            let speech = self.reading.speech;
            match told {
                None => speech.say("routes-nobody-knows"),
                Some((0, 0)) => speech.say("hundred-none"),
                Some((100, 100)) => speech.say("hundred-all"),
                Some(ends) => self.between("hundred-between", ends),
            }
        })
    }

    /// Words with at least and at most so many in them.
    pub(super) fn between(&self, id: &str, (least, most): (u32, u32)) -> String {
        let (least, most) = (least.to_string(), most.to_string());
        let ends = [("least", (&least).into()), ("most", (&most).into())];
        self.reading.speech.with(id, &ends)
    }

    /// The picture, where enough is known of all three ends.
    pub(super) fn hundred(&self, plan: &Plan) -> Option<HundredView> {
        let known = self.prospect(plan)?;
        let mut rows = Vec::new();
        for (class, name, end) in ENDS {
            let (least, most) = of_a_hundred(end(&known))?;
            rows.push(HundredRow {
                class,
                what: self.reading.speech.say(name),
                least,
                most,
            });
        }
        Some(HundredView {
            icons: drawn(&rows),
            told: self.told(&rows),
            rows,
        })
    }

    /// The same in one sentence.
    fn told(&self, rows: &[HundredRow]) -> String {
        let speech = self.reading.speech;
        let part = |row: &HundredRow| {
            say!(
                speech,
                "hundred-part",
                what = &row.what,
                least = &row.least.to_string(),
                most = &row.most.to_string()
            )
        };
        let parts: Vec<String> = rows.iter().map(part).collect();
        say!(speech, "hundred-told", parts = &parts.join("; "))
    }
}

/// Each end has at least so many people; who is left may come to any of them.
fn drawn(rows: &[HundredRow]) -> Vec<HundredIcon> {
    let certain = rows
        .iter()
        .flat_map(|row| std::iter::repeat_n(row.class, row.least as usize));
    let classes = certain.chain(std::iter::repeat("open")).take(PEOPLE);
    let icon = |(index, class)| HundredIcon {
        class,
        x: index % IN_A_ROW * ICON,
        y: index / IN_A_ROW * ICON,
    };
    classes.enumerate().map(icon).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_told_of_a_hundred_holds_the_chance_and_is_never_wider_than_fifty(
            a in 0..=WHOLE, b in 0..=WHOLE,
        ) {
            let chance = Chance::between(a.min(b), a.max(b)).expect("two ends");
            let point = WHOLE / 100;
            match of_a_hundred(chance) {
                Some((least, most)) => {
                    prop_assert!(least * point <= chance.lo() && chance.hi() <= most * point);
                    prop_assert!(most <= 100 && most - least <= WIDEST_SHOWN);
                }
                None => prop_assert!(chance.hi() - chance.lo() > (WIDEST_SHOWN - 2) * point),
            }
        }
    }

    #[test]
    fn a_hundred_people_are_drawn_and_each_end_has_those_who_are_certain() {
        let row = |class, least| HundredRow {
            class,
            what: String::new(),
            least,
            most: 100,
        };
        let icons = drawn(&[row("returned", 3), row("waiting", 20), row("safe", 41)]);
        let count = |class| icons.iter().filter(|icon| icon.class == class).count();
        let counted = ["returned", "waiting", "safe", "open"].map(count);
        assert_eq!(counted, [3, 20, 41, 36]);
        assert!(icons.iter().all(|icon| icon.x < 200 && icon.y < 200));
        assert_eq!((icons[99].x, icons[99].y), (180, 180));
    }
}
