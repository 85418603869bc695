use std::ops::{BitAnd, BitOr, Not};

/// Whether something is so: strong Kleene logic.
///
/// `Unknown` is an answer and never a default for *no*. `&`, `|` and `!` are Kleene's:
/// `False & Unknown` is `False`, `True | Unknown` is `True`.
///
/// # Source
/// S. C. Kleene, *Introduction to Metamathematics* (1952), § 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Truth {
    /// Shown not to be so.
    False,
    /// Nobody has shown it either way.
    #[default]
    Unknown,
    /// Shown to be so.
    True,
}

impl Truth {
    /// The truth of everything in `all`: `True` when there is nothing.
    pub fn all(all: impl IntoIterator<Item = Truth>) -> Truth {
        all.into_iter().fold(Truth::True, |a, b| a & b)
    }

    /// The truth of at least one of `any`: `False` when there is nothing.
    pub fn any(any: impl IntoIterator<Item = Truth>) -> Truth {
        any.into_iter().fold(Truth::False, |a, b| a | b)
    }

    /// The first of the two that is known: `self`, or else `other`.
    pub fn or_else(self, other: Truth) -> Truth {
        match self {
            Truth::Unknown => other,
            known => known,
        }
    }

    /// Whether it is shown either way.
    pub fn is_known(self) -> bool {
        self != Truth::Unknown
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Truth {
        if known { Truth::True } else { Truth::False }
    }
}

impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::Unknown => Truth::Unknown,
            Truth::False => Truth::True,
        }
    }
}

impl BitAnd for Truth {
    type Output = Truth;

    fn bitand(self, other: Truth) -> Truth {
        self.min(other)
    }
}

impl BitOr for Truth {
    type Output = Truth;

    fn bitor(self, other: Truth) -> Truth {
        self.max(other)
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};
    use proptest::prelude::*;

    fn any_truth() -> impl Strategy<Value = Truth> {
        prop_oneof![Just(True), Just(Unknown), Just(False)]
    }

    #[test]
    fn kleenes_tables_hold() {
        let conjunctions = [
            (True, True, True),
            (True, Unknown, Unknown),
            (True, False, False),
            (Unknown, Unknown, Unknown),
            (Unknown, False, False),
            (False, False, False),
        ];
        for (a, b, expected) in conjunctions {
            assert_eq!(a & b, expected, "{a:?} & {b:?}");
            assert_eq!(b & a, expected, "{b:?} & {a:?}");
        }
        assert_eq!(!Unknown, Unknown);
        assert_eq!(True | Unknown, True);
        assert_eq!(False | Unknown, Unknown);
    }

    proptest! {
        #[test]
        fn de_morgan_holds_with_unknowns(a in any_truth(), b in any_truth()) {
            prop_assert_eq!(!(a & b), !a | !b);
            prop_assert_eq!(!(a | b), !a & !b);
        }

        #[test]
        fn learning_more_never_turns_a_known_answer_over(a in any_truth(), b in any_truth(), learnt: bool) {
            let completed = |t: Truth| if t == Unknown { Truth::from(learnt) } else { t };
            let before = a & b;
            prop_assert!(before == Unknown || before == completed(a) & completed(b));
        }
    }
}
