//! Where the days of two atoms meet. What is exact before need not be exact after: between two
//! values there is one more, or one less.

use crate::condition::{Atom, AtomId, RecordTest, Test};
use crate::exact::{GroupKey, group_of};
use crate::laying::next_day;
use facts::{Date, PartialDate, Scalar};

/// Whether its fact is one value, so that its answers hang together with those of its neighbours.
pub(crate) fn is_of_one_value(atom: &Atom) -> bool {
    matches!(group_of(AtomId(0), atom), GroupKey::Fact(..))
}

/// Whether two atoms hang together, or could be one and the same on some day.
pub(crate) fn may_meet(left: &Atom, right: &Atom) -> bool {
    let of_one_fact = left.fact == right.fact && left.key == right.key;
    of_one_fact
        && (is_of_one_value(left) && is_of_one_value(right) || undated(left) == undated(right))
}

pub(crate) fn undated(atom: &Atom) -> Atom {
    let mut atom = atom.clone();
    each_date(&mut atom.test, &mut |date| *date = NO_DAY.into());
    atom
}

/// A day for comparing atoms without their days.
const NO_DAY: Date = Date::constant(1, 1, 1);

/// How the days of two atoms lie to each other, as far as it matters to which values there are
/// between them: the same, a day apart, or farther.
pub(crate) fn standing(left: &Atom, right: &Atom) -> Vec<i8> {
    if !is_of_one_value(left) {
        return vec![i8::from(left == right)];
    }
    let (lefts, rights) = (dates(left), dates(right));
    let pairs = lefts
        .iter()
        .flat_map(|a| rights.iter().map(move |b| apart(*a, *b)));
    pairs.collect()
}

fn apart(a: Date, b: Date) -> i8 {
    match a.cmp(&b) {
        std::cmp::Ordering::Equal => 0,
        std::cmp::Ordering::Less if next_day(a) == b => 1,
        std::cmp::Ordering::Less => 2,
        std::cmp::Ordering::Greater => -apart(b, a),
    }
}

fn dates(atom: &Atom) -> Vec<Date> {
    let mut found = Vec::new();
    each_date(&mut atom.test.clone(), &mut |date| {
        found.extend([date.earliest(), date.latest()])
    });
    found
}

/// Every date that a test compares with.
fn each_date(test: &mut Test, see: &mut impl FnMut(&mut PartialDate)) {
    match test {
        Test::Before(date) | Test::After(date) | Test::Is(Scalar::Date(date)) => see(date),
        Test::OneOf(values) => {
            let seen = std::mem::take(values).into_iter().map(|mut value| {
                if let Scalar::Date(date) = &mut value {
                    see(date);
                }
                value
            });
            *values = seen.collect();
        }
        Test::HasRecord(test) => each_record_date(test, see),
        Test::Holds
        | Test::Is(_)
        | Test::Less(_)
        | Test::Greater(_)
        | Test::Has(_)
        | Test::InFact(_)
        | Test::SameAs(_) => {}
    }
}

fn each_record_date(test: &mut RecordTest, see: &mut impl FnMut(&mut PartialDate)) {
    match test {
        RecordTest::Const(_) => {}
        RecordTest::Not(inner) => each_record_date(inner, see),
        RecordTest::All(parts) | RecordTest::Any(parts) => {
            for part in parts {
                each_record_date(part, see);
            }
        }
        RecordTest::Field(_, test) => each_date(test, see),
    }
}
