//! Yes, no, or not yet settled: what the fold can say of an entry before all removals are judged.

/// Three values, joined as in Kleene's logic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    No,
    Open,
}

impl Answer {
    pub(crate) fn and(self, other: Answer) -> Answer {
        match (self, other) {
            (Answer::No, _) | (_, Answer::No) => Answer::No,
            (Answer::Yes, Answer::Yes) => Answer::Yes,
            (Answer::Open, _) | (_, Answer::Open) => Answer::Open,
        }
    }

    pub(crate) fn not(self) -> Answer {
        match self {
            Answer::Yes => Answer::No,
            Answer::No => Answer::Yes,
            Answer::Open => Answer::Open,
        }
    }

    pub(crate) fn all(answers: impl IntoIterator<Item = Answer>) -> Answer {
        answers.into_iter().fold(Answer::Yes, Answer::and)
    }

    pub(crate) fn any(answers: impl IntoIterator<Item = Answer>) -> Answer {
        Answer::all(answers.into_iter().map(Answer::not)).not()
    }
}
