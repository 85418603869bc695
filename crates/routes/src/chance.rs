//! What is known of a chance: two ends, in whole millionths.

use statrs::function::beta::beta_reg;
use std::fmt;

/// The whole, in millionths.
pub const WHOLE: u32 = 1_000_000;

/// What is known of a chance: it lies between two ends, in whole millionths, so that every tool
/// that reads it reads the same number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chance {
    lo: u32,
    hi: u32,
}

impl Chance {
    /// Nothing is known of it.
    pub const UNKNOWN: Chance = Chance { lo: 0, hi: WHOLE };
    /// It happens for certain.
    pub const CERTAIN: Chance = Chance {
        lo: WHOLE,
        hi: WHOLE,
    };
    /// It cannot happen.
    pub const NEVER: Chance = Chance { lo: 0, hi: 0 };

    /// Between two ends, in millionths; nothing where they are no chances, or the wrong way round.
    pub fn between(lo: u32, hi: u32) -> Option<Chance> {
        (lo <= hi && hi <= WHOLE).then_some(Chance { lo, hi })
    }

    /// From what somebody counted: `granted` of `decided`, at the given confidence, such as 0.95.
    ///
    /// The ends of Clopper and Pearson, rounded outwards: the true chance lies between them at least
    /// that often, however few were counted. Nothing counted, nothing known.
    ///
    /// # Source
    /// C. Clopper, E. Pearson (1934), "The use of confidence or fiducial limits illustrated in the
    /// case of the binomial", Biometrika 26.
    pub fn counted(granted: u64, decided: u64, confidence: f64) -> Chance {
        Chance::weighed(granted as f64, decided as f64, confidence)
    }

    /// The same where counts weigh less than whole, because they are old: fewer of them are as good
    /// as counted. What is no count says nothing.
    pub fn weighed(granted: f64, decided: f64, confidence: f64) -> Chance {
        if !(decided > 0.0 && (0.0..=decided).contains(&granted) && decided.is_finite()) {
            return Chance::UNKNOWN;
        }
        let (k, n) = (granted, decided);
        let tail = (1.0 - confidence) / 2.0;
        // P(at least k of n) grows with the chance; the lower end is where it reaches the tail.
        let at_least = |p: f64| beta_reg(k, n - k + 1.0, p);
        let at_most = |p: f64| 1.0 - beta_reg(k + 1.0, n - k, p);
        let lo = if k == 0.0 {
            0
        } else {
            last_where(|p| at_least(p) < tail)
        };
        let hi = if k == n {
            WHOLE
        } else {
            last_where(|p| at_most(p) >= tail) + 1
        };
        Chance {
            lo,
            hi: hi.min(WHOLE),
        }
    }

    /// The narrowest that holds both.
    pub fn hull(self, other: Chance) -> Chance {
        Chance {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
        }
    }

    /// The lower end, in millionths.
    pub fn lo(self) -> u32 {
        self.lo
    }

    /// The upper end, in millionths.
    pub fn hi(self) -> u32 {
        self.hi
    }

    /// Whether nothing at all is known of it.
    pub fn is_unknown(self) -> bool {
        self == Chance::UNKNOWN
    }

    /// Both ends as fractions.
    pub fn ends(self) -> (f64, f64) {
        let fraction = |millionths: u32| f64::from(millionths) / f64::from(WHOLE);
        (fraction(self.lo), fraction(self.hi))
    }
}

/// The last millionth at which something is so that is so at 0 and ceases to be.
fn last_where(so: impl Fn(f64) -> bool) -> u32 {
    let (mut yes, mut no) = (0, WHOLE);
    while no - yes > 1 {
        let middle = yes + (no - yes) / 2;
        if so(f64::from(middle) / f64::from(WHOLE)) {
            yes = middle;
        } else {
            no = middle;
        }
    }
    yes
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (lo, hi) = self.ends();
        write!(f, "[{lo}, {hi}]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ends(granted: u64, decided: u64) -> (f64, f64) {
        Chance::counted(granted, decided, 0.95).ends()
    }

    fn near(found: (f64, f64), expected: (f64, f64)) {
        // Printed with four digits.
        assert!((found.0 - expected.0).abs() < 6e-5, "{found:?}");
        assert!((found.1 - expected.1).abs() < 6e-5, "{found:?}");
    }

    /// Values from exact beta quantiles, computed with another program.
    #[test]
    fn counts_become_the_ends_of_clopper_and_pearson() {
        near(ends(0, 20), (0.0, 0.1684));
        near(ends(18, 20), (0.6830, 0.9877));
        near(ends(540, 600), (0.8732, 0.9228));
        assert_eq!(Chance::counted(0, 0, 0.95), Chance::UNKNOWN);
        // 540 of 600, four half-lives old.
        near(Chance::weighed(33.75, 37.5, 0.95).ends(), (0.7574, 0.9736));
    }

    proptest! {
        #[test]
        fn more_confidence_never_narrows_and_the_count_itself_lies_inside(n in 1..3000u64, k in 0..3000u64) {
            let k = k.min(n);
            let (narrow, wide) = (Chance::counted(k, n, 0.9), Chance::counted(k, n, 0.99));
            prop_assert!(wide.lo() <= narrow.lo() && narrow.hi() <= wide.hi());
            let millionths = u32::try_from(k * u64::from(WHOLE) / n).expect("a fraction");
            prop_assert!(narrow.lo() <= millionths && millionths <= narrow.hi());
        }
    }
}
